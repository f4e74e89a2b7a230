//! The card that names what the pointer or the focus is at in a picture. It has a state of its own: nothing else is drawn anew
//! when it comes and goes.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::web;

/// A name and where it belongs: x, y, width and height of what it names, in the frame of the card.
type Named = (String, (f64, f64, f64, f64));

/// Where the card belongs.
#[derive(Properties, PartialEq)]
pub struct NamingProps {
    /// The element around picture and card.
    pub frame: NodeRef,
    /// Its width in CSS pixels.
    pub width: f64,
}

/// The card; nothing while nothing is pointed at.
#[component]
pub fn Naming(props: &NamingProps) -> Html {
    let named = use_state_eq(|| None::<Named>);
    let card = use_node_ref();
    {
        let card = card.clone();
        use_effect_with(((*named).clone(), props.width), move |(named, width)| {
            if let (Some((_, place)), Some(card)) = (named, card.cast::<HtmlElement>()) {
                web::place_within(&card, *place, *width);
            }
        });
    }
    {
        let (setter, card) = (named.setter(), card.clone());
        use_effect_with(props.frame.clone(), move |frame| {
            let listeners = frame.cast::<Element>().map(|frame| listen(&frame, setter, &card));
            move || drop(listeners)
        });
    }
    match &*named {
        // What it names has that name already.
        Some((name, _)) => html! { <div class="hover-card" ref={card} aria-hidden="true">{name.clone()}</div> },
        None => html! {},
    }
}

/// Follows pointer and focus within `frame`. The card stays while the pointer is on it.
fn listen(frame: &Element, named: UseStateSetter<Option<Named>>, card: &NodeRef) -> [EventListener; 5] {
    let over = |event: &'static str| {
        let (frame, named, card) = (frame.clone(), named.clone(), card.clone());
        EventListener::new(&frame.clone(), event, move |event: &Event| {
            let Some(at) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
            if !card.cast::<Element>().is_some_and(|card| card.contains(Some(&at))) {
                named.set(web::named_at(&at, &frame));
            }
        })
    };
    let leave = |event: &'static str| {
        let named = named.clone();
        EventListener::new(frame, event, move |_| named.set(None))
    };
    let escape = {
        let named = named.clone();
        EventListener::new(frame, "keydown", move |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|press| press.key() == "Escape") {
                named.set(None);
            }
        })
    };
    [over("pointerover"), over("focusin"), leave("pointerleave"), leave("focusout"), escape]
}
