//! Annals.
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod draw;
pub mod i18n;
pub mod layout;
pub mod load;
pub mod model;
pub mod query;
pub mod render;
pub mod scale;
pub mod scene;
pub mod state;
#[cfg(not(target_arch = "wasm32"))]
pub mod tables;
pub mod ui;
pub mod web;
