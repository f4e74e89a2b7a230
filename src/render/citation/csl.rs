//! CSL-JSON, the data of the Citation Style Language 1.0.2.

use std::fmt::Write;

use super::{
    Record, Said, Sort,
    dates::{Parts, When, Within, is_about, when},
};
use crate::render::json::Json;

/// Records as one list.
pub(super) fn csl(records: &[Record]) -> String {
    let mut out = Json::default();
    out.array(records, &mut |json, record| entry(json, record));
    out.text + "\n"
}

fn entry(json: &mut Json, record: &Record) {
    json.object(&mut |json| {
        json.text("id", &record.key);
        let is_page = record.sort == Sort::Part || record.url.is_some();
        json.text("type", if is_page { "webpage" } else { "document" });
        json.text("title", &record.title);
        json.maybe("container-title", record.container.as_deref());
        json.maybe("publisher", record.publisher.as_deref());
        json.maybe("edition", record.edition.as_deref());
        date(json, "issued", record.issued.as_ref());
        date(json, "accessed", record.accessed.as_ref());
        json.maybe("URL", record.url.as_deref());
        json.maybe("language", record.language.as_deref());
        json.maybe("note", Some(record.notes.join("\n")).filter(|note| !note.is_empty()).as_deref());
    });
}

/// A date in parts, as far as it is known; in words where parts cannot hold it.
fn date(json: &mut Json, name: &str, said: Option<&Said>) {
    let Some(said) = said else { return };
    json.key(name);
    json.object(&mut |json| {
        let (first, last) = match when(&said.date) {
            When::One(parts) => (parts, None),
            // There is one season for a date, not one for each end.
            When::Span(from, to) if !has_season(from) && !has_season(to) => (from, Some(to)),
            _ => return json.text("literal", &said.words),
        };
        json.key("date-parts");
        json.text.push('[');
        numbers(json, first);
        if let Some(last) = last {
            json.text.push(',');
            numbers(json, last);
        }
        json.text.push(']');
        if let Within::Season(season) = first.within {
            json.key("season");
            let _ = write!(json.text, "{season}");
        }
        if is_about(&said.date) {
            json.key("circa");
            json.text.push_str("true");
        }
    });
}

fn has_season(parts: Parts) -> bool {
    matches!(parts.within, Within::Season(_))
}

fn numbers(json: &mut Json, parts: Parts) {
    let Parts { year, within } = parts;
    let _ = match within {
        Within::Year | Within::Season(_) => write!(json.text, "[{year}]"),
        Within::Month(month) => write!(json.text, "[{year},{month}]"),
        Within::Day(month, day) => write!(json.text, "[{year},{month},{day}]"),
    };
}
