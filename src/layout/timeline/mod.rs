//! Laying out a timeline: first everything at one zoom ([`place`]), then what is in view ([`window`]).
//!
//! Lanes are found once for a zoom, over the whole domain, so that panning never makes an item jump. What finds no lane
//! goes to clusters, chips on a fixed grid below the lanes. No label, mark or chip ever overlaps another, none is cut.
//! Lanes without anything near take no room once the view has come to rest ([`Placed::settle`]).

mod input;
mod place;
mod placed;
mod settle;
mod window;

pub use input::{Certainty, Extent, Glyph, PlaceOptions, TimelineInput, TimelineItem, TrackRow};
pub use place::place;
pub use placed::{Chip, Form, Placed, PlacedItem, PlacedLane, PlacedTrack, Shown, Window};
pub use window::{window, window_beyond};

use crate::scale::{Span, TimeScale};

/// Room at both edges of the figure, so that a mark on the first or last day in view is whole.
pub const EDGE_PX: f64 = 24.0;
/// Radius of the shape of a point, at a text scale of 1.
pub const GLYPH_PX: f64 = 5.0;
/// Height of bars.
pub const BAR_PX: f64 = 6.0;
/// Width of a cell of the grid of clusters, at a text scale of 1.
const CELL_PX: f64 = 44.0;
/// The least width and height of what reacts to a pointer.
const TARGET_PX: f64 = 24.0;
/// From a mark to its label.
const LABEL_GAP: f64 = 5.0;
/// What a hit area has around mark and label.
const HIT_PAD: f64 = 4.0;
/// Between two hit areas in a lane.
const LANE_GAP: f64 = 6.0;
/// From the figure's edge to a label.
const LABEL_EDGE: f64 = 8.0;
/// From the top of a lane to its text.
const LANE_TOP: f64 = 3.0;

/// The scale of a figure `width` wide that shows `span`.
///
/// ```
/// use annals::{layout::timeline::scale_of, scale::Span};
///
/// let scale = scale_of(Span::from_days(0, 99), 1_048.0);
/// assert_eq!(scale.px_per_day, 10.0);
/// assert_eq!(scale.x_from_day(0.0), 24.0);
/// ```
pub fn scale_of(span: Span, width: f64) -> TimeScale {
    TimeScale::fit(span, EDGE_PX, width - 2.0 * EDGE_PX)
}

#[cfg(test)]
mod tests;
