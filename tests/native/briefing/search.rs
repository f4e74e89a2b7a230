//! Searching the built-in briefing.

use std::sync::LazyLock;

use super::BUILT;
use annals::query::{
    Index,
    search::{Query, SearchIndex},
};

static INDEX: LazyLock<SearchIndex> = LazyLock::new(|| {
    let briefing = &BUILT.loaded.briefing;
    SearchIndex::new(briefing, &Index::new(briefing))
});

fn ids(search: &str) -> Vec<String> {
    INDEX.search(&Query::new(search)).list().iter().map(|hit| hit.id.to_string()).collect()
}

#[test]
fn events_and_instruments_are_found_by_the_words_of_their_titles_and_numbers() {
    let briefing = &BUILT.loaded.briefing;
    let events = briefing.events.iter().map(|one| (&one.meta.id, &one.title, &one.number));
    let acts = briefing.instruments.iter().map(|one| (&one.meta.id, &one.title, &one.number));
    for (id, title, number) in events.chain(acts) {
        for version in title.versions().iter().chain(number.iter().flat_map(|number| number.versions())) {
            for word in version.text.split_whitespace() {
                let hits = INDEX.search(&Query::new(word.trim_start_matches(['-', '–', '"', '“', '”'])));
                assert!(hits.contains(id), "{id}: {word} in {}", version.text);
                assert!(hits.is_all() || !hits.marks(&version.text).is_empty(), "{id}: {word} in {}", version.text);
            }
        }
    }
}

#[test]
fn both_scripts_find_the_same() {
    for (simplified, traditional) in
        [("强制认证", "強制認證"), ("强制性产品认证", "強制性產品認證"), ("标准化", "標準化"), ("国标委", "國標委")]
    {
        assert_eq!(ids(simplified), ids(traditional));
        assert!(!ids(simplified).is_empty(), "{simplified}");
    }
}

#[test]
fn slips_are_forgiven() {
    assert!(!ids("certification").is_empty());
    assert_eq!(ids("certifcation").len(), ids("\"certification\"").len());
}
