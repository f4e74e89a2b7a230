//! Briefing notes: items that the reader collects, or what the page shows, on one page with numbered sources.

mod article;

use std::rc::Rc;

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::ByHand;
use crate::{
    figure::{
        conditions::days,
        note::{Note, note, shown},
    },
    model::Id,
    render::note::{html as note_html, markdown},
    ui::store::Store,
    web,
};

pub(super) use article::{article, references};

/// The button that puts an item on the reader's list for a note, or takes it off.
pub fn collect(store: &Store, id: &Id) -> Html {
    let is_in = store.note.contains(id);
    let onclick = {
        let (store, id) = (store.clone(), id.clone());
        move |_: MouseEvent| {
            let mut items = (*store.note).clone();
            let key = if is_in { "note-removed" } else { "note-added" };
            match is_in {
                true => items.retain(|one| *one != id),
                false => items.push(id.clone()),
            }
            let count = items.len();
            store.set_note.emit(Rc::new(items));
            store.say.emit(store.tf(key, &[("count", count.into())]));
        }
    };
    html! { <button data-control="note" {onclick}>{store.t(if is_in { "note-remove" } else { "note-add" })}</button> }
}

/// What a note is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum On {
    /// What the page at hand shows.
    Page,
    /// What the reader has collected.
    List,
}

/// Page, words and state.
#[derive(Properties, PartialEq)]
pub struct NoteMakerProps {
    /// Page, words and state.
    pub store: Store,
}

/// A fold with a note, and what can be done with it. The note is made when the fold is open.
#[component]
pub fn NoteMaker(props: &NoteMakerProps) -> Html {
    let store = &props.store;
    let is_open = use_state_eq(|| false);
    let chosen = use_state_eq(|| None::<On>);
    let by_hand = use_state(|| None::<AttrValue>);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |toggle: Event| {
            // A fold within the fold tells of itself alone.
            if let Some(fold) = toggle.target_dyn_into::<HtmlDetailsElement>() {
                is_open.set(fold.open());
            }
        })
    };
    let of_page = use_memo((store.clone(), *is_open), |(store, is_open)| is_open.then(|| shown(&store.context())));
    let of_page = (*of_page).clone().unwrap_or_default();
    let on = chosen.unwrap_or(if store.note.is_empty() { On::Page } else { On::List });
    let made = is_open.then(|| match on {
        On::Page => note(&store.context(), &of_page.items, &of_page.conditions),
        On::List => note(&store.context(), &store.note, &days(&store.context())),
    });
    let choice = |one: On, key: &str, count: usize| {
        let chosen = chosen.setter();
        html! {
            <label><input type="radio" name="note-on" checked={on == one} onchange={move |_| chosen.set(Some(one))} />{" "}
                {store.tf(key, &[("count", count.into())])}</label>
        }
    };
    html! {
        <details class="note-maker" {ontoggle}>
            <summary data-control="note-make">{store.t("note-make")}</summary>
            <fieldset>
                <legend>{store.t("note-which")}</legend>
                {choice(On::Page, "note-of-page", of_page.items.len())}
                {choice(On::List, "note-of-list", store.note.len())}
            </fieldset>
            { for made.map(|made| match made.entries.is_empty() {
                true => html! { <p class="muted">{store.t(if on == On::Page { "note-empty-page" } else { "note-empty" })}</p> },
                false => html! { <>
                    {tools(store, &Rc::new(made.clone()), &by_hand)}
                    { for (*by_hand).clone().map(|text| html! { <ByHand label={store.t("cite-by-hand")} {text} /> }) }
                    {article(store, &made)}
                </> },
            }) }
        </details>
    }
}

/// Copying, keeping and printing a note.
fn tools(store: &Store, note: &Rc<Note>, by_hand: &UseStateHandle<Option<AttrValue>>) -> Html {
    let copy = {
        let (store, note, by_hand) = (store.clone(), note.clone(), by_hand.setter());
        move |_: MouseEvent| {
            let text = markdown(&store.context(), &note);
            let (store, by_hand) = (store.clone(), by_hand.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let is_copied = web::copy(&text).await;
                store.say.emit(store.t(if is_copied { "note-copied" } else { "cite-by-hand" }));
                by_hand.set((!is_copied).then(|| text.into()));
            });
        }
    };
    let keep = |ending: &'static str| {
        let (store, note) = (store.clone(), note.clone());
        move |_: MouseEvent| {
            let name = format!("{}-note.{ending}", note.id);
            match ending {
                "md" => web::download(&name, "text/markdown;charset=utf-8", &markdown(&store.context(), &note)),
                _ => web::download(&name, "text/html;charset=utf-8", &note_html(&store.context(), &note)),
            }
        }
    };
    let label = |key: &str| store.tf("download-named", &[("name", store.t(key).into())]);
    html! {
        <div class="tools">
            <button onclick={copy}>{store.t("note-markdown")}</button>
            <button onclick={keep("md")} aria-label={label("note-markdown-file")}>{store.t("note-markdown-file")}</button>
            <button onclick={keep("html")} aria-label={label("note-html-file")}>{store.t("note-html-file")}</button>
            <button onclick={|_| web::print_part("note")}>{store.t("note-print")}</button>
        </div>
    }
}
