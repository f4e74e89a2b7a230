//! What the picture of a flow is drawn from.

use std::sync::Arc;

/// Where a band goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// From outside into the spine.
    In,
    /// From the spine to the outside.
    Out,
    /// From the spine to the regime beside it.
    Over,
    /// Back from there.
    Back,
}

/// Products that a version moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Where they go.
    pub course: Course,
    /// How many; `None` where it is not stated.
    pub count: Option<f64>,
    /// The number as it is written.
    pub label: Arc<str>,
}

/// How many are listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Spine {
    /// There is none here.
    #[default]
    None,
    /// So many, with the number as it is written.
    Known(f64, Arc<str>),
    /// Not known.
    Unknown,
}

/// A version.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowRow {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// When.
    pub date: Arc<str>,
    /// Its title.
    pub title: Arc<str>,
    /// What it did, in a few words each.
    pub words: Vec<Arc<str>>,
    /// The bands.
    pub bands: Vec<Band>,
    /// What is listed after it.
    pub after: Spine,
}

/// Rows that stand by themselves: what has no date, what is not used.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowNote {
    /// What holds of them.
    pub title: Arc<str>,
    /// Each with its id, accessible name and words.
    pub rows: Vec<(Arc<str>, Arc<str>, Arc<str>)>,
}

/// What the picture is drawn from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowPicture {
    /// Name of the figure.
    pub title: Arc<str>,
    /// What it shows.
    pub description: Arc<str>,
    /// Said where there is nothing to draw.
    pub empty: Arc<str>,
    /// What lies outside, in the spine, and beside it.
    pub lanes: [Arc<str>; 3],
    /// The versions by date.
    pub rows: Vec<FlowRow>,
    /// What stands below.
    pub notes: Vec<FlowNote>,
}
