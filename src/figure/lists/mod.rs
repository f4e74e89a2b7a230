//! Figures that are lists on the page: their tables, for files.

mod about;
mod board;
mod catalogue;
pub mod deadlines;
mod documents;
mod positions;
mod sources;
mod texts;
mod upcoming;
mod values;

use super::{Context, Table};
use crate::model::{Figure, Item};

pub use board::board;
pub use catalogue::catalogue_of;
pub use deadlines::deadline_words;
pub use documents::{SHORT, Standing, passes, shown, standings};
pub use sources::sources_found;
pub use texts::items_of;
pub use upcoming::{coming, distance};
pub use values::{FigureCard, cards};

/// The tables of a figure that is a list; none of one that is not.
pub fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let tables = match &*figure.kind {
        "about" => about::tables,
        "catalogue" => catalogue::tables,
        "deadlines" => board::tables,
        "documents" => documents::tables,
        "positions" => positions::tables,
        "sources" => sources::tables,
        "texts" => texts::tables,
        "upcoming" => upcoming::tables,
        "values" => values::tables,
        _ => return Vec::new(),
    };
    tables(context, figure)
}
