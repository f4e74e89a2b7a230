//! What the description of the format is made of: kinds, fields, shapes.

use super::COMMON;

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A plain string.
    Word,
    /// A string in the first language, or a map from language tag to string or `{text, translator, state}`.
    Text,
    /// A text in the Markdown subset.
    Markdown,
    /// An address: https or mailto; http only in sources.
    Uri,
    /// An EDTF date.
    Date,
    /// An EDTF date, bare or as `{value, sources, grade, confidence, note, alternatives}`.
    DateFact,
    /// A number.
    Number,
    /// A number, bare or as `{value, sources, grade, confidence, note, alternatives}`.
    NumberFact,
    /// True or false.
    Bool,
    /// A BCP 47 language tag.
    Language,
    /// The item's own id.
    Id,
    /// The id of an item in one of the named parts; of any item when none is named.
    Ref(&'static [&'static str]),
    /// One of the given words.
    Choice(&'static [&'static str]),
    /// One of the given words, or another one with a warning.
    OpenChoice(&'static [&'static str]),
    /// A source id, or `{id, locator, quote, language, translator}`.
    Citation,
    /// A list.
    List(&'static Kind),
    /// One value or a list of them.
    OneOrMany(&'static Kind),
    /// An object.
    Object(&'static Shape),
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its key.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether its object is left out without it.
    pub required: bool,
    /// What it means; empty in the page.
    pub about: &'static str,
}

/// The fields of one sort of object.
#[derive(Debug)]
pub struct Shape {
    /// Its name in the JSON Schema.
    pub name: &'static str,
    /// What it is; empty in the page.
    pub about: &'static str,
    /// Whether it is an item: has an id and the [`COMMON`] fields.
    pub item: bool,
    /// Its own fields, in the order of writing.
    pub fields: &'static [Field],
}

impl Shape {
    /// The field named `name`, common ones included.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        let common: &'static [Field] = if self.item { COMMON } else { &[] };
        self.fields.iter().chain(common).find(|field| field.name == name)
    }

    /// The field that names one item among its neighbours, from which an id is made when none is given.
    pub fn key_field(&self) -> Option<&'static str> {
        match self.name {
            "stage" => Some("stage"),
            "observation" | "version" => Some("date"),
            _ => None,
        }
    }

    /// All fields: id, own, common.
    pub fn all_fields(&self) -> impl Iterator<Item = &'static Field> {
        let common: &'static [Field] = if self.item { COMMON } else { &[] };
        let (id, rest) = common.split_at(usize::from(self.item));
        id.iter().chain(self.fields).chain(rest)
    }
}

/// A field that may be absent.
pub(super) const fn may(name: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { name, kind, required: false, about: native(about) }
}

/// A field without which its object is left out.
pub(super) const fn must(name: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { name, kind, required: true, about: native(about) }
}

/// What things mean is for the schema and the tables; the page leaves it out to be small.
pub(super) const fn native(about: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { about }
}
