//! What is refused, and why.

use super::super::DateErrorKind::{self as Kind, *};
use super::super::Edtf;
use super::super::parse::MAX_LENGTH;

/// Kinds and texts, divided by ` | `.
const FAULTS: &[(Kind, &str)] = &[
    (Empty, ""),
    (
        Character,
        "not a date | P1Y | 2020-W05 | 2020-W05-1 | 2020-05-03/P1M | 2004-(06)?-11 | open | \
         unknown | u | 2020\u{202e} | 2020\0 | 2020-05-17; | 😀 | 1980 AD",
    ),
    (
        Form,
        "- | -- | ? | +2020 | 2020- | 2020-05- | 2020-05-03- | 2020-05-03-04 | 13/04/2020 | \
         2020/04/03 | 2020.04.03 | 20200403 | 2020/04 | 05/2020 | 2020 / 2021 | \
         [1667, 1668] | 201x | y17000 | 1980s | 1667] | [1667/1668] | [[1667]] | 2020–2021 | \
         2020年5月 | May 2020 | 2020-? | , | : | 1985-04-12t23:20:30Z | 1985-04-12 23:20:30 | \
         S2 | E7 | Z | ??2020-05-01?%",
    ),
    (Ambiguous, "03/04/2020 | 03.04.2020 | 03-04-2020 | 2020/21 | 2010/12 | 2000s"),
    (
        Padding,
        "2020-4-3 | 2020-4 | 2020-05-1 | 2020-5-01 | 198 | 19 | 1 | -000 | 2020-021 | \
         2020-123 | 2020-05-003 | 2019-06-01/30 | 2019-06-01/06-30 | 2020-2021 | -44",
    ),
    (
        Year,
        "12345 | 202004 | -12345 | -0000 | -0000-01-01 | Y2004 | Y-9999 | Y00001 | Y017000 | \
         Y-017000 | Y | Y- | YX | Y1234X | Y1E | Y17E | Y17EX | Y17E7-12-26 | Y17000-05 | \
         1950S | 1950S0 | 1950S5 | 1950SX | 19XXS2 | Y12345S6 | 1950S2-05 | 0XXXX | YE7",
    ),
    (
        Month,
        "2020-13 | 2020-00 | 2020-20 | 2020-42 | 2020-99 | 2020-21-05 | 2020-00-01 | \
         2016-13-XX | 2020-13-01 | 2021-00-0X",
    ),
    (
        Day,
        "2021-02-30 | 2023-02-29 | 1900-02-29 | 2100-02-29 | -0001-02-29 | 2021-04-31 | \
         2021-06-31 | 2021-09-31 | 2021-11-31 | 2004-01-32 | 2004-01-00 | 156X-09-31 | \
         XXXX-02-30 | 2XX1-02-29 | 2021-1X-32 | 2021-XX-00 | 2020-02-30/2021 | \
         [2021-02-30] | ~2021-02-30",
    ),
    (
        Time,
        "1985-04-12T | 1985-04-12T23 | 1985-04-12T23:20 | T10:00:00 | 1985-04T10:00:00 | \
         1985T10:00:00 | 1985-04-12T24:00:01 | 1985-04-12T25:00:00 | 1985-04-12T23:60:00 | \
         1985-04-12T23:20:60 | 1985-04-12T23:20:30.5 | 1985-04-12T23:20:30-00:00 | \
         1985-04-12T23:20:30-00 | 1985-04-12T23:20:30+24:00 | 1985-04-12T23:20:30+08:60 | \
         1985-04-12T23:20:30+0800 | 1985-04-12T23:20:30+8 | 1985-04-12T23:20:30+ | \
         1985-04-12T23:20:30Z+01 | 1985-04-12T23:20:30ZZ | 1985-04-12T23:20:30? | \
         1985-04-XXT23:20:30 | 1985-04-12?T23:20:30 | 1985-04-12T10:00:00T10:00:00 | \
         2004-02-01T10:00:00/2005 | 2004/2005-02-01T10:00:00 | [2020-01-01T10:00:00] | \
         1985-04-12T232030",
    ),
    (Qualifier, "2020?~ | 2020?? | 2020-05?~"),
    (
        Unspecified,
        "2004-2X | 2004-3X | 2004-4X | 2004-9X | 15XX-2X-25 | 15XX-02-3X | 2021-02-4X | \
         2021-XX-4X",
    ),
    (Interval, ".. | 2020/2021/2022 | 2020/... | ../../.. | 2020-12/2021-01/"),
    (
        Order,
        "2008/1964 | 2004-02-01/2004-01-31 | 2005-02/2005-01-31 | Y17E7/2004 | 2004/-2004 | \
         [1672..1670]",
    ),
    (
        Set,
        "[] | {} | [1667 | {1667 | {1667] | [1667} | [1667,] | [,1667] | [1667,,1668] | \
         [1667..,1668] | [1667,..1668] | [..] | [..1984..] | [1670..1672-05] | \
         [1667..1668..1669] | [ | {",
    ),
];

fn faults() -> impl Iterator<Item = (Kind, &'static str)> {
    FAULTS.iter().flat_map(|(kind, texts)| texts.split(" | ").map(|text| (*kind, text)))
}

#[test]
fn faults_have_their_kind() {
    for (kind, text) in faults() {
        match Edtf::parse(text) {
            Ok(_) => panic!("{text:?} was taken for a date"),
            Err(error) => assert_eq!(error.kind(), kind, "{text:?}: {error}"),
        }
    }
}

#[test]
fn reasons_name_the_value_and_a_remedy() {
    for (text, reason) in [
        ("2021-02-30", "30 February does not exist in 2021; February 2021 has 28 days"),
        ("03/04/2020", "03/04/2020 is ambiguous; write 2020-04-03 or 2020-03-04"),
        ("13/04/2020", "13/04/2020 is not written as an EDTF date; write 2020-04-13"),
        ("04/13/2020", "04/13/2020 is not written as an EDTF date; write 2020-04-13"),
        ("05/05/2020", "05/05/2020 is not written as an EDTF date; write 2020-05-05"),
        ("2020-4-3", "2020-4-3 is not written as an EDTF date; write 2020-04-03"),
        ("2020-4-3/2020-05", "2020-4-3 is not written as an EDTF date; write 2020-04-03"),
        ("-2020-4-3", "the month 4 in -2020-4-3 needs two digits; write 04"),
        ("2020/21", "2020/21 is ambiguous; write 2020-21 or 2020/2021"),
        ("2010/12", "2010/12 is ambiguous; write 2010-12 or 2010/2012"),
        ("2020/4", "2020/4 is not written as an EDTF date; write 2020-04"),
        ("2020-2021", "2020-2021 is not written as an EDTF date; write 2020/2021"),
        ("2019-06-01/30", "the end 30 leaves out what it shares with the start; write 2019-06-01/2019-06-30"),
        ("2008/1964", "the start 2008 is later than the end 1964; put the earlier date first"),
        ("12345", "the year 12345 has 5 digits; write Y12345, years of more than four digits begin with Y"),
        ("Y2004", "Y2004: Y is for years of more than four digits; write 2004"),
        ("198", "the year 198 needs four digits; write 0198 for the year or 198X for the decade"),
        ("-000", "the year 000 needs four digits; write 0000 for the year or 000X for the decade"),
        ("1980s", "1980s is not written as an EDTF date; write 198X"),
        ("2000s", "2000s is ambiguous; write 200X or 20XX"),
        ("c. 1980", "c. 1980 is not written as an EDTF date; write 1980~"),
        ("约1980", "约1980 is not written as an EDTF date; write 1980~"),
        ("16 Nov 2019", "16 Nov 2019 is not written as an EDTF date; write 2019-11-16"),
        ("Nov 5, 2019", "Nov 5, 2019 is not written as an EDTF date; write 2019-11-05"),
        ("4 May 2019", "4 May 2019 is not written as an EDTF date; write 2019-05-04"),
        ("Spring 2021", "Spring 2021 is not written as an EDTF date; write 2021-21"),
        ("Q3 2026", "Q3 2026 is not written as an EDTF date; write 2026-35"),
        ("2019年11月16日", "2019年11月16日 is not written as an EDTF date; write 2019-11-16"),
        ("２０２１？", "２０２１？ is not written as an EDTF date; write 2021?"),
        ("−1985", "−1985 is not written as an EDTF date; write -1985"),
        ("2020/present", "2020/present is not written as an EDTF date; write 2020/.."),
        ("unknown/2006", "unknown/2006 is not written as an EDTF date; write /2006"),
        ("20XX-1u", "20XX-1u is not written as an EDTF date; write 20XX-1X"),
        ("1985-04-12 23:20:30", "1985-04-12 23:20:30 is not written as an EDTF date; write 1985-04-12T23:20:30"),
        ("1985-04-12T23:20", "the time 23:20 has no seconds; write 23:20:00"),
        ("2020\u{202e}", "\\u{202e} has no place in a date; write a date such as 2021-05-17, 2021-05 or 2021"),
        (" 2020 ", " 2020  is not written as an EDTF date; write 2020"),
        ("2020\n", "2020\\n is not written as an EDTF date; write 2020"),
    ] {
        assert_eq!(Edtf::parse(text).unwrap_err().reason(), reason, "{text}");
    }
}

#[test]
fn what_a_reason_says_to_write_is_a_date() {
    for (_, text) in faults() {
        let error = Edtf::parse(text).unwrap_err();
        if let Some((_, remedy)) = error.reason().split_once("is not written as an EDTF date; write ") {
            assert!(Edtf::parse(remedy).is_ok(), "{error}");
        }
        if let Some((_, remedies)) = error.reason().split_once(" is ambiguous; write ") {
            assert!(remedies.split(" or ").all(|remedy| Edtf::parse(remedy).is_ok()), "{error}");
        }
    }
}

#[test]
fn length_is_capped() {
    let longest = format!("Y{}", "9".repeat(MAX_LENGTH - 1));
    assert!(Edtf::parse(&longest).is_ok());
    assert_eq!(Edtf::parse(&(longest + "9")).unwrap_err().kind(), Length);
    assert_eq!(Edtf::parse(&"年".repeat(1_000_000)).unwrap_err().kind(), Length);
}
