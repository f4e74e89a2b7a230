//! Questions to a briefing: what is where, what rests on what, what is shown, what is coming.

mod appearances;
mod categories;
mod citing;
pub mod compare;
pub mod facets;
mod filtering;
mod flow;
mod found;
mod headline;
mod index;
mod items;
mod lineage;
mod occurrence;
pub mod search;
mod sought;
mod status;
mod unknown;
mod upcoming;
mod visible;

pub use appearances::appearances;
pub use categories::{Category, categories, newest_first};
pub use filtering::{filters_in_force, filters_on};
pub use flow::{Flow, NoSize, Part, Size, Step, Way, flow, products, recorded};
pub use found::Found;
pub use headline::{base_of, base_words, headline, is_percent, observed, span_words};
pub use index::{Index, Link};
pub use lineage::{Lineage, Tie, lineage};
pub use occurrence::{MEETINGS_TRACK, Occurrence, UNTRACKED, occurrences};
pub use sought::Sought;
pub use status::{Status, Why, status};
pub use unknown::unknown_filters;
pub use upcoming::{Upcoming, upcoming};
pub use visible::{Visible, span_of, visible};
