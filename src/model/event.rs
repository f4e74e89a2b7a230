//! What happened when.

use serde::Deserialize;

use super::{Citation, Edtf, Fact, Id, Text};

/// A band of the timeline.
#[derive(Clone, Debug, Deserialize)]
pub struct Track {
    /// Its name.
    pub title: Text,
    /// The band it is part of; two levels.
    pub parent: Option<Id>,
}

/// Something that happened, or will, at a date or over a span.
#[derive(Clone, Debug, Deserialize)]
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
    #[serde(default)]
    pub actors: Vec<Id>,
    /// The policy acts concerned; may be empty.
    #[serde(default)]
    pub instruments: Vec<Id>,
    /// The meeting this event is.
    pub meeting: Option<Id>,
    /// Links to other events; may be empty.
    #[serde(default)]
    pub relations: Vec<Relation>,
}

/// A link from one event or instrument to an earlier one.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Relation {
    /// One of [`crate::load::format::RELATIONS`].
    #[serde(rename = "type")]
    pub kind: Box<str>,
    /// The earlier item.
    pub to: Id,
    /// Where the link is stated; may be empty.
    #[serde(default)]
    pub sources: Vec<Citation>,
    /// A remark.
    pub note: Option<Text>,
}
