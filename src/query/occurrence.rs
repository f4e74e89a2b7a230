//! What happens on the timeline: events, and meetings that no event stands for.

use crate::{
    model::{Briefing, Edtf, Event, Fact, Id, Item, Meeting, Meta, Register, Text},
    order,
};

use super::Index;

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
pub fn occurrences<'a>(briefing: &'a Briefing, index: &'a Index) -> impl Iterator<Item = Occurrence<'a>> {
    index.by_date.iter().filter_map(|&number| numbered(briefing, number as usize))
}

/// The occurrence of a number. `None` only for an index of another briefing.
fn numbered(briefing: &Briefing, number: usize) -> Option<Occurrence<'_>> {
    match briefing.events.get(number) {
        Some(event) => Some(Occurrence::Event(event)),
        None => briefing.meetings.get(number - briefing.events.len()).map(Occurrence::Meeting),
    }
}

/// The numbers of all occurrences by date. Its place in the list of events numbers an event; meetings follow after the events.
pub(super) fn by_date(briefing: &Briefing) -> Vec<u32> {
    let mut told = Register::default();
    for meeting in briefing.events.iter().filter_map(|event| event.meeting.as_ref()) {
        told.enter(meeting);
    }
    let (events, meetings) = (briefing.events.len(), &briefing.meetings);
    let is_told = |number: u32| {
        let meeting = (number as usize).checked_sub(events).and_then(|at| meetings.get(at));
        meeting.is_some_and(|meeting| told.find(&meeting.meta.id).is_some())
    };
    let mut numbers: Vec<u32> = (0..(events + meetings.len()) as u32).filter(|&number| !is_told(number)).collect();
    let date = |number: u32| numbered(briefing, number as usize).map(|one| &one.date().value);
    order::sort(&mut numbers, &|a, b| date(a).cmp(&date(b)));
    numbers
}
