//! What was probably meant.

/// The word nearest to `written`, if few letters are wrong; of equally near ones the first in the alphabet.
pub(super) fn nearest<'a>(written: &str, words: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let letters = written.chars().count();
    if letters > 64 {
        return None;
    }
    let most = match letters {
        0..=2 => 0,
        3..=5 => 1,
        6..=9 => 2,
        _ => 3,
    };
    let written = written.to_lowercase();
    let near = words.filter(|word| word.len().abs_diff(written.len()) <= 3 * most);
    near.map(|word| (distance(&written, word), word)).filter(|(steps, _)| *steps <= most).min().map(|(_, word)| word)
}

/// Number of letters added, left out, changed or swapped with their neighbour (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (mut before, mut last) = (Vec::new(), (0..=b.len()).collect::<Vec<_>>());
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut steps = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                let swapped: &Vec<usize> = &before;
                steps = steps.min(swapped[j - 2] + 1);
            }
            row.push(steps);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_slips_are_recognised() {
        let words = ["title", "date", "tags", "track"];
        assert_eq!(nearest("titel", &mut words.into_iter()), Some("title"));
        assert_eq!(nearest("Date", &mut words.into_iter()), Some("date"));
        assert_eq!(nearest("colour", &mut words.into_iter()), None);
        assert_eq!(nearest("x", &mut words.into_iter()), None);
        assert_eq!((distance("", "abc"), distance("ab", "ba"), distance("kitten", "sitting")), (3, 1, 3));
    }
}
