//! Why a text is not a date.

use std::fmt;

/// Why a text is not a date: a stable kind for programs and a sentence for people.
///
/// ```
/// use annals::model::date::{DateErrorKind, Edtf};
///
/// let error = Edtf::parse("2021-02-30").unwrap_err();
/// assert_eq!(error.kind(), DateErrorKind::Day);
/// assert_eq!(error.reason(), "30 February does not exist in 2021; February 2021 has 28 days");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    kind: DateErrorKind,
    reason: Box<str>,
}

impl DateError {
    pub(super) fn new(kind: DateErrorKind, reason: impl Into<Box<str>>) -> DateError {
        DateError { kind, reason: reason.into() }
    }

    /// What sort of fault it is.
    pub fn kind(&self) -> DateErrorKind {
        self.kind
    }

    /// What is wrong with which value, and where one is known a remedy: one English sentence without full stop.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for DateError {}

/// The sort of fault in a text that is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateErrorKind {
    /// Nothing is written.
    Empty,
    /// More is written than any date needs.
    Length,
    /// A character that has no place in a date, such as a space or a letter.
    Character,
    /// The pieces do not follow any form of date.
    Form,
    /// The text can be read as two different days.
    Ambiguous,
    /// A year, month or day is not written with its full number of digits.
    Padding,
    /// The year is not written as years are.
    Year,
    /// No such month, season or other part of a year.
    Month,
    /// The month has no such day.
    Day,
    /// The time of day or its offset is wrong, or stands where none is allowed.
    Time,
    /// A `?`, `~` or `%` stands where none is allowed.
    Qualifier,
    /// An `X` stands where no digit can make a date.
    Unspecified,
    /// The interval does not have two ends.
    Interval,
    /// The start is later than the end.
    Order,
    /// The set is not closed, is empty or has a member that is not a date.
    Set,
}

impl DateErrorKind {
    /// A stable name for programs.
    pub fn name(self) -> &'static str {
        match self {
            DateErrorKind::Empty => "empty",
            DateErrorKind::Length => "length",
            DateErrorKind::Character => "character",
            DateErrorKind::Form => "form",
            DateErrorKind::Ambiguous => "ambiguous",
            DateErrorKind::Padding => "padding",
            DateErrorKind::Year => "year",
            DateErrorKind::Month => "month",
            DateErrorKind::Day => "day",
            DateErrorKind::Time => "time",
            DateErrorKind::Qualifier => "qualifier",
            DateErrorKind::Unspecified => "unspecified",
            DateErrorKind::Interval => "interval",
            DateErrorKind::Order => "order",
            DateErrorKind::Set => "set",
        }
    }
}
