mod laws;
mod words;

use super::{Hits, Query, SearchIndex};
use crate::{load::load, model::Briefing, query::Index};

/// A briefing with these parts, and its index.
fn indexed(parts: &str) -> (Briefing, SearchIndex) {
    let json = format!(r#"{{"annals":1,"id":"x","title":"X",{parts}}}"#);
    let briefing = load(json.as_bytes()).expect("a briefing").briefing;
    let index = SearchIndex::new(&briefing, &Index::new(&briefing));
    (briefing, index)
}

fn ids(hits: &Hits) -> Vec<&str> {
    hits.list().iter().map(|hit| hit.id.as_str()).collect()
}

fn found<'a>(index: &SearchIndex, search: &str, hits: &'a mut Hits) -> Vec<&'a str> {
    *hits = index.search(&Query::new(search));
    ids(hits)
}
