//! Filters that a link asks for and that nothing in the briefing has.

use crate::{
    model::{Briefing, Confidence, Grade},
    state::{Facet, ViewState},
};

use super::{Index, Status, occurrences};

/// The values of filters that can show nothing in this briefing, whatever else is asked for.
pub fn unknown_filters(briefing: &Briefing, index: &Index, state: &ViewState) -> Vec<(Facet, Box<str>)> {
    let asked = state.facets.iter().flat_map(|(facet, values)| values.iter().map(|value| (*facet, value)));
    asked
        .filter(|(facet, value)| !is_known(briefing, index, *facet, value))
        .map(|(facet, value)| (facet, value.clone()))
        .collect()
}

fn is_known(briefing: &Briefing, index: &Index, facet: Facet, value: &str) -> bool {
    let any = |has: &dyn Fn(super::Occurrence) -> bool| occurrences(briefing, index).any(has);
    match facet {
        Facet::Track => briefing.tracks.iter().any(|one| &*one.meta.id == value) || any(&|one| one.track() == value),
        Facet::Kind => {
            // What has no kind of its own counts as other.
            value == "other"
                || any(&|one| one.kind() == Some(value))
                || briefing.instruments.iter().any(|one| one.kind.as_deref() == Some(value))
        }
        Facet::Actor => briefing.actors.iter().any(|one| &*one.meta.id == value),
        Facet::Tag => any(&|one| one.meta().tags.iter().any(|tag| &**tag == value)),
        Facet::Status => Status::ALL.iter().any(|one| one.word() == value),
        Facet::Grade => Grade::ALL.iter().any(|(_, word)| *word == value),
        Facet::Confidence => Confidence::ALL.iter().any(|(_, word)| *word == value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load::load, state::read};

    #[test]
    fn values_that_nothing_has_are_found() {
        let json = r#"{"annals":1,"id":"x","title":"X","tracks":[{"id":"law","title":"L"}],"events":[
            {"id":"e","date":"2019","title":"E","track":"law","kind":"draft","tags":["toys"]}]}"#;
        let briefing = load(json.as_bytes()).unwrap().briefing;
        let (state, _) = read("track=law,nope&kind=draft,zzz&tag=toys&status=open,shut&grade=official&actor=nobody");
        let mut unknown: Vec<_> =
            unknown_filters(&briefing, &Index::new(&briefing), &state).into_iter().map(|(_, value)| value).collect();
        unknown.sort();
        assert_eq!(unknown, ["nobody", "nope", "shut", "zzz"].map(Box::from));
    }
}
