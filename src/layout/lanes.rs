//! Packing: which row each of many stretches goes to, so that none overlap.

use std::collections::BTreeMap;

/// Packs stretches into the fewest lanes in which none overlap (greedy interval partitioning).
/// `stretches`: (left, right), sorted by left, never empty ones. Returns one lane per stretch, same order, 0 at the top.
/// Stretches may touch; put a gap into their right ends to keep them apart.
///
/// ```
/// assert_eq!(annals::layout::lanes::pack(&[(0.0, 5.0), (1.0, 3.0), (3.0, 9.0), (6.0, 7.0)]), [0, 1, 1, 0]);
/// ```
pub fn pack(stretches: &[(f64, f64)]) -> Vec<usize> {
    let mut ends: Vec<f64> = Vec::new();
    stretches
        .iter()
        .map(|&(left, right)| {
            let free = ends.iter().position(|&end| end <= left).unwrap_or(ends.len());
            if free == ends.len() {
                ends.push(right);
            } else {
                ends[free] = right;
            }
            free
        })
        .collect()
}

/// Lanes that are filled in any order: what comes first gets its place first.
#[derive(Clone, Debug, Default)]
pub struct Lanes {
    lanes: Vec<BTreeMap<Place, f64>>,
}

/// A left end, ordered.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place(f64);

impl Eq for Place {}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Place) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Place) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Lanes {
    /// So many empty lanes.
    pub fn new(count: usize) -> Lanes {
        Lanes { lanes: vec![BTreeMap::new(); count] }
    }

    /// Whether a stretch can go to a lane.
    pub fn is_free(&self, lane: usize, left: f64, right: f64) -> bool {
        let Some(lane) = self.lanes.get(lane) else { return false };
        let before = lane.range(..=Place(left)).next_back();
        let after = lane.range(Place(left)..).next();
        before.is_none_or(|(_, &end)| end <= left) && after.is_none_or(|(start, _)| start.0 >= right)
    }

    /// Puts a stretch into the first lane that has room and says which; `None` if none has.
    pub fn put(&mut self, left: f64, right: f64) -> Option<usize> {
        let lane = (0..self.lanes.len()).find(|&lane| self.is_free(lane, left, right))?;
        self.put_into(lane, left, right);
        Some(lane)
    }

    /// Puts a stretch into a lane that has room for it; nothing without such a lane.
    pub fn put_into(&mut self, lane: usize, left: f64, right: f64) {
        if let Some(lane) = self.lanes.get_mut(lane) {
            lane.insert(Place(left), right);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stretches() -> impl Strategy<Value = Vec<(f64, f64)>> {
        prop::collection::vec((0.0..1_000.0f64, 0.1..200.0f64), 0..80)
            .prop_map(|pairs| pairs.into_iter().map(|(left, length)| (left, left + length)).collect())
    }

    fn overlap(a: (f64, f64), b: (f64, f64)) -> bool {
        a.0 < b.1 && b.0 < a.1
    }

    proptest! {
        #[test]
        fn packed_lanes_do_not_overlap_and_are_few(mut all in stretches()) {
            all.sort_by(|a, b| a.0.total_cmp(&b.0));
            let lanes = pack(&all);
            for i in 0..all.len() {
                for j in 0..i {
                    prop_assert!(lanes[i] != lanes[j] || !overlap(all[i], all[j]));
                }
            }
            let deepest = all.iter().map(|a| all.iter().filter(|b| b.0 <= a.0 && a.0 < b.1).count()).max().unwrap_or(0);
            prop_assert_eq!(lanes.iter().max().map_or(0, |lane| lane + 1), deepest);
        }

        #[test]
        fn lanes_filled_in_any_order_do_not_overlap(all in stretches(), count in 0usize..5) {
            let mut lanes = Lanes::new(count);
            let put: Vec<_> = all.iter().map(|&(left, right)| lanes.put(left, right)).collect();
            for i in 0..all.len() {
                prop_assert!(put[i].is_none_or(|lane| lane < count));
                for j in 0..i {
                    prop_assert!(put[i].is_none() || put[i] != put[j] || !overlap(all[i], all[j]));
                }
            }
        }
    }
}
