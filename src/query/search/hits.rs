//! What a search finds.

use std::{ops::Range, sync::Arc};

use super::{Field, marks, query::Clause};
use crate::model::{Id, Register};

/// One item that a search finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The item.
    pub id: Id,
    /// How well it fits: for each word the better, the better the place (titles and numbers, then names and tags, then
    /// texts, then sources) and the match (the whole word, then its beginning, then one spelt almost so).
    pub score: u32,
    /// The best place; `None` where the search only says what is left out.
    pub field: Option<Field>,
}

/// What a search finds: asked for by rank, or item by item.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    pub(super) list: Vec<Hit>,
    /// Which items of the register are found, a bit each; `None` for all.
    pub(super) found: Option<Box<[u64]>>,
    pub(super) register: Arc<Register>,
    pub(super) clauses: Vec<Clause>,
}

impl Hits {
    /// The items found, best first; of one score the newest first, undated ones last; of one date in the order of the
    /// briefing. Empty where the search asks for nothing.
    pub fn list(&self) -> &[Hit] {
        &self.list
    }

    /// Whether the search asks for nothing, so that each item counts as found.
    pub fn is_all(&self) -> bool {
        self.found.is_none()
    }

    /// Whether an item is found. Of a search that asks for nothing, every id is.
    pub fn contains(&self, id: &str) -> bool {
        let Some(found) = &self.found else { return true };
        let number = self.register.find(id);
        number.is_some_and(|number| found.get(number / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1))
    }

    /// Where the words found stand in a text as shown, those spelt otherwise included: ranges of bytes in order, apart
    /// from each other, at boundaries of letters.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        marks::marks(&self.clauses, text)
    }
}
