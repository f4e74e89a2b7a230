//! What items say, one after the other: a passage of a meeting, the summary of an event, the description of an instrument.

use yew::prelude::*;

use super::frame;
use crate::{
    figure::lists::items_of,
    model::{Figure, Item},
    query::Found,
    ui::{
        link::item_link,
        quantity::{citations, span_words, standing_of},
        store::Store,
        text::markdown,
    },
};

/// The texts of the items that the figure names, in its order.
pub fn texts(store: &Store, figure: &Item<Figure>) -> Html {
    let shown = items_of(&store.context(), figure);
    let counts = (shown.len(), shown.len());
    if shown.is_empty() {
        return frame(store, figure, counts, "", html! { <p class="muted">{store.t("texts-none")}</p> });
    }
    frame(
        store,
        figure,
        counts,
        "",
        html! { <ol class="passages">{ for shown.into_iter().map(|one| passage(store, one)) }</ol> },
    )
}

fn passage(store: &Store, found: Found) -> Html {
    let meta = found.meta();
    let end = match found {
        Found::Event(item) => item.end.as_ref(),
        Found::Meeting(item) => item.end.as_ref(),
        _ => None,
    };
    html! {
        <li>
            <h3>{item_link(store, &meta.id)}</h3>
            <p class="muted">
                { for found.date().map(|date| span_words(store, date, end)) }
                { for found.whole().map(|whole| html! { <>{" · "}{item_link(store, &whole.meta().id)}</> }) }
                {" "}{standing_of(store, meta)}
            </p>
            { for found.text().map(|text| markdown(store, text)) }
            <details class="more"><summary>{store.tf("sources-count", &[("count", found.sources().len().into())])}</summary>
                {citations(store, found.sources())}</details>
        </li>
    }
}
