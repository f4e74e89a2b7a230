//! What to draw, and on which pages.

use serde::Deserialize;

use super::{Edtf, Id, Text};

/// One figure: what to draw from the briefing's items.
#[derive(Clone, Debug, Deserialize)]
pub struct Figure {
    /// What sort of figure; one of [`crate::load::format::FIGURE_KINDS`], else it is not drawn and says so.
    pub kind: Box<str>,
    /// Its title.
    pub title: Option<Text>,
    /// What it shows, in Markdown.
    pub caption: Option<Text>,
    /// The tracks it is limited to; empty for all.
    #[serde(default)]
    pub tracks: Vec<Id>,
    /// The series it draws; may be empty.
    #[serde(default)]
    pub series: Vec<Id>,
    /// The single values it shows, in order; may be empty.
    #[serde(default)]
    pub values: Vec<FigureValue>,
    /// The views it leads to, in order; may be empty.
    #[serde(default)]
    pub views: Vec<Id>,
    /// First day shown at the start.
    pub from: Option<Edtf>,
    /// Last day shown at the start.
    pub to: Option<Edtf>,
}

/// One value shown by itself.
#[derive(Clone, Debug, Deserialize)]
pub struct FigureValue {
    /// The item whose value it is: an observation, a target, a total or a group, or an event or stage for its date.
    pub of: Id,
    /// What the number means, in a few words.
    pub label: Option<Text>,
}

/// A page of the briefing.
#[derive(Clone, Debug, Deserialize)]
pub struct View {
    /// Its title.
    pub title: Text,
    /// What it answers, in a sentence.
    pub summary: Option<Text>,
    /// What stands on it, in order; may be empty.
    #[serde(default)]
    pub parts: Vec<ViewPart>,
}

/// One part of a page: a text, a figure, or both.
#[derive(Clone, Debug, Deserialize)]
pub struct ViewPart {
    /// A text in Markdown.
    pub text: Option<Text>,
    /// A figure.
    pub figure: Option<Id>,
}

/// A step of the guided story.
#[derive(Clone, Debug, Deserialize)]
pub struct Step {
    /// Its title.
    pub title: Text,
    /// What it tells, in Markdown.
    pub text: Option<Text>,
    /// The view it shows, as the query string of a link.
    pub link: Option<Box<str>>,
}

/// A term and what it means.
#[derive(Clone, Debug, Deserialize)]
pub struct GlossaryEntry {
    /// The term.
    pub term: Text,
    /// Its form in the original language.
    pub native: Option<Text>,
    /// What it means.
    pub meaning: Option<Text>,
}
