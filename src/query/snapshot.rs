//! The briefing as it stood at a moment: without what came later, and without what had not been recorded.
//!
//! What had happened or was announced follows from the rules of `docs/status.md`. The rest of the program sees a briefing like
//! any other, so that each figure, list and download shows the same world.

use crate::model::{Briefing, Day, Edtf, Fact, Figure, Id, Instrument, Item, Register, Target};

use super::{
    Announced, Index, Moment, RecordCount, VersionState, asof::is_announced, is_set, occurrences, record_count,
    status::side, version_state,
};

/// The briefing as it stood, and what that leaves out.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// What had happened or was announced, as far as it had been recorded. References to what is left out are gone, too.
    pub briefing: Briefing,
    /// The items left out because they came later, parts of others too.
    pub later: usize,
    /// How many items had been recorded by the day asked for.
    pub record: RecordCount,
}

/// The briefing as it stood at a moment. Acts stay, whatever their stages, as long as they had been recorded: where one stood
/// is told by its status. Of an act whose stages all come later the first stays, as the reason why its status is not known.
///
/// ```
/// use annals::{load::load, model::Day, query::{Index, Moment, snapshot}};
/// let json = r#"{"annals":1,"id":"x","title":"X","events":[{"id":"a","date":"2019","title":"A"},{"id":"b","date":"2021","title":"B"}]}"#;
/// let briefing = load(json.as_bytes()).unwrap().briefing;
/// let moment = Moment { asof: Day::parse("2020-12-31"), known: None };
/// let then = snapshot(&briefing, &Index::new(&briefing), moment);
/// assert_eq!((then.briefing.events.len(), then.later), (1, 1));
/// ```
pub fn snapshot(briefing: &Briefing, index: &Index, moment: Moment) -> Snapshot {
    let mut then = Then { briefing: briefing.clone(), gone: Register::default(), later: 0, moment };
    then.keep_occurrences(briefing, index);
    then.keep_acts();
    then.keep_measured(briefing, index);
    then.keep_versions(briefing, index);
    then.keep_talk();
    then.forget();
    Snapshot { briefing: then.briefing, later: then.later, record: record_count(briefing, moment) }
}

/// A briefing on its way back.
struct Then {
    briefing: Briefing,
    /// The ids of what is left out.
    gone: Register,
    later: usize,
    moment: Moment,
}

impl Then {
    fn drop(&mut self, id: &Id, is_later: bool) {
        self.gone.enter(id);
        self.later += usize::from(is_later);
    }

    /// Leaves out the items that `keep` refuses; what had not been recorded is not asked, and not counted as later.
    fn retain<T>(&mut self, items: &mut Vec<Item<T>>, keep: &dyn Fn(&Item<T>) -> bool) {
        items.retain(|item| {
            let is_known = self.moment.knows(&item.meta);
            let keeps = is_known && keep(item);
            if !keeps {
                self.drop(&item.meta.id, is_known);
            }
            keeps
        });
    }

    fn keep_occurrences(&mut self, briefing: &Briefing, index: &Index) {
        let announced = self.moment.asof.map(|day| (Announced::new(briefing, self.moment), day));
        // A meeting that an event stands for is no occurrence of its own; it goes by its date.
        let mut shown = Register::default();
        if let Some((announced, day)) = &announced {
            for one in occurrences(briefing, index).filter(|one| announced.when(*one, *day).shows()) {
                shown.enter(one.id());
            }
        }
        let is_shown = |id: &Id, date: &Fact<Edtf>| match &announced {
            None => true,
            Some((_, day)) => shown.find(id).is_some() || is_past(date, *day),
        };
        let mut events = std::mem::take(&mut self.briefing.events);
        self.retain(&mut events, &|one| is_shown(&one.meta.id, &one.date));
        let mut meetings = std::mem::take(&mut self.briefing.meetings);
        self.retain(&mut meetings, &|one| is_shown(&one.meta.id, &one.date));
        (self.briefing.events, self.briefing.meetings) = (events, meetings);
    }

    fn keep_acts(&mut self) {
        let mut acts = std::mem::take(&mut self.briefing.instruments);
        self.retain(&mut acts, &|_| true);
        for act in &mut acts {
            self.keep_stages(act);
        }
        self.briefing.instruments = acts;
    }

    fn keep_stages(&mut self, act: &mut Item<Instrument>) {
        let moment = self.moment;
        let is_known: Vec<bool> = act.stages.iter().map(|stage| moment.knows_part(&stage.meta, &act.meta)).collect();
        let is_there =
            |at: usize| is_known[at] && moment.asof.is_none_or(|day| is_announced(act, &act.stages[at], moment, day));
        let mut keeps: Vec<bool> = (0..is_known.len()).map(is_there).collect();
        if !keeps.contains(&true) {
            let known = (0..keeps.len()).filter(|&at| is_known[at]);
            let first = known.min_by_key(|&at| act.stages[at].date.value.earliest().map_or(i64::MAX, Day::unix_days));
            first.into_iter().for_each(|at| keeps[at] = true);
        }
        let mut nth = 0;
        let mut stages = std::mem::take(&mut act.body.stages);
        stages.retain(|stage| {
            let at = nth;
            nth += 1;
            if !keeps[at] {
                self.drop(&stage.meta.id, is_known[at]);
            }
            keeps[at]
        });
        act.body.stages = stages;
    }

    fn keep_measured(&mut self, briefing: &Briefing, index: &Index) {
        let moment = self.moment;
        let mut all = std::mem::take(&mut self.briefing.series);
        self.retain(&mut all, &|_| true);
        for series in &mut all {
            let whole = series.meta.clone();
            series.body.observations.retain(|one| {
                let is_known = moment.knows_part(&one.meta, &whole);
                let keeps = is_known && moment.asof.is_none_or(|day| is_past(&one.date, day));
                if !keeps {
                    self.drop(&one.meta.id, is_known);
                }
                keeps
            });
        }
        self.briefing.series = all;
        let mut targets = std::mem::take(&mut self.briefing.targets);
        let is_set_then =
            |one: &Item<Target>| moment.asof.is_none_or(|day| is_set(briefing, index, one, moment, day) != Some(false));
        self.retain(&mut targets, &is_set_then);
        self.briefing.targets = targets;
    }

    fn keep_versions(&mut self, briefing: &Briefing, index: &Index) {
        let moment = self.moment;
        let mut catalogues = std::mem::take(&mut self.briefing.catalogues);
        self.retain(&mut catalogues, &|_| true);
        for catalogue in &mut catalogues {
            self.retain(&mut catalogue.body.versions, &|one| {
                moment.asof.is_none_or(|day| version_state(briefing, index, one, moment, day) != VersionState::Later)
            });
        }
        self.briefing.catalogues = catalogues;
    }

    /// What was asked for at meetings that came later was not asked yet; what is disputed about items that are gone goes with
    /// them; corrections are of the day they were made.
    fn keep_talk(&mut self) {
        let mut positions = std::mem::take(&mut self.briefing.positions);
        let gone = self.gone.clone();
        let is_gone = |id: &Id| gone.find(id).is_some();
        self.retain(&mut positions, &|one| !one.raised_at.as_ref().is_some_and(is_gone));
        self.briefing.positions = positions;
        let mut disputes = std::mem::take(&mut self.briefing.disputes);
        self.retain(&mut disputes, &|one| one.on.is_empty() || !one.on.iter().all(is_gone));
        self.briefing.disputes = disputes;
        let moment = self.moment;
        let mut corrections = std::mem::take(&mut self.briefing.corrections);
        self.retain(&mut corrections, &|one| moment.known.is_none_or(|day| is_past(&one.date, day)));
        self.briefing.corrections = corrections;
    }

    /// Takes away references to what is left out.
    fn forget(&mut self) {
        let Then { briefing, gone, .. } = self;
        if gone.iter().next().is_none() {
            return;
        }
        let is_gone = |id: &Id| gone.find(id).is_some();
        let is_lost = |id: &Option<Id>| id.as_ref().is_some_and(is_gone);
        for event in &mut briefing.events {
            let event = &mut event.body;
            event.instruments.retain(|id| !is_gone(id));
            event.relations.retain(|one| !is_gone(&one.to));
            if is_lost(&event.meeting) {
                event.meeting = None;
            }
        }
        for act in &mut briefing.instruments {
            act.body.relations.retain(|one| !is_gone(&one.to));
            for stage in act.body.stages.iter_mut().filter(|stage| is_lost(&stage.event)) {
                stage.body.event = None;
            }
        }
        briefing.targets.iter_mut().for_each(|target| target.body.instrument.retain(|id| !is_gone(id)));
        briefing.positions.iter_mut().for_each(|position| position.body.instruments.retain(|id| !is_gone(id)));
        briefing.disputes.iter_mut().for_each(|dispute| dispute.body.on.retain(|id| !is_gone(id)));
        let versions = briefing.catalogues.iter_mut().flat_map(|catalogue| &mut catalogue.body.versions);
        for version in versions.filter(|version| is_lost(&version.instrument)) {
            version.body.instrument = None;
        }
        briefing.figures.iter_mut().for_each(|figure| forget_in(&mut figure.body, &is_gone));
    }
}

/// Lists of a figure of which an empty one means all keep what is gone where nothing else is in them.
fn forget_in(figure: &mut Figure, is_gone: &dyn Fn(&Id) -> bool) {
    figure.values.retain(|value| !is_gone(&value.of));
    for list in [&mut figure.series, &mut figure.items, &mut figure.pins] {
        if !list.iter().all(is_gone) {
            list.retain(|id| !is_gone(id));
        }
    }
}

/// Whether a date is behind at the end of a day, or may be.
fn is_past(date: &Fact<Edtf>, day: Day) -> bool {
    side(date, day) != Some(false)
}
