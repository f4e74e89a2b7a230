//! The briefing: one validated data set.

use super::{
    Actor, Catalogue, Correction, Dispute, Edtf, Event, Figure, GlossaryEntry, Id, Instrument, Item, Meeting, Position,
    Series, Source, Step, Target, Text, Track, View,
    tree::{Fields, FromTree, Value},
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
#[derive(Clone, Debug, Default)]
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

impl FromTree for Card {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Card {
            id: fields.or_default("id"),
            title: fields.or_default("title"),
            summary: fields.may("summary"),
            languages: fields.or_default("languages"),
            as_of: fields.may("as_of"),
            edition: fields.may("edition"),
            licence: fields.may("licence"),
            publisher: fields.may("publisher"),
            contact: fields.may("contact"),
            method: fields.may("method"),
            holidays: fields.or_default("holidays"),
        };
        fields.whole(read)
    }
}

/// A day that does not count as a working day.
#[derive(Clone, Debug)]
pub struct Holiday {
    /// Which day.
    pub date: Edtf,
    /// Its name.
    pub title: Option<Text>,
}

impl FromTree for Holiday {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Holiday { date: fields.must("date")?, title: fields.may("title") };
        fields.whole(read)
    }
}

impl Card {
    /// The language of bare texts.
    pub fn first_language(&self) -> &str {
        self.languages.first().map_or("en", |tag| tag)
    }
}
