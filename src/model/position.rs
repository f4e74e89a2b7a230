//! What was asked, what is disputed, what was corrected.

use serde::Deserialize;

use super::{Edtf, Fact, Id, Item, Text};

/// A request made by stakeholders, and what became of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Position {
    /// The acts it is about; may be empty.
    #[serde(default)]
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

/// A point on which sources disagree.
#[derive(Clone, Debug, Deserialize)]
pub struct Dispute {
    /// The items concerned; may be empty.
    #[serde(default)]
    pub on: Vec<Id>,
    /// What each source says; may be empty.
    #[serde(default)]
    pub claims: Vec<Item<Claim>>,
}

/// What one source says on a disputed point.
#[derive(Clone, Debug, Deserialize)]
pub struct Claim {
    /// The claim.
    pub text: Text,
}

/// A mistake that was mended.
#[derive(Clone, Debug, Deserialize)]
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
