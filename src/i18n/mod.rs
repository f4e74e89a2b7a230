//! The words of the page and of the tool, in English and Simplified Chinese, through Fluent.
//!
//! Both languages have the same messages: a test holds that, and that each key the code asks for is there.

pub mod findings;
mod language;
mod number;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::borrow::Cow;

pub use language::Language;
pub use number::number;

/// A value in a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// A text, as it is.
    Text(Cow<'a, str>),
    /// A count, which chooses between plural forms.
    Count(usize),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Value::Count(count)
    }
}

/// All messages in one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Words {
    /// The messages in `language`.
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new(vec![language.id()]);
        // Marks around values would be seen in names for assistive technology and in copied text.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(count) => Some(number(count.value)),
            _ => None,
        }));
        for (_, source) in language.files() {
            // What is wrong in a file is left out; the tests find it.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            let _ = bundle.add_resource(resource);
        }
        Words { language, bundle }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message, or one of its attributes as `message.attribute`; the key itself where there is none.
    ///
    /// ```
    /// use annals::i18n::{Language, Words};
    /// assert_eq!(Words::new(Language::En).text("retry"), "Try again");
    /// assert_eq!(Words::new(Language::ZhHans).text("retry"), "重试");
    /// ```
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// A message with values in it.
    pub fn text_with(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.find(key, values).unwrap_or_else(|| key.to_owned())
    }

    /// The message `{family}-{word}`, or the word itself: for words that authors may choose freely.
    pub fn known(&self, family: &str, word: &str) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        let key: String = family.chars().chain(['-']).chain(word.chars()).map(plain).collect();
        self.find(&key, &[]).unwrap_or_else(|| word.to_owned())
    }

    /// Whether there is such a message or attribute.
    pub fn has(&self, key: &str) -> bool {
        self.find(key, &[]).is_some()
    }

    fn find(&self, key: &str, values: &[(&str, Value)]) -> Option<String> {
        let (name, attribute) = key.split_once('.').map_or((key, None), |(name, rest)| (name, Some(rest)));
        let message = self.bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            match value {
                Value::Text(text) => args.set(*name, FluentValue::String(Cow::Borrowed(text))),
                Value::Count(count) => args.set(*name, *count as f64),
            }
        }
        let mut faults = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Keys of messages and attributes, as written.
    fn keys(language: Language) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for (file, text) in language.files() {
            assert!(FluentResource::try_new((*text).to_owned()).is_ok(), "{file} in {}", language.tag());
            let mut message = "";
            for line in text.lines() {
                if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| !name.contains([' ', '#'])) {
                    message = name;
                    assert!(keys.insert(name.to_owned()), "{name} stands twice");
                } else if let Some((name, _)) = line.strip_prefix("    .").and_then(|line| line.split_once(" =")) {
                    keys.insert(format!("{message}.{name}"));
                }
            }
        }
        keys
    }

    #[test]
    fn languages_have_the_same_keys() {
        let english = keys(Language::En);
        for language in Language::ALL {
            let (here, words) = (keys(language), Words::new(language));
            assert_eq!(english, here, "{}", language.tag());
            assert!(here.iter().all(|key| key.starts_with('-') || words.has(key)));
        }
    }

    #[test]
    fn a_missing_message_shows_its_key() {
        let words = Words::new(Language::En);
        assert_eq!(words.text("no-such-message"), "no-such-message");
        assert_eq!(words.text("no-such.attribute"), "no-such.attribute");
        assert_eq!(words.known("kind", "no such word"), "no such word");
    }

    #[test]
    fn counts_choose_their_form_and_are_grouped() {
        let words = Words::new(Language::En);
        assert_eq!(words.text_with("rests-count", &[("count", 1.into())]), "One item rests on it");
        assert_eq!(words.text_with("rests-count", &[("count", 1234.into())]), "1,234 items rest on it");
    }
}
