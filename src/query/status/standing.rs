//! Where one instrument stands: the table, read with dates that may be inexact or disputed.

use crate::{
    model::{Day, Edtf, Fact, Instrument, Item, Stage, StageName, StageName::*, date::Bound},
    query::Moment,
};

use super::{Line, Status, TABLE, Why};

/// Where an instrument stands, and whether it was amended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// By the table.
    pub status: Status,
    /// Whether an amendment is behind; `None` where the dates leave that open.
    pub amended: Option<bool>,
}

/// On which side of the end of a day a stage lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Behind.
    Behind,
    /// To come.
    Ahead,
    /// The data leave it open.
    Open(Why),
}

impl Reach {
    /// Whether it is behind; `None` where the data leave it open.
    pub(crate) fn behind(self) -> Option<bool> {
        match self {
            Reach::Behind => Some(true),
            Reach::Ahead => Some(false),
            Reach::Open(_) => None,
        }
    }
}

/// Whether a stage names a last day: it is behind from the day after.
pub(crate) fn is_last_day(stage: StageName) -> bool {
    matches!(stage, CommentsClose | GraceEnds)
}

/// On which side of the end of a day a stage lies, by all that is said of its date.
pub(crate) fn reach(stage: &Stage, day: Day) -> Reach {
    let day = if is_last_day(stage.stage) { day.add_days(-1) } else { day };
    match side(&stage.date, day) {
        Some(true) => Reach::Behind,
        Some(false) => Reach::Ahead,
        None if is_behind(&stage.date.value, day).is_some() => Reach::Open(Why::Disputed(stage.stage)),
        None if limits(&stage.date.value) == (None, None) => Reach::Open(Why::Undated(stage.stage)),
        None => Reach::Open(Why::Inexact(stage.stage)),
    }
}

/// Whether a date lies on or before a day by all that sources say; `None` where it may lie on either side.
pub(crate) fn side(date: &Fact<Edtf>, day: Day) -> Option<bool> {
    let own = is_behind(&date.value, day);
    own.filter(|_| date.alternatives().iter().all(|other| is_behind(&other.value, day) == own))
}

/// Whether any holds, where of some it is not known.
pub(crate) fn any(all: &mut dyn Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut found = Some(false);
    for one in all {
        match one {
            Some(true) => return one,
            Some(false) => {}
            None => found = None,
        }
    }
    found
}

/// Whether a date lies on or before a day; `None` where it may lie on either side.
pub(crate) fn is_behind(date: &Edtf, day: Day) -> Option<bool> {
    match limits(date) {
        (_, Some(last)) if last <= day => Some(true),
        (Some(first), _) if first > day => Some(false),
        _ => None,
    }
}

/// The first and the last day of a date, also those too far away for an axis.
fn limits(date: &Edtf) -> (Option<Day>, Option<Day>) {
    let day = |bound| match bound {
        Bound::Day(day) | Bound::Beyond(day) => Some(day),
        Bound::Open | Bound::Unknown | Bound::Yearless => None,
    };
    (day(date.start_bound()), day(date.end_bound()))
}

/// Where an instrument stands at the end of a day, by all its stages.
///
/// A date that is not exact, or disputed, may lie before or after the day. Where that makes a difference, the status is not
/// known.
pub fn status(instrument: &Instrument, day: Day) -> Status {
    decide(instrument, &|_| true, day)
}

/// Where an instrument stands at a moment: by the stages recorded by then, on the day looked at, else on `today`.
pub fn standing(instrument: &Item<Instrument>, moment: Moment, today: Day) -> Standing {
    let day = moment.asof.unwrap_or(today);
    let is_known = |stage: &Item<Stage>| moment.knows_part(&stage.meta, &instrument.meta);
    let amended = instrument.stages.iter().filter(|one| one.stage == Amended && is_known(one));
    let amended = any(&mut amended.map(|stage| reach(stage, day).behind()));
    Standing { status: decide(instrument, &is_known, day), amended }
}

/// The stages of the table, those that decide first standing first.
const ORDER: [StageName; 12] = [
    Withdrawn,
    Repealed,
    Superseded,
    Effective,
    Enforced,
    GraceEnds,
    Adopted,
    Published,
    ConsultationOpened,
    CommentsClose,
    Announced,
    Drafted,
];

/// Stages as a set, a bit for each name.
type Names = u16;

const fn bit(name: StageName) -> Names {
    1 << name as u16
}

fn names(list: &[StageName]) -> Names {
    list.iter().fold(0, |set, &name| set | bit(name))
}

/// What is known of the stages of one name.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// How many may be on either side; more than two make no difference.
    open: u8,
    /// Why the first of them is.
    why: Option<Why>,
}

/// The number of the line that holds; that of all lines when none does.
fn line(behind: Names, ahead: Names) -> usize {
    let holds =
        |line: &Line| behind & names(line.behind) != 0 && (line.ahead.is_empty() || ahead & names(line.ahead) != 0);
    TABLE.iter().position(holds).unwrap_or(TABLE.len())
}

fn decide(instrument: &Instrument, is_known: &dyn Fn(&Item<Stage>) -> bool, day: Day) -> Status {
    let (mut behind, mut ahead): (Names, Names) = (0, 0);
    let mut open = [Tally::default(); StageName::ALL.len()];
    let mut first: Option<&Stage> = None;
    for stage in instrument.stages.iter().filter(|one| one.stage != Amended && is_known(one)) {
        match reach(stage, day) {
            Reach::Behind => behind |= bit(stage.stage),
            Reach::Ahead => ahead |= bit(stage.stage),
            Reach::Open(why) => {
                let tally = &mut open[stage.stage as usize];
                tally.open = tally.open.saturating_add(1);
                tally.why.get_or_insert(why);
            }
        }
        if first.is_none_or(|first| stage.date.value < first.date.value) {
            first = Some(stage);
        }
    }
    let found = match settle(behind, ahead, &open) {
        Ok(line) => line,
        Err(why) => return Status::Unknown(why),
    };
    match (TABLE.get(found), first) {
        (Some(line), _) => line.status,
        (None, Some(first)) => Status::Unknown(Why::Before(first.stage)),
        (None, None) => Status::Unknown(Why::NoStage),
    }
}

/// The line that holds whichever side the open stages are on; else why there is none: the stage that makes the difference.
fn settle(behind: Names, ahead: Names, open: &[Tally; StageName::ALL.len()]) -> Result<usize, Why> {
    // Of several open stages of one name all, none or some may be behind.
    let mut cases = [0_u8; ORDER.len()];
    let mut all: Option<usize> = None;
    let mut why = Why::NoStage;
    loop {
        let (mut behind, mut ahead) = (behind, ahead);
        for (name, case) in ORDER.into_iter().zip(cases).filter(|(name, _)| open[*name as usize].open > 0) {
            behind |= if case > 0 { bit(name) } else { 0 };
            ahead |= if case != 1 { bit(name) } else { 0 };
        }
        let found = line(behind, ahead);
        if *all.get_or_insert(found) != found {
            return Err(why);
        }
        // The next case, as the digits of a number count up.
        let mut next = None;
        for (name, case) in ORDER.into_iter().zip(&mut cases) {
            let tally = open[name as usize];
            if *case < tally.open.min(2) {
                *case += 1;
                next = tally.why;
                break;
            }
            *case = 0;
        }
        match next {
            Some(next) => why = next,
            None => return Ok(found),
        }
    }
}
