//! The days on which anything changes, for steps from one to the next.

use crate::{
    model::{Briefing, Day, Edtf, Fact, Id, Item, Meta, Stage},
    order,
};

use super::{Announced, Found, Index, Moment, is_set, occurrences, standing, status::is_last_day, version_state};

/// The days on which anything changes, and what does. Built once for a briefing and a `known` day.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// In the order of the days.
    changes: Vec<(Day, Id)>,
}

/// A day on which something changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'a> {
    /// The day: what holds at its end differs from what held at the end of the day before.
    pub day: Day,
    /// The items that stand differently, each with the day: instruments, occurrences, catalogue versions, targets. Never empty.
    pub items: &'a [(Day, Id)],
}

impl Changes {
    /// All changes that the data place on a day: of the standing of instruments, of whether an occurrence had happened or was
    /// announced, of the versions of catalogues, and of which targets were set. `moment.asof` has no effect.
    pub fn new(briefing: &Briefing, index: &Index, moment: Moment) -> Changes {
        let moment = Moment { asof: None, ..moment };
        let mut found = Collected::default();
        for act in briefing.instruments.iter().filter(|act| moment.knows(&act.meta)) {
            act.stages.iter().for_each(|stage| found.stage(stage));
            found.keep(&act.meta, &mut |day| standing(act, moment, day) != standing(act, moment, day.add_days(-1)));
        }
        let announced = Announced::new(briefing, moment);
        for one in occurrences(briefing, index).filter(|one| moment.knows(one.meta())) {
            found.date(one.date(), 0);
            found.days.extend(announced.since(one.id()));
            found.keep(one.meta(), &mut |day| announced.when(one, day) != announced.when(one, day.add_days(-1)));
        }
        for version in briefing.catalogues.iter().flat_map(|catalogue| &catalogue.versions) {
            if moment.knows(&version.meta) {
                version.date.iter().for_each(|date| found.date(date, 0));
                found.stages_of(briefing, index, version.instrument.as_ref());
                let state = |day| version_state(briefing, index, version, moment, day);
                found.keep(&version.meta, &mut |day| state(day) != state(day.add_days(-1)));
            }
        }
        for target in briefing.targets.iter().filter(|target| moment.knows(&target.meta)) {
            found.stages_of(briefing, index, &target.instrument);
            let set = |day| is_set(briefing, index, target, moment, day);
            found.keep(&target.meta, &mut |day| set(day) != set(day.add_days(-1)));
        }
        let all = found.changes;
        let by_day = order::sorted(all.len(), &|a, b| all[a].0.cmp(&all[b].0));
        Changes { changes: by_day.into_iter().map(|at| all[at as usize].clone()).collect() }
    }

    /// The first day after `day` on which anything changes.
    pub fn next(&self, day: Day) -> Option<Change<'_>> {
        self.at(self.changes.get(self.changes.partition_point(|(one, _)| *one <= day))?.0)
    }

    /// The last day before `day` on which anything changes.
    pub fn previous(&self, day: Day) -> Option<Change<'_>> {
        self.at(self.changes.get(self.changes.partition_point(|(one, _)| *one < day).checked_sub(1)?)?.0)
    }

    /// The first day on which anything changes.
    pub fn first(&self) -> Option<Day> {
        self.changes.first().map(|(day, _)| *day)
    }

    /// The last day on which anything changes.
    pub fn last(&self) -> Option<Day> {
        self.changes.last().map(|(day, _)| *day)
    }

    /// What changes on a day, if anything.
    pub fn at(&self, day: Day) -> Option<Change<'_>> {
        let from = self.changes.partition_point(|(one, _)| *one < day);
        let to = self.changes.partition_point(|(one, _)| *one <= day);
        Some(Change { day, items: &self.changes[from..to] }).filter(|change| !change.items.is_empty())
    }
}

/// What was found, and the days on which the item at hand may change.
#[derive(Default)]
struct Collected {
    changes: Vec<(Day, Id)>,
    days: Vec<Day>,
}

impl Collected {
    /// The days on which the side of a date may change: its first and its last, so many days later; those of all that
    /// sources say.
    fn date(&mut self, date: &Fact<Edtf>, later: i64) {
        let others = date.alternatives().iter().map(|other| &other.value);
        for date in std::iter::once(&date.value).chain(others) {
            self.days.extend([date.earliest(), date.latest()].into_iter().flatten().map(|day| day.add_days(later)));
        }
    }

    fn stage(&mut self, stage: &Item<Stage>) {
        self.date(&stage.date, i64::from(is_last_day(stage.stage)));
    }

    fn stages_of<'i>(&mut self, briefing: &Briefing, index: &Index, acts: impl IntoIterator<Item = &'i Id>) {
        for id in acts {
            if let Some(Found::Instrument(act)) = index.find(briefing, id) {
                act.stages.iter().for_each(|stage| self.stage(stage));
            }
        }
    }

    /// Keeps for an item the days on which it does change.
    fn keep(&mut self, meta: &Meta, changes: &mut dyn FnMut(Day) -> bool) {
        let days = std::mem::take(&mut self.days);
        let mut before = None;
        for at in order::sorted(days.len(), &|a, b| days[a].cmp(&days[b])) {
            let day = days[at as usize];
            if before != Some(day) && changes(day) {
                self.changes.push((day, meta.id.clone()));
            }
            before = Some(day);
        }
    }
}
