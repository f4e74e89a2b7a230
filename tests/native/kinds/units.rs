//! Numbers as signs.

use super::{assert_built_in, assert_tidy_everywhere, drawn, loaded, sentences, table};
use crate::figures::assert_picture;
use annals::{i18n::Language, model::Briefing, scene::theme::Theme};

/// Observations of one series, given as JSON without id and date; a figure that shows all of them.
fn briefing(values: &[&str]) -> Briefing {
    let observations =
        values.iter().enumerate().map(|(at, value)| format!(r#"{{"id":"o{at}","date":"20{:02}",{value}}}"#, 10 + at));
    let shown = (0..values.len()).map(|at| format!(r#"{{"of":"o{at}"}}"#)).collect::<Vec<_>>().join(",");
    loaded(&format!(
        r#""sources":[{{"id":"s","title":"The other count"}}],
           "disputes":[{{"id":"d","on":["o1"],"claims":[{{"id":"d1","text":"One"}},{{"id":"d2","text":"Other"}}]}}],
           "meetings":[{{"id":"m","date":"2019-11-16","title":"A meeting of which no source says how many came"}}],
           "figures":[{{"id":"f","kind":"units","title":"So many","values":[{shown}],"items":["m"]}}],
           "series":[{{"id":"e","title":"Experts","unit":"experts","observations":[{}]}}]"#,
        observations.collect::<Vec<_>>().join(",")
    ))
}

#[test]
fn units_of_the_meetings() {
    assert_built_in("units", "stated-participants");
}

#[test]
fn units_of_every_sort() {
    let hard = briefing(&[
        r#""value":30,"qualifier":"more-than""#,
        r#""value":40,"qualifier":"about""#,
        r#""value":12,"low":12,"high":25"#,
        r#""value":18,"qualifier":"at-most""#,
        r#""value":0"#,
        r#""value":2.5"#,
        r#""value":74,"unit":"percent""#,
        r#""value":-3"#,
        r#""value":{"value":20,"alternatives":[{"value":23,"sources":["s"]}]}"#,
        r#""value":199,"unit":{"en":"participants of the international conference","zh-Hans":"参会代表、专家、学者与企业负责人"}"#,
    ]);
    assert_picture("units-hard", &drawn(&hard, Language::En, 640.0), &Theme::LIGHT);
    assert_tidy_everywhere(&hard);
    assert_tidy_everywhere(&briefing(&[r#""value":1e300"#]));
    assert_tidy_everywhere(&loaded(r#""figures":[{"id":"f","kind":"units"}]"#));
    let table = table(&hard);
    assert_eq!(table[1], "Experts | 2010 | 30 | more than 30 experts |  | ");
    assert_eq!(table[2], "Experts | 2011 | 40 | about 40 experts | sources disagree | ");
    assert_eq!(
        table[9],
        "Experts | 2018 | 20 | 20 experts | another source: 23 experts (The other count); sources disagree | "
    );
    assert_eq!(table[11], "A meeting of which no source says how many came | 2019-11-16 |  | not stated |  | ");
}

#[test]
fn units_are_told_by_rule() {
    let said = |values: &[&str]| Language::ALL.map(|language| sentences(&briefing(values), language));
    assert_eq!(said(&[]), ["One number is not stated.", "1 个数量未说明。"]);
    assert_eq!(
        said(&[r#""value":30,"qualifier":"more-than""#]),
        [
            "more than 30 experts (Experts, 2010). One number is not stated.",
            "超过 30 名专家（Experts，2010年）。1 个数量未说明。",
        ]
    );
    assert_eq!(
        said(&[r#""value":5"#, r#""value":5"#])[0],
        "5 in all 2 cases. One number is not stated. Sources disagree on one value."
    );
    assert_eq!(
        said(&[r#""value":5"#, r#""value":7"#, r#""value":10,"unit":"percent""#])[0],
        "2 numbers, from 5 experts (Experts, 2010) to 7 experts (Experts, 2011). One number is not stated. One value is not a number of things and is not drawn as signs. Sources disagree on one value."
    );
}
