//! Ids: the names by which items are linked, selected and found again.

use std::{borrow::Borrow, fmt, ops::Deref, sync::Arc};

use super::tree::{FromTree, Value};

/// The id of one item, unique in its briefing: `[a-z0-9]+([._-][a-z0-9]+)*`. Cheap to clone.
///
/// ```
/// use annals::model::Id;
/// assert!(Id::is_valid("ccc.catalogue.products.2019"));
/// assert!(!Id::is_valid("CCC 2019"));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Id(Arc<str>);

impl Id {
    /// Whether `text` follows the grammar of ids.
    pub fn is_valid(text: &str) -> bool {
        // A mark stands between two others; before the first one is as after a mark.
        let mut after_mark = true;
        let fits = text.bytes().all(|byte| {
            let is_mark = matches!(byte, b'.' | b'_' | b'-');
            let fits = if is_mark { !after_mark } else { byte.is_ascii_lowercase() || byte.is_ascii_digit() };
            after_mark = is_mark;
            fits
        });
        fits && !after_mark
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Id(text.into())
    }
}

impl FromTree for Id {
    fn from_tree(tree: &Value) -> Option<Self> {
        tree.as_str().map(Id::from)
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "#{}", self.0)
    }
}
