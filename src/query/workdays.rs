//! Working days: all but Saturdays, Sundays and the holidays that a briefing lists.

use crate::{
    model::{Day, Edtf, Holiday, date::Precision},
    order,
};

/// The days on which nobody works, besides weekends.
#[derive(Clone, Debug, Default)]
pub struct Workdays {
    /// First and last day of each run of holidays; in order, apart from one another.
    off: Vec<(Day, Day)>,
    /// How many listed holidays are not known to the day; they do not count.
    pub inexact: usize,
}

impl Workdays {
    /// The holidays of a briefing: days, and spans from a day to a day.
    pub fn new(holidays: &[Holiday]) -> Workdays {
        let spans: Vec<_> = holidays.iter().filter_map(|holiday| exact_span(&holiday.date)).collect();
        let inexact = holidays.len() - spans.len();
        let mut off: Vec<(Day, Day)> = Vec::new();
        for at in order::sorted(spans.len(), &|a, b| spans[a].cmp(&spans[b])) {
            let (first, last) = spans[at as usize];
            match off.last_mut() {
                Some(run) if first <= run.1.add_days(1) => run.1 = run.1.max(last),
                _ => off.push((first, last)),
            }
        }
        Workdays { off, inexact }
    }

    /// How many working days lie after `from`, up to and with `to`; negative, counted the other way round, when `to` lies
    /// before `from`.
    ///
    /// ```
    /// use annals::{model::Day, query::Workdays};
    /// let day = |of_month| Day::new(2026, 11, of_month).unwrap();
    /// let plain = Workdays::default();
    /// // Sunday 22 November 2026 to Friday the 27th, and on to Monday the 30th.
    /// assert_eq!([plain.between(day(22), day(27)), plain.between(day(22), day(30))], [5, 6]);
    /// assert_eq!(plain.between(day(27), day(22)), -5);
    /// ```
    pub fn between(&self, from: Day, to: Day) -> i64 {
        if to < from {
            return -self.between(to, from);
        }
        let holidays = self.off.iter().map(|&(first, last)| {
            // The part of the run after `from` and not after `to`.
            let (first, last) = (first.max(from.add_days(1)), last.min(to));
            if first <= last { weekdays(last) - weekdays(first.add_days(-1)) } else { 0 }
        });
        weekdays(to) - weekdays(from) - holidays.sum::<i64>()
    }

    /// Whether a holiday is listed for each year from one day to another; without, only weekends are taken off there.
    pub fn covers(&self, from: Day, to: Day) -> bool {
        let (first, last) = (from.min(to).year(), from.max(to).year());
        let listed = |year| self.off.iter().any(|(from, to)| (from.year()..=to.year()).contains(&year));
        // So long a time no list covers.
        last - first < 200 && (first..=last).all(listed)
    }
}

/// The first and the last day, of a date known to the day at both ends.
pub(crate) fn exact_span(date: &Edtf) -> Option<(Day, Day)> {
    let is_exact = |end: Option<Edtf>| end.is_some_and(|end| end.precision() <= Precision::Day);
    let exact = if date.is_interval() {
        is_exact(date.start()) && is_exact(date.end())
    } else {
        date.precision() <= Precision::Day
    };
    let (first, last) = date.earliest().zip(date.latest())?;
    (exact && first <= last && (date.is_interval() || first == last)).then_some((first, last))
}

/// How many days from Monday to Friday there are up to and with a day, counted from some Monday long ago.
fn weekdays(day: Day) -> i64 {
    // 5 January 1970 was a Monday.
    let days = day.unix_days() - 4 + 1;
    let (weeks, rest) = (days.div_euclid(7), days.rem_euclid(7));
    weeks * 5 + rest.min(5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn holidays(dates: &[&str]) -> Vec<Holiday> {
        dates.iter().map(|date| Holiday { date: Edtf::parse(date).unwrap(), title: None }).collect()
    }

    #[test]
    fn holidays_are_days_and_spans_of_days() {
        let days =
            Workdays::new(&holidays(&["2026-10-01/2026-10-07", "2026-10-05", "2026-05", "XXXX-01-01", "2026-12-2X"]));
        assert_eq!((days.off.len(), days.inexact), (1, 3));
        let day = |month, of_month| Day::new(2026, month, of_month).unwrap();
        // 30 September is a Wednesday; the five weekdays of the week of holidays are off, then Thursday and Friday.
        assert_eq!(days.between(day(9, 30), day(10, 9)), 2);
        assert!(days.covers(day(1, 1), day(12, 31)) && !days.covers(day(12, 1), day(12, 31).add_days(1)));
        assert!(!Workdays::default().covers(day(1, 1), day(1, 1)));
    }

    proptest! {
        #[test]
        fn working_days_are_those_counted_one_by_one(
            from in -800_i64..800, length in -400_i64..400,
            off in prop::collection::vec((-800_i64..800, 0_i64..12), 0..8),
        ) {
            let day = Day::from_unix_days;
            let texts: Vec<String> = off.iter().map(|&(first, more)| match more {
                0 => day(first).to_string(),
                _ => format!("{}/{}", day(first), day(first + more)),
            }).collect();
            let days = Workdays::new(&holidays(&texts.iter().map(String::as_str).collect::<Vec<_>>()));
            let is_off = |one: i64| off.iter().any(|&(first, more)| (first..=first + more).contains(&one));
            let works = |one: &i64| day(*one).weekday() < 6 && !is_off(*one);
            let (low, high) = (from.min(from + length), from.max(from + length));
            let counted = (low + 1..=high).filter(works).count() as i64 * length.signum();
            prop_assert_eq!(days.between(day(from), day(from + length)), counted);
        }
    }
}
