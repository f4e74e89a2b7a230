//! Items as trees again: one form for each meaning, by which editions are compared and fingerprints made.
//!
//! The names are those of the data format. What is absent or has the value that absence stands for is left out; bare texts
//! stand under the briefing's first language, a value without evidence of its own is bare, a list is always a list. Dates
//! stay as written, numbers are as exact as they are held. Reading a tree gives the same item again.

mod hash;
mod items;

pub use hash::content_hash;

use crate::{
    load::format::{DOCUMENT, Kind, Shape},
    model::{
        AxisScale, Basis, Briefing, Citation, Confidence, Edtf, Fact, Grade, Id, Item, Meta, Presence, Qualifier,
        Stack, StageName, Text, TextState, Visibility,
        tree::{Map, Number, Value},
    },
};

/// What can be written as a tree.
pub trait Canonical {
    /// The tree, with bare texts under the language `first`. `None` for what a document leaves out.
    fn tree(&self, first: &str) -> Option<Value>;
}

/// Calls `tell` for each item of the parts: the name of the part, the shape of its items, what all items have, the item.
/// Always in the same order. Items inside others come with those.
pub fn each_item<'a>(
    briefing: &'a Briefing,
    tell: &mut dyn FnMut(&'static str, &'static Shape, &'a Meta, &'a dyn Canonical),
) {
    macro_rules! parts {
        ($($part:ident),*) => {
            let Briefing { card: _, $($part),* } = briefing;
            $(if let Some(shape) = shape_of(stringify!($part)) {
                $part.iter().for_each(|item| tell(stringify!($part), shape, &item.meta, item));
            })*
        };
    }
    parts!(
        corrections,
        sources,
        actors,
        tracks,
        events,
        instruments,
        series,
        targets,
        catalogues,
        meetings,
        positions,
        disputes,
        figures,
        views,
        story,
        glossary
    );
}

/// The shape of the items of a part.
fn shape_of(part: &str) -> Option<&'static Shape> {
    match DOCUMENT.field(part)?.kind {
        Kind::List(Kind::Object(shape)) => Some(shape),
        _ => None,
    }
}

/// An object of the fields that are there; `None` without any.
fn object(first: &str, fields: &[(&str, &dyn Canonical)]) -> Option<Value> {
    let mut entries: Vec<(Box<str>, Value)> = Vec::new();
    for (name, field) in fields {
        if let Some(tree) = field.tree(first) {
            entries.push(((*name).into(), tree));
        }
    }
    (!entries.is_empty()).then(|| Value::Object(Map::new(entries)))
}

fn word(word: &str) -> Option<Value> {
    Some(Value::String(word.to_owned()))
}

impl Canonical for bool {
    fn tree(&self, _: &str) -> Option<Value> {
        Some(Value::Bool(*self))
    }
}

impl Canonical for f64 {
    fn tree(&self, _: &str) -> Option<Value> {
        // There is one zero.
        Some(Value::Number(Number::Float(if *self == 0.0 { 0.0 } else { *self })))
    }
}

impl Canonical for Box<str> {
    fn tree(&self, _: &str) -> Option<Value> {
        word(self)
    }
}

impl Canonical for Id {
    fn tree(&self, _: &str) -> Option<Value> {
        word(self)
    }
}

impl Canonical for Edtf {
    fn tree(&self, _: &str) -> Option<Value> {
        word(self.as_str())
    }
}

impl<T: Canonical> Canonical for Option<T> {
    fn tree(&self, first: &str) -> Option<Value> {
        self.as_ref()?.tree(first)
    }
}

impl<T: Canonical> Canonical for Vec<T> {
    fn tree(&self, first: &str) -> Option<Value> {
        let trees: Vec<Value> = self.iter().filter_map(|one| one.tree(first)).collect();
        (!trees.is_empty()).then_some(Value::Array(trees))
    }
}

impl Canonical for Text {
    fn tree(&self, first: &str) -> Option<Value> {
        let versions = self.versions().iter().map(|version| {
            let lang = if version.lang.is_empty() { first } else { &version.lang };
            let is_plain = version.translator.is_none() && version.state.is_none();
            let wording = if is_plain {
                word(&version.text)
            } else {
                object(
                    first,
                    &[("text", &version.text), ("translator", &version.translator), ("state", &version.state)],
                )
            };
            (Box::from(lang), wording.unwrap_or(Value::Null))
        });
        let versions: Vec<_> = versions.collect();
        (!versions.is_empty()).then(|| Value::Object(Map::new(versions)))
    }
}

impl<T: Canonical> Canonical for Fact<T> {
    fn tree(&self, first: &str) -> Option<Value> {
        let value = self.value.tree(first)?;
        let evidence = self.evidence.as_deref().and_then(|evidence| {
            object(
                first,
                &[
                    ("sources", &evidence.sources),
                    ("grade", &evidence.grade),
                    ("confidence", &evidence.confidence),
                    ("note", &evidence.note),
                    ("alternatives", &evidence.alternatives),
                ],
            )
        });
        Some(match evidence {
            Some(Value::Object(mut map)) => {
                map.insert("value", value);
                Value::Object(map)
            }
            _ => value,
        })
    }
}

impl Canonical for Citation {
    fn tree(&self, first: &str) -> Option<Value> {
        let Citation { source, locator, quote, language, translator } = self;
        let is_bare = locator.is_none() && quote.is_none() && language.is_none() && translator.is_none();
        if is_bare {
            return source.tree(first);
        }
        object(
            first,
            &[
                ("id", source),
                ("locator", locator),
                ("quote", quote),
                ("language", language),
                ("translator", translator),
            ],
        )
    }
}

impl<T: Canonical> Canonical for Item<T> {
    fn tree(&self, first: &str) -> Option<Value> {
        let Meta { id, aliases, sources, grade, confidence, note, tags, recorded_on, visibility } = &self.meta;
        let common = object(
            first,
            &[
                ("id", id),
                ("aliases", aliases),
                ("sources", sources),
                ("grade", grade),
                ("confidence", confidence),
                ("note", note),
                ("tags", tags),
                ("recorded_on", recorded_on),
                ("visibility", visibility),
            ],
        )?;
        let mut members = Vec::new();
        for tree in [Some(common), self.body.tree(first)] {
            if let Some(Value::Object(mut map)) = tree {
                map.retain(&mut |name, value| {
                    members.push((name.into(), value.take()));
                    false
                });
            }
        }
        Some(Value::Object(Map::new(members)))
    }
}

macro_rules! words {
    ($($type:ty $(, but $default:path)?;)*) => {
        $(impl Canonical for $type {
            fn tree(&self, _: &str) -> Option<Value> {
                $(if matches!(self, $default) {
                    return None;
                })?
                let (_, name) = Self::ALL.iter().find(|(meant, _)| meant == self)?;
                word(name)
            }
        })*
    };
}

words! {
    Grade;
    Confidence;
    TextState;
    StageName;
    Basis;
    Presence;
    Qualifier, but Qualifier::Exact;
    Visibility, but Visibility::Public;
    Stack, but Stack::None;
    AxisScale, but AxisScale::Linear;
}
