//! Dates in words. What is to be said is found out here, once; how it is said is left to one file per language.

mod en;
mod zh;

use super::bounds;
use super::day::{Day, days_in_month};
use super::parse;
use super::time::{Clock, clock};
use super::tree::{Date, Digits, End, Mark, Member, Part, Tree, Year};

/// How a date is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// English words: `16 November 2019`.
    En,
    /// Simplified Chinese: `2019年11月16日`.
    Zh,
    /// As written: `2019-11-16`.
    Iso,
}

/// A written date in words; a text that is no date comes back as it is.
pub(super) fn print(text: &str, style: DateStyle, short: bool) -> String {
    let Ok(tree) = parse::tree(text) else {
        return text.to_owned();
    };
    match style {
        DateStyle::En => say(&en::English { short }, &tree),
        DateStyle::Zh => say(&zh::Chinese { short }, &tree),
        DateStyle::Iso => text.to_owned(),
    }
}

/// What a language has to be able to say.
trait Language {
    fn date(&self, shape: &Shape<'_>) -> String;
    /// An interval; `Err` holds whether the end is open (else it is unknown).
    fn interval(&self, start: Result<String, bool>, end: Result<String, bool>) -> String;
    fn range(&self, first: &str, last: &str) -> String;
    fn or_earlier(&self, date: &str) -> String;
    fn or_later(&self, date: &str) -> String;
    fn set(&self, all: bool, members: &[String]) -> String;
}

fn say(language: &impl Language, tree: &Tree<'_>) -> String {
    let date = |date: &Date<'_>| language.date(&Shape::of(date));
    match tree {
        Tree::Date(single) => date(single),
        Tree::Interval(start, end) => {
            let side = |end: &End<'_>| match end {
                End::Date(single) => Ok(date(single)),
                End::Open => Err(true),
                End::Unknown => Err(false),
            };
            language.interval(side(start), side(end))
        }
        Tree::Set { all, members } => {
            let member = |member: &Member<'_>| match member {
                Member::One(single) => date(single),
                Member::Earlier(last) => language.or_earlier(&date(last)),
                Member::Later(first) => language.or_later(&date(first)),
                Member::Range(first, last) => language.range(&date(first), &date(last)),
            };
            language.set(*all, &members.iter().map(member).collect::<Vec<_>>())
        }
    }
}

/// What there is to say of one date.
struct Shape<'a> {
    written: &'a str,
    year: YearShape,
    part: PartShape,
    clock: Option<Clock<'a>>,
    /// The qualifiers of the components there are.
    marks: &'a [Mark],
}

enum YearShape {
    Known(i64),
    /// Too large for numbers to be of use.
    Huge,
    /// The decade from this year, where `2010s` cannot be taken for a century.
    Decade(i64),
    /// One of the years from first to last; `true` if any of them.
    Between(i64, i64, bool),
    /// About the first, between the second and the third.
    Rounded(i64, i64, i64),
    Blank,
}

enum PartShape {
    Whole,
    Group(u8),
    Month(i64),
    AnyMonth,
    OneOfMonths(Choice),
    Day(i64, i64),
    /// Any day of one month.
    DayOf(i64),
    AnyDay,
    /// One day of any month.
    DayOfAnyMonth(i64),
    OneOfDays(i64, Choice),
    /// Too intricate for words: first and last day.
    Odd(Option<(Day, Day)>),
}

/// Numbers of which one is meant.
enum Choice {
    /// All from one to another, more than three.
    Run(i64, i64),
    Few(Vec<i64>),
}

impl<'a> Shape<'a> {
    fn of(date: &'a Date<'a>) -> Shape<'a> {
        Shape {
            written: date.written,
            year: year_shape(date.year),
            part: part_shape(date),
            clock: date.time.map(clock),
            marks: &date.marks[..date.part.depth()],
        }
    }

    /// Whether all components are approximate, and whether all are uncertain.
    fn overall(&self) -> Mark {
        let all = |holds: fn(&Mark) -> bool| self.marks.iter().all(holds);
        Mark { approximate: all(|mark| mark.approximate), uncertain: all(|mark| mark.uncertain) }
    }

    /// Whether it names one year and no unknown part of it: then "about" can stand before it.
    fn is_definite(&self) -> bool {
        matches!(self.year, YearShape::Known(_) | YearShape::Huge | YearShape::Rounded(..))
            && matches!(self.part, PartShape::Whole | PartShape::Group(_) | PartShape::Month(_) | PartShape::Day(..))
    }

    /// Adds to the notes which components are qualified, beyond what holds for all of them.
    /// `words`: for uncertain, approximate, and both.
    fn note_marks(&self, notes: &mut Vec<String>, names: [&str; 3], and: &str, words: [&str; 3]) {
        let overall = self.overall();
        for (index, word) in words.into_iter().enumerate() {
            let wanted = Mark { uncertain: index != 1, approximate: index != 0 };
            let is_wanted = |mark: &Mark| {
                wanted.uncertain == (mark.uncertain && !overall.uncertain)
                    && wanted.approximate == (mark.approximate && !overall.approximate)
            };
            let marked: Vec<&str> =
                names.into_iter().zip(self.marks).filter(|(_, mark)| is_wanted(mark)).map(|(name, _)| name).collect();
            if !marked.is_empty() {
                notes.push(format!("{}{word}", marked.join(and)));
            }
        }
    }
}

fn year_shape(year: Year) -> YearShape {
    let (low, high) = year.range();
    match year {
        _ if year.is_blank() => YearShape::Blank,
        _ if low.abs().max(high.abs()) >= Day::MAX_YEAR => YearShape::Huge,
        Year::Rounded { estimate, dropped: 1.. } => YearShape::Rounded(estimate, low, high),
        Year::Four { digits, .. } if low != high => match digits.first_unknown() {
            3 if low >= 1000 && low % 100 != 0 => YearShape::Decade(low),
            _ => YearShape::Between(low, high, digits.is_prefix()),
        },
        _ => YearShape::Known(low),
    }
}

fn part_shape(date: &Date<'_>) -> PartShape {
    match date.part {
        Part::Whole => PartShape::Whole,
        Part::Group(group) => PartShape::Group(group),
        Part::Month(months) => match months.known() {
            Some(month) => PartShape::Month(month),
            None if months.is_blank() => PartShape::AnyMonth,
            None => PartShape::OneOfMonths(Choice::of(months, 12)),
        },
        Part::Day(months, days) => match (months.known(), days.known()) {
            (Some(month), Some(day)) => PartShape::Day(month, day),
            (Some(month), None) if days.is_blank() => PartShape::DayOf(month),
            (Some(month), None) => {
                // Year 0 is a leap year.
                let length = days_in_month(date.year.known().unwrap_or(0), month as u8);
                PartShape::OneOfDays(month, Choice::of(days, length.into()))
            }
            (None, None) if months.is_blank() && days.is_blank() => PartShape::AnyDay,
            (None, Some(day)) if months.is_blank() => PartShape::DayOfAnyMonth(day),
            _ => PartShape::Odd(bounds::span(date)),
        },
    }
}

impl Choice {
    fn of(digits: Digits<2>, most: i64) -> Choice {
        let fits: Vec<i64> = (1..=most).filter(|number| digits.matches(*number)).collect();
        match fits[..] {
            [first, _, _, .., last] if last - first + 1 == fits.len() as i64 => Choice::Run(first, last),
            _ => Choice::Few(fits),
        }
    }
}
