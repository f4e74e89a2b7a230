//! A value with what it rests on.

use super::{
    Citation, Text,
    tree::{Fields, FromTree, Value, one_of},
};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Several sources, or the authority itself.
    High,
    /// One good source.
    Medium,
    /// Doubtful.
    Low,
}

impl Grade {
    /// All, with the word of the data format.
    pub const ALL: [(Grade, &str); 5] = [
        (Grade::Official, "official"),
        (Grade::Reported, "reported"),
        (Grade::Translated, "translated"),
        (Grade::Inferred, "inferred"),
        (Grade::Assumption, "assumption"),
    ];

    /// The word of the data format.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

impl FromTree for Grade {
    fn from_tree(tree: &Value) -> Option<Self> {
        one_of(tree, &Self::ALL)
    }
}

impl Confidence {
    /// All, with the word of the data format.
    pub const ALL: [(Confidence, &str); 3] =
        [(Confidence::High, "high"), (Confidence::Medium, "medium"), (Confidence::Low, "low")];

    /// The word of the data format.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

impl FromTree for Confidence {
    fn from_tree(tree: &Value) -> Option<Self> {
        one_of(tree, &Self::ALL)
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

impl<T: FromTree> FromTree for Fact<T> {
    fn from_tree(tree: &Value) -> Option<Self> {
        let Some(fields) = Fields::of(tree) else {
            return T::from_tree(tree).map(Fact::bare);
        };
        let value = fields.must("value")?;
        let evidence = Evidence {
            sources: fields.or_default("sources"),
            grade: fields.may("grade"),
            confidence: fields.may("confidence"),
            note: fields.may("note"),
            alternatives: fields.or_default("alternatives"),
        };
        fields.whole(Fact { value, evidence: Some(Box::new(evidence)) })
    }
}
