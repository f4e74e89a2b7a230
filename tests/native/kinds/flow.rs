//! The flow of a catalogue.

use super::{assert_built_in, assert_tidy_everywhere, built_in_sentences, drawn, loaded, sentences, table};
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
    assert_built_in("flow", "ccc-flow");
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
    assert_eq!(
        said(&[]),
        ["Neither a whole catalogue nor a list of changes is recorded.", "既没有记录完整目录，也没有记录变动清单。",]
    );
    assert_eq!(
        said(&[FULL]),
        [
            "First catalogue lists 132 products (3 December 2001). No list of changes with a date is recorded.",
            "First catalogue列入 132 个产品（2001年12月3日）。没有记录带日期的变动清单。",
        ]
        .map(str::to_owned)
    );
    let equal = BACK.replace("\"back\"", "\"again\"").replace("b1", "b2").replace("2024-04", "2025-04");
    assert_eq!(
        said(&[BACK, &equal])[0],
        "2 lists of changes from April 2024 to April 2025. Of these 2 bring some back to certification. All with a stated number change as many: 16 back to certification each. Latest: 16 back to certification (Back to certification, April 2025). 2 lists are only partly recorded here."
    );
    let disputed = r#"{"id":"disputed","title":"Two counts","basis":"delta","date":"2019","stated_total":{"value":3,"alternatives":[{"value":21}]},"entries":[
        {"id":"z1","title":"Gas appliances","change":"added","count":8}]}"#;
    assert_eq!(
        said(&[disputed]),
        [
            "One list of changes, of 2019. Latest: 3 added (Two counts, 2019). Sources disagree on one version.",
            "一份变动清单（2019年）。最近：新增 3 个（Two counts，2019年）。关于 1 个版本来源说法不一。",
        ]
    );
    let [built_in, _] = built_in_sentences("ccc-flow");
    assert!(built_in.starts_with(
        "2001 No. 33 lists 132 products (3 December 2001). 17 lists of changes from 2004 to 28 December 2025."
    ));
    assert!(built_in.contains("Most at once: 19 removed (2018 No. 11 annex 1, 11 June 2018)."));
    assert!(built_in.ends_with("Not used, because only partly recorded: 2020 No. 18: 14 of 103 recorded here; 2023 No. 36: 33 of 96 recorded here; Wikipedia list (undated, before 2020): 20 entries recorded here, of how many is not stated."));
}

#[test]
fn the_table_names_what_is_refused_and_why_sums_end() {
    let rows = table(&briefing(&[FULL, MORE, LESS, SILENT, BACK, PARTIAL].join(",")));
    let unknown = "How many are listed then is not computed: Converted from licences (no number) states no number. | ";
    let wanted = [
        "First catalogue | 2001-12-03 | the whole catalogue | 132 | 0 |  | 132 products are listed. | ",
        "Toys and vehicle parts | 2005 | changes only | 17 | 17 | 17 added | 149 products are listed, added up from stated numbers. | ",
        "The first cut | 2018-06-11 | changes only | 36 | 36 | 19 removed; 17 moved to self-declaration | 130 products are listed, added up from stated numbers. | ",
        &format!(
            "Converted from licences (no number) | 2019 | changes only | not stated | 1 | added, number not stated; 1 recorded here | {unknown}"
        ),
        &format!(
            "Back to certification | 2024-04 | changes only | 16 | 1 | 16 back to certification; 1 of 16 recorded here | {unknown}"
        ),
        "The catalogue of 2020 | 2020-04-21 | part of a whole catalogue | 103 | 1 | Not used, because only part of it is recorded |  | ",
    ];
    assert_eq!(rows[1..], wanted);
}
