//! What must come out the same natively and in a browser: a briefing, and the picture drawn of it.

use std::sync::Arc;

use annals::{
    draw::{
        occurrences::{Naming, timeline_input},
        timeline::{TimelineText, timeline},
    },
    layout::timeline::{PlaceOptions, place, scale_of, window},
    load::{Loaded, load},
    model::Day,
    query::{Index, visible},
    render::svg::svg,
    scale::{DateLabels, Limits},
    scene::{Scene, theme::Theme},
    state::ViewState,
};

/// The picture that both must draw.
pub const PICTURE: &str = include_str!("../snapshots/both.svg");

/// Width of the picture in CSS pixels.
const WIDTH: f64 = 640.0;

/// Dates of every precision, an open end, a doubt, a meeting, two scripts, and enough on one day for a cluster.
const BRIEFING: &str = r#"{
  "annals": 1, "id": "both", "title": "Both", "languages": ["en", "zh-Hans"], "as_of": "2020-06",
  "tracks": [{ "id": "law", "title": "Law" }, { "id": "work", "title": "Work" }],
  "events": [
    { "id": "day", "track": "law", "date": "2019-10-17", "title": "Catalogue < & \"reform\"", "kind": "law" },
    { "id": "month", "track": "law", "date": "2019-04", "title": "Draft of April", "kind": "draft" },
    { "id": "year", "track": "law", "date": "2020", "title": "Report of the year", "kind": "report" },
    { "id": "doubt", "track": "law", "date": "2019-07-01?", "title": "Office moved" },
    { "id": "about", "track": "work", "date": "2020-01~", "title": "About then" },
    { "id": "open", "track": "work", "date": "2019-06-01/..", "title": "Standing committee" },
    { "id": "span", "track": "work", "date": "2019-02", "end": "2019-08-15", "title": "First phase" },
    { "id": "planned", "track": "law", "date": "2020-10-01", "title": "Obligation begins" },
    { "id": "zh", "track": "work", "date": "2019-12-15", "title": { "zh-Hans": "强制性产品认证目录" } },
    { "id": "a", "track": "work", "date": "2019-11-16", "title": "First of many on one day" },
    { "id": "b", "track": "work", "date": "2019-11-16", "title": "Second of many on one day" },
    { "id": "c", "track": "work", "date": "2019-11-16", "title": "Third of many on one day" },
    { "id": "d", "track": "work", "date": "2019-11-17", "title": "Fourth of many, a day later" }
  ],
  "meetings": [{ "id": "m", "date": "2019-11-16", "title": "Roundtable" }]
}"#;

/// The briefing of the picture.
pub fn loaded() -> Loaded {
    load(BRIEFING.as_bytes()).expect("a briefing")
}

/// The scene of its timeline.
pub fn scene() -> Scene {
    let briefing = loaded().briefing;
    let index = Index::new(&briefing);
    let shown = visible(&briefing, &ViewState::default(), &[]);
    let day = |text: &str| Day::parse(text).expect("a day");
    let domain = Limits::around(day("2019-02-01").unix_days(), day("2020-12-31").unix_days()).domain;
    let naming = Naming {
        text: &|text| text.best("en", "en").map(|version| version.text.to_string()).unwrap_or_default(),
        track: &str::to_owned,
    };
    let input = timeline_input(&briefing, &index, &shown, &[], (domain, Some(day("2020-09-01"))), &naming);
    let scale = scale_of(domain, WIDTH);
    let placed = place(&input, &PlaceOptions::new(scale.px_per_day).in_width(WIDTH));
    let window = window(&placed, domain.start, WIDTH);
    let text = TimelineText {
        title: "Both".into(),
        description: "The same natively and in a browser".into(),
        dates: DateLabels::English,
        today: "Today".into(),
        as_of: "Data current to".into(),
        empty: "Nothing here".into(),
        item: &|at| input.items[at].title.clone(),
        cluster: &|chip| format!("{} more", chip.items.len()).into(),
        track: &|track, visible| -> Arc<str> { format!("{}: {visible}", track.row.title).into() },
    };
    timeline(&placed, &window, &text)
}

/// The scene as SVG text.
pub fn picture() -> String {
    svg(&scene(), &Theme::LIGHT)
}
