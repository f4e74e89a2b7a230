//! The lineage of an act, as a drawing and as a list that says the same.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use crate::{
    figure::{Canvas, kind},
    model::{Figure, Id, Item, Meta},
    query,
    render::html::{Emphasis, html},
    ui::{
        figures::{click, keys},
        link::open,
        store::Store,
        width::use_width,
    },
};

#[derive(Properties, PartialEq)]
pub struct LineageProps {
    /// The act.
    pub id: Id,
    /// Page, words and state.
    pub store: Store,
}

/// All that an act comes from and all that follows from it; drawn once it is opened.
#[component]
pub fn Whole(props: &LineageProps) -> Html {
    let LineageProps { id, store } = props;
    let is_open = use_state_eq(|| false);
    let focused = use_state(|| None::<String>);
    let (node, width) = use_width(store.room.min(360.0));
    let context = store.context();
    let count = query::lineage(context.briefing, context.index, std::slice::from_ref(id)).acts.len();
    if count < 2 {
        return html! { <div ref={node} /> };
    }
    let ontoggle = {
        let is_open = is_open.clone();
        move |toggle: Event| is_open.set(toggle.target_unchecked_into::<HtmlDetailsElement>().open())
    };
    html! {
        <section ref={node.clone()}>
            <details {ontoggle}>
                <summary>{store.tf("lineage-all", &[("count", count.into())])}</summary>
                if *is_open { {drawn(store, id, width, (focused, node))} }
            </details>
        </section>
    }
}

fn drawn(store: &Store, id: &Id, width: f64, (focused, node): (UseStateHandle<Option<String>>, NodeRef)) -> Html {
    let Some(kind) = kind("lineage") else { return html! {} };
    let context = store.context();
    let figure = Item {
        meta: Meta { id: Id::from(format!("lineage-of.{id}").as_str()), ..Meta::default() },
        body: Figure::of("lineage", vec![id.clone()]),
    };
    let made = (kind.make)(&context, &figure, Canvas { width, meter: store.meter });
    let stops = kind.walk.stops(&made.scene);
    let emphasis = Emphasis { focused: focused.as_deref(), selected: Some(id.as_str()), hovered: None };
    let lineage = query::lineage(context.briefing, context.index, &figure.items);
    let ties = |place: usize| {
        let ties = lineage.ties_of(place).iter();
        ties.map(|tie| {
            html! { <span class="muted">{" · "}{store.words.known("relation", tie.kind)}{" "}{context.text(&lineage.acts[tie.to].title)}</span> }
        })
        .collect::<Html>()
    };
    html! { <>
        <figure data-figure={figure.meta.id.to_string()} data-visible={made.items.to_string()} data-drawn={stops.len().to_string()} aria-label={store.t("figure-lineage")}>
            <div class="drawing plain" onclick={click(store)} onkeydown={keys(store, kind.walk, stops, focused.setter(), node)}>
                {html(&made.scene, kind.word, emphasis)}
            </div>
        </figure>
        <ol class="items">{ for lineage.acts.iter().enumerate().map(|(place, act)| html! {
            <li>{open(store, &act.meta.id, None, html! { {context.text(&act.title)} })}{ties(place)}</li>
        }) }</ol>
    </> }
}
