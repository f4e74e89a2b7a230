//! Copying text.

use wasm_bindgen_futures::JsFuture;

/// Copies `text`; false where the browser refuses, as it does in some frames and over plain http.
pub async fn copy(text: &str) -> bool {
    let navigator = gloo::utils::window().navigator();
    // Missing in insecure contexts, where the binding would throw.
    if js_sys::Reflect::get(&navigator, &"clipboard".into()).map_or(true, |it| it.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
