//! What there is to say about a text that may be a date, in plain values: one row of `annals date`.

use super::{DateStyle, Edtf};
use serde::Serialize;

/// A text read as a date. What does not apply is `None`.
///
/// ```
/// use annals::model::date::DateReading;
///
/// let reading = DateReading::of("2021-21");
/// assert_eq!(reading.earliest.as_deref(), Some("2021-03-01"));
/// assert_eq!(reading.precision, Some("season"));
/// assert!(DateReading::of("Spring 2021").reason.is_some());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DateReading {
    /// The text that was read.
    pub input: String,
    /// Whether it is a date.
    pub valid: bool,
    /// Why it is none: an English sentence.
    pub reason: Option<String>,
    /// The first day it can mean, `YYYY-MM-DD`.
    pub earliest: Option<String>,
    /// The last day it can mean, `YYYY-MM-DD`.
    pub latest: Option<String>,
    /// Name of its [`Precision`](super::Precision).
    pub precision: Option<&'static str>,
    /// The date in English.
    pub en: Option<String>,
    /// The date in Chinese.
    pub zh: Option<String>,
}

impl DateReading {
    /// Reads any text.
    pub fn of(text: &str) -> DateReading {
        let (date, reason) = match Edtf::parse(text) {
            Ok(date) => (Some(date), None),
            Err(error) => (None, Some(error.reason().to_owned())),
        };
        let date = date.as_ref();
        DateReading {
            input: text.to_owned(),
            valid: date.is_some(),
            reason,
            earliest: date.and_then(Edtf::earliest).map(|day| day.to_string()),
            latest: date.and_then(Edtf::latest).map(|day| day.to_string()),
            precision: date.map(|date| date.precision().name()),
            en: date.map(|date| date.print(DateStyle::En)),
            zh: date.map(|date| date.print(DateStyle::Zh)),
        }
    }
}
