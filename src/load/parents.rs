//! Items that are parts of others: no circles, and no more levels than allowed.

use super::diagnostic::Code;

/// Takes out parents that close a circle or go beyond `most` levels; returns the items concerned and what was wrong.
/// `parents`: per item the index of its parent.
pub(super) fn mend(parents: &mut [Option<usize>], most: usize) -> Vec<(usize, Code)> {
    let mut faults = Vec::new();
    // Levels count from 1; 0 while unknown. Marks tell in which walk an item was met.
    let (mut levels, mut marks) = (vec![0usize; parents.len()], vec![usize::MAX; parents.len()]);
    for first in 0..parents.len() {
        let mut chain = Vec::new();
        let mut at = Some(first);
        let mut level = 0;
        while let Some(index) = at {
            if levels[index] > 0 {
                level = levels[index];
                break;
            }
            if marks[index] == first {
                // The item reached last closes the circle.
                if let Some(&last) = chain.last() {
                    parents[last] = None;
                    faults.push((last, Code::ParentCycle));
                }
                break;
            }
            marks[index] = first;
            chain.push(index);
            at = parents[index];
        }
        for index in chain.into_iter().rev() {
            level += 1;
            if level > most {
                parents[index] = None;
                faults.push((index, Code::TrackDepth));
                level = 1;
            }
            levels[index] = level;
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_cut_and_depth_is_limited() {
        let mut parents = [Some(1), Some(2), Some(0), None, Some(3), Some(4), Some(6), Some(6)];
        let faults = mend(&mut parents, 2);
        assert!(faults.contains(&(2, Code::ParentCycle)) && faults.contains(&(6, Code::ParentCycle)));
        assert!(faults.contains(&(5, Code::TrackDepth)));
        assert_eq!(parents[4], Some(3));
        assert!(mend(&mut parents, 2).is_empty());
    }
}
