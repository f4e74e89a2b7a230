//! The briefing: one validated data set.

use serde::Deserialize;

use super::{
    Actor, Catalogue, Correction, Dispute, Edtf, Event, Figure, GlossaryEntry, Id, Instrument, Item, Meeting, Position,
    Series, Source, Step, Target, Text, Track, View,
};

/// One validated data set. Every list keeps the order of the document and may be empty.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Briefing {
    pub card: Card,
    pub corrections: Vec<Item<Correction>>,
    pub sources: Vec<Item<Source>>,
    pub actors: Vec<Item<Actor>>,
    pub tracks: Vec<Item<Track>>,
    pub events: Vec<Item<Event>>,
    pub instruments: Vec<Item<Instrument>>,
    pub series: Vec<Item<Series>>,
    pub targets: Vec<Item<Target>>,
    pub catalogues: Vec<Item<Catalogue>>,
    pub meetings: Vec<Item<Meeting>>,
    pub positions: Vec<Item<Position>>,
    pub disputes: Vec<Item<Dispute>>,
    pub figures: Vec<Item<Figure>>,
    pub views: Vec<Item<View>>,
    pub story: Vec<Item<Step>>,
    pub glossary: Vec<Item<GlossaryEntry>>,
}

/// The data set's own card.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Card {
    /// Id of the briefing.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// What it covers, in Markdown.
    pub summary: Option<Text>,
    /// BCP 47 tags; the first is that of bare texts. Never empty after loading.
    pub languages: Vec<Box<str>>,
    /// The day to which the data are current.
    pub as_of: Option<Edtf>,
    /// Name of this edition.
    pub edition: Option<Text>,
    /// Terms of use.
    pub licence: Option<Text>,
    /// Who publishes it.
    pub publisher: Option<Text>,
    /// Where to write: https or mailto.
    pub contact: Option<Box<str>>,
    /// How it was made, in Markdown.
    pub method: Option<Text>,
    /// Days that do not count as working days; may be empty.
    pub holidays: Vec<Holiday>,
}

/// A day that does not count as a working day.
#[derive(Clone, Debug, Deserialize)]
pub struct Holiday {
    /// Which day.
    pub date: Edtf,
    /// Its name.
    pub title: Option<Text>,
}

impl Card {
    /// The language of bare texts.
    pub fn first_language(&self) -> &str {
        self.languages.first().map_or("en", |tag| tag)
    }
}
