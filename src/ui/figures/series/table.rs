//! The values of a series as a table: on the page, and as rows of a file.

use yew::prelude::*;

use crate::{
    i18n::number,
    model::{Fact, Item, Observation, Series},
    order,
    query::Found,
    ui::{
        figures::save::{Rows, cell, head, sources_cell},
        link::open,
        quantity::{citations, date_words, observed},
        store::Store,
        text::text,
    },
};

/// The table of a series.
pub fn table(store: &Store, series: &Item<Series>) -> Html {
    let row = |item: &Item<Observation>| {
        html! {
            <tr>
                <th scope="row"><time datetime={item.date.value.as_str().to_owned()}>{date_words(store, &item.date.value)}</time></th>
                <td>{open(store, &item.meta.id, None, html! { {observed(store, series, item)} })}</td>
                <td>{remarks(store, item).join(" · ")}</td>
                <td>{citations(store, Found::Observation(series, item).sources())}</td>
            </tr>
        }
    };
    let title = store.plain(&series.title);
    html! {
        <div class="table" tabindex="0" role="region" aria-label={title}>
            <table>
                <caption>{text(store, &series.title)}</caption>
                <thead><tr>
                    { for head(store, ["column-date", "column-value", "column-remarks", "column-sources"]).into_iter().map(|name| html! { <th scope="col">{name}</th> }) }
                </tr></thead>
                <tbody>{ for by_date(series).into_iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// The same of several series for a file: dates as they are written, numbers also by themselves.
pub fn rows(store: &Store, all: &[&Item<Series>]) -> Rows {
    let columns =
        ["column-measure", "column-date", "column-number", "column-value", "column-remarks", "column-sources"];
    let mut rows = vec![head(store, columns)];
    for series in all {
        rows.extend(by_date(series).into_iter().map(|item| {
            vec![
                store.plain(&series.title),
                item.date.value.as_str().to_owned(),
                item.value.value.to_string(),
                observed(store, series, item),
                cell(remarks(store, item)),
                sources_cell(store, Found::Observation(series, item).sources()),
            ]
        }));
    }
    rows
}

/// The observations from the earliest on.
fn by_date(series: &Series) -> Vec<&Item<Observation>> {
    order::in_order(&series.observations, &|a, b| a.date.value.cmp(&b.date.value))
}

/// What else is to be known of a value.
fn remarks(store: &Store, item: &Item<Observation>) -> Vec<String> {
    let mut remarks = Vec::new();
    if item.low.is_some() || item.high.is_some() {
        let end = |end: Option<f64>| number(end.unwrap_or(item.value.value)).into();
        remarks.push(store.tf("span", &[("from", end(item.low)), ("to", end(item.high))]));
    }
    if !item.comparable {
        remarks.push(store.t("legend-apart"));
    }
    if store.data.index.is_disputed(store.briefing(), &item.meta.id) {
        remarks.push(store.t("disputed"));
    }
    remarks.extend(others(store, &item.value, &|value| number(*value)));
    remarks.extend(others(store, &item.date, &|date| date_words(store, date)));
    remarks.extend(item.meta.note.as_ref().map(|note| store.plain(note)));
    remarks
}

/// What other sources say instead.
fn others<T>(store: &Store, fact: &Fact<T>, print: &dyn Fn(&T) -> String) -> Vec<String> {
    let others = fact.evidence.iter().flat_map(|own| &own.alternatives);
    others.map(|other| format!("{} {}", store.t("alternative"), print(&other.value))).collect()
}
