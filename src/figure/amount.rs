//! Single values as they are drawn and told: what they are the value of, how exact, and who says so.

use super::{Cell, Column, Context, Row, Table, Told};
use crate::{
    draw::amounts::{Amount, AmountClaim, Amounts, Arrow, Dot, Titles},
    model::{Citation, Edtf, Fact, Figure, Id, Item, Observation, Qualifier, Series, Text},
    query::{self, Found},
};

/// The largest number that is drawn.
const MOST: f64 = 9e15;

/// A value of the briefing, ready to be drawn and told.
pub struct Measured<'a> {
    /// Whose value it is.
    pub found: Found<'a>,
    /// What it is the value of.
    pub label: String,
    /// The value in words, with its unit; `None` where none is stated.
    pub words: Option<String>,
    /// The unit in words, as a title.
    pub unit: String,
    /// The value as it is drawn.
    pub amount: Amount,
}

impl Measured<'_> {
    /// The value, where one is stated.
    pub fn value(&self) -> Option<f64> {
        self.amount.claims.first().and_then(|own| own.value)
    }

    /// Whether sources disagree on it.
    pub fn is_disputed(&self) -> bool {
        self.amount.claims.iter().any(|claim| claim.dot == Dot::Disputed)
    }

    /// Whether it can be compared with others.
    pub fn is_comparable(&self) -> bool {
        self.amount.claims.iter().all(|claim| claim.dot != Dot::Apart)
    }
}

/// The values that a figure names; else, for each of its series, the value on the day it names, or the newest.
pub fn measured<'a>(context: &Context<'a>, figure: &'a Figure) -> Vec<Measured<'a>> {
    let named = figure.values.iter().filter_map(|value| {
        let found = context.find(&value.of)?;
        let label = value.label.as_ref().map_or_else(|| titled(context, found), |label| context.text(label));
        Some(of_found(context, found, label))
    });
    let of_series = context.series_of(figure).into_iter().filter(|_| figure.values.is_empty()).map(|series| {
        let found =
            on_day(series, figure.at.as_ref()).map_or(Found::Series(series), |one| Found::Observation(series, one));
        of_found(context, found, titled(context, found))
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

/// The name of a value, with its date.
fn titled(context: &Context, found: Found) -> String {
    let title = context.name(found);
    match found.date() {
        Some(date) => {
            context.tf("amount-dated", &[("title", title.into()), ("date", context.date(&date.value).into())])
        }
        None => title,
    }
}

/// A number that an item states.
#[derive(Default)]
struct Number<'a> {
    /// `None` where it states none.
    fact: Option<&'a Fact<f64>>,
    qualifier: Qualifier,
    /// Low and high, where it is a range.
    range: Option<(f64, f64)>,
    unit: Option<&'a Text>,
}

fn number_of(found: Found) -> Number {
    match found {
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
    }
}

/// The value of an item as it is drawn.
fn of_found<'a>(context: &Context<'a>, found: Found<'a>, label: String) -> Measured<'a> {
    let Number { fact, qualifier, range, unit } = number_of(found);
    let fact = fact.filter(|fact| fact.value.abs() <= MOST);
    let in_unit = unit.map(|unit| context.text(unit));
    // Of percent each value says so itself.
    let short = |value: f64, qualifier| {
        context.words.quantity(value, qualifier, in_unit.as_deref().filter(|unit| *unit == "percent"))
    };
    let range = range.filter(|(low, high)| low.abs() <= MOST && high.abs() <= MOST);
    let rivals = fact.map(|fact| rivals(context, found, fact)).unwrap_or_default();
    let is_apart = matches!(found, Found::Observation(_, one) if !one.comparable);
    let is_disputed = !rivals.is_empty() || context.index.is_disputed(context.briefing, &found.meta().id);
    let claim = match fact {
        None => AmountClaim { words: context.t("not-stated").into(), ..AmountClaim::default() },
        Some(fact) => {
            let said = short(fact.value, qualifier);
            let own = if fact.sources().is_empty() { found.sources() } else { fact.sources() };
            AmountClaim {
                words: if rivals.is_empty() { said.into() } else { by(context, said, own).into() },
                value: Some(fact.value),
                dot: match qualifier {
                    _ if is_disputed => Dot::Disputed,
                    _ if is_apart => Dot::Apart,
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
    let words = query::headline(found, context.words, &|text| context.text(text)).filter(|_| fact.is_some());
    let mut name = context.tf(
        "amount-named",
        &[("title", label.clone().into()), ("value", words.clone().unwrap_or_else(|| context.t("not-stated")).into())],
    );
    for (key, holds) in [("disputed", is_disputed), ("legend-apart", is_apart)] {
        if holds {
            name = format!("{name} · {}", context.t(key));
        }
    }
    let amount = Amount {
        id: found.meta().id.as_str().into(),
        name: name.into(),
        label: label.as_str().into(),
        claims: std::iter::once(claim).chain(others).collect(),
    };
    Measured { found, label, words, unit: super::measured::unit_words(context, unit), amount }
}

/// What other sources say instead: other values of the same fact, and other values of the series that a dispute sets against it.
fn rivals(context: &Context, found: Found, fact: &Fact<f64>) -> Vec<(f64, Vec<Citation>)> {
    let mut all: Vec<(f64, Vec<Citation>)> = Vec::new();
    let mut add = |value: f64, sources: &[Citation]| {
        if value != fact.value && value.abs() <= MOST && !all.iter().any(|(known, _)| *known == value) {
            all.push((value, sources.to_vec()));
        }
    };
    for other in fact.alternatives() {
        add(other.value, other.sources());
    }
    if let Found::Observation(series, one) = found {
        let disputes = context.index.concerning(&one.meta.id).iter().filter_map(|id| context.find(id));
        let named: Vec<&Id> = disputes
            .flat_map(|found| match found {
                Found::Dispute(dispute) => dispute.on.as_slice(),
                _ => &[],
            })
            .collect();
        for other in series.observations.iter().filter(|other| named.contains(&&other.meta.id)) {
            add(other.value.value, Found::Observation(series, other).sources());
        }
    }
    all
}

/// A value and who says so.
fn by(context: &Context, value: String, sources: &[Citation]) -> String {
    let names: Vec<String> = sources.iter().map(|one| context.name_of(&one.source)).collect();
    let who = if names.is_empty() { context.t("claim-unnamed") } else { names.join("; ") };
    context.tf("claim-by", &[("value", value.into()), ("who", who.into())])
}

/// Whether a value is more or less in truth.
pub fn arrow(qualifier: Qualifier) -> Option<Arrow> {
    match qualifier {
        Qualifier::MoreThan | Qualifier::AtLeast => Some(Arrow::Up),
        Qualifier::AtMost | Qualifier::LessThan => Some(Arrow::Down),
        Qualifier::Exact | Qualifier::About => None,
    }
}

/// Values by unit, in the order in which units come first.
pub fn grouped(all: &[Measured]) -> Vec<Amounts> {
    let mut groups: Vec<Amounts> = Vec::new();
    for one in all {
        match groups.iter_mut().find(|group| *group.title == *one.unit) {
            Some(group) => group.list.push(one.amount.clone()),
            None => groups.push(Amounts { title: one.unit.as_str().into(), list: vec![one.amount.clone()] }),
        }
    }
    groups
}

/// The words of a picture of values.
pub fn titles(context: &Context, figure: &Figure, told: &[Told]) -> Titles {
    Titles {
        title: context.title(figure).into(),
        description: super::joined(context, told).into(),
        empty: context.t("series-empty").into(),
    }
}

/// Which value is the most and which the least, by unit; what is not stated, and what sources disagree on.
pub fn tell(context: &Context, all: &[Measured]) -> Vec<Told> {
    if all.is_empty() {
        return Told::whole(context.t("series-none"));
    }
    let units = grouped(all);
    let mut told = Vec::new();
    for unit in &units {
        let own: Vec<&Measured> = all.iter().filter(|one| *one.unit == *unit.title).collect();
        let title = (units.len() > 1 && !unit.title.is_empty()).then(|| unit.title.to_string());
        told.push(Told { title, words: crate::draw::series::join(&sentences(context, &own), context.words) });
    }
    told
}

fn sentences(context: &Context, own: &[&Measured]) -> Vec<String> {
    let stated: Vec<&&Measured> = own.iter().filter(|one| one.value().is_some()).collect();
    let comparable: Vec<&&Measured> = stated.iter().copied().filter(|one| one.is_comparable()).collect();
    let (told, apart) = if stated.len() == 1 { (&stated, 0) } else { (&comparable, stated.len() - comparable.len()) };
    let words = |one: &Measured| one.words.clone().unwrap_or_default();
    let mut all = Vec::new();
    match told[..] {
        [] => {}
        [only] => {
            let values = [("title", only.label.clone().into()), ("value", words(only).into())];
            all.push(context.tf("amounts-one", &values));
        }
        [first, ..] if told.iter().all(|one| words(one) == words(first)) => {
            all.push(context.tf("amounts-equal", &[("count", told.len().into()), ("value", words(first).into())]));
        }
        _ => {
            let end = |more: fn(f64, f64) -> bool| {
                let value = |one: &Measured| one.value().unwrap_or_default();
                let best = told.iter().map(|one| value(one)).reduce(|a, b| if more(b, a) { b } else { a });
                let same: Vec<&&&Measured> = told.iter().filter(|one| Some(value(one)) == best).collect();
                let title = match same[..] {
                    [only] => only.label.clone(),
                    _ => context.tf("amounts-several", &[("count", same.len().into())]),
                };
                (same.first().map(|one| words(one)).unwrap_or_default(), title)
            };
            let ((high, highs), (low, lows)) = (end(|a, b| a > b), end(|a, b| a < b));
            let values = [("high", high.into()), ("highs", highs.into()), ("low", low.into()), ("lows", lows.into())];
            all.push(context.tf("amounts-ends", &values));
        }
    }
    let missing = own.len() - stated.len();
    let disputed = stated.iter().filter(|one| one.is_disputed()).count();
    for (key, count) in [("amounts-missing", missing), ("series-apart", apart), ("series-disagree", disputed)] {
        if count > 0 {
            all.push(context.tf(key, &[("count", count.into())]));
        }
    }
    all
}

/// The values as a table.
pub fn table(context: &Context, all: &[Measured]) -> Vec<Table> {
    let columns = vec![
        Column::new(context, "column-measure"),
        Column::new(context, "column-date"),
        Column::new(context, "column-number").in_files(),
        Column::new(context, "column-value"),
        Column::new(context, "column-remarks"),
        Column::new(context, "column-sources"),
    ];
    let row = |one: &Measured| {
        let id = one.found.meta().id.clone();
        let others: Vec<String> = one.amount.claims.iter().skip(1).map(|claim| claim.words.to_string()).collect();
        let range = one.amount.claims.first().and_then(|own| own.range);
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
                Cell::Words(one.label.clone()),
                one.found.date().map_or(Cell::Empty, |date| Cell::date(context, date)),
                one.value().map_or(Cell::Missing, Cell::Number),
                one.words.clone().map_or(Cell::Missing, |words| Cell::Item(id, words)),
                Cell::Words(remarks.join("; ")),
                Cell::Sources(one.found.sources().to_vec()),
            ],
        }
    };
    vec![Table { columns, rows: all.iter().map(row).collect(), ..Table::default() }]
}
