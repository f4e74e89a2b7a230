//! Instruments with their stages, by sort and by where they stand today.

use crate::{
    figure::{Cell, Context, Row, Table, columns},
    model::{Figure, Instrument, Item, Stage},
    order,
    query::{Status, status},
    state::Facet,
};

/// An instrument and where it stands today.
pub type Standing<'a> = (&'a Item<Instrument>, Status);

/// So few instruments are shown all, without filters.
pub const SHORT: usize = 5;

/// The instruments of a figure.
pub fn standings<'a>(context: &Context<'a>, figure: &Figure) -> Vec<Standing<'a>> {
    let all = context.briefing.instruments.iter().filter(|one| figure.shows(&one.meta.id));
    all.map(|one| (one, status(one, context.day()))).collect()
}

/// Those that pass the filters, newest first.
pub fn shown<'a>(context: &Context, all: &[Standing<'a>]) -> Vec<Standing<'a>> {
    let passes = |one: &Standing| all.len() <= SHORT || passes(context, one, None);
    let passing: Vec<Standing> = all.iter().copied().filter(passes).collect();
    let newest = |one: &Standing| one.0.stages.iter().filter_map(|stage| stage.date.value.latest()).max();
    order::in_order(&passing, &|a, b| newest(b).cmp(&newest(a))).into_iter().copied().collect()
}

/// Whether the filters and the words sought let it through; `but`: a filter that does not count.
pub fn passes(context: &Context, (item, status): &Standing, but: Option<Facet>) -> bool {
    let any = |facet: Facet, words: &[&str]| {
        let chosen = context.state.facets.get(&facet).filter(|_| but != Some(facet));
        chosen.is_none_or(|chosen| words.iter().any(|word| chosen.iter().any(|one| **one == **word)))
    };
    let asked = |facet: Facet, word: &str| any(facet, &[word]);
    asked(Facet::Kind, item.kind.as_deref().unwrap_or("other"))
        && asked(Facet::Status, status.word())
        && any(Facet::Actor, &item.issuers.iter().map(|id| id.as_str()).collect::<Vec<_>>())
        && any(Facet::Tag, &item.meta.tags.iter().map(|tag| &**tag).collect::<Vec<_>>())
        && any(Facet::Grade, item.meta.grade.map(|grade| grade.word()).as_slice())
        && any(Facet::Confidence, item.meta.confidence.map(|one| one.word()).as_slice())
        && context.hits.contains(&item.meta.id)
}

/// A row a stage, of what is shown; a row for an instrument without any.
pub fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let names = [
        "column-title",
        "column-id",
        "number",
        "column-sort",
        "column-status",
        "sort-stage",
        "column-date",
        "column-sources",
    ];
    let row = |(item, status): Standing, stage: Option<&Item<Stage>>| {
        let sources = stage.map(|stage| &stage.meta.sources).filter(|sources| !sources.is_empty());
        Row {
            id: Some(stage.map_or(&item.meta.id, |stage| &stage.meta.id).clone()),
            cells: vec![
                Cell::Item(item.meta.id.clone(), context.text(&item.title)),
                Cell::Words(item.meta.id.to_string()),
                Cell::maybe(item.number.as_ref().map(|number| context.text(number))),
                Cell::maybe(item.kind.as_deref().map(|kind| context.words.known("kind", kind))),
                Cell::Words(status.told(context.words)),
                Cell::maybe(stage.map(|stage| context.t(&format!("stage-{}", stage.stage.word())))),
                stage.map_or(Cell::Empty, |stage| Cell::date(context, &stage.date)),
                Cell::Sources(sources.unwrap_or(&item.meta.sources).clone()),
            ],
        }
    };
    let rows = shown(context, &standings(context, figure)).into_iter().flat_map(|one| {
        let stages = &one.0.stages;
        let none = stages.is_empty().then(|| row(one, None));
        none.into_iter().chain(stages.iter().map(|stage| row(one, Some(stage)))).collect::<Vec<_>>()
    });
    vec![Table { columns: columns(context, names), rows: rows.collect(), ..Table::default() }]
}
