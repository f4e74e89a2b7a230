//! Rendering: scenes to SVG text and to Yew nodes, both printed from one element tree, so that they cannot disagree, and to
//! pixels; tables and calendars to files.

pub mod canvas;
pub mod data;
pub mod html;
pub mod ics;
#[cfg(not(target_arch = "wasm32"))]
pub mod png;
pub mod sheet;
pub mod svg;
mod tree;
