//! What opens over the timeline: a card for the item at hand, a list for a cluster.

use yew::prelude::*;

use super::agenda::occurrence;
use crate::{
    model::Id,
    scene::Rect,
    state::Action,
    ui::{
        link::Go,
        quantity::{occurrence_date, standing_of},
        store::use_store,
        text::text,
    },
    web,
};

/// An item, and where it is drawn.
#[derive(Properties, PartialEq)]
pub struct HoverProps {
    /// Its id.
    pub id: Id,
    /// Its place in the drawing.
    pub anchor: Rect,
    /// Width of the drawing.
    pub width: f64,
    /// Hears whether the pointer is on the card.
    pub on_over: Callback<bool>,
}

/// What the item at hand is, without opening it.
#[component]
pub fn HoverCard(props: &HoverProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    use_place_below(&node, props.anchor, props.width);
    let Some(occurrence) = occurrence(&store, &props.id) else { return html! {} };
    let sources = occurrence.meta().sources.len();
    let over = |over: bool| props.on_over.reform(move |_: PointerEvent| over);
    html! {
        // Said by the item's own name already.
        <div class="hover-card" ref={node} aria-hidden="true" onpointerenter={over(true)} onpointerleave={over(false)}>
            <span class="when">{occurrence_date(&store, occurrence)}</span>
            <span class="title">{text(&store, occurrence.title())}</span>
            { for occurrence.summary().map(|summary| html! { <span>{text(&store, summary)}</span> }) }
            <span class="muted">
                {store.tf("sources-count", &[("count", sources.into())])}{" "}{standing_of(&store, occurrence.meta())}
            </span>
        </div>
    }
}

/// A cluster, and where it is drawn.
#[derive(Properties, PartialEq)]
pub struct ClusterProps {
    /// Ids of its items, by date.
    pub ids: Vec<Id>,
    /// Its place in the drawing.
    pub anchor: Rect,
    /// Width of the drawing.
    pub width: f64,
    /// Asks to close the list.
    pub on_close: Callback<()>,
    /// Asks to zoom in to its items.
    pub on_zoom: Callback<()>,
}

/// The items of a cluster, each to open.
#[component]
pub fn ClusterCard(props: &ClusterProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    use_place_below(&node, props.anchor, props.width);
    use_effect_with((), |()| {
        web::focus(".cluster-card a", true);
    });
    let onkeydown = {
        let on_close = props.on_close.clone();
        Callback::from(move |press: KeyboardEvent| {
            // Keys in the list are not keys of the timeline.
            press.stop_propagation();
            if press.key() == "Escape" {
                on_close.emit(());
            }
        })
    };
    html! {
        <div class="cluster-card" ref={node} role="dialog" aria-labelledby="cluster-title" {onkeydown}>
            <div class="cluster-head">
                <strong id="cluster-title">{store.tf("cluster-title", &[("count", props.ids.len().into())])}</strong>
                <button onclick={props.on_close.reform(|_| ())} aria-label={store.t("close")}>{"×"}</button>
            </div>
            <ul>{ for props.ids.iter().filter_map(|id| {
                let occurrence = occurrence(&store, id)?;
                Some(html! {
                    <li key={id.to_string()}><Go action={Action::Select(id.clone())} data_key={id.to_string()}>
                        <span class="muted">{occurrence_date(&store, occurrence)}</span>{" "}{text(&store, occurrence.title())}
                    </Go></li>
                })
            }) }</ul>
            <button onclick={props.on_zoom.reform(|_| ())}>{store.t("cluster-zoom")}</button>
        </div>
    }
}

/// Puts a card below its anchor, inside the drawing. Positions are set through the object model, as the page's policy
/// forbids style attributes.
#[hook]
fn use_place_below(node: &NodeRef, anchor: Rect, width: f64) {
    let node = node.clone();
    use_effect_with((anchor, width), move |&(anchor, width)| {
        if let Some(card) = node.cast::<web_sys::HtmlElement>() {
            web::place_within(&card, (anchor.x, anchor.y, anchor.width, anchor.height), width);
        }
    });
}
