//! Keys pressed anywhere on the page.

use gloo::{events::EventListener, utils::document};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Listens while it lives.
pub struct Pressed {
    _listener: EventListener,
}

/// Calls `then` with a key pressed alone, outside of fields; where it wants the key, nobody else gets it.
pub fn on_key(then: impl Fn(&str) -> bool + 'static) -> Pressed {
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(press) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_field = |element: Element| {
            element.closest("input, textarea, select, [contenteditable]").is_ok_and(|found| found.is_some())
        };
        let in_field = press.target().and_then(|target| target.dyn_into().ok()).is_some_and(is_field);
        let is_plain = !(press.ctrl_key()
            || press.meta_key()
            || press.alt_key()
            || press.default_prevented()
            || press.is_composing());
        if is_plain && !in_field && then(&press.key()) {
            press.prevent_default();
        }
    });
    Pressed { _listener: listener }
}
