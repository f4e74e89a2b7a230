//! Settings and actions of the header.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::store::{Step, Store};
use crate::{
    state::{Action, Theme},
    web,
};

/// Chooses the language of the page.
pub fn language_control(store: &Store) -> Html {
    let other = store.language().other();
    let onclick = store.dispatch.reform(move |_: MouseEvent| (Action::Speak(other.tag().into()), Step::Push));
    html! {
        <button data-control="lang" lang={other.tag()} {onclick} aria-label={other.switch_label()}>
            {other.own_name()}
        </button>
    }
}

/// Chooses the colours of the page.
pub fn theme_control(store: &Store) -> Html {
    let dispatch = store.dispatch.clone();
    let onchange = Callback::from(move |change: Event| {
        let word = change.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some(&(theme, _)) = Theme::ALL.iter().find(|&&(_, name)| name == word) {
            dispatch.emit((Action::Paint(theme), Step::Push));
        }
    });
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
pub fn share_control(store: &Store) -> Html {
    html! { <>
        <button data-control="share" onclick={store.share.reform(|_| ())}>{store.t("share")}</button>
        <>{ for store.shared.as_ref().map(|address| html! {
            <label class="share-address">{store.t("share-by-hand")}{" "}<input readonly=true value={address.to_string()} /></label>
        }) }</>
    </> }
}

/// Prints the page.
pub fn print_control(store: &Store) -> Html {
    html! { <button data-control="print" onclick={|_| web::print()}>{store.t("print")}</button> }
}
