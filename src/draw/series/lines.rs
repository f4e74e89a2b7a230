//! Series as lines: those of one unit in one panel.

use std::sync::Arc;

use super::{
    Bounds, Pictured, Readings, SeriesText, empty, extent, pictured,
    thinned::{Count, Making, marks, outline},
    whole_years, within, years,
};
use crate::{
    draw::{
        pins::{Pins, TimeAxis, strip},
        plot::{self, Line, LineChart, LinePanel, Multiples, ValueMark, line_chart},
        thin,
    },
    i18n::Words,
    layout::text::TextMeter,
    model::date::Precision,
    scale::Span,
    scene::Tone,
};

/// Series of one unit.
#[derive(Clone, Default)]
pub struct Shared<'a> {
    /// What is measured: the unit.
    pub title: Arc<str>,
    /// The series.
    pub all: Vec<Readings<'a>>,
}

/// What a chart of lines is drawn from.
#[derive(Clone, Default)]
pub struct LinesChart<'a> {
    /// The series by unit.
    pub groups: Vec<Shared<'a>>,
    /// What is marked below them, a strip each.
    pub pins: Vec<Pins>,
    /// The first and the last day to show, where the author names them.
    pub bounds: Bounds,
    /// Where the value axis begins, if not at zero.
    pub from: Option<f64>,
    /// Whether values are spread by powers of ten, where all are above zero.
    pub is_log: bool,
}

impl LinesChart<'_> {
    /// The whole years that are shown; `None` without values and marks.
    pub(super) fn domain(&self) -> Option<Span> {
        let all = self.groups.iter().flat_map(|group| &group.all);
        extent(all, &self.pins).map(|extent| whole_years(within(extent, self.bounds)))
    }

    /// The series that have values within a time, by unit.
    fn panels(
        &self,
        axis: &TimeAxis,
        words: &Words,
        marks: &mut dyn FnMut(&Readings) -> Vec<ValueMark>,
    ) -> Vec<LinePanel> {
        let mut panels = Vec::new();
        for (group, count) in self.groups.iter().zip(self.drawn().0) {
            let mut lines = Vec::new();
            for (index, readings) in group.all[..count].iter().enumerate() {
                let Some(last) = readings.list.iter().rfind(|one| axis.shows(one.when)) else { continue };
                let (name, tone) = (readings.title.clone(), Tone::of_index(index));
                lines.push(Line { name, last: last.short(words).into(), tone, marks: marks(readings) });
            }
            if !lines.is_empty() {
                panels.push(LinePanel { title: group.title.clone(), lines });
            }
        }
        panels
    }

    /// How many series of each group are drawn, and how many are not.
    fn drawn(&self) -> (Vec<usize>, usize) {
        thin::rows(&self.groups.iter().map(|group| group.all.len()).collect::<Vec<_>>())
    }

    /// The same before the time axis is measured.
    fn outlined(&self, domain: Span, words: &Words) -> Vec<LinePanel> {
        let axis = TimeAxis { domain, px: (0.0, 0.0) };
        self.panels(&axis, words, &mut |one| outline(one, &axis).into_iter().collect())
    }

    /// The same once it is measured, and how many values are drawn as how many marks.
    fn made(&self, axis: TimeAxis, words: &Words) -> (Vec<LinePanel>, Count) {
        let (drawn, rest) = self.drawn();
        let lines = drawn.iter().sum();
        let mut count = Count { rest, ..Count::default() };
        let making = Making { words, axis, lines, is_labelled: false };
        (self.panels(&axis, words, &mut |one| marks(one, making, &mut count)), count)
    }
}

/// Where all values are those of whole years, none of them needs a sign that it may lie anywhere within its year: each stands in
/// the middle of it.
pub fn annual(groups: &mut [Shared]) {
    let readings = || groups.iter().flat_map(|group| &group.all).flat_map(|one| &one.list);
    if readings().all(|reading| reading.precision() == Precision::Year && reading.year().is_some()) {
        for reading in groups.iter_mut().flat_map(|group| &mut group.all).flat_map(|one| &mut one.list) {
            let middle = reading.when.middle().floor();
            reading.when = Span::new(middle, middle + 1.0);
        }
    }
}

/// Series as lines over time, with what is marked below them. Each value and mark carries its id as `data-key`; where values
/// have no room, several are one mark.
pub fn lines(drawn: &LinesChart, width: f64, meter: TextMeter, text: &SeriesText) -> Pictured {
    let Some(domain) = drawn.domain() else { return empty(width, meter, text) };
    let titled = |panel: LinePanel| match &panel.lines[..] {
        [only] => LinePanel { title: only.name.clone(), lines: panel.lines },
        _ => panel,
    };
    let panels: Vec<LinePanel> = drawn.outlined(domain, text.words).into_iter().map(titled).collect();
    if panels.is_empty() {
        return empty(width, meter, text);
    }
    let (from, is_log) = (drawn.from, drawn.is_log);
    let mut chart = LineChart { width, text: meter, domain, years: Vec::new(), from, is_log, panels };
    let px = chart.time_px();
    let axis = TimeAxis { domain, px };
    chart.years = years(domain, px.1 - px.0, meter, text.dates);
    let (panels, count) = drawn.made(axis, text.words);
    chart.panels = panels.into_iter().map(titled).collect();
    let (mut root, mut height) = line_chart(&chart);
    for (strip, strip_height) in drawn.pins.iter().filter_map(|pins| strip(pins, axis, meter)) {
        root.add(strip.at(0.0, height));
        height += strip_height;
    }
    pictured(root, (width, height.ceil()), meter, text, count)
}

/// The same in a small panel each: those of one unit on one scale. What the figure marks in time has no place here.
pub fn small_panels(drawn: &LinesChart, width: f64, meter: TextMeter, text: &SeriesText) -> Pictured {
    let Some(domain) = drawn.domain() else { return empty(width, meter, text) };
    let toned = |panel: LinePanel| {
        let lines = panel.lines.into_iter().map(|line| Line { tone: Tone::of_index(0), ..line }).collect();
        LinePanel { lines, ..panel }
    };
    let groups = drawn.outlined(domain, text.words);
    if groups.is_empty() {
        return empty(width, meter, text);
    }
    let (from, is_log) = (drawn.from, drawn.is_log);
    let mut chart = Multiples { width, text: meter, domain, years: Vec::new(), from, is_log, groups };
    let px = chart.time_px();
    chart.years = years(domain, px, meter, text.dates);
    let (groups, count) = drawn.made(TimeAxis { domain, px: (0.0, px) }, text.words);
    chart.groups = groups.into_iter().map(toned).collect();
    let (root, height) = plot::multiples(&chart);
    pictured(root, (width, height), meter, text, count)
}
