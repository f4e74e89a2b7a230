//! The link of the page: its query string, and the browser's history of it.

use gloo::{
    events::EventListener,
    utils::{history, window},
};
use wasm_bindgen::JsValue;

use super::inside::{is_inside, start};

/// The sign before the query of an offline file, whose address ends at its name.
const INSIDE: &str = "#?";

/// The query string of the page, without `?`. In an offline file it stands behind `#?`; where nothing stands there, it is the
/// one that the file starts with.
pub fn query() -> String {
    let location = window().location();
    match start() {
        None => location.search().unwrap_or_default().trim_start_matches('?').to_owned(),
        Some(start) => location.hash().unwrap_or_default().strip_prefix(INSIDE).map_or(start, str::to_owned),
    }
}

/// A link to the view of `query` on the same page.
pub fn href(query: &str) -> String {
    if is_inside() { format!("{INSIDE}{query}") } else { format!("?{query}") }
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

/// The whole address of the page with `query`.
fn with_query(query: &str) -> String {
    let page = page();
    if query.is_empty() && !is_inside() { page } else { page + &href(query) }
}

/// The address of the page without query and place.
fn page() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The page that a site has to be embedded.
const EMBEDDED: &str = "embed.html";

/// The whole address of the page with `query`, for others. For a page made to be embedded it is that of the site around it.
pub fn share_address(query: &str) -> String {
    match page().strip_suffix(EMBEDDED) {
        Some(site) if query.is_empty() => site.to_owned(),
        Some(site) => format!("{site}?{query}"),
        None => with_query(query),
    }
}

/// The address of the page without its query string; `None` where others could not open it, as that of a file.
pub fn page_address() -> Option<String> {
    let page = page();
    page.starts_with("http").then(|| page.strip_suffix(EMBEDDED).unwrap_or(&page).to_owned())
}

/// Listens for steps back and forth while it lives.
pub struct Popped {
    _listener: EventListener,
}

/// Calls `then` with the query string whenever the reader goes back or forth.
pub fn on_pop(then: impl Fn(String) + 'static) -> Popped {
    Popped {
        _listener: EventListener::new(&window(), "popstate", move |_| {
            // A link to a place in the text leaves the view as it is.
            let is_place = |hash: String| hash.len() > 1 && !hash.starts_with(INSIDE);
            if !(is_inside() && window().location().hash().is_ok_and(is_place)) {
                then(query());
            }
        }),
    }
}
