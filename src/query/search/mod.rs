//! Searching a briefing: every item by its words, in whatever language, case or script they stand.
//!
//! [`SearchIndex`] is built once for a briefing, in slices if need be ([`Builder`]); a [`Query`] is what the reader types;
//! [`Hits`] are ranked, tell quickly whether an item is among them, and mark the words in texts. Nothing here knows of
//! the page.

mod build;
mod fold;
mod hits;
mod index;
mod marks;
mod query;
mod spelling;
mod terms;
#[cfg(test)]
mod tests;
mod texts;
mod tokens;

pub use build::Builder;
pub use fold::folded;
pub use hits::{Hit, Hits};
pub use index::SearchIndex;
pub use query::Query;
pub use texts::Field;
