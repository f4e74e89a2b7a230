//! What leads back to itself.

/// Tells of each link that closes a circle, in the order in which a walk along the links meets them: its circle, from the item
/// that the link leads to up to the one that has it. `links`: per item the places of the items that it points to. The time
/// that it takes grows with the number of links.
///
/// ```
/// let mut found = Vec::new();
/// annals::circles::circles(&[vec![1], vec![2], vec![0, 2]], &mut |circle| found.push(circle.to_vec()));
/// assert_eq!(found, [vec![0, 1, 2], vec![2]]);
/// ```
pub fn circles(links: &[Vec<usize>], tell: &mut dyn FnMut(&[usize])) {
    // Which items were left for good, how many of its links were followed of each, and where it stands on the way.
    let (mut done, mut next) = (vec![false; links.len()], vec![0; links.len()]);
    let mut place = vec![None; links.len()];
    for first in 0..links.len() {
        let mut way = if done[first] { Vec::new() } else { vec![first] };
        place[first] = Some(0);
        while let Some(&item) = way.last() {
            let Some(&to) = links[item].get(next[item]) else {
                (done[item], place[item]) = (true, None);
                way.pop();
                continue;
            };
            next[item] += 1;
            match place[to] {
                _ if done[to] => {}
                Some(from) => tell(&way[from..]),
                None => {
                    place[to] = Some(way.len());
                    way.push(to);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The links that close a circle.
    fn closing(links: &[Vec<usize>]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        circles(links, &mut |circle| found.push((circle[circle.len() - 1], circle[0])));
        found
    }

    #[test]
    fn each_closing_link_is_told_once() {
        assert_eq!(closing(&[vec![1, 2], vec![2], vec![], vec![3]]), [(3, 3)]);
        assert_eq!(closing(&[vec![1], vec![2], vec![0, 3], vec![]]), [(2, 0)]);
        assert_eq!(closing(&[vec![1], vec![0], vec![0]]), [(1, 0)]);
    }

    #[test]
    fn a_long_circle_is_walked_in_no_time() {
        let count = 200_000;
        // Each item leads to the next one and back to the first.
        let links: Vec<Vec<usize>> = (0..count).map(|at| vec![(at + 1) % count, 0]).collect();
        assert_eq!(closing(&links).len(), count + 1);
    }
}
