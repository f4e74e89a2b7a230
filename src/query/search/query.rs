//! What a reader asks for, read from what stands in the field of the search.
//!
//! Words are parted by spaces, and an item must have each of them. The last letters of a word may be missing. `"…"` asks for
//! exactly these words, one after the other; `-` before a word or a phrase asks for items without it. A quote that is not
//! closed goes on to the end, and its last word may be incomplete, since it is being typed.

use std::ops::Range;

use super::{
    marks,
    tokens::{is_unspaced, tokens},
};

/// What a reader asks for. Any text can be read.
///
/// ```
/// use annals::query::search::Query;
/// let query = Query::new("-draft \"toy safety\" cert");
/// assert_eq!(query.marks("Certification of toy safety"), [0..4, 17..27]);
/// assert!(Query::new(" – \"").is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) clauses: Vec<Clause>,
}

/// One word or phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// Tokens that stand one after the other. Never empty.
    pub parts: Vec<Part>,
    /// Whether items with it are left out.
    pub is_excluded: bool,
    /// What else counts for it, where nothing has it as written.
    pub near: Near,
    /// Whether anything else may count for it.
    is_quoted: bool,
}

/// One token that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The token, or how it begins.
    pub text: String,
    /// Whether it may go on.
    pub is_prefix: bool,
}

/// What else counts for a word that nothing has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Near {
    /// Nothing.
    #[default]
    Nothing,
    /// Words spelt almost like it.
    Words(Vec<Box<str>>),
    /// Its characters in their order, with others between, as 强制认证 is short for 强制性产品认证.
    InOrder,
}

const QUOTES: [char; 12] = ['"', '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』', '＂'];
const MINUS: [char; 4] = ['-', '－', '−', '–'];

impl Query {
    /// Reads what stands in the field of the search.
    pub fn new(search: &str) -> Query {
        let mut query = Query::default();
        let mut rest = search;
        loop {
            rest = rest.trim_start();
            if rest.is_empty() {
                return query;
            }
            let wanted = rest.strip_prefix(MINUS);
            let is_excluded = wanted.is_some();
            rest = wanted.unwrap_or(rest);
            if let Some(quoted) = rest.strip_prefix(QUOTES) {
                let end = quoted.find(QUOTES);
                let (phrase, after) = quoted.split_at(end.unwrap_or(quoted.len()));
                query.add(phrase, is_excluded, true, end.is_some());
                rest = after.strip_prefix(QUOTES).unwrap_or(after);
            } else {
                let end = rest.find(|c: char| c.is_whitespace() || QUOTES.contains(&c)).unwrap_or(rest.len());
                let (word, after) = rest.split_at(end);
                query.add(word, is_excluded, false, false);
                rest = after;
            }
        }
    }

    fn add(&mut self, words: &str, is_excluded: bool, is_quoted: bool, is_closed: bool) {
        let tokens = tokens(words);
        let mut parts: Vec<Part> = Vec::with_capacity(tokens.len());
        for (nth, token) in tokens.iter().enumerate() {
            let is_last = nth + 1 == tokens.len();
            let mut letters = token.text.chars();
            // The end of a run of characters: in the text, the next one may follow.
            let is_run_end = letters.next().is_some_and(is_unspaced) && letters.next().is_none();
            let is_in_pair = |before: &Part| before.text.len() > token.text.len() && before.text.ends_with(&token.text);
            if is_run_end && is_last && parts.last().is_some_and(is_in_pair) {
                continue;
            }
            let may_go_on = is_last && !is_closed && !is_excluded;
            parts.push(Part { text: token.text.clone(), is_prefix: is_run_end || may_go_on });
        }
        if !parts.is_empty() {
            self.clauses.push(Clause { parts, is_excluded, is_quoted, near: Near::Nothing });
        }
    }

    /// Whether it asks for nothing, so that every item will do.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Where the words asked for stand in a text as shown: ranges of bytes in order, apart from each other, at boundaries of
    /// letters. Words spelt otherwise are known to [`super::Hits::marks`] only.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        marks::marks(&self.clauses, text)
    }
}

impl Clause {
    /// The word, and how many letters of it may be wrong; `None` where it must be right: quoted, excluded, short, or not of
    /// letters alone.
    pub fn may_be_misspelt(&self) -> Option<(&str, usize)> {
        let [Part { text, .. }] = &self.parts[..] else { return None };
        let is_word = text.chars().all(|letter| letter.is_alphabetic() && !is_unspaced(letter));
        let wrong = match text.chars().count() {
            _ if !is_word || self.is_quoted || self.is_excluded => 0,
            0..=4 => 0,
            5..=8 => 1,
            _ => 2,
        };
        (wrong > 0).then_some((text.as_str(), wrong))
    }

    /// Its characters, where it may be short for a longer name: three or more that stand without spaces.
    pub fn may_be_short(&self) -> Option<Vec<char>> {
        let is_pair = |part: &Part| part.text.chars().count() == 2 && part.text.chars().all(is_unspaced);
        if self.is_quoted || self.is_excluded || self.parts.len() < 2 || !self.parts.iter().all(is_pair) {
            return None;
        }
        let last = self.parts.last().and_then(|part| part.text.chars().next_back());
        Some(self.parts.iter().filter_map(|part| part.text.chars().next()).chain(last).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The clauses, with `-` before what is excluded and `*` after what may go on.
    fn read(search: &str) -> Vec<String> {
        let part = |part: &Part| format!("{}{}", part.text, if part.is_prefix { "*" } else { "" });
        let clause = |one: &Clause| {
            let parts: Vec<_> = one.parts.iter().map(part).collect();
            format!("{}{}", if one.is_excluded { "-" } else { "" }, parts.join(" "))
        };
        Query::new(search).clauses.iter().map(clause).collect()
    }

    #[test]
    fn words_phrases_and_what_is_left_out() {
        assert_eq!(read("Toys  Safety"), ["toys*", "safety*"]);
        assert_eq!(read("\"toy safety\" -draft -\"second reading\""), ["toy safety", "-draft", "-second reading"]);
        assert_eq!(read("GB/T1.1-2020"), ["gb t 1 1 2020*"]);
        assert_eq!(read("“toy safety”　「认证」"), ["toy safety", "认证"]);
    }

    #[test]
    fn characters_are_looked_for_in_pairs() {
        assert_eq!(read("強制認證"), ["强制 制认 认证"]);
        assert_eq!(read("证"), ["证*"]);
        assert_eq!(read("CCC认证"), ["ccc 认证"]);
        assert_eq!(read("认证ccc"), ["认证 证* ccc*"]);
        assert_eq!(read("证 书"), ["证*", "书*"]);
        assert_eq!(read("试试"), ["试试"]);
    }

    #[test]
    fn what_is_not_finished_is_forgiven() {
        assert_eq!(read("\"toy saf"), ["toy saf*"]);
        assert_eq!(read("toy\""), ["toy*"]);
        assert_eq!(read("a\"b c\"d"), ["a*", "b c", "d*"]);
        assert_eq!(read("- -\" \" -- … \"\""), [""; 0]);
        assert_eq!(read("-"), [""; 0]);
    }

    #[test]
    fn only_words_of_some_length_may_be_misspelt() {
        let wrong = |search: &str| Query::new(search).clauses[0].may_be_misspelt().map(|(_, wrong)| wrong);
        assert_eq!(["toys", "safet", "standard", "standards"].map(wrong), [None, Some(1), Some(1), Some(2)]);
        assert_eq!(["\"safety\"", "-safety", "2019201920", "强制性产品认证", "a-safety"].map(wrong), [None; 5]);
    }
}
