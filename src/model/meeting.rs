//! Meetings and who came.

use super::{
    Edtf, Fact, Id, Item, Qualifier, Text,
    tree::{Fields, FromTree, Value, one_of},
};

/// A meeting.
#[derive(Clone, Debug)]
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
    pub topics: Vec<Text>,
    /// What happened.
    pub summary: Option<Text>,
    /// Who held it; may be empty.
    pub organisers: Vec<Id>,
    /// Its agenda, in order; may be empty.
    pub agenda: Vec<Item<AgendaItem>>,
    /// Who is named; may be empty.
    pub people: Vec<Item<Person>>,
    /// Who came.
    pub attendance: Attendance,
    /// What came of it; may be empty.
    pub outcomes: Vec<Item<Outcome>>,
}

impl FromTree for Meeting {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Meeting {
            date: fields.must("date")?,
            title: fields.must("title")?,
            end: fields.may("end"),
            city: fields.may("city"),
            country: fields.may("country"),
            format: fields.may("format"),
            topics: fields.or_default("topics"),
            summary: fields.may("summary"),
            organisers: fields.or_default("organisers"),
            agenda: fields.or_default("agenda"),
            people: fields.or_default("people"),
            attendance: fields.or_default("attendance"),
            outcomes: fields.or_default("outcomes"),
        };
        fields.whole(read)
    }
}

/// One point of an agenda.
#[derive(Clone, Debug)]
pub struct AgendaItem {
    /// The point, in a line.
    pub title: Text,
    /// What was said, in Markdown.
    pub text: Option<Text>,
    /// Who spoke: ids of people of this meeting; may be empty.
    pub people: Vec<Id>,
    /// The acts it was about; may be empty.
    pub instruments: Vec<Id>,
}

impl FromTree for AgendaItem {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = AgendaItem {
            title: fields.must("title")?,
            text: fields.may("text"),
            people: fields.or_default("people"),
            instruments: fields.or_default("instruments"),
        };
        fields.whole(read)
    }
}

/// A person named in a source.
#[derive(Clone, Debug)]
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

impl FromTree for Person {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Person {
            name: fields.must("name")?,
            role: fields.may("role"),
            affiliation: fields.may("affiliation"),
            actor: fields.may("actor"),
        };
        fields.whole(read)
    }
}

/// Who came, as far as sources say.
#[derive(Clone, Debug, Default)]
pub struct Attendance {
    /// Stated totals; may be empty, may differ.
    pub totals: Vec<Item<Total>>,
    /// Shares or parts; may be empty.
    pub groups: Vec<Item<Group>>,
    /// Organisations named; may be empty.
    pub organisations: Vec<Item<Organisation>>,
}

impl FromTree for Attendance {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Attendance {
            totals: fields.or_default("totals"),
            groups: fields.or_default("groups"),
            organisations: fields.or_default("organisations"),
        };
        fields.whole(read)
    }
}

/// A stated number of participants.
#[derive(Clone, Debug)]
pub struct Total {
    /// How many.
    pub value: Fact<f64>,
    /// How exact.
    pub qualifier: Qualifier,
    /// Of whom.
    pub who: Option<Text>,
}

impl FromTree for Total {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read =
            Total { value: fields.must("value")?, qualifier: fields.or_default("qualifier"), who: fields.may("who") };
        fields.whole(read)
    }
}

/// A part of those who came.
#[derive(Clone, Debug)]
pub struct Group {
    /// Which part.
    pub label: Text,
    /// How many, or what share.
    pub value: Fact<f64>,
    /// `percent` or `people`.
    pub unit: Option<Text>,
    /// How exact.
    pub qualifier: Qualifier,
    /// What it is a share of.
    pub whole: Option<Text>,
    /// By how much the shares may miss the whole.
    pub tolerance: Option<f64>,
    /// How many it is, where it is given as a share.
    pub part: Option<f64>,
    /// Out of how many.
    pub base: Option<f64>,
    /// Why the shares miss the whole, as declared: rounding, non-exclusive, error or unknown.
    pub cause: Option<Box<str>>,
}

impl FromTree for Group {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Group {
            label: fields.must("label")?,
            value: fields.must("value")?,
            unit: fields.may("unit"),
            qualifier: fields.or_default("qualifier"),
            whole: fields.may("whole"),
            tolerance: fields.may("tolerance"),
            part: fields.may("part"),
            base: fields.may("base"),
            cause: fields.may("cause"),
        };
        fields.whole(read)
    }
}

/// An organisation named at a meeting.
#[derive(Clone, Debug)]
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

impl FromTree for Organisation {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Organisation {
            label: fields.must("label")?,
            status: fields.must("status")?,
            actor: fields.may("actor"),
            kind: fields.may("kind"),
            seat: fields.may("seat"),
        };
        fields.whole(read)
    }
}

/// In what capacity an organisation is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Presence {
    Speaker,
    Present,
    Apologies,
    NotNamed,
    Unknown,
}

impl Presence {
    /// All, with the word of the data format.
    pub const ALL: [(Presence, &str); 5] = [
        (Presence::Speaker, "speaker"),
        (Presence::Present, "present"),
        (Presence::Apologies, "apologies"),
        (Presence::NotNamed, "not-named"),
        (Presence::Unknown, "unknown"),
    ];

    /// The word of the data format.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

impl FromTree for Presence {
    fn from_tree(tree: &Value) -> Option<Self> {
        one_of(tree, &Self::ALL)
    }
}

/// What came of a meeting.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// In Markdown.
    pub text: Text,
}

impl FromTree for Outcome {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Outcome { text: fields.must("text")? };
        fields.whole(read)
    }
}
