//! From a tree to the first and the last day it can mean.
//!
//! Seasons have no days in the standard. They are taken as the meteorological ones, three whole months; 21 to 24, which
//! name no hemisphere, as northern. Winter 24 and 28 begins in December of its year and ends in the next.

use super::day::{Day, days_in_month};
use super::error::{DateError, DateErrorKind as Kind};
use super::parse::fail;
use super::precision::Precision;
use super::tree::{Date, Digits, End, Mark, Member, Part, Tree, Year};
use super::{Bound, names};

/// What an [`Edtf`](super::Edtf) keeps of its tree.
pub(super) struct Summary {
    pub start: Bound,
    pub end: Bound,
    pub precision: Precision,
    pub mark: Mark,
}

pub(super) fn summary(tree: &Tree<'_>) -> Summary {
    match tree {
        Tree::Date(date) => {
            let (start, end) = date_bounds(date);
            Summary { start, end, precision: Precision::of(date), mark: mark(date) }
        }
        Tree::Interval(start, end) => {
            let side = |end: &End<'_>| match end {
                End::Open => ((Bound::Open, Bound::Open), Mark::default()),
                End::Unknown => ((Bound::Unknown, Bound::Unknown), Mark::default()),
                End::Date(date) => (date_bounds(date), mark(date)),
            };
            let (((mut start, _), left), ((_, mut end), right)) = (side(start), side(end));
            // Beside a known year, an end without one is a day that is not known.
            if start == Bound::Yearless && end.limit().is_ok() {
                start = Bound::Unknown;
            } else if end == Bound::Yearless && start.limit().is_ok() {
                end = Bound::Unknown;
            }
            Summary { start, end, precision: Precision::Interval, mark: left.join(right) }
        }
        Tree::Set { members, .. } => set_summary(members),
    }
}

fn set_summary(members: &[Member<'_>]) -> Summary {
    let mut whole =
        Summary { start: Bound::Yearless, end: Bound::Yearless, precision: Precision::Set, mark: Mark::default() };
    for member in members {
        let (first, last) = match member {
            Member::One(date) | Member::Earlier(date) | Member::Later(date) => (date, date),
            Member::Range(first, last) => (first, last),
        };
        whole.mark = whole.mark.join(mark(first)).join(mark(last));
        let start = if matches!(member, Member::Earlier(_)) { Bound::Open } else { date_bounds(first).0 };
        let end = if matches!(member, Member::Later(_)) { Bound::Open } else { date_bounds(last).1 };
        whole.start = whole.start.min_start(start);
        whole.end = whole.end.max_end(end);
    }
    whole
}

fn mark(date: &Date<'_>) -> Mark {
    date.marks.into_iter().fold(Mark::default(), Mark::join)
}

fn date_bounds(date: &Date<'_>) -> (Bound, Bound) {
    let bound = |day: Day| {
        if day.is_placeable() { Bound::Day(day) } else { Bound::Beyond(day) }
    };
    span(date).map_or((Bound::Yearless, Bound::Yearless), |(first, last)| (bound(first), bound(last)))
}

/// First and last day of a date; `None` if it has no year.
pub(super) fn span(date: &Date<'_>) -> Option<(Day, Day)> {
    (!date.year.is_blank()).then(|| Some((edge(date, Side::First)?, edge(date, Side::Last)?)))?
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    First,
    Last,
}

/// The first or last day that fits the digits of a date; `None` if none does.
fn edge(date: &Date<'_>, side: Side) -> Option<Day> {
    let (low, high) = date.year.range();
    let year = if side == Side::First { low } else { high };
    match date.part {
        Part::Whole => month_edge(year, if side == Side::First { 1 } else { 12 }, side),
        Part::Group(group) => {
            let (first, length) = group_months(group);
            let last = first + length - 1;
            match side {
                Side::First => month_edge(year, first, side),
                Side::Last if last > 12 => month_edge(year + 1, last - 12, side),
                Side::Last => month_edge(year, last, side),
            }
        }
        Part::Month(months) => month_edge(year, either(side, 1..=12, |month| months.matches(month))? as u8, side),
        Part::Day(months, days) => {
            let Year::Four { negative, digits } = date.year else {
                return None;
            };
            let fit = |number: i64| match negative {
                true if number == 0 => None,
                true => day_edge(-number, months, days, side),
                false => day_edge(number, months, days, side),
            };
            // Only 29 February depends on the year, so the first number tried is nearly always the one.
            // With a minus sign the larger number is the earlier year.
            if (side == Side::First) != negative {
                digits.numbers().find_map(fit)
            } else {
                digits.numbers().rev().find_map(fit)
            }
        }
    }
}

/// First or last number of a range for which something holds.
fn either(side: Side, mut numbers: std::ops::RangeInclusive<i64>, holds: impl Fn(i64) -> bool) -> Option<i64> {
    match side {
        Side::First => numbers.find(|number| holds(*number)),
        Side::Last => numbers.rfind(|number| holds(*number)),
    }
}

fn month_edge(year: i64, month: u8, side: Side) -> Option<Day> {
    // The year after the largest one is only reached by its winter.
    let year = year.min(Day::MAX_YEAR);
    Day::new(year, month, if side == Side::First { 1 } else { days_in_month(year, month) })
}

fn day_edge(year: i64, months: Digits<2>, days: Digits<2>, side: Side) -> Option<Day> {
    // Nearly all dates leave nothing to search.
    if let (Some(month), Some(day)) = (months.known(), days.known()) {
        return Day::new(year, month as u8, day as u8);
    }
    let day_in = |month: i64| {
        let length = i64::from(days_in_month(year, month as u8));
        either(side, 1..=length, |day| days.matches(day))
    };
    let month = either(side, 1..=12, |month| months.matches(month) && day_in(month).is_some())?;
    Day::new(year, month as u8, day_in(month)? as u8)
}

/// First month and number of months of a part of a year, 21 to 41.
pub(super) fn group_months(group: u8) -> (u8, u8) {
    match group {
        21..=28 => ((group - 21) % 4 * 3 + 3, 3),
        // Southern spring begins in September.
        29..=32 => ((group - 29 + 2) % 4 * 3 + 3, 3),
        33..=36 => ((group - 33) * 3 + 1, 3),
        37..=39 => ((group - 37) * 4 + 1, 4),
        _ => (group.saturating_sub(40) * 6 + 1, 6),
    }
}

/// Refuses a date whose month and day no calendar has.
pub(super) fn check(date: &Date<'_>) -> Result<(), DateError> {
    let Part::Day(months, days) = date.part else {
        return Ok(());
    };
    if edge(date, Side::First).is_some() {
        return Ok(());
    }
    let day = &date.written[date.written.rfind('-').map_or(0, |at| at + 1)..];
    let day = day.trim_matches(['?', '~', '%']);
    let (Some(month), Some(number)) = (months.known(), days.known()) else {
        return match days.known() {
            Some(number @ (..=0 | 32..)) => no_number(number),
            _ => fail(Kind::Unspecified, format!("no day of the month fits {day} in {}", date.written)),
        };
    };
    let name = names::month_name(month);
    match date.year.known() {
        _ if !(1..=31).contains(&number) => no_number(number),
        Some(year) => {
            let length = days_in_month(year, month as u8);
            fail(Kind::Day, format!("{number} {name} does not exist in {year}; {name} {year} has {length} days"))
        }
        None if (month, number) == (2, 29) => {
            fail(Kind::Day, format!("no year that fits {} has a 29 February", date.written))
        }
        None => fail(Kind::Day, format!("{number} {name} does not exist in any year")),
    }
}

fn no_number(day: i64) -> Result<(), DateError> {
    fail(Kind::Day, format!("day {day:02} does not exist; days run from 01 to 31"))
}

impl Year {
    /// Whether nothing is known of the year.
    pub fn is_blank(self) -> bool {
        matches!(self, Year::Four { negative: false, digits } if digits.is_blank())
    }

    /// The year, if it is just one.
    pub fn known(self) -> Option<i64> {
        let (low, high) = self.range();
        (low == high).then_some(low)
    }

    /// First and last year that it can mean.
    pub fn range(self) -> (i64, i64) {
        match self {
            Year::Four { negative: false, digits } => (digits.lowest(), digits.highest()),
            // Year 0 has no sign, so -000X ends in year -1.
            Year::Four { digits, .. } => (-digits.highest(), -digits.lowest().max(1)),
            Year::Long(year) => (year, year),
            // Held at the largest year, it has lost the digits that would be dropped.
            Year::Rounded { estimate, .. } if estimate.abs() >= Day::MAX_YEAR => (estimate, estimate),
            Year::Rounded { estimate, dropped } => {
                let step = 10_i64.saturating_pow(dropped);
                let near = estimate / step * step;
                let far = near.saturating_add(estimate.signum() * (step - 1)).clamp(-Day::MAX_YEAR, Day::MAX_YEAR);
                (near.min(far), near.max(far))
            }
        }
    }
}
