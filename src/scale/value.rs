//! The map between values and their place along an axis, evenly or by powers of ten, with round ticks.

/// The map from values to shares of an axis: 0 where it begins, 1 where it ends.
///
/// ```
/// use annals::scale::ValueScale;
///
/// let scale = ValueScale::fit(&mut [12.0, 96.0].into_iter(), Some(0.0), 5);
/// assert_eq!(scale.ticks(), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
/// assert_eq!(scale.share(25.0), 0.25);
/// let powers = ValueScale::fit_log(&mut [3.0, 8_000.0].into_iter(), 5).unwrap();
/// assert_eq!(powers.ticks(), [1.0, 10.0, 100.0, 1_000.0, 10_000.0]);
/// assert_eq!(powers.share(100.0), 0.5);
/// assert_eq!(ValueScale::fit_log(&mut [0.0].into_iter(), 5), None);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ValueScale {
    from: f64,
    to: f64,
    is_log: bool,
    ticks: Vec<f64>,
}

impl ValueScale {
    /// An even scale that holds all values, from `from` on where that is not above them, else as close around them as round
    /// ticks allow. There are at most `most` steps, one more where zero lies within.
    pub fn fit(values: &mut dyn Iterator<Item = f64>, from: Option<f64>, most: u32) -> ValueScale {
        let all: Vec<f64> = values.filter(|value| value.is_finite()).chain(from).collect();
        let low = all.iter().copied().reduce(f64::min).unwrap_or(0.0);
        let high = all.iter().copied().reduce(f64::max).unwrap_or(0.0);
        let ticks = ticks(low, high, most.max(1));
        let (from, to) = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
        ValueScale { from, to, is_log: false, ticks }
    }

    /// An even scale from the lowest value to the highest, for axes without ticks.
    pub fn fit_close(values: &mut dyn Iterator<Item = f64>) -> ValueScale {
        let all: Vec<f64> = values.filter(|value| value.is_finite()).collect();
        let from = all.iter().copied().reduce(f64::min).unwrap_or(0.0);
        let to = all.iter().copied().reduce(f64::max).filter(|to| *to > from).unwrap_or(from + 1.0);
        ValueScale { from, to, is_log: false, ticks: vec![from, to] }
    }

    /// A scale of powers of ten around all values; `None` where one of them is not above zero, or there is none.
    pub fn fit_log(values: &mut dyn Iterator<Item = f64>, most: u32) -> Option<ValueScale> {
        let all: Vec<f64> = values.collect();
        if all.iter().any(|value| *value <= 0.0 || !value.is_finite()) {
            return None;
        }
        let (low, high) = (all.iter().copied().reduce(f64::min)?, all.iter().copied().reduce(f64::max)?);
        let (first, last) = (log10(low).floor() as i32, log10(high).ceil() as i32);
        let last = last.max(first + 1);
        let decades = last.abs_diff(first);
        let step = decades.div_ceil(most.max(1)) as usize;
        let within: &[i64] = if decades <= 2 { &[1, 2, 5] } else { &[1] };
        let powers = (first..last).step_by(step);
        let ticks = powers.flat_map(|power| within.iter().map(move |factor| scaled(*factor, power)));
        let ticks = ticks.chain([scaled(1, last)]).collect();
        Some(ValueScale { from: f64::from(first), to: f64::from(last), is_log: true, ticks })
    }

    /// The round values, from low to high; at least two.
    pub fn ticks(&self) -> &[f64] {
        &self.ticks
    }

    /// Whether it goes by powers of ten.
    pub fn is_log(&self) -> bool {
        self.is_log
    }

    /// Where a value is along the axis; where it begins, for one that powers of ten never reach.
    pub fn share(&self, value: f64) -> f64 {
        if self.is_log && value <= 0.0 {
            return 0.0;
        }
        let value = if self.is_log { log10(value) } else { value };
        // Halved, because the length of an axis may be more than a number holds.
        (value / 2.0 - self.from / 2.0) / (self.to / 2.0 - self.from / 2.0)
    }
}

/// Round values around `low` and `high`, in steps of 1, 2 or 5 times a power of ten.
fn ticks(low: f64, high: f64, most: u32) -> Vec<f64> {
    /// Powers of ten of a step: below and beyond these, numbers of the data are not written.
    const POWERS: std::ops::Range<i32> = -9..17;
    /// More steps from zero are not told apart by a number.
    const MOST_COUNT: u64 = 1 << 50;
    let steps = POWERS.flat_map(|power| [1, 2, 5].map(|factor| (factor, power)));
    let ends = |(factor, power): (i64, i32)| {
        let step = scaled(factor, power);
        ((low / step).floor() as i64, (high / step).ceil() as i64)
    };
    let is_wide = |step: &(i64, i32)| {
        let (first, last) = ends(*step);
        // Around zero two part steps are one more.
        let most = i64::from(most) + i64::from(first < 0 && last > 0);
        first.unsigned_abs().max(last.unsigned_abs()) < MOST_COUNT && last - first <= most
    };
    let coarsest = (5, POWERS.end - 1);
    let (factor, power) = if low == high { (1, 0) } else { steps.clone().find(is_wide).unwrap_or(coarsest) };
    let (first, last) = ends((factor, power));
    (first..=last.max(first + 1)).map(|count| scaled(count.saturating_mul(factor), power)).collect()
}

/// A count times a power of ten, as near as a number can be.
fn scaled(count: i64, power: i32) -> f64 {
    let ten = (0..power.unsigned_abs()).fold(1.0, |product, _| product * 10.0);
    if power < 0 { count as f64 / ten } else { count as f64 * ten }
}

/// The power of ten that makes a number above zero. The same on all systems, unlike that of the standard library.
fn log10(value: f64) -> f64 {
    let (mut mantissa, mut exponent) = (value, 0.0);
    while mantissa >= 10.0 {
        (mantissa, exponent) = (mantissa / 10.0, exponent + 1.0);
    }
    while mantissa < 1.0 {
        (mantissa, exponent) = (mantissa * 10.0, exponent - 1.0);
    }
    // 2 artanh((m - 1) / (m + 1)) is ln m; near 1 its row ends soon.
    let root = mantissa.sqrt().sqrt();
    let part = (root - 1.0) / (root + 1.0);
    let mut power = part;
    let mut sum = 0.0;
    for odd in (1..40).step_by(2) {
        sum += power / f64::from(odd);
        power *= part * part;
    }
    exponent + 8.0 * sum / std::f64::consts::LN_10
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round() {
        let of = |values: &[f64], from| ValueScale::fit(&mut values.iter().copied(), from, 5).ticks;
        assert_eq!(of(&[0.12, 0.31], Some(0.0)), [0.0, 0.1, 0.2, 0.3, 0.4]);
        assert_eq!(of(&[-30.0, 45.0], Some(0.0)), [-40.0, -20.0, 0.0, 20.0, 40.0, 60.0]);
        assert_eq!(of(&[92.0, 97.0], Some(90.0)), [90.0, 92.0, 94.0, 96.0, 98.0]);
        assert_eq!(of(&[5.0], None), [5.0, 6.0]);
        assert_eq!(of(&[], None), [0.0, 1.0]);
        assert_eq!(of(&[9e15], Some(0.0)), [0.0, 2e15, 4e15, 6e15, 8e15, 1e16]);
        assert_eq!(ValueScale::fit_log(&mut [20.0, 70.0].into_iter(), 5).unwrap().ticks, [10.0, 20.0, 50.0, 100.0]);
    }

    proptest! {
        #[test]
        fn ticks_cover_the_values(
            values in prop::collection::vec(-9e15..9e15f64, 1..6), shrink in 0..12i32, from in prop::option::of(-100.0..100.0f64), most in 1u32..9,
        ) {
            let values: Vec<f64> = values.into_iter().map(|value| value / 10f64.powi(shrink)).collect();
            let scale = ValueScale::fit(&mut values.iter().copied(), from, most);
            prop_assert!((2..=most as usize + 2).contains(&scale.ticks.len()), "{:?}", scale.ticks);
            prop_assert!(scale.ticks.is_sorted());
            for value in values {
                prop_assert!((-1e-9..=1.0 + 1e-9).contains(&scale.share(value)), "{value} {:?}", scale.ticks);
            }
        }

        #[test]
        fn powers_are_those_of_the_standard_library(value in 1e-9..1e15f64) {
            prop_assert!((log10(value) - value.log10()).abs() < 1e-12);
            let scale = ValueScale::fit_log(&mut [value].into_iter(), 4).unwrap();
            prop_assert!((-1e-9..=1.0 + 1e-9).contains(&scale.share(value)));
        }
    }
}
