//! What changed between two editions of a briefing.
//!
//! Items are the same by their id, also where one has the other's id as a former one (`aliases`). What both have is compared
//! field by field, in the form of [`super::canonical`]; items inside others (stages, observations, entries …) are items of
//! their own. That something moved within a list is no change, nor that other items name a renamed one by its new id.
//!
//! Ids that were made from places move with the places; such items are the same first by what they say. The views and figures
//! that a briefing without any is given are not compared.

mod fields;
mod names;
mod pair;

use crate::{
    load::format::{DOCUMENT, Field, Kind, Shape},
    model::{
        Briefing, Register,
        tree::{Map, Value},
    },
};

use super::canonical::{Canonical, each_item};
use pair::{Entry, pair};

/// What happened to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Edit {
    Added,
    Removed,
    Changed,
}

/// One field of an item that is on both sides. A list gives one of these for each element that came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name in the data format; with dots for what is inside: `date.sources`, `title.translator`.
    pub field: String,
    /// Of a text: which language.
    pub language: Option<String>,
    /// What stood there; `None` if nothing did.
    pub old: Option<String>,
    /// What stands there; `None` if nothing does.
    pub new: Option<String>,
}

/// An item that is new, gone or changed. Items inside a new or removed one go with it and are not told by themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// What happened.
    pub edit: Edit,
    /// The list it is in, as the data format names it: `events`, `stages`; `card` for the card.
    pub part: &'static str,
    /// Its id; of a removed item the last one.
    pub id: String,
    /// Its id in the old edition, where that was another.
    pub was_id: Option<String>,
    /// The id of the item it is inside.
    pub within: Option<String>,
    /// What it is called, in English where there is English; with the title of the item it is inside.
    pub title: String,
    /// What changed in it, in the order of the data format; empty unless it is changed. An item may be changed in its id alone.
    pub fields: Vec<FieldChange>,
}

/// All changes, grouped by list in the order of the data format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Items in the order of the new edition; removed ones after the others of their list.
    pub items: Vec<ItemChange>,
}

impl Changed {
    /// How many items were added, removed or changed.
    pub fn count(&self, edit: Edit) -> usize {
        self.items.iter().filter(|item| item.edit == edit).count()
    }

    /// The changes list by list.
    pub fn by_part(&self) -> impl Iterator<Item = &[ItemChange]> {
        self.items.chunk_by(|a, b| a.part == b.part)
    }
}

/// Compares two editions. Takes time in proportion to their size.
///
/// ```
/// use annals::{load::load, query::editions::{Edit, changed}};
/// let edition = |date: &str| {
///     let json = format!(r#"{{"annals":1,"id":"x","title":"X","events":[{{"id":"e1","title":"Talks","date":"{date}"}}]}}"#);
///     load(json.as_bytes()).unwrap().briefing
/// };
/// let changes = changed(&edition("2026-01-10"), &edition("2026-02-10"));
/// assert_eq!((changes.count(Edit::Changed), changes.items[0].id.as_str()), (1, "e1"));
/// assert_eq!(changes.items[0].fields[0].new.as_deref(), Some("2026-02-10"));
/// ```
pub fn changed(old: &Briefing, new: &Briefing) -> Changed {
    let (mut old, new) = (Edition::new(old), Edition::new(new));
    let (items, renamed) = compare(&old, &new);
    if renamed.is_empty() {
        return Changed { items };
    }
    // With the new names in the links of the old edition, only true changes are left.
    let mut names = Register::default();
    let mut now = Vec::new();
    for (was, is) in renamed {
        if names.enter(&was) == now.len() {
            now.push(is);
        }
    }
    let rename = |id: &str| names.find(id).map(|number| now[number].as_str());
    for (_, shape, items) in &mut old.parts {
        items.iter_mut().for_each(|item| names::rename(shape, item, &rename));
    }
    Changed { items: compare(&old, &new).0 }
}

/// A briefing as trees: the card, and the items of each part.
struct Edition {
    card: Value,
    parts: Vec<(&'static str, &'static Shape, Vec<Value>)>,
}

impl Edition {
    fn new(briefing: &Briefing) -> Edition {
        let first = briefing.card.first_language();
        let card = briefing.card.tree(first).unwrap_or(Value::Object(Map::default()));
        let mut parts: Vec<(&'static str, &'static Shape, Vec<Value>)> = Vec::new();
        for field in DOCUMENT.fields {
            if let Kind::List(Kind::Object(shape)) = field.kind {
                parts.extend(shape.item.then_some((field.name, *shape, Vec::new())));
            }
        }
        each_item(briefing, &mut |part, shape, meta, item| {
            let Some(tree) = item.tree(first) else { return };
            let Some((.., items)) = parts.iter_mut().find(|(name, ..)| *name == part) else { return };
            if !is_supplied(shape, &meta.id, &tree) {
                items.push(tree);
            }
        });
        Edition { card, parts }
    }
}

/// Whether it is a view or figure that the briefing did not state: views always state a title.
fn is_supplied(shape: &Shape, id: &str, tree: &Value) -> bool {
    match (shape.name, tree) {
        ("view", tree) => tree.get("title").is_none(),
        ("figure", Value::Object(map)) => {
            map.entries().len() == 2 && tree.get("kind").and_then(Value::as_str) == id.strip_prefix("figure.")
        }
        _ => false,
    }
}

/// The changes in order, and the ids that changed: old, new.
fn compare(old: &Edition, new: &Edition) -> (Vec<ItemChange>, Vec<(String, String)>) {
    let mut walk = Walk { changes: Vec::new(), renamed: Vec::new() };
    let card = names::text_in(new.card.get("title"));
    let around = Around { id: &names::id_of(&new.card), was: "", title: "" };
    let mut fields = Vec::new();
    for field in DOCUMENT.fields {
        let is_part = matches!(field.kind, Kind::List(Kind::Object(shape)) if shape.item);
        if !is_part {
            let path = field.name.to_owned();
            walk.field(field, (old.card.get(field.name), new.card.get(field.name)), path, around, &mut fields);
        }
    }
    if !fields.is_empty() {
        walk.changes.push(ItemChange {
            edit: Edit::Changed,
            part: "card",
            id: around.id.to_owned(),
            was_id: None,
            within: None,
            title: card,
            fields,
        });
    }
    for ((part, shape, before), (_, _, after)) in old.parts.iter().zip(&new.parts) {
        walk.items(part, shape, before, after, Around::default());
    }
    let order = lists();
    // A stable sort: items stay in their order.
    walk.changes.sort_by_key(|change| order.iter().position(|part| *part == change.part));
    (walk.changes, walk.renamed)
}

/// The lists of items in the order of the format, those inside items right after them; the card first.
fn lists() -> Vec<&'static str> {
    fn add(shape: &Shape, lists: &mut Vec<&'static str>) {
        for field in shape.fields {
            match field.kind {
                Kind::List(Kind::Object(inner)) if inner.item => {
                    lists.push(field.name);
                    add(inner, lists);
                }
                Kind::Object(inner) => add(inner, lists),
                _ => {}
            }
        }
    }
    let mut lists = vec!["card"];
    add(&DOCUMENT, &mut lists);
    lists
}

fn list(tree: Option<&Value>) -> &[Value] {
    tree.and_then(Value::as_array).unwrap_or_default()
}

/// The item that others are inside.
#[derive(Clone, Copy, Default)]
struct Around<'a> {
    id: &'a str,
    /// Its id in the old edition.
    was: &'a str,
    title: &'a str,
}

struct Walk {
    changes: Vec<ItemChange>,
    renamed: Vec<(String, String)>,
}

impl Walk {
    /// Compares two lists of items.
    fn items(&mut self, part: &'static str, shape: &'static Shape, old: &[Value], new: &[Value], around: Around) {
        let before: Vec<Entry> = old.iter().map(|item| Entry::new(part, shape, item, around.was)).collect();
        let after: Vec<Entry> = new.iter().map(|item| Entry::new(part, shape, item, around.id)).collect();
        let mut is_kept = vec![false; old.len()];
        let told = |edit, item: &Value| ItemChange {
            edit,
            part,
            id: names::id_of(item),
            was_id: None,
            within: Some(around.id.to_owned()).filter(|id| !id.is_empty()),
            title: names::title(shape, item, around.title),
            fields: Vec::new(),
        };
        for ((item, now), at) in new.iter().zip(&after).zip(pair(&before, &after)) {
            let Some(at) = at else {
                self.changes.push(told(Edit::Added, item));
                continue;
            };
            is_kept[at] = true;
            let mut change = told(Edit::Changed, item);
            let was = names::id_of(&old[at]);
            let around = Around { id: &change.id, was: &was, title: &change.title };
            let mut fields = Vec::new();
            self.fields(shape, (Some(&old[at]), Some(item)), "", around, &mut fields);
            change.fields = fields;
            // An id made from a place, or from the id of the item around, says nothing by itself.
            if was != change.id {
                self.renamed.push((was.clone(), change.id.clone()));
            }
            change.was_id = Some(was).filter(|_| before[at].key != now.key && !before[at].is_made);
            if !change.fields.is_empty() || change.was_id.is_some() {
                self.changes.push(change);
            }
        }
        let gone = old.iter().zip(is_kept).filter(|(_, is_kept)| !is_kept);
        self.changes.extend(gone.map(|(item, _)| told(Edit::Removed, item)));
    }

    /// Compares the fields of two objects; `path` is where they stand, with a dot at its end.
    fn fields(
        &mut self,
        shape: &'static Shape,
        (old, new): (Option<&Value>, Option<&Value>),
        path: &str,
        around: Around,
        found: &mut Vec<FieldChange>,
    ) {
        for field in shape.all_fields().filter(|field| !(shape.item && matches!(field.name, "id" | "aliases"))) {
            let pair = (old.and_then(|old| old.get(field.name)), new.and_then(|new| new.get(field.name)));
            self.field(field, pair, format!("{path}{}", field.name), around, found);
        }
    }

    fn field(
        &mut self,
        field: &'static Field,
        (old, new): (Option<&Value>, Option<&Value>),
        path: String,
        around: Around,
        found: &mut Vec<FieldChange>,
    ) {
        match field.kind {
            _ if old == new => {}
            Kind::List(Kind::Object(shape)) if shape.item => {
                self.items(field.name, shape, list(old), list(new), around);
            }
            Kind::Object(shape) => self.fields(shape, (old, new), &format!("{path}."), around, found),
            _ => fields::compare(&field.kind, (old, new), &path, found),
        }
    }
}
