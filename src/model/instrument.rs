//! Policy acts and the stages of their lives.

use super::{
    Edtf, Fact, Id, Item, Relation, Text,
    tree::{Fields, FromTree, Value, one_of},
};

/// A policy act: law, regulation, announcement, plan, draft.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// Its title.
    pub title: Text,
    /// Its official number.
    pub number: Option<Text>,
    /// What sort of act; free word.
    pub kind: Option<Box<str>>,
    /// Who issued it; may be empty.
    pub issuers: Vec<Id>,
    /// What it is about.
    pub description: Option<Text>,
    /// Its stages, in the order of the document; may be empty.
    pub stages: Vec<Item<Stage>>,
    /// Links to other instruments; may be empty.
    pub relations: Vec<Relation>,
}

impl FromTree for Instrument {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Instrument {
            title: fields.must("title")?,
            number: fields.may("number"),
            kind: fields.may("kind"),
            issuers: fields.or_default("issuers"),
            description: fields.may("description"),
            stages: fields.or_default("stages"),
            relations: fields.or_default("relations"),
        };
        fields.whole(read)
    }
}

/// One dated step of an instrument's life.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Which step.
    pub stage: StageName,
    /// When.
    pub date: Fact<Edtf>,
    /// Earlier dates that were moved; may be empty.
    pub previous: Vec<Fact<Edtf>>,
    /// The event in which it happened.
    pub event: Option<Id>,
}

impl FromTree for Stage {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Stage {
            stage: fields.must("stage")?,
            date: fields.must("date")?,
            previous: fields.or_default("previous"),
            event: fields.may("event"),
        };
        fields.whole(read)
    }
}

/// The steps of an instrument's life, in their usual order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum StageName {
    Announced,
    Drafted,
    ConsultationOpened,
    CommentsClose,
    Adopted,
    Published,
    Effective,
    Enforced,
    GraceEnds,
    Amended,
    Repealed,
    Superseded,
    Withdrawn,
}

impl StageName {
    /// All steps, in their usual order, with the word of the data format.
    pub const ALL: [(StageName, &'static str); 13] = [
        (StageName::Announced, "announced"),
        (StageName::Drafted, "drafted"),
        (StageName::ConsultationOpened, "consultation-opened"),
        (StageName::CommentsClose, "comments-close"),
        (StageName::Adopted, "adopted"),
        (StageName::Published, "published"),
        (StageName::Effective, "effective"),
        (StageName::Enforced, "enforced"),
        (StageName::GraceEnds, "grace-ends"),
        (StageName::Amended, "amended"),
        (StageName::Repealed, "repealed"),
        (StageName::Superseded, "superseded"),
        (StageName::Withdrawn, "withdrawn"),
    ];

    /// The word of the data format.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

impl FromTree for StageName {
    fn from_tree(tree: &Value) -> Option<Self> {
        one_of(tree, &Self::ALL)
    }
}
