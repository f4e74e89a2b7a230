//! Small panels beside and below one another, one a series: those of one unit on one scale, all over the same time.

use std::sync::Arc;

use plotters::style::text_anchor::HPos;

use super::{
    lines::LinePanel,
    marks::Pen,
    panel::{Line, Panel, record, scale_of, widest_tick},
    recorder::Groups,
    signs::{Drawn, Ground},
};
use crate::{
    draw::words::lines as in_lines,
    layout::text::{BOLD, TextMeter, Wrapped},
    scale::{Span, ValueScale},
    scene::{Group, Rect, Role, TypeSize},
};

/// What small panels are drawn from. All days lie in `domain`.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    /// Width of the figure.
    pub width: f64,
    /// How wide text is.
    pub text: TextMeter,
    /// The time that is shown.
    pub domain: Span,
    /// Years on the time axis: where they begin, and what they are called.
    pub years: Vec<(f64, Arc<str>)>,
    /// Where the value axes begin, if not at zero.
    pub from: Option<f64>,
    /// Whether values are spread by powers of ten, where all are above zero.
    pub is_log: bool,
    /// The series by unit; each has a panel, those of a unit one scale.
    pub groups: Vec<LinePanel>,
}

const SIDE_PX: f64 = 16.0;
const TOP_PX: f64 = 6.0;
/// Room for arrows and numbers above the highest value.
const HEAD_PX: f64 = 20.0;
const PLOT_PX: f64 = 96.0;
const YEARS_PX: f64 = 30.0;
/// Least width of a plot, and between two of them.
const COLUMN_PX: f64 = 168.0;
const GAP_PX: f64 = 24.0;
/// Between the groups of two units.
const GROUP_PX: f64 = 12.0;
const MOST_COLUMNS: f64 = 5.0;

impl Multiples {
    fn px(&self, px: f64) -> f64 {
        px * self.text.scale
    }

    fn scales(&self) -> Vec<ValueScale> {
        let scale = |group: &LinePanel| {
            let marks = group.lines.iter().flat_map(|line| &line.marks);
            scale_of(&mut marks.clone(), self.from, self.is_log, 3)
        };
        self.groups.iter().map(scale).collect()
    }

    /// Where the first plot begins, how many stand side by side, and how wide each is.
    fn columns(&self) -> (f64, usize, f64) {
        let numbers = self.scales().iter().map(|scale| widest_tick(scale, self.text)).fold(0.0, f64::max);
        let left = (self.px(SIDE_PX) + numbers + self.px(8.0)).ceil();
        let (room, gap) = (self.width - left - self.px(SIDE_PX), self.px(GAP_PX));
        let most = self.groups.iter().map(|group| group.lines.len()).max().unwrap_or(1) as f64;
        let count = ((room + gap) / (self.px(COLUMN_PX) + gap)).floor().clamp(1.0, MOST_COLUMNS.min(most).max(1.0));
        (left, count as usize, ((room + gap) / count - gap).floor().max(8.0))
    }

    /// How wide the time axis of a panel is.
    pub fn time_px(&self) -> f64 {
        self.columns().2
    }
}

/// Draws small panels, and says how high the figure is. Without groups the group is empty.
pub fn multiples(chart: &Multiples) -> (Group, f64) {
    // The height follows from the texts: the first time nothing is drawn.
    let height = place::<()>(chart, &mut |_| Ok(())).unwrap_or_default().ceil();
    let group = record(chart.width, height, chart.text, |ground, groups| {
        place(chart, &mut |part| draw(chart, part, ground, groups)).map(|_| ())
    });
    (group, height)
}

/// A part of the figure in its place.
enum Part<'a> {
    Title(Vec<Arc<str>>, f64),
    Panel { line: &'a Line, title: &'a Wrapped, top: f64, plot: Rect, scale: &'a ValueScale, is_first: bool },
}

/// Goes through all parts; returns where they end.
fn place<E>(chart: &Multiples, each: &mut dyn FnMut(Part) -> Result<(), E>) -> Result<f64, E> {
    let (left, columns, width) = chart.columns();
    let (gap, line) = (chart.px(GAP_PX), chart.text.line(TypeSize::Small));
    let mut y = chart.px(TOP_PX);
    for (group, scale) in chart.groups.iter().zip(chart.scales()) {
        let room = (chart.width - 2.0 * chart.px(SIDE_PX)) / BOLD;
        if !group.title.is_empty() {
            let title = in_lines(&chart.text, &group.title, TypeSize::Label, room);
            let end = y + title.lines.len() as f64 * chart.text.line(TypeSize::Label) + chart.px(10.0);
            each(Part::Title(title.lines, y))?;
            y = end;
        }
        for row in group.lines.chunks(columns) {
            let titles: Vec<Wrapped> =
                row.iter().map(|one| in_lines(&chart.text, &one.name, TypeSize::Small, width / BOLD)).collect();
            let most = titles.iter().map(|title| title.lines.len()).max().unwrap_or(1);
            let plot_top = y + most as f64 * line + chart.px(HEAD_PX);
            for (at, (one, title)) in row.iter().zip(&titles).enumerate() {
                let x = left + at as f64 * (width + gap);
                let plot = Rect { x, y: plot_top, width, height: chart.px(PLOT_PX) };
                // Titles stand on the last line, next to their plots.
                let top = y + (most - title.lines.len()) as f64 * line;
                each(Part::Panel { line: one, title, top, plot, scale: &scale, is_first: at == 0 })?;
            }
            y = plot_top + chart.px(PLOT_PX + YEARS_PX);
        }
        y += chart.px(GROUP_PX);
    }
    Ok(y - chart.px(GROUP_PX))
}

fn draw(chart: &Multiples, part: Part, ground: &Ground, groups: &Groups) -> Drawn {
    let pen = Pen { ground, groups, text: chart.text };
    match part {
        Part::Title(lines, y) => {
            pen.block(&lines, (chart.px(SIDE_PX), y), (Role::Title, TypeSize::Label), HPos::Left)?;
        }
        Part::Panel { line, title, top, plot, scale, is_first } => {
            let panel = Panel { plot, scale, domain: chart.domain, years: &chart.years };
            pen.block(&title.lines, (plot.x, top), (Role::Title, TypeSize::Small), HPos::Left)?;
            panel.grid(&pen, is_first)?;
            panel.years(&pen, (plot.right() + chart.px(GAP_PX) - 6.0).min(chart.width))?;
            let signs = panel.line(&pen, groups, line)?;
            let room = Rect::between(plot.x, plot.y - chart.px(HEAD_PX), plot.right(), plot.bottom());
            pen.labels(&line.marks, &signs, Vec::new(), room)?;
        }
    }
    Ok(())
}
