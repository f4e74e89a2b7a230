//! A value with what it rests on.

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error},
};
use serde_json::Value;

use super::{Citation, Text};

/// A value or date, written bare or with its own evidence. Without its own, the evidence of its item holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact<T> {
    /// The value.
    pub value: T,
    /// What it rests on, when that differs from its item.
    pub evidence: Option<Box<Evidence<T>>>,
}

/// What one value rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence<T> {
    /// Where it comes from; may be empty.
    pub sources: Vec<Citation>,
    /// How it is known.
    pub grade: Option<Grade>,
    /// How sure it is.
    pub confidence: Option<Confidence>,
    /// A remark.
    pub note: Option<Text>,
    /// What other sources say instead; may be empty.
    pub alternatives: Vec<Fact<T>>,
}

/// How a statement is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Stated by the authority itself.
    Official,
    /// Reported by others.
    Reported,
    /// Known through a translation.
    Translated,
    /// Concluded from other statements.
    Inferred,
    /// Assumed; needs no source.
    Assumption,
}

/// How sure a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Several sources, or the authority itself.
    High,
    /// One good source.
    Medium,
    /// Doubtful.
    Low,
}

impl Grade {
    /// The word of the data format.
    pub fn word(self) -> &'static str {
        ["official", "reported", "translated", "inferred", "assumption"][self as usize]
    }
}

impl Confidence {
    /// The word of the data format.
    pub fn word(self) -> &'static str {
        ["high", "medium", "low"][self as usize]
    }
}

impl<T> Fact<T> {
    /// A bare value.
    pub fn bare(value: T) -> Self {
        Fact { value, evidence: None }
    }

    /// The value's own citations; empty where those of its item hold.
    pub fn sources(&self) -> &[Citation] {
        self.evidence.as_deref().map_or(&[], |evidence| &evidence.sources)
    }

    /// What other sources say instead; may be empty.
    pub fn alternatives(&self) -> &[Fact<T>] {
        self.evidence.as_deref().map_or(&[], |evidence| &evidence.alternatives)
    }
}

#[derive(Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
struct Described<T> {
    value: T,
    #[serde(default)]
    sources: Vec<Citation>,
    grade: Option<Grade>,
    confidence: Option<Confidence>,
    note: Option<Text>,
    #[serde(default)]
    alternatives: Vec<Fact<T>>,
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Fact<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let tree = Value::deserialize(input)?;
        if !tree.is_object() {
            return T::deserialize(tree).map(Fact::bare).map_err(D::Error::custom);
        }
        let Described { value, sources, grade, confidence, note, alternatives } =
            Described::deserialize(tree).map_err(D::Error::custom)?;
        Ok(Fact { value, evidence: Some(Box::new(Evidence { sources, grade, confidence, note, alternatives })) })
    }
}
