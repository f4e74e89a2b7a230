//! Goals with the day they are due, and the latest measured value beside them.

use crate::{
    figure::{Cell, Column, Context, Row, Table},
    model::{Figure, Item, Observation, Series, Target},
    order,
    query::Found,
};

/// The goals that a figure names itself or by their instrument, soonest due first, those without a day last.
pub fn targets_of<'a>(context: &Context<'a>, figure: &Figure) -> Vec<&'a Item<Target>> {
    let due = |one: &Target| one.due.as_ref().and_then(|due| due.value.latest());
    let mut all = order::in_order(&context.briefing.targets, &|a, b| {
        due(a).is_none().cmp(&due(b).is_none()).then_with(|| due(a).cmp(&due(b)))
    });
    all.retain(|one| figure.shows(&one.meta.id) || one.instrument.iter().any(|id| figure.shows(id)));
    all
}

/// The newest value of the series that measures the goal.
pub fn latest<'a>(context: &Context<'a>, item: &Target) -> Option<(&'a Item<Series>, &'a Item<Observation>)> {
    let Some(Found::Series(series)) = context.find(item.series.as_ref()?) else { return None };
    Some((series, series.newest()?))
}

pub fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = vec![
        Column::new(context, "target"),
        Column::new(context, "due"),
        Column::new(context, "column-number").in_files(),
        Column::new(context, "value"),
        Column::new(context, "latest-measured"),
        Column::new(context, "column-latest-date"),
        Column::new(context, "set-by"),
        Column::new(context, "column-sources"),
    ];
    let row = |item: &Item<Target>| {
        let words = |value: f64| context.quantity(value, item.qualifier, item.unit.as_ref());
        let latest = latest(context, item);
        Row {
            id: Some(item.meta.id.clone()),
            cells: vec![
                Cell::Item(item.meta.id.clone(), context.text(&item.title)),
                item.due.as_ref().map_or(Cell::Missing, |due| Cell::date(context, due)),
                item.value.as_ref().map_or(Cell::Empty, |value| Cell::Number(value.value)),
                item.value.as_ref().map_or(Cell::Missing, |value| Cell::Words(words(value.value))),
                latest.map_or(Cell::Missing, |(series, one)| {
                    Cell::Item(one.meta.id.clone(), context.observed(series, one))
                }),
                latest.map_or(Cell::Empty, |(_, one)| Cell::date(context, &one.date)),
                Cell::Items(item.instrument.iter().map(|id| (id.clone(), context.name_of(id))).collect()),
                Cell::Sources(item.meta.sources.clone()),
            ],
        }
    };
    vec![Table { columns, rows: targets_of(context, figure).into_iter().map(row).collect(), ..Table::default() }]
}
