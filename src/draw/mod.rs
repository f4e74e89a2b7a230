//! Drawing: from places to scenes. What is drawn does not know who draws it.

pub mod glyph;
pub mod occurrences;
pub mod timeline;
