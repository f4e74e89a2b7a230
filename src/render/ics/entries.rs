//! What stands in a calendar: meetings, stages that are deadlines, targets; other dated items where they are asked for.

use crate::{
    figure::{Context, lists::deadlines::moved_words},
    model::{Edtf, Fact, Id, Instrument, Item, Register, Stage},
    order,
    query::{DeadlineKind, Found, Occurrence, Status, exact_span, moves, status},
};

use super::{Entry, Sureness};

/// What a calendar is wanted of.
#[derive(Clone, Copy, Debug)]
pub enum Wanted<'a> {
    /// All meetings, deadlines of acts and targets.
    All,
    /// These items: one, or those that pass the filters. Of an act its deadlines, of anything with a date that date.
    Items(&'a [Id]),
}

/// The entries, by their days; those whose days are not known last.
pub fn entries<'a>(context: &Context<'a>, wanted: Wanted) -> Vec<Entry<'a>> {
    let briefing = context.briefing;
    let mut all: Vec<Entry> = Vec::new();
    match wanted {
        Wanted::All => {
            all.extend(briefing.meetings.iter().map(|item| occasion(context, Occurrence::Meeting(item))));
            for act in &briefing.instruments {
                all.extend(of_act(context, act));
            }
            all.extend(briefing.targets.iter().filter_map(|target| of_found(context, Found::Target(target))));
        }
        Wanted::Items(ids) => {
            for id in ids {
                match context.find(id) {
                    Some(Found::Instrument(act)) => all.extend(of_act(context, act)),
                    Some(found) => all.extend(of_found(context, found)),
                    None => {}
                }
            }
        }
    }
    let by_day = order::sorted(all.len(), &|a, b| {
        let key = |at: usize| (all[at].days.is_none(), all[at].days);
        key(a).cmp(&key(b))
    });
    // What was asked for twice, by itself and with its act, stands there once.
    let mut met = Register::default();
    let mut once = Vec::new();
    for at in by_day {
        let entry = &all[at as usize];
        if met.find(&entry.meta.id).is_none() {
            met.enter(&entry.meta.id);
            once.push(entry.clone());
        }
    }
    once
}

/// The deadlines of an act.
fn of_act<'a>(context: &Context<'a>, act: &'a Item<Instrument>) -> Vec<Entry<'a>> {
    let deadlines = act.stages.iter().filter(|stage| DeadlineKind::of_stage(stage.stage).is_some());
    deadlines.map(|stage| of_stage(context, act, stage)).collect()
}

fn of_stage<'a>(context: &Context<'a>, act: &'a Item<Instrument>, stage: &'a Item<Stage>) -> Entry<'a> {
    let name = context.t(&format!("stage-{}", stage.stage.word()));
    let title = context.text(&act.title);
    let mut description = vec![title.clone()];
    description.extend(act.number.as_ref().map(|number| context.text(number)));
    description.extend(moves(stage).iter().map(|moved| moved_words(context, moved)));
    let mut entry = made(context, Found::Stage(act, stage), &stage.date, None, description);
    entry.summary = context.tf("calendar-stage", &[("stage", name.clone().into()), ("title", title.into())]);
    entry.category = name;
    entry.moves = stage.previous.len();
    // Whether the act had ended when the deadline came.
    let before = entry.days.map(|(first, _)| status(act, first.add_days(-1)));
    if matches!(before, Some(Status::Withdrawn | Status::Ended)) {
        entry.standing = Sureness::Cancelled;
    }
    entry
}

fn occasion<'a>(context: &Context<'a>, occurrence: Occurrence<'a>) -> Entry<'a> {
    let found = match occurrence {
        Occurrence::Event(event) => Found::Event(event),
        Occurrence::Meeting(meeting) => Found::Meeting(meeting),
    };
    let summary = occurrence.summary().map(|text| context.text(text));
    let mut entry = made(context, found, occurrence.date(), occurrence.end(), summary.into_iter().collect());
    if let Occurrence::Meeting(meeting) = occurrence {
        let place = [&meeting.city, &meeting.country].into_iter().flatten().map(|text| context.text(text));
        let place: Vec<String> = place.collect();
        entry.place = Some(place.join(", ")).filter(|place| !place.is_empty());
    }
    entry
}

fn of_found<'a>(context: &Context<'a>, found: Found<'a>) -> Option<Entry<'a>> {
    Some(match found {
        Found::Stage(act, stage) => of_stage(context, act, stage),
        Found::Meeting(meeting) => occasion(context, Occurrence::Meeting(meeting)),
        Found::Event(event) => occasion(context, Occurrence::Event(event)),
        Found::Target(target) => {
            let acts = target.instrument.iter().map(|id| context.name_of(id)).collect();
            let mut entry = made(context, found, target.due.as_ref()?, None, acts);
            let title = context.text(&target.title);
            let what = context.t("deadline-what-target");
            entry.summary = context.tf("calendar-stage", &[("stage", what.into()), ("title", title.into())]);
            entry
        }
        _ => made(context, found, found.date()?, None, Vec::new()),
    })
}

/// An entry with what all sorts have: days, title, sources, remark. `description`: what stands before the sources.
fn made<'a>(
    context: &Context<'a>,
    found: Found<'a>,
    date: &'a Fact<Edtf>,
    end: Option<&'a Fact<Edtf>>,
    mut description: Vec<String>,
) -> Entry<'a> {
    let meta = found.meta();
    let last = end.unwrap_or(date);
    let days = exact_span(&date.value).zip(exact_span(&last.value)).map(|((first, _), (_, last))| (first, last));
    let is_unsure =
        |date: &Fact<Edtf>| date.value.uncertain() || date.value.approximate() || !date.alternatives().is_empty();
    let standing = if is_unsure(date) || is_unsure(last) { Sureness::Tentative } else { Sureness::Confirmed };
    if standing == Sureness::Tentative {
        description.push(context.span(date, end));
    }
    description.extend(meta.note.as_ref().map(|note| context.text(note)));
    let citations = if date.sources().is_empty() { found.sources() } else { date.sources() };
    for citation in citations {
        let source = context.source_words(citation);
        description.push(context.tf("calendar-source", &[("source", source.into())]));
    }
    let mut urls = citations.iter().filter_map(|citation| match context.find(&citation.source) {
        Some(Found::Source(source)) => source.url.as_deref().filter(|url| source.link && url.starts_with("http")),
        _ => None,
    });
    Entry {
        meta,
        days: days.filter(|(first, last)| first <= last),
        summary: context.name(found),
        description,
        category: context.t(&format!("sort-{}", found.sort())),
        place: None,
        url: urls.next(),
        moves: 0,
        standing,
    }
}
