//! The briefing as it stood: the same status, nothing of the future, no reference to what is left out.

use annals::{
    load::load,
    model::{Briefing, Day, Edtf},
    query::{Announced, Index, Moment, VersionState, occurrences, snapshot, standing, version_state},
};

use crate::briefing::loaded;

/// Every day on which something may differ: the ends of all dates, and the days around them.
fn days(briefing: &Briefing) -> Vec<Day> {
    let stages = briefing.instruments.iter().flat_map(|act| &act.stages).map(|stage| &stage.date);
    let dates = stages.chain(briefing.events.iter().map(|event| &event.date));
    let ends = dates.flat_map(|date| [date.value.earliest(), date.value.latest()]).flatten();
    let mut days: Vec<Day> = ends.flat_map(|day| [day.add_days(-1), day, day.add_days(1)]).collect();
    days.sort();
    days.dedup();
    days.into_iter().step_by(3).collect()
}

#[test]
fn every_act_stands_in_the_picture_of_a_day_as_the_table_says() {
    let whole = &loaded().briefing;
    let index = Index::new(whole);
    let mut seen = std::collections::BTreeSet::new();
    for day in days(whole) {
        let moment = Moment { asof: Some(day), known: None };
        let then = snapshot(whole, &index, moment).briefing;
        assert_eq!(then.instruments.len(), whole.instruments.len());
        for (act, was) in whole.instruments.iter().zip(&then.instruments) {
            let expected = standing(act, Moment::default(), day);
            assert_eq!(standing(was, Moment::default(), day), expected, "{} on {day}", act.meta.id);
            seen.insert(expected.status.word());
        }
    }
    assert!(seen.len() >= 5, "{seen:?}");
}

#[test]
fn nothing_that_came_later_is_left_in_the_picture_of_a_day() {
    let whole = &loaded().briefing;
    let index = Index::new(whole);
    let announced = Announced::new(whole, Moment::default());
    for day in days(whole).into_iter().step_by(7) {
        let moment = Moment { asof: Some(day), known: None };
        let then = snapshot(whole, &index, moment);
        let now = Index::new(&then.briefing);
        for one in occurrences(whole, &index) {
            let shows = announced.when(one, day).shows();
            assert_eq!(now.find(&then.briefing, one.id()).is_some(), shows, "{} on {day}", one.id());
        }
        let later = |date: &Edtf| date.earliest().is_some_and(|first| first > day);
        for series in &then.briefing.series {
            assert!(series.observations.iter().all(|one| !later(&one.date.value)), "{} on {day}", series.meta.id);
        }
        for version in then.briefing.catalogues.iter().flat_map(|catalogue| &catalogue.versions) {
            let (_, version) = whole
                .catalogues
                .iter()
                .flat_map(|one| one.versions.iter().map(move |version| (one, version)))
                .find(|(_, one)| one.meta.id == version.meta.id)
                .expect("a version of the whole");
            assert_ne!(version_state(whole, &index, version, Moment::default(), day), VersionState::Later);
        }
        dangling(&then.briefing, &now, &format!("{day}"));
    }
}

/// No item names another that is not there.
fn dangling(briefing: &Briefing, index: &Index, day: &str) {
    let is_there = |id: &annals::model::Id| assert!(index.find(briefing, id).is_some(), "{id} on {day}");
    briefing.events.iter().for_each(|event| {
        event.instruments.iter().chain(&event.meeting).for_each(is_there);
        event.relations.iter().for_each(|one| is_there(&one.to));
    });
    briefing.instruments.iter().for_each(|act| {
        act.relations.iter().for_each(|one| is_there(&one.to));
        act.stages.iter().filter_map(|stage| stage.event.as_ref()).for_each(is_there);
    });
    briefing.positions.iter().for_each(|one| one.instruments.iter().chain(&one.raised_at).for_each(is_there));
    briefing.disputes.iter().for_each(|one| one.on.iter().for_each(is_there));
    briefing.targets.iter().for_each(|one| one.instrument.iter().for_each(is_there));
}

#[test]
fn what_was_not_recorded_is_left_out_and_counted_apart() {
    let json = r#"{"annals":1,"id":"x","title":"X","events":[
        {"id":"a","date":"2019","title":"A","recorded_on":"2020-01-01"},{"id":"b","date":"2018","title":"B","recorded_on":"2021-01-01"},
        {"id":"c","date":"2022","title":"C"}],
        "meetings":[{"id":"m","date":"2021-02-01","title":"M"}],
        "positions":[{"id":"p","ask":"P","raised_at":"m"}],
        "disputes":[{"id":"d","on":["b"],"claims":[]},{"id":"e","on":["a","b"],"claims":[]}],
        "figures":[{"id":"f","kind":"values","values":[{"of":"a"},{"of":"b"}]},{"id":"g","kind":"lineage","items":["b"]}]}"#;
    let briefing = load(json.as_bytes()).unwrap().briefing;
    let then = snapshot(
        &briefing,
        &Index::new(&briefing),
        Moment { asof: Day::parse("2020-06-30"), known: Day::parse("2020-06-30") },
    );
    let ids =
        |all: Vec<&annals::model::Meta>| all.into_iter().map(|meta| meta.id.to_string()).collect::<Vec<_>>().join(" ");
    assert_eq!(ids(then.briefing.events.iter().map(|one| &one.meta).collect()), "a");
    assert_eq!(ids(then.briefing.meetings.iter().map(|one| &one.meta).collect()), "");
    assert_eq!(ids(then.briefing.positions.iter().map(|one| &one.meta).collect()), "");
    assert_eq!(ids(then.briefing.disputes.iter().map(|one| &one.meta).collect()), "e");
    assert_eq!(then.briefing.figures[0].values.len(), 1);
    // A list that limits a figure stays, so that the figure does not show all.
    assert_eq!(then.briefing.figures[1].items.len(), 1);
    // C, the meeting, the position raised there and the dispute about what is gone.
    assert_eq!((then.later, then.record.later), (4, 1));
}

/// What the picture of the seed meeting's day holds of what was still to come, from the stages of the acts issued by then.
#[test]
fn what_was_to_come_on_the_day_of_the_roundtable() {
    let briefing = &loaded().briefing;
    let day = Day::parse("2019-11-16").unwrap();
    let then = snapshot(briefing, &Index::new(briefing), Moment { asof: Some(day), known: None });
    let is_ahead = |date: &Edtf| date.earliest().is_some_and(|first| first > day);
    let ahead = then.briefing.events.iter().filter(|event| is_ahead(&event.date.value));
    let ahead: Vec<&str> = ahead.map(|event| event.meta.id.as_str()).collect();
    assert_eq!(ahead, ["ccc-2020-sd-only", "ccc-2020-10-01", "ccc-2020-11-01"]);
}
