//! Two values of one field, in words.

use std::collections::HashMap;

use crate::{
    load::format::{EVIDENCE, Kind},
    model::tree::Value,
};

use super::FieldChange;

/// The old and the new tree, each if there is one.
type Both<'a> = (Option<&'a Value>, Option<&'a Value>);

/// Adds what differs between two values of a field that holds no items.
pub(super) fn compare(kind: &Kind, both: Both, path: &str, found: &mut Vec<FieldChange>) {
    match kind {
        Kind::Text | Kind::Markdown => texts(both, path, found),
        Kind::DateFact | Kind::NumberFact => {
            leaf((both.0.map(value_of), both.1.map(value_of)), path, found);
            let inside = |name: &str| (both.0.and_then(|old| old.get(name)), both.1.and_then(|new| new.get(name)));
            for field in EVIDENCE {
                compare(&field.kind, inside(field.name), &format!("{path}.{}", field.name), found);
            }
            compare(&Kind::List(&Kind::Word), inside("alternatives"), &format!("{path}.alternatives"), found);
        }
        Kind::List(_) | Kind::OneOrMany(_) => lists(both, path, found),
        _ => leaf(both, path, found),
    }
}

/// The value of a date or number, without its evidence.
fn value_of(tree: &Value) -> &Value {
    tree.get("value").unwrap_or(tree)
}

fn push(path: &str, language: Option<&str>, old: Option<String>, new: Option<String>, found: &mut Vec<FieldChange>) {
    if old != new {
        found.push(FieldChange { field: path.to_owned(), language: language.map(str::to_owned), old, new });
    }
}

fn leaf((old, new): Both, path: &str, found: &mut Vec<FieldChange>) {
    push(path, None, old.map(words), new.map(words), found);
}

fn texts((old, new): Both, path: &str, found: &mut Vec<FieldChange>) {
    let tags = |tree: Option<&Value>| match tree {
        Some(Value::Object(map)) => map.entries().iter().map(|(tag, _)| tag.to_string()).collect(),
        _ => Vec::new(),
    };
    let mut languages: Vec<String> = tags(old);
    languages.extend(tags(new));
    languages.sort();
    languages.dedup();
    for tag in &languages {
        let both = [old, new].map(|tree| tree.and_then(|tree| tree.get(tag)));
        let [before, after] = both.map(|wording| wording.map(|wording| words(wording.get("text").unwrap_or(wording))));
        push(path, Some(tag), before, after, found);
        for name in ["translator", "state"] {
            let [before, after] = both.map(|wording| wording.and_then(|wording| wording.get(name)).map(words));
            push(&format!("{path}.{name}"), Some(tag), before, after, found);
        }
    }
}

/// What came into a list and what went; where that is one of each, the one in place of the other.
fn lists((old, new): Both, path: &str, found: &mut Vec<FieldChange>) {
    let all = |tree: Option<&Value>| -> Vec<String> {
        tree.and_then(Value::as_array).unwrap_or_default().iter().map(words).collect()
    };
    let (old, new) = (all(old), all(new));
    let mut left: HashMap<&str, usize> = HashMap::new();
    for one in &new {
        *left.entry(one).or_default() += 1;
    }
    let mut take = |one: &str| match left.get_mut(one) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    };
    let gone: Vec<&String> = old.iter().filter(|one| !take(one)).collect();
    let came: Vec<&String> = new.iter().filter(|one| take(one)).collect();
    if let ([was], [is]) = (&gone[..], &came[..]) {
        push(path, None, Some((*was).clone()), Some((*is).clone()), found);
        return;
    }
    gone.into_iter().for_each(|one| push(path, None, Some(one.clone()), None, found));
    came.into_iter().for_each(|one| push(path, None, None, Some(one.clone()), found));
}

/// A tree in words: `2026-01 (sources: src-a; grade: official)`, `type: amends; to: act-1`. Different trees have different
/// words wherever both are valid in the data format.
pub(super) fn words(tree: &Value) -> String {
    match tree {
        Value::Null => String::new(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.as_f64().to_string(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Object(map) => {
            let head = ["value", "text", "id"].into_iter().find(|name| map.contains_key(name));
            let rest = map.entries().iter().filter(|(name, _)| Some(&**name) != head);
            let rest: Vec<String> = rest.map(|(name, value)| format!("{name}: {}", words(value))).collect();
            let rest = rest.join("; ");
            match head.and_then(|name| map.get(name)).map(words) {
                Some(head) if rest.is_empty() => head,
                Some(head) => format!("{head} ({rest})"),
                None => rest,
            }
        }
    }
}
