//! Hand-written pairs of editions, and what is told of each.

use annals::query::editions::{Edit, changed};

use super::briefing;

/// The changes, a line for each item and field.
fn told(old: &str, new: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for item in changed(&briefing(old), &briefing(new)).items {
        let sign = match item.edit {
            Edit::Added => "+",
            Edit::Removed => "-",
            Edit::Changed => "~",
        };
        let was = item.was_id.map(|was| format!(" was {was}")).unwrap_or_default();
        let within = item.within.map(|id| format!(" in {id}")).unwrap_or_default();
        lines.push(format!("{sign} {} {}{was}{within}: {}", item.part, item.id, item.title));
        for field in item.fields {
            let language = field.language.map(|tag| format!("[{tag}]")).unwrap_or_default();
            let side = |text: Option<String>| text.unwrap_or_else(|| "nothing".to_owned());
            lines.push(format!("{}{language}: {} => {}", field.field, side(field.old), side(field.new)));
        }
    }
    lines
}

/// The changes between two lists of events.
fn events(old: &str, new: &str) -> Vec<String> {
    told(&format!(r#""events":[{old}]"#), &format!(r#""events":[{new}]"#))
}

const A: &str = r#"{"id":"a","date":"2020","title":"First"}"#;
const B: &str = r#"{"id":"b","date":"2021","title":"Second"}"#;
const C: &str = r#"{"id":"c","date":"2022","title":"Third","relations":[{"type":"amends","to":"a"}]}"#;

#[test]
fn items_come_and_go() {
    let found = events(&format!("{A},{B}"), &format!("{B},{}", A.replace("\"a\"", "\"z\"")));
    assert_eq!(found, ["+ events z: First", "- events a: First"]);
}

#[test]
fn the_order_of_a_list_says_nothing() {
    assert_eq!(events(&format!("{A},{B},{C}"), &format!("{C},{A},{B}")), [""; 0]);
    let with = |tags: &str| format!(r#"{{"id":"a","date":"2020","title":"T","tags":[{tags}]}}"#);
    assert_eq!(events(&with(r#""x","y","y""#), &with(r#""y","x","y""#)), [""; 0]);
    assert_eq!(events(&with(r#""x","y""#), &with(r#""y","z""#)), ["~ events a: T", "tags: x => z"], "one for one");
    assert_eq!(
        events(&with(r#""x","y""#), &with(r#""y","y","z","v""#)),
        ["~ events a: T", "tags: x => nothing", "tags: nothing => y", "tags: nothing => z", "tags: nothing => v"]
    );
}

#[test]
fn how_a_thing_is_written_says_nothing() {
    let (bare, full) = (
        r#"{"id":"a","date":"2020","title":"First","sources":["s"],"visibility":"public"}"#,
        r#"{"id":"a","sources":[{"id":"s"}],"title":{"en":{"text":"First"}},"date":{"value":"2020"}}"#,
    );
    let of = |event: &str| format!(r#""sources":[{{"id":"s","title":"S","link":true}}],"events":[{event}]"#);
    assert_eq!(told(&of(bare), &of(full)), [""; 0]);
    let series = |value: &str| {
        format!(r#""series":[{{"id":"n","title":"N","observations":[{{"date":"2020","value":{value}}}]}}]"#)
    };
    assert_eq!(told(&series("1"), &series("1.0")), [""; 0]);
}

#[test]
fn texts_are_compared_by_language() {
    let of = |title: &str| format!(r#"{{"id":"a","date":"2020","title":{title}}}"#);
    assert_eq!(
        events(&of(r#"{"en":"First","zh-Hans":"一"}"#), &of(r#"{"en":"First","zh-Hans":"第一"}"#)),
        ["~ events a: First", "title[zh-Hans]: 一 => 第一"]
    );
    assert_eq!(
        events(&of(r#""First""#), &of(r#"{"en":{"text":"First","state":"official"},"zh-Hans":"一"}"#)),
        ["~ events a: First", "title.state[en]: nothing => official", "title[zh-Hans]: nothing => 一"]
    );
}

#[test]
fn a_date_is_moved_and_the_former_one_kept() {
    let act = |stage: &str| {
        format!(r#""instruments":[{{"id":"act","title":"Act","stages":[{{"stage":"effective",{stage}}}]}}]"#)
    };
    assert_eq!(
        told(&act(r#""date":"2026-01-01""#), &act(r#""date":"2026-06~","previous":["2026-01-01"]"#)),
        [
            "~ stages act.effective in act: Act: effective",
            "date: 2026-01-01 => 2026-06~",
            "previous: nothing => 2026-01-01"
        ]
    );
}

#[test]
fn values_and_their_evidence_change() {
    let of = |value: &str| {
        format!(
            r#""sources":[{{"id":"s","title":"S"}}],
               "series":[{{"id":"n","title":"Plants","observations":[{{"date":"2020","value":{value}}},{{"date":"2021","value":5}}]}}]"#
        )
    };
    assert_eq!(
        told(&of("12.5"), &of(r#"{"value":13,"sources":[{"id":"s","locator":"p. 3"}],"confidence":"low"}"#)),
        [
            "~ observations n.2020 in n: Plants: 2020",
            "value: 12.5 => 13",
            "value.sources: nothing => s (locator: en: p. 3)",
            "value.confidence: nothing => low"
        ]
    );
    assert_eq!(
        told(
            &of(r#"{"value":13,"alternatives":[12]}"#),
            &of(r#"{"value":13,"alternatives":[{"value":12,"sources":["s"]}]}"#)
        ),
        ["~ observations n.2020 in n: Plants: 2020", "value.alternatives: 12 => 12 (sources: s)"]
    );
}

#[test]
fn a_renamed_item_is_the_same_and_links_to_it_too() {
    let renamed = r#"{"id":"first","aliases":["a"],"date":"2020","title":"First"}"#;
    let linked = C.replace(r#""to":"a""#, r#""to":"first""#);
    let (old, new) = (format!("{A},{B},{C}"), format!("{renamed},{B},{linked}"));
    assert_eq!(events(&old, &new), ["~ events first was a: First"]);
    assert_eq!(events(&new, &old), ["~ events a was first: First"], "and back");
    // Whoever has the id now is that item, whatever others were called.
    assert_eq!(events(A, &format!("{A},{}", renamed.replace("First", "Other"))), ["+ events first: Other"]);
    let act = |id: &str, aliases: &str| {
        format!(
            r#""instruments":[{{"id":"{id}","title":"Act","aliases":[{aliases}],"stages":[{{"stage":"effective","date":"2020"}}]}}]"#
        )
    };
    assert_eq!(told(&act("act", ""), &act("law", r#""act""#)), ["~ instruments law was act: Act"]);
}

#[test]
fn items_without_ids_are_known_by_what_they_say() {
    let event = |title: &str| format!(r#"{{"date":"2020","title":"{title}"}}"#);
    let list = |titles: &[&str]| titles.iter().map(|title| event(title)).collect::<Vec<_>>().join(",");
    assert_eq!(events(&list(&["A", "B", "C"]), &list(&["C", "New", "A", "B"])), ["+ events events-2: New"]);
    assert_eq!(events(&list(&["A", "B"]), &list(&["A", "B2"])), ["~ events events-2: B2", "title[en]: B => B2"]);
    let people = |names: &str| format!(r#""meetings":[{{"id":"m","date":"2020","title":"Talks","people":[{names}]}}]"#);
    assert_eq!(
        told(&people(r#"{"name":"A"},{"name":"B"}"#), &people(r#"{"name":"N"},{"name":"B"},{"name":"A"}"#)),
        ["+ people m.person-1 in m: Talks: N"]
    );
}

#[test]
fn the_card_is_compared_too() {
    let old = r#""edition":"March","as_of":"2026-03-31","holidays":[{"date":"2026-01-01"}]"#;
    let new = r#""edition":{"en":"June","zh-Hans":"六月"},"as_of":"2026-06-30","holidays":[{"date":"2026-01-01","title":"New Year"}]"#;
    assert_eq!(
        told(old, new),
        [
            "~ card x: X",
            "as_of: 2026-03-31 => 2026-06-30",
            "edition[en]: March => June",
            "edition[zh-Hans]: nothing => 六月",
            "holidays: date: 2026-01-01 => date: 2026-01-01; title: en: New Year"
        ]
    );
}

#[test]
fn what_is_inside_an_item_goes_with_it() {
    let series =
        r#""series":[{"id":"n","title":"N","observations":[{"date":"2020","value":1},{"date":"2021","value":2}]}]"#;
    assert_eq!(told(r#""series":[]"#, series), ["+ series n: N"]);
    assert_eq!(told(series, r#""series":[]"#), ["- series n: N"]);
    let fewer = series.replace(r#",{"date":"2021","value":2}"#, "");
    assert_eq!(told(series, &fewer), ["- observations n.2021 in n: N: 2021"]);
    let meeting = |groups: &str| {
        format!(r#""meetings":[{{"id":"m","date":"2020","title":"Talks","attendance":{{"groups":[{groups}]}}}}]"#)
    };
    assert_eq!(
        told(&meeting(""), &meeting(r#"{"label":"Firms","value":40,"unit":"percent"}"#)),
        ["+ groups m.group-1 in m: Talks: Firms"]
    );
}

#[test]
fn the_order_is_that_of_the_format() {
    let old = r#""events":[{"id":"e","date":"2020","title":"E"}]"#;
    let new = r#""glossary":[{"id":"g","term":"G"}],"sources":[{"id":"s","title":"S"}],"as_of":"2020-01-01",
        "figures":[{"id":"f","kind":"line"}],"views":[{"id":"overview","title":"V"}]"#;
    let found = told(old, new);
    let heads: Vec<&str> = found.iter().filter(|line| !line.contains("=>")).map(String::as_str).collect();
    assert_eq!(
        heads,
        [
            "~ card x: X",
            "+ sources s: S",
            "- events e: E",
            "+ figures f: line",
            "+ views overview: V",
            "+ glossary g: G"
        ],
        "what the page supplies by itself is not told"
    );
}
