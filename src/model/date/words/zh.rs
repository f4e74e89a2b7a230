//! Dates in Simplified Chinese.

use super::super::bounds::group_months;
use super::super::day::Day;
use super::{Choice, Clock, Language, PartShape, Shape, YearShape};

pub(super) struct Chinese {
    pub short: bool,
}

impl Language for Chinese {
    fn date(&self, shape: &Shape<'_>) -> String {
        let overall = shape.overall();
        let mut notes = Vec::new();
        let mut text = self.core(shape, &mut notes);
        if let Some(Clock { time, offset }) = shape.clock {
            let offset = match offset.len() {
                0 => String::new(),
                1 => " UTC".to_owned(),
                3 => format!(" {offset}:00"),
                _ => format!(" {offset}"),
            };
            text = format!("{text} {}{offset}", time.strip_suffix(":00").unwrap_or(time));
        }
        if overall.approximate && shape.is_definite() {
            text.insert(0, '约');
        } else if overall.approximate {
            notes.push("约数".to_owned());
        }
        if overall.uncertain {
            notes.push("存疑".to_owned());
        }
        let names = ["年份", if matches!(shape.part, PartShape::Group(_)) { "时段" } else { "月份" }, "日期"];
        shape.note_marks(&mut notes, names, "和", ["存疑", "为约数", "存疑且为约数"]);
        if notes.is_empty() { text } else { format!("{text}（{}）", notes.join("，")) }
    }

    fn interval(&self, start: Result<String, bool>, end: Result<String, bool>) -> String {
        match (start, end) {
            (Ok(start), Ok(end)) => self.range(&start, &end),
            (Ok(start), Err(true)) => format!("自{start}起，结束未定"),
            (Ok(start), Err(false)) => format!("自{start}起，结束时间不详"),
            (Err(true), Ok(end)) => format!("至{end}"),
            (Err(false), Ok(end)) => format!("至{end}，开始时间不详"),
            (Err(start), Err(end)) => {
                let start = if start { "开始未定" } else { "开始时间不详" };
                format!("{start}，{}", if end { "结束未定" } else { "结束时间不详" })
            }
        }
    }

    fn range(&self, first: &str, last: &str) -> String {
        format!("{first}至{last}")
    }

    fn or_earlier(&self, date: &str) -> String {
        format!("{date}或更早")
    }

    fn or_later(&self, date: &str) -> String {
        format!("{date}或更晚")
    }

    fn set(&self, all: bool, members: &[String]) -> String {
        format!("{}{}", if all { "全部：" } else { "其中之一：" }, members.join("；"))
    }
}

impl Chinese {
    fn core(&self, shape: &Shape<'_>, notes: &mut Vec<String>) -> String {
        if let PartShape::Odd(days) = &shape.part {
            notes.push(format!("原文 {}", shape.written));
            return match days {
                Some((first, last)) if first == last => day_words(*first),
                Some((first, last)) => format!("{}至{}间某日", day_words(*first), day_words(*last)),
                None => "某日，年份不详".to_owned(),
            };
        }
        let part = part_words(&shape.part, notes);
        // Between a span of years and a part of a year stands that it is a part of some year.
        let some_year = if part.is_empty() { "" } else { "某年" };
        match shape.year {
            YearShape::Blank if part.is_empty() => "年份不详".to_owned(),
            YearShape::Blank => format!("{part}，年份不详"),
            YearShape::Known(year) => {
                if year <= 0 && !self.short {
                    notes.insert(0, format!("年份 {year}"));
                }
                format!("{}{part}", year_words(year))
            }
            YearShape::Huge => format!("{}年", shape.written.trim_matches(['Y', '?', '~', '%'])),
            YearShape::Decade(year) => format!("{year}年代{some_year}{part}"),
            YearShape::Between(first, last, any) => {
                if !any {
                    notes.push(format!("原文 {}", shape.written));
                }
                format!("{}至{}间{some_year}{part}", year_words(first), year_words(last))
            }
            YearShape::Rounded(estimate, first, last) => {
                notes.push(format!("{}至{}间", year_words(first), year_words(last)));
                let about = if shape.overall().approximate { "" } else { "约" };
                format!("{about}{}", year_words(estimate))
            }
        }
    }
}

fn part_words(part: &PartShape, notes: &mut Vec<String>) -> String {
    match part {
        PartShape::Whole | PartShape::Odd(_) => String::new(),
        PartShape::Group(group) => group_words(*group, notes),
        PartShape::Month(month) => format!("{month}月"),
        PartShape::AnyMonth => "某月".to_owned(),
        PartShape::OneOfMonths(choice) => choice_words(choice, "月"),
        PartShape::Day(month, day) => format!("{month}月{day}日"),
        PartShape::DayOf(month) => format!("{month}月某日"),
        PartShape::AnyDay => "某日".to_owned(),
        PartShape::DayOfAnyMonth(day) => format!("某月{day}日"),
        PartShape::OneOfDays(month, choice) => format!("{month}月{}", choice_words(choice, "日")),
    }
}

fn group_words(group: u8, notes: &mut Vec<String>) -> String {
    let season = |first| ["春季", "夏季", "秋季", "冬季"][usize::from((group - first) % 4)].to_owned();
    let ordinal = |first| ["一", "二", "三", "四"][usize::from((group - first) % 4)];
    match group {
        21..=24 => season(21),
        25..=28 => {
            notes.push("北半球".to_owned());
            season(25)
        }
        29..=32 => {
            notes.push("南半球".to_owned());
            season(29)
        }
        33..=36 => format!("第{}季度", ordinal(33)),
        37..=39 => {
            let first = group_months(group).0;
            notes.push(format!("{first}月至{}月", first + 3));
            format!("第{}个四月期", ordinal(37))
        }
        40 => "上半年".to_owned(),
        _ => "下半年".to_owned(),
    }
}

fn year_words(year: i64) -> String {
    match year {
        ..=0 => format!("公元前{}年", 1 - year),
        1000..=9999 => format!("{year}年"),
        _ => format!("公元{year}年"),
    }
}

fn day_words(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{}{month}月{day}日", year_words(year))
}

fn choice_words(choice: &Choice, unit: &str) -> String {
    match choice {
        Choice::Run(first, last) => format!("{first}{unit}至{last}{unit}间某{unit}"),
        Choice::Few(numbers) => {
            let mut words: Vec<String> = numbers.iter().map(|number| format!("{number}{unit}")).collect();
            let last = words.pop().unwrap_or_default();
            if words.is_empty() { last } else { format!("{}或{last}", words.join("、")) }
        }
    }
}
