//! What is still to come after the day to which the data are current.

use yew::prelude::*;

use super::frame;
use crate::{
    model::{Figure, Id, Item},
    query::{Found, Upcoming, upcoming},
    ui::{link::open, quantity::date_words, store::Store, text::text},
};

/// What is still to come, soonest first.
pub fn upcoming_list(store: &Store, figure: &Item<Figure>) -> Html {
    let as_of = store.briefing().card.as_of.as_ref();
    let mut coming = upcoming(store.briefing(), as_of.and_then(|date| date.latest()));
    coming.retain(|one| figure.tracks.is_empty() || is_on(store, one, &figure.tracks));
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

/// Whether it stands on one of the tracks.
fn is_on(store: &Store, one: &Upcoming, tracks: &[Id]) -> bool {
    matches!(store.find(&one.meta.id), Some(Found::Event(event)) if event.track.as_ref().is_some_and(|id| tracks.contains(id)))
}

fn entry(store: &Store, one: &Upcoming) -> Html {
    html! {
        <li>
            {open(store, &one.meta.id, None, html! { <><span class="when">{date_words(store, &one.date.value)}</span>
                <span class="what">
                    { for one.stage.map(|stage| html! { <>{store.t(&format!("stage-{stage}"))}{": "}</> }) }
                    {text(store, one.title)}
                </span>
                <span class="muted">{distance(store, one)}</span></> })}
        </li>
    }
}

/// How far away it is, counted from the reader's day to its first day; for a day that has passed, that it has.
fn distance(store: &Store, one: &Upcoming) -> String {
    let (Some(first), Some(last)) = (one.date.value.earliest(), one.date.value.latest()) else { return String::new() };
    let today = store.today;
    let days = first.unix_days() - today.unix_days();
    if last < today {
        store.t("upcoming-passed")
    } else if days > 0 {
        store.tf("upcoming-in-days", &[("count", (days as usize).into())])
    } else {
        store.t("upcoming-now")
    }
}
