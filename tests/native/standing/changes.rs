//! Steps to the next change, on the built-in briefing and on made-up lives: they stop on each day on which something stands
//! differently, and on no other.

use annals::{
    load::load,
    model::{Briefing, Day},
    query::{Announced, Changes, Index, Moment, is_set, occurrences, standing, version_state},
};
use proptest::prelude::*;

use crate::briefing;

/// Where everything stands at the end of a day: one text for each item, in one order.
fn picture(briefing: &Briefing, index: &Index, announced: &Announced, moment: Moment, day: Day) -> Vec<String> {
    let acts = briefing.instruments.iter().filter(|act| moment.knows(&act.meta));
    let acts = acts.map(|act| format!("{:?}", standing(act, moment, day)));
    let events = occurrences(briefing, index).filter(|one| moment.knows(one.meta()));
    let events = events.map(|one| format!("{:?}", announced.when(one, day)));
    let versions = briefing.catalogues.iter().flat_map(|catalogue| &catalogue.versions);
    let versions = versions.map(|one| format!("{:?}", version_state(briefing, index, one, moment, day)));
    let targets = briefing.targets.iter().map(|one| format!("{:?}", is_set(briefing, index, one, moment, day)));
    acts.chain(events).chain(versions).chain(targets).collect()
}

/// The days in a span on which the picture differs from that of the day before, seen day by day.
fn seen(briefing: &Briefing, moment: Moment, from: Day, days: i64) -> Vec<Day> {
    let (index, announced) = (Index::new(briefing), Announced::new(briefing, moment));
    let mut before = picture(briefing, &index, &announced, moment, from);
    let mut found = Vec::new();
    for day in (1..=days).map(|after| from.add_days(after)) {
        let now = picture(briefing, &index, &announced, moment, day);
        if now != before {
            found.push(day);
        }
        before = now;
    }
    found
}

/// The days in the same span on which the steps stop, forwards.
fn stepped(changes: &Changes, from: Day, days: i64) -> Vec<Day> {
    let steps = std::iter::successors(changes.next(from), |step| changes.next(step.day));
    steps.map(|step| step.day).take_while(|day| *day <= from.add_days(days)).collect()
}

/// The same, backwards from its end.
fn stepped_back(changes: &Changes, from: Day, days: i64) -> Vec<Day> {
    let steps = std::iter::successors(changes.previous(from.add_days(days + 1)), |step| changes.previous(step.day));
    let mut found: Vec<Day> = steps.map(|step| step.day).take_while(|day| *day > from).collect();
    found.reverse();
    found
}

#[test]
fn the_steps_of_the_built_in_briefing_stop_where_something_changes() {
    let briefing = &briefing::loaded().briefing;
    let changes = Changes::new(briefing, &Index::new(briefing), Moment::default());
    for (from, days) in [("2001-06-01", 400), ("2019-01-01", 731), ("2025-11-01", 500)] {
        let from = Day::parse(from).unwrap();
        let seen = seen(briefing, Moment::default(), from, days);
        assert!(seen.len() > 5);
        assert_eq!(stepped(&changes, from, days), seen);
        assert_eq!(stepped_back(&changes, from, days), seen);
    }
    // What changes on a day is named: the obligation of 2025 No. 57.
    let change = changes.next(Day::parse("2026-12-31").unwrap()).unwrap();
    assert_eq!(change.day.to_string(), "2027-01-01");
    assert!(change.items.iter().any(|(_, id)| id.as_str() == "in-ccc-2025-57"));
    assert_eq!(changes.next(Day::parse("2100-01-01").unwrap()), None);
    assert_eq!(changes.previous(Day::parse("1900-01-01").unwrap()), None);
}

fn dates() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (1_u8..=2, 1_u8..=9).prop_map(|(month, day)| format!("2019-0{month}-0{day}")),
        2 => (1_u8..=3).prop_map(|month| format!("2019-0{month}")),
        1 => prop::sample::select(vec!["2019", "XXXX-01-05", "2019-01-03/2019-01-07", "../2019-01-04", "2019-02/..", "Y20000"])
            .prop_map(str::to_owned),
    ]
}

/// A briefing with an act, an event, a target and a catalogue that hang together.
fn briefings() -> impl Strategy<Value = String> {
    const STAGES: [&str; 13] = [
        "announced",
        "drafted",
        "consultation-opened",
        "comments-close",
        "adopted",
        "published",
        "effective",
        "enforced",
        "grace-ends",
        "amended",
        "repealed",
        "superseded",
        "withdrawn",
    ];
    let recorded = || prop::option::weighted(0.3, dates());
    let stage =
        (prop::sample::select(&STAGES[..]), dates(), prop::option::weighted(0.2, dates()), any::<bool>(), recorded());
    let stage = stage.prop_map(|(name, date, other, tells, recorded)| {
        let other = other.map_or(String::new(), |other| format!(r#","alternatives":["{other}"]"#));
        let event = if tells { r#","event":"e""# } else { "" };
        let recorded = recorded.map_or(String::new(), |date| format!(r#","recorded_on":"{date}""#));
        format!(r#"{{"stage":"{name}","date":{{"value":"{date}"{other}}}{event}{recorded}}}"#)
    });
    (prop::collection::vec(stage, 0..7), dates(), dates(), any::<bool>()).prop_map(|(stages, event, version, names)| {
        let names = if names { r#","instruments":["a"]"# } else { "" };
        format!(
            r#"{{"annals":1,"id":"x","title":"X","events":[{{"id":"e","date":"{event}","title":"E"{names}}}],
            "instruments":[{{"id":"a","title":"A","stages":[{}]}}],"targets":[{{"id":"t","title":"T","instrument":"a"}}],
            "catalogues":[{{"id":"c","title":"C","versions":[{{"id":"v","title":"V","basis":"full","date":"{version}","instrument":"a"}}]}}]}}"#,
            stages.join(",")
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn steps_stop_where_something_changes_and_nowhere_else(json in briefings(), known in prop::option::of(0_i64..60)) {
        let briefing = load(json.as_bytes()).unwrap().briefing;
        let from = Day::new(2018, 12, 20).unwrap();
        let moment = Moment { asof: None, known: known.map(|known| from.add_days(known)) };
        let changes = Changes::new(&briefing, &Index::new(&briefing), moment);
        let seen = seen(&briefing, moment, from, 400);
        prop_assert_eq!(stepped(&changes, from, 400), seen.clone());
        prop_assert_eq!(stepped_back(&changes, from, 400), seen);
    }
}
