//! Which organisations are named at several meetings, and in what capacity, as a picture and as a table.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    meetings::in_order,
    picture::{Canvas, Drawn, Kind},
    save::{Rows, head, sources_cell},
};
use crate::scene::focus::Walk;
use crate::{
    draw::{
        matrix::{Matrix, MatrixRow, MatrixText, matrix},
        presence::sample,
    },
    layout::text::TextMeter,
    model::{Actor, Figure, Item, Meeting, Organisation, Presence},
    render::html::{Emphasis, html},
    ui::{
        link::{item_link, open},
        quantity::span_words,
        store::Store,
    },
};

/// Organisations by meetings.
pub static KIND: Kind = Kind { class: "matrix", walk: Walk::Grid, draw, table, rows };

fn matrix_of<'a>(store: &'a Store, figure: &Figure) -> Matrix<'a> {
    Matrix::of(store.briefing(), in_order(store, figure))
}

/// The word for a capacity.
pub(super) fn capacity(store: &Store, status: Presence) -> String {
    store.t(&format!("presence-{}", status.word()))
}

/// An entry in a sentence.
fn sentence(store: &Store, actor: &Actor, meeting: &Meeting, entry: &Organisation) -> String {
    let values = [
        ("organisation", store.plain(&actor.name).into()),
        ("capacity", capacity(store, entry.status).into()),
        ("meeting", store.plain(&meeting.title).into()),
        ("date", span_words(store, &meeting.date, meeting.end.as_ref()).into()),
    ];
    store.tf("matrix-entry", &values)
}

fn said(store: &Store, matrix: &Matrix) -> String {
    let (rows, columns) = (matrix.rows.len(), matrix.meetings.len());
    store.tf("matrix-said", &[("rows", rows.into()), ("columns", columns.into())])
}

fn draw(store: &Store, figure: &Item<Figure>, canvas: Canvas) -> Drawn {
    let shown = matrix_of(store, figure);
    let is_empty = shown.rows.is_empty();
    let description = if is_empty { String::new() } else { said(store, &shown) };
    let text = MatrixText {
        title: figure.title.as_ref().map_or_else(|| store.t("figure-matrix"), |title| store.plain(title)).into(),
        description: description.clone().into(),
        empty: store.t("matrix-none").into(),
        total: store.t("matrix-total").into(),
        dates: store.language().axis(),
        text: &|text| store.plain(text),
        entry: &|actor, meeting, entry| sentence(store, actor, meeting, entry),
    };
    let drawn = matrix(&shown, canvas.width, canvas.meter, &text);
    Drawn {
        items: shown.total(),
        lead: html! { <p class="muted">{description}</p> },
        legend: if is_empty {
            html! {}
        } else {
            legend(store, &shown, drawn.bands, canvas.meter)
        },
        below: html! {},
        scene: Rc::new(drawn.scene),
    }
}

/// The signs that occur, and what the numbers are.
fn legend(store: &Store, matrix: &Matrix, bands: usize, meter: TextMeter) -> Html {
    let occurs = |status: Presence| {
        let mut entries = matrix.rows.iter().flat_map(|row| &row.named);
        entries.any(|(_, entry)| entry.status == status)
    };
    html! {
        <ul class="legend">
            {signs(store, &occurs, meter)}
            <li>{store.t("matrix-months")}</li>
            if bands > 1 { <li>{store.t("matrix-bands")}</li> }
        </ul>
    }
}

/// Signs of capacities with their meanings.
pub(super) fn signs(store: &Store, occurs: &dyn Fn(Presence) -> bool, meter: TextMeter) -> Html {
    let shown = Presence::ALL.iter().map(|(status, _)| *status).filter(|status| occurs(*status));
    html! { { for shown.map(|status| html! {
        <li><span aria-hidden="true">{html(&sample(status, meter), "", Emphasis::default())}</span>{capacity(store, status)}</li>
    }) } }
}

fn table(store: &Store, figure: &Item<Figure>) -> Html {
    let matrix = matrix_of(store, figure);
    if matrix.rows.is_empty() {
        return html! { <p class="muted">{store.t("matrix-none")}</p> };
    }
    let columns = || matrix.meetings.iter();
    let short = |one: &Item<Meeting>| one.date.value.print_short(store.language().dates());
    let sum = |at: usize| html! { <td>{matrix.column_total(at)}</td> };
    html! {
        <div class="table" tabindex="0" role="region" aria-labelledby={format!("figure-{}", figure.meta.id)}>
            <table class="matrix">
                <thead><tr><th scope="col">{store.t("matrix-organisation")}</th><th scope="col">{store.t("matrix-count")}</th>
                    { for columns().map(|one| html! { <th scope="col">{open(store, &one.meta.id, None, html! { {short(one)} })}</th> }) }</tr></thead>
                <tbody>{ for matrix.rows.iter().map(|row| table_row(store, row, matrix.meetings.len())) }</tbody>
                <tfoot><tr><th scope="row">{store.t("matrix-total")}</th><td>{matrix.total()}</td>
                    { for columns().enumerate().map(|(at, _)| sum(at)) }</tr></tfoot>
            </table>
        </div>
    }
}

fn table_row(store: &Store, row: &MatrixRow, columns: usize) -> Html {
    let cell = |at: usize| match row.at(at) {
        Some(entry) => {
            html! { <td>{open(store, &entry.meta.id, None, html! { {capacity(store, entry.status)} })}</td> }
        }
        None => html! { <td class="muted"><span class="visually-hidden">{store.t("matrix-not-named")}</span></td> },
    };
    html! {
        <tr><th scope="row">{item_link(store, &row.actor.meta.id)}</th><td>{row.named.len()}</td>{ for (0..columns).map(cell) }</tr>
    }
}

fn rows(store: &Store, figure: &Item<Figure>) -> Rows {
    let matrix = matrix_of(store, figure);
    let mut rows = vec![head(
        store,
        ["matrix-organisation", "column-actor", "sort-meeting", "column-date", "column-capacity", "column-sources"],
    )];
    for row in &matrix.rows {
        rows.extend(row.named.iter().map(|(at, entry)| {
            let meeting = matrix.meetings[*at];
            vec![
                store.plain(&row.actor.name),
                row.actor.meta.id.to_string(),
                store.plain(&meeting.title),
                meeting.date.value.as_str().to_owned(),
                capacity(store, entry.status),
                sources_cell(store, &entry.meta.sources),
            ]
        }));
    }
    rows
}
