//! How a catalogue went from version to version: what was added, removed, moved and brought back, as far as it is stated.
//!
//! Whole catalogues and lists of changes make up the flow. What is only partly recorded is refused, because what it lacks would
//! look as if it had been removed.

use super::compare::{EntryField, VersionDiff, compare_versions};
use crate::{
    model::{Basis, Catalogue, CatalogueVersion, Entry, Item},
    order,
};

/// The regime from which products are moved, and to which they are brought back.
const CERTIFICATION: &str = "certification";

/// What a change did to the products it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Way {
    Added,
    Removed,
    Moved,
    Restored,
    Changed,
    Kept,
}

impl Way {
    /// All, in the order in which they are told, with the word of the data format; that of what is kept is our own, as no list
    /// of changes names it.
    pub const ALL: [(Way, &str); 6] = [
        (Way::Added, "added"),
        (Way::Removed, "removed"),
        (Way::Moved, "moved"),
        (Way::Restored, "restored"),
        (Way::Changed, "changed"),
        (Way::Kept, "kept"),
    ];

    /// The word of the data format.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// What one version did in one way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// In which way.
    pub way: Way,
    /// How many products, where a source states it or all are recorded.
    pub count: Option<f64>,
    /// How many of them are recorded.
    pub recorded: f64,
}

/// How many products the catalogue has after a version.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size<'a> {
    /// As the source of a whole catalogue states.
    Stated(f64),
    /// As follows from the last whole catalogue and all changes since, each with a stated number.
    Computed(f64),
    /// Not known, because of this.
    Unknown(NoSize<'a>),
}

/// NoSize a size is not known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoSize<'a> {
    /// There is no whole catalogue to begin with.
    NoBeginning,
    /// The number of products is not stated there.
    NotStated(&'a str),
    /// That list of changes has no date, so that it can belong anywhere.
    Undated(&'a str),
}

/// A version and what it did.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// The version.
    pub version: &'a Item<CatalogueVersion>,
    /// What it did, each way once; of a whole catalogue what became of the one before it. Empty where nothing is recorded.
    pub parts: Vec<Part>,
    /// The whole catalogue that a whole catalogue is compared with; an error where the two cannot be compared.
    pub against: Option<Result<&'a Item<CatalogueVersion>, &'a Item<CatalogueVersion>>>,
    /// Whether lists of changes lie between the two.
    pub bridged: bool,
    /// How many products the catalogue has after it.
    pub size: Size<'a>,
}

/// How a catalogue went.
#[derive(Clone, Debug, Default)]
pub struct Flow<'a> {
    /// Whole catalogues and changes by date.
    pub steps: Vec<Step<'a>>,
    /// Changes without a date.
    pub undated: Vec<Step<'a>>,
    /// Versions that are only partly recorded, by date, those without one last.
    pub refused: Vec<&'a Item<CatalogueVersion>>,
}

/// How many products an entry stands for.
pub fn products(entry: &Entry) -> f64 {
    entry.count.as_ref().map_or(1.0, |count| count.value)
}

/// How many products a version records.
pub fn recorded(version: &CatalogueVersion) -> f64 {
    version.entries.iter().fold(0.0, |sum, entry| sum + products(entry))
}

/// How a catalogue went. `first_language`: that of the briefing, in which names without a language are.
pub fn flow<'a>(catalogue: &'a Catalogue, first_language: &str) -> Flow<'a> {
    let day = |one: &CatalogueVersion| one.date.as_ref().and_then(|date| date.value.latest());
    let by_date = order::in_order(&catalogue.versions, &|a, b| {
        day(a).is_none().cmp(&day(b).is_none()).then_with(|| day(a).cmp(&day(b)))
    });
    let mut flow = Flow::default();
    let undated = by_date.iter().copied().find(|one| day(one).is_none() && one.basis == Basis::Delta);
    let mut size = Size::Unknown(NoSize::NoBeginning);
    let mut whole: Option<&Item<CatalogueVersion>> = None;
    let mut bridged = false;
    for version in by_date {
        let step = |parts, size| Step { version, parts, against: None, bridged: false, size };
        match version.basis {
            Basis::Partial => flow.refused.push(version),
            Basis::Delta if day(version).is_none() => {
                flow.undated.push(step(changes(version), Size::Unknown(NoSize::Undated(&version.meta.id))));
            }
            Basis::Delta => {
                let parts = changes(version);
                size = match undated {
                    Some(undated) if is_known(size) => Size::Unknown(NoSize::Undated(&undated.meta.id)),
                    _ => after(size, version, &parts),
                };
                bridged = true;
                flow.steps.push(step(parts, size));
            }
            Basis::Full => {
                let diff = whole.map(|was| compare_versions(was, version, first_language).map_err(|_| was));
                let parts = match &diff {
                    Some(Ok(diff)) => differences(diff),
                    _ => Vec::new(),
                };
                size = size_of(version);
                let against = diff.map(|diff| diff.map(|diff| diff.was));
                flow.steps.push(Step { against, bridged, ..step(parts, size) });
                (whole, bridged) = (Some(version), false);
            }
        }
    }
    flow
}

/// What became of a whole catalogue in the next: the numbers are those of what both record.
fn differences(diff: &VersionDiff) -> Vec<Part> {
    let mut counts = [0.0; Way::ALL.len()];
    let mut count = |way: Way, products: f64| counts[way as usize] += products;
    for line in &diff.lines {
        match (line.was, line.is) {
            (Some(was), None) => count(Way::Removed, products(was)),
            (None, Some(is)) => count(Way::Added, products(is)),
            (Some(was), Some(is)) => {
                // An entry that stands for more products than before has gained some, and kept the others.
                let (before, after) = (products(was), products(is));
                count(if after > before { Way::Added } else { Way::Removed }, (after - before).abs());
                let is_moved = line.fields.contains(&EntryField::Regime);
                let way = match is.regime.as_deref() {
                    Some(CERTIFICATION) if is_moved => Way::Restored,
                    _ if is_moved => Way::Moved,
                    _ => Way::Kept,
                };
                count(way, before.min(after));
            }
            (None, None) => {}
        }
    }
    let parts = Way::ALL.iter().map(|(way, _)| (*way, counts[*way as usize])).filter(|(_, count)| *count > 0.0);
    parts.map(|(way, count)| Part { way, count: Some(count), recorded: count }).collect()
}

fn is_known(size: Size) -> bool {
    matches!(size, Size::Stated(_) | Size::Computed(_))
}

/// The size of a whole catalogue.
fn size_of(version: &Item<CatalogueVersion>) -> Size<'_> {
    match &version.stated_total {
        Some(total) => Size::Stated(total.value),
        None if version.entries.is_empty() => Size::Unknown(NoSize::NotStated(&version.meta.id)),
        None => Size::Computed(recorded(version)),
    }
}

/// The size after a list of changes.
fn after<'a>(before: Size<'a>, version: &'a Item<CatalogueVersion>, parts: &[Part]) -> Size<'a> {
    let (Size::Stated(known) | Size::Computed(known)) = before else { return before };
    let change = |part: &Part| match part.way {
        Way::Added => part.count,
        Way::Removed => part.count.map(|count| -count),
        Way::Moved | Way::Restored | Way::Changed | Way::Kept => Some(0.0),
    };
    let changes: Option<f64> = parts.iter().map(change).sum();
    match changes.filter(|_| !parts.is_empty()) {
        Some(change) => Size::Computed((known + change).max(0.0)),
        None => Size::Unknown(NoSize::NotStated(&version.meta.id)),
    }
}

/// What a list of changes did. Its stated number is that of the whole list: where it does several things and not all that it
/// names is recorded, no part has a number of its own.
fn changes(version: &CatalogueVersion) -> Vec<Part> {
    let way = |entry: &Entry| Way::ALL.iter().find(|(_, word)| entry.change.as_deref() == Some(*word)).map(|one| one.0);
    let of = |(wanted, _): &(Way, &str)| {
        let mut entries = version.entries.iter().filter(|entry| way(entry) == Some(*wanted)).peekable();
        entries.peek()?;
        Some(Part { way: *wanted, count: None, recorded: entries.map(|entry| products(entry)).sum() })
    };
    let mut parts: Vec<Part> = Way::ALL.iter().filter_map(of).collect();
    let Some(total) = version.stated_total.as_ref().map(|total| total.value) else { return parts };
    match &mut parts[..] {
        [only] if version.entries.iter().all(|entry| way(entry).is_some()) => only.count = Some(total),
        several => {
            if several.iter().map(|part| part.recorded).sum::<f64>() == total {
                several.iter_mut().for_each(|part| part.count = Some(part.recorded));
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The steps of versions given as JSON: what each did, and the size after it.
    fn told(versions: &str) -> (Vec<String>, Vec<String>) {
        let text = format!(
            r#"{{"annals":1,"id":"x","title":"X","catalogues":[{{"id":"cat","title":"C","versions":[{versions}]}}]}}"#
        );
        let briefing = crate::load::load(text.as_bytes()).expect("a briefing").briefing;
        let flow = flow(&briefing.catalogues[0], "en");
        let told = flow.steps.iter().chain(&flow.undated).map(|step| {
            let number = |count: Option<f64>| count.map_or("?".to_owned(), |count| count.to_string());
            let parts =
                step.parts.iter().map(|part| format!(" {} {}/{}", part.way.word(), part.recorded, number(part.count)));
            let size = match step.size {
                Size::Stated(size) => format!("={size}"),
                Size::Computed(size) => format!("~{size}"),
                Size::Unknown(NoSize::NoBeginning) => "no beginning".to_owned(),
                Size::Unknown(NoSize::NotStated(id)) => format!("not stated in {id}"),
                Size::Unknown(NoSize::Undated(id)) => format!("undated {id}"),
            };
            format!("{}:{} {size}", step.version.meta.id, parts.collect::<String>())
        });
        (told.collect(), flow.refused.iter().map(|one| one.meta.id.to_string()).collect())
    }

    const FULL: &str = r#"{"id":"full","title":"F","basis":"full","date":"2001","stated_total":100}"#;
    const MORE: &str = r#"{"id":"more","title":"M","basis":"delta","date":"2003","stated_total":4,"entries":[
        {"id":"m1","title":"a","change":"added","count":3}]}"#;
    const LESS: &str = r#"{"id":"less","title":"L","basis":"delta","date":"2002","stated_total":3,"entries":[
        {"id":"l1","title":"b","change":"removed"},{"id":"l2","title":"c","change":"moved","count":2}]}"#;

    #[test]
    fn sizes_follow_where_every_number_is_stated() {
        let (steps, refused) = told(&[MORE, FULL, LESS].join(","));
        assert_eq!(steps, ["full: =100", "less: removed 1/1 moved 2/2 ~99", "more: added 3/4 ~103"]);
        assert!(refused.is_empty());
    }

    #[test]
    fn a_number_that_is_not_stated_ends_the_sum() {
        let silent = r#"{"id":"silent","title":"S","basis":"delta","date":"2002","entries":[{"id":"s1","title":"d","change":"added"}]}"#;
        let mixed = r#"{"id":"mixed","title":"X","basis":"delta","date":"2004","stated_total":9,"entries":[
            {"id":"x1","title":"e","change":"added"},{"id":"x2","title":"f","change":"restored"}]}"#;
        let (steps, _) = told(&[FULL, silent, MORE, mixed].join(","));
        assert_eq!(
            steps,
            [
                "full: =100",
                "silent: added 1/? not stated in silent",
                "more: added 3/4 not stated in silent",
                "mixed: added 1/? restored 1/? not stated in silent",
            ]
        );
    }

    #[test]
    fn what_is_partly_recorded_is_refused_and_what_has_no_date_stands_apart() {
        let partial = r#"{"id":"part","title":"P","basis":"partial","date":"2002","stated_total":90}"#;
        let undated =
            r#"{"id":"lost","title":"U","basis":"delta","entries":[{"id":"u1","title":"g","change":"added"}]}"#;
        let (steps, refused) = told(&[partial, undated, MORE, FULL].join(","));
        assert_eq!(steps, ["full: =100", "more: added 3/4 undated lost", "lost: added 1/? undated lost"]);
        assert_eq!(refused, ["part"]);
        assert_eq!(told(MORE).0, ["more: added 3/4 no beginning"]);
    }

    #[test]
    fn a_later_whole_catalogue_begins_anew_and_is_compared() {
        let old = r#"{"id":"old","title":"O","basis":"full","date":"2001","entries":[
            {"id":"o1","title":"Lamp","count":4,"regime":"certification"},{"id":"o2","title":"Tyre","regime":"certification"},
            {"id":"o3","title":"Glass","count":2,"regime":"certification"},{"id":"o4","title":"Fan","regime":"self-declaration"}]}"#;
        let new = r#"{"id":"new","title":"N","basis":"full","date":"2010","entries":[
            {"id":"n1","title":"Lamp","count":7,"regime":"certification"},{"id":"n2","title":"Drill","regime":"certification"},
            {"id":"n3","title":"Glass","count":2,"regime":"self-declaration"},{"id":"n4","title":"Fan","regime":"certification"}]}"#;
        let (steps, _) = told(&[old, new].join(","));
        assert_eq!(steps, ["old: ~8", "new: added 4/4 removed 1/1 moved 2/2 restored 1/1 kept 4/4 ~11"]);
        assert_eq!(told(&[FULL, new].join(",")).0, ["full: =100", "new: ~11"]);
    }
}
