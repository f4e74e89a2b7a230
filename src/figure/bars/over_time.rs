//! Series as bars over time: their values by date, and what they are shares of.

use std::ops::Range;

use crate::{
    draw::{
        amounts::Sample,
        series::{Reading, Readings, Several, Shared, samples},
        thin,
        towers::{Tower, TowerDate, TowerGroup},
    },
    figure::{
        Canvas, Cell, Column, Context, Row, Table, Told,
        amount::arrow,
        measured::{by_unit, shared},
        series::{readings, tell_each, unplaced},
        share::percentages,
    },
    i18n::number,
    model::{Edtf, Figure, Item, Stack},
    order,
    query::Found,
};

/// Bars over time, ready to be drawn.
pub struct Drawn {
    pub groups: Vec<TowerGroup>,
    pub items: usize,
    pub signs: Vec<Sample>,
    pub thinned: Option<String>,
    /// Series that are not drawn.
    pub rest: usize,
}

/// A series may have several values of one date: no more are looked through for a free place.
const MOST_ALIKE: usize = 64;

/// The dates of a group of series in order: for each a row of values, one for each series.
struct Dates<'r, 'a> {
    series: usize,
    values: Vec<Option<&'r Reading<'a>>>,
}

/// The values of one date.
type Dated<'r, 'a> = [Option<&'r Reading<'a>>];

impl<'r, 'a> Dates<'r, 'a> {
    fn all(&self) -> std::slice::Chunks<'_, Option<&'r Reading<'a>>> {
        self.values.chunks(self.series)
    }

    /// Enters a value at its date: the last one, where the series has none there yet. Values come in order of time.
    fn enter(&mut self, series: usize, reading: &'r Reading<'a>) {
        let is_same = |date: &&mut Dated| first(date).is_some_and(|first| first.when == reading.when);
        let mut same = self.values.rchunks_mut(self.series).take(MOST_ALIKE).take_while(is_same);
        match same.find(|date| date[series].is_none()) {
            Some(date) => date[series] = Some(reading),
            None => {
                self.values.extend((0..self.series).map(|at| (at == series).then_some(reading)));
            }
        }
    }
}

fn first<'r, 'a>(date: &Dated<'r, 'a>) -> Option<&'r Reading<'a>> {
    date.iter().flatten().next().copied()
}

fn values(date: &Dated) -> Vec<f64> {
    date.iter().flatten().map(|reading| reading.value).collect()
}

/// The dates on which a group of series has values within those that a figure names, in order.
fn dated<'r, 'a>(figure: &Figure, all: &'r [Readings<'a>]) -> Dates<'r, 'a> {
    let day = |date: Option<&Edtf>, end: fn(&Edtf) -> Option<crate::model::Day>| {
        date.and_then(end).map(|day| day.unix_days() as f64)
    };
    let (from, to) = (day(figure.from.as_ref(), Edtf::earliest), day(figure.to.as_ref(), Edtf::latest));
    let at = (day(figure.at.as_ref(), Edtf::earliest), day(figure.at.as_ref(), Edtf::latest));
    let is_shown = |one: &Reading| {
        let middle = one.when.middle();
        from.is_none_or(|from| middle >= from)
            && to.is_none_or(|to| middle <= to + 1.0)
            && at.0.is_none_or(|at| one.when.end >= at)
            && at.1.is_none_or(|at| one.when.start <= at)
    };
    let of_all = all.iter().enumerate().flat_map(|(at, one)| one.list.iter().map(move |reading| (at, reading)));
    let shown = of_all.filter(|(_, reading)| is_shown(reading));
    let keyed: Vec<_> = shown.map(|(at, one)| (one.when.middle(), one.when.days(), at, one)).collect();
    let mut dates = Dates { series: all.len().max(1), values: Vec::new() };
    for &(_, _, series, reading) in order::in_order(&keyed, &|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))) {
        dates.enter(series, reading);
    }
    dates
}

/// The same of each of several groups.
fn all_dated<'r, 'a>(figure: &Figure, groups: &'r [Shared<'a>]) -> Vec<Dates<'r, 'a>> {
    groups.iter().map(|group| dated(figure, &group.all)).collect()
}

/// What the values of a date are shares of: the base that all of them name, else their sum where each is stated.
fn whole(date: &Dated) -> Option<f64> {
    let values = values(date);
    if values.iter().any(|value| *value < 0.0) {
        return None;
    }
    let sum: f64 = values.iter().sum();
    let mut bases = date.iter().flatten().map(|reading| reading.base());
    match bases.next().flatten() {
        Some(first) if bases.all(|base| base == Some(first)) && first > 0.0 && sum <= first * (1.0 + 1e-9) => {
            Some(first)
        }
        _ => Some(sum).filter(|sum| *sum > 0.0 && date.iter().all(Option::is_some)),
    }
}

/// The values that a figure shows, by unit and date, in a picture `width` wide; and what they come to.
pub fn groups<'a>(context: &Context<'a>, figure: &Item<Figure>, canvas: Canvas) -> (Drawn, Vec<Told>) {
    let whole = shared(context, &by_unit(context, figure));
    let mut all: &[Shared] = &whole;
    let items = all.iter().flat_map(|group| &group.all).map(|one| one.list.len() + one.unplaced).sum();
    let (drawn, rest) = thin::rows(&all.iter().map(|group| group.all.len()).collect::<Vec<_>>());
    let mut dates = all_dated(figure, all);
    let told = told(context, figure, all, &dates);
    let cut: Vec<Shared>;
    if rest > 0 {
        let cut_off = |(group, drawn): (&Shared<'a>, usize)| Shared {
            title: group.title.clone(),
            all: group.all[..drawn].to_vec(),
        };
        cut = all.iter().zip(drawn).map(cut_off).filter(|group| !group.all.is_empty()).collect();
        all = &cut;
        dates = all_dated(figure, all);
    }
    let flat = || all.iter().flat_map(|group| &group.all);
    let mut signs: Vec<Sample> = samples(flat()).into_iter().filter(|sign| *sign != Sample::Within).collect();
    let mut count = (0, 0);
    let groups: Vec<TowerGroup> = all
        .iter()
        .zip(&dates)
        .map(|(group, dates)| {
            let group = self::group(context, figure, group, dates, canvas);
            count = (count.0 + dates.all().len(), count.1 + group.dates.len());
            group
        })
        .collect();
    let mut towers = groups.iter().flat_map(|group| &group.dates);
    if towers.any(|date| date.bars.iter().any(Option::is_none)) {
        signs.push(Sample::Missing);
    }
    let key = if figure.stack == Stack::None { "thin-dates" } else { "thin-latest" };
    let counts = [("dates", count.0.into()), ("marks", count.1.into())];
    let thinned = (count.1 < count.0).then(|| context.tf(key, &counts));
    (Drawn { groups, items, signs, thinned, rest }, told)
}

fn group(context: &Context, figure: &Figure, group: &Shared, dates: &Dates, canvas: Canvas) -> TowerGroup {
    let years = || dates.all().map(|date| first(date).and_then(Reading::year));
    // Years are enough where no two dates share one.
    let are_years = years().all(|year| year.is_some()) && years().zip(years().skip(1)).all(|(one, next)| one != next);
    let label = |date: &Dated| match first(date) {
        Some(first) if are_years => first.year_words(context.words),
        Some(first) => first.short_date(context.words),
        None => String::new(),
    };
    // Of several dates the years are enough, where they are known.
    let span = |from: &Dated, to: &Dated| {
        let [from, to] =
            [from, to].map(|date| first(date).map(|one| one.year_words(context.words)).unwrap_or_default());
        if from == to { from } else { context.tf("span", &[("from", from.into()), ("to", to.into())]) }
    };
    let date = |all: &Dated| {
        let (count, is_apart) = (all.len() / dates.series, figure.stack == Stack::None);
        let (earliest, latest) = (&all[..dates.series], &all[all.len() - dates.series..]);
        let whole = if figure.stack == Stack::Share { whole(latest) } else { None };
        let mut shares = shares(figure, latest, whole).into_iter();
        let bars = (0..dates.series).map(|series| {
            let bin: Vec<&Reading> = all.iter().skip(series).step_by(dates.series).filter_map(|one| *one).collect();
            match &bin[..] {
                [] => None,
                [_, _, ..] if is_apart => Some(several(context, &bin)),
                [only] if is_apart => Some(tower(context, figure.stack, only, None, None)),
                _ => latest[series].map(|one| tower(context, figure.stack, one, whole, shares.next())),
            }
        });
        TowerDate {
            bars: bars.collect(),
            label: if count > 1 && is_apart { span(earliest, latest) } else { label(latest) }.into(),
            whole_words: whole_words(context, whole).into(),
            whole,
        }
    };
    let bins = thin::chunks(dates.all().len(), room(canvas, figure.stack), group.all.len());
    TowerGroup {
        title: match &group.all[..] {
            [only] => only.title.clone(),
            _ => group.title.clone(),
        },
        names: group.all.iter().map(|one| one.title.clone()).collect(),
        dates: match bins {
            Some(bins) => {
                let values = |bin: Range<usize>| &dates.values[bin.start * dates.series..bin.end * dates.series];
                bins.into_iter().map(values).map(date).collect()
            }
            None => dates.all().map(date).collect(),
        },
    }
}

/// About how wide the place of all dates is, beside the numbers of an axis and the names of parts.
fn room(canvas: Canvas, stack: Stack) -> f64 {
    const AXIS_PX: f64 = 80.0;
    const NAMED: f64 = 0.7;
    let whole = canvas.width - AXIS_PX * canvas.meter.scale;
    if stack == Stack::None { whole } else { whole * NAMED }
}

/// The shares of a date, one for each of its values; none where it is not known of what.
fn shares(figure: &Figure, date: &Dated, whole: Option<f64>) -> Vec<String> {
    whole.map(|whole| percentages(&values(date), whole, figure.complete)).unwrap_or_default()
}

/// A bar for several values, from the lowest to the highest.
fn several(context: &Context, all: &[&Reading]) -> Tower {
    let Several { id, name, value, dot, ends } = Several::of(all, context.words);
    Tower { id, name, value, dot, ends: Some(ends), ..Tower::default() }
}

fn tower(context: &Context, stack: Stack, reading: &Reading, whole: Option<f64>, share: Option<String>) -> Tower {
    let short = reading.short(context.words);
    let rivals: Vec<f64> =
        reading.beside.iter().map(|(_, value)| *value).filter(|value| *value != reading.value).collect();
    let beside = rivals.iter().fold(short.clone(), |all, rival| format!("{all} / {}", number(*rival)));
    let name = reading.name(context.words);
    let (words, name) = match stack {
        Stack::Share => {
            let of = share_words(context, reading, whole, share.as_deref());
            let share = share.unwrap_or_default();
            let both = if share.is_empty() { short.clone() } else { format!("{short} · {share}") };
            (
                vec![both.into(), short.into()],
                context.tf("amount-named", &[("title", name.into()), ("value", of.into())]),
            )
        }
        _ => (vec![beside.into()], name),
    };
    Tower {
        id: reading.id().as_str().into(),
        name: name.into(),
        words,
        value: reading.value,
        dot: crate::draw::series::dot(reading),
        arrow: arrow(reading.qualifier),
        range: reading.range,
        rivals,
        ends: None,
    }
}

/// A share with its part and its whole.
fn share_words(context: &Context, reading: &Reading, whole: Option<f64>, share: Option<&str>) -> String {
    match (whole, share) {
        (Some(whole), Some(share)) => {
            let values = [
                ("share", share.to_owned().into()),
                ("part", reading.short(context.words).into()),
                ("whole", number(whole).into()),
            ];
            context.tf("share-of", &values)
        }
        _ => context.tf("share-unknown", &[("part", reading.short(context.words).into())]),
    }
}

fn whole_words(context: &Context, whole: Option<f64>) -> String {
    match whole {
        Some(whole) => context.tf("share-whole", &[("whole", number(whole).into())]),
        None => context.t("share-whole-unknown"),
    }
}

/// What each series comes to; of shares, those of the last date and how they are rounded.
pub fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    let groups = shared(context, &by_unit(context, figure));
    told(context, figure, &groups, &all_dated(figure, &groups))
}

fn told(context: &Context, figure: &Figure, groups: &[Shared], dates: &[Dates]) -> Vec<Told> {
    let all: Vec<&Readings> = groups.iter().flat_map(|group| &group.all).collect();
    if all.is_empty() {
        return Told::whole(context.t("series-none"));
    }
    let mut told = Vec::new();
    if figure.stack == Stack::Share {
        for (group, dates) in groups.iter().zip(dates) {
            let Some(words) = last_shares(context, figure, &group.all, dates) else { continue };
            let title = Some(group.title.to_string()).filter(|unit| groups.len() > 1 && !unit.is_empty());
            told.push(Told { title, words });
        }
        let key = if figure.complete { "share-complete" } else { "share-exact" };
        told.push(Told { title: None, words: context.t(key) });
    } else {
        told.extend(tell_each(context, all.iter().map(|one| (&one.title, &one.list))));
    }
    let missing = dates.iter().flat_map(|dates| &dates.values).filter(|value| value.is_none()).count();
    if missing > 0 {
        told.push(Told { title: None, words: context.tf("amounts-missing", &[("count", missing.into())]) });
    }
    told.extend(unplaced(context, all));
    told
}

/// The shares of the last date in a sentence.
fn last_shares(context: &Context, figure: &Figure, all: &[Readings], dates: &Dates) -> Option<String> {
    let last = dates.all().next_back()?;
    let whole = whole(last);
    let mut shares = shares(figure, last, whole).into_iter();
    let mut parts = Vec::new();
    for (one, reading) in all.iter().zip(last) {
        let value = match reading {
            Some(reading) => share_words(context, reading, whole, shares.next().as_deref()),
            None => context.t("not-stated"),
        };
        parts.push(context.tf("amount-named", &[("title", one.title.to_string().into()), ("value", value.into())]));
    }
    let date = first(last).map(|one| one.date_words(context.words)).unwrap_or_default();
    Some(context.tf("share-told", &[("date", date.into()), ("parts", parts.join("; ").into())]))
}

/// Shares by date: part, whole and share of each value.
pub fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = vec![
        Column::new(context, "column-date"),
        Column::new(context, "column-measure"),
        Column::new(context, "column-number"),
        Column::new(context, "column-whole"),
        Column::new(context, "column-share"),
        Column::new(context, "column-sources"),
    ];
    let mut rows = Vec::new();
    for group in by_unit(context, figure) {
        let all = readings(context, &group.series);
        for date in dated(figure, &all).all() {
            let whole = whole(date);
            let mut shares = shares(figure, date, whole).into_iter();
            for reading in date.iter().flatten() {
                let Some(found @ Found::Observation(series, one)) = context.find(reading.id()) else { continue };
                rows.push(Row {
                    id: Some(one.meta.id.clone()),
                    cells: vec![
                        Cell::date(context, &one.date),
                        Cell::Item(one.meta.id.clone(), context.text(&series.title)),
                        Cell::Number(reading.value),
                        whole.map_or(Cell::Missing, Cell::Number),
                        shares.next().map_or(Cell::Missing, Cell::Words),
                        Cell::Sources(found.sources().to_vec()),
                    ],
                });
            }
        }
    }
    vec![Table { columns, rows, ..Table::default() }]
}
