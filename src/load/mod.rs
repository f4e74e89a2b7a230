//! From bytes to a checked briefing.

pub mod format;
