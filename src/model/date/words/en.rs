//! Dates in English.

use super::super::bounds::group_months;
use super::super::day::Day;
use super::super::names::{SEASONS, month_name};
use super::{Choice, Clock, Language, PartShape, Shape, YearShape};

pub(super) struct English {
    pub short: bool,
}

impl Language for English {
    fn date(&self, shape: &Shape<'_>) -> String {
        let overall = shape.overall();
        let mut notes = Vec::new();
        let mut text = self.core(shape, &mut notes);
        if let Some(Clock { time, offset }) = shape.clock {
            text = format!("{text}, {}{}", time.strip_suffix(":00").unwrap_or(time), offset_words(offset));
        }
        if overall.approximate && shape.is_definite() {
            text.insert_str(0, "about ");
        } else if overall.approximate {
            notes.push("approximate".to_owned());
        }
        if overall.uncertain {
            notes.push("uncertain".to_owned());
        }
        let names =
            ["year", if matches!(shape.part, PartShape::Group(_)) { "part of the year" } else { "month" }, "day"];
        shape.note_marks(&mut notes, names, " and ", [" uncertain", " approximate", " uncertain and approximate"]);
        if notes.is_empty() { text } else { format!("{text} ({})", notes.join(", ")) }
    }

    fn interval(&self, start: Result<String, bool>, end: Result<String, bool>) -> String {
        match (start, end) {
            (Ok(start), Ok(end)) => self.range(&start, &end),
            (Ok(start), Err(true)) => format!("from {start}, open end"),
            (Ok(start), Err(false)) => format!("from {start}, end unknown"),
            (Err(true), Ok(end)) => format!("until {end}"),
            (Err(false), Ok(end)) => format!("until {end}, start unknown"),
            (Err(start), Err(end)) => {
                let start = if start { "open start" } else { "start unknown" };
                format!("{start}, {}", if end { "open end" } else { "end unknown" })
            }
        }
    }

    fn range(&self, first: &str, last: &str) -> String {
        format!("{first} to {last}")
    }

    fn or_earlier(&self, date: &str) -> String {
        format!("{date} or earlier")
    }

    fn or_later(&self, date: &str) -> String {
        format!("{date} or later")
    }

    fn set(&self, all: bool, members: &[String]) -> String {
        format!("{} {}", if all { "all of:" } else { "one of:" }, members.join("; "))
    }
}

impl English {
    fn core(&self, shape: &Shape<'_>, notes: &mut Vec<String>) -> String {
        if let PartShape::Odd(days) = &shape.part {
            notes.push(format!("written {}", shape.written));
            return match days {
                Some((first, last)) if first == last => self.day(*first),
                Some((first, last)) => {
                    format!("a day between {} and {}", self.day(*first), self.day(*last))
                }
                None => "a day, year unknown".to_owned(),
            };
        }
        // What joins the part of a year to the year depends on the part.
        let (part, join) = self.part(&shape.part, notes);
        let is_loose = join == " in ";
        match shape.year {
            YearShape::Blank if part.is_empty() => "year unknown".to_owned(),
            YearShape::Blank => format!("{part}, year unknown"),
            YearShape::Known(year) => {
                if year <= 0 && !self.short {
                    notes.insert(0, format!("year {year}"));
                }
                format!("{part}{join}{}", year_words(year))
            }
            YearShape::Huge => format!("year {}", shape.written.trim_matches(['Y', '?', '~', '%'])),
            YearShape::Decade(year) if part.is_empty() => format!("{year}s"),
            YearShape::Decade(year) if is_loose => format!("{part} in the {year}s"),
            YearShape::Decade(year) => format!("{part}, in the {year}s"),
            YearShape::Between(first, last, any) => {
                if !any {
                    notes.push(format!("written {}", shape.written));
                }
                let years = format!("between {} and {}", year_words(first), year_words(last));
                match part.is_empty() {
                    true => years,
                    false if is_loose => format!("{part} {years}"),
                    false => format!("{part}, {years}"),
                }
            }
            YearShape::Rounded(estimate, first, last) => {
                notes.push(format!("between {} and {}", year_words(first), year_words(last)));
                let about = if shape.overall().approximate { "" } else { "about " };
                format!("{about}{}", year_words(estimate))
            }
        }
    }

    fn part(&self, part: &PartShape, notes: &mut Vec<String>) -> (String, &'static str) {
        match part {
            PartShape::Whole => (String::new(), ""),
            PartShape::Group(group) => self.group(*group, notes),
            PartShape::Month(month) => (self.month(*month).to_owned(), " "),
            PartShape::AnyMonth => ("a month".to_owned(), " in "),
            PartShape::OneOfMonths(choice) => {
                (choice_words("a month", choice, |month| self.month(month).to_owned()), " ")
            }
            PartShape::Day(month, day) => (format!("{day} {}", self.month(*month)), " "),
            PartShape::DayOf(month) => (format!("a day in {}", self.month(*month)), " "),
            PartShape::AnyDay => ("a day".to_owned(), " in "),
            PartShape::DayOfAnyMonth(day) => (format!("{day}{} of an unknown month", ordinal_ending(*day)), " in "),
            PartShape::OneOfDays(month, choice) => {
                (format!("{} {}", choice_words("a day", choice, |day| day.to_string()), self.month(*month)), " ")
            }
            PartShape::Odd(_) => (String::new(), ""),
        }
    }

    fn group(&self, group: u8, notes: &mut Vec<String>) -> (String, &'static str) {
        let season = |first| SEASONS[usize::from((group - first) % 4)].to_owned();
        match group {
            21..=24 => (season(21), " "),
            25..=28 => {
                notes.push("Northern Hemisphere".to_owned());
                (season(25), " ")
            }
            29..=32 => {
                notes.push("Southern Hemisphere".to_owned());
                (season(29), " ")
            }
            33..=36 => (format!("Q{}", group - 32), " "),
            37..=39 => {
                let first = i64::from(group_months(group).0);
                notes.push(format!("{} to {}", self.month(first), self.month(first + 3)));
                (format!("{} third", ["first", "second", "last"][usize::from(group - 37)]), " of ")
            }
            _ => (if group == 40 { "first half" } else { "second half" }.to_owned(), " of "),
        }
    }

    fn month(&self, month: i64) -> &'static str {
        let name = month_name(month);
        if self.short { name.get(..3).unwrap_or(name) } else { name }
    }

    fn day(&self, day: Day) -> String {
        let (year, month, day) = day.ymd();
        format!("{day} {} {}", self.month(month.into()), year_words(year))
    }
}

/// Years of one to three digits, and those of more than four, would look like other numbers without their era.
fn year_words(year: i64) -> String {
    match year {
        ..=0 => format!("{} BCE", 1 - year),
        1000..=9999 => year.to_string(),
        _ => format!("{year} CE"),
    }
}

fn offset_words(offset: &str) -> String {
    match offset.len() {
        0 => String::new(),
        1 => " UTC".to_owned(),
        3 => format!(" {offset}:00"),
        _ => format!(" {offset}"),
    }
}

fn choice_words(any: &str, choice: &Choice, name: impl Fn(i64) -> String) -> String {
    match choice {
        Choice::Run(first, last) => format!("{any} between {} and {}", name(*first), name(*last)),
        Choice::Few(numbers) => {
            let mut words: Vec<String> = numbers.iter().map(|number| name(*number)).collect();
            let last = words.pop().unwrap_or_default();
            if words.is_empty() { last } else { format!("{} or {last}", words.join(", ")) }
        }
    }
}

fn ordinal_ending(day: i64) -> &'static str {
    match (day / 10, day % 10) {
        (1, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}
