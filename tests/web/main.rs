//! Tests that run inside a browser.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The other tests stand on this.
#[wasm_bindgen_test]
fn there_is_a_page_to_draw_on() {
    let document = web_sys::window().and_then(|window| window.document());
    assert!(document.is_some());
}
