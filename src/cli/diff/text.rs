//! Changes as plain text, a line for each item and each field.

use std::fmt::Write;

use super::Told;
use crate::{
    i18n::findings::escaped,
    query::editions::{Edit, FieldChange, ItemChange},
};

/// The whole text. Control characters in it are escaped.
pub fn print(told: &Told) -> String {
    let mut out = format!("{} → {}\n", escaped(&told.old.file), escaped(&told.new.file));
    out.extend(told.strangers().map(|line| line + "\n"));
    let _ = writeln!(out, "{}", told.counts());
    for part in told.changed.by_part() {
        let _ = writeln!(out, "\n{}: {}", part[0].part, counts(part));
        part.iter().for_each(|item| self::item(&mut out, item));
    }
    out
}

/// How many items of one list were added, removed and changed, without those that are none.
pub fn counts(part: &[ItemChange]) -> String {
    let edits = [(Edit::Added, "added"), (Edit::Removed, "removed"), (Edit::Changed, "changed")];
    let counts = edits.map(|(edit, word)| (part.iter().filter(|item| item.edit == edit).count(), word));
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    counts.collect::<Vec<_>>().join(", ")
}

fn item(out: &mut String, item: &ItemChange) {
    let sign = match item.edit {
        Edit::Added => '+',
        Edit::Removed => '-',
        Edit::Changed => '~',
    };
    let was = item.was_id.as_ref().map(|was| format!(", was {was}")).unwrap_or_default();
    let _ = writeln!(out, "  {sign} {} ({}{was})", escaped(&item.title), item.id);
    item.fields.iter().for_each(|one| field(out, one));
}

fn field(out: &mut String, change: &FieldChange) {
    let language = change.language.as_ref().map(|tag| format!(" [{tag}]")).unwrap_or_default();
    let _ = write!(out, "      {}{language}: ", change.field);
    let _ = match (&change.old, &change.new) {
        (Some(old), Some(new)) => writeln!(out, "{} → {}", escaped(old), escaped(new)),
        (Some(old), None) => writeln!(out, "- {}", escaped(old)),
        (None, new) => writeln!(out, "+ {}", escaped(new.as_deref().unwrap_or_default())),
    };
}
