//! What was asked, what is disputed, what was corrected.

use super::{
    Edtf, Fact, Id, Item, Text,
    tree::{Fields, FromTree, Value},
};

/// A request made by stakeholders, and what became of it.
#[derive(Clone, Debug)]
pub struct Position {
    /// The acts it is about; may be empty.
    pub instruments: Vec<Id>,
    /// What was asked.
    pub ask: Text,
    /// Who asked.
    pub by: Option<Text>,
    /// At which meeting.
    pub raised_at: Option<Id>,
    /// What was answered.
    pub response: Option<Text>,
    /// What came of it.
    pub result: Option<Text>,
}

impl FromTree for Position {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Position {
            ask: fields.must("ask")?,
            instruments: fields.or_default("instruments"),
            by: fields.may("by"),
            raised_at: fields.may("raised_at"),
            response: fields.may("response"),
            result: fields.may("result"),
        };
        fields.whole(read)
    }
}

/// A point on which sources disagree.
#[derive(Clone, Debug)]
pub struct Dispute {
    /// The items concerned; may be empty.
    pub on: Vec<Id>,
    /// What each source says; may be empty.
    pub claims: Vec<Item<Claim>>,
}

impl FromTree for Dispute {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Dispute { on: fields.or_default("on"), claims: fields.or_default("claims") };
        fields.whole(read)
    }
}

/// What one source says on a disputed point.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The claim.
    pub text: Text,
}

impl FromTree for Claim {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Claim { text: fields.must("text")? };
        fields.whole(read)
    }
}

/// A mistake that was mended.
#[derive(Clone, Debug)]
pub struct Correction {
    /// When it was mended.
    pub date: Fact<Edtf>,
    /// The item concerned.
    pub on: Option<Id>,
    /// What stood there.
    pub was: Option<Text>,
    /// What stands there.
    pub now: Option<Text>,
    /// Why.
    pub why: Option<Text>,
}

impl FromTree for Correction {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Correction {
            date: fields.must("date")?,
            on: fields.may("on"),
            was: fields.may("was"),
            now: fields.may("now"),
            why: fields.may("why"),
        };
        fields.whole(read)
    }
}
