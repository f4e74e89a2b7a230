//! Goals with the day they are due, and the latest measured value beside them.

use yew::prelude::*;

use super::{frame, save::Files};
use crate::{
    figure::lists::{latest, targets_of},
    model::{Figure, Item, Target},
    ui::{
        link::{item_link, open},
        quantity::{date_words, observed, quantity},
        store::Store,
        text::text,
    },
};

/// The goals of the figure, soonest due first, those without a day last.
pub fn targets(store: &Store, figure: &Item<Figure>) -> Html {
    let all = targets_of(&store.context(), figure);
    let columns = ["target", "due", "value", "latest-measured", "set-by"];
    let content = html! { <>
        <div class="toolbar"><div class="tools"><Files id={figure.meta.id.clone()} store={store.clone()} drawn={false} /></div></div>
        <div class="table" tabindex="0" role="group" aria-labelledby={format!("figure-{}", figure.meta.id)}>
            <table class="wide stacks">
                <thead><tr>{ for columns.iter().map(|key| html! { <th scope="col">{store.t(key)}</th> }) }</tr></thead>
                <tbody>{ for all.iter().map(|one| row(store, one)) }</tbody>
            </table>
        </div>
    </> };
    let content = if all.is_empty() {
        html! { <p class="muted">{store.t("targets-none")}</p> }
    } else {
        content
    };
    frame(store, figure, (all.len(), all.len()), "", content)
}

fn row(store: &Store, item: &Item<Target>) -> Html {
    let missing = || html! { <span class="muted">{store.t("not-stated")}</span> };
    let value = item.value.as_ref().map(|value| quantity(store, value.value, item.qualifier, item.unit.as_ref()));
    let due = item.due.as_ref().map(|due| date_words(store, &due.value));
    html! {
        <tr data-key={item.meta.id.to_string()}>
            <th scope="row">{open(store, &item.meta.id, None, text(store, &item.title))}</th>
            <td data-label={store.t("due")}>{due.map_or_else(missing, |due| html! { {due} })}</td>
            <td data-label={store.t("value")}>{value.map_or_else(missing, |value| html! { {value} })}</td>
            <td data-label={store.t("latest-measured")}>{latest(&store.context(), item).map_or_else(missing, |(series, one)| html! { <>
                {open(store, &one.meta.id, None, html! { {observed(store, series, one)} })}
                <span class="muted">{" · "}{date_words(store, &one.date.value)}</span>
                if !one.comparable { <p class="muted">{store.t("not-comparable")}</p> }
            </> })}</td>
            <td data-label={store.t("set-by")}><ul class="items">{ for item.instrument.iter().map(|id| html! { <li>{item_link(store, id)}</li> }) }</ul></td>
        </tr>
    }
}
