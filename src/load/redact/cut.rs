//! Cutting out what goes, with the references to it.

use std::collections::BTreeMap;

use super::{
    gone::{ANYTHING, Gone, element_made, id_of, inner_made, kind_of},
    texts,
};
use crate::{
    load::format::{Kind, Shape},
    model::{
        Id,
        tree::{Map, Value},
    },
};

/// Cuts, and counts what was cut.
pub(super) struct Cut<'a> {
    gone: &'a Gone,
    pub items: BTreeMap<&'static str, usize>,
    pub values: usize,
    pub references: usize,
}

/// Whether an object is marked as not for others. Whatever is not clearly public is not.
pub(super) fn is_marked(map: &Map) -> bool {
    match map.get("visibility") {
        None | Some(Value::Null) => false,
        Some(mark) => mark.as_str() != Some("public"),
    }
}

impl<'a> Cut<'a> {
    pub fn new(gone: &'a Gone) -> Self {
        Cut { gone, items: BTreeMap::new(), values: 0, references: 0 }
    }

    /// Counts a value that goes as a whole.
    pub fn tell_gone(&mut self, kind: &Kind, value: &Value) {
        match (kind, value) {
            (Kind::Object(shape), Value::Object(_)) if shape.item => *self.items.entry(shape.name).or_default() += 1,
            (Kind::Ref(_) | Kind::Citation, _) => self.references += 1,
            // A relation, a shown value or a part of a page that leads to what is gone.
            (Kind::Object(shape), Value::Object(map)) if !shape.name.is_empty() && !is_marked(map) => {
                self.references += 1;
            }
            (Kind::OneOrMany(inner), _) => self.tell_gone(inner, value),
            _ => self.values += 1,
        }
    }

    /// Cuts within a value that stays.
    pub fn value(&mut self, kind: &Kind, value: &mut Value, made: &str) {
        match (kind, value) {
            (Kind::Object(shape), Value::Object(map)) => self.object(shape, map, made),
            (Kind::Citation, Value::Object(map)) => self.object(&crate::load::format::CITATION, map, made),
            (Kind::List(inner) | Kind::OneOrMany(inner), Value::Array(values)) => self.list(inner, values, made),
            (Kind::Id | Kind::Uri | Kind::Language | Kind::Date, _) => {}
            (_, Value::Object(map)) => self.fact(kind, map),
            (_, Value::Array(values)) => self.list(&ANYTHING, values, made),
            (_, Value::String(text)) => self.references += texts::without_values(text, self.gone),
            _ => {}
        }
    }

    fn object(&mut self, shape: &'static Shape, map: &mut Map, made: &str) {
        let id = id_of(map, made);
        map.retain(&mut |name, value| {
            let kind = kind_of(shape, name);
            let inner = inner_made(&kind, &id);
            if self.gone.goes(&kind, value, &inner) {
                self.tell_gone(&kind, value);
                return false;
            }
            if shape.field(name).is_none() && self.is_gone_word(value) {
                return false;
            }
            if shape.name == "step" && name == "link" {
                let Value::String(link) = value else { return true };
                let (kept, cut) = texts::without_ids(link, self.gone);
                self.references += cut;
                *link = kept;
                return cut == 0 || !link.is_empty();
            }
            self.value(&kind, value, &inner);
            true
        });
    }

    /// A text in several languages, or a value with what it rests on.
    fn fact(&mut self, kind: &Kind, map: &mut Map) {
        map.retain(&mut |name, value| {
            let inner = match name {
                "sources" => Kind::List(&Kind::Citation),
                "alternatives" => ANYTHING,
                "text" | "note" => Kind::Text,
                _ if matches!(kind, Kind::Text | Kind::Markdown) => Kind::Text,
                _ => ANYTHING,
            };
            if self.gone.goes(&inner, value, "") {
                self.tell_gone(&inner, value);
                return false;
            }
            self.value(&inner, value, "");
            true
        });
    }

    fn list(&mut self, inner: &Kind, values: &mut Vec<Value>, made: &str) {
        let (mut at, mut shifted) = (0, false);
        values.retain_mut(|value| {
            let made = element_made(inner, value, made, at);
            at += 1;
            if self.gone.goes(inner, value, &made) {
                self.tell_gone(inner, value);
                shifted = true;
                return false;
            }
            if matches!(inner, Kind::Word | Kind::Id) && self.is_gone_word(value) {
                return false;
            }
            if matches!(inner, Kind::Object(shape) if shape.name.is_empty()) && self.is_gone_word(value) {
                return false;
            }
            if shifted {
                keep_id(inner, value, &made, self.gone);
            }
            self.value(inner, value, &made);
            true
        });
    }

    /// Whether a word is the id of something gone; it is counted.
    fn is_gone_word(&mut self, value: &Value) -> bool {
        let is_gone = value.as_str().is_some_and(|word| self.gone.has(word));
        self.references += usize::from(is_gone);
        is_gone
    }
}

/// Writes down the id that was made for an item from its place, which is another one now: links to it go on to lead there.
pub(super) fn keep_id(kind: &Kind, value: &mut Value, made: &str, gone: &Gone) {
    let (Kind::Object(shape), Value::Object(map)) = (kind, value) else { return };
    let has_own = map.get("id").and_then(Value::as_str).is_some_and(Id::is_valid);
    if !shape.item || has_own || map.contains_key("id") || gone.is_own(made) || !Id::is_valid(made) {
        return;
    }
    let mut entries = vec![("id".into(), Value::String(made.to_owned()))];
    entries.extend(map.entries().iter().cloned());
    *map = Map::new(entries);
}
