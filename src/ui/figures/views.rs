//! Where to go: the pages of the briefing, each with what it answers.

use yew::prelude::*;

use super::frame;
use crate::{
    model::{Figure, Item, View},
    state::Action,
    ui::{
        link::{Look, go_with},
        page::{view_summary, view_title},
        store::Store,
    },
};

/// The pages that the figure names; all but its own where it names none.
pub fn views(store: &Store, figure: &Item<Figure>) -> Html {
    let all = &store.briefing().views;
    let shown: Vec<&Item<View>> = if figure.views.is_empty() {
        all.iter().filter(|view| *view.meta.id != *store.state.view()).collect()
    } else {
        figure.views.iter().filter_map(|id| all.iter().find(|view| view.meta.id == *id)).collect()
    };
    let counts = (shown.len(), shown.len());
    let card = |view: &Item<View>| {
        let summary = view_summary(store, view);
        let content = html! { <><strong>{view_title(store, view)}</strong><span class="muted">{summary}</span></> };
        let look = Look { class: Some("view-card"), key: Some(&view.meta.id), current: false };
        html! { <li>{go_with(store, Action::Open(view.meta.id.clone()), look, content)}</li> }
    };
    frame(store, figure, counts, "views", html! { <ul class="cards">{ for shown.into_iter().map(card) }</ul> })
}
