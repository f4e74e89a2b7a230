//! The timeline as a list, for narrow screens and for those who listen: years, and months within them.

/// A list of items by year and month, from the earliest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agenda {
    /// The years in which something is listed.
    pub years: Vec<AgendaYear>,
}

/// A year of an agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaYear {
    /// The year; 0 is 1 BCE. `None` for what is open to the past.
    pub year: Option<i64>,
    /// Its parts in order; first, with no month, what is known by the year alone.
    pub months: Vec<AgendaMonth>,
}

/// A month of an agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaMonth {
    /// 1 to 12; `None` for what is known by the year, season or quarter alone.
    pub month: Option<u8>,
    /// Items by their place in the input, by first day, then last day, then as given; never empty.
    pub items: Vec<u32>,
}

use crate::{
    layout::timeline::{Extent, TimelineItem},
    model::Day,
    order,
    scale::Span,
};

/// Lists the items that are in `span` at any time. A range stands where it begins.
pub fn agenda(items: &[TimelineItem], span: Span) -> Agenda {
    let mut order: Vec<u32> = (0..items.len() as u32).filter(|&at| is_in(&items[at as usize], span)).collect();
    let key = |at: u32| {
        let item = &items[at as usize];
        let (year, month) = heading(item);
        let last = item.last.unwrap_or(i64::MAX);
        (year.unwrap_or(i64::MIN), month, item.first.or(item.last).unwrap_or(i64::MIN), last)
    };
    order::sort(&mut order, &|a, b| key(a).cmp(&key(b)));
    let mut years: Vec<AgendaYear> = Vec::new();
    for at in order {
        let (year, month) = heading(&items[at as usize]);
        if years.last().is_none_or(|last| last.year != year) {
            years.push(AgendaYear { year, months: Vec::new() });
        }
        let Some(last) = years.last_mut() else { continue };
        match last.months.last_mut() {
            Some(same) if same.month == month => same.items.push(at),
            _ => last.months.push(AgendaMonth { month, items: vec![at] }),
        }
    }
    Agenda { years }
}

/// Whether any of the item's days are in a span.
pub fn is_in(item: &TimelineItem, span: Span) -> bool {
    let (first, last) = match (item.extent, item.first, item.last) {
        (Extent::Instant, None, Some(day)) | (Extent::Instant, Some(day), None) => (Some(day), Some(day)),
        (_, first, last) => (first, last),
    };
    first.is_none_or(|day| (day as f64) < span.end) && last.is_none_or(|day| day as f64 + 1.0 > span.start)
}

/// The year and month an item is listed under.
fn heading(item: &TimelineItem) -> (Option<i64>, Option<u8>) {
    let Some(first) = item.first.or(if item.extent == Extent::Instant { item.last } else { None }) else {
        return (None, None);
    };
    let (year, month, _) = Day::from_unix_days(first).ymd();
    let whole = match item.extent {
        Extent::Instant => item.last.unwrap_or(first) - first,
        Extent::Span => item.start_slack,
    };
    (Some(year), (whole < 31).then_some(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> i64 {
        Day::parse(text).unwrap().unix_days()
    }

    #[test]
    fn years_hold_months_and_what_is_known_by_the_year_comes_first() {
        let on = |text| TimelineItem::on(day(text), text, text);
        let year = TimelineItem { last: Some(day("2019-12-31")), ..on("2019-01-01") };
        let open = TimelineItem { first: None, extent: Extent::Span, ..on("2020-03-01") };
        let items = [on("2019-11-16"), on("2018-06-02"), year, on("2019-11-02"), open];
        let agenda = agenda(&items, Span::from_days(day("2018-01-01"), day("2021-01-01")));
        let flat: Vec<_> = agenda
            .years
            .iter()
            .flat_map(|year| year.months.iter().map(move |month| (year.year, month.month, month.items.clone())))
            .collect();
        assert_eq!(
            flat,
            [
                (None, None, vec![4]),
                (Some(2018), Some(6), vec![1]),
                (Some(2019), None, vec![2]),
                (Some(2019), Some(11), vec![3, 0]),
            ]
        );
    }

    #[test]
    fn only_what_is_in_the_span_is_listed() {
        let items = [TimelineItem::on(10, "a", ""), TimelineItem::on(20, "b", "")];
        assert_eq!(agenda(&items, Span::from_days(11, 19)), Agenda::default());
        assert_eq!(agenda(&items, Span::from_days(20, 20)).years[0].months[0].items, [1]);
    }
}
