//! One end of a date on the axis of days.

use super::Day;

/// Where a date starts or ends, or why that is no day on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// It goes on: `..`.
    Open,
    /// There is such a day, but it is not known: nothing before or after the `/`.
    Unknown,
    /// The first or last day, inclusive.
    Day(Day),
    /// A day in a year beyond ±9999, which is not placed.
    Beyond(Day),
    /// The date has no year.
    Yearless,
}

impl Bound {
    /// The day, if it can be placed.
    pub fn day(self) -> Option<Day> {
        match self {
            Bound::Day(day) => Some(day),
            _ => None,
        }
    }

    /// The day, placed or not; `Err` with whether nothing is ruled out on this side.
    pub(super) fn limit(self) -> Result<Day, bool> {
        match self {
            Bound::Day(day) | Bound::Beyond(day) => Ok(day),
            Bound::Open | Bound::Unknown => Err(true),
            Bound::Yearless => Err(false),
        }
    }

    pub(super) fn is_before_or_on(self, day: Day) -> bool {
        self.limit().map_or_else(|all| all, |start| start <= day)
    }

    pub(super) fn is_after_or_on(self, day: Day) -> bool {
        self.limit().map_or_else(|all| all, |end| end >= day)
    }

    /// Whether a start may lie before or on an end.
    pub(super) fn is_not_after(self, end: Bound) -> bool {
        match end.limit() {
            Ok(end) => self.is_before_or_on(end),
            Err(all) => all && self != Bound::Yearless,
        }
    }

    /// Sort key of a start.
    pub(super) fn start_rank(self) -> (u8, i64) {
        match self {
            Bound::Open => (0, 0),
            Bound::Unknown => (1, 0),
            Bound::Day(day) | Bound::Beyond(day) => (2, day.unix_days()),
            Bound::Yearless => (3, 0),
        }
    }

    /// Sort key of an end.
    pub(super) fn end_rank(self) -> (u8, i64) {
        match self {
            Bound::Day(day) | Bound::Beyond(day) => (0, day.unix_days()),
            Bound::Unknown => (1, 0),
            Bound::Open => (2, 0),
            Bound::Yearless => (3, 0),
        }
    }

    /// The earlier of two starts; one without a year does not count beside one with.
    pub(super) fn min_start(self, other: Bound) -> Bound {
        if other.start_rank() < self.start_rank() { other } else { self }
    }

    /// The later of two ends; one without a year does not count beside one with.
    pub(super) fn max_end(self, other: Bound) -> Bound {
        if self == Bound::Yearless || (other != Bound::Yearless && other.end_rank() > self.end_rank()) {
            other
        } else {
            self
        }
    }
}
