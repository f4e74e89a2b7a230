//! What the browser says before and after it prints.

use gloo::{events::EventListener, utils::window};

/// Listens while it lives.
pub struct Printing {
    _listeners: [EventListener; 2],
}

/// Calls `then` with whether the page is about to be printed, or has been.
pub fn on_print(then: impl Fn(bool) + Clone + 'static) -> Printing {
    let listen = |name: &'static str, begins: bool| {
        let then = then.clone();
        EventListener::new(&window(), name, move |_| then(begins))
    };
    Printing { _listeners: [listen("beforeprint", true), listen("afterprint", false)] }
}
