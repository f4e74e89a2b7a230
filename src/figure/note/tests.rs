//! Notes on a small briefing.

use super::*;
use crate::{
    i18n::{Language, Words},
    load::load,
    model::Day,
    query::{
        Index,
        search::{Query, SearchIndex},
    },
    state::read,
};

pub(crate) const JSON: &str = r#"{"annals":1,"id":"x","title":{"en":"Rules","zh-Hans":"规则"},"languages":["en","zh-Hans"],
    "publisher":"Annals","edition":"First","as_of":"2026-03","licence":"CC BY 4.0",
    "sources":[
      {"id":"s1","title":"Gazette *33*","publisher":"AQSIQ","url":"https://example.org/33","published":"2001-12","accessed":"2026-02-01",
       "archived":"https://web.example/33"},
      {"id":"s2","title":"News <b>"},{"id":"s3","title":"Paper","url":"https://example.org/p","link":false}],
    "actors":[{"id":"aqsiq","name":"AQSIQ"}],
    "tracks":[{"id":"law","title":"Laws"}],
    "events":[
      {"id":"e1","track":"law","title":"First [act](https://evil.example)","date":{"value":"2001-12-03","sources":["s2"],"alternatives":[
         {"value":"2001-12-07","sources":["s3"]}]},"summary":"It *lists* 132 & more","actors":["aqsiq"],
       "sources":[{"id":"s1","locator":"Art. 5","quote":"共132种","language":"zh-Hans","translator":"A. B."}],"grade":"official"},
      {"id":"e2","track":"law","title":{"zh-Hans":"第二项"},"date":"2009-09~","sources":["s1"],"note":"1. not a list"},
      {"id":"e3","title":"No source","date":"2019/.."}],
    "instruments":[{"id":"act","title":"Act","sources":["s2"],"stages":[
      {"id":"act.closes","stage":"comments-close","date":"2026-05-01","previous":["2026-04-01"],"sources":["s3"]},
      {"id":"act.effective","stage":"effective","date":"2026-09-01"}]}],
    "disputes":[{"id":"d","on":["e1"],"claims":[{"id":"d.a","text":"It was a draft","sources":["s3"]}]}],
    "figures":[{"id":"line","kind":"timeline"},{"id":"acts","kind":"documents"}],
    "views":[{"id":"overview","title":"O","parts":[{"figure":"line"},{"figure":"acts"}]}]}"#;

/// What `make` makes of the briefing, seen through a link.
pub(crate) fn seen<T>(language: Language, query: &str, make: impl FnOnce(&Context) -> T) -> T {
    let briefing = load(JSON.as_bytes()).expect("a briefing").briefing;
    let (index, words, state) = (Index::new(&briefing), Words::new(language), read(query).0);
    let hits = SearchIndex::new(&briefing, &index).search(&Query::new(&state.search));
    let today = Day::new(2026, 4, 1).expect("a day");
    make(&Context { briefing: &briefing, index: &index, words: &words, state: &state, hits: &hits, today })
}

pub(crate) fn note_on(language: Language, ids: &[&str]) -> Note {
    let ids: Vec<Id> = ids.iter().map(|id| Id::from(*id)).collect();
    seen(language, "", |context| note(context, &ids, &[]))
}

fn lines(statements: &[Statement]) -> Vec<String> {
    let line = |one: &Statement| {
        let label = one.label.as_ref().map(|label| format!("{label}: ")).unwrap_or_default();
        format!("{label}{} {:?}", one.said.words, one.numbers)
    };
    statements.iter().map(line).collect()
}

#[test]
fn a_note_says_whose_and_as_of_when() {
    let note = note_on(Language::En, &[]);
    assert_eq!((&*note.title, note.language), ("Rules: briefing note", "en"));
    assert_eq!(
        note.lead,
        [
            "Published by: Annals",
            "Edition: First",
            "Data to: March 2026",
            "Licence: CC BY 4.0",
            "Made on: 1 April 2026"
        ]
    );
    assert_eq!(
        note_on(Language::ZhHans, &[]).lead[2..],
        ["数据截至：2026年3月", "许可：CC BY 4.0", "生成于：2026年4月1日"]
    );
}

#[test]
fn an_item_has_its_facts_its_disputes_and_its_sources() {
    let note = note_on(Language::En, &["e1", "no-such-item", "act"]);
    let [event, act] = &note.entries[..] else { panic!("{:?}", note.entries) };
    assert_eq!((&*event.title.words, &*event.sort), ("First [act](https://evil.example)", "Event"));
    assert_eq!(event.numbers, [1]);
    assert_eq!(lines(&event.facts), ["Date: 3 December 2001 [2]", "Who acted: AQSIQ []", "official []"]);
    assert_eq!(event.texts, [Phrase { words: "It *lists* 132 & more".into(), lang: None }]);
    assert_eq!(lines(&event.disputes), ["Another source says: 7 December 2001 [3]", "It was a draft [3]"]);
    assert_eq!(act.numbers, [2]);
    assert_eq!(
        lines(&act.facts),
        [
            "comments close: 1 May 2026 [3]",
            "Moved from 1 April 2026, 30 days later. []",
            "takes effect: 1 September 2026 []"
        ]
    );
    let titles: Vec<&str> = note.sources.iter().map(|source| &*source.title.words).collect();
    assert_eq!(titles, ["Gazette *33*", "News <b>", "Paper"]);
    let gazette = &note.sources[0];
    assert_eq!(gazette.details, ["AQSIQ", "December 2001", "Art. 5"]);
    assert_eq!(gazette.read, ["read on 1 February 2026"]);
    assert_eq!(
        gazette.quote,
        Some(Quote {
            words: "共132种".into(),
            lang: Some("zh-Hans".into()),
            told: Some("Chinese (simplified) · translated by A. B.".into())
        })
    );
    assert_eq!(gazette.archived, Some(Address { url: "https://web.example/33".into(), is_link: true }));
    assert_eq!(note.sources[2].url, Some(Address { url: "https://example.org/p".into(), is_link: false }));
}

#[test]
fn a_place_in_a_source_has_a_number_of_its_own() {
    let note = note_on(Language::En, &["e2", "e1"]);
    assert_eq!((note.entries[0].numbers.as_slice(), note.entries[1].numbers.as_slice()), (&[1][..], &[2][..]));
    assert_eq!(note.sources[0].details, ["AQSIQ", "December 2001"]);
    assert_eq!(note.entries[0].title, Phrase { words: "第二项".into(), lang: Some("zh-Hans".into()) });
}

#[test]
fn numbers_rise_in_the_order_of_reading() {
    for ids in [&["e1", "e2", "act"][..], &["act", "e1", "e2", "e3"], &["d", "e1"], &["s1", "act.closes", "e1"]] {
        let note = note_on(Language::En, ids);
        let mut most = 0;
        for entry in &note.entries {
            let said = entry.facts.iter().chain(&entry.disputes).flat_map(|one| &one.numbers);
            for &number in entry.numbers.iter().chain(said) {
                assert!(number <= most + 1, "{ids:?}: {number} comes before {}", most + 1);
                most = most.max(number);
            }
        }
        assert_eq!(most, note.sources.len(), "{ids:?}");
    }
}

#[test]
fn what_has_no_source_says_so() {
    let note = note_on(Language::ZhHans, &["e3"]);
    assert_eq!(lines(&note.entries[0].facts), ["日期: 自2019年起，结束未定 []", "未给出来源。 []"]);
}

#[test]
fn a_page_is_what_its_figures_show_after_filters() {
    let ids = |query: &str| {
        let shown = seen(Language::En, query, shown);
        let ids: Vec<&str> = shown.items.iter().map(|id| id.as_str()).collect();
        format!("{} | {}", ids.join(" "), shown.conditions.join(" | "))
    };
    assert_eq!(ids(""), "e1 e2 e3 act | ");
    assert_eq!(ids("track=law"), "e1 e2 act | Filters: Laws");
    assert_eq!(ids("from=2005&to=2010"), "e2 act | Period shown: 2005 to 2010");
    assert_eq!(ids("view=no-such-page"), " | ");
}

#[test]
fn a_long_note_says_what_it_leaves_out() {
    let note = note_on(Language::En, &["e3"; MOST_ITEMS + 2]);
    assert_eq!(note.entries.len(), MOST_ITEMS);
    assert_eq!(note.lead.last().map(String::as_str), Some("Only the first 300 of 302 items are here."));
}
