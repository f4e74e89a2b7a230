//! What limits a figure to a part of its items: buttons for sorts.

use yew::prelude::*;

use crate::{
    state::{Action, Facet},
    ui::store::{Step, Store},
};

/// A group of buttons that show some sorts only, named by the message `key`.
pub fn facet_chips(store: &Store, key: &str, chips: impl Iterator<Item = Html>) -> Html {
    html! { <div class="tools" data-region="facets" role="group" aria-label={store.t(key)}>{ for chips }</div> }
}

/// A button that shows items of sort `id` only, with the number of them.
pub fn facet_chip(store: &Store, facet: Facet, id: &str, label: &str, count: usize) -> Html {
    let pressed = store.state.facets.get(&facet).is_some_and(|chosen| chosen.iter().any(|one| **one == *id));
    let id = Box::<str>::from(id);
    let onclick = store.dispatch.reform(move |_: MouseEvent| (Action::Toggle(facet, id.clone()), Step::Push));
    html! {
        <button class="chip" aria-pressed={pressed.to_string()} {onclick} disabled={count == 0 && !pressed}>
            {label}{" "}<span class="muted">{count}</span>
        </button>
    }
}
