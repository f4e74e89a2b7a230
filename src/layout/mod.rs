//! Layout: from data in days to places in CSS pixels. Numbers only, no colours.

pub mod agenda;
pub mod lanes;
pub mod spread;
pub mod text;
pub mod timeline;
