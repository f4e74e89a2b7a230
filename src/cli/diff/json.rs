//! Changes as one JSON document.

use serde::Serialize;

use super::{Edition, Finding, Told};
use crate::query::editions::{Edit, ItemChange};

#[derive(Serialize)]
struct Document<'a> {
    ok: bool,
    findings: Vec<&'a Finding>,
    old: Card<'a>,
    new: Card<'a>,
    added: usize,
    removed: usize,
    changed: usize,
    changes: Vec<Item<'a>>,
}

/// Which edition it is; `edition` in English where there is English.
#[derive(Serialize)]
struct Card<'a> {
    file: &'a str,
    id: &'a str,
    edition: Option<&'a str>,
    as_of: Option<&'a str>,
}

#[derive(Serialize)]
struct Item<'a> {
    change: &'static str,
    part: &'a str,
    id: &'a str,
    was_id: Option<&'a str>,
    within: Option<&'a str>,
    title: &'a str,
    fields: Vec<Field<'a>>,
}

#[derive(Serialize)]
struct Field<'a> {
    field: &'a str,
    language: Option<&'a str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

/// The document: that all went well, the findings of both editions as `annals check` has them, and the changes.
pub fn print(told: &Told) -> String {
    let document = Document {
        ok: true,
        findings: told.old.published.findings.iter().chain(&told.new.published.findings).collect(),
        old: card(told.old),
        new: card(told.new),
        added: told.changed.count(Edit::Added),
        removed: told.changed.count(Edit::Removed),
        changed: told.changed.count(Edit::Changed),
        changes: told.changed.items.iter().map(item).collect(),
    };
    let mut out = serde_json::to_string_pretty(&document).unwrap_or_default();
    out.push('\n');
    out
}

fn card(edition: &Edition) -> Card<'_> {
    let card = &edition.briefing().card;
    let name = card.edition.as_ref().and_then(|text| text.best("en", card.first_language()));
    Card {
        file: &edition.file,
        id: &card.id,
        edition: name.map(|version| &*version.text),
        as_of: card.as_of.as_ref().map(|day| day.as_str()),
    }
}

fn item(item: &ItemChange) -> Item<'_> {
    let fields = item.fields.iter().map(|field| Field {
        field: &field.field,
        language: field.language.as_deref(),
        old: field.old.as_deref(),
        new: field.new.as_deref(),
    });
    Item {
        change: match item.edit {
            Edit::Added => "added",
            Edit::Removed => "removed",
            Edit::Changed => "changed",
        },
        part: item.part,
        id: &item.id,
        was_id: item.was_id.as_deref(),
        within: item.within.as_deref(),
        title: &item.title,
        fields: fields.collect(),
    }
}
