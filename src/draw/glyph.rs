//! The shapes of points, the same in the timeline and in legends.

use crate::{
    layout::timeline::{GLYPH_PX, Glyph},
    scene::{Group, PathBuilder, Role, Scene, Shape},
};

/// Draws a point of the given role at a place. Areas of all shapes are about equal, so that none looks heavier.
pub fn push_glyph(group: &mut Group, glyph: Glyph, role: Role, x: f64, y: f64, scale: f64) {
    let unit = GLYPH_PX * scale;
    let shape = match glyph {
        Glyph::Circle | Glyph::Ring => Shape::Circle { x, y, radius: unit * 0.95 },
        Glyph::Diamond => {
            let reach = unit * 1.2;
            PathBuilder::polygon(&[(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)])
        }
        Glyph::Square => {
            let half = unit * 0.85;
            Shape::Rect { x: x - half, y: y - half, width: 2.0 * half, height: 2.0 * half, radius: 1.0 }
        }
        Glyph::Triangle => {
            let (half, up, down) = (unit * 1.15, unit * 1.15, unit * 0.85);
            PathBuilder::polygon(&[(x, y - up), (x + half, y + down), (x - half, y + down)])
        }
    };
    group.push(role, shape);
    if glyph == Glyph::Ring {
        let filled = role == Role::Point;
        let (role, radius) = if filled { (Role::PointEye, 0.42) } else { (Role::Point, 0.36) };
        group.push(role, Shape::Circle { x, y, radius: unit * radius });
    }
}

/// One shape alone, for a legend: 14 px square.
pub fn sample(glyph: Glyph) -> Scene {
    const SIDE: f64 = 14.0;
    let mut root = Group::new(Role::Plain);
    push_glyph(&mut root, glyph, Role::Point, SIDE / 2.0, SIDE / 2.0, 1.0);
    Scene { width: SIDE, height: SIDE, title: "".into(), description: "".into(), text_scale: 1.0, root }
}
