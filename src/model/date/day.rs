//! A calendar day as a count of days, so that spans of days are subtractions.
//!
//! The calendar is the proleptic Gregorian one of ISO 8601: its rules hold for all years, year 0 is 1 BCE. There is no
//! time zone and no clock. The arithmetic follows Howard Hinnant, "chrono-compatible low-level date algorithms".

use std::fmt;

/// Days from 1 March of year 0 to 1 January 1970.
const EPOCH_SHIFT: i64 = 719_468;
/// Days in 400 Gregorian years.
const ERA_DAYS: i64 = 146_097;

/// A civil day: days since 1 January 1970 in the proleptic Gregorian calendar.
///
/// Years run to ±[`Day::MAX_YEAR`], far past anything that is placed on an axis.
///
/// ```
/// use annals::model::date::Day;
///
/// let day = Day::new(2024, 2, 29).unwrap();
/// assert_eq!(day.add_days(1).to_string(), "2024-03-01");
/// assert_eq!(Day::new(2023, 2, 29), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i64);

impl Day {
    /// Largest year, and with a minus sign the smallest.
    pub const MAX_YEAR: i64 = 10_000_000_000_000_000;
    /// 1 January -9999, the first day that can be placed on an axis.
    pub const FIRST_PLACEABLE: Day = Day(days_from_civil(-9999, 1, 1));
    /// 31 December 9999, the last day that can be placed on an axis.
    pub const LAST_PLACEABLE: Day = Day(days_from_civil(9999, 12, 31));
    const FIRST: i64 = days_from_civil(-Self::MAX_YEAR, 1, 1);
    const LAST: i64 = days_from_civil(Self::MAX_YEAR, 12, 31);

    /// The day with this year, month (1 to 12) and day of the month; `None` if there is no such day.
    pub fn new(year: i64, month: u8, day: u8) -> Option<Day> {
        let exists = (-Self::MAX_YEAR..=Self::MAX_YEAR).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then(|| Day(days_from_civil(year, month, day)))
    }

    /// The day so many days after 1 January 1970, held within the years ±[`Day::MAX_YEAR`].
    pub fn from_unix_days(days: i64) -> Day {
        Day(days.clamp(Self::FIRST, Self::LAST))
    }

    /// Days since 1 January 1970, negative before it.
    pub fn unix_days(self) -> i64 {
        self.0
    }

    /// The day so many days later, or earlier if negative.
    pub fn add_days(self, days: i64) -> Day {
        Day::from_unix_days(self.0.saturating_add(days))
    }

    /// Year, month (1 to 12) and day of the month. Year 0 is 1 BCE.
    pub fn ymd(self) -> (i64, u8, u8) {
        let shifted = self.0 + EPOCH_SHIFT;
        let era = shifted.div_euclid(ERA_DAYS);
        let day_of_era = shifted.rem_euclid(ERA_DAYS);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        // Years begin in March here, so that a leap day is the last of its year.
        let march_month = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * march_month + 2) / 5 + 1) as u8;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 } as u8;
        (year_of_era + era * 400 + i64::from(month <= 2), month, day)
    }

    /// The astronomical year: 0 is 1 BCE, -1 is 2 BCE.
    pub fn year(self) -> i64 {
        self.ymd().0
    }

    /// Day of the week as in ISO 8601: 1 is Monday, 7 is Sunday.
    ///
    /// ```
    /// # use annals::model::date::Day;
    /// assert_eq!(Day::new(2019, 11, 16).unwrap().weekday(), 6);
    /// ```
    pub fn weekday(self) -> u8 {
        // 1 January 1970 was a Thursday.
        ((self.0 + 3).rem_euclid(7) + 1) as u8
    }

    /// Whether the year is within ±9999, so that the day can be placed on an axis.
    pub fn is_placeable(self) -> bool {
        (Self::FIRST_PLACEABLE..=Self::LAST_PLACEABLE).contains(&self)
    }

    /// Reads `YYYY-MM-DD`, with a minus sign before years below 0 and a sign before years of more than four digits.
    ///
    /// ```
    /// # use annals::model::date::Day;
    /// assert_eq!(Day::parse("-0043-03-15"), Day::new(-43, 3, 15));
    /// assert_eq!(Day::parse("2023-02-29"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Day> {
        let (negative, signed, rest) = match text.as_bytes().first()? {
            b'-' => (true, true, &text[1..]),
            b'+' => (false, true, &text[1..]),
            _ => (false, false, text),
        };
        let mut fields = rest.split('-');
        let (year, month, day) = (fields.next()?, fields.next()?, fields.next()?);
        let long = year.len() > 4 && signed && !year.starts_with('0');
        let short = year.len() == 4 && (negative || !signed) && !(negative && year == "0000");
        if fields.next().is_some() || !(long || short) || month.len() != 2 || day.len() != 2 {
            return None;
        }
        let number =
            |digits: &str| digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<i64>().ok()).flatten();
        let year = if negative { -number(year)? } else { number(year)? };
        Day::new(year, number(month)? as u8, number(day)? as u8)
    }
}

/// `YYYY-MM-DD`; years beyond four digits carry their sign, as in ISO 8601.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        let sign = match year {
            ..0 => "-",
            0..=9999 => "",
            _ => "+",
        };
        write!(f, "{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
    }
}

/// Whether the Gregorian year has a 29 February.
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Number of days of a month (1 to 12) in a year; 0 for other months.
pub fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        2 => 28 + u8::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

const fn days_from_civil(year: i64, month: u8, day: u8) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let march_month = (month as i64 + 9) % 12;
    let day_of_year = (153 * march_month + 2) / 5 + day as i64 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * ERA_DAYS + day_of_era - EPOCH_SHIFT
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use jiff::civil::Date;
    use proptest::prelude::*;

    #[test]
    fn known_days_have_known_numbers() {
        for (text, days) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2026-11-22", 20_779),
            ("0000-01-01", -719_528),
            ("-0001-12-31", -719_529),
        ] {
            let day = Day::parse(text).unwrap();
            assert_eq!(day.unix_days(), days, "{text}");
            assert_eq!(day.to_string(), text);
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "2023-02-29",
            "1900-02-29",
            "2023-04-31",
            "2023-00-01",
            "2023-13-01",
            "2023-01-00",
            "2023-1-01",
            "23-01-01",
            "+2023-01-01",
            "-0000-01-01",
            "12345-01-01",
            "+01234-01-01",
            "2023-01-01-",
            "2023-01",
            "",
            "-",
            "2023-0a-01",
            "2023-+1-01",
            "２０２３-01-01",
            "+99999999999999999999-01-01",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert!(Day::new(0, 2, 29).is_some() && Day::new(-4, 2, 29).is_some());
        assert_eq!(Day::new(Day::MAX_YEAR + 1, 1, 1), None);
    }

    #[test]
    fn far_years_hold() {
        for year in [-Day::MAX_YEAR, -170_000_002, -10_000, 10_000, 170_000_002, Day::MAX_YEAR] {
            let day = Day::new(year, 12, 31).unwrap();
            assert_eq!(day.ymd(), (year, 12, 31));
            assert_eq!(Day::parse(&day.to_string()), Some(day));
            assert!(!day.is_placeable());
        }
        assert_eq!(Day::from_unix_days(i64::MAX).ymd(), (Day::MAX_YEAR, 12, 31));
        assert_eq!(Day::from_unix_days(i64::MIN).ymd(), (-Day::MAX_YEAR, 1, 1));
        assert_eq!(Day::from_unix_days(i64::MAX).add_days(i64::MAX).year(), Day::MAX_YEAR);
        assert!(Day::FIRST_PLACEABLE.is_placeable() && !Day::FIRST_PLACEABLE.add_days(-1).is_placeable());
        assert!(Day::LAST_PLACEABLE.is_placeable() && !Day::LAST_PLACEABLE.add_days(1).is_placeable());
    }

    #[test]
    fn every_year_of_an_era_has_its_length() {
        for year in -400..=400 {
            let length = Day::new(year + 1, 1, 1).unwrap().unix_days() - Day::new(year, 1, 1).unwrap().unix_days();
            assert_eq!(length, 365 + i64::from(is_leap(year)), "{year}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_jiff(year in -9999i16..=9999, month in 1i8..=12, day in 1i8..=31) {
            let ours = Day::new(year.into(), month as u8, day as u8);
            let theirs = Date::new(year, month, day).ok();
            prop_assert_eq!(ours.is_some(), theirs.is_some());
            if let (Some(ours), Some(theirs)) = (ours, theirs) {
                let since_epoch = theirs.duration_since(jiff::civil::date(1970, 1, 1)).as_hours() / 24;
                prop_assert_eq!(ours.unix_days(), since_epoch);
                prop_assert_eq!(ours.ymd(), (year.into(), month as u8, day as u8));
                prop_assert_eq!(ours.weekday() as i8, theirs.weekday().to_monday_one_offset());
                prop_assert_eq!(Day::parse(&ours.to_string()), Some(ours));
            }
        }

        #[test]
        fn count_and_calendar_undo_each_other(days in any::<i64>()) {
            let day = Day::from_unix_days(days);
            let (year, month, of_month) = day.ymd();
            prop_assert_eq!(Day::new(year, month, of_month), Some(day));
        }

        #[test]
        fn parse_never_panics(text in any::<String>()) {
            let _ = Day::parse(&text);
        }
    }
}
