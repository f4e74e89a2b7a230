//! Rendering: scenes to SVG text and to Yew nodes, both printed from one element tree, so that they cannot disagree, and to
//! pixels; tables, calendars, citations and notes to files.

pub mod canvas;
pub mod citation;
pub mod data;
pub mod html;
pub mod ics;
mod json;
pub mod note;
#[cfg(not(target_arch = "wasm32"))]
pub mod png;
pub mod sheet;
pub mod snippet;
pub mod svg;
mod tree;
