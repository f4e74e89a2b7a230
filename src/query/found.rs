//! An item of any kind, as found by its id.

use crate::model::{
    Actor, AgendaItem, Catalogue, CatalogueVersion, Citation, Claim, Correction, Dispute, Edtf, Entry, Event, Fact,
    Figure, GlossaryEntry, Group, Instrument, Item, Meeting, Meta, Observation, Organisation, Outcome, Person,
    Position, Series, Source, Stage, Step, Target, Text, Total, Track, View,
};

/// An item, whatever its kind, with the one it is part of.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub enum Found<'a> {
    Correction(&'a Item<Correction>),
    Source(&'a Item<Source>),
    Actor(&'a Item<Actor>),
    Track(&'a Item<Track>),
    Event(&'a Item<Event>),
    Instrument(&'a Item<Instrument>),
    Stage(&'a Item<Instrument>, &'a Item<Stage>),
    Series(&'a Item<Series>),
    Observation(&'a Item<Series>, &'a Item<Observation>),
    Target(&'a Item<Target>),
    Catalogue(&'a Item<Catalogue>),
    Version(&'a Item<Catalogue>, &'a Item<CatalogueVersion>),
    Entry(&'a Item<CatalogueVersion>, &'a Item<Entry>),
    Meeting(&'a Item<Meeting>),
    Agenda(&'a Item<Meeting>, &'a Item<AgendaItem>),
    Person(&'a Item<Meeting>, &'a Item<Person>),
    Total(&'a Item<Meeting>, &'a Item<Total>),
    Group(&'a Item<Meeting>, &'a Item<Group>),
    Organisation(&'a Item<Meeting>, &'a Item<Organisation>),
    Outcome(&'a Item<Meeting>, &'a Item<Outcome>),
    Position(&'a Item<Position>),
    Dispute(&'a Item<Dispute>),
    Claim(&'a Item<Dispute>, &'a Item<Claim>),
    Figure(&'a Item<Figure>),
    View(&'a Item<View>),
    Step(&'a Item<Step>),
    GlossaryEntry(&'a Item<GlossaryEntry>),
}

impl<'a> Found<'a> {
    /// What the item has in common with others.
    pub fn meta(self) -> &'a Meta {
        match self {
            Found::Correction(item) => &item.meta,
            Found::Source(item) => &item.meta,
            Found::Actor(item) => &item.meta,
            Found::Track(item) => &item.meta,
            Found::Event(item) => &item.meta,
            Found::Instrument(item) => &item.meta,
            Found::Stage(_, item) => &item.meta,
            Found::Series(item) => &item.meta,
            Found::Observation(_, item) => &item.meta,
            Found::Target(item) => &item.meta,
            Found::Catalogue(item) => &item.meta,
            Found::Version(_, item) => &item.meta,
            Found::Entry(_, item) => &item.meta,
            Found::Meeting(item) => &item.meta,
            Found::Agenda(_, item) => &item.meta,
            Found::Person(_, item) => &item.meta,
            Found::Total(_, item) => &item.meta,
            Found::Group(_, item) => &item.meta,
            Found::Organisation(_, item) => &item.meta,
            Found::Outcome(_, item) => &item.meta,
            Found::Position(item) => &item.meta,
            Found::Dispute(item) => &item.meta,
            Found::Claim(_, item) => &item.meta,
            Found::Figure(item) => &item.meta,
            Found::View(item) => &item.meta,
            Found::Step(item) => &item.meta,
            Found::GlossaryEntry(item) => &item.meta,
        }
    }

    /// The item it is part of, if any.
    pub fn whole(self) -> Option<Found<'a>> {
        Some(match self {
            Found::Stage(of, _) => Found::Instrument(of),
            Found::Observation(of, _) => Found::Series(of),
            Found::Version(of, _) => Found::Catalogue(of),
            Found::Agenda(of, _) | Found::Person(of, _) | Found::Total(of, _) => Found::Meeting(of),
            Found::Group(of, _) | Found::Organisation(of, _) | Found::Outcome(of, _) => Found::Meeting(of),
            Found::Claim(of, _) => Found::Dispute(of),
            _ => return None,
        })
    }

    /// When it is, was measured, or is due; `None` where it has no time of its own.
    pub fn date(self) -> Option<&'a Fact<Edtf>> {
        match self {
            Found::Event(item) => Some(&item.date),
            Found::Meeting(item) => Some(&item.date),
            Found::Stage(_, item) => Some(&item.date),
            Found::Observation(_, item) => Some(&item.date),
            Found::Version(_, item) => item.date.as_ref(),
            Found::Target(item) => item.due.as_ref(),
            Found::Agenda(of, _) | Found::Person(of, _) | Found::Total(of, _) => Some(&of.date),
            Found::Group(of, _) | Found::Organisation(of, _) | Found::Outcome(of, _) => Some(&of.date),
            _ => None,
        }
    }

    /// What it says, in Markdown; `None` where it says nothing beyond its title.
    pub fn text(self) -> Option<&'a Text> {
        match self {
            Found::Event(item) => item.summary.as_ref(),
            Found::Meeting(item) => item.summary.as_ref(),
            Found::Instrument(item) => item.description.as_ref(),
            Found::Actor(item) => item.description.as_ref(),
            Found::Agenda(_, item) => item.text.as_ref(),
            Found::GlossaryEntry(item) => item.meaning.as_ref(),
            _ => None,
        }
    }

    /// The words that name it best; `None` where it has none of its own.
    pub fn title(self) -> Option<&'a Text> {
        Some(match self {
            Found::Source(item) => &item.title,
            Found::Actor(item) => &item.name,
            Found::Track(item) => &item.title,
            Found::Event(item) => &item.title,
            Found::Instrument(item) => &item.title,
            Found::Stage(of, _) => &of.title,
            Found::Series(item) => &item.title,
            Found::Observation(of, _) => &of.title,
            Found::Target(item) => &item.title,
            Found::Catalogue(item) => &item.title,
            Found::Version(_, item) => &item.title,
            Found::Entry(_, item) => return item.title.as_ref().or(item.category.as_ref()),
            Found::Meeting(item) => &item.title,
            Found::Agenda(_, item) => &item.title,
            Found::Person(_, item) => &item.name,
            Found::Total(of, item) => item.who.as_ref().unwrap_or(&of.title),
            Found::Group(_, item) => &item.label,
            Found::Organisation(_, item) => &item.label,
            Found::Outcome(of, _) => &of.title,
            Found::Position(item) => &item.ask,
            Found::Claim(_, item) => &item.text,
            Found::View(item) => &item.title,
            Found::Step(item) => &item.title,
            Found::GlossaryEntry(item) => &item.term,
            Found::Figure(item) => return item.title.as_ref(),
            Found::Correction(_) | Found::Dispute(_) => return None,
        })
    }

    /// What sort of item: the word of its part in the data format, in the singular.
    pub fn sort(self) -> &'static str {
        match self {
            Found::Correction(_) => "correction",
            Found::Source(_) => "source",
            Found::Actor(_) => "actor",
            Found::Track(_) => "track",
            Found::Event(_) => "event",
            Found::Instrument(_) => "instrument",
            Found::Stage(..) => "stage",
            Found::Series(_) => "series",
            Found::Observation(..) => "observation",
            Found::Target(_) => "target",
            Found::Catalogue(_) => "catalogue",
            Found::Version(..) => "version",
            Found::Entry(..) => "entry",
            Found::Meeting(_) => "meeting",
            Found::Agenda(..) => "agenda",
            Found::Person(..) => "person",
            Found::Total(..) => "total",
            Found::Group(..) => "group",
            Found::Organisation(..) => "organisation",
            Found::Outcome(..) => "outcome",
            Found::Position(_) => "position",
            Found::Dispute(_) => "dispute",
            Found::Claim(..) => "claim",
            Found::Figure(_) => "figure",
            Found::View(_) => "view",
            Found::Step(_) => "step",
            Found::GlossaryEntry(_) => "term",
        }
    }

    /// The citations that hold for it: its own, else those of the item it is part of.
    pub fn sources(self) -> &'a [Citation] {
        let own = &self.meta().sources;
        match (self, self.whole()) {
            // The version is named alone, without the catalogue that it is part of.
            (Found::Entry(version, _), _) if own.is_empty() => &version.meta.sources,
            (_, Some(whole)) if own.is_empty() => whole.sources(),
            _ => own,
        }
    }
}
