//! Words with a letter too many, too few, wrong or swapped with its neighbour.

/// Words longer than this are taken as they are.
const LONGEST: usize = 32;

/// How many letters are wrong in a word, compared with others: the optimal string alignment distance of Damerau and
/// Levenshtein. Made once for the word.
pub(super) struct Spelling {
    letters: Vec<char>,
    most: u8,
}

/// How many letters are wrong, if not too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Compared with the whole of the other word.
    pub whole: Option<u8>,
    /// Compared with the part of it that begins it and fits best.
    pub start: Option<u8>,
}

impl Spelling {
    pub fn new(word: &str, most: usize) -> Spelling {
        Spelling { letters: word.chars().take(LONGEST + 1).collect(), most: most as u8 }
    }

    /// Compares with another word.
    pub fn compare(&self, other: &str) -> Wrong {
        let count = self.letters.len();
        let none = Wrong { whole: None, start: None };
        if count > LONGEST || other.len() + usize::from(self.most) < count {
            return none;
        }
        // Rows of the matrix, a row for each letter of the other word.
        let mut rows = [[0u8; LONGEST + 1]; 3];
        for (at, steps) in rows[0].iter_mut().enumerate() {
            *steps = at as u8;
        }
        let mut start = None;
        let mut before = '\0';
        let mut nth = 0;
        for letter in other.chars() {
            nth += 1;
            let [last, row, earlier] = [(nth - 1) % 3, nth % 3, (nth + 1) % 3];
            rows[row][0] = nth as u8;
            let mut fewest = rows[row][0];
            for at in 1..=count {
                let own = self.letters[at - 1];
                let mut steps = rows[last][at - 1] + u8::from(own != letter);
                steps = steps.min(rows[last][at] + 1).min(rows[row][at - 1] + 1);
                if nth > 1 && at > 1 && own == before && self.letters[at - 2] == letter {
                    steps = steps.min(rows[earlier][at - 2] + 1);
                }
                rows[row][at] = steps;
                fewest = fewest.min(steps);
            }
            let here = rows[row][count];
            start = start.into_iter().chain(Some(here)).min().filter(|&steps| steps <= self.most);
            // No later row has fewer.
            if fewest > self.most {
                return Wrong { whole: None, start };
            }
            before = letter;
        }
        Wrong { whole: Some(rows[nth % 3][count]).filter(|&steps| steps <= self.most), start }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wrong(word: &str, other: &str) -> (Option<u8>, Option<u8>) {
        let wrong = Spelling::new(word, 2).compare(other);
        (wrong.whole, wrong.start)
    }

    #[test]
    fn slips_are_counted() {
        assert_eq!(wrong("certification", "certification"), (Some(0), Some(0)));
        assert_eq!(wrong("certifcation", "certification").0, Some(1));
        assert_eq!(wrong("cretification", "certification").0, Some(1));
        assert_eq!(wrong("certificattion", "certification").0, Some(1));
        assert_eq!(wrong("cartifikation", "certification").0, Some(2));
        assert_eq!(wrong("cartifikasion", "certification").0, None);
        assert_eq!(wrong("certifc", "certification"), (None, Some(1)));
        assert_eq!(wrong("x".repeat(33).as_str(), "x".repeat(33).as_str()), (None, None));
    }

    /// The definition, without haste.
    fn slow(a: &[char], b: &[char]) -> usize {
        match (a, b) {
            ([], rest) | (rest, []) => rest.len(),
            ([a @ .., x], [b @ .., y]) => {
                let (with_x, with_y) = ([a, &[*x]].concat(), [b, &[*y]].concat());
                let mut steps = slow(a, b) + usize::from(x != y);
                steps = steps.min(slow(a, &with_y) + 1).min(slow(&with_x, b) + 1);
                if let (Some((p, a)), Some((q, b))) = (a.split_last(), b.split_last())
                    && (p, q) == (y, x)
                {
                    steps = steps.min(slow(a, b) + 1);
                }
                steps
            }
        }
    }

    proptest! {
        #[test]
        fn it_is_the_distance(a in "[abc]{1,5}", b in "[abc]{0,5}", most in 0usize..3) {
            let (a_letters, b_letters): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let found = Spelling::new(&a, most).compare(&b);
            let whole = slow(&a_letters, &b_letters);
            prop_assert_eq!(found.whole.map(usize::from), Some(whole).filter(|&whole| whole <= most));
            let start = (1..=b_letters.len()).map(|end| slow(&a_letters, &b_letters[..end])).min();
            prop_assert_eq!(found.start.map(usize::from), start.filter(|&start| start <= most));
        }
    }
}
