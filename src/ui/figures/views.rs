//! Where to go: the pages of the briefing, each with what it answers.

use yew::prelude::*;

use super::{FigureProps, figure_of, heading};
use crate::{
    model::{Item, View},
    state::Action,
    ui::{link::Go, page::view_title, store::use_store, text::text},
};

/// The pages that the figure names; all but its own where it names none.
#[component]
pub fn Views(props: &FigureProps) -> Html {
    let store = use_store();
    let Some(figure) = figure_of(&store, &props.id) else { return html! {} };
    let all = &store.briefing().views;
    let shown: Vec<&Item<View>> = if figure.views.is_empty() {
        all.iter().filter(|view| *view.meta.id != *store.state.view()).collect()
    } else {
        figure.views.iter().filter_map(|id| all.iter().find(|view| view.meta.id == *id)).collect()
    };
    let count = shown.len().to_string();
    html! {
        <figure data-figure={props.id.to_string()} data-visible={count.clone()} data-drawn={count}
            class="figure views" aria-labelledby={format!("figure-{}", props.id)}>
            {heading(&store, figure)}
            <ul class="cards">{ for shown.into_iter().map(|view| html! {
                <li>
                    <Go action={Action::Open(view.meta.id.clone())} class="view-card" data_key={view.meta.id.to_string()}>
                        <strong>{view_title(&store, view)}</strong>
                        <span class="muted">{
                            match &view.summary {
                                Some(summary) => text(&store, summary),
                                None => html! { {store.words.known("view-summary", &view.meta.id)} },
                            }
                        }</span>
                    </Go>
                </li>
            }) }</ul>
        </figure>
    }
}
