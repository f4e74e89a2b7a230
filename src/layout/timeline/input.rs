//! What a timeline is laid out from.

use std::sync::Arc;

use crate::{layout::text::TextMeter, scale::Span};

/// What a timeline is laid out from. Days are counted from 1 January 1970, see [`crate::model::Day::unix_days`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimelineInput {
    /// What to place, in any order; the order breaks ties.
    pub items: Vec<TimelineItem>,
    /// The tracks, from the top; one of level 1 follows its parent of level 0.
    pub tracks: Vec<TrackRow>,
    /// The day to which the data are current.
    pub as_of: Option<i64>,
    /// The reader's day.
    pub today: Option<i64>,
    /// First and last day that can be looked at: labels keep within it, open ends run to it.
    pub domain: Option<Span>,
}

/// A band of the timeline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrackRow {
    /// Its id.
    pub id: Arc<str>,
    /// Its name.
    pub title: Arc<str>,
    /// 0, or 1 for a band within the last one of level 0.
    pub level: u8,
    /// Whether only its clusters are shown. What belongs to bands within it is then shown in it.
    pub collapsed: bool,
    /// Which of the eight colours it has, from 0; usually its place among the tracks.
    pub colour: usize,
}

/// One thing on the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineItem {
    /// Its id.
    pub key: Arc<str>,
    /// Its place in [`TimelineInput::tracks`]; too large a number means the last.
    pub track: usize,
    /// First day; `None` where it is open to the past.
    pub first: Option<i64>,
    /// Last day, included; the same as `first` for a day. `None` where it is open to the future.
    pub last: Option<i64>,
    /// Whether it lasts from `first` to `last`, or happened at some time within them.
    pub extent: Extent,
    /// How sure the beginning is; for [`Extent::Instant`], how sure the date is.
    pub start: Certainty,
    /// How sure the end is.
    pub end: Certainty,
    /// For [`Extent::Span`]: how many days after `first` it may have begun (30 for a month).
    pub start_slack: i64,
    /// For [`Extent::Span`]: how many days before `last` it may have ended.
    pub end_slack: i64,
    /// Its label.
    pub title: Arc<str>,
    /// What sort of thing it is.
    pub glyph: Glyph,
    /// How much it matters: the heavier, the sooner it gets a label.
    pub weight: u32,
    /// Whether it lies after the day to which the data are current.
    pub planned: bool,
}

impl TimelineItem {
    /// An event on one day, in the first track, exactly known. A start for struct update.
    ///
    /// ```
    /// use annals::layout::timeline::{Extent, TimelineItem};
    ///
    /// let year = TimelineItem { last: Some(18_261), ..TimelineItem::on(17_897, "ev-1", "First catalogue") };
    /// assert_eq!(year.extent, Extent::Instant);
    /// ```
    pub fn on(day: i64, key: &str, title: &str) -> TimelineItem {
        TimelineItem {
            key: key.into(),
            track: 0,
            first: Some(day),
            last: Some(day),
            extent: Extent::Instant,
            start: Certainty::Exact,
            end: Certainty::Exact,
            start_slack: 0,
            end_slack: 0,
            title: title.into(),
            glyph: Glyph::Circle,
            weight: 0,
            planned: false,
        }
    }
}

/// What the days of an item mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Extent {
    /// It happened at some time from the first day to the last: a day, or a month or year known no better.
    #[default]
    Instant,
    /// It lasted from the first day to the last.
    Span,
}

/// How sure an end of an item is. Each is drawn differently, and not by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// As stated: a hard edge.
    #[default]
    Exact,
    /// About then (EDTF `~`): a broken edge.
    Approximate,
    /// Perhaps then (EDTF `?`): dotted, with a question mark.
    Uncertain,
    /// Perhaps about then (EDTF `%`): both.
    Doubtful,
    /// There is an end but nobody knows when: fades out, with a question mark.
    Unknown,
    /// It goes on: an arrow.
    Open,
    /// Before this day, or after it: a bracket that opens to where it may lie.
    Bound,
}

impl Certainty {
    /// Whether it is drawn broken.
    pub fn is_approximate(self) -> bool {
        matches!(self, Certainty::Approximate | Certainty::Doubtful)
    }

    /// Whether it is drawn with a question mark.
    pub fn is_uncertain(self) -> bool {
        matches!(self, Certainty::Uncertain | Certainty::Doubtful)
    }
}

/// The shape of a point: what sort of thing it is, beside the colour of its track.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Glyph {
    /// Events, milestones, announcements and all the rest.
    #[default]
    Circle,
    /// Laws and regulations.
    Diamond,
    /// Meetings.
    Square,
    /// Drafts and plans: things meant to become something.
    Triangle,
    /// Reports and publications.
    Ring,
}

impl Glyph {
    /// All shapes, in the order of a legend.
    pub const ALL: [Glyph; 5] = [Glyph::Circle, Glyph::Diamond, Glyph::Square, Glyph::Triangle, Glyph::Ring];

    /// The shape for an item's kind.
    ///
    /// ```
    /// use annals::layout::timeline::Glyph;
    /// assert_eq!(Glyph::of_kind("law"), Glyph::Diamond);
    /// assert_eq!(Glyph::of_kind("picnic"), Glyph::Circle);
    /// ```
    pub fn of_kind(kind: &str) -> Glyph {
        match kind {
            "law" | "regulation" | "standard" | "directive" | "treaty" | "effective" => Glyph::Diamond,
            "meeting" | "conference" | "workshop" | "hearing" | "visit" => Glyph::Square,
            "draft" | "plan" | "strategy" | "consultation" | "proposal" | "target" => Glyph::Triangle,
            "report" | "publication" | "study" | "survey" | "speech" => Glyph::Ring,
            _ => Glyph::Circle,
        }
    }
}

/// How to lay out.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceOptions {
    /// Width of a day, see [`super::scale_of`].
    pub px_per_day: f64,
    /// How wide text is, and its scale.
    pub text: TextMeter,
    /// How many lanes a track has at most; more items than fit go to its clusters.
    pub max_lanes: usize,
    /// How wide a label is at most, at a text scale of 1.
    pub max_label_px: f64,
}

impl PlaceOptions {
    /// The usual: four lanes, labels up to 220 px.
    pub fn new(px_per_day: f64) -> PlaceOptions {
        PlaceOptions { px_per_day, text: TextMeter::default(), max_lanes: 4, max_label_px: 220.0 }
    }

    /// The same in a figure of this width: labels are shorter where it is narrow.
    pub fn in_width(self, width: f64) -> PlaceOptions {
        PlaceOptions { max_label_px: (width * 0.3).clamp(120.0, 220.0), ..self }
    }
}
