//! What opens over the timeline: a card for the item at hand, a list for a cluster. Both are put in their place after
//! they are rendered: see [`crate::web::place_within`].

use yew::prelude::*;

use super::agenda::occurrence;
use crate::{
    model::Id,
    ui::{
        link::open,
        quantity::{disputed, occurrence_date, standing_of},
        store::Store,
        text::text,
    },
};

/// What the item at hand is, without opening it. `on_over` hears whether the pointer is on the card.
pub fn hover_card(store: &Store, id: &str, node: &NodeRef, on_over: &Callback<bool>) -> Html {
    let Some(occurrence) = occurrence(store, id) else { return html! {} };
    let sources = occurrence.meta().sources.len();
    let over = |over: bool| on_over.reform(move |_: PointerEvent| over);
    html! {
        // Said by the item's own name already.
        <div class="hover-card" ref={node.clone()} aria-hidden="true" onpointerenter={over(true)} onpointerleave={over(false)}>
            <span class="when">{occurrence_date(store, occurrence)}</span>
            <span class="title">{text(store, occurrence.title())}</span>
            { for occurrence.summary().map(|summary| html! { <span>{text(store, summary)}</span> }) }
            <span class="muted">
                {store.tf("sources-count", &[("count", sources.into())])}{" "}{standing_of(store, occurrence.meta())}
                {disputed(store, &occurrence.meta().id)}
            </span>
        </div>
    }
}

/// The items of a cluster, each to open.
pub fn cluster_card(
    store: &Store,
    ids: &[Id],
    node: &NodeRef,
    on_close: &Callback<()>,
    on_zoom: &Callback<()>,
) -> Html {
    let close = on_close.clone();
    let onkeydown = Callback::from(move |press: KeyboardEvent| {
        // Keys in the list are not keys of the timeline.
        press.stop_propagation();
        if press.key() == "Escape" {
            close.emit(());
        }
    });
    html! {
        <div class="cluster-card" ref={node.clone()} role="dialog" aria-labelledby="cluster-title" {onkeydown}>
            <div class="cluster-head">
                <strong id="cluster-title">{store.tf("cluster-title", &[("count", ids.len().into())])}</strong>
                <button onclick={on_close.reform(|_| ())} aria-label={store.t("close")}>{"×"}</button>
            </div>
            <ul>{ for ids.iter().filter_map(|id| {
                let occurrence = occurrence(store, id)?;
                let content = html! { <>
                    <span class="muted">{occurrence_date(store, occurrence)}</span>{" "}{text(store, occurrence.title())}
                </> };
                Some(html! { <li key={id.to_string()}>{open(store, id, None, content)}{disputed(store, id)}</li> })
            }) }</ul>
            <button onclick={on_zoom.reform(|_| ())}>{store.t("cluster-zoom")}</button>
        </div>
    }
}
