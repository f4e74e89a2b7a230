//! The two days of a look back: as things stood on a day, and as far as had been recorded by a day.

use crate::model::{Briefing, Day, Id, Meta};

use super::status::is_behind;

/// What a reader asks to see: the world as it stood at the end of a day, and only what had been recorded by a day. The
/// default is everything, as it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The world at the end of this day.
    pub asof: Option<Day>,
    /// Only what had been recorded by the end of this day.
    pub known: Option<Day>,
}

/// Whether an item had been recorded by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// By then.
    Before,
    /// After that day.
    Later,
    /// The data do not say: `recorded_on` is missing, or not exact enough to tell. Such items always show.
    Unsaid,
}

impl Recorded {
    /// Whether the item shows.
    pub fn shows(self) -> bool {
        self != Recorded::Later
    }
}

impl Moment {
    /// Whether an item had been recorded; without a day asked for, everything had. Constant time.
    pub fn recorded(self, meta: &Meta) -> Recorded {
        match (self.known, &meta.recorded_on) {
            (None, _) => Recorded::Before,
            (Some(_), None) => Recorded::Unsaid,
            (Some(known), Some(date)) => match is_behind(date, known) {
                Some(true) => Recorded::Before,
                Some(false) => Recorded::Later,
                None => Recorded::Unsaid,
            },
        }
    }

    /// Whether an item that stands by itself shows.
    pub fn knows(self, meta: &Meta) -> bool {
        self.recorded(meta).shows()
    }

    /// Whether a part of an item shows: by its own day of recording, else by that of the whole.
    pub fn knows_part(self, part: &Meta, whole: &Meta) -> bool {
        self.knows(if part.recorded_on.is_some() { part } else { whole })
    }
}

/// How many items had been recorded by a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordCount {
    /// By then.
    pub before: usize,
    /// Later: they do not show.
    pub later: usize,
    /// Without a word on when; they show.
    pub unsaid: usize,
}

impl RecordCount {
    /// Counts one more item.
    pub fn add(&mut self, recorded: Recorded) {
        *match recorded {
            Recorded::Before => &mut self.before,
            Recorded::Later => &mut self.later,
            Recorded::Unsaid => &mut self.unsaid,
        } += 1;
    }
}

/// How many of the items that carry facts had been recorded: events, meetings, instruments, series, targets, catalogues,
/// positions and disputes, each as a whole.
pub fn record_count(briefing: &Briefing, moment: Moment) -> RecordCount {
    let mut count = RecordCount::default();
    each_whole(briefing, &mut |meta| count.add(moment.recorded(meta)));
    count
}

/// The items that had not been recorded by then and do not show, in the order of the document.
pub fn not_yet_recorded(briefing: &Briefing, moment: Moment) -> Vec<&Id> {
    let mut found = Vec::new();
    each_whole(briefing, &mut |meta| {
        if moment.recorded(meta) == Recorded::Later {
            found.push(&meta.id);
        }
    });
    found
}

fn each_whole<'a>(briefing: &'a Briefing, tell: &mut dyn FnMut(&'a Meta)) {
    briefing.events.iter().for_each(|item| tell(&item.meta));
    briefing.meetings.iter().for_each(|item| tell(&item.meta));
    briefing.instruments.iter().for_each(|item| tell(&item.meta));
    briefing.series.iter().for_each(|item| tell(&item.meta));
    briefing.targets.iter().for_each(|item| tell(&item.meta));
    briefing.catalogues.iter().for_each(|item| tell(&item.meta));
    briefing.positions.iter().for_each(|item| tell(&item.meta));
    briefing.disputes.iter().for_each(|item| tell(&item.meta));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    #[test]
    fn what_was_recorded_later_does_not_show_and_what_does_not_say_is_counted() {
        let json = r#"{"annals":1,"id":"x","title":"X","events":[
            {"id":"a","date":"2019","title":"A","recorded_on":"2020-03-31"},
            {"id":"b","date":"2019","title":"B","recorded_on":"2020-04-01"},
            {"id":"c","date":"2019","title":"C","recorded_on":"2020"},
            {"id":"d","date":"2019","title":"D"}]}"#;
        let briefing = load(json.as_bytes()).unwrap().briefing;
        let at = |day: &str| Moment { known: Day::parse(day), ..Moment::default() };
        let count = |before, later, unsaid| RecordCount { before, later, unsaid };
        assert_eq!(record_count(&briefing, Moment::default()), count(4, 0, 0));
        assert_eq!(record_count(&briefing, at("2020-03-31")), count(1, 1, 2));
        assert_eq!(record_count(&briefing, at("2019-12-31")), count(0, 3, 1));
        assert_eq!(record_count(&briefing, at("2020-12-31")), count(3, 0, 1));
        assert_eq!(not_yet_recorded(&briefing, at("2020-03-31")), [&Id::from("b")]);
        let shown = |day| briefing.events.iter().filter(|event| at(day).knows(&event.meta)).count();
        assert_eq!(["2020-03-31", "2019-12-31", "2020-12-31"].map(shown), [3, 1, 4]);
    }
}
