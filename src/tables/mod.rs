//! A briefing as spreadsheet tables, and back.
//!
//! People author a briefing as a folder of tables; the JSON is made from them. Both directions follow
//! [`crate::load::format`], so a new field of the format is a new column without further code.
//!
//! # The tables
//!
//! - `briefing`: the card, one row per field, columns `field` and `value` (`title.en`, `languages`, `as_of`, …).
//! - One table per list of the document, under its name: `sources`, `actors`, `tracks`, `events`, `instruments`,
//!   `series`, `targets`, `catalogues`, `meetings`, `positions`, `disputes`, `figures`, `views`, `story`, `glossary`,
//!   `corrections`, `holidays`.
//! - One table per list inside an item. Its first column names the item, by id; the order of rows is kept:
//!
//! | table | column that names the item | its rows are |
//! |---|---|---|
//! | `event_relations` | `event` | links of an event to earlier ones |
//! | `stages` | `instrument` | steps of an instrument's life |
//! | `instrument_relations` | `instrument` | links of an instrument to others |
//! | `observations` | `series` | values of a series |
//! | `catalogue_versions` | `catalogue` | versions of a catalogue |
//! | `catalogue_entries` | `version` | lines of a version |
//! | `agenda`, `people`, `outcomes` | `meeting` | parts of a meeting |
//! | `attendance_totals`, `attendance_groups`, `attendance_organisations` | `meeting` | who came |
//! | `claims` | `dispute` | what each source says |
//! | `figure_values` | `figure` | single values that a figure shows |
//! | `view_parts` | `view` | what stands on a page |
//!
//! An item without an id of its own is named by its place: `#3` is the third row under the header of its table.
//!
//! # Columns and cells
//!
//! A column is named by the path of a field: `date`, `title`. A text in several languages has a column for each,
//! `title.en` and `title.zh-Hans`, and may have `title.zh-Hans.translator` and `title.zh-Hans.state`. What a date or
//! number rests on stands beside it: `date.sources`, `date.grade`, `date.confidence`, `date.note`; other values that
//! sources give are JSON in `date.alternatives`. An empty cell means that nothing is said. Space around a cell is
//! dropped. In lists `;` parts the elements; `\;` is a semicolon inside one, `\\` a backslash. In `sources` an element
//! is an id, or an id and a place in the source, `src-law [Article 7]`; citations with more are JSON in the cell.
//!
//! The column `json` holds what has no form above, as one JSON object whose members are added to the item. So a
//! document written as tables and read again is equal to what it was; only the order of keys follows the format, and no
//! longer the file. Tables written, read and written again are the same bytes.
//!
//! Dates are EDTF. Where an author writes them in another way, a row `date_format` in the card says so (`DMY`, `MDY`,
//! `YMD`); it is of the tables alone.
//!
//! # Layers
//!
//! [`Sheet`] is a table as any spreadsheet has it. [`csv`] reads and writes one as text, [`book`] many of them as a
//! book. [`document`] and [`sheets`] convert between sheets and the document and know nothing of files. [`json`] prints the
//! document.

pub mod book;
mod cell;
pub mod csv;
mod dates;
mod encoding;
mod finding;
pub mod json;
mod places;
mod read;
mod scheme;
mod sheet;
#[cfg(test)]
mod tests;
mod write;

pub use dates::DateFormat;
pub use finding::Finding;
pub use places::{Place, Places};
pub use read::{Imported, document};
pub use sheet::{Row, Sheet};
pub use write::sheets;

/// The names of all tables, the card first.
pub fn names() -> Vec<String> {
    std::iter::once(scheme::CARD.to_owned()).chain(scheme::tables().into_iter().map(|table| table.name)).collect()
}
