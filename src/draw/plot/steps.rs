//! Values over time: a panel for each series, each with a value axis from zero, above one time axis. What is measured again
//! and again is a line of steps; what is counted each time for itself stands on stems.

use std::sync::Arc;

use plotters::{
    chart::ChartBuilder,
    drawing::IntoDrawingArea,
    element::PathElement,
    style::text_anchor::{HPos, VPos},
};

use super::{
    marks::{Pen, Signs, ValueMark},
    recorder::{ENLARGED, Groups, Recorder, ink},
    signs::{Drawn, Ground, snapped},
};
use crate::{
    i18n::number,
    layout::text::{BOLD, TextMeter, Wrapped, wrap_label},
    scale::{Span, linear::count_ticks, ticks::LABEL_INSET},
    scene::{Group, Rect, Role, Tone, TypeSize},
};

/// One series.
#[derive(Clone, Debug, PartialEq)]
pub struct StepPanel {
    /// What is measured.
    pub title: Arc<str>,
    /// Its colour.
    pub tone: Tone,
    /// Its values, in order of date.
    pub marks: Vec<ValueMark>,
}

/// How the values of a chart belong together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Join {
    /// Each holds until the next: a line of steps.
    #[default]
    Steps,
    /// Each is a number of its own: a stem from zero. All panels have one scale.
    Stems,
}

/// What a chart of values over time is drawn from. All days lie in `domain`.
#[derive(Clone, Debug, PartialEq)]
pub struct StepChart {
    /// Width of the figure.
    pub width: f64,
    /// How wide text is.
    pub text: TextMeter,
    /// The time that is shown.
    pub domain: Span,
    /// Years on the time axis: where they begin, and what they are called.
    pub years: Vec<(f64, Arc<str>)>,
    /// How the values belong together.
    pub join: Join,
    /// The series, from top to bottom.
    pub panels: Vec<StepPanel>,
}

/// Room for the title of a panel.
const TITLE_PX: f64 = 24.0;
/// Room for arrows and numbers above the highest value.
const HEAD_PX: f64 = 22.0;
/// Between two panels.
const GAP_PX: f64 = 14.0;
/// Room for the years.
const YEARS_PX: f64 = 14.0;
const TOP_PX: f64 = 6.0;
const SIDE_PX: f64 = 16.0;
impl StepChart {
    /// Height of the figure.
    pub fn height(&self) -> f64 {
        ((TOP_PX + self.panels.len() as f64 * self.panel_px() + YEARS_PX) * self.text.scale).ceil()
    }

    /// Height of the values of a panel, without text scale.
    fn plot_px(&self) -> f64 {
        match (self.join, self.panels.len()) {
            (Join::Stems, 2..) => 72.0,
            (Join::Stems, _) => 200.0,
            _ => 132.0,
        }
    }

    fn panel_px(&self) -> f64 {
        self.title_px() + HEAD_PX + self.plot_px() + GAP_PX
    }

    /// The title of a panel in at most two lines.
    fn title(&self, panel: &StepPanel) -> Wrapped {
        let room = (self.right() - SIDE_PX) / BOLD;
        wrap_label(&self.text, &panel.title, TypeSize::Label, room, room, 2)
    }

    /// Room for the longest title, without text scale.
    fn title_px(&self) -> f64 {
        let lines = self.panels.iter().map(|panel| self.title(panel).lines.len()).max().unwrap_or(1);
        TITLE_PX + (lines - 1) as f64 * TypeSize::Label.line_px()
    }

    /// The numbers on the value axis of each panel.
    fn ticks(&self) -> Vec<Vec<f64>> {
        let most = if self.plot_px() < 100.0 { 3 } else { 5 };
        match self.join {
            Join::Steps => self.panels.iter().map(|panel| ticks(panel.marks.iter(), most)).collect(),
            Join::Stems => {
                let shared = ticks(self.panels.iter().flat_map(|panel| &panel.marks), most);
                vec![shared; self.panels.len()]
            }
        }
    }

    /// From where to where the time axis goes.
    pub fn time_px(&self) -> (f64, f64) {
        (self.left(&self.ticks()), self.right())
    }

    /// Where the plots begin: beside the widest of these numbers.
    fn left(&self, ticks: &[Vec<f64>]) -> f64 {
        let numbers = ticks.iter().flatten().map(|tick| number(*tick));
        let widest = numbers.map(|label| self.text.width(&label, TypeSize::Small, false)).fold(0.0, f64::max);
        (SIDE_PX + widest + 8.0 * self.text.scale).ceil()
    }

    fn right(&self) -> f64 {
        (self.width - SIDE_PX * self.text.scale).floor()
    }
}

/// The room for the time axis of a figure of this width, as wide as it can be.
pub fn plot_width(width: f64) -> f64 {
    (width - 3.0 * SIDE_PX).max(1.0)
}

/// Draws values over time. Without panels the group is empty.
pub fn step_chart(chart: &StepChart) -> Group {
    let height = chart.height();
    let (recorder, groups) = Recorder::new(chart.width, height, chart.text);
    let ground = recorder.into_drawing_area();
    let ticks = chart.ticks();
    let (left, title_px, panel_px) = (chart.left(&ticks), chart.title_px(), chart.panel_px());
    let frame = |index: usize| {
        let top = (TOP_PX + index as f64 * panel_px) * chart.text.scale;
        Frame { ticks: &ticks[index], top, title_px, left, height }
    };
    let mut panels = chart.panels.iter().enumerate();
    match panels.try_for_each(|(index, panel)| draw_panel(chart, panel, &frame(index), &ground, &groups)) {
        Ok(()) => groups.finish(),
        Err(_) => Group::default(),
    }
}

/// Whole numbers from zero to beyond the values, or from below them where some are negative.
fn ticks<'a>(marks: impl Iterator<Item = &'a ValueMark>, most: u64) -> Vec<f64> {
    let values = marks.flat_map(|mark| {
        let range = mark.range.into_iter().flat_map(|(low, high)| [low, high]);
        let bin = mark.bin.iter().flat_map(|bin| [bin.ends.0, bin.ends.1]);
        range.chain(bin).chain([mark.value]).chain(mark.beside.iter().map(|&(_, value)| value))
    });
    let (low, high) = values.fold((0.0, 0.0), |(low, high), value| (f64::min(low, value), f64::max(high, value)));
    let step = count_ticks(high.max(-low).ceil() as u64, most).get(1).map_or(1.0, |&step| step as f64);
    let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
    (first..=last.max(first + 1)).map(|count| count as f64 * step).collect()
}

/// The place of a panel.
struct Frame<'a> {
    /// The numbers on its value axis.
    ticks: &'a [f64],
    top: f64,
    /// Room for its title, without text scale.
    title_px: f64,
    left: f64,
    /// Height of the figure.
    height: f64,
}

fn draw_panel(chart: &StepChart, panel: &StepPanel, frame: &Frame, ground: &Ground, groups: &Groups) -> Drawn {
    let StepChart { text, domain, years, .. } = chart;
    let scale = text.scale;
    let Frame { ticks, top, title_px, left, height } = *frame;
    let right = chart.right();
    let is_last = chart.panels.last().is_some_and(|last| std::ptr::eq(last, panel));
    let plot_top = top + (title_px + HEAD_PX) * scale;
    let plot_bottom = plot_top + chart.plot_px() * scale;
    let (lowest, highest) = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    let enlarged = |px: f64| (px * ENLARGED).round() as i32;
    let mut plot = ChartBuilder::on(ground)
        .margin_left(enlarged(left))
        .margin_right(enlarged(chart.width - right))
        .margin_top(enlarged(plot_top))
        .margin_bottom(enlarged(height - plot_bottom))
        .build_cartesian_2d(domain.start..domain.end, lowest..highest)?;
    let pen = Pen { ground, groups, text: *text };

    for (line, words) in (0..).zip(&chart.title(panel).lines) {
        let y = top + TITLE_PX * scale / 2.0 + f64::from(line) * text.line(TypeSize::Label);
        pen.write(words, (SIDE_PX, y), (Role::Title, TypeSize::Label), (HPos::Left, VPos::Center))?;
    }
    for (day, _) in years {
        plot.draw_series([PathElement::new([(*day, lowest), (*day, highest)], ink(Role::Grid))])?;
    }
    for &tick in ticks {
        let role = if tick == 0.0 { Role::AxisLine } else { Role::Grid };
        plot.draw_series([PathElement::new([(domain.start, tick), (domain.end, tick)], ink(role))])?;
    }
    let place = |day: f64, value: f64| {
        let (x, y) = plot.backend_coord(&(day, value));
        (snapped(f64::from(x) / ENLARGED), snapped(f64::from(y) / ENLARGED))
    };
    for &tick in ticks {
        let (_, y) = place(domain.start, tick);
        pen.write(
            &number(tick),
            (left - 8.0 * scale, y),
            (Role::ChartText, TypeSize::Small),
            (HPos::Right, VPos::Center),
        )?;
    }
    if is_last {
        for (day, label) in years {
            let x = place(*day, lowest).0 + LABEL_INSET;
            if x + text.width(label, TypeSize::Small, false) <= chart.width {
                pen.write(
                    label,
                    (x, plot_bottom + 6.0 * scale),
                    (Role::ChartText, TypeSize::Small),
                    (HPos::Left, VPos::Top),
                )?;
            }
        }
    }
    groups.open(Group::new(Role::Plain).toned(panel.tone));
    let signs: Vec<Signs> = panel.marks.iter().map(|mark| Signs::of(mark, &place)).collect();
    if chart.join == Join::Steps {
        pen.stroke(Role::ChartLine, steps(panel, &signs))?;
    }
    let ground_y = (chart.join == Join::Stems).then(|| place(domain.start, 0.0).1);
    pen.marks(&panel.marks, &signs, ground_y)?;
    groups.close();
    let stems = ground_y.into_iter().flat_map(|ground_y| {
        signs
            .iter()
            .map(move |signs| signs.stem(ground_y))
            .map(|[(x, from), (_, to)]| Rect::between(x - 1.0, to, x + 1.0, from))
    });
    pen.labels(
        &panel.marks,
        &signs,
        stems.collect(),
        Rect::between(left, top + title_px * scale, chart.width, plot_bottom),
    )
}

/// The line of steps through the values that belong together.
fn steps(panel: &StepPanel, signs: &[Signs]) -> Vec<(f64, f64)> {
    let joined = || panel.marks.iter().zip(signs).filter(|(mark, _)| mark.joined).flat_map(|(_, signs)| signs.path());
    joined().zip(joined().skip(1)).flat_map(|(one, next)| [*one, (next.0, one.1), *next]).collect()
}
