//! Tests that run inside a browser: what is the same natively stays the same here, and scenes become nodes.
#![cfg(target_arch = "wasm32")]

#[path = "../both/mod.rs"]
mod both;
mod canvas;
mod data;
mod nodes;
mod state;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The other tests stand on this.
#[wasm_bindgen_test]
fn there_is_a_page_to_draw_on() {
    let document = web_sys::window().and_then(|window| window.document());
    assert!(document.is_some());
}

/// Layout, text widths, rounding: all of it, to the letter.
#[wasm_bindgen_test]
fn the_pictures_are_those_drawn_natively() {
    for (name, expected, scene) in both::PICTURES {
        let found = both::picture(&scene());
        for (at, (found, expected)) in found.lines().zip(expected.lines()).enumerate() {
            assert_eq!(found, expected, "{name}, line {}", at + 1);
        }
        assert_eq!(found.len(), expected.len(), "{name}");
    }
}

/// Every kind of figure with its hard cases, in both languages.
#[wasm_bindgen_test]
fn the_example_is_drawn_as_natively() {
    let found = both::gallery::prints();
    for (found, expected) in found.lines().zip(both::gallery::PRINTS.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), both::gallery::PRINTS.len());
}
