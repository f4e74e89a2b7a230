//! Where in the tables a part of the document comes from.

use std::collections::HashMap;

/// A place in the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The table.
    pub table: String,
    /// The row as spreadsheets show it.
    pub row: usize,
    /// The column; empty where the whole row is meant.
    pub column: String,
}

/// From JSON pointers to rows and columns.
#[derive(Debug, Default)]
pub struct Places {
    /// By number of the table: its name and its columns.
    tables: Vec<(String, Vec<String>)>,
    /// From pointers to fields of the card to their rows. The card is table 0.
    card: HashMap<String, usize>,
    lists: Vec<List>,
}

/// The rows of one list, in its order.
#[derive(Debug)]
pub(super) struct List {
    /// The keys that lead to the list from what holds it.
    pub keys: Vec<&'static str>,
    /// The number of its table.
    pub table: usize,
    pub items: Vec<Item>,
}

/// Where one item comes from.
#[derive(Debug)]
pub(super) struct Item {
    /// The number of its row.
    pub row: u32,
    /// The lists in it that have tables.
    pub lists: Box<[List]>,
}

impl Places {
    /// The place that made what stands at `pointer`, or what holds it. `None` for the document itself.
    pub fn find(&self, pointer: &str) -> Option<Place> {
        let (mut lists, mut rest) = (&self.lists[..], pointer);
        let mut found = None;
        while let Some((list, item, after)) = lists.iter().find_map(|list| {
            let (item, after) = list.at(rest)?;
            Some((list, item, after))
        }) {
            found = Some((list.table, item.row as usize, after));
            (lists, rest) = (&item.lists, after);
        }
        if let Some((table, row, rest)) = found {
            let (name, header) = &self.tables[table];
            return Some(Place { table: name.clone(), row, column: column(header, rest) });
        }
        let mut at = pointer;
        while !at.is_empty() {
            if let Some(&row) = self.card.get(at) {
                return Some(Place { table: self.tables[0].0.clone(), row, column: "value".to_owned() });
            }
            at = &at[..at.rfind('/').unwrap_or(0)];
        }
        None
    }

    /// Makes the next table known.
    pub(super) fn table(&mut self, name: &str, header: &[String]) {
        self.tables.push((name.to_owned(), header.to_vec()));
    }

    /// Where a field of the card comes from.
    pub(super) fn field(&mut self, pointer: String, row: usize) {
        self.card.insert(pointer, row);
    }

    /// Where a list of the document comes from.
    pub(super) fn list(&mut self, list: List) {
        self.lists.push(list);
    }
}

impl List {
    /// The item that a pointer leads to or through, and what follows in the pointer.
    fn at<'a>(&self, pointer: &'a str) -> Option<(&Item, &'a str)> {
        let mut rest = pointer;
        for key in &self.keys {
            rest = rest.strip_prefix('/')?.strip_prefix(key)?;
        }
        let rest = rest.strip_prefix('/')?;
        let (index, after) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        Some((self.items.get(index.parse::<usize>().ok()?)?, after))
    }
}

/// The column for what a pointer says after the item, `/date/sources/0`; empty if there is none.
fn column(header: &[String], rest: &str) -> String {
    let mut path = rest.trim_start_matches('/').replace('/', ".");
    loop {
        if header.contains(&path) {
            return path;
        }
        match path.rfind('.') {
            Some(end) => path.truncate(end),
            None => {
                let inside = |name: &&String| name.strip_prefix(&path).is_some_and(|rest| rest.starts_with('.'));
                return header.iter().find(inside).cloned().unwrap_or_default();
            }
        }
    }
}

/// A JSON pointer with one more step.
pub(super) fn step(pointer: &str, key: impl std::fmt::Display) -> String {
    format!("{pointer}/{}", key.to_string().replace('~', "~0").replace('/', "~1"))
}
