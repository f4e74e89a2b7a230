//! Series as lines: those of one unit in one panel.

use std::sync::Arc;

use super::{
    Bounds, Pins, Reading, Readings, SeriesText, empty, extent, marks,
    pins::{TimeAxis, strip},
    whole_years, within, years,
};
use crate::{
    draw::plot::{self, Line, LineChart, LinePanel, Multiples, line_chart},
    layout::text::TextMeter,
    model::date::Precision,
    scale::Span,
    scene::{Scene, Tone},
};

/// Series of one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shared {
    /// What is measured: the unit.
    pub title: Arc<str>,
    /// The series.
    pub all: Vec<Readings>,
}

/// What a chart of lines is drawn from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinesChart {
    /// The series by unit.
    pub groups: Vec<Shared>,
    /// What is marked below them, a strip each.
    pub pins: Vec<Pins>,
    /// The first and the last day to show, where the author names them.
    pub bounds: Bounds,
    /// Where the value axis begins, if not at zero.
    pub from: Option<f64>,
    /// Whether values are spread by powers of ten, where all are above zero.
    pub is_log: bool,
}

impl LinesChart {
    /// The whole years that are shown; `None` without values and marks.
    pub(super) fn domain(&self) -> Option<Span> {
        let all = self.groups.iter().flat_map(|group| &group.all);
        extent(all, &self.pins).map(|extent| whole_years(within(extent, self.bounds)))
    }

    /// The series that have values within a time, by unit.
    fn panels(&self, domain: Span) -> Vec<LinePanel> {
        let is_shown = |one: &&Reading| (domain.start..=domain.end).contains(&one.when.middle());
        let line = |(index, readings): (usize, &Readings)| {
            let last = readings.list.iter().rfind(is_shown)?;
            Some(Line {
                name: readings.title.clone(),
                last: last.short.as_str().into(),
                tone: Tone::of_index(index),
                marks: marks(readings, false, domain),
            })
        };
        let panel = |group: &Shared| LinePanel {
            title: group.title.clone(),
            lines: group.all.iter().enumerate().filter_map(line).collect(),
        };
        self.groups.iter().map(panel).filter(|panel| !panel.lines.is_empty()).collect()
    }
}

/// Where all values are those of whole years, none of them needs a sign that it may lie anywhere within its year: each stands in
/// the middle of it.
pub fn annual(groups: &mut [Shared]) {
    let readings = || groups.iter().flat_map(|group| &group.all).flat_map(|one| &one.list);
    if readings().all(|reading| reading.precision == Precision::Year && reading.year.is_some()) {
        for reading in groups.iter_mut().flat_map(|group| &mut group.all).flat_map(|one| &mut one.list) {
            let middle = reading.when.middle().floor();
            reading.when = Span::new(middle, middle + 1.0);
        }
    }
}

/// Series as lines over time, with what is marked below them. Each value and mark carries its id as `data-key`.
pub fn lines(drawn: &LinesChart, width: f64, meter: TextMeter, text: &SeriesText) -> Scene {
    let Some(domain) = drawn.domain() else { return empty(width, meter, text) };
    let titled = |panel: LinePanel| match &panel.lines[..] {
        [only] => LinePanel { title: only.name.clone(), lines: panel.lines },
        _ => panel,
    };
    let panels: Vec<LinePanel> = drawn.panels(domain).into_iter().map(titled).collect();
    if panels.is_empty() {
        return empty(width, meter, text);
    }
    let (from, is_log) = (drawn.from, drawn.is_log);
    let mut chart = LineChart { width, text: meter, domain, years: Vec::new(), from, is_log, panels };
    let px = chart.time_px();
    chart.years = years(domain, px.1 - px.0, meter, text.dates);
    let (mut root, mut height) = line_chart(&chart);
    for (strip, strip_height) in drawn.pins.iter().filter_map(|pins| strip(pins, TimeAxis { domain, px }, meter)) {
        root.add(strip.at(0.0, height));
        height += strip_height;
    }
    let (title, description) = (text.title.clone(), text.description.clone());
    Scene { width, height: height.ceil(), title, description, text_scale: meter.scale, root }
}

/// The same in a small panel each: those of one unit on one scale. What the figure marks in time has no place here.
pub fn small_panels(drawn: &LinesChart, width: f64, meter: TextMeter, text: &SeriesText) -> Scene {
    let Some(domain) = drawn.domain() else { return empty(width, meter, text) };
    let toned = |panel: LinePanel| {
        let lines = panel.lines.into_iter().map(|line| Line { tone: Tone::of_index(0), ..line }).collect();
        LinePanel { lines, ..panel }
    };
    let groups: Vec<LinePanel> = drawn.panels(domain).into_iter().map(toned).collect();
    if groups.is_empty() {
        return empty(width, meter, text);
    }
    let (from, is_log) = (drawn.from, drawn.is_log);
    let mut chart = Multiples { width, text: meter, domain, years: Vec::new(), from, is_log, groups };
    chart.years = years(domain, chart.time_px(), meter, text.dates);
    let (root, height) = plot::multiples(&chart);
    let (title, description) = (text.title.clone(), text.description.clone());
    Scene { width, height, title, description, text_scale: meter.scale, root }
}
