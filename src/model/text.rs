//! Texts in one or more languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

/// A text in one or more languages, in the order of their tags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    versions: Vec<TextVersion>,
}

/// One language's version of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextVersion {
    /// BCP 47 tag; empty for the briefing's first language.
    pub lang: Box<str>,
    /// The words: plain text, or Markdown where the format says so.
    pub text: Box<str>,
    /// Who translated it, when stated.
    pub translator: Option<Box<str>>,
    /// What standing the wording has, when stated.
    pub state: Option<TextState>,
}

/// What standing a wording has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextState {
    /// Issued by the authority itself.
    Official,
    /// A person's working translation.
    Draft,
    /// Translated by a machine.
    Machine,
}

impl Text {
    /// A text in the briefing's first language.
    pub fn plain(text: &str) -> Self {
        let version = TextVersion { lang: "".into(), text: text.into(), translator: None, state: None };
        Text { versions: vec![version] }
    }

    /// All versions, ordered by language tag.
    pub fn versions(&self) -> &[TextVersion] {
        &self.versions
    }

    /// The best version for a reader of `lang`, in a briefing whose first language is `first`:
    /// the same tag, then the same primary language, then the first language, then any.
    /// `None` only for a text without versions.
    pub fn best(&self, lang: &str, first: &str) -> Option<&TextVersion> {
        let tag =
            |version: &TextVersion| if version.lang.is_empty() { first.to_owned() } else { version.lang.to_string() };
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
        let find = |wanted: &dyn Fn(&str) -> bool| self.versions.iter().find(|version| wanted(&tag(version)));
        find(&|tag| tag == lang)
            .or_else(|| find(&|tag| primary(tag) == primary(lang)))
            .or_else(|| find(&|tag| tag == first))
            .or_else(|| self.versions.first())
    }

    /// The version that is exactly in `lang`, if any.
    pub fn exact(&self, lang: &str) -> Option<&TextVersion> {
        self.versions.iter().find(|version| &*version.lang == lang)
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Wording {
    Plain(Box<str>),
    Described { text: Box<str>, translator: Option<Box<str>>, state: Option<TextState> },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Plain(Box<str>),
    Map(BTreeMap<Box<str>, Wording>),
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        Ok(match Written::deserialize(input)? {
            Written::Plain(text) => Text::plain(&text),
            Written::Map(map) => {
                let version = |(lang, wording)| match wording {
                    Wording::Plain(text) => TextVersion { lang, text, translator: None, state: None },
                    Wording::Described { text, translator, state } => TextVersion { lang, text, translator, state },
                };
                Text { versions: map.into_iter().map(version).collect() }
            }
        })
    }
}
