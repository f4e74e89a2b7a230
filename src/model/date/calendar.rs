//! The grammar of a single date: year, month or part of the year, day, with their qualifiers.

use super::Day;
use super::bounds;
use super::error::DateErrorKind as Kind;
use super::parse::{Result, fail};
use super::tree::{Date, Digits, Mark, Part, Year};

/// What is still to be read of a date.
struct Cursor<'a>(&'a str);

impl<'a> Cursor<'a> {
    fn eat(&mut self, wanted: char) -> bool {
        let rest = self.0.strip_prefix(wanted);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn digits(&mut self) -> &'a str {
        let end = self.0.bytes().position(|byte| !matches!(byte, b'0'..=b'9' | b'X')).unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        digits
    }

    fn mark(&mut self) -> Mark {
        let (uncertain, approximate) = match self.0.as_bytes().first() {
            Some(b'?') => (true, false),
            Some(b'~') => (false, true),
            Some(b'%') => (true, true),
            _ => return Mark::default(),
        };
        self.0 = &self.0[1..];
        Mark { uncertain, approximate }
    }
}

/// Reads a date without time of day.
pub(super) fn calendar(text: &str) -> Result<Date<'_>> {
    let mut cursor = Cursor(text);
    let mut date =
        Date { written: text, year: Year::Long(0), part: Part::Whole, time: None, marks: [Mark::default(); 3] };
    let mut fields = [""; 2];
    for index in 0.. {
        let left = cursor.mark();
        match index {
            0 => date.year = year(&mut cursor, text)?,
            _ => fields[index - 1] = two_digits(&mut cursor, text, ["month", "day"][index - 1])?,
        }
        // On the left of a component a qualifier is for that component, on the right for all up to it.
        let right = cursor.mark();
        date.marks[index] = date.marks[index].join(left);
        for mark in &mut date.marks[..=index] {
            *mark = mark.join(right);
        }
        if cursor.0.is_empty() {
            break;
        }
        if index == 2 || !cursor.eat('-') {
            return leftover(text, cursor.0);
        }
        if !matches!(date.year, Year::Four { .. }) {
            return fail(Kind::Year, format!("{text}: a year with Y or S stands alone, without month or day"));
        }
    }
    date.part = part(fields, text)?;
    bounds::check(&date)?;
    Ok(date)
}

fn leftover<T>(text: &str, rest: &str) -> Result<T> {
    if rest.starts_with(['?', '~', '%']) {
        return fail(Kind::Qualifier, format!("{text}: write one of ? ~ % at one place; % stands for both ? and ~"));
    }
    fail(Kind::Form, format!("{text} is not a date: nothing can be made of {rest}; write a date such as 2021-05-17"))
}

fn year(cursor: &mut Cursor<'_>, text: &str) -> Result<Year> {
    if cursor.eat('Y') {
        return long_year(cursor, text);
    }
    let negative = cursor.eat('-');
    let written = cursor.digits();
    let Some(digits) = Digits::read(written) else {
        let is_zero = written.bytes().all(|byte| byte == b'0');
        let (sign, length) = (if negative && !is_zero { "-" } else { "" }, written.len());
        return match length {
            0 => fail(Kind::Form, format!("{text} does not begin with a year; write a date such as 2021-05-17")),
            3 => fail(
                Kind::Padding,
                format!(
                    "the year {written} needs four digits; write {sign}0{written} for the year or {sign}{written}X for the decade"
                ),
            ),
            1 | 2 => fail(Kind::Padding, format!("the year {written} needs four digits; write {sign}{written:0>4}")),
            _ if written.starts_with('0') || written.contains('X') => {
                fail(Kind::Year, format!("the year {written} has {length} digits; years have four"))
            }
            _ => fail(
                Kind::Year,
                format!(
                    "the year {written} has {length} digits; write Y{sign}{written}, years of more than four digits begin with Y"
                ),
            ),
        };
    };
    if negative && digits.known() == Some(0) {
        return fail(Kind::Year, "year 0 has no sign; write 0000");
    }
    match digits.known() {
        None if cursor.0.starts_with('S') => fail(Kind::Year, format!("{text}: S needs a year whose digits are known")),
        Some(value) if cursor.eat('S') => {
            let length = value.checked_ilog10().map_or(0, |log| log + 1);
            rounded(cursor, text, if negative { -value } else { value }, 4, length)
        }
        _ => Ok(Year::Four { negative, digits }),
    }
}

fn long_year(cursor: &mut Cursor<'_>, text: &str) -> Result<Year> {
    let negative = cursor.eat('-');
    let digits = cursor.digits();
    if digits.is_empty() || digits.starts_with('0') || digits.contains('X') {
        return fail(Kind::Year, format!("{text}: after Y come the known digits of a year, the first not 0"));
    }
    let mut exponent = 0;
    if cursor.eat('E') {
        let Some(power) = number(cursor.digits()) else {
            return fail(Kind::Year, format!("{text}: after E comes a number, as in Y17E7"));
        };
        exponent = power;
    } else if digits.len() <= 4 {
        let sign = if negative { "-" } else { "" };
        return fail(Kind::Year, format!("{text}: Y is for years of more than four digits; write {sign}{digits:0>4}"));
    }
    let factor = 10_i64.saturating_pow(exponent);
    let value = digits.parse::<i64>().unwrap_or(i64::MAX).saturating_mul(factor).min(Day::MAX_YEAR);
    let value = if negative { -value } else { value };
    if cursor.eat('S') {
        let length = exponent.saturating_add(digits.len() as u32);
        return rounded(cursor, text, value, length, length);
    }
    Ok(Year::Long(value))
}

fn rounded(cursor: &mut Cursor<'_>, text: &str, estimate: i64, written: u32, length: u32) -> Result<Year> {
    match number(cursor.digits()) {
        Some(significant) if (1..=written).contains(&significant) => {
            Ok(Year::Rounded { estimate, dropped: length.saturating_sub(significant) })
        }
        _ => fail(Kind::Year, format!("{text}: after S comes the number of significant digits, from 1 to {written}")),
    }
}

/// A number of known digits, held at the largest that fits.
fn number(digits: &str) -> Option<u32> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u32::MAX))
}

fn two_digits<'a>(cursor: &mut Cursor<'a>, text: &str, name: &str) -> Result<&'a str> {
    let digits = cursor.digits();
    match digits.len() {
        2 => Ok(digits),
        1 => fail(Kind::Padding, format!("the {name} {digits} in {text} needs two digits; write 0{digits}")),
        0 => leftover(text, if cursor.0.is_empty() { "the last -" } else { cursor.0 }),
        _ => fail(Kind::Padding, format!("the {name} {digits} in {text} has more than two digits")),
    }
}

fn part([month, day]: [&str; 2], text: &str) -> Result<Part> {
    let Some(months) = Digits::<2>::read(month) else {
        return Ok(Part::Whole);
    };
    let days = Digits::<2>::read(day);
    match (months.known(), days) {
        (Some(21..=41), Some(_)) => {
            fail(Kind::Month, format!("{text}: {month} is a season or other part of a year, which has no days"))
        }
        (Some(group @ 21..=41), None) => Ok(Part::Group(group as u8)),
        (Some(..=0 | 13..), _) => fail(
            Kind::Month,
            format!(
                "month {month} does not exist; months run from 01 to 12, seasons and other parts of a year from 21 to 41"
            ),
        ),
        (None, _) if !(1..=12).any(|number| months.matches(number)) => {
            fail(Kind::Unspecified, format!("no month from 01 to 12 fits {month}"))
        }
        (_, Some(days)) => Ok(Part::Day(months, days)),
        (_, None) => Ok(Part::Month(months)),
    }
}
