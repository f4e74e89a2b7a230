//! What comparisons say, in both languages.

use super::*;
use crate::{
    figure::table::in_file,
    i18n::{Language, Words},
    load::load,
    model::{Briefing, Day},
    query::Index,
    render::data::json,
    state::ViewState,
};

const CATALOGUE: &str = r#"{"annals":1,"id":"x","title":"X","languages":["en","zh-Hans"],
    "sources":[{"id":"s1","title":"Gazette"},{"id":"s2","title":"Bulletin"}],
    "instruments":[
      {"id":"old","title":"Old rules","number":"No. 1","kind":"law","stages":[
        {"id":"o1","stage":"effective","date":"2003-08-01","previous":["2003-05-01"]},{"id":"o2","stage":"superseded","date":"2020"}]},
      {"id":"new","title":"New rules","sources":["s1"],"stages":[{"id":"n1","stage":"effective","date":"2020"}],
        "relations":[{"type":"supersedes","to":"old"}]}],
    "catalogues":[{"id":"c","title":"C","versions":[
      {"id":"v1","title":{"en":"First list","zh-Hans":"第一份目录"},"basis":"full","date":"2001-12-03","stated_total":3,"sources":["s1"],"entries":[
        {"id":"e1","codes":["0101"],"title":{"en":"Cords","zh-Hans":"电线组件"},"regime":"certification"},
        {"id":"e2","title":"Toys","count":2},{"id":"e3","title":"Lamps"}]},
      {"id":"v2","title":{"en":"Second list","zh-Hans":"第二份目录"},"basis":"full","date":"2020","sources":["s2"],"entries":[
        {"id":"f1","codes":["0101"],"title":{"en":"Cords","zh-Hans":"电线组件"},"regime":"self-declaration"},
        {"id":"f2","title":"Tyres"},{"id":"f3","title":"Lamps","sources":["s1"]}]},
      {"id":"v3","title":"Third list","basis":"delta","entries":[{"id":"g1","title":"Tyres"}]}]}]}"#;

fn with<T>(language: Language, pair: (&str, &str), see: impl Fn(&Context, SideBySide) -> T) -> T {
    let briefing: Briefing = load(CATALOGUE.as_bytes()).expect("a briefing").briefing;
    let (index, words, state) = (Index::new(&briefing), Words::new(language), ViewState::default());
    let today = Day::new(2024, 6, 1).expect("a day");
    let context = Context {
        briefing: &briefing,
        index: &index,
        words: &words,
        state: &state,
        hits: &crate::query::search::Hits::default(),
        today,
    };
    let shown = side_by_side(&context, (&pair.0.into(), &pair.1.into()));
    see(&context, shown)
}

fn told(language: Language, pair: (&str, &str)) -> Vec<String> {
    with(language, pair, |_, shown| {
        let told = shown.told.into_iter();
        told.map(|one| one.title.map_or(String::new(), |title| title + ": ") + &one.words).collect()
    })
}

/// A table as lines of its cells in a file.
fn lines(pair: (&str, &str), table: usize) -> Vec<String> {
    with(Language::En, pair, |context, shown| {
        let rows = in_file(context, &shown.tables[table..=table]);
        rows.into_iter().map(|cells| cells.join(" | ")).collect()
    })
}

#[test]
fn versions_are_told_in_both_languages() {
    assert_eq!(
        told(Language::En, ("v1", "v2")),
        [
            "From First list to Second list: 1 removed, 1 added, 1 changed or recorded differently, 1 the same.",
            "Removed: Toys.",
            "Added: Tyres.",
            "Changed or recorded differently: Cords (Regime).",
        ]
    );
    assert_eq!(
        told(Language::ZhHans, ("v1", "v2"))[..2],
        ["从第一份目录到第二份目录：移出 1 项，新增 1 项，1 项有变化或记录不同，1 项相同。", "移出：Toys。"]
    );
}

#[test]
fn versions_are_a_table_a_row_a_difference() {
    assert_eq!(
        lines(("v1", "v2"), 1),
        [
            "Catalogue entry | Change | Field | First list | Second list | Sources of First list | Sources of Second list",
            "Toys | removed |  | 2 products | not listed | Gazette | ",
            "Tyres | added |  | not listed | Tyres |  | Bulletin",
            "Cords | changed | Regime | certification | self-declaration | Gazette | Bulletin",
            "Lamps | the same |  | Lamps | Lamps | Gazette | Gazette",
        ]
    );
    assert_eq!(
        lines(("v1", "v2"), 0),
        [
            "Field | First list | Second list",
            "Catalogue version | First list | Second list",
            "Date | 2001-12-03 | 2020",
            "Policy act | not stated | not stated",
            "Stated total | 3 | not stated",
            "Recorded here | 3 entries | 3 entries",
            "Sources | Gazette | Bulletin",
        ]
    );
}

#[test]
fn acts_are_a_table_a_row_a_field() {
    assert_eq!(
        lines(("old", "new"), 0),
        [
            "Field | Old rules | New rules",
            "Policy act | Old rules | New rules",
            "Number | No. 1 | not stated",
            "Kind | law | not stated",
            "Issued by | not stated | not stated",
            "Status on 1 June 2024 | repealed or superseded | in force",
            "takes effect | 1 August 2003 (before: 1 May 2003) | 2020",
            "superseded | 2020 | not stated",
            "replaces | not stated | Old rules",
            "replaced by | New rules | not stated",
            "Sources |  | Gazette",
        ]
    );
}

#[test]
fn what_is_not_compared_is_said_with_the_reason() {
    assert_eq!(
        told(Language::En, ("v1", "v3")),
        [
            "“Third list” records changes only: what it does not list may still be in the catalogue. Only versions that record the \
             whole catalogue are compared."
        ]
    );
    assert!(told(Language::ZhHans, ("v3", "v2"))[0].contains("仅记录变更"));
    assert!(told(Language::En, ("old", "v2"))[0].contains("(Policy act, Catalogue version)"));
    assert!(with(Language::En, ("v1", "v3"), |_, shown| shown.tables.is_empty()));
}

#[test]
fn the_file_carries_what_it_rests_on() {
    let text = with(Language::En, ("v1", "v2"), |context, shown| {
        let provenance = provenance(context, (&"v1".into(), &"v2".into()), &shown);
        json(context, &provenance, &shown.tables)
    });
    let document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(document["title"], "First list and Second list side by side");
    assert_eq!(document["sources"].as_array().map(Vec::len), Some(2));
    assert_eq!(document["tables"][1]["rows"][2]["change"], "changed");
    assert_eq!(document["tables"][1]["rows"][2]["was"], "certification");
}
