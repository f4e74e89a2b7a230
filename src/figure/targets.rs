//! Goals with the day they are due, and how far they are reached by the newest measured value.

use super::{
    Canvas, Cell, Column, Context, Kind, LegendEntry, Made, Row, Table, Told,
    rest::{described, more, thinned},
};
use crate::{
    draw::{
        series,
        targets::{Look, Measured, TargetPicture, TargetRow, sample, targets},
        thin,
    },
    model::{Figure, Item, Observation, Qualifier, Series, Target, Text},
    order,
    query::{Found, base_words, is_percent},
    scene::focus::Walk,
};

/// A track a goal.
pub static KIND: Kind = Kind { word: "targets", walk: Walk::Line, make, tables, tell };

/// The goals that a figure names itself or by their instrument, soonest due first, those without a day last.
fn targets_of<'a>(context: &Context<'a>, figure: &Figure) -> Vec<&'a Item<Target>> {
    let is_shown = |one: &Item<Target>| figure.shows(&one.meta.id) || one.instrument.iter().any(|id| figure.shows(id));
    let shown: Vec<_> = context.briefing.targets.iter().filter(|one| is_shown(one)).collect();
    let due: Vec<_> = shown.iter().map(|one| one.due.as_ref().and_then(|due| due.value.latest())).collect();
    let by_due = order::sorted(shown.len(), &|a, b| due[a].is_none().cmp(&due[b].is_none()).then(due[a].cmp(&due[b])));
    by_due.into_iter().map(|at| shown[at as usize]).collect()
}

/// The newest value of the series that measures the goal.
fn latest<'a>(context: &Context<'a>, item: &Target) -> Option<(&'a Item<Series>, &'a Item<Observation>)> {
    let Some(Found::Series(series)) = context.find(item.series.as_ref()?) else { return None };
    Some((series, series.newest()?))
}

/// A goal with what it is measured by.
struct Goal<'a> {
    target: &'a Item<Target>,
    latest: Option<(&'a Item<Series>, &'a Item<Observation>)>,
}

impl<'a> Goal<'a> {
    fn of(context: &Context<'a>, target: &'a Item<Target>) -> Goal<'a> {
        Goal { target, latest: latest(context, target) }
    }

    fn words(&self, context: &Context) -> Option<String> {
        let value = self.target.value.as_ref()?;
        Some(context.quantity(value.value, self.target.qualifier, self.target.unit.as_ref()))
    }

    fn due(&self, context: &Context) -> String {
        match &self.target.due {
            Some(due) => context.tf("targets-due", &[("date", context.date(&due.value).into())]),
            None => context.t("targets-no-due"),
        }
    }

    /// The newest value with its date.
    fn measured(&self, context: &Context) -> Option<String> {
        let (series, one) = self.latest?;
        let values = [("value", context.observed(series, one).into()), ("date", context.date(&one.date.value).into())];
        Some(context.tf("targets-measured", &values))
    }

    /// Whether value and goal are of one unit, so that one can be set against the other.
    fn is_comparable(&self, context: &Context) -> bool {
        let words = |unit: Option<&Text>| unit.map(|unit| context.text(unit));
        self.target.value.is_some()
            && self.latest.is_some_and(|(series, one)| {
                words(one.unit.as_ref().or(series.unit.as_ref())) == words(self.target.unit.as_ref())
            })
    }

    /// Whether the newest value reaches the goal, where both numbers are exact enough to say.
    fn is_reached(&self, context: &Context) -> Option<bool> {
        let (goal, (_, one)) = (self.target.value.as_ref()?.value, self.latest?);
        let value = one.value.value;
        // A value that is open towards one side says nothing of the other.
        let (low, high) = match one.qualifier {
            Qualifier::Exact => (value, value),
            Qualifier::MoreThan | Qualifier::AtLeast => (value, f64::INFINITY),
            Qualifier::AtMost | Qualifier::LessThan => (f64::NEG_INFINITY, value),
            Qualifier::About => return None,
        };
        let sure = |low: bool, high: bool| (low == high).then_some(low);
        if !self.is_comparable(context) || self.is_disputed(context) {
            return None;
        }
        match self.target.qualifier {
            Qualifier::MoreThan => sure(low > goal, high > goal),
            Qualifier::AtLeast | Qualifier::Exact => sure(low >= goal, high >= goal),
            Qualifier::AtMost => sure(low <= goal, high <= goal),
            Qualifier::LessThan => sure(low < goal, high < goal),
            Qualifier::About => None,
        }
    }

    fn is_disputed(&self, context: &Context) -> bool {
        let is = |id: &str| context.index.is_disputed(context.briefing, id);
        let rivals = self.target.value.as_ref().is_some_and(|value| !value.alternatives().is_empty());
        let measured = self.latest.is_some_and(|(_, one)| is(&one.meta.id) || !one.value.alternatives().is_empty());
        rivals || measured || is(&self.target.meta.id)
    }

    /// What else is to be known: out of how many, whether sources disagree.
    fn remarks(&self, context: &Context) -> Vec<String> {
        let target = Found::Target(self.target);
        let measured = self.latest.map(|(series, one)| Found::Observation(series, one));
        let base = base_words(measured.unwrap_or(target), context.words);
        let disputed = self.is_disputed(context).then(|| context.t("legend-disputed"));
        let apart = self.latest.is_some_and(|(_, one)| !one.comparable).then(|| context.t("legend-apart"));
        base.into_iter().chain(disputed).chain(apart).collect()
    }

    fn row(&self, context: &Context) -> TargetRow {
        let target = self.target;
        let title = context.text(&target.title);
        let under: Vec<String> = std::iter::once(self.due(context)).chain(self.remarks(context)).collect();
        let (goal, measured) = (self.words(context), self.measured(context));
        let unmeasured = match &measured {
            None => context.t("targets-unmeasured"),
            Some(value) => context.tf("targets-apart", &[("value", value.clone().into())]),
        };
        let said = measured.clone().map(|value| context.tf("targets-latest", &[("value", value.into())]));
        let said = said.unwrap_or_else(|| context.t("targets-unmeasured"));
        let name: Vec<String> =
            [title.clone()].into_iter().chain(goal.clone()).chain(under.clone()).chain([said]).collect();
        let is_comparable = self.is_comparable(context);
        let measured = self.latest.zip(measured).map(|((series, one), words)| Measured {
            id: one.meta.id.as_str().into(),
            name: format!("{}, {words}", context.text(&series.title)).into(),
            words: words.into(),
            value: Some(one.value.value).filter(|_| is_comparable),
            qualifier: one.qualifier,
            disputed: self.is_disputed(context),
        });
        TargetRow {
            id: target.meta.id.as_str().into(),
            name: name.join(", ").into(),
            title: title.into(),
            due: under.join(" · ").into(),
            goal: goal
                .zip(target.value.as_ref())
                .map(|(words, value)| (context.tf("targets-goal", &[("value", words.into())]).into(), value.value)),
            qualifier: target.qualifier,
            top: is_percent(target.unit.as_ref()).then_some(100.0),
            measured,
            unmeasured: unmeasured.into(),
        }
    }
}

fn goals<'a>(context: &Context<'a>, figure: &Figure) -> Vec<Goal<'a>> {
    targets_of(context, figure).into_iter().map(|one| Goal::of(context, one)).collect()
}

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    let goals = goals(context, figure);
    let (drawn, rest) = thin::first(goals.len());
    let rows: Vec<TargetRow> = goals.iter().take(drawn).map(|goal| goal.row(context)).collect();
    let (told, thinned) = (say(context, &goals), thinned(context, goals.len(), rest));
    let is_measured = |row: &TargetRow| row.measured.as_ref().is_some_and(|one| one.value.is_some());
    let looks = [
        (Look::Goal, "targets-legend-goal", rows.iter().any(|row| row.goal.is_some())),
        (
            Look::Reached,
            "targets-legend-side",
            rows.iter().any(|row| row.goal.is_some() && row.qualifier != Qualifier::Exact),
        ),
        (Look::Measured, "targets-legend-measured", rows.iter().any(is_measured)),
        (Look::Unmeasured, "targets-unmeasured", rows.iter().any(|row| !is_measured(row))),
    ];
    let legend = looks
        .into_iter()
        .filter(|look| look.2)
        .map(|(look, key, _)| LegendEntry { sample: Some(sample(look, canvas.meter)), words: context.t(key) });
    let track = LegendEntry { sample: None, words: context.t("targets-legend-track") };
    let legend = legend.chain((!rows.is_empty()).then_some(track)).collect();
    let picture = TargetPicture {
        title: context.title(figure).into(),
        description: described(context, &told, thinned.as_deref()).into(),
        empty: context.t("targets-none").into(),
        rows,
        more: more(context, rest).unwrap_or_default().into(),
    };
    let scene = targets(&picture, canvas.width, canvas.meter);
    Made { scene, items: goals.len(), legend, thinned, told: Some(told) }
}

/// How many goals, how many of them are measured, and how far those are reached.
fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    say(context, &goals(context, figure))
}

fn say(context: &Context, goals: &[Goal]) -> Vec<Told> {
    if goals.is_empty() {
        return Told::whole(context.t("targets-none"));
    }
    let set: Vec<&Goal> = goals.iter().filter(|goal| goal.is_comparable(context)).collect();
    let values = [("count", goals.len().into()), ("measured", set.len().into())];
    let mut said = vec![context.tf("targets-says", &values)];
    for goal in &set {
        let (Some(value), Some(wanted)) = (goal.measured(context), goal.words(context)) else { continue };
        let values = [
            ("title", context.text(&goal.target.title).into()),
            ("value", value.into()),
            ("goal", wanted.into()),
            ("due", goal.due(context).into()),
        ];
        let key = match goal.is_reached(context) {
            Some(true) => "targets-says-reached",
            Some(false) => "targets-says-missed",
            None => "targets-says-open",
        };
        said.push(context.tf(key, &values));
    }
    let apart = goals.iter().filter(|goal| goal.latest.is_some() && !goal.is_comparable(context)).count();
    let undated = goals.iter().filter(|goal| goal.target.due.is_none()).count();
    let disputed = goals.iter().filter(|goal| goal.is_disputed(context)).count();
    for (key, count) in
        [("targets-says-apart", apart), ("targets-says-undated", undated), ("series-disagree", disputed)]
    {
        if count > 0 {
            said.push(context.tf(key, &[("count", count.into())]));
        }
    }
    Told::whole(series::join(&said, context.words))
}

fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = vec![
        Column::new(context, "target"),
        Column::new(context, "due"),
        Column::new(context, "column-number").in_files(),
        Column::new(context, "value"),
        Column::new(context, "latest-measured"),
        Column::new(context, "column-latest-date"),
        Column::new(context, "set-by"),
        Column::new(context, "column-sources"),
    ];
    let row = |item: &Item<Target>| {
        let words = |value: f64| context.quantity(value, item.qualifier, item.unit.as_ref());
        let latest = latest(context, item);
        Row {
            id: Some(item.meta.id.clone()),
            cells: vec![
                Cell::Item(item.meta.id.clone(), context.text(&item.title)),
                item.due.as_ref().map_or(Cell::Missing, |due| Cell::date(context, due)),
                item.value.as_ref().map_or(Cell::Empty, |value| Cell::Number(value.value)),
                item.value.as_ref().map_or(Cell::Missing, |value| Cell::Words(words(value.value))),
                latest.map_or(Cell::Missing, |(series, one)| {
                    Cell::Item(one.meta.id.clone(), context.observed(series, one))
                }),
                latest.map_or(Cell::Empty, |(_, one)| Cell::date(context, &one.date)),
                Cell::Items(item.instrument.iter().map(|id| (id.clone(), context.name_of(id))).collect()),
                Cell::Sources(item.meta.sources.clone()),
            ],
        }
    };
    vec![Table { columns, rows: targets_of(context, figure).into_iter().map(row).collect(), ..Table::default() }]
}
