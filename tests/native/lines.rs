//! Lines over time, and the same as small panels: the pictures, and what holds of any of them.

use annals::{
    figure::{Canvas, Context, joined, kind, table::in_file},
    i18n::{Language, Words},
    layout::text::TextMeter,
    load::load,
    model::{Briefing, Day},
    query::Index,
    scene::{Scene, focus::stops_as_drawn, theme::Theme},
    state::ViewState,
};
use proptest::prelude::*;

use super::{boxes::assert_readable, figures::assert_picture};

/// What a figure of a briefing comes to: its picture, its sentences and its files.
pub(super) struct Shown {
    pub scene: Scene,
    pub told: String,
    pub files: Vec<Vec<Vec<String>>>,
    pub legend: Vec<String>,
    pub thinned: Option<String>,
}

pub(super) const PLAIN: TextMeter = TextMeter { scale: 1.0, latin: 1.0, cjk: 1.0 };

/// The first figure of a briefing.
pub(super) fn show(briefing: &Briefing, width: f64, meter: TextMeter, language: Language) -> Shown {
    let (index, words, state) = (Index::new(briefing), Words::new(language), ViewState::default());
    let today = Day::parse("2024-01-01").expect("a day");
    let context = Context {
        briefing,
        index: &index,
        words: &words,
        state: &state,
        hits: &annals::query::search::Hits::default(),
        today,
    };
    let figure = &briefing.figures[0];
    let kind = kind(&figure.kind).expect("a kind of figure");
    let made = (kind.make)(&context, figure, Canvas { width, meter });
    let tables = (kind.tables)(&context, figure);
    for row in tables.iter().flat_map(|table| table.rows.iter().chain(&table.foot).map(move |row| (table, row))) {
        assert_eq!(row.0.columns.len(), row.1.cells.len(), "cells of {}", figure.kind);
    }
    Shown {
        scene: made.scene,
        told: joined(&context, &(kind.tell)(&context, figure)),
        files: tables.iter().map(|table| in_file(&context, std::slice::from_ref(table))).collect(),
        legend: made.legend.into_iter().map(|entry| entry.words).collect(),
        thinned: made.thinned,
    }
}

/// A briefing with one figure and these parts.
pub(super) fn with_figure(figure: &str, parts: &str) -> Briefing {
    let text = format!(
        r#"{{"annals":1,"id":"x","title":"X","languages":["en","zh-Hans"],"figures":[{{"id":"f",{figure}}}],{parts}}}"#
    );
    load(text.as_bytes()).expect("a briefing").briefing
}

/// A series of values in years.
pub(super) fn in_years(id: &str, title: &str, unit: &str, values: &[(i32, f64)]) -> String {
    let values: Vec<_> = values
        .iter()
        .map(|(year, value)| format!(r#"{{"id":"{id}.{year}","date":"{year}","value":{value}}}"#))
        .collect();
    format!(r#"{{"id":"{id}","title":"{title}","unit":"{unit}","observations":[{}]}}"#, values.join(","))
}

/// A series with every sort of value.
pub(super) fn every_sort() -> &'static str {
    r#"{"id":"every","title":"Standards of every sort","unit":"standards","observations":[
        {"id":"exact","date":"2010-03-01","value":40},
        {"id":"about","date":"2011-05","value":55,"qualifier":"about"},
        {"id":"more-than","date":"2012-06-30","value":60,"qualifier":"more-than"},
        {"id":"at-most","date":"2014-06-30","value":70,"qualifier":"at-most"},
        {"id":"range","date":"2016-06-30","value":50,"low":42,"high":61},
        {"id":"apart","date":"2018-02","value":95,"comparable":false},
        {"id":"disputed","date":"2019-01-10","value":66},
        {"id":"other","date":"2020-01-10","value":{"value":58,"sources":["a"],"alternatives":[{"value":74,"sources":["b"]}]}},
        {"id":"no-year","date":"XXXX-08-24","value":58}]}"#
}

pub(super) const SOURCES: &str = r#""sources":[{"id":"a","title":"Yearbook of the Ministry"},{"id":"b","title":"Report of the Association"}],
    "disputes":[{"id":"d","on":["disputed"],"claims":[{"text":"66"},{"text":"60"}]}]"#;

/// Three series of one unit and one of another.
fn usual(kind: &str, more: &str) -> Briefing {
    let series = [
        in_years(
            "national",
            "National standards",
            "standards",
            &[(2012, 210.0), (2015, 260.0), (2018, 301.0), (2021, 360.0)],
        ),
        in_years(
            "group",
            "Group standards of associations",
            "standards",
            &[(2016, 4.0), (2018, 120.0), (2020, 290.0), (2022, 352.0)],
        ),
        in_years("local", "Local standards", "standards", &[(2012, 190.0), (2016, 240.0), (2022, 255.0)]),
        in_years("drafters", "Organisations that draft", "organisations", &[(2012, 14.0), (2016, 31.0), (2022, 44.0)]),
    ];
    with_figure(
        &format!(
            r#""kind":"{kind}","title":"Standards by level","series":["national","group","local","drafters"]{more}"#
        ),
        &format!(
            r#""series":[{}],"events":[{{"id":"law","date":"2018-01-01","title":"The law in force"}}]"#,
            series.join(",")
        ),
    )
}

fn hard(kind: &str) -> Briefing {
    let series = [
        in_years(
            "steady",
            "A series with a very long name that says in detail what is measured",
            "standards",
            &[(2010, 52.0), (2020, 57.0)],
        ),
        in_years(
            "near",
            "全国标准信息公共服务平台公布的推荐性国家标准数量（含修改单）",
            "standards",
            &[(2011, 50.0), (2020, 58.0)],
        ),
    ];
    with_figure(
        &format!(r#""kind":"{kind}","series":["every","steady","near"]"#),
        &format!(r#""series":[{},{}],{SOURCES}"#, every_sort(), series.join(",")),
    )
}

#[test]
fn lines_are_named_at_their_ends() {
    let usual = usual("line", r#","pins":["law"]"#);
    assert_picture("line", &show(&usual, 960.0, PLAIN, Language::En).scene, &Theme::LIGHT);
    assert_picture("line-narrow", &show(&usual, 360.0, PLAIN, Language::ZhHans).scene, &Theme::DARK);
    assert_picture("line-hard", &show(&hard("line"), 720.0, PLAIN, Language::En).scene, &Theme::LIGHT);
}

#[test]
fn small_panels_share_a_scale() {
    let usual = usual("multiples", "");
    assert_picture("multiples", &show(&usual, 960.0, PLAIN, Language::En).scene, &Theme::LIGHT);
    assert_picture("multiples-narrow", &show(&usual, 360.0, PLAIN, Language::ZhHans).scene, &Theme::DARK);
    assert_picture("multiples-hard", &show(&hard("multiples"), 720.0, PLAIN, Language::En).scene, &Theme::LIGHT);
}

/// Names that are hard to place, and series of any values.
pub(super) fn hostile() -> impl Strategy<Value = Vec<(String, Vec<(i32, f64)>)>> {
    let name = prop_oneof!["[A-Z][a-z]{0,14}( [a-z]{1,16}){0,9}", "[标准化技术委员会、（）国家]{1,60}", "[A-Z]{60}"];
    let value = prop_oneof![-100.0..100.0f64, Just(0.0), -9e15..9e15f64, 0.001..0.01f64]
        .prop_map(|value| (value * 1e3).round() / 1e3);
    let values = prop::collection::vec((1990..2030i32, value), 1..6);
    prop_oneof![4 => prop::collection::vec((name.clone(), values.clone()), 1..7), 1 => prop::collection::vec((name, values), 40)]
}

pub(super) fn series_of(all: &[(String, Vec<(i32, f64)>)], units: usize) -> String {
    let series = all.iter().enumerate().map(|(at, (name, values))| {
        let by_year: std::collections::BTreeMap<i32, f64> = values.iter().copied().collect();
        let values: Vec<_> = by_year.into_iter().collect();
        in_years(&format!("s{at}"), name, &format!("unit{}", at % units), &values)
    });
    series.collect::<Vec<_>>().join(",")
}

pub(super) fn names(count: usize) -> String {
    (0..count).map(|at| format!(r#""s{at}""#)).collect::<Vec<_>>().join(",")
}

pub(super) fn meter() -> impl Strategy<Value = TextMeter> {
    prop_oneof![Just(PLAIN), Just(TextMeter { scale: 1.5, latin: 1.1, cjk: 1.02 })]
}

#[test]
fn slopes_lead_from_one_time_to_another() {
    let usual = usual("slope", r#","from":"2012","to":"2022""#);
    let shown = show(&usual, 720.0, PLAIN, Language::En);
    assert_picture("slope", &shown.scene, &Theme::LIGHT);
    assert_picture("slope-narrow", &show(&usual, 360.0, PLAIN, Language::ZhHans).scene, &Theme::DARK);
    assert_picture("slope-hard", &show(&hard("slope"), 720.0, PLAIN, Language::En).scene, &Theme::LIGHT);
    assert!(
        shown.told.starts_with("National standards. From 210 standards in 2012 to 360 standards in 2021."),
        "{}",
        shown.told
    );
    assert_eq!((shown.files[0].len(), stops_as_drawn(&shown.scene).len()), (9, 8));
    // One value has no other to be joined to; none between the dates is said to be missing at both.
    let of = |from: &str| {
        let briefing = with_figure(
            &format!(r#""kind":"slope","series":["s","t"],"from":"{from}","to":"2022""#),
            &format!(
                r#""series":[{},{}]"#,
                in_years("s", "S", "standards", &[(2012, 5.0), (2021, 5.0)]),
                in_years("t", "T", "standards", &[(2022, 7.0)])
            ),
        );
        Language::ALL.map(|language| show(&briefing, 480.0, PLAIN, language).told)
    };
    let both = "S. 5 standards both in 2012 and in 2021. T. 7 standards in 2022.";
    assert_eq!(of("2010")[0], format!("{both} One value is not stated."));
    assert_eq!(of("2022")[0], "7 standards in 2022. 3 values are not stated.");
    assert_eq!(of("2022")[1], "7 项标准（2022年）。3 个数值未说明。");
}

#[test]
fn what_lines_come_to_is_told() {
    let told = |figure: &str, values: &[(i32, f64)]| {
        let briefing = with_figure(
            &format!(r#""kind":"line","series":["s"]{figure}"#),
            &format!(r#""series":[{}]"#, in_years("s", "Standards", "standards", values)),
        );
        Language::ALL.map(|language| show(&briefing, 480.0, PLAIN, language).told)
    };
    let none = with_figure(r#""kind":"line""#, r#""series":[]"#);
    assert_eq!(show(&none, 480.0, PLAIN, Language::En).told, "No value is recorded.");
    assert_eq!(told("", &[])[0], "No value is recorded.");
    assert_eq!(told("", &[(2019, 5.0)]), ["5 standards in 2019.", "5 项标准（2019年）。"]);
    assert_eq!(told("", &[(2019, 5.0), (2020, 5.0)])[0], "5 standards both in 2019 and in 2020.");
    let change = "From 5 standards in 2019 to 9 standards in 2020.";
    let values = [(2019, 5.0), (2020, 9.0)];
    assert_eq!(told(r#","axis_from":4"#, &values)[0], format!("{change} The value axis begins at 4."));
    let log = told(r#","axis_scale":"log""#, &values);
    assert_eq!(log[0], format!("{change} The axis goes by powers of ten: equal steps are equal ratios."));
    assert!(log[1].ends_with("数值轴按十的幂次分布：间距相等表示比例相等。"), "{}", log[1]);
    let log = told(r#","axis_scale":"log""#, &[(2019, 0.0), (2020, 9.0)]);
    assert!(log[0].ends_with("because a value is not above zero."), "{}", log[0]);
    let hard = show(&hard("line"), 480.0, PLAIN, Language::En);
    assert!(
        hard.told.contains("One more value is not comparable") && hard.told.contains("Sources disagree on 2 values.")
    );
    assert_eq!((hard.files.len(), hard.files[0].len(), hard.legend.len()), (3, 10, 7), "{:?}", hard.legend);
}

#[test]
fn arrow_keys_go_through_one_panel_after_the_other() {
    let shown = show(&usual("multiples", ""), 960.0, PLAIN, Language::En);
    let keys: Vec<String> = stops_as_drawn(&shown.scene).iter().map(|stop| stop.key.id.to_string()).collect();
    assert_eq!(keys[..5], ["national.2012", "national.2015", "national.2018", "national.2021", "group.2016"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn texts_keep_apart_and_inside(
        all in hostile(), width in 200.0..1400.0f64, units in 1..3usize, meter in meter(), kind in 0..3usize, scale in 0..2usize,
    ) {
        let kind = ["line", "multiples", "slope"][kind];
        let scale = ["linear", "log"][scale];
        let briefing = with_figure(
            &format!(r#""kind":"{kind}","series":[{}],"axis_scale":"{scale}""#, names(all.len())),
            &format!(r#""series":[{}]"#, series_of(&all, units)),
        );
        let shown = show(&briefing, width, meter, Language::En);
        assert_readable(&shown.scene, meter, kind);
        let values: usize = briefing.series.iter().map(|one| one.observations.len()).sum();
        if kind != "slope" {
            let stops = stops_as_drawn(&shown.scene).len();
            prop_assert_eq!((stops < values, stops > values), (shown.thinned.is_some(), false));
        }
    }
}
