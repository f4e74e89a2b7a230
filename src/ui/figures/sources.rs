//! Every source, with what rests on it.

use std::cmp::Reverse;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{FigureProps, figure_of, frame};
use crate::{
    model::{Item, Source},
    state::Action,
    ui::{
        detail::outward,
        link::{item_link, open},
        quantity::date_words,
        store::{Step, Store},
        text::text,
    },
};

/// By what the sources are ordered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Use,
    Publisher,
    Title,
}

/// All sources that hold the words sought.
#[component]
pub fn Sources(props: &FigureProps) -> Html {
    let store = &props.store;
    let order = use_state(|| Order::Use);
    let Some(figure) = figure_of(store, &props.id) else { return html! {} };
    let all = &store.briefing().sources;
    let words: Vec<String> = store.state.search.split_whitespace().map(str::to_lowercase).collect();
    let mut shown: Vec<&Item<Source>> = all.iter().filter(|source| holds(source, &words)).collect();
    let publisher =
        |source: &Source| source.publisher.as_ref().map(|it| store.plain(it).to_lowercase()).unwrap_or_default();
    match *order {
        Order::Use => shown.sort_by_key(|source| Reverse(store.data.index.citing(&source.meta.id).len())),
        Order::Publisher => shown.sort_by_cached_key(|source| publisher(source)),
        Order::Title => shown.sort_by_cached_key(|source| store.plain(&source.title).to_lowercase()),
    }
    let counts = (shown.len(), shown.len());
    let unencrypted = all.iter().filter(|source| source.is_unencrypted()).count();
    let unlinked = all.iter().filter(|source| !source.link).count();
    let choice = |one: Order, key: &str| {
        let order = order.clone();
        let pressed = (*order == one).to_string();
        html! { <button aria-pressed={pressed} onclick={move |_| order.set(one)}>{store.t(key)}</button> }
    };
    let content = html! {
        <div data-region="sources">
            <p>{store.tf("sources-summary", &[
                ("count", all.len().into()), ("http", unencrypted.into()), ("unlinked", unlinked.into())])}</p>
            <div class="toolbar">
                {search_box(store, "sources-search")}
                <div role="group" aria-label={store.t("order")} class="choices">
                    {choice(Order::Use, "order-use")}{choice(Order::Publisher, "order-publisher")}{choice(Order::Title, "order-title")}
                </div>
            </div>
            <p class="figure-status">{store.tf("sources-shown", &[("shown", shown.len().into()), ("total", all.len().into())])}</p>
            if shown.is_empty() { <p class="muted">{store.tf("sources-none", &[("count", all.len().into())])}</p> }
            <ol class="source-list">{ for shown.into_iter().map(|source| entry(store, source)) }</ol>
        </div>
    };
    frame(store, figure, counts, "sources", content)
}

fn holds(source: &Item<Source>, words: &[String]) -> bool {
    let texts = [Some(&source.title), source.publisher.as_ref()];
    words.iter().all(|word| {
        let mut versions = texts.into_iter().flatten().flat_map(|text| text.versions());
        versions.any(|version| version.text.to_lowercase().contains(word))
            || source.url.as_ref().is_some_and(|url| url.to_lowercase().contains(word))
            || source.meta.id.contains(word.as_str())
    })
}

fn entry(store: &Store, source: &Item<Source>) -> Html {
    let resting = store.data.index.citing(&source.meta.id);
    let published = source.published.as_ref().map(|date| date_words(store, &date.value));
    html! {
        <li key={source.meta.id.to_string()} data-key={source.meta.id.to_string()}>
            <h3>{open(store, &source.meta.id, None, text(store, &source.title))}</h3>
            <p class="muted">
                { for source.publisher.as_ref().map(|publisher| text(store, publisher)) }
                { for published.map(|date| html! { <>{" · "}{date}</> }) }
                { for source.language.as_deref().map(|tag| html! { <>{" · "}{store.words.known("language", tag)}</> }) }
                {" · "}{outward(store, source)}
            </p>
            if resting.is_empty() {
                <p class="muted">{store.t("rests-none")}</p>
            } else {
                <details>
                    <summary>{store.tf("rests-count", &[("count", resting.len().into())])}</summary>
                    <ul>{ for resting.iter().map(|id| html! { <li>{item_link(store, id)}</li> }) }</ul>
                </details>
            }
        </li>
    }
}

/// A box for words to find, named by the message `key`; they go into the link.
pub fn search_box(store: &Store, key: &str) -> Html {
    let oninput = store.dispatch.reform(|input: InputEvent| {
        let words = input.target_unchecked_into::<HtmlInputElement>().value();
        (Action::Search(words.into()), Step::Replace)
    });
    html! {
        <form role="search" aria-label={store.t(key)} data-region="search" class="search" onsubmit={|submit: SubmitEvent| submit.prevent_default()}>
            <label>{store.t(key)}{" "}<input type="search" value={store.state.search.to_string()} {oninput} /></label>
        </form>
    }
}
