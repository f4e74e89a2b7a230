//! The map between days and horizontal pixels, and the stretch of time that is looked at.
//!
//! Everything is a value: panning and zooming return a new [`Span`], the caller decides whether to use it.

/// First day that can be shown: 1 January -9999.
pub const FIRST_DAY: f64 = -4_371_587.0;
/// Day after the last one that can be shown: 1 January 10000.
pub const END_DAY: f64 = 2_932_897.0;
/// The longest month: what spans more days is known less exactly than a month.
pub const MONTH_DAYS: f64 = 31.0;
/// The shortest span that can be looked at.
pub const MIN_DAYS: f64 = 7.0;

/// A stretch of time: from `start` up to, but not including, `end`. Both are days since 1 January 1970.
///
/// ```
/// use annals::scale::Span;
///
/// let week = Span::from_days(18_216, 18_222);
/// assert_eq!(week.days(), 7.0);
/// assert_eq!((week.first_day(), week.last_day()), (18_216, 18_222));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// Where it begins.
    pub start: f64,
    /// Where it ends; never before `start`.
    pub end: f64,
}

impl Span {
    /// From one moment to another, in whichever order. What is not a number becomes 0, what is far out of the years
    /// ±9999 is held.
    pub fn new(a: f64, b: f64) -> Span {
        const FAR: f64 = 1e9;
        let [a, b] = [a, b].map(|day| if day.is_nan() { 0.0 } else { day.clamp(-FAR, FAR) });
        Span { start: a.min(b), end: a.max(b) }
    }

    /// From the beginning of the first day to the end of the last.
    pub fn from_days(first: i64, last: i64) -> Span {
        Span::new(first as f64, last.saturating_add(1) as f64)
    }

    /// Length in days.
    pub fn days(self) -> f64 {
        self.end - self.start
    }

    /// Its middle.
    pub fn middle(self) -> f64 {
        self.start + self.days() / 2.0
    }

    /// The first day of which any part lies in it.
    pub fn first_day(self) -> i64 {
        self.start.floor() as i64
    }

    /// The last day of which any part lies in it; not before [`Span::first_day`].
    pub fn last_day(self) -> i64 {
        ((self.end.ceil() - 1.0) as i64).max(self.first_day())
    }

    /// Whether the two share any time.
    pub fn intersects(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Moved by so many days, to the future if positive.
    pub fn pan(self, days: f64) -> Span {
        Span::new(self.start + days, self.end + days)
    }

    /// Made longer or shorter by `factor` (2 shows twice as much), so that `anchor_day` keeps its place on screen.
    pub fn zoom(self, factor: f64, anchor_day: f64) -> Span {
        let factor = if factor.is_finite() && factor > 0.0 { factor } else { 1.0 };
        Span::new(anchor_day - (anchor_day - self.start) * factor, anchor_day + (self.end - anchor_day) * factor)
    }

    /// Made longer on both sides by this share of its length.
    pub fn pad(self, share: f64) -> Span {
        let by = self.days() * share;
        Span::new(self.start - by, self.end + by)
    }
}

/// What can be looked at, and how closely.
///
/// ```
/// use annals::scale::{Limits, Span};
///
/// let limits = Limits::new(Span::from_days(0, 999));
/// let view = Span::from_days(900, 999).pan(50.0);
/// assert_eq!(limits.hold(view), Span::from_days(900, 999));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// All that can be looked at.
    pub domain: Span,
    /// The shortest span.
    pub min_days: f64,
}

impl Limits {
    /// Limits around a domain. It is cut to the years ±9999 and made at least [`MIN_DAYS`] long.
    pub fn new(domain: Span) -> Limits {
        let days = domain.days().max(MIN_DAYS);
        let start = (domain.middle() - days / 2.0).clamp(FIRST_DAY, END_DAY - MIN_DAYS);
        let end = (domain.middle() + days / 2.0).clamp(start + MIN_DAYS, END_DAY);
        Limits { domain: Span::new(start, end), min_days: MIN_DAYS }
    }

    /// Limits around data, with some room before and after (3 %, at least three days). They are whole days, so that a span
    /// of whole days is still one where they hold it.
    pub fn around(first: i64, last: i64) -> Limits {
        let data = Span::from_days(first, last);
        let room = (data.days() * 0.03).ceil().max(3.0);
        Limits::new(Span::new(data.start - room, data.end + room))
    }

    /// The nearest span that keeps the limits: same length if possible, moved inside.
    pub fn hold(self, span: Span) -> Span {
        let days = span.days().clamp(self.min_days.min(self.domain.days()), self.domain.days());
        let start = (span.middle() - days / 2.0).min(self.domain.end - days).max(self.domain.start);
        Span::new(start, start + days)
    }

    /// [`Span::pan`], held.
    pub fn pan(self, span: Span, days: f64) -> Span {
        self.hold(span.pan(days))
    }

    /// [`Span::zoom`], held: at the limits the anchor still keeps its place where it can.
    pub fn zoom(self, span: Span, factor: f64, anchor_day: f64) -> Span {
        let wanted = (span.days() * factor).clamp(self.min_days.min(self.domain.days()), self.domain.days());
        self.hold(span.zoom(wanted / span.days(), anchor_day))
    }
}

/// The map between days and horizontal pixels.
///
/// ```
/// use annals::scale::{Span, TimeScale};
///
/// let scale = TimeScale::fit(Span::from_days(0, 99), 16.0, 1_000.0);
/// assert_eq!(scale.x_from_day(50.0), 516.0);
/// assert_eq!(scale.day_from_x(516.0), 50.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TimeScale {
    /// The day at x = 0.
    pub first_day: f64,
    /// Width of a day; positive.
    pub px_per_day: f64,
}

impl TimeScale {
    /// The scale that shows `span` from `left_px` on over `width_px`.
    pub fn fit(span: Span, left_px: f64, width_px: f64) -> TimeScale {
        let px_per_day = width_px.max(1.0) / span.days().max(f64::MIN_POSITIVE);
        TimeScale { first_day: span.start - left_px / px_per_day, px_per_day }
    }

    /// Where a day begins.
    pub fn x_from_day(self, day: f64) -> f64 {
        (day - self.first_day) * self.px_per_day
    }

    /// The moment shown at `x`.
    pub fn day_from_x(self, x: f64) -> f64 {
        self.first_day + x / self.px_per_day
    }

    /// How wide so many days are.
    pub fn px_from_days(self, days: f64) -> f64 {
        days * self.px_per_day
    }

    /// How many days so many pixels are.
    pub fn days_from_px(self, px: f64) -> f64 {
        px / self.px_per_day
    }

    /// The span between two places on screen.
    pub fn span(self, left_px: f64, right_px: f64) -> Span {
        Span::new(self.day_from_x(left_px), self.day_from_x(right_px))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bounds_are_the_years_9999() {
        use crate::model::Day;
        assert_eq!(Day::new(-9999, 1, 1).unwrap().unix_days() as f64, FIRST_DAY);
        assert_eq!(Day::new(9999, 12, 31).unwrap().unix_days() as f64 + 1.0, END_DAY);
    }

    proptest! {
        #[test]
        fn day_from_x_undoes_x_from_day(
            start in -4e6..2.9e6f64, days in 7.0..7e6f64, width in 320.0..4e3f64, day in -4e6..2.9e6f64,
        ) {
            let scale = TimeScale::fit(Span::new(start, start + days), 16.0, width);
            let back = scale.day_from_x(scale.x_from_day(day));
            prop_assert!((back - day).abs() < 1e-6 * days.max(1.0), "{back} {day}");
        }

        #[test]
        fn held_spans_keep_the_limits(a in -6e6..6e6f64, b in -6e6..6e6f64, first in -5_000_000i64..3_000_000, days in 0i64..40_000) {
            let limits = Limits::around(first, first + days);
            let held = limits.hold(Span::new(a, b));
            prop_assert_eq!(limits.domain, Span::from_days(limits.domain.first_day(), limits.domain.last_day()));
            prop_assert!(held.start >= limits.domain.start && held.end <= limits.domain.end + 1e-6);
            prop_assert!(held.days() >= MIN_DAYS - 1e-6);
            prop_assert!(limits.domain.start >= FIRST_DAY && limits.domain.end <= END_DAY);
            let again = limits.hold(held);
            prop_assert!((again.start - held.start).abs() < 1e-6 && (again.end - held.end).abs() < 1e-6);
        }

        #[test]
        fn zoom_keeps_the_anchor(start in 0.0..1e4f64, days in 10.0..1e3f64, at in 0.0..1.0f64, factor in 0.2..5.0f64) {
            let span = Span::new(start, start + days);
            let anchor = start + days * at;
            let zoomed = span.zoom(factor, anchor);
            prop_assert!((zoomed.days() - days * factor).abs() < 1e-6);
            prop_assert!(((anchor - zoomed.start) / zoomed.days() - at).abs() < 1e-6);
        }
    }
}
