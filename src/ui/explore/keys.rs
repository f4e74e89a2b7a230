//! The keys of the page, and what they do. They can be switched off.

use yew::prelude::*;

use crate::{ui::store::Store, web};

/// The keys, each with the message that says what it does.
const KEYS: [(&str, &str); 9] = [
    ("/", "key-search"),
    ("g", "key-go"),
    ("?", "key-help"),
    ("Esc", "key-escape"),
    ("← → ↑ ↓", "key-arrows"),
    ("Enter", "key-enter"),
    ("Home End", "key-ends"),
    ("+ −", "key-zoom"),
    ("PgUp PgDn", "key-pages"),
];

#[derive(Properties, PartialEq)]
pub struct KeysProps {
    /// Page, words and state.
    pub store: Store,
}

/// All keys, and the switch for those that work everywhere.
#[component]
pub fn Keys(props: &KeysProps) -> Html {
    let store = &props.store;
    use_effect_with((), |()| {
        web::focus("#keys-title", false);
    });
    let onchange = store.use_keys.reform({
        let is_on = store.has_keys;
        move |_: Event| !is_on
    });
    html! {
        <section class="panel" data-region="keys" aria-labelledby="keys-title">
            <h2 id="keys-title" tabindex="-1">{store.t("keys")}</h2>
            <dl class="keys">{ for KEYS.iter().map(|(key, says)| html! { <div><dt><kbd>{*key}</kbd></dt><dd>{store.t(says)}</dd></div> }) }</dl>
            <label><input type="checkbox" data-control="keys-on" checked={store.has_keys} {onchange} />{" "}{store.t("keys-on")}</label>
        </section>
    }
}
