//! Lines over time: the series of one unit share a panel and are named at their ends; where that has no room, by numbers.

use std::sync::Arc;

use plotters::style::text_anchor::HPos;

use super::{
    marks::{Pen, Signs},
    panel::{Line, Panel, record, scale_of, widest_tick},
    recorder::Groups,
    signs::{Drawn, Ground},
};
use crate::{
    draw::words::lines as in_lines,
    layout::{
        spread::spread,
        text::{BOLD, TextMeter, Wrapped},
    },
    scale::{Span, ValueScale},
    scene::{Group, Rect, Role, TypeSize},
};

/// The series of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct LinePanel {
    /// What is measured, or the unit where there are several.
    pub title: Arc<str>,
    /// The series; not empty.
    pub lines: Vec<Line>,
}

/// What a chart of lines is drawn from. All days lie in `domain`.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChart {
    /// Width of the figure.
    pub width: f64,
    /// How wide text is.
    pub text: TextMeter,
    /// The time that is shown.
    pub domain: Span,
    /// Years on the time axis: where they begin, and what they are called.
    pub years: Vec<(f64, Arc<str>)>,
    /// Where the value axis begins, if not at zero.
    pub from: Option<f64>,
    /// Whether values are spread by powers of ten, where all are above zero.
    pub is_log: bool,
    /// The panels, from top to bottom.
    pub panels: Vec<LinePanel>,
}

const SIDE_PX: f64 = 16.0;
const TOP_PX: f64 = 6.0;
/// Room for arrows and numbers above the highest value.
const HEAD_PX: f64 = 22.0;
/// Least height of the values.
const PLOT_PX: f64 = 200.0;
/// Room for the years, and between two panels.
const YEARS_PX: f64 = 34.0;
/// Between the plot and the names at the ends of lines.
const LEAD_PX: f64 = 18.0;
/// Names stand at the ends of lines where the figure is as wide.
const NAMED_PX: f64 = 460.0;
/// How much of the figure the names may take.
const NAMES: f64 = 0.36;
/// Between two names.
const NAME_GAP_PX: f64 = 5.0;

/// Everything about a panel that follows from its texts.
struct Measured<'a> {
    panel: &'a LinePanel,
    title: Wrapped,
    /// Names at the ends of lines, or their numbers.
    ends: Vec<Wrapped>,
    /// Names that are listed above, where their numbers stand at the ends.
    keys: Vec<Wrapped>,
    /// Room for the last values before the names.
    last_px: f64,
    scale: ValueScale,
    top: f64,
    plot_px: f64,
}

impl LineChart {
    fn px(&self, px: f64) -> f64 {
        px * self.text.scale
    }

    /// Whether names stand at the ends of lines.
    fn is_named(&self) -> bool {
        self.width >= self.px(NAMED_PX)
    }

    fn measured(&self) -> (Vec<Measured<'_>>, f64) {
        let size = TypeSize::Small;
        let room = self.width - 2.0 * self.px(SIDE_PX);
        let mut top = self.px(TOP_PX);
        let measure = |panel: &LinePanel, top: f64| {
            let is_one = panel.lines.len() < 2;
            let last_px = panel.lines.iter().filter_map(|line| self.last_px(line)).fold(0.0, f64::max) + self.px(6.0);
            let names_px = (self.width * NAMES - last_px).max(self.px(40.0));
            let numbered = |at: usize| Wrapped {
                lines: vec![(at + 1).to_string().into()],
                width: self.text.width(&(at + 1).to_string(), size, true),
            };
            let name = |line: &Line| in_lines(&self.text, &line.name, size, names_px);
            let (mut ends, mut keys) = (Vec::new(), Vec::new());
            if !is_one && self.is_named() {
                ends = panel.lines.iter().map(name).collect();
            } else if !is_one {
                ends = (0..panel.lines.len()).map(numbered).collect();
                let room = room - self.px(24.0);
                let key = |line: &Line| in_lines(&self.text, &format!("{} · {}", line.name, line.last), size, room);
                keys = panel.lines.iter().map(key).collect();
            }
            let title = in_lines(&self.text, &panel.title, TypeSize::Label, room / BOLD);
            let ends_px: f64 = ends.iter().map(|end| self.height_of(end)).sum();
            let marks = panel.lines.iter().flat_map(|line| &line.marks);
            let scale = scale_of(&mut marks.clone(), self.from, self.is_log, 5);
            (title, ends, keys, last_px, scale, self.px(PLOT_PX).max(ends_px), top)
        };
        let mut all = Vec::new();
        for panel in &self.panels {
            let (title, ends, keys, last_px, scale, plot_px, at) = measure(panel, top);
            let keys_px: f64 = keys.iter().map(|key| self.height_of(key)).sum();
            let head_px = title.lines.len() as f64 * self.text.line(TypeSize::Label) + self.px(8.0 + HEAD_PX) + keys_px;
            let plot_top = at + head_px;
            top = plot_top + plot_px + self.px(YEARS_PX);
            all.push(Measured { panel, title, ends, keys, last_px, scale, top: at, plot_px });
        }
        (all, top.ceil())
    }

    /// Room for the last value of a line, where there is as much.
    fn last_px(&self, line: &Line) -> Option<f64> {
        let width = self.text.width(&line.last, TypeSize::Small, true);
        Some(width).filter(|width| *width <= self.width * NAMES / 2.0)
    }

    fn height_of(&self, words: &Wrapped) -> f64 {
        words.lines.len() as f64 * self.text.line(TypeSize::Small) + self.px(NAME_GAP_PX)
    }

    /// From where to where the time axis goes: between the widest number and the widest name.
    pub fn time_px(&self) -> (f64, f64) {
        self.time_px_of(&self.measured().0)
    }

    fn time_px_of(&self, all: &[Measured]) -> (f64, f64) {
        let numbers = all.iter().map(|one| widest_tick(&one.scale, self.text)).fold(0.0, f64::max);
        let named = |one: &Measured| {
            let widest = one.ends.iter().map(|end| end.width).reduce(f64::max)?;
            Some(widest + self.px(LEAD_PX) + if self.is_named() { one.last_px } else { 0.0 })
        };
        let names = all.iter().filter_map(named).fold(0.0, f64::max);
        let left = (self.px(SIDE_PX) + numbers + self.px(8.0)).ceil();
        (left, (self.width - self.px(SIDE_PX) - names).floor().max(left + 8.0))
    }
}

/// Draws lines over time, and says how high the figure is. Without panels the group is empty.
pub fn line_chart(chart: &LineChart) -> (Group, f64) {
    let (all, height) = chart.measured();
    let (left, right) = chart.time_px_of(&all);
    let group = record(chart.width, height, chart.text, |ground, groups| {
        all.iter().try_for_each(|one| draw(chart, one, (left, right), ground, groups))
    });
    (group, height)
}

fn draw(chart: &LineChart, one: &Measured, (left, right): (f64, f64), ground: &Ground, groups: &Groups) -> Drawn {
    let pen = Pen { ground, groups, text: chart.text };
    let side = chart.px(SIDE_PX);
    let mut y = one.top;
    y = pen.block(&one.title.lines, (side, y), (Role::Title, TypeSize::Label), HPos::Left)? + chart.px(8.0);
    for (at, (key, line)) in one.keys.iter().zip(&one.panel.lines).enumerate() {
        let words = (Role::Title, TypeSize::Small);
        groups.open(Group::new(Role::Plain).toned(line.tone));
        pen.block(&[(at + 1).to_string().into()], (side + chart.px(16.0), y), words, HPos::Right)?;
        groups.close();
        y = pen.block(&key.lines, (side + chart.px(24.0), y), (Role::Label, TypeSize::Small), HPos::Left)?;
        y += chart.px(NAME_GAP_PX);
    }
    let plot = Rect::between(left, y + chart.px(HEAD_PX), right, y + chart.px(HEAD_PX) + one.plot_px);
    let panel = Panel { plot, scale: &one.scale, domain: chart.domain, years: &chart.years };
    panel.grid(&pen, true)?;
    panel.years(&pen, if one.ends.is_empty() { chart.width } else { right + chart.px(LEAD_PX) })?;
    let mut drawn: Vec<Vec<Signs>> = Vec::new();
    for line in &one.panel.lines {
        drawn.push(panel.line(&pen, groups, line)?);
    }
    if let ([line], [signs]) = (&one.panel.lines[..], &drawn[..]) {
        let room = Rect::between(left, y, chart.width - 2.0, plot.bottom());
        return pen.labels(&line.marks, signs, Vec::new(), room);
    }
    ends(chart, one, plot, &drawn, &pen)
}

/// The names at the ends of the lines, kept apart, each led to from its last value.
fn ends(chart: &LineChart, one: &Measured, plot: Rect, drawn: &[Vec<Signs>], pen: &Pen) -> Drawn {
    let last = |signs: &Vec<Signs>| signs.last().map_or((plot.right(), plot.bottom()), |last| last.own.at);
    let wanted: Vec<_> =
        drawn.iter().zip(&one.ends).map(|(signs, end)| (last(signs).1, chart.height_of(end))).collect();
    let middles = spread(&wanted, plot.y - chart.px(8.0), plot.bottom() + chart.px(8.0));
    let x = plot.right() + chart.px(LEAD_PX);
    for (((line, end), signs), middle) in one.panel.lines.iter().zip(&one.ends).zip(drawn).zip(middles) {
        let (from_x, from_y) = last(signs);
        let elbow = plot.right() + chart.px(3.0);
        pen.groups.open(Group::new(Role::Plain).toned(line.tone));
        let from = (from_x + chart.px(7.0), from_y);
        pen.stroke(Role::Leader, [from, (elbow.max(from.0), from_y), (x - chart.px(3.0), middle)])?;
        pen.groups.close();
        let height = end.lines.len() as f64 * chart.text.line(TypeSize::Small);
        let top = middle - height / 2.0;
        if chart.is_named() {
            let last = (x + one.last_px - chart.px(6.0), top);
            if chart.last_px(line).is_some() {
                pen.block(std::slice::from_ref(&line.last), last, (Role::Title, TypeSize::Small), HPos::Right)?;
            }
            pen.block(&end.lines, (x + one.last_px, top), (Role::Label, TypeSize::Small), HPos::Left)?;
        } else {
            pen.block(&end.lines, (x, top), (Role::Title, TypeSize::Small), HPos::Left)?;
        }
    }
    Ok(())
}
