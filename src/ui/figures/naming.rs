//! The card that names what the pointer or the focus is at in a picture.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};
use yew::prelude::*;

use crate::web;

/// A name and where it belongs: x, y, width and height of what it names, in the frame of the card.
type Named = (String, (f64, f64, f64, f64));

/// The card and what moves it.
pub struct Naming {
    /// What it says; `None` where nothing is pointed at.
    pub card: Html,
    /// Something is pointed at, by pointer or by focus.
    pub on_over: Callback<Option<EventTarget>>,
    /// Nothing is any more.
    pub on_leave: Callback<()>,
}

/// The card of a picture in `frame`, which is `width` px wide.
#[hook]
pub fn use_naming(frame: &NodeRef, width: f64) -> Naming {
    let named = use_state_eq(|| None::<Named>);
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(((*named).clone(), width), move |(named, width)| {
            if let (Some((_, place)), Some(card)) = (named, node.cast::<HtmlElement>()) {
                web::place_within(&card, *place, *width);
            }
        });
    }
    let on_over = {
        let (named, frame) = (named.clone(), frame.clone());
        Callback::from(move |target: Option<EventTarget>| {
            let element = target.and_then(|target| target.dyn_into::<Element>().ok());
            let found = element.zip(frame.cast::<Element>()).and_then(|(at, frame)| web::named_at(&at, &frame));
            named.set(found);
        })
    };
    let on_leave = {
        let named = named.clone();
        Callback::from(move |()| named.set(None))
    };
    let card = match &*named {
        // What it names has that name already.
        Some((name, _)) => html! { <div class="hover-card" ref={node} aria-hidden="true">{name.clone()}</div> },
        None => html! {},
    };
    Naming { card, on_over, on_leave }
}
