//! The part of a timeline that is in view: runs on every frame while panning, so it only looks and shifts.

use std::ops::Range;

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
    window_beyond(placed, first_day, width, 0.0)
}

/// [`window`], and what would come into view if it panned by up to `beyond` px. Where what is in view is cut or held at
/// the figure's edges, it still is: only more is drawn outside.
pub fn window_beyond(placed: &Placed, first_day: f64, width: f64, beyond: f64) -> Window {
    let scale = TimeScale { first_day: first_day - EDGE_PX / placed.px_per_day, px_per_day: placed.px_per_day };
    let shift = (scale.first_day - placed.origin_day) * placed.px_per_day;
    let view = View { placed, shift, width, beyond };
    let span = scale.span(EDGE_PX, width - EDGE_PX);
    let mut out = Window { width, beyond, span, scale, ..Window::default() };
    let mut crowd = Vec::new();
    for (index, track) in placed.tracks.iter().enumerate() {
        crowd.clear();
        let before = out.items.len();
        for lane in &track.lanes {
            view.show_lane(lane, &mut out.items, &mut crowd);
        }
        view.show_crowd(index, track, &mut crowd, &mut out);
        let shown = out.items.split_off(before);
        let in_order = order::sorted(shown.len(), &|a, b| shown[a].item.cmp(&shown[b].item));
        out.items.extend(in_order.iter().map(|&at| shown[at as usize]));
        let visible = view.count(track);
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
    /// How far it is drawn on both sides of what is in view.
    beyond: f64,
}

impl View<'_> {
    fn item(&self, index: u32) -> &PlacedItem {
        &self.placed.items[index as usize]
    }

    /// Where what is within `beyond` px of the view begins and ends, in px of the timeline; a hair inside, so that
    /// rounding lets in nothing that ends on the day before or begins on the day after.
    fn bounds(&self, beyond: f64) -> (f64, f64) {
        const HAIR_PX: f64 = 1e-7;
        (self.shift + EDGE_PX + HAIR_PX - beyond, self.shift + self.width - EDGE_PX - HAIR_PX + beyond)
    }

    /// How far out an item may be cut, and its label held: not at all if any of it is in view.
    fn beyond(&self, item: &PlacedItem) -> f64 {
        if is_within(item, self.bounds(0.0)) { 0.0 } else { self.beyond }
    }

    /// Number of a track's items in view.
    fn count(&self, track: &PlacedTrack) -> usize {
        let bounds = self.bounds(0.0);
        let lanes: usize = track.lanes.iter().map(|lane| self.within(lane, bounds).len()).sum();
        lanes + track.crowd.iter().filter(|&&item| is_within(self.item(item), bounds)).count()
    }

    /// Which items of a lane are within bounds. Items of a lane do not overlap, so both their ends are in order.
    fn within(&self, lane: &PlacedLane, (from, to): (f64, f64)) -> Range<usize> {
        let first = lane.items.partition_point(|&item| self.item(item).right <= from);
        first..first + lane.items[first..].partition_point(|&item| self.item(item).left < to)
    }

    /// Shows the items of a lane; those whose label would be cut go to the crowd.
    fn show_lane(&self, lane: &PlacedLane, shown: &mut Vec<Shown>, crowd: &mut Vec<u32>) {
        let within = self.within(lane, self.bounds(self.beyond));
        if lane.height == 0.0 {
            crowd.extend(&lane.items[within]);
            return;
        }
        let mut free = -self.beyond;
        for at in within {
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
        let (first, last) = (-self.beyond, self.width + self.beyond);
        let beyond = self.beyond(item);
        let (start, end) = (LABEL_EDGE - beyond, self.width + beyond - LABEL_EDGE);
        let width = item.label_width;
        let (label_x, mark_left, mark_right) = match item.form {
            Form::Point => {
                let (mark_left, mark_right) =
                    (item.middle() - self.shift - item.reach.0, item.middle() - self.shift + item.reach.1);
                let after = mark_right + LABEL_GAP;
                let before = mark_left - LABEL_GAP - width;
                let fits_before = before - HIT_PAD >= free.max(-beyond);
                let fits_after = after + width <= end.min(next - HIT_PAD);
                let x = match (item.label_left, fits_before, fits_after) {
                    (true, true, _) | (false, true, false) => before,
                    (_, _, true) => after,
                    (_, false, false) => return None,
                };
                (x, mark_left, mark_right)
            }
            Form::Bar => {
                let x = left.max(start).min(end - width);
                if x - HIT_PAD < free.max(-beyond) {
                    return None;
                }
                (x, left.max(first), right.min(last))
            }
        };
        let hit_left = (label_x.min(mark_left) - HIT_PAD).max(free);
        let hit_right = (label_x + width).max(mark_right) + HIT_PAD;
        let hit_right = hit_right.max(hit_left + TARGET_PX).min(last);
        let lines = item.lines.len() as f64 * self.placed.text.line(TypeSize::Label);
        Some(Shown {
            item: index,
            left: left.max(first),
            right: right.min(last),
            cut_left: left < first,
            cut_right: right > last,
            label: Some(Rect { x: label_x, y: lane.y + LANE_TOP, width, height: lines }),
            hit: Rect { x: hit_left, y: lane.y, width: hit_right - hit_left, height: lane.height },
        })
    }

    /// Shows what has no lane, cell by cell.
    fn show_crowd(&self, index: usize, track: &PlacedTrack, extra: &mut Vec<u32>, out: &mut Window) {
        let drawn = self.bounds(self.beyond);
        extra.extend(track.crowd.iter().copied().filter(|&item| is_within(self.item(item), drawn)));
        let unit = self.placed.text.scale.max(1.0);
        let cell_px = CELL_PX * unit;
        let anchor = |item: u32| {
            let item = self.item(item);
            let (from, to) = self.bounds(self.beyond(item));
            let x = if item.form == Form::Bar { item.left } else { item.middle() };
            x.min(to).max(from)
        };
        // Cells that would be cut at an edge give their items to the neighbour.
        let cell = |item: u32| {
            let beyond = self.beyond(self.item(item));
            let first = ((self.shift - beyond) / cell_px).ceil();
            let last = ((self.shift + self.width + beyond) / cell_px).floor() - 1.0;
            (anchor(item) / cell_px).floor().min(last).max(first)
        };
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
    }
}

fn is_within(item: &PlacedItem, (from, to): (f64, f64)) -> bool {
    item.right > from && item.left < to
}
