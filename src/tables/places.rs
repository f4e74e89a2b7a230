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
    tables: Vec<(String, Vec<String>)>,
    /// Pointer to an item, or to a field of the card: index of the table and number of the row.
    rows: HashMap<String, (usize, usize)>,
}

impl Places {
    /// The place that made what stands at `pointer`, or what holds it. `None` for the document itself.
    pub fn find(&self, pointer: &str) -> Option<Place> {
        let mut at = pointer;
        while !at.is_empty() {
            if let Some(&(table, row)) = self.rows.get(at) {
                let (name, header) = &self.tables[table];
                let column = match header.as_slice() {
                    [column] => column.clone(),
                    _ => column(header, &pointer[at.len()..]),
                };
                return Some(Place { table: name.clone(), row, column });
            }
            at = &at[..at.rfind('/').unwrap_or(0)];
        }
        None
    }

    /// Makes a table known; a single column stands for every place in it. Returns its index.
    pub(super) fn table(&mut self, name: &str, header: &[String]) -> usize {
        self.tables.push((name.to_owned(), header.to_vec()));
        self.tables.len() - 1
    }

    pub(super) fn row(&mut self, pointer: String, table: usize, row: usize) {
        self.rows.insert(pointer, (table, row));
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
                return header.iter().find(|name| name.starts_with(&format!("{path}."))).cloned().unwrap_or_default();
            }
        }
    }
}

/// A JSON pointer with one more step.
pub(super) fn step(pointer: &str, key: impl std::fmt::Display) -> String {
    format!("{pointer}/{}", key.to_string().replace('~', "~0").replace('/', "~1"))
}
