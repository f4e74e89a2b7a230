//! Numbers of people, organisations and products as so many signs.

use super::{
    Canvas, Cell, Column, Context, Kind, LegendEntry, Made, Row, Table, Told,
    rest::{described, more, thinned},
};
use crate::{
    draw::{
        series, thin,
        units::{End, Look, UnitPicture, UnitRow, each_of, sample, units},
    },
    i18n::number,
    model::{Citation, Edtf, Fact, Figure, Id, Item, Meeting, Qualifier, Text, Total},
    query::{Found, headline, is_percent},
    scene::focus::Walk,
};

/// One sign for each thing, or for so many of them.
pub static KIND: Kind = Kind { word: "units", walk: Walk::Line, make, tables, tell };

/// A number of a figure, or the place of one that is not stated.
struct Value<'a> {
    /// Whose it is.
    found: Found<'a>,
    label: Option<&'a Text>,
    /// When it holds.
    date: Option<&'a Fact<Edtf>>,
    stated: Option<Stated<'a>>,
    disputed: bool,
}

/// A stated number.
struct Stated<'a> {
    fact: &'a Fact<f64>,
    qualifier: Qualifier,
    high: Option<f64>,
    unit: Option<&'a Text>,
}

impl Stated<'_> {
    /// How many, of what can be counted.
    fn amount(&self) -> Option<f64> {
        Some(self.fact.value).filter(|value| *value >= 0.0 && value.is_finite() && !is_percent(self.unit))
    }
}

/// The values that a figure names, then those of the meetings it names; a meeting without a stated number is missing.
fn values<'a>(context: &Context<'a>, figure: &'a Figure) -> Vec<Value<'a>> {
    let named = figure.values.iter().filter_map(|one| value(context, context.find(&one.of)?, one.label.as_ref()));
    let meetings = figure.items.iter().filter_map(|id| match context.find(id)? {
        Found::Meeting(meeting) => Some(meeting),
        _ => None,
    });
    let of_meetings = meetings.flat_map(|meeting| {
        let totals = &meeting.attendance.totals;
        let none = totals.is_empty().then(|| missing(meeting));
        let stated = totals.iter().filter_map(|one| value(context, Found::Total(meeting, one), None));
        none.into_iter().chain(stated).collect::<Vec<_>>()
    });
    named.chain(of_meetings).collect()
}

fn missing(meeting: &Item<Meeting>) -> Value<'_> {
    Value { found: Found::Meeting(meeting), label: None, date: Some(&meeting.date), stated: None, disputed: false }
}

fn value<'a>(context: &Context<'a>, found: Found<'a>, label: Option<&'a Text>) -> Option<Value<'a>> {
    let (fact, qualifier, high, unit) = match found {
        Found::Observation(series, one) => {
            (&one.value, one.qualifier, one.high, one.unit.as_ref().or(series.unit.as_ref()))
        }
        Found::Total(_, one) => (&one.value, one.qualifier, None, None),
        Found::Group(_, one) => (&one.value, one.qualifier, None, one.unit.as_ref()),
        Found::Target(one) => (one.value.as_ref()?, one.qualifier, None, one.unit.as_ref()),
        Found::Version(_, one) => (one.stated_total.as_ref()?, Qualifier::Exact, None, None),
        _ => return None,
    };
    let is_contested =
        || !context.briefing.disputes.is_empty() && context.index.is_disputed(context.briefing, &found.meta().id);
    Some(Value {
        found,
        label,
        date: found.date(),
        disputed: !fact.alternatives().is_empty() || is_contested(),
        stated: Some(Stated { fact, qualifier, high, unit }),
    })
}

/// Who is counted.
fn who(context: &Context, found: Found) -> Option<String> {
    let counted = |total: &Total| total.who.as_ref().map(|who| context.text(who));
    match found {
        Found::Total(_, total) => counted(total),
        _ => None,
    }
}

impl<'a> Value<'a> {
    fn id(&self) -> &'a Id {
        &self.found.meta().id
    }

    fn label(&self, context: &Context) -> String {
        match (self.label, self.found) {
            (Some(label), _) => context.text(label),
            (None, Found::Total(meeting, _)) => context.text(&meeting.title),
            (None, found) => context.name(found),
        }
    }

    fn words(&self, context: &Context) -> String {
        let said = self.stated.as_ref().and_then(|_| headline(self.found, context.words, &|text| context.text(text)));
        let said = said.unwrap_or_else(|| context.t("not-stated"));
        match who(context, self.found) {
            Some(who) => format!("{said} {who}"),
            None => said,
        }
    }

    /// What else is to be known: the date, that it is no number of things, who says otherwise.
    fn remarks(&self, context: &Context) -> Vec<String> {
        let mut said: Vec<String> = self.date.map(|date| context.date(&date.value)).into_iter().collect();
        let Some(stated) = &self.stated else { return said };
        if stated.amount().is_none() {
            said.push(context.t("units-not-counted"));
        }
        if let (Some(low), Some(high)) = (stated.amount(), stated.high) {
            let values = [("from", number(low).into()), ("to", number(high).into())];
            said.push(context.tf("span", &values));
        }
        for other in stated.fact.alternatives() {
            let sources: Vec<String> = other.sources().iter().map(|one| source(context, one)).collect();
            let unit = stated.unit.map(|unit| context.text(unit));
            let value = context.words.quantity(other.value, Qualifier::Exact, unit.as_deref());
            let values = [("value", value.into()), ("sources", sources.join(", ").into())];
            said.push(context.tf(if sources.is_empty() { "units-other" } else { "units-other-source" }, &values));
        }
        if self.disputed {
            said.push(context.t("legend-disputed"));
        }
        said
    }

    fn row(&self, context: &Context) -> UnitRow {
        let (label, words) = (self.label(context), self.words(context));
        let remarks = self.remarks(context);
        let name = [label.clone(), words.clone()].into_iter().chain(remarks.clone()).collect::<Vec<_>>().join(", ");
        let qualifier = self.stated.as_ref().map_or(Qualifier::Exact, |stated| stated.qualifier);
        UnitRow {
            id: self.id().as_str().into(),
            name: name.into(),
            label: label.into(),
            value: words.into(),
            note: remarks.join(" · ").into(),
            amount: self.stated.as_ref().and_then(Stated::amount),
            missing: self.stated.is_none(),
            high: self.stated.as_ref().and_then(|stated| stated.high),
            end: match qualifier {
                Qualifier::Exact => End::Exact,
                Qualifier::About => End::About,
                Qualifier::MoreThan | Qualifier::AtLeast => End::More,
                Qualifier::AtMost | Qualifier::LessThan => End::Fewer,
            },
            colour: 0,
        }
    }
}

/// A source by its title.
fn source(context: &Context, citation: &Citation) -> String {
    context.name_of(&citation.source)
}

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    let all = values(context, figure);
    let rows: Vec<UnitRow> = all.iter().take(thin::MOST_ROWS).map(|one| one.row(context)).collect();
    let rest = all.len() - rows.len();
    let thinned = thinned(context, all.len(), rest);
    let told = told(context, &all);
    let largest = rows.iter().filter_map(|row| row.high.or(row.amount)).fold(0.0, f64::max);
    let each = each_of(largest);
    let is_drawn = rows.iter().any(|row| row.amount.is_some());
    let each_words = context.tf("units-each", &[("count", (each as usize).into())]);
    let looks = [
        (Look::About, "legend-about-so-much", rows.iter().any(|row| row.end == End::About && row.amount.is_some())),
        (Look::More, "legend-more", rows.iter().any(|row| row.end == End::More && row.amount.is_some())),
        (Look::Fewer, "legend-less", rows.iter().any(|row| row.end == End::Fewer && row.amount.is_some())),
        (Look::Missing, "not-stated", rows.iter().any(|row| row.missing)),
    ];
    let legend = looks
        .into_iter()
        .filter(|look| look.2)
        .map(|(look, key, _)| LegendEntry { sample: Some(sample(look, canvas.meter)), words: context.t(key) });
    let picture = UnitPicture {
        title: context.title(figure).into(),
        description: described(context, &told, thinned.as_deref()).into(),
        empty: context.t("units-none").into(),
        each,
        each_words: if is_drawn { each_words.into() } else { "".into() },
        rows,
        more: more(context, rest).unwrap_or_default().into(),
    };
    Made {
        scene: units(&picture, canvas.width, canvas.meter),
        items: all.len(),
        legend: legend.collect(),
        thinned,
        told: Some(told),
    }
}

/// From the smallest to the largest, what is missing, and where sources disagree.
fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    told(context, &values(context, figure))
}

fn told(context: &Context, all: &[Value]) -> Vec<Told> {
    if all.is_empty() {
        return Told::whole(context.t("units-none"));
    }
    let counted: Vec<(&Value, f64)> =
        all.iter().filter_map(|one| Some((one, one.stated.as_ref()?.amount()?))).collect();
    let mut said = Vec::new();
    let point = |one: &Value| {
        let when = one.date.map(|date| context.date(&date.value)).unwrap_or_default();
        let values =
            [("value", one.words(context).into()), ("label", one.label(context).into()), ("when", when.into())];
        context.tf(if one.date.is_some() { "units-point-dated" } else { "units-point" }, &values)
    };
    match counted[..] {
        [] => {}
        [(only, _)] => said.push(context.tf("units-says-one", &[("point", point(only).into())])),
        [(first, value), ..] => {
            let pick = |more: fn(f64, f64) -> bool| {
                counted.iter().fold((first, value), |best, next| if more(next.1, best.1) { *next } else { best })
            };
            let (least, most) = (pick(|a, b| a < b), pick(|a, b| a > b));
            let values = [
                ("count", counted.len().into()),
                ("least", point(least.0).into()),
                ("most", point(most.0).into()),
                ("value", number(value).into()),
            ];
            said.push(context.tf(if least.1 == most.1 { "units-says-equal" } else { "units-says" }, &values));
        }
    }
    let silent = all.iter().filter(|one| one.stated.is_none()).count();
    let others = all.len() - counted.len() - silent;
    let disputed = all.iter().filter(|one| one.disputed).count();
    let counts = [("units-says-missing", silent), ("units-says-others", others), ("series-disagree", disputed)];
    said.extend(
        counts.iter().filter(|one| one.1 > 0).map(|(key, count)| context.tf(key, &[("count", (*count).into())])),
    );
    Told::whole(series::join(&said, context.words))
}

fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = vec![
        Column::new(context, "column-measure"),
        Column::new(context, "column-date"),
        Column::new(context, "column-number").in_files(),
        Column::new(context, "column-value"),
        Column::new(context, "column-remarks"),
        Column::new(context, "column-sources"),
    ];
    let row = |one: &Value| Row {
        id: Some(one.id().clone()),
        cells: vec![
            Cell::Words(one.label(context)),
            one.date.map_or(Cell::Empty, |date| Cell::date(context, date)),
            one.stated.as_ref().map_or(Cell::Empty, |stated| Cell::Number(stated.fact.value)),
            one.stated.as_ref().map_or(Cell::Missing, |_| Cell::Item(one.id().clone(), one.words(context))),
            Cell::Words(one.remarks(context).split_off(usize::from(one.date.is_some())).join("; ")),
            Cell::Sources(one.found.sources().to_vec()),
        ],
    };
    vec![Table { columns, rows: values(context, figure).iter().map(row).collect(), ..Table::default() }]
}
