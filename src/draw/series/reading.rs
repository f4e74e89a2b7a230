//! From a series of the briefing to what is drawn and told of it.

use std::sync::Arc;

use crate::{
    draw::activity::iso_year,
    i18n::Words,
    model::{
        Briefing, Day, Edtf, Fact, Id, Item, Meeting, Observation, Qualifier, Series, Text, Total, date::Precision,
    },
    order,
    query::{Found, Index},
    scale::Span,
};

/// Values beyond this are written with digits that a number of the page does not hold, so they are not drawn.
const MOST: f64 = 9e15;

/// One observation, ready to be drawn and told. Its words are made when they are asked for: of thousands few are read.
#[derive(Clone)]
pub struct Reading<'a> {
    /// Whose value it is.
    pub(super) of: Of<'a>,
    /// What all values of its series have in common.
    pub(super) names: Arc<Names>,
    /// Whether its name says what is measured.
    pub(super) is_titled: bool,
    /// How exact the source is.
    pub qualifier: Qualifier,
    /// False where it must not be compared with its neighbours.
    pub comparable: bool,
    /// Whether it is part of a dispute, or sources give other values for it.
    pub disputed: bool,
    /// Whether sources give another value for it. Else what is disputed is something about it, such as its date.
    pub rivalled: bool,
    /// The days that its date can mean.
    pub when: Span,
    /// The value.
    pub value: f64,
    /// Low and high, where the source gives a range.
    pub range: Option<(f64, f64)>,
    /// What other sources say instead: when, and how much.
    pub beside: Vec<(Span, f64)>,
}

/// Whose value is read.
#[derive(Clone, Copy)]
pub(super) enum Of<'a> {
    Observation(&'a Item<Observation>),
    Total(&'a Item<Meeting>, &'a Item<Total>),
}

/// What values have in common, in the reader's language.
#[derive(PartialEq)]
pub(super) struct Names {
    /// What is measured.
    pub title: Arc<str>,
    /// Its unit.
    pub unit: Option<String>,
    /// Who is counted.
    pub who: Option<String>,
}

impl<'a> Reading<'a> {
    /// Whether sources disagree on it.
    pub fn is_contested(&self) -> bool {
        self.disputed || !self.beside.is_empty()
    }

    /// Whether a line of values may lead through it: it can be compared, and no source gives another value for it.
    pub fn is_on_line(&self) -> bool {
        self.comparable && !self.rivalled
    }

    /// Its id.
    pub fn id(&self) -> &'a Id {
        match self.of {
            Of::Observation(item) => &item.meta.id,
            Of::Total(_, item) => &item.meta.id,
        }
    }

    /// The number of which it is a part, where that is stated.
    pub fn base(&self) -> Option<f64> {
        match self.of {
            Of::Observation(item) => item.base,
            Of::Total(..) => None,
        }
    }

    fn date(&self) -> &'a Edtf {
        match self.of {
            Of::Observation(item) => &item.date.value,
            Of::Total(meeting, _) => &meeting.date.value,
        }
    }

    /// Its value in words, with the unit.
    pub fn words(&self, words: &Words) -> String {
        words.quantity(self.value, self.qualifier, self.names.unit.as_deref())
    }

    /// Its value in words, without the unit.
    pub fn short(&self, words: &Words) -> String {
        words.quantity(self.value, self.qualifier, None)
    }

    /// Whether its value is the same in words as that of another.
    pub fn is_same(&self, other: &Reading<'_>, words: &Words) -> bool {
        let is_named = Arc::ptr_eq(&self.names, &other.names) || self.names == other.names;
        let is_alike = self.value == other.value && self.qualifier == other.qualifier && is_named;
        is_alike || self.words(words) == other.words(words)
    }

    /// Its date in words.
    pub fn date_words(&self, words: &Words) -> String {
        self.date().print(words.language().dates())
    }

    /// Its date with months cut short, for an axis.
    pub fn short_date(&self, words: &Words) -> String {
        self.date().print_short(words.language().dates())
    }

    /// How fine its date is.
    pub fn precision(&self) -> Precision {
        self.date().precision()
    }

    /// Its year, where its date is within one and sure.
    pub fn year(&self) -> Option<i64> {
        let date = self.date();
        let [first, last] = [date.earliest()?, date.latest()?].map(Day::year);
        (first == last && !date.approximate() && !date.uncertain()).then_some(first)
    }

    /// Its year in words, where its date is within one and sure; else its date.
    pub fn year_words(&self, words: &Words) -> String {
        let year = self.year().and_then(|year| Edtf::read(&iso_year(year)).ok());
        year.as_ref().unwrap_or(self.date()).print(words.language().dates())
    }

    /// Its accessible name.
    pub fn name(&self, words: &Words) -> String {
        let dated = |title: String| {
            words.text_with("item-name", &[("date", self.date_words(words).into()), ("title", title.into())])
        };
        let said = self.words(words);
        let mut name = match self.of {
            Of::Observation(item) => match (item.low, item.high) {
                (Some(low), Some(high)) => {
                    let [from, to] = [low, high].map(|end| words.quantity(end, Qualifier::Exact, None).into());
                    dated(format!("{said} ({})", words.text_with("span", &[("from", from), ("to", to)])))
                }
                _ => dated(said),
            },
            Of::Total(..) => {
                let said = self.names.who.as_ref().map_or_else(|| said.clone(), |who| format!("{said} {who}"));
                titled(&dated(self.names.title.to_string()), said, words)
            }
        };
        for (key, holds) in [("disputed", self.is_contested()), ("legend-apart", !self.comparable)] {
            if holds {
                name = format!("{name} · {}", words.text(key));
            }
        }
        self.about(name, words)
    }

    /// What is said of it, with what is measured before it where its name says so.
    pub(super) fn about(&self, said: String, words: &Words) -> String {
        if self.is_titled { titled(&self.names.title, said, words) } else { said }
    }
}

/// A sentence with what it is about before it.
pub(super) fn titled(title: &str, sentence: String, words: &Words) -> String {
    words.text_with("series-titled", &[("title", title.to_owned().into()), ("sentence", sentence.into())])
}

/// A series with its readings.
#[derive(Clone, Default)]
pub struct Readings<'a> {
    /// What is measured.
    pub title: Arc<str>,
    /// The observations in order of date.
    pub list: Vec<Reading<'a>>,
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

impl<'a> Readings<'a> {
    /// The same with its title in the name of each value, for where there are several series.
    pub fn titled(mut self) -> Readings<'a> {
        for reading in &mut self.list {
            reading.is_titled = true;
        }
        self
    }

    /// The readings of a series.
    pub fn of(briefing: &Briefing, index: &Index, series: &'a Series, telling: &Telling) -> Readings<'a> {
        let text = telling.text;
        let contests = Contests::of(briefing, index, series);
        let title: Arc<str> = text(&series.title).into();
        let names = |unit: Option<&Text>| Arc::new(Names { title: title.clone(), unit: unit.map(text), who: None });
        let shared = names(series.unit.as_ref());
        let read = series.observations.iter().filter_map(|item| {
            let names = item.unit.as_ref().map_or_else(|| shared.clone(), |unit| names(Some(unit)));
            reading(item, contests.on(item), names)
        });
        let read: Vec<Reading> = read.collect();
        Readings { title, unplaced: series.observations.len() - read.len(), list: in_time(read) }
    }
}

/// The observations of a series that disputes name, by id, each time with the lowest and the highest value set against it.
struct Contests<'a> {
    named: Vec<(&'a str, (f64, f64))>,
}

impl<'a> Contests<'a> {
    fn of(briefing: &'a Briefing, index: &Index, series: &Series) -> Contests<'a> {
        let mut named = Vec::new();
        for dispute in &briefing.disputes {
            let own = dispute.on.iter().filter_map(|id| match index.find(briefing, id)? {
                Found::Observation(of, one) if std::ptr::eq(&**of, series) && one.meta.id == *id => Some(one),
                _ => None,
            });
            let own: Vec<(&str, f64)> = own.map(|one| (one.meta.id.as_str(), one.value.value)).collect();
            let Some(ends) = own.iter().map(|&(_, value)| (value, value)).reduce(widest) else { continue };
            named.extend(own.into_iter().map(|(id, _)| (id, ends)));
        }
        let sorted = order::in_order(&named, &|a, b| a.0.cmp(b.0));
        Contests { named: sorted.into_iter().copied().collect() }
    }

    /// Whether an observation is disputed, and whether that sets another value of its series against it. The format does not say
    /// which field a dispute is about: one that names a single value, or values that are equal, gives no other value to draw.
    fn on(&self, item: &Item<Observation>) -> (bool, bool) {
        let id = item.meta.id.as_str();
        let from = self.named.partition_point(|named| named.0 < id);
        let ends = self.named[from..].iter().take_while(|named| named.0 == id).map(|named| named.1).reduce(widest);
        let value = item.value.value;
        (ends.is_some(), ends.is_some_and(|ends| ends != (value, value)))
    }
}

fn widest(one: (f64, f64), other: (f64, f64)) -> (f64, f64) {
    (one.0.min(other.0), one.1.max(other.1))
}

/// Readings in order of time.
pub(super) fn in_time(read: Vec<Reading<'_>>) -> Vec<Reading<'_>> {
    if read.is_sorted_by(|a, b| a.when.middle() <= b.when.middle()) {
        return read;
    }
    let sorted = order::in_order(&read, &|a, b| a.when.middle().total_cmp(&b.when.middle()));
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

fn reading(item: &Item<Observation>, (disputed, rivalled): (bool, bool), names: Arc<Names>) -> Option<Reading<'_>> {
    let Observation { date, value, low, high, qualifier, comparable, .. } = &**item;
    let when = span_of(&date.value)?;
    let drawable = Some(value.value).filter(|value| is_drawable(*value))?;
    let range = (low.is_some() || high.is_some()).then_some((low.unwrap_or(drawable), high.unwrap_or(drawable)));
    let (others, dates) = (alternatives(value), alternatives(date));
    let others = || others.iter().map(|other| other.value).filter(|other| *other != drawable);
    let beside = others()
        .filter(|other| is_drawable(*other))
        .map(|other| (when, other))
        .chain(dates.iter().filter_map(|other| Some((span_of(&other.value)?, drawable))))
        .collect();
    let is_rivalled = others().next().is_some();
    Some(Reading {
        of: Of::Observation(item),
        names,
        is_titled: false,
        when,
        value: drawable,
        range: range.filter(|(low, high)| is_drawable(*low) && is_drawable(*high)),
        qualifier: *qualifier,
        comparable: *comparable,
        disputed: disputed || is_rivalled,
        rivalled: rivalled || is_rivalled,
        beside,
    })
}

fn alternatives<T>(fact: &Fact<T>) -> &[Fact<T>] {
    fact.evidence.as_deref().map_or(&[], |evidence| &evidence.alternatives)
}
