//! Goals and what was reached.

use super::{assert_built_in, assert_tidy_everywhere, drawn, loaded, sentences, table};
use crate::figures::assert_picture;
use annals::{i18n::Language, model::Briefing, scene::theme::Theme};

fn briefing(targets: &[&str]) -> Briefing {
    let targets = targets.iter().enumerate().map(|(at, one)| format!(r#"{{"id":"t{at}",{one}}}"#)).collect::<Vec<_>>();
    loaded(&format!(
        r#""disputes":[{{"id":"d","on":["o3"],"claims":[{{"id":"d1","text":"One"}},{{"id":"d2","text":"Other"}}]}}],
           "figures":[{{"id":"f","kind":"targets","title":"Targets"}}],"targets":[{}],"series":[
           {{"id":"rate","title":"Rate","unit":"percent","observations":[{{"id":"o1","date":"2024","value":80}},{{"id":"o2","date":"2025-12-31","value":88.9,"base":40000}}]}},
           {{"id":"many","title":"Many","unit":"standards","observations":[{{"id":"o3","date":"2024","value":45,"qualifier":"more-than"}}]}},
           {{"id":"time","title":"Time","unit":"months","observations":[{{"id":"o4","date":"2020","value":24,"qualifier":"about","comparable":false}}]}},
           {{"id":"open","title":"Open","unit":"standards","observations":[{{"id":"o5","date":"2024","value":45,"qualifier":"more-than"}}]}}]"#,
        targets.join(",")
    ))
}

const RATE: &str = r#""title":"Rate above 85 percent","series":"rate","value":85,"unit":"percent","qualifier":"more-than","due":"2025""#;

#[test]
fn targets_of_the_briefing() {
    assert_built_in("targets", "cs2035-targets");
}

#[test]
fn targets_of_every_sort() {
    let hard = briefing(&[
        RATE,
        r#""title":"超过五十项国家标准、行业标准与团体标准的制定和修订任务","series":"many","value":50,"unit":"standards","qualifier":"at-least","due":"2026""#,
        r#""title":"Time within 18 months","series":"time","value":18,"unit":"months","qualifier":"at-most","due":"2025""#,
        r#""title":"Measured otherwise","series":"time","value":2,"unit":"years","qualifier":"less-than","due":"2027""#,
        r#""title":"About 1,800 standards","value":1800,"unit":"standards","qualifier":"about""#,
        r#""title":"A goal without a number","due":"2030""#,
        r#""title":"A fall below zero","value":-5,"unit":"points","qualifier":"at-most""#,
        r#""title":"Exactly none","value":0,"unit":"cases""#,
    ]);
    assert_picture("targets-hard", &drawn(&hard, Language::En, 700.0), &Theme::LIGHT);
    assert_tidy_everywhere(&hard);
    assert_tidy_everywhere(&briefing(&[]));
    assert_eq!(table(&hard)[1], "Rate above 85 percent | 2025 | 85 | more than 85% | 88.9% | 2025-12-31 |  | ");
}

#[test]
fn targets_are_told_by_rule() {
    let said = |targets: &[&str]| Language::ALL.map(|language| sentences(&briefing(targets), language));
    assert_eq!(said(&[]), ["This briefing records no targets.", "本简报没有记录任何目标。"]);
    assert_eq!(
        said(&[RATE]),
        [
            "One target; for 1 a measured value can be set against it. Rate above 85 percent: 88.9% (31 December 2025), so reached then (more than 85%, due 2025).",
            "1 个目标；其中 1 个有可与目标对照的测得数值。Rate above 85 percent：88.9%（2025年12月31日），当时已达到（超过 85%，期限 2025年）。",
        ]
    );
    let open = r#""title":"More","series":"open","value":50,"unit":"standards","qualifier":"more-than""#;
    assert_eq!(
        said(&[open])[0],
        "One target; for 1 a measured value can be set against it. More: more than 45 standards (2024); whether that reaches it (more than 50 standards, no due date stated) cannot be said. One has no due date."
    );
    let disputed =
        r#""title":"Few","series":"many","value":10,"unit":"standards","qualifier":"more-than","due":"2025""#;
    assert!(said(&[disputed])[0].ends_with("cannot be said. Sources disagree on one value."));
    let other = r#""title":"Soon","series":"time","value":2,"unit":"years","due":"2025""#;
    assert_eq!(
        said(&[other])[0],
        "One target; for 0 a measured value can be set against it. One is measured in another unit."
    );
}
