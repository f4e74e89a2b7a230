//! The signs of those who are named at a meeting: a shape for each capacity, so that it is not told by colour alone.

use crate::{
    layout::text::TextMeter,
    model::Presence,
    scene::{Group, PathBuilder, Role, Scene, Segment, Shape, Tone},
};

/// From the middle of a sign to its edge.
const REACH_PX: f64 = 5.0;

/// The colour of a capacity, beside its shape.
pub(super) fn tone(status: Presence) -> Tone {
    Tone::of_index(match status {
        Presence::Speaker => 1,
        Presence::Present => 0,
        Presence::Apologies | Presence::NotNamed | Presence::Unknown => 7,
    })
}

/// Draws the sign of a capacity at a place: a diamond for speakers, a disc for those present, a cross for those who sent
/// their apologies, a ring for those not named, a question mark where it is not known.
pub(super) fn push_presence(group: &mut Group, status: Presence, x: f64, y: f64, scale: f64) {
    let reach = REACH_PX * scale;
    let (role, shape) = match status {
        Presence::Speaker => {
            let reach = reach * 1.3;
            let corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)];
            (Role::Point, PathBuilder::polygon(&corners))
        }
        Presence::Present => (Role::Point, circle(x, y, reach)),
        Presence::Apologies => {
            let (left, right, top, bottom) = (x - reach, x + reach, y - reach, y + reach);
            let cross = PathBuilder::from(left, top).to(right, bottom).jump(right, top).to(left, bottom);
            (Role::Edge, cross.open())
        }
        Presence::NotNamed => (Role::PointPlanned, circle(x, y, reach)),
        Presence::Unknown => (Role::Edge, question_mark(x, y, reach)),
    };
    group.push(role, shape);
}

fn circle(x: f64, y: f64, radius: f64) -> Shape {
    // Four curves; the control points of a quarter circle lie at this part of the radius.
    let bend = radius * 0.552_285;
    Shape::Path(vec![
        Segment::Move(x, y - radius),
        Segment::Curve(x + bend, y - radius, x + radius, y - bend, x + radius, y),
        Segment::Curve(x + radius, y + bend, x + bend, y + radius, x, y + radius),
        Segment::Curve(x - bend, y + radius, x - radius, y + bend, x - radius, y),
        Segment::Curve(x - radius, y - bend, x - bend, y - radius, x, y - radius),
        Segment::Close,
    ])
}

fn question_mark(x: f64, y: f64, reach: f64) -> Shape {
    let half = reach * 0.6;
    Shape::Path(vec![
        Segment::Move(x - half, y - reach * 0.5),
        Segment::Curve(x - half, y - reach * 1.3, x + half, y - reach * 1.3, x + half, y - reach * 0.5),
        Segment::Curve(x + half, y, x, y, x, y + reach * 0.45),
        Segment::Move(x, y + reach * 0.85),
        Segment::Line(x, y + reach * 1.15),
    ])
}

/// One sign alone, for a legend.
pub fn sample(status: Presence, meter: TextMeter) -> Scene {
    let side = 16.0 * meter.scale;
    let mut root = Group::new(Role::Plain).toned(tone(status));
    push_presence(&mut root, status, side / 2.0, side / 2.0, meter.scale);
    Scene { width: side, height: side, title: "".into(), description: "".into(), text_scale: meter.scale, root }
}
