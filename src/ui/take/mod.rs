//! Taking things away in words: citations of an item or of the page, and briefing notes.

mod by_hand;
mod cite;
mod copied;
mod embed;
mod note;
mod offline;
mod page;
mod paper;
#[cfg(test)]
mod tests;

pub use by_hand::ByHand;
pub use cite::{CiteAs, Cited};
pub use copied::copied;
pub use note::collect;
pub use page::{page_tools, sealed};
pub use paper::whole_timeline;
