//! What has no room in a picture, in words.

use super::{Context, Told, joined};

/// What stands below rows where there are more.
pub fn more(context: &Context, rest: usize) -> Option<String> {
    (rest > 0).then(|| context.tf("thin-more", &[("count", rest.into())]))
}

/// That not all rows are drawn, where that is so.
pub fn thinned(context: &Context, all: usize, rest: usize) -> Option<String> {
    let counts = [("drawn", (all - rest).into()), ("all", all.into())];
    (rest > 0).then(|| context.tf("thin-rows", &counts))
}

/// The sentences of a picture as one text, with what has no room in it.
pub fn described(context: &Context, told: &[Told], thinned: Option<&str>) -> String {
    let rest = thinned.map(|words| Told { title: None, words: words.to_owned() });
    joined(context, &told.iter().cloned().chain(rest).collect::<Vec<_>>())
}
