//! Where labels stand that each belong to a height of their own: as near to it as they can without touching.

use crate::order;

/// Moves labels apart along one axis, as little as can be. `wanted`: the middle and the height of each label, in any order.
/// Returns their middles, in the same order. They stay between `top` and `bottom` where there is room for all; else they
/// begin at `top`.
///
/// ```
/// use annals::layout::spread::spread;
/// assert_eq!(spread(&[(10.0, 4.0), (50.0, 4.0)], 0.0, 100.0), [10.0, 50.0]);
/// assert_eq!(spread(&[(50.0, 4.0), (50.0, 4.0)], 0.0, 100.0), [48.0, 52.0]);
/// assert_eq!(spread(&[(99.0, 4.0)], 0.0, 100.0), [98.0]);
/// ```
pub fn spread(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    let order = order::sorted(wanted.len(), &|a, b| wanted[a].0.total_cmp(&wanted[b].0));
    let total: f64 = wanted.iter().map(|(_, height)| height).sum();
    // Without what stands above it, each label wants a place of its own; places that would fall back are shared.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    let mut above = 0.0;
    for &at in &order {
        let (middle, height) = wanted[at as usize];
        blocks.push((middle - height / 2.0 - above, 1));
        above += height;
        while let [.., (one, few), (next, more)] = blocks[..]
            && one > next
        {
            let count = few + more;
            blocks.pop();
            blocks.pop();
            blocks.push(((one * few as f64 + next * more as f64) / count as f64, count));
        }
    }
    let last = (bottom - total).max(top);
    let starts = blocks.iter().flat_map(|&(start, count)| std::iter::repeat_n(start.clamp(top, last), count));
    let mut middles = vec![0.0; wanted.len()];
    let mut above = 0.0;
    for (&at, start) in order.iter().zip(starts) {
        let height = wanted[at as usize].1;
        middles[at as usize] = start + above + height / 2.0;
        above += height;
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn labels_keep_apart_and_inside(wanted in prop::collection::vec((-50.0..350.0f64, 2.0..20.0f64), 0..14)) {
            let middles = spread(&wanted, 0.0, 300.0);
            for (at, (middle, (_, height))) in middles.iter().zip(&wanted).enumerate() {
                prop_assert!(middle - height / 2.0 > -1e-6 && middle + height / 2.0 < 300.0 + 1e-6);
                for (other, (_, other_height)) in middles.iter().zip(&wanted).skip(at + 1) {
                    prop_assert!((middle - other).abs() > (height + other_height) / 2.0 - 1e-6);
                }
            }
        }
    }
}
