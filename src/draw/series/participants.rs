//! How many came to each of several meetings: what is stated, and where nothing is.

use super::{
    Pin, Reading, Readings, Telling,
    reading::{in_time, is_drawable, span_of, year_words},
};
use crate::{
    i18n::Words,
    model::{Item, Meeting, Total},
};

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
    let readings = Readings { title: title.into(), unplaced: count - read.len(), list: in_time(&read) };
    (readings, missing.collect())
}

fn reading(meeting: &Item<Meeting>, total: &Item<Total>, telling: &Telling) -> Option<Reading> {
    let (words, date) = (telling.words, &meeting.date.value);
    let said = words.quantity(total.value.value, total.qualifier, None);
    let who = total.who.as_ref().map(|who| format!("{said} {}", (telling.text)(who)));
    Some(Reading {
        id: total.meta.id.as_str().into(),
        name: name_of(meeting, who.unwrap_or_else(|| said.clone()), telling).into(),
        words: said.clone(),
        short: said,
        date: date_words(meeting, words),
        precision: date.precision(),
        year: year_words(date, words),
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

fn date_words(meeting: &Meeting, words: &Words) -> String {
    meeting.date.value.print(words.language().dates())
}

/// When and which meeting, and what is said of it.
fn name_of(meeting: &Item<Meeting>, said: String, telling: &Telling) -> String {
    let title = (telling.text)(&meeting.title);
    let dated = [("date", date_words(meeting, telling.words).into()), ("title", title.into())];
    let meeting = telling.words.text_with("item-name", &dated);
    telling.words.text_with("series-titled", &[("title", meeting.into()), ("sentence", said.into())])
}
