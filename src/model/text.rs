//! Texts in one or more languages.

use serde::{Deserialize, Deserializer, de::Error};
use serde_json::Value;

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

/// One wording, written out.
#[derive(Deserialize)]
struct Described {
    text: Box<str>,
    translator: Option<Box<str>>,
    state: Option<TextState>,
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        // From a tree, here and for facts and citations: untagged enums would cost more code in the page.
        let mut versions = match Value::deserialize(input)? {
            Value::Object(map) => map.into_iter().map(version).collect::<Result<Vec<_>, _>>(),
            other => version((String::new(), other)).map(|version| vec![version]),
        }
        .map_err(D::Error::custom)?;
        versions.sort_by(|a, b| a.lang.cmp(&b.lang));
        Ok(Text { versions })
    }
}

fn version((lang, wording): (String, Value)) -> Result<TextVersion, serde_json::Error> {
    let Described { text, translator, state } = match wording {
        Value::String(text) => Described { text: text.into(), translator: None, state: None },
        other => Described::deserialize(other)?,
    };
    Ok(TextVersion { lang: lang.into(), text, translator, state })
}
