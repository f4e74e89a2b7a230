//! What is still to come after the day to which the data are current.

use crate::{
    model::{Briefing, Day, Edtf, Fact, Id, Meta, Text},
    order,
};

use super::{Index, occurrences};

/// One thing still to come.
#[derive(Clone, Copy, Debug)]
pub struct Upcoming<'a> {
    /// The item: an event, a meeting, a stage or a target.
    pub meta: &'a Meta,
    /// Its date, or its last day where it has begun already.
    pub date: &'a Fact<Edtf>,
    /// What it is.
    pub title: &'a Text,
    /// The step, of a stage.
    pub stage: Option<&'static str>,
}

/// What lies after `as_of`, soonest first: events and meetings, stages that no such event tells, goals due.
/// Empty where the briefing does not say to which day it is current.
pub fn upcoming<'a>(briefing: &'a Briefing, index: &'a Index, as_of: Option<Day>) -> Vec<Upcoming<'a>> {
    let Some(as_of) = as_of else { return Vec::new() };
    let later = |date: &Fact<Edtf>| date.value.earliest().is_some_and(|day| day > as_of);
    let ends_later = |date: &Fact<Edtf>| date.value.latest().is_some_and(|day| day > as_of);
    let mut all = Vec::new();
    for occurrence in occurrences(briefing, index) {
        let end = occurrence.end().filter(|end| ends_later(end));
        let date = Some(occurrence.date()).filter(|date| later(date)).or(end);
        if let Some(date) = date {
            all.push(Upcoming { meta: occurrence.meta(), date, title: occurrence.title(), stage: None });
        }
    }
    let told: Vec<&Id> = all.iter().map(|one| &one.meta.id).collect();
    let mut more = Vec::new();
    for instrument in &briefing.instruments {
        for stage in instrument.stages.iter().filter(|stage| later(&stage.date)) {
            if !stage.event.as_ref().is_some_and(|event| told.contains(&event)) {
                let title = &instrument.title;
                more.push(Upcoming { meta: &stage.meta, date: &stage.date, title, stage: Some(stage.stage.word()) });
            }
        }
    }
    for target in &briefing.targets {
        if let Some(due) = target.due.as_ref().filter(|due| ends_later(due)) {
            more.push(Upcoming { meta: &target.meta, date: due, title: &target.title, stage: None });
        }
    }
    all.append(&mut more);
    let by_date = order::sorted(all.len(), &|a, b| all[a].date.value.cmp(&all[b].date.value));
    by_date.into_iter().map(|at| all[at as usize]).collect()
}
