//! The world as it stood on a day: what had happened or was announced, what a catalogue held, which targets were set.
//!
//! Whether something to come had been announced is not written in a briefing; it follows from the stages of the acts. The
//! rules stand in `docs/status.md`.

use crate::model::{
    Basis, Briefing, Catalogue, CatalogueVersion, Day, Id, Instrument, Item, Register, Stage, StageName, StageName::*,
    Target,
};

use super::{
    Found, Index, Moment, Occurrence,
    status::{Reach, any, reach, side},
};

/// Where an occurrence stands, seen from the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// It had happened, or begun.
    Past,
    /// Its date leaves open whether it had.
    Perhaps,
    /// It was to come, and an act issued by then fixed its date.
    Announced,
    /// It came later, and nothing recorded shows that it was known.
    Later,
}

impl When {
    /// Whether it belongs to the picture of that day.
    pub fn shows(self) -> bool {
        self != When::Later
    }
}

/// For each occurrence, from which day on it is surely announced. Built once for a briefing and a `known` day; asked in
/// constant time.
#[derive(Clone, Debug, Default)]
pub struct Announced {
    register: Register,
    /// By number in the register: the first day at whose end an act that fixes its date is surely out.
    since: Vec<Day>,
}

impl Announced {
    /// What the acts of a briefing announce.
    ///
    /// An act announces the events of the stages that it sets a day for (see [`is_set_ahead`]), and the events that name it and
    /// are on the date of one of them, when it is issued (see [`issued`]); the opening of a consultation announces its close.
    /// What else names an act may come from nobody knows where years later.
    pub fn new(briefing: &Briefing, moment: Moment) -> Announced {
        let mut announced = Announced::default();
        let mut issues = Vec::new();
        for act in &briefing.instruments {
            let stages = || act.stages.iter().filter(|stage| moment.knows_part(&stage.meta, &act.meta));
            let since = |names: &[StageName]| {
                let days = stages().filter(|stage| names.contains(&stage.stage)).map(|stage| sure_since(stage));
                days.flatten().min()
            };
            let issue = since(issuing(act));
            let opening = since(&[ConsultationOpened]);
            for stage in stages().filter(|stage| is_set_ahead(stage.stage)) {
                if let Some(event) = &stage.event {
                    announced.add(event, if stage.stage == CommentsClose { opening.or(issue) } else { issue });
                }
            }
            issues.push((act, issue));
        }
        let mut acts = Register::default();
        let numbers: Vec<usize> = issues.iter().map(|(act, _)| acts.enter(&act.meta.id)).collect();
        let mut by_number = vec![None; numbers.len()];
        for (number, issue) in numbers.into_iter().zip(&issues) {
            by_number[number] = Some(issue);
        }
        for event in &briefing.events {
            for (act, issue) in event.instruments.iter().filter_map(|id| by_number[acts.find(id)?]) {
                let is_on = |stage: &Item<Stage>| {
                    is_set_ahead(stage.stage)
                        && stage.date.value == event.date.value
                        && moment.knows_part(&stage.meta, &act.meta)
                };
                if act.stages.iter().any(is_on) {
                    announced.add(&event.meta.id, *issue);
                }
            }
        }
        announced
    }

    fn add(&mut self, event: &Id, since: Option<Day>) {
        let Some(since) = since else { return };
        let number = self.register.enter(event);
        if number == self.since.len() {
            self.since.push(since);
        }
        self.since[number] = self.since[number].min(since);
    }

    /// The first day at whose end the occurrence is surely announced, if any.
    pub fn since(&self, id: &str) -> Option<Day> {
        self.register.find(id).map(|number| self.since[number])
    }

    /// Where an occurrence stands at the end of a day.
    pub fn when(&self, occurrence: Occurrence, day: Day) -> When {
        match side(occurrence.date(), day) {
            Some(true) => When::Past,
            None => When::Perhaps,
            Some(false) if self.since(occurrence.id()).is_some_and(|since| since <= day) => When::Announced,
            Some(false) => When::Later,
        }
    }

    /// Whether an occurrence belongs to the picture of a moment: recorded by then, and happened or announced by then.
    pub fn shows(&self, occurrence: Occurrence, moment: Moment) -> bool {
        moment.knows(occurrence.meta()) && moment.asof.is_none_or(|day| self.when(occurrence, day).shows())
    }
}

/// The first day at whose end a stage is surely behind.
fn sure_since(stage: &Stage) -> Option<Day> {
    let others = stage.date.alternatives().iter().map(|other| &other.value);
    let mut last: Option<Day> = None;
    for date in std::iter::once(&stage.date.value).chain(others) {
        last = last.max(Some(date.latest()?));
    }
    last
}

/// The stages by which an act is issued: its adoption or publication; where neither is recorded, its announcement or effect.
fn issuing(act: &Instrument) -> &'static [StageName] {
    let is_recorded = |names: &[StageName]| act.stages.iter().any(|stage| names.contains(&stage.stage));
    if is_recorded(&[Adopted, Published]) { &[Adopted, Published] } else { &[Announced, Effective, Enforced] }
}

/// Whether an act itself says when this stage will come. What amends or ends it is decided later, by others.
fn is_set_ahead(stage: StageName) -> bool {
    matches!(stage, CommentsClose | Effective | Enforced | GraceEnds)
}

/// Whether an act had been issued by the end of a day; `None` where its dates leave that open.
pub fn issued(act: &Item<Instrument>, moment: Moment, day: Day) -> Option<bool> {
    let names = issuing(act);
    let stages = act.stages.iter().filter(|stage| names.contains(&stage.stage));
    any(&mut stages.filter(|stage| moment.knows_part(&stage.meta, &act.meta)).map(|stage| reach(stage, day).behind()))
}

/// Whether a stage had happened, or had been announced, by the end of a day, as far as the data can tell: see [`Announced`].
pub(super) fn is_announced(act: &Item<Instrument>, stage: &Stage, moment: Moment, day: Day) -> bool {
    let opens = |one: &&Item<Stage>| one.stage == ConsultationOpened && moment.knows_part(&one.meta, &act.meta);
    let is_open = || act.stages.iter().filter(opens).any(|one| reach(one, day) != Reach::Ahead);
    let is_out = || issued(act, moment, day) != Some(false) || stage.stage == CommentsClose && is_open();
    reach(stage, day) != Reach::Ahead || is_set_ahead(stage.stage) && is_out()
}

/// Whether a target had been set by the end of a day: by an act issued by then. `None` where the data leave that open: no act
/// is named, or its dates are not exact enough.
pub fn is_set(briefing: &Briefing, index: &Index, target: &Target, moment: Moment, day: Day) -> Option<bool> {
    if target.instrument.is_empty() {
        return None;
    }
    any(&mut target.instrument.iter().map(|id| match index.find(briefing, id) {
        Some(Found::Instrument(act)) => issued(act, moment, day),
        _ => None,
    }))
}

/// Where a version of a catalogue stands at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionState {
    /// Not announced yet.
    Later,
    /// Announced; the day of its effect is to come.
    Ahead,
    /// In force.
    InForce,
    /// The act that announced it was repealed, superseded or withdrawn.
    Ended,
    /// The data leave it open: no date, or one that is not exact enough.
    Open,
}

/// Where a version stands: by the stages of the act that announced it; without stages of effect, from its own date on.
pub fn version_state(
    briefing: &Briefing,
    index: &Index,
    version: &CatalogueVersion,
    moment: Moment,
    day: Day,
) -> VersionState {
    let act = version.instrument.as_ref().and_then(|id| match index.find(briefing, id) {
        Some(Found::Instrument(act)) => Some(act),
        _ => None,
    });
    let reached = |names: &[StageName]| {
        let stages = act.into_iter().flat_map(|act| act.stages.iter().map(move |stage| (act, stage)));
        let stages = stages.filter(|(act, stage)| moment.knows_part(&stage.meta, &act.meta));
        let mut stages = stages.filter(|(_, stage)| names.contains(&stage.stage)).peekable();
        stages.peek().is_some().then(|| any(&mut stages.map(|(_, stage)| reach(stage, day).behind())))
    };
    let announced = version.date.as_ref().map(|date| side(date, day));
    let ended = reached(&[Repealed, Superseded, Withdrawn]).unwrap_or(Some(false));
    let in_force = reached(&[Effective, Enforced]).or(announced).unwrap_or(None);
    match (ended, in_force) {
        (Some(true), _) => VersionState::Ended,
        (None, _) | (_, None) => VersionState::Open,
        (_, Some(true)) => VersionState::InForce,
        (_, Some(false)) => match announced {
            Some(Some(true)) => VersionState::Ahead,
            Some(Some(false)) => VersionState::Later,
            _ => match act.map(|act| issued(act, moment, day)) {
                Some(Some(true)) => VersionState::Ahead,
                _ => VersionState::Later,
            },
        },
    }
}

/// A catalogue at the end of a day. Every list keeps the order of the document and may be empty.
#[derive(Clone, Debug, Default)]
pub struct CatalogueOn<'a> {
    /// The newest version of the whole catalogue that is in force, recorded in full or in part.
    pub whole: Option<&'a Item<CatalogueVersion>>,
    /// The lists of changes in force that are newer than that version; all in force where there is none.
    pub changes: Vec<&'a Item<CatalogueVersion>>,
    /// Announced, not yet in force.
    pub ahead: Vec<&'a Item<CatalogueVersion>>,
    /// Left open by the data: without a date, or with one that is not exact enough.
    pub open: Vec<&'a Item<CatalogueVersion>>,
}

/// Which version of a catalogue was in force at the end of a day, and what had changed it since.
pub fn catalogue_on<'a>(
    briefing: &Briefing,
    index: &Index,
    catalogue: &'a Catalogue,
    moment: Moment,
    day: Day,
) -> CatalogueOn<'a> {
    let mut on = CatalogueOn::default();
    let mut in_force = Vec::new();
    for version in catalogue.versions.iter().filter(|version| moment.knows(&version.meta)) {
        match version_state(briefing, index, version, moment, day) {
            VersionState::InForce => in_force.push(version),
            VersionState::Ahead => on.ahead.push(version),
            VersionState::Open => on.open.push(version),
            VersionState::Later | VersionState::Ended => {}
        }
    }
    let date = |version: &Item<CatalogueVersion>| version.date.as_ref().and_then(|date| date.value.latest());
    on.whole = in_force.iter().filter(|one| one.basis != Basis::Delta).max_by_key(|one| date(one)).copied();
    let since = on.whole.and_then(date);
    on.changes = in_force.into_iter().filter(|one| one.basis == Basis::Delta && date(one) >= since).collect();
    on
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load::load, query::occurrences};

    const JSON: &str = r#"{"annals":1,"id":"x","title":"X",
        "events":[{"id":"start","date":"2020-01-01","title":"S"},{"id":"talk","date":"2020-06-01","title":"T"},
            {"id":"close","date":"2019-04-30","title":"C"},{"id":"fuzzy","date":"2019","title":"F"},
            {"id":"force","date":"2021-01-01","title":"N","instruments":["note"]},
            {"id":"end","date":"2022-01-01","title":"E","instruments":["note"]}],
        "instruments":[
            {"id":"act","title":"A","stages":[{"stage":"announced","date":"2018-01-01"},
                {"stage":"consultation-opened","date":"2019-04-01"},{"stage":"comments-close","date":"2019-04-30","event":"close"},
                {"stage":"adopted","date":"2019-09"},{"stage":"effective","date":"2020-01-01","event":"start"}]},
            {"id":"note","title":"N","stages":[{"stage":"announced","date":"2020-03-01"},{"stage":"effective","date":"2021-01-01"},
                {"stage":"repealed","date":"2022-01-01","event":"end"}]}],
        "targets":[{"id":"goal","title":"G","instrument":["act","note"]},{"id":"free","title":"F"}],
        "catalogues":[{"id":"list","title":"L","versions":[
            {"id":"v1","date":"2017-01-01","title":"1","basis":"full"},
            {"id":"d0","date":"2016-01-01","title":"0","basis":"delta"},
            {"id":"d1","date":"2018-01-01","title":"D","basis":"delta"},
            {"id":"v2","date":"2020-03-01","title":"2","basis":"partial","instrument":"note"},
            {"id":"none","title":"N","basis":"delta"}]}]}"#;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn what_is_to_come_shows_once_the_act_that_fixes_it_is_issued() {
        let briefing = load(JSON.as_bytes()).unwrap().briefing;
        let (index, announced) = (Index::new(&briefing), Announced::new(&briefing, Moment::default()));
        let when = |id: &str, at: &str| {
            announced.when(occurrences(&briefing, &index).find(|one| **one.id() == *id).unwrap(), day(at))
        };
        // The plan of 2018 says nothing of the day of effect; the adoption some time in September 2019 does.
        assert_eq!(
            ["2018-06-01", "2019-09-29", "2019-09-30"].map(|at| when("start", at)),
            [When::Later, When::Later, When::Announced]
        );
        assert_eq!(["2019-12-31", "2020-01-01"].map(|at| when("start", at)), [When::Announced, When::Past]);
        assert_eq!(["2019-03-31", "2019-04-01"].map(|at| when("close", at)), [When::Later, When::Announced]);
        assert_eq!(
            ["2018-12-31", "2019-01-01", "2019-12-31"].map(|at| when("fuzzy", at)),
            [When::Later, When::Perhaps, When::Past]
        );
        assert_eq!(["2020-02-29", "2020-03-01"].map(|at| when("force", at)), [When::Later, When::Announced]);
        assert_eq!(when("talk", "2020-05-31"), When::Later);
        // An act does not say when it will be repealed.
        assert_eq!(["2021-12-31", "2022-01-01"].map(|at| when("end", at)), [When::Later, When::Past]);
        let shown = |asof: &str| {
            let moment = Moment { asof: Day::parse(asof), known: None };
            occurrences(&briefing, &index).filter(|one| announced.shows(*one, moment)).count()
        };
        assert_eq!(["", "2018-01-01", "2019-09-30"].map(shown), [6, 0, 3]);
    }

    #[test]
    fn a_target_is_set_by_an_act_that_is_issued() {
        let briefing = load(JSON.as_bytes()).unwrap().briefing;
        let index = Index::new(&briefing);
        let set = |at: usize, on: &str| is_set(&briefing, &index, &briefing.targets[at], Moment::default(), day(on));
        assert_eq!(["2019-08-31", "2019-09-15", "2019-09-30"].map(|on| set(0, on)), [Some(false), None, Some(true)]);
        assert_eq!(set(1, "2030-01-01"), None);
    }

    #[test]
    fn the_newest_whole_version_in_force_and_the_changes_since() {
        let briefing = load(JSON.as_bytes()).unwrap().briefing;
        let index = Index::new(&briefing);
        let ids =
            |all: &[&Item<CatalogueVersion>]| all.iter().map(|one| one.meta.id.as_str()).collect::<Vec<_>>().join(" ");
        let told = |on: &str| {
            let found = catalogue_on(&briefing, &index, &briefing.catalogues[0], Moment::default(), day(on));
            let whole: Vec<_> = found.whole.into_iter().collect();
            [ids(&whole), ids(&found.changes), ids(&found.ahead), ids(&found.open)]
        };
        assert_eq!(told("2016-06-01"), ["", "d0", "", "none"]);
        assert_eq!(told("2017-06-01"), ["v1", "", "", "none"]);
        assert_eq!(told("2020-03-01"), ["v1", "d1", "v2", "none"]);
        assert_eq!(told("2021-01-01"), ["v2", "", "", "none"]);
        // The act of the second version was repealed; what then held is the version before it, as far as the data say.
        assert_eq!(told("2022-01-01"), ["v1", "d1", "", "none"]);
    }
}
