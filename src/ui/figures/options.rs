//! How the table of a figure is written for spreadsheets.

use yew::prelude::*;

use super::save::{Form, Notes, What, take};
use crate::ui::store::Store;

/// The choices for the files of something.
pub fn file_options(store: &Store, what: &What) -> Html {
    html! { <Options what={what.clone()} store={store.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct OptionsProps {
    what: What,
    store: Store,
}

#[component]
fn Options(props: &OptionsProps) -> Html {
    let OptionsProps { what, store } = props;
    let id = match what {
        What::Picture(id, _) | What::List(id) | What::Compared(id, _) => id.to_string(),
        What::Calendar(_) => String::new(),
    };
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
            <button onclick={take(store, what, Form::Csv(*notes, *mark))}>{store.t("save-csv")}</button>
        </details>
    }
}
