//! Measured values over time: a panel for each series, and what they come to.

mod caption;
mod lines;
mod participants;
mod reading;
mod thinned;

use std::sync::Arc;

use super::plot::{Arrow, Dot, StepChart, StepPanel, ValueMark, plot_width, step_chart};
use super::{
    pins::{Pins, TimeAxis, strip},
    thin,
    words::push_more,
};
use crate::{
    i18n::Words,
    layout::text::TextMeter,
    model::{Day, Qualifier},
    scale::{
        DateLabels, Span,
        ticks::{year_number, year_step},
        time,
    },
    scene::{Anchor, Group, Role, Scene, Shape, Tone, TypeSize},
};
use thinned::{Count, Making};

pub use super::plot::{Join, Sample, sample};
pub use caption::{caption, join};
pub use lines::{LinesChart, Shared, annual, lines, small_panels};
pub use participants::participants;
pub use reading::{Reading, Readings, Telling, span_of};
pub use thinned::Several;

/// The words of the chart, in the reader's language.
pub struct SeriesText<'a> {
    /// The words of the page.
    pub words: &'a Words,
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
#[derive(Clone, Default)]
pub struct SeriesChart<'a> {
    /// The series, each in a panel of its own in this order.
    pub all: Vec<Readings<'a>>,
    /// How their values belong together.
    pub join: Join,
    /// What is marked below them, a strip each.
    pub pins: Vec<Pins>,
    /// The first and the last day to show, where the author names them.
    pub bounds: Bounds,
}

/// A picture of values over time.
pub struct Pictured {
    /// The picture.
    pub scene: Scene,
    /// That values stand together in it, where they do.
    pub thinned: Option<String>,
}

/// The chart of series. It shows whole years: those of the values and marks, or of the bounds where they are given. What lies
/// outside is left out. Each value and mark carries its id as `data-key`; where values have no room, several are one mark.
pub fn series(drawn: &SeriesChart, width: f64, meter: TextMeter, text: &SeriesText) -> Pictured {
    let domain = extent(drawn.all.iter(), &drawn.pins).map(|extent| whole_years(within(extent, drawn.bounds)));
    let Some(domain) = domain else { return empty(width, meter, text) };
    let panels = |marks: &mut dyn FnMut(&Readings) -> Vec<ValueMark>| -> Vec<StepPanel> {
        let panel = |(index, one): (usize, &Readings)| StepPanel {
            title: one.title.clone(),
            tone: Tone::of_index(index),
            marks: marks(one),
        };
        drawn.all.iter().take(thin::MOST_ROWS).enumerate().map(panel).filter(|panel| !panel.marks.is_empty()).collect()
    };
    let mut axis = TimeAxis { domain, px: (0.0, 0.0) };
    let outlined = panels(&mut |one| thinned::outline(one, &axis).into_iter().collect());
    let years = years(domain, plot_width(width), meter, text.dates);
    let mut chart = StepChart { width, text: meter, domain, years, join: drawn.join, panels: outlined };
    axis.px = chart.time_px();
    let rest = drawn.all.len().saturating_sub(thin::MOST_ROWS);
    let (mut count, is_labelled) = (Count { rest, ..Count::default() }, drawn.join == Join::Stems);
    let making = Making { words: text.words, axis, lines: chart.panels.len(), is_labelled };
    chart.panels = panels(&mut |one| thinned::marks(one, making, &mut count));
    if chart.panels.is_empty() {
        return empty(width, meter, text);
    }
    let (mut height, mut root) = (chart.height(), step_chart(&chart));
    for (strip, strip_height) in drawn.pins.iter().filter_map(|pins| strip(pins, axis, meter)) {
        root.add(strip.at(0.0, height));
        height += strip_height;
    }
    pictured(root, (width, height.ceil()), meter, text, count)
}

/// The picture, which says where values stand together.
fn pictured(
    mut root: Group,
    (width, height): (f64, f64),
    meter: TextMeter,
    text: &SeriesText,
    count: Count,
) -> Pictured {
    let thinned = count.told(text.words);
    let more = match count.rest {
        0 => String::new(),
        rest => text.words.text_with("thin-more", &[("count", rest.into())]),
    };
    let height = height + push_more(&mut root, &more, (width, height), &meter);
    let said: Vec<String> = [text.description.to_string()].into_iter().filter(|said| !said.is_empty()).collect();
    let said: Vec<String> = said.into_iter().chain(thinned.clone()).collect();
    let (title, description) = (text.title.clone(), join(&said, text.words).into());
    Pictured { scene: Scene { width, height, title, description, text_scale: meter.scale, root }, thinned }
}

/// Says that there is nothing to draw.
fn empty(width: f64, meter: TextMeter, text: &SeriesText) -> Pictured {
    let height = EMPTY_PX * meter.scale;
    let mut root = Group::new(Role::Plain);
    let (content, size, anchor) = (text.empty.clone(), TypeSize::Label, Anchor::Middle);
    root.push(Role::Empty, Shape::Text { x: width / 2.0, y: height / 2.0, content, size, anchor });
    pictured(root, (width, height), meter, text, Count::default())
}

/// The signs that occur, in the order of a legend.
pub fn samples<'r, 'a: 'r>(all: impl IntoIterator<Item = &'r Readings<'a>>) -> Vec<Sample> {
    let all: Vec<&Readings> = all.into_iter().collect();
    let any = |holds: &dyn Fn(&Reading) -> bool| all.iter().flat_map(|one| &one.list).any(holds);
    let signs = [
        (Sample::About, any(&|one| dot(one) == Dot::About)),
        (Sample::Up, any(&|one| arrow(one) == Some(Arrow::Up))),
        (Sample::Down, any(&|one| arrow(one) == Some(Arrow::Down))),
        (Sample::Range, any(&|one| one.range.is_some())),
        (Sample::Within, any(&|one| one.when.days() > time::MONTH_DAYS)),
        (Sample::Disputed, any(&|one| one.is_contested())),
        (Sample::Apart, any(&|one| dot(one) == Dot::Apart)),
    ];
    signs.into_iter().filter(|(_, occurs)| *occurs).map(|(sample, _)| sample).collect()
}

/// From the first day that a value or a mark can mean to the last.
fn extent<'r, 'a: 'r>(all: impl Iterator<Item = &'r Readings<'a>>, pins: &[Pins]) -> Option<Span> {
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
