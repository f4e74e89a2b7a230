//! The drawn part of a flow: the spine, the regime beside it, and the bands that come and go.

use super::{
    Band, Course, Drawing, FlowRow, Look, ROW_PAD_PX, Spine, State,
    ribbon::{self, Ribbon},
    tone,
};
use crate::{
    draw::hatch::push_strokes,
    scene::{Anchor, Group, Rect, Role, Shape, TypeSize},
};

impl Drawing<'_> {
    /// The spine beside a version: as it was above it, and as it is after.
    pub(super) fn spine(&self, group: &mut Group, row: &FlowRow, (y, height): (f64, f64), state: &mut State) {
        let middle = self.across.middle;
        let turn = y + height / 2.0;
        let (next, look) = match &row.after {
            Spine::None => (state.half, Look::None),
            Spine::Unknown => (state.half, Look::Unknown),
            Spine::Known(size, _) => ((size * self.each_px / 2.0).max(1.0), Look::Known),
        };
        match (state.spine, look) {
            (Look::Known, Look::Known) => {
                ribbon::down(group, middle, (y, y + height), (state.half, next));
            }
            (before, after) => {
                // What begins here begins below the middle of the numbers beside it.
                let half = if before == Look::None { next } else { state.half };
                let first = Rect::between(middle - half, y, middle + half, turn);
                let begin = if before == Look::None { y + self.px(ROW_PAD_PX) } else { turn };
                match before {
                    Look::None => {}
                    Look::Known => ribbon::down(group, middle, (y, turn), (half, half)),
                    Look::Unknown => self.unknown(group, first),
                }
                match after {
                    Look::None => {}
                    Look::Known => ribbon::down(group, middle, (begin, y + height), (next, next)),
                    Look::Unknown => {
                        self.unknown(group, Rect::between(middle - half, begin, middle + half, y + height))
                    }
                }
            }
        }
        if let Spine::Known(_, label) = &row.after {
            let (size, scale) = (TypeSize::Label, self.meter.scale);
            if self.meter.width(label, size, true) <= 2.0 * next - 6.0 * scale {
                let (content, anchor) = (label.clone(), Anchor::Middle);
                // Below a stretch of which nothing is known, what is known fills the lower half.
                let lower = if state.spine == Look::Unknown { height / 4.0 - 4.0 * scale } else { 0.0 };
                let y = turn + lower + 9.0 * scale;
                group.push(Role::ChipText, Shape::Text { x: middle, y, content, size, anchor });
            }
        }
        (state.half, state.spine) = (next, look);
    }

    /// A stretch of which nothing is known: strokes between two edges, open at both ends so that stretches join.
    fn unknown(&self, group: &mut Group, rect: Rect) {
        push_strokes(group, Role::GridMajor, 2.0, rect);
        for x in [rect.x, rect.right()] {
            group.push(Role::ChartWithin, Shape::Line { x1: x, y1: rect.y, x2: x, y2: rect.bottom() });
        }
    }

    /// The regime beside the spine; how many it holds is stated nowhere.
    pub(super) fn beside(&self, group: &mut Group, (y, height): (f64, f64), begins: bool) {
        let (left, right) = self.across.beside;
        let top = if begins { y + height / 2.0 - self.px(12.0) } else { y };
        self.unknown(group, Rect::between(left, top, right, y + height));
        if begins {
            group.push(Role::ChartWithin, Shape::Line { x1: left, y1: top, x2: right, y2: top });
        }
    }

    pub(super) fn band(&self, group: &mut Group, band: &Band, (top, thick): (f64, f64), half: f64, is_left: bool) {
        let across = &self.across;
        let (from, to, number) = if is_left {
            (across.outer, across.middle - half, (across.left, Anchor::End))
        } else {
            (across.middle + half, across.beside.0, (across.beside.1 + self.px(4.0), Anchor::Start))
        };
        let is_forward = matches!(band.course, Course::In | Course::Over);
        let (start, end) = if is_forward { (from, to) } else { (to, from) };
        let drop = self.px(12.0).min((end - start).abs() * 0.3);
        let ribbon = Ribbon { start, end, top, thick, drop };
        let mut inner = Group::new(Role::Plain).toned(tone(band.course));
        match band.count {
            Some(_) => ribbon.fill(&mut inner, self.meter.scale),
            None => ribbon.hatch(&mut inner, self.meter.scale),
        }
        // The number stands at the outer end, where the band begins or ends.
        let room = if is_left { number.0 - 1.0 } else { across.words.0 - self.px(4.0) - number.0 };
        let size = TypeSize::Small;
        let is_outer_start = is_left == is_forward;
        let level = top + thick / 2.0 + if is_outer_start { 0.0 } else { ribbon.drop };
        if self.meter.width(&band.label, size, true) <= room {
            let y = level + 4.2 * self.meter.scale;
            let (content, (x, anchor)) = (band.label.clone(), number);
            inner.push(Role::Title, Shape::Text { x, y, content, size, anchor });
        }
        group.add(inner);
    }
}
