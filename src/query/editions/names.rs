//! What items are called, and their ids in the links of others.

use crate::{
    load::format::{Kind, Shape},
    model::tree::Value,
};

use super::fields::words;

/// The id of an item; empty without one.
pub(super) fn id_of(item: &Value) -> String {
    item.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The fields that name items, the best first.
const NAMES: [&str; 8] = ["title", "name", "term", "label", "ask", "text", "who", "category"];

/// What an item is called, after the title of the item it is inside; empty where nothing names it.
pub(super) fn title(shape: &Shape, item: &Value, around: &str) -> String {
    let named = NAMES.iter().map(|name| text_in(item.get(name))).find(|name| !name.is_empty());
    let own = named.unwrap_or_else(|| {
        let key = ["stage", "date", "kind", "on"].iter().find_map(|name| item.get(name));
        key.map(|key| words(key.get("value").unwrap_or(key))).unwrap_or_else(|| shape.name.to_owned())
    });
    if around.is_empty() { own } else { format!("{around}: {own}") }
}

/// A text in English, else in any language; empty without any.
pub(super) fn text_in(tree: Option<&Value>) -> String {
    let Some(Value::Object(versions)) = tree else { return String::new() };
    let best = versions.get("en").or(versions.entries().first().map(|(_, wording)| wording));
    let best = best.and_then(|wording| wording.get("text").unwrap_or(wording).as_str());
    best.unwrap_or_default().to_owned()
}

/// Gives the links in an object the new ids of the items they lead to.
pub(super) fn rename<'a>(shape: &Shape, object: &mut Value, now: &dyn Fn(&str) -> Option<&'a str>) {
    let Value::Object(map) = object else { return };
    map.retain(&mut |name, value| {
        if let Some(field) = shape.field(name) {
            rename_in(&field.kind, value, now);
        }
        true
    });
}

fn rename_in<'a>(kind: &Kind, value: &mut Value, now: &dyn Fn(&str) -> Option<&'a str>) {
    match (kind, value) {
        (Kind::Ref(_) | Kind::Citation, Value::String(id)) => {
            if let Some(now) = now(id) {
                *id = now.to_owned();
            }
        }
        (Kind::Citation, Value::Object(map)) => {
            if let Some(id) = map.get_mut("id") {
                rename_in(&Kind::Citation, id, now);
            }
        }
        (Kind::List(inner) | Kind::OneOrMany(inner), Value::Array(values)) => {
            values.iter_mut().for_each(|value| rename_in(inner, value, now));
        }
        (Kind::Object(shape), value) => rename(shape, value, now),
        // Dates and numbers with evidence of their own.
        (Kind::DateFact | Kind::NumberFact, Value::Object(map)) => {
            if let Some(sources) = map.get_mut("sources") {
                rename_in(&Kind::List(&Kind::Citation), sources, now);
            }
            if let Some(others) = map.get_mut("alternatives") {
                rename_in(&Kind::List(&Kind::DateFact), others, now);
            }
        }
        _ => {}
    }
}
