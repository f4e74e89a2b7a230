//! The briefing that a command publishes: a file, a folder of tables, a book, or the one built in.

use std::{fmt, path::Path};

use super::{
    FAULTY, MISUSE,
    authored::{Authored, Tables, is_tables, unreadable},
    finding::Finding,
    input, output, progress,
};
use crate::{
    export::builtin_tables,
    load::{Limits, Loaded, redact::redact},
    query,
    tables::{self, DateFormat, csv},
};

/// A briefing as bytes, and what loading them gives.
pub struct Published {
    /// The JSON document.
    pub bytes: Vec<u8>,
    /// What readers will see of it.
    pub loaded: Loaded,
    /// What was found in it, with places in the file or the tables.
    pub findings: Vec<Finding>,
    /// Where its values stand in the tables that it was made from, if it was.
    pub tables: Option<Tables>,
}

/// Why there is nothing to publish.
pub struct Refused {
    /// The exit code: it cannot be read, or it is no briefing.
    pub exit: u8,
    /// What was found; the reason comes last.
    pub findings: Vec<Finding>,
}

impl Published {
    /// The briefing as others may see it: without what is marked internal. Says on standard error what is left out; texts
    /// that name it join the findings. Whatever is published is made from this.
    ///
    /// # Errors
    ///
    /// When the briefing as a whole is marked internal.
    pub fn public(mut self, path: Option<&Path>, limits: Limits) -> Result<Published, Refused> {
        let name = shown(path);
        let refuse = |finding| Refused { exit: FAULTY, findings: vec![finding] };
        let redacted =
            redact(&self.bytes, limits, false).map_err(|refused| refuse(super::redact::refusal(&refused, &name)))?;
        if !redacted.has_changed() && redacted.bytes == self.bytes {
            return Ok(self);
        }
        super::redact::told(&redacted, &name).iter().for_each(|line| output::note(line));
        self.findings.extend(super::redact::mentions(&redacted, &name, self.tables.is_some()));
        self.loaded =
            query::check(&redacted.bytes, limits).map_err(|error| refuse(Finding::of_error(&error, &name)))?;
        self.bytes = redacted.bytes;
        Ok(self)
    }
}

/// The name of a briefing, as it is shown.
pub fn shown(path: Option<&Path>) -> String {
    path.map_or_else(|| "the built-in briefing".to_owned(), input::shown)
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
    read_dated(path, None, limits)
}

/// The same, where it is said how dates in tables are written that are not EDTF.
///
/// # Errors
///
/// As [`read`].
pub fn read_dated(path: Option<&Path>, dates: Option<DateFormat>, limits: Limits) -> Result<Published, Refused> {
    let cannot = |path: &Path, error| Refused { exit: MISUSE, findings: vec![unreadable(path, &error)] };
    if let Some(path) = path.filter(|path| is_tables(path)) {
        let mut findings = Vec::new();
        let authored = Authored::read(path, &mut findings).map_err(|(path, error)| cannot(&path, error))?;
        return match authored.and_then(|authored| authored.make(dates, limits, &mut findings)) {
            Some(made) => Ok(Published {
                bytes: made.text.into_bytes(),
                loaded: made.loaded,
                findings,
                tables: Some(made.tables),
            }),
            None => Err(Refused { exit: FAULTY, findings }),
        };
    }
    let (name, bytes) = match path {
        None => (shown(None), builtin()),
        Some(file) => (input::shown(file), input::read(file, limits.bytes).map_err(|error| cannot(file, error))?),
    };
    let _shown = progress::reading(&name, bytes.len());
    match query::check(&bytes, limits) {
        Ok(loaded) => {
            let findings = Finding::of_report(&loaded.report, &name);
            Ok(Published { bytes, loaded, findings, tables: None })
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
