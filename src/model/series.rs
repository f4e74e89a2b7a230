//! Measured values over time, and the goals set for them.

use super::{
    Edtf, Fact, Id, Item, Text,
    tree::{Fields, FromTree, Value, one_of},
};

/// Values of one measure over time.
#[derive(Clone, Debug)]
pub struct Series {
    /// What is measured.
    pub title: Text,
    /// The unit of its values, where they do not carry their own.
    pub unit: Option<Text>,
    /// The values, in the order of the document; may be empty.
    pub observations: Vec<Item<Observation>>,
}

impl Series {
    /// The newest value: that of the latest last day.
    pub fn newest(&self) -> Option<&Item<Observation>> {
        self.observations.iter().max_by_key(|one| one.date.value.latest())
    }
}

impl FromTree for Series {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Series {
            title: fields.must("title")?,
            unit: fields.may("unit"),
            observations: fields.or_default("observations"),
        };
        fields.whole(read)
    }
}

/// One dated value.
#[derive(Clone, Debug)]
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
    pub qualifier: Qualifier,
    /// False where it must not be compared with its neighbours.
    pub comparable: bool,
    /// How many it is, where it is given as a share.
    pub part: Option<f64>,
    /// Out of how many.
    pub base: Option<f64>,
}

impl FromTree for Observation {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Observation {
            date: fields.must("date")?,
            value: fields.must("value")?,
            low: fields.may("low"),
            high: fields.may("high"),
            unit: fields.may("unit"),
            qualifier: fields.or_default("qualifier"),
            comparable: fields.may("comparable").unwrap_or(true),
            part: fields.may("part"),
            base: fields.may("base"),
        };
        fields.whole(read)
    }
}

/// How exact a source states a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
    /// All, with the word of the data format.
    pub const ALL: [(Qualifier, &str); 6] = [
        (Qualifier::Exact, "exact"),
        (Qualifier::About, "about"),
        (Qualifier::MoreThan, "more-than"),
        (Qualifier::AtLeast, "at-least"),
        (Qualifier::AtMost, "at-most"),
        (Qualifier::LessThan, "less-than"),
    ];

    /// The word of the data format.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

impl FromTree for Qualifier {
    fn from_tree(tree: &Value) -> Option<Self> {
        one_of(tree, &Self::ALL)
    }
}

/// A goal that an instrument sets.
#[derive(Clone, Debug)]
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
    pub qualifier: Qualifier,
    /// By when.
    pub due: Option<Fact<Edtf>>,
    /// What sets it; may be empty.
    pub instrument: Vec<Id>,
}

impl FromTree for Target {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Target {
            title: fields.must("title")?,
            series: fields.may("series"),
            value: fields.may("value"),
            unit: fields.may("unit"),
            qualifier: fields.or_default("qualifier"),
            due: fields.may("due"),
            instrument: fields.or_default("instrument"),
        };
        fields.whole(read)
    }
}
