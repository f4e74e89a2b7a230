//! What was asked, what was answered, what came of it.

use yew::prelude::*;

use super::frame;
use crate::{
    model::{Figure, Id, Item, Position, Text},
    ui::{
        link::{item_link, open},
        quantity::{citations, standing_of},
        store::Store,
        text::text,
    },
};

/// The positions of the figure.
pub fn positions(store: &Store, figure: &Item<Figure>) -> Html {
    let wanted = |one: &&Item<Position>| figure.items.is_empty() || figure.items.contains(&one.meta.id);
    let shown: Vec<_> = store.briefing().positions.iter().filter(wanted).collect();
    let counts = (shown.len(), shown.len());
    let content = if shown.is_empty() {
        html! { <p class="muted">{store.t("positions-none")}</p> }
    } else {
        html! { <ol class="positions">{ for shown.into_iter().map(|one| entry(store, one)) }</ol> }
    };
    frame(store, figure, counts, "", content)
}

fn entry(store: &Store, item: &Item<Position>) -> Html {
    let line = |key: &str, value: Html| html! { <div><dt>{store.t(key)}</dt><dd>{value}</dd></div> };
    let or_unknown = |given: &Option<Text>| match given {
        Some(words) => text(store, words),
        None => html! { <span class="muted">{store.t("not-recorded")}</span> },
    };
    let links = |ids: &[Id]| html! { <ul class="items">{ for ids.iter().map(|id| html! { <li>{item_link(store, id)}</li> }) }</ul> };
    html! {
        <li data-key={item.meta.id.to_string()}>
            <h3>{open(store, &item.meta.id, None, text(store, &item.ask))}</h3>
            <dl class="facts">
                { for item.by.as_ref().map(|by| line("asked-by", text(store, by))) }
                { for item.raised_at.as_ref().map(|id| line("raised-at", item_link(store, id))) }
                if !item.instruments.is_empty() { {line("instruments", links(&item.instruments))} }
                {line("response", or_unknown(&item.response))}
                {line("result", or_unknown(&item.result))}
            </dl>
            { for item.meta.note.as_ref().map(|note| html! { <p class="muted">{text(store, note)}</p> }) }
            {citations(store, &item.meta.sources)}{standing_of(store, &item.meta)}
        </li>
    }
}
