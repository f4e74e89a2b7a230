//! Texts in one or more languages.

use super::tree::{Fields, FromTree, Value, one_of};
use crate::order;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextState {
    /// Issued by the authority itself.
    Official,
    /// A person's working translation.
    Draft,
    /// Translated by a machine.
    Machine,
}

impl TextState {
    /// All, with the word of the data format.
    pub const ALL: [(TextState, &str); 3] =
        [(TextState::Official, "official"), (TextState::Draft, "draft"), (TextState::Machine, "machine")];

    /// The word of the data format.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

impl FromTree for TextState {
    fn from_tree(tree: &Value) -> Option<Self> {
        one_of(tree, &Self::ALL)
    }
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

impl FromTree for Text {
    fn from_tree(tree: &Value) -> Option<Self> {
        let Value::Object(map) = tree else {
            return Some(Text { versions: vec![version("", tree)?] });
        };
        let wordings = map.entries();
        let order = order::sorted(wordings.len(), &|a, b| wordings[a].0.cmp(&wordings[b].0));
        let in_order = order.into_iter().map(|at| &wordings[at as usize]);
        let versions = in_order.map(|(lang, wording)| version(lang, wording)).collect::<Option<_>>()?;
        Some(Text { versions })
    }
}

fn version(lang: &str, tree: &Value) -> Option<TextVersion> {
    if let Some(text) = tree.as_str() {
        return Some(TextVersion { lang: lang.into(), text: text.into(), translator: None, state: None });
    }
    let fields = Fields::of(tree)?;
    let read = TextVersion {
        lang: lang.into(),
        text: fields.must("text")?,
        translator: fields.may("translator"),
        state: fields.may("state"),
    };
    fields.whole(read)
}
