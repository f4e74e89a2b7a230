//! The bar below the pages: a box for words to find, and buttons that open the rest.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    query::story,
    state::Action,
    ui::store::{Step, Store},
};

/// What the bar can have open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The filters.
    Filters,
    /// The look back to a day.
    Moment,
    /// To a date on the timeline.
    Go,
    /// The keys.
    Keys,
}

/// The bar. Words go into the link as they are typed.
pub fn bar(store: &Store) -> Html {
    let oninput = store.dispatch.reform(|input: InputEvent| {
        let words = input.target_unchecked_into::<HtmlInputElement>().value();
        (Action::Search(words.into()), Step::Replace)
    });
    let button = |panel: Panel, key: &str, count: usize| {
        let is_open = store.panel == Some(panel);
        let onclick = store.open.reform(move |_: MouseEvent| Some(panel).filter(|_| !is_open));
        html! {
            <button data-control={key.to_owned()} aria-expanded={is_open.to_string()} {onclick}>{store.t(key)}if count > 0 { {format!(" ({count})")} }</button>
        }
    };
    let moment = [store.state.asof, store.state.known].iter().flatten().count();
    let onfocus = store.fetch_deferred.reform(|_: FocusEvent| ());
    html! {
        <div class="explore" data-region="explore">
            <form role="search" data-region="search" onsubmit={|submit: SubmitEvent| submit.prevent_default()}>
                <input type="search" aria-label={store.t("search")} placeholder={store.t("search")}
                    value={store.state.search.to_string()} {oninput} {onfocus} />
            </form>
            {button(Panel::Filters, "filters", store.state.facets.values().map(Vec::len).sum())}
            {button(Panel::Moment, "look-back", moment)}
            { for store.briefing().story.first().map(|first| {
                let go = story::go(first);
                let onclick = store.dispatch.reform(move |_: MouseEvent| (go.clone(), Step::Push));
                html! { <button data-control="story" {onclick}>{store.t("story")}</button> }
            }) }
            {button(Panel::Keys, "keys", 0)}
        </div>
    }
}
