//! RIS: a tag, two spaces, a hyphen and a space, then the value; lines end with a carriage return and a line feed.

use super::{
    Record, Said, Sort,
    dates::{When, Within, is_whole, when},
    on_one_line,
};

/// Records as RIS, each ended by its `ER` line.
pub(super) fn ris(records: &[Record]) -> String {
    let mut out = String::new();
    records.iter().for_each(|record| entry(&mut out, record));
    out
}

fn entry(out: &mut String, record: &Record) {
    let mut put = |tag: &str, value: &str| out.extend([tag, "  - ", &on_one_line(value), "\r\n"]);
    // Without an address it is no page of the web.
    put("TY", if record.sort == Sort::Part || record.url.is_some() { "ELEC" } else { "GEN" });
    put("ID", &record.key);
    put("TI", &record.title);
    record.container.iter().for_each(|title| put("T2", title));
    record.publisher.iter().for_each(|publisher| put("PB", publisher));
    record.edition.iter().for_each(|edition| put("ET", edition));
    if let Some(issued) = &record.issued {
        if let Some((year, date)) = dated(issued) {
            put("PY", &year);
            put("DA", &date);
        }
        if !is_whole(&issued.date) {
            put("N1", &issued.told);
        }
    }
    record.url.iter().for_each(|url| put("UR", url));
    match record.accessed.as_ref().map(|read| (read, dated(read))) {
        Some((_, Some((_, date)))) => put("Y2", &date),
        Some((read, None)) => put("N1", &read.told),
        None => {}
    }
    record.language.iter().for_each(|tag| put("LA", tag));
    record.notes.iter().for_each(|note| put("N1", note));
    put("ER", "");
}

/// Year, and year, month and day with slashes between them, as far as they are known: `2019/11/` is a month. Of a span, its
/// start.
fn dated(said: &Said) -> Option<(String, String)> {
    let parts = match when(&said.date) {
        When::One(parts) | When::Span(parts, _) => parts,
        When::Words => return None,
    };
    let year = format!("{:04}", parts.year);
    let date = match parts.within {
        Within::Year | Within::Season(_) => format!("{year}///"),
        Within::Month(month) => format!("{year}/{month:02}//"),
        Within::Day(month, day) => format!("{year}/{month:02}/{day:02}/"),
    };
    Some((year, date))
}
