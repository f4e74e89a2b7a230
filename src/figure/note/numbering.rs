//! The numbers of sources, in the order of first use.

use crate::model::Citation;

/// The citations met so far: the first is number 1.
#[derive(Default)]
pub(super) struct Numbering<'a> {
    /// Each once. The same source at another place in it is another citation.
    pub citations: Vec<&'a Citation>,
}

impl<'a> Numbering<'a> {
    /// The numbers of some citations, rising, each once.
    pub fn all(&mut self, citations: &'a [Citation]) -> Vec<usize> {
        let mut numbers: Vec<usize> = citations.iter().map(|one| self.number(one)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn number(&mut self, citation: &'a Citation) -> usize {
        let at = self.citations.iter().position(|known| *known == citation).unwrap_or(self.citations.len());
        if at == self.citations.len() {
            self.citations.push(citation);
        }
        at + 1
    }
}
