//! model
pub mod date;
