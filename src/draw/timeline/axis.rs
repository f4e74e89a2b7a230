//! The time axis: two rows of labels, ticks, and the faint lines through the tracks.

use crate::{
    layout::timeline::{Placed, Window},
    scale::{Tick, Ticks},
    scene::{Anchor, Group, Role, Shape, TypeSize},
};

/// Height of a row of labels, at a text scale of 1.
const ROW_PX: f64 = 20.0;

/// The y of the line along the axis.
pub(super) fn line_y(placed: &Placed) -> f64 {
    (2.0 * ROW_PX * placed.text.scale).round() + 0.5
}

/// The axis with its labels. Lines stand on half pixels, so that they are crisp.
pub(super) fn draw(placed: &Placed, window: &Window, ticks: &Ticks) -> Group {
    let scale = placed.text.scale;
    let mut group = Group::new(Role::Axis);
    let bottom = line_y(placed);
    for &x in &ticks.fine {
        vertical(&mut group, Role::TickMinor, x, bottom - 4.0, bottom, window);
    }
    for tick in &ticks.minors {
        vertical(&mut group, Role::Tick, tick.x, bottom - 7.0, bottom, window);
    }
    for tick in &ticks.majors {
        vertical(&mut group, Role::Tick, tick.x, bottom - 2.0 * ROW_PX * scale + 4.0, bottom, window);
    }
    group.push(Role::AxisLine, Shape::Line { x1: 0.0, y1: bottom, x2: window.width, y2: bottom });
    let minor_role = if ticks.majors.is_empty() { Role::AxisMajor } else { Role::AxisMinor };
    labels(&mut group, &ticks.minors, minor_role, TypeSize::Small, bottom - 6.0 * scale);
    labels(&mut group, &ticks.majors, Role::AxisMajor, TypeSize::Label, bottom - 24.0 * scale);
    group
}

fn labels(group: &mut Group, ticks: &[Tick], role: Role, size: TypeSize, y: f64) {
    for tick in ticks {
        let Some(label) = &tick.label else { continue };
        group.push(
            role,
            Shape::Text { x: tick.label_x, y, content: label.as_str().into(), size, anchor: Anchor::Start },
        );
    }
}

/// The lines through the tracks.
pub(super) fn grid(placed: &Placed, window: &Window, ticks: &Ticks) -> Group {
    let mut group = Group::new(Role::Plain);
    let (top, bottom) = (placed.axis_height, placed.height);
    for tick in &ticks.minors {
        if !ticks.majors.iter().any(|major| major.day == tick.day) {
            vertical(&mut group, Role::Grid, tick.x, top, bottom, window);
        }
    }
    for tick in &ticks.majors {
        vertical(&mut group, Role::GridMajor, tick.x, top, bottom, window);
    }
    group
}

fn vertical(group: &mut Group, role: Role, x: f64, y1: f64, y2: f64, window: &Window) {
    if window.reaches(x) {
        let x = x.floor() + 0.5;
        group.push(role, Shape::Line { x1: x, y1, x2: x, y2 });
    }
}
