//! Single values as they are drawn and told: what they are the value of, how exact, and who says so.

mod told;

use super::{
    Cell, Column, Context, Row, Table, Told,
    claims::{by, rivals, titled},
    rest::{described, more},
};
use crate::{
    draw::{
        amounts::{Amount, AmountClaim, Amounts, Arrow, Dot, Titles},
        thin,
    },
    model::{Edtf, Fact, Figure, Item, Observation, Qualifier, Series, Text},
    query::{self, Found},
};

pub use told::tell;

/// The largest number that is drawn.
const MOST: f64 = 9e15;

/// A value of the briefing. Its words are made when they are asked for: of thousands few are read.
pub struct Measured<'a> {
    /// Whose value it is.
    pub found: Found<'a>,
    label: Option<&'a Text>,
    number: Number<'a>,
    is_disputed: bool,
    is_apart: bool,
}

impl<'a> Measured<'a> {
    fn of(context: &Context<'a>, found: Found<'a>, label: Option<&'a Text>) -> Measured<'a> {
        let number = number_of(found);
        let is_rivalled = |fact: &Fact<f64>| {
            fact.alternatives().iter().any(|other| other.value != fact.value && other.value.abs() <= MOST)
        };
        let is_contested =
            !context.briefing.disputes.is_empty() && context.index.is_disputed(context.briefing, &found.meta().id);
        let is_disputed = number.fact.is_some_and(is_rivalled) || is_contested;
        let is_apart = matches!(found, Found::Observation(_, one) if !one.comparable);
        Measured { found, label, number, is_disputed, is_apart }
    }

    /// The value, where one is stated.
    pub fn value(&self) -> Option<f64> {
        self.number.fact.map(|fact| fact.value)
    }

    /// Whether sources disagree on it.
    fn is_disputed(&self) -> bool {
        self.is_disputed && self.number.fact.is_some()
    }

    /// Whether it can be compared with others.
    fn is_comparable(&self) -> bool {
        !self.is_apart || self.is_disputed || self.number.fact.is_none()
    }

    /// What it is the value of.
    fn label(&self, context: &Context) -> String {
        self.label.map_or_else(|| titled(context, self.found), |label| context.text(label))
    }

    /// The value in words, with its unit; `None` where none is stated.
    fn words(&self, context: &Context) -> Option<String> {
        self.number.fact.and_then(|_| query::headline(self.found, context.words, &|text| context.text(text)))
    }

    /// Whether its value is the same in words as that of another.
    fn is_same(&self, other: &Measured, context: &Context) -> bool {
        let is_alike = std::mem::discriminant(&self.found) == std::mem::discriminant(&other.found)
            && self.value() == other.value()
            && self.number.qualifier == other.number.qualifier
            && self.number.unit == other.number.unit
            && self.number.range == other.number.range;
        is_alike || self.words(context) == other.words(context)
    }

    /// The value as it is drawn.
    fn amount(&self, context: &Context<'a>) -> Amount {
        let Number { fact, qualifier, range, unit } = self.number;
        let in_unit = unit.map(|unit| context.text(unit));
        // Of percent each value says so itself.
        let short = |value: f64, qualifier| {
            context.words.quantity(value, qualifier, in_unit.as_deref().filter(|unit| *unit == "percent"))
        };
        let rivals = fact.map(|fact| rivals(context, self.found, fact, MOST)).unwrap_or_default();
        let claim = match fact {
            None => AmountClaim { words: context.t("not-stated").into(), ..AmountClaim::default() },
            Some(fact) => {
                let said = short(fact.value, qualifier);
                let own = if fact.sources().is_empty() { self.found.sources() } else { fact.sources() };
                AmountClaim {
                    words: if rivals.is_empty() { said.into() } else { by(context, said, own).into() },
                    value: Some(fact.value),
                    dot: match qualifier {
                        _ if self.is_disputed => Dot::Disputed,
                        _ if self.is_apart => Dot::Apart,
                        Qualifier::About => Dot::About,
                        _ => Dot::Exact,
                    },
                    arrow: arrow(qualifier),
                    range,
                }
            }
        };
        let others = rivals.into_iter().map(|(value, sources)| AmountClaim {
            words: by(context, short(value, Qualifier::Exact), &sources).into(),
            value: Some(value),
            dot: Dot::Disputed,
            ..AmountClaim::default()
        });
        let label = self.label(context);
        let words = self.words(context).unwrap_or_else(|| context.t("not-stated"));
        let mut name = context.tf("amount-named", &[("title", label.clone().into()), ("value", words.into())]);
        for (key, holds) in [("disputed", self.is_disputed), ("legend-apart", self.is_apart)] {
            if holds {
                name = format!("{name} · {}", context.t(key));
            }
        }
        Amount {
            id: self.found.meta().id.as_str().into(),
            name: name.into(),
            label: label.into(),
            claims: std::iter::once(claim).chain(others).collect(),
        }
    }
}

/// The values that a figure names; else, for each of its series, the value on the day it names, or the newest.
pub fn measured<'a>(context: &Context<'a>, figure: &'a Figure) -> Vec<Measured<'a>> {
    let named = figure
        .values
        .iter()
        .filter_map(|value| Some(Measured::of(context, context.find(&value.of)?, value.label.as_ref())));
    let of_series = context.series_of(figure).into_iter().filter(|_| figure.values.is_empty()).map(|series| {
        let found =
            on_day(series, figure.at.as_ref()).map_or(Found::Series(series), |one| Found::Observation(series, one));
        Measured::of(context, found, None)
    });
    named.chain(of_series).collect()
}

/// The newest value that a series has on a day; without a day, its newest.
pub fn on_day<'a>(series: &'a Series, at: Option<&Edtf>) -> Option<&'a Item<Observation>> {
    let last = at.and_then(Edtf::latest);
    let is_then = |one: &&Item<Observation>| match (last, one.date.value.earliest()) {
        (Some(last), first) => first.is_some_and(|first| first <= last),
        (None, _) => true,
    };
    series.observations.iter().filter(is_then).max_by_key(|one| one.date.value.latest())
}

/// A number that an item states.
#[derive(Clone, Copy, Default, PartialEq)]
struct Number<'a> {
    /// `None` where it states none.
    fact: Option<&'a Fact<f64>>,
    qualifier: Qualifier,
    /// Low and high, where it is a range.
    range: Option<(f64, f64)>,
    unit: Option<&'a Text>,
}

fn number_of(found: Found<'_>) -> Number<'_> {
    let number = match found {
        Found::Observation(series, one) => {
            let (low, high) = (one.low.unwrap_or(one.value.value), one.high.unwrap_or(one.value.value));
            Number {
                fact: Some(&one.value),
                qualifier: one.qualifier,
                range: (one.low.is_some() || one.high.is_some()).then_some((low, high)),
                unit: one.unit.as_ref().or(series.unit.as_ref()),
            }
        }
        Found::Series(series) => Number { unit: series.unit.as_ref(), ..Number::default() },
        Found::Total(_, one) => Number { fact: Some(&one.value), qualifier: one.qualifier, ..Number::default() },
        Found::Group(_, one) => {
            Number { fact: Some(&one.value), qualifier: one.qualifier, unit: one.unit.as_ref(), range: None }
        }
        Found::Target(one) => {
            Number { fact: one.value.as_ref(), qualifier: one.qualifier, unit: one.unit.as_ref(), range: None }
        }
        Found::Version(_, one) => Number { fact: one.stated_total.as_ref(), ..Number::default() },
        _ => Number::default(),
    };
    let is_drawable = |(low, high): &(f64, f64)| low.abs() <= MOST && high.abs() <= MOST;
    Number {
        fact: number.fact.filter(|fact| fact.value.abs() <= MOST),
        range: number.range.filter(is_drawable),
        ..number
    }
}

/// Whether a value is more or less in truth.
pub fn arrow(qualifier: Qualifier) -> Option<Arrow> {
    match qualifier {
        Qualifier::MoreThan | Qualifier::AtLeast => Some(Arrow::Up),
        Qualifier::AtMost | Qualifier::LessThan => Some(Arrow::Down),
        Qualifier::Exact | Qualifier::About => None,
    }
}

/// Values of one unit.
struct Unit<'m, 'a> {
    /// The unit in words, as a title; may be empty.
    title: String,
    list: Vec<&'m Measured<'a>>,
}

/// Whether two texts are one, which they mostly are.
fn is_one(a: Option<&Text>, b: Option<&Text>) -> bool {
    a.map(std::ptr::from_ref) == b.map(std::ptr::from_ref) || a == b
}

/// Values by unit, in the order in which units come first.
fn by_unit<'m, 'a>(context: &Context, all: &'m [Measured<'a>]) -> Vec<Unit<'m, 'a>> {
    let mut units: Vec<Unit> = Vec::new();
    for one in all {
        // Most values have the unit of the one before: it is put into words once.
        if let Some(unit) = units.last_mut().filter(|unit| is_one(unit.list[0].number.unit, one.number.unit)) {
            unit.list.push(one);
            continue;
        }
        let title = super::measured::unit_words(context, one.number.unit);
        match units.iter_mut().find(|unit| unit.title == title) {
            Some(unit) => unit.list.push(one),
            None => units.push(Unit { title, list: vec![one] }),
        }
    }
    units
}

/// The values that are drawn, by unit, and how many more there are.
pub fn grouped<'a>(context: &Context<'a>, all: &[Measured<'a>]) -> (Vec<Amounts>, usize) {
    let units = by_unit(context, all);
    let (drawn, rest) = thin::rows(&units.iter().map(|unit| unit.list.len()).collect::<Vec<_>>());
    let amounts = |(unit, drawn): (&Unit<'_, 'a>, usize)| Amounts {
        title: unit.title.as_str().into(),
        list: unit.list[..drawn].iter().map(|one| one.amount(context)).collect(),
    };
    (units.iter().zip(drawn).map(amounts).collect(), rest)
}

/// The words of a picture of values. `thinned`: what there is no room for, `rest`: how many values are not drawn.
pub fn titles(context: &Context, figure: &Figure, told: &[Told], thinned: Option<&str>, rest: usize) -> Titles {
    Titles {
        title: context.title(figure).into(),
        description: described(context, told, thinned).into(),
        empty: context.t("series-empty").into(),
        more: more(context, rest).unwrap_or_default().into(),
    }
}

/// The values as a table.
pub fn table<'a>(context: &Context<'a>, all: &[Measured<'a>]) -> Vec<Table> {
    let columns = vec![
        Column::new(context, "column-measure"),
        Column::new(context, "column-date"),
        Column::new(context, "column-number").in_files(),
        Column::new(context, "column-value"),
        Column::new(context, "column-remarks"),
        Column::new(context, "column-sources"),
    ];
    let row = |one: &Measured<'a>| {
        let id = one.found.meta().id.clone();
        let amount = one.amount(context);
        let others: Vec<String> = amount.claims.iter().skip(1).map(|claim| claim.words.to_string()).collect();
        let range = amount.claims.first().and_then(|own| own.range);
        let range = range.map(|(low, high)| {
            let [low, high] = [low, high].map(|end| crate::i18n::number(end).into());
            context.tf("span", &[("from", low), ("to", high)])
        });
        let flags = [("disputed", one.is_disputed()), ("legend-apart", !one.is_comparable())];
        let flags = flags.into_iter().filter(|(_, holds)| *holds).map(|(key, _)| context.t(key));
        let remarks: Vec<String> = range.into_iter().chain(flags).chain(others).collect();
        Row {
            id: Some(id.clone()),
            cells: vec![
                Cell::Words(one.label(context)),
                one.found.date().map_or(Cell::Empty, |date| Cell::date(context, date)),
                one.value().map_or(Cell::Missing, Cell::Number),
                one.words(context).map_or(Cell::Missing, |words| Cell::Item(id, words)),
                Cell::Words(remarks.join("; ")),
                Cell::Sources(one.found.sources().to_vec()),
            ],
        }
    };
    vec![Table { columns, rows: all.iter().map(row).collect(), ..Table::default() }]
}
