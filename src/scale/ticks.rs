//! Ticks of the time axis: as fine as there is room for, in two levels.
//!
//! The smaller level is the finest unit whose labels fit; the larger level names what contains it (the year above
//! months, the month above days). A label stands to the right of its tick, because that is where its period begins.
//! Labels of the larger level stay in view while any part of their period is.

use std::fmt::Write;

use super::{Span, TimeScale, time};
use crate::model::{Day, date};

/// How dates on the axis are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateLabels {
    /// "2019", "Q3", "Nov".
    #[default]
    English,
    /// "2019年", "三季度", "11月".
    Chinese,
    /// "2019", "Q3", "11".
    Iso,
}

/// A place on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The day that begins there.
    pub day: i64,
    /// Where it is.
    pub x: f64,
    /// Where its label begins; differs from `x` for labels that are held in view.
    pub label_x: f64,
    /// Its label; `None` where there is no room.
    pub label: Option<String>,
}

/// The ticks of an axis, from left to right. Labels of one level never overlap and never leave the axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ticks {
    /// The larger unit; empty where one level says it all. The first may lie left of the axis, with its label in view.
    pub majors: Vec<Tick>,
    /// The smaller unit.
    pub minors: Vec<Tick>,
    /// Places of a still smaller unit, without labels.
    pub fine: Vec<f64>,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Years(i64),
}

/// From a tick to its label, and from a label to what follows.
pub const LABEL_INSET: f64 = 5.0;
const LABEL_GAP: f64 = 18.0;
const FINE_GAP: f64 = 5.0;

const UNITS: [Unit; 18] = [
    Unit::Day,
    Unit::Week,
    Unit::Month,
    Unit::Quarter,
    Unit::Years(1),
    Unit::Years(2),
    Unit::Years(5),
    Unit::Years(10),
    Unit::Years(20),
    Unit::Years(50),
    Unit::Years(100),
    Unit::Years(200),
    Unit::Years(500),
    Unit::Years(1_000),
    Unit::Years(2_000),
    Unit::Years(5_000),
    Unit::Years(10_000),
    Unit::Years(20_000),
];

impl Ticks {
    /// The ticks between `left_px` and `right_px`. `label_px` measures a label of the smaller unit (`false`) or the
    /// larger one (`true`).
    pub fn new(
        scale: TimeScale,
        left_px: f64,
        right_px: f64,
        labels: DateLabels,
        label_px: &dyn Fn(&str, bool) -> f64,
    ) -> Ticks {
        let shown = scale.span(left_px, right_px);
        let shown = Span::new(shown.start.max(time::FIRST_DAY), shown.end.min(time::END_DAY));
        if shown.days() <= 0.0 {
            return Ticks::default();
        }
        let fits = |unit: &Unit| {
            let width = unit.widest(labels, shown).iter().map(|label| label_px(label, false)).fold(0.0, f64::max);
            scale.px_from_days(unit.days()) >= width + LABEL_INSET + LABEL_GAP
        };
        let at = UNITS.iter().position(fits).unwrap_or(UNITS.len() - 1);
        let unit = UNITS[at];
        let mut minors: Vec<Tick> = unit
            .starts(shown, labels)
            .map(|day| {
                let x = scale.x_from_day(day as f64);
                Tick { day, x, label_x: x + LABEL_INSET, label: Some(unit.label(day, labels)) }
            })
            .collect();
        clear(&mut minors, right_px, &|label| label_px(label, false));
        let majors = unit.larger().map(|larger| held(larger, scale, shown, left_px, right_px, labels, label_px));
        let finer =
            UNITS[..at].iter().find(|finer| scale.px_from_days(finer.days()) >= FINE_GAP && finer.divides(unit));
        let fine = finer.map(|finer| finer.starts(shown, labels).map(|day| scale.x_from_day(day as f64)).collect());
        Ticks { majors: majors.unwrap_or_default(), minors, fine: fine.unwrap_or_default() }
    }
}

/// The step between labelled years where a year is `px_per_year` wide and the widest label `label_px`.
///
/// ```
/// use annals::scale::ticks::year_step;
/// assert_eq!((year_step(60.0, 28.0), year_step(26.0, 28.0), year_step(0.1, 50.0)), (1, 2, 1_000));
/// ```
pub fn year_step(px_per_year: f64, label_px: f64) -> i64 {
    let steps = UNITS.iter().filter_map(|unit| match unit {
        Unit::Years(count) => Some(*count),
        _ => None,
    });
    let mut last = 1;
    for step in steps {
        last = step;
        if step as f64 * px_per_year >= label_px + LABEL_GAP {
            break;
        }
    }
    last
}

/// Ticks of the larger unit, the first one held at the left edge.
fn held(
    unit: Unit,
    scale: TimeScale,
    shown: Span,
    left_px: f64,
    right_px: f64,
    labels: DateLabels,
    label_px: &dyn Fn(&str, bool) -> f64,
) -> Vec<Tick> {
    let first = unit.floor(shown.first_day(), labels);
    let rest = unit.starts(shown, labels).filter(|&day| day != first);
    let mut ticks: Vec<Tick> = std::iter::once(first)
        .chain(rest)
        .map(|day| {
            let x = scale.x_from_day(day as f64);
            Tick { day, x, label_x: (x + LABEL_INSET).max(left_px), label: Some(unit.title(day, labels)) }
        })
        .collect();
    // A held label gives way to the next one instead of running into it.
    if let [first, second, ..] = &mut ticks[..] {
        let width = first.label.as_deref().map_or(0.0, |label| label_px(label, true));
        if first.label_x + width + LABEL_GAP > second.label_x {
            first.label = None;
        }
    }
    clear(&mut ticks, right_px, &|label| label_px(label, true));
    ticks
}

/// Removes labels that would run into the one before or out of the axis.
fn clear(ticks: &mut [Tick], right_px: f64, label_px: &dyn Fn(&str) -> f64) {
    let mut free = f64::NEG_INFINITY;
    for tick in ticks {
        let Some(label) = &tick.label else { continue };
        let end = tick.label_x + label_px(label);
        if tick.label_x < free || end > right_px {
            tick.label = None;
        } else {
            free = end + LABEL_GAP;
        }
    }
}

impl Unit {
    /// Its shortest length in days.
    fn days(self) -> f64 {
        match self {
            Unit::Day => 1.0,
            Unit::Week => 7.0,
            Unit::Month => 28.0,
            Unit::Quarter => 90.0,
            Unit::Years(count) => 365.0 * count as f64,
        }
    }

    /// The unit of the larger level.
    fn larger(self) -> Option<Unit> {
        match self {
            Unit::Day | Unit::Week => Some(Unit::Month),
            Unit::Month | Unit::Quarter => Some(Unit::Years(1)),
            Unit::Years(_) => None,
        }
    }

    /// Whether a larger unit is made of whole ones of this.
    fn divides(self, larger: Unit) -> bool {
        match (self, larger) {
            (Unit::Years(a), Unit::Years(b)) => b % a == 0,
            (Unit::Week, _) => false,
            _ => true,
        }
    }

    /// The first day of the unit that contains `day`.
    fn floor(self, day: i64, labels: DateLabels) -> i64 {
        let (year, month, _) = Day::from_unix_days(day).ymd();
        match self {
            Unit::Day => day,
            Unit::Week => day - (day + 3).rem_euclid(7),
            Unit::Month => first_of(year, month),
            Unit::Quarter => first_of(year, (month - 1) / 3 * 3 + 1),
            Unit::Years(count) => first_of(floor_year(year, count, labels), 1),
        }
    }

    /// The first day of the unit after the one that begins on `day`.
    fn next(self, day: i64, labels: DateLabels) -> i64 {
        let (year, month, _) = Day::from_unix_days(day).ymd();
        match self {
            Unit::Day => day + 1,
            Unit::Week => day + 7,
            Unit::Month | Unit::Quarter => {
                let months = if self == Unit::Month { 1 } else { 3 };
                let month = month + months;
                if month > 12 { first_of(year + 1, month - 12) } else { first_of(year, month) }
            }
            Unit::Years(count) => {
                let after = if year == 1 && count > 1 && labels != DateLabels::Iso { count } else { year + count };
                first_of(after, 1)
            }
        }
    }

    /// First days of all units that begin within `shown`.
    fn starts(self, shown: Span, labels: DateLabels) -> impl Iterator<Item = i64> {
        let floor = self.floor(shown.first_day(), labels);
        let first = if (floor as f64) < shown.start { self.next(floor, labels) } else { floor };
        std::iter::successors(Some(first), move |&day| Some(self.next(day, labels)))
            .take_while(move |&day| (day as f64) < shown.end)
    }

    /// Label on the smaller level.
    fn label(self, day: i64, labels: DateLabels) -> String {
        let (year, month, of_month) = Day::from_unix_days(day).ymd();
        match (self, labels) {
            (Unit::Day | Unit::Week, DateLabels::Chinese) => format!("{of_month}日"),
            (Unit::Day | Unit::Week, DateLabels::Iso) => format!("{of_month:02}"),
            (Unit::Day | Unit::Week, DateLabels::English) => of_month.to_string(),
            (Unit::Month, DateLabels::Chinese) => format!("{month}月"),
            (Unit::Month, DateLabels::Iso) => format!("{month:02}"),
            (Unit::Month, DateLabels::English) => MONTHS[usize::from(month) - 1].into(),
            (Unit::Quarter, DateLabels::Chinese) => {
                ["一季度", "二季度", "三季度", "四季度"][usize::from((month - 1) / 3)].into()
            }
            (Unit::Quarter, _) => format!("Q{}", (month - 1) / 3 + 1),
            (Unit::Years(_), _) => year_number(year, labels),
        }
    }

    /// Label on the larger level.
    fn title(self, day: i64, labels: DateLabels) -> String {
        let (year, month, _) = Day::from_unix_days(day).ymd();
        let mut title = year_title(year, labels);
        if self == Unit::Month {
            match labels {
                DateLabels::English => title = format!("{} {title}", date::MONTHS[usize::from(month) - 1]),
                DateLabels::Chinese => drop(write!(title, "{month}月")),
                DateLabels::Iso => drop(write!(title, "-{month:02}")),
            }
        }
        title
    }

    /// Labels among which the widest of the smaller level is.
    fn widest(self, labels: DateLabels, shown: Span) -> Vec<String> {
        match self {
            Unit::Day | Unit::Week => vec![self.label(27, labels)],
            Unit::Month => (0..12).map(|month| self.label(month * 31, labels)).collect(),
            Unit::Quarter => vec![self.label(0, labels)],
            Unit::Years(_) => [shown.first_day(), shown.last_day()].map(|day| self.label(day, labels)).into(),
        }
    }
}

/// A month by itself (from 1), as short as can be.
///
/// ```
/// use annals::scale::{DateLabels, ticks::month_label};
/// assert_eq!((month_label(5, DateLabels::English), month_label(12, DateLabels::Chinese)), ("May".into(), "12月".into()));
/// ```
pub fn month_label(month: u8, labels: DateLabels) -> String {
    Unit::Month.label(first_of(2000, month.clamp(1, 12)), labels)
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// 1 January or another first of a month; held at the last year that can be placed.
fn first_of(year: i64, month: u8) -> i64 {
    Day::new(year, month, 1).map_or(time::END_DAY as i64, Day::unix_days)
}

/// The round year at or before `year`. Readers count 500 BCE, 1 CE, 500 CE, so these are round, not the years -500
/// and 0 of the calendar; ISO 8601 writes the latter, so there they are.
fn floor_year(year: i64, count: i64, labels: DateLabels) -> i64 {
    if count == 1 {
        return year;
    }
    if labels == DateLabels::Iso {
        return year.div_euclid(count) * count;
    }
    if year > 0 {
        (year.div_euclid(count) * count).max(1)
    } else {
        // Year 0 is 1 BCE.
        1 - (1 - year + count - 1).div_euclid(count) * count
    }
}

/// A year by itself, as short as can be. Year 0 is 1 BCE.
pub fn year_number(year: i64, labels: DateLabels) -> String {
    match labels {
        DateLabels::Chinese if year <= 0 => format!("前{}", 1 - year),
        DateLabels::Chinese => year.to_string(),
        _ => year_title(year, labels),
    }
}

/// A year as a heading.
fn year_title(year: i64, labels: DateLabels) -> String {
    match labels {
        DateLabels::Iso if year < 0 => format!("-{:04}", -year),
        DateLabels::Iso => format!("{year:04}"),
        DateLabels::English if year <= 0 => format!("{} BCE", 1 - year),
        DateLabels::English => year.to_string(),
        DateLabels::Chinese if year <= 0 => format!("公元前{}年", 1 - year),
        DateLabels::Chinese => format!("{year}年"),
    }
}

#[cfg(test)]
mod tests;
