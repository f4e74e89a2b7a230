//! Rendering: scenes to SVG text and to Yew nodes, both printed from one element tree, so that they cannot disagree; tables
//! to files.

pub mod data;
pub mod html;
pub mod sheet;
pub mod svg;
mod tree;
