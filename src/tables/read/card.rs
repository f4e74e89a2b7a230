//! The table of the card: a field and its value in each row.

use serde_json::{Map, Value};

use super::{
    object::{Piece, Rest, object},
    suggestion,
};
use crate::tables::{
    DateFormat, Finding, Places, Sheet,
    places::step,
    scheme::{self, CARD, Column, REST},
};

/// The row that says how dates are written; for the tables alone, the document has no such field.
pub const DATE_FORMAT: &str = "date_format";

/// Reads the card, and how it says that dates are written. `dates` goes before that.
pub fn read(
    sheet: Option<&Sheet>,
    dates: Option<DateFormat>,
    findings: &mut Vec<Finding>,
    places: &mut Places,
) -> (Map<String, Value>, Option<DateFormat>) {
    places.table(CARD, &["value".to_owned()]);
    let slots = scheme::card();
    let Some(sheet) = sheet else {
        let remedy = "Add the table with the columns field and value, and the rows annals, id and title";
        findings.push(Finding::error("TABLE_MISSING", CARD, "the table of the briefing's card is missing", remedy));
        return (Map::new(), None);
    };
    let place = |name: &str| sheet.header.iter().position(|column| column == name);
    let (Some(field), Some(value)) = (place("field"), place("value")) else {
        let remedy = "Name the first column field and the second one value";
        findings.push(Finding::error("COLUMN_MISSING", CARD, "the columns field and value are missing", remedy));
        return (Map::new(), None);
    };
    let names = || slots.iter().map(|slot| slot.path.as_str()).chain([REST, DATE_FORMAT]);
    let (mut columns, mut declared, mut rest) = (Vec::new(), None, None);
    let mut pieces: Vec<Piece> = Vec::new();
    for row in sheet.rows.iter().filter(|row| !row.is_blank()) {
        let (name, text) = (row.cell(field).trim(), row.cell(value).trim());
        let problem = |code, message: &str, remedy: String| {
            Finding::error(code, CARD, message, remedy).at(row.number, "field").with_value(name)
        };
        if name == DATE_FORMAT {
            declared = DateFormat::named(text);
            if declared.is_none() && !text.is_empty() {
                let message = "no such way to write dates; the row is left out";
                let remedy = "Write DMY, MDY or YMD";
                let finding = Finding::error("DATE_FORMAT", CARD, message, remedy);
                findings.push(finding.at(row.number, "value").with_value(text));
            }
            continue;
        }
        let column = match scheme::slot(&slots, name) {
            _ if name == REST => Column::Rest,
            Some((slot, suffix)) => Column::Slot(slot, suffix),
            None => {
                let remedy = suggestion(name, "Known are ", names());
                findings.push(problem("FIELD_UNKNOWN", "no such field; the row is left out", remedy).warning());
                continue;
            }
        };
        if columns.contains(&column) {
            let remedy = "Keep one of them".to_owned();
            findings.push(problem("FIELD_REPEATED", "the field stands twice; the row is left out", remedy));
            continue;
        }
        if text.is_empty() {
            continue;
        }
        let pointer = name.split('.').fold(String::new(), |pointer, key| step(&pointer, key));
        places.field(pointer, row.number);
        match column {
            Column::Slot(slot, suffix) => pieces.push(Piece { slot, suffix, text, row: row.number, shown: "value" }),
            _ => rest = Some(Rest { text, row: row.number, shown: "value" }),
        }
        columns.push(column);
    }
    pieces.sort_by_key(|piece| piece.slot);
    let (object, _) = object(CARD, &slots, &pieces, rest, dates.or(declared), findings);
    match object {
        Value::Object(members) => (members, declared),
        _ => (Map::new(), declared),
    }
}
