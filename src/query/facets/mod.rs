//! What the items of a briefing can be filtered by, how many there are of each value, and which filter hides what.
//!
//! [`Facets`] holds the values of occurrences and instruments once for a briefing; [`Facets::count`] goes over the items once
//! for a view state. An item heeds the facets that the figures of its sort heed: occurrences those of timelines, instruments
//! those of lists of documents.

mod count;
#[cfg(test)]
mod tests;

use crate::{
    model::{Briefing, Confidence, Day, Grade, Id, Item, Meta, Register},
    order,
    state::{Facet, ViewState},
};

use super::{Index, Occurrence, Status, filtering::heeded, occurrences, status, visible::span_of};
pub use count::{Asked, Counts, Hidden, Value};

/// The sorts of items that filters are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// What happens on timelines: events, and meetings that no event stands for.
    Occurrence,
    /// Policy acts.
    Instrument,
}

/// Something that can hide an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// The values asked for of one facet.
    Facet(Facet),
    /// The words sought.
    Search,
    /// The span of time.
    Span,
    /// The nth of the further conditions of [`Asked`].
    Further(usize),
}

impl Filter {
    /// The state without this filter; the same state for [`Filter::Further`], which is known to who asked.
    ///
    /// ```
    /// use annals::{query::facets::Filter, state::{Facet, read, write}};
    /// let (state, _) = read("kind=draft&grade=official&q=toys");
    /// assert_eq!(write(&Filter::Facet(Facet::Kind).relaxed(&state)), "q=toys&grade=official");
    /// ```
    pub fn relaxed(self, state: &ViewState) -> ViewState {
        let mut state = state.clone();
        match self {
            Filter::Facet(facet) => drop(state.facets.remove(&facet)),
            Filter::Search => state.search = "".into(),
            // Not as figures start, but all there is.
            Filter::Span => {
                (state.from, state.to) = (Some(crate::state::Bound::Earliest), Some(crate::state::Bound::Latest));
            }
            Filter::Further(_) => {}
        }
        state
    }
}

/// One item, as far as filters go.
#[derive(Clone, Debug)]
struct Subject {
    id: Id,
    sort: Sort,
    /// First and last day; open where `None`. Both are for what has no place in time.
    span: (Option<Day>, Option<Day>),
}

/// A value of a facet.
#[derive(Clone, Debug)]
struct Known {
    word: Box<str>,
    /// How many items have it.
    total: u32,
}

/// The values of all items. Built once for a briefing and a day.
#[derive(Debug, Default)]
pub struct Facets {
    subjects: Vec<Subject>,
    /// Values item by item: the number of the facet, and the number of the value in it.
    held: Vec<(u8, u32)>,
    /// Where each item begins in `held`, and the end of the last.
    starts: Vec<u32>,
    /// The values of each facet, by number.
    known: [Vec<Known>; Facet::ALL.len()],
    /// The same, as they are shown.
    in_order: [Vec<u32>; Facet::ALL.len()],
    numbers: [Register; Facet::ALL.len()],
}

impl Facets {
    /// The values in a briefing; where instruments stand is as of `today`.
    pub fn new(briefing: &Briefing, index: &Index, today: Day) -> Facets {
        let mut facets = Facets { starts: vec![0], ..Facets::default() };
        for one in occurrences(briefing, index) {
            facets.hold(Facet::Track, one.track());
            one.kind().into_iter().for_each(|kind| facets.hold(Facet::Kind, kind));
            one.actors().iter().for_each(|actor| facets.hold(Facet::Actor, actor));
            facets.close(one.meta(), Sort::Occurrence, days(one));
        }
        for one in &briefing.instruments {
            let one: &Item<_> = one;
            facets.hold(Facet::Kind, one.kind.as_deref().unwrap_or("other"));
            one.issuers.iter().for_each(|actor| facets.hold(Facet::Actor, actor));
            facets.hold(Facet::Status, status(one, today).word());
            facets.close(&one.meta, Sort::Instrument, (None, None));
        }
        facets.arrange(briefing);
        facets
    }

    /// How many items there are of a sort.
    pub fn total(&self, sort: Sort) -> usize {
        self.subjects.iter().filter(|subject| subject.sort == sort).count()
    }

    /// Gives a value to the item being read, once.
    fn hold(&mut self, facet: Facet, word: &str) {
        let number = self.numbers[facet as usize].enter(word);
        let known = &mut self.known[facet as usize];
        if number == known.len() {
            known.push(Known { word: word.into(), total: 0 });
        }
        let value = (facet as u8, number as u32);
        let start = self.starts.last().map_or(0, |&start| start as usize);
        if !self.held[start..].contains(&value) {
            known[number].total += 1;
            self.held.push(value);
        }
    }

    /// Ends the item being read.
    fn close(&mut self, meta: &Meta, sort: Sort, span: (Option<Day>, Option<Day>)) {
        meta.tags.iter().for_each(|tag| self.hold(Facet::Tag, tag));
        meta.grade.into_iter().for_each(|grade| self.hold(Facet::Grade, grade.word()));
        meta.confidence.into_iter().for_each(|one| self.hold(Facet::Confidence, one.word()));
        self.subjects.push(Subject { id: meta.id.clone(), sort, span });
        self.starts.push(self.held.len() as u32);
    }

    /// Puts the values in the order in which they are shown.
    fn arrange(&mut self, briefing: &Briefing) {
        for (facet, _) in Facet::ALL {
            let known = &self.known[facet as usize];
            let place = |word: &str| match facet {
                Facet::Track => briefing.tracks.iter().position(|track| &*track.meta.id == word),
                Facet::Status => Status::ALL.iter().position(|one| one.word() == word),
                Facet::Grade => Grade::ALL.iter().position(|(_, one)| *one == word),
                Facet::Confidence => Confidence::ALL.iter().position(|(_, one)| *one == word),
                Facet::Kind | Facet::Actor | Facet::Tag => None,
            };
            let places: Vec<usize> = known.iter().map(|one| place(&one.word).unwrap_or(usize::MAX)).collect();
            self.in_order[facet as usize] = order::sorted(known.len(), &|a, b| {
                let by_weight = || known[b].total.cmp(&known[a].total).then_with(|| known[a].word.cmp(&known[b].word));
                places[a].cmp(&places[b]).then_with(by_weight)
            });
        }
    }
}

/// The facets that an item of a sort heeds, a bit each.
fn heeded_by(sort: Sort) -> u32 {
    let kind = match sort {
        Sort::Occurrence => "timeline",
        Sort::Instrument => "documents",
    };
    heeded(kind).0.iter().fold(0, |bits, &facet| bits | 1 << facet as u32)
}

/// The first and last day of an occurrence, as timelines have it: a date that begins or ends beyond all years is where it
/// has a day.
fn days(one: Occurrence) -> (Option<Day>, Option<Day>) {
    let (first, last) = span_of(one);
    match one.end().is_some() || one.date().value.is_interval() {
        true => (first, last),
        false => (first.or(last), last.or(first)),
    }
}
