//! What the page says of itself: its phase, language, colours, title and moments.

use gloo::{
    events::EventListener,
    utils::{document, window},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::js::call;
use crate::model::{Day, decimal::nearest};

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
        let _ = performance.measure("annals:load");
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
    Day::new(now.get_full_year().into(), now.get_month() as u8 + 1, now.get_date() as u8)
        .unwrap_or(Day::from_unix_days(0))
}

/// Moves the focus to the first element that `selector` finds, without scrolling where `keep_scroll`. A page inside another one
/// does not take the focus out of that.
pub fn focus(selector: &str, keep_scroll: bool) -> bool {
    if root().is_some_and(|root| root.get_attribute("data-embed").is_some())
        && call(&document(), "hasFocus", &[]) == Some(JsValue::FALSE)
    {
        return false;
    }
    let found = document().query_selector(selector).ok().flatten();
    let Some(element) = found else { return false };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(keep_scroll);
    // SVG elements take the focus too; the binding exists for HTML alone, the method is the same.
    let element: &HtmlElement = element.unchecked_ref();
    element.focus_with_options(&options).is_ok()
}

/// An attribute of what has the focus, or of the nearest element around it that has one.
pub fn focused_attribute(name: &str) -> Option<String> {
    closest_attribute(&document().active_element()?, name)
}

/// Whether nothing has the focus, as when what had it is gone.
pub fn is_focus_lost() -> bool {
    document().active_element().is_none_or(|element| element.local_name() == "body")
}

/// Goes to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Adds a style sheet at once; the future tells whether it came.
pub fn add_style(href: &str) -> impl Future<Output = bool> {
    const PATIENCE_MILLIS: i32 = 9_000;
    // An offline file has all its styles.
    let is_inside = super::is_inside();
    let promise = js_sys::Promise::new(&mut |came, failed| {
        if is_inside {
            return;
        }
        let Ok(link) = document().create_element("link") else { return };
        let _ = link.set_attribute("rel", "stylesheet");
        let _ = link.set_attribute("href", href);
        let _ = link.add_event_listener_with_callback("load", &came);
        let _ = link.add_event_listener_with_callback("error", &failed);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&failed, PATIENCE_MILLIS);
        let _ = document().head().map(|head| head.append_child(&link));
    });
    async move { is_inside || wasm_bindgen_futures::JsFuture::from(promise).await.is_ok() }
}

/// Opens the browser's print dialogue.
pub fn print() {
    let _ = window().print();
}

/// Opens the browser's print dialogue for a part of the page, which style sheets know by this word on the root element.
pub fn print_part(word: &str) {
    const PART: &str = "data-print";
    set(PART, word);
    EventListener::once(&window(), "afterprint", |_| {
        let _ = root().map(|root| root.remove_attribute(PART));
    })
    .forget();
    print();
}

/// Waits until what comes before has been done: after [`next_frame`], until the frame is drawn.
pub async fn next_task() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Waits until the browser is about to draw; not for long in a page that is not shown, where nothing is drawn.
pub async fn next_frame() {
    const HIDDEN_MILLIS: i32 = 100;
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().request_animation_frame(&resolve);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, HIDDEN_MILLIS);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Puts a card below its anchor (x, y, width, height in the same parent), within a parent `width` wide.
pub fn place_within(card: &HtmlElement, (x, y, anchor_width, height): (f64, f64, f64, f64), width: f64) {
    const MARGIN_PX: f64 = 8.0;
    let own = f64::from(card.offset_width());
    let left =
        (x + anchor_width.min(40.0) / 2.0 - own / 4.0).clamp(MARGIN_PX, (width - own - MARGIN_PX).max(MARGIN_PX));
    // A little over the anchor, so that the pointer does not cross a gap on its way to the card.
    let top = y + height - 1.0;
    let style = card.style();
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}

/// The value of an attribute on the element or the nearest one around it that has it.
pub fn closest_attribute(element: &Element, name: &str) -> Option<String> {
    element.closest(&format!("[{name}]")).ok().flatten()?.get_attribute(name)
}

/// The name of what `target` is part of in a drawing, and where that is from the top left of `within`: x, y, width, height.
pub fn named_at(target: &Element, within: &Element) -> Option<(String, (f64, f64, f64, f64))> {
    let item = target.closest("[role=button][aria-label]").ok().flatten()?;
    let (place, frame) = (item.get_bounding_client_rect(), within.get_bounding_client_rect());
    let (x, y) = (place.left() - frame.left(), place.top() - frame.top());
    Some((item.get_attribute("aria-label")?, (x, y, place.width(), place.height())))
}

/// Moves the focus to the element inside `within` that stands for `id`, and brings it into view.
pub fn focus_stop(within: &Element, id: &str) {
    // Ids of items and clusters hold no character that a quoted selector could trip over.
    let quoted = id.replace(['"', '\\'], "");
    let selector = ["data-key", "data-cluster", "data-track", "data-period"]
        .map(|name| format!("[{name}=\"{quoted}\"][tabindex]"))
        .join(",");
    if let Ok(Some(found)) = within.query_selector(&selector) {
        let found: &HtmlElement = found.unchecked_ref();
        let _ = found.focus();
    }
}

/// All elements inside `within` that `selector` finds.
pub fn find_all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// Moves SVG elements sideways from where they were drawn.
pub fn slide(elements: &[Element], px: f64) {
    let place = format!("translate({px} 0)");
    for element in elements {
        let _ =
            if px == 0.0 { element.remove_attribute("transform") } else { element.set_attribute("transform", &place) };
    }
}

/// The text of the first element that `selector` finds.
pub fn text_of(selector: &str) -> Option<String> {
    document().query_selector(selector).ok().flatten()?.text_content()
}

/// Width in CSS pixels of the element that `selector` finds.
pub fn width_of(selector: &str) -> Option<f64> {
    let found = document().query_selector(selector).ok().flatten()?;
    Some(found.get_bounding_client_rect().width()).filter(|px| *px > 0.0)
}

/// Width in CSS pixels of a text in the page's font.
pub fn text_width(text: &str, font_px: f64) -> Option<f64> {
    let body = document().body()?;
    let probe: HtmlElement = document().create_element("span").ok()?.dyn_into().ok()?;
    probe.set_text_content(Some(text));
    probe.set_class_name("text-probe");
    probe.style().set_property("font-size", &format!("{font_px}px")).ok()?;
    body.append_child(&probe).ok()?;
    let width = probe.get_bounding_client_rect().width();
    probe.remove();
    (width > 0.0).then_some(width)
}

/// Size in CSS pixels of the root element's font: 16, or what the reader has set.
pub fn root_font_px() -> f64 {
    let style = root().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| nearest(size.trim_end_matches("px"))).filter(|px| *px > 0.0).unwrap_or(16.0)
}
