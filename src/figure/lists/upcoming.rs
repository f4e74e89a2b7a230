//! What is still to come after the day to which the data are current.

use crate::{
    figure::{Cell, Context, Row, Table, columns},
    model::{Figure, Id, Item},
    query::{Found, Upcoming, upcoming},
};

/// What is still to come on the tracks of a figure, soonest first.
pub fn coming<'a>(context: &Context<'a>, figure: &Figure) -> Vec<Upcoming<'a>> {
    let as_of = context.briefing.card.as_of.as_ref();
    let mut coming = upcoming(context.briefing, context.index, as_of.and_then(|date| date.latest()));
    coming.retain(|one| figure.tracks.is_empty() || is_on(context, one, &figure.tracks));
    coming
}

/// Whether it stands on one of the tracks.
fn is_on(context: &Context, one: &Upcoming, tracks: &[Id]) -> bool {
    matches!(context.find(&one.meta.id), Some(Found::Event(event)) if event.track.as_ref().is_some_and(|id| tracks.contains(id)))
}

/// How far away it is, counted from the reader's day to its first day; for a day that has passed, that it has.
pub fn distance(context: &Context, one: &Upcoming) -> String {
    let (Some(first), Some(last)) = (one.date.value.earliest(), one.date.value.latest()) else { return String::new() };
    let days = first.unix_days() - context.day().unix_days();
    if last < context.day() {
        context.t("upcoming-passed")
    } else if days > 0 {
        context.tf("upcoming-in-days", &[("count", (days as usize).into())])
    } else {
        context.t("upcoming-now")
    }
}

pub fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = columns(context, ["column-date", "sort-stage", "column-title", "column-sources"]);
    let row = |one: Upcoming| Row {
        id: Some(one.meta.id.clone()),
        cells: vec![
            Cell::date(context, one.date),
            Cell::maybe(one.stage.map(|stage| context.t(&format!("stage-{stage}")))),
            Cell::Item(one.meta.id.clone(), context.text(one.title)),
            Cell::Sources(context.find(&one.meta.id).map_or(&[][..], |found| found.sources()).to_vec()),
        ],
    };
    vec![Table { columns, rows: coming(context, figure).into_iter().map(row).collect(), ..Table::default() }]
}
