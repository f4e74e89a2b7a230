//! Items that last, and periods within which something happened: bars with ends that say how sure they are.

use super::items::{bracket, doubt};
use crate::{
    draw::glyph::push_glyph,
    layout::timeline::{BAR_PX, Certainty, Extent, PlacedItem, Shown},
    scene::{Group, PathBuilder, Rect, Role, Shape},
};

/// Pieces of a broken or fading end, from the end inwards: where each begins and ends.
const APPROXIMATE: [(f64, f64); 3] = [(0.0, 2.0), (4.0, 7.0), (9.0, 13.0)];
const UNKNOWN: [(f64, f64); 4] = [(0.0, 1.5), (5.0, 7.5), (11.0, 15.0), (18.0, 24.0)];
/// Room an arrow head takes.
const ARROW: f64 = 7.0;

/// Draws the bar of an item in its group, from `top` on.
pub(super) fn draw(group: &mut Group, item: &PlacedItem, shown: &Shown, top: f64, scale: f64) {
    let origin = shown.hit.x;
    let (left, right) = (shown.left - origin, shown.right - origin);
    let y = top + BAR_PX / 2.0;
    match item.extent {
        Extent::Instant => within(group, item, shown, (left, right), y, scale),
        Extent::Span => span(group, item, shown, (left, right), y, scale),
    }
}

/// A light band with caps and the shape in its middle: some time from here to there.
fn within(group: &mut Group, item: &PlacedItem, shown: &Shown, (left, right): (f64, f64), y: f64, scale: f64) {
    group.push(Role::Within, Rect::between(left, y - BAR_PX / 2.0, right, y + BAR_PX / 2.0).shape(0.0));
    for (x, cut, certainty) in [(left, shown.cut_left, item.start), (right, shown.cut_right, item.end)] {
        if cut {
            continue;
        }
        let x = if x == left { x + 0.75 } else { x - 0.75 };
        if certainty.is_approximate() {
            for (from, to) in [(-5.0, -2.5), (-1.0, 1.0), (2.5, 5.0)] {
                group.push(Role::Edge, Shape::Line { x1: x, y1: y + from * scale, x2: x, y2: y + to * scale });
            }
        } else {
            group.push(Role::Edge, Shape::Line { x1: x, y1: y - 5.0 * scale, x2: x, y2: y + 5.0 * scale });
        }
    }
    let role = match (item.start.is_uncertain() || item.end.is_uncertain(), item.planned) {
        (true, _) => Role::PointUncertain,
        (false, true) => Role::PointPlanned,
        (false, false) => Role::Point,
    };
    // The middle of the whole period, where it is in view.
    let whole = item.right - item.left;
    let middle = if shown.cut_left { right - whole / 2.0 } else { left + whole / 2.0 };
    if middle > left && middle < right {
        push_glyph(group, item.glyph, role, middle, y, scale);
    }
    if role == Role::PointUncertain && !shown.cut_right {
        doubt(group, right + 3.0, y, scale);
    }
}

/// A solid bar; hollow if planned, dotted if uncertain.
fn span(group: &mut Group, item: &PlacedItem, shown: &Shown, (left, right): (f64, f64), y: f64, scale: f64) {
    let role = match (item.start.is_uncertain() && item.end.is_uncertain(), item.planned) {
        (true, _) => Role::BarUncertain,
        (false, true) => Role::BarPlanned,
        (false, false) => Role::Bar,
    };
    // The bar gives room to ends that are drawn as something else; at most a third of it each.
    let third = (right - left) / 3.0;
    let start = if shown.cut_left { End::default() } else { End::of(item.start, item.start_slack, third, scale) };
    let end = if shown.cut_right && item.end != Certainty::Open {
        End::default()
    } else {
        End::of(item.end, item.end_slack, third, scale)
    };
    let (from, to) = (left + start.room, right - end.room);
    let (top, height) = (y - BAR_PX / 2.0, BAR_PX);
    let inset = if role == Role::Bar { 0.0 } else { 0.75 };
    let body = Rect::between(from + inset, top + inset, to - inset, top + height - inset);
    group.push(role, body.shape(0.0));
    start.draw(group, left, 1.0, y, scale);
    end.draw(group, right, -1.0, y, scale);
}

/// What is drawn at an end instead of the bar.
#[derive(Clone, Copy, Debug, Default)]
struct End {
    certainty: Certainty,
    room: f64,
    slack: bool,
}

impl End {
    fn of(certainty: Certainty, slack: f64, most: f64, scale: f64) -> End {
        let room = match certainty {
            Certainty::Approximate | Certainty::Doubtful => 15.0,
            Certainty::Unknown => 26.0,
            Certainty::Open => ARROW * scale,
            Certainty::Exact | Certainty::Uncertain | Certainty::Bound if slack > 4.0 => slack,
            _ => 0.0,
        };
        End { certainty, room: room.min(most.max(0.0)), slack: slack > 4.0 }
    }

    /// Draws at `x`; `inwards` is 1 at a beginning and -1 at an end.
    fn draw(self, group: &mut Group, x: f64, inwards: f64, y: f64, scale: f64) {
        let half = BAR_PX / 2.0;
        let pieces = |group: &mut Group, pieces: &[(f64, f64)], whole: f64| {
            let share = self.room / whole;
            for (from, to) in pieces {
                let [a, b] = [from, to].map(|at| x + inwards * at * share);
                group.push(Role::Fade, Rect::between(a.min(b), y - half, a.max(b), y + half).shape(0.0));
            }
        };
        match self.certainty {
            Certainty::Approximate | Certainty::Doubtful => pieces(group, &APPROXIMATE, 15.0),
            Certainty::Unknown => pieces(group, &UNKNOWN, 26.0),
            Certainty::Open => {
                let (tip, base, arm) = (x, x + inwards * self.room, (half + 2.5) * scale);
                let points = [(base, y - arm), (tip, y), (base, y + arm)];
                group.push(Role::Fade, PathBuilder::polygon(&points));
            }
            Certainty::Bound => bracket(group, x + inwards * 0.75, y, inwards, scale),
            Certainty::Exact | Certainty::Uncertain if self.slack => {
                let end = x + inwards * self.room;
                group.push(Role::Within, Rect::between(x.min(end), y - half, x.max(end), y + half).shape(0.0));
                group.push(
                    Role::Edge,
                    Shape::Line { x1: x + inwards * 0.75, y1: y - half, x2: x + inwards * 0.75, y2: y + half },
                );
            }
            Certainty::Exact | Certainty::Uncertain => {}
        }
        if self.certainty.is_uncertain() || self.certainty == Certainty::Unknown {
            let beside = if inwards > 0.0 { x - 9.0 * scale } else { x + 3.0 * scale };
            doubt(group, beside, y, scale);
        }
    }
}

/// A bar by itself, as a sample for a legend: `width` wide, around `y`.
pub fn sample_bar(group: &mut Group, extent: Extent, end: Certainty, width: f64, y: f64, scale: f64) {
    let mark_doubt = end.is_uncertain() || end == Certainty::Unknown;
    let right = if mark_doubt { width - 9.0 * scale } else { width };
    let start = Certainty::Exact;
    let mut item = PlacedItem::default();
    (item.right, item.extent, item.start, item.end) = (right, extent, start, end);
    let shown = Shown { right, ..Shown::default() };
    draw(group, &item, &shown, y - BAR_PX / 2.0, scale);
}
