//! Dates in tables that are not EDTF: read only where the author says how they are written, never guessed.

use crate::model::Edtf;

/// The order in which an author writes day, month and year: `03/04/2020`, `3.4.2020`, `3-4-2020`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFormat {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

impl DateFormat {
    /// All of them.
    pub const ALL: [DateFormat; 3] = [DateFormat::Dmy, DateFormat::Mdy, DateFormat::Ymd];

    /// The format of this name, in any case.
    ///
    /// ```
    /// use annals::tables::DateFormat;
    ///
    /// assert_eq!(DateFormat::named("dmy"), Some(DateFormat::Dmy));
    /// assert_eq!(DateFormat::named("European"), None);
    /// ```
    pub fn named(name: &str) -> Option<DateFormat> {
        Self::ALL.into_iter().find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// `DMY`, `MDY` or `YMD`.
    pub fn name(self) -> &'static str {
        match self {
            DateFormat::Dmy => "DMY",
            DateFormat::Mdy => "MDY",
            DateFormat::Ymd => "YMD",
        }
    }

    fn about(self) -> &'static str {
        match self {
            DateFormat::Dmy => "day, month, year",
            DateFormat::Mdy => "month, day, year",
            DateFormat::Ymd => "year, month, day",
        }
    }

    /// The date in EDTF. `None` where the text is EDTF already or nothing that this format is about, which checking then
    /// says.
    ///
    /// # Errors
    ///
    /// A sentence, for numbers that make no day in this order, also where another order would make one.
    ///
    /// ```
    /// use annals::tables::DateFormat;
    ///
    /// assert_eq!(DateFormat::Dmy.read("3.4.2020"), Ok(Some("2020-04-03".to_owned())));
    /// assert_eq!(DateFormat::Dmy.read("2020-04"), Ok(None));
    /// assert!(DateFormat::Mdy.read("17/10/2019").is_err());
    /// ```
    pub fn read(self, text: &str) -> Result<Option<String>, String> {
        if Edtf::read(text).is_ok() {
            return Ok(None);
        }
        let bare = text.trim_end_matches(['?', '~', '%']);
        let mark = &text[bare.len()..];
        let (day, clock) = match bare.split_once(' ') {
            Some((day, clock)) if clock.contains(':') => (day, Some(clock.trim())),
            _ => (bare, None),
        };
        let day = match numbers(day) {
            Some(numbers) => self.day(numbers)?,
            None => match named(day) {
                Some(day) => day,
                None => return Ok(None),
            },
        };
        let clock =
            clock.map(|clock| format!("T{clock:0>5}{}", if clock.matches(':').count() == 1 { ":00" } else { "" }));
        let date = format!("{day}{}{mark}", clock.unwrap_or_default());
        Edtf::read(&date).map(|_| Some(date)).map_err(|error| error.reason().to_owned())
    }

    fn day(self, [a, b, c]: [&str; 3]) -> Result<String, String> {
        // A year that stands first is followed by the month in every country.
        let (year, month, day) = match self {
            _ if a.len() == 4 => (a, b, c),
            DateFormat::Dmy => (c, b, a),
            DateFormat::Mdy => (c, a, b),
            DateFormat::Ymd => (a, b, c),
        };
        if year.len() != 4 {
            return Err(format!("the year has to have four digits, and {year} stands where it is in {}", self.about()));
        }
        let date = format!("{year}-{month:0>2}-{day:0>2}");
        let fault = |reason: &str| format!("read as {} ({}), {reason}", self.about(), self.name());
        Edtf::read(&date).map(|_| date).map_err(|error| fault(error.reason()))
    }
}

/// Three numbers with the same sign between them.
fn numbers(text: &str) -> Option<[&str; 3]> {
    let separator = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| "/.-".contains(*c))?;
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let number = |part: &&str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|b| b.is_ascii_digit());
    <[&str; 3]>::try_from(parts).ok().filter(|parts| parts.iter().all(number))
}

/// A day or month that names its month, which nobody can take for another.
fn named(text: &str) -> Option<String> {
    let is_named = text.contains('年') || text.chars().any(|c| c.is_ascii_alphabetic());
    let meant = if is_named { Edtf::meant(text) } else { Vec::new() };
    let [one] = &meant[..] else { return None };
    let is_plain = matches!(one.len(), 7 | 10) && one.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    // Seasons and quarters stand where months do.
    let is_month = one.get(5..7).is_some_and(|month| month <= "12");
    (is_plain && is_month).then(|| one.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declared_order_is_followed() {
        use DateFormat::*;
        let cases = [
            (Dmy, "03/04/2020", "2020-04-03"),
            (Mdy, "03/04/2020", "2020-03-04"),
            (Ymd, "2020/4/3", "2020-04-03"),
            (Dmy, "2020.04.03", "2020-04-03"),
            (Dmy, "3-4-2020", "2020-04-03"),
            (Dmy, "3.4.2020?", "2020-04-03?"),
            (Mdy, "4/3/2020 9:30", "2020-04-03T09:30:00"),
            (Dmy, "3/4/2020 14:30:05", "2020-04-03T14:30:05"),
            (Ymd, "17 Oct 2019", "2019-10-17"),
            (Dmy, "October 2019", "2019-10"),
            (Mdy, "2019年10月17日", "2019-10-17"),
        ];
        for (format, text, expected) in cases {
            assert_eq!(format.read(text), Ok(Some(expected.to_owned())), "{text}");
        }
    }

    #[test]
    fn edtf_and_other_texts_stay_for_the_check() {
        for text in
            ["2020", "2020-04", "2019-10-17", "2004-06/2006-08", "2020-21", "soon", "", "c. 2019", "2019-20", "1/2"]
        {
            assert_eq!(DateFormat::Dmy.read(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_in_the_declared_order_is_refused() {
        let reason = |format: DateFormat, text| format.read(text).unwrap_err();
        assert!(reason(DateFormat::Dmy, "31/02/2025").contains("February 2025 has 28 days"));
        assert!(reason(DateFormat::Mdy, "17/10/2019").contains("month, day, year"));
        assert!(reason(DateFormat::Dmy, "3/4/20").contains("four digits"));
        assert!(reason(DateFormat::Ymd, "3/4/2020").contains("four digits"));
        assert!(!reason(DateFormat::Dmy, "3/4/2020 25:00").is_empty());
    }
}
