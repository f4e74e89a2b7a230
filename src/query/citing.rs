//! Every citation in a briefing, with the item it stands in.

use crate::model::{Briefing, Citation, Fact, Id, Relation};

use super::{Found, items::each_item};

/// Calls `tell` for each citation with the id of the innermost item that cites.
pub(super) fn each_citation(briefing: &Briefing, tell: &mut dyn FnMut(&Citation, &Id)) {
    each_item(briefing, &mut |found| citations_of(found, &mut |citation| tell(citation, &found.meta().id)));
}

/// Calls `tell` for each citation in an item, without those of its parts.
pub(super) fn citations_of<'a>(found: Found<'a>, tell: &mut dyn FnMut(&'a Citation)) {
    // What sources rest on is no citation.
    if matches!(found, Found::Source(_)) {
        return;
    }
    found.meta().sources.iter().for_each(&mut *tell);
    match found {
        Found::Event(event) => {
            facts([&event.date].into_iter().chain(&event.end), tell);
            relations(&event.relations, tell);
        }
        Found::Instrument(instrument) => relations(&instrument.relations, tell),
        Found::Stage(_, stage) => facts([&stage.date].into_iter().chain(&stage.previous), tell),
        Found::Observation(_, observation) => {
            facts([&observation.date], tell);
            facts([&observation.value], tell);
        }
        Found::Target(target) => {
            facts(&target.due, tell);
            facts(&target.value, tell);
        }
        Found::Version(_, version) => {
            facts(&version.date, tell);
            facts(&version.stated_total, tell);
        }
        Found::Entry(_, entry) => facts(&entry.count, tell),
        Found::Meeting(meeting) => facts([&meeting.date].into_iter().chain(&meeting.end), tell),
        Found::Total(_, total) => facts([&total.value], tell),
        Found::Group(_, group) => facts([&group.value], tell),
        Found::Correction(correction) => facts([&correction.date], tell),
        _ => {}
    }
}

fn facts<'a, T: 'a>(of: impl IntoIterator<Item = &'a Fact<T>>, tell: &mut dyn FnMut(&'a Citation)) {
    of.into_iter().for_each(|one| fact(one, tell));
}

fn fact<'a, T>(of: &'a Fact<T>, tell: &mut dyn FnMut(&'a Citation)) {
    of.sources().iter().for_each(&mut *tell);
    of.alternatives().iter().for_each(|other| fact(other, tell));
}

fn relations<'a>(of: &'a [Relation], tell: &mut dyn FnMut(&'a Citation)) {
    of.iter().flat_map(|relation| &relation.sources).for_each(tell);
}
