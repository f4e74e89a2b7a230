//! BibTeX. Fields are those that classic styles and biblatex both know; `date` and `urldate`, which only biblatex reads, are in
//! EDTF, the date format of both.

use super::{
    Record, Sort,
    dates::{Parts, When, Within, is_whole, when},
    on_one_line,
};
use crate::model::Edtf;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Records as BibTeX, set apart by empty lines.
pub(super) fn bibtex(records: &[Record]) -> String {
    records.iter().map(entry).collect::<Vec<_>>().join("\n")
}

fn entry(record: &Record) -> String {
    let sort = match record.sort {
        Sort::Part => "incollection",
        Sort::Work => "misc",
    };
    let mut out = format!("@{sort}{{{},\n", record.key);
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            out.extend(["  ", name, " = ", &value, ",\n"]);
        }
    };
    // Two pairs of braces: styles change neither the case of a title nor take an institution apart at its "and".
    let whole = |words: &str| format!("{{{{{}}}}}", escaped(words));
    put("title", Some(whole(&record.title)));
    put("booktitle", record.container.as_deref().map(whole));
    put("publisher", record.publisher.as_deref().map(whole));
    // Classic styles print no publisher with what is neither a book nor in one.
    let published = record.publisher.as_deref().filter(|_| record.sort == Sort::Work);
    put("howpublished", published.map(whole));
    put("edition", record.edition.as_deref().map(whole));
    if let Some(issued) = &record.issued {
        let (date, year, month) = dated(&issued.date);
        put("date", date.map(|date| format!("{{{date}}}")));
        put("year", year.map(|year| format!("{{{year}}}")));
        put("month", month.map(str::to_owned));
    }
    put("url", record.url.as_deref().map(address));
    put("urldate", record.accessed.as_ref().and_then(|read| written(&read.date)).map(|date| format!("{{{date}}}")));
    put("language", record.language.as_deref().map(|tag| format!("{{{}}}", escaped(tag))));
    let said = record.issued.iter().filter(|issued| !is_whole(&issued.date)).map(|issued| &issued.told);
    let notes: Vec<String> = said.chain(&record.notes).map(|note| escaped(note)).collect();
    put("note", (!notes.is_empty()).then(|| format!("{{{}}}", notes.join("; "))));
    out.push_str("}\n");
    out
}

/// A date for biblatex, and year and month for classic styles, as far as each can hold it.
fn dated(date: &Edtf) -> (Option<String>, Option<String>, Option<&'static str>) {
    let month = |parts: Parts| match parts.within {
        Within::Month(month) | Within::Day(month, _) => MONTHS.get(usize::from(month).wrapping_sub(1)).copied(),
        _ => None,
    };
    let (year, month) = match when(date) {
        When::One(parts) => (Some(format!("{:04}", parts.year)), month(parts)),
        When::Span(from, to) if from.year == to.year => (Some(format!("{:04}", from.year)), None),
        When::Span(from, to) => (Some(format!("{:04}--{:04}", from.year, to.year)), None),
        When::Words => (None, None),
    };
    (written(date), year, month)
}

/// A date as biblatex reads it: EDTF, levels 0 and 1, without time of day and without digits left open before others.
fn written(date: &Edtf) -> Option<String> {
    let text = date.as_str().split('T').next().unwrap_or_default();
    let ends: Vec<&str> = text.split('/').collect();
    (ends.len() <= 2 && ends.iter().all(|end| is_read(end, ends.len() == 2))).then(|| text.to_owned())
}

/// Whether biblatex reads one end: year, month or season, day; `open`: whether it may be left open.
fn is_read(end: &str, open: bool) -> bool {
    if matches!(end, "" | "..") {
        return open;
    }
    let plain = end.strip_suffix(['?', '~', '%']).unwrap_or(end);
    let plain = plain.strip_prefix('-').unwrap_or(plain);
    let fields: Vec<&str> = plain.split('-').collect();
    let length = |at: usize| if at == 0 { 4 } else { 2 };
    let fits = fields.iter().enumerate().all(|(at, field)| {
        field.len() == length(at) && field.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X')
    });
    let digits: String = fields.concat();
    // Decades and centuries, months and days: what is left open is left open to the end.
    let known = digits.trim_end_matches('X');
    let is_prefix = known.len() >= 2 && !known.contains('X');
    let has_month = fields.get(1).is_none_or(|month| month.starts_with('X') || *month <= "24");
    fits && fields.len() <= 3 && is_prefix && has_month
}

/// An address, which biblatex and `\url` take as it is: what would end the field is percent-encoded (RFC 3986).
fn address(url: &str) -> String {
    let mut out = String::from("{");
    for letter in url.chars() {
        match letter {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            ' ' => out.push_str("%20"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out + "}"
}

/// Words as they stand in a field: on one line, with what TeX would take for a command named instead. Letters of all scripts
/// stay as they are.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::new();
    for letter in on_one_line(words).chars() {
        // Two hyphens would become a dash, two quotes one.
        if matches!(letter, '-' | '\'') && out.ends_with(letter) {
            out.push_str("{}");
        }
        match letter {
            // BibTeX counts braces even behind a backslash, so they are named too.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '`' => out.push_str("\\textasciigrave{}"),
            '<' => out.push_str("\\textless{}"),
            '>' => out.push_str("\\textgreater{}"),
            '|' => out.push_str("\\textbar{}"),
            '%' | '&' | '#' | '_' | '$' => out.extend(['\\', letter]),
            letter => out.push(letter),
        }
    }
    out
}
