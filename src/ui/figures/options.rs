//! How the table of a figure is written for spreadsheets.

use yew::prelude::*;

use super::{
    FigureProps,
    save::{Form, Notes, take},
};
use crate::{model::Id, ui::store::Store};

/// The choices for the files of a figure.
pub fn file_options(store: &Store, id: &Id) -> Html {
    html! { <Options id={id.clone()} store={store.clone()} key={id.to_string()} /> }
}

#[component]
fn Options(props: &FigureProps) -> Html {
    let FigureProps { id, store } = props;
    let notes = use_state_eq(|| Notes::Beside);
    let mark = use_state_eq(|| true);
    let choice = |one: Notes, key: &str| {
        let notes = notes.clone();
        let checked = *notes == one;
        html! { <label><input type="radio" name={format!("notes-{id}")} {checked} onchange={move |_| notes.set(one)} />{" "}{store.t(key)}</label> }
    };
    let marked = {
        let mark = mark.clone();
        move |_| mark.set(!*mark)
    };
    html! {
        <details class="file-options">
            <summary>{store.t("save-options")}</summary>
            <fieldset>
                <legend>{store.t("csv-notes")}</legend>
                {choice(Notes::Beside, "csv-notes-beside")}
                {choice(Notes::Within, "csv-notes-within")}
                {choice(Notes::Nowhere, "csv-notes-none")}
            </fieldset>
            <label><input type="checkbox" checked={*mark} onchange={marked} />{" "}{store.t("csv-mark")}</label>
            <button onclick={take(store, id, Form::Csv(*notes, *mark), None)}>{store.t("save-csv")}</button>
        </details>
    }
}
