//! Values one below the other: bars that begin at zero, or dots on an axis. Each is named at its left and has its value beside
//! it; what several sources say of it stands one below the other.

mod place;
mod sign;

use std::sync::Arc;

use plotters::style::text_anchor::{HPos, VPos};

use super::{
    marks::Pen,
    panel::{record, tick_words},
    recorder::Groups,
    signs::{Arrow, Dot, Drawn, Ground, snapped},
};
use crate::{
    layout::text::TextMeter,
    scale::ValueScale,
    scene::{Group, Rect, Role, Tone, TypeSize},
};
use place::{Frame, GROUP_PX, SIDE_PX, TOP_PX};
use sign::{sign, words};

/// A value and what is said of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amount {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// What it is the value of.
    pub label: Arc<str>,
    /// What is claimed: its own value first, then what other sources say.
    pub claims: Vec<AmountClaim>,
}

/// A value as one source gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmountClaim {
    /// The value in words; where sources disagree, with the name of the source.
    pub words: Arc<str>,
    /// The value; `None` where it is not stated.
    pub value: Option<f64>,
    /// What it is like.
    pub dot: Dot,
    /// Whether it is more or less in truth.
    pub arrow: Option<Arrow>,
    /// Low and high, where it is a range.
    pub range: Option<(f64, f64)>,
}

/// Values of one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amounts {
    /// The unit; may be empty.
    pub title: Arc<str>,
    /// The values, from top to bottom.
    pub list: Vec<Amount>,
}

/// How values are shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RowLook {
    /// As bars from zero.
    Bars,
    /// As dots on an axis.
    Dots {
        /// Where the axis begins, if not at zero.
        from: Option<f64>,
        /// Whether it goes by powers of ten, where all values are above zero.
        is_log: bool,
    },
}

/// What rows of values are drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct RowChart {
    /// Width of the figure.
    pub width: f64,
    /// How wide text is.
    pub text: TextMeter,
    /// How values are shown.
    pub look: RowLook,
    /// The values by unit.
    pub groups: Vec<Amounts>,
}

/// Draws values one below the other, and says how high the figure is. Without groups the group is empty.
pub fn row_chart(chart: &RowChart) -> (Group, f64) {
    let frame = chart.frame();
    let mut y = chart.px(TOP_PX);
    let mut tops = Vec::new();
    for group in &chart.groups {
        tops.push(y);
        y = chart.rows(group, &frame, y + chart.heading_px(group)).1 + chart.axis_px() + chart.px(GROUP_PX);
    }
    let height = (y - chart.px(GROUP_PX - TOP_PX)).ceil();
    let group = record(chart.width, height, chart.text, |ground, groups| {
        chart.groups.iter().zip(tops).try_for_each(|(group, top)| draw(chart, group, &frame, top, ground, groups))
    });
    (group, height)
}

fn draw(chart: &RowChart, group: &Amounts, frame: &Frame, top: f64, ground: &Ground, groups: &Groups) -> Drawn {
    let pen = Pen { ground, groups, text: chart.text };
    if !group.title.is_empty() {
        pen.block(&chart.heading(group).lines, (chart.px(SIDE_PX), top), (Role::Title, TypeSize::Label), HPos::Left)?;
    }
    let first = top + chart.heading_px(group);
    let (rows, end) = chart.rows(group, frame, first);
    let scale = chart.scale(group);
    let (left, right) = (frame.plot.0 + frame.reserve.0, frame.plot.1 - frame.reserve.1);
    let x_of = |value: f64| snapped(left + scale.share(value) * (right - left).max(1.0));
    // Where labels stand above values, lines do not run through them.
    let stretches: Vec<(f64, f64)> = match frame.is_beside {
        true => vec![(first, end)],
        false => rows
            .iter()
            .map(|row| (row.lines.first().map_or(row.top, |line| line.top - 1.0), row.bottom - chart.px(2.0)))
            .collect(),
    };
    if chart.look != RowLook::Bars {
        axis(&pen, &scale, &x_of, &stretches, end, frame.plot.1)?;
    }
    groups.open(Group::new(Role::Plain).toned(Tone::of_index(0)));
    for row in &rows {
        let inner = Rect::between(chart.px(SIDE_PX / 2.0), row.top, chart.width - chart.px(SIDE_PX / 2.0), row.bottom);
        pen.target(&row.amount.id, &row.amount.name, inner, || {
            row.lines.iter().try_for_each(|line| sign(chart, frame, line, row.lines.len(), &x_of, &pen))
        })?;
        let label = (Role::Label, TypeSize::Small);
        pen.block(&row.label.lines, (chart.px(SIDE_PX), row.label_top), label, HPos::Left)?;
        row.lines.iter().try_for_each(|line| words(chart, frame, line, &x_of, &pen))?;
    }
    groups.close();
    if chart.look == RowLook::Bars {
        let x = x_of(0.0);
        stretches.iter().try_for_each(|&(from, to)| pen.stroke(Role::AxisLine, [(x, from), (x, to)]))?;
    }
    Ok(())
}

/// The numbers and lines of an axis below rows.
fn axis(
    pen: &Pen,
    scale: &ValueScale,
    x_of: &dyn Fn(f64) -> f64,
    stretches: &[(f64, f64)],
    bottom: f64,
    right: f64,
) -> Drawn {
    let mut free = f64::NEG_INFINITY;
    for (at, tick) in scale.ticks().iter().enumerate() {
        let x = x_of(*tick);
        let is_ground = *tick == 0.0 || scale.is_log() && at == 0;
        let role = if is_ground { Role::AxisLine } else { Role::Grid };
        stretches.iter().try_for_each(|&(from, to)| pen.stroke(role, [(x, from), (x, to)]))?;
        let words = tick_words(*tick);
        let half = pen.text.width(&words, TypeSize::Small, false) / 2.0;
        // Numbers that would run into each other or out of the picture are left out.
        if x - half > free.max(2.0) && x + half <= right + 12.0 {
            let look = (Role::ChartText, TypeSize::Small);
            pen.write(&words, (x, bottom + 5.0 * pen.text.scale), look, (HPos::Center, VPos::Top))?;
            free = x + half + 8.0 * pen.text.scale;
        }
    }
    Ok(())
}
