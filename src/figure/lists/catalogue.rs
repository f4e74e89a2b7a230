//! The entries of a catalogue, version by version.

use crate::{
    figure::{Cell, Context, Row, Table, columns},
    model::{Catalogue, CatalogueVersion, Entry, Figure, Item, Text},
    query::{Found, newest_first},
};

/// The catalogue that a figure names first, else the first there is.
pub fn catalogue_of<'a>(context: &Context<'a>, figure: &Figure) -> Option<&'a Item<Catalogue>> {
    match figure.items.first().and_then(|id| context.find(id)) {
        Some(Found::Catalogue(catalogue)) => Some(catalogue),
        _ => context.briefing.catalogues.first(),
    }
}

pub fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = columns(
        context,
        [
            "sort-version",
            "column-date",
            "basis",
            "column-category-en",
            "column-category-zh",
            "column-category-number",
            "column-codes",
            "column-title",
            "column-regime",
            "column-change",
            "column-count",
            "column-sources",
        ],
    );
    let versions = catalogue_of(context, figure).map_or(Vec::new(), |catalogue| newest_first(catalogue));
    let rows = versions.iter().flat_map(|version| version.entries.iter().map(|entry| row(context, version, entry)));
    vec![Table { columns, rows: rows.collect(), ..Table::default() }]
}

fn row(context: &Context, version: &Item<CatalogueVersion>, entry: &Item<Entry>) -> Row {
    let first = context.briefing.card.first_language();
    let wording = |text: Option<&Text>, tag: &str| {
        let mut versions = text.into_iter().flat_map(|text| text.versions());
        let found = versions.find(|one| &*one.lang == tag || one.lang.is_empty() && first == tag);
        Cell::maybe(found.map(|one| one.text.to_string()))
    };
    let known = |family: &str, word: &Option<Box<str>>| {
        Cell::maybe(word.as_deref().map(|word| context.words.known(family, word)))
    };
    let codes = entry.codes.iter().map(|code| code.to_string()).collect::<Vec<_>>().join("; ");
    let sources = if entry.meta.sources.is_empty() { &version.meta.sources } else { &entry.meta.sources };
    Row {
        id: Some(entry.meta.id.clone()),
        cells: vec![
            Cell::Item(version.meta.id.clone(), context.text(&version.title)),
            version.date.as_ref().map_or(Cell::Missing, |date| Cell::date(context, date)),
            Cell::Words(context.t(&format!("basis-{}", version.basis.word()))),
            wording(entry.category.as_ref(), "en"),
            wording(entry.category.as_ref(), "zh-Hans"),
            Cell::maybe(entry.category_number.as_ref().map(|number| number.to_string())),
            Cell::Words(codes),
            Cell::maybe(entry.title.as_ref().map(|title| context.text(title))),
            known("regime", &entry.regime),
            known("change", &entry.change),
            entry.count.as_ref().map_or(Cell::Empty, |count| Cell::Number(count.value)),
            Cell::Sources(sources.clone()),
        ],
    }
}
