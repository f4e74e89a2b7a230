//! Every source, with how much rests on it.

use crate::{
    figure::{Cell, Context, Row, Table, columns},
    model::{Edtf, Fact, Figure, Item, Source, Text},
};

/// The sources that hold the words sought, in the order of the document.
pub fn sources_found<'a>(context: &Context<'a>) -> Vec<&'a Item<Source>> {
    context.briefing.sources.iter().filter(|source| context.hits.contains(&source.meta.id)).collect()
}

pub fn tables(context: &Context, _: &Item<Figure>) -> Vec<Table> {
    let names = [
        "column-title",
        "column-id",
        "publisher",
        "published",
        "accessed",
        "language",
        "column-address",
        "column-resting",
        "note",
    ];
    let words = |text: &Option<Text>| Cell::maybe(text.as_ref().map(|text| context.text(text)));
    let date = |date: &Option<Fact<Edtf>>| date.as_ref().map_or(Cell::Empty, |date| Cell::date(context, date));
    let plain = |word: &Option<Box<str>>| Cell::maybe(word.as_ref().map(|word| word.to_string()));
    let columns = columns(context, names);
    let row = |source: &Item<Source>| Row {
        id: Some(source.meta.id.clone()),
        cells: vec![
            Cell::Item(source.meta.id.clone(), context.text(&source.title)),
            Cell::Words(source.meta.id.to_string()),
            words(&source.publisher),
            date(&source.published),
            date(&source.accessed),
            plain(&source.language),
            plain(&source.url),
            Cell::Number(context.index.citing(&source.meta.id).len() as f64),
            words(&source.meta.note),
        ],
    };
    vec![Table { columns, rows: sources_found(context).into_iter().map(row).collect(), ..Table::default() }]
}
