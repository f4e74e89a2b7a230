//! Links as anyone may write them: whatever they say, there is something to see.

use annals::{
    model::Day,
    query::{
        Index, Moment,
        facets::{Asked, Facets, Sort},
        search::{Query, SearchIndex},
        snapshot, unknown_filters, visible,
    },
    state::{read, write},
};
use proptest::{prelude::*, test_runner::Config};

use crate::alike::both::gallery::gallery;

/// A query of known and unknown keys with values of every sort.
fn any_query() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "view",
        "from",
        "to",
        "asof",
        "known",
        "q",
        "track",
        "kind",
        "actor",
        "tag",
        "status",
        "grade",
        "confidence",
        "select",
        "compare",
        "step",
        "lang",
        "theme",
        "embed",
        "briefing",
        "x",
        "",
    ]);
    let value = prop_oneof![
        "\\PC{0,12}",
        "[a-z0-9.,_-]{0,12}",
        "-?[0-9]{1,5}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?",
        prop::sample::select(vec![
            "timeline",
            "plugs",
            "law",
            "draft",
            "official",
            "high",
            "in-force",
            "latest",
            "earliest",
            "..",
            "a..b",
            "%FF%FE",
            "%22plugs",
            "-plugs",
            "%00",
            "强制认证",
            "2019/..",
            "../2019",
            "XXXX-08-24",
            "9999-12-31",
            "-9999-01-01",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec((key, value), 0..7).prop_map(|pairs| {
        let pairs: Vec<String> = pairs.into_iter().map(|(key, value)| format!("{key}={value}")).collect();
        format!("?{}", pairs.join("&"))
    })
}

#[test]
fn ten_thousand_links_leave_a_usable_page() {
    let briefing = gallery();
    let index = Index::new(&briefing);
    let words = SearchIndex::new(&briefing, &index);
    let today = Day::parse("2026-01-31").unwrap();
    let runner = &mut proptest::test_runner::TestRunner::new(Config::with_cases(10_000));
    let tried = runner.run(&any_query(), |query| {
        let (mut state, _) = read(&query);
        prop_assert_eq!(&read(&write(&state)).0, &state);
        // What nothing has is left out by the page, which says so.
        for (facet, _) in unknown_filters(&briefing, &index, &state) {
            state.facets.remove(&facet);
        }
        let moment = Moment { asof: state.asof, known: state.known };
        let then =
            if moment == Moment::default() { briefing.clone() } else { snapshot(&briefing, &index, moment).briefing };
        let now = Index::new(&then);
        let hits = words.search(&Query::new(&state.search));
        let shown = visible(&then, &now, (&state, &hits), &[]);
        let sorts = [Sort::Occurrence];
        let asked = Asked { state: &state, hits: &hits, span: None, sorts: &sorts, tracks: &[], further: &[] };
        let counts = Facets::new(&then, &now, state.asof.unwrap_or(today)).count(&asked);
        // What is seen and what is counted agree; where nothing is left, a filter is to blame.
        prop_assert_eq!((counts.shown, counts.total), (shown.placed.len() + shown.unplaced.len(), shown.total));
        prop_assert_eq!(counts.shown < counts.total, !counts.hidden.is_empty());
        prop_assert!(then.views.len() == briefing.views.len());
        Ok(())
    });
    assert!(tried.is_ok(), "{tried:?}");
}
