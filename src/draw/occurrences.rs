//! From the occurrences to show to what a timeline is laid out from.

use crate::{
    layout::timeline::{Certainty, Extent, Glyph, TimelineInput, TimelineItem, TrackRow},
    model::{Briefing, Day, Edtf, Id, Text, date::Bound},
    query::{Index, MEETINGS_TRACK, Occurrence, UNTRACKED, Visible},
    scale::Span,
};

/// How the page says things.
pub struct Naming<'a> {
    /// A text of the briefing in the reader's language.
    pub text: &'a dyn Fn(&Text) -> String,
    /// The title of a track that the briefing does not list: [`MEETINGS_TRACK`] or [`UNTRACKED`].
    pub track: &'a dyn Fn(&str) -> String,
}

/// What the timeline of a briefing is laid out from. `visible` is what passes the filters; `all_tracks` the tracks that
/// stay even when empty; `domain` the days that can be looked at.
pub fn timeline_input(
    briefing: &Briefing,
    index: &Index,
    visible: &Visible,
    collapsed: &[Id],
    (domain, today): (Span, Option<Day>),
    naming: &Naming,
) -> TimelineInput {
    let tracks = track_rows(briefing, visible, collapsed, naming);
    let as_of = briefing.card.as_of.as_ref().and_then(Edtf::latest);
    let place_of = |id: &str| tracks.iter().position(|track| &*track.id == id).unwrap_or(usize::MAX);
    let items = visible
        .placed
        .iter()
        .map(|&occurrence| {
            let item = timed(occurrence);
            TimelineItem {
                key: occurrence.id().as_str().into(),
                track: place_of(occurrence.track()),
                title: (naming.text)(occurrence.title()).into(),
                glyph: occurrence.kind().map_or(Glyph::Circle, Glyph::of_kind),
                weight: weight(index, occurrence),
                planned: as_of.zip(item.first).is_some_and(|(as_of, first)| first > as_of.unix_days()),
                ..item
            }
        })
        .collect();
    TimelineInput {
        items,
        tracks,
        as_of: as_of.map(Day::unix_days),
        today: today.map(Day::unix_days),
        domain: Some(domain),
    }
}

/// Parents with their children, in the order of the briefing, then what it does not list. Empty tracks are left out.
pub fn track_rows(briefing: &Briefing, visible: &Visible, collapsed: &[Id], naming: &Naming) -> Vec<TrackRow> {
    let used = |id: &str| visible.placed.iter().any(|occurrence| occurrence.track() == id);
    let mut rows = Vec::new();
    let mut add = |id: &str, title: String, level: u8| {
        let colour = rows.len();
        let collapsed = collapsed.iter().any(|one| one.as_str() == id);
        rows.push(TrackRow { id: id.into(), title: title.into(), level, collapsed, colour });
    };
    for parent in briefing.tracks.iter().filter(|track| track.parent.is_none()) {
        let children: Vec<_> = briefing
            .tracks
            .iter()
            .filter(|track| track.parent.as_ref() == Some(&parent.meta.id) && used(&track.meta.id))
            .collect();
        if used(&parent.meta.id) || !children.is_empty() {
            add(&parent.meta.id, (naming.text)(&parent.title), 0);
            for child in children {
                add(&child.meta.id, (naming.text)(&child.title), 1);
            }
        }
    }
    for id in [MEETINGS_TRACK, UNTRACKED] {
        if used(id) && !briefing.tracks.iter().any(|track| *track.meta.id == *id) {
            add(id, (naming.track)(id), 0);
        }
    }
    rows
}

/// The more links, the more it matters; acts of policy matter more than reports on them.
fn weight(index: &Index, occurrence: Occurrence) -> u32 {
    let links = match occurrence {
        Occurrence::Event(event) => event.relations.len() + 2 * event.instruments.len(),
        Occurrence::Meeting(meeting) => meeting.agenda.len() + meeting.attendance.organisations.len().min(8),
    };
    (links + 2 * index.degree(occurrence.id())) as u32
}

/// The days of an occurrence, and how sure they are.
fn timed(occurrence: Occurrence) -> TimelineItem {
    let date = &occurrence.date().value;
    let blank = TimelineItem::on(0, "", "");
    if let Some(end) = occurrence.end() {
        return span(date, &end.value, blank);
    }
    if date.is_interval() {
        let ends = (date.start(), date.end());
        let certainty = |end: &Option<Edtf>, bound| end.as_ref().map_or(open(bound), certainty);
        return TimelineItem {
            first: date.start_bound().day().map(Day::unix_days),
            last: date.end_bound().day().map(Day::unix_days),
            extent: Extent::Span,
            start: certainty(&ends.0, date.start_bound()),
            end: certainty(&ends.1, date.end_bound()),
            start_slack: ends.0.as_ref().map_or(0, slack),
            end_slack: ends.1.as_ref().map_or(0, slack),
            ..blank
        };
    }
    TimelineItem {
        first: date.earliest().map(Day::unix_days),
        last: date.latest().map(Day::unix_days),
        extent: Extent::Instant,
        start: certainty(date),
        end: certainty(date),
        ..blank
    }
}

fn span(from: &Edtf, to: &Edtf, blank: TimelineItem) -> TimelineItem {
    TimelineItem {
        first: from.earliest().map(Day::unix_days),
        last: to.latest().map(Day::unix_days),
        extent: Extent::Span,
        start: certainty(from),
        end: certainty(to),
        start_slack: slack(from),
        end_slack: slack(to),
        ..blank
    }
}

/// Days by which an imprecise date may miss its first or last day.
fn slack(date: &Edtf) -> i64 {
    date.earliest().zip(date.latest()).map_or(0, |(first, last)| last.unix_days() - first.unix_days())
}

fn certainty(date: &Edtf) -> Certainty {
    match (date.approximate(), date.uncertain()) {
        (true, true) => Certainty::Doubtful,
        (true, false) => Certainty::Approximate,
        (false, true) => Certainty::Uncertain,
        (false, false) => Certainty::Exact,
    }
}

fn open(bound: Bound) -> Certainty {
    if bound == Bound::Open { Certainty::Open } else { Certainty::Unknown }
}
