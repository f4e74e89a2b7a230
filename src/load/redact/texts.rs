//! Ids within texts: `{{value:id}}`, and the links of steps.

use super::gone::Gone;
use crate::model::live::{Piece, each_piece};

/// What stands where a value stood.
const LEFT_OUT: &str = "…";

/// Takes references to values that are gone out of a text; how many.
pub(super) fn without_values(text: &mut String, gone: &Gone) -> usize {
    if !text.contains("{{") {
        return 0;
    }
    let (mut out, mut count) = (String::with_capacity(text.len()), 0);
    each_piece(text, &mut |piece| match piece {
        Piece::Words(words) => out.push_str(words),
        Piece::Value(value) if gone.has(value.id) => {
            count += 1;
            out.push_str(LEFT_OUT);
        }
        Piece::Value(value) => out.push_str(value.written),
    });
    if count > 0 {
        *text = out;
    }
    count
}

/// The query string without the ids that are gone, and how many those were. A key that is left without a value goes.
pub(super) fn without_ids(link: &str, gone: &Gone) -> (String, usize) {
    let mut count = 0;
    let mut kept: Vec<String> = Vec::new();
    for pair in link.split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        // Decoded as a form, the way links are read.
        let read = |text: &str| url::form_urlencoded::parse(text.as_bytes()).next().map(|(word, _)| word.into_owned());
        let is_gone = |text: &str| read(text).is_some_and(|id| gone.has(id.trim()));
        let whole = read(value).unwrap_or_default();
        if whole.split("..").count() > 1 && whole.split("..").any(|id| gone.has(id.trim())) || is_gone(value) {
            count += 1;
            continue;
        }
        let parts: Vec<&str> = split_commas(value);
        let left: Vec<&str> = parts.iter().copied().filter(|part| !is_gone(part)).collect();
        count += parts.len() - left.len();
        match left.len() == parts.len() {
            true => kept.push(pair.to_owned()),
            false if left.is_empty() => {}
            false => kept.push(format!("{key}={}", left.join(","))),
        }
    }
    (kept.join("&"), count)
}

/// The elements of a list, whose commas may be written `%2C`.
fn split_commas(value: &str) -> Vec<&str> {
    value.split(',').flat_map(|part| part.split("%2C")).flat_map(|part| part.split("%2c")).collect()
}
