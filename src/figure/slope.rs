//! What series were at one time and at another, joined where the two can be compared.

use super::{
    Canvas, Cell, Column, Context, Kind, Made, Row, Table, Told,
    amount::{arrow, titles},
    measured::{axis_told, by_unit, shared},
    rest::thinned,
    series::{legend, sign_entry, tell_each},
};
use crate::{
    draw::{
        amounts::Sample,
        series::{Reading, Readings, annual, dot},
        slope::{SlopeAxis, SlopeEnd, SlopeGroup, SlopeLine, slopes},
        thin,
    },
    model::{AxisScale, Edtf, Figure, Item},
    query::Found,
    scene::focus::Walk,
};

/// The first and the last value of each series between two dates.
pub static KIND: Kind = Kind { word: "slope", walk: Walk::Line, make, tables, tell };

/// A series with the values nearest to both dates: either may be missing, not both.
struct Pair<'a> {
    readings: Readings<'a>,
    ends: [Option<usize>; 2],
}

impl<'a> Pair<'a> {
    fn end(&self, side: usize) -> Option<&Reading<'a>> {
        self.ends[side].and_then(|at| self.readings.list.get(at))
    }

    fn both(&self) -> Vec<Reading<'a>> {
        [self.end(0), self.end(1)].into_iter().flatten().cloned().collect()
    }
}

/// The pairs of values by unit; series without a value between the two dates are left out and counted.
fn pairs<'a>(context: &Context<'a>, figure: &Item<Figure>) -> (Vec<(String, Vec<Pair<'a>>)>, usize) {
    let mut groups = shared(context, &by_unit(context, figure));
    annual(&mut groups);
    let from = figure.from.as_ref().and_then(Edtf::earliest).map(|day| day.unix_days() as f64);
    let to = figure.to.as_ref().and_then(Edtf::latest).map(|day| day.unix_days() as f64 + 1.0);
    let all = || groups.iter().flat_map(|group| &group.all).flat_map(|one| &one.list).map(|one| one.when.middle());
    let start = from.unwrap_or_else(|| all().fold(f64::INFINITY, f64::min));
    let end = to.unwrap_or_else(|| all().fold(f64::NEG_INFINITY, f64::max));
    let mut empty = 0;
    let mut pair = |readings: Readings<'a>| {
        let is_shown = |one: &Reading| (start..=end).contains(&one.when.middle());
        let first = readings.list.iter().position(is_shown);
        let last = readings.list.iter().rposition(is_shown);
        let ends = match (first, last) {
            // One value alone belongs to the date it is nearer to.
            (Some(only), Some(same)) if only == same => {
                let middle = readings.list[only].when.middle();
                if middle - start <= end - middle { [Some(only), None] } else { [None, Some(only)] }
            }
            ends => [ends.0, ends.1],
        };
        empty += usize::from(first.is_none());
        first.map(|_| Pair { readings, ends })
    };
    let paired: Vec<(String, Vec<Pair<'a>>)> = groups
        .into_iter()
        .map(|group| (group.title.to_string(), group.all.into_iter().filter_map(&mut pair).collect()))
        .collect();
    (paired, empty)
}

/// When a value held: its year, or its date.
fn when(context: &Context, reading: &Reading) -> String {
    reading.year_words(context.words)
}

/// What stands above both sides: the dates of the figure, else those of the earliest and of the latest value.
fn heads(context: &Context, figure: &Figure, pairs: &[Pair]) -> [String; 2] {
    let ends = |side: usize| pairs.iter().filter_map(move |pair| pair.end(side));
    let first = ends(0).min_by(|a, b| a.when.middle().total_cmp(&b.when.middle())).map(|one| when(context, one));
    let last = ends(1).max_by(|a, b| a.when.middle().total_cmp(&b.when.middle())).map(|one| when(context, one));
    let named = |date: &Option<Edtf>| date.as_ref().map(|date| context.date(date));
    [named(&figure.from).or(first), named(&figure.to).or(last)].map(Option::unwrap_or_default)
}

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    let (groups, empty) = pairs(context, figure);
    let (counts, rest) = thin::rows(&groups.iter().map(|(_, pairs)| pairs.len()).collect::<Vec<_>>());
    let drawn = groups.iter().zip(counts).map(|((group, pairs), count)| {
        let heads = heads(context, figure, pairs);
        let line = |pair: &Pair| SlopeLine {
            name: pair.readings.title.clone(),
            ends: [0, 1].map(|side| pair.end(side).map(|reading| end(context, reading, &heads[side]))),
            joined: [0, 1].iter().all(|side| pair.end(*side).is_some_and(Reading::is_on_line)),
        };
        let lines = pairs[..count].iter().map(line).collect();
        SlopeGroup { title: group.as_str().into(), heads: heads.clone().map(Into::into), lines }
    });
    let pairs: Vec<&Pair> = groups.iter().flat_map(|(_, pairs)| pairs).collect();
    let shown = pairs.iter().map(|pair| Readings { list: pair.both(), ..Readings::default() }).collect::<Vec<_>>();
    let mut legend = legend(context, &shown);
    if pairs.iter().any(|pair| pair.ends.contains(&None)) {
        legend.push(sign_entry(context, Sample::Missing));
    }
    let axis = SlopeAxis {
        from: figure.axis_from,
        is_log: figure.axis_scale == AxisScale::Log,
        missing: context.t("not-stated").into(),
    };
    let thinned = thinned(context, pairs.len(), rest);
    let told = told(context, figure, &pairs, empty);
    let titles = titles(context, figure, &told, thinned.as_deref(), rest);
    let items = shown.iter().map(|one| one.list.len()).sum();
    let scene = slopes(drawn.collect(), axis, canvas.width, canvas.meter, &titles);
    Made { scene, items, legend, thinned, told: Some(told) }
}

fn end(context: &Context, reading: &Reading, head: &str) -> SlopeEnd {
    let rivals: Vec<f64> =
        reading.beside.iter().map(|(_, value)| *value).filter(|value| *value != reading.value).collect();
    let said = rivals
        .iter()
        .fold(reading.short(context.words), |all, rival| format!("{all} / {}", crate::i18n::number(*rival)));
    SlopeEnd {
        id: reading.id().as_str().into(),
        name: reading.name(context.words).into(),
        words: said.into(),
        date: Some(when(context, reading))
            .filter(|own| own != head && reading.date_words(context.words) != head)
            .unwrap_or_default()
            .into(),
        value: reading.value,
        dot: dot(reading),
        arrow: arrow(reading.qualifier),
        range: reading.range,
        rivals,
    }
}

/// From where to where each series went, and what is not stated.
fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    let (groups, empty) = pairs(context, figure);
    told(context, figure, &groups.iter().flat_map(|(_, pairs)| pairs).collect::<Vec<_>>(), empty)
}

fn told(context: &Context, figure: &Figure, pairs: &[&Pair], empty: usize) -> Vec<Told> {
    if pairs.is_empty() {
        return Told::whole(context.t("series-none"));
    }
    let told = tell_each(context, pairs.iter().map(|pair| (&pair.readings.title, pair.both())));
    let missing = pairs.iter().filter(|pair| pair.ends.contains(&None)).count() + 2 * empty;
    let count = [("count", missing.into())];
    let missing = (missing > 0).then(|| Told { title: None, words: context.tf("amounts-missing", &count) });
    let values = pairs.iter().flat_map(|pair| pair.both()).map(|reading| reading.value);
    told.into_iter().chain(missing).chain(axis_told(context, figure, values)).collect()
}

/// The values that are drawn.
fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = vec![
        Column::new(context, "column-measure"),
        Column::new(context, "column-date"),
        Column::new(context, "column-number").in_files(),
        Column::new(context, "column-value"),
        Column::new(context, "column-sources"),
    ];
    let row = |reading: Reading| match context.find(reading.id())? {
        found @ Found::Observation(series, one) => Some(Row {
            id: Some(one.meta.id.clone()),
            cells: vec![
                Cell::Words(context.text(&series.title)),
                Cell::date(context, &one.date),
                Cell::Number(reading.value),
                Cell::Item(one.meta.id.clone(), context.observed(series, one)),
                Cell::Sources(found.sources().to_vec()),
            ],
        }),
        _ => None,
    };
    let (groups, _) = pairs(context, figure);
    let rows = groups.iter().flat_map(|(_, pairs)| pairs).flat_map(Pair::both).filter_map(row).collect();
    vec![Table { columns, rows, ..Table::default() }]
}
