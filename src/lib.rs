//! Annals.
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
pub mod ui;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(not(target_arch = "wasm32"))]
pub mod tables;
#[cfg(target_arch = "wasm32")]
pub mod web;
