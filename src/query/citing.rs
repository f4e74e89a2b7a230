//! Every citation in a briefing, with the item it stands in.

use crate::model::{Briefing, Citation, Edtf, Fact, Id, Item, Meta, Relation};

/// Calls `tell` for each citation with the id of the innermost item that cites.
pub(super) fn each_citation(briefing: &Briefing, tell: &mut dyn FnMut(&Citation, &Id)) {
    let b = briefing;
    for event in &b.events {
        meta(&event.meta, tell);
        dates(&event.meta.id, [Some(&event.date), event.end.as_ref()], tell);
        relations(&event.meta.id, &event.relations, tell);
    }
    for instrument in &b.instruments {
        meta(&instrument.meta, tell);
        relations(&instrument.meta.id, &instrument.relations, tell);
        for stage in &instrument.stages {
            meta(&stage.meta, tell);
            dates(&stage.meta.id, std::iter::once(Some(&stage.date)).chain(stage.previous.iter().map(Some)), tell);
        }
    }
    for series in &b.series {
        meta(&series.meta, tell);
        for observation in &series.observations {
            meta(&observation.meta, tell);
            dates(&observation.meta.id, [Some(&observation.date)], tell);
            fact(&observation.meta.id, &observation.value, tell);
        }
    }
    for target in &b.targets {
        meta(&target.meta, tell);
        dates(&target.meta.id, [target.due.as_ref()], tell);
        target.value.iter().for_each(|value| fact(&target.meta.id, value, tell));
    }
    for catalogue in &b.catalogues {
        meta(&catalogue.meta, tell);
        for version in &catalogue.versions {
            meta(&version.meta, tell);
            dates(&version.meta.id, [version.date.as_ref()], tell);
            version.stated_total.iter().for_each(|total| fact(&version.meta.id, total, tell));
            for entry in &version.entries {
                meta(&entry.meta, tell);
                entry.count.iter().for_each(|count| fact(&entry.meta.id, count, tell));
            }
        }
    }
    for meeting in &b.meetings {
        meta(&meeting.meta, tell);
        dates(&meeting.meta.id, [Some(&meeting.date), meeting.end.as_ref()], tell);
        metas(&meeting.agenda, tell);
        metas(&meeting.people, tell);
        metas(&meeting.outcomes, tell);
        metas(&meeting.attendance.organisations, tell);
        for total in &meeting.attendance.totals {
            meta(&total.meta, tell);
            fact(&total.meta.id, &total.value, tell);
        }
        for group in &meeting.attendance.groups {
            meta(&group.meta, tell);
            fact(&group.meta.id, &group.value, tell);
        }
    }
    for dispute in &b.disputes {
        meta(&dispute.meta, tell);
        metas(&dispute.claims, tell);
    }
    for correction in &b.corrections {
        meta(&correction.meta, tell);
        dates(&correction.meta.id, [Some(&correction.date)], tell);
    }
    metas(&b.actors, tell);
    metas(&b.tracks, tell);
    metas(&b.positions, tell);
    metas(&b.figures, tell);
    metas(&b.views, tell);
    metas(&b.story, tell);
    metas(&b.glossary, tell);
}

fn meta(meta: &Meta, tell: &mut dyn FnMut(&Citation, &Id)) {
    meta.sources.iter().for_each(|citation| tell(citation, &meta.id));
}

fn metas<T>(items: &[Item<T>], tell: &mut dyn FnMut(&Citation, &Id)) {
    items.iter().for_each(|item| meta(&item.meta, tell));
}

fn fact<T>(id: &Id, of: &Fact<T>, tell: &mut dyn FnMut(&Citation, &Id)) {
    of.sources().iter().for_each(|citation| tell(citation, id));
    of.alternatives().iter().for_each(|other| fact(id, other, tell));
}

fn dates<'a>(id: &Id, of: impl IntoIterator<Item = Option<&'a Fact<Edtf>>>, tell: &mut dyn FnMut(&Citation, &Id)) {
    of.into_iter().flatten().for_each(|date| fact(id, date, tell));
}

fn relations(id: &Id, of: &[Relation], tell: &mut dyn FnMut(&Citation, &Id)) {
    of.iter().flat_map(|relation| &relation.sources).for_each(|citation| tell(citation, id));
}
