//! The parts of a briefing by name.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::model::{Briefing, Item};

macro_rules! parts {
    ($($part:ident),* $(,)?) => {
        /// Reads a checked item into the list of its part: at `slot`, or at the end. Returns its place.
        pub(super) fn read(
            briefing: &mut Briefing,
            part: &str,
            value: Value,
            slot: Option<usize>,
        ) -> Result<usize, serde_json::Error> {
            match part {
                $(stringify!($part) => put(&mut briefing.$part, value, slot),)*
                _ => Err(serde::de::Error::custom("no such part")),
            }
        }
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
    glossary,
);

fn put<T: DeserializeOwned>(
    list: &mut Vec<Item<T>>,
    value: Value,
    slot: Option<usize>,
) -> Result<usize, serde_json::Error> {
    let item = Item::from_tree(value)?;
    match slot.and_then(|slot| list.get_mut(slot)) {
        Some(place) => *place = item,
        None => {
            // Grows by a quarter, not by the double: lists are long and items large.
            if list.len() == list.capacity() {
                list.reserve_exact((list.len() / 4).max(16));
            }
            list.push(item);
        }
    }
    Ok(slot.unwrap_or(list.len() - 1))
}
