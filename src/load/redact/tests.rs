//! What is internal leaves no trace, whatever form it has; what is public stays as it was.

use proptest::prelude::*;

use super::*;
use crate::load::load;

fn text(json: &str, people: bool) -> (String, Redacted) {
    let redacted = redact(json.as_bytes(), Limits::default(), people).unwrap();
    (String::from_utf8(redacted.bytes.clone()).unwrap(), redacted)
}

fn briefing(rest: &str) -> String {
    format!(r#"{{"annals":1,"id":"x","title":"X","languages":["en"],{rest}}}"#)
}

/// Everything of what is internal has this word in it.
const SECRET: &str = "secret";

/// A briefing in which each part has an internal item, and everything that can refer to it does.
fn full() -> String {
    briefing(
        r#""sources":[{"id":"src-a","title":"A"},{"id":"secret-src","title":"Only for the secret one"},
            {"id":"src-secret","title":"secret","visibility":"internal","aliases":["old-secret-src"]}],
        "actors":[{"id":"a","name":"A","parent":"secret-actor","sources":[{"id":"src-secret","quote":"secret words"}]},
            {"id":"secret-actor","name":"secret","visibility":"internal"}],
        "tracks":[{"id":"t","title":"T","parent":"secret-track"},{"id":"secret-track","title":"secret","visibility":"internal"}],
        "events":[
            {"id":"secret-1","aliases":["secret-old"],"date":"2019","title":"secret","summary":"secret","sources":["secret-src","src-a"],"visibility":"internal"},
            {"date":"2020","title":"Without id","track":"secret-track","actors":["a","secret-actor"],"relations":[{"type":"continues","to":"secret-1","note":"secret link"}],"tags":["secret-1","t"]},
            {"id":"e2","date":{"value":"2021","alternatives":[{"value":"2022","note":"secret","visibility":"internal"},{"value":"2023","sources":[{"id":"secret-src-2","quote":"secret"},"src-a"]}],"sources":["old-secret-src"]},"title":"E2 {{value:secret-3}} and {{value:e2}}","meeting":"secret-m","more":{"x":["secret-1","y"],"z":{"visibility":"internal","w":"secret"},"sources":[{"id":"secret-1","quote":"secret"}]}},
            {"id":"e3","date":{"value":"secret","visibility":"internal"},"title":"secret"}],
        "instruments":[{"id":"i","title":"I","stages":[{"stage":"adopted","date":"2020","visibility":"internal","note":"secret","id":"secret-stage"},{"stage":"effective","date":"2021","event":"secret-1"}],"relations":[{"type":"amends","to":"secret-i"}]},
            {"id":"secret-i","title":{"en":"secret","zh-Hans":"secret"},"visibility":"internal","stages":[{"id":"secret-nested","stage":"drafted","date":"2020"}]}],
        "series":[{"id":"s","title":"S","observations":[{"date":"2019","value":1,"visibility":"internal","note":"secret"},{"date":"2020","value":{"value":2,"note":"secret","visibility":"internal"}},{"date":"2021","value":3}]},
            {"id":"secret-3","title":"secret","visibility":"Intern","observations":[]}],
        "targets":[{"id":"tg","title":"T","series":"secret-3","instrument":["secret-i","i"]}],
        "meetings":[{"id":"secret-m","date":"2019","title":"secret","visibility":"internal","people":[{"id":"secret-p","name":"secret"}]},
            {"id":"m","date":"2020","title":"M","people":[{"name":"secret","visibility":"internal"},{"name":"Open"}],"agenda":[{"title":"A","people":["m.person-1","m.person-2"]}]}],
        "disputes":[{"id":"d","on":["secret-1"],"claims":[{"text":"secret"}]}],
        "corrections":[{"id":"c","date":"2020","on":"secret-old","was":"secret","now":"secret"}],
        "figures":[{"id":"secret-f","kind":"texts","items":["secret-1"]},{"id":"f","kind":"texts","items":["e2","secret-1"],"pins":["secret-1"],"values":[{"of":"e2"},{"of":"secret-nested","label":"secret"}]}],
        "views":[{"id":"overview","title":"O","parts":[{"figure":"secret-f"},{"figure":"f"},{"text":"{{value:secret-stage}} stays"}]},{"id":"secret-v","title":"secret","parts":[{"figure":"secret-f"}]}],
        "story":[{"id":"st","title":"S","link":"view=secret-v&select=secret-1&track=t,secret-track&compare=i..secret-i&from=2019"}],
        "glossary":[{"id":"secret-g","term":"secret","visibility":"internal"}]"#,
    )
    .replace("{\"id\":\"secret-src-2\",\"quote\":\"secret\"}", "{\"id\":\"src-secret\",\"quote\":\"secret\"}")
}

#[test]
fn nothing_of_what_is_internal_is_left() {
    let (out, redacted) = text(&full(), false);
    assert!(!out.contains(SECRET), "{out}");
    let loaded = load(out.as_bytes()).unwrap();
    let count = |code: &str| loaded.report.diagnostics.iter().filter(|one| one.code.name() == code).count();
    assert_eq!((count("REF_UNKNOWN"), loaded.report.left_out.len()), (0, 0), "{:?}", loaded.report.diagnostics);
    let briefing = &loaded.briefing;
    assert_eq!(briefing.events.len(), 2);
    // What had no id of its own keeps the one it had.
    assert_eq!(&*briefing.events[0].meta.id, "events-2");
    assert_eq!(&*briefing.meetings[0].body.people[0].meta.id, "m.person-2");
    assert_eq!(briefing.sources.len(), 1);
    assert_eq!(briefing.instruments[0].body.stages.len(), 1);
    assert_eq!(briefing.series[0].body.observations.len(), 1);
    assert_eq!(briefing.figures.len(), 1);
    assert_eq!(briefing.views[0].body.parts.len(), 2);
    assert_eq!(briefing.story[0].body.link.as_deref(), Some("track=t&from=2019"));
    assert!(out.contains("E2 … and {{value:e2}}") && out.contains("… stays"), "{out}");
    assert!(briefing.disputes.is_empty() && briefing.corrections.is_empty() && briefing.glossary.is_empty());
    assert_eq!((redacted.items["event"], redacted.items["source"], redacted.sources, redacted.unclear), (2, 2, 1, 1));
    assert!(redacted.mentions.is_empty(), "{:?}", redacted.mentions);
    // Once more changes nothing.
    let again = redact(out.as_bytes(), Limits::default(), false).unwrap();
    assert_eq!(String::from_utf8(again.bytes).unwrap(), out);
}

#[test]
fn what_is_public_stays_byte_for_byte() {
    for json in [
        briefing(
            r#" "events" : [ {"id":"e","date":"2019","title":"visibility \u0041","visibility":"public"} ] , "odd": 1e400"#,
        ),
        include_str!("../../../static/examples/gallery.json").replace("\"internal\"", "\"public\""),
    ] {
        let (out, redacted) = text(&json, false);
        assert_eq!(out, json);
        assert!(!redacted.has_changed());
    }
    // Items beside one that goes are written as they were.
    let (out, _) = text(
        &briefing(r#""events":[{"id":"a" ,"n":1.50},{"id":"b","visibility":"internal"}],"events2":[1.50]"#),
        false,
    );
    assert!(out.contains(r#"{"id":"a" ,"n":1.50}"#) && out.contains("1.50\n"), "{out}");
}

#[test]
fn what_is_hidden_in_odd_places_goes_too() {
    for json in [
        r#""events":[{"id":"secret"}],"events":[]"#,
        r#""events":[{"\u0076isibility":"internal","id":"secret"}]"#,
        r#""events":[{"id":"e","visibility":"public","visibility":"internal","title":"secret"}]"#,
        r#""notes":{"visibility":"internal","a":"secret"},"list":[[{"visibility":"internal","a":"secret"}]]"#,
        r#""summary":{"en":"S","zh-Hans":{"text":"secret","visibility":"internal"}}"#,
        r#""events":[{"id":"secret","visibility":["internal"]},{"id":"e","x":"\ud800","title":"secret"}]"#,
    ] {
        let json = briefing(&format!(r#"{json},"glossary":[{{"visibility":"internal"}}]"#));
        let (out, _) = text(&json, false);
        assert!(!out.contains(SECRET), "{out}");
        load(out.as_bytes()).unwrap();
    }
    let whole = briefing(r#""visibility":"internal""#);
    assert!(matches!(redact(whole.as_bytes(), Limits::default(), false), Err(Refused::Whole)));
    assert!(matches!(redact(b"[]", Limits::default(), false), Err(Refused::Load(_))));
}

#[test]
fn texts_that_name_what_is_left_out_are_told() {
    let json = briefing(
        r#""events":[{"id":"talk-7","date":"2019","title":"Dinner with the minister","visibility":"internal"},
        {"id":"a","date":"2020","title":"After talk-7"},{"id":"b","date":"2020","title":"talk-77 and Dinner with the ministers"},
        {"id":"c","date":"2020","title":"The “Dinner with the minister” again"}]"#,
    );
    let (_, redacted) = text(&json, false);
    let told: Vec<_> =
        redacted.mentions.iter().map(|one| (one.pointer.as_str(), one.place.line, &*one.words)).collect();
    assert_eq!(told, [("/events/1", 2, "talk-7"), ("/events/3", 3, "Dinner with the minister")]);
}

#[test]
fn persons_lose_their_names_everywhere() {
    let json = briefing(
        r#""sources":[{"id":"s","title":"Speech of Li Ming"}],
        "meetings":[{"id":"m","date":"2020","title":"M","summary":{"en":"Mr. Li Ming spoke; Li Mingyu did not","zh-Hans":"李明先生发言"},
          "people":[{"id":"li-ming","aliases":["old-li-ming"],"name":{"en":"Mr. Li Ming","zh-Hans":"李明"},"role":"Chair","note":"born 1970","email":"li@example.org"},{"name":"Ann Lee","affiliation":"A"}],
          "agenda":[{"id":"ag","title":"A","people":["li-ming","old-li-ming"],"sources":[{"id":"s","quote":"Ann Lee: yes","translator":"Zoe Tang"}]}]}],
        "story":[{"id":"st","title":"S","link":"select=li-ming&view=li-ming-2"}]"#,
    );
    let (out, redacted) = text(&json, true);
    for name in ["Li Ming ", "Li Ming\"", "李明", "Ann Lee", "Zoe Tang", "\"li-ming\"", "old-li", "1970", "li@"] {
        assert!(!out.contains(name), "{name}: {out}");
    }
    assert!(
        out.contains("Li Mingyu") && out.contains("select=m.person-1&view=li-ming-2") && out.contains("［姓名略］")
    );
    assert_eq!((redacted.people, redacted.names), (2, 5));
    let loaded = load(out.as_bytes()).unwrap();
    let meeting = &loaded.briefing.meetings[0].body;
    assert_eq!((meeting.people.len(), &*meeting.people[0].meta.id), (2, "m.person-1"));
    assert!(loaded.report.diagnostics.iter().all(|one| one.code.name() != "REF_UNKNOWN"));
}

/// Where an item may stand, and how it may be marked.
fn any_item() -> impl Strategy<Value = (usize, usize, bool, Vec<usize>)> {
    (0..6usize, 0..40usize, any::<bool>(), prop::collection::vec(0..40usize, 0..4))
}

proptest! {
    /// Random items that refer to one another in random ways: each internal one has its own number in all its words.
    #[test]
    fn no_trace_of_random_internal_items(items in prop::collection::vec(any_item(), 1..40)) {
        let parts = ["events", "instruments", "meetings", "sources", "figures", "positions"];
        let mut lists = vec![Vec::new(); parts.len()];
        // One name belongs to one item.
        let mut seen = std::collections::HashMap::new();
        for (part, name, internal, refs) in &items {
            if seen.contains_key(name) {
                continue;
            }
            seen.insert(*name, *internal);
            let name = format!("nr{name}q");
            let refs: Vec<String> = refs.iter().map(|to| format!("nr{to}q")).collect();
            let list = serde_json::json!(refs);
            let relations: Vec<_> = refs.iter().map(|to| serde_json::json!({"type": "amends", "to": to})).collect();
            let live: String = refs.iter().map(|to| format!("{{{{value:{to}}}}} ")).collect();
            lists[*part].push(serde_json::json!({
                "id": name, "title": format!("T{name}"), "date": "2020", "kind": "texts", "ask": format!("A{name}"),
                "sources": list, "items": list, "on": list, "instruments": list, "relations": relations,
                "summary": {"en": format!("{live}{name}")}, "x": [list, {"y": refs.first()}],
                "visibility": if *internal { "internal" } else { "public" },
            }));
        }
        let mut document = serde_json::json!({"annals": 1, "id": "x", "title": "X"});
        for (part, list) in parts.iter().zip(lists) {
            document[*part] = list.into();
        }
        let (out, _) = text(&document.to_string(), false);
        for (name, internal) in &seen {
            prop_assert!(!internal || !out.contains(&format!("nr{name}q")), "{name}: {out}");
        }
        load(out.as_bytes()).unwrap();
    }
}
