//! Drawing: from places to scenes. What is drawn does not know who draws it.

pub mod activity;
pub mod amounts;
pub mod attendance;
pub mod calendar;
pub mod flow;
pub mod glyph;
pub mod hatch;
pub mod legend;
pub mod lineage;
pub mod matrix;
pub mod occurrences;
pub mod pins;
mod plot;
pub mod presence;
pub mod series;
pub mod slope;
pub mod targets;
pub mod thin;
pub mod timeline;
pub mod towers;
pub mod units;
pub mod words;
