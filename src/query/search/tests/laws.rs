//! What holds for any briefing and any search.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{super::*, indexed};
use crate::query::Index;

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c]{1,4}",
        "[0-9]{1,3}",
        select(vec![
            "Évaluation",
            "強制認證",
            "强制性产品认证",
            "GB/T",
            "ﬁnal",
            "e\u{301}te",
            "ＧＢ",
            "证",
            "İstanbul"
        ])
        .prop_map(str::to_owned),
        "\\PC{1,4}",
    ]
}

fn title() -> impl Strategy<Value = String> {
    vec(word(), 1..5).prop_map(|words| words.join(" "))
}

/// The events of a briefing, as JSON.
fn events(titles: &[String]) -> String {
    let event = |(nth, title): (usize, &String)| {
        serde_json::json!({"id": format!("item.{nth}"), "date": "2020", "title": title}).to_string()
    };
    format!(r#""events":[{}]"#, titles.iter().enumerate().map(event).collect::<Vec<_>>().join(","))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn an_item_is_found_by_each_word_of_its_title(titles in vec(title(), 1..6)) {
        let (briefing, index) = indexed(&events(&titles));
        for event in &briefing.events {
            let title = &event.title.versions()[0].text;
            for word in title.split_whitespace().filter(|word| !word.starts_with(['-', '－', '−', '–'])) {
                let hits = index.search(&Query::new(word));
                prop_assert!(hits.contains(&event.meta.id), "{} in {}", word, title);
                let is_listed = hits.is_all() || hits.list().iter().any(|hit| hit.id == event.meta.id);
                prop_assert!(is_listed);
                prop_assert!(hits.is_all() || !hits.marks(title).is_empty(), "{} in {}", word, title);
            }
            let phrase = format!("\"{}\"", title.replace(|c: char| "\"“”„‟«»「」『』＂".contains(c), " "));
            prop_assert!(index.search(&Query::new(&phrase)).contains(&event.meta.id), "{}", phrase);
        }
    }

    #[test]
    fn what_is_found_and_what_is_left_out_make_the_whole(titles in vec(title(), 1..9), word in "[a-c]{1,3}|证|认证|[0-9]") {
        let (briefing, index) = indexed(&events(&titles));
        let [with, without] = ["", "-"].map(|sign| index.search(&Query::new(&format!("{sign}\"{word}\""))));
        for event in &briefing.events {
            prop_assert!(with.contains(&event.meta.id) != without.contains(&event.meta.id));
        }
    }

    #[test]
    fn more_words_find_no_more(titles in vec(title(), 1..9), one in "[a-c0-9]{1,3}", other in "[a-c0-9]{1,3}") {
        let (_, index) = indexed(&events(&titles));
        let both = index.search(&Query::new(&format!("{one} {other}")));
        let single = index.search(&Query::new(&one));
        prop_assert!(both.list().iter().all(|hit| single.contains(&hit.id)));
    }

    #[test]
    fn hits_are_in_order_once_each_and_contained(titles in vec(title(), 1..9), search in title()) {
        let (_, index) = indexed(&events(&titles));
        let hits = index.search(&Query::new(&search));
        let mut ids: Vec<_> = hits.list().iter().map(|hit| hit.id.clone()).collect();
        prop_assert!(ids.iter().all(|id| hits.contains(id)));
        prop_assert!(hits.list().windows(2).all(|pair| pair[0].score >= pair[1].score));
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), hits.list().len());
    }

    #[test]
    fn slices_build_the_same_index(titles in vec(title(), 1..9), slice in 1usize..4, search in title()) {
        let (briefing, whole) = indexed(&events(&titles));
        let known = Index::new(&briefing);
        let mut builder = Builder::new(&briefing);
        let mut steps = 0;
        while !builder.step(&briefing, &known, slice) {
            steps += 1;
            prop_assert!(builder.progress().0 <= builder.progress().1);
        }
        prop_assert_eq!(steps, briefing.events.len().div_ceil(slice));
        let sliced = builder.finish();
        let query = Query::new(&search);
        let (one, other) = (whole.search(&query), sliced.search(&query));
        prop_assert_eq!(one.list(), other.list());
    }

    #[test]
    fn any_search_is_answered(search in "\\PC*", quoted in "[-\" a-c认证強\u{301}\u{0}-\u{7f}]*", text in "\\PC*") {
        let (_, index) = indexed(&events(&[text.clone(), "a b c 认证".to_owned()]));
        for search in [&search, &quoted] {
            let hits = index.search(&Query::new(search));
            prop_assert!(hits.marks(&text).into_iter().all(|range| text.get(range).is_some()));
        }
    }
}
