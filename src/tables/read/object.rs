//! The object that the cells of one row make.

use serde_json::{Map, Value};

use super::put;
use crate::{
    load::format::Kind,
    tables::{
        DateFormat, Finding,
        cell::{self, Fault},
        scheme::Slot,
    },
};

/// One cell with text, of a field.
#[derive(Clone, Copy)]
pub struct Piece<'a> {
    /// The field.
    pub slot: usize,
    /// What follows the path of the field in the name of the column.
    pub suffix: &'a str,
    /// Not empty, without space around it.
    pub text: &'a str,
    /// The row.
    pub row: usize,
    /// The column to show in findings.
    pub shown: &'a str,
}

/// The cell for what has no other form.
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub struct Rest<'a> {
    pub text: &'a str,
    pub row: usize,
    pub shown: &'a str,
}

/// The object that the cells of one row make, and whether the row is to be kept. `pieces` stand in the order of slots.
pub fn object(
    table: &str,
    slots: &[Slot],
    pieces: &[Piece],
    rest: Option<Rest>,
    dates: Option<DateFormat>,
    findings: &mut Vec<Finding>,
) -> (Value, bool) {
    let mut members = Map::new();
    let mut whole = true;
    for own in pieces.chunk_by(|a, b| a.slot == b.slot) {
        let slot = &slots[own[0].slot];
        match value(&slot.field.kind, own, dates) {
            Ok(value) => put(&mut members, &slot.keys, value),
            Err((at, why)) => {
                findings.push(explain(table, &own[at], why, slot));
                whole &= !slot.field.required;
            }
        }
    }
    let Some(rest) = rest else { return (Value::Object(members), whole) };
    let problem = |code, message: &str, remedy| {
        let finding = Finding::error(code, table, format!("{message}; it is left out"), remedy);
        finding.at(rest.row, rest.shown).with_value(rest.text)
    };
    match serde_json::from_str(rest.text) {
        Ok(more) if cell::is_long(&more) => findings.push(problem("CELL_LONG", LONG, DIVIDE)),
        Ok(Value::Object(more)) => {
            for (key, value) in more {
                merge(&mut members, &key, value);
            }
        }
        Ok(other) if members.is_empty() => return (other, whole),
        _ => {
            let remedy = "Write {\"field\": value}, or leave the cell empty";
            findings.push(problem("CELL_JSON", "the cell is not a JSON object", remedy));
        }
    }
    (Value::Object(members), whole)
}

/// Why cells make no value.
enum Why {
    Fault(Fault),
    /// No date in the declared format; the reason.
    Date(String),
}

/// The value of some cells. Fails with the cell at fault.
fn value(kind: &Kind, own: &[Piece], dates: Option<DateFormat>) -> Result<Value, (usize, Why)> {
    let find = |suffix: &str| own.iter().position(|piece| piece.suffix == suffix).unwrap_or(0);
    let fault = |(suffix, fault): (&str, Fault)| (find(suffix), Why::Fault(fault));
    let value = match (own, dates) {
        ([one], None) => cell::read(kind, &[(one.suffix, one.text)]).map_err(fault)?,
        _ => {
            let mut cells: Vec<(&str, &str)> = own.iter().map(|piece| (piece.suffix, piece.text)).collect();
            let dated = dates.map(|dates| dated(kind, own[find("")], dates)).transpose();
            let dated = dated.map_err(|reason| (find(""), Why::Date(reason)))?.flatten();
            if let Some(date) = &dated {
                cells[find("")].1 = date;
            }
            cell::read(kind, &cells).map_err(fault)?
        }
    };
    if cell::is_long(&value) {
        let longest = (0..own.len()).max_by_key(|&at| own[at].text.len()).unwrap_or(0);
        return Err((longest, Why::Fault(Fault::Long)));
    }
    Ok(value)
}

/// The text of a cell with its dates in EDTF, where that is not what stands there.
fn dated(kind: &Kind, piece: Piece, dates: DateFormat) -> Result<Option<String>, String> {
    match kind {
        _ if !piece.suffix.is_empty() => Ok(None),
        Kind::Date | Kind::DateFact => dates.read(piece.text),
        Kind::List(Kind::Date | Kind::DateFact) => {
            let read = |element: String| dates.read(&element).map(|date| date.unwrap_or(element));
            let elements = cell::split(piece.text).into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
            Ok(Some(cell::join(&elements)))
        }
        _ => Ok(None),
    }
}

/// What is said of a cell that is too long, and what to do.
const LONG: &str = "a text in the cell is longer than 1 MiB, which is the most that is read";
const DIVIDE: &str = "Divide the text, or link to it as a source";

fn explain(table: &str, piece: &Piece, why: Why, slot: &Slot) -> Finding {
    let (code, message, remedy) = match &why {
        Why::Date(reason) => {
            ("CELL_DATE", reason.as_str(), "Write it as 2024-05-17, 2024-05 or 2024, or mend what is declared")
        }
        Why::Fault(Fault::Number) => {
            ("CELL_NUMBER", "not a number", "Write figures only, with a point for decimals: 1164000, 21.5")
        }
        Why::Fault(Fault::Bool) => ("CELL_BOOL", "neither true nor false", "Write true or false"),
        Why::Fault(Fault::Json) => {
            ("CELL_JSON", "begins like JSON, but is not", "Mend the JSON, or write ids separated by ;")
        }
        Why::Fault(Fault::Mixed) => (
            "CELL_MIXED",
            "a text stands under the bare name and under that of a language",
            "Name the language of each",
        ),
        Why::Fault(Fault::Long) => ("CELL_LONG", LONG, DIVIDE),
        Why::Fault(Fault::Alone) => {
            ("CELL_ALONE", "says more about a text or value that is not given", "Give the text or value too")
        }
    };
    let left_out = if slot.field.required { "; the row is left out" } else { "; the value is left out" };
    let finding = Finding::error(code, table, format!("{message}{left_out}"), remedy);
    finding.at(piece.row, piece.shown).with_value(piece.text)
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
