//! The part of a timeline that is in view: runs on every frame while panning, so it only looks and shifts.

use super::{
    CELL_PX, Chip, EDGE_PX, Form, HIT_PAD, LABEL_EDGE, LABEL_GAP, LANE_TOP, Placed, PlacedItem, PlacedLane,
    PlacedTrack, Shown, TARGET_PX, Window,
};
use crate::{
    order,
    scale::TimeScale,
    scene::{Rect, TypeSize},
};

/// Between two chips.
const CHIP_GAP: f64 = 4.0;

/// What of a laid-out timeline is in view in a figure `width` wide whose first visible day is `first_day` (that of a
/// span in [`super::scale_of`]). Every item in view is drawn by itself or is in one cluster.
pub fn window(placed: &Placed, first_day: f64, width: f64) -> Window {
    let scale = TimeScale { first_day: first_day - EDGE_PX / placed.px_per_day, px_per_day: placed.px_per_day };
    let shift = (scale.first_day - placed.origin_day) * placed.px_per_day;
    let view = View { placed, shift, width };
    let span = scale.span(EDGE_PX, width - EDGE_PX);
    let mut out = Window { width, span, scale, ..Window::default() };
    let mut crowd = Vec::new();
    for (index, track) in placed.tracks.iter().enumerate() {
        crowd.clear();
        let before = out.items.len();
        for lane in &track.lanes {
            view.show_lane(lane, &mut out.items, &mut crowd);
        }
        let mut visible = out.items.len() - before;
        visible += view.show_crowd(index, track, &mut crowd, &mut out);
        out.visible += visible;
        out.visible_of_track.push(visible);
    }
    out
}

/// The view on a laid-out timeline.
struct View<'a> {
    placed: &'a Placed,
    /// How far the timeline is moved to the left.
    shift: f64,
    width: f64,
}

impl View<'_> {
    fn item(&self, index: u32) -> &PlacedItem {
        &self.placed.items[index as usize]
    }

    /// Where what is in view begins and ends, in px of the timeline; a hair inside, so that rounding lets in nothing that
    /// ends on the day before or begins on the day after.
    fn bounds(&self) -> (f64, f64) {
        const HAIR_PX: f64 = 1e-7;
        (self.shift + EDGE_PX + HAIR_PX, self.shift + self.width - EDGE_PX - HAIR_PX)
    }

    fn is_visible(&self, item: &PlacedItem) -> bool {
        let (from, to) = self.bounds();
        item.right > from && item.left < to
    }

    /// Shows the items of a lane; those whose label would be cut go to the crowd.
    fn show_lane(&self, lane: &PlacedLane, shown: &mut Vec<Shown>, crowd: &mut Vec<u32>) {
        let (from, to) = self.bounds();
        // Items of a lane do not overlap, so both their ends are in order.
        let first = lane.items.partition_point(|&item| self.item(item).right <= from);
        let count = lane.items[first..].partition_point(|&item| self.item(item).left < to);
        if lane.height == 0.0 {
            crowd.extend(&lane.items[first..first + count]);
            return;
        }
        let mut free = 0.0;
        for at in first..first + count {
            let next = lane.items.get(at + 1).map_or(f64::INFINITY, |&next| self.item(next).foot.0 - self.shift);
            match self.show(lane.items[at], lane, free, next) {
                Some(item) => {
                    free = item.hit.right();
                    shown.push(item);
                }
                None => crowd.push(lane.items[at]),
            }
        }
    }

    /// An item in its lane, its label between `free` and `next` and within the figure; `None` if it has no room.
    fn show(&self, index: u32, lane: &PlacedLane, free: f64, next: f64) -> Option<Shown> {
        let item = self.item(index);
        let (left, right) = (item.left - self.shift, item.right - self.shift);
        let end = self.width - LABEL_EDGE;
        let width = item.label_width;
        let (label_x, mark_left, mark_right) = match item.form {
            Form::Point => {
                let (mark_left, mark_right) =
                    (item.middle() - self.shift - item.reach.0, item.middle() - self.shift + item.reach.1);
                let after = mark_right + LABEL_GAP;
                let before = mark_left - LABEL_GAP - width;
                let fits_before = before - HIT_PAD >= free;
                let fits_after = after + width <= end.min(next - HIT_PAD);
                let x = match (item.label_left, fits_before, fits_after) {
                    (true, true, _) | (false, true, false) => before,
                    (_, _, true) => after,
                    (_, false, false) => return None,
                };
                (x, mark_left, mark_right)
            }
            Form::Bar => {
                let x = left.max(LABEL_EDGE).min(end - width);
                if x - HIT_PAD < free {
                    return None;
                }
                (x, left.max(0.0), right.min(self.width))
            }
        };
        let hit_left = (label_x.min(mark_left) - HIT_PAD).max(free);
        let hit_right = (label_x + width).max(mark_right) + HIT_PAD;
        let hit_right = hit_right.max(hit_left + TARGET_PX).min(self.width);
        let lines = item.lines.len() as f64 * self.placed.text.line(TypeSize::Label);
        Some(Shown {
            item: index,
            left: left.max(0.0),
            right: right.min(self.width),
            cut_left: left < 0.0,
            cut_right: right > self.width,
            label: Some(Rect { x: label_x, y: lane.y + LANE_TOP, width, height: lines }),
            hit: Rect { x: hit_left, y: lane.y, width: hit_right - hit_left, height: lane.height },
        })
    }

    /// Shows what has no lane, cell by cell; how many items that are.
    fn show_crowd(&self, index: usize, track: &PlacedTrack, extra: &mut Vec<u32>, out: &mut Window) -> usize {
        extra.extend(track.crowd.iter().copied().filter(|&item| self.is_visible(self.item(item))));
        let unit = self.placed.text.scale.max(1.0);
        let cell_px = CELL_PX * unit;
        let (from, to) = self.bounds();
        // Cells that would be cut at an edge give their items to the neighbour.
        let first_cell = (self.shift / cell_px).ceil();
        let last_cell = ((self.shift + self.width) / cell_px).floor() - 1.0;
        let anchor = |item: u32| {
            let item = self.item(item);
            let x = if item.form == Form::Bar { item.left } else { item.middle() };
            x.min(to).max(from)
        };
        let cell = |item: u32| (anchor(item) / cell_px).floor().min(last_cell).max(first_cell);
        order::sort(extra, &|a, b| anchor(a).total_cmp(&anchor(b)));
        let y = track.chips_y.unwrap_or(track.y + 2.0);
        let mut rest = &extra[..];
        while let Some(&first) = rest.first() {
            let at = cell(first);
            let (here, others) = rest.split_at(rest.partition_point(|&item| cell(item) <= at));
            rest = others;
            let rect = Rect {
                x: at * cell_px - self.shift + CHIP_GAP / 2.0,
                y,
                width: cell_px - CHIP_GAP,
                height: TARGET_PX * unit,
            };
            if let [single] = here {
                let glyph = self.item(*single).reach;
                let x = (anchor(*single) - self.shift).min(rect.right() - glyph.1).max(rect.x + glyph.0);
                let (left, right) = (x, x);
                let shown =
                    Shown { item: *single, left, right, cut_left: false, cut_right: false, label: None, hit: rect };
                out.items.push(shown);
            } else {
                let key = format!("{}+{at}", track.row.id).into();
                out.chips.push(Chip { key, track: index, rect, items: here.to_vec() });
            }
        }
        extra.len()
    }
}
