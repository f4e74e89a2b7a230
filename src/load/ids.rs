//! The ids of a document: who has which, former ones, and what links lead to.

use crate::{model::Register, order};

/// Where an item stands: its unit (an item of a part), and its number among the items in that unit, outer first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holder {
    pub unit: u32,
    pub nth: u32,
    /// Index into the parts of the format.
    pub part: u8,
}

/// What is known of an id.
#[derive(Default)]
struct Entry {
    holder: Option<Holder>,
    /// Of a former id: the id of its holder now.
    now: Option<Box<str>>,
    /// Links to it that led nowhere yet: what they may lead to, and the unit that has them.
    open: Vec<(Parts, u32)>,
    /// How often it was wanted as a made id, beyond the first time.
    copies: usize,
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
    register: Register,
    /// By number in the register.
    entries: Vec<Entry>,
    names: Vec<&'static str>,
    /// Items whose made id has a number added: walking again must give the same.
    numbered: Register,
    /// Those ids, by number in that register.
    made: Vec<String>,
}

impl Ids {
    /// `names`: the parts of the format.
    pub fn new(names: Vec<&'static str>) -> Self {
        Ids { names, ..Ids::default() }
    }

    fn entry(&mut self, id: &str) -> &mut Entry {
        let number = self.register.enter(id);
        if number == self.entries.len() {
            self.entries.push(Entry::default());
        }
        &mut self.entries[number]
    }

    /// Gives `id` to the item; `Err` with the one who has it. An alias gives way and is returned.
    pub fn claim(&mut self, id: &str, holder: Holder) -> Result<Option<Holder>, Holder> {
        let entry = self.entry(id);
        let alias = entry.now.is_some();
        match entry.holder {
            Some(first) if !alias && first == holder => Ok(None),
            Some(first) if !alias => Err(first),
            first => {
                (entry.holder, entry.now) = (Some(holder), None);
                Ok(first)
            }
        }
    }

    /// Gives the item the id `made`, or that with the next free number.
    pub fn claim_made(&mut self, made: &str, holder: Holder) -> String {
        let item = format!("{} {}", holder.unit, holder.nth);
        if let Some(number) = self.numbered.find(&item) {
            return self.made[number].clone();
        }
        if self.claim(made, holder).is_ok() {
            return made.to_owned();
        }
        loop {
            let entry = self.entry(made);
            entry.copies += 1;
            let id = format!("{made}-{}", entry.copies + 1);
            if self.claim(&id, holder).is_ok() {
                self.numbered.enter(&item);
                self.made.push(id.clone());
                return id;
            }
        }
    }

    /// Notes a former id; `Err` with the one who has it.
    pub fn claim_alias(&mut self, alias: &str, id: &str, holder: Holder) -> Result<(), Holder> {
        let entry = self.entry(alias);
        match entry.holder {
            None => {
                (entry.holder, entry.now) = (Some(holder), Some(id.into()));
                Ok(())
            }
            Some(first) if entry.now.is_some() && first == holder => Ok(()),
            Some(first) => Err(first),
        }
    }

    /// Takes an id back from an item that is left out.
    pub fn release(&mut self, id: &str) {
        let entry = self.entry(id);
        (entry.holder, entry.now) = (None, None);
    }

    pub fn resolve(&self, id: &str, parts: Parts) -> Target {
        self.register.find(id).map_or(Target::Nothing, |number| self.target(&self.entries[number], parts))
    }

    fn target(&self, entry: &Entry, parts: Parts) -> Target {
        let Some(holder) = entry.holder else { return Target::Nothing };
        if !parts.is_empty() && !parts.contains(&self.part_name(holder.part)) {
            return Target::OtherPart(holder.part);
        }
        entry.now.as_ref().map_or(Target::Item, |now| Target::Renamed(now.to_string()))
    }

    /// Whether an item has this id now.
    pub fn is_item(&self, id: &str) -> bool {
        self.resolve(id, &[]) == Target::Item
    }

    /// Name of a part.
    pub fn part_name(&self, part: u8) -> &'static str {
        self.names.get(part as usize).copied().unwrap_or_default()
    }

    /// Notes a link that does not lead to an item yet.
    pub fn leave_open(&mut self, id: &str, parts: Parts, unit: u32) {
        let open = &mut self.entry(id).open;
        if open.last() != Some(&(parts, unit)) {
            open.push((parts, unit));
        }
    }

    /// The units with links that did not lead to an item in the end, in their order.
    pub fn take_open(&mut self) -> Vec<u32> {
        let mut units: Vec<u32> = Vec::new();
        for entry in &self.entries {
            let bad = entry.open.iter().filter(|(parts, _)| self.target(entry, parts) != Target::Item);
            units.extend(bad.map(|(_, unit)| *unit));
        }
        self.entries.iter_mut().for_each(|entry| entry.open = Vec::new());
        order::sort(&mut units, &|a, b| a.cmp(&b));
        units.dedup();
        units
    }

    /// A known id that is spelt almost like `id`, in documents that are small enough to look.
    pub fn similar(&self, id: &str) -> Option<&str> {
        if self.entries.len() > 20_000 {
            return None;
        }
        let ids = self.register.iter().filter(|(_, number)| self.entries[*number].holder.is_some());
        super::spelling::nearest(id, &mut ids.map(|(id, _)| id))
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
