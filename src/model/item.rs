//! What every item has in common.

use std::ops::Deref;

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error},
};
use serde_json::Value;

use super::{Citation, Confidence, Edtf, Grade, Id, Text};

/// One item of a briefing: what all have in common, and what is its own. Reads like its body.
#[derive(Clone, Debug)]
pub struct Item<T> {
    /// Id, evidence and remarks.
    pub meta: Meta,
    /// The fields of its kind.
    pub body: T,
}

/// What every item has.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    /// Everyone.
    #[default]
    Public,
    /// The authors; left out when published.
    Internal,
}

impl<T> Deref for Item<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

impl<T: DeserializeOwned> Item<T> {
    /// Reads an item from a tree of JSON values.
    ///
    /// # Errors
    ///
    /// When it does not fit the type; after the checks of [`crate::load`] it does.
    pub fn from_tree(tree: Value) -> Result<Self, serde_json::Error> {
        // Read twice from the tree: flattening would buffer each field and cost more code in the page.
        let meta = Meta::deserialize(&tree)?;
        Ok(Item { meta, body: T::deserialize(tree)? })
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Item<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        Item::from_tree(Value::deserialize(input)?).map_err(D::Error::custom)
    }
}
