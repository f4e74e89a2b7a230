//! The map between numbers and pixels, with round ticks.

/// The map from a stretch of numbers to a stretch of pixels, either way round.
///
/// ```
/// use annals::scale::LinearScale;
///
/// let scale = LinearScale { domain: (0.0, 50.0), range: (200.0, 0.0) };
/// assert_eq!(scale.px_from_value(25.0), 100.0);
/// assert_eq!(scale.value_from_px(100.0), 25.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinearScale {
    /// First and last number.
    pub domain: (f64, f64),
    /// Where these two are, in pixels.
    pub range: (f64, f64),
}

impl LinearScale {
    /// Where a number is.
    pub fn px_from_value(self, value: f64) -> f64 {
        let ((from, to), (start, end)) = (self.domain, self.range);
        if from == to { start } else { start + (value - from) / (to - from) * (end - start) }
    }

    /// The number at a place.
    pub fn value_from_px(self, px: f64) -> f64 {
        let ((from, to), (start, end)) = (self.domain, self.range);
        if start == end { from } else { from + (px - start) / (end - start) * (to - from) }
    }
}

/// Whole-number ticks for counts from 0 up to `max`: at most `most` steps of 1, 2 or 5 times a power of ten. The last
/// tick is not below `max`; there are at least two.
///
/// ```
/// assert_eq!(annals::scale::linear::count_ticks(23, 5), [0, 5, 10, 15, 20, 25]);
/// assert_eq!(annals::scale::linear::count_ticks(0, 5), [0, 1]);
/// ```
pub fn count_ticks(max: u64, most: u64) -> Vec<u64> {
    let most = most.max(1);
    let mut power = 1u64;
    let step = 'found: loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            if max.div_ceil(step) <= most {
                break 'found step;
            }
        }
        power = power.saturating_mul(10);
    };
    (0..=max.div_ceil(step).max(1)).map(|n| n.saturating_mul(step)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ticks_cover_the_counts(max in 0u64..1_000_000_000_000, most in 1u64..20) {
            let ticks = count_ticks(max, most);
            prop_assert!(ticks.len() >= 2 && ticks.len() as u64 <= most + 1);
            prop_assert!(*ticks.last().unwrap() >= max);
            prop_assert!(ticks.windows(2).all(|pair| pair[1] - pair[0] == ticks[1]));
        }

        #[test]
        fn value_from_px_undoes_px_from_value(a in -1e6..1e6f64, length in 1.0..1e6f64, value in -1e6..1e6f64) {
            let scale = LinearScale { domain: (a, a + length), range: (300.0, 12.0) };
            prop_assert!((scale.value_from_px(scale.px_from_value(value)) - value).abs() < 1e-3);
        }
    }
}
