//! One way to sort: by a comparison of numbers. Every sort of the page goes through here, because each instance of the
//! sort of the standard library is some kilobytes of code to download.

use std::cmp::Ordering;

/// Sorts numbers, mostly places in some list. Equal ones come in the order of the numbers.
///
/// ```
/// let ages = [7, 3, 7, 1];
/// let mut places = vec![3, 2, 1, 0];
/// annals::order::sort(&mut places, &|a, b| ages[a as usize].cmp(&ages[b as usize]));
/// assert_eq!(places, [3, 1, 0, 2]);
/// ```
pub fn sort(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
}

/// The numbers below `count`, sorted; equal ones stay in their order.
pub fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut numbers: Vec<u32> = (0..count as u32).collect();
    sort(&mut numbers, &|a, b| compare(a as usize, b as usize));
    numbers
}

/// References to all items of a list, sorted; equal ones stay in their order.
///
/// ```
/// let words = ["three", "on", "four", "to"];
/// let by_length = annals::order::in_order(&words, &|a, b| a.len().cmp(&b.len()));
/// assert_eq!(by_length, [&"on", &"to", &"four", &"three"]);
/// ```
pub fn in_order<'a, T>(items: &'a [T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<&'a T> {
    let places = sorted(items.len(), &|a, b| compare(&items[a], &items[b]));
    places.into_iter().map(|at| &items[at as usize]).collect()
}
