//! Catalogues and their versions.

use serde::Deserialize;

use super::{Edtf, Fact, Id, Item, Text};

/// A list that authorities keep and change, version by version.
#[derive(Clone, Debug, Deserialize)]
pub struct Catalogue {
    /// Its title.
    pub title: Text,
    /// Its versions, in the order of the document; may be empty.
    #[serde(default)]
    pub versions: Vec<Item<CatalogueVersion>>,
}

/// One edition of a catalogue, or one list of changes to it.
#[derive(Clone, Debug, Deserialize)]
pub struct CatalogueVersion {
    /// When it was announced.
    pub date: Option<Fact<Edtf>>,
    /// The act that announced it.
    pub instrument: Option<Id>,
    /// Its name.
    pub title: Text,
    /// How much of the catalogue it records.
    pub basis: Basis,
    /// The total that the source states, of this list.
    pub stated_total: Option<Fact<f64>>,
    /// What it lists; may be empty.
    #[serde(default)]
    pub entries: Vec<Item<Entry>>,
}

/// How much of the catalogue a version records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The whole catalogue.
    Full,
    /// A whole catalogue of which only part is recorded.
    Partial,
    /// A list of changes.
    Delta,
}

impl Basis {
    /// The word of the data format.
    pub fn word(self) -> &'static str {
        ["full", "partial", "delta"][self as usize]
    }
}

/// One line of a catalogue.
#[derive(Clone, Debug, Deserialize)]
pub struct Entry {
    /// Product codes; may be empty.
    #[serde(default)]
    pub codes: Vec<Box<str>>,
    /// Number and name of the category.
    pub category: Option<Text>,
    /// Number of the category, as printed.
    pub category_number: Option<Box<str>>,
    /// What is listed.
    pub title: Option<Text>,
    /// How conformity is assessed.
    pub regime: Option<Box<str>>,
    /// What happened to it in a list of changes.
    pub change: Option<Box<str>>,
    /// Number of products, where the line stands for several.
    pub count: Option<Fact<f64>>,
}
