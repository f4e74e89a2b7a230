//! Every source, with what rests on it.

use std::cmp::Reverse;

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::{
    FigureProps, figure_of, frame,
    save::{What, files},
};
use crate::{
    figure::lists::sources_found,
    model::{Item, Source},
    ui::{
        detail::outward,
        link::{item_link, open},
        quantity::date_words,
        store::Store,
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
    let mut shown = sources_found(&store.context());
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
                <div role="group" aria-label={store.t("order")} class="choices">
                    {choice(Order::Use, "order-use")}{choice(Order::Publisher, "order-publisher")}{choice(Order::Title, "order-title")}
                </div>
                <div class="tools">{files(store, &What::List(props.id.clone()))}</div>
            </div>
            <p class="figure-status">{store.tf("sources-shown", &[("shown", shown.len().into()), ("total", all.len().into())])}</p>
            if shown.is_empty() { <p class="muted">{store.tf("sources-none", &[("count", all.len().into())])}</p> }
            <ol class="source-list">{ for shown.into_iter().map(|source| entry(store, source)) }</ol>
        </div>
    };
    frame(store, figure, counts, "sources", content)
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
                <Resting id={source.meta.id.clone()} store={store.clone()} />
            }
        </li>
    }
}

/// What rests on a source, folded; listed once it is opened, since all lists together are long.
#[component]
fn Resting(props: &FigureProps) -> Html {
    let FigureProps { id, store } = props;
    let is_open = use_state_eq(|| false);
    let resting = store.data.index.citing(id);
    let ontoggle = {
        let is_open = is_open.clone();
        move |toggle: Event| is_open.set(toggle.target_unchecked_into::<HtmlDetailsElement>().open())
    };
    html! {
        <details {ontoggle}>
            <summary>{store.tf("rests-count", &[("count", resting.len().into())])}</summary>
            if *is_open { <ul>{ for resting.iter().map(|id| html! { <li>{item_link(store, id)}</li> }) }</ul> }
        </details>
    }
}
