//! How finely a date is known.

use super::tree::{Date, Part, Year};

/// The finest unit that is known together with all larger ones.
///
/// So `1985-04` and `1985-04-XX` are both known to the month, `2023-XX-15` to the year and `156X-12-25` to the decade.
/// Ordered from fine to coarse. A time of day does not make a date finer than a day. Ends of an interval have a
/// precision of their own: see [`Edtf::start`](super::Edtf::start).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// One month.
    Month,
    /// Three months of a season.
    Season,
    /// Three months from January, April, July or October.
    Quarter,
    /// Four months from January, May or September.
    Quadrimester,
    /// Six months from January or July.
    Semester,
    /// One year.
    Year,
    /// Ten years, such as `201X`.
    Decade,
    /// A hundred years, such as `20XX` or `1950S2`.
    Century,
    /// A thousand years, such as `1XXX`.
    Millennium,
    /// Years of which more than three digits say nothing, such as `Y171010000S3`.
    Age,
    /// No unit is known, as in `XXXX-08-24`.
    Unknown,
    /// From one date to another.
    Interval,
    /// One or all of several dates.
    Set,
}

impl Precision {
    /// A stable name for data and programs.
    pub fn name(self) -> &'static str {
        match self {
            Precision::Day => "day",
            Precision::Month => "month",
            Precision::Season => "season",
            Precision::Quarter => "quarter",
            Precision::Quadrimester => "quadrimester",
            Precision::Semester => "semester",
            Precision::Year => "year",
            Precision::Decade => "decade",
            Precision::Century => "century",
            Precision::Millennium => "millennium",
            Precision::Age => "age",
            Precision::Unknown => "unknown",
            Precision::Interval => "interval",
            Precision::Set => "set",
        }
    }

    pub(super) fn of(date: &Date<'_>) -> Precision {
        let unknown_digits = match date.year {
            Year::Four { digits, .. } if digits.first_unknown() == 0 => return Precision::Unknown,
            Year::Four { digits, .. } => 4 - digits.first_unknown() as u32,
            Year::Long(_) => 0,
            Year::Rounded { dropped, .. } => dropped,
        };
        match (unknown_digits, date.part) {
            (0, Part::Day(month, day)) if month.known().and(day.known()).is_some() => Precision::Day,
            (0, Part::Day(month, _) | Part::Month(month)) if month.known().is_some() => Precision::Month,
            (0, Part::Group(..=32)) => Precision::Season,
            (0, Part::Group(..=36)) => Precision::Quarter,
            (0, Part::Group(..=39)) => Precision::Quadrimester,
            (0, Part::Group(_)) => Precision::Semester,
            (0, _) => Precision::Year,
            (1, _) => Precision::Decade,
            (2, _) => Precision::Century,
            (3, _) => Precision::Millennium,
            _ => Precision::Age,
        }
    }
}
