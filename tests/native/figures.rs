//! Figures against the pictures in `tests/snapshots`. On a mismatch the new picture is written beside the expected one
//! as `*.new.svg`: look at it, then rename it (`ANNALS_BLESS=1` in the environment writes it in place) or mend the code.

use std::{path::PathBuf, sync::Arc};

use annals::{
    draw::{
        activity::{Activity, ActivityText, activity},
        legend::{Sample, legend},
        timeline::{TimelineText, timeline},
    },
    layout::{
        text::TextMeter,
        timeline::{
            Certainty, Extent, Glyph, PlaceOptions, TimelineInput, TimelineItem, TrackRow, place, scale_of, window,
        },
    },
    model::Day,
    render::svg::svg,
    scale::{DateLabels, Limits, Span},
    scene::{Scene, theme::Theme},
};

fn day(text: &str) -> i64 {
    Day::parse(text).expect("a day").unix_days()
}

pub(super) fn assert_picture(name: &str, scene: &Scene, theme: &Theme) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let found = svg(scene, theme);
    let expected = std::fs::read_to_string(folder.join(format!("{name}.svg"))).unwrap_or_default();
    let is_blessed = std::env::var_os("ANNALS_BLESS").is_some();
    let beside = folder.join(format!("{name}{}.svg", if is_blessed { "" } else { ".new" }));
    if found == expected {
        let _ = std::fs::remove_file(folder.join(format!("{name}.new.svg")));
    } else {
        std::fs::write(&beside, found).expect("the new picture is written");
        assert!(is_blessed, "{name} differs: see {}", beside.display());
    }
}

fn item(key: &str, first: &str, last: &str, track: usize, kind: &str, title: &str) -> TimelineItem {
    TimelineItem {
        track,
        last: Some(day(last)),
        glyph: Glyph::of_kind(kind),
        ..TimelineItem::on(day(first), key, title)
    }
}

/// A small briefing with every sort of date.
fn input() -> TimelineInput {
    use Certainty::{Approximate, Bound, Doubtful, Open, Uncertain, Unknown};
    let span = |item: TimelineItem| TimelineItem { extent: Extent::Span, ..item };
    let items = vec![
        item("law", "2019-01-08", "2019-01-08", 0, "law", "Law adopted"),
        item("law-force", "2019-09-01", "2019-09-01", 0, "law", "Law in force"),
        item("month", "2019-04-01", "2019-04-30", 0, "announcement", "Catalogue revised in April"),
        item("year", "2020-01-01", "2020-12-31", 0, "report", "Annual report"),
        TimelineItem {
            start: Uncertain,
            end: Uncertain,
            ..item("doubt", "2019-06-11", "2019-06-11", 0, "milestone", "Office moved")
        },
        TimelineItem {
            start: Approximate,
            end: Approximate,
            ..item("about", "2019-11-20", "2019-11-20", 0, "draft", "Draft sent round")
        },
        TimelineItem {
            start: Doubtful,
            end: Doubtful,
            ..item("both", "2020-03-10", "2020-03-10", 0, "meeting", "Hearing & <debate>")
        },
        TimelineItem {
            first: None,
            end: Bound,
            ..item("before", "2020-08-01", "2020-08-01", 0, "plan", "Plan known by August")
        },
        span(item("phase", "2019-02-01", "2019-08-15", 1, "plan", "First phase of the programme")),
        span(TimelineItem {
            start: Approximate,
            end: Unknown,
            ..item("fades", "2019-10-01", "2020-06-01", 1, "plan", "Second phase")
        }),
        span(TimelineItem {
            end: Open,
            last: None,
            ..item("open", "2020-02-01", "2020-02-01", 1, "plan", "Standing committee at work")
        }),
        span(TimelineItem {
            start_slack: 29,
            end_slack: 30,
            ..item("months", "2019-06-01", "2019-12-31", 1, "draft", "Consultation by month")
        }),
        TimelineItem { planned: true, ..item("planned", "2021-03-01", "2021-03-01", 1, "law", "Obligation begins") },
        span(TimelineItem {
            planned: true,
            ..item("planned-span", "2021-01-10", "2021-05-31", 1, "draft", "Second consultation")
        }),
        item("zh", "2020-09-15", "2020-09-15", 2, "announcement", "国家标准化管理委员会发布强制性国家标准管理办法"),
    ];
    let crowd = (0..24).map(|index: i64| TimelineItem {
        track: 2,
        weight: (index % 4) as u32,
        glyph: Glyph::Square,
        ..TimelineItem::on(
            day("2019-03-01") + index * index,
            &format!("meeting-{index}"),
            "Working group on product safety meets",
        )
    });
    let row = |id: &str, title: &str, level, colour| TrackRow {
        id: id.into(),
        title: title.into(),
        level,
        colour,
        collapsed: false,
    };
    TimelineInput {
        items: items.into_iter().chain(crowd).collect(),
        tracks: vec![row("law", "Law", 0, 0), row("work", "Programme of work", 1, 1), row("talks", "Meetings", 0, 2)],
        as_of: Some(day("2020-11-30")),
        today: Some(day("2021-01-04")),
        domain: Some(Limits::around(day("2019-01-01"), day("2021-06-30")).domain),
    }
}

fn draw(input: &TimelineInput, span: Span, width: f64, dates: DateLabels) -> Scene {
    let scale = scale_of(span, width);
    let mut placed = place(input, &PlaceOptions::new(scale.px_per_day).in_width(width));
    placed.settle(span);
    let window = window(&placed, span.start, width);
    let text = TimelineText {
        title: "Timeline".into(),
        description: "A sample with every sort of date".into(),
        dates,
        today: "Today".into(),
        as_of: "Data to 30 Nov 2020".into(),
        empty: "Nothing in this span".into(),
        item: &|index| input.items[index].title.clone(),
        cluster: &|chip| format!("{} items", chip.items.len()).into(),
        track: &|track, visible| -> Arc<str> { format!("{}, {visible} items", track.row.title).into() },
    };
    timeline(&placed, &window, &text)
}

#[test]
fn timeline_whole() {
    let input = input();
    let scene = draw(&input, input.domain.expect("a domain"), 1_040.0, DateLabels::English);
    assert_picture("timeline-whole", &scene, &Theme::LIGHT);
}

#[test]
fn timeline_close_up() {
    let span = Span::from_days(day("2020-09-10"), day("2021-02-10"));
    assert_picture("timeline-close", &draw(&input(), span, 720.0, DateLabels::Chinese), &Theme::DARK);
}

#[test]
fn timeline_empty() {
    let input = TimelineInput { items: Vec::new(), ..input() };
    let span = Span::from_days(day("2020-01-01"), day("2020-12-31"));
    assert_picture("timeline-empty", &draw(&input, span, 640.0, DateLabels::Iso), &Theme::CONTRAST);
}

#[test]
fn activity_by_year() {
    let mut items = input().items;
    items.push(item("old", "2009-05-01", "2009-05-01", 0, "law", "An early law"));
    let day = |one: &TimelineItem| one.first.or(one.last.filter(|_| one.extent == Extent::Instant));
    let items = items.iter().filter_map(|one| Some((Day::from_unix_days(day(one)?), one.track)));
    let text = ActivityText {
        title: "Events by year".into(),
        description: "".into(),
        empty: "Nothing to count".into(),
        dates: DateLabels::English,
        year: &|year, counts| format!("{year}: {} items", counts.iter().sum::<u32>()).into(),
    };
    let scene = activity(&Activity::of(items, &[0, 1, 2]), 640.0, 200.0, TextMeter::default(), &text);
    assert_picture("activity", &scene, &Theme::LIGHT);
}

#[test]
fn legend_of_all_samples() {
    let entries: Vec<(Sample, Arc<str>)> = vec![
        (Sample::Track(0), "Law".into()),
        (Sample::Track(1), "Programme".into()),
        (Sample::Glyph(Glyph::Circle), "Event".into()),
        (Sample::Glyph(Glyph::Diamond), "Law or regulation".into()),
        (Sample::Glyph(Glyph::Square), "Meeting".into()),
        (Sample::Glyph(Glyph::Triangle), "Draft or plan".into()),
        (Sample::Glyph(Glyph::Ring), "Report".into()),
        (Sample::Planned, "Planned".into()),
        (Sample::Uncertain, "Date doubtful".into()),
        (Sample::Within, "Some time within".into()),
        (Sample::Ends(Certainty::Exact), "Exact end".into()),
        (Sample::Ends(Certainty::Approximate), "About then".into()),
        (Sample::Ends(Certainty::Unknown), "End unknown".into()),
        (Sample::Ends(Certainty::Open), "Goes on".into()),
        (Sample::Ends(Certainty::Bound), "At the latest".into()),
    ];
    assert_picture("legend", &legend(&entries, 640.0, TextMeter::default(), "Legend".into()), &Theme::LIGHT);
}
