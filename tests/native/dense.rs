//! Figures of many values: what has no room of its own stands together, and every value is accounted for.

use annals::{
    figure::{Canvas, Context, Made, joined, kind},
    i18n::{Language, Words},
    model::{Briefing, Day},
    query::Index,
    scene::{focus::stops_as_drawn, theme::Theme},
    state::ViewState,
};

use super::{
    boxes::{assert_readable, texts},
    figures::assert_picture,
    lines::{PLAIN, with_figure},
};

/// A day of the last decades, by number.
fn day(number: usize) -> String {
    let (year, rest) = (1960 + number / 336, number % 336);
    format!("{year:04}-{:02}-{:02}", rest / 28 + 1, rest % 28 + 1)
}

/// Values of any sort on days that follow one another.
fn many(id: &str, count: usize, step: usize) -> String {
    let value = |at: usize| 400 + (at * 7_919) % 97 + at * 600 / count.max(1);
    let observation = |at: usize| {
        let more = match at % 251 {
            17 => r#","qualifier":"about""#,
            40 => r#","comparable":false"#,
            _ => "",
        };
        format!(r#"{{"id":"{id}.{at}","date":"{}","value":{}{more}}}"#, day(at * step), value(at))
    };
    let all: Vec<String> = (0..count).map(observation).collect();
    format!(r#"{{"id":"{id}","title":"Standards of sort {id}","unit":"standards","observations":[{}]}}"#, all.join(","))
}

/// A figure of several series of as many values.
fn over_time(kind: &str, series: usize, count: usize, more: &str) -> Briefing {
    let ids: Vec<String> = (0..series).map(|at| format!("s{at}")).collect();
    let all: Vec<String> = ids.iter().map(|id| many(id, count, 1 + 15_000 / count.max(1))).collect();
    let named = ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(",");
    with_figure(
        &format!(r#""kind":"{kind}","title":"Many values","series":[{named}]{more}"#),
        &format!(
            r#""series":[{}],"disputes":[{{"id":"d","on":["s0.3"],"claims":[{{"text":"1"}},{{"text":"2"}}]}}]"#,
            all.join(",")
        ),
    )
}

/// A figure of as many single values.
fn in_rows(kind: &str, count: usize) -> Briefing {
    let values: Vec<String> = (0..count).map(|at| format!(r#"{{"of":"s0.{at}"}}"#)).collect();
    with_figure(
        &format!(r#""kind":"{kind}","title":"Many values","values":[{}]"#, values.join(",")),
        &format!(r#""series":[{}]"#, many("s0", count, 1)),
    )
}

fn with<R>(briefing: &Briefing, language: Language, ask: impl FnOnce(&Context) -> R) -> R {
    let (index, words, state) = (Index::new(briefing), Words::new(language), ViewState::default());
    let today = Day::parse("2024-01-01").expect("a day");
    ask(&Context {
        briefing,
        index: &index,
        words: &words,
        state: &state,
        hits: &annals::query::search::Hits::default(),
        today,
    })
}

fn made(briefing: &Briefing, width: f64, language: Language) -> Made {
    with(briefing, language, |context| {
        let figure = &briefing.figures[0];
        (kind(&figure.kind).expect("a kind").make)(context, figure, Canvas { width, meter: PLAIN })
    })
}

/// Every kind of figure over time.
const OVER_TIME: [(&str, &str); 6] = [
    ("line", ""),
    ("series", ""),
    ("observations", ""),
    ("multiples", ""),
    ("bars", ""),
    ("bars", r#","stack":"stacked""#),
];

#[test]
fn values_without_room_stand_together() {
    for (kind, more) in OVER_TIME {
        for (series, count) in [(1, 700), (3, 300), (70, 20)] {
            let briefing = over_time(kind, series, count, more);
            for width in [200.0, 720.0, 1_400.0] {
                let Made { scene, items, thinned, .. } = made(&briefing, width, Language::En);
                let (what, stops) = (format!("{kind}{more} of {series} at {width}"), stops_as_drawn(&scene));
                assert_eq!(items, series * count, "{what}");
                assert!(stops.len() <= 620 && stops.len() < items, "{what}: {} stops", stops.len());
                assert!(thinned.is_none_or(|told| scene.description.ends_with(&told)), "{what}");
                // The latest value has its place.
                let last = format!("s0.{}", count - 1);
                assert!(stops.iter().any(|stop| *stop.key.id == *last), "{what}");
                assert_readable(&scene, PLAIN, &what);
            }
        }
    }
}

#[test]
fn a_group_says_what_it_stands_for() {
    let briefing = over_time("line", 1, 700, "");
    let Made { scene, thinned, .. } = made(&briefing, 720.0, Language::En);
    let stops = stops_as_drawn(&scene);
    assert_eq!(thinned.as_deref(), Some("700 values stand in 27 groups: there is no room for each."));
    assert_eq!(stops.len(), 27);
    assert_eq!(
        &*stops[0].name,
        "27 values from 1 January 1960 to 13 September 1961: 400 to 516 standards; the latest 482 · one disputed · one not exact"
    );
    assert_eq!(&*stops[0].key.id, "s0.26");
    let named = |words: &str| stops.iter().filter(|stop| stop.name.contains(words)).count();
    assert_eq!((named("one not exact"), named("one not comparable with the others")), (3, 3));
    let Made { scene, thinned, .. } = made(&briefing, 720.0, Language::ZhHans);
    assert_eq!(thinned.as_deref(), Some("700 个数值合为 27 组显示：逐个显示空间不足。"));
    assert_eq!(
        &*stops_as_drawn(&scene)[0].name,
        "1960年1月1日至1961年9月13日共 27 个数值：400 至 516 项标准；最近为 482 · 1 个说法不一 · 1 个并非精确值"
    );
}

#[test]
fn pictures_of_many_values() {
    let picture = |name: &str, briefing: &Briefing, width: f64, theme: &Theme| {
        assert_picture(name, &made(briefing, width, Language::En).scene, theme);
    };
    picture("dense-line", &over_time("line", 2, 600, ""), 720.0, &Theme::LIGHT);
    picture("dense-stems", &over_time("observations", 1, 300, ""), 480.0, &Theme::DARK);
    picture("dense-bars", &over_time("bars", 1, 300, ""), 720.0, &Theme::LIGHT);
}

#[test]
fn of_many_rows_the_first_are_drawn_and_all_are_told() {
    for kind in ["bars", "dots", "units"] {
        let briefing = in_rows(kind, 1_000);
        for (language, more) in
            [(Language::En, "and 940 more: see the table"), (Language::ZhHans, "另有 940 项，见表格")]
        {
            let Made { scene, items, thinned, .. } = made(&briefing, 720.0, language);
            assert_eq!((items, stops_as_drawn(&scene).len()), (1_000, 60), "{kind}");
            assert_eq!(texts(&scene, PLAIN).iter().filter(|(_, words)| words == more).count(), 1, "{kind}");
            assert!(scene.description.ends_with(&thinned.expect("a sentence")), "{kind}");
            assert_readable(&scene, PLAIN, kind);
        }
        let told = with(&briefing, Language::En, |context| {
            joined(context, &(annals::figure::kind(kind).expect("a kind").tell)(context, &briefing.figures[0]))
        });
        // The highest is far beyond the rows that are drawn.
        assert!(told.contains("1,092 standards"), "{kind}: {told}");
    }
    let briefing = over_time("slope", 100, 3, "");
    let Made { scene, items, thinned, .. } = made(&briefing, 720.0, Language::En);
    assert_eq!((items, stops_as_drawn(&scene).len()), (200, 120));
    assert_eq!(thinned.as_deref(), Some("60 of 100 are drawn; the table holds all."));
}
