//! From a series of the briefing to what is drawn and told of it.

use std::sync::Arc;

use crate::{
    draw::activity::iso_year,
    i18n::Words,
    model::{Briefing, Day, Dispute, Edtf, Fact, Item, Observation, Qualifier, Series, Text, date::Precision},
    order,
    query::{Found, Index},
    scale::Span,
};

/// Values beyond this are written with digits that a number of the page does not hold, so they are not drawn.
const MOST: f64 = 9e15;

/// One observation, ready to be drawn and told.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// Its value in words, with the unit.
    pub words: String,
    /// Its value in words, without the unit.
    pub short: String,
    /// Its date in words.
    pub date: String,
    /// How fine that is.
    pub precision: Precision,
    /// Its year in words, where its date is within one and sure.
    pub year: Option<String>,
    /// The days that its date can mean.
    pub when: Span,
    /// The value.
    pub value: f64,
    /// Low and high, where the source gives a range.
    pub range: Option<(f64, f64)>,
    /// How exact the source is.
    pub qualifier: Qualifier,
    /// False where it must not be compared with its neighbours.
    pub comparable: bool,
    /// Whether it is part of a dispute, or sources give other values for it.
    pub disputed: bool,
    /// Whether sources give another value for it. Else what is disputed is something about it, such as its date.
    pub rivalled: bool,
    /// What other sources say instead: when, and how much.
    pub beside: Vec<(Span, f64)>,
}

impl Reading {
    /// Whether sources disagree on it.
    pub fn is_contested(&self) -> bool {
        self.disputed || !self.beside.is_empty()
    }

    /// Whether a line of values may lead through it: it can be compared, and no source gives another value for it.
    pub fn is_on_line(&self) -> bool {
        self.comparable && !self.rivalled
    }
}

/// A series with its readings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readings {
    /// What is measured.
    pub title: Arc<str>,
    /// The observations in order of date.
    pub list: Vec<Reading>,
    /// Number of observations that have no place in a chart: without a year, or too large.
    pub unplaced: usize,
}

/// How a series is told: the words of the page, and how a text of the briefing is read.
pub struct Telling<'a> {
    /// The words of the page.
    pub words: &'a Words,
    /// A text of the briefing in the reader's language.
    pub text: &'a dyn Fn(&Text) -> String,
}

impl Readings {
    /// The same with its title in the name of each value, for where there are several series.
    pub fn titled(mut self, words: &Words) -> Readings {
        for reading in &mut self.list {
            let values = [("title", self.title.to_string().into()), ("sentence", reading.name.to_string().into())];
            reading.name = words.text_with("series-titled", &values).into();
        }
        self
    }

    /// The readings of a series.
    pub fn of(briefing: &Briefing, index: &Index, series: &Series, telling: &Telling) -> Readings {
        let read = series.observations.iter().filter_map(|item| {
            let disputes = disputes(briefing, index, item);
            let rivalled = disputes.iter().any(|dispute| sets_against_another(dispute, series, item));
            reading(series, item, (!disputes.is_empty(), rivalled), telling)
        });
        let read: Vec<Reading> = read.collect();
        Readings {
            title: (telling.text)(&series.title).into(),
            unplaced: series.observations.len() - read.len(),
            list: in_time(&read),
        }
    }
}

/// The disputes that name an observation.
fn disputes<'a>(briefing: &'a Briefing, index: &Index, item: &Item<Observation>) -> Vec<&'a Dispute> {
    let found = index.concerning(&item.meta.id).iter().filter_map(|id| index.find(briefing, id));
    let disputes = found.filter_map(|found| match found {
        Found::Dispute(dispute) => Some(&dispute.body),
        _ => None,
    });
    disputes.collect()
}

/// Whether a dispute is between an observation and another value of its series. The format does not say which field a
/// dispute is about: one that names a single value, or values that are equal, gives no other value to draw.
fn sets_against_another(dispute: &Dispute, series: &Series, item: &Item<Observation>) -> bool {
    let differs = |other: &Item<Observation>| other.value.value != item.value.value;
    series.observations.iter().any(|other| differs(other) && dispute.on.contains(&other.meta.id))
}

/// Readings in order of time.
pub(super) fn in_time(read: &[Reading]) -> Vec<Reading> {
    let sorted = order::in_order(read, &|a, b| a.when.middle().total_cmp(&b.when.middle()));
    sorted.into_iter().cloned().collect()
}

/// The days that a date can mean; of one with an open or unknown end, those of the other. `None` without a place.
pub fn span_of(date: &Edtf) -> Option<Span> {
    let first = date.earliest().or(date.latest()).filter(|_| date.placeable())?;
    let last = date.latest().unwrap_or(first);
    Some(Span::from_days(first.unix_days(), last.unix_days()))
}

pub(super) fn is_drawable(value: f64) -> bool {
    value.abs() <= MOST
}

fn reading(
    series: &Series,
    item: &Item<Observation>,
    (disputed, rivalled): (bool, bool),
    telling: &Telling,
) -> Option<Reading> {
    let words = telling.words;
    let Observation { date, value, low, high, unit, qualifier, comparable, .. } = &**item;
    let unit = unit.as_ref().or(series.unit.as_ref()).map(telling.text);
    let when = span_of(&date.value)?;
    let drawable = Some(value.value).filter(|value| is_drawable(*value))?;
    let range = low.is_some() || high.is_some();
    let range = (low.unwrap_or(drawable), high.unwrap_or(drawable), range);
    let (others, dates) = (alternatives(value), alternatives(date));
    let others: Vec<f64> = others.iter().map(|other| other.value).filter(|other| *other != drawable).collect();
    let beside: Vec<_> = others
        .iter()
        .filter(|other| is_drawable(**other))
        .map(|other| (when, *other))
        .chain(dates.iter().filter_map(|other| Some((span_of(&other.value)?, drawable))))
        .collect();
    let said = words.quantity(value.value, *qualifier, unit.as_deref());
    let date_words = date.value.print(words.language().dates());
    let title = match (low, high) {
        (Some(low), Some(high)) => {
            let ends = [low, high].map(|end| words.quantity(*end, Qualifier::Exact, None).into());
            let [from, to] = ends;
            format!("{said} ({})", words.text_with("span", &[("from", from), ("to", to)]))
        }
        _ => said.clone(),
    };
    let (disputed, rivalled) = (disputed || !others.is_empty(), rivalled || !others.is_empty());
    let mut name = words.text_with("item-name", &[("date", date_words.clone().into()), ("title", title.into())]);
    for (key, holds) in [("disputed", disputed || !beside.is_empty()), ("legend-apart", !comparable)] {
        if holds {
            name = format!("{name} · {}", words.text(key));
        }
    }
    Some(Reading {
        id: item.meta.id.as_str().into(),
        name: name.into(),
        words: said,
        short: words.quantity(value.value, *qualifier, None),
        date: date_words,
        precision: date.value.precision(),
        year: year_words(&date.value, words),
        when,
        value: drawable,
        range: Some((range.0, range.1)).filter(|(low, high)| range.2 && is_drawable(*low) && is_drawable(*high)),
        qualifier: *qualifier,
        comparable: *comparable,
        disputed,
        rivalled,
        beside,
    })
}

fn alternatives<T>(fact: &Fact<T>) -> &[Fact<T>] {
    fact.evidence.as_deref().map_or(&[], |evidence| &evidence.alternatives)
}

/// The year of a date in words; `None` where it spans several or is not sure.
pub(super) fn year_words(date: &Edtf, words: &Words) -> Option<String> {
    let [first, last] = [date.earliest()?, date.latest()?].map(Day::year);
    let is_sure = first == last && !date.approximate() && !date.uncertain();
    let year = Edtf::parse(&iso_year(first)).ok().filter(|_| is_sure)?;
    Some(year.print(words.language().dates()))
}
