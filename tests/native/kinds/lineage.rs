//! The lineage of policy acts.

use super::{assert_built_in, assert_tidy_everywhere, built_in_sentences, drawn, loaded, sentences, table};
use crate::figures::assert_picture;
use annals::{i18n::Language, model::Briefing, scene::theme::Theme};

fn briefing(items: &str, instruments: &[String]) -> Briefing {
    loaded(&format!(
        r#""disputes":[{{"id":"d","on":["law"],"claims":[{{"id":"d1","text":"One"}},{{"id":"d2","text":"Other"}}]}}],
           "figures":[{{"id":"f","kind":"lineage","title":"Lineage","items":[{items}]}}],"instruments":[{}]"#,
        instruments.join(",")
    ))
}

fn act(id: &str, title: &str, stages: &[(&str, &str)], relations: &[(&str, &str)]) -> String {
    let stages: Vec<String> = stages
        .iter()
        .enumerate()
        .map(|(at, (stage, date))| format!(r#"{{"id":"{id}.{at}","stage":"{stage}","date":"{date}"}}"#))
        .collect();
    let relations: Vec<String> =
        relations.iter().map(|(kind, to)| format!(r#"{{"type":"{kind}","to":"{to}"}}"#)).collect();
    let (stages, relations) = (stages.join(","), relations.join(","));
    format!(r#"{{"id":"{id}","title":"{title}","stages":[{stages}],"relations":[{relations}]}}"#)
}

/// Every relation, crowded stages, coarse and coming dates, an act without any.
fn hard() -> Briefing {
    let acts = [
        act(
            "law",
            "Standardization Law",
            &[("adopted", "1988-12-29"), ("effective", "1989-04-01"), ("superseded", "2018-01-01")],
            &[],
        ),
        act(
            "revised",
            "中华人民共和国标准化法（2017年修订），全面推行标准化管理体制改革",
            &[("drafted", "2016"), ("adopted", "2017-11-04"), ("effective", "2018-01-01")],
            &[("supersedes", "law")],
        ),
        act(
            "measures",
            "Measures on national standards",
            &[
                ("announced", "2020-01"),
                ("consultation-opened", "2020-01-15"),
                ("comments-close", "2020-02-15"),
                ("adopted", "2020-03-01"),
                ("published", "2020-03-02"),
                ("effective", "2020-03-03"),
                ("enforced", "2020-03-04"),
                ("grace-ends", "2020-12"),
            ],
            &[("implements", "revised"), ("amends", "law")],
        ),
        act("plan", "A plan without any date", &[], &[("derives-from", "revised")]),
        act(
            "next",
            "What is to come",
            &[("published", "2025"), ("effective", "2027-06-01")],
            &[("continues", "measures"), ("derives-from", "plan")],
        ),
    ];
    briefing(r#""measures","plan""#, &acts)
}

#[test]
fn lineage_of_the_announcements() {
    assert_built_in("lineage", "ccc-lineage");
    let [english, _] = built_in_sentences("miit-lineage");
    assert!(english.starts_with("3 policy acts"), "{english}");
}

#[test]
fn lineage_of_every_sort() {
    let hard = hard();
    assert_picture("lineage-hard", &drawn(&hard, Language::En, 760.0), &Theme::LIGHT);
    assert_tidy_everywhere(&hard);
    assert_tidy_everywhere(&briefing("", &[]));
}

#[test]
fn lineage_is_told_by_rule() {
    let said = |items: &str, acts: &[String]| Language::ALL.map(|language| sentences(&briefing(items, acts), language));
    assert_eq!(said("", &[]), ["The figure names no policy act.", "图中没有指定政策文件。"]);
    let one = [act("a", "A", &[("published", "2001")], &[])];
    assert_eq!(
        said(r#""a""#, &one),
        ["A (published 2001). No relation to others is recorded.", "A（2001年公布）。没有记录与其他文件的关系。"]
    );
    let equal =
        [act("a", "A", &[("published", "2001")], &[]), act("b", "B", &[("published", "2001")], &[("amends", "a")])];
    assert_eq!(
        said(r#""a""#, &equal)[0],
        "2 policy acts, from A (published 2001) to B (published 2001). Relations by what the later act does: amends: 1."
    );
    let circle =
        [act("law", "A", &[("published", "2001")], &[("amends", "b")]), act("b", "B", &[], &[("amends", "law")])];
    assert_eq!(
        said(r#""law""#, &circle),
        [
            "2 policy acts. Relations by what the later act does: amends: 2. Of one no stage has a place in time. Sources disagree on one act or stage. The relations of A, B form a circle, which cannot be so.",
            "2 份政策文件。后出文件与先出文件的关系：修订：2。其中 1 份没有可置于时间轴上的阶段。关于 1 份文件或阶段来源说法不一。A，B的关系构成循环，不可能成立。",
        ]
    );
    assert_eq!(table(&briefing(r#""law""#, &circle))[1], "A |  | published 2001 | amends B | ");
}
