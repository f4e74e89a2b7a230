//! What is left out: which ids, and which objects go because of that.

use std::collections::{HashMap, HashSet};

use super::cut::is_marked;
use crate::{
    load::{
        format::{Field, Kind, Shape},
        references::made_id,
    },
    model::{
        Id,
        tree::{Map, Value},
    },
};

/// The ids of what is left out, and the words by which a text would name it.
#[derive(Default)]
pub(super) struct Gone {
    ids: HashSet<String>,
    /// Ids that items have of their own, so that one that is made is not taken for them.
    own: HashSet<String>,
    /// Sources by id and former ids: the id.
    sources: HashMap<String, String>,
    titles: HashSet<String>,
    orphans: usize,
    unclear: HashSet<String>,
}

/// Sources that are cited, by what there was and by what stays.
#[derive(Default)]
pub(super) struct Cited {
    before: HashSet<String>,
    after: HashSet<String>,
}

impl Cited {
    pub fn before(&mut self, gone: &Gone, value: &Value) {
        gone.each_source(value, &mut self.before);
    }

    pub fn after(&mut self, gone: &Gone, value: &Value) {
        gone.each_source(value, &mut self.after);
    }
}

impl Gone {
    /// So many ids are gone.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether an item with this id is left out.
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// Whether an item has this id of its own.
    pub fn is_own(&self, id: &str) -> bool {
        self.own.contains(id)
    }

    /// The ids that are gone.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// Titles of what is gone.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.titles.iter().map(String::as_str)
    }

    /// How many sources went because nothing cites them any more.
    pub fn orphans(&self) -> usize {
        self.orphans
    }

    /// How many marks say neither `public` nor `internal`.
    pub fn unclear(&self) -> usize {
        self.unclear.len()
    }

    /// Notes the ids that stand in a value.
    pub fn note_own(&mut self, kind: &Kind, value: &Value) {
        if let (Kind::Object(Shape { name: "source", .. }), Some(id)) = (kind, value.get("id").and_then(Value::as_str))
        {
            let aliases = value.get("aliases").and_then(Value::as_array).unwrap_or_default();
            for known in aliases.iter().filter_map(Value::as_str).chain([id]) {
                self.sources.insert(known.to_owned(), id.to_owned());
            }
        }
        each_object(value, &mut |map| {
            if let Some(id) = map.get("id").and_then(Value::as_str) {
                self.own.insert(id.to_owned());
            }
        });
    }

    /// Notes what goes of a value.
    pub fn look(&mut self, kind: &Kind, value: &Value, made: &str) {
        if self.goes(kind, value, made) {
            self.take(kind, value, made);
            return;
        }
        match (kind, value) {
            (Kind::Object(shape), Value::Object(map)) => {
                let id = id_of(map, made);
                for (name, value) in map.entries() {
                    let kind = kind_of(shape, name);
                    self.look(&kind, value, &inner_made(&kind, &id));
                }
            }
            (Kind::List(inner) | Kind::OneOrMany(inner), Value::Array(values)) => {
                // `made` is the id of the item that holds the list.
                for (at, value) in values.iter().enumerate() {
                    self.look(inner, value, &element_made(inner, value, made, at));
                }
            }
            (_, Value::Array(values)) => values.iter().for_each(|value| self.look(&ANYTHING, value, "")),
            (_, Value::Object(map)) => {
                for (name, value) in map.entries() {
                    self.look(&kind_of(&UNKNOWN, name), value, "");
                }
            }
            _ => {}
        }
    }

    /// Whether a value goes as a whole.
    pub fn goes(&self, kind: &Kind, value: &Value, made: &str) -> bool {
        match (kind, value) {
            (Kind::Object(shape), Value::Object(map)) => self.object_goes(shape, map, made),
            (Kind::Ref(_) | Kind::Citation, Value::String(id)) => self.has(id),
            (Kind::Citation, Value::Object(map)) => is_marked(map) || refers(self, map, "id"),
            (Kind::Text | Kind::Markdown, Value::Object(map)) if !is_marked(map) => {
                let marked = |value: &Value| matches!(value, Value::Object(map) if is_marked(map));
                !map.is_empty() && map.entries().iter().all(|(_, value)| marked(value))
            }
            (Kind::OneOrMany(inner), value) if !matches!(value, Value::Array(_)) => self.goes(inner, value, made),
            (_, Value::Object(map)) => is_marked(map),
            _ => false,
        }
    }

    fn object_goes(&self, shape: &'static Shape, map: &Map, made: &str) -> bool {
        if is_marked(map) || shape.item && self.has(&id_of(map, made)) {
            return true;
        }
        let inner = |field: &Field, value| self.goes(&field.kind, value, &inner_made(&field.kind, &id_of(map, made)));
        let required = shape.fields.iter().filter(|field| field.required);
        if required.clone().any(|field| map.get(field.name).is_some_and(|value| inner(field, value))) {
            return true;
        }
        let empties = |name: &str| {
            let field = shape.field(name);
            let values = map.get(name).and_then(Value::as_array).unwrap_or_default();
            let Some(Kind::List(kind)) = field.map(|field| field.kind) else { return false };
            let element = |(at, value)| self.goes(kind, value, &element_made(kind, value, &id_of(map, made), at));
            !values.is_empty() && values.iter().enumerate().all(element)
        };
        match shape.name {
            // Without a limit it would show all of its sort.
            "figure" => ["items", "tracks", "series", "values", "views"].into_iter().any(empties),
            "view" => id_of(map, made) != "overview" && empties("parts"),
            "view-part" => refers(self, map, "figure") && map.get("text").is_none(),
            "correction" => refers(self, map, "on"),
            "dispute" => empties("on") || empties("claims"),
            _ => false,
        }
    }

    /// Notes the ids, titles and marks of a value that goes.
    fn take(&mut self, kind: &Kind, value: &Value, made: &str) {
        let Value::Object(map) = value else {
            if let (Kind::List(inner) | Kind::OneOrMany(inner), Value::Array(values)) = (kind, value) {
                for (at, value) in values.iter().enumerate() {
                    self.take(inner, value, &element_made(inner, value, made, at));
                }
            }
            return;
        };
        let shape = if let Kind::Object(shape) = kind { Some(*shape) } else { None };
        let id = id_of(map, made);
        // A citation, and what shows one value, name the id of another item.
        if shape.is_some_and(|shape| shape.item) {
            if !(self.own.contains(&id) && map.get("id").is_none()) {
                self.ids.insert(id.clone());
            }
            let aliases = map.get("aliases").and_then(Value::as_array).unwrap_or_default();
            let own = map.get("id").and_then(Value::as_str);
            self.ids.extend(aliases.iter().filter_map(Value::as_str).chain(own).map(str::to_owned));
            for name in ["title", "name", "label", "term", "number"] {
                map.get(name).into_iter().for_each(|text| wordings(text, &mut self.titles));
            }
        }
        if let Some(Value::String(mark)) = map.get("visibility")
            && mark != "internal"
        {
            self.unclear.insert(format!("{id} {mark}"));
        }
        for (name, value) in map.entries() {
            let kind = kind_of(shape.unwrap_or(&UNKNOWN), name);
            self.take(&kind, value, &inner_made(&kind, &id));
        }
    }

    /// The sources that a value cites.
    fn each_source(&self, value: &Value, found: &mut HashSet<String>) {
        match value {
            Value::String(text) => found.extend(self.sources.get(text.as_str()).cloned()),
            Value::Array(values) => values.iter().for_each(|value| self.each_source(value, found)),
            Value::Object(map) => {
                // A source does not cite itself.
                let own = map.get("id").and_then(Value::as_str).filter(|_| map.contains_key("title"));
                for (name, value) in map.entries() {
                    let is_own = own.is_some() && matches!(&**name, "id" | "aliases");
                    if !is_own {
                        self.each_source(value, found);
                    }
                }
            }
            _ => {}
        }
    }

    /// Leaves out the sources that nothing cites any more; whether there are any.
    pub fn add_sources(&mut self, cited: Cited) -> bool {
        let before = self.orphans;
        for id in cited.before.difference(&cited.after) {
            self.orphans += usize::from(self.ids.insert(id.clone()));
        }
        self.orphans > before
    }
}

/// Objects of which the format knows nothing.
const UNKNOWN: Shape = Shape { name: "", about: "", item: false, fields: &[] };
/// What the format knows nothing of.
pub(super) const ANYTHING: Kind = Kind::Object(&UNKNOWN);

/// What a field of an object is looked at as. Sources are citations everywhere.
pub(super) fn kind_of(shape: &'static Shape, name: &str) -> Kind {
    match shape.field(name) {
        Some(field) => field.kind,
        None if name == "sources" => Kind::List(&Kind::Citation),
        None => ANYTHING,
    }
}

/// The id of an item: its own, or the one that is made.
pub(super) fn id_of(map: &Map, made: &str) -> String {
    map.get("id").and_then(Value::as_str).filter(|id| Id::is_valid(id)).unwrap_or(made).to_owned()
}

/// What is handed on to a field: to lists the id of the item that holds them.
pub(super) fn inner_made(kind: &Kind, id: &str) -> String {
    match kind {
        Kind::Object(shape) if shape.item => format!("{id}.{}", shape.name),
        _ => id.to_owned(),
    }
}

/// The id that is made for an element of a list in the item `outer`.
pub(super) fn element_made(kind: &Kind, value: &Value, outer: &str, at: usize) -> String {
    match kind {
        Kind::Object(shape) if shape.item => made_id(shape, value, outer, at + 1),
        _ => outer.to_owned(),
    }
}

fn refers(gone: &Gone, map: &Map, name: &str) -> bool {
    map.get(name).and_then(Value::as_str).is_some_and(|id| gone.has(id))
}

/// All words of a text.
fn wordings(text: &Value, found: &mut HashSet<String>) {
    match text {
        Value::String(words) => drop(found.insert(words.trim().to_owned())),
        Value::Object(map) => {
            let standing = |name: &str| matches!(name, "translator" | "state");
            map.entries().iter().filter(|(name, _)| !standing(name)).for_each(|(_, value)| wordings(value, found));
        }
        _ => {}
    }
}

/// Calls `tell` for each object in a value, itself included.
fn each_object(value: &Value, tell: &mut dyn FnMut(&Map)) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| each_object(value, tell)),
        Value::Object(map) => {
            tell(map);
            map.entries().iter().for_each(|(_, value)| each_object(value, tell));
        }
        _ => {}
    }
}
