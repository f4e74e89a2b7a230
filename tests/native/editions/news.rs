//! The fingerprints that a reader's device keeps.

use annals::{
    model::Id,
    query::news::{News, read, seen},
};

use super::briefing;

const TWO: &str = r#""events":[{"id":"a","date":"2020","title":"First"},{"id":"b","date":"2021","title":"Second"}]"#;

fn news(old: &str, new: &str) -> News {
    read(&seen(&briefing(old)).write()).unwrap().news(&briefing(new))
}

fn ids(ids: &[Id]) -> Vec<&str> {
    ids.iter().map(Id::as_str).collect()
}

#[test]
fn items_are_new_changed_and_gone() {
    assert!(news(TWO, TWO).is_empty());
    let later = r#""events":[{"id":"c","date":"2022","title":"Third"},{"id":"b","date":"2021-05","title":"Second"}]"#;
    let found = news(TWO, later);
    assert_eq!((ids(&found.new), ids(&found.changed)), (vec!["c"], vec!["b"]));
    assert_eq!(found.gone, ["a"]);
}

#[test]
fn a_rename_a_move_and_the_way_of_writing_are_no_news() {
    let later = r#""events":[{"id":"b","title":{"en":"Second"},"date":{"value":"2021"}},
        {"id":"first","aliases":["a"],"date":"2020","title":"First"}]"#;
    assert!(news(TWO, later).is_empty());
    let changed = later.replace("\"First\"", "\"Primus\"");
    assert_eq!(ids(&news(TWO, &changed).changed), ["first"]);
}

#[test]
fn what_is_inside_an_item_counts_and_how_it_is_shown_does_not() {
    let of = |value: &str, more: &str| {
        format!(r#""series":[{{"id":"n","title":"N","observations":[{{"date":"2020","value":{value}}}]}}]{more}"#)
    };
    assert_eq!(ids(&news(&of("1", ""), &of("2", "")).changed), ["n"]);
    let shown = of("1", r#","figures":[{"id":"f","kind":"line"}],"views":[{"id":"overview","title":"V"}]"#);
    assert!(news(&of("1", ""), &shown).is_empty());
}

#[test]
fn fingerprints_stay_the_same_from_build_to_build() {
    // Should this fail, every reader would be told that everything changed. The digits were computed apart from this code.
    let kept = seen(&briefing(TWO)).write();
    assert_eq!(kept, "annals-seen 1\nhYBc2Z0a\ns3bWOO0b");
    assert_eq!(read(&kept).unwrap().write(), kept);
}

#[test]
fn what_is_no_list_of_fingerprints_is_not_read() {
    for text in [
        "",
        "annals-seen",
        "annals-seen 2\n0000000a",
        "annals-seen 1\n",
        "annals-seen 1\n0000",
        "annals-seen 1\n0000000",
        "annals-seen 1\n0000001a",
        "annals-seen 1\n0000000A",
        "annals-seen 1\n+000000a",
        "annals-seen 1\n0000000a\n0000000a",
        "annals-seen 1\n0000000b\n0000000a",
        "annals-seen 1\n0000000é\n0000001b",
        "annals-seen 1\n000000é",
        "<!doctype html>",
    ] {
        let is_empty_list = text == "annals-seen 1\n";
        assert_eq!(read(text).is_some(), is_empty_list, "{text:?}");
    }
}

#[test]
fn ten_thousand_items_are_kept_in_200_kilobytes() {
    for id in ["event", "ccc.catalogue.products.2019.entry"] {
        let events: Vec<String> = (0..10_000_u64)
            .map(|at| format!(r#"{{"id":"{id}-{at}-{}","date":"2020","title":"T{at}"}}"#, at * 7919 % 1000))
            .collect();
        let kept = seen(&briefing(&format!(r#""events":[{}]"#, events.join(",")))).write();
        assert!(kept.len() < 200_000, "{} bytes", kept.len());
        assert_eq!(read(&kept).unwrap().write(), kept);
    }
}
