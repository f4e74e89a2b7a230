//! Instruments with their stages, by sort and by where they stand today.

use yew::prelude::*;

use super::{
    filters::{facet_chip, facet_chips},
    frame,
    save::{What, files},
};
use crate::{
    figure::lists::{SHORT, Standing, passes, shown, standings},
    model::{Figure, Item},
    query::{Found, Status},
    state::Facet,
    ui::{
        lines::stage_link,
        link::{item_link, open},
        quantity::{date_words, disputed, standing_of},
        store::Store,
        text::text,
    },
};

/// The instruments of the figure, those that pass the filters, newest first.
pub fn documents(store: &Store, figure: &Item<Figure>) -> Html {
    let as_of = store.briefing().card.as_of.as_ref();
    let all = standings(&store.context(), figure);
    let is_short = all.len() <= SHORT;
    let shown = shown(&store.context(), &all);
    let today = crate::model::Edtf::from_day(store.context().day());
    let counts = (shown.len(), shown.len());
    let content = html! { <>
        <p class="muted">{store.tf("documents-status-on", &[("date", date_words(store, &today).into())])}
            { for as_of.map(|day| html! { <>{" "}{store.tf("documents-data-to", &[("date", date_words(store, day).into())])}</> }) }</p>
        <div class="toolbar">
            <div class="tools">{files(store, &What::List(figure.meta.id.clone()))}</div>
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
        let count = all.iter().filter(|one| passes(&store.context(), one, Some(facet)) && word(one) == name).count();
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
                <span class={classes!("badge", format!("status-{}", status.word()))}>{status.told(&store.words)}</span>
                { for kind.map(|kind| html! { <>{" · "}{kind}</> }) }
                { for item.number.as_ref().map(|number| html! { <>{" · "}{text(store, number)}</> }) }
                {" "}{standing_of(store, &item.meta)}{disputed(store, id)}
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
