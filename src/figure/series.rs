//! Measured values over time; a value leads to its panel. What is measured again and again is a line of steps; what is counted
//! each time for itself stands on stems.

use super::{Canvas, Cell, Column, Context, Kind, LegendEntry, Made, Row, Table, Told, claims, joined};
use std::sync::Arc;

use crate::{
    draw::{
        pins::{Pin, PinSign, Pins},
        series::{
            Join, Pictured, Reading, Readings, Sample, SeriesChart, SeriesText, Telling, caption, sample, samples,
            series, span_of,
        },
        thin,
    },
    i18n::number,
    model::{Edtf, Fact, Figure, Id, Item, Observation, Series},
    order,
    query::{Found, base_words},
    scene::focus::Walk,
};

/// The values of one or several series, each of which holds until the next.
pub static STEPS: Kind = Kind { word: "series", walk: Walk::Line, make: make_steps, tables, tell };

/// The values of one or several series, each a number of its own.
pub static STEMS: Kind = Kind { word: "observations", walk: Walk::Line, make: make_stems, tables, tell: tell_unplaced };

fn make_steps(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    make(context, figure, canvas, Join::Steps)
}

fn make_stems(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    make(context, figure, canvas, Join::Stems)
}

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas, join: Join) -> Made {
    let measured = context.series_of(figure);
    let mut all = readings(context, &measured);
    let told = if join == Join::Steps { told(context, &all) } else { unplaced(context, &all).into_iter().collect() };
    if all.len() > 1 {
        all = all.into_iter().map(Readings::titled).collect();
    }
    let words = SeriesText {
        words: context.words,
        title: context.title(figure).into(),
        description: joined(context, &told).into(),
        empty: context.t("series-empty").into(),
        dates: context.language().axis(),
    };
    let bounds = (figure.from.as_ref().and_then(Edtf::earliest), figure.to.as_ref().and_then(Edtf::latest));
    let legend = legend(context, &all);
    let chart = SeriesChart { all, join, pins: vec![pins(context, figure)], bounds };
    let Pictured { scene, thinned } = series(&chart, canvas.width, canvas.meter, &words);
    Made { scene, items: measured.iter().map(|item| item.observations.len()).sum(), legend, thinned, told: Some(told) }
}

/// The values of series, ready to be drawn and told.
pub fn readings<'a>(context: &Context, measured: &[&'a Item<Series>]) -> Vec<Readings<'a>> {
    let telling = Telling { words: context.words, text: &|text| context.text(text) };
    measured.iter().map(|item| Readings::of(context.briefing, context.index, item, &telling)).collect()
}

/// What each series comes to, and how many values have no place.
fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    told(context, &readings(context, &context.series_of(figure)))
}

fn told(context: &Context, all: &[Readings]) -> Vec<Told> {
    let told = tell_each(context, all.iter().map(|one| (&one.title, &one.list)));
    told.into_iter().chain(unplaced(context, all)).collect()
}

/// What each of several series comes to; of more than are drawn, how many there are.
pub fn tell_each<'r, 'a, L: AsRef<[Reading<'a>]>>(
    context: &Context,
    all: impl ExactSizeIterator<Item = (&'r Arc<str>, L)>,
) -> Vec<Told> {
    let count = all.len();
    let rest = count.saturating_sub(thin::MOST_ROWS);
    let mut contested: Vec<Id> = Vec::new();
    let titled = |title: &str| (count > 1).then(|| title.to_owned());
    let told = all.take(thin::MOST_ROWS).map(|(title, list)| {
        let readings = list.as_ref();
        contested.extend(readings.iter().filter(|one| one.is_contested()).map(|one| one.id().clone()));
        Told { title: titled(title), words: caption(readings, context.words) }
    });
    let told: Vec<Told> = told.collect();
    let contested = contested.iter().filter_map(|id| match context.find(id)? {
        Found::Observation(series, one) => Some((series, one)),
        _ => None,
    });
    let claims = claims::told(context, contested);
    let more = context.tf("thin-series", &[("count", rest.into())]);
    told.into_iter().chain(claims).chain((rest > 0).then_some(Told { title: None, words: more })).collect()
}

/// How many values have no place. What is counted each time for itself comes to nothing.
fn tell_unplaced(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    unplaced(context, &readings(context, &context.series_of(figure))).into_iter().collect()
}

/// How many values have no place, if any.
pub fn unplaced<'r, 'a: 'r>(context: &Context, all: impl IntoIterator<Item = &'r Readings<'a>>) -> Option<Told> {
    let count = all.into_iter().map(|one| one.unplaced).sum::<usize>();
    let told = || Told { title: None, words: context.tf("series-unplaced", &[("count", count.into())]) };
    (count > 0).then(told)
}

/// The items that a figure marks on its time axis.
pub fn pins(context: &Context, figure: &Figure) -> Pins {
    let pin = |id: &Id| {
        let found = context.find(id)?;
        let date = &found.date()?.value;
        let name = [("date", context.date(date).into()), ("title", context.name(found).into())];
        Some(Pin { id: id.as_str().into(), name: context.tf("item-name", &name).into(), when: span_of(date)? })
    };
    Pins {
        title: context.t("pins-title").into(),
        sign: PinSign::Event,
        list: figure.pins.iter().filter_map(pin).collect(),
    }
}

/// The signs that occur, and what they mean.
pub fn legend<'r, 'a: 'r>(context: &Context, all: impl IntoIterator<Item = &'r Readings<'a>>) -> Vec<LegendEntry> {
    samples(all).into_iter().map(|sign| sign_entry(context, sign)).collect()
}

/// A sign of a chart of values, and what it means.
pub fn sign_entry(context: &Context, sign: Sample) -> LegendEntry {
    LegendEntry { sample: Some(sample(sign)), words: sign_words(context, sign) }
}

/// What a sign means.
pub fn sign_words(context: &Context, sign: Sample) -> String {
    context.t(match sign {
        Sample::About => "legend-about-so-much",
        Sample::Up => "legend-more",
        Sample::Down => "legend-less",
        Sample::Range => "legend-range",
        Sample::Within => "legend-within-time",
        Sample::Disputed => "legend-disputed",
        Sample::Apart => "legend-apart",
        Sample::Missing => "not-stated",
    })
}

/// A table for each series of a figure.
pub fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    context.series_of(figure).into_iter().map(|series| table(context, series)).collect()
}

/// The values of a series from the earliest on.
fn table(context: &Context, series: &Item<Series>) -> Table {
    let columns = vec![
        Column::new(context, "column-date"),
        Column::new(context, "column-measure").in_files(),
        Column::new(context, "column-number").in_files(),
        Column::new(context, "column-value"),
        Column::new(context, "column-remarks"),
        Column::new(context, "column-sources"),
    ];
    let title = context.text(&series.title);
    let row = |item: &Item<Observation>| Row {
        id: Some(item.meta.id.clone()),
        cells: vec![
            Cell::date(context, &item.date),
            Cell::Words(title.clone()),
            Cell::Number(item.value.value),
            Cell::Item(item.meta.id.clone(), context.observed(series, item)),
            Cell::Words(remarks(context, series, item).join("; ")),
            Cell::Sources(Found::Observation(series, item).sources().to_vec()),
        ],
    };
    let by_date = order::in_order(&series.observations, &|a, b| a.date.value.cmp(&b.date.value));
    let rows = by_date.into_iter().map(row).collect();
    Table { title: Some(title.clone()), columns, rows, foot: None }
}

/// What else is to be known of a value.
fn remarks(context: &Context, series: &Item<Series>, item: &Item<Observation>) -> Vec<String> {
    let mut remarks: Vec<String> = base_words(Found::Observation(series, item), context.words).into_iter().collect();
    if item.low.is_some() || item.high.is_some() {
        let end = |end: Option<f64>| number(end.unwrap_or(item.value.value)).into();
        remarks.push(context.tf("span", &[("from", end(item.low)), ("to", end(item.high))]));
    }
    if !item.comparable {
        remarks.push(context.t("legend-apart"));
    }
    if context.index.is_disputed(context.briefing, &item.meta.id) {
        remarks.push(context.t("disputed"));
    }
    remarks.extend(others(context, &item.value, &|value| number(*value)));
    remarks.extend(others(context, &item.date, &|date| context.date(date)));
    remarks.extend(item.meta.note.as_ref().map(|note| context.text(note)));
    remarks
}

/// What other sources say instead.
fn others<T>(context: &Context, fact: &Fact<T>, print: &dyn Fn(&T) -> String) -> Vec<String> {
    let said = |other: &Fact<T>| claims::by(context, print(&other.value), other.sources());
    fact.alternatives().iter().map(|other| format!("{} {}", context.t("alternative"), said(other))).collect()
}
