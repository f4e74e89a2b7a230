//! The words of the page and of the tool, in English and Simplified Chinese, through Fluent.
//!
//! Both languages have the same messages: a test holds that, and that each key the code asks for is there.

mod language;
mod number;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::borrow::Cow;

pub use language::Language;
pub use number::number;

/// A value in a message: a text, or a number that chooses between plural forms.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text, as it is.
    Text(String),
    /// A count.
    Count(usize),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Value::Count(count)
    }
}

/// All messages in one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
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
        for source in language.sources() {
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
    pub fn text_with(&self, key: &str, values: &[(&'static str, Value)]) -> String {
        self.find(key, values).unwrap_or_else(|| key.to_owned())
    }

    /// The message `{family}-{word}`, or the word itself: for words that authors may choose freely.
    pub fn known(&self, family: &str, word: &str) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        let key: String = family.chars().chain(['-']).chain(word.chars()).map(plain).collect();
        self.find(&key, &[]).unwrap_or_else(|| word.to_owned())
    }

    /// What a finding or failure says: its message and its remedy, from its stable code in capitals.
    pub fn describe(&self, code: &str, values: &[(&'static str, String)]) -> (String, String) {
        let key: String = code.chars().map(|c| if c == '_' { '-' } else { c.to_ascii_lowercase() }).collect();
        let values: Vec<(&'static str, Value)> =
            values.iter().map(|(name, value)| (*name, value.clone().into())).collect();
        (self.text_with(&key, &values), self.text_with(&format!("{key}.remedy"), &values))
    }

    fn find(&self, key: &str, values: &[(&'static str, Value)]) -> Option<String> {
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
