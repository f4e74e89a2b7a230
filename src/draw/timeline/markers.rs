//! The lines at today and at the day to which the data are current: two lines, two labels, never on one another.

use std::sync::Arc;

use super::{TimelineText, axis};
use crate::{
    layout::timeline::{Placed, Window},
    scene::{Anchor, Group, Rect, Role, Shape, TypeSize},
};

/// The least distance of the two lines.
const LEAST_GAP: f64 = 4.0;
/// From a line to its label.
const INSET: f64 = 6.0;

/// Where the lines are: current to, today. The first stands at the end of its day, the second within its.
fn places(placed: &Placed, window: &Window) -> [Option<f64>; 2] {
    let x = |day: f64| window.scale.x_from_day(day);
    let as_of = placed.as_of.map(|day| x(day as f64 + 1.0));
    let mut today = placed.today.map(|day| x(day as f64 + 0.5));
    if let (Some(as_of), Some(today)) = (as_of, &mut today)
        && (*today - as_of).abs() < LEAST_GAP
    {
        *today = if placed.today < placed.as_of { as_of - LEAST_GAP } else { as_of + LEAST_GAP };
    }
    [as_of, today].map(|x| x.map(|x| x.floor() + 0.5).filter(|&x| window.reaches(x)))
}

/// The lines through the tracks, and a tint over what lies after the data.
pub(super) fn lines(placed: &Placed, window: &Window) -> Group {
    let mut group = Group::new(Role::Plain);
    let (top, bottom) = (placed.axis_height, placed.height);
    if let Some(day) = placed.as_of {
        let end = window.width + window.beyond;
        let x = window.scale.x_from_day(day as f64 + 1.0).max(-window.beyond);
        if x < end {
            group.push(Role::Future, Rect::between(x, top, end, bottom).shape(0.0));
        }
    }
    for (x, role) in places(placed, window).into_iter().zip([Role::CurrentLine, Role::TodayLine]) {
        if let Some(x) = x {
            group.push(role, Shape::Line { x1: x, y1: top - 20.0 * placed.text.scale, x2: x, y2: bottom });
        }
    }
    group
}

/// The labels, in a row below the axis.
pub(super) fn labels(placed: &Placed, window: &Window, text: &TimelineText) -> Group {
    let mut group = Group::new(Role::Plain);
    let scale = placed.text.scale;
    let top = axis::line_y(placed);
    let [as_of, today] = places(placed, window);
    let width = |label: &Arc<str>| placed.text.width(label, TypeSize::Small, true) + INSET;
    let widths = (width(&text.as_of), width(&text.today));
    let (as_of_x, today_x) = match (as_of, today) {
        (Some(a), Some(b)) => {
            let (a, b) = beside((a, widths.0), (b, widths.1), window.width);
            (Some(a), Some(b))
        }
        (a, b) => (a.map(|x| alone(x, widths.0, window.width)), b.map(|x| alone(x, widths.1, window.width))),
    };
    let all = [
        (as_of, as_of_x, Role::CurrentLine, Role::CurrentLabel, &text.as_of),
        (today, today_x, Role::TodayLine, Role::TodayLabel, &text.today),
    ];
    for (line, label_x, line_role, role, content) in all {
        let (Some(x), Some(label_x)) = (line, label_x) else { continue };
        group.push(line_role, Shape::Line { x1: x, y1: top, x2: x, y2: placed.axis_height });
        let (content, size, y) = (content.clone(), TypeSize::Small, top + 15.5 * scale);
        group.push(role, Shape::Text { x: label_x, y, content, size, anchor: Anchor::Start });
    }
    group
}

/// Where a label alone begins: after its line, or before it where it would be cut.
fn alone(x: f64, width: f64, figure: f64) -> f64 {
    if x + width + INSET <= figure { x + INSET } else { (x - width).max(0.0) }
}

/// Where two labels begin: on the outer sides of their lines if there is room, else moved until they are apart.
fn beside(a: (f64, f64), b: (f64, f64), figure: f64) -> (f64, f64) {
    let swap = b.0 < a.0;
    let (left, right) = if swap { (b, a) } else { (a, b) };
    let outer = (left.0 - left.1, right.0 + INSET);
    let inner_fits = left.0 + INSET + left.1 + INSET <= right.0;
    let x_left = if outer.0 >= 4.0 {
        outer.0
    } else if inner_fits {
        left.0 + INSET
    } else {
        4.0
    };
    let mut x_right = outer.1;
    if x_right + right.1 > figure - 4.0 {
        x_right = right.0 - right.1;
        if x_right < (x_left + left.1 + INSET).max(left.0 + INSET) {
            x_right = figure - 4.0 - right.1 + INSET;
        }
    }
    let x_right = x_right.max(x_left + left.1 + INSET);
    let x_right = x_right.min(figure - right.1 + INSET - 2.0);
    let x_left = x_left.min(x_right - left.1 - 2.0);
    if swap { (x_right, x_left) } else { (x_left, x_right) }
}
