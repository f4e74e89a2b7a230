//! What happened when.

use super::{
    Citation, Edtf, Fact, Id, Text,
    tree::{Fields, FromTree, Value},
};

/// A band of the timeline.
#[derive(Clone, Debug)]
pub struct Track {
    /// Its name.
    pub title: Text,
    /// The band it is part of; two levels.
    pub parent: Option<Id>,
}

impl FromTree for Track {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Track { title: fields.must("title")?, parent: fields.may("parent") };
        fields.whole(read)
    }
}

/// Something that happened, or will, at a date or over a span.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its band.
    pub track: Option<Id>,
    /// When, or when it began.
    pub date: Fact<Edtf>,
    /// Its last day, of a span.
    pub end: Option<Fact<Edtf>>,
    /// What happened, in a line.
    pub title: Text,
    /// What happened, in a few sentences.
    pub summary: Option<Text>,
    /// What sort of event; free word.
    pub kind: Option<Box<str>>,
    /// Number of the document.
    pub number: Option<Text>,
    /// Who acted; may be empty.
    pub actors: Vec<Id>,
    /// The policy acts concerned; may be empty.
    pub instruments: Vec<Id>,
    /// The meeting this event is.
    pub meeting: Option<Id>,
    /// Links to other events; may be empty.
    pub relations: Vec<Relation>,
}

impl FromTree for Event {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Event {
            date: fields.must("date")?,
            title: fields.must("title")?,
            track: fields.may("track"),
            end: fields.may("end"),
            summary: fields.may("summary"),
            kind: fields.may("kind"),
            number: fields.may("number"),
            actors: fields.or_default("actors"),
            instruments: fields.or_default("instruments"),
            meeting: fields.may("meeting"),
            relations: fields.or_default("relations"),
        };
        fields.whole(read)
    }
}

/// A link from one event or instrument to an earlier one.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// One of [`crate::load::format::RELATIONS`].
    pub kind: Box<str>,
    /// The earlier item.
    pub to: Id,
    /// Where the link is stated; may be empty.
    pub sources: Vec<Citation>,
    /// A remark.
    pub note: Option<Text>,
}

impl FromTree for Relation {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Relation {
            kind: fields.must("type")?,
            to: fields.must("to")?,
            sources: fields.or_default("sources"),
            note: fields.may("note"),
        };
        fields.whole(read)
    }
}
