//! What is still to come after the day to which the data are current.

use yew::prelude::*;

use super::{FigureProps, figure_of, heading};
use crate::{
    query::{Upcoming, upcoming},
    state::Action,
    ui::{
        link::Go,
        quantity::date_words,
        store::{Store, use_store},
        text::text,
    },
};

/// What is still to come, soonest first.
#[component]
pub fn UpcomingList(props: &FigureProps) -> Html {
    let store = use_store();
    let Some(figure) = figure_of(&store, &props.id) else { return html! {} };
    let as_of = store.briefing().card.as_of.as_ref();
    let coming = upcoming(store.briefing(), as_of.and_then(|date| date.latest()));
    let count = coming.len().to_string();
    let since = as_of.map(|day| store.tf("upcoming-since", &[("date", date_words(&store, day).into())]));
    html! {
        <figure data-figure={props.id.to_string()} data-visible={count.clone()} data-drawn={count}
            class="figure upcoming" aria-labelledby={format!("figure-{}", props.id)}>
            {heading(&store, figure)}
            { for since.map(|since| html! { <p class="muted">{since}</p> }) }
            if as_of.is_none() {
                <p class="muted">{store.t("upcoming-unknown")}</p>
            } else if coming.is_empty() {
                <p class="muted">{store.t("upcoming-none")}</p>
            } else {
                <ol class="coming">{ for coming.iter().map(|one| entry(&store, one)) }</ol>
            }
        </figure>
    }
}

fn entry(store: &Store, one: &Upcoming) -> Html {
    html! {
        <li>
            <Go action={Action::Select(one.meta.id.clone())} data_key={one.meta.id.to_string()}>
                <span class="when">{date_words(store, &one.date.value)}</span>
                <span class="what">
                    { for one.stage.map(|stage| html! { <>{store.t(&format!("stage-{stage}"))}{": "}</> }) }
                    {text(store, one.title)}
                </span>
                <span class="muted">{distance(store, one)}</span>
            </Go>
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
