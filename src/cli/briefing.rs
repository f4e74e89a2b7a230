//! The briefing that a command publishes: a file, a folder of tables, or the one built in.

use std::{fmt, path::Path};

use super::{
    FAULTY, MISUSE,
    finding::Finding,
    import::{make, read_folder, unreadable},
    input, output, progress,
};
use crate::{
    export::builtin_tables,
    load::{Limits, Loaded, redact::redact},
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
        self.findings.extend(super::redact::mentions(&redacted, &name, path.is_some_and(Path::is_dir)));
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

/// Reads the briefing at `path`: a JSON file, a folder of tables, `-` for standard input; without a path the built-in
/// one.
///
/// # Errors
///
/// When it cannot be read or is no briefing at all.
pub fn read(path: Option<&Path>, limits: Limits) -> Result<Published, Refused> {
    let cannot = |path: &Path, error| Refused { exit: MISUSE, findings: vec![unreadable(path, &error)] };
    if let Some(folder) = path.filter(|path| path.is_dir()) {
        let mut findings = Vec::new();
        let sheets = read_folder(folder, &mut findings).map_err(|(path, error)| cannot(&path, error))?;
        return match make(folder, &sheets, limits, &mut findings) {
            Some((text, loaded)) => Ok(Published { bytes: text.into_bytes(), loaded, findings }),
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
            Ok(Published { bytes, loaded, findings })
        }
        Err(error) => Err(Refused { exit: FAULTY, findings: vec![Finding::of_error(&error, &name)] }),
    }
}

/// The built-in briefing as a JSON document, made from its tables.
pub fn builtin() -> Vec<u8> {
    let read = |(name, bytes): &(&str, &[u8])| csv::read(name.trim_end_matches(".csv"), bytes).0;
    let sheets: Vec<_> = builtin_tables().iter().filter_map(read).collect();
    tables::json::print(&tables::document(&sheets).document).into_bytes()
}
