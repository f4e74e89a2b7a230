//! The words of the page and the tool, in each language, from Fluent files.
//!
//! A message that is missing in one language shows its key; tests keep the languages complete.

pub mod findings;

use std::str::FromStr;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language of the page and the tool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Chinese in simplified characters.
    ZhHans,
}

impl Language {
    /// All languages, the one to fall back to first.
    pub const ALL: [Language; 2] = [Language::En, Language::ZhHans];

    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::ZhHans => "zh-Hans",
        }
    }

    /// The language that serves a reader of `tag` best, if any does: `zh-CN` is served by `zh-Hans`.
    ///
    /// ```
    /// use annals::i18n::Language;
    /// assert_eq!(Language::serving("zh-CN"), Some(Language::ZhHans));
    /// assert_eq!(Language::serving("fr"), None);
    /// ```
    pub fn serving(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Language::ALL.into_iter().find(|language| language.tag().split('-').next() == Some(&primary))
    }

    /// The Fluent files of this language: name and text.
    fn files(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Language::En => &[("findings", include_str!("findings.en.ftl"))],
            Language::ZhHans => &[("findings", include_str!("findings.zh-Hans.ftl"))],
        }
    }
}

/// A variable of a message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// A text, shown as it is. Numbers that are only shown are passed like this, already formatted.
    Text(&'a str),
    /// A number that chooses between plural forms.
    Number(f64),
}

/// All words in one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Reads the Fluent files of a language.
    pub fn new(language: Language) -> Words {
        let tag = LanguageIdentifier::from_str(language.tag()).unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        // The page isolates what it inserts by elements; marks inside strings would travel into files and searches.
        bundle.set_use_isolating(false);
        for (_, text) in language.files() {
            // Faulty messages are skipped; a test keeps the files free of them.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Words { language, bundle }
    }

    /// The language of the words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of a message (`key`) or of one of its attributes (`key.attribute`); the key itself if there is none.
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// As [`Words::text`], with variables.
    pub fn text_with(&self, key: &str, variables: &[(&str, Value)]) -> String {
        let (name, attribute) = match key.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (key, None),
        };
        let pattern = self.bundle.get_message(name).and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else { return key.to_owned() };
        let mut args = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            args.set(
                *name,
                match *value {
                    Value::Text(text) => FluentValue::from(text),
                    Value::Number(number) => FluentValue::from(number),
                },
            );
        }
        // A variable that is not given shows its name; a test would notice.
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// Whether there is such a message or attribute.
    pub fn has(&self, key: &str) -> bool {
        let (name, attribute) = key.split_once('.').map_or((key, None), |(name, attribute)| (name, Some(attribute)));
        self.bundle.get_message(name).is_some_and(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).is_some(),
            None => message.value().is_some(),
        })
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
    }
}
