//! The first sign that someone is at the page.

use std::{cell::Cell, rc::Rc};

use gloo::{events::EventListener, utils::window};

/// What tells that someone is there: before the first click comes one of these.
const SIGNS: [&str; 4] = ["pointerover", "touchstart", "keydown", "focusin"];

/// Listens for the first sign while it lives.
pub struct Stirred {
    _listeners: [EventListener; SIGNS.len()],
}

/// Calls `then` once, when someone first moves, touches or types.
pub fn on_first_stir(then: impl Fn() + 'static) -> Stirred {
    let once = Rc::new((Cell::new(false), then));
    let listeners = SIGNS.map(|sign| {
        let once = once.clone();
        EventListener::once(&window(), sign, move |_| {
            if !once.0.replace(true) {
                (once.1)();
            }
        })
    });
    Stirred { _listeners: listeners }
}
