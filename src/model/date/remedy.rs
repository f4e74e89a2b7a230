//! Better reasons for dates in other notations: what was probably meant, in EDTF.

use super::day::Day;
use super::error::{DateError, DateErrorKind as Kind};
use super::names::{MONTHS, SEASONS};
use super::parse::{self, fail};

/// Characters between the numbers of dates that people write.
const SEPARATORS: &str = "-/., \u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}年月日号";

/// Errors that say what was probably meant.
pub(super) const ALL: parse::Remedies = parse::Remedies { alone: improve, end: complete_end };

/// Refuses characters that no date has, so that the grammar meets ASCII only.
pub(super) fn alphabet(text: &str) -> Result<(), DateError> {
    let is_known = |c: char| c.is_ascii_digit() || "-+:./,[]{}?~%XYESTZ".contains(c);
    let Some(stray) = text.chars().find(|c| !is_known(*c)) else {
        return Ok(());
    };
    let capital = stray.to_ascii_uppercase();
    let reason = match stray {
        stray if stray.is_whitespace() => "the date has a space in it; write it without, such as 2021-05-17".to_owned(),
        _ if is_known(capital) => format!("{stray} has no place in a date; write {capital}"),
        // Controls and marks that turn the direction of text are shown as escapes.
        _ => {
            format!("{} has no place in a date; write a date such as 2021-05-17, 2021-05 or 2021", stray.escape_debug())
        }
    };
    fail(Kind::Character, reason)
}

/// The error with what was probably meant, if the fault is one of notation and a reading can be found.
fn improve(text: &str, error: DateError) -> DateError {
    let is_notation =
        matches!(error.kind(), Kind::Character | Kind::Form | Kind::Padding | Kind::Year | Kind::Interval);
    let meant = if is_notation && text.len() <= 60 { meant(text) } else { Vec::new() };
    let shown = text.escape_debug();
    match &meant[..] {
        [] if is_notation => impossible(text).unwrap_or(error),
        [] => error,
        [one] => {
            let is_padding = error.kind() == Kind::Padding && !text.contains('/');
            let kind = if is_padding { Kind::Padding } else { Kind::Form };
            DateError::new(kind, format!("{shown} is not written as an EDTF date; write {one}"))
        }
        [one, other, ..] => DateError::new(Kind::Ambiguous, format!("{shown} is ambiguous; write {one} or {other}")),
    }
}

/// The error of an end that leaves out what it shares with the start, as ISO 8601-1 permits and EDTF does not.
fn complete_end(start: &str, end: &str, error: DateError) -> DateError {
    let shared = start.len().checked_sub(end.len()).and_then(|length| start.get(..length)).unwrap_or_default();
    let full = format!("{start}/{shared}{end}");
    if shared.is_empty() || parse::tree(&full).is_err() {
        return error;
    }
    DateError::new(Kind::Padding, format!("the end {end} leaves out what it shares with the start; write {full}"))
}

/// Why three numbers in another notation are no day, whichever is taken for the month: `31/02/2025`.
fn impossible(text: &str) -> Option<DateError> {
    let (numbers, named) = numbers(text)?;
    let orders = match numbers.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [year, m, d] if year.len() == 4 => vec![(year, m, d)],
        [a, b, year] if year.len() == 4 && named == Some(0) => vec![(year, a, b)],
        [a, b, year] if year.len() == 4 && named == Some(1) => vec![(year, b, a)],
        [a, b, year] if year.len() == 4 => vec![(year, b, a), (year, a, b)],
        _ => return None,
    };
    let fault = |(year, month, day): (&str, &str, &str)| {
        let error = parse::tree(&format!("{year}-{month:0>2}-{day:0>2}")).err()?;
        matches!(error.kind(), Kind::Day | Kind::Month).then_some(error)
    };
    let mut faults: Vec<DateError> = orders.into_iter().filter_map(fault).collect();
    let at = faults.iter().position(|error| error.kind() == Kind::Day).unwrap_or(0);
    (at < faults.len()).then(|| faults.swap_remove(at))
}

/// Dates that may have been meant.
pub(super) fn meant(text: &str) -> Vec<String> {
    let is_year = |year: &&str| year.len() == 4 && is_number(year);
    if let Some(year) = text.strip_suffix('s').filter(is_year).filter(|year| year.ends_with('0')) {
        let century = year.ends_with("00").then(|| format!("{}XX", &year[..2]));
        return [format!("{}X", &year[..3])].into_iter().chain(century).collect();
    }
    let about = ["circa", "ca.", "ca", "c.", "约"].into_iter().find_map(|about| text.strip_prefix(about));
    if let Some(year) = about.map(str::trim).filter(is_year) {
        return vec![format!("{year}~")];
    }
    let read = numbers(text).map(|(numbers, named)| candidates(text, &numbers, named)).unwrap_or_default();
    if read.is_empty() { tidied(text).into_iter().collect() } else { read }
}

/// The text with EDTF's own characters, words and no spaces, if that makes it a date.
fn tidied(text: &str) -> Option<String> {
    // A space after a day can stand for the T before a time.
    let timed = text.replacen(' ', "T", 1);
    let words = text.to_ascii_lowercase().replace("unknown", "");
    let words = ["open", "present", "now"].iter().fold(words, |text, word| text.replace(word, ".."));
    let tidy = |text: &str| text.chars().filter(|c| !c.is_whitespace()).map(tidy_char).collect::<String>();
    [tidy(&timed), tidy(&words)].into_iter().find(|tidy| tidy != text && parse::tree(tidy).is_ok())
}

fn tidy_char(c: char) -> char {
    match c {
        'u' => 'X',
        '\u{2010}'..='\u{2014}' | '\u{2212}' => '-',
        // Full-width forms stand in the order of ASCII.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c.to_ascii_uppercase(),
    }
}

fn candidates(text: &str, numbers: &[String], named: Option<usize>) -> Vec<String> {
    let day = |year: &str, month: &str, day: &str| {
        let text = format!("{year}-{month:0>2}-{day:0>2}");
        Day::parse(&text).is_some().then_some(text)
    };
    let is_year = |number: &str| number.len() == 4;
    match numbers.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [year, m, d] if is_year(year) => day(year, m, d).into_iter().collect(),
        [a, b, year] if is_year(year) => {
            let day_first = day(year, b, a).filter(|_| named != Some(0));
            let month_first = day(year, a, b).filter(|_| named != Some(1));
            let mut both: Vec<String> = day_first.into_iter().chain(month_first).collect();
            both.dedup();
            both
        }
        [run] if run.len() == 8 && text.len() == 8 => day(&run[..4], &run[4..6], &run[6..]).into_iter().collect(),
        [year, end] if is_year(year) && is_year(end) && year <= end => {
            vec![format!("{year}/{end}")]
        }
        [month, year] if is_year(year) => month_of(year, month).into_iter().collect(),
        [year, part] if is_year(year) => {
            let end = format!("{}{part:0>2}", &year[..2]);
            let years = (text.contains('/') && end.as_str() > year).then(|| format!("{year}/{end}"));
            month_of(year, part).into_iter().chain(years).collect()
        }
        _ => Vec::new(),
    }
}

/// The month, season or quarter of a year.
fn month_of(year: &str, month: &str) -> Option<String> {
    matches!(month.parse(), Ok(1..=12 | 21..=41)).then(|| format!("{year}-{month:0>2}"))
}

/// The numbers in a text of at most three numbers and separators, and the index of one that is written as a name.
fn numbers(text: &str) -> Option<(Vec<String>, Option<usize>)> {
    if text.starts_with(['-', '\u{2212}']) {
        return None;
    }
    let mut named = None;
    let mut numbers = Vec::new();
    for word in text.split(|c| SEPARATORS.contains(c)).filter(|word| !word.is_empty()) {
        if is_number(word) && matches!(word.len(), 1 | 2 | 4 | 8) {
            numbers.push(word.to_owned());
        } else {
            named = Some(numbers.len());
            numbers.push(name_number(word)?.to_string());
        }
    }
    (numbers.len() <= 3).then_some((numbers, named))
}

/// The number in EDTF of an English month or season, a quarter such as Q3 or a half such as H1.
fn name_number(word: &str) -> Option<usize> {
    let find = |names: &[&str]| names.iter().position(|name| is_name(word, name));
    find(&MONTHS).map(|at| at + 1).or_else(|| find(&SEASONS).map(|at| at + 21)).or(match word {
        "Q1" => Some(33),
        "Q2" => Some(34),
        "Q3" => Some(35),
        "Q4" => Some(36),
        "H1" => Some(40),
        "H2" => Some(41),
        "Fall" | "fall" => Some(23),
        _ => None,
    })
}

/// Whether a word is an English name or its first three letters or more, in any case.
fn is_name(word: &str, name: &str) -> bool {
    word.len() >= 3 && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
