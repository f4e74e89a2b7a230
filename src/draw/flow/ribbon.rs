//! The curved bands of a flow.

use crate::scene::{Group, PathBuilder, Role, Segment, Shape};

/// A band that falls by `drop` on its way from one place to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ribbon {
    /// Where it begins.
    pub start: f64,
    /// Where its head ends; on the left or right of the start.
    pub end: f64,
    /// Its upper edge where it begins.
    pub top: f64,
    /// Its thickness.
    pub thick: f64,
    /// How much lower it ends.
    pub drop: f64,
}

/// Length of the head.
const HEAD_PX: f64 = 7.0;
/// From one stroke of a hatched band to the next.
const STROKE_PX: f64 = 6.0;

impl Ribbon {
    /// +1 to the right, -1 to the left.
    fn way(&self) -> f64 {
        if self.end < self.start { -1.0 } else { 1.0 }
    }

    /// Where the head begins.
    fn neck(&self, scale: f64) -> f64 {
        self.end - self.way() * (HEAD_PX * scale).min((self.end - self.start).abs() / 2.0)
    }

    /// How far its edges have fallen at a share of the way, and how far along that is.
    fn at(&self, share: f64, neck: f64) -> (f64, f64) {
        // The curve whose two control points lie above one another in its middle.
        let along = 1.5 * share * (1.0 - share) + share * share * share;
        let fallen = share * share * (3.0 - 2.0 * share);
        (self.start + (neck - self.start) * along, fallen * self.drop)
    }

    fn outline(&self, neck: f64, scale: f64) -> Vec<Segment> {
        let (top, bottom) = (self.top, self.top + self.thick);
        let middle = (self.start + neck) / 2.0;
        let (low_top, low_bottom) = (top + self.drop, bottom + self.drop);
        let wing = 3.0 * scale;
        vec![
            Segment::Move(self.start, top),
            Segment::Curve(middle, top, middle, low_top, neck, low_top),
            Segment::Line(neck, low_top - wing),
            Segment::Line(self.end, (low_top + low_bottom) / 2.0),
            Segment::Line(neck, low_bottom + wing),
            Segment::Line(neck, low_bottom),
            Segment::Curve(middle, low_bottom, middle, bottom, self.start, bottom),
            Segment::Close,
        ]
    }

    /// Draws it as so much as it is thick.
    pub fn fill(&self, group: &mut Group, scale: f64) {
        group.push(Role::ChartFill, Shape::Path(self.outline(self.neck(scale), scale)));
    }

    /// Draws it as not known how much.
    pub fn hatch(&self, group: &mut Group, scale: f64) {
        let neck = self.neck(scale);
        group.push(Role::PointPlanned, Shape::Path(self.outline(neck, scale)));
        let length = (neck - self.start).abs();
        let count = (length / (STROKE_PX * scale)).floor();
        if count < 1.0 {
            return;
        }
        // Each stroke leans to the right as it rises, as the strokes of hatched places do.
        let lean = (self.thick / length / 2.0).min(0.2) * self.way();
        let mut path = PathBuilder::default();
        for stroke in 0..count as usize {
            let share = (stroke as f64 + 0.5) / count;
            let (up, down) = ((share + lean).clamp(0.0, 1.0), (share - lean).clamp(0.0, 1.0));
            let ((up_x, up_fall), (down_x, down_fall)) = (self.at(up, neck), self.at(down, neck));
            path = path.jump(down_x, self.top + self.thick + down_fall).to(up_x, self.top + up_fall);
        }
        group.push(Role::Edge, path.open());
    }
}

/// A stretch of the spine from top to bottom, which gets wider or narrower on its way.
pub(super) fn down(group: &mut Group, middle: f64, (top, bottom): (f64, f64), (from, to): (f64, f64)) {
    let turn = (top + bottom) / 2.0;
    let left = [middle - from, middle - to];
    let right = [middle + from, middle + to];
    let side = |[from, to]: [f64; 2]| Segment::Curve(from, turn, to, turn, to, bottom);
    let outline = vec![
        Segment::Move(left[0], top),
        side(left),
        Segment::Line(right[1], bottom),
        Segment::Curve(right[1], turn, right[0], turn, right[0], top),
        Segment::Close,
    ];
    group.push(Role::Within, Shape::Path(outline));
    for edge in [left, right] {
        group.push(Role::Edge, Shape::Path(vec![Segment::Move(edge[0], top), side(edge)]));
    }
}
