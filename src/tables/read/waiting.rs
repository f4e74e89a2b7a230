//! Rows of inner lists, until the row they belong to takes them.

use std::collections::HashMap;

use serde_json::Value;

use crate::tables::places::{Item, List};

/// A row that is read, with all that belongs to it.
pub struct Child {
    /// The item.
    pub value: Value,
    /// Where it comes from.
    pub item: Item,
    /// False where the row is left out for a fault of its own.
    pub kept: bool,
}

/// The rows of one inner table by the name of the row they belong to.
#[derive(Default)]
pub struct Waiting {
    by_name: HashMap<String, Vec<Child>>,
}

impl Waiting {
    /// Another row, in the order of the table.
    pub fn add(&mut self, name: &str, child: Child) {
        match self.by_name.get_mut(name) {
            Some(rows) => rows.push(child),
            None => drop(self.by_name.insert(name.to_owned(), vec![child])),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }

    /// The rows that belong to a row of this id and number, in their order.
    pub fn claim(&mut self, id: Option<&str>, number: usize) -> Vec<Child> {
        // Names that begin so are those of places.
        let id = id.filter(|id| !id.starts_with('#'));
        let mut rows = id.and_then(|id| self.by_name.remove(id)).unwrap_or_default();
        if let Some(more) = self.by_name.remove(&format!("#{}", number.saturating_sub(1))) {
            rows.extend(more);
            rows.sort_by_key(|child| child.item.row);
        }
        rows
    }

    /// All rows that nobody took, in their order, with the name each gave.
    pub fn left(&mut self) -> Vec<(String, Child)> {
        let by_name = std::mem::take(&mut self.by_name);
        let mut left: Vec<(String, Child)> =
            by_name.into_iter().flat_map(|(name, rows)| rows.into_iter().map(move |row| (name.clone(), row))).collect();
        left.sort_by_key(|(_, child)| child.item.row);
        left
    }
}

/// Counts the rows in some lists, by table, those inside them too.
pub fn count(lists: &[List], counts: &mut [usize]) {
    for list in lists {
        counts[list.table - 1] += list.items.len();
        for item in &list.items {
            count(&item.lists, counts);
        }
    }
}
