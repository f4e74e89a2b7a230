//! The timeline on the page: what moves it, what opens over it, and its list for narrow pages.

mod agenda;
mod cards;
mod drawing;

pub use agenda::agenda_list;
pub use drawing::Drawing;
