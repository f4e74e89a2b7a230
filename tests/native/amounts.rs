//! Single values as bars and dots: the pictures, and what holds of any of them.

use annals::{
    i18n::Language,
    model::Briefing,
    scene::{focus::stops, theme::Theme},
};
use proptest::prelude::*;

use super::{
    boxes::{assert_readable, assert_tidy},
    figures::assert_picture,
    lines::{PLAIN, SOURCES, every_sort, hostile, in_years, meter, names, series_of, show, with_figure},
};

/// The newest values of some series.
fn usual(kind: &str, more: &str) -> Briefing {
    let series = [
        in_years("national", "National standards", "standards", &[(2018, 301.0), (2021, 360.0)]),
        in_years("trade", "Trade standards", "standards", &[(2021, 640.0)]),
        in_years("group", "Group standards of associations", "standards", &[(2018, 120.0), (2022, 352.0)]),
        in_years("local", "Local standards", "standards", &[(2022, 255.0)]),
        in_years("drafters", "Organisations that draft", "organisations", &[(2012, 14.0), (2022, 44.0)]),
    ];
    with_figure(
        &format!(
            r#""kind":"{kind}","title":"Standards by level","series":["national","trade","group","local","drafters"]{more}"#
        ),
        &format!(r#""series":[{}]"#, series.join(",")),
    )
}

fn hard(kind: &str) -> Briefing {
    let values = ["exact", "about", "more-than", "at-most", "range", "apart", "disputed", "other", "t", "minus"];
    let values: Vec<_> = values.iter().map(|id| format!(r#"{{"of":"{id}"}}"#)).collect();
    let minus = in_years("m", "全国标准信息公共服务平台公布的推荐性国家标准数量之差额（含修改单）", "standards", &[]);
    let minus = minus.replace("[]", r#"[{"id":"minus","date":"2021","value":-12,"qualifier":"about"}]"#);
    with_figure(
        &format!(r#""kind":"{kind}","values":[{}]"#, values.join(",")),
        &format!(
            r#""series":[{},{minus}],{SOURCES},"targets":[{{"id":"t","title":"Coverage by 2025","unit":"standards"}}]"#,
            every_sort()
        ),
    )
}

#[test]
fn dots_stand_on_an_axis() {
    let usual = usual("dots", "");
    assert_picture("dots", &show(&usual, 960.0, PLAIN, Language::En).scene, &Theme::LIGHT);
    assert_picture("dots-narrow", &show(&usual, 360.0, PLAIN, Language::ZhHans).scene, &Theme::DARK);
    assert_picture("dots-hard", &show(&hard("dots"), 720.0, PLAIN, Language::En).scene, &Theme::LIGHT);
}

#[test]
fn bars_lie_or_stand() {
    assert_picture("bars", &show(&usual("bars", r#","at":"2022""#), 720.0, PLAIN, Language::En).scene, &Theme::LIGHT);
    assert_picture("bars-hard", &show(&hard("bars"), 720.0, PLAIN, Language::En).scene, &Theme::LIGHT);
    assert_picture("bars-narrow", &show(&hard("bars"), 360.0, PLAIN, Language::ZhHans).scene, &Theme::DARK);
    assert_picture("bars-time", &show(&over_time("none"), 720.0, PLAIN, Language::En).scene, &Theme::LIGHT);
    assert_picture("bars-time-narrow", &show(&over_time("none"), 360.0, PLAIN, Language::ZhHans).scene, &Theme::DARK);
    assert_picture("bars-stacked", &show(&over_time("stacked"), 720.0, PLAIN, Language::En).scene, &Theme::LIGHT);
    assert_picture("bars-share", &show(&over_time("share"), 720.0, PLAIN, Language::En).scene, &Theme::LIGHT);
    assert_picture("bars-share-narrow", &show(&over_time("share"), 360.0, PLAIN, Language::ZhHans).scene, &Theme::DARK);
    let one = with_figure(r#""kind":"bars","series":["every"]"#, &format!(r#""series":[{}],{SOURCES}"#, every_sort()));
    assert_picture("bars-time-hard", &show(&one, 720.0, PLAIN, Language::En).scene, &Theme::LIGHT);
    let none = with_figure(r#""kind":"bars""#, r#""series":[]"#);
    assert_picture("bars-none", &show(&none, 360.0, PLAIN, Language::ZhHans).scene, &Theme::CONTRAST);
}

#[test]
fn what_values_come_to_is_told() {
    let told = |kind: &str, values: &[(&str, f64)]| {
        let series = values
            .iter()
            .enumerate()
            .map(|(at, (title, value))| in_years(&format!("s{at}"), title, "standards", &[(2020, *value)]));
        let series: Vec<_> = series.collect();
        let briefing = with_figure(
            &format!(r#""kind":"{kind}","at":"2021","series":[{}]"#, names(values.len())),
            &format!(r#""series":[{}]"#, series.join(",")),
        );
        Language::ALL.map(|language| show(&briefing, 480.0, PLAIN, language).told)
    };
    for kind in ["dots", "bars"] {
        assert_eq!(told(kind, &[]), ["No value is recorded.", "没有记录数值。"]);
        assert_eq!(told(kind, &[("A", 5.0)]), ["A (2020): 5 standards.", "A（2020年）：5 项标准。"]);
        assert_eq!(told(kind, &[("A", 5.0), ("B", 5.0)])[0], "Both values are 5 standards.");
        assert_eq!(
            told(kind, &[("A", 5.0), ("B", 5.0), ("C", 5.0)]),
            ["All 3 values are 5 standards.", "3 个数值均为 5 项标准。"]
        );
        assert_eq!(
            told(kind, &[("A", 5.0), ("B", 9.0), ("C", 5.0)]),
            [
                "The highest is 9 standards: B (2020); the lowest 5 standards: 2 times.",
                "最高为 9 项标准：B（2020年）；最低为 5 项标准：共 2 项。"
            ]
        );
        let hard = show(&hard(kind), 480.0, PLAIN, Language::En);
        assert_eq!(
            hard.told,
            "The highest is 74 standards: Standards of every sort (30 June 2014)".replace("74", "at most 70")
                + "; the lowest about -12 standards: 全国标准信息公共服务平台公布的推荐性国家标准数量之差额（含修改单） (2021). \
                   One value is not stated. One more value is not comparable with these. Sources disagree on 2 values."
        );
        assert_eq!((hard.files[0].len(), hard.legend.len()), (11, 7), "{:?}", hard.legend);
    }
    let share = |language| show(&over_time("share"), 480.0, PLAIN, language);
    assert_eq!(
        share(Language::En).told,
        "2022: National standards: 37% (370 of 984); Group standards of associations: 36% (352 of 984); Local standards: \
         27% (262 of 984). Of the complete whole; the shares are rounded by the largest remainders and add up to 100%. \
         One value is not stated."
    );
    assert!(share(Language::ZhHans).told.starts_with("2022年：National standards：37%（984 中的 370）"));
    assert_eq!(share(Language::En).files[0][1][2..5], ["260", "not stated", "not stated"]);
}

/// Three series with a value missing.
fn over_time(stack: &str) -> Briefing {
    let series = [
        in_years(
            "national",
            "National standards",
            "standards",
            &[(2015, 260.0), (2018, 301.0), (2021, 360.0), (2022, 370.0)],
        ),
        in_years(
            "group",
            "Group standards of associations",
            "standards",
            &[(2018, 120.0), (2021, 290.0), (2022, 352.0)],
        ),
        in_years(
            "local",
            "Local standards",
            "standards",
            &[(2015, 190.0), (2018, 240.0), (2021, 255.0), (2022, 262.0)],
        ),
    ];
    with_figure(
        &format!(
            r#""kind":"bars","title":"Standards by level","stack":"{stack}","complete":true,"series":["national","group","local"]"#
        ),
        &format!(r#""series":[{}]"#, series.join(",")),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn texts_keep_apart_and_inside(
        all in hostile(), width in 200.0..1400.0f64, units in 1..3usize, meter in meter(), kind in 0..2usize, scale in 0..2usize,
    ) {
        let kind = ["dots", "bars"][kind];
        let scale = ["linear", "log"][scale];
        let briefing = with_figure(
            &format!(r#""kind":"{kind}","series":[{}],"axis_scale":"{scale}","at":"2040""#, names(all.len())),
            &format!(r#""series":[{}]"#, series_of(&all, units)),
        );
        let shown = show(&briefing, width, meter, Language::En);
        assert_tidy(&shown.scene, meter, kind);
        prop_assert_eq!(stops(&shown.scene).len(), all.len());
    }

    #[test]
    fn texts_of_bars_over_time_keep_apart_and_inside(
        all in hostile(), width in 200.0..1400.0f64, units in 1..3usize, meter in meter(), stack in 0..3usize, complete: bool,
    ) {
        let stack = ["none", "stacked", "share"][stack];
        let briefing = with_figure(
            &format!(r#""kind":"bars","series":[{}],"stack":"{stack}","complete":{complete}"#, names(all.len())),
            &format!(r#""series":[{}]"#, series_of(&all, units)),
        );
        let shown = show(&briefing, width, meter, Language::En);
        assert_readable(&shown.scene, meter, stack);
        let values: usize = briefing.series.iter().map(|one| one.observations.len()).sum();
        let stops = stops(&shown.scene).len();
        let is_told = shown.thinned.is_some();
        prop_assert_eq!((stops < values, stops > values), (is_told, false));
    }
}
