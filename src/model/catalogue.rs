//! Catalogues and their versions.

use super::{
    Edtf, Fact, Id, Item, Text,
    tree::{Fields, FromTree, Value, one_of},
};

/// A list that authorities keep and change, version by version.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// Its title.
    pub title: Text,
    /// Its versions, in the order of the document; may be empty.
    pub versions: Vec<Item<CatalogueVersion>>,
}

impl FromTree for Catalogue {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Catalogue { title: fields.must("title")?, versions: fields.or_default("versions") };
        fields.whole(read)
    }
}

/// One edition of a catalogue, or one list of changes to it.
#[derive(Clone, Debug)]
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
    pub entries: Vec<Item<Entry>>,
}

impl FromTree for CatalogueVersion {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = CatalogueVersion {
            title: fields.must("title")?,
            basis: fields.must("basis")?,
            date: fields.may("date"),
            instrument: fields.may("instrument"),
            stated_total: fields.may("stated_total"),
            entries: fields.or_default("entries"),
        };
        fields.whole(read)
    }
}

/// How much of the catalogue a version records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The whole catalogue.
    Full,
    /// A whole catalogue of which only part is recorded.
    Partial,
    /// A list of changes.
    Delta,
}

impl Basis {
    /// All, with the word of the data format.
    pub const ALL: [(Basis, &str); 3] = [(Basis::Full, "full"), (Basis::Partial, "partial"), (Basis::Delta, "delta")];

    /// The word of the data format.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

impl FromTree for Basis {
    fn from_tree(tree: &Value) -> Option<Self> {
        one_of(tree, &Self::ALL)
    }
}

/// One line of a catalogue.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Product codes; may be empty.
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

impl FromTree for Entry {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Entry {
            codes: fields.or_default("codes"),
            category: fields.may("category"),
            category_number: fields.may("category_number"),
            title: fields.may("title"),
            regime: fields.may("regime"),
            change: fields.may("change"),
            count: fields.may("count"),
        };
        fields.whole(read)
    }
}
