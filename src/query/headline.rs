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

/// Whether a unit is percent.
pub fn is_percent(unit: Option<&Text>) -> bool {
    unit.is_some_and(|unit| unit.versions().iter().any(|version| &*version.text == "percent"))
}

/// How many out of how many, of a percentage; that it is not stated, where it is not. `None` for what is no percentage.
pub fn base_words(found: Found, words: &Words) -> Option<String> {
    let (unit, part, base) = match found {
        Found::Observation(series, item) => (item.unit.as_ref().or(series.unit.as_ref()), item.part, item.base),
        Found::Group(_, item) => (item.unit.as_ref(), item.part, item.base),
        Found::Target(item) => (item.unit.as_ref().filter(|_| item.value.is_some()), None, None),
        _ => return None,
    };
    is_percent(unit).then(|| base_of(part, base, words))
}

/// How many out of how many, as far as it is stated.
pub fn base_of(part: Option<f64>, base: Option<f64>, words: &Words) -> String {
    match (part, base) {
        (Some(part), Some(base)) => {
            words.text_with("base-part", &[("part", number(part).into()), ("base", number(base).into())])
        }
        (None, Some(base)) => words.text_with("base-alone", &[("base", number(base).into())]),
        _ => words.text("base-not-stated"),
    }
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
