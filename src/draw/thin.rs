//! What is drawn where there is no room for every value: along an axis neighbours stand together in bins, in a list the first
//! stand for themselves and the rest are counted.

use std::ops::Range;

/// Values that are nearer to each other than this on average stand in bins.
const NEAR_PX: f64 = 10.0;
/// Least width of a bin: the least that a finger finds.
const BIN_PX: f64 = 24.0;
/// A figure has about as many marks at most, however many lines they are spread over.
const MOST_MARKS: usize = 240;
/// A line has at least as many.
const LEAST_MARKS: usize = 4;
/// A list has no more rows than this.
pub const MOST_ROWS: usize = 60;

/// How many bins fit into `px`, where `lines` lines share the marks of a figure; `None` where `count` values have room.
fn fitting(count: usize, px: f64, lines: usize) -> Option<usize> {
    let most = (MOST_MARKS / lines.max(1)).max(LEAST_MARKS);
    let is_near = count as f64 * NEAR_PX > px || count > most;
    let bins = ((px / BIN_PX).floor().max(1.0) as usize).min(most);
    (is_near && count > bins).then_some(bins)
}

/// Values along an axis that is `px` long: which stand together, in order. `shares`: where each is, from 0 to 1, sorted.
/// `lines` share the marks of the figure. `None` where all have room.
///
/// ```
/// use annals::draw::thin::bins;
/// assert_eq!(bins(&[0.0, 0.5, 1.0], 30.0, 1), None);
/// assert_eq!(bins(&[0.0, 0.1, 0.2, 0.9, 1.0], 48.0, 1), Some(vec![0..3, 3..5]));
/// ```
pub fn bins(shares: &[f64], px: f64, lines: usize) -> Option<Vec<Range<usize>>> {
    let count = fitting(shares.len(), px, lines)?;
    let bin_of = |share: f64| ((share * count as f64).floor().max(0.0) as usize).min(count - 1);
    let mut bins: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (at, share) in shares.iter().enumerate() {
        let bin = Some(bin_of(*share));
        match bins.last_mut() {
            Some(open) if bin == last => open.end = at + 1,
            _ => bins.push(at..at + 1),
        }
        last = bin;
    }
    Some(bins)
}

/// The same of places side by side, such as those of dates: as many to a bin as need be. A place holds a mark of each of `lines`.
pub fn chunks(count: usize, px: f64, lines: usize) -> Option<Vec<Range<usize>>> {
    let size = count.div_ceil(fitting(count, px, lines)?);
    Some((0..count).step_by(size).map(|from| from..(from + size).min(count)).collect())
}

/// Of rows in one list, how many are drawn and how many are not.
pub fn first(count: usize) -> (usize, usize) {
    let drawn = count.min(MOST_ROWS);
    (drawn, count - drawn)
}

/// How many of the rows are drawn that hold so many marks each: the first ones, of which there is always one.
///
/// ```
/// use annals::draw::thin::filled;
/// assert_eq!(filled(&[100, 100, 50]), (2, 1));
/// assert_eq!(filled(&[900]), (1, 0));
/// ```
pub fn filled(marks: &[usize]) -> (usize, usize) {
    let mut sum = 0;
    let has_room = |marks: &&usize| {
        sum += **marks;
        sum <= MOST_MARKS
    };
    let drawn = marks.iter().take(MOST_ROWS).take_while(has_room).count().max(marks.len().min(1));
    (drawn, marks.len() - drawn)
}

/// Of rows in several groups, how many of each are drawn, and how many are not drawn at all.
///
/// ```
/// use annals::draw::thin::rows;
/// assert_eq!(rows(&[20, 30]), (vec![20, 30], 0));
/// assert_eq!(rows(&[50, 90, 7]), (vec![50, 10, 0], 87));
/// ```
pub fn rows(groups: &[usize]) -> (Vec<usize>, usize) {
    let mut room = MOST_ROWS;
    let drawn: Vec<usize> = groups
        .iter()
        .map(|count| {
            let drawn = (*count).min(room);
            room -= drawn;
            drawn
        })
        .collect();
    let rest = groups.iter().sum::<usize>() - drawn.iter().sum::<usize>();
    (drawn, rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bins_hold_each_value_once_and_have_room(mut shares in prop::collection::vec(0.0..=1.0f64, 0..2_000), px in 20.0..1_400.0f64, lines in 1..200usize) {
            shares.sort_by(f64::total_cmp);
            for bins in [bins(&shares, px, lines), chunks(shares.len(), px, lines)] {
                let Some(bins) = bins else {
                    prop_assert!(shares.len() as f64 * NEAR_PX <= px || shares.len() <= (px / BIN_PX) as usize + 1);
                    continue;
                };
                prop_assert!(bins.len() as f64 * BIN_PX <= px.max(BIN_PX));
                prop_assert!(bins.len() * lines <= MOST_MARKS.max(lines * LEAST_MARKS));
                prop_assert_eq!(bins.first().map(|bin| bin.start), Some(0));
                prop_assert_eq!(bins.last().map(|bin| bin.end), Some(shares.len()));
                prop_assert!(bins.windows(2).all(|pair| pair[0].end == pair[1].start && !pair[0].is_empty()));
            }
        }
    }
}
