//! The page inside another page: what it may do there, and how it looks there.

use std::cell::{Cell, RefCell};

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::js::{call, get};

/// Who is told of files whose download is doubtful.
type Taker = Box<dyn Fn(String, Option<String>)>;

thread_local! {
    /// Whether the host has said that files can be handed to the reader.
    static IS_TRUSTED: Cell<bool> = const { Cell::new(false) };
    static TAKER: RefCell<Option<Taker>> = const { RefCell::new(None) };
}

fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// Marks the page as one inside another: its links to elsewhere open windows of their own, as most sites refuse to be shown in a
/// frame.
pub fn be_embedded() {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-embed", "");
    }
    if document().query_selector("base").is_ok_and(|found| found.is_some()) {
        return;
    }
    if let (Ok(base), Some(head)) = (document().create_element("base"), document().head()) {
        let _ = base.set_attribute("target", "_blank");
        let _ = head.append_child(&base);
    }
}

/// Sets custom properties on the root element, in place of those of `before`.
pub fn set_tokens(before: &[(&'static str, String)], now: &[(&'static str, String)]) {
    let Some(root) = root() else { return };
    // An empty value takes a property away.
    let gone = before.iter().map(|(property, _)| (property, ""));
    for (property, value) in gone.chain(now.iter().map(|(property, value)| (property, value.as_str()))) {
        let _ = root.style().set_property(property, value);
    }
}

/// Whether dark colours are on.
pub fn is_dark() -> bool {
    let style = root().and_then(|root| window().get_computed_style(&root).ok().flatten());
    style.and_then(|style| style.get_property_value("color-scheme").ok()).is_some_and(|scheme| scheme == "dark")
}

/// Tells the maker of a page something in the console.
pub fn warn(words: &str) {
    call(&get(&window(), "console"), "warn", &[&words.into()]);
}

/// Takes the host's word that files can be handed to the reader, or that they cannot.
pub fn trust_files(is_trusted: bool) {
    IS_TRUSTED.set(is_trusted);
}

/// Whether a download may be refused without a word: in a sandbox, unless the host has said otherwise.
pub fn are_files_doubtful() -> bool {
    // The origin of the window, not that of its address: in a sandbox it has none.
    get(&window(), "origin") == JsValue::from_str("null") && !IS_TRUSTED.get()
}

/// Shows a file beside its download, where that is doubtful; nothing but the name of what is no text.
pub(super) fn hand(name: &str, content: Option<&str>) {
    if are_files_doubtful() {
        TAKER.with_borrow(|taker| {
            if let Some(taker) = taker {
                taker(name.to_owned(), content.map(str::to_owned));
            }
        });
    }
}

/// Listens while it lives.
pub struct Handed(());

impl Drop for Handed {
    fn drop(&mut self) {
        TAKER.take();
    }
}

/// Calls `then` with the name and the text of each file whose download is doubtful; without a text for a picture. One listens at
/// a time.
pub fn on_handed(then: impl Fn(String, Option<String>) + 'static) -> Handed {
    TAKER.set(Some(Box::new(then)));
    Handed(())
}
