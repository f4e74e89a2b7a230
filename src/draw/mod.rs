//! Drawing: from places to scenes. What is drawn does not know who draws it.

pub mod activity;
pub mod glyph;
mod plot;
pub mod legend;
pub mod occurrences;
pub mod timeline;
