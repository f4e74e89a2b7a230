//! What the browser keeps for the page on this device. Nothing is kept unless the reader asks for it.

use gloo::utils::window;
use web_sys::Storage;

/// The browser does not let the page keep anything: in a sandbox, in some private windows, in a file, or because it is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

fn local() -> Result<Storage, Refused> {
    // Asking for it throws where it is not allowed, and gives nothing where there is none.
    window().local_storage().ok().flatten().ok_or(Refused)
}

/// What is kept under `key`, if anything is.
pub fn kept(key: &str) -> Result<Option<String>, Refused> {
    local()?.get_item(key).map_err(|_| Refused)
}

/// Keeps `text` under `key`. On a refusal what was kept before stays.
pub fn keep(key: &str, text: &str) -> Result<(), Refused> {
    local()?.set_item(key, text).map_err(|_| Refused)
}

/// Removes what is kept under `key`.
pub fn forget(key: &str) -> Result<(), Refused> {
    local()?.remove_item(key).map_err(|_| Refused)
}
