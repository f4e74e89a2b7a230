//! Two values of each series, at two times.

use std::sync::Arc;

use super::{
    amounts::Titles,
    plot::{SlopeChart, slope_chart},
    words::push_empty,
};
use crate::{
    layout::text::TextMeter,
    scene::{Group, Role, Scene},
};

pub use super::plot::{SlopeEnd, SlopeGroup, SlopeLine};

/// How the axis of slopes is made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SlopeAxis {
    /// Where it begins, if not at zero.
    pub from: Option<f64>,
    /// Whether values are spread by powers of ten, where all are above zero.
    pub is_log: bool,
    /// What is said where a value is not stated.
    pub missing: Arc<str>,
}

/// Slopes by unit. Each value carries its id as `data-key`.
pub fn slopes(groups: Vec<SlopeGroup>, axis: SlopeAxis, width: f64, meter: TextMeter, titles: &Titles) -> Scene {
    let groups: Vec<SlopeGroup> = groups.into_iter().filter(|group| !group.lines.is_empty()).collect();
    let is_empty = groups.is_empty();
    let SlopeAxis { from, is_log, missing } = axis;
    let (mut root, mut height) = slope_chart(&SlopeChart { width, text: meter, from, is_log, missing, groups });
    if is_empty {
        root = Group::new(Role::Plain);
        height = push_empty(&mut root, &titles.empty, width, &meter);
    }
    titles.scene(root, (width, height), meter)
}
