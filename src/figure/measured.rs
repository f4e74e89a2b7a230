//! What figures of measured values share: series by unit, the words of units, and what is said of axes.

use super::{
    Context, LegendEntry, Made, Told, joined,
    series::{legend, tell_each},
};
use crate::{
    draw::series::{LinesChart, Pictured, Readings, SeriesText, Shared, annual},
    model::{AxisScale, Edtf, Figure, Item, Series, Text},
};

/// Series of one unit.
pub struct ByUnit<'a> {
    /// The unit in words; empty where none is stated.
    pub unit: String,
    /// The series, in the order of the figure.
    pub series: Vec<&'a Item<Series>>,
}

/// The series of a figure by unit, in the order in which units come first. Series of different units never share an axis.
pub fn by_unit<'a>(context: &Context<'a>, figure: &Figure) -> Vec<ByUnit<'a>> {
    let mut groups: Vec<ByUnit> = Vec::new();
    for series in context.series_of(figure) {
        // Most series have the unit of the one before: it is put into words once.
        if let Some(group) = groups.last_mut().filter(|group| group.series[0].unit == series.unit) {
            group.series.push(series);
            continue;
        }
        let unit = unit_words(context, series.unit.as_ref());
        match groups.iter_mut().find(|group| group.unit == unit) {
            Some(group) => group.series.push(series),
            None => groups.push(ByUnit { unit, series: vec![series] }),
        }
    }
    groups
}

/// A unit by itself, in the words of the page.
pub fn unit_words(context: &Context, unit: Option<&Text>) -> String {
    let unit = unit.map(|unit| context.text(unit)).unwrap_or_default();
    if unit.is_empty() {
        return unit;
    }
    context.tf("unit-title", &[("unit", capital(&context.words.known("unit", &unit)).into())])
}

/// With a capital at its start.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The values of each group of series.
pub fn shared<'a>(context: &Context, groups: &[ByUnit<'a>]) -> Vec<Shared<'a>> {
    let is_many = groups.iter().map(|group| group.series.len()).sum::<usize>() > 1;
    let read = |group: &ByUnit<'a>| {
        let all = super::series::readings(context, &group.series);
        let titled = |one: Readings<'a>| if is_many { one.titled() } else { one };
        Shared { title: group.unit.as_str().into(), all: all.into_iter().map(titled).collect() }
    };
    groups.iter().map(read).collect()
}

/// Draws series over time in one way or another, and says what each comes to and `more`.
pub fn over_time(
    context: &Context,
    figure: &Item<Figure>,
    more: Option<Told>,
    draw: &dyn Fn(&LinesChart, &SeriesText) -> Pictured,
) -> Made {
    let mut groups = shared(context, &by_unit(context, figure));
    let said: Vec<Told> = told(context, figure, &groups).into_iter().chain(more).collect();
    let text = text(context, figure, &said);
    annual(&mut groups);
    let chart = LinesChart {
        groups,
        pins: vec![super::series::pins(context, figure)],
        bounds: (figure.from.as_ref().and_then(Edtf::earliest), figure.to.as_ref().and_then(Edtf::latest)),
        from: figure.axis_from,
        is_log: figure.axis_scale == AxisScale::Log,
    };
    let all = || chart.groups.iter().flat_map(|group| &group.all);
    let items = all().map(|one| one.list.len() + one.unplaced).sum();
    let legend: Vec<LegendEntry> = legend(context, all());
    let Pictured { scene, thinned } = draw(&chart, &text);
    Made { scene, items, legend, thinned, told: Some(said) }
}

/// The words of a chart.
pub fn text<'a>(context: &Context<'a>, figure: &Item<Figure>, told: &[Told]) -> SeriesText<'a> {
    SeriesText {
        words: context.words,
        title: context.title(figure).into(),
        description: joined(context, told).into(),
        empty: context.t("series-empty").into(),
        dates: context.language().axis(),
    }
}

/// What each series comes to, how many values have no place, and how the axis differs from one that begins at zero.
pub fn tell_series(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    told(context, figure, &shared(context, &by_unit(context, figure)))
}

fn told(context: &Context, figure: &Figure, groups: &[Shared]) -> Vec<Told> {
    let all: Vec<&Readings> = groups.iter().flat_map(|group| &group.all).collect();
    if all.is_empty() {
        return Told::whole(context.t("series-none"));
    }
    let told = tell_each(context, all.iter().map(|one| (&one.title, &one.list)));
    let unplaced = super::series::unplaced(context, all.iter().copied());
    let values = all.iter().flat_map(|one| &one.list).map(|reading| reading.value);
    told.into_iter().chain(unplaced).chain(axis_told(context, figure, values)).collect()
}

/// That an axis goes by powers of ten, or cannot, or does not begin at zero.
pub fn axis_told(context: &Context, figure: &Figure, mut values: impl Iterator<Item = f64>) -> Option<Told> {
    let words = match (figure.axis_scale, figure.axis_from) {
        (AxisScale::Log, _) if values.all(|value| value > 0.0) => context.t("axis-log"),
        (AxisScale::Log, _) => context.t("axis-not-log"),
        (AxisScale::Linear, Some(from)) if from != 0.0 => {
            context.tf("axis-from", &[("value", crate::i18n::number(from).into())])
        }
        _ => return None,
    };
    Some(Told { title: None, words })
}
