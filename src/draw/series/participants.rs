//! How many came to each of several meetings: what is stated, and where nothing is.

use std::sync::Arc;

use super::{
    Reading, Readings, Telling,
    reading::{Names, Of, in_time, is_drawable, span_of, titled},
};
use crate::{
    draw::pins::Pin,
    model::{Item, Meeting, Total},
};

/// The stated numbers of participants in order of time, and the meetings without any. What has no place in time is left out
/// and counted.
pub fn participants<'a>(meetings: &[&'a Item<Meeting>], title: &str, telling: &Telling) -> (Readings<'a>, Vec<Pin>) {
    let stated =
        meetings.iter().flat_map(|meeting| meeting.attendance.totals.iter().map(move |total| (*meeting, total)));
    let count = stated.clone().count();
    let read: Vec<Reading> = stated.filter_map(|(meeting, total)| reading(meeting, total, telling)).collect();
    let silent = meetings.iter().filter(|meeting| meeting.attendance.totals.is_empty());
    let missing = silent.filter_map(|meeting| {
        let name = name_of(meeting, telling.words.text("not-stated"), telling);
        Some(Pin { id: meeting.meta.id.as_str().into(), name: name.into(), when: span_of(&meeting.date.value)? })
    });
    let readings = Readings { title: title.into(), unplaced: count - read.len(), list: in_time(read) };
    (readings, missing.collect())
}

fn reading<'a>(meeting: &'a Item<Meeting>, total: &'a Item<Total>, telling: &Telling) -> Option<Reading<'a>> {
    let names = Names {
        title: (telling.text)(&meeting.title).into(),
        unit: None,
        who: total.who.as_ref().map(|who| (telling.text)(who)),
    };
    Some(Reading {
        of: Of::Total(meeting, total),
        names: Arc::new(names),
        is_titled: false,
        when: span_of(&meeting.date.value)?,
        value: Some(total.value.value).filter(|value| is_drawable(*value))?,
        range: None,
        qualifier: total.qualifier,
        comparable: true,
        disputed: false,
        rivalled: false,
        beside: Vec::new(),
    })
}

/// When and which meeting, and what is said of it.
fn name_of(meeting: &Meeting, said: String, telling: &Telling) -> String {
    let date = meeting.date.value.print(telling.words.language().dates());
    let dated = [("date", date.into()), ("title", (telling.text)(&meeting.title).into())];
    titled(&telling.words.text_with("item-name", &dated), said, telling.words)
}
