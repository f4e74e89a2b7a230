//! The width of an element as it changes.

use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Observes while it lives.
pub struct Resized {
    observer: ResizeObserver,
    _tell: Closure<dyn FnMut(Array)>,
}

/// Calls `then` with the inner width of `element` in CSS pixels, at once and whenever it changes.
pub fn on_resize(element: &Element, mut then: impl FnMut(f64) + 'static) -> Option<Resized> {
    let tell = Closure::new(move |entries: Array| {
        if let Some(entry) = entries.iter().last() {
            then(entry.unchecked_into::<ResizeObserverEntry>().content_rect().width());
        }
    });
    let observer = ResizeObserver::new(tell.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(Resized { observer, _tell: tell })
}

impl Drop for Resized {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
