//! Laws that hold for any text.

use super::super::{DateStyle, Day, Edtf};
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// Texts of the characters of EDTF.
fn soup() -> impl Strategy<Value = String> {
    let letters = "0123456789012345678901234567890XXXX----//..,[]{}?~%:TZYES+";
    prop::collection::vec(prop::sample::select(letters.chars().collect::<Vec<_>>()), 0..24).prop_map(String::from_iter)
}

fn masked(digits: String) -> impl Strategy<Value = String> {
    let length = digits.len();
    prop::collection::vec(prop::bool::weighted(0.25), length).prop_map(move |mask| {
        digits.chars().zip(mask).map(|(digit, masked)| if masked { 'X' } else { digit }).collect()
    })
}

fn mark() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "", "", "?", "~", "%"])
}

/// Texts that are nearly always single dates.
fn single() -> impl Strategy<Value = String> {
    let year = (prop::sample::select(vec!["", "", "", "-"]), 1u32..10_000)
        .prop_flat_map(|(sign, year)| masked(format!("{year:04}")).prop_map(move |year| format!("{sign}{year}")));
    let month = (1u32..13).prop_flat_map(|month| masked(format!("{month:02}")));
    let day = (1u32..32).prop_flat_map(|day| masked(format!("{day:02}")));
    prop_oneof![
        (year.clone(), mark()).prop_map(|(year, mark)| format!("{year}{mark}")),
        (mark(), year.clone(), month.clone(), mark())
            .prop_map(|(left, year, month, mark)| format!("{left}{year}-{month}{mark}")),
        (year.clone(), mark(), month, mark(), day, mark())
            .prop_map(|(year, a, month, b, day, c)| format!("{year}{a}-{b}{month}-{day}{c}")),
        (1u32..10_000, 21u32..42, mark()).prop_map(|(year, group, mark)| format!("{year:04}-{group}{mark}")),
        (10_000u64.., mark()).prop_map(|(year, mark)| format!("Y{year}{mark}")),
        (1u32..999, 0u32..20, 1u32..4)
            .prop_map(|(digits, power, significant)| format!("Y-{digits}E{power}S{significant}")),
    ]
}

/// Texts that are often dates of any kind.
fn any_form() -> impl Strategy<Value = String> {
    let end = prop_oneof![4 => single(), 1 => Just(String::new()), 1 => Just("..".to_owned())];
    prop_oneof![
        4 => single(),
        2 => (end.clone(), end).prop_map(|(start, end)| format!("{start}/{end}")),
        1 => prop::collection::vec(single(), 1..4).prop_map(|members| format!("[{}]", members.join(","))),
        1 => prop::collection::vec(single(), 1..4).prop_map(|members| format!("{{..{}}}", members.join(","))),
        1 => soup(),
    ]
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let parsed = match Edtf::parse(text) {
        Ok(parsed) => parsed,
        Err(error) => {
            prop_assert!(!error.reason().is_empty());
            return Ok(());
        }
    };
    prop_assert_eq!(parsed.to_string(), text);
    prop_assert_eq!(&Edtf::parse(&parsed.to_string()).unwrap(), &parsed);
    if let (Some(earliest), Some(latest)) = (parsed.earliest(), parsed.latest()) {
        prop_assert!(earliest <= latest, "{}: {} {}", text, earliest, latest);
        prop_assert!(parsed.covers(earliest) && parsed.covers(latest) && parsed.overlaps(&parsed));
    }
    for style in [DateStyle::En, DateStyle::Zh, DateStyle::Iso] {
        prop_assert!(!parsed.print(style).is_empty() && !parsed.print_short(style).is_empty());
    }
    if parsed.is_interval() {
        prop_assert_eq!(
            parsed.start().map_or(parsed.start_bound(), |start| start.start_bound()).day(),
            parsed.earliest()
        );
        prop_assert_eq!(parsed.end().map_or(parsed.end_bound(), |end| end.end_bound()).day(), parsed.latest());
    }
    Ok(())
}

/// First and last day of the years 2000 to 2099 whose text fits a pattern, by trying all.
fn fitting(pattern: &str) -> Option<(Date, Date)> {
    let fits =
        |day: &Date| day.to_string().bytes().zip(pattern.bytes()).all(|(have, want)| want == b'X' || have == want);
    let days = || date(2000, 1, 1).series(jiff::Span::new().days(1)).take_while(|day| day.year() < 2100);
    Some((days().find(fits)?, days().filter(fits).last()?))
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_soup_is_read(text in soup()) {
        check(&text)?;
    }

    #[test]
    fn any_form_is_read(text in any_form()) {
        check(&text)?;
    }

    #[test]
    fn order_is_total(texts in (any_form(), any_form(), any_form())) {
        let dates = [&texts.0, &texts.1, &texts.2].map(|text| Edtf::parse(text).ok());
        let [Some(a), Some(b), Some(c)] = dates else { return Ok(()) };
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a == b, a.cmp(&b).is_eq());
        let mut sorted = [&a, &b, &c];
        sorted.sort();
        prop_assert!(sorted[0] <= sorted[1] && sorted[1] <= sorted[2] && sorted[0] <= sorted[2]);
    }

    #[test]
    fn every_day_is_a_date(days in Day::FIRST_PLACEABLE.unix_days()..=Day::LAST_PLACEABLE.unix_days()) {
        let day = Day::from_unix_days(days);
        let read = Edtf::parse(&day.to_string()).unwrap();
        prop_assert_eq!((read.earliest(), read.latest()), (Some(day), Some(day)));
        prop_assert_eq!(read, Edtf::from_day(day));
    }
}

proptest! {
    // Each case tries 36,525 days.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn bounds_of_unspecified_digits_are_those_of_all_fitting_days(
        pattern in (0u32..100, 1u32..13, 1u32..32)
            .prop_flat_map(|(year, month, day)| masked(format!("{year:02}{month:02}{day:02}")))
    ) {
        let pattern = format!("20{}-{}-{}", &pattern[..2], &pattern[2..4], &pattern[4..]);
        let bounds = Edtf::parse(&pattern).ok().map(|date| (date.earliest().unwrap().to_string(), date.latest().unwrap().to_string()));
        let expected = fitting(&pattern).map(|(first, last)| (first.to_string(), last.to_string()));
        prop_assert_eq!(bounds, expected, "{}", pattern);
    }
}
