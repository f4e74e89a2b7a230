//! Measured values over time, and the goals set for them.

use serde::Deserialize;

use super::{Edtf, Fact, Id, Item, Text};

/// Values of one measure over time.
#[derive(Clone, Debug, Deserialize)]
pub struct Series {
    /// What is measured.
    pub title: Text,
    /// The unit of its values, where they do not carry their own.
    pub unit: Option<Text>,
    /// The values, in the order of the document; may be empty.
    #[serde(default)]
    pub observations: Vec<Item<Observation>>,
}

/// One dated value.
#[derive(Clone, Debug, Deserialize)]
pub struct Observation {
    /// The day or period it holds for.
    pub date: Fact<Edtf>,
    /// The value.
    pub value: Fact<f64>,
    /// Lower end of its range.
    pub low: Option<f64>,
    /// Upper end of its range.
    pub high: Option<f64>,
    /// Its unit, where it differs from that of the series.
    pub unit: Option<Text>,
    /// How exact the source is.
    #[serde(default)]
    pub qualifier: Qualifier,
    /// False where it must not be compared with its neighbours.
    #[serde(default = "yes")]
    pub comparable: bool,
}

fn yes() -> bool {
    true
}

/// How exact a source states a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Qualifier {
    #[default]
    Exact,
    About,
    MoreThan,
    AtLeast,
    AtMost,
    LessThan,
}

impl Qualifier {
    /// The word of the data format.
    pub fn word(self) -> &'static str {
        ["exact", "about", "more-than", "at-least", "at-most", "less-than"][self as usize]
    }
}

/// A goal that an instrument sets.
#[derive(Clone, Debug, Deserialize)]
pub struct Target {
    /// The goal, in a line.
    pub title: Text,
    /// The series that measures it.
    pub series: Option<Id>,
    /// The value to reach.
    pub value: Option<Fact<f64>>,
    /// Unit of the value.
    pub unit: Option<Text>,
    /// How the value is to be read.
    #[serde(default)]
    pub qualifier: Qualifier,
    /// By when.
    pub due: Option<Fact<Edtf>>,
    /// What sets it; may be empty.
    #[serde(default)]
    pub instrument: Vec<Id>,
}
