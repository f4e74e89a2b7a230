//! The signs of a chart of values: a dot, and what says how exact value and date are.

use plotters::{
    coord::Shift,
    drawing::{DrawingArea, DrawingAreaErrorKind},
    element::{Circle, PathElement},
    style::Color,
};

use super::{
    marks::Pen,
    panel::record,
    recorder::{ENLARGED, RecordError, Recorder, ink},
};
use crate::{
    layout::text::TextMeter,
    scene::{Rect, Role, Scene, Tone},
};

/// Why a drawing could not be recorded.
pub(super) type Failure = DrawingAreaErrorKind<RecordError>;
/// What recording a drawing comes to.
pub(super) type Drawn = Result<(), Failure>;
/// The ground on which plotters draws.
pub(super) type Ground = DrawingArea<Recorder, Shift>;

/// Radius of a dot.
pub(super) const DOT_PX: f64 = 4.5;
/// From the middle of a dot to the tip of its arrow.
const ARROW_PX: f64 = 17.0;
/// Half the width of an arrow's head or of a cap.
const HEAD_PX: f64 = 3.5;

/// What a value is like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dot {
    /// As it stands.
    #[default]
    Exact,
    /// About so much.
    About,
    /// Sources disagree on it.
    Disputed,
    /// Not to be compared with its neighbours.
    Apart,
}

/// Where a value may lie in truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// Above.
    Up,
    /// Below.
    Down,
}

/// A dot with its signs; places in pixels.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sign {
    pub at: (f64, f64),
    pub dot: Dot,
    pub arrow: Option<Arrow>,
    /// From left to right, where its date is inexact.
    pub within: Option<(f64, f64)>,
    /// From low to high, where its value is a range.
    pub range: Option<(f64, f64)>,
    /// Whether more is to the right, not above.
    pub is_level: bool,
}

/// Every sign that a legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Sample {
    About,
    Up,
    Down,
    Range,
    Within,
    Disputed,
    Apart,
    Missing,
}

/// On half pixels, so that dot and lines have one middle.
pub(super) fn snapped(px: f64) -> f64 {
    px.floor() + 0.5
}

/// A place for plotters.
pub(super) fn at((x, y): (f64, f64)) -> (i32, i32) {
    ((x * ENLARGED).round() as i32, (y * ENLARGED).round() as i32)
}

impl Sign {
    /// What it covers but for its whisker.
    pub fn bounds(&self, scale: f64) -> Rect {
        let (reach, (_, along)) = ((DOT_PX + 1.0) * scale, self.turned(self.at));
        let (mut least, mut most) = (along - reach, along + reach);
        let tip = ARROW_PX * scale * if self.is_level { -1.0 } else { 1.0 };
        let tip = match self.arrow {
            Some(Arrow::Up) => along - tip,
            Some(Arrow::Down) => along + tip,
            None => along,
        };
        let (low, high) = self.range.unwrap_or((along, along));
        for end in [tip, low, high] {
            (least, most) = (least.min(end), most.max(end));
        }
        let across = self.turned(self.at).0;
        let ((x1, y1), (x2, y2)) = (self.turned((across - reach, least)), self.turned((across + reach, most)));
        Rect::between(x1, y1, x2, y2)
    }

    /// A place across and along the axis of values, from one in x and y or back.
    fn turned(&self, (a, b): (f64, f64)) -> (f64, f64) {
        if self.is_level { (b, a) } else { (a, b) }
    }

    /// Draws it: the lines first, the dot in front.
    pub fn draw(&self, ground: &Ground, scale: f64) -> Drawn {
        let (x, y) = self.turned(self.at);
        let head = HEAD_PX * scale;
        let stroke = |role, points: &[(f64, f64)]| {
            let points: Vec<_> = points.iter().map(|&point| at(self.turned(point))).collect();
            ground.draw(&PathElement::new(points, ink(role)))
        };
        let line = |points: &[(f64, f64)]| stroke(Role::Edge, points);
        if let Some((left, right)) = self.within {
            stroke(Role::ChartWithin, &[(left, y), (right, y)])?;
            for end in [left, right] {
                stroke(Role::ChartWithin, &[(end, y - head), (end, y + head)])?;
            }
        }
        if let Some((low, high)) = self.range {
            line(&[(x, low), (x, high)])?;
            line(&[(x - head, low), (x + head, low)])?;
            line(&[(x - head, high), (x + head, high)])?;
        }
        if let Some(arrow) = self.arrow {
            let way = if (arrow == Arrow::Up) != self.is_level { -scale } else { scale };
            let tip = y + way * ARROW_PX;
            line(&[(x, y), (x, tip)])?;
            line(&[(x - head, tip - way * 4.0), (x, tip), (x + head, tip - way * 4.0)])?;
        }
        let role = match self.dot {
            Dot::Exact => Role::ChartDot,
            Dot::About => Role::ChartDotAbout,
            Dot::Disputed => Role::ChartDotDisputed,
            Dot::Apart => Role::ChartDotApart,
        };
        ground.draw(&Circle::new(at(self.at), (DOT_PX * scale * ENLARGED).round() as i32, ink(role).filled()))
    }
}

/// Side of the picture of a sign.
const SAMPLE_PX: f64 = 28.0;

/// One sign alone, for a legend.
pub fn sample(sample: Sample) -> Scene {
    let middle = SAMPLE_PX / 2.0 + 0.5;
    let plain = Sign { at: (middle, middle), ..Sign::default() };
    let sign = match sample {
        Sample::About => Sign { dot: Dot::About, ..plain },
        Sample::Disputed => Sign { dot: Dot::Disputed, ..plain },
        Sample::Apart => Sign { dot: Dot::Apart, ..plain },
        Sample::Up => Sign { at: (middle, middle + 6.0), arrow: Some(Arrow::Up), ..plain },
        Sample::Down => Sign { at: (middle, middle - 6.0), arrow: Some(Arrow::Down), ..plain },
        Sample::Range => Sign { range: Some((middle + 10.0, middle - 10.0)), ..plain },
        Sample::Within => Sign { within: Some((middle - 12.0, middle + 12.0)), ..plain },
        Sample::Missing => return bar_sample(sample),
    };
    small(&|pen| sign.draw(pen.ground, 1.0))
}

/// One sign of bars alone, for a legend.
pub fn bar_sample(sample: Sample) -> Scene {
    let bar = Rect { x: 2.0, y: 8.0, width: 15.0, height: 12.0 };
    let (end, middle) = (bar.right() + 0.5, 14.5);
    let dot = match sample {
        Sample::About => Dot::About,
        Sample::Disputed => Dot::Disputed,
        Sample::Apart => Dot::Apart,
        _ => Dot::Exact,
    };
    let arrow = match sample {
        Sample::Up => Some(Arrow::Up),
        Sample::Down => Some(Arrow::Down),
        _ => None,
    };
    let is_range = matches!(sample, Sample::Range | Sample::Within);
    small(&|pen| {
        if sample == Sample::Missing {
            return push_missing(pen, Rect { width: 24.0, ..bar });
        }
        pen.fill(bar_role(dot, arrow, is_range), bar)?;
        let line = |points: &[(f64, f64)]| pen.stroke(Role::Edge, points.iter().copied());
        if is_range {
            line(&[(10.5, middle), (24.5, middle)])?;
            line(&[(10.5, middle - HEAD_PX), (10.5, middle + HEAD_PX)])?;
            line(&[(24.5, middle - HEAD_PX), (24.5, middle + HEAD_PX)])?;
        }
        if let Some(arrow) = arrow {
            let way = if arrow == Arrow::Up { 1.0 } else { -1.0 };
            let tip = end + way * 9.0;
            line(&[(end, bar.y), (end, bar.bottom())])?;
            line(&[(end, middle), (tip, middle)])?;
            line(&[(tip - way * 3.5, middle - 3.5), (tip, middle), (tip - way * 3.5, middle + 3.5)])?;
        }
        Ok(())
    })
}

/// A small picture in the first colour.
fn small(draw: &dyn Fn(&Pen) -> Drawn) -> Scene {
    let text = TextMeter::default();
    let root = record(SAMPLE_PX, SAMPLE_PX, text, |ground, groups| draw(&Pen { ground, groups, text }));
    let root = root.toned(Tone::of_index(0));
    Scene { width: SAMPLE_PX, height: SAMPLE_PX, title: "".into(), description: "".into(), text_scale: 1.0, root }
}

/// How the bar of a value is painted.
pub(super) fn bar_role(dot: Dot, arrow: Option<Arrow>, is_range: bool) -> Role {
    match dot {
        Dot::Disputed => Role::ChartDotDisputed,
        Dot::Apart => Role::ChartDotApart,
        Dot::About => Role::BarUncertain,
        Dot::Exact if is_range || arrow == Some(Arrow::Down) => Role::Within,
        Dot::Exact => Role::ChartFill,
    }
}

/// The place of a value that is not stated: hatched.
pub(super) fn push_missing(pen: &Pen, rect: Rect) -> Drawn {
    const STEP_PX: f64 = 6.0;
    pen.fill(Role::ChartMissing, rect)?;
    let (step, Rect { x, y, width, height }) = (STEP_PX * pen.text.scale, rect);
    // Lines that rise to the right, from the left edge on and cut off at the edges.
    let count = ((width + height) / step).ceil() as i32;
    for line in 1..count {
        let along = f64::from(line) * step;
        let low = if along <= height { (x, y + along) } else { (x + along - height, y + height) };
        let high = if along <= width { (x + along, y) } else { (x + width, y + along - width) };
        if low.0 < x + width && high.1 < y + height {
            pen.stroke(Role::ChartWithin, [low, high])?;
        }
    }
    Ok(())
}
