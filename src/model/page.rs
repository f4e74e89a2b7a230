//! What to draw, and on which pages.

use super::{
    Edtf, Id, Text,
    tree::{Fields, FromTree, Value, one_of},
};

/// One figure: what to draw from the briefing's items.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What sort of figure; one of [`crate::load::format::FIGURE_KINDS`], else it is not drawn and says so.
    pub kind: Box<str>,
    /// Its title.
    pub title: Option<Text>,
    /// What it shows, in Markdown.
    pub caption: Option<Text>,
    /// The tracks it is limited to; empty for all.
    pub tracks: Vec<Id>,
    /// The series it draws; may be empty.
    pub series: Vec<Id>,
    /// The items it draws or is limited to; empty for all of their sort.
    pub items: Vec<Id>,
    /// The items whose dates it marks on its time axis; may be empty.
    pub pins: Vec<Id>,
    /// The single values it shows, in order; may be empty.
    pub values: Vec<FigureValue>,
    /// The views it leads to, in order; may be empty.
    pub views: Vec<Id>,
    /// First day shown at the start.
    pub from: Option<Edtf>,
    /// Last day shown at the start.
    pub to: Option<Edtf>,
    /// The day whose values it shows; the newest where it is not given.
    pub at: Option<Edtf>,
    /// How bars that belong to one date stand.
    pub stack: Stack,
    /// Where the value axis is to begin. Bars begin at zero whatever it says.
    pub axis_from: Option<f64>,
    /// How values are spread over the axis.
    pub axis_scale: AxisScale,
    /// Whether its parts are declared to make the whole, so that rounded shares may be made to add up.
    pub complete: bool,
}

/// How bars that belong to one date stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stack {
    /// Side by side.
    #[default]
    None,
    /// One on the other.
    Stacked,
    /// One on the other, as shares of their sum.
    Share,
}

impl Stack {
    /// All, with the word of the data format.
    pub const ALL: [(Stack, &str); 3] = [(Stack::None, "none"), (Stack::Stacked, "stacked"), (Stack::Share, "share")];
}

impl FromTree for Stack {
    fn from_tree(tree: &Value) -> Option<Self> {
        one_of(tree, &Self::ALL)
    }
}

/// How values are spread over an axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AxisScale {
    /// Equal steps for equal differences.
    #[default]
    Linear,
    /// Equal steps for equal ratios; labelled as such.
    Log,
}

impl AxisScale {
    /// All, with the word of the data format.
    pub const ALL: [(AxisScale, &str); 2] = [(AxisScale::Linear, "linear"), (AxisScale::Log, "log")];
}

impl FromTree for AxisScale {
    fn from_tree(tree: &Value) -> Option<Self> {
        one_of(tree, &Self::ALL)
    }
}

impl Figure {
    /// A figure of a kind that draws these items, or is limited to them.
    pub fn of(kind: &str, items: Vec<Id>) -> Figure {
        Figure {
            kind: kind.into(),
            title: None,
            caption: None,
            tracks: Vec::new(),
            series: Vec::new(),
            items,
            pins: Vec::new(),
            values: Vec::new(),
            views: Vec::new(),
            from: None,
            to: None,
            at: None,
            stack: Stack::default(),
            axis_from: None,
            axis_scale: AxisScale::default(),
            complete: false,
        }
    }

    /// Whether it shows an item of its sort: it names that item, or none.
    pub fn shows(&self, id: &Id) -> bool {
        self.items.is_empty() || self.items.contains(id)
    }
}

impl FromTree for Figure {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Figure {
            kind: fields.must("kind")?,
            title: fields.may("title"),
            caption: fields.may("caption"),
            tracks: fields.or_default("tracks"),
            series: fields.or_default("series"),
            items: fields.or_default("items"),
            pins: fields.or_default("pins"),
            values: fields.or_default("values"),
            views: fields.or_default("views"),
            from: fields.may("from"),
            to: fields.may("to"),
            at: fields.may("at"),
            stack: fields.or_default("stack"),
            axis_from: fields.may("axis_from"),
            axis_scale: fields.or_default("axis_scale"),
            complete: fields.may("complete").unwrap_or_default(),
        };
        fields.whole(read)
    }
}

/// One value shown by itself.
#[derive(Clone, Debug)]
pub struct FigureValue {
    /// The item whose value it is: an observation, a target, a total or a group, or an event or stage for its date.
    pub of: Id,
    /// What the number means, in a few words.
    pub label: Option<Text>,
}

impl FromTree for FigureValue {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = FigureValue { of: fields.must("of")?, label: fields.may("label") };
        fields.whole(read)
    }
}

/// A page of the briefing.
#[derive(Clone, Debug)]
pub struct View {
    /// Its title.
    pub title: Text,
    /// What it answers, in a sentence.
    pub summary: Option<Text>,
    /// What stands on it, in order; may be empty.
    pub parts: Vec<ViewPart>,
}

impl FromTree for View {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read =
            View { title: fields.must("title")?, summary: fields.may("summary"), parts: fields.or_default("parts") };
        fields.whole(read)
    }
}

/// One part of a page: a text, a figure, or both.
#[derive(Clone, Debug)]
pub struct ViewPart {
    /// A text in Markdown.
    pub text: Option<Text>,
    /// A figure.
    pub figure: Option<Id>,
}

impl FromTree for ViewPart {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = ViewPart { text: fields.may("text"), figure: fields.may("figure") };
        fields.whole(read)
    }
}

/// A step of the guided story.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its title.
    pub title: Text,
    /// What it tells, in Markdown.
    pub text: Option<Text>,
    /// The view it shows, as the query string of a link.
    pub link: Option<Box<str>>,
}

impl FromTree for Step {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Step { title: fields.must("title")?, text: fields.may("text"), link: fields.may("link") };
        fields.whole(read)
    }
}

/// A term and what it means.
#[derive(Clone, Debug)]
pub struct GlossaryEntry {
    /// The term.
    pub term: Text,
    /// Its form in the original language.
    pub native: Option<Text>,
    /// What it means.
    pub meaning: Option<Text>,
}

impl FromTree for GlossaryEntry {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read =
            GlossaryEntry { term: fields.must("term")?, native: fields.may("native"), meaning: fields.may("meaning") };
        fields.whole(read)
    }
}
