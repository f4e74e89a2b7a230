//! Dates as people know them: to the day, the month, the decade; about, perhaps, from, until.
//!
//! One type, [`Edtf`], reads the Extended Date/Time Format, levels 0, 1 and 2. It keeps the text as written and beside
//! it the first and the last [`Day`] the text can mean, which is what filters, axes and sorting work with. Nothing is
//! rounded or converted: a month stays a month, a time of day stays as written and never moves the day. There is no
//! clock, no time zone and no host library in here, so every machine gives the same answer.
//!
//! Sources: Library of Congress, *Extended Date/Time Format (EDTF) Specification*, 4 February 2019; ISO 8601-1:2019 and
//! ISO 8601-2:2019. Where they leave room, this module decides:
//!
//! - Seasons are the meteorological ones; 21 to 24 are taken as northern. Winter 2020 runs from December 2020 to
//!   February 2021. Seasons may have qualifiers, unspecified years, and may be ends of intervals.
//! - A qualifier may end any date, also one with `X`, `Y` or `S`. It does not widen the bounds.
//! - Year 0 has no sign. An offset of zero has a plus or is `Z`. Fractions of a second and times without seconds are
//!   not EDTF; neither are times of day in intervals and sets.
//! - `../..` and `/` are intervals of which nothing is known.
//!
//! # Order
//!
//! Dates sort by their first day, then by their last day, then the more precise first, then by their text. An open
//! start comes before all days, an unknown start after it; an unknown end comes after all days, an open end after it.
//! Dates without a year come last. Equal are only dates with equal text.
//!
//! ```
//! use annals::model::date::Edtf;
//!
//! let mut dates: Vec<Edtf> =
//!     ["XXXX-08-24", "2020-05", "2020", "2020-05-01", "2019/.."].iter().map(|text| text.parse().unwrap()).collect();
//! dates.sort();
//! let texts: Vec<&str> = dates.iter().map(Edtf::as_str).collect();
//! assert_eq!(texts, ["2019/..", "2020", "2020-05-01", "2020-05", "XXXX-08-24"]);
//! ```

mod bound;
mod bounds;
mod calendar;
mod day;
mod error;
mod names;
mod order;
mod parse;
mod precision;
#[cfg(not(target_arch = "wasm32"))]
mod reading;
mod remedy;
#[cfg(not(target_arch = "wasm32"))]
mod serial;
mod time;
mod tree;
mod words;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use bound::Bound;
pub use day::{Day, days_in_month, is_leap};
pub use error::{DateError, DateErrorKind};
pub(crate) use names::MONTHS;
pub use precision::Precision;
#[cfg(not(target_arch = "wasm32"))]
pub use reading::DateReading;
pub use words::DateStyle;

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use tree::{End, Mark, Tree};

/// A date in the Extended Date/Time Format: the text as written and the days it can mean.
///
/// Cheap to clone. Serialised as its text, outside of the page.
#[derive(Clone)]
pub struct Edtf {
    text: Arc<str>,
    start: Bound,
    end: Bound,
    precision: Precision,
    mark: Mark,
}

impl Edtf {
    /// Reads a date. Total: any text gives a date or a reason, in time proportional to its length.
    ///
    /// ```
    /// use annals::model::date::{DateErrorKind, Edtf};
    ///
    /// let date = Edtf::parse("2020-05").unwrap();
    /// assert_eq!(date.earliest().unwrap().to_string(), "2020-05-01");
    /// assert_eq!(date.latest().unwrap().to_string(), "2020-05-31");
    ///
    /// let error = Edtf::parse("03/04/2020").unwrap_err();
    /// assert_eq!(error.kind(), DateErrorKind::Ambiguous);
    /// assert_eq!(error.reason(), "03/04/2020 is ambiguous; write 2020-04-03 or 2020-03-04");
    /// ```
    pub fn parse(text: &str) -> Result<Edtf, DateError> {
        parse::tree_with(text, remedy::ALL).map(|tree| Edtf::of(text, &tree))
    }

    /// The same without looking for what was probably meant: less code.
    ///
    /// ```
    /// # use annals::model::date::Edtf;
    /// assert_eq!(Edtf::read("2020-05"), Edtf::parse("2020-05"));
    /// assert_eq!(Edtf::read("03/04/2020").unwrap_err().reason(), "03/04/2020 has more than one /; an interval is a start, one / and an end");
    /// ```
    pub fn read(text: &str) -> Result<Edtf, DateError> {
        parse::tree(text).map(|tree| Edtf::of(text, &tree))
    }

    /// What a text in another notation may mean, in EDTF: none, one, or the two days of an ambiguous one.
    ///
    /// ```
    /// # use annals::model::date::Edtf;
    /// assert_eq!(Edtf::meant("17 Oct 2019"), ["2019-10-17"]);
    /// assert_eq!(Edtf::meant("03/04/2020"), ["2020-04-03", "2020-03-04"]);
    /// ```
    pub fn meant(text: &str) -> Vec<String> {
        if text.len() <= 60 { remedy::meant(text) } else { Vec::new() }
    }

    fn of(text: &str, tree: &Tree) -> Edtf {
        let summary = bounds::summary(tree);
        Edtf {
            text: text.into(),
            start: summary.start,
            end: summary.end,
            precision: summary.precision,
            mark: summary.mark,
        }
    }

    /// The date of one day. Days that cannot be placed become their year, as EDTF has no such days.
    pub fn from_day(day: Day) -> Edtf {
        let (year, ..) = day.ymd();
        let text = if day.is_placeable() { day.to_string() } else { format!("Y{year}") };
        let bound = |day| {
            if Day::is_placeable(day) { Bound::Day(day) } else { Bound::Beyond(day) }
        };
        let whole_year = |month, of_month| Day::new(year, month, of_month).unwrap_or(day);
        let (start, end, precision) = match day.is_placeable() {
            true => (day, day, Precision::Day),
            false => (whole_year(1, 1), whole_year(12, 31), Precision::Year),
        };
        Edtf { text: text.into(), start: bound(start), end: bound(end), precision, mark: Mark::default() }
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first day it can mean; `None` if the start is open or unknown, if it has no year or one beyond ±9999.
    pub fn earliest(&self) -> Option<Day> {
        self.start.day()
    }

    /// The last day it can mean, inclusive; `None` as for [`Edtf::earliest`].
    pub fn latest(&self) -> Option<Day> {
        self.end.day()
    }

    /// Where it starts, or why that is no day.
    pub fn start_bound(&self) -> Bound {
        self.start
    }

    /// Where it ends, or why that is no day.
    pub fn end_bound(&self) -> Bound {
        self.end
    }

    /// How finely it is known.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Whether any of it is marked uncertain, by `?` or `%`.
    pub fn uncertain(&self) -> bool {
        self.mark.uncertain
    }

    /// Whether any of it is marked approximate, by `~` or `%`.
    pub fn approximate(&self) -> bool {
        self.mark.approximate
    }

    /// Whether it is written with a start, a `/` and an end.
    pub fn is_interval(&self) -> bool {
        self.precision == Precision::Interval
    }

    /// Whether it is one of several dates, `[…]`, or all of them, `{…}`.
    pub fn is_set(&self) -> bool {
        self.precision == Precision::Set
    }

    /// Whether it says nothing of the year, as `XXXX-08-24`.
    pub fn is_yearless(&self) -> bool {
        self.start == Bound::Yearless || self.end == Bound::Yearless
    }

    /// Whether it has a place on an axis: at least one end is a day, and no end lies beyond ±9999.
    pub fn placeable(&self) -> bool {
        let is_beyond = |bound| matches!(bound, Bound::Beyond(_));
        (self.earliest().is_some() || self.latest().is_some()) && !is_beyond(self.start) && !is_beyond(self.end)
    }

    /// Whether the day is not ruled out. Open and unknown ends rule out nothing; a date without a year covers no day.
    pub fn covers(&self, day: Day) -> bool {
        self.start.is_before_or_on(day) && self.end.is_after_or_on(day)
    }

    /// Whether some day is not ruled out by either of two dates.
    ///
    /// ```
    /// # use annals::model::date::Edtf;
    /// let term = Edtf::parse("2019-09/..").unwrap();
    /// assert!(term.overlaps(&Edtf::parse("2019").unwrap()));
    /// assert!(!term.overlaps(&Edtf::parse("../2019-08").unwrap()));
    /// ```
    pub fn overlaps(&self, other: &Edtf) -> bool {
        self.start.is_not_after(other.end) && other.start.is_not_after(self.end)
    }

    /// The start of an interval, `None` if open or unknown; of anything else the date itself.
    pub fn start(&self) -> Option<Edtf> {
        self.side(|start, _| start)
    }

    /// The end of an interval, `None` if open or unknown; of anything else the date itself.
    pub fn end(&self) -> Option<Edtf> {
        self.side(|_, end| end)
    }

    fn side(&self, choose: for<'a> fn(End<'a>, End<'a>) -> End<'a>) -> Option<Edtf> {
        if !self.is_interval() {
            return Some(self.clone());
        }
        match parse::tree(&self.text) {
            Ok(Tree::Interval(start, end)) => match choose(start, end) {
                End::Date(date) => Edtf::read(date.written).ok(),
                End::Open | End::Unknown => None,
            },
            _ => None,
        }
    }

    /// The time of day with its offset, as written after the `T`.
    ///
    /// ```
    /// # use annals::model::date::Edtf;
    /// let date = Edtf::parse("2019-11-16T23:30:00-12:00").unwrap();
    /// assert_eq!(date.time_of_day(), Some("23:30:00-12:00"));
    /// assert_eq!(date.latest().unwrap().to_string(), "2019-11-16");
    /// ```
    pub fn time_of_day(&self) -> Option<&str> {
        Some(self.text.split_once('T')?.1)
    }

    /// The date in words, with its own precision, never in ambiguous numbers.
    ///
    /// ```
    /// use annals::model::date::{DateStyle, Edtf};
    ///
    /// let date = Edtf::parse("2021-05~").unwrap();
    /// assert_eq!(date.print(DateStyle::En), "about May 2021");
    /// assert_eq!(date.print(DateStyle::Zh), "约2021年5月");
    /// ```
    pub fn print(&self, style: DateStyle) -> String {
        words::print(&self.text, style, false)
    }

    /// As [`Edtf::print`], for tight places: months in three letters, less said of years before year 1.
    ///
    /// ```
    /// # use annals::model::date::{DateStyle, Edtf};
    /// assert_eq!(Edtf::parse("2019-11-16").unwrap().print_short(DateStyle::En), "16 Nov 2019");
    /// ```
    pub fn print_short(&self, style: DateStyle) -> String {
        words::print(&self.text, style, true)
    }
}

impl FromStr for Edtf {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Edtf, DateError> {
        Edtf::parse(text)
    }
}

impl From<Day> for Edtf {
    fn from(day: Day) -> Edtf {
        Edtf::from_day(day)
    }
}

/// The text as written.
impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Edtf({})", self.text)
    }
}
