//! What of a briefing may leave the house.

use std::collections::BTreeSet;

use serde_json::Value;

/// Fields whose text is the id of something else.
const REFERENCES: [&str; 10] =
    ["actor", "event", "instrument", "meeting", "parent", "series", "source", "target", "track", "catalogue"];
/// Fields whose lists hold words, not ids.
const WORDS: [&str; 6] = ["tags", "topics", "codes", "languages", "aliases", "agenda"];

/// Removes what is marked `visibility: internal`, and what refers to it. Whether anything was removed.
pub fn public(document: &mut Value) -> bool {
    let mut removed = BTreeSet::new();
    let found = remove_internal(document, &mut removed);
    remove_references(document, &removed);
    found
}

fn is_internal(value: &Value) -> bool {
    value.get("visibility").and_then(Value::as_str) == Some("internal")
}

fn remove_internal(value: &mut Value, removed: &mut BTreeSet<String>) -> bool {
    let mut found = false;
    match value {
        Value::Array(items) => {
            items.iter().filter(|item| is_internal(item)).for_each(|item| ids(item, removed));
            let before = items.len();
            items.retain(|item| !is_internal(item));
            found |= items.len() < before;
            for item in items {
                found |= remove_internal(item, removed);
            }
        }
        Value::Object(fields) => {
            let before = fields.len();
            fields.retain(|_, field| !is_internal(field));
            found |= fields.len() < before;
            for field in fields.values_mut() {
                found |= remove_internal(field, removed);
            }
        }
        _ => {}
    }
    found
}

/// The ids of an item and of all within it that is no reference.
fn ids(item: &Value, into: &mut BTreeSet<String>) {
    let Value::Object(fields) = item else { return };
    into.extend(fields.get("id").and_then(Value::as_str).map(str::to_owned));
    for name in ["stages", "observations", "entries", "versions", "groups", "totals", "organisations"] {
        fields.get(name).and_then(Value::as_array).into_iter().flatten().for_each(|part| ids(part, into));
    }
}

fn remove_references(value: &mut Value, removed: &BTreeSet<String>) {
    if removed.is_empty() {
        return;
    }
    let is_gone = |value: &Value| value.as_str().is_some_and(|text| removed.contains(text));
    match value {
        Value::Array(items) => {
            items.retain(|item| !is_gone(item) && !item.get("id").is_some_and(is_gone));
            items.iter_mut().for_each(|item| remove_references(item, removed));
        }
        Value::Object(fields) => {
            fields.retain(|name, field| !(REFERENCES.contains(&name.as_str()) && is_gone(field)));
            let lists = fields.iter_mut().filter(|(name, _)| !WORDS.contains(&name.as_str()));
            lists.for_each(|(_, field)| remove_references(field, removed));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::public;
    use serde_json::json;

    #[test]
    fn internal_items_and_references_to_them_go() {
        let mut document = json!({
            "tracks": [{"id": "t", "visibility": "internal"}, {"id": "u"}],
            "sources": [{"id": "s", "visibility": "internal"}, {"id": "r", "visibility": "public"}],
            "events": [
                {"id": "a", "track": "t", "tags": ["s"], "sources": ["s", {"id": "s", "quote": "secret"}, "r"]},
                {"id": "b", "visibility": "internal", "title": "secret"},
            ],
            "series": [{"id": "x", "observations": [{"id": "o", "visibility": "internal", "value": 7}, {"id": "p"}]}],
        });
        assert!(public(&mut document));
        assert_eq!(
            document,
            json!({
                "tracks": [{"id": "u"}],
                "sources": [{"id": "r", "visibility": "public"}],
                "events": [{"id": "a", "tags": ["s"], "sources": ["r"]}],
                "series": [{"id": "x", "observations": [{"id": "p"}]}],
            })
        );
        assert!(!public(&mut document));
    }
}
