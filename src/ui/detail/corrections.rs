//! Mistakes that were mended.

use yew::prelude::*;

use crate::{
    model::{Correction, Id, Item},
    query::Found,
    ui::{
        quantity::{citations, date_words, standing_of},
        store::Store,
        text::text,
    },
};

/// What was corrected on an item: when, what stood there, what stands there, why, and on what that rests.
pub fn corrections(store: &Store, id: &Id) -> Html {
    let of = |id: &Id| match store.find(id) {
        Some(Found::Correction(correction)) => Some(correction),
        _ => None,
    };
    let found = store.data.index.concerning(id).iter().filter_map(of);
    let section = |one: &Item<Correction>| {
        html! {
            <section class="correction" data-key={one.meta.id.to_string()}>
                <h3>{store.t("sort-correction")}{" "}{standing_of(store, &one.meta)}</h3>
                <p>{mended(store, one)}</p>
                { for one.meta.note.as_ref().map(|note| html! { <p class="muted">{text(store, note)}</p> }) }
                {citations(store, &one.meta.sources)}
            </section>
        }
    };
    found.map(section).collect()
}

/// When, what stood there, what stands there, and why.
pub fn mended(store: &Store, one: &Item<Correction>) -> Html {
    html! { <>
        {date_words(store, &one.date.value)}
        { for one.was.as_ref().map(|was| html! { <>{": "}<del>{text(store, was)}</del></> }) }
        { for one.now.as_ref().map(|now| html! { <>{" "}<ins>{text(store, now)}</ins></> }) }
        { for one.why.as_ref().map(|why| html! { <span class="muted">{" · "}{text(store, why)}</span> }) }
    </> }
}
