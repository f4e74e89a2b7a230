//! Settings and actions of the header.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::store::{Step, use_store};
use crate::{
    state::{Action, Theme, ViewState, write},
    web,
};

/// Chooses the language of the page.
#[component]
pub fn LanguageControl() -> Html {
    let store = use_store();
    let other = store.language().other();
    let onclick = {
        let store = store.clone();
        Callback::from(move |_| store.dispatch.emit((Action::Speak(other.tag().into()), Step::Push)))
    };
    html! {
        <button data-control="lang" lang={other.tag()} {onclick} aria-label={other.switch_label()}>
            {other.own_name()}
        </button>
    }
}

/// Chooses the colours of the page.
#[component]
pub fn ThemeControl() -> Html {
    let store = use_store();
    let onchange = {
        let store = store.clone();
        Callback::from(move |change: Event| {
            let word = change.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(&(theme, _)) = Theme::ALL.iter().find(|&&(_, name)| name == word) {
                store.dispatch.emit((Action::Paint(theme), Step::Push));
            }
        })
    };
    html! {
        <label class="select">
            <span class="visually-hidden">{store.t("theme")}</span>
            <select data-control="theme" {onchange}>
                { for Theme::ALL.iter().map(|&(theme, word)| html! {
                    <option value={word} selected={theme == store.state.theme}>{store.t(&format!("theme-{word}"))}</option>
                }) }
            </select>
        </label>
    }
}

/// Copies the link of this view; shows it where the browser refuses to copy.
#[component]
pub fn ShareControl() -> Html {
    let store = use_store();
    let shown = use_state(|| None::<String>);
    let onclick = {
        let (store, shown) = (store.clone(), shown.clone());
        Callback::from(move |_| {
            // The copied link names the language, so that the one who opens it sees the same page.
            let state = ViewState { lang: Some(store.language().tag().into()), ..(*store.state).clone() };
            let address = web::share_address(&write(&state));
            let (store, shown) = (store.clone(), shown.clone());
            spawn_local(async move {
                if web::copy(&address).await {
                    store.announce.emit(store.t("link-copied"));
                    shown.set(None);
                } else {
                    shown.set(Some(address));
                }
            });
        })
    };
    html! { <>
        <button data-control="share" {onclick}>{store.t("share")}</button>
        if let Some(address) = &*shown {
            <label class="share-address">{store.t("share-by-hand")}{" "}<input readonly=true value={address.clone()} /></label>
        }
    </> }
}

/// Prints the page.
#[component]
pub fn PrintControl() -> Html {
    let store = use_store();
    html! { <button data-control="print" onclick={|_| web::print()}>{store.t("print")}</button> }
}
