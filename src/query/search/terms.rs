//! The tokens of a briefing in alphabetical order: what begins alike stands together.

use std::ops::Range;

use super::{
    query::{Clause, Part},
    spelling::Spelling,
    tokens::is_unspaced,
};

/// Tokens by number, in the order of their letters.
#[derive(Debug, Default)]
pub(super) struct Terms {
    text: String,
    /// Where each ends in `text`.
    ends: Vec<u32>,
}

impl Terms {
    /// Adds a term; those before must come before it in the order of letters.
    pub fn push(&mut self, term: &str) {
        self.text.push_str(term);
        self.ends.push(self.text.len() as u32);
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn term(&self, number: usize) -> &str {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[number] as usize]
    }

    /// The number of the first term for which `is_before` is false; it must be true up to there.
    fn first_not(&self, is_before: &dyn Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            if is_before(self.term(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The terms that are meant by a part of a clause; may be empty.
    pub fn range(&self, part: &Part) -> Range<u32> {
        if part.is_prefix { self.starting(&part.text) } else { self.exactly(&part.text) }
    }

    /// The terms that begin so.
    pub fn starting(&self, text: &str) -> Range<u32> {
        let first = self.first_not(&|term| term < text);
        let end = self.first_not(&|term| term < text || term.starts_with(text));
        first as u32..end as u32
    }

    /// The one term that is so; empty if there is none.
    pub fn exactly(&self, text: &str) -> Range<u32> {
        let first = self.first_not(&|term| term < text);
        let is_known = first < self.len() && self.term(first) == text;
        first as u32..(first + usize::from(is_known)) as u32
    }

    /// Words spelt almost like that of a clause, those with the fewest wrong letters; where no whole word is, words that
    /// begin almost so and with the same letter. May be empty.
    pub fn spelt_like(&self, clause: &Clause) -> Vec<u32> {
        let Some((word, most)) = clause.may_be_misspelt() else { return Vec::new() };
        let spelling = Spelling::new(word, most);
        let first = word.chars().next();
        let (mut whole, mut starts) = (Vec::new(), Vec::new());
        for number in 0..self.len() {
            let term = self.term(number);
            let Some(letter) = term.chars().next().filter(|&letter| letter.is_alphabetic() && !is_unspaced(letter))
            else {
                continue;
            };
            let wrong = spelling.compare(term);
            whole.extend(wrong.whole.map(|wrong| (wrong, number as u32)));
            starts.extend(wrong.start.filter(|_| Some(letter) == first).map(|wrong| (wrong, number as u32)));
        }
        let near = if whole.is_empty() { starts } else { whole };
        let fewest = near.iter().map(|(wrong, _)| *wrong).min();
        near.into_iter().filter(|(wrong, _)| Some(*wrong) == fewest).map(|(_, number)| number).collect()
    }
}
