//! Days as spreadsheets count them.

use jiff::civil::{Date, date};

/// The first and last days of a count of days: which is day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Epoch {
    /// 1 January 1900 is day 1, and a 29 February 1900 that never was is day 60, as in a program of 1983.
    Year1900,
    /// 1 January 1904 is day 0.
    Year1904,
}

/// What of a day a cell shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The day.
    Day,
    /// The month alone.
    Month,
    /// The year alone.
    Year,
}

const MILLIS: f64 = 86_400_000.0;

/// What is said of a time of day alone.
pub const NO_DAY: &str = "the cell has a time of day, but no day";
const FRACTION: &str = "the time of day has fractions of a second, which dates do not have";

/// A number of days since the epoch, with the time of day as its fraction, in EDTF: `2020-05-17`, or
/// `2020-05-17T09:30:00` where it has a time.
///
/// # Errors
///
/// A sentence, where it is no day: before the first one, beyond 9999, the day 60 of 1900, a time of day alone, or with
/// fractions of a second, which dates do not have.
pub fn text(days: f64, epoch: Epoch) -> Result<String, String> {
    let whole = days.floor();
    let (first, zero) = match epoch {
        // Before the day that never was all numbers are one less.
        Epoch::Year1900 if whole < 60.0 => (1.0, date(1899, 12, 31)),
        Epoch::Year1900 => (1.0, date(1899, 12, 30)),
        Epoch::Year1904 => (0.0, date(1904, 1, 1)),
    };
    if (0.0..1.0).contains(&days) && first > 0.0 {
        return Err(NO_DAY.to_owned());
    }
    if !(first..2_958_466.0).contains(&days) {
        return Err(format!("the cell is shown as a date, but {days} is no day that spreadsheets have"));
    }
    if epoch == Epoch::Year1900 && (60.0..61.0).contains(&days) {
        return Err("the cell is 29 February 1900, a day that spreadsheets have and that never was".to_owned());
    }
    let millis = ((days - whole) * MILLIS).round() as u64;
    let (whole, millis) = if millis == MILLIS as u64 { (whole as i64 + 1, 0) } else { (whole as i64, millis) };
    let day: Option<Date> = zero.checked_add(jiff::Span::new().days(whole)).ok();
    let Some(day) = day else { return Err(format!("{days} is beyond the years that dates have")) };
    let (seconds, rest) = (millis / 1000, millis % 1000);
    match (seconds, rest) {
        (0, 0) => Ok(day.to_string()),
        (_, 0) => Ok(format!("{day}T{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)),
        _ => Err(FRACTION.to_owned()),
    }
}

/// A day as ISO 8601 has it, with or without time of day, in EDTF.
///
/// # Errors
///
/// A sentence, where it has fractions of a second.
pub fn iso(text: &str) -> Result<String, String> {
    let (day, clock) = text.split_once('T').unwrap_or((text, ""));
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    match clock {
        _ if fraction.bytes().any(|b| b.is_ascii_digit() && b != b'0') => Err(FRACTION.to_owned()),
        "" | "00:00:00" | "00:00" => Ok(day.to_owned()),
        _ if clock.len() == 5 => Ok(format!("{day}T{clock}:00")),
        _ => Ok(format!("{day}T{clock}")),
    }
}

/// What a number format shows of a date: `mmm-yy` no day, `yyyy` no month. Codes: ECMA-376 part 1, 18.8.31.
pub fn shown(code: &str) -> Shown {
    let (mut year, mut month, mut day) = (false, false, false);
    let mut chars = code.split(';').next().unwrap_or_default().chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '[' => drop(chars.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => drop(chars.next()),
            'y' | 'Y' | 'e' => year = true,
            'm' | 'M' => month = true,
            'd' | 'D' | 'h' | 'H' | 's' | 'S' => day = true,
            _ => {}
        }
    }
    match (year, month, day) {
        (true, false, false) => Shown::Year,
        (true, true, false) => Shown::Month,
        _ => Shown::Day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_epochs_and_the_false_leap_day() {
        use Epoch::*;
        let cases = [
            (1.0, Year1900, "1900-01-01"),
            (59.0, Year1900, "1900-02-28"),
            (61.0, Year1900, "1900-03-01"),
            (43_755.0, Year1900, "2019-10-17"),
            (42_293.0, Year1904, "2019-10-17"),
            (0.0, Year1904, "1904-01-01"),
            (60.0, Year1904, "1904-03-01"),
            (2_958_465.0, Year1900, "9999-12-31"),
            (43_755.5, Year1900, "2019-10-17T12:00:00"),
            (43_755.604_166_666_664, Year1900, "2019-10-17T14:30:00"),
            (43_755.999_999_999_99, Year1900, "2019-10-18"),
        ];
        for (days, epoch, expected) in cases {
            assert_eq!(text(days, epoch).as_deref(), Ok(expected), "{days}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        let cases = [
            (60.0, "never was"),
            (60.5, "never was"),
            (0.25, "no day"),
            (-1.0, "no day"),
            (3e6, "no day"),
            (f64::NAN, "no day"),
            (f64::INFINITY, "no day"),
            (43_755.123_456, "fractions of a second"),
        ];
        for (days, part) in cases {
            let reason = text(days, Epoch::Year1900).unwrap_err();
            assert!(reason.contains(part), "{days}: {reason}");
        }
        assert!(text(2_958_465.0, Epoch::Year1904).is_err());
    }

    #[test]
    fn days_of_other_books() {
        assert_eq!(iso("2019-10-17").as_deref(), Ok("2019-10-17"));
        assert_eq!(iso("2019-10-17T00:00:00.000000000").as_deref(), Ok("2019-10-17"));
        assert_eq!(iso("2019-10-17T14:30:00").as_deref(), Ok("2019-10-17T14:30:00"));
        assert!(iso("2019-10-17T14:30:00.5").is_err());
    }

    #[test]
    fn formats_say_what_they_show() {
        for (code, expected) in [
            ("mmm-yy", Shown::Month),
            ("yyyy\"年\"m\"月\"", Shown::Month),
            ("yyyy", Shown::Year),
            ("[$-409]mmmm\\ yyyy;@", Shown::Month),
            ("dd/mm/yyyy", Shown::Day),
            ("d-mmm", Shown::Day),
            ("m/d/yy h:mm", Shown::Day),
            ("\"day\" yyyy", Shown::Year),
        ] {
            assert_eq!(shown(code), expected, "{code}");
        }
    }
}
