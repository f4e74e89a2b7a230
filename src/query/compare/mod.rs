//! Two things side by side: two full versions of a catalogue, or two policy acts. What cannot be compared honestly is refused
//! with the reason.

mod instruments;
mod versions;

pub use instruments::{Compared, StageDates, compare_instruments};
pub use versions::{Change, EntryField, Line, VersionDiff, compare_versions, entry_sources, refusal};

use super::{Found, Index};
use crate::model::{Briefing, CatalogueVersion, Day, Id, Item};

/// Two items side by side.
pub enum Comparison<'a> {
    /// Two full versions of a catalogue.
    Versions(VersionDiff<'a>),
    /// Two policy acts.
    Instruments(Compared<'a>),
    /// They are not compared.
    Refused(Refusal<'a>),
}

/// Why two items are not compared.
#[derive(Clone, Copy, Debug)]
pub enum Refusal<'a> {
    /// There is no item of this id.
    Unknown(&'a Id),
    /// Neither two versions of a catalogue nor two policy acts.
    Sorts(Found<'a>, Found<'a>),
    /// An item with itself.
    Same(Found<'a>),
    /// Versions of two catalogues.
    Catalogues,
    /// A version that does not record the whole catalogue: what it does not list may still be in it.
    NotFull(&'a Item<CatalogueVersion>),
    /// A version of which no entry is recorded.
    Empty(&'a Item<CatalogueVersion>),
    /// The first lists categories only, the second products: an entry of one is never an entry of the other.
    Grain(&'a Item<CatalogueVersion>, &'a Item<CatalogueVersion>),
}

/// The two items side by side; acts stand as they do on the day `today`.
pub fn compare<'a>(briefing: &'a Briefing, index: &'a Index, pair: (&'a Id, &'a Id), today: Day) -> Comparison<'a> {
    let (a, b) = match (index.find(briefing, pair.0), index.find(briefing, pair.1)) {
        (Some(a), Some(b)) => (a, b),
        (None, _) => return Comparison::Refused(Refusal::Unknown(pair.0)),
        (_, None) => return Comparison::Refused(Refusal::Unknown(pair.1)),
    };
    if a.meta().id == b.meta().id {
        return Comparison::Refused(Refusal::Same(a));
    }
    match (a, b) {
        (Found::Version(of, a), Found::Version(other, b)) if of.meta.id == other.meta.id => {
            match compare_versions(a, b, briefing.card.first_language()) {
                Ok(diff) => Comparison::Versions(diff),
                Err(refusal) => Comparison::Refused(refusal),
            }
        }
        (Found::Version(..), Found::Version(..)) => Comparison::Refused(Refusal::Catalogues),
        (Found::Instrument(a), Found::Instrument(b)) => {
            Comparison::Instruments(compare_instruments(briefing, index, [a, b], today))
        }
        _ => Comparison::Refused(Refusal::Sorts(a, b)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    #[test]
    fn what_is_no_pair_is_refused_with_a_reason() {
        let json = r#"{"annals":1,"id":"x","title":"X",
            "events":[{"id":"e","date":"2019","title":"E"}],
            "instruments":[{"id":"i","title":"I","aliases":["old"]},{"id":"j","title":"J"}],
            "catalogues":[
              {"id":"c","title":"C","versions":[
                {"id":"full","title":"F","basis":"full","entries":[{"id":"f1","title":"Lamp"}]},
                {"id":"wide","title":"W","basis":"full","entries":[{"id":"w1","category":"Lamps"}]},
                {"id":"none","title":"N","basis":"full"},
                {"id":"part","title":"P","basis":"partial","entries":[{"id":"p1","title":"Lamp"}]},
                {"id":"step","title":"S","basis":"delta","entries":[{"id":"s1","title":"Lamp"}]}]},
              {"id":"d","title":"D","versions":[{"id":"far","title":"R","basis":"full","entries":[{"id":"r1","title":"Lamp"}]}]}]}"#;
        let briefing = load(json.as_bytes()).unwrap().briefing;
        let index = Index::new(&briefing);
        let told = |a: &str, b: &str| match compare(
            &briefing,
            &index,
            (&a.into(), &b.into()),
            Day::new(2024, 1, 1).unwrap(),
        ) {
            Comparison::Versions(_) | Comparison::Instruments(_) => "compared".to_owned(),
            Comparison::Refused(refusal) => match refusal {
                Refusal::Unknown(id) => format!("unknown {id}"),
                Refusal::Sorts(a, b) => format!("sorts {} {}", a.sort(), b.sort()),
                Refusal::Same(found) => format!("same {}", found.meta().id),
                Refusal::Catalogues => "catalogues".to_owned(),
                Refusal::NotFull(version) => format!("not full {}", version.meta.id),
                Refusal::Empty(version) => format!("empty {}", version.meta.id),
                Refusal::Grain(a, b) => format!("grain {} {}", a.meta.id, b.meta.id),
            },
        };
        assert_eq!(told("i", "j"), "compared");
        assert_eq!(told("i", "old"), "same i");
        assert_eq!(told("i", "nope"), "unknown nope");
        assert_eq!(told("e", "i"), "sorts event instrument");
        assert_eq!(told("full", "far"), "catalogues");
        assert_eq!(told("full", "part"), "not full part");
        assert_eq!(told("step", "full"), "not full step");
        assert_eq!(told("full", "none"), "empty none");
        assert_eq!(told("full", "wide"), "grain wide full");
    }
}
