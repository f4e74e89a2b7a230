//! The bar or dot of what is claimed, and its words.

use plotters::style::text_anchor::HPos;

use super::{
    AmountClaim, RowChart, RowLook,
    place::{ARROW_PX, BAR_PX, Frame, Line, MISSING_PX, SIDE_PX},
};
use crate::{
    draw::plot::{
        marks::Pen,
        signs::{Arrow, Drawn, Sign, bar_role, push_missing, snapped},
    },
    scene::{Rect, Role, TypeSize},
};

/// The middle of the sign of a line.
fn middle(chart: &RowChart, frame: &Frame, line: &Line, bar: f64) -> f64 {
    if frame.is_direct { line.top + line.height / 2.0 } else { line.top + line.height - bar / 2.0 - chart.px(1.0) }
}

/// Where nothing is, or the axis begins: there stands what is not stated.
fn zero(frame: &Frame, x_of: &dyn Fn(f64) -> f64) -> f64 {
    x_of(0.0).max(frame.plot.0 + frame.reserve.0)
}

/// The bar or dot of a claim.
pub(super) fn sign(
    chart: &RowChart,
    frame: &Frame,
    line: &Line,
    count: usize,
    x_of: &dyn Fn(f64) -> f64,
    pen: &Pen,
) -> Drawn {
    let scale = chart.text.scale;
    let bar = chart.px(if count > 1 { BAR_PX.1 } else { BAR_PX.0 });
    let y = snapped(middle(chart, frame, line, bar));
    let Some(value) = line.claim.value else {
        let x = zero(frame, x_of);
        return push_missing(pen, Rect { x, y: y - bar / 2.0, width: chart.px(MISSING_PX), height: bar });
    };
    let AmountClaim { dot, arrow, range, .. } = *line.claim;
    let x = x_of(value);
    let range = range.map(|(low, high)| (x_of(low), x_of(high)));
    if chart.look != RowLook::Bars {
        pen.stroke(Role::Leader, [(zero(frame, x_of), y), (x, y)])?;
        return Sign { at: (x, y), dot, arrow, range, is_level: true, ..Sign::default() }.draw(pen.ground, scale);
    }
    let (from, to) = (x_of(0.0).min(x), x_of(0.0).max(x));
    let rect = Rect { x: from, y: y - bar / 2.0, width: (to - from).max(1.0), height: bar };
    pen.fill(bar_role(dot, arrow, range.is_some()), rect)?;
    let head = bar / 4.0;
    if let Some((low, high)) = range {
        pen.stroke(Role::Edge, [(low, y), (high, y)])?;
        for end in [low, high] {
            pen.stroke(Role::Edge, [(end, y - head), (end, y + head)])?;
        }
    }
    if let Some(arrow) = arrow {
        // An open end goes on from the bar, whichever way it goes; "at most" goes back into it.
        let way = if (arrow == Arrow::Up) == (value >= 0.0) { 1.0 } else { -1.0 };
        let tip = x + way * (chart.px(ARROW_PX) - 2.0);
        pen.stroke(Role::Edge, [(x, y - bar / 2.0), (x, y + bar / 2.0)])?;
        pen.stroke(Role::Edge, [(x, y), (tip, y)])?;
        pen.stroke(Role::Edge, [(tip - way * head, y - head), (tip, y), (tip - way * head, y + head)])?;
    }
    Ok(())
}

/// The words of a claim: beyond its end, or above it.
pub(super) fn words(chart: &RowChart, frame: &Frame, line: &Line, x_of: &dyn Fn(f64) -> f64, pen: &Pen) -> Drawn {
    let height = line.words.lines.len() as f64 * chart.text.line(TypeSize::Small);
    let top = if frame.is_direct { line.top + (line.height - height) / 2.0 } else { line.top };
    let look = (Role::Label, TypeSize::Small);
    if !frame.is_direct {
        return pen.block(&line.words.lines, (chart.px(SIDE_PX), top), look, HPos::Left).map(|_| ());
    }
    let gap = chart.px(6.0);
    let (low, high) = line.claim.range.unwrap_or_default();
    let arrow = if line.claim.arrow == Some(Arrow::Up) { chart.px(ARROW_PX) } else { 0.0 };
    let dot = if chart.look == RowLook::Bars { 0.0 } else { chart.px(4.0) };
    let (x, side) = match line.claim.value {
        None => (zero(frame, x_of) + chart.px(MISSING_PX) + gap, HPos::Left),
        Some(value) if value < 0.0 => {
            let end = line.claim.range.map_or(value, |_| value.min(low));
            let arrow = if line.claim.arrow == Some(Arrow::Down) && chart.look != RowLook::Bars {
                chart.px(ARROW_PX)
            } else {
                0.0
            };
            (x_of(end) - gap - arrow - dot, HPos::Right)
        }
        Some(value) => {
            let end = line.claim.range.map_or(value, |_| value.max(high));
            (x_of(end) + gap + arrow + dot, HPos::Left)
        }
    };
    pen.block(&line.words.lines, (x, top), look, side).map(|_| ())
}
