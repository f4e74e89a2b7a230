//! Dates in words, where the table of test data leaves something to prove.

use super::super::DateStyle::{En, Iso, Zh};
use super::edtf;

#[test]
fn short_words_are_shorter() {
    for (text, en, zh) in [
        ("2019-11-16", "16 Nov 2019", "2019年11月16日"),
        ("2020-05", "May 2020", "2020年5月"),
        ("2020-09~", "about Sep 2020", "约2020年9月"),
        ("2019-06-01/2019-06-30", "1 Jun 2019 to 30 Jun 2019", "2019年6月1日至2019年6月30日"),
        ("-0043-03-15", "15 Mar 44 BCE", "公元前44年3月15日"),
        ("2004-06-1X", "a day between 10 and 19 Jun 2004", "2004年6月10日至19日间某日"),
        ("2026-38", "second third of 2026 (May to Aug)", "2026年第二个四月期（5月至8月）"),
    ] {
        assert_eq!(edtf(text).print_short(En), en);
        assert_eq!(edtf(text).print_short(Zh), zh);
    }
}

#[test]
fn iso_is_the_text() {
    for text in ["2019-11-16T10:00:00+08:00", "2004?-06-~11", "[1667,1668]"] {
        assert_eq!(edtf(text).print(Iso), text);
        assert_eq!(edtf(text).print_short(Iso), text);
    }
}

#[test]
fn every_qualifier_is_said() {
    for (text, en) in [
        ("2004?-06?-11", "11 June 2004 (year and month uncertain)"),
        ("2004-06?-~11", "11 June 2004 (year and month uncertain, day approximate)"),
        ("%2004-06-11", "11 June 2004 (year uncertain and approximate)"),
        ("?2004-06-11~", "about 11 June 2004 (year uncertain)"),
        ("?2004-?06-?11", "11 June 2004 (uncertain)"),
        ("2004-06-~11?", "11 June 2004 (uncertain, day approximate)"),
        ("-0043-03-15%", "about 15 March 44 BCE (year -43, uncertain)"),
        ("201X~", "2010s (approximate)"),
        ("2020-%29", "Spring 2020 (Southern Hemisphere, part of the year uncertain and approximate)"),
    ] {
        assert_eq!(edtf(text).print(En), en, "{text}");
    }
}

#[test]
fn times_keep_what_they_say() {
    for (text, en, zh) in [
        ("2019-11-16T10:00:00", "16 November 2019, 10:00", "2019年11月16日 10:00"),
        ("2019-11-16T10:00:30Z", "16 November 2019, 10:00:30 UTC", "2019年11月16日 10:00:30 UTC"),
        ("2019-11-16T10:00:00-05", "16 November 2019, 10:00 -05:00", "2019年11月16日 10:00 -05:00"),
        ("2019-11-16T00:00:00+05:45", "16 November 2019, 00:00 +05:45", "2019年11月16日 00:00 +05:45"),
    ] {
        assert_eq!(edtf(text).print(En), en);
        assert_eq!(edtf(text).print(Zh), zh);
    }
}

#[test]
fn ordinals_end_as_they_should() {
    for (day, words) in [
        ("01", "1st"),
        ("02", "2nd"),
        ("03", "3rd"),
        ("04", "4th"),
        ("11", "11th"),
        ("12", "12th"),
        ("13", "13th"),
        ("21", "21st"),
        ("22", "22nd"),
        ("23", "23rd"),
        ("30", "30th"),
        ("31", "31st"),
    ] {
        assert_eq!(edtf(&format!("2023-XX-{day}")).print(En), format!("{words} of an unknown month in 2023"));
    }
}
