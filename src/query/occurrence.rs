//! What happens on the timeline: events, and meetings that no event stands for.

use crate::{
    model::{Briefing, Edtf, Event, Fact, Id, Item, Meeting, Meta, Register, Text},
    order,
};

/// Track of the meetings that no event stands for.
pub const MEETINGS_TRACK: &str = "meetings";
/// Track of the events that name none.
pub const UNTRACKED: &str = "other";

/// One thing on the timeline.
#[derive(Clone, Copy, Debug)]
pub enum Occurrence<'a> {
    /// An event.
    Event(&'a Item<Event>),
    /// A meeting that no event stands for.
    Meeting(&'a Item<Meeting>),
}

impl<'a> Occurrence<'a> {
    /// What it has in common with other items.
    pub fn meta(self) -> &'a Meta {
        match self {
            Occurrence::Event(event) => &event.meta,
            Occurrence::Meeting(meeting) => &meeting.meta,
        }
    }

    /// Its id.
    pub fn id(self) -> &'a Id {
        &self.meta().id
    }

    /// Its title.
    pub fn title(self) -> &'a Text {
        match self {
            Occurrence::Event(event) => &event.title,
            Occurrence::Meeting(meeting) => &meeting.title,
        }
    }

    /// What happened, in a few sentences.
    pub fn summary(self) -> Option<&'a Text> {
        match self {
            Occurrence::Event(event) => event.summary.as_ref(),
            Occurrence::Meeting(meeting) => meeting.summary.as_ref(),
        }
    }

    /// When, or when it began.
    pub fn date(self) -> &'a Fact<Edtf> {
        match self {
            Occurrence::Event(event) => &event.date,
            Occurrence::Meeting(meeting) => &meeting.date,
        }
    }

    /// Its last day, of a span.
    pub fn end(self) -> Option<&'a Fact<Edtf>> {
        match self {
            Occurrence::Event(event) => event.end.as_ref(),
            Occurrence::Meeting(meeting) => meeting.end.as_ref(),
        }
    }

    /// What sort of occurrence.
    pub fn kind(self) -> Option<&'a str> {
        match self {
            Occurrence::Event(event) => event.kind.as_deref(),
            Occurrence::Meeting(_) => Some("meeting"),
        }
    }

    /// Id of its band.
    pub fn track(self) -> &'a str {
        match self {
            Occurrence::Event(event) => event.track.as_deref().unwrap_or(UNTRACKED),
            Occurrence::Meeting(_) => MEETINGS_TRACK,
        }
    }

    /// Who acted.
    pub fn actors(self) -> &'a [Id] {
        match self {
            Occurrence::Event(event) => &event.actors,
            Occurrence::Meeting(meeting) => &meeting.organisers,
        }
    }
}

/// All occurrences, by date (see [`Edtf`] for the rule); those of one date keep the order of the document.
pub fn occurrences(briefing: &Briefing) -> Vec<Occurrence<'_>> {
    let mut told = Register::default();
    for meeting in briefing.events.iter().filter_map(|event| event.meeting.as_ref()) {
        told.enter(meeting);
    }
    let events = briefing.events.iter().map(Occurrence::Event);
    let meetings =
        briefing.meetings.iter().filter(|meeting| told.find(&meeting.meta.id).is_none()).map(Occurrence::Meeting);
    let all: Vec<_> = events.chain(meetings).collect();
    let by_date = order::sorted(all.len(), &|a, b| all[a].date().value.cmp(&all[b].date().value));
    by_date.into_iter().map(|at| all[at as usize]).collect()
}
