//! Books of sheets as spreadsheet programs keep them, in and out.
//!
//! A book comes from anywhere, so nothing in it is believed: [`archive`] unpacks it once to see how large it is,
//! [`grid`] keeps cells as rows up to a limit, whatever range a sheet claims. Sheets that are no tables are not read.

mod archive;
mod grid;
mod guide;
mod ods;
mod serial;
#[cfg(test)]
mod tests;
mod write;
mod xlsx;

use super::{Finding, Sheet, scheme};
use archive::Kind;

pub use archive::LIMIT;
pub use write::{Unwritable, write};

/// The sheet that explains all others, in books that are written.
pub const GUIDE: &str = "read me";
/// The sheet of words to choose from, in books that are written.
pub const LISTS: &str = "lists";

/// Reads the tables of a book: XLSX, or ODS. Its sheets come with their names; those that are no tables come empty.
///
/// # Errors
///
/// A finding, where this is no book that can be read, or one that is too large.
pub fn read(bytes: &[u8]) -> Result<(Vec<Sheet>, Vec<Finding>), Box<Finding>> {
    let archive = archive::check(bytes)?;
    let mut shelf = grid::Shelf::default();
    let read = || match archive.kind {
        Kind::Xlsx => xlsx::read(bytes, &archive, &mut shelf),
        Kind::Ods => ods::read(bytes, &mut shelf),
    };
    // The reader of XLSX is of others, and was not written for books that mean harm.
    let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read));
    done.unwrap_or_else(|_| Err(broken("a part of it makes no sense")))?;
    Ok((shelf.sheets, shelf.findings))
}

/// Whether a sheet of this name is read.
fn is_table(name: &str) -> bool {
    name == scheme::CARD || scheme::tables().iter().any(|table| table.name == name)
}

/// Whether a sheet of this name is passed over without a word.
fn is_ours(name: &str) -> bool {
    name == GUIDE || name == LISTS
}

fn broken(why: &str) -> Box<Finding> {
    let remedy = "Open it in a spreadsheet program and save it again as XLSX or ODS";
    Box::new(Finding::error("BOOK_BROKEN", "", format!("this book cannot be read: {why}"), remedy))
}

fn too_large(what: &str) -> Box<Finding> {
    Box::new(Finding::error(
        "BOOK_LIMIT",
        "",
        what,
        "Remove what the tables do not need, or keep a folder of CSV tables",
    ))
}
