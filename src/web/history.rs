//! The link of the page: its query string, and the browser's history of it.

use gloo::{
    events::EventListener,
    utils::{history, window},
};
use wasm_bindgen::JsValue;

/// The query string of the page, without `?`.
pub fn query() -> String {
    window().location().search().unwrap_or_default().trim_start_matches('?').to_owned()
}

/// Adds an entry for `query` to the history.
pub fn push(query: &str) {
    // Some embedding frames refuse; the view changes all the same.
    let _ = history().push_state_with_url(&JsValue::NULL, "", Some(&with_query(query)));
}

/// Puts `query` in place of the current entry.
pub fn replace(query: &str) {
    let _ = history().replace_state_with_url(&JsValue::NULL, "", Some(&with_query(query)));
}

/// Shows another view as if the reader had come to it by the history; without one, the view at hand anew.
pub fn follow(query: Option<&str>) {
    if let Some(query) = query {
        replace(query);
    }
    if let Ok(event) = web_sys::Event::new("popstate") {
        let _ = window().dispatch_event(&event);
    }
}

fn with_query(query: &str) -> String {
    let path = window().location().pathname().unwrap_or_default();
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// The whole address of the page with `query`. For a page made to be embedded it is that of the site around it.
pub fn share_address(query: &str) -> String {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{}{mark}{query}", location.origin().unwrap_or_default(), path.trim_end_matches("embed.html"))
}

/// The address of the page without its query string; `None` where others could not open it, as that of a file.
pub fn page_address() -> Option<String> {
    let location = window().location();
    let is_public = location.protocol().is_ok_and(|scheme| scheme.starts_with("http"));
    is_public.then(|| share_address(""))
}

/// Listens for steps back and forth while it lives.
pub struct Popped {
    _listener: EventListener,
}

/// Calls `then` with the query string whenever the reader goes back or forth.
pub fn on_pop(then: impl Fn(String) + 'static) -> Popped {
    Popped { _listener: EventListener::new(&window(), "popstate", move |_| then(query())) }
}
