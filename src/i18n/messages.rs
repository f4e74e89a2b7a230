//! A table of messages and how a message becomes a text.
//!
//! The build turns the Fluent files into this form (see `build/messages.rs`): what a message may hold is checked there.

use super::{Language, Value, number};

const VARIABLE: char = '\u{1}';
const VARIABLE_END: char = '\u{2}';
const CHOICE: char = '\u{3}';
const KEY: char = '\u{4}';
const KEY_END: char = '\u{5}';
const CHOICE_END: char = '\u{6}';
const LINE_BREAK: char = '\u{7}';

/// Messages in one language.
pub(super) struct Messages {
    language: Language,
    /// Key and pattern, sorted by key.
    patterns: Vec<(&'static str, &'static str)>,
}

impl Messages {
    /// Reads the lines of a compiled file.
    pub(super) fn new(language: Language, lines: &'static str) -> Self {
        Messages { language, patterns: lines.lines().filter_map(|line| line.split_once('\t')).collect() }
    }

    /// Adds the lines of another compiled file, with other keys.
    pub(super) fn add(&mut self, lines: &'static str) {
        self.patterns.extend(lines.lines().filter_map(|line| line.split_once('\t')));
        self.patterns.sort_unstable();
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.patterns.len()
    }

    /// Whether there is such a message, or attribute as `message.attribute`.
    pub(super) fn has(&self, key: &str) -> bool {
        self.pattern(key).is_some()
    }

    /// The text of a message; `None` where there is none.
    pub(super) fn find(&self, key: &str, values: &[(&str, Value)]) -> Option<String> {
        let mut out = String::new();
        write(&mut out, self.pattern(key)?, self.language, values);
        Some(out)
    }

    fn pattern(&self, key: &str) -> Option<&'static str> {
        let at = self.patterns.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;
        Some(self.patterns[at].1)
    }

    /// All keys.
    #[cfg(test)]
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.patterns.iter().map(|(key, _)| *key)
    }
}

/// Writes a pattern up to its end, or up to the next key or end of the choice that it stands in; the rest is what follows.
fn write<'a>(out: &mut String, mut pattern: &'a str, language: Language, values: &[(&str, Value)]) -> &'a str {
    while let Some(at) = pattern.find(|c: char| c <= LINE_BREAK) {
        let (text, rest) = pattern.split_at(at);
        if rest.starts_with([KEY, CHOICE_END]) {
            out.push_str(text);
            return rest;
        }
        out.push_str(text);
        let inner = &rest[1..];
        pattern = if rest.starts_with(VARIABLE) {
            let (name, after) = inner.split_once(VARIABLE_END).unwrap_or((inner, ""));
            match value_of(values, name) {
                Some(Value::Text(text)) => out.push_str(text),
                Some(Value::Count(count)) => out.push_str(&number(*count as f64)),
                None => out.extend(["{$", name, "}"]),
            }
            after
        } else if rest.starts_with(CHOICE) {
            choose(out, inner, language, values)
        } else {
            out.push('\n');
            inner
        };
    }
    out.push_str(pattern);
    ""
}

/// Writes the variant that fits, else the first; `pattern` begins with the name of the variable.
fn choose<'a>(out: &mut String, pattern: &'a str, language: Language, values: &[(&str, Value)]) -> &'a str {
    let (name, mut rest) = pattern.split_at(pattern.find(KEY).unwrap_or(pattern.len()));
    let value = value_of(values, name);
    let mut chosen: Option<(u8, String)> = None;
    while let Some(variant) = rest.strip_prefix(KEY) {
        let (key, inner) = variant.split_once(KEY_END).unwrap_or((variant, ""));
        let mut text = String::new();
        rest = write(&mut text, inner, language, values);
        let fit = value.map_or(0, |value| fit(value, key, language));
        if chosen.as_ref().is_none_or(|(best, _)| fit > *best) {
            chosen = Some((fit, text));
        }
    }
    out.extend(chosen.map(|(_, text)| text));
    rest.strip_prefix(CHOICE_END).unwrap_or(rest)
}

/// How well a variant fits: a number itself before its plural form before anything.
fn fit(value: &Value, key: &str, language: Language) -> u8 {
    match value {
        Value::Text(text) => u8::from(*text == key),
        Value::Count(count) => match key.strip_prefix('#') {
            Some(number) => 2 * u8::from(number.parse() == Ok(*count)),
            None => u8::from(key == plural(*count, language)),
        },
    }
}

/// The plural category of a whole number, after CLDR.
fn plural(count: usize, language: Language) -> &'static str {
    match language {
        Language::En if count == 1 => "one",
        Language::En | Language::ZhHans => "other",
    }
}

fn value_of<'a, 'v>(values: &'a [(&str, Value<'v>)], name: &str) -> Option<&'a Value<'v>> {
    values.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
}
