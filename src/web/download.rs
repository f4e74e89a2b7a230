//! Handing the reader a file that the page has made.

use super::frame::hand;
use gloo::{timers::callback::Timeout, utils::document};
use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, HtmlCanvasElement, HtmlElement, Url};

/// The browser has read the file by then.
const KEPT_MILLIS: u32 = 60_000;

/// An address of bytes in memory; they are let go with it.
struct ObjectUrl(String);

impl ObjectUrl {
    fn new(content: &str, media_type: &str) -> Option<ObjectUrl> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        Self::of(&Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options).ok()?)
    }

    fn of(blob: &Blob) -> Option<ObjectUrl> {
        Url::create_object_url_with_blob(blob).ok().map(ObjectUrl)
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// Offers a text as a file of this name. Where the browser may refuse without a word, as in a sandbox, the text is also shown, to
/// be copied (see [`super::on_handed`]).
pub fn download(name: &str, media_type: &str, content: &str) {
    offer(name, ObjectUrl::new(content, media_type));
    hand(name, Some(content));
}

/// Offers what is on a canvas as a PNG file of this name, once it is packed; then tells whether that was done.
pub fn download_canvas(name: &str, canvas: &HtmlCanvasElement, told: impl FnOnce(bool) + 'static) {
    hand(name, None);
    let name = name.to_owned();
    let packed = Closure::once_into_js(move |blob: Option<Blob>| {
        told(blob.is_some_and(|blob| offer(&name, ObjectUrl::of(&blob))));
    });
    // Refused at once, it is told by nobody: the canvas is our own and holds nothing from elsewhere.
    let _ = canvas.to_blob_with_type(packed.unchecked_ref(), "image/png");
}

/// Offers a file; whether that was possible.
fn offer(name: &str, url: Option<ObjectUrl>) -> bool {
    let Some(url) = url.filter(|url| follow(url, name).is_some()) else { return false };
    Timeout::new(KEPT_MILLIS, move || drop(url)).forget();
    true
}

/// Follows a link to the file that is there for this moment only.
fn follow(url: &ObjectUrl, name: &str) -> Option<()> {
    let link: HtmlElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_attribute("href", &url.0).ok()?;
    link.set_attribute("download", name).ok()?;
    document().body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}
