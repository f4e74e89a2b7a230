//! What a series comes to, in a sentence or two that follow from its values by rule.

use super::Reading;
use crate::{
    i18n::{Value, Words},
    model::date::Precision,
};

/// The values that a series is told by: those that can be compared, or the only one there is.
pub(super) fn told<'r, 'a>(readings: &[&'r Reading<'a>]) -> Vec<&'r Reading<'a>> {
    match readings {
        [only] => vec![*only],
        _ => readings.iter().copied().filter(|reading| reading.comparable).collect(),
    }
}

/// The first of the values that is more than all others by `more`, where it lies between first and last and beyond both.
pub(super) fn extreme<'r, 'a>(told: &[&'r Reading<'a>], more: fn(f64, f64) -> bool) -> Option<&'r Reading<'a>> {
    let (first, last) = (told.first()?, told.last()?);
    let found = told.iter().copied().reduce(|best, next| if more(next.value, best.value) { next } else { best })?;
    (more(found.value, first.value) && more(found.value, last.value)).then_some(found)
}

/// From where to where, what lay between beyond both, what is disputed and what is left out.
pub fn caption(readings: &[Reading], words: &Words) -> String {
    let told = told(&readings.iter().collect::<Vec<_>>());
    let mut mentioned = Vec::new();
    let mut sentences = Vec::new();
    match told[..] {
        [] if readings.is_empty() => return words.text("series-none"),
        [] => sentences.push(words.text_with("series-all-apart", &[("count", readings.len().into())])),
        [only] => {
            mentioned.push(only);
            sentences.push(words.text_with("series-one", &[("point", point(only, false, words).into())]));
        }
        [first, .., last] => {
            // Two dates within a year are told apart by their days.
            let fine = first.year() == last.year();
            let is_steady = told.iter().all(|reading| !reading.is_contested() && reading.is_same(first, words));
            let mut values = vec![
                ("first", Value::from(point(first, fine, words))),
                ("last", point(last, fine, words).into()),
                ("value", first.words(words).into()),
                ("from", when(first, fine, words).into()),
                ("start", precision(first, fine).into()),
                ("to", when(last, fine, words).into()),
                ("end", precision(last, fine).into()),
                ("count", told.len().into()),
            ];
            mentioned.extend([first, last]);
            let mut key = String::from(if is_steady { "series-steady" } else { "series-change" });
            let highest = extreme(&told, |a, b| a > b);
            let lowest = extreme(&told, |a, b| a < b);
            for (name, found) in [("high", highest), ("low", lowest)] {
                if let Some(found) = found {
                    key = format!("{key}-{name}");
                    values.push((name, point(found, fine, words).into()));
                    mentioned.push(found);
                }
            }
            sentences.push(words.text_with(&key, &values));
        }
    }
    let apart = readings.len() - told.len();
    if !told.is_empty() && apart > 0 {
        sentences.push(words.text_with("series-apart", &[("count", apart.into())]));
    }
    let contested = readings.iter().filter(|reading| reading.is_contested()).count();
    if contested > mentioned.iter().filter(|reading| reading.is_contested()).count() {
        sentences.push(words.text_with("series-disagree", &[("count", contested.into())]));
    }
    join(&sentences, words)
}

/// Sentences one after the other, as the language sets them.
pub fn join(sentences: &[String], words: &Words) -> String {
    let joined = sentences
        .iter()
        .cloned()
        .reduce(|all, next| words.text_with("series-then", &[("first", all.into()), ("next", next.into())]));
    joined.unwrap_or_default()
}

/// A value and when it held, with a word where sources disagree on it.
fn point(reading: &Reading, fine: bool, words: &Words) -> String {
    let values = [
        ("value", reading.words(words).into()),
        ("when", when(reading, fine, words).into()),
        ("precision", precision(reading, fine).into()),
    ];
    let point = words.text_with("series-point", &values);
    match reading.is_contested() {
        true => words.text_with("series-contested", &[("point", point.into())]),
        false => point,
    }
}

/// Whether what is said of when a value held is a day.
fn precision(reading: &Reading, fine: bool) -> &'static str {
    if reading.precision() == Precision::Day && (fine || reading.year().is_none()) { "day" } else { "other" }
}

/// The year of a value, or its date.
fn when(reading: &Reading, fine: bool, words: &Words) -> String {
    if fine { reading.date_words(words) } else { reading.year_words(words) }
}
