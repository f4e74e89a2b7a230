//! The board of deadlines: those to come by the days left, then those that have passed.

use super::deadlines::deadline_words;
use crate::{
    figure::{Cell, Context, Row, Table, columns},
    model::{Figure, Item},
    query::{Deadline, Moment, deadlines},
};

/// The deadlines of a figure that the search finds, by themselves or by their act; of all acts and targets where it names none.
pub fn board<'a>(context: &Context<'a>, figure: &Figure) -> Vec<Deadline<'a>> {
    let mut all = deadlines(context.briefing, context.index, Moment::default(), context.day());
    all.retain(|one| {
        let act = one.act.map(|act| &act.meta.id);
        let is_there = |has: &dyn Fn(&str) -> bool| has(&one.meta.id) || act.is_some_and(|act| has(act));
        (figure.items.is_empty() || is_there(&|id| figure.items.iter().any(|item| item.as_str() == id)))
            && is_there(&|id| context.hits.contains(id))
    });
    all
}

/// A row a deadline.
pub fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let names = [
        "column-title",
        "column-deadline",
        "column-date",
        "column-days-left",
        "column-working-left",
        "column-told",
        "column-sources",
    ];
    let day = context.day();
    let row = |one: Deadline| {
        let left = one.left.filter(|left| left.is_exact());
        Row {
            id: Some(one.meta.id.clone()),
            cells: vec![
                Cell::Item(one.act.map_or(&one.meta.id, |act| &act.meta.id).clone(), context.text(one.title)),
                Cell::Words(context.t(&format!("deadline-what-{}", one.kind.word()))),
                Cell::date(context, one.date),
                left.map_or(Cell::Empty, |left| Cell::Number(left.days.0 as f64)),
                left.map_or(Cell::Empty, |left| Cell::Number(left.working.0 as f64)),
                Cell::Words(deadline_words(context, &one, day)),
                Cell::Sources(context.find(&one.meta.id).map_or(&[][..], |found| found.sources()).to_vec()),
            ],
        }
    };
    vec![Table {
        columns: columns(context, names),
        rows: board(context, figure).into_iter().map(row).collect(),
        ..Table::default()
    }]
}
