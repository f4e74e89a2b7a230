//! Links within the page: real addresses that work in a new tab, and go without loading when clicked.

use yew::prelude::*;

use super::{store::Store, text::text};
use crate::{
    model::{Edtf, Id},
    state::{Action, Bound, apply, write},
    web,
};

/// A link that changes the view.
pub fn go(store: &Store, action: Action, children: Html) -> Html {
    go_with(store, action, Look::default(), children)
}

/// How a link looks and what it stands for.
#[derive(Clone, Copy, Default)]
pub struct Look<'a> {
    /// Its class.
    pub class: Option<&'static str>,
    /// The id of the item it stands for, as a sign on the page.
    pub key: Option<&'a Id>,
    /// Whether it leads to the page that is shown.
    pub current: bool,
}

/// A link that changes the view, with its look.
pub fn go_with(store: &Store, action: Action, look: Look, children: Html) -> Html {
    let href = web::href(&write(&apply(&store.state, action.clone())));
    let dispatch = store.dispatch.clone();
    let onclick = Callback::from(move |click: MouseEvent| {
        let plain =
            click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
        if plain {
            click.prevent_default();
            dispatch.emit((action.clone(), super::store::Step::Push));
        }
    });
    let key = look.key.map(|key| AttrValue::from(key.to_string()));
    html! {
        <a {href} {onclick} class={look.class} data-key={key} aria-current={look.current.then_some("page")}>{children}</a>
    }
}

/// A link that opens an item, and stands for it.
pub fn open(store: &Store, id: &Id, class: Option<&'static str>, children: Html) -> Html {
    go_with(store, Action::Select(id.clone()), Look { class, key: Some(id), current: false }, children)
}

/// A link that opens an item, shown as its name; the bare id where there is no such item.
pub fn item_link(store: &Store, id: &Id) -> Html {
    let Some(found) = store.find(id) else { return html! { <code>{id.to_string()}</code> } };
    let shown = match found.title() {
        Some(title) if !title.versions().is_empty() => text(store, title),
        _ => html! { {store.name(found)} },
    };
    open(store, &found.meta().id, None, shown)
}

/// The timeline at a period, given as an EDTF date.
pub fn visit(period: &str) -> Option<Action> {
    let date = Edtf::read(period).ok()?;
    let (from, to) = (Bound::Date(date.clone()), Bound::Date(date));
    Some(Action::Visit { view: Id::from("timeline"), from, to })
}
