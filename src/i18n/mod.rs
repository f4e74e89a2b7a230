//! The words of the page and of the tool, in English and Simplified Chinese, through Fluent.
//!
//! Both languages have the same messages: a test holds that, and that each key the code asks for is there.

pub mod findings;
mod language;
mod messages;
mod number;

use std::borrow::Cow;

use messages::Messages;

pub use language::Language;
pub use number::number;

use crate::model::Qualifier;

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

/// The words of the page in one language.
pub struct Words {
    language: Language,
    messages: Messages,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language && self.messages.len() == other.messages.len()
    }
}

impl Words {
    /// All words in `language`.
    pub fn new(language: Language) -> Self {
        let lines = match language {
            Language::En => include_str!(concat!(env!("OUT_DIR"), "/later.en.messages")),
            Language::ZhHans => include_str!(concat!(env!("OUT_DIR"), "/later.zh-Hans.messages")),
        };
        let Words { mut messages, .. } = Self::first(language);
        messages.add(lines);
        Words { language, messages }
    }

    /// The words that the first view needs; the others come with the code that says them.
    pub fn first(language: Language) -> Self {
        let lines = match language {
            Language::En => include_str!(concat!(env!("OUT_DIR"), "/page.en.messages")),
            Language::ZhHans => include_str!(concat!(env!("OUT_DIR"), "/page.zh-Hans.messages")),
        };
        Words { language, messages: Messages::new(language, lines) }
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
        self.messages.find(key, values).unwrap_or_else(|| key.to_owned())
    }

    /// The message `{family}-{word}`, or the word itself: for words that authors may choose freely.
    pub fn known(&self, family: &str, word: &str) -> String {
        self.known_with(family, word, &[])
    }

    fn known_with(&self, family: &str, word: &str, values: &[(&str, Value)]) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        let key: String = family.chars().chain(['-']).chain(word.chars()).map(plain).collect();
        self.messages.find(&key, values).unwrap_or_else(|| word.to_owned())
    }

    /// A value with how exact it is and its unit, as in "more than 30 participants". Of one, a unit that the page knows
    /// stands in the singular; one of the author's stays as it is written.
    ///
    /// ```
    /// use annals::{i18n::{Language, Words}, model::Qualifier};
    /// let words = Words::new(Language::ZhHans);
    /// assert_eq!(words.quantity(30.0, Qualifier::MoreThan, Some("participants")), "超过 30 名参会者");
    /// ```
    pub fn quantity(&self, value: f64, qualifier: Qualifier, unit: Option<&str>) -> String {
        let mut words = number(value);
        if let Some(unit) = unit {
            words = if unit == "percent" {
                self.text_with("percent", &[("value", words.into())])
            } else {
                let count = [("count", if value.abs() == 1.0 { 1 } else { 2 }.into())];
                let unit = self.known_with("unit", unit, &count);
                self.text_with("with-unit", &[("value", words.into()), ("unit", unit.into())])
            };
        }
        self.text_with(&format!("quantity-{}", qualifier.word()), &[("value", words.into())])
    }

    /// Whether there is such a message or attribute.
    pub fn has(&self, key: &str) -> bool {
        self.messages.has(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_the_same_keys() {
        let keys = |language| Words::new(language).messages.keys().collect::<Vec<_>>();
        for language in Language::ALL {
            assert_eq!(keys(Language::En), keys(language), "{}", language.tag());
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
    fn one_thing_has_a_unit_in_the_singular() {
        let said = |language, value, qualifier, unit| Words::new(language).quantity(value, qualifier, Some(unit));
        let exact = |value, unit| said(Language::En, value, Qualifier::Exact, unit);
        assert_eq!(exact(1.0, "products"), "1 product");
        assert_eq!(exact(0.0, "products"), "0 products");
        assert_eq!(exact(1.5, "years"), "1.5 years");
        assert_eq!(exact(-1.0, "people"), "-1 person");
        assert_eq!(exact(21.0, "agencies"), "21 agencies");
        assert_eq!(said(Language::En, 1.0, Qualifier::MoreThan, "product groups"), "more than 1 product group");
        // What the author calls it is not taken apart.
        assert_eq!(exact(1.0, "turbines"), "1 turbines");
        assert_eq!(exact(1.0, "percent"), "1%");
        assert_eq!(said(Language::ZhHans, 1.0, Qualifier::Exact, "products"), "1 个产品");
    }

    #[test]
    fn counts_choose_their_form_and_are_grouped() {
        let words = Words::new(Language::En);
        assert_eq!(words.text_with("rests-count", &[("count", 1.into())]), "One item rests on it");
        assert_eq!(words.text_with("rests-count", &[("count", 1234.into())]), "1,234 items rest on it");
    }
}
