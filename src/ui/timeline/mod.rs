//! The timeline on the page: what moves it, what opens over it, and its list for narrow pages.

mod agenda;
mod cards;
mod drawing;
mod span;

pub use agenda::{AgendaList, ItemTable};
pub use drawing::Drawing;
pub use span::{bounds_of, span_of_state};
