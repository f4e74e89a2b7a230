//! A laid-out timeline, and the part of it that is in view.

use std::sync::Arc;

use super::{Certainty, Extent, Glyph, TrackRow};
use crate::{
    layout::text::TextMeter,
    scale::{Span, TimeScale},
    scene::Rect,
};

/// A laid-out timeline at one zoom. Its x run from a fixed day on, so that panning moves it without laying it out anew:
/// lanes never change while panning. See [`super::window`] for the part in view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// Width of a day.
    pub px_per_day: f64,
    /// The day at x = 0.
    pub origin_day: f64,
    /// All that can be looked at.
    pub domain: Span,
    /// The text measure it was laid out with.
    pub text: TextMeter,
    /// Height of the axis with its marker row; the tracks begin below it.
    pub axis_height: f64,
    /// Height of everything.
    pub height: f64,
    /// The tracks that are shown, from the top.
    pub tracks: Vec<PlacedTrack>,
    /// All items, in the order of the input.
    pub items: Vec<PlacedItem>,
    /// The day to which the data are current.
    pub as_of: Option<i64>,
    /// The reader's day.
    pub today: Option<i64>,
    /// The part for which lanes have room, see [`Placed::settle`].
    pub(super) settled: Span,
}

/// A track with its lanes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedTrack {
    /// The track as given.
    pub row: TrackRow,
    /// Number of its items, in view or not.
    pub total: usize,
    /// Top of the track.
    pub y: f64,
    /// Height of its title.
    pub header_height: f64,
    /// Height of all, title included.
    pub height: f64,
    /// Rows of items, from the top.
    pub lanes: Vec<PlacedLane>,
    /// Top of the row of clusters, if there is one.
    pub chips_y: Option<f64>,
    /// Items that found no lane, from left to right.
    pub(super) crowd: Vec<u32>,
}

/// A row of items that do not overlap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedLane {
    /// Its top.
    pub y: f64,
    /// Its height; 0 where nothing of it is near, see [`Placed::settle`].
    pub height: f64,
    /// Its items, from left to right.
    pub items: Vec<u32>,
}

/// An item with its geometry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedItem {
    /// Its id.
    pub key: Arc<str>,
    /// Its place among [`Placed::tracks`].
    pub track: usize,
    /// Left end of its days.
    pub left: f64,
    /// Right end of its days, `left` or more.
    pub right: f64,
    /// What is drawn for it.
    pub form: Form,
    /// What its days mean.
    pub extent: Extent,
    /// How sure its beginning is.
    pub start: Certainty,
    /// How sure its end is.
    pub end: Certainty,
    /// Width of the part at the beginning that may not belong to it.
    pub start_slack: f64,
    /// The same at the end.
    pub end_slack: f64,
    /// Its shape.
    pub glyph: Glyph,
    /// Whether it lies after the day to which the data are current.
    pub planned: bool,
    /// How much it matters.
    pub weight: u32,
    /// Its label: one or two lines, with an ellipsis where they do not suffice.
    pub lines: Vec<Arc<str>>,
    /// Width of the label.
    pub label_width: f64,
    /// How far a point's mark reaches to the left and to the right of its middle.
    pub reach: (f64, f64),
    /// Whether the label is on the left of its mark wherever there is a choice.
    pub(super) label_left: bool,
    /// What it takes up in its lane, gap included.
    pub(super) foot: (f64, f64),
}

impl PlacedItem {
    /// The middle of its days: where a point stands.
    pub fn middle(&self) -> f64 {
        (self.left + self.right) / 2.0
    }
}

/// What is drawn for an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A shape in the middle of its days, with the label beside it.
    #[default]
    Point,
    /// A bar over its days, with the label over the bar.
    Bar,
}

/// The part of a timeline that is in view, in pixels of the figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Window {
    /// Width of the figure.
    pub width: f64,
    /// How far it is drawn on both sides of what is in view, so that it can pan as far without being drawn anew.
    pub beyond: f64,
    /// What is in view.
    pub span: Span,
    /// Where days are.
    pub scale: TimeScale,
    /// Number of items in view: each is either in `items` or in one of `chips`. With nothing drawn beyond, these hold no other.
    pub visible: usize,
    /// Number of items in view of each track.
    pub visible_of_track: Vec<usize>,
    /// Items drawn by themselves, in view or beyond: by track, then in the order of the input, whatever their lanes, so
    /// that a page never has to put one before another where it has the focus.
    pub items: Vec<Shown>,
    /// Clusters, by track, then from left to right.
    pub chips: Vec<Chip>,
}

/// An item drawn by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shown {
    /// Its place in [`Placed::items`].
    pub item: u32,
    /// Left end of its days, cut where drawing ends.
    pub left: f64,
    /// Right end of its days, cut where drawing ends.
    pub right: f64,
    /// Whether the left end was cut.
    pub cut_left: bool,
    /// Whether the right end was cut.
    pub cut_right: bool,
    /// Where its label is; `None` for a single item in the row of clusters.
    pub label: Option<Rect>,
    /// Where it reacts: the whole of mark and label, at least 24 px each way.
    pub hit: Rect,
}

impl Window {
    /// Whether something at `x` is drawn.
    pub fn reaches(&self, x: f64) -> bool {
        (-self.beyond..=self.width + self.beyond).contains(&x)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.chips.is_empty()
    }
}

/// Several items without room of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// Its id, stable while panning: no item has such an id.
    pub key: Arc<str>,
    /// Its track.
    pub track: usize,
    /// Where it is, and where it reacts.
    pub rect: Rect,
    /// Its items, by their place in [`Placed::items`], by date; at least two.
    pub items: Vec<u32>,
}
