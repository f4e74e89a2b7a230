//! What the columns of a sheet hold.

use super::suggestion;
use crate::tables::{
    Finding, Sheet,
    scheme::{Column, REST, Table},
};

/// The columns of a sheet that are read, by what they hold; each with its index.
pub struct Columns<'a> {
    /// The column that names the row of another table.
    pub owner: Option<usize>,
    /// Index, slot and rest of the name; by slot, and as they stand in the sheet.
    pub slots: Vec<(usize, usize, &'a str)>,
    /// What has no other form.
    pub rest: Option<usize>,
}

impl<'a> Columns<'a> {
    /// Finds out; what is left out is said.
    pub fn of(table: &Table, sheet: &'a Sheet, findings: &mut Vec<Finding>) -> Columns<'a> {
        let mut seen: Vec<Column> = Vec::new();
        let mut columns = Columns { owner: None, slots: Vec::new(), rest: None };
        let owner = table.owner.map(|(_, column)| column);
        let known = || owner.into_iter().chain(table.slots.iter().map(|slot| slot.path.as_str())).chain([REST]);
        for (index, name) in sheet.header.iter().enumerate() {
            let problem =
                |code, message: &str, remedy: String| Finding::error(code, &sheet.name, message, remedy).at(1, name);
            let Some(column) = table.column(name) else {
                let is_used = || sheet.rows.iter().any(|row| !row.cell(index).trim().is_empty());
                if !name.is_empty() || is_used() {
                    let remedy = suggestion(name, "Known are ", known());
                    findings.push(problem("COLUMN_UNKNOWN", "no such column; it is left out", remedy).warning());
                }
                continue;
            };
            if seen.contains(&column) {
                let message = "the column stands twice; the second is left out";
                findings.push(problem("COLUMN_REPEATED", message, "Remove one".into()));
                continue;
            }
            match column {
                Column::Owner => columns.owner = Some(index),
                Column::Slot(slot, suffix) => columns.slots.push((index, slot, suffix)),
                Column::Rest => columns.rest = Some(index),
            }
            seen.push(column);
        }
        if let (Some(owner), None, false) = (owner, columns.owner, sheet.rows.is_empty()) {
            let message = format!("the column {owner} is missing; it says what each row belongs to");
            findings.push(Finding::error("COLUMN_MISSING", &sheet.name, message, "Add the column").at(1, owner));
        }
        columns.slots.sort_by_key(|(index, slot, _)| (*slot, *index));
        columns
    }
}
