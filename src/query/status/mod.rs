//! Where an instrument stands on a day, by the published table of the data format (`docs/status.md`).

mod standing;
#[cfg(test)]
mod tests;

pub(super) use standing::{Reach, any, is_behind, is_last_day, reach, side};
pub use standing::{Standing, standing, status};

use crate::{
    i18n::Words,
    model::{StageName, StageName::*},
};

/// Where an instrument stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Announced or drafted.
    Proposed,
    /// Comments are asked for; their last day has not passed.
    Open,
    /// Adopted or published; the day of its effect is to come.
    Adopted,
    /// In force.
    InForce,
    /// In force, with a transition whose last day has not passed.
    Grace,
    /// Repealed or superseded.
    Ended,
    /// Withdrawn.
    Withdrawn,
    /// The data do not say.
    Unknown(Why),
}

/// Why the data do not say where an instrument stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// No stage of the table is recorded.
    NoStage,
    /// All recorded stages come later; this one is the first of them.
    Before(StageName),
    /// It was adopted or published, and no day of effect is recorded.
    NoEffect,
    /// The date of this stage is not exact enough: the day lies within what it can mean.
    Inexact(StageName),
    /// The date of this stage has no place in time: it has no year, or neither a first nor a last day.
    Undated(StageName),
    /// Sources disagree on the date of this stage, and the day lies between what they say.
    Disputed(StageName),
}

/// A line of the table: it holds when a stage of the first sort is behind and, where there is a second sort, one of that
/// sort is ahead.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// What then holds.
    pub status: Status,
    /// Any of these is behind.
    pub behind: &'static [StageName],
    /// Any of these is ahead; empty where nothing has to be.
    pub ahead: &'static [StageName],
}

/// The table. The first line that holds decides; when none does, no stage is behind, and the status is not known.
pub const TABLE: [Line; 8] = [
    Line { status: Status::Withdrawn, behind: &[Withdrawn], ahead: &[] },
    Line { status: Status::Ended, behind: &[Repealed, Superseded], ahead: &[] },
    Line { status: Status::Grace, behind: &[Effective, Enforced], ahead: &[GraceEnds] },
    Line { status: Status::InForce, behind: &[Effective, Enforced], ahead: &[] },
    Line { status: Status::Adopted, behind: &[Adopted, Published], ahead: &[Effective, Enforced] },
    Line { status: Status::Unknown(Why::NoEffect), behind: &[Adopted, Published], ahead: &[] },
    Line { status: Status::Open, behind: &[ConsultationOpened], ahead: &[CommentsClose] },
    Line { status: Status::Proposed, behind: &[Announced, Drafted, ConsultationOpened, CommentsClose], ahead: &[] },
];

impl Status {
    /// All, in the order of a life; of what is not known one stands for all.
    pub const ALL: [Status; 8] = [
        Status::Proposed,
        Status::Open,
        Status::Adopted,
        Status::InForce,
        Status::Grace,
        Status::Ended,
        Status::Withdrawn,
        Status::Unknown(Why::NoStage),
    ];

    /// Its word in links; all that is not known has one.
    pub fn word(self) -> &'static str {
        match self {
            Status::Proposed => "proposed",
            Status::Open => "open",
            Status::Adopted => "adopted",
            Status::InForce => "in-force",
            Status::Grace => "grace",
            Status::Ended => "ended",
            Status::Withdrawn => "withdrawn",
            Status::Unknown(_) => "unknown",
        }
    }

    /// The key of its words on the page; what is not known says why, in few words.
    pub fn key(self) -> &'static str {
        match self {
            Status::Proposed => "status-proposed",
            Status::Open => "status-open",
            Status::Adopted => "status-adopted",
            Status::InForce => "status-in-force",
            Status::Grace => "status-grace",
            Status::Ended => "status-ended",
            Status::Withdrawn => "status-withdrawn",
            Status::Unknown(Why::NoStage) => "status-unknown-no-stage",
            Status::Unknown(Why::Before(_)) => "status-unknown-before",
            Status::Unknown(Why::NoEffect) => "status-unknown-no-effect",
            Status::Unknown(Why::Inexact(_)) => "status-unknown-inexact",
            Status::Unknown(Why::Undated(_)) => "status-unknown-undated",
            Status::Unknown(Why::Disputed(_)) => "status-unknown-disputed",
        }
    }

    /// The stage that leaves it open, where one does.
    pub fn stage(self) -> Option<StageName> {
        match self {
            Status::Unknown(Why::Before(stage) | Why::Inexact(stage) | Why::Undated(stage) | Why::Disputed(stage)) => {
                Some(stage)
            }
            _ => None,
        }
    }

    /// In words; what is not known says why and names the stage.
    ///
    /// ```
    /// use annals::{i18n::{Language, Words}, model::StageName, query::{Status, Why}};
    /// let status = Status::Unknown(Why::Inexact(StageName::Effective));
    /// let words = Words::new(Language::En);
    /// assert_eq!(status.told(&words), "not known: a date is not exact enough (takes effect)");
    /// ```
    pub fn told(self, words: &Words) -> String {
        let status = words.text(self.key());
        match self.stage() {
            Some(stage) => {
                let stage = words.text(&format!("stage-{}", stage.word()));
                words.text_with("status-with-stage", &[("status", status.into()), ("stage", stage.into())])
            }
            None => status,
        }
    }
}
