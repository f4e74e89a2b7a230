//! The ids of a document: who has which, former ones, and what links lead to.

use std::collections::{HashMap, hash_map::Entry};

/// Where an item stands: its unit (an item of a part), and its number among the items in that unit, outer first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holder {
    pub unit: u32,
    pub nth: u32,
    /// Index into the parts of the format.
    pub part: u8,
}

enum Known {
    Item(Holder),
    /// A former id of this item.
    Alias(Holder, Box<str>),
}

/// What a link leads to.
#[derive(Debug, PartialEq)]
pub(super) enum Target {
    /// An item of a part that is fit.
    Item,
    /// An item by its former id; its id now.
    Renamed(String),
    /// An item of another part.
    OtherPart(u8),
    Nothing,
}

type Parts = &'static [&'static str];

#[derive(Default)]
pub(super) struct Ids {
    known: HashMap<Box<str>, Known>,
    /// Links that led nowhere yet, and the units that have them.
    open: HashMap<(Box<str>, Parts), Vec<u32>>,
    names: Vec<&'static str>,
    /// How often each made id was wanted, where that is more than once.
    copies: HashMap<Box<str>, usize>,
    /// Made ids with a number added, by unit and number of the item: walking again must give the same.
    numbered: HashMap<(u32, u32), String>,
}

impl Ids {
    /// `names`: the parts of the format.
    pub fn new(names: Vec<&'static str>) -> Self {
        Ids { names, ..Ids::default() }
    }

    /// Gives `id` to the item; `Err` with the one who has it. An alias gives way and is returned.
    pub fn claim(&mut self, id: &str, holder: Holder) -> Result<Option<Holder>, Holder> {
        match self.known.entry(id.into()) {
            Entry::Vacant(place) => {
                place.insert(Known::Item(holder));
                Ok(None)
            }
            Entry::Occupied(mut place) => match place.get() {
                Known::Item(first) if *first == holder => Ok(None),
                Known::Item(first) => Err(*first),
                Known::Alias(first, _) => {
                    let first = *first;
                    place.insert(Known::Item(holder));
                    Ok(Some(first))
                }
            },
        }
    }

    /// Gives the item the id `made`, or that with the next free number.
    pub fn claim_made(&mut self, made: &str, holder: Holder) -> String {
        if let Some(id) = self.numbered.get(&(holder.unit, holder.nth)) {
            return id.clone();
        }
        if self.claim(made, holder).is_ok() {
            return made.to_owned();
        }
        loop {
            let copy = self.copies.entry(made.into()).or_insert(1);
            *copy += 1;
            let id = format!("{made}-{copy}");
            if self.claim(&id, holder).is_ok() {
                self.numbered.insert((holder.unit, holder.nth), id.clone());
                return id;
            }
        }
    }

    /// Notes a former id; `Err` with the one who has it.
    pub fn claim_alias(&mut self, alias: &str, id: &str, holder: Holder) -> Result<(), Holder> {
        match self.known.entry(alias.into()) {
            Entry::Vacant(place) => {
                place.insert(Known::Alias(holder, id.into()));
                Ok(())
            }
            Entry::Occupied(place) => match place.get() {
                Known::Item(first) => Err(*first),
                Known::Alias(first, _) if *first == holder => Ok(()),
                Known::Alias(first, _) => Err(*first),
            },
        }
    }

    /// Takes an id back from an item that is left out.
    pub fn release(&mut self, id: &str) {
        self.known.remove(id);
    }

    pub fn resolve(&self, id: &str, parts: Parts) -> Target {
        let fits = |holder: &Holder| {
            parts.is_empty() || self.names.get(holder.part as usize).is_some_and(|name| parts.contains(name))
        };
        match self.known.get(id) {
            None => Target::Nothing,
            Some(Known::Item(holder) | Known::Alias(holder, _)) if !fits(holder) => Target::OtherPart(holder.part),
            Some(Known::Item(_)) => Target::Item,
            Some(Known::Alias(_, now)) => Target::Renamed(now.to_string()),
        }
    }

    /// Whether an item has this id now.
    pub fn is_item(&self, id: &str) -> bool {
        matches!(self.known.get(id), Some(Known::Item(_)))
    }

    /// Name of a part.
    pub fn part_name(&self, part: u8) -> &'static str {
        self.names.get(part as usize).copied().unwrap_or_default()
    }

    /// Notes a link that does not lead to an item yet.
    pub fn leave_open(&mut self, id: &str, parts: Parts, unit: u32) {
        let units = self.open.entry((id.into(), parts)).or_default();
        if units.last() != Some(&unit) {
            units.push(unit);
        }
    }

    /// The units with links that did not lead to an item in the end, in their order.
    pub fn take_open(&mut self) -> Vec<u32> {
        let open = std::mem::take(&mut self.open);
        let bad = open.into_iter().filter(|((id, parts), _)| self.resolve(id, parts) != Target::Item);
        let mut units: Vec<u32> = bad.flat_map(|(_, units)| units).collect();
        units.sort_unstable();
        units.dedup();
        units
    }

    /// A known id that is spelt almost like `id`, in documents that are small enough to look.
    pub fn similar(&self, id: &str) -> Option<&str> {
        if self.known.len() > 20_000 {
            return None;
        }
        super::spelling::nearest(id, self.known.keys().map(|known| &**known))
    }
}

/// `text` with all but letters and digits turned to single hyphens; empty if nothing is left.
pub(super) fn id_safe(text: &str) -> String {
    let mut id = String::new();
    for c in text.chars() {
        match c.to_ascii_lowercase() {
            c @ ('a'..='z' | '0'..='9') => id.push(c),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}
