//! Handing the reader a file that the page has made.

use gloo::{timers::callback::Timeout, utils::document};
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// The browser has read the file by then.
const KEPT_MILLIS: u32 = 60_000;

/// An address of bytes in memory; they are let go with it.
struct ObjectUrl(String);

impl ObjectUrl {
    fn new(content: &str, media_type: &str) -> Option<ObjectUrl> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(ObjectUrl)
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// Offers a text as a file of this name. Where the browser refuses, nothing happens.
pub fn download(name: &str, media_type: &str, content: &str) {
    let offered = ObjectUrl::new(content, media_type).and_then(|url| {
        follow(&url, name)?;
        Some(url)
    });
    if let Some(url) = offered {
        Timeout::new(KEPT_MILLIS, move || drop(url)).forget();
    }
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
