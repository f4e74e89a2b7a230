//! Persons without their names: those that meetings name, wherever a text has them, and translators.
//!
//! A person stays as an entry with role and affiliation, so that counts and agendas hold; the name, former ids, remarks and
//! what the format does not know go, and the id, which is often the name, is one made from the meeting's.

use std::collections::{HashMap, HashSet};

use aho_corasick::{AhoCorasick, MatchKind};

use super::{gone::id_of, mentions::is_apart};
use crate::model::tree::{Map, Value};

/// What is known of the persons of a briefing.
#[derive(Default)]
pub(super) struct People {
    names: HashSet<String>,
    /// Ids of persons, former ones too: the one they get.
    ids: HashMap<String, String>,
}

/// The same, made ready to search.
pub(super) struct Names {
    search: Option<AhoCorasick>,
    ids: HashMap<String, String>,
}

/// Fields of a person that stay.
const KEPT: &[&str] = &["id", "name", "role", "affiliation", "actor", "sources", "grade", "confidence", "recorded_on"];
/// What stands before or after a name in print.
const BEFORE: &[&str] = &[
    "Mr.",
    "Mr",
    "Mrs.",
    "Mrs",
    "Ms.",
    "Ms",
    "Miss",
    "Dr.",
    "Dr",
    "Prof.",
    "Prof",
    "Professor",
    "Sir",
    "H.E.",
    "Madam",
];
const AFTER: &[&str] = &["先生", "女士", "小姐", "博士", "教授", "同志"];
/// Fields that hold addresses, ids, dates and words of the format, not texts.
const NO_TEXT: &[&str] = &["id", "url", "archived", "date", "end", "visibility", "grade", "confidence", "recorded_on"];

impl People {
    /// Notes the persons of a meeting, if it is one.
    pub fn learn(&mut self, part: &str, value: &Value, made: &str) {
        let (Value::Object(map), "meetings") = (value, part) else { return };
        let meeting = id_of(map, made);
        let people = map.get("people").and_then(Value::as_array).unwrap_or_default();
        for (at, person) in people.iter().enumerate() {
            let Value::Object(person) = person else { continue };
            let now = format!("{meeting}.person-{}", at + 1);
            let aliases = person.get("aliases").and_then(Value::as_array).unwrap_or_default();
            let known = aliases.iter().chain(person.get("id")).filter_map(Value::as_str);
            self.ids.extend(known.map(|id| (id.to_owned(), now.clone())));
            person.get("name").into_iter().for_each(|name| self.learn_name(name));
        }
    }

    fn learn_name(&mut self, name: &Value) {
        match name {
            Value::String(name) => {
                let mut short = name.trim();
                self.names.insert(short.to_owned());
                while let Some(rest) = BEFORE.iter().find_map(|title| short.strip_prefix(title)?.strip_prefix(' ')) {
                    short = rest.trim_start();
                }
                short = AFTER.iter().find_map(|title| short.strip_suffix(title)).unwrap_or(short).trim();
                self.names.insert(short.to_owned());
            }
            Value::Object(map) => {
                let standing = |name: &str| matches!(name, "translator" | "state");
                map.entries().iter().filter(|(name, _)| !standing(name)).for_each(|(_, name)| self.learn_name(name));
            }
            _ => {}
        }
    }

    /// Makes the names ready to be found. A single letter is no name to look for in texts.
    pub fn ready(self) -> Names {
        let mut names: Vec<String> = self.names.into_iter().filter(|name| name.chars().nth(1).is_some()).collect();
        names.sort_unstable();
        let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names);
        Names { search: search.ok().filter(|search| search.patterns_len() > 0), ids: self.ids }
    }
}

impl Names {
    /// Takes the persons out of a value; how many of them, and how many texts and notes of translators.
    pub fn take_out(&self, part: &str, value: &mut Value) -> (usize, usize) {
        let mut persons = 0;
        let mut texts = 0;
        if let (Value::Object(map), "meetings") = (&mut *value, part)
            && let Some(Value::Array(people)) = map.get_mut("people")
        {
            for person in people {
                let Value::Object(person) = person else { continue };
                person.retain(&mut |name, _| KEPT.contains(&name));
                if let Some(name) = person.get_mut("name") {
                    persons += 1;
                    anonymous(name);
                }
            }
        }
        self.within(value, "", "", &mut texts);
        (persons, texts)
    }

    fn within(&self, value: &mut Value, field: &str, language: &str, texts: &mut usize) {
        match value {
            Value::String(text) => {
                if let Some(now) = self.ids.get(text.as_str()).filter(|_| field != "text") {
                    text.clone_from(now);
                } else if field == "link" {
                    for (id, now) in &self.ids {
                        *text = replaced(text, id, now);
                    }
                } else if !NO_TEXT.contains(&field) {
                    *texts += usize::from(self.mask(text, language));
                }
            }
            Value::Array(values) => values.iter_mut().for_each(|value| self.within(value, field, language, texts)),
            Value::Object(map) => {
                map.retain(&mut |name, value| {
                    let is_translator = name == "translator";
                    *texts += usize::from(is_translator);
                    !is_translator && (name != "aliases" || !self.has_alias(value))
                });
                let keys: Vec<Box<str>> = map.entries().iter().map(|(name, _)| name.clone()).collect();
                for key in keys {
                    if let Some(value) = map.get_mut(&key) {
                        let inner = if key.starts_with("zh") { &key } else { language };
                        self.within(value, &key, inner, texts);
                    }
                }
            }
            _ => {}
        }
    }

    fn has_alias(&self, value: &Value) -> bool {
        let aliases = value.as_array().unwrap_or_default();
        aliases.iter().filter_map(Value::as_str).any(|alias| self.ids.contains_key(alias))
    }

    /// Puts a word in the place of names; whether there were any.
    fn mask(&self, text: &mut String, language: &str) -> bool {
        let Some(search) = &self.search else { return false };
        let (mut out, mut from) = (String::new(), 0);
        for found in search.find_iter(text.as_str()) {
            if is_apart(text, found.start(), found.end()) {
                out.push_str(&text[from..found.start()]);
                out.push_str(word(language, &text[found.range()]));
                from = found.end();
            }
        }
        if from == 0 {
            return false;
        }
        out.push_str(&text[from..]);
        *text = out;
        true
    }
}

/// What stands in the place of a name.
fn word(language: &str, name: &str) -> &'static str {
    let is_chinese = language.starts_with("zh") || name.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    if is_chinese { "［姓名略］" } else { "[name left out]" }
}

fn anonymous(name: &mut Value) {
    *name = match &*name {
        Value::Object(map) if !map.contains_key("text") => {
            let wording = |language: &str| Value::String(word(language, "").to_owned());
            let entries = map.entries().iter().map(|(language, _)| (language.clone(), wording(language)));
            Value::Object(Map::new(entries.collect()))
        }
        Value::Object(map) => {
            Value::String(word("", map.get("text").and_then(Value::as_str).unwrap_or_default()).to_owned())
        }
        bare => Value::String(word("", bare.as_str().unwrap_or_default()).to_owned()),
    };
}

/// A link with one id in the place of another, where that stands by itself.
fn replaced(link: &str, id: &str, now: &str) -> String {
    let (mut out, mut from) = (String::new(), 0);
    for (at, _) in link.match_indices(id) {
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        let apart = !joins(link[..at].chars().next_back()) && !joins(link[at + id.len()..].chars().next());
        if apart && at >= from {
            out.push_str(&link[from..at]);
            out.push_str(now);
            from = at + id.len();
        }
    }
    out + &link[from..]
}
