//! A smaller briefing: some items, and what they refer to.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// The lists of a briefing whose items stand for themselves.
const LISTS: [&str; 13] = [
    "actors",
    "tracks",
    "sources",
    "events",
    "instruments",
    "series",
    "targets",
    "catalogues",
    "meetings",
    "positions",
    "figures",
    "views",
    "story",
];

/// Keeps the items of these ids, and what they refer to, also over others. An id of a part, such as a stage, keeps the whole.
///
/// # Errors
///
/// An id that nothing has.
pub fn select(document: &mut Value, wanted: &[String]) -> Result<(), String> {
    // Which item an id stands in, as list and place.
    let mut homes: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    let items = |name: &str| document.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for list in LISTS {
        for (at, item) in items(list).iter().enumerate() {
            if let Some(id) = item.get("id").and_then(Value::as_str) {
                homes.insert(id, (list, at));
            }
        }
    }
    for list in LISTS {
        for (at, item) in items(list).iter().enumerate() {
            each_part(item, &mut |id| {
                homes.entry(id).or_insert((list, at));
            });
        }
    }
    let mut kept: BTreeSet<(&str, usize)> = BTreeSet::new();
    let mut open: Vec<(&str, usize)> = Vec::new();
    for id in wanted {
        open.push(*homes.get(id.as_str()).ok_or_else(|| id.clone())?);
    }
    while let Some(home) = open.pop() {
        if kept.insert(home)
            && let Some(item) = items(home.0).get(home.1)
        {
            each_text(item, &mut |text| open.extend(homes.get(text)));
        }
    }
    let kept: BTreeSet<(String, usize)> = kept.into_iter().map(|(list, at)| (list.to_owned(), at)).collect();
    let about = |dispute: &Value, known: &BTreeSet<String>| {
        let on = dispute.get("on").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        on.iter().all(|id| id.as_str().is_some_and(|id| known.contains(id)))
    };
    for list in LISTS {
        if let Some(items) = document.get_mut(list).and_then(Value::as_array_mut) {
            let mut at = 0;
            items.retain(|_| {
                at += 1;
                kept.contains(&(list.to_owned(), at - 1))
            });
        }
    }
    let mut known = BTreeSet::new();
    for list in LISTS {
        for item in document.get(list).and_then(Value::as_array).into_iter().flatten() {
            each_part(item, &mut |id| {
                known.insert(id.to_owned());
            });
        }
    }
    if let Some(disputes) = document.get_mut("disputes").and_then(Value::as_array_mut) {
        disputes.retain(|dispute| about(dispute, &known));
    }
    Ok(())
}

/// All ids within an item, its own among them.
fn each_part<'a>(value: &'a Value, tell: &mut dyn FnMut(&'a str)) {
    match value {
        Value::Object(fields) => {
            fields.get("id").and_then(Value::as_str).into_iter().for_each(&mut *tell);
            let parts = fields.iter().filter(|(name, _)| *name != "sources");
            parts.for_each(|(_, field)| each_part(field, tell));
        }
        Value::Array(items) => items.iter().for_each(|item| each_part(item, tell)),
        _ => {}
    }
}

fn each_text<'a>(value: &'a Value, tell: &mut dyn FnMut(&'a str)) {
    match value {
        Value::Object(fields) => fields.values().for_each(|field| each_text(field, tell)),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, tell)),
        Value::String(text) => tell(text),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::select;
    use serde_json::json;

    #[test]
    fn what_is_referred_to_stays() {
        let document = json!({
            "sources": [{"id": "s"}, {"id": "q"}],
            "actors": [{"id": "a", "parent": "b"}, {"id": "b"}, {"id": "c"}],
            "events": [{"id": "e", "actors": ["a"], "sources": [{"id": "s"}]}, {"id": "f", "sources": ["q"]}],
            "instruments": [{"id": "i", "stages": [{"id": "i.1", "event": "f"}]}],
            "disputes": [{"on": ["e"], "claims": []}, {"on": ["f"], "claims": []}],
        });
        let mut one = document.clone();
        select(&mut one, &["e".to_owned()]).unwrap();
        assert_eq!(one["events"], json!([{"id": "e", "actors": ["a"], "sources": [{"id": "s"}]}]));
        assert_eq!(one["actors"], json!([{"id": "a", "parent": "b"}, {"id": "b"}]));
        assert_eq!(one["sources"], json!([{"id": "s"}]));
        assert_eq!(one["instruments"], json!([]));
        assert_eq!(one["disputes"], json!([{"on": ["e"], "claims": []}]));
        let mut part = document.clone();
        select(&mut part, &["i.1".to_owned()]).unwrap();
        assert_eq!(part["events"], json!([{"id": "f", "sources": ["q"]}]));
        assert_eq!(select(&mut document.clone(), &["e".to_owned(), "zz".to_owned()]), Err("zz".to_owned()));
    }
}
