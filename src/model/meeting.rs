//! Meetings and who came.

use serde::Deserialize;

use super::{Edtf, Fact, Id, Item, Qualifier, Text};

/// A meeting.
#[derive(Clone, Debug, Deserialize)]
pub struct Meeting {
    /// When, or its first day.
    pub date: Fact<Edtf>,
    /// Its last day.
    pub end: Option<Fact<Edtf>>,
    /// Where.
    pub city: Option<Text>,
    /// In which country.
    pub country: Option<Text>,
    /// One of [`crate::load::format::MEETING_FORMATS`].
    pub format: Option<Box<str>>,
    /// Its title.
    pub title: Text,
    /// What it was about; may be empty.
    #[serde(default)]
    pub topics: Vec<Text>,
    /// What happened.
    pub summary: Option<Text>,
    /// Who held it; may be empty.
    #[serde(default)]
    pub organisers: Vec<Id>,
    /// Its agenda, in order; may be empty.
    #[serde(default)]
    pub agenda: Vec<Item<AgendaItem>>,
    /// Who is named; may be empty.
    #[serde(default)]
    pub people: Vec<Item<Person>>,
    /// Who came.
    #[serde(default)]
    pub attendance: Attendance,
    /// What came of it; may be empty.
    #[serde(default)]
    pub outcomes: Vec<Item<Outcome>>,
}

/// One point of an agenda.
#[derive(Clone, Debug, Deserialize)]
pub struct AgendaItem {
    /// The point, in a line.
    pub title: Text,
    /// What was said, in Markdown.
    pub text: Option<Text>,
    /// Who spoke: ids of people of this meeting; may be empty.
    #[serde(default)]
    pub people: Vec<Id>,
    /// The acts it was about; may be empty.
    #[serde(default)]
    pub instruments: Vec<Id>,
}

/// A person named in a source.
#[derive(Clone, Debug, Deserialize)]
pub struct Person {
    /// As printed.
    pub name: Text,
    /// What they did there.
    pub role: Option<Text>,
    /// Where they belong, as printed.
    pub affiliation: Option<Text>,
    /// The actor they belong to.
    pub actor: Option<Id>,
}

/// Who came, as far as sources say.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Attendance {
    /// Stated totals; may be empty, may differ.
    pub totals: Vec<Item<Total>>,
    /// Shares or parts; may be empty.
    pub groups: Vec<Item<Group>>,
    /// Organisations named; may be empty.
    pub organisations: Vec<Item<Organisation>>,
}

/// A stated number of participants.
#[derive(Clone, Debug, Deserialize)]
pub struct Total {
    /// How many.
    pub value: Fact<f64>,
    /// How exact.
    #[serde(default)]
    pub qualifier: Qualifier,
    /// Of whom.
    pub who: Option<Text>,
}

/// A part of those who came.
#[derive(Clone, Debug, Deserialize)]
pub struct Group {
    /// Which part.
    pub label: Text,
    /// How many, or what share.
    pub value: Fact<f64>,
    /// `percent` or `people`.
    pub unit: Option<Text>,
    /// How exact.
    #[serde(default)]
    pub qualifier: Qualifier,
    /// What it is a share of.
    pub whole: Option<Text>,
    /// By how much the shares may miss the whole.
    pub tolerance: Option<f64>,
}

/// An organisation named at a meeting.
#[derive(Clone, Debug, Deserialize)]
pub struct Organisation {
    /// As printed.
    pub label: Text,
    /// The actor it is.
    pub actor: Option<Id>,
    /// What sort of organisation.
    pub kind: Option<Box<str>>,
    /// Where its headquarters were, or whom it represents.
    pub seat: Option<Text>,
    /// In what capacity.
    pub status: Presence,
}

/// In what capacity an organisation is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Presence {
    Speaker,
    Present,
    Apologies,
    NotNamed,
    Unknown,
}

impl Presence {
    /// The word of the data format.
    pub fn word(self) -> &'static str {
        ["speaker", "present", "apologies", "not-named", "unknown"][self as usize]
    }
}

/// What came of a meeting.
#[derive(Clone, Debug, Deserialize)]
pub struct Outcome {
    /// In Markdown.
    pub text: Text,
}
