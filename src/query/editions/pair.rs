//! Which items of two lists are the same.

use std::collections::HashMap;

use crate::{load::format::Shape, model::tree::Value, query::canonical::content_hash};

/// An item as far as it has to be known to find it again.
pub(super) struct Entry<'a> {
    id: &'a str,
    /// The id; of an item inside another that has the outer id at its front, what follows that.
    pub key: &'a str,
    aliases: Vec<&'a str>,
    /// What it says.
    hash: u64,
    /// Whether the id was made from its place in the list.
    pub is_made: bool,
}

impl<'a> Entry<'a> {
    /// `around`: the id of the item it is inside; empty without one.
    pub fn new(part: &str, shape: &Shape, item: &'a Value, around: &str) -> Entry<'a> {
        let id = item.get("id").and_then(Value::as_str).unwrap_or_default();
        let aliases = item.get("aliases").and_then(Value::as_array).unwrap_or_default();
        let inner = id.strip_prefix(around).filter(|key| !around.is_empty() && key.starts_with('.'));
        // The format tells how ids are made: `events-3`, `meeting-7.person-2`.
        let place = match inner {
            Some(key) => key.strip_prefix('.').and_then(|key| key.strip_prefix(shape.name)),
            None => id.strip_prefix(part),
        };
        let number = place.and_then(|place| place.strip_prefix('-'));
        let is_made = number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        Entry {
            id,
            key: inner.unwrap_or(id),
            aliases: aliases.iter().filter_map(Value::as_str).collect(),
            hash: if is_made { content_hash(shape, item) } else { 0 },
            is_made,
        }
    }
}

/// For each item of the new list the place of the same one in the old list. No place comes twice.
pub(super) fn pair(old: &[Entry], new: &[Entry]) -> Vec<Option<usize>> {
    let mut found = vec![None; new.len()];
    let mut is_taken = vec![false; old.len()];
    let mut take = |at: Option<usize>, place: &mut Option<usize>| {
        if let Some(at) = at.filter(|&at| place.is_none() && !is_taken[at]) {
            is_taken[at] = true;
            *place = Some(at);
        }
    };
    // Equal items one for one, in their order.
    let mut said: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, entry) in old.iter().enumerate().rev().filter(|(_, entry)| entry.is_made) {
        said.entry(entry.hash).or_default().push(at);
    }
    for (entry, place) in new.iter().zip(&mut found).filter(|(entry, _)| entry.is_made) {
        take(said.get_mut(&entry.hash).and_then(Vec::pop), place);
    }
    let keys: HashMap<&str, usize> = old.iter().enumerate().map(|(at, entry)| (entry.key, at)).collect();
    for (entry, place) in new.iter().zip(&mut found) {
        take(keys.get(entry.key).copied(), place);
    }
    let ids: HashMap<&str, usize> = old.iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
    let mut former: HashMap<&str, usize> = HashMap::new();
    for (at, entry) in old.iter().enumerate() {
        former.extend(entry.aliases.iter().map(|alias| (*alias, at)));
    }
    for (entry, place) in new.iter().zip(&mut found) {
        for alias in &entry.aliases {
            take(ids.get(alias).copied(), place);
        }
        take(former.get(entry.id).copied(), place);
        for alias in &entry.aliases {
            take(former.get(alias).copied(), place);
        }
    }
    found
}
