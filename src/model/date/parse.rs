//! The grammar of intervals, sets and times of day around single dates: text to tree, or the reason why not.
//!
//! Each character is read once or twice, so the time grows with the length, which is capped.

use super::bounds;
use super::calendar::calendar;
use super::error::{DateError, DateErrorKind as Kind};
use super::remedy;
use super::time;
use super::tree::{Date, End, Member, Part, Tree};

/// Longest text that is read, in bytes. Single dates need fewer than 40; the room is for sets.
pub(super) const MAX_LENGTH: usize = 1024;

pub(super) type Result<T> = std::result::Result<T, DateError>;

pub(super) fn fail<T>(kind: Kind, reason: impl Into<Box<str>>) -> Result<T> {
    Err(DateError::new(kind, reason))
}

/// What is made of errors: looking for what was probably meant takes more code than the grammar, and is for those who ask.
#[derive(Clone, Copy)]
pub(super) struct Remedies {
    /// Of a text.
    pub alone: fn(&str, DateError) -> DateError,
    /// Of the end of an interval, after its start.
    pub end: fn(&str, &str, DateError) -> DateError,
}

/// Errors as the grammar gives them.
const PLAIN: Remedies = Remedies { alone: |_, error| error, end: |_, _, error| error };

/// Reads any text.
pub(super) fn tree(text: &str) -> Result<Tree<'_>> {
    tree_with(text, PLAIN)
}

/// Reads any text, with these remedies in errors.
pub(super) fn tree_with(text: &str, remedies: Remedies) -> Result<Tree<'_>> {
    if text.is_empty() {
        return fail(Kind::Empty, "the date is empty; write a year such as 2021, or leave the field out");
    }
    if text.len() > MAX_LENGTH {
        let length = text.len();
        return fail(Kind::Length, format!("the date has {length} bytes; at most {MAX_LENGTH} are read"));
    }
    remedy::alphabet(text).and_then(|()| form(text, remedies)).map_err(|error| (remedies.alone)(text, error))
}

fn form(text: &str, remedies: Remedies) -> Result<Tree<'_>> {
    if text.starts_with(['[', '{']) {
        set(text)
    } else if text.contains('/') {
        interval(text, remedies)
    } else if text == ".." {
        fail(Kind::Interval, ".. alone is not a date; write 2021/.. for an open end or ../2021 for an open start")
    } else {
        date(text).map(Tree::Date)
    }
}

fn interval(text: &str, remedies: Remedies) -> Result<Tree<'_>> {
    let mut ends = text.split('/');
    let (Some(start), Some(end), None) = (ends.next(), ends.next(), ends.next()) else {
        return fail(Kind::Interval, format!("{text} has more than one /; an interval is a start, one / and an end"));
    };
    let read = |side| match side {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        _ if side.contains("..") => fail(
            Kind::Interval,
            format!("{side} is not an end of an interval; write a date, or .. alone for an open end"),
        ),
        _ => day_only(side).map_err(|error| (remedies.alone)(side, error)).map(End::Date),
    };
    let first = read(start)?;
    let last = read(end).map_err(|error| (remedies.end)(start, end, error))?;
    if let (End::Date(first), End::Date(last)) = (&first, &last) {
        in_order(first, last)?;
    }
    Ok(Tree::Interval(first, last))
}

fn in_order(start: &Date<'_>, end: &Date<'_>) -> Result<()> {
    match (bounds::span(start), bounds::span(end)) {
        (Some((first, _)), Some((_, last))) if first > last => {
            let (start, end) = (start.written, end.written);
            fail(Kind::Order, format!("the start {start} is later than the end {end}; put the earlier date first"))
        }
        _ => Ok(()),
    }
}

fn set(text: &str) -> Result<Tree<'_>> {
    let all = text.starts_with('{');
    let close = if all { '}' } else { ']' };
    let Some(inner) = text[1..].strip_suffix(close) else {
        return fail(Kind::Set, format!("{text} is a set without its closing {close}"));
    };
    let texts: Vec<&str> = inner.split(',').collect();
    let members: Result<Vec<Member<'_>>> =
        texts.iter().enumerate().map(|(index, text)| member(text, index == 0, index + 1 == texts.len())).collect();
    Ok(Tree::Set { all, members: members? })
}

fn member(text: &str, is_first: bool, is_last: bool) -> Result<Member<'_>> {
    let stray = "a member of a set is missing; write dates with one comma between them, and .. only before the first, \
                 after the last or between two";
    match text.split_once("..") {
        None if text.is_empty() => fail(Kind::Set, stray),
        None => day_only(text).map(Member::One),
        Some((first, last)) if (first.is_empty() && last.is_empty()) || last.contains("..") => fail(Kind::Set, stray),
        Some(("", last)) if is_first => day_only(last).map(Member::Earlier),
        Some((first, "")) if is_last => day_only(first).map(Member::Later),
        Some(("", _) | (_, "")) => fail(Kind::Set, stray),
        Some((first, last)) => {
            let (first, last) = (day_only(first)?, day_only(last)?);
            if first.part.depth() != last.part.depth() {
                return fail(Kind::Set, format!("{text}: write both ends of a range as years, months or days alike"));
            }
            in_order(&first, &last)?;
            Ok(Member::Range(first, last))
        }
    }
}

/// A date without time of day, as ends of intervals and members of sets are.
fn day_only(text: &str) -> Result<Date<'_>> {
    if text.contains('T') {
        return fail(Kind::Time, format!("{text} has a time of day; leave it out, intervals and sets have days only"));
    }
    calendar(text)
}

fn date(text: &str) -> Result<Date<'_>> {
    let Some((day, clock)) = text.split_once('T') else {
        return calendar(text);
    };
    if day.is_empty() {
        return fail(Kind::Time, format!("{text} is a time of day alone; write the day before the T"));
    }
    let date = calendar(day)?;
    let is_day = matches!(date.part, Part::Day(..)) && day.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-'));
    if !is_day {
        return fail(Kind::Time, format!("a time of day needs a full day before the T; {day} is none"));
    }
    time::check(clock)?;
    Ok(Date { written: text, time: Some(clock), ..date })
}
