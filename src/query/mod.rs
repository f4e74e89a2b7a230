//! Questions to a briefing: what is where, what rests on what, what is shown, what is coming.

mod appearances;
mod asof;
pub mod canonical;
mod categories;
mod changes;
#[cfg(not(target_arch = "wasm32"))]
mod check;
mod citing;
pub mod compare;
mod deadlines;
pub mod editions;
pub mod facets;
mod filtering;
mod flow;
mod found;
mod glossary;
mod headline;
mod index;
mod items;
mod lineage;
mod live;
mod moment;
pub mod news;
mod occurrence;
pub mod search;
mod snapshot;
mod status;
pub mod story;
mod unknown;
mod upcoming;
mod visible;
mod workdays;

pub use appearances::appearances;
pub use asof::{Announced, CatalogueOn, VersionState, When, catalogue_on, is_set, issued, version_state};
pub use categories::{Category, categories, newest_first};
pub use changes::{Change, Changes};
#[cfg(not(target_arch = "wasm32"))]
pub use check::check;
pub use deadlines::{DayCount, Deadline, DeadlineKind, Moved, deadlines, moves};
pub use filtering::{filters_in_force, filters_on};
pub use flow::{Flow, NoSize, Part, Size, Step, Way, flow, products, recorded};
pub use found::Found;
pub use glossary::Glossary;
pub use headline::{base_of, base_words, headline, is_percent, observed, span_words};
pub use index::{Index, Link};
pub use lineage::{Lineage, Tie, lineage};
pub use live::{LATER, live, live_value};
pub use moment::{Moment, RecordCount, Recorded, not_yet_recorded, record_count};
pub use occurrence::{MEETINGS_TRACK, Occurrence, UNTRACKED, occurrences};
pub use snapshot::{Snapshot, snapshot};
pub use status::{Line, Standing, Status, TABLE, Why, standing, status};
pub use unknown::unknown_filters;
pub use upcoming::{Upcoming, upcoming};
pub use visible::{Visible, span_of, visible};
pub use workdays::Workdays;
pub(crate) use workdays::exact_span;
