//! Where an instrument stands on a day, by the published table of the data format.

use crate::model::{Day, Instrument, StageName, StageName::*};

/// Where an instrument stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Announced or drafted.
    Proposed,
    /// Comments are asked for, until a day that is to come.
    Open,
    /// Adopted or published; the day of its effect is to come.
    Adopted,
    /// In force.
    InForce,
    /// In force, with a transition that has not ended.
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
    /// No stage is recorded up to that day.
    NoStage,
    /// It was adopted or published, and no day of effect is recorded.
    NoEffect,
    /// A date that decides is not exact enough.
    Inexact,
}

impl Status {
    /// All, in the order of a life.
    pub const ALL: [Status; 10] = [
        Status::Proposed,
        Status::Open,
        Status::Adopted,
        Status::InForce,
        Status::Grace,
        Status::Ended,
        Status::Withdrawn,
        Status::Unknown(Why::NoStage),
        Status::Unknown(Why::NoEffect),
        Status::Unknown(Why::Inexact),
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

    /// The key of its words on the page; what is not known says why.
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
            Status::Unknown(Why::NoEffect) => "status-unknown-no-effect",
            Status::Unknown(Why::Inexact) => "status-unknown-inexact",
        }
    }
}

/// Where an instrument stands at the end of a day.
///
/// A date that is not exact may lie before or after the day. Where that makes a difference, the status is not known.
pub fn status(instrument: &Instrument, day: Day) -> Status {
    let surely = settled(instrument, |earliest_latest| earliest_latest.1.is_some_and(|latest| latest <= day));
    let perhaps = settled(instrument, |earliest_latest| earliest_latest.0.is_none_or(|earliest| earliest <= day));
    if surely == perhaps { surely } else { Status::Unknown(Why::Inexact) }
}

/// The table: the first line that holds decides. `is_reached` tells of a stage by the first and last day it can mean.
fn settled(instrument: &Instrument, is_reached: impl Fn((Option<Day>, Option<Day>)) -> bool) -> Status {
    let has = |names: &[StageName], reached: bool| {
        let mut stages = instrument.stages.iter().filter(|stage| names.contains(&stage.stage));
        stages.any(|stage| is_reached((stage.date.value.earliest(), stage.date.value.latest())) == reached)
    };
    let is = |names: &[StageName]| has(names, true);
    let comes = |names: &[StageName]| has(names, false);
    if is(&[Withdrawn]) {
        Status::Withdrawn
    } else if is(&[Repealed, Superseded]) {
        Status::Ended
    } else if is(&[Effective, Enforced]) {
        if comes(&[GraceEnds]) { Status::Grace } else { Status::InForce }
    } else if is(&[Adopted, Published]) {
        if comes(&[Effective, Enforced]) { Status::Adopted } else { Status::Unknown(Why::NoEffect) }
    } else if is(&[ConsultationOpened]) && comes(&[CommentsClose]) {
        Status::Open
    } else if is(&[Announced, Drafted, ConsultationOpened, CommentsClose]) {
        Status::Proposed
    } else {
        Status::Unknown(Why::NoStage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    /// The status on a day of an instrument with these stages, each a word and a date.
    fn on(day: &str, stages: &[(&str, &str)]) -> Status {
        let stages: Vec<_> =
            stages.iter().map(|(stage, date)| format!(r#"{{"stage":"{stage}","date":"{date}"}}"#)).collect();
        let json = format!(
            r#"{{"annals":1,"id":"x","title":"X","instruments":[{{"id":"i","title":"I","stages":[{}]}}]}}"#,
            stages.join(",")
        );
        let loaded = load(json.as_bytes()).unwrap();
        status(&loaded.briefing.instruments[0], Day::parse(day).unwrap())
    }

    #[test]
    fn a_life_goes_through_the_table() {
        let life = [
            ("drafted", "2019-01-10"),
            ("consultation-opened", "2019-03-01"),
            ("comments-close", "2019-04-01"),
            ("adopted", "2019-06-01"),
            ("effective", "2019-09-01"),
            ("grace-ends", "2020-01-01"),
            ("repealed", "2024-05-05"),
        ];
        for (day, expected) in [
            ("2019-01-09", Status::Unknown(Why::NoStage)),
            ("2019-01-10", Status::Proposed),
            ("2019-03-01", Status::Open),
            ("2019-04-01", Status::Proposed),
            ("2019-06-01", Status::Adopted),
            ("2019-09-01", Status::Grace),
            ("2019-12-31", Status::Grace),
            ("2020-01-01", Status::InForce),
            ("2024-05-05", Status::Ended),
        ] {
            assert_eq!(on(day, &life), expected, "{day}");
        }
    }

    #[test]
    fn what_is_not_said_is_not_known() {
        assert_eq!(on("2020-01-01", &[]), Status::Unknown(Why::NoStage));
        assert_eq!(on("2020-01-01", &[("published", "2019")]), Status::Unknown(Why::NoEffect));
        assert_eq!(on("2020-01-01", &[("published", "2019"), ("withdrawn", "2019-12")]), Status::Withdrawn);
    }

    #[test]
    fn a_date_that_may_lie_on_either_side_leaves_it_open() {
        assert_eq!(on("2019-06-01", &[("effective", "2019")]), Status::Unknown(Why::Inexact));
        assert_eq!(on("2019-12-31", &[("effective", "2019")]), Status::InForce);
        assert_eq!(on("2018-12-31", &[("effective", "2019")]), Status::Unknown(Why::NoStage));
        // Either way it was in force already.
        assert_eq!(on("2019-06-01", &[("effective", "2018"), ("enforced", "2019")]), Status::InForce);
        assert_eq!(on("2019-06-01", &[("effective", "XXXX-08-24")]), Status::Unknown(Why::Inexact));
    }
}
