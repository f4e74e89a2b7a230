//! The flow of a catalogue.

use super::{assert_tidy_everywhere, drawn, drawn_of, built_in, loaded, sentences, table};
use crate::figures::assert_picture;
use annals::{i18n::Language, model::Briefing, scene::theme::Theme};

/// A catalogue with every sort of version.
fn briefing(versions: &str) -> Briefing {
    loaded(&format!(
        r#""figures":[{{"id":"f","kind":"flow","title":"The flow"}}],"catalogues":[{{"id":"c","title":"C","versions":[{versions}]}}]"#
    ))
}

const FULL: &str = r#"{"id":"full","title":"First catalogue","basis":"full","date":"2001-12-03","stated_total":132}"#;
const MORE: &str = r#"{"id":"more","title":"Toys and vehicle parts","basis":"delta","date":"2005","stated_total":17,"entries":[
    {"id":"m1","title":"Toys","change":"added","count":6},{"id":"m2","title":"Parts","change":"added","count":11}]}"#;
const LESS: &str = r#"{"id":"less","title":"The first cut","basis":"delta","date":"2018-06-11","stated_total":36,"entries":[
    {"id":"l1","title":"Engines","change":"removed","count":19},{"id":"l2","title":"Belts","change":"moved","count":17,"regime":"self-declaration"}]}"#;
const SILENT: &str = r#"{"id":"silent","title":"Converted from licences (no number)","basis":"delta","date":"2019","entries":[
    {"id":"s1","title":"E-bikes","change":"added"}]}"#;
const BACK: &str = r#"{"id":"back","title":"Back to certification","basis":"delta","date":"2024-04","stated_total":16,"entries":[
    {"id":"b1","title":"Switchgear","change":"restored"}]}"#;
const PARTIAL: &str = r#"{"id":"part","title":"The catalogue of 2020","basis":"partial","date":"2020-04-21","stated_total":103,"entries":[
    {"id":"p1","title":"Wires"}]}"#;

#[test]
fn flow_of_the_built_in_catalogue() {
    let (briefing, figure) = built_in("ccc-flow");
    assert_picture("flow", &drawn_of(briefing, Language::En, figure, 1_000.0), &Theme::LIGHT);
    assert_picture("flow-narrow", &drawn_of(briefing, Language::ZhHans, figure, 328.0), &Theme::DARK);
}

#[test]
fn flow_of_every_sort() {
    let later = r#"{"id":"later","title":"第二版强制性产品认证目录（经调整和完善，含自我声明程序）","basis":"full","date":"2025","entries":[
        {"id":"x1","title":"Lamp","count":90},{"id":"x2","title":"Tyre"}]}"#;
    let last = r#"{"id":"last","title":"Third catalogue","basis":"full","date":"2026","entries":[
        {"id":"y1","title":"Lamp","count":60},{"id":"y2","title":"Drill","count":12}]}"#;
    let empty = r#"{"id":"bare","title":"A list without entries","basis":"delta","date":"2018-09","sources":[]}"#;
    let undated = r#"{"id":"lost","title":"A list without a date","basis":"delta","entries":[{"id":"u1","title":"Modems","change":"added"}]}"#;
    let all = briefing(&[FULL, MORE, LESS, empty, SILENT, BACK, PARTIAL, later, last].join(","));
    assert_picture("flow-hard", &drawn(&all, Language::En, 680.0), &Theme::LIGHT);
    assert_tidy_everywhere(&all);
    assert_tidy_everywhere(&briefing(&[undated, PARTIAL].join(",")));
    assert_tidy_everywhere(&briefing(""));
}

#[test]
fn flow_is_told_by_rule() {
    let said = |versions: &[&str]| Language::ALL.map(|language| sentences(&briefing(&versions.join(",")), language));
    assert_eq!(said(&[]), [
        "Neither a whole catalogue nor a list of changes is recorded.",
        "既没有记录完整目录，也没有记录变动清单。",
    ]);
    assert_eq!(said(&[FULL]), [
        "First catalogue lists 132 products (3 December 2001). No list of changes with a date is recorded.",
        "First catalogue列入 132 个产品（2001年12月3日）。没有记录带日期的变动清单。",
    ].map(str::to_owned));
}

#[test]
fn the_table_names_what_is_refused() {
    println!("{:#?}", table(&briefing(&[FULL, MORE, LESS, SILENT, BACK, PARTIAL].join(","))));
}

#[test]
fn print_flow() {
    let (briefing, figure) = built_in("ccc-flow");
    for language in Language::ALL {
        println!("{}", super::told_of(briefing, language, figure, |context, figure, kind| annals::figure::joined(context, &(kind.tell)(context, figure))));
    }
}
