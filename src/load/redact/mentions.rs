//! Finding texts that name what was left out.

use aho_corasick::{AhoCorasick, MatchKind};

use super::gone::Gone;
use crate::{
    load::format::Kind,
    model::tree::{Map, Value},
};

/// Shorter titles are words of every day.
const SHORTEST: usize = 8;

pub(super) struct Finder {
    words: Option<AhoCorasick>,
}

impl Finder {
    pub fn new(gone: &Gone) -> Finder {
        // An id that is one plain word would be found in every other sentence.
        let telling = |id: &&str| id.len() >= 4 && id.contains(|c: char| !c.is_ascii_alphabetic());
        let mut words: Vec<&str> = gone.ids().filter(telling).collect();
        words.extend(gone.titles().filter(|title| title.len() >= SHORTEST));
        words.sort_unstable();
        words.dedup();
        let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words);
        Finder { words: search.ok().filter(|search| search.patterns_len() > 0) }
    }

    /// The first words in a value that name something left out.
    pub fn find(&self, kind: &Kind, value: &Value) -> Option<String> {
        let words = self.words.as_ref()?;
        match value {
            Value::String(text) => {
                let found = words.find_iter(text.as_str()).find(|found| is_apart(text, found.start(), found.end()))?;
                text.get(found.range()).map(str::to_owned)
            }
            Value::Array(values) => values.iter().find_map(|value| self.find(kind, value)),
            Value::Object(map) => self.find_in(kind, map),
            _ => None,
        }
    }

    fn find_in(&self, kind: &Kind, map: &Map) -> Option<String> {
        // Ids are unique; that one begins like another is no mention.
        let mut entries = map.entries().iter().filter(|(name, _)| !matches!(&**name, "id" | "aliases"));
        entries.find_map(|(_, value)| self.find(kind, value))
    }
}

/// Whether the words in a text stand by themselves, not within longer ones.
pub(super) fn is_apart(text: &str, start: usize, end: usize) -> bool {
    let joins = |one: Option<char>, two: Option<char>| {
        let joined = |c: char| c.is_ascii_alphanumeric() || c.is_alphanumeric() && (c as u32) < 0x2e80;
        one.is_some_and(joined) && two.is_some_and(joined)
    };
    let (before, words, after) = (&text[..start], &text[start..end], &text[end..]);
    !joins(before.chars().next_back(), words.chars().next()) && !joins(words.chars().next_back(), after.chars().next())
}
