//! Two items side by side, as tables and in sentences; where they cannot be, the reason.

use super::{Cell, Column, Context, On, Row, Table, Told, joined, provenance::Provenance};
use crate::{
    model::{Basis, CatalogueVersion, Citation, Edtf, Entry, Id, Instrument, Item, Text},
    query::compare::{Change, Compared, Comparison, EntryField, Line, Refusal, VersionDiff, compare, entry_sources},
};

/// Two items side by side.
pub struct SideBySide {
    /// Which two.
    pub title: String,
    /// What they have in common and what not, or why they are not compared.
    pub told: Vec<Told>,
    /// The same as tables; none where they are not compared.
    pub tables: Vec<Table>,
}

/// The two items of a link side by side.
pub fn side_by_side(context: &Context, (a, b): (&Id, &Id)) -> SideBySide {
    let names = [("a", context.name_of(a).into()), ("b", context.name_of(b).into())];
    let title = context.tf("compare-title", &names);
    let (told, tables) = match compare(context.briefing, context.index, (a, b), context.day()) {
        Comparison::Versions(diff) => {
            (tell_versions(context, &diff), vec![editions(context, &diff), entries(context, &diff)])
        }
        Comparison::Instruments(compared) => (Vec::new(), vec![acts(context, &compared)]),
        Comparison::Refused(refusal) => (Told::whole(reason(context, refusal)), Vec::new()),
    };
    SideBySide { title, told, tables }
}

/// What a comparison carries with it when it leaves the page.
pub fn provenance(context: &Context, (a, b): (&Id, &Id), shown: &SideBySide) -> Provenance {
    let subject = (format!("compare-{a}-{b}"), "compare".to_owned(), shown.title.clone());
    Provenance::about(
        context,
        subject,
        joined(context, &shown.told),
        shown.tables.iter().flat_map(Table::citations).collect(),
    )
}

/// Why two items are not compared.
pub fn reason(context: &Context, refusal: Refusal) -> String {
    let version = |one: &Item<CatalogueVersion>| context.text(&one.title).into();
    match refusal {
        Refusal::Unknown(id) => context.tf("link-no-item", &[("id", id.to_string().into())]),
        Refusal::Sorts(a, b) => {
            let sort = |sort: &str| context.t(&format!("sort-{sort}")).into();
            context.tf("compare-sorts", &[("a", sort(a.sort())), ("b", sort(b.sort()))])
        }
        Refusal::Same(found) => context.tf("compare-same", &[("name", context.name(found).into())]),
        Refusal::Catalogues => context.t("compare-catalogues"),
        Refusal::NotFull(one) => {
            let key = if one.basis == Basis::Delta { "compare-delta" } else { "compare-partial" };
            context.tf(key, &[("version", version(one))])
        }
        Refusal::Empty(one) => context.tf("compare-empty", &[("version", version(one))]),
        Refusal::Grain(a, b) => context.tf("compare-grain", &[("a", version(a)), ("b", version(b))]),
    }
}

/// How many entries became what, and which.
fn tell_versions(context: &Context, diff: &VersionDiff) -> Vec<Told> {
    let name = |one: &CatalogueVersion| context.text(&one.title).into();
    let mut values = vec![("a", name(diff.was)), ("b", name(diff.is))];
    values.extend(Change::ALL.map(|change| {
        let words = context.tf(&format!("compare-{}", change.word()), &[("count", diff.count(change).into())]);
        (change.word(), words.into())
    }));
    let mut told = Told::whole(context.tf("compare-told", &values));
    for change in [Change::Removed, Change::Added, Change::Changed] {
        let lines = diff.lines.iter().filter(|line| line.change() == change);
        let names: Vec<String> = lines.map(|line| named(context, line)).collect();
        if !names.is_empty() {
            let words = context.tf(&format!("compare-list-{}", change.word()), &[("names", names.join("; ").into())]);
            told.push(Told { title: None, words });
        }
    }
    told
}

/// The name of an entry, with the fields in which it differs.
fn named(context: &Context, line: &Line) -> String {
    let name = line.is.or(line.was).map(|entry| entry_name(context, entry)).unwrap_or_default();
    if line.fields.is_empty() {
        return name;
    }
    let fields: Vec<String> = line.fields.iter().map(|field| field_name(context, *field)).collect();
    format!("{name} ({})", fields.join(", "))
}

/// What an entry lists; a whole category by number and name.
fn entry_name(context: &Context, entry: &Entry) -> String {
    match &entry.title {
        Some(title) => context.text(title),
        None if entry.codes.is_empty() => {
            category(context, entry).unwrap_or_else(|| context.t("catalogue-no-category"))
        }
        None => entry.codes.join(", "),
    }
}

fn category(context: &Context, entry: &Entry) -> Option<String> {
    let parts =
        [entry.category_number.as_deref().map(str::to_owned), entry.category.as_ref().map(|one| context.text(one))];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn field_name(context: &Context, field: EntryField) -> String {
    context.t(match field {
        EntryField::Title => "column-title",
        EntryField::Category => "column-category",
        EntryField::Regime => "column-regime",
        EntryField::Count => "column-count",
        EntryField::Codes => "column-codes",
    })
}

/// What an entry says in a field; `None` where it says nothing.
fn said(context: &Context, entry: &Entry, field: EntryField) -> Option<String> {
    match field {
        EntryField::Title => entry.title.as_ref().map(|title| context.text(title)),
        EntryField::Category => category(context, entry),
        EntryField::Regime => entry.regime.as_deref().map(|word| context.words.known("regime", word)),
        EntryField::Count => {
            let count = entry.count.as_ref()?;
            Some(context.tf("products-count", &[("count", (count.value as usize).into())]))
        }
        EntryField::Codes => (!entry.codes.is_empty()).then(|| entry.codes.join(", ")),
    }
}

/// Everything that an entry says beyond its name.
fn all_said(context: &Context, entry: &Entry) -> Cell {
    let name = entry_name(context, entry);
    let said = EntryField::ALL.into_iter().filter_map(|field| said(context, entry, field));
    let said: Vec<String> = said.filter(|one| *one != name).collect();
    Cell::Words(if said.is_empty() { name } else { said.join(" · ") })
}

/// A column of one of the two.
fn column(name: String, key: &str) -> Column {
    Column { name, key: key.to_owned(), on: On::Both, opens: None }
}

/// What there is to each of two versions.
fn editions(context: &Context, diff: &VersionDiff) -> Table {
    let both = [diff.was, diff.is];
    let row = |key: &str, cell: &dyn Fn(&Item<CatalogueVersion>) -> Cell| {
        let cells = [Cell::Words(context.t(key))].into_iter().chain(both.map(cell));
        Row { id: None, cells: cells.collect() }
    };
    let rows = vec![
        row("sort-version", &|one| Cell::Item(one.meta.id.clone(), context.text(&one.title))),
        row("date", &|one| one.date.as_ref().map_or(Cell::Missing, |date| Cell::date(context, date))),
        row("sort-instrument", &|one| one.instrument.as_ref().map_or(Cell::Missing, |id| Cell::named(context, id))),
        row("stated-total", &|one| one.stated_total.as_ref().map_or(Cell::Missing, |total| Cell::Number(total.value))),
        row("recorded", &|one| Cell::Words(context.tf("entries-count", &[("count", one.entries.len().into())]))),
        row("sources", &|one| Cell::Sources(one.meta.sources.clone())),
    ];
    pair_table(context, context.t("compare-versions"), [&diff.was.title, &diff.is.title], rows)
}

fn pair_table(context: &Context, title: String, names: [&Text; 2], rows: Vec<Row>) -> Table {
    let [a, b] = names.map(|name| context.text(name));
    let columns = vec![Column::new(context, "column-field"), column(a, "a"), column(b, "b")];
    Table { title: Some(title), columns, rows, foot: None }
}

/// Every entry of two versions, a row a difference.
fn entries(context: &Context, diff: &VersionDiff) -> Table {
    let sources =
        |version, entry: Option<&Item<Entry>>| entry.map_or(Vec::new(), |entry| entry_sources(version, entry).to_vec());
    let mut rows = Vec::new();
    for line in &diff.lines {
        let change = line.change();
        let (was, is) = (sources(diff.was, line.was), sources(diff.is, line.is));
        let mut both: Vec<Citation> = was.clone();
        both.extend(is.iter().filter(|one| !was.contains(one)).cloned());
        let name = line.is.or(line.was).map(|entry| entry_name(context, entry)).unwrap_or_default();
        let mut push = |field: Option<String>, a: Cell, b: Cell| {
            let id = line.is.or(line.was).map(|entry| entry.meta.id.clone());
            let first = id.clone().map_or(Cell::Empty, |id| Cell::Item(id, name.clone()));
            let change = Cell::Words(context.words.known("change", change.word()));
            let sources = [&both, &was, &is].map(|all| Cell::Sources(all.clone()));
            rows.push(Row {
                id,
                cells: [first, change, Cell::maybe(field), a, b].into_iter().chain(sources).collect(),
            });
        };
        let absent = || Cell::Words(context.t("compare-absent"));
        match (line.was, line.is) {
            (Some(was), None) => push(None, all_said(context, was), absent()),
            (None, Some(is)) => push(None, absent(), all_said(context, is)),
            (Some(was), Some(is)) if line.fields.is_empty() => {
                push(None, all_said(context, was), all_said(context, is))
            }
            (Some(was), Some(is)) => {
                for field in &line.fields {
                    let cell = |entry| said(context, entry, *field).map_or(Cell::Missing, Cell::Words);
                    push(Some(field_name(context, *field)), cell(was), cell(is));
                }
            }
            (None, None) => {}
        }
    }
    let new = |message| Column::new(context, message);
    let columns = vec![
        new("sort-entry"),
        new("column-change"),
        new("column-field"),
        column(context.text(&diff.was.title), "was"),
        column(context.text(&diff.is.title), "is"),
        new("column-sources").on_page(),
        column(context.tf("compare-sources", &[("version", context.text(&diff.was.title).into())]), "sources_was")
            .in_files(),
        column(context.tf("compare-sources", &[("version", context.text(&diff.is.title).into())]), "sources_is")
            .in_files(),
    ];
    Table { title: Some(context.t("entries")), columns, rows, foot: None }
}

/// Two policy acts, a row a field.
fn acts(context: &Context, compared: &Compared) -> Table {
    let row = |name: String, cells: [Cell; 2]| Row {
        id: None,
        cells: [Cell::Words(name)].into_iter().chain(cells).collect(),
    };
    let both = |key: &str, cell: &dyn Fn(&Item<Instrument>) -> Cell| row(context.t(key), compared.acts.map(cell));
    let words = |words: Option<String>| words.map_or(Cell::Missing, Cell::Words);
    let mut rows = vec![
        both("sort-instrument", &|act| Cell::Item(act.meta.id.clone(), context.text(&act.title))),
        both("number", &|act| words(act.number.as_ref().map(|number| context.text(number)))),
        both("column-sort", &|act| words(act.kind.as_deref().map(|kind| context.words.known("kind", kind)))),
        both("issuers", &|act| items(context, &act.issuers.iter().collect::<Vec<_>>())),
    ];
    let today = context.date(&Edtf::from_day(context.day()));
    let status = compared.status.map(|status| Cell::Words(context.t(status.key())));
    rows.push(row(context.tf("compare-status", &[("date", today.into())]), status));
    for stage in &compared.stages {
        let cells = stage.of.each_ref().map(|of| {
            let dates = of.iter().map(|one| {
                let previous: Vec<String> = one.previous.iter().map(|date| context.date(&date.value)).collect();
                let date = context.date(&one.date.value);
                let words = match previous.is_empty() {
                    true => date,
                    false => {
                        context.tf("compare-moved", &[("date", date.into()), ("previous", previous.join(", ").into())])
                    }
                };
                (one.meta.id.clone(), words)
            });
            links(dates.collect())
        });
        rows.push(row(context.t(&format!("stage-{}", stage.stage.word())), cells));
    }
    for (kind, is_inverse, ends) in &compared.relations {
        let key = format!("{}-{kind}", if *is_inverse { "inverse" } else { "relation" });
        rows.push(row(context.t(&key), ends.each_ref().map(|ends| items(context, ends))));
    }
    if compared.positions.iter().any(|of| !of.is_empty()) {
        rows.push(row(context.t("positions"), compared.positions.each_ref().map(|of| items(context, of))));
    }
    rows.push(both("sources", &|act| Cell::Sources(act.meta.sources.clone())));
    pair_table(context, context.t("compare-acts"), compared.acts.map(|act| &act.title), rows)
}

fn items(context: &Context, ids: &[&Id]) -> Cell {
    links(ids.iter().map(|id| ((*id).clone(), context.name_of(id))).collect())
}

/// Words that open items; a single one stands by itself.
fn links(mut all: Vec<(Id, String)>) -> Cell {
    match (all.pop(), all.is_empty()) {
        (None, _) => Cell::Missing,
        (Some((id, words)), true) => Cell::Item(id, words),
        (Some(last), false) => {
            all.push(last);
            Cell::Items(all)
        }
    }
}

#[cfg(test)]
mod tests;
