//! What the reader is looking at: one value, its link, and what can change it. Knows nothing of the page.

mod action;
mod link;
mod view_state;

pub use action::{Action, apply};
pub use link::{LinkNote, MAX_LINK_BYTES, encoded, pairs, read, write};
pub use view_state::{Bound, Facet, Theme, ViewState};
