//! What is still to come after the day to which the data are current.

use yew::prelude::*;

use super::frame;
use crate::{
    figure::lists::{coming, distance},
    model::{Figure, Item},
    query::Upcoming,
    ui::{link::open, quantity::date_words, store::Store, text::text},
};

/// What is still to come, soonest first.
pub fn upcoming_list(store: &Store, figure: &Item<Figure>) -> Html {
    let as_of = store.briefing().card.as_of.as_ref();
    let coming = coming(&store.context(), figure);
    let since = as_of.map(|day| store.tf("upcoming-since", &[("date", date_words(store, day).into())]));
    let content = html! { <>
        { for since.map(|since| html! { <p class="muted">{since}</p> }) }
        if as_of.is_none() {
            <p class="muted">{store.t("upcoming-unknown")}</p>
        } else if coming.is_empty() {
            <p class="muted">{store.t("upcoming-none")}</p>
        } else {
            <ol class="coming">{ for coming.iter().map(|one| entry(store, one)) }</ol>
        }
    </> };
    frame(store, figure, (coming.len(), coming.len()), "upcoming", content)
}

fn entry(store: &Store, one: &Upcoming) -> Html {
    html! {
        <li>
            {open(store, &one.meta.id, None, html! { <><span class="when">{date_words(store, &one.date.value)}</span>
                <span class="what">
                    { for one.stage.map(|stage| html! { <>{store.t(&format!("stage-{stage}"))}{": "}</> }) }
                    {text(store, one.title)}
                </span>
                <span class="muted">{distance(&store.context(), one)}</span></> })}
        </li>
    }
}
