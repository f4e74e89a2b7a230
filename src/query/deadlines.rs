//! Deadlines: what has a last day or a first day, how long it is until then, and from which days it was moved.

use crate::{
    model::{Briefing, Day, Edtf, Fact, Instrument, Item, Meta, Stage, StageName, StageName::*, Text},
    order,
};

use super::{Index, Moment, Status, Workdays, asof::is_announced, is_set, standing};

/// What ends or begins on a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeadlineKind {
    /// Comments close.
    Comments,
    /// An act takes effect.
    Effective,
    /// An act is enforced.
    Enforced,
    /// A transition ends.
    Grace,
    /// A target is due.
    Target,
}

impl DeadlineKind {
    /// Its word, as in the keys of messages.
    pub fn word(self) -> &'static str {
        match self {
            DeadlineKind::Comments => "comments",
            DeadlineKind::Effective => "effective",
            DeadlineKind::Enforced => "enforced",
            DeadlineKind::Grace => "grace",
            DeadlineKind::Target => "target",
        }
    }

    /// The deadline that a stage is, if it is one.
    pub fn of_stage(stage: StageName) -> Option<DeadlineKind> {
        match stage {
            CommentsClose => Some(DeadlineKind::Comments),
            Effective => Some(DeadlineKind::Effective),
            Enforced => Some(DeadlineKind::Enforced),
            GraceEnds => Some(DeadlineKind::Grace),
            _ => None,
        }
    }

    /// The stages from which time runs towards it.
    fn begins_with(self) -> &'static [StageName] {
        match self {
            DeadlineKind::Comments => &[ConsultationOpened],
            DeadlineKind::Effective | DeadlineKind::Enforced => &[Announced, Adopted, Published],
            DeadlineKind::Grace => &[Effective, Enforced],
            DeadlineKind::Target => &[],
        }
    }
}

/// A number of days. Least and most differ where a date is not known to the day, or disputed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayCount {
    /// Calendar days: least and most.
    pub days: (i64, i64),
    /// Working days: least and most.
    pub working: (i64, i64),
    /// Whether the briefing lists holidays for each year concerned; without, only weekends are taken off.
    pub has_holidays: bool,
}

impl DayCount {
    /// The same counted the other way round, as for what has passed.
    pub fn reversed(&self) -> DayCount {
        let turned = |(least, most): (i64, i64)| (-most, -least);
        DayCount { days: turned(self.days), working: turned(self.working), ..*self }
    }

    /// Whether it is one number.
    pub fn is_exact(&self) -> bool {
        self.days.0 == self.days.1
    }
}

/// A day from which a deadline was moved.
#[derive(Clone, Copy, Debug)]
pub struct Moved<'a> {
    /// The former date, with its sources and, as its note, the reason, where they are recorded.
    pub was: &'a Fact<Edtf>,
    /// By how many days the deadline in force lies later, negative where earlier; `None` unless both are known to the day.
    pub by: Option<i64>,
}

impl<'a> Moved<'a> {
    /// Why it was moved, as far as the data say.
    pub fn reason(&self) -> Option<&'a Text> {
        self.was.evidence.as_ref()?.note.as_ref()
    }
}

/// One deadline, seen from a day.
#[derive(Clone, Debug)]
pub struct Deadline<'a> {
    /// The stage or the target.
    pub meta: &'a Meta,
    /// What ends or begins.
    pub kind: DeadlineKind,
    /// The title of the act or of the target.
    pub title: &'a Text,
    /// The act, of a stage.
    pub act: Option<&'a Item<Instrument>>,
    /// When.
    pub date: &'a Fact<Edtf>,
    /// The stage from which time runs, where one is recorded before it.
    pub begins: Option<&'a Item<Stage>>,
    /// From the first day, which counts, up to and with the day stated or, if that is earlier, the deadline. `None` where no
    /// beginning is recorded, where it is not known well enough, or where it surely is to come.
    pub elapsed: Option<DayCount>,
    /// The days after the day stated, up to and with the deadline; negative when it has passed. `None` where its first or
    /// last day is not known.
    pub left: Option<DayCount>,
    /// From where it was moved, in the order of the document; may be empty.
    pub moved: Vec<Moved<'a>>,
    /// Where the act stands, if it has ended before the deadline could run out: withdrawn, repealed or superseded.
    pub ended: Option<Status>,
}

impl Deadline<'_> {
    /// Whether it surely has passed.
    pub fn has_passed(&self) -> bool {
        self.left.is_some_and(|left| left.days.1 < 0)
    }
}

/// All deadlines that were announced by the day looked at (`moment.asof`, else all, seen from `today`): those to come by the
/// days left, fewest first; then those of which the days cannot be counted; then those that have passed, the latest first.
pub fn deadlines<'a>(briefing: &'a Briefing, index: &Index, moment: Moment, today: Day) -> Vec<Deadline<'a>> {
    let day = moment.asof.unwrap_or(today);
    let workdays = Workdays::new(&briefing.card.holidays);
    let mut found = Vec::new();
    for act in &briefing.instruments {
        let is_known = |stage: &&Item<Stage>| moment.knows_part(&stage.meta, &act.meta);
        for stage in act.stages.iter().filter(is_known) {
            let Some(kind) = DeadlineKind::of_stage(stage.stage) else { continue };
            if moment.asof.is_some() && !is_announced(act, stage, moment, day) {
                continue;
            }
            let begins = beginning(kind, stage, act.stages.iter().filter(is_known));
            let mut deadline = made(&workdays, day, &stage.meta, kind, &act.title, &stage.date, begins);
            deadline.act = Some(act);
            deadline.moved = moves(stage);
            let stands = standing(act, Moment { asof: Some(day), ..moment }, day).status;
            let over = matches!(stands, Status::Withdrawn | Status::Ended) && !deadline.has_passed();
            deadline.ended = Some(stands).filter(|_| over);
            found.push(deadline);
        }
    }
    for target in briefing.targets.iter().filter(|target| moment.knows(&target.meta)) {
        let Some(due) = &target.due else { continue };
        if moment.asof.is_none() || is_set(briefing, index, target, moment, day) != Some(false) {
            found.push(made(&workdays, day, &target.meta, DeadlineKind::Target, &target.title, due, None));
        }
    }
    let rank = |at: usize| match found[at].left {
        Some(left) if left.days.1 >= 0 => (0, left.days.0, left.days.1),
        None => (1, 0, 0),
        Some(left) => (2, -left.days.1, -left.days.0),
    };
    let by_days = order::sorted(found.len(), &|a, b| {
        rank(a).cmp(&rank(b)).then_with(|| found[a].date.value.cmp(&found[b].date.value))
    });
    by_days.into_iter().map(|at| found[at as usize].clone()).collect()
}

fn made<'a>(
    workdays: &Workdays,
    day: Day,
    meta: &'a Meta,
    kind: DeadlineKind,
    title: &'a Text,
    date: &'a Fact<Edtf>,
    begins: Option<&'a Item<Stage>>,
) -> Deadline<'a> {
    let ends = bounds(date);
    let elapsed = begins.and_then(|begins| bounds(&begins.date)).filter(|begin| begin.0 <= day).map(|begin| {
        let until = ends.map_or((day, day), |(first, last)| (first.min(day), last.min(day)));
        // The first day counts, so the count begins with the day before it.
        let from = (begin.0.add_days(-1), begin.1.add_days(-1));
        count(workdays, (from.1.min(until.0), from.0), until)
    });
    let left = ends.map(|ends| count(workdays, (day, day), ends));
    Deadline { meta, kind, title, act: None, date, begins, elapsed, left, moved: Vec::new(), ended: None }
}

/// The days after `from` up to and with `to`: the least from the first of `from` to the first of `to`, the most from the second
/// to the second.
fn count(workdays: &Workdays, from: (Day, Day), to: (Day, Day)) -> DayCount {
    let days = |from: Day, to: Day| to.unix_days() - from.unix_days();
    DayCount {
        days: (days(from.0, to.0), days(from.1, to.1)),
        working: (workdays.between(from.0, to.0), workdays.between(from.1, to.1)),
        has_holidays: workdays.covers(from.0.min(from.1).min(to.0).add_days(1), to.1.max(from.0)),
    }
}

/// The stage from which time runs towards a deadline: of those that may have begun before it, the last.
fn beginning<'a>(
    kind: DeadlineKind,
    deadline: &Item<Stage>,
    stages: impl Iterator<Item = &'a Item<Stage>>,
) -> Option<&'a Item<Stage>> {
    let last = deadline.date.value.latest()?;
    let before = |stage: &&Item<Stage>| stage.date.value.earliest().is_some_and(|first| first <= last);
    let fits = stages.filter(|stage| kind.begins_with().contains(&stage.stage)).filter(before);
    fits.max_by(|a, b| a.date.value.cmp(&b.date.value))
}

/// From which days a stage was moved, in the order of the document.
pub fn moves(stage: &Stage) -> Vec<Moved<'_>> {
    let by = |was: &Fact<Edtf>| Some(exact(&stage.date.value)?.unix_days() - exact(&was.value)?.unix_days());
    stage.previous.iter().map(|was| Moved { was, by: by(was) }).collect()
}

/// The day of a date that is known to the day.
fn exact(date: &Edtf) -> Option<Day> {
    date.earliest().filter(|first| date.latest() == Some(*first))
}

/// The first and the last day by all that is said of a date; `None` where one of them is not known.
fn bounds(date: &Fact<Edtf>) -> Option<(Day, Day)> {
    let mut ends = date.value.earliest().zip(date.value.latest())?;
    for other in date.alternatives() {
        let (first, last) = other.value.earliest().zip(other.value.latest())?;
        ends = (ends.0.min(first), ends.1.max(last));
    }
    Some(ends)
}

#[cfg(test)]
mod tests;
