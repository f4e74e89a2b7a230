//! From bytes to a checked briefing. [`load`] is the one door; [`Loader`] is the same in slices of work.
//!
//! A document that cannot be read at all is a [`LoadError`]. Everything else is a finding in the [`Report`]: a bad
//! optional field is taken out, a bad required one leaves its item out, good items show.
//!
//! The bytes are scanned once (`scan`), cut into the fields of the card and the items of the parts (`document`), and
//! decoded one item at a time (`loader`, `tree`), so that memory holds the text and the typed briefing, never a second
//! tree of the whole. Each item is checked along its shape (`check`, with `values`, `evidence`, `references`, `rules`)
//! and then read into its type. Links to items that come later are settled at the end, by walking the items concerned a
//! second time. Places in the text are looked up only for findings (`locate`).
//!
//! ```
//! let json = br#"{"annals":1,"id":"x","title":"X","events":[{"id":"e1","date":"2019-10-17","title":"Meeting"}]}"#;
//! let loaded = annals::load::load(json).unwrap();
//! assert_eq!(loaded.briefing.events.len(), 1);
//! assert!(annals::load::load(b"<!doctype html>").is_err());
//! ```

#[cfg(not(target_arch = "wasm32"))]
mod added;
mod card;
mod check;
mod dates;
mod defaults;
mod diagnostic;
mod document;
mod evidence;
mod findings;
pub mod fingerprint;
pub mod format;
mod ids;
pub mod link;
mod loader;
mod locate;
mod parents;
mod parts;
mod references;
mod rules;
mod scan;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod spelling;
#[cfg(test)]
mod tests;
mod tree;
mod units;
mod values;

use std::borrow::Cow;

use crate::model::Briefing;
use document::Reader;

#[cfg(not(target_arch = "wasm32"))]
pub use added::{Added, places};
pub use diagnostic::{
    Args, Code, Diagnostic, LeftOut, LoadCode, LoadError, MOST_PER_CODE, Place, Report, Severity, shortened,
};
pub use loader::Loader;
pub use locate::Token;

/// How much is read.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Size of the document; below 4 GiB.
    pub bytes: usize,
    /// Brackets inside brackets.
    pub depth: usize,
    /// Bytes of one string, as written.
    pub string: usize,
    /// Keys of the top-level object.
    pub keys: usize,
    /// Items of one list directly below the top.
    pub events: usize,
    /// Values in one item, everything inside it counted.
    pub values: usize,
    /// Findings of one code that are listed; the rest are counted.
    pub findings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            bytes: 512 << 20,
            depth: 64,
            string: 1 << 20,
            keys: 10_000,
            events: 1_000_000,
            values: 4_000_000,
            findings: MOST_PER_CODE,
        }
    }
}

/// A briefing and what was found in it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What is good.
    pub briefing: Briefing,
    /// What is not.
    pub report: Report,
}

/// How far loading has come, in items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
}

impl Progress {
    /// Whether nothing is left to do.
    pub fn is_done(self) -> bool {
        self.done >= self.total
    }
}

/// Loads a document in one go.
///
/// # Errors
///
/// When it is not a document at all; see [`LoadCode`].
pub fn load(bytes: &[u8]) -> Result<Loaded, LoadError> {
    load_within(bytes, Limits::default())
}

/// Loads a document in one go, within these limits.
///
/// # Errors
///
/// As [`load`].
pub fn load_within(bytes: &[u8], limits: Limits) -> Result<Loaded, LoadError> {
    Ok(Scan::new(bytes, limits)?.into_loader()?.finish())
}

/// The first half of loading, in slices: scans the bytes, then becomes a [`Loader`].
pub struct Scan<'a> {
    bytes: Cow<'a, [u8]>,
    reader: Reader,
    limits: Limits,
}

impl<'a> Scan<'a> {
    /// Looks at the size and the first bytes.
    ///
    /// # Errors
    ///
    /// When they say that this is no document.
    pub fn new(bytes: impl Into<Cow<'a, [u8]>>, limits: Limits) -> Result<Self, LoadError> {
        let bytes = bytes.into();
        let limits = Limits { bytes: limits.bytes.min(u32::MAX as usize), ..limits };
        Ok(Scan { reader: Reader::new(&bytes, limits)?, bytes, limits })
    }

    /// Scans about `budget` bytes more; true when done.
    ///
    /// # Errors
    ///
    /// When this is not JSON in UTF-8, or beyond the limits.
    pub fn step(&mut self, budget: usize) -> Result<bool, LoadError> {
        self.reader.step(&self.bytes, budget)
    }

    /// The second half of loading; scans what is left.
    ///
    /// # Errors
    ///
    /// As [`Scan::step`], and when this is not a briefing or one in a newer format.
    pub fn into_loader(mut self) -> Result<Loader<'a>, LoadError> {
        while !self.step(usize::MAX)? {}
        let document = self.reader.finish(&self.bytes)?;
        Ok(Loader::cut(self.bytes, document, self.limits))
    }
}
