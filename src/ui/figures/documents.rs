//! Instruments with their stages, by sort and by where they stand today.

use yew::prelude::*;

use super::{frame, sources::search_box};
use crate::{
    model::{Figure, Instrument, Item},
    order,
    query::{Found, Status, status},
    state::{Action, Facet},
    ui::{
        link::{item_link, open},
        quantity::{date_words, standing_of},
        store::{Step, Store},
        text::text,
    },
};

/// An instrument and where it stands today.
type Standing<'a> = (&'a Item<Instrument>, Status);

/// The instruments of the figure, those that pass the filters, newest first.
pub fn documents(store: &Store, figure: &Item<Figure>) -> Html {
    let briefing = store.briefing();
    let wanted = |one: &&Item<Instrument>| figure.items.is_empty() || figure.items.contains(&one.meta.id);
    let all: Vec<Standing> =
        briefing.instruments.iter().filter(wanted).map(|one| (one, status(one, store.today))).collect();
    let mut shown: Vec<Standing> = all.iter().copied().filter(|one| passes(store, one, None)).collect();
    let newest = |one: &Standing| one.0.stages.iter().filter_map(|stage| stage.date.value.latest()).max();
    let by_age = order::sorted(shown.len(), &|a, b| newest(&shown[b]).cmp(&newest(&shown[a])));
    shown = by_age.into_iter().map(|at| shown[at as usize]).collect();
    let today = crate::model::Edtf::from_day(store.today);
    let as_of = briefing.card.as_of.as_ref();
    let counts = (shown.len(), shown.len());
    let content = html! { <>
        <p class="muted">{store.tf("documents-status-on", &[("date", date_words(store, &today).into())])}
            { for as_of.map(|day| html! { <>{" "}{store.tf("documents-data-to", &[("date", date_words(store, day).into())])}</> }) }</p>
        <div class="toolbar">{search_box(store, "documents-search")}</div>
        {chips(store, &all, Facet::Kind)}
        {chips(store, &all, Facet::Status)}
        <p class="figure-status">{store.tf("documents-count", &[("shown", shown.len().into()), ("total", all.len().into())])}</p>
        if shown.is_empty() { <p class="muted">{store.t("documents-none")}</p> }
        <ol class="source-list">{ for shown.into_iter().map(|one| entry(store, one)) }</ol>
    </> };
    frame(store, figure, counts, "documents", content)
}

/// Whether the filters and the words sought let it through; `but`: a filter that does not count.
fn passes(store: &Store, (item, status): &Standing, but: Option<Facet>) -> bool {
    let asked = |facet: Facet, word: &str| {
        let chosen = store.state.facets.get(&facet).filter(|_| but != Some(facet));
        chosen.is_none_or(|chosen| chosen.iter().any(|one| &**one == word))
    };
    asked(Facet::Kind, item.kind.as_deref().unwrap_or("other"))
        && asked(Facet::Status, status.word())
        && holds(store, item)
}

/// Whether title, number or description hold all words sought.
fn holds(store: &Store, item: &Item<Instrument>) -> bool {
    let texts = [Some(&item.title), item.number.as_ref(), item.description.as_ref()];
    store.state.search.split_whitespace().map(str::to_lowercase).all(|word| {
        let mut versions = texts.into_iter().flatten().flat_map(|text| text.versions());
        versions.any(|version| version.text.to_lowercase().contains(&word))
    })
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
    let chosen = store.state.facets.get(&facet);
    let button = |name: String| {
        let count = all.iter().filter(|one| passes(store, one, Some(facet)) && word(one) == name).count();
        let pressed = chosen.is_some_and(|chosen| chosen.iter().any(|one| **one == *name));
        let label = store.words.known(facet.key(), &name);
        let id = Box::<str>::from(name);
        let onclick = store.dispatch.reform(move |_: MouseEvent| (Action::Toggle(facet, id.clone()), Step::Push));
        html! {
            <button class="chip" aria-pressed={pressed.to_string()} {onclick} disabled={count == 0 && !pressed}>
                {label}{" "}<span class="muted">{count}</span>
            </button>
        }
    };
    let name = store.t(if facet == Facet::Status { "documents-by-status" } else { "documents-by-kind" });
    html! { <div class="tools" data-region="facets" role="group" aria-label={name}>{ for words.into_iter().map(button) }</div> }
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
                <ol class="stage-line">{ for item.stages.iter().map(|stage| html! {
                    <li>{open(store, &stage.meta.id, None, html! { <>
                        <span class="when">{date_words(store, &stage.date.value)}</span>{" "}{store.t(&format!("stage-{}", stage.stage.word()))}</> })}</li>
                }) }</ol>
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
