//! What the page says of itself: its phase, language, colours, title and moments.

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, PerformanceMeasureOptions};

use crate::model::Day;

/// How far the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Reading and drawing.
    Loading,
    /// The first view stands.
    Ready,
    /// It cannot go on, and says so.
    Failed,
}

fn root() -> Option<Element> {
    document().document_element()
}

fn set(name: &str, value: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute(name, value);
    }
}

/// Tells the phase as `data-annals` on the root element.
pub fn set_phase(phase: Phase) {
    set("data-annals", ["loading", "ready", "failed"][phase as usize]);
}

/// Tells the language of the page.
pub fn set_language(tag: &str) {
    set("lang", tag);
}

/// Tells the colours to use.
pub fn set_theme(word: &str) {
    set("data-theme", word);
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Tells the script that started the app that work goes on, so that it does not give up.
pub fn show_progress() {
    if let Ok(event) = web_sys::Event::new("annals-progress") {
        let _ = window().dispatch_event(&event);
    }
}

fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// Marks that everything of the first view is on screen.
pub fn mark_first_view() {
    mark("annals:first-view");
}

/// Marks that the page answers.
pub fn mark_interactive() {
    mark("annals:interactive");
}

/// Measures from the start of the navigation until now as `annals:load`.
pub fn measure_load() {
    if let Some(performance) = window().performance() {
        let options = PerformanceMeasureOptions::new();
        options.set_start(&JsValue::from_f64(0.0));
        let _ = performance.measure_with_performance_measure_options("annals:load", &options);
    }
}

/// The language the browser asks for, as a BCP 47 tag.
pub fn browser_language() -> String {
    window().navigator().language().unwrap_or_default()
}

/// The reader's calendar day.
pub fn today() -> Day {
    // The one use of the browser's clock. Its local calendar day is taken as it is; no date of the data passes here.
    let now = js_sys::Date::new_0();
    Day::new(now.get_full_year().into(), now.get_month() as u8 + 1, now.get_date() as u8).unwrap_or_default()
}

/// Moves the focus to the first element that `selector` finds, without scrolling where `keep_scroll`.
pub fn focus(selector: &str, keep_scroll: bool) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let Some(element) = found else { return false };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(keep_scroll);
    // SVG elements take the focus too; the binding exists for HTML alone, the method is the same.
    let element: &HtmlElement = element.unchecked_ref();
    element.focus_with_options(&options).is_ok()
}

/// Opens the browser's print dialogue.
pub fn print() {
    let _ = window().print();
}

/// Waits until the browser has drawn; not for long in a page that is not shown, where nothing is drawn.
pub async fn next_frame() {
    const HIDDEN_MILLIS: i32 = 100;
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().request_animation_frame(&resolve);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, HIDDEN_MILLIS);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
