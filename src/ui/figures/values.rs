//! Single numbers and dates, large, each opening its source.

use yew::prelude::*;

use super::frame;
use crate::{
    figure::lists::{FigureCard, cards},
    model::{Figure, Item},
    query::Found,
    ui::{link::open, quantity::date_words, store::Store, text::text},
};

/// Single numbers and dates.
pub fn values(store: &Store, figure: &Item<Figure>) -> Html {
    let cards: Vec<Html> = cards(&store.context(), figure).into_iter().map(|one| card(store, one)).collect();
    let counts = (figure.values.len(), cards.len());
    frame(store, figure, counts, "values", html! { <ul class="cards">{ for cards }</ul> })
}

/// One value.
fn card(store: &Store, FigureCard { found, shown, label, remarks }: FigureCard) -> Html {
    let label = match label {
        Some(label) => text(store, label),
        None => html! { {store.name(found)} },
    };
    // Where the date is the value, it stands there already.
    let date = found.date().filter(|_| !matches!(found, Found::Event(_) | Found::Meeting(_) | Found::Stage(..)));
    html! {
        <li>
            {open(store, &found.meta().id, Some("value-card"), html! { <><span class="value">{shown}</span>
                <span class="label">{label}</span>
                <span class="muted">
                    { date.map(|date| date_words(store, &date.value)).into_iter().chain(remarks).collect::<Vec<_>>().join(" · ") }
                </span>
                <span class="cue">{store.tf("sources-count", &[("count", found.sources().len().into())])}</span></> })}
        </li>
    }
}
