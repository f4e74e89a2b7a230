//! Settling: how high lanes and tracks are around a place. Rows without items nearby take no room there.

use super::{
    BAR_PX, EDGE_PX, Form, HIT_PAD, LABEL_EDGE, LABEL_GAP, LANE_TOP, Placed, PlacedItem, PlacedTrack, TARGET_PX,
};
use crate::{layout::text::TextMeter, scale::Span, scene::TypeSize};

/// Height of the title of a track.
const HEADER_PX: f64 = 28.0;
/// Height of the row of clusters.
const CHIPS_PX: f64 = 28.0;
/// Between two rows.
const ROW_GAP: f64 = 2.0;
/// Below the last row of a track.
const TRACK_END_PX: f64 = 10.0;
/// Below the title of a track without rows.
const EMPTY_END_PX: f64 = 4.0;

impl Placed {
    /// Gives room to the lanes with items in `span` and half as far again to both sides, and closes all others. While the
    /// view pans within that, nothing moves up or down; beyond it ([`Placed::is_settled_for`] says no) settle anew.
    pub fn settle(&mut self, span: Span) {
        self.settled = span.pad(0.5);
        let px = |day: f64| (day - self.origin_day) * self.px_per_day;
        let near = (px(self.settled.start), px(self.settled.end));
        let mut y = self.axis_height;
        for track in &mut self.tracks {
            settle_track(track, &self.items, &self.text, near, y);
            y += track.height;
        }
        self.height = y;
    }

    /// Whether all that is in `span` has its lane open.
    pub fn is_settled_for(&self, span: Span) -> bool {
        self.settled.start <= span.start && span.end <= self.settled.end
    }
}

fn settle_track(track: &mut PlacedTrack, items: &[PlacedItem], text: &TextMeter, near: (f64, f64), top: f64) {
    let scale = text.scale;
    let is_near = |item: &&u32| {
        let item = &items[**item as usize];
        item.right > near.0 && item.left < near.1
    };
    track.y = top;
    track.header_height = HEADER_PX * scale;
    let mut y = top + track.header_height;
    let mut needs_chips = track.crowd.iter().any(|item| is_near(&item));
    for lane in &mut track.lanes {
        let heights = lane.items.iter().filter(is_near).map(|&item| item_height(&items[item as usize], text));
        let height = heights.fold(0.0, f64::max);
        (lane.y, lane.height) = (y, height);
        if height > 0.0 {
            lane.height = height.max(TARGET_PX);
            y += lane.height + ROW_GAP;
            needs_chips |= may_overflow(items, &lane.items, near);
        }
    }
    let is_empty = y == top + track.header_height && !needs_chips;
    track.chips_y = needs_chips.then_some(y + ROW_GAP);
    if needs_chips {
        y += CHIPS_PX * scale.max(1.0);
    }
    y += if is_empty { EMPTY_END_PX } else { TRACK_END_PX };
    track.height = y - top;
}

/// Height of the lane an item needs.
fn item_height(item: &PlacedItem, text: &TextMeter) -> f64 {
    let lines = item.lines.len() as f64 * text.line(TypeSize::Label);
    match item.form {
        Form::Point => LANE_TOP + lines + 4.0,
        Form::Bar => LANE_TOP + lines + 2.0 + BAR_PX + 5.0,
    }
}

/// Whether, at some place of the window, an item of the lane has no room for its label at the window's edge.
fn may_overflow(items: &[PlacedItem], lane: &[u32], near: (f64, f64)) -> bool {
    // So wide a label may find no room even alone.
    const WIDE: f64 = 240.0;
    let first = lane.partition_point(|&item| items[item as usize].right <= near.0);
    let count = lane[first..].partition_point(|&item| items[item as usize].left < near.1);
    let lane = &lane[first..first + count];
    lane.iter().any(|&item| items[item as usize].label_width > WIDE)
        || lane.windows(2).any(|pair| {
            let (before, item) = (&items[pair[0] as usize], &items[pair[1] as usize]);
            let left = match item.form {
                Form::Point => item.middle() - item.reach.0 - LABEL_GAP - item.label_width,
                Form::Bar => item.left + EDGE_PX - LABEL_EDGE - item.label_width,
            };
            left - HIT_PAD < before.foot.1
        })
}
