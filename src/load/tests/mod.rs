//! What the one door promises.

mod any_bytes;
mod generated;

use super::*;
use crate::model::Id;

fn codes(report: &Report) -> Vec<&'static str> {
    report.diagnostics.iter().map(|diagnostic| diagnostic.code.name()).collect()
}

fn loaded(json: &str) -> Loaded {
    load(json.as_bytes()).unwrap()
}

/// A briefing without findings of its own, around these parts.
fn around(parts: &str) -> String {
    format!(
        r#"{{"annals":1,"id":"x","title":"X","languages":["en"],"as_of":"2024-01-01","licence":"CC0","sources":[{{"id":"s","title":"S"}}],{parts}}}"#
    )
}

#[test]
fn the_smallest_briefing_loads_with_findings_and_gets_its_views() {
    let json = r#"{"annals":1,"id":"x","title":"X","events":[{"id":"e1","date":"2019-10-17","title":"…"}]}"#;
    let Loaded { briefing, report } = loaded(json);
    assert_eq!(codes(&report), ["LICENCE_MISSING", "AS_OF_MISSING", "LANGUAGES_MISSING", "UNSOURCED"]);
    let views: Vec<_> = briefing.views.iter().map(|view| view.meta.id.as_str()).collect();
    assert_eq!(views, ["overview", "timeline", "sources"]);
    let figures: Vec<_> = briefing.figures.iter().map(|figure| figure.meta.id.as_str()).collect();
    assert_eq!(figures, ["figure.upcoming", "figure.activity", "figure.timeline", "figure.sources", "figure.views"]);
    assert_eq!(briefing.card.first_language(), "en");
}

#[test]
fn findings_have_pointer_line_and_column() {
    let json = around("\n\"events\": [\n  {\"id\": \"é\",\n   \"dat\": \"2019\", \"title\": {\"zh\": \"\"}}]");
    let report = loaded(&json).report;
    let all: Vec<_> = report
        .diagnostics
        .iter()
        .map(|diagnostic| (diagnostic.code.name(), diagnostic.pointer.as_str(), diagnostic.place.unwrap()))
        .collect();
    let place = |line, column| Place { line, column };
    assert_eq!(
        all,
        [
            ("FIELD_MISSING", "/events/0", place(3, 3)),
            ("ID_INVALID", "/events/0/id", place(3, 10)),
            ("FIELD_UNKNOWN", "/events/0/dat", place(4, 4)),
            ("TEXT_EMPTY", "/events/0/title/zh", place(4, 35)),
        ]
    );
    assert_eq!(report.diagnostics[2].arg("suggestion"), Some("date"));
    assert_eq!(report.left_out, [LeftOut { part: "events", left_out: 1, total: 1 }]);
}

#[test]
fn the_second_of_two_equal_ids_is_left_out_and_both_places_are_named() {
    let json = around(
        "\"events\":[{\"id\":\"a\",\"date\":\"2019\",\"title\":\"1\",\"sources\":[\"s\"]},\n{\"id\":\"a\",\"date\":\"2020\",\"title\":\"2\",\"sources\":[\"s\"]}]",
    );
    let Loaded { briefing, report } = loaded(&json);
    assert_eq!(codes(&report), ["DUPLICATE_ID"]);
    let finding = &report.diagnostics[0];
    assert_eq!((finding.arg("other_line"), finding.arg("other_pointer")), (Some("1"), Some("/events/0/id")));
    assert_eq!(finding.place.unwrap().line, 2);
    assert_eq!(briefing.events.len(), 1);
}

#[test]
fn links_find_later_items_and_former_ids_and_lose_what_is_not_there() {
    let json = around(
        r#""events":[{"id":"a","date":"2019","title":"1","sources":["s","t"],"instruments":["old","new","a","gone"]}],
           "instruments":[{"id":"new","aliases":["old"],"title":"N"}]"#,
    );
    let Loaded { briefing, report } = loaded(&json);
    assert_eq!(codes(&report), ["REF_UNKNOWN", "REF_PART", "REF_UNKNOWN"]);
    let instruments: Vec<_> = briefing.events[0].instruments.iter().map(Id::as_str).collect();
    assert_eq!(instruments, ["new", "new"]);
    assert_eq!(briefing.events[0].meta.sources.len(), 1);
}

#[test]
fn ids_are_made_by_the_published_rule() {
    let json = around(
        r#""instruments":[{"title":"N","sources":["s"],"stages":[{"stage":"effective","date":"2020"},{"stage":"effective","date":"2021"}]}],
           "series":[{"id":"m","title":"M","sources":["s"],"observations":[{"date":"2019-10~","value":1},{"date":"2020","value":2}]}]"#,
    );
    let Loaded { briefing, report } = loaded(&json);
    assert!(report.is_clean(), "{report:?}");
    let stages: Vec<_> = briefing.instruments[0].stages.iter().map(|stage| stage.meta.id.as_str()).collect();
    assert_eq!(stages, ["instruments-1.effective", "instruments-1.effective-2"]);
    let observations: Vec<_> = briefing.series[0].observations.iter().map(|it| it.meta.id.as_str()).collect();
    assert_eq!(observations, ["m.2019-10", "m.2020"]);
}

#[test]
fn every_code_has_its_words_in_every_language() {
    use crate::i18n::{Language, findings::is_known};
    let codes = Code::ALL.iter().map(|code| code.name()).chain(LoadCode::ALL.iter().map(|code| code.name()));
    for language in Language::ALL {
        for code in codes.clone() {
            assert!(is_known(language, code), "{code} in {}", language.tag());
        }
    }
}

#[test]
fn made_ids_stay_when_an_item_is_walked_again() {
    // The observation that links to a later source is walked twice; its id has a number.
    let json = around(
        r#""series":[{"id":"m","title":"M","observations":[
             {"date":"2020","value":1,"sources":["s"]},{"date":"2020","value":2,"sources":["former"]},{"date":"2020","value":3,"sources":["s"]}]}],
           "corrections":[{"date":"2020","on":"m.2020-2"},{"date":"2020","on":"m.2020-4"}],
           "actors":[{"id":"a","name":"A"}]"#,
    )
    .replace(r#""id":"s","#, r#""id":"s","aliases":["former"],"#);
    let Loaded { briefing, report } = loaded(&json);
    assert_eq!(codes(&report), ["REF_UNKNOWN"]);
    let ids: Vec<_> = briefing.series[0].observations.iter().map(|it| it.meta.id.as_str()).collect();
    assert_eq!(ids, ["m.2020", "m.2020-2", "m.2020-3"]);
    assert_eq!(&*briefing.series[0].observations[1].meta.sources[0].source, "s");
}

#[test]
fn work_grows_with_the_document_not_faster() {
    // Many equal ids, keys, parents, unknown fields and links to nothing; each would be slow if looked up one by one.
    let many = |make: &dyn Fn(usize) -> String| (0..20_000).map(make).collect::<Vec<_>>().join(",");
    for parts in [
        format!(
            r#""series":[{{"id":"m","title":"M","observations":[{}]}}]"#,
            many(&|_| r#"{"date":"2020","value":1}"#.into())
        ),
        format!(r#""tracks":[{}]"#, many(&|n| format!(r#"{{"id":"t{n}","title":"T","parent":"t{}"}}"#, n + 1))),
        format!(r#""events":[{{{}}}]"#, many(&|_| r#""k":1"#.into())),
        format!(r#""events":[{{{}}}]"#, many(&|n| format!(r#""titl{n}":1"#))),
        format!(r#""events":[{}]"#, many(&|n| format!(r#"{{"id":"e","date":"2020","title":"T","actors":["a{n}"]}}"#))),
    ] {
        let start = std::time::Instant::now();
        loaded(&around(&parts));
        assert!(start.elapsed().as_secs() < 20, "{}", &parts[..80]);
    }
}
