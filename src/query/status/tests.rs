use proptest::prelude::*;

use super::*;
use crate::{load::load, model::Day, query::Moment};

/// An instrument with these stages, each a word and a date as JSON.
fn instrument(stages: &[(&str, &str)]) -> crate::model::Item<crate::model::Instrument> {
    let stages: Vec<_> = stages.iter().map(|(stage, date)| format!(r#"{{"stage":"{stage}","date":{date}}}"#)).collect();
    let json = format!(
        r#"{{"annals":1,"id":"x","title":"X","instruments":[{{"id":"i","title":"I","stages":[{}]}}]}}"#,
        stages.join(",")
    );
    load(json.as_bytes()).unwrap().briefing.instruments.remove(0)
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The status on a day of an instrument with these stages, each a word and a date.
fn on(at: &str, stages: &[(&str, &str)]) -> Status {
    let quoted: Vec<_> = stages.iter().map(|(stage, date)| (*stage, format!("\"{date}\""))).collect();
    let stages: Vec<_> = quoted.iter().map(|(stage, date)| (*stage, date.as_str())).collect();
    status(&instrument(&stages), day(at))
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
    for (at, expected) in [
        ("2019-01-09", Status::Unknown(Why::Before(Drafted))),
        ("2019-01-10", Status::Proposed),
        ("2019-03-01", Status::Open),
        ("2019-04-01", Status::Open),
        ("2019-04-02", Status::Proposed),
        ("2019-06-01", Status::Adopted),
        ("2019-09-01", Status::Grace),
        ("2020-01-01", Status::Grace),
        ("2020-01-02", Status::InForce),
        ("2024-05-05", Status::Ended),
    ] {
        assert_eq!(on(at, &life), expected, "{at}");
    }
}

#[test]
fn what_is_not_said_is_not_known() {
    assert_eq!(on("2020-01-01", &[]), Status::Unknown(Why::NoStage));
    assert_eq!(on("2020-01-01", &[("amended", "2019")]), Status::Unknown(Why::NoStage));
    assert_eq!(on("2020-01-01", &[("published", "2019")]), Status::Unknown(Why::NoEffect));
    assert_eq!(on("2020-01-01", &[("published", "2019"), ("withdrawn", "2019-12")]), Status::Withdrawn);
}

#[test]
fn a_date_that_may_lie_on_either_side_leaves_it_open_and_is_named() {
    assert_eq!(on("2019-06-01", &[("effective", "2019")]), Status::Unknown(Why::Inexact(Effective)));
    assert_eq!(on("2019-12-31", &[("effective", "2019")]), Status::InForce);
    assert_eq!(on("2018-12-31", &[("effective", "2019")]), Status::Unknown(Why::Before(Effective)));
    // Either way it was in force already.
    assert_eq!(on("2019-06-01", &[("effective", "2018"), ("enforced", "2019")]), Status::InForce);
    assert_eq!(on("2019-06-01", &[("effective", "XXXX-08-24")]), Status::Unknown(Why::Undated(Effective)));
    // Too far away for an axis, and yet after the day.
    assert_eq!(on("2019-06-01", &[("adopted", "2018"), ("effective", "Y20000")]), Status::Adopted);
    // Opened and closed in one month: not yet, open, or over.
    let both = [("announced", "2018"), ("consultation-opened", "2019-09"), ("comments-close", "2019-09")];
    assert_eq!(on("2019-09-15", &both), Status::Unknown(Why::Inexact(ConsultationOpened)));
}

#[test]
fn a_disputed_date_leaves_it_open_between_what_sources_say() {
    let date = r#"{"value":"2023-08-10","alternatives":["2023-09-05"]}"#;
    let act = instrument(&[("published", "\"2023-06-01\""), ("effective", date)]);
    assert_eq!(status(&act, day("2023-08-09")), Status::Adopted);
    assert_eq!(status(&act, day("2023-08-10")), Status::Unknown(Why::Disputed(Effective)));
    assert_eq!(status(&act, day("2023-09-05")), Status::InForce);
}

#[test]
fn an_amendment_is_a_flag() {
    let act = instrument(&[("effective", "\"2012\""), ("amended", "\"2023\"")]);
    let at = |text| standing(&act, Moment::default(), day(text));
    assert_eq!(at("2022-12-31"), Standing { status: Status::InForce, amended: Some(false) });
    assert_eq!(at("2023-06-01"), Standing { status: Status::InForce, amended: None });
    assert_eq!(at("2023-12-31"), Standing { status: Status::InForce, amended: Some(true) });
}

#[test]
fn stages_that_had_not_been_recorded_do_not_count() {
    let json = r#"{"annals":1,"id":"x","title":"X","instruments":[{"id":"i","title":"I","recorded_on":"2019-01-01","stages":[
        {"stage":"adopted","date":"2018"},{"stage":"effective","date":"2018-06-01","recorded_on":"2020-05-01"}]}]}"#;
    let act = load(json.as_bytes()).unwrap().briefing.instruments.remove(0);
    let at =
        |known| standing(&act, Moment { asof: Some(day("2019-01-01")), known: Day::parse(known) }, day("2030-01-01"));
    assert_eq!(at("").status, Status::InForce);
    assert_eq!(at("2020-05-01").status, Status::InForce);
    assert_eq!(at("2020-04-30").status, Status::Unknown(Why::NoEffect));
    assert_eq!(at("2018-12-31").status, Status::Unknown(Why::NoStage));
}

/// The table in words of its own, for stages of which exactly some are behind.
fn by_hand(stages: &[(StageName, bool)]) -> &'static str {
    let has = |name: StageName, behind: bool| stages.contains(&(name, behind));
    let in_force = has(Effective, true) || has(Enforced, true);
    let issued = has(Adopted, true) || has(Published, true);
    let heard = [Announced, Drafted, ConsultationOpened, CommentsClose].iter().any(|&name| has(name, true));
    match () {
        () if has(Withdrawn, true) => "withdrawn",
        () if has(Repealed, true) || has(Superseded, true) => "ended",
        () if in_force && has(GraceEnds, false) => "grace",
        () if in_force => "in-force",
        () if issued && (has(Effective, false) || has(Enforced, false)) => "adopted",
        () if issued => "no-effect",
        () if has(ConsultationOpened, true) && has(CommentsClose, false) => "open",
        () if heard => "proposed",
        () => "nothing",
    }
}

fn word(status: Status) -> &'static str {
    match status {
        Status::Unknown(Why::NoEffect) => "no-effect",
        Status::Unknown(Why::NoStage | Why::Before(_)) => "nothing",
        other => other.word(),
    }
}

/// Dates of all sorts, most of them near one another.
fn dates() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (1_u8..=2, 1_u8..=9).prop_map(|(month, of_month)| format!("2019-0{month}-0{of_month}")),
        2 => (1_u8..=3).prop_map(|month| format!("2019-0{month}")),
        1 => (2018_u16..=2020).prop_map(|year| year.to_string()),
        1 => prop::sample::select(vec!["XXXX-01-05", "2019-01-03/2019-01-07", "../2019-01-04", "2019-02/..", "Y20000"])
            .prop_map(str::to_owned),
    ]
}

fn lives() -> impl Strategy<Value = Vec<(StageName, String, Option<String>)>> {
    let stage = (0..StageName::ALL.len()).prop_map(|at| StageName::ALL[at].0);
    prop::collection::vec((stage, dates(), prop::option::weighted(0.2, dates())), 0..8)
}

fn made(life: &[(StageName, String, Option<String>)]) -> crate::model::Item<crate::model::Instrument> {
    let date = |date: &str, other: &Option<String>| match other {
        Some(other) => format!(r#"{{"value":"{date}","alternatives":["{other}"]}}"#),
        None => format!("\"{date}\""),
    };
    let stages: Vec<_> = life.iter().map(|(stage, value, other)| (stage.word(), date(value, other))).collect();
    let stages: Vec<_> = stages.iter().map(|(stage, date)| (*stage, date.as_str())).collect();
    instrument(&stages)
}

proptest! {
    /// Each stage that may be on either side is tried on both: the status is what holds in all cases, else not known.
    #[test]
    fn the_status_is_what_holds_in_every_case(life in lives(), at in 0_i64..90) {
        let at = day("2018-12-20").add_days(at);
        let act = made(&life);
        let sides: Vec<(StageName, Reach)> =
            act.stages.iter().map(|stage| (stage.stage, reach(stage, at))).collect();
        let open: Vec<usize> =
            (0..sides.len()).filter(|&one| matches!(sides[one].1, Reach::Open(_))).collect();
        let cases: Vec<&str> = (0..1_u32 << open.len())
            .map(|case| {
                let is_behind = |one: usize| match open.iter().position(|&other| other == one) {
                    Some(digit) => case >> digit & 1 == 1,
                    None => sides[one].1 == Reach::Behind,
                };
                by_hand(&sides.iter().enumerate().map(|(one, side)| (side.0, is_behind(one))).collect::<Vec<_>>())
            })
            .collect();
        let found = status(&act, at);
        if cases.iter().all(|case| *case == cases[0]) {
            prop_assert_eq!(word(found), cases[0]);
        } else {
            // The stage named is one that is open, for the reason named.
            let Status::Unknown(why) = found else { return Err(TestCaseError::fail(format!("{found:?}, {cases:?}"))) };
            prop_assert!(sides.iter().any(|side| side.1 == Reach::Open(why)), "{why:?}");
        }
    }

    /// Whether a stage is behind follows from its dates alone, day by day: first surely ahead, then open, then surely behind.
    #[test]
    fn a_stage_once_behind_stays_behind(life in lives(), at in 0_i64..90) {
        let at = day("2018-12-20").add_days(at);
        for stage in &made(&life).stages {
            let rank = |reach| match reach { Reach::Ahead => 0, Reach::Open(_) => 1, Reach::Behind => 2 };
            prop_assert!(rank(reach(stage, at)) <= rank(reach(stage, at.add_days(1))));
        }
    }
}
