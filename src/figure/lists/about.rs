//! Where sources disagree: a row a claim.

use crate::{
    figure::{Cell, Context, Row, Table, columns},
    model::{Figure, Item},
};

pub fn tables(context: &Context, _: &Item<Figure>) -> Vec<Table> {
    let columns = columns(context, ["concerns", "sort-claim", "note", "column-sources"]);
    let rows = context.briefing.disputes.iter().flat_map(|dispute| {
        dispute.claims.iter().map(|claim| {
            let note = claim.meta.note.as_ref().or(dispute.meta.note.as_ref());
            Row {
                id: Some(claim.meta.id.clone()),
                cells: vec![
                    Cell::Items(dispute.on.iter().map(|id| (id.clone(), context.name_of(id))).collect()),
                    Cell::Words(context.text(&claim.text)),
                    Cell::maybe(note.map(|note| context.text(note))),
                    Cell::Sources(claim.meta.sources.clone()),
                ],
            }
        })
    });
    vec![Table { columns, rows: rows.collect(), ..Table::default() }]
}
