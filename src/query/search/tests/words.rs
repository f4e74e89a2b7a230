//! What is found, and in which order.

use super::{super::*, found, ids, indexed};

const PARTS: &str = r#"
    "sources":[
        {"id":"src-gazette","title":"State gazette","publisher":"Bureau of Printing","url":"https://gazette.example.org/a"},
        {"id":"src-note","title":"Field note"}],
    "actors":[
        {"id":"samr","name":{"en":"State Administration for Market Regulation","zh-Hans":"国家市场监督管理总局"}},
        {"id":"cec","name":"Commission électrotechnique"}],
    "events":[
        {"id":"law-1","date":"2019-03","title":{"en":"Toy safety law drafted","zh-Hans":"玩具安全法草案"},"kind":"draft","actors":["samr"],"tags":["consumer-goods"]},
        {"id":"law-2","date":"2021","title":"Law passed","summary":"It is about the **safety of toys**.","number":"GB/T 1.1—2020","sources":["src-gazette"]},
        {"id":"visit","date":"2020","title":"A visit","note":"Certification was discussed","sources":[{"id":"src-note","quote":"强制性产品认证制度"}]}],
    "instruments":[
        {"id":"ccc","title":{"en":"Compulsory certification","zh-Hans":"强制性产品认证管理规定"},"number":"AQSIQ Order 117","issuers":["samr"],
         "stages":[{"stage":"published","date":"2009","note":"Delayed by a typhoon"}]}],
    "series":[{"id":"count","title":"Standards in force","unit":"standards","observations":[{"id":"count.first","date":"2020","value":3,"note":"Preliminary"}]}],
    "targets":[{"id":"goal","title":"Ninety percent adopted"}],
    "catalogues":[{"id":"list","title":"Catalogue of products","versions":[
        {"id":"list.one","title":"First edition","basis":"full","entries":[{"id":"list.kettle","title":"Electric kettles","codes":["8516"]}]}]}],
    "meetings":[{"id":"meet","date":"2022-05","title":"Plenary","city":"Lyon","organisers":["cec"],
        "agenda":[{"id":"meet.agenda","title":"Batteries","people":["meet.zhang"]}],
        "people":[{"id":"meet.zhang","name":"Zhang Wei","affiliation":"Harbour Institute"}],
        "attendance":{"organisations":[{"id":"meet.org","label":"Acme Federation","status":"present"}]},
        "outcomes":[{"id":"meet.outcome","text":"A working group on hydrogen"}]}],
    "positions":[{"id":"ask","ask":"Longer transition","by":"Chamber of Commerce","response":"Noted"}],
    "disputes":[{"id":"row","on":["law-2"],"claims":[{"id":"row.claim","text":"It was passed in winter","sources":["src-note"]}]}],
    "corrections":[{"id":"mend","date":"2023","on":"law-2","was":"Twelve","now":"Thirteen","why":"Miscounted"}],
    "glossary":[{"id":"term","term":"Conformity assessment","native":"合格评定","meaning":"Showing that demands are met"}]"#;

fn check(cases: &[(&str, &[&str])]) {
    let (_, index) = indexed(PARTS);
    for (search, expected) in cases {
        let mut hits = Hits::default();
        let mut found = found(&index, search, &mut hits);
        let mut expected = expected.to_vec();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{search}");
    }
}

#[test]
fn items_of_every_sort_are_found_by_their_texts() {
    check(&[
        ("gazette", &["src-gazette", "law-2"]),
        ("printing", &["src-gazette", "law-2"]),
        ("gazette.example.org", &["src-gazette"]),
        ("electrotechnique", &["cec", "meet"]),
        ("typhoon", &["ccc", "ccc.published"]),
        ("preliminary", &["count", "count.first"]),
        ("ninety", &["goal"]),
        ("hydrogen", &["meet", "meet.outcome"]),
        ("harbour", &["meet", "meet.zhang"]),
        ("zhang", &["meet", "meet.zhang", "meet.agenda"]),
        ("acme", &["meet", "meet.org"]),
        ("transition chamber", &["ask"]),
        ("winter", &["row", "row.claim"]),
        ("miscounted", &["mend"]),
        ("合格评定", &["term"]),
        ("consumer", &["law-1"]),
        ("draft", &["law-1"]),
        ("lyon", &["meet"]),
        ("first edition", &["list", "list.one"]),
        ("kettles", &["list.one", "list.kettle"]),
        ("8516", &["list.one", "list.kettle"]),
    ]);
}

#[test]
fn numbers_are_found_however_they_are_written() {
    for search in ["GB/T 1.1-2020", "GB/T1.1", "gb 1.1", "ＧＢ／Ｔ　１．１—２０２０", "\"gb t 1 1 2020\""]
    {
        check(&[(search, &["law-2"])]);
    }
    check(&[("gbt 1.1", &[]), ("GB/T 11", &[]), ("aqsiq117", &[]), ("aqsiq 117", &["ccc"])]);
}

#[test]
fn each_word_must_be_there_and_none_that_is_left_out() {
    check(&[
        ("law", &["law-1", "law-2"]),
        ("law safety", &["law-1", "law-2"]),
        ("law -draft", &["law-2"]),
        ("law -drafted", &["law-2"]),
        ("law -dra", &["law-1", "law-2"]),
        ("law gazette", &["law-2"]),
        ("\"toy safety\"", &["law-1"]),
        ("\"safety of toys\"", &["law-2"]),
        ("\"safety toys\"", &[]),
        ("safety -\"toy safety\"", &["law-2"]),
        ("\"toy saf", &["law-1"]),
        ("\"toy saf\"", &[]),
        ("law nowhere", &[]),
    ]);
}

#[test]
fn only_words_left_out_leave_the_rest() {
    let (_, index) = indexed(PARTS);
    let hits = index.search(&Query::new("-law"));
    assert!(!hits.contains("law-1") && hits.contains("visit") && hits.contains("samr"));
    assert!(hits.list().iter().all(|hit| hit.field.is_none() && hit.score == 0));
}

#[test]
fn a_search_for_nothing_finds_all_without_a_list() {
    let (_, index) = indexed(PARTS);
    for search in ["", "  ", "…", "\"", "-"] {
        let hits = index.search(&Query::new(search));
        assert!(hits.is_all() && hits.contains("law-1") && hits.contains("anything") && hits.list().is_empty());
    }
    assert!(!index.search(&Query::new("law")).contains("anything"));
}

#[test]
fn simplified_and_traditional_characters_find_the_same() {
    let (_, index) = indexed(PARTS);
    for (simple, traditional) in
        [("认证", "認證"), ("强制", "強制"), ("强制认证", "強制認證"), ("玩具", "玩具"), ("证", "證")]
    {
        let [one, other] = [simple, traditional].map(|search| index.search(&Query::new(search)));
        assert_eq!(one.list(), other.list(), "{simple}");
        assert!(!one.list().is_empty(), "{simple}");
    }
    check(&[
        ("认证", &["ccc", "visit"]),
        ("强制性产品认证", &["ccc", "visit"]),
        ("认证管理", &["ccc"]),
        ("安", &["law-1"]),
        ("法草", &["law-1"]),
        ("草法", &[]),
    ]);
}

#[test]
fn a_short_form_finds_the_name_where_nothing_has_it_as_written() {
    check(&[
        ("强制认证", &["ccc", "visit"]),
        ("国家市监总局", &["samr", "law-1", "ccc"]),
        ("认证强制", &[]),
        ("\"强制认证\"", &[]),
    ]);
    let (_, index) = indexed(PARTS);
    let hits = index.search(&Query::new("强制认证"));
    let text = "强制性产品认证";
    let marked: String = hits.marks(text).into_iter().map(|range| &text[range]).collect();
    assert_eq!(marked, "强制认证");
}

#[test]
fn small_slips_are_forgiven_where_nothing_else_fits() {
    check(&[
        ("certifcation", &["ccc", "visit"]),
        ("certifikasion", &["ccc", "visit"]),
        ("cmpulsory", &["ccc"]),
        ("compluso", &["ccc"]),
        ("tpy", &[]),
        ("\"certifcation\"", &[]),
        ("-certifcation certification", &["ccc", "visit"]),
        // As written it is found, so nothing else is.
        ("passed", &["law-2", "row", "row.claim"]),
    ]);
    let (_, index) = indexed(PARTS);
    let hits = index.search(&Query::new("certifcation"));
    assert_eq!(hits.marks("Certification, certify, certification"), [0..13, 24..37]);
    assert!(Query::new("certifcation").marks("Certification").is_empty());
}

#[test]
fn the_better_place_and_the_better_match_come_first() {
    let (_, index) = indexed(
        r#""sources":[{"id":"s","title":"Kettle study"}],"events":[
        {"id":"cited","date":"2020","title":"E","sources":["s"]},
        {"id":"told","date":"2020","title":"E","summary":"On the kettle"},
        {"id":"begun","date":"2020","title":"Kettles"},
        {"id":"old","date":"1999","title":"Kettle"},
        {"id":"numbered","date":"2010","title":"E","number":"Kettle 1"},
        {"id":"new","date":"2020-05","title":"Kettle"},
        {"id":"also-new","date":"2020-05","title":"Kettle"},
        {"id":"tagged","date":"2020","title":"E","tags":["kettle"]}]"#,
    );
    let hits = index.search(&Query::new("kettle"));
    assert_eq!(ids(&hits), ["new", "also-new", "numbered", "old", "s", "begun", "tagged", "told", "cited"]);
    let fields: Vec<_> = hits.list().iter().filter_map(|hit| hit.field).collect();
    use Field::{Number, Source, Tag, Text, Title};
    assert_eq!(fields, [Title, Title, Number, Title, Title, Title, Tag, Text, Source]);
    assert!(hits.list()[0].score > hits.list()[5].score);
}

#[test]
fn ids_are_found_from_their_beginning() {
    let (_, index) =
        indexed(r#""events":[{"id":"ccc-2019-44","date":"2019","title":"E"},{"id":"b","date":"2019","title":"F"}]"#);
    let is_found = |search: &str| index.search(&Query::new(search)).contains("ccc-2019-44");
    assert!(["ccc-2019", "ccc-2019-44", "ccc", "ccc-2019-4"].into_iter().all(is_found));
    assert!(!["2019-44", "44", "ccc-44"].into_iter().any(is_found));
}

#[test]
fn an_index_of_nothing_answers() {
    let index = SearchIndex::default();
    assert!(index.is_empty());
    for search in ["", "a", "认证", "certification", "\"a b\"", "-a"] {
        assert!(index.search(&Query::new(search)).list().is_empty());
    }
}

#[test]
fn references_are_found_by_the_values_that_they_show() {
    let parts = r#""languages":["en","zh-Hans"],"series":[{"id":"s","title":"S","observations":[{"id":"s.first","date":"2001","value":132}]}],
        "events":[{"id":"e","date":"2019","title":"E","summary":{"en":"It began with {{value:s.first}} and {{value:none}}","zh-Hans":"始于{{value:f}}"}},
        {"id":"f","date":"2003-08-01","title":"F"}]"#;
    let (_, index) = indexed(parts);
    let mut hits = Hits::default();
    assert_eq!(found(&index, "\"began with 132 and\"", &mut hits), ["e"]);
    assert_eq!(found(&index, "2003年8月", &mut hits), ["e"]);
    // The id within a reference is no word of the text.
    assert_eq!(found(&index, "first", &mut hits), [""; 0]);
}
