//! Goals with the day they are due, and the latest measured value beside them.

use yew::prelude::*;

use super::{
    frame,
    save::{Rows, cell, csv_button, head, sources_cell},
};
use crate::{
    model::{Figure, Id, Item, Observation, Series, Target},
    order,
    query::Found,
    ui::{
        link::{item_link, open},
        quantity::{date_words, observed, quantity},
        store::Store,
        text::text,
    },
};

/// The goals that the figure names itself or by their instrument, soonest due first, those without a day last.
fn of<'a>(store: &'a Store, figure: &Figure) -> Vec<&'a Item<Target>> {
    let due = |one: &Target| one.due.as_ref().and_then(|due| due.value.latest());
    let mut all = order::in_order(&store.briefing().targets, &|a, b| {
        due(a).is_none().cmp(&due(b).is_none()).then_with(|| due(a).cmp(&due(b)))
    });
    all.retain(|one| figure.shows(&one.meta.id) || one.instrument.iter().any(|id| figure.shows(id)));
    all
}

/// The goals of the figure, soonest due first, those without a day last.
pub fn targets(store: &Store, figure: &Item<Figure>) -> Html {
    let all = of(store, figure);
    let columns = ["target", "due", "value", "latest-measured", "set-by"];
    let content = html! { <>
        <div class="toolbar"><div class="tools">{csv_button(store, &figure.meta.id, rows)}</div></div>
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
            <td data-label={store.t("latest-measured")}>{latest(store, item).map_or_else(missing, |(series, one)| html! { <>
                {open(store, &one.meta.id, None, html! { {observed(store, series, one)} })}
                <span class="muted">{" · "}{date_words(store, &one.date.value)}</span>
                if !one.comparable { <p class="muted">{store.t("not-comparable")}</p> }
            </> })}</td>
            <td data-label={store.t("set-by")}><ul class="items">{ for item.instrument.iter().map(|id| html! { <li>{item_link(store, id)}</li> }) }</ul></td>
        </tr>
    }
}

/// The newest value of the series that measures the goal.
fn latest<'a>(store: &'a Store, item: &Target) -> Option<(&'a Item<Series>, &'a Item<Observation>)> {
    let Some(Found::Series(series)) = store.find(item.series.as_ref()?) else { return None };
    Some((series, series.newest()?))
}

fn rows(store: &Store, figure: &Item<Figure>) -> Rows {
    let columns = [
        "target",
        "due",
        "column-number",
        "value",
        "latest-measured",
        "column-latest-date",
        "set-by",
        "column-sources",
    ];
    let mut rows = vec![head(store, columns)];
    let name = |id: &Id| store.find(id).map_or_else(|| id.to_string(), |found| store.name(found));
    rows.extend(of(store, figure).into_iter().map(|item| {
        let value = item.value.as_ref();
        let latest = latest(store, item);
        vec![
            store.plain(&item.title),
            item.due.as_ref().map(|due| due.value.as_str().to_owned()).unwrap_or_default(),
            value.map(|value| value.value.to_string()).unwrap_or_default(),
            value.map(|value| quantity(store, value.value, item.qualifier, item.unit.as_ref())).unwrap_or_default(),
            latest.map(|(series, one)| observed(store, series, one)).unwrap_or_default(),
            latest.map(|(_, one)| one.date.value.as_str().to_owned()).unwrap_or_default(),
            cell(item.instrument.iter().map(name)),
            sources_cell(store, &item.meta.sources),
        ]
    }));
    rows
}
