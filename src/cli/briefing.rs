//! The briefing that a command publishes: a file, a folder of tables, or the one built in.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{import::read_folder, input};
use crate::{
    export::builtin_tables,
    load::{self, Limits, Loaded},
    tables::{self, csv},
};

/// A briefing as bytes, and what loading them gives.
pub struct Published {
    /// The JSON document.
    pub bytes: Vec<u8>,
    /// What readers will see of it.
    pub loaded: Loaded,
}

/// Reads the briefing at `path`: a JSON file, a folder of tables, `-` for standard input; without a path the built-in
/// one.
///
/// # Errors
///
/// A sentence for the person at the terminal, when it cannot be read or is no briefing at all.
pub fn read(path: Option<&Path>) -> Result<Published, String> {
    let bytes = match path {
        None => builtin(),
        Some(folder) if folder.is_dir() => {
            let cannot = |(path, error): (PathBuf, io::Error)| format!("{} cannot be read: {error}", path.display());
            let sheets = read_folder(folder, &mut Vec::new()).map_err(cannot)?;
            tables::json::print(&tables::document(&sheets).document).into_bytes()
        }
        Some(file) => {
            let cannot = |error| format!("{} cannot be read: {error}", input::shown(file));
            input::read(file, Limits::default().bytes).map_err(cannot)?
        }
    };
    let name = path.map_or_else(|| "the built-in briefing".to_owned(), input::shown);
    let loaded = load::load(&bytes).map_err(|error| format!("{name}: {error}"))?;
    Ok(Published { bytes, loaded })
}

/// The built-in briefing as a JSON document, made from its tables.
pub fn builtin() -> Vec<u8> {
    let read = |(name, bytes): &(&str, &[u8])| csv::read(name.trim_end_matches(".csv"), bytes).0;
    let sheets: Vec<_> = builtin_tables().iter().filter_map(read).collect();
    tables::json::print(&tables::document(&sheets).document).into_bytes()
}
