//! Cases written by hand from the facts: act, day, where it stands, why. They cover every status and every transition.

use std::collections::BTreeSet;

use annals::{
    load::load,
    model::{Briefing, Day, Instrument, Item, StageName, StageName::*},
    query::{Moment, Status, Why, standing, status},
};

use super::{fixture, transitions::possible};
use crate::briefing;

const BEFORE: fn(StageName) -> Status = |stage| Status::Unknown(Why::Before(stage));
const INEXACT: fn(StageName) -> Status = |stage| Status::Unknown(Why::Inexact(stage));
const UNDATED: fn(StageName) -> Status = |stage| Status::Unknown(Why::Undated(stage));
const DISPUTED: fn(StageName) -> Status = |stage| Status::Unknown(Why::Disputed(stage));
const ISSUED: Status = Status::Unknown(Why::NoEffect);

type Case = (&'static str, &'static str, Status, &'static str);

/// Acts of the built-in briefing.
fn built_in() -> Vec<Case> {
    use Status::{Adopted as Awaited, Ended, Grace, InForce, Open, Proposed};
    vec![
        (
            "in-law-natstd-2022",
            "2020-12-18",
            BEFORE(ConsultationOpened),
            "nothing is recorded before the draft of December 2020",
        ),
        ("in-law-natstd-2022", "2020-12-19", Open, "the consultation opens"),
        ("in-law-natstd-2022", "2021-01-18", Open, "the last day for comments"),
        ("in-law-natstd-2022", "2021-01-19", Proposed, "comments are closed, no text is issued"),
        ("in-law-natstd-2022", "2022-09-21", Proposed, "still the day before publication"),
        ("in-law-natstd-2022", "2022-09-22", Awaited, "published, in force from 1 March 2023"),
        ("in-law-natstd-2022", "2023-02-28", Awaited, "the day before"),
        ("in-law-natstd-2022", "2023-03-01", InForce, "it takes effect"),
        ("in-law-2017", "2017-09-04", BEFORE(Drafted), "the draft of the second reading comes the day after"),
        ("in-law-2017", "2017-09-05", Proposed, "drafted"),
        ("in-law-2017", "2017-11-04", Awaited, "adopted, in force from 2018"),
        ("in-law-2017", "2018-01-01", InForce, "it takes effect"),
        ("in-law-mand", "2019-05-06", Open, "notified, comments until 30 June"),
        ("in-law-mand", "2019-12-15", INEXACT(Adopted), "adopted some day of December 2019"),
        ("in-law-mand", "2019-12-31", Awaited, "by the end of the month it was adopted"),
        ("in-law-mand", "2020-01-15", Awaited, "the day of publication is not known and makes no difference"),
        ("in-law-mand", "2020-06-01", InForce, "it takes effect"),
        ("in-ccc-2025-57", "2025-12-27", BEFORE(Announced), "the text is dated the day after"),
        ("in-ccc-2025-57", "2025-12-28", Proposed, "announced; nothing else is recorded yet"),
        ("in-ccc-2025-57", "2026-06-30", Proposed, "the day before applications open"),
        ("in-ccc-2025-57", "2026-07-01", Grace, "in effect; certificates are converted until the end of the year"),
        ("in-ccc-2025-57", "2026-12-31", Grace, "the last day for conversion"),
        ("in-ccc-2025-57", "2027-01-01", InForce, "the obligation starts, the transition is over"),
        ("in-ccc-2019-44", "2019-12-31", Proposed, "announced, the obligation starts the day after"),
        ("in-ccc-2019-44", "2020-01-01", Grace, "the obligation starts, conversion until 31 October"),
        ("in-ccc-2019-44", "2020-11-01", InForce, "remaining certificates lapse"),
        ("in-ccc-2023-10", "2023-07-31", Proposed, "announced, applications open the day after"),
        ("in-ccc-2023-10", "2023-08-01", InForce, "applications open"),
        ("in-ccc-2018-29", "2018-12-02", BEFORE(Announced), "announced the day after"),
        ("in-ccc-2018-29", "2018-12-03", InForce, "announced with immediate effect"),
        ("in-ccc-regime", "2002-04-30", BEFORE(Effective), "its beginning is the first day of applications"),
        ("in-ccc-regime", "2002-05-01", InForce, "applications open"),
        ("in-ccc-00c-003", "2013-09-23", BEFORE(Published), "published the day after"),
        ("in-ccc-00c-003", "2013-09-24", Awaited, "published, in force a week later"),
        ("in-ccc-00c-003", "2013-10-01", InForce, "it takes effect"),
        ("in-ccc-2020-18", "2020-04-21", Proposed, "announced; no day of effect is recorded"),
        ("in-ccc-2020-18", "2023-08-09", Proposed, "the day before its repeal"),
        ("in-ccc-2020-18", "2023-08-10", Ended, "repealed by 2023 No. 36"),
        ("in-ccc-2001-rules", "2001-11-30", BEFORE(Published), "published the month after"),
        ("in-ccc-2001-rules", "2001-12-15", INEXACT(Published), "published some day of December 2001"),
        ("in-ccc-2001-rules", "2001-12-31", ISSUED, "published; no day of effect is recorded"),
        ("in-ccc-2001-rules", "2009-08-31", ISSUED, "the day before its successor comes into force"),
        ("in-ccc-2001-rules", "2009-09-01", Ended, "superseded by Order No. 117"),
        ("in-law-1988", "1988-06-30", INEXACT(Adopted), "only the year is known"),
        ("in-law-1988", "1988-12-31", ISSUED, "by the end of the year it was adopted"),
        ("in-law-1988", "2018-01-01", Ended, "superseded by the revision of 2017"),
        ("in-cs-ai", "2024-01-16", BEFORE(ConsultationOpened), "the draft comes the day after"),
        ("in-cs-ai", "2024-01-31", Open, "the last day for comments"),
        ("in-cs-ai", "2024-07-01", Proposed, "the final text comes the day after"),
        ("in-cs-ai", "2024-07-02", ISSUED, "published; guidelines have no day of effect"),
        ("in-cs-outline", "2021-10-09", BEFORE(Published), "published the day after"),
        ("in-cs-outline", "2021-10-10", ISSUED, "published; a plan has no day of effect"),
        ("in-eu-2480", "2022-02-03", Proposed, "a consultation opens, of which no last day is recorded"),
        ("in-eu-2480", "2022-12-14", Awaited, "signed"),
        ("in-eu-2480", "2023-01-08", InForce, "in force; it applies from July, which makes no difference"),
        (
            "in-miit-tc",
            "2018-05-01",
            UNDATED(ConsultationOpened),
            "announced; one page has a consultation without a year",
        ),
        ("in-miit-tc", "2019-10-01", UNDATED(CommentsClose), "open since September 2019; the close has no year"),
        ("in-law-2017-fie", "2017-11-15", INEXACT(Published), "published some day of November 2017"),
    ]
}

/// Acts of the fixture: what the built-in briefing lacks.
fn made_up() -> Vec<Case> {
    use Status::{Adopted as Awaited, Ended, Grace, InForce, Open, Proposed, Withdrawn as Gone};
    vec![
        ("none", "2003-01-01", Status::Unknown(Why::NoStage), "no stage is recorded"),
        ("withdrawn-first", "2004-12-31", BEFORE(Withdrawn), "nothing else is recorded"),
        ("withdrawn-first", "2005-01-01", Gone, "withdrawn"),
        ("ended-first", "2004-12-31", BEFORE(Repealed), "nothing else is recorded"),
        ("ended-first", "2005-01-01", Ended, "repealed"),
        ("ended-first", "2006-01-01", Gone, "withdrawn after its repeal"),
        ("straight-to-grace", "2003-12-31", BEFORE(Effective), "nothing else is recorded"),
        ("straight-to-grace", "2004-01-01", Grace, "in force, with a transition of a year"),
        ("straight-to-grace", "2005-01-01", InForce, "the transition is over"),
        ("straight-to-grace", "2006-01-01", Gone, "withdrawn"),
        ("grace-ended", "2004-06-30", Grace, "in transition"),
        ("grace-ended", "2004-07-01", Ended, "superseded within its transition"),
        ("proposed-open", "2002-12-31", Proposed, "drafted"),
        ("proposed-open", "2003-01-01", Open, "the consultation opens"),
        ("grace-withdrawn", "2004-06-30", Grace, "in transition"),
        ("grace-withdrawn", "2004-07-01", Gone, "withdrawn within its transition"),
        ("proposed-withdrawn", "2003-05-31", Proposed, "announced"),
        ("proposed-withdrawn", "2003-06-01", Gone, "withdrawn"),
        ("open-withdrawn", "2003-01-14", Open, "open for comment"),
        ("open-withdrawn", "2003-01-15", Gone, "withdrawn before the close"),
        ("open-ended", "2003-01-14", Open, "open for comment"),
        ("open-ended", "2003-01-15", Ended, "superseded before the close"),
        ("open-adopted", "2003-01-14", Open, "open for comment"),
        ("open-adopted", "2003-01-15", Awaited, "adopted before the close"),
        ("open-issued", "2003-01-14", Open, "open for comment"),
        ("open-issued", "2003-01-15", ISSUED, "published before the close"),
        ("open-in-force", "2003-01-14", Open, "open for comment"),
        ("open-in-force", "2003-01-15", InForce, "in force before the close"),
        ("open-grace", "2003-01-14", Open, "open for comment"),
        ("open-grace", "2003-01-15", Grace, "enforced before the close, with a transition"),
        ("adopted-withdrawn", "2003-05-31", Awaited, "adopted"),
        ("adopted-withdrawn", "2003-06-01", Gone, "withdrawn before its effect"),
        ("adopted-ended", "2003-05-31", Awaited, "adopted"),
        ("adopted-ended", "2003-06-01", Ended, "repealed before its effect"),
        ("adopted-grace", "2003-12-31", Awaited, "adopted"),
        ("adopted-grace", "2004-01-01", Grace, "in force, with a transition"),
        ("adopted-grace", "2004-07-01", InForce, "the transition is over"),
        ("issued-withdrawn", "2003-05-31", ISSUED, "published without a day of effect"),
        ("issued-withdrawn", "2003-06-01", Gone, "withdrawn"),
        ("in-force-ended", "2009-12-31", InForce, "in force"),
        ("in-force-ended", "2010-01-01", Ended, "repealed"),
        ("in-force-withdrawn", "2009-12-31", InForce, "in force"),
        ("in-force-withdrawn", "2010-01-01", Gone, "withdrawn"),
        ("disputed", "2003-08-09", Awaited, "before all that sources say"),
        ("disputed", "2003-08-10", DISPUTED(Effective), "in force by one source, not yet by the other"),
        ("disputed", "2003-09-04", DISPUTED(Effective), "still between the two"),
        ("disputed", "2003-09-05", InForce, "in force by both"),
        ("disputed-in-vain", "2003-11-01", InForce, "in force whatever the day of enforcement is"),
    ]
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn act<'a>(briefing: &'a Briefing, id: &str) -> &'a Item<Instrument> {
    briefing.instruments.iter().find(|one| *one.meta.id == *id).expect(id)
}

/// What a status is called here: its word; of what is not known, why.
fn name(status: Status) -> &'static str {
    match status {
        Status::Unknown(Why::NoStage) => "no stage",
        Status::Unknown(Why::Before(_)) => "before",
        Status::Unknown(Why::NoEffect) => "issued",
        Status::Unknown(Why::Inexact(_)) => "inexact",
        Status::Unknown(Why::Undated(_)) => "undated",
        Status::Unknown(Why::Disputed(_)) => "disputed",
        other => other.word(),
    }
}

#[test]
fn acts_stand_where_the_facts_say() {
    let fixture = load(fixture::json().as_bytes()).unwrap().briefing;
    let builtin = &briefing::loaded().briefing;
    for (cases, briefing) in [(built_in(), builtin), (made_up(), &fixture)] {
        for (id, at, expected, why) in cases {
            assert_eq!(status(act(briefing, id), day(at)), expected, "{id} on {at}: {why}");
        }
    }
}

#[test]
fn an_amendment_is_told_beside_the_status() {
    let builtin = &briefing::loaded().briefing;
    let amended = |id: &str, at: &str| {
        let found = standing(act(builtin, id), Moment::default(), day(at));
        (name(found.status), found.amended)
    };
    assert_eq!(amended("in-eu-1025", "2023-01-07"), ("issued", Some(false)));
    assert_eq!(amended("in-eu-1025", "2023-01-08"), ("issued", Some(true)));
    assert_eq!(amended("in-ccc-regime", "2023-01-08"), ("in-force", Some(false)));
}

#[test]
fn every_status_and_every_transition_has_a_case() {
    let mut statuses = BTreeSet::new();
    let mut transitions = BTreeSet::new();
    for cases in [built_in(), made_up()] {
        for (at, case) in cases.iter().enumerate() {
            statuses.insert(name(case.2));
            if let Some(next) = cases.get(at + 1).filter(|next| next.0 == case.0) {
                assert!(case.1 < next.1, "{next:?}");
                transitions.insert((name(case.2), name(next.2)));
            }
        }
    }
    let all = [
        "adopted",
        "before",
        "disputed",
        "ended",
        "grace",
        "in-force",
        "inexact",
        "issued",
        "no stage",
        "open",
        "proposed",
        "undated",
        "withdrawn",
    ];
    assert_eq!(statuses.into_iter().collect::<Vec<_>>(), all);
    let missing: Vec<_> = possible().into_iter().filter(|one| !transitions.contains(one)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    // Into and out of what is not known.
    for one in [
        ("before", "inexact"),
        ("inexact", "issued"),
        ("inexact", "adopted"),
        ("adopted", "disputed"),
        ("disputed", "in-force"),
    ] {
        assert!(transitions.contains(&one), "{one:?}");
    }
}
