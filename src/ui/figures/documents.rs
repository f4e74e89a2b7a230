//! Instruments with their stages, by sort and by where they stand today.

use yew::prelude::*;

use super::{
    filters::{facet_chip, facet_chips, search_box},
    frame,
    save::{Rows, csv_button, head, sources_cell},
};
use crate::{
    model::{Figure, Instrument, Item, Stage},
    order,
    query::{Found, Sought, Status, status},
    state::Facet,
    ui::{
        lines::stage_link,
        link::{item_link, open},
        quantity::{date_words, standing_of},
        store::Store,
        text::text,
    },
};

/// An instrument and where it stands today.
type Standing<'a> = (&'a Item<Instrument>, Status);

/// So few instruments are shown all, without filters.
const SHORT: usize = 5;

/// The instruments of the figure, those that pass the filters, newest first.
pub fn documents(store: &Store, figure: &Item<Figure>) -> Html {
    let as_of = store.briefing().card.as_of.as_ref();
    let all = standings(store, figure);
    let is_short = all.len() <= SHORT;
    let shown = shown(store, &all);
    let today = crate::model::Edtf::from_day(store.today);
    let counts = (shown.len(), shown.len());
    let content = html! { <>
        <p class="muted">{store.tf("documents-status-on", &[("date", date_words(store, &today).into())])}
            { for as_of.map(|day| html! { <>{" "}{store.tf("documents-data-to", &[("date", date_words(store, day).into())])}</> }) }</p>
        <div class="toolbar">
            if !is_short { {search_box(store, "documents-search")} }
            <div class="tools">{csv_button(store, &figure.meta.id, rows)}</div>
        </div>
        if !is_short {
            {chips(store, &all, Facet::Kind)}
            {chips(store, &all, Facet::Status)}
                <p class="figure-status">{store.tf("documents-count", &[("shown", shown.len().into()), ("total", all.len().into())])}</p>
        }
        if shown.is_empty() { <p class="muted">{store.t("documents-none")}</p> }
        <ol class="source-list">{ for shown.into_iter().map(|one| entry(store, one)) }</ol>
    </> };
    frame(store, figure, counts, "documents", content)
}

/// The instruments of the figure.
fn standings<'a>(store: &'a Store, figure: &Figure) -> Vec<Standing<'a>> {
    let all = store.briefing().instruments.iter().filter(|one| figure.shows(&one.meta.id));
    all.map(|one| (one, status(one, store.today))).collect()
}

/// Those that pass the filters, newest first.
fn shown<'a>(store: &Store, all: &[Standing<'a>]) -> Vec<Standing<'a>> {
    let passes = |one: &Standing| all.len() <= SHORT || passes(store, one, None);
    let passing: Vec<Standing> = all.iter().copied().filter(passes).collect();
    let newest = |one: &Standing| one.0.stages.iter().filter_map(|stage| stage.date.value.latest()).max();
    order::in_order(&passing, &|a, b| newest(b).cmp(&newest(a))).into_iter().copied().collect()
}

/// Whether the filters and the words sought let it through; `but`: a filter that does not count.
fn passes(store: &Store, (item, status): &Standing, but: Option<Facet>) -> bool {
    let asked = |facet: Facet, word: &str| {
        let chosen = store.state.facets.get(&facet).filter(|_| but != Some(facet));
        chosen.is_none_or(|chosen| chosen.iter().any(|one| &**one == word))
    };
    asked(Facet::Kind, item.kind.as_deref().unwrap_or("other"))
        && asked(Facet::Status, status.word())
        && Sought::new(&store.state.search)
            .is_in(&[Some(&item.title), item.number.as_ref(), item.description.as_ref()], &[&item.meta.id])
}

/// Buttons that show some sorts only, each with the number it would show.
fn chips(store: &Store, all: &[Standing], facet: Facet) -> Html {
    let word = |(item, status): &Standing| match facet {
        Facet::Status => status.word().to_owned(),
        _ => item.kind.as_deref().unwrap_or("other").to_owned(),
    };
    let mut words: Vec<String> = Vec::new();
    if facet == Facet::Status {
        let present =
            Status::ALL.iter().map(|one| one.word()).filter(|one| all.iter().any(|(_, status)| status.word() == *one));
        present.for_each(|one| {
            if words.last().is_none_or(|last| last != one) {
                words.push(one.to_owned());
            }
        });
    } else {
        all.iter().map(word).for_each(|one| {
            if !words.contains(&one) {
                words.push(one);
            }
        });
    }
    let chip = |name: String| {
        let count = all.iter().filter(|one| passes(store, one, Some(facet)) && word(one) == name).count();
        facet_chip(store, facet, &name, &store.words.known(facet.key(), &name), count)
    };
    let key = if facet == Facet::Status { "documents-by-status" } else { "documents-by-kind" };
    facet_chips(store, key, words.into_iter().map(chip))
}

fn entry(store: &Store, (item, status): Standing) -> Html {
    let id = &item.meta.id;
    let kind = item.kind.as_deref().map(|kind| store.words.known("kind", kind));
    let positions: Vec<_> = store
        .data
        .index
        .concerning(id)
        .iter()
        .filter(|id| matches!(store.find(id), Some(Found::Position(_))))
        .collect();
    html! {
        <li key={id.to_string()} data-key={id.to_string()}>
            <h3>{open(store, id, None, text(store, &item.title))}</h3>
            <p class="muted">
                <span class={classes!("badge", format!("status-{}", status.word()))}>{store.t(status.key())}</span>
                { for kind.map(|kind| html! { <>{" · "}{kind}</> }) }
                { for item.number.as_ref().map(|number| html! { <>{" · "}{text(store, number)}</> }) }
                {" "}{standing_of(store, &item.meta)}
            </p>
            if !item.stages.is_empty() {
                <ol class="stage-line">{ for item.stages.iter().map(|stage| html! { <li>{stage_link(store, stage)}</li> }) }</ol>
            }
            { for item.relations.iter().map(|one| html! {
                <p class="muted"><span class="relation">{store.t(&format!("relation-{}", one.kind))}</span>{" "}{item_link(store, &one.to)}</p>
            }) }
            if !positions.is_empty() {
                <p class="muted">{store.tf("documents-positions", &[("count", positions.len().into())])}</p>
            }
        </li>
    }
}

/// A row a stage, of what is shown; a row for an instrument without any.
fn rows(store: &Store, figure: &Item<Figure>) -> Rows {
    let mut rows = vec![head(
        store,
        [
            "column-title",
            "column-id",
            "number",
            "column-sort",
            "column-status",
            "sort-stage",
            "column-date",
            "column-sources",
        ],
    )];
    for (item, status) in shown(store, &standings(store, figure)) {
        let row = |stage: Option<&Item<Stage>>| {
            let sources = stage.map(|stage| &stage.meta.sources).filter(|sources| !sources.is_empty());
            vec![
                store.plain(&item.title),
                item.meta.id.to_string(),
                item.number.as_ref().map(|number| store.plain(number)).unwrap_or_default(),
                item.kind.as_deref().map(|kind| store.words.known("kind", kind)).unwrap_or_default(),
                store.t(status.key()),
                stage.map(|stage| store.t(&format!("stage-{}", stage.stage.word()))).unwrap_or_default(),
                stage.map(|stage| stage.date.value.as_str().to_owned()).unwrap_or_default(),
                sources_cell(store, sources.unwrap_or(&item.meta.sources)),
            ]
        };
        rows.extend(item.stages.iter().map(|stage| row(Some(stage))));
        if item.stages.is_empty() {
            rows.push(row(None));
        }
    }
    rows
}
