//! What every item has in common.

use std::ops::Deref;

use super::{
    Citation, Confidence, Edtf, Grade, Id, Text,
    tree::{Fields, FromTree, Value, one_of},
};

/// One item of a briefing: what all have in common, and what is its own. Reads like its body.
#[derive(Clone, Debug)]
pub struct Item<T> {
    /// Id, evidence and remarks.
    pub meta: Meta,
    /// The fields of its kind.
    pub body: T,
}

/// What every item has.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// Unique in the briefing; made from the place where the document gives none.
    pub id: Id,
    /// Former ids, under which links still find the item; may be empty.
    pub aliases: Vec<Id>,
    /// What the item rests on; may be empty.
    pub sources: Vec<Citation>,
    /// How it is known.
    pub grade: Option<Grade>,
    /// How sure it is.
    pub confidence: Option<Confidence>,
    /// A remark.
    pub note: Option<Text>,
    /// Free words to group by; may be empty.
    pub tags: Vec<Box<str>>,
    /// When it was entered.
    pub recorded_on: Option<Edtf>,
    /// Who may see it.
    pub visibility: Visibility,
}

/// Who may see an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Visibility {
    /// Everyone.
    #[default]
    Public,
    /// The authors; left out when published.
    Internal,
}

impl Visibility {
    /// All, with the word of the data format.
    pub const ALL: [(Visibility, &str); 2] = [(Visibility::Public, "public"), (Visibility::Internal, "internal")];

    /// The word of the data format.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

impl FromTree for Visibility {
    fn from_tree(tree: &Value) -> Option<Self> {
        one_of(tree, &Self::ALL)
    }
}

impl<T> Deref for Item<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

impl<T: FromTree> FromTree for Item<T> {
    fn from_tree(tree: &Value) -> Option<Self> {
        Some(Item { meta: Meta::from_tree(tree)?, body: T::from_tree(tree)? })
    }
}

impl FromTree for Meta {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Meta {
            id: fields.or_default("id"),
            aliases: fields.or_default("aliases"),
            sources: fields.or_default("sources"),
            grade: fields.may("grade"),
            confidence: fields.may("confidence"),
            note: fields.may("note"),
            tags: fields.or_default("tags"),
            recorded_on: fields.may("recorded_on"),
            visibility: fields.or_default("visibility"),
        };
        fields.whole(read)
    }
}
