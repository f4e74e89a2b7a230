//! Every item by its id, and what points to it. Built once for each briefing.

use crate::{
    model::{Briefing, Citation, Id, Item, Meeting, Meta, Register},
    order,
};

use super::{Found, citing::each_citation, occurrence::by_date};

/// Where an item stands: its list, and its places there.
#[derive(Clone, Copy, Debug)]
enum Place {
    Correction(usize),
    Source(usize),
    Actor(usize),
    Track(usize),
    Event(usize),
    Instrument(usize),
    Stage(usize, usize),
    Series(usize),
    Observation(usize, usize),
    Target(usize),
    Catalogue(usize),
    Version(usize, usize),
    Entry(usize, usize, usize),
    Meeting(usize),
    Agenda(usize, usize),
    Person(usize, usize),
    Total(usize, usize),
    Group(usize, usize),
    Organisation(usize, usize),
    Outcome(usize, usize),
    Position(usize),
    Dispute(usize),
    Claim(usize, usize),
    Figure(usize),
    View(usize),
    Step(usize),
    GlossaryEntry(usize),
}

/// One pointer to an item, seen from the item.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The word of the relation.
    pub kind: Box<str>,
    /// The item that points here.
    pub from: Id,
}

/// What there is to one id.
#[derive(Clone, Debug, Default)]
struct Entry {
    place: Option<Place>,
    citing: Vec<Id>,
    followers: Vec<Link>,
    concerning: Vec<Id>,
}

/// Every item by its id, and what points to it.
#[derive(Clone, Debug, Default)]
pub struct Index {
    register: Register,
    /// By number in the register.
    entries: Vec<Entry>,
    /// The numbers of the occurrences, by date.
    pub(super) by_date: Vec<u32>,
    /// The places of the meetings, by date.
    meetings: Vec<u32>,
}

impl Index {
    /// The index of a briefing.
    pub fn new(briefing: &Briefing) -> Self {
        let meetings = &briefing.meetings;
        let meetings = order::sorted(meetings.len(), &|a, b| meetings[a].date.value.cmp(&meetings[b].date.value));
        let mut index = Index { by_date: by_date(briefing), meetings, ..Index::default() };
        index.add_places(briefing);
        index.add_links(briefing);
        each_citation(briefing, &mut |citation: &Citation, by: &Id| {
            index.entry(&citation.source).citing.push(by.clone());
        });
        index.name_once();
        index
    }

    /// Leaves the first mention of each item in each list.
    fn name_once(&mut self) {
        let Index { register, entries, .. } = self;
        // The list in which an item was seen last; the lists are counted from 1.
        let mut seen = vec![0_u32; entries.len()];
        let lists = entries.iter_mut().flat_map(|entry| [&mut entry.citing, &mut entry.concerning]);
        for (list, number) in lists.zip(1..) {
            list.retain(|id| register.find(id).is_none_or(|at| std::mem::replace(&mut seen[at], number) != number));
        }
    }

    /// The item of an id or a former id.
    pub fn find<'a>(&self, briefing: &'a Briefing, id: &str) -> Option<Found<'a>> {
        at(briefing, self.known(id)?.place?)
    }

    /// The meetings, the earliest first.
    pub fn meetings<'a>(&self, briefing: &'a Briefing) -> impl Iterator<Item = &'a Item<Meeting>> {
        self.meetings.iter().filter_map(|at| briefing.meetings.get(*at as usize))
    }

    /// The place of an instrument among those of the briefing.
    pub(super) fn instrument(&self, id: &str) -> Option<usize> {
        match self.known(id)?.place? {
            Place::Instrument(at) => Some(at),
            _ => None,
        }
    }

    /// The items that rest on a source, in the order of the document; nested ones by themselves.
    pub fn citing(&self, source: &str) -> &[Id] {
        self.known(source).map_or(&[], |entry| &entry.citing)
    }

    /// The items whose relations point to `id`.
    pub fn followers(&self, id: &str) -> &[Link] {
        self.known(id).map_or(&[], |entry| &entry.followers)
    }

    /// The items that name `id`: events of an actor or instrument, disputes, positions, targets, versions and meetings.
    pub fn concerning(&self, id: &str) -> &[Id] {
        self.known(id).map_or(&[], |entry| &entry.concerning)
    }

    /// Whether sources disagree on an item.
    pub fn is_disputed(&self, briefing: &Briefing, id: &str) -> bool {
        let mut concerning = self.concerning(id).iter().filter_map(|id| self.find(briefing, id));
        concerning.any(|found| matches!(found, Found::Dispute(_)))
    }

    /// How many links lead from and to an item: a measure of its weight on the timeline.
    pub fn degree(&self, id: &str) -> usize {
        self.followers(id).len() + self.concerning(id).len()
    }

    fn known(&self, id: &str) -> Option<&Entry> {
        self.entries.get(self.register.find(id)?)
    }

    fn entry(&mut self, id: &str) -> &mut Entry {
        let number = self.register.enter(id);
        if number == self.entries.len() {
            self.entries.push(Entry::default());
        }
        &mut self.entries[number]
    }

    fn add_place(&mut self, meta: &Meta, place: Place) {
        for id in std::iter::once(&meta.id).chain(&meta.aliases) {
            self.entry(id).place.get_or_insert(place);
        }
    }

    fn add_places(&mut self, briefing: &Briefing) {
        // One line for each list; the macro only spares the repetition of `enumerate`.
        macro_rules! list {
            ($items:expr, $place:expr) => {
                for (at, item) in $items.iter().enumerate() {
                    self.add_place(&item.meta, $place(at));
                }
            };
        }
        list!(briefing.sources, Place::Source);
        list!(briefing.actors, Place::Actor);
        list!(briefing.tracks, Place::Track);
        list!(briefing.events, Place::Event);
        list!(briefing.instruments, Place::Instrument);
        for (i, instrument) in briefing.instruments.iter().enumerate() {
            list!(instrument.stages, |at| Place::Stage(i, at));
        }
        list!(briefing.series, Place::Series);
        for (i, series) in briefing.series.iter().enumerate() {
            list!(series.observations, |at| Place::Observation(i, at));
        }
        list!(briefing.targets, Place::Target);
        list!(briefing.catalogues, Place::Catalogue);
        for (i, catalogue) in briefing.catalogues.iter().enumerate() {
            list!(catalogue.versions, |at| Place::Version(i, at));
            for (j, version) in catalogue.versions.iter().enumerate() {
                list!(version.entries, |at| Place::Entry(i, j, at));
            }
        }
        list!(briefing.meetings, Place::Meeting);
        for (i, meeting) in briefing.meetings.iter().enumerate() {
            list!(meeting.agenda, |at| Place::Agenda(i, at));
            list!(meeting.people, |at| Place::Person(i, at));
            list!(meeting.attendance.totals, |at| Place::Total(i, at));
            list!(meeting.attendance.groups, |at| Place::Group(i, at));
            list!(meeting.attendance.organisations, |at| Place::Organisation(i, at));
            list!(meeting.outcomes, |at| Place::Outcome(i, at));
        }
        list!(briefing.positions, Place::Position);
        list!(briefing.disputes, Place::Dispute);
        for (i, dispute) in briefing.disputes.iter().enumerate() {
            list!(dispute.claims, |at| Place::Claim(i, at));
        }
        list!(briefing.corrections, Place::Correction);
        list!(briefing.figures, Place::Figure);
        list!(briefing.views, Place::View);
        list!(briefing.story, Place::Step);
        list!(briefing.glossary, Place::GlossaryEntry);
    }

    fn add_links(&mut self, briefing: &Briefing) {
        let relations = briefing.events.iter().flat_map(|item| item.relations.iter().map(|one| (&item.meta.id, one)));
        let more = briefing.instruments.iter().flat_map(|item| item.relations.iter().map(|one| (&item.meta.id, one)));
        for (from, relation) in relations.chain(more) {
            let link = Link { kind: relation.kind.clone(), from: from.clone() };
            self.entry(&relation.to).followers.push(link);
        }
        let mut concern = |id: &Id, item: &Id| self.entry(id).concerning.push(item.clone());
        for event in &briefing.events {
            for id in event.actors.iter().chain(&event.instruments).chain(&event.meeting) {
                concern(id, &event.meta.id);
            }
        }
        for instrument in &briefing.instruments {
            for id in &instrument.issuers {
                concern(id, &instrument.meta.id);
            }
            for stage in &instrument.stages {
                if let Some(event) = &stage.event {
                    concern(event, &instrument.meta.id);
                }
            }
        }
        for target in &briefing.targets {
            for id in target.instrument.iter().chain(&target.series) {
                concern(id, &target.meta.id);
            }
        }
        for version in briefing.catalogues.iter().flat_map(|catalogue| &catalogue.versions) {
            if let Some(id) = &version.instrument {
                concern(id, &version.meta.id);
            }
        }
        for meeting in &briefing.meetings {
            let people = meeting.people.iter().filter_map(|person| person.actor.as_ref());
            let organisations = meeting.attendance.organisations.iter().filter_map(|one| one.actor.as_ref());
            for id in meeting.organisers.iter().chain(people).chain(organisations) {
                concern(id, &meeting.meta.id);
            }
            for id in meeting.agenda.iter().flat_map(|point| &point.instruments) {
                concern(id, &meeting.meta.id);
            }
        }
        for position in &briefing.positions {
            for id in position.instruments.iter().chain(&position.raised_at) {
                concern(id, &position.meta.id);
            }
        }
        for dispute in &briefing.disputes {
            for id in &dispute.on {
                concern(id, &dispute.meta.id);
            }
        }
        for correction in &briefing.corrections {
            if let Some(id) = &correction.on {
                concern(id, &correction.meta.id);
            }
        }
    }
}

/// The item at a place. `None` only for an index of another briefing.
fn at(briefing: &Briefing, place: Place) -> Option<Found<'_>> {
    let catalogue = |i: usize| briefing.catalogues.get(i);
    let meeting = |i: usize| briefing.meetings.get(i);
    Some(match place {
        Place::Correction(i) => Found::Correction(briefing.corrections.get(i)?),
        Place::Source(i) => Found::Source(briefing.sources.get(i)?),
        Place::Actor(i) => Found::Actor(briefing.actors.get(i)?),
        Place::Track(i) => Found::Track(briefing.tracks.get(i)?),
        Place::Event(i) => Found::Event(briefing.events.get(i)?),
        Place::Instrument(i) => Found::Instrument(briefing.instruments.get(i)?),
        Place::Stage(i, j) => briefing.instruments.get(i).and_then(|of| Some(Found::Stage(of, of.stages.get(j)?)))?,
        Place::Series(i) => Found::Series(briefing.series.get(i)?),
        Place::Observation(i, j) => {
            briefing.series.get(i).and_then(|of| Some(Found::Observation(of, of.observations.get(j)?)))?
        }
        Place::Target(i) => Found::Target(briefing.targets.get(i)?),
        Place::Catalogue(i) => Found::Catalogue(catalogue(i)?),
        Place::Version(i, j) => catalogue(i).and_then(|of| Some(Found::Version(of, of.versions.get(j)?)))?,
        Place::Entry(i, j, k) => {
            catalogue(i).and_then(|of| of.versions.get(j)).and_then(|of| Some(Found::Entry(of, of.entries.get(k)?)))?
        }
        Place::Meeting(i) => Found::Meeting(meeting(i)?),
        Place::Agenda(i, j) => meeting(i).and_then(|of| Some(Found::Agenda(of, of.agenda.get(j)?)))?,
        Place::Person(i, j) => meeting(i).and_then(|of| Some(Found::Person(of, of.people.get(j)?)))?,
        Place::Total(i, j) => meeting(i).and_then(|of| Some(Found::Total(of, of.attendance.totals.get(j)?)))?,
        Place::Group(i, j) => meeting(i).and_then(|of| Some(Found::Group(of, of.attendance.groups.get(j)?)))?,
        Place::Organisation(i, j) => {
            meeting(i).and_then(|of| Some(Found::Organisation(of, of.attendance.organisations.get(j)?)))?
        }
        Place::Outcome(i, j) => meeting(i).and_then(|of| Some(Found::Outcome(of, of.outcomes.get(j)?)))?,
        Place::Position(i) => Found::Position(briefing.positions.get(i)?),
        Place::Dispute(i) => Found::Dispute(briefing.disputes.get(i)?),
        Place::Claim(i, j) => briefing.disputes.get(i).and_then(|of| Some(Found::Claim(of, of.claims.get(j)?)))?,
        Place::Figure(i) => Found::Figure(briefing.figures.get(i)?),
        Place::View(i) => Found::View(briefing.views.get(i)?),
        Place::Step(i) => Found::Step(briefing.story.get(i)?),
        Place::GlossaryEntry(i) => Found::GlossaryEntry(briefing.glossary.get(i)?),
    })
}
