//! Plain text: title, briefing, publisher, edition and date in a line, then address and day of reading, then each note.

use super::{Record, on_one_line};

/// Records as text, set apart by empty lines.
pub(super) fn text(records: &[Record]) -> String {
    records.iter().map(entry).collect::<Vec<_>>().join("\n")
}

fn entry(record: &Record) -> String {
    let named = [
        Some(&record.title),
        record.container.as_ref(),
        record.publisher.as_ref(),
        record.edition.as_ref(),
        record.issued.as_ref().map(|issued| &issued.words),
    ];
    let found = [record.url.as_ref(), record.accessed.as_ref().map(|read| &read.told)];
    let line = |parts: &[Option<&String>]| {
        let parts: Vec<String> = parts.iter().flatten().map(|part| on_one_line(part)).collect();
        parts.join(" · ")
    };
    let lines = [line(&named), line(&found)].into_iter().chain(record.notes.iter().map(|note| on_one_line(note)));
    lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}
