//! How many came to each of several meetings: what is stated, and where nothing is.

use super::{
    Pin, Reading, Readings, Telling,
    reading::{Of, in_time, is_drawable, span_of, sure_year, titled},
};
use crate::model::{Item, Meeting, Total};

/// The stated numbers of participants in order of time, and the meetings without any. What has no place in time is left out
/// and counted.
pub fn participants(meetings: &[&Item<Meeting>], title: &str, telling: &Telling) -> (Readings, Vec<Pin>) {
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

fn reading(meeting: &Item<Meeting>, total: &Item<Total>, telling: &Telling) -> Option<Reading> {
    let date = &meeting.date.value;
    Some(Reading {
        id: total.meta.id.clone(),
        date: date.clone(),
        of: Of::Meeting {
            title: (telling.text)(&meeting.title).into(),
            who: total.who.as_ref().map(|who| (telling.text)(who).into()),
        },
        titled: None,
        year: sure_year(date),
        when: span_of(date)?,
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
