//! Who acts.

use super::{
    Id, Text,
    tree::{Fields, FromTree, Value},
};

/// An authority, body, company or other organisation.
#[derive(Clone, Debug)]
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

impl FromTree for Actor {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Actor {
            name: fields.must("name")?,
            kind: fields.may("kind"),
            seat: fields.may("seat"),
            parent: fields.may("parent"),
            description: fields.may("description"),
        };
        fields.whole(read)
    }
}
