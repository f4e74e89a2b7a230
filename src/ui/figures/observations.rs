//! Values of several series side by side: a row a date, a column a series.

use yew::prelude::*;

use super::frame;
use crate::{
    model::{Edtf, Figure, Item, Series},
    order,
    query::Found,
    ui::{
        link::{item_link, open},
        quantity::{date_words, observed},
        store::Store,
        text::text,
    },
};

/// The series of the figure as a table, newest first.
pub fn observations(store: &Store, figure: &Item<Figure>) -> Html {
    let series: Vec<&Item<Series>> = figure
        .series
        .iter()
        .filter_map(|id| match store.find(id) {
            Some(Found::Series(series)) => Some(series),
            _ => None,
        })
        .collect();
    let dates = dates(&series);
    let count = series.iter().map(|one| one.observations.len()).sum::<usize>();
    if count == 0 {
        return frame(store, figure, (0, 0), "", html! { <p class="muted">{store.t("observations-none")}</p> });
    }
    let content = html! {
        <div class="scrolls" tabindex="0" role="group" aria-labelledby={format!("figure-{}", figure.meta.id)}>
            <table class="wide stacks">
                <thead><tr><th scope="col">{store.t("date")}</th>
                    { for series.iter().map(|one| html! { <th scope="col">{item_link(store, &one.meta.id)}</th> }) }</tr></thead>
                <tbody>{ for dates.iter().map(|date| html! {
                    <tr><th scope="row">{date_words(store, date)}</th>{ for series.iter().map(|one| cell(store, one, date)) }</tr>
                }) }</tbody>
            </table>
        </div>
    };
    frame(store, figure, (count, count), "", content)
}

/// The dates at which any of the series has a value, each once, newest first.
fn dates<'a>(series: &[&'a Item<Series>]) -> Vec<&'a Edtf> {
    let all: Vec<&Edtf> = series.iter().flat_map(|one| &one.observations).map(|one| &one.date.value).collect();
    let by_date = order::sorted(all.len(), &|a, b| all[b].cmp(all[a]));
    let mut dates: Vec<&Edtf> = by_date.into_iter().map(|at| all[at as usize]).collect();
    dates.dedup();
    dates
}

fn cell(store: &Store, series: &Item<Series>, date: &Edtf) -> Html {
    let of_date: Vec<_> = series.observations.iter().filter(|one| one.date.value == *date).collect();
    if of_date.is_empty() {
        return html! { <td class="empty"></td> };
    }
    html! {
        <td data-label={store.plain(&series.title)}><ul class="items">{ for of_date.into_iter().map(|one| html! {
            <li>{open(store, &one.meta.id, None, html! { {observed(store, series, one)} })}
                { for one.meta.note.as_ref().map(|note| html! { <p class="muted">{text(store, note)}</p> }) }
                if !store.data.index.concerning(&one.meta.id).is_empty() { <p class="muted">{store.t("disputed")}</p> }</li>
        }) }</ul></td>
    }
}
