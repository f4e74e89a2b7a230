//! Lines that figures and the panel of the opened item share.

use yew::prelude::*;

use super::{
    link::{item_link, open},
    quantity::date_words,
    store::Store,
    text::{originals, text},
};
use crate::model::{Entry, Id, Item, Position, Stage, Text};

/// One line of a definition list; nothing without a value.
pub fn fact(store: &Store, key: &str, value: Option<Html>) -> Html {
    value.map(|value| html! { <div><dt>{store.t(key)}</dt><dd>{value}</dd></div> }).unwrap_or_default()
}

/// A stage with its date, as a link to it.
pub fn stage_link(store: &Store, stage: &Item<Stage>) -> Html {
    open(
        store,
        &stage.meta.id,
        None,
        html! { <>
            <span class="when">{date_words(store, &stage.date.value)}</span>{" "}{store.t(&format!("stage-{}", stage.stage.word()))}
        </> },
    )
}

/// What was asked of whom where, and what came of it.
pub fn position_facts(store: &Store, item: &Position) -> Html {
    let or_unknown = |given: &Option<Text>| match given {
        Some(words) => text(store, words),
        None => html! { <span class="muted">{store.t("not-recorded")}</span> },
    };
    let links = |ids: &[Id]| html! { <ul class="items">{ for ids.iter().map(|id| html! { <li>{item_link(store, id)}</li> }) }</ul> };
    html! {
        <dl class="facts">
            {fact(store, "asked-by", item.by.as_ref().map(|by| text(store, by)))}
            {fact(store, "raised-at", item.raised_at.as_ref().map(|id| item_link(store, id)))}
            {fact(store, "instruments", (!item.instruments.is_empty()).then(|| links(&item.instruments)))}
            {fact(store, "response", Some(or_unknown(&item.response)))}
            {fact(store, "result", Some(or_unknown(&item.result)))}
        </dl>
    }
}

/// One entry of a catalogue. Where it only counts the products of its category, the number is all there is to say.
/// `names_category`: whether one without a title is named by its category.
pub fn entry_line(store: &Store, entry: &Item<Entry>, names_category: bool) -> Html {
    let category = entry.category.as_ref().filter(|_| names_category);
    let number = entry.category_number.as_deref().filter(|_| entry.title.is_none());
    html! {
        <li data-key={entry.meta.id.to_string()}>
            if !entry.codes.is_empty() { <code>{entry.codes.join(", ")}</code>{" "} }
            { for number.map(|number| html! { <><code>{number.to_owned()}</code>{" "}</> }) }
            { for entry.title.as_ref().or(category).map(|name| html! { <>{text(store, name)}{originals(store, name, "span")}</> }) }
            { for entry.count.as_ref().map(|count| html! { <>{" "}{store.tf("products-count", &[("count", (count.value as usize).into())])}</> }) }
            { for entry.change.as_deref().map(|change| html! { <span class="muted">{" · "}{store.words.known("change", change)}</span> }) }
            { for entry.regime.as_deref().map(|regime| html! { <span class="muted">{" · "}{store.words.known("regime", regime)}</span> }) }
        </li>
    }
}
