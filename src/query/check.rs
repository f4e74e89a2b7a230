//! All findings in a document: those of the loader, and those that show only when texts and links are resolved.
//!
//! The page does without the second sort, which costs a second look at the whole document.

use serde_json::Value;

use super::{Index, live_value, story};
use crate::{
    i18n::{Language, Words},
    load::{Added, Code, Limits, LoadError, Loaded, Token, load_within, shortened},
    model::live::{Piece, each_piece},
};

/// Loads a document with all findings.
///
/// # Errors
///
/// As [`load_within`].
pub fn check(bytes: &[u8], limits: Limits) -> Result<Loaded, LoadError> {
    let mut loaded = load_within(bytes, limits)?;
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let may_refer = plain.windows(2).any(|pair| pair == b"{{");
    if !may_refer && loaded.briefing.story.is_empty() {
        return Ok(loaded);
    }
    if let Ok(document) = serde_json::from_slice::<Value>(plain) {
        let index = Index::new(&loaded.briefing);
        let words = Words::new(Language::En);
        let mut found = Vec::new();
        each_text(&document, &mut Vec::new(), &mut |text, path| {
            for reference in unresolved(text, &|id| live_value(id, &loaded.briefing, &index, &words).is_some()) {
                let args = vec![("value", shortened(reference))];
                found.push(Added { code: Code::ValueUnknown, path: path.to_vec(), args });
            }
        });
        let steps = document.get("story").and_then(Value::as_array).into_iter().flatten().enumerate();
        for (at, link) in steps.filter_map(|(at, step)| Some((at, step.get("link")?.as_str()?))) {
            for (key, value, reason) in story::faults(link, &loaded.briefing, &index) {
                let path = vec![Token::key("story"), Token::Index(at), Token::key("link")];
                let args =
                    vec![("key", shortened(&key)), ("value", shortened(&value)), ("reason", reason.word().into())];
                found.push(Added { code: Code::StepLink, path, args });
            }
        }
        loaded.report.add(bytes, limits, found);
    }
    Ok(loaded)
}

/// Calls `tell` for each text in a document, with the path to it.
fn each_text(value: &Value, path: &mut Vec<Token>, tell: &mut dyn FnMut(&str, &[Token])) {
    match value {
        Value::String(text) => tell(text, path),
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                path.push(Token::Index(at));
                each_text(value, path, tell);
                path.pop();
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                path.push(Token::key(key));
                each_text(value, path, tell);
                path.pop();
            }
        }
        _ => {}
    }
}

/// The references in a text that lead to no value, as written; those that do not end, too.
fn unresolved<'a>(text: &'a str, is_known: &dyn Fn(&str) -> bool) -> Vec<&'a str> {
    let mut found = Vec::new();
    each_piece(text, &mut |piece| match piece {
        Piece::Value(reference) if !is_known(reference.id) => found.push(reference.written),
        Piece::Value(_) => {}
        Piece::Words(words) => {
            let broken = words.match_indices("{{").map(|(at, _)| &words[at..]);
            found.extend(broken.filter(|rest| rest[2..].trim_start().to_ascii_lowercase().starts_with("value")));
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::unresolved;

    #[test]
    fn broken_references_are_found_and_other_braces_are_not() {
        let found = |text| unresolved(text, &|id| id == "a");
        assert_eq!(found("{{value:a}} {{ value: a }} {{title}} {x} {{"), [""; 0]);
        assert_eq!(found("{{value:b}}, {{value:}}"), ["{{value:b}}", "{{value:}}"]);
        assert_eq!(found("{{Value:a}}"), ["{{Value:a}}"]);
        assert_eq!(found("since {{value:a"), ["{{value:a"]);
    }
}
