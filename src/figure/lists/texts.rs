//! What items say, one after the other.

use crate::{
    figure::{Cell, Context, Row, Table, columns},
    model::{Figure, Item},
    query::Found,
};

/// The items that a figure names, in its order.
pub fn items_of<'a>(context: &Context<'a>, figure: &Figure) -> Vec<Found<'a>> {
    figure.items.iter().filter_map(|id| context.find(id)).collect()
}

pub fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = columns(context, ["column-title", "column-date", "column-sort", "column-text", "column-sources"]);
    let row = |found: Found| Row {
        id: Some(found.meta().id.clone()),
        cells: vec![
            Cell::Item(found.meta().id.clone(), context.name(found)),
            found.date().map_or(Cell::Empty, |date| Cell::date(context, date)),
            Cell::Words(context.sort(found)),
            Cell::maybe(found.text().map(|text| context.text(text))),
            Cell::Sources(found.sources().to_vec()),
        ],
    };
    vec![Table { columns, rows: items_of(context, figure).into_iter().map(row).collect(), ..Table::default() }]
}
