//! Stacked columns over a value axis that begins at zero.

use std::sync::Arc;

use plotters::{
    chart::ChartBuilder,
    drawing::{DrawingAreaErrorKind, IntoDrawingArea},
    element::{EmptyElement, PathElement, Rectangle, Text},
    style::{
        Color, IntoFont, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::recorder::{ENLARGED, Groups, RecordError, Recorder, ink};
use crate::{
    layout::text::TextMeter,
    scale::linear::count_ticks,
    scene::{Group, KeyKind, Role, Tone, TypeSize},
};

/// A column: counts stacked from the bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// What stands below it, if anything.
    pub label: Option<Arc<str>>,
    /// Colour and count of each part.
    pub parts: Vec<(Tone, u32)>,
}

/// What a chart of columns is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnChart {
    /// Width of the figure.
    pub width: f64,
    /// Height of the figure.
    pub height: f64,
    /// How wide text is.
    pub text: TextMeter,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
}

/// How much of its place a column fills.
const FILLED: f64 = 0.72;
/// Room for the numbers of the value axis.
const AXIS_PX: f64 = 32.0;
/// Room for the labels below the columns.
const LABELS_PX: f64 = 24.0;
const TOP_PX: f64 = 12.0;
const RIGHT_PX: f64 = 8.0;

/// Draws columns. Without columns, or with more than a chart can hold, the group is empty.
pub fn column_chart(chart: &ColumnChart) -> Group {
    let (recorder, groups) = Recorder::new(chart.width, chart.height, chart.text);
    match draw(chart, recorder, &groups) {
        Ok(()) => groups.finish(),
        Err(_) => Group::default(),
    }
}

fn draw(chart: &ColumnChart, recorder: Recorder, groups: &Groups) -> Result<(), DrawingAreaErrorKind<RecordError>> {
    let ColumnChart { columns, text, .. } = chart;
    if columns.is_empty() {
        return Ok(());
    }
    let most = columns.iter().map(|column| column.parts.iter().map(|&(_, count)| u64::from(count)).sum()).max();
    let ticks = count_ticks(most.unwrap_or(0), 4);
    let top = ticks.last().copied().unwrap_or(1) as f64;
    let count = columns.len() as f64;

    let area = recorder.into_drawing_area();
    let enlarged = |px: f64| (px * ENLARGED * text.scale).round() as i32;
    let mut plot = ChartBuilder::on(&area)
        .margin_left(enlarged(AXIS_PX))
        .margin_right(enlarged(RIGHT_PX))
        .margin_top(enlarged(TOP_PX))
        .margin_bottom(enlarged(LABELS_PX))
        .build_cartesian_2d(0.0..count, 0.0..top)?;

    let font = ("sans-serif", TypeSize::Small.px() * ENLARGED).into_font();
    let colour = ink(Role::ChartText);
    let style = |h_pos, v_pos| TextStyle::from(font.clone()).color(&colour).pos(Pos::new(h_pos, v_pos));
    for &tick in &ticks {
        let at = tick as f64;
        let role = if tick == 0 { Role::AxisLine } else { Role::Grid };
        plot.draw_series([PathElement::new([(0.0, at), (count, at)], ink(role))])?;
        let label = Text::new(tick.to_string(), (enlarged(-8.0), 0), style(HPos::Right, VPos::Center));
        plot.draw_series([EmptyElement::at((0.0, at)) + label])?;
    }
    for (index, column) in columns.iter().enumerate() {
        let left = index as f64;
        let group = Group::new(Role::ChartBar).target(KeyKind::Period, column.id.clone(), column.name.clone());
        groups.open(group);
        plot.draw_series([Rectangle::new([(left, 0.0), (left + 1.0, top)], ink(Role::Hit).filled())])?;
        let mut base = 0.0;
        for &(tone, count) in column.parts.iter().filter(|&&(_, count)| count > 0) {
            let inset = (1.0 - FILLED) / 2.0;
            let part = [(left + inset, base), (left + 1.0 - inset, base + f64::from(count))];
            base += f64::from(count);
            groups.open(Group::new(Role::Plain).toned(tone));
            plot.draw_series([Rectangle::new(part, ink(Role::ChartFill).filled())])?;
            groups.close();
        }
        groups.close();
        if let Some(label) = &column.label {
            let label = Text::new(label.to_string(), (0, enlarged(6.0)), style(HPos::Center, VPos::Top));
            plot.draw_series([EmptyElement::at((left + 0.5, 0.0)) + label])?;
        }
    }
    Ok(())
}
