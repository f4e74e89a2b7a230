//! Every item of a briefing, one after the other.

use crate::model::Briefing;

use super::Found;

/// Calls `tell` for each item, list by list, those that are part of another right after it. Always in the same order.
pub(super) fn each_item<'a>(briefing: &'a Briefing, tell: &mut dyn FnMut(Found<'a>)) {
    for event in &briefing.events {
        tell(Found::Event(event));
    }
    for instrument in &briefing.instruments {
        tell(Found::Instrument(instrument));
        instrument.stages.iter().for_each(|one| tell(Found::Stage(instrument, one)));
    }
    for series in &briefing.series {
        tell(Found::Series(series));
        series.observations.iter().for_each(|one| tell(Found::Observation(series, one)));
    }
    briefing.targets.iter().for_each(|one| tell(Found::Target(one)));
    for catalogue in &briefing.catalogues {
        tell(Found::Catalogue(catalogue));
        for version in &catalogue.versions {
            tell(Found::Version(catalogue, version));
            version.entries.iter().for_each(|one| tell(Found::Entry(version, one)));
        }
    }
    for meeting in &briefing.meetings {
        tell(Found::Meeting(meeting));
        meeting.agenda.iter().for_each(|one| tell(Found::Agenda(meeting, one)));
        meeting.people.iter().for_each(|one| tell(Found::Person(meeting, one)));
        meeting.outcomes.iter().for_each(|one| tell(Found::Outcome(meeting, one)));
        meeting.attendance.organisations.iter().for_each(|one| tell(Found::Organisation(meeting, one)));
        meeting.attendance.totals.iter().for_each(|one| tell(Found::Total(meeting, one)));
        meeting.attendance.groups.iter().for_each(|one| tell(Found::Group(meeting, one)));
    }
    for dispute in &briefing.disputes {
        tell(Found::Dispute(dispute));
        dispute.claims.iter().for_each(|one| tell(Found::Claim(dispute, one)));
    }
    briefing.corrections.iter().for_each(|one| tell(Found::Correction(one)));
    briefing.actors.iter().for_each(|one| tell(Found::Actor(one)));
    briefing.tracks.iter().for_each(|one| tell(Found::Track(one)));
    briefing.positions.iter().for_each(|one| tell(Found::Position(one)));
    briefing.figures.iter().for_each(|one| tell(Found::Figure(one)));
    briefing.views.iter().for_each(|one| tell(Found::View(one)));
    briefing.story.iter().for_each(|one| tell(Found::Step(one)));
    briefing.glossary.iter().for_each(|one| tell(Found::GlossaryEntry(one)));
    briefing.sources.iter().for_each(|one| tell(Found::Source(one)));
}
