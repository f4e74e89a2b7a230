//! What must come out the same natively and in a browser: a briefing, and the pictures drawn of it.

pub mod gallery;

use std::sync::Arc;

use annals::{
    draw::{
        activity::{Activity, ActivityText, activity},
        attendance,
        matrix::{Matrix, MatrixText, matrix},
        occurrences::{Naming, timeline_input, track_rows},
        pins::{Pin, PinSign, Pins},
        series::{Join, Readings, SeriesChart, SeriesText, Telling, participants, series, span_of},
        timeline::{TimelineText, timeline},
    },
    i18n::{Language, Words},
    layout::{
        text::TextMeter,
        timeline::{PlaceOptions, place, scale_of, window},
    },
    load::{Loaded, load},
    model::{Day, Organisation, Text},
    order,
    query::{Index, Occurrence, visible},
    render::svg::svg,
    scale::{DateLabels, Limits},
    scene::{Scene, theme::Theme},
    state::ViewState,
};

/// A picture that both must draw: the name of its snapshot, what stands in it, and how it is made.
pub type Picture = (&'static str, &'static str, fn() -> Scene);

/// One of each kind.
pub const PICTURES: [Picture; 6] = [
    ("both", include_str!("../snapshots/both.svg"), scene),
    ("both-activity", include_str!("../snapshots/both-activity.svg"), years),
    ("both-steps", include_str!("../snapshots/both-steps.svg"), steps),
    ("both-stems", include_str!("../snapshots/both-stems.svg"), stems),
    ("both-attendance", include_str!("../snapshots/both-attendance.svg"), who_came),
    ("both-matrix", include_str!("../snapshots/both-matrix.svg"), who_came_when),
];

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
  "meetings": [
    { "id": "m", "date": "2019-11-16", "title": "Roundtable",
      "attendance": { "totals": [{ "id": "m.total", "value": 30, "qualifier": "more-than", "who": "registered" }],
        "groups": [{ "id": "m.industry", "label": "industry", "value": 74, "unit": "percent" },
          { "id": "m.rest", "label": "others", "value": 26, "unit": "percent" }],
        "organisations": [{ "id": "m.a", "label": "A", "actor": "org-a", "status": "speaker" },
          { "id": "m.b", "label": "B", "actor": "org-b", "status": "present" }] } },
    { "id": "n", "date": "2018-05", "title": { "zh-Hans": "研讨会" },
      "attendance": { "organisations": [{ "id": "n.a", "label": "A", "actor": "org-a", "status": "apologies" },
        { "id": "n.b", "label": "B", "actor": "org-b", "status": "unknown" }] } }
  ],
  "actors": [{ "id": "org-a", "name": "Administration (A)", "kind": "government" }, { "id": "org-b", "name": "B" }],
  "series": [{ "id": "s", "title": "Products", "unit": "products", "observations": [
    { "id": "s.1", "date": "2001-12-03", "value": 132 },
    { "id": "s.2", "date": "2009", "value": 172, "qualifier": "about" },
    { "id": "s.3", "date": "2020-04-21", "value": { "value": 103, "alternatives": [{ "value": 119 }] } },
    { "id": "s.4", "date": "2023-08-10", "value": 96, "low": 90, "high": 99 }
  ] }]
}"#;

/// The briefing of the picture.
pub fn loaded() -> Loaded {
    load(BRIEFING.as_bytes()).expect("a briefing")
}

/// The scene of its timeline.
pub fn scene() -> Scene {
    let briefing = loaded().briefing;
    let index = Index::new(&briefing);
    let shown = visible(&briefing, &index, (&ViewState::default(), &annals::query::search::Hits::default()), &[]);
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

/// Words of the page, and texts of the briefing in English.
fn in_english<R>(make: impl FnOnce(&Telling) -> R) -> R {
    let words = Words::new(Language::En);
    let text = |text: &Text| text.best("en", "en").map(|version| version.text.to_string()).unwrap_or_default();
    make(&Telling { words: &words, text: &text })
}

/// The number of items by year.
fn years() -> Scene {
    let briefing = loaded().briefing;
    let index = Index::new(&briefing);
    let shown = visible(&briefing, &index, (&ViewState::default(), &annals::query::search::Hits::default()), &[]);
    let naming = Naming { text: &|_| String::new(), track: &str::to_owned };
    let tracks = track_rows(&briefing, &shown, &[], &naming);
    let colours: Vec<usize> = tracks.iter().map(|track| track.colour).collect();
    let track = |one: &Occurrence| tracks.iter().position(|track| *track.id == *one.track());
    let items = shown.placed.iter().filter_map(|one| Some((one.date().value.earliest()?, track(one)?)));
    let text = ActivityText {
        title: "Years".into(),
        description: "".into(),
        empty: "Nothing here".into(),
        dates: DateLabels::English,
        year: &|year, counts| format!("{year}: {}", counts.iter().sum::<u32>()).into(),
    };
    activity(&Activity::of(items, &colours), WIDTH, 200.0, TextMeter::default(), &text)
}

/// A series that holds from one value to the next, and an event below it.
fn steps() -> Scene {
    let briefing = loaded().briefing;
    let all = in_english(|telling| vec![Readings::of(&briefing, &Index::new(&briefing), &briefing.series[0], telling)]);
    let event = &briefing.events[0];
    let when = span_of(&event.date.value).expect("a place in time");
    let list = vec![Pin { id: event.meta.id.as_str().into(), name: "Catalogue".into(), when }];
    let pins = vec![Pins { title: "Meanwhile".into(), sign: PinSign::Event, list }];
    chart(SeriesChart { all, pins, ..SeriesChart::default() })
}

/// How many came, and where nobody says.
fn stems() -> Scene {
    let briefing = loaded().briefing;
    let meetings: Vec<_> = briefing.meetings.iter().collect();
    let (readings, list) = in_english(|telling| participants(&meetings, "Participants", telling));
    let pins = vec![Pins { title: "Not stated".into(), sign: PinSign::Missing, list }];
    chart(SeriesChart { all: vec![readings], join: Join::Stems, pins, ..SeriesChart::default() })
}

/// What is stated of who came to a meeting.
fn who_came() -> Scene {
    let briefing = loaded().briefing;
    in_english(|telling| {
        let kind = |one: &Organisation| one.kind.as_deref().map(str::to_owned);
        let words =
            attendance::Telling { title: "Who came".into(), words: telling.words, text: telling.text, kind: &kind };
        attendance::attendance(briefing.meetings.first(), WIDTH, TextMeter::default(), &words)
    })
}

/// Who is named at which meeting.
fn who_came_when() -> Scene {
    let briefing = loaded().briefing;
    in_english(|telling| {
        let text = MatrixText {
            title: "Who came when".into(),
            description: "".into(),
            empty: "Nothing here".into(),
            total: "In all".into(),
            more: "".into(),
            dates: DateLabels::English,
            text: telling.text,
            entry: &|actor, meeting, entry| {
                format!("{}, {}: {}", (telling.text)(&actor.name), (telling.text)(&meeting.title), entry.status.word())
            },
        };
        let meetings = order::in_order(&briefing.meetings, &|a, b| a.date.value.cmp(&b.date.value));
        matrix(&Matrix::of(&briefing, meetings), WIDTH, TextMeter::default(), &text).scene
    })
}

fn chart(chart: SeriesChart) -> Scene {
    let words = Words::new(Language::En);
    let text = SeriesText {
        words: &words,
        title: "Values".into(),
        description: "".into(),
        empty: "Nothing here".into(),
        dates: DateLabels::English,
    };
    series(&chart, WIDTH, TextMeter::default(), &text).scene
}

/// A scene as SVG text.
pub fn picture(scene: &Scene) -> String {
    svg(scene, &Theme::LIGHT)
}
