//! What a reader may keep of a figure: its picture and its table, as files.

use std::rc::Rc;

use yew::prelude::*;

use super::figure_of;
use crate::{
    model::{Citation, Figure, Id, Item},
    query::Found,
    render::{sheet::csv, svg::svg},
    scene::{Scene, theme::Theme},
    ui::store::Store,
    web,
};

/// Rows of cells, the names of the columns first.
pub type Rows = Vec<Vec<String>>;

/// The names of columns, each by its message.
pub fn head<const N: usize>(store: &Store, columns: [&str; N]) -> Vec<String> {
    columns.map(|key| store.t(key)).into()
}

/// Several values in one cell.
pub fn cell(values: impl IntoIterator<Item = String>) -> String {
    values.into_iter().collect::<Vec<_>>().join("; ")
}

/// Sources in one cell, each by its title and address.
pub fn sources_cell(store: &Store, citations: &[Citation]) -> String {
    cell(citations.iter().map(|citation| match store.find(&citation.source) {
        Some(Found::Source(source)) => {
            let address = source.url.as_ref().map(|url| format!(" <{url}>"));
            store.plain(&source.title) + &address.unwrap_or_default()
        }
        _ => citation.source.to_string(),
    }))
}

/// Something to keep, and the name of its file.
pub struct Kept {
    name: String,
    content: Content,
}

enum Content {
    Picture(Rc<Scene>),
    Table(Rows),
}

/// Hands it to the reader as a file.
pub fn keep(kept: &Kept) {
    match &kept.content {
        Content::Picture(scene) => web::download(&kept.name, "image/svg+xml", &svg(scene, &Theme::LIGHT)),
        Content::Table(rows) => web::download(&kept.name, "text/csv;charset=utf-8", &csv(rows)),
    }
}

/// The name of a file of figure `id`.
fn file_name(store: &Store, id: &Id, ending: &str) -> String {
    format!("{}-{id}.{ending}", store.briefing().card.id)
}

/// A button that keeps the picture of figure `id`.
pub fn svg_button(store: &Store, id: &Id, scene: impl Fn() -> Rc<Scene> + 'static) -> Html {
    let name = file_name(store, id, "svg");
    let onclick = store.keep.reform(move |_: MouseEvent| {
        let content = Content::Picture(scene());
        Kept { name: name.clone(), content }
    });
    html! { <button data-control="svg" {onclick}>{store.t("save-svg")}</button> }
}

/// A button that keeps the table of figure `id`, which is made when it is wanted.
pub fn csv_button(store: &Store, id: &Id, rows: fn(&Store, &Item<Figure>) -> Rows) -> Html {
    let (own, of) = (store.clone(), id.clone());
    rows_button(store, id, move || figure_of(&own, &of).map_or(Vec::new(), |figure| rows(&own, figure)))
}

/// The same, for rows that depend on more than the figure.
pub fn rows_button(store: &Store, id: &Id, rows: impl Fn() -> Rows + 'static) -> Html {
    let name = file_name(store, id, "csv");
    let onclick = store.keep.reform(move |_: MouseEvent| Kept { name: name.clone(), content: Content::Table(rows()) });
    html! { <button data-control="csv" {onclick}>{store.t("save-csv")}</button> }
}
