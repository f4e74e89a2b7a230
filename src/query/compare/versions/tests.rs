//! Comparisons of versions: by example, and laws over made ones.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::{load::load, model::Briefing};

fn briefing(was: Value, is: Value) -> Briefing {
    let document = json!({"annals": 1, "id": "x", "title": "X", "languages": ["en", "zh-Hans"], "catalogues": [{"id": "c", "title": "C",
        "versions": [{"id": "was", "title": "Was", "basis": "full", "entries": was},
            {"id": "is", "title": "Is", "basis": "full", "entries": is}]}]});
    load(document.to_string().as_bytes()).expect("a briefing").briefing
}

/// What became of the entries, by their ids.
fn told(was: Value, is: Value) -> Vec<String> {
    let briefing = briefing(was, is);
    let [was, is] = &briefing.catalogues[0].versions[..] else { panic!("two versions") };
    let diff = compare_versions(was, is, "en").expect("two full versions");
    let id = |entry: Option<&Item<Entry>>| entry.map_or("-".to_owned(), |entry| entry.meta.id.to_string());
    let line = |line: &Line| {
        format!("{} {} {} {:?}", line.change().word(), id(line.was), id(line.is), line.fields).replace(" []", "")
    };
    diff.lines.iter().map(line).collect()
}

#[test]
fn entries_are_the_same_by_code_and_else_by_what_they_list() {
    let was = json!([
        {"id": "w1", "codes": ["0101"], "title": "Cords", "category": "Wires", "category_number": "01", "regime": "certification"},
        {"id": "w2", "codes": ["0102", "0103"], "title": "Cables", "category_number": "01"},
        {"id": "w3", "title": "Hand tools", "category_number": "05"},
        {"id": "w4", "title": "Toys", "category_number": "22"},
        {"id": "w5", "codes": ["0999"], "title": "Lamps"}]);
    let is = json!([
        {"id": "i1", "codes": ["0101"], "title": "Power cords", "category": "Cables", "category_number": "02", "regime": "self-declaration-a"},
        {"id": "i2", "codes": ["0103"], "title": "cables", "category_number": "01"},
        {"id": "i3", "codes": ["0501"], "title": "Hand-Tools", "category_number": "05"},
        {"id": "i4", "title": "Toys", "category_number": "23"},
        {"id": "i5", "codes": ["0998"], "title": "Lamps"}]);
    assert_eq!(
        told(was, is),
        [
            "removed w4 -",
            "removed w5 -",
            "added - i4",
            "added - i5",
            "changed w1 i1 [Title, Category, Regime]",
            "changed w2 i2 [Codes]",
            "changed w3 i3 [Codes]",
        ]
    );
}

#[test]
fn whole_categories_are_the_same_by_number_and_else_by_name_in_any_language() {
    let was = json!([
        {"id": "w1", "category": "Wires", "category_number": "01", "count": 5},
        {"id": "w2", "category": {"en": "Safety glass", "zh-Hans": "安全玻璃"}, "count": 3},
        {"id": "w3", "category": "Medical devices", "count": 7}]);
    let is = json!([
        {"id": "i1", "category": "Wires and cables", "category_number": "01", "count": 5},
        {"id": "i2", "category": {"en": "Glass", "zh-Hans": "安全玻璃"}, "category_number": "13", "count": 4},
        {"id": "i3", "category": {"zh-Hans": "家用燃气器具"}, "category_number": "24"}]);
    assert_eq!(
        told(was, is),
        ["removed w3 -", "added - i3", "changed w1 i1 [Category]", "changed w2 i2 [Category, Count]"]
    );
}

#[test]
fn another_language_for_the_same_words_is_no_change() {
    let was = json!([{"id": "w1", "title": "Cords", "category_number": "01"}]);
    let is = json!([{"id": "i1", "title": {"en": "cords", "zh-Hans": "电线组件"}, "category_number": "01"}]);
    assert_eq!(told(was, is), ["kept w1 i1"]);
}

#[test]
fn doubles_are_each_found_once() {
    let was = json!([{"id": "w1", "title": "A", "count": 1}, {"id": "w2", "title": "A", "count": 2}]);
    let is = json!([{"id": "i1", "title": "A", "count": 2}, {"id": "i2", "title": "A", "count": 3}, {"id": "i3", "title": "A", "count": 1}]);
    assert_eq!(told(was, is), ["added - i2", "kept w2 i1", "kept w1 i3"]);
}

/// Entries made of few words, so that many are alike.
fn entries() -> impl Strategy<Value = Vec<Value>> {
    let word = |words: &'static [&'static str]| proptest::option::of(proptest::sample::select(words));
    let codes = proptest::collection::vec(proptest::sample::select(&["1", "2", "3"][..]), 0..3);
    let one = (word(&["A", "b", "-", ""]), word(&["X", "y"]), word(&["01", "02"]), word(&["p", "q"]), codes, 0..3u8);
    let entry = one.prop_map(|(title, category, number, regime, codes, count)| {
        let mut entry = json!({"codes": codes, "count": count});
        for (name, value) in [("title", title), ("category", category), ("category_number", number), ("regime", regime)]
        {
            if let Some(value) = value {
                entry[name] = value.into();
            }
        }
        entry
    });
    proptest::collection::vec(entry, 1..7)
}

proptest! {
    #[test]
    fn a_version_does_not_differ_from_itself(entries in entries()) {
        let briefing = briefing(json!(entries), json!(entries));
        let [was, is] = &briefing.catalogues[0].versions[..] else { panic!("two versions") };
        let diff = compare_versions(was, is, "en").expect("two full versions");
        prop_assert_eq!(diff.count(Change::Kept), was.entries.len());
        prop_assert_eq!(diff.lines.len(), was.entries.len());
    }

    #[test]
    fn swapping_sides_swaps_added_and_removed(one in entries(), other in entries()) {
        let briefing = briefing(json!(one), json!(other));
        let [was, is] = &briefing.catalogues[0].versions[..] else { panic!("two versions") };
        let (Ok(there), Ok(back)) = (compare_versions(was, is, "en"), compare_versions(is, was, "en")) else {
            prop_assert!(compare_versions(was, is, "en").is_err() && compare_versions(is, was, "en").is_err());
            return Ok(());
        };
        let id = |entry: Option<&Item<Entry>>| entry.map(|entry| entry.meta.id.clone());
        let mut forth: Vec<_> = there.lines.iter().map(|line| (id(line.was), id(line.is), line.fields.clone())).collect();
        let mut swapped: Vec<_> = back.lines.iter().map(|line| (id(line.is), id(line.was), line.fields.clone())).collect();
        forth.sort();
        swapped.sort();
        prop_assert_eq!(forth, swapped);
        // Every entry of both stands there once.
        let entries = |change| there.count(change);
        let both = entries(Change::Kept) + entries(Change::Changed);
        prop_assert_eq!(entries(Change::Removed) + both, was.entries.len());
        prop_assert_eq!(entries(Change::Added) + both, is.entries.len());
    }
}
