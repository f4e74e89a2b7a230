//! One item: its mark, the signs of doubt around it, its label and the area that reacts.

use std::sync::Arc;

use super::bars;
use crate::{
    draw::glyph::push_glyph,
    layout::timeline::{Certainty, Form, Placed, PlacedItem, Shown},
    scene::{Anchor, Group, KeyKind, PathBuilder, Rect, Role, Shape, TypeSize},
};

/// Draws an item. The group stands at its hit area, everything in it is relative to that: panning moves the group only.
pub(super) fn draw(placed: &Placed, shown: &Shown, name: Arc<str>) -> Group {
    let item = &placed.items[shown.item as usize];
    let scale = placed.text.scale;
    let role = if item.planned { Role::ItemPlanned } else { Role::Item };
    let (x, y) = (shown.hit.x, shown.hit.y);
    let mut group = Group::new(role).at(x, y).target(KeyKind::Item, item.key.clone(), name);
    group.push(Role::Hit, shown.hit.moved(-x, -y).shape(4.0));
    let line = placed.text.line(TypeSize::Label);
    let label = shown.label.map(|label| label.moved(-x, -y));
    match (item.form, label) {
        (Form::Bar, Some(label)) => bars::draw(&mut group, item, shown, label.bottom() + 2.0, scale),
        _ => {
            let middle_y = label.map_or(shown.hit.height / 2.0, |label| label.y + line / 2.0);
            let middle_x = match label {
                Some(_) => middle(shown, item) - x,
                None => (shown.left + shown.right) / 2.0 - x,
            };
            point(&mut group, item, middle_x, middle_y, scale, label.is_some());
        }
    }
    if let Some(label) = label {
        let before = item.form == Form::Point && label.right() < middle(shown, item) - x;
        lines(&mut group, item, label, line, before);
    }
    group
}

/// Where the point of an item is; its days may be cut by the figure's edge.
fn middle(shown: &Shown, item: &PlacedItem) -> f64 {
    let half = (item.right - item.left) / 2.0;
    if shown.cut_left { shown.right - half } else { shown.left + half }
}

/// The lines of a label; one that stands before its mark ends at it.
fn lines(group: &mut Group, item: &PlacedItem, label: Rect, line: f64, before: bool) {
    let (x, anchor) = if before { (label.right(), Anchor::End) } else { (label.x, Anchor::Start) };
    for (row, content) in item.lines.iter().enumerate() {
        let y = label.y + line * (row as f64 + 0.77);
        let (content, size) = (content.clone(), TypeSize::Label);
        group.push(Role::Label, Shape::Text { x, y, content, size, anchor });
    }
}

/// How a point of an item is filled.
fn point_role(item: &PlacedItem) -> Role {
    if item.start.is_uncertain() || item.end.is_uncertain() {
        Role::PointUncertain
    } else if item.planned {
        Role::PointPlanned
    } else {
        Role::Point
    }
}

/// The shape, with whiskers if the date is approximate, a bracket if it is a bound, a question mark if it is doubtful.
fn point(group: &mut Group, item: &PlacedItem, x: f64, y: f64, scale: f64, signs: bool) {
    push_glyph(group, item.glyph, point_role(item), x, y, scale);
    if !signs {
        return;
    }
    if item.start.is_approximate() || item.end.is_approximate() {
        for side in [-1.0, 1.0] {
            for (near, far) in [(7.0, 9.0), (11.0, 12.5)] {
                let [x1, x2] = [near, far].map(|at| x + side * at * scale);
                group.push(Role::Edge, Shape::Line { x1, y1: y, x2, y2: y });
            }
        }
    }
    // "]" at the latest day with dashes towards the past, or "[" at the earliest with dashes towards the future.
    for (certainty, side) in [(item.start, 1.0), (item.end, -1.0)] {
        if certainty == Certainty::Bound {
            bracket(group, x - side * 9.0 * scale, y, side, scale);
            for (near, far) in [(8.0, 11.0), (13.0, 15.5), (17.5, 19.0)] {
                let [x1, x2] = [near, far].map(|at| x + side * at * scale);
                group.push(Role::Edge, Shape::Line { x1, y1: y, x2, y2: y });
            }
        }
    }
    if item.start.is_uncertain() || item.end.is_uncertain() {
        doubt(group, x + item.reach.1 - 7.0 * scale, y, scale);
    }
}

/// A square bracket whose arms point to `side`.
pub(super) fn bracket(group: &mut Group, x: f64, y: f64, side: f64, scale: f64) {
    let (arm, half) = (3.0 * scale * side, 6.0 * scale);
    let points = [(x + arm, y - half), (x, y - half), (x, y + half), (x + arm, y + half)];
    group.push(Role::Edge, PathBuilder::polyline(&points).open());
}

/// A question mark.
pub(super) fn doubt(group: &mut Group, x: f64, y: f64, scale: f64) {
    let (content, size, anchor) = ("?".into(), TypeSize::Small, Anchor::Start);
    group.push(Role::Doubt, Shape::Text { x, y: y + 4.2 * scale, content, size, anchor });
}
