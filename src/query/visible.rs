//! Which occurrences a view state shows, in stable order.

use crate::{
    model::{Briefing, Day, Id},
    state::{Facet, ViewState},
};

use super::{Index, Occurrence, occurrences, search::Hits};

/// The occurrences to show, by date.
#[derive(Clone, Debug, Default)]
pub struct Visible<'a> {
    /// Those with a place on the time axis.
    pub placed: Vec<Occurrence<'a>>,
    /// Those without: no year known, or too far away.
    pub unplaced: Vec<Occurrence<'a>>,
    /// How many there are without filters.
    pub total: usize,
}

/// The occurrences that `state` asks for on the given tracks (all when empty), of those that its search finds.
pub fn visible<'a>(
    briefing: &'a Briefing,
    index: &'a Index,
    (state, hits): (&ViewState, &Hits),
    tracks: &[Id],
) -> Visible<'a> {
    let mut shown = Visible::default();
    for occurrence in occurrences(briefing, index) {
        if !tracks.is_empty() && !tracks.iter().any(|track| track.as_str() == occurrence.track()) {
            continue;
        }
        shown.total += 1;
        if passes(occurrence, state) && hits.contains(occurrence.id()) {
            let date = &occurrence.date().value;
            let has_place = date.earliest().is_some() || date.latest().is_some();
            if has_place { &mut shown.placed } else { &mut shown.unplaced }.push(occurrence);
        }
    }
    shown
}

/// First and last day of a date or span; an open or unknown end counts as `None`.
pub fn span_of(occurrence: Occurrence) -> (Option<Day>, Option<Day>) {
    let date = &occurrence.date().value;
    let last = occurrence.end().map_or_else(|| date.latest(), |end| end.value.latest());
    (date.earliest(), last)
}

fn passes(occurrence: Occurrence, state: &ViewState) -> bool {
    let meta = occurrence.meta();
    state.facets.iter().all(|(facet, ids)| {
        let asked = |value: &str| ids.iter().any(|id| &**id == value);
        match facet {
            Facet::Track => asked(occurrence.track()),
            Facet::Kind => occurrence.kind().is_some_and(asked),
            Facet::Actor => occurrence.actors().iter().any(|actor| asked(actor)),
            Facet::Tag => meta.tags.iter().any(|tag| asked(tag)),
            // Events have none.
            Facet::Status => true,
            Facet::Grade => meta.grade.is_some_and(|grade| asked(grade.word())),
            Facet::Confidence => meta.confidence.is_some_and(|confidence| asked(confidence.word())),
        }
    })
}
