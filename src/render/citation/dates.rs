//! Dates as far as reference managers can hold them: years, months, seasons and days of the common era, and spans of these.

use crate::model::{Day, Edtf, date::Precision};

/// A date in parts, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// 1 to 9999.
    pub year: i64,
    /// What is known within the year.
    pub within: Within,
}

/// What is known of a date within its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// Nothing.
    Year,
    /// Spring, summer, autumn, winter: 1 to 4.
    Season(u8),
    /// The month, 1 to 12.
    Month(u8),
    /// Month and day.
    Day(u8, u8),
}

/// A date as far as it can be held in parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// One date.
    One(Parts),
    /// From one to another.
    Span(Parts, Parts),
    /// It can be told in words only: decades, sets, open ends, quarters, years without a number of four digits.
    Words,
}

/// A date in parts.
pub(super) fn when(date: &Edtf) -> When {
    if date.is_interval() {
        let part = |end: Option<Edtf>| end.as_ref().and_then(parts);
        return part(date.start()).zip(part(date.end())).map_or(When::Words, |(from, to)| When::Span(from, to));
    }
    parts(date).map_or(When::Words, When::One)
}

/// Whether it is marked as about or as uncertain.
pub(super) fn is_about(date: &Edtf) -> bool {
    date.approximate() || date.uncertain()
}

/// Whether year, month and day say all there is to it.
pub(super) fn is_whole(date: &Edtf) -> bool {
    matches!(when(date), When::One(parts) if !matches!(parts.within, Within::Season(_))) && !is_about(date)
}

fn parts(date: &Edtf) -> Option<Parts> {
    let (year, month, of_month) = date.earliest().map(Day::ymd).filter(|(year, ..)| *year >= 1)?;
    let within = match date.precision() {
        Precision::Day => Within::Day(month, of_month),
        Precision::Month => Within::Month(month),
        Precision::Season => Within::Season(season(date.as_str())?),
        Precision::Year => Within::Year,
        _ => return None,
    };
    Some(Parts { year, within })
}

/// The season of a date written with one: 21 to 24, 25 to 28 of the north, 29 to 32 of the south.
fn season(written: &str) -> Option<u8> {
    let digits = written.trim_end_matches(['?', '~', '%']);
    let code: u8 = digits.get(digits.len().checked_sub(2)?..)?.parse().ok()?;
    (21..=32).contains(&code).then(|| (code - 21) % 4 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_said_than_is_known() {
        let of = |text: &str| when(&Edtf::parse(text).unwrap());
        let one = |year, within| When::One(Parts { year, within });
        for (text, expected) in [
            ("2019-11-16", one(2019, Within::Day(11, 16))),
            ("2019-11-16T23:30:00Z", one(2019, Within::Day(11, 16))),
            ("2021-05~", one(2021, Within::Month(5))),
            ("1985-04-XX", one(1985, Within::Month(4))),
            ("2022?", one(2022, Within::Year)),
            ("2023-XX-15", one(2023, Within::Year)),
            ("2020-21", one(2020, Within::Season(1))),
            ("2020-24~", one(2020, Within::Season(4))),
            ("2020-31", one(2020, Within::Season(3))),
            ("2020-33", When::Words),
            ("201X", When::Words),
            ("[2019,2020]", When::Words),
            ("2019/..", When::Words),
            ("/2019", When::Words),
            ("XXXX-08-24", When::Words),
            ("0000", When::Words),
            ("-0043-03-15", When::Words),
            ("Y12345", When::Words),
            (
                "2019-09/2020-01-08",
                When::Span(
                    Parts { year: 2019, within: Within::Month(9) },
                    Parts { year: 2020, within: Within::Day(1, 8) },
                ),
            ),
            ("201X/2020", When::Words),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
        // Winter is that of the year in which it begins.
        assert_eq!(of("2020-24"), one(2020, Within::Season(4)));
    }
}
