use proptest::{collection::vec, prelude::*, sample::subsequence};

use super::*;
use crate::{
    load::load,
    model::Edtf,
    query::{
        Index,
        search::{Hits, Query, SearchIndex},
        visible,
    },
    state::read,
};

fn today() -> Day {
    Day::parse("2026-01-31").expect("a day")
}

fn briefing(parts: &str) -> Briefing {
    load(format!(r#"{{"annals":1,"id":"x","title":"X",{parts}}}"#).as_bytes()).expect("a briefing").briefing
}

const PARTS: &str = r#"
    "tracks":[{"id":"law","title":"L"},{"id":"trade","title":"T"},{"id":"empty","title":"E"}],
    "actors":[{"id":"samr","name":"SAMR"},{"id":"cnca","name":"CNCA"}],
    "events":[
        {"id":"a","date":"2019","title":"Toys","track":"trade","kind":"draft","actors":["samr"],"tags":["x"],"grade":"official"},
        {"id":"b","date":"2020","title":"Toys again","track":"law","kind":"law","actors":["samr","cnca"],"tags":["x","y"]},
        {"id":"c","date":"2021","title":"Cars","track":"law","kind":"law","actors":["cnca"],"confidence":"low","grade":"official"},
        {"id":"d","date":"XXXX-05","title":"No year","kind":"plan"}],
    "meetings":[{"id":"m","date":"2020-06","title":"Meeting"}],
    "instruments":[
        {"id":"i","title":"Act","kind":"law","stages":[{"stage":"effective","date":"2019"}]},
        {"id":"j","title":"Old act","stages":[{"stage":"effective","date":"2009"},{"stage":"repealed","date":"2019"}]}]"#;

/// The counts of a link, as `facet: value count …` with `*` for what is chosen.
fn counts(link: &str, sorts: &[Sort]) -> (Counts, Vec<String>) {
    let briefing = briefing(PARTS);
    let (state, _) = read(link);
    let hits = SearchIndex::new(&briefing, &Index::new(&briefing)).search(&Query::new(&state.search));
    let asked = Asked { state: &state, hits: &hits, span: None, sorts, tracks: &[], further: &[] };
    let counts = Facets::new(&briefing, &Index::new(&briefing), today()).count(&asked);
    let words = |values: &[Value]| {
        let word = |one: &Value| format!("{}{} {}", if one.is_chosen { "*" } else { "" }, one.word, one.count);
        values.iter().map(word).collect::<Vec<_>>().join(", ")
    };
    let lines = counts.facets.iter().map(|(facet, values)| format!("{}: {}", facet.key(), words(values))).collect();
    (counts, lines)
}

#[test]
fn all_values_are_listed_in_their_order() {
    let (counts, lines) = counts("", &[Sort::Occurrence, Sort::Instrument]);
    assert_eq!((counts.shown, counts.total), (7, 7));
    assert_eq!(
        lines,
        [
            "track: law 2, trade 1, meetings 1, other 1",
            "kind: law 3, draft 1, meeting 1, other 1, plan 1",
            "actor: cnca 2, samr 2",
            "tag: x 2, y 1",
            "status: in-force 1, ended 1",
            "grade: official 2",
            "confidence: low 1",
        ]
    );
    assert!(counts.hidden.is_empty() && counts.best_relief().is_none());
}

#[test]
fn a_value_counts_what_it_would_add() {
    let (counts, lines) = counts("kind=law,strange&actor=samr", &[Sort::Occurrence]);
    assert_eq!((counts.shown, counts.total), (1, 5));
    assert_eq!(
        lines,
        [
            "track: law 1, trade 0, meetings 0, other 0",
            "kind: *law 1, draft 1, meeting 0, other 0, plan 0, *strange 0",
            "actor: cnca 2, *samr 1",
            "tag: x 1, y 1",
            "grade: official 0",
            "confidence: low 0",
        ]
    );
}

#[test]
fn the_filter_that_hides_most_is_named_with_what_its_removal_shows() {
    let (counts, _) = counts("q=toys&kind=plan&grade=official&status=open", &[Sort::Occurrence]);
    assert_eq!(counts.shown, 0);
    let hidden: Vec<_> = counts.hidden.iter().map(|one| (one.by, one.count, one.shown_without)).collect();
    assert_eq!(
        hidden,
        [(Filter::Facet(Facet::Kind), 4, 1), (Filter::Facet(Facet::Grade), 3, 0), (Filter::Search, 3, 0)]
    );
    assert_eq!(counts.best_relief().map(|one| one.by), Some(Filter::Facet(Facet::Kind)));
}

#[test]
fn instruments_heed_status_and_occurrences_do_not() {
    let (counts, _) = counts("status=in-force", &[Sort::Occurrence, Sort::Instrument]);
    assert_eq!((counts.shown, counts.hidden.len()), (6, 1));
    let (counts, lines) = self::counts("status=in-force&track=law", &[Sort::Instrument]);
    assert_eq!((counts.shown, counts.total), (1, 2));
    let heeded = [
        "kind: law 1, draft 0, meeting 0, other 0, plan 0",
        "actor: cnca 0, samr 0",
        "tag: x 0, y 0",
        "status: *in-force 1, ended 1",
        "grade: official 0",
        "confidence: low 0",
    ];
    assert_eq!(lines, heeded);
}

#[test]
fn what_has_no_place_in_time_is_in_every_span() {
    let briefing = briefing(PARTS);
    let facets = Facets::new(&briefing, &Index::new(&briefing), today());
    let (state, hits) = (ViewState::default(), Hits::default());
    let shown = |from: &str, to: &str| {
        let span = Some((Day::parse(from).expect("a day"), Day::parse(to).expect("a day")));
        let asked = Asked { state: &state, hits: &hits, span, sorts: &[Sort::Occurrence], tracks: &[], further: &[] };
        facets.count(&asked).shown
    };
    assert_eq!(shown("2019-12-31", "2020-01-01"), 3);
    assert_eq!(shown("2022-01-01", "2023-01-01"), 1);
    assert_eq!(shown("2019-01-01", "2021-12-31"), 5);
}

/// Some values of a facet, or none.
fn some(key: &'static str, words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        1 => subsequence(words, 1..=words.len()).prop_map(move |words| format!("&{key}={}", words.join(","))),
    ]
}

fn event() -> impl Strategy<Value = String> {
    let list = |words: &'static [&'static str]| subsequence(words, 0..=words.len());
    let year = prop_oneof![4 => "20(19|2[0-3])", 1 => Just("XXXX-05".to_owned()), 1 => Just("../2020".to_owned())];
    let parts =
        (year, "[abc]( [abc])?", 0usize..3, 0usize..3, list(&["samr", "cnca"]), list(&["x", "y", "z"]), 0usize..3);
    parts.prop_map(|(year, title, track, kind, actors, tags, grade)| {
        let mut event = serde_json::json!({"date": year, "title": title, "actors": actors, "tags": tags});
        for (key, word) in [
            ("track", ["law", "trade", ""][track]),
            ("kind", ["law", "draft", ""][kind]),
            ("grade", ["official", "reported", ""][grade]),
            ("confidence", ["", "low", "high"][grade]),
        ] {
            if !word.is_empty() {
                event[key] = word.into();
            }
        }
        event.to_string()
    })
}

fn instrument() -> impl Strategy<Value = String> {
    (0usize..3, 0usize..3, "[abc]").prop_map(|(kind, stage, title)| {
        let mut act = serde_json::json!({"title": title});
        if kind > 0 {
            act["kind"] = ["", "law", "plan"][kind].into();
        }
        if stage > 0 {
            let word = ["", "effective", "repealed"][stage];
            act["stages"] = serde_json::json!([{"stage": word, "date": "2019"}]);
        }
        act.to_string()
    })
}

/// Whether an item has a value, read from the briefing without the table of facets.
fn has(briefing: &Briefing, id: &Id, facet: Facet, word: &str) -> bool {
    let of_meta = |meta: &Meta| match facet {
        Facet::Tag => meta.tags.iter().any(|tag| &**tag == word),
        Facet::Grade => meta.grade.is_some_and(|grade| grade.word() == word),
        Facet::Confidence => meta.confidence.is_some_and(|one| one.word() == word),
        _ => false,
    };
    if let Some(event) = briefing.events.iter().find(|event| event.meta.id == *id) {
        return match facet {
            Facet::Track => event.track.as_deref().unwrap_or("other") == word,
            Facet::Kind => event.kind.as_deref() == Some(word),
            Facet::Actor => event.actors.iter().any(|actor| &**actor == word),
            _ => of_meta(&event.meta),
        };
    }
    let act = briefing.instruments.iter().find(|act| act.meta.id == *id).expect("an event or an instrument");
    match facet {
        Facet::Kind => act.kind.as_deref().unwrap_or("other") == word,
        Facet::Status => status(act, today()).word() == word,
        _ => of_meta(&act.meta),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn counts_are_those_of_going_over_everything(
        events in vec(event(), 0..12), acts in vec(instrument(), 0..5),
        track in some("track", &["law", "trade", "other", "none"]), kind in some("kind", &["law", "draft", "other"]),
        actor in some("actor", &["samr", "cnca"]), tag in some("tag", &["x", "y", "z"]),
        status_of in some("status", &["in-force", "ended", "unknown"]), grade in some("grade", &["official", "reported"]),
        search in "(&q=[abc])?", sorts in subsequence(vec![Sort::Occurrence, Sort::Instrument], 1..=2),
        years in proptest::option::of((2018i64..2024, 0i64..3)), limits in subsequence(vec!["law", "trade"], 0..=2), odd in any::<bool>(),
    ) {
        let briefing = briefing(&format!(
            r#""tracks":[{{"id":"law","title":"L"}},{{"id":"trade","title":"T"}}],
            "actors":[{{"id":"samr","name":"S"}},{{"id":"cnca","name":"N"}}],"events":[{}],"instruments":[{}]"#,
            events.join(","), acts.join(",")
        ));
        let (state, _) = read(&format!("{track}{kind}{actor}{tag}{status_of}{grade}{search}"));
        let known = Index::new(&briefing);
        let index = SearchIndex::new(&briefing, &known);
        let hits = index.search(&Query::new(&state.search));
        let span = years.and_then(|(from, more)| Day::new(from, 1, 1).zip(Day::new(from + more, 12, 31)));
        let tracks: Vec<Id> = limits.iter().map(|&track| Id::from(track)).collect();
        let is_even = |id: &Id| id.len().is_multiple_of(2) || id.ends_with(['2', '4', '6', '8']);
        let conditions: [&dyn Fn(&Id) -> bool; 1] = [&is_even];
        let further = if odd { &conditions[..] } else { &[] };
        let facets = Facets::new(&briefing, &Index::new(&briefing), today());
        let asked = Asked { state: &state, hits: &hits, span, sorts: &sorts, tracks: &tracks, further };
        let counts = facets.count(&asked);

        // The items that are meant, each with the filters that it fails.
        let fails = |id: &Id, sort: Sort, date: Option<&Edtf>| {
            let heeds = heeded(if sort == Sort::Occurrence { "timeline" } else { "documents" }).0;
            let fails_facet = |(facet, words): (&Facet, &Vec<Box<str>>)| {
                let fails = heeds.contains(facet) && !words.iter().any(|word| has(&briefing, id, *facet, word));
                fails.then_some(Filter::Facet(*facet))
            };
            let mut fails: Vec<Filter> = state.facets.iter().filter_map(fails_facet).collect();
            fails.extend((!hits.contains(id)).then_some(Filter::Search));
            let days = date.map_or((None, None), |date| (date.earliest(), date.latest()));
            let is_out = span.is_some_and(|(from, to)| days.0.is_some_and(|day| day > to) || days.1.is_some_and(|day| day < from));
            fails.extend(is_out.then_some(Filter::Span));
            fails.extend((odd && !is_even(id)).then_some(Filter::Further(0)));
            fails
        };
        let is_on = |one: &&Item<crate::model::Event>| tracks.is_empty() || one.track.as_ref().is_some_and(|track| tracks.contains(track));
        let events = briefing.events.iter().filter(is_on).map(|one| (&one.meta.id, Sort::Occurrence, Some(&one.date.value)));
        let acts = briefing.instruments.iter().map(|one| (&one.meta.id, Sort::Instrument, None));
        let meant: Vec<_> = events.chain(acts).filter(|(_, sort, _)| sorts.contains(sort)).collect();
        let failing: Vec<_> = meant.iter().map(|&(id, sort, date)| (id, sort, fails(id, sort, date))).collect();

        prop_assert_eq!(counts.total, meant.len());
        prop_assert_eq!(counts.shown, failing.iter().filter(|(.., fails)| fails.is_empty()).count());
        for (facet, values) in &counts.facets {
            for value in values {
                let is_counted = |(id, sort, fails): &&(&Id, Sort, Vec<Filter>)| {
                    heeded_by(*sort) >> *facet as u32 & 1 == 1
                        && has(&briefing, id, *facet, &value.word)
                        && fails.iter().all(|one| *one == Filter::Facet(*facet))
                };
                prop_assert_eq!(value.count, failing.iter().filter(is_counted).count(), "{:?} {}", facet, value.word);
                let is_chosen = state.facets.get(facet).is_some_and(|words| words.contains(&value.word));
                prop_assert_eq!(value.is_chosen, is_chosen);
            }
        }
        for hidden in &counts.hidden {
            prop_assert_eq!(hidden.count, failing.iter().filter(|(.., fails)| fails.contains(&hidden.by)).count());
            // Without the filter there is what was promised.
            let relaxed = hidden.by.relaxed(&state);
            let again = facets.count(&Asked {
                state: &relaxed,
                hits: &index.search(&Query::new(&relaxed.search)),
                span: span.filter(|_| hidden.by != Filter::Span),
                further: if hidden.by == Filter::Further(0) { &[] } else { further },
                ..asked
            });
            prop_assert_eq!(again.shown, hidden.shown_without, "{:?}", hidden.by);
            prop_assert!(again.hidden.iter().all(|one| one.by != hidden.by));
        }
        let hiding: usize = counts.hidden.iter().map(|one| one.count).sum();
        prop_assert_eq!(hiding, failing.iter().map(|(.., fails)| fails.len()).sum::<usize>());

        // The same as what a timeline shows.
        let without_search = ViewState { search: "".into(), ..state.clone() };
        let seen = visible(&briefing, &known, (&without_search, &Hits::default()), &tracks);
        let all = Asked { state: &without_search, hits: &Hits::default(), span: None, sorts: &[Sort::Occurrence], tracks: &tracks, further: &[] };
        let counted = facets.count(&all);
        prop_assert_eq!((counted.shown, counted.total), (seen.placed.len() + seen.unplaced.len(), seen.total));
    }
}
