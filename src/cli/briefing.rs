//! The briefing that a command publishes: a file, a folder of tables, a book, or the one built in.

use std::{fmt, path::Path};

use super::{
    FAULTY, MISUSE,
    authored::{Authored, is_tables, unreadable},
    finding::Finding,
    input,
};
use crate::{
    export::builtin_tables,
    load::{Limits, Loaded},
    query,
    tables::{self, csv},
};

/// A briefing as bytes, and what loading them gives.
pub struct Published {
    /// The JSON document.
    pub bytes: Vec<u8>,
    /// What readers will see of it.
    pub loaded: Loaded,
    /// What was found in it, with places in the file or the tables.
    pub findings: Vec<Finding>,
}

/// Why there is nothing to publish.
pub struct Refused {
    /// The exit code: it cannot be read, or it is no briefing.
    pub exit: u8,
    /// What was found; the reason comes last.
    pub findings: Vec<Finding>,
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let Some(Finding { file, message, .. }) = self.findings.last() else { return Ok(()) };
        write!(out, "{}: {message}", file.as_deref().unwrap_or_default())
    }
}

/// Reads the briefing at `path`: a JSON file, a folder of tables or a book, `-` for standard input; without a path the
/// built-in one.
///
/// # Errors
///
/// When it cannot be read or is no briefing at all.
pub fn read(path: Option<&Path>, limits: Limits) -> Result<Published, Refused> {
    let cannot = |path: &Path, error| Refused { exit: MISUSE, findings: vec![unreadable(path, &error)] };
    if let Some(path) = path.filter(|path| is_tables(path)) {
        let mut findings = Vec::new();
        let authored = Authored::read(path, &mut findings).map_err(|(path, error)| cannot(&path, error))?;
        return match authored.and_then(|authored| authored.make(None, limits, &mut findings)) {
            Some(made) => Ok(Published { bytes: made.text.into_bytes(), loaded: made.loaded, findings }),
            None => Err(Refused { exit: FAULTY, findings }),
        };
    }
    let (name, bytes) = match path {
        None => ("the built-in briefing".to_owned(), builtin()),
        Some(file) => (input::shown(file), input::read(file, limits.bytes).map_err(|error| cannot(file, error))?),
    };
    match query::check(&bytes, limits) {
        Ok(loaded) => {
            let findings = Finding::of_report(&loaded.report, &name);
            Ok(Published { bytes, loaded, findings })
        }
        Err(error) => Err(Refused { exit: FAULTY, findings: vec![Finding::of_error(&error, &name)] }),
    }
}

/// The built-in briefing as a JSON document, made from its tables.
pub fn builtin() -> Vec<u8> {
    let read = |(name, bytes): &(&str, &[u8])| csv::read(name.trim_end_matches(".csv"), bytes).0;
    let sheets: Vec<_> = builtin_tables().iter().filter_map(read).collect();
    tables::document(sheets, None).text.into_bytes()
}
