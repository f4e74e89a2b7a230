//! Links within the page: real addresses that work in a new tab, and go without loading when clicked.

use yew::prelude::*;

use super::store::use_store;
use crate::{
    model::Id,
    state::{Action, apply, write},
};

/// Where a link leads, and what it shows.
#[derive(Properties, PartialEq)]
pub struct GoProps {
    /// What it does.
    pub action: Action,
    /// What it shows.
    #[prop_or_default]
    pub children: Html,
    /// Its class.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the item it stands for, as a sign on the page.
    #[prop_or_default]
    pub data_key: Option<AttrValue>,
    /// `page` where it leads to the page that is shown.
    #[prop_or_default]
    pub current: Option<AttrValue>,
    /// Its name, where that is more than what it shows.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// A link that changes the view.
#[component]
pub fn Go(props: &GoProps) -> Html {
    let store = use_store();
    let href = format!("?{}", write(&apply(&store.state, props.action.clone())));
    let onclick = {
        let action = props.action.clone();
        Callback::from(move |click: MouseEvent| {
            let plain =
                click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
            if plain {
                click.prevent_default();
                store.act(action.clone());
            }
        })
    };
    html! {
        <a {href} {onclick} class={props.class.clone()} data-key={props.data_key.clone()}
            aria-current={props.current.clone()} aria-label={props.label.clone()}>{props.children.clone()}</a>
    }
}

/// The item to open.
#[derive(Properties, PartialEq)]
pub struct ItemProps {
    /// Its id.
    pub id: Id,
}

/// A link that opens an item, shown as its name; the bare id where there is no such item.
#[component]
pub fn ItemLink(props: &ItemProps) -> Html {
    let store = use_store();
    match store.find(&props.id) {
        None => html! { <code>{props.id.to_string()}</code> },
        Some(found) => {
            let shown = match found.title() {
                Some(title) if !title.versions().is_empty() => super::text::text(&store, title),
                _ => html! { {store.name(found)} },
            };
            html! {
                <Go action={Action::Select(found.meta().id.clone())} data_key={found.meta().id.to_string()}>{shown}</Go>
            }
        }
    }
}
