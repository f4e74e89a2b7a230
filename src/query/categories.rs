//! A catalogue by category: each category once, with what every version lists in it.

use crate::{
    model::{Catalogue, CatalogueVersion, Entry, Item, Text},
    order,
};

/// A category over all versions of a catalogue.
#[derive(Clone, Debug, Default)]
pub struct Category<'a> {
    /// The numbers it has, as printed; mostly one.
    pub numbers: Vec<&'a str>,
    /// Its names, each once, that of the newest version first. Where a version gives neither number nor name, its entries
    /// are together in one category without both.
    pub names: Vec<&'a Text>,
    /// The versions that list something in it, newest first, with what they list.
    pub versions: Vec<(&'a Item<CatalogueVersion>, Vec<&'a Item<Entry>>)>,
}

/// The versions of a catalogue, newest first; those without a date last.
pub fn newest_first(catalogue: &Catalogue) -> Vec<&Item<CatalogueVersion>> {
    let day = |one: &CatalogueVersion| one.date.as_ref().and_then(|date| date.value.latest());
    order::in_order(&catalogue.versions, &|a, b| day(b).cmp(&day(a)))
}

/// The categories of a catalogue. Entries are in one category where versions give it the same number, or the same name in
/// one of the languages. By number, then by name; what is in no category comes last.
pub fn categories(catalogue: &Catalogue) -> Vec<Category<'_>> {
    let versions = newest_first(catalogue);
    let mut groups: Vec<Group> = Vec::new();
    for (at, version) in versions.iter().enumerate() {
        for entry in &version.entries {
            let mut own = Group::of(at, entry);
            let (same, other): (Vec<Group>, Vec<Group>) = groups.into_iter().partition(|group| group.is_same(&own));
            groups = other;
            let first = same.into_iter().reduce(Group::with);
            if let Some(first) = first {
                own = first.with(own);
            }
            groups.push(own);
        }
    }
    let rank = |group: &Group| (group.is_none(), group.numbers.is_empty());
    let sorted = order::in_order(&groups, &|a, b| {
        rank(a).cmp(&rank(b)).then_with(|| a.numbers.cmp(&b.numbers)).then_with(|| a.name().cmp(&b.name()))
    });
    sorted.into_iter().map(|group| group.category(&versions)).collect()
}

/// Entries of one category, each with the place of its version.
#[derive(Clone, Debug)]
struct Group<'a> {
    numbers: Vec<&'a str>,
    names: Vec<&'a Text>,
    entries: Vec<(usize, &'a Item<Entry>)>,
}

impl<'a> Group<'a> {
    fn of(version: usize, entry: &'a Item<Entry>) -> Group<'a> {
        let numbers = entry.category_number.as_deref().into_iter().collect();
        Group { numbers, names: entry.category.iter().collect(), entries: vec![(version, entry)] }
    }

    fn name(&self) -> Option<&str> {
        Some(&self.names.first()?.versions().first()?.text)
    }

    fn is_none(&self) -> bool {
        self.numbers.is_empty() && self.names.is_empty()
    }

    fn is_same(&self, other: &Group) -> bool {
        let has_name = |wording: &str| {
            let mut wordings = other.names.iter().flat_map(|name| name.versions());
            wordings.any(|one| &*one.text == wording)
        };
        self.is_none() && other.is_none()
            || self.numbers.iter().any(|number| other.numbers.contains(number))
            || self.names.iter().flat_map(|name| name.versions()).any(|one| has_name(&one.text))
    }

    fn with(mut self, other: Group<'a>) -> Group<'a> {
        for number in other.numbers {
            if !self.numbers.contains(&number) {
                self.numbers.push(number);
            }
        }
        for name in other.names {
            if !self.names.contains(&name) {
                self.names.push(name);
            }
        }
        self.entries.extend(other.entries);
        self
    }

    fn category(&self, versions: &[&'a Item<CatalogueVersion>]) -> Category<'a> {
        let of = |at: usize| self.entries.iter().filter(move |(version, _)| *version == at).map(|(_, entry)| *entry);
        let versions = versions.iter().enumerate().map(|(at, version)| (*version, of(at).collect::<Vec<_>>()));
        Category {
            numbers: self.numbers.clone(),
            names: self.names.clone(),
            versions: versions.filter(|(_, entries)| !entries.is_empty()).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The categories of versions, given as JSON: numbers, names, and the ids of versions and entries.
    fn told(versions: &str) -> Vec<String> {
        let text = format!(
            r#"{{"annals":1,"id":"x","title":"X","languages":["en","zh-Hans"],"catalogues":[{{"id":"cat","title":"C","versions":[{versions}]}}]}}"#
        );
        let briefing = crate::load::load(text.as_bytes()).expect("a briefing").briefing;
        let told = categories(&briefing.catalogues[0]).into_iter().map(|one| {
            let names: Vec<_> = one.names.iter().flat_map(|name| name.versions()).map(|one| &*one.text).collect();
            let versions = one.versions.iter().map(|(version, entries)| {
                let entries: Vec<_> = entries.iter().map(|entry| &*entry.meta.id).collect();
                format!("{}: {}", version.meta.id, entries.join(" "))
            });
            let versions: Vec<_> = versions.collect();
            format!("{} [{}] {}", one.numbers.join("/"), names.join("/"), versions.join("; "))
        });
        told.collect()
    }

    #[test]
    fn each_category_stands_once() {
        let versions = r#"
            {"id":"old","title":"Old","basis":"full","date":"2001","entries":[
                {"id":"a","category":"Tools"},
                {"id":"b","category":{"en":"Wires","zh-Hans":"电线电缆"}},
                {"id":"c","title":"Gloves"}]},
            {"id":"new","title":"New","basis":"delta","date":"2020","entries":[
                {"id":"d","category":"Wires and cables","category_number":"01"},
                {"id":"e","category":{"en":"Cables","zh-Hans":"电线电缆"},"category_number":"01"},
                {"id":"f","category":"Tools","category_number":"05"}]},
            {"id":"undated","title":"Undated","basis":"partial","entries":[{"id":"g","category":"Hats"}]}"#;
        assert_eq!(
            told(versions),
            [
                "01 [Wires and cables/Cables/电线电缆/Wires/电线电缆] new: d e; old: b",
                "05 [Tools] new: f; old: a",
                " [Hats] undated: g",
                " [] old: c",
            ]
        );
    }

    #[test]
    fn a_later_entry_joins_what_was_apart() {
        let versions = r#"{"id":"v","title":"V","basis":"full","date":"2001","entries":[
            {"id":"a","category":"Small motors"},
            {"id":"b","category":"Low power motors","category_number":"04"},
            {"id":"c","category":"Small motors","category_number":"04"}]}"#;
        assert_eq!(told(versions), ["04 [Small motors/Low power motors] v: a b c"]);
    }
}
