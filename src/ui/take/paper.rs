//! What paper has beyond the screen: of timelines all there is, and the sources of the page.

use std::rc::Rc;

use yew::prelude::*;

use super::note::references;
use crate::{
    figure::{
        Canvas, kind,
        note::{note, shown},
    },
    model::{Figure, Item},
    render::html::{Emphasis, html},
    state::{Bound, ViewState},
    ui::{figures::tables, store::Store},
};

/// As wide as the text on A4 and Letter, in CSS pixels.
const PAPER_PX: f64 = 680.0;

/// The page with the whole span of time.
fn whole(store: &Store) -> Store {
    let state = ViewState { from: Some(Bound::Earliest), to: Some(Bound::Latest), ..(*store.state).clone() };
    Store { state: Rc::new(state), ..store.clone() }
}

/// A timeline from its first day to its last, as a picture and as a list with sources.
pub fn whole_timeline(store: &Store, figure: &Item<Figure>) -> Html {
    let store = whole(store);
    let Some(kind) = kind(&figure.kind) else { return html! {} };
    let made = (kind.make)(&store.context(), figure, Canvas { width: PAPER_PX, meter: store.meter });
    html! { <>
        <div class="drawing plain">{html(&made.scene, kind.word, Emphasis::default())}</div>
        {tables(&store, figure)}
    </> }
}

/// The sources of what the page shows, numbered.
pub fn sources(store: &Store) -> Html {
    let store = &whole(store);
    let context = store.context();
    let shown = shown(&context);
    let note = note(&context, &shown.items, &shown.conditions);
    html! {
        <section class="on-paper">
            <ul class="note-lead">{ for note.lead.iter().map(|line| html! { <li>{line.clone()}</li> }) }</ul>
            {references(store, &note)}
        </section>
    }
}
