//! Shares of a whole in words, and how they are rounded.

use crate::order;

/// The percentages of parts, as they are written. Of the declared complete whole they are whole numbers that add up to 100, by
/// the largest remainders; else each is exact to one decimal and nothing is made to add up.
pub fn percentages(parts: &[f64], whole: f64, is_complete: bool) -> Vec<String> {
    let exact: Vec<f64> = parts.iter().map(|part| part / whole * 100.0).collect();
    if !is_complete || (exact.iter().sum::<f64>() - 100.0).abs() > 1e-6 {
        return exact.iter().map(|share| format!("{share:.1}%")).collect();
    }
    let mut floors: Vec<i64> = exact.iter().map(|share| (share + 1e-9).floor() as i64).collect();
    let missing = (100 - floors.iter().sum::<i64>()).max(0) as usize;
    let rest = |at: usize| exact[at] - floors[at] as f64;
    for at in order::sorted(exact.len(), &|a, b| rest(b).total_cmp(&rest(a))).into_iter().take(missing) {
        floors[at as usize] += 1;
    }
    floors.iter().map(|share| format!("{share}%")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shares_are_rounded_as_declared() {
        assert_eq!(percentages(&[1.0, 1.0, 1.0], 3.0, true), ["34%", "33%", "33%"]);
        assert_eq!(percentages(&[1.0, 1.0, 1.0], 3.0, false), ["33.3%", "33.3%", "33.3%"]);
        assert_eq!(percentages(&[0.0, 7.0], 7.0, true), ["0%", "100%"]);
        // What is not the whole is never made to be.
        assert_eq!(percentages(&[1.0, 1.0], 3.0, true), ["33.3%", "33.3%"]);
    }

    proptest! {
        #[test]
        fn shares_of_the_whole_add_up(parts in prop::collection::vec(0.0..1e6f64, 1..12)) {
            let whole: f64 = parts.iter().sum();
            prop_assume!(whole > 1.0);
            let sum: i64 = percentages(&parts, whole, true)
                .iter().map(|share| share.trim_end_matches('%').parse::<i64>().unwrap()).sum();
            prop_assert_eq!(sum, 100);
        }
    }
}
