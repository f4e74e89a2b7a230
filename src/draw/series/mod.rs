//! Measured values over time: a panel for each series, and what they come to.

mod caption;
mod lines;
mod participants;
mod pins;
mod reading;

use std::sync::Arc;

use super::plot::{Arrow, Dot, StepChart, StepPanel, ValueMark, plot_width, step_chart};
use crate::{
    layout::text::TextMeter,
    model::{Day, Qualifier},
    scale::{
        DateLabels, Span,
        ticks::{year_number, year_step},
        time,
    },
    scene::{Anchor, Group, Role, Scene, Shape, Tone, TypeSize},
};
use pins::{TimeAxis, strip};

pub use super::plot::{Join, Sample, sample};
pub use caption::{caption, join};
pub use lines::{LinesChart, Shared, annual, lines, small_panels};
pub use participants::participants;
pub use pins::{Pin, PinSign, Pins};
pub use reading::{Reading, Readings, Telling, span_of};

/// The words of the chart, in the reader's language.
pub struct SeriesText {
    /// Name of the figure.
    pub title: Arc<str>,
    /// What it shows; may be empty.
    pub description: Arc<str>,
    /// Said when there is nothing to draw.
    pub empty: Arc<str>,
    /// How years are written.
    pub dates: DateLabels,
}

/// Height of a figure without values.
const EMPTY_PX: f64 = 96.0;

/// The first and the last day to show, where the author names them.
pub type Bounds = (Option<Day>, Option<Day>);

/// What a chart of series is drawn from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeriesChart {
    /// The series, each in a panel of its own in this order.
    pub all: Vec<Readings>,
    /// How their values belong together.
    pub join: Join,
    /// What is marked below them, a strip each.
    pub pins: Vec<Pins>,
    /// The first and the last day to show, where the author names them.
    pub bounds: Bounds,
}

/// The chart of series. It shows whole years: those of the values and marks, or of the bounds where they are given. What lies
/// outside is left out. Each value and mark carries its id as `data-key`.
pub fn series(drawn: &SeriesChart, width: f64, meter: TextMeter, text: &SeriesText) -> Scene {
    let domain = extent(drawn.all.iter(), &drawn.pins).map(|extent| whole_years(within(extent, drawn.bounds)));
    let panels: Vec<StepPanel> = domain.map_or(Vec::new(), |domain| {
        let panels = drawn.all.iter().enumerate().map(|(index, readings)| panel(index, readings, drawn.join, domain));
        panels.filter(|panel| !panel.marks.is_empty()).collect()
    });
    let (title, description) = (text.title.clone(), text.description.clone());
    if let Some(domain) = domain.filter(|_| !panels.is_empty()) {
        let years = years(domain, plot_width(width), meter, text.dates);
        let chart = StepChart { width, text: meter, domain, years, join: drawn.join, panels };
        let (mut height, mut root) = (chart.height(), step_chart(&chart));
        let axis = TimeAxis { domain, px: chart.time_px() };
        for (strip, strip_height) in drawn.pins.iter().filter_map(|pins| strip(pins, axis, meter)) {
            root.add(strip.at(0.0, height));
            height += strip_height;
        }
        return Scene { width, height: height.ceil(), title, description, text_scale: meter.scale, root };
    }
    empty(width, meter, text)
}

/// Says that there is nothing to draw.
fn empty(width: f64, meter: TextMeter, text: &SeriesText) -> Scene {
    let (title, description) = (text.title.clone(), text.description.clone());
    let height = EMPTY_PX * meter.scale;
    let mut root = Group::new(Role::Plain);
    let (content, size, anchor) = (text.empty.clone(), TypeSize::Label, Anchor::Middle);
    root.push(Role::Empty, Shape::Text { x: width / 2.0, y: height / 2.0, content, size, anchor });
    Scene { width, height, title, description, text_scale: meter.scale, root }
}

/// The signs that occur, in the order of a legend.
pub fn samples(all: &[Readings]) -> Vec<Sample> {
    let any = |holds: &dyn Fn(&Reading) -> bool| all.iter().flat_map(|one| &one.list).any(holds);
    let signs = [
        (Sample::About, any(&|one| dot(one) == Dot::About)),
        (Sample::Up, any(&|one| arrow(one) == Some(Arrow::Up))),
        (Sample::Down, any(&|one| arrow(one) == Some(Arrow::Down))),
        (Sample::Range, any(&|one| one.range.is_some())),
        (Sample::Within, any(&|one| one.when.days() > time::MONTH_DAYS)),
        (Sample::Disputed, any(&Reading::is_contested)),
        (Sample::Apart, any(&|one| dot(one) == Dot::Apart)),
    ];
    signs.into_iter().filter(|(_, occurs)| *occurs).map(|(sample, _)| sample).collect()
}

/// From the first day that a value or a mark can mean to the last.
fn extent<'a>(all: impl Iterator<Item = &'a Readings>, pins: &[Pins]) -> Option<Span> {
    let readings = all.flat_map(|one| &one.list);
    let spans = readings.flat_map(|one| one.beside.iter().map(|&(when, _)| when).chain([one.when]));
    let marked = pins.iter().flat_map(|pins| &pins.list).map(|pin| pin.when);
    spans.chain(marked).reduce(|all, next| Span::new(all.start.min(next.start), all.end.max(next.end)))
}

/// A span with the ends that an author names in place of its own.
fn within(extent: Span, (first, last): Bounds) -> Span {
    let first = first.map(|day| day.unix_days() as f64);
    let last = last.map(|day| day.unix_days() as f64 + 1.0);
    let start = first.unwrap_or_else(|| last.map_or(extent.start, |last| extent.start.min(last - 1.0)));
    Span::new(start, last.unwrap_or_else(|| extent.end.max(start + 1.0)))
}

/// The years that a span touches.
fn whole_years(span: Span) -> Span {
    let year = |day: i64| Day::from_unix_days(day).year();
    Span::new(first_of(year(span.first_day())), first_of(year(span.last_day()) + 1))
}

/// Where a year begins.
fn first_of(year: i64) -> f64 {
    Day::new(year, 1, 1).map_or(time::END_DAY, |day| day.unix_days() as f64)
}

/// The years that are named on the axis: round ones, as many as there is room for.
fn years(domain: Span, plot_px: f64, meter: TextMeter, dates: DateLabels) -> Vec<(f64, Arc<str>)> {
    let [first, last] = [domain.first_day(), domain.last_day()].map(|day| Day::from_unix_days(day).year());
    let label = |year: i64| year_number(year, dates);
    let widest = [first, last].map(|year| meter.width(&label(year), TypeSize::Small, false));
    let step = year_step(plot_px / (last - first + 1) as f64, widest[0].max(widest[1]));
    let round = (first..=last).filter(|year| year.rem_euclid(step) == 0);
    round.map(|year| (first_of(year), label(year).into())).collect()
}

fn panel(index: usize, readings: &Readings, join: Join, domain: Span) -> StepPanel {
    let marks = marks(readings, join == Join::Stems, domain);
    StepPanel { title: readings.title.clone(), tone: Tone::of_index(index), marks }
}

/// The values within a time, with their numbers: of all, or of the last and the highest.
fn marks(readings: &Readings, all_labelled: bool, domain: Span) -> Vec<ValueMark> {
    let is_shown = |when: Span| (domain.start..=domain.end).contains(&when.middle());
    let cut = |when: Span| Span::new(when.start.max(domain.start), when.end.min(domain.end));
    let shown: Vec<Reading> = readings.list.iter().filter(|reading| is_shown(reading.when)).cloned().collect();
    let told = caption::told(&shown);
    let labelled = [told.last().copied(), caption::extreme(&told, |a, b| a > b).or(told.first().copied())];
    let marks = shown.iter().map(|reading| ValueMark {
        id: reading.id.clone(),
        name: reading.name.clone(),
        when: cut(reading.when),
        value: reading.value,
        dot: dot(reading),
        arrow: arrow(reading),
        range: reading.range,
        beside: reading.beside.iter().filter(|(when, _)| is_shown(*when)).copied().collect(),
        joined: reading.is_on_line(),
        label: (all_labelled || labelled.iter().flatten().any(|one| one.id == reading.id))
            .then(|| reading.short.as_str().into()),
    });
    marks.collect()
}

/// What a value is like.
pub fn dot(reading: &Reading) -> Dot {
    match reading {
        Reading { disputed: true, .. } => Dot::Disputed,
        Reading { comparable: false, .. } => Dot::Apart,
        Reading { qualifier: Qualifier::About, .. } => Dot::About,
        _ => Dot::Exact,
    }
}

fn arrow(reading: &Reading) -> Option<Arrow> {
    match reading.qualifier {
        Qualifier::MoreThan | Qualifier::AtLeast => Some(Arrow::Up),
        Qualifier::AtMost | Qualifier::LessThan => Some(Arrow::Down),
        Qualifier::Exact | Qualifier::About => None,
    }
}
