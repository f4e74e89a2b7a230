//! Rendering: scenes to SVG text and to Yew nodes, both printed from one element tree, so that they cannot disagree.

pub mod html;
pub mod svg;
mod tree;
