//! An item in large: its value, or its date.

use super::Found;
use crate::{
    i18n::{Words, number},
    model::{Edtf, Fact, Observation, Series, Text},
};

/// An observation's value with its unit.
pub fn observed(series: &Series, item: &Observation, words: &Words, text: &dyn Fn(&Text) -> String) -> String {
    let unit = item.unit.as_ref().or(series.unit.as_ref()).map(text);
    words.quantity(item.value.value, item.qualifier, unit.as_deref())
}

/// A date, or a span with its last day, in words.
pub fn span_words(date: &Fact<Edtf>, end: Option<&Fact<Edtf>>, words: &Words) -> String {
    let print = |date: &Fact<Edtf>| date.value.print(words.language().dates());
    match end {
        Some(end) if end.value != date.value => {
            words.text_with("span", &[("from", print(date).into()), ("to", print(end).into())])
        }
        _ => print(date),
    }
}

/// The value or date by which an item is shown in large, in words; `None` where it has none.
pub fn headline(found: Found, words: &Words, text: &dyn Fn(&Text) -> String) -> Option<String> {
    let unit = |unit: &Option<Text>| unit.as_ref().map(text);
    Some(match found {
        Found::Observation(series, item) => observed(series, item, words, text),
        Found::Total(_, item) => words.quantity(item.value.value, item.qualifier, None),
        Found::Group(_, item) => words.quantity(item.value.value, item.qualifier, unit(&item.unit).as_deref()),
        Found::Target(item) => words.quantity(item.value.as_ref()?.value, item.qualifier, unit(&item.unit).as_deref()),
        Found::Version(_, item) => number(item.stated_total.as_ref()?.value),
        Found::Event(item) => span_words(&item.date, item.end.as_ref(), words),
        Found::Meeting(item) => span_words(&item.date, item.end.as_ref(), words),
        Found::Stage(_, item) => span_words(&item.date, None, words),
        _ => return None,
    })
}
