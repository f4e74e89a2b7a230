//! The way out to a source.

use yew::prelude::*;

use crate::{
    load::link::safe_link,
    model::{Item, Source},
    ui::store::Store,
};

/// A link to the source itself, marked where it is not encrypted; the bare address where it must not be linked.
pub fn outward(store: &Store, source: &Item<Source>) -> Html {
    let Some(url) = source.url.as_deref() else { return html! { <span class="muted">{store.t("no-address")}</span> } };
    let shown = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = shown.split('/').next().unwrap_or(shown).trim_start_matches("www.").to_owned();
    let unencrypted = source.is_unencrypted();
    match safe_link(url).filter(|_| source.link) {
        Some(href) => html! {
            <span class="outward">
                <a {href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">{host}{" ↗"}
                    <span class="visually-hidden">{store.t("new-tab")}</span></a>
                if unencrypted { {" "}<span class="badge unencrypted">{store.t("unencrypted")}</span> }
            </span>
        },
        None => html! {
            <span class="outward"><code>{url.to_owned()}</code>{" "}<span class="badge unlinked">{store.t("unlinked")}</span></span>
        },
    }
}
