//! Between the span on screen and the ends that a link holds.

use crate::{
    model::{Day, Edtf},
    scale::{Limits, Span},
    state::Bound,
};

/// The span to show: what the link says, else what the figure starts with, else all. What a link says exactly is taken
/// exactly, and only held within what can be looked at.
pub fn span_of_state(
    (from, to): (Option<&Bound>, Option<&Bound>),
    (figure_from, figure_to): (Option<&Edtf>, Option<&Edtf>),
    limits: Limits,
) -> Span {
    let asked = from.is_some() || to.is_some();
    let start = match from {
        Some(Bound::Date(date)) => date.earliest(),
        Some(_) => None,
        None => figure_from.and_then(Edtf::earliest).filter(|_| !asked),
    };
    let end = match to {
        Some(Bound::Date(date)) => date.latest(),
        Some(_) => None,
        None => figure_to.and_then(Edtf::latest).filter(|_| !asked),
    };
    let start = start.map_or(limits.domain.start, |day| day.unix_days() as f64);
    let end = end.map_or(limits.domain.end, |day| day.unix_days() as f64 + 1.0);
    limits.hold(Span::new(start, end))
}

/// The ends of a span as a link holds them: whole days, as many as the span has, so that moving it by parts of a day
/// never makes it longer; or the symbolic ends where all is shown.
pub fn bounds_of(span: Span, limits: Limits) -> (Bound, Bound) {
    let date = |day: i64| Bound::Date(Edtf::from_day(Day::from_unix_days(day)));
    let all = limits.domain;
    let first = span.start.round();
    let whole = Span::new(first, first + span.days().round().max(1.0));
    let from = if span.start <= all.start { Bound::Earliest } else { date(whole.first_day()) };
    let to = if span.end >= all.end { Bound::Latest } else { date(whole.last_day()) };
    (from, to)
}

/// A span as a link would hold it.
pub fn in_whole_days(span: Span, limits: Limits) -> Span {
    let (from, to) = bounds_of(span, limits);
    span_of_state((Some(&from), Some(&to)), (None, None), limits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits() -> Limits {
        Limits::new(Span::from_days(0, 9_999))
    }

    #[test]
    fn a_span_survives_the_link() {
        let span = Span::from_days(1_000, 2_000);
        let (from, to) = bounds_of(span, limits());
        assert_eq!(span_of_state((Some(&from), Some(&to)), (None, None), limits()), span);
    }

    #[test]
    fn a_move_by_parts_of_a_day_keeps_the_length() {
        for part in [0.2, 0.5, 0.7] {
            let span = Span::from_days(1_000, 2_000).pan(part);
            let (from, to) = bounds_of(span, limits());
            assert_eq!(span_of_state((Some(&from), Some(&to)), (None, None), limits()).days(), 1_001.0);
        }
    }

    #[test]
    fn a_move_to_the_very_end_keeps_the_length() {
        // Room around so many days is no whole number of days by itself.
        for (first, last) in [(0, 9_998), (0, 0), (0, 1), (3, 1_000)] {
            let limits = Limits::around(first, last);
            let days = (limits.domain.days() / 2.0).floor().max(limits.min_days);
            let span = Span::new(limits.domain.start, limits.domain.start + days);
            for by in [1e6, -1e6, 0.3] {
                let moved = in_whole_days(limits.pan(span, by), limits);
                assert_eq!((moved.last_day() - moved.first_day() + 1) as f64, days, "{first} to {last}, by {by}");
            }
        }
    }

    #[test]
    fn all_of_it_stays_symbolic() {
        assert_eq!(bounds_of(limits().domain, limits()), (Bound::Earliest, Bound::Latest));
    }

    #[test]
    fn the_figure_says_where_to_start_only_while_the_link_says_nothing() {
        let figure = Edtf::parse("1980").unwrap();
        let start = |from: Option<&Bound>| span_of_state((from, None), (Some(&figure), None), limits()).first_day();
        assert_eq!(start(None), 3_652);
        assert_eq!(start(Some(&Bound::Earliest)), 0);
    }
}
