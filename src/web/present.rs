//! Presenting: the page without its frame, over the whole screen where the browser allows it.

use gloo::{events::EventListener, utils::document};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The page as it is presented; ends when dropped.
pub struct Presenting {
    _left: EventListener,
}

impl Presenting {
    /// Begins; must be called on an action of the reader. `left` is called when the reader ends the full screen.
    pub fn begin(left: impl Fn() + 'static) -> Presenting {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-presenting", "");
            // A frame without that right refuses, and some browsers know no such thing: the window is filled all the same.
            ask(&root, "requestFullscreen");
        }
        let is_left = move || {
            if document().fullscreen_element().is_none() {
                left();
            }
        };
        Presenting { _left: EventListener::new(&document(), "fullscreenchange", move |_| is_left()) }
    }
}

impl Drop for Presenting {
    fn drop(&mut self) {
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute("data-presenting");
        }
        if document().fullscreen_element().is_some() {
            ask(&document(), "exitFullscreen");
        }
    }
}

/// Calls a method that may be missing, and that may refuse now or later.
fn ask(on: &JsValue, method: &str) {
    let Ok(method) = Reflect::get(on, &JsValue::from_str(method)) else { return };
    let Some(method) = method.dyn_ref::<Function>() else { return };
    if let Ok(answer) = method.call0(on)
        && let Ok(answer) = answer.dyn_into::<Promise>()
    {
        spawn_local(async move {
            let _ = JsFuture::from(answer).await;
        });
    }
}
