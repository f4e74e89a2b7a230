//! What is wrong with a table.

use crate::load::{Severity, shortened};

/// One finding in the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable name of this sort of finding.
    pub code: &'static str,
    /// An error if a value, a row or a table was left out that the format knows.
    pub severity: Severity,
    /// The table.
    pub table: String,
    /// The row as spreadsheets show it, the header being 1; 0 for the table as a whole.
    pub row: usize,
    /// The column; empty for the row as a whole.
    pub column: String,
    /// The text of the cell, as far as it matters; may be empty.
    pub value: String,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What to do, in a sentence.
    pub remedy: String,
}

impl Finding {
    /// A finding about a table as a whole.
    pub(super) fn error(
        code: &'static str,
        table: &str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Finding {
            code,
            severity: Severity::Error,
            table: table.to_owned(),
            row: 0,
            column: String::new(),
            value: String::new(),
            message: message.into(),
            remedy: remedy.into(),
        }
    }

    pub(super) fn warning(self) -> Self {
        Finding { severity: Severity::Warning, ..self }
    }

    pub(super) fn at(self, row: usize, column: &str) -> Self {
        Finding { row, column: column.to_owned(), ..self }
    }

    pub(super) fn with_value(self, value: &str) -> Self {
        Finding { value: shortened(value), ..self }
    }
}

/// The one of `known` that is written most like `name`, if any is close.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = 1 + name.chars().count() / 4;
    known
        .map(|other| (edits(&name.to_lowercase(), other), other))
        .filter(|(edits, _)| *edits <= limit)
        .min()
        .map(|(_, other)| other)
}

/// How many letters must be added, dropped or changed to turn `a` into `b`.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut costs: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut corner = costs[0];
        costs[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let change = corner + usize::from(from != *to);
            corner = costs[j + 1];
            costs[j + 1] = change.min(corner + 1).min(costs[j] + 1);
        }
    }
    costs[b.len()]
}
