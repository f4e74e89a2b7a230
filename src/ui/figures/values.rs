//! Single numbers and dates, large, each opening its source.

use yew::prelude::*;

use super::{FigureProps, figure_of, heading};
use crate::{
    model::FigureValue,
    query::Found,
    state::Action,
    ui::{
        link::Go,
        quantity::{date_words, headline},
        store::{Store, use_store},
        text::text,
    },
};

/// Single numbers and dates.
#[component]
pub fn Values(props: &FigureProps) -> Html {
    let store = use_store();
    let Some(figure) = figure_of(&store, &props.id) else { return html! {} };
    let cards: Vec<Html> = figure.values.iter().filter_map(|value| card(&store, value)).collect();
    let count = cards.len().to_string();
    html! {
        <figure data-figure={props.id.to_string()} data-visible={figure.values.len().to_string()} data-drawn={count}
            class="figure values" aria-labelledby={format!("figure-{}", props.id)}>
            {heading(&store, figure)}
            <ul class="cards">{ for cards }</ul>
        </figure>
    }
}

/// One value; nothing where the item has none.
fn card(store: &Store, value: &FigureValue) -> Option<Html> {
    let found = store.find(&value.of)?;
    let shown = headline(store, found)?;
    let label = match &value.label {
        Some(label) => text(store, label),
        None => html! { {store.name(found)} },
    };
    let date = match found {
        Found::Observation(_, item) => Some(&item.date),
        Found::Target(item) => item.due.as_ref(),
        Found::Total(meeting, _) | Found::Group(meeting, _) => Some(&meeting.date),
        Found::Version(_, item) => item.date.as_ref(),
        _ => None,
    };
    let disputed = !store.data.index.concerning(&value.of).is_empty();
    Some(html! {
        <li>
            <Go action={Action::Select(found.meta().id.clone())} class="value-card" data_key={found.meta().id.to_string()}>
                <span class="value">{shown}</span>
                <span class="label">{label}</span>
                <span class="muted">
                    { for date.map(|date| html! { {date_words(store, &date.value)} }) }
                    if disputed { {" · "}{store.t("disputed")} }
                </span>
                <span class="cue">{store.tf("sources-count", &[("count", found.sources().len().into())])}</span>
            </Go>
        </li>
    })
}
