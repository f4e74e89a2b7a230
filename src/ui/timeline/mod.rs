//! The timeline on the page: what moves it, what opens over it, and its list for narrow pages.

mod agenda;
mod cards;
mod drawing;
mod span;

pub use agenda::{agenda_list, item_rows, item_table};
pub use drawing::{Drawing, whole_picture};
pub use span::{bounds_of, span_of_state};
