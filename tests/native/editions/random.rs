//! Any two editions.

use std::{collections::BTreeSet, fmt::Write};

use annals::{
    model::{Briefing, Item, tree::FromTree},
    query::{
        canonical::{Canonical, each_item},
        editions::{Edit, changed},
        news::{read, seen},
    },
};
use proptest::prelude::*;

use super::briefing;
use crate::{files, tests_folder};

/// Events and series with ids from a few, so that two editions share some.
fn edition() -> impl Strategy<Value = Briefing> {
    let event = (0_u8..8, 2000_u16..2003, "[A-C]{1,2}", proptest::option::of(0_u8..8));
    let observation = (2000_u16..2006, 0_u8..3);
    let series = (0_u8..3, proptest::collection::vec(observation, 0..4));
    (proptest::collection::vec(event, 0..8), proptest::collection::vec(series, 0..3)).prop_map(|(events, series)| {
        let mut json = String::from(r#""events":["#);
        for (at, (id, year, title, alias)) in events.iter().enumerate() {
            let alias = alias.map(|alias| format!(r#","aliases":["e{alias}"]"#)).unwrap_or_default();
            let comma = if at > 0 { "," } else { "" };
            let _ = write!(json, r#"{comma}{{"id":"e{id}","date":"{year}","title":"{title}"{alias}}}"#);
        }
        json.push_str(r#"],"series":["#);
        for (at, (id, observations)) in series.iter().enumerate() {
            let values = observations.iter().map(|(year, value)| format!(r#"{{"date":"{year}","value":{value}}}"#));
            let values: Vec<String> = values.collect();
            let comma = if at > 0 { "," } else { "" };
            let _ = write!(json, r#"{comma}{{"id":"s{id}","title":"S","observations":[{}]}}"#, values.join(","));
        }
        json.push(']');
        briefing(&json)
    })
}

/// The ids of the items of the parts, but for what the page supplies.
fn ids(briefing: &Briefing) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    each_item(briefing, &mut |part, _, meta, _| {
        if !matches!(part, "figures" | "views") {
            ids.insert(meta.id.to_string());
        }
    });
    ids
}

proptest! {
    #[test]
    fn an_edition_is_like_itself(one in edition()) {
        prop_assert_eq!(changed(&one, &one).items, Vec::new());
        prop_assert!(seen(&one).news(&one).is_empty());
    }

    #[test]
    fn every_id_of_both_sides_is_accounted_for(old in edition(), new in edition()) {
        let changes = changed(&old, &new).items;
        let outer = || changes.iter().filter(|change| change.within.is_none() && change.part != "card");
        // Take what was removed from the old ids, rename, add what was added: these are the new ids.
        let gone: BTreeSet<String> =
            outer().filter(|one| one.edit == Edit::Removed).map(|one| one.id.clone()).collect();
        let came: BTreeSet<String> = outer().filter(|one| one.edit == Edit::Added).map(|one| one.id.clone()).collect();
        prop_assert!(gone.is_subset(&ids(&old)) && came.is_subset(&ids(&new)));
        let renamed = |id: &String| outer().find(|one| one.was_id.as_ref() == Some(id)).map(|one| one.id.clone());
        let left: BTreeSet<String> =
            ids(&old).into_iter().filter(|id| !gone.contains(id)).map(|id| renamed(&id).unwrap_or(id)).collect();
        prop_assert!(left.is_disjoint(&came));
        prop_assert_eq!(left.union(&came).cloned().collect::<BTreeSet<_>>(), ids(&new));
    }

    #[test]
    fn what_is_kept_of_an_edition_is_read_again(one in edition(), other in edition()) {
        let kept = seen(&one);
        prop_assert_eq!(read(&kept.write()), Some(kept.clone()));
        let news = kept.news(&other);
        let count = news.new.len() + ids(&one).len() - news.gone.len();
        prop_assert_eq!(count, ids(&other).len());
    }

    #[test]
    fn any_text_is_read(text in "(annals-seen 1\n)?([0-9a-zé\n]{0,40})") {
        if let Some(seen) = read(&text) {
            prop_assert_eq!(read(&seen.write()), Some(seen));
        }
    }
}

#[test]
fn a_tree_reads_as_the_same_item() {
    let mut texts: Vec<Vec<u8>> = files("data/good", "json").iter().map(|path| std::fs::read(path).unwrap()).collect();
    texts.push(std::fs::read(tests_folder("data/good").join("every-field.json")).unwrap());
    for text in texts {
        let Ok(loaded) = annals::load::load(&text) else { continue };
        let briefing = loaded.briefing;
        let first = briefing.card.first_language();
        macro_rules! check {
            ($($part:ident),*) => {
                let Briefing { card: _, $($part),* } = &briefing;
                $(for item in $part {
                    let tree = item.tree(first).unwrap();
                    // Views that the page supplies have no title and are in no document.
                    if let Some(again) = again(item, &tree) {
                        assert_eq!(again.tree(first).unwrap(), tree);
                    } else {
                        assert_eq!(stringify!($part), "views", "{:?}", item.meta.id);
                    }
                })*
            };
        }
        check!(
            corrections,
            sources,
            actors,
            tracks,
            events,
            instruments,
            series,
            targets,
            catalogues,
            meetings,
            positions,
            disputes,
            figures,
            views,
            story,
            glossary
        );
    }
}

/// The item that a tree of the same type holds.
fn again<T: FromTree>(_: &Item<T>, tree: &annals::model::tree::Value) -> Option<Item<T>> {
    Item::from_tree(tree)
}

#[test]
fn no_field_is_missed() {
    let text = std::fs::read(tests_folder("data/good").join("every-field.json")).unwrap();
    let briefing = annals::load::load(&text).unwrap().briefing;
    let document: serde_json::Value = serde_json::from_slice(&text).unwrap();
    let mut places = std::collections::HashMap::new();
    let mut fields = 0;
    each_item(&briefing, &mut |part, _, meta, item| {
        let at: &mut usize = places.entry(part).or_default();
        let raw = &document[part][*at];
        // Views and figures that the page supplies come at either end.
        if raw["id"].as_str() == Some(&meta.id) {
            *at += 1;
            fields += holds(raw, &item.tree("en").unwrap(), part);
        }
    });
    let fields_of_card = briefing.card.tree("en").unwrap();
    for field in ["title", "summary", "languages", "as_of", "edition", "licence", "publisher", "contact", "method"] {
        assert!(fields_of_card.get(field).is_some(), "{field}");
    }
    assert!(fields > 150, "{fields} fields were looked at");
}

/// Checks that all that is written is in the tree, but for what says what its absence says; counts the fields.
fn holds(raw: &serde_json::Value, tree: &annals::model::tree::Value, path: &str) -> usize {
    const ABSENT: [&str; 4] = ["public", "exact", "none", "linear"];
    match raw {
        serde_json::Value::Object(members) => {
            // A wording without a language is in the first one.
            let tree = if members.contains_key("text") { tree.get("en").unwrap_or(tree) } else { tree };
            let fields = members.iter().filter(|(name, value)| {
                let is_default = value.as_str().is_some_and(|word| ABSENT.contains(&word))
                    || value.as_bool().is_some_and(|yes| yes != (*name == "complete"));
                !is_default && value.as_array().is_none_or(|list| !list.is_empty())
            });
            let in_each = fields.map(|(name, value)| {
                let path = format!("{path}/{name}");
                // A value without evidence stands bare, and so does a plain wording.
                let is_bare = members.len() == 1 && matches!(name.as_str(), "value" | "text" | "id");
                let inner = tree.get(name).or(is_bare.then_some(tree)).unwrap_or_else(|| panic!("{path}: {tree:?}"));
                1 + holds(value, inner, &path)
            });
            in_each.sum()
        }
        serde_json::Value::Array(values) => {
            let trees = tree.as_array().unwrap_or_else(|| panic!("{path}"));
            assert_eq!(values.len(), trees.len(), "{path}");
            values.iter().zip(trees).map(|(value, tree)| holds(value, tree, path)).sum()
        }
        serde_json::Value::Number(number) => {
            assert_eq!(tree.as_f64(), number.as_f64(), "{path}");
            0
        }
        serde_json::Value::String(text) => {
            let own = tree.as_str().or_else(|| tree.as_array()?.first()?.as_str()).or_else(|| {
                let wording = tree.get("en")?;
                wording.as_str().or_else(|| wording.get("text")?.as_str())
            });
            assert_eq!(own, Some(text.as_str()), "{path}");
            0
        }
        _ => 0,
    }
}
