//! Bars over time: upright, from zero, at each date side by side, one on the other, or as shares of their sum.

mod frame;
mod place;

use std::sync::Arc;

use plotters::style::text_anchor::{HPos, VPos};

use super::{
    marks::Pen,
    panel::record,
    recorder::Groups,
    signs::{Arrow, Dot, Drawn, Ground, snapped},
};
use crate::{
    layout::{
        spread::spread,
        text::{TextMeter, Wrapped},
    },
    scene::{Group, Rect, Role, Tone, TypeSize},
};
use frame::{Frame, KEY_PX, LEAD_PX, NAME_GAP_PX, SIDE_PX, TOP_PX};
use place::Place;

/// One bar, or one part of a bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tower {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// Words for in or above it, the longest first; those that fit are written.
    pub words: Vec<Arc<str>>,
    /// The value.
    pub value: f64,
    /// What it is like.
    pub dot: Dot,
    /// Whether it is more or less in truth.
    pub arrow: Option<Arrow>,
    /// Low and high, where it is a range.
    pub range: Option<(f64, f64)>,
    /// What other sources say instead.
    pub rivals: Vec<f64>,
    /// The lowest and the highest value, where it stands for several.
    pub ends: Option<(f64, f64)>,
}

/// The bars of one date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TowerDate {
    /// The date in words.
    pub label: Arc<str>,
    /// What shares are shares of, in words.
    pub whole_words: Arc<str>,
    /// What shares are shares of; `None` where it is not known, so that there are no shares.
    pub whole: Option<f64>,
    /// A bar for each series; `None` where it has no value.
    pub bars: Vec<Option<Tower>>,
}

/// Series of one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TowerGroup {
    /// What is measured: the only series, or the unit.
    pub title: Arc<str>,
    /// The names of the series.
    pub names: Vec<Arc<str>>,
    /// The dates, in order.
    pub dates: Vec<TowerDate>,
}

/// How the bars of a date stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Standing {
    #[default]
    Beside,
    Stacked,
    Share,
}

/// What bars over time are drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct TowerChart {
    /// Width of the figure.
    pub width: f64,
    /// How wide text is.
    pub text: TextMeter,
    /// How the bars of a date stand.
    pub standing: Standing,
    /// The series by unit.
    pub groups: Vec<TowerGroup>,
}

/// Between two groups.
const GROUP_PX: f64 = 20.0;

/// Draws bars over time, and says how high the figure is. Without groups the group is empty.
pub fn tower_chart(chart: &TowerChart) -> (Group, f64) {
    let mut y = chart.px(TOP_PX);
    let mut frames = Vec::new();
    for group in &chart.groups {
        let frame = chart.frame(group, y);
        y = frame.bottom + chart.px(GROUP_PX);
        frames.push((group, frame));
    }
    let height = (y - chart.px(GROUP_PX - TOP_PX)).ceil();
    let group = record(chart.width, height, chart.text, |ground, groups| {
        let mut top = chart.px(TOP_PX);
        frames.iter().try_for_each(|(group, frame)| {
            let drawn = draw(chart, group, frame, top, ground, groups);
            top = frame.bottom + chart.px(GROUP_PX);
            drawn
        })
    });
    (group, height)
}

fn draw(chart: &TowerChart, group: &TowerGroup, frame: &Frame, top: f64, ground: &Ground, groups: &Groups) -> Drawn {
    let pen = Pen { ground, groups, text: chart.text };
    let (side, plot, small) = (chart.px(SIDE_PX), frame.plot, TypeSize::Small);
    let mut y = pen.block(&frame.title.lines, (side, top), (Role::Title, TypeSize::Label), HPos::Left)? + chart.px(8.0);
    // From top to bottom as the parts stand.
    let mut keys: Vec<(usize, &Wrapped)> = frame.keys.iter().enumerate().collect();
    if chart.standing != Standing::Beside {
        keys.reverse();
    }
    for (at, key) in keys {
        groups.open(Group::new(Role::Plain).toned(Tone::of_index(at)));
        let swatch = chart.px(KEY_PX - 2.0);
        let middle = y + chart.text.line(small) / 2.0;
        pen.fill(Role::ChartFill, Rect { x: side, y: middle - swatch / 2.0, width: swatch, height: swatch })?;
        groups.close();
        y = pen.block(&key.lines, (side + chart.px(KEY_PX + 6.0), y), (Role::Label, small), HPos::Left)?;
        y += chart.px(NAME_GAP_PX);
    }
    let y_of = |value: f64| snapped(plot.bottom() - frame.scale.share(value) * plot.height);
    for tick in frame.scale.ticks() {
        let y = y_of(*tick);
        if *tick != 0.0 {
            pen.stroke(Role::Grid, [(plot.x, y), (plot.right(), y)])?;
        }
        let place = (plot.x - chart.px(8.0), y);
        pen.write(&chart.tick(*tick), place, (Role::ChartText, small), (HPos::Right, VPos::Center))?;
    }
    let band = plot.width / group.dates.len().max(1) as f64;
    for (at, (date, label)) in group.dates.iter().zip(&frame.dates).enumerate() {
        let middle = plot.x + (at as f64 + 0.5) * band;
        let width = chart.date_px(group, band);
        let place = Place { chart, pen: &pen, frame, y_of: &y_of, left: middle - width / 2.0, width, band };
        match chart.standing {
            Standing::Beside => place.beside(date)?,
            Standing::Stacked => place.stacked(date)?,
            Standing::Share => place.shares(date)?,
        }
        if let Some(label) = label {
            let look = (Role::ChartText, small);
            pen.block(&label.lines, (middle, plot.bottom() + chart.px(6.0)), look, HPos::Center)?;
        }
    }
    let ground_y = y_of(0.0);
    pen.stroke(Role::AxisLine, [(plot.x, ground_y), (plot.right(), ground_y)])?;
    ends(chart, group, frame, &y_of, &pen)
}

/// The names of stacked parts at the right of the last date, kept apart.
fn ends(chart: &TowerChart, group: &TowerGroup, frame: &Frame, y_of: &dyn Fn(f64) -> f64, pen: &Pen) -> Drawn {
    let Some(last) = group.dates.last().filter(|_| !frame.ends.is_empty()) else { return Ok(()) };
    let plot = frame.plot;
    let band = plot.width / group.dates.len() as f64;
    let edge = plot.right() - band / 2.0 + chart.date_px(group, band) / 2.0;
    let (mut above, mut below) = (0.0, 0.0);
    let of = |value: f64| match (chart.standing, last.whole) {
        (Standing::Share, Some(whole)) => value / whole * 100.0,
        (Standing::Share, None) => 100.0 / last.bars.iter().flatten().count().max(1) as f64,
        _ => value,
    };
    let middles: Vec<f64> = last
        .bars
        .iter()
        .map(|bar| {
            let Some(bar) = bar else { return y_of(above) };
            let base = if bar.value < 0.0 { &mut below } else { &mut above };
            let middle = y_of(*base + of(bar.value) / 2.0);
            *base += of(bar.value);
            middle
        })
        .collect();
    let line = chart.text.line(TypeSize::Small);
    let height = |end: &Wrapped| end.lines.len() as f64 * line;
    let wanted: Vec<_> =
        middles.iter().zip(&frame.ends).map(|(middle, end)| (*middle, height(end) + chart.px(NAME_GAP_PX))).collect();
    let x = plot.right() + chart.px(LEAD_PX);
    for (at, ((end, from), to)) in
        frame.ends.iter().zip(&middles).zip(spread(&wanted, plot.y, plot.bottom())).enumerate()
    {
        pen.groups.open(Group::new(Role::Plain).toned(Tone::of_index(at)));
        let elbow = (plot.right() + chart.px(3.0), *from);
        pen.stroke(Role::Leader, [(edge + 2.0, *from), elbow, (x - chart.px(3.0), to)])?;
        pen.groups.close();
        pen.block(&end.lines, (x, to - height(end) / 2.0), (Role::Label, TypeSize::Small), HPos::Left)?;
    }
    Ok(())
}
