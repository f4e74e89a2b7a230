//! Pointing at what is in a picture: by click, or by arrow keys from one to the next.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

use crate::{
    model::Id,
    scene::focus::{Direction, Stop, Walk, step},
    ui::{link::visit, store::Store},
    web,
};

/// Opens what is clicked.
pub fn click(store: &Store) -> Callback<MouseEvent> {
    let store = store.clone();
    Callback::from(move |click: MouseEvent| {
        if let Some(target) = target_of(click.target()) {
            open(&store, target);
        }
    })
}

/// Moves by arrow keys within `node`, and opens with Enter and Space.
pub fn keys(
    store: &Store,
    walk: Walk,
    stops: Vec<Stop>,
    focused: UseStateSetter<Option<String>>,
    node: NodeRef,
) -> Callback<KeyboardEvent> {
    let store = store.clone();
    Callback::from(move |press: KeyboardEvent| {
        let Some(from) = target_of(press.target()) else { return };
        let key = press.key();
        if key == "Enter" || key == " " {
            press.prevent_default();
            open(&store, from);
            return;
        }
        let Some(direction) = direction(walk, &key) else { return };
        press.prevent_default();
        let (Target::Item(from) | Target::Period(from)) = from;
        if let Some(stop) = step(&stops, &from, direction) {
            focused.set(Some(stop.key.id.to_string()));
            if let Some(element) = node.cast::<Element>() {
                web::focus_stop(&element, &stop.key.id);
            }
        }
    })
}

/// What a part of a picture stands for.
enum Target {
    /// An item of the briefing, by its id.
    Item(String),
    /// A period, as an EDTF date.
    Period(String),
}

fn target_of(target: Option<EventTarget>) -> Option<Target> {
    let element = target?.dyn_into::<Element>().ok()?;
    let closest = |name: &str| web::closest_attribute(&element, name);
    closest("data-key").map(Target::Item).or_else(|| closest("data-period").map(Target::Period))
}

fn open(store: &Store, target: Target) {
    match target {
        Target::Item(id) => store.select(&Id::from(id.as_str())),
        Target::Period(period) => drop(visit(&period).map(|visit| store.act(visit))),
    }
}

/// Where a key goes.
fn direction(walk: Walk, key: &str) -> Option<Direction> {
    Some(match (key, walk) {
        ("ArrowUp", Walk::Grid) => Direction::Up,
        ("ArrowDown", Walk::Grid) => Direction::Down,
        ("ArrowLeft" | "ArrowUp", _) => Direction::Left,
        ("ArrowRight" | "ArrowDown", _) => Direction::Right,
        ("Home", _) => Direction::First,
        ("End", _) => Direction::Last,
        _ => return None,
    })
}
