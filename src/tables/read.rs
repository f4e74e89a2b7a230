//! From sheets to the document.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::{
    Finding, Places, Sheet,
    cell::{self, Fault},
    finding::nearest,
    places::step,
    scheme::{self, CARD, Column, REST, Slot, Table},
};
use crate::load::format::{DOCUMENT, Kind::Object, Shape};

/// A document made from tables.
#[derive(Debug)]
pub struct Imported {
    /// The document, keys in the order of the format. Not yet checked.
    pub document: Value,
    /// What was wrong with the tables, in the order of tables and rows.
    pub findings: Vec<Finding>,
    /// Where each part of the document comes from.
    pub places: Places,
}

/// Makes the document from the sheets, in any order. What cannot be read is left out with a finding: a value, or the
/// row where the value is required, and then the rows that belong to it.
pub fn document(sheets: &[Sheet]) -> Imported {
    let mut findings = Vec::new();
    let mut places = Places::default();
    let tables = scheme::tables();
    unknown_tables(sheets, &tables, &mut findings);
    let sheet = |name: &str| sheets.iter().find(|sheet| sheet.name == name);

    let mut root = card(sheet(CARD), &mut findings, &mut places);
    let mut forest = Forest { tables: &tables, rows: Vec::new(), index: Vec::new() };
    for table in &tables {
        let rows = sheet(&table.name).map(|sheet| forest.read(table, sheet, &mut findings));
        let index = places.table(&table.name, sheet(&table.name).map_or(&[], |sheet| &sheet.header));
        debug_assert_eq!(index, forest.rows.len() + 1, "the card is the first table");
        forest.rows.push(rows.unwrap_or_default());
        forest.index.push(HashMap::new());
        forest.link();
    }
    for (number, table) in tables.iter().enumerate().filter(|(_, table)| table.owner.is_none()) {
        if sheet(&table.name).is_some() {
            let list = forest.list(number, None, &step("", &table.name), &mut places);
            merge(&mut root, table.keys[0], list);
        }
    }
    let document = Value::Object(ordered(&DOCUMENT, root));
    Imported { document, findings, places }
}

fn unknown_tables(sheets: &[Sheet], tables: &[Table], findings: &mut Vec<Finding>) {
    let names = || tables.iter().map(|table| table.name.as_str()).chain([CARD]);
    for sheet in sheets.iter().filter(|sheet| names().all(|name| name != sheet.name)) {
        let remedy = match nearest(&sheet.name, names()) {
            Some(name) => format!("Did you mean \"{name}\"?"),
            None => format!("Tables are {}", names().collect::<Vec<_>>().join(", ")),
        };
        findings.push(Finding::error("TABLE_UNKNOWN", &sheet.name, "no such table; it is left out", remedy).warning());
    }
}

/// Reads the table of the card: a field and its value in each row.
fn card(sheet: Option<&Sheet>, findings: &mut Vec<Finding>, places: &mut Places) -> Map<String, Value> {
    let table = places.table(CARD, &["value".to_owned()]);
    let slots = scheme::card();
    let Some(sheet) = sheet else {
        let remedy = "Add the table with the columns field and value, and the rows annals, id and title";
        findings.push(Finding::error("TABLE_MISSING", CARD, "the table of the briefing's card is missing", remedy));
        return Map::new();
    };
    let place = |name: &str| sheet.header.iter().position(|column| column == name);
    let (Some(field), Some(value)) = (place("field"), place("value")) else {
        let remedy = "Name the first column field and the second one value";
        findings.push(Finding::error("COLUMN_MISSING", CARD, "the columns field and value are missing", remedy));
        return Map::new();
    };
    let names = || slots.iter().map(|slot| slot.path.as_str()).chain([REST]);
    let mut cells = Vec::new();
    for row in sheet.rows.iter().filter(|row| !row.is_blank()) {
        let cell = |index: usize| row.cells.get(index).map_or("", |cell| cell.trim());
        let (name, text) = (cell(field), cell(value));
        let problem = |code, message: &str, remedy: String| {
            Finding::error(code, CARD, message, remedy).at(row.number, "field").with_value(name)
        };
        let column = match scheme::slot(&slots, name) {
            _ if name == REST => Column::Rest,
            Some((slot, suffix)) => Column::Slot(slot, suffix),
            None => {
                let remedy = suggestion(name, names());
                findings.push(problem("FIELD_UNKNOWN", "no such field; the row is left out", remedy).warning());
                continue;
            }
        };
        if cells.iter().any(|cell: &Cell| cell.column == column) {
            let remedy = "Keep one of them".to_owned();
            findings.push(problem("FIELD_REPEATED", "the field stands twice; the row is left out", remedy));
        } else if !text.is_empty() {
            cells.push(Cell { column, name, text, row: row.number, shown: "value" });
        }
    }
    for cell in &cells {
        places.row(cell.name.split('.').fold(String::new(), |pointer, key| step(&pointer, key)), table, cell.row);
    }
    let (object, _) = object(CARD, &slots, &cells, findings);
    match object {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn suggestion<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(name, known.clone()) {
        Some(near) => format!("Did you mean \"{near}\"?"),
        None => format!("Known are {}", known.collect::<Vec<_>>().join(", ")),
    }
}

/// One cell with text.
struct Cell<'a> {
    column: Column<'a>,
    /// The name of the column, or of the field in the card.
    name: &'a str,
    text: &'a str,
    row: usize,
    /// The column to show in findings.
    shown: &'a str,
}

/// The object that the cells of one row make, and whether the row is to be kept.
fn object(table: &str, slots: &[Slot], cells: &[Cell], findings: &mut Vec<Finding>) -> (Value, bool) {
    let mut members = Map::new();
    let mut whole = true;
    for (index, slot) in slots.iter().enumerate() {
        let own: Vec<&Cell> =
            cells.iter().filter(|cell| matches!(cell.column, Column::Slot(at, _) if at == index)).collect();
        let pieces: Vec<(&str, &str)> = own
            .iter()
            .filter_map(|cell| match cell.column {
                Column::Slot(_, suffix) => Some((suffix, cell.text)),
                _ => None,
            })
            .collect();
        if pieces.is_empty() {
            continue;
        }
        let read = cell::read(&slot.field.kind, &pieces).and_then(|value| match cell::is_long(&value) {
            true => Err((longest(&pieces), Fault::Long)),
            false => Ok(value),
        });
        match read {
            Ok(value) => put(&mut members, &slot.keys, value),
            Err((suffix, fault)) => {
                let at = pieces.iter().position(|piece| piece.0 == suffix).unwrap_or(0);
                findings.push(explain(table, own[at], fault, slot));
                whole &= !slot.field.required;
            }
        }
    }
    let Some(rest) = cells.iter().find(|cell| cell.column == Column::Rest) else {
        return (Value::Object(members), whole);
    };
    match serde_json::from_str(rest.text) {
        Ok(more) if cell::is_long(&more) => {
            let finding = Finding::error("CELL_LONG", table, format!("{LONG}; it is left out"), DIVIDE);
            findings.push(finding.at(rest.row, rest.shown).with_value(rest.text));
            (Value::Object(members), whole)
        }
        Ok(Value::Object(more)) => {
            for (key, value) in more {
                merge(&mut members, &key, value);
            }
            (Value::Object(members), whole)
        }
        Ok(other) if members.is_empty() => (other, whole),
        _ => {
            let message = "the cell is not a JSON object; it is left out";
            let remedy = "Write {\"field\": value}, or leave the cell empty";
            let finding = Finding::error("CELL_JSON", table, message, remedy);
            findings.push(finding.at(rest.row, rest.shown).with_value(rest.text));
            (Value::Object(members), whole)
        }
    }
}

/// What is said of a cell that is too long, and what to do.
const LONG: &str = "a text in the cell is longer than 1 MiB, which is the most that is read";
const DIVIDE: &str = "Divide the text, or link to it as a source";

/// The suffix of the longest of some cells, of which there is one at least.
fn longest<'a>(pieces: &[(&'a str, &str)]) -> &'a str {
    pieces.iter().max_by_key(|(_, text)| text.len()).map_or("", |(suffix, _)| suffix)
}

fn explain(table: &str, cell: &Cell, fault: Fault, slot: &Slot) -> Finding {
    let (code, message, remedy) = match fault {
        Fault::Number => {
            ("CELL_NUMBER", "not a number", "Write figures only, with a point for decimals: 1164000, 21.5")
        }
        Fault::Bool => ("CELL_BOOL", "neither true nor false", "Write true or false"),
        Fault::Json => ("CELL_JSON", "begins like JSON, but is not", "Mend the JSON, or write ids separated by ;"),
        Fault::Mixed => (
            "CELL_MIXED",
            "a text stands under the bare name and under that of a language",
            "Name the language of each",
        ),
        Fault::Long => ("CELL_LONG", LONG, DIVIDE),
        Fault::Alone => {
            ("CELL_ALONE", "says more about a text or value that is not given", "Give the text or value too")
        }
    };
    let left_out = if slot.field.required { "; the row is left out" } else { "; the value is left out" };
    Finding::error(code, table, format!("{message}{left_out}"), remedy).at(cell.row, cell.shown).with_value(cell.text)
}

/// Puts a value where `keys` lead, making objects on the way.
fn put(members: &mut Map<String, Value>, keys: &[&str], value: Value) {
    match keys {
        [] => {}
        [key] => drop(members.insert((*key).to_owned(), value)),
        [key, rest @ ..] => {
            if let Value::Object(inner) = members.entry(*key).or_insert_with(|| Value::Object(Map::new())) {
                put(inner, rest, value);
            }
        }
    }
}

/// Adds a member; objects are joined.
fn merge(members: &mut Map<String, Value>, key: &str, value: Value) {
    match (members.get_mut(key), value) {
        (Some(Value::Object(old)), Value::Object(new)) => {
            for (key, value) in new {
                merge(old, &key, value);
            }
        }
        (_, value) => drop(members.insert(key.to_owned(), value)),
    }
}

/// The members in the order of the format; unknown ones last, as they came.
fn ordered(shape: &'static Shape, mut members: Map<String, Value>) -> Map<String, Value> {
    let mut sorted = Map::new();
    for field in shape.all_fields() {
        match (members.shift_remove(field.name), field.kind) {
            (Some(Value::Object(inner)), Object(shape)) => {
                sorted.insert(field.name.to_owned(), Value::Object(ordered(shape, inner)));
            }
            (Some(value), _) => drop(sorted.insert(field.name.to_owned(), value)),
            (None, _) => {}
        }
    }
    sorted.extend(members);
    sorted
}

/// The rows of all tables and how they hang together.
struct Forest<'a> {
    tables: &'a [Table],
    /// By table: its rows, those left out included.
    rows: Vec<Vec<Node>>,
    /// By table: from the rows of the owner's table to those of this one, in order.
    index: Vec<HashMap<usize, Vec<usize>>>,
}

struct Node {
    number: usize,
    value: Value,
    /// The row of the owner's table that this row belongs to.
    owner: Option<usize>,
    /// False where the row is left out.
    kept: bool,
}

impl Forest<'_> {
    /// Reads one table. Those of its owner have been read.
    fn read(&self, table: &Table, sheet: &Sheet, findings: &mut Vec<Finding>) -> Vec<Node> {
        let columns = columns(table, sheet, findings);
        let owners = table.owner.map(|(owner, column)| (self.owners(owner), owner, column));
        let mut orphans = 0;
        let mut nodes = Vec::new();
        for row in &sheet.rows {
            if row.is_blank() {
                nodes.push(Node { number: row.number, value: Value::Null, owner: None, kept: false });
                continue;
            }
            let texts = row.cells.iter().map(|cell| cell.trim());
            let cells: Vec<Cell> = columns
                .iter()
                .zip(&sheet.header)
                .zip(texts)
                .filter(|(_, text)| !text.is_empty())
                .filter_map(|((column, name), text)| {
                    Some(Cell { column: column.clone()?, name, text, row: row.number, shown: name })
                })
                .collect();
            let (value, mut kept) = object(&sheet.name, &table.slots, &cells, findings);
            if let Some(extra) = row.cells.iter().skip(sheet.header.len()).find(|cell| !cell.trim().is_empty()) {
                let message = "the row has more cells than the header; it is left out";
                let remedy = "Quote cells that hold the separator, or remove the cells too many";
                let finding = Finding::error("ROW_LONG", &sheet.name, message, remedy);
                findings.push(finding.at(row.number, "").with_value(extra));
                kept = false;
            }
            let mut owner = None;
            if let Some((owners, number, column)) = &owners {
                let name = cells.iter().find(|cell| cell.column == Column::Owner).map_or("", |cell| cell.text);
                owner = owners.get(name).copied();
                match owner {
                    Some(owner) if !self.rows[*number][owner].kept => (kept, orphans) = (false, orphans + 1),
                    Some(_) => {}
                    None => {
                        let message =
                            format!("no row of {} has this id; the row is left out", self.tables[*number].name);
                        let known = owners.keys().map(String::as_str).filter(|name| !name.starts_with('#'));
                        let remedy = match nearest(name, known) {
                            Some(near) => format!("Did you mean \"{near}\"?"),
                            None => "Write the id of the row it belongs to".to_owned(),
                        };
                        let finding = Finding::error("ROW_OWNER", &sheet.name, message, remedy);
                        findings.push(finding.at(row.number, column).with_value(name));
                        kept = false;
                    }
                }
            }
            nodes.push(Node { number: row.number, value, owner, kept });
        }
        if let (1.., Some((_, owner, _))) = (orphans, &owners) {
            let message =
                format!("{orphans} rows are left out with the rows of {} they belong to", self.tables[*owner].name);
            findings.push(Finding::error("ROW_OWNER", &sheet.name, message, "Mend those rows"));
        }
        nodes
    }

    /// The names by which rows of a table are called: their ids, and their places for those without.
    fn owners(&self, table: usize) -> HashMap<String, usize> {
        let mut names = HashMap::new();
        for (index, node) in self.rows[table].iter().enumerate() {
            names.insert(format!("#{}", index + 1), index);
            if let Some(id) = node.value.get("id").and_then(Value::as_str) {
                names.entry(id.to_owned()).or_insert(index);
            }
        }
        names
    }

    /// Links the rows of the last table to those of its owner.
    fn link(&mut self) {
        if let (Some(rows), Some(index)) = (self.rows.last(), self.index.last_mut()) {
            for (at, node) in rows.iter().enumerate().filter(|(_, node)| node.kept) {
                if let Some(owner) = node.owner {
                    index.entry(owner).or_default().push(at);
                }
            }
        }
    }

    /// The list at `pointer`: the rows of a table that belong to `owner`, with all that belongs to them.
    fn list(&mut self, table: usize, owner: Option<usize>, pointer: &str, places: &mut Places) -> Value {
        let rows: Vec<usize> = match owner {
            Some(owner) => self.index[table].remove(&owner).unwrap_or_default(),
            None => (0..self.rows[table].len()).filter(|&row| self.rows[table][row].kept).collect(),
        };
        let mut list = Vec::with_capacity(rows.len());
        for row in rows {
            let pointer = step(pointer, list.len());
            let node = &mut self.rows[table][row];
            places.row(pointer.clone(), table + 1, node.number);
            let mut value = node.value.take();
            if let Value::Object(members) = &mut value {
                let mut members = std::mem::take(members);
                self.children(table, row, &mut members, &pointer, places);
                value = Value::Object(ordered(self.tables[table].shape, members));
            }
            list.push(value);
        }
        Value::Array(list)
    }

    fn children(
        &mut self,
        table: usize,
        row: usize,
        members: &mut Map<String, Value>,
        pointer: &str,
        places: &mut Places,
    ) {
        let tables = self.tables;
        for (number, child) in
            tables.iter().enumerate().filter(|(_, child)| child.owner.is_some_and(|(at, _)| at == table))
        {
            if self.index[number].contains_key(&row) {
                let pointer = child.keys.iter().fold(pointer.to_owned(), |pointer, key| step(&pointer, key));
                let list = self.list(number, Some(row), &pointer, places);
                put(members, &child.keys, list);
            }
        }
    }
}

/// What each column of a sheet holds; `None` for those left out.
fn columns<'a>(table: &Table, sheet: &'a Sheet, findings: &mut Vec<Finding>) -> Vec<Option<Column<'a>>> {
    let mut columns: Vec<Option<Column>> = Vec::new();
    for (index, name) in sheet.header.iter().enumerate() {
        let problem =
            |code, message: &str, remedy: String| Finding::error(code, &sheet.name, message, remedy).at(1, name);
        let column = table.column(name);
        let used = || sheet.rows.iter().any(|row| row.cells.get(index).is_some_and(|cell| !cell.trim().is_empty()));
        if column.is_none() && (!name.is_empty() || used()) {
            let owner = table.owner.map(|(_, column)| column);
            let known = || owner.into_iter().chain(table.slots.iter().map(|slot| slot.path.as_str())).chain([REST]);
            let remedy = match nearest(name, known()) {
                Some(near) => format!("Did you mean \"{near}\"?"),
                None => format!("Known are {}", known().collect::<Vec<_>>().join(", ")),
            };
            findings.push(problem("COLUMN_UNKNOWN", "no such column; it is left out", remedy).warning());
        }
        let repeated = column.is_some() && columns.contains(&column);
        if repeated {
            findings.push(problem(
                "COLUMN_REPEATED",
                "the column stands twice; the second is left out",
                "Remove one".into(),
            ));
        }
        columns.push(column.filter(|_| !repeated));
    }
    if let Some((_, owner)) = table.owner
        && !sheet.rows.is_empty()
        && !columns.contains(&Some(Column::Owner))
    {
        let message = format!("the column {owner} is missing; it says what each row belongs to");
        findings.push(Finding::error("COLUMN_MISSING", &sheet.name, message, "Add the column").at(1, owner));
    }
    columns
}
