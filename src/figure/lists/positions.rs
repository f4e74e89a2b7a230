//! What was asked, what was answered, what came of it.

use crate::{
    figure::{Cell, Context, Row, Table, columns},
    model::{Figure, Item, Position, Text},
};

pub fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = columns(
        context,
        ["sort-position", "asked-by", "sort-meeting", "instruments", "response", "result", "note", "column-sources"],
    );
    let words = |text: &Option<Text>| Cell::maybe(text.as_ref().map(|text| context.text(text)));
    let row = |one: &Item<Position>| Row {
        id: Some(one.meta.id.clone()),
        cells: vec![
            Cell::Item(one.meta.id.clone(), context.text(&one.ask)),
            words(&one.by),
            one.raised_at.as_ref().map_or(Cell::Empty, |id| Cell::named(context, id)),
            Cell::Items(one.instruments.iter().map(|id| (id.clone(), context.name_of(id))).collect()),
            words(&one.response),
            words(&one.result),
            words(&one.meta.note),
            Cell::Sources(one.meta.sources.clone()),
        ],
    };
    let shown = context.briefing.positions.iter().filter(|one| figure.shows(&one.meta.id));
    vec![Table { columns, rows: shown.map(row).collect(), ..Table::default() }]
}
