//! cli

pub mod export;
pub mod import;
mod output;
