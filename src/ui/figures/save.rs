//! What a reader may keep of a figure: its picture and its table, as files.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    model::Id,
    render::{sheet::csv, svg::svg},
    scene::{Scene, theme::Theme},
    ui::store::Store,
    web,
};

/// Rows of cells, the names of the columns first.
pub type Rows = Vec<Vec<String>>;

/// A button for the picture and one for the table of figure `id`. `rows` is asked when the table is wanted.
pub fn save_buttons(store: &Store, id: &Id, picture: Rc<Scene>, rows: Callback<(), Rows>) -> Html {
    let stem = format!("{}-{id}", store.briefing().card.id);
    let save_picture = {
        let name = format!("{stem}.svg");
        move |_| web::download(&name, "image/svg+xml", &svg(&picture, &Theme::LIGHT))
    };
    let save_table = {
        let name = format!("{stem}.csv");
        move |_| web::download(&name, "text/csv;charset=utf-8", &csv(&rows.emit(())))
    };
    html! { <>
        <button data-control="svg" onclick={save_picture}>{store.t("save-svg")}</button>
        <button data-control="csv" onclick={save_table}>{store.t("save-csv")}</button>
    </> }
}
