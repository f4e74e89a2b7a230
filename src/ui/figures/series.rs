//! What stands below measured values: who says what, where sources disagree.

use yew::prelude::*;

use crate::{
    model::{Figure, Id, Item},
    query::Found,
    ui::{detail::claims, store::Store},
};

/// Who says what, where sources disagree on a value.
pub fn disputed(store: &Store, figure: &Item<Figure>) -> Html {
    let measured = store.context().series_of(figure);
    let values = measured.iter().flat_map(|series| &series.observations);
    let mut ids: Vec<&Id> = Vec::new();
    for id in values.flat_map(|one| store.data.index.concerning(&one.meta.id)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let disputes = ids.into_iter().filter_map(|id| match store.find(id) {
        Some(Found::Dispute(dispute)) => Some(html! { <section class="dispute">{claims(store, dispute)}</section> }),
        _ => None,
    });
    let disputes: Vec<Html> = disputes.collect();
    if disputes.is_empty() {
        return html! {};
    }
    html! { <details><summary>{store.tf("series-disputes", &[("count", disputes.len().into())])}</summary>{ for disputes }</details> }
}
