//! Series as bars over time: their values by date, and what they are shares of.

use crate::{
    draw::{
        amounts::Sample,
        series::{Reading, Readings, Shared, annual, caption, samples},
        towers::{Tower, TowerDate, TowerGroup},
    },
    figure::{
        Cell, Column, Context, Row, Table, Told,
        amount::arrow,
        measured::{by_unit, shared},
        series::{readings, unplaced},
        share::percentages,
    },
    i18n::number,
    model::{Edtf, Figure, Item, Stack},
    query::Found,
};

/// Bars over time, ready to be drawn.
pub struct Drawn {
    pub groups: Vec<TowerGroup>,
    pub items: usize,
    pub signs: Vec<Sample>,
}

/// The values of one date, one for each series.
struct Dated<'r> {
    of: Vec<Option<&'r Reading>>,
    /// What the values are shares of, as far as it is known.
    whole: Option<f64>,
}

impl Dated<'_> {
    fn first(&self) -> Option<&Reading> {
        self.of.iter().flatten().next().copied()
    }

    fn values(&self) -> Vec<f64> {
        self.of.iter().flatten().map(|reading| reading.value).collect()
    }
}

/// The dates on which a group of series has values within those that a figure names, in order.
fn dated<'r>(context: &Context, figure: &Figure, all: &'r [Readings]) -> Vec<Dated<'r>> {
    let day = |date: Option<&Edtf>, end: fn(&Edtf) -> Option<crate::model::Day>| {
        date.and_then(end).map(|day| day.unix_days() as f64)
    };
    let (from, to) = (day(figure.from.as_ref(), Edtf::earliest), day(figure.to.as_ref(), Edtf::latest));
    let at = (day(figure.at.as_ref(), Edtf::earliest), day(figure.at.as_ref(), Edtf::latest));
    let is_shown = |one: &&Reading| {
        let middle = one.when.middle();
        from.is_none_or(|from| middle >= from)
            && to.is_none_or(|to| middle <= to + 1.0)
            && at.0.is_none_or(|at| one.when.end >= at)
            && at.1.is_none_or(|at| one.when.start <= at)
    };
    let mut shown: Vec<&Reading> = all.iter().flat_map(|one| &one.list).filter(is_shown).collect();
    let by_date = crate::order::in_order(&shown, &|a, b| {
        a.when.middle().total_cmp(&b.when.middle()).then(a.when.days().total_cmp(&b.when.days()))
    });
    shown = by_date.into_iter().copied().collect();
    let mut dates: Vec<Dated> = Vec::new();
    for reading in shown {
        let series = all.iter().position(|one| one.list.iter().any(|other| std::ptr::eq(other, reading))).unwrap_or(0);
        let place = dates
            .iter_mut()
            .rfind(|date| date.of[series].is_none() && date.first().is_some_and(|first| first.when == reading.when));
        match place {
            Some(date) => date.of[series] = Some(reading),
            None => {
                let mut of = vec![None; all.len()];
                of[series] = Some(reading);
                dates.push(Dated { of, whole: None });
            }
        }
    }
    dates.iter_mut().for_each(|date| date.whole = whole(context, date));
    dates
}

/// What the values of a date are shares of: the base that all of them name, else their sum where each is stated.
fn whole(context: &Context, date: &Dated) -> Option<f64> {
    let values = date.values();
    if values.iter().any(|value| *value < 0.0) {
        return None;
    }
    let sum: f64 = values.iter().sum();
    let base = |reading: &&Reading| match context.find(&reading.id) {
        Some(Found::Observation(_, one)) => one.base,
        _ => None,
    };
    let bases: Vec<Option<f64>> = date.of.iter().flatten().map(base).collect();
    match bases.first().copied().flatten() {
        Some(first) if bases.iter().all(|base| *base == Some(first)) && first > 0.0 && sum <= first * (1.0 + 1e-9) => {
            Some(first)
        }
        _ => Some(sum).filter(|sum| *sum > 0.0 && date.of.iter().all(Option::is_some)),
    }
}

/// The values that a figure shows, by unit and date.
pub fn groups(context: &Context, figure: &Item<Figure>) -> Drawn {
    let mut all = shared(context, &by_unit(context, figure));
    annual(&mut all);
    let flat: Vec<Readings> = all.iter().flat_map(|group| group.all.iter().cloned()).collect();
    let mut signs: Vec<Sample> = samples(&flat).into_iter().filter(|sign| *sign != Sample::Within).collect();
    let groups: Vec<TowerGroup> = all.iter().map(|group| self::group(context, figure, group)).collect();
    let mut dates = groups.iter().flat_map(|group| &group.dates);
    if dates.any(|date| date.bars.iter().any(Option::is_none)) {
        signs.push(Sample::Missing);
    }
    Drawn { groups, items: flat.iter().map(|one| one.list.len() + one.unplaced).sum(), signs }
}

fn group(context: &Context, figure: &Item<Figure>, group: &Shared) -> TowerGroup {
    let dates = dated(context, figure, &group.all);
    let years: Vec<Option<&String>> = dates.iter().map(|date| date.first().and_then(|one| one.year.as_ref())).collect();
    // Years are enough where no two dates share one.
    let are_years = years.iter().all(Option::is_some) && years.windows(2).all(|pair| pair[0] != pair[1]);
    let date = |date: &Dated| {
        let shares = date.whole.map(|whole| percentages(&date.values(), whole, figure.complete));
        let mut shares = shares.into_iter().flatten();
        let bars = date.of.iter().map(|reading| {
            let reading = (*reading)?;
            Some(tower(context, figure.stack, reading, date.whole, shares.next()))
        });
        let bars: Vec<Option<Tower>> = bars.collect();
        let first = date.first();
        let label = first.map(|one| one.year.clone().filter(|_| are_years).unwrap_or_else(|| one.date.clone()));
        TowerDate {
            label: label.unwrap_or_default().into(),
            whole_words: whole_words(context, date.whole).into(),
            whole: date.whole,
            bars,
        }
    };
    TowerGroup {
        title: match &group.all[..] {
            [only] => only.title.clone(),
            _ => group.title.clone(),
        },
        names: group.all.iter().map(|one| one.title.clone()).collect(),
        dates: dates.iter().map(date).collect(),
    }
}

fn tower(context: &Context, stack: Stack, reading: &Reading, whole: Option<f64>, share: Option<String>) -> Tower {
    let short = reading.short.as_str();
    let rivals: Vec<f64> =
        reading.beside.iter().map(|(_, value)| *value).filter(|value| *value != reading.value).collect();
    let beside = rivals.iter().fold(short.to_owned(), |all, rival| format!("{all} / {}", number(*rival)));
    let (words, name) = match stack {
        Stack::Share => {
            let of = share_words(context, reading, whole, share.as_deref());
            let share = share.unwrap_or_default();
            let both = if share.is_empty() { short.to_owned() } else { format!("{short} · {share}") };
            (
                vec![both.into(), short.into()],
                context.tf("amount-named", &[("title", reading.name.to_string().into()), ("value", of.into())]),
            )
        }
        _ => (vec![beside.into()], reading.name.to_string()),
    };
    Tower {
        id: reading.id.clone(),
        name: name.into(),
        words,
        value: reading.value,
        dot: crate::draw::series::dot(reading),
        arrow: arrow(reading.qualifier),
        range: reading.range,
        rivals,
    }
}

/// A share with its part and its whole.
fn share_words(context: &Context, reading: &Reading, whole: Option<f64>, share: Option<&str>) -> String {
    match (whole, share) {
        (Some(whole), Some(share)) => {
            let values = [
                ("share", share.to_owned().into()),
                ("part", reading.short.clone().into()),
                ("whole", number(whole).into()),
            ];
            context.tf("share-of", &values)
        }
        _ => context.tf("share-unknown", &[("part", reading.short.clone().into())]),
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
    let groups = by_unit(context, figure);
    let all: Vec<Readings> = groups.iter().flat_map(|group| readings(context, &group.series)).collect();
    if all.is_empty() {
        return Told::whole(context.t("series-none"));
    }
    let mut told = Vec::new();
    if figure.stack == Stack::Share {
        for group in &groups {
            let all = readings(context, &group.series);
            let Some(words) = last_shares(context, figure, &all) else { continue };
            told.push(Told {
                title: Some(group.unit.clone()).filter(|unit| groups.len() > 1 && !unit.is_empty()),
                words,
            });
        }
        let key = if figure.complete { "share-complete" } else { "share-exact" };
        told.push(Told { title: None, words: context.t(key) });
    } else {
        let titled = |one: &Readings| (all.len() > 1).then(|| one.title.to_string());
        told.extend(all.iter().map(|one| Told { title: titled(one), words: caption(&one.list, context.words) }));
    }
    let missing: usize = groups
        .iter()
        .map(|group| {
            dated(context, figure, &readings(context, &group.series))
                .iter()
                .flat_map(|date| &date.of)
                .filter(|of| of.is_none())
                .count()
        })
        .sum();
    if missing > 0 {
        told.push(Told { title: None, words: context.tf("amounts-missing", &[("count", missing.into())]) });
    }
    told.extend(unplaced(context, &all));
    told
}

/// The shares of the last date in a sentence.
fn last_shares(context: &Context, figure: &Figure, all: &[Readings]) -> Option<String> {
    let dates = dated(context, figure, all);
    let last = dates.last()?;
    let shares = last.whole.map(|whole| percentages(&last.values(), whole, figure.complete)).unwrap_or_default();
    let mut shares = shares.iter();
    let mut parts = Vec::new();
    for (one, reading) in all.iter().zip(&last.of) {
        let value = match reading {
            Some(reading) => share_words(context, reading, last.whole, shares.next().map(String::as_str)),
            None => context.t("not-stated"),
        };
        parts.push(context.tf("amount-named", &[("title", one.title.to_string().into()), ("value", value.into())]));
    }
    let date = last.first().map(|one| one.date.clone()).unwrap_or_default();
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
        for date in dated(context, figure, &all) {
            let shares =
                date.whole.map(|whole| percentages(&date.values(), whole, figure.complete)).unwrap_or_default();
            let mut shares = shares.into_iter();
            for reading in date.of.iter().flatten() {
                let Some(found @ Found::Observation(series, one)) = context.find(&reading.id) else { continue };
                rows.push(Row {
                    id: Some(one.meta.id.clone()),
                    cells: vec![
                        Cell::date(context, &one.date),
                        Cell::Item(one.meta.id.clone(), context.text(&series.title)),
                        Cell::Number(reading.value),
                        date.whole.map_or(Cell::Missing, Cell::Number),
                        shares.next().map_or(Cell::Missing, Cell::Words),
                        Cell::Sources(found.sources().to_vec()),
                    ],
                });
            }
        }
    }
    vec![Table { columns, rows, ..Table::default() }]
}
