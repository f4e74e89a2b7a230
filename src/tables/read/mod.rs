//! From sheets to the document.
//!
//! Tables are read from the last to the first: rows of inner lists wait for the row they belong to, which takes them
//! when it is read. So an item is whole once its own row is read, and is printed at once: a document of a million
//! items never stands in memory as a tree.

mod card;
mod columns;
mod object;
mod rows;
mod waiting;

use serde_json::{Map, Value};

use super::{
    DateFormat, Finding, Places, Sheet,
    finding::nearest,
    json,
    scheme::{self, CARD, Table},
};
use crate::load::format::{DOCUMENT, Kind::Object, Shape};
use rows::Reader;

/// A document made from tables.
#[derive(Debug)]
pub struct Imported {
    /// The document as JSON, keys in the order of the format, as [`json::print`] prints it. Not yet checked.
    pub text: String,
    /// What was wrong with the tables, in the order of tables and rows.
    pub findings: Vec<Finding>,
    /// Where each part of the document comes from.
    pub places: Places,
}

impl Imported {
    /// The document as a tree.
    pub fn document(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }
}

/// Makes the document from the sheets, in any order. What cannot be read is left out with a finding: a value, or the
/// row where the value is required, and then the rows that belong to it.
///
/// `dates` says how dates are written that are not EDTF; without it the row `date_format` of the card does.
pub fn document(mut sheets: Vec<Sheet>, dates: Option<DateFormat>) -> Imported {
    let mut findings = Vec::new();
    let mut places = Places::default();
    let tables = scheme::tables();
    unknown_tables(&sheets, &tables, &mut findings);
    let mut sheet = |name: &str| {
        let at = sheets.iter().position(|sheet| sheet.name == name)?;
        Some(sheets.swap_remove(at))
    };

    let (card, declared) = card::read(sheet(CARD).as_ref(), dates, &mut findings, &mut places);
    let mut reader = Reader::new(&tables, dates.or(declared));
    let mut headers = vec![Vec::new(); tables.len()];
    for number in (0..tables.len()).rev() {
        let sheet = sheet(&tables[number].name);
        headers[number] = sheet.as_ref().map(|sheet| sheet.header.clone()).unwrap_or_default();
        reader.table(number, sheet);
    }
    for (table, header) in tables.iter().zip(&headers) {
        places.table(&table.name, header);
    }
    let (parts, found) = reader.finish();
    findings.extend(found);
    let mut lists = Vec::new();
    for (key, part, list) in parts {
        lists.push((key, part));
        places.list(list);
    }
    Imported { text: json::text(print(card, lists)), findings, places }
}

fn unknown_tables(sheets: &[Sheet], tables: &[Table], findings: &mut Vec<Finding>) {
    let names = || tables.iter().map(|table| table.name.as_str()).chain([CARD]);
    for sheet in sheets.iter().filter(|sheet| names().all(|name| name != sheet.name)) {
        let remedy = suggestion(&sheet.name, "Tables are ", names());
        findings.push(Finding::error("TABLE_UNKNOWN", &sheet.name, "no such table; it is left out", remedy).warning());
    }
}

/// The known name that was probably meant, or all of them.
fn suggestion<'a>(name: &str, all: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(name, known.clone()) {
        Some(near) => format!("Did you mean \"{near}\"?"),
        None => format!("{all}{}", known.collect::<Vec<_>>().join(", ")),
    }
}

/// A list of the document, printed.
enum Part {
    /// Its elements take a line each; without the brackets.
    Tall(Vec<u8>),
    /// It stands on one line.
    Flat(Value),
}

/// The whole document. Lists from tables come in the place that the format gives them.
fn print(mut card: Map<String, Value>, mut lists: Vec<(&'static str, Part)>) -> Vec<u8> {
    // A list takes the place of what the card says under the same name.
    for (key, part) in &mut lists {
        let value = match part {
            Part::Flat(value) => value.take(),
            Part::Tall(_) => Value::Null,
        };
        card.insert((*key).to_owned(), value);
    }
    lists.retain(|(_, part)| matches!(part, Part::Tall(_)));
    let card = ordered(&DOCUMENT, card);
    let mut out = Vec::new();
    if lists.is_empty() {
        json::value(&Value::Object(card), 0, &mut out);
    } else {
        out.push(b'{');
        for (index, (key, value)) in card.iter().enumerate() {
            json::line(index, 1, &mut out);
            json::key(key, &mut out);
            match lists.iter().position(|(name, _)| name == key).map(|at| lists.swap_remove(at).1) {
                Some(Part::Tall(elements)) => {
                    out.push(b'[');
                    out.extend_from_slice(&elements);
                    json::close(1, b']', &mut out);
                }
                _ => json::value(value, 1, &mut out),
            }
        }
        json::close(0, b'}', &mut out);
    }
    out.push(b'\n');
    out
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
