//! The tables behind figures.

use yew::prelude::*;

use crate::{
    figure::{Cell, Column, On, Row, Table, content},
    i18n::number,
    model::{Figure, Id, Item},
    ui::{
        link::{go, open, visit},
        quantity::citations,
        store::Store,
    },
};

/// The tables of a figure, which names them where they have no title.
pub fn tables(store: &Store, figure: &Item<Figure>) -> Html {
    let (all, _) = content(&store.context(), figure);
    html! { <>{ for all.iter().map(|one| table(store, &figure.meta.id, one)) }</> }
}

/// A table; `of`: the figure whose title names it where it has none of its own.
pub fn table(store: &Store, of: &Id, table: &Table) -> Html {
    let is_shown = |column: &Column| column.on != On::File;
    let is_matrix = table.columns.iter().any(|column| column.opens.is_some());
    let head = |column: &Column| match &column.opens {
        Some(id) => html! { <th scope="col">{open(store, id, None, html! { {column.name.clone()} })}</th> },
        None => html! { <th scope="col">{column.name.clone()}</th> },
    };
    let line = |row: &Row| {
        let shown = table.columns.iter().zip(&row.cells).filter(|(column, _)| is_shown(column));
        html! {
            <tr>{ for shown.enumerate().map(|(at, (_, one))| match at {
                0 => html! { <th scope="row">{cell(store, one)}</th> },
                _ => html! { <td>{cell(store, one)}</td> },
            }) }</tr>
        }
    };
    let labelled_by = table.title.is_none().then(|| format!("figure-{of}"));
    html! {
        <div class="table" tabindex="0" role="region" aria-label={table.title.clone()} aria-labelledby={labelled_by}>
            <table class={is_matrix.then_some("matrix")}>
                { for table.title.as_ref().map(|title| html! { <caption>{title.clone()}</caption> }) }
                <thead><tr>{ for table.columns.iter().filter(|column| is_shown(column)).map(head) }</tr></thead>
                <tbody>{ for table.rows.iter().map(line) }</tbody>
                { for table.foot.as_ref().map(|foot| html! { <tfoot>{line(foot)}</tfoot> }) }
            </table>
        </div>
    }
}

fn cell(store: &Store, cell: &Cell) -> Html {
    match cell {
        Cell::Empty => html! {},
        Cell::Missing => html! { <span class="muted">{store.t("not-stated")}</span> },
        Cell::Absent(words) => html! { <span class="visually-hidden">{words.clone()}</span> },
        Cell::Words(words) => html! { {words.clone()} },
        Cell::Item(id, words) => open(store, id, None, html! { {words.clone()} }),
        Cell::Items(items) => html! {
            <ul class="items">{ for items.iter().map(|(id, words)| html! { <li>{open(store, id, None, html! { {words.clone()} })}</li> }) }</ul>
        },
        Cell::Number(value) => html! { {number(*value)} },
        Cell::Date(date, words) => html! { <time datetime={date.as_str().to_owned()}>{words.clone()}</time> },
        Cell::Period(period, words) => match visit(period) {
            Some(visit) => go(store, visit, html! { {words.clone()} }),
            None => html! { {words.clone()} },
        },
        Cell::Sources(all) => citations(store, all),
    }
}
