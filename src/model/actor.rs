//! Who acts.

use serde::Deserialize;

use super::{Id, Text};

/// An authority, body, company or other organisation.
#[derive(Clone, Debug, Deserialize)]
pub struct Actor {
    /// Its name.
    pub name: Text,
    /// One of [`crate::load::format::ACTOR_KINDS`].
    pub kind: Option<Box<str>>,
    /// Where its headquarters are.
    pub seat: Option<Text>,
    /// The body it belongs to.
    pub parent: Option<Id>,
    /// What it is.
    pub description: Option<Text>,
}
