//! What a date answers.

use super::super::{Bound, DateReading, Day, Edtf, Precision, days_in_month, is_leap};
use super::{day, edtf, iso};

#[test]
fn bounds_say_why_there_is_no_day() {
    let far = |year| Bound::Beyond(Day::new(year, 1, 1).unwrap());
    for (text, start, end, placeable) in [
        ("2020-05", Bound::Day(day("2020-05-01")), Bound::Day(day("2020-05-31")), true),
        ("2020-05/..", Bound::Day(day("2020-05-01")), Bound::Open, true),
        ("/2020-05", Bound::Unknown, Bound::Day(day("2020-05-31")), true),
        ("../..", Bound::Open, Bound::Open, false),
        ("/", Bound::Unknown, Bound::Unknown, false),
        ("XXXX-05", Bound::Yearless, Bound::Yearless, false),
        ("XXXX-05/2020", Bound::Unknown, Bound::Day(day("2020-12-31")), true),
        ("2020/XXXX-05", Bound::Day(day("2020-01-01")), Bound::Unknown, true),
        ("XXXX-05/..", Bound::Yearless, Bound::Open, false),
        ("[XXXX-05,2020]", Bound::Day(day("2020-01-01")), Bound::Day(day("2020-12-31")), true),
        ("[2020,XXXX-05]", Bound::Day(day("2020-01-01")), Bound::Day(day("2020-12-31")), true),
        ("9999", Bound::Day(day("9999-01-01")), Bound::Day(day("9999-12-31")), true),
        ("-9999/..", Bound::Day(day("-9999-01-01")), Bound::Open, true),
        ("Y-10000/2020", far(-10000), Bound::Day(day("2020-12-31")), false),
        ("Y10000/..", far(10000), Bound::Open, false),
    ] {
        let date = edtf(text);
        assert_eq!((date.start_bound(), date.end_bound(), date.placeable()), (start, end, placeable), "{text}");
    }
    assert!(!edtf("9999-24").placeable(), "its last day is in year 10000");
    assert!(
        edtf("XXXX-08-24").is_yearless() && edtf("XXXX-05/XXXX-06").is_yearless() && edtf("[XXXX-05]").is_yearless()
    );
    assert!(!edtf("XXXX-05/2020").is_yearless() && !edtf("-XXXX").is_yearless() && !edtf("../..").is_yearless());
}

#[test]
fn years_of_any_size_are_kept() {
    for text in [
        "Y1E999999999",
        "Y1E99999999999999999999",
        "Y-1E999999999S1",
        "Y99999999999999999999999999",
        "Y17E7S9",
        "Y1E99S2",
    ] {
        let date = edtf(text);
        assert!(!date.placeable() && matches!(date.start_bound(), Bound::Beyond(_)), "{text}");
    }
}

#[test]
fn intervals_come_apart() {
    let parts = |text: &str| {
        let part = |part: Option<Edtf>| part.map_or_else(|| "none".to_owned(), |part| part.to_string());
        (part(edtf(text).start()), part(edtf(text).end()))
    };
    let strings = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(parts("2020-05~/2021?"), strings("2020-05~", "2021?"));
    assert_eq!(parts("2020/.."), strings("2020", "none"));
    assert_eq!(parts("/2020"), strings("none", "2020"));
    assert_eq!(parts("2020-05"), strings("2020-05", "2020-05"));
    assert_eq!(parts("[2020,2021]"), strings("[2020,2021]", "[2020,2021]"));
    assert!(edtf("2020/..").is_interval() && !edtf("2020").is_interval() && !edtf("[2020..2021]").is_interval());
    assert!(edtf("[2020]").is_set() && edtf("{2020}").is_set() && !edtf("2020/2021").is_set());
}

#[test]
fn time_of_day_never_moves_the_day() {
    for time in
        ["23:59:59+14:00", "00:00:00-12:00", "24:00:00", "23:59:60Z", "10:00:00+23:59", "10:00:00+00:00", "10:00:00+00"]
    {
        let date = edtf(&format!("2019-12-31T{time}"));
        assert_eq!((date.earliest(), date.latest()), (Some(day("2019-12-31")), Some(day("2019-12-31"))));
        assert_eq!(date.time_of_day(), Some(time));
    }
    assert_eq!(edtf("2019-12-31").time_of_day(), None);
}

#[test]
fn a_day_is_covered_unless_ruled_out() {
    for (text, covered, not) in [
        ("2020-05", vec!["2020-05-01", "2020-05-31"], vec!["2020-04-30", "2020-06-01"]),
        ("2020/..", vec!["2020-01-01", "9999-12-31"], vec!["2019-12-31"]),
        ("/2020", vec!["-9999-01-01", "2020-12-31"], vec!["2021-01-01"]),
        ("Y-17E7/2020", vec!["-9999-01-01"], vec!["2021-01-01"]),
        ("Y17E7", vec![], vec!["9999-12-31"]),
        ("XXXX-05", vec![], vec!["2020-05-01"]),
    ] {
        assert!(covered.iter().all(|text| edtf(text).earliest().is_some()));
        assert!(covered.into_iter().all(|covered| edtf(text).covers(day(covered))), "{text}");
        assert!(!not.into_iter().any(|not| edtf(text).covers(day(not))), "{text}");
    }
}

#[test]
fn overlap_goes_both_ways() {
    for (a, b, overlap) in [
        ("2020", "2020-05", true),
        ("2020", "2021", false),
        ("2020/..", "../2020", true),
        ("2021/..", "../2020", false),
        ("2021/", "/2020", false),
        ("../..", "2020", true),
        ("../..", "/", true),
        ("XXXX-05", "../..", false),
        ("XXXX-05", "2020", false),
        ("Y17E7", "Y17E7/..", true),
        ("Y17E7", "2020/..", true),
        ("Y17E7", "2020", false),
    ] {
        assert_eq!((edtf(a).overlaps(&edtf(b)), edtf(b).overlaps(&edtf(a))), (overlap, overlap), "{a} {b}");
    }
}

#[test]
fn days_become_dates() {
    let date = Edtf::from(day("2020-05-01"));
    assert_eq!(
        (date.as_str(), date.earliest(), date.precision()),
        ("2020-05-01", Some(day("2020-05-01")), Precision::Day)
    );
    for text in
        ["-0043-03-15", "9999-12-31", "-9999-01-01", "0000-02-29", "+10000-01-01", "-10000-12-31", "+170000002-06-01"]
    {
        let made = Edtf::from_day(day(text));
        let read = edtf(made.as_str());
        assert_eq!((made.start_bound(), made.end_bound()), (read.start_bound(), read.end_bound()), "{text}");
        assert_eq!(made.precision(), read.precision(), "{text}");
    }
}

#[test]
fn serialised_as_text() {
    let date: Edtf = serde_json::from_str("\"2021-05~\"").unwrap();
    assert!(date.approximate());
    assert_eq!(serde_json::to_string(&date).unwrap(), "\"2021-05~\"");
    let error = serde_json::from_str::<Edtf>("\"2021-13\"").unwrap_err();
    assert!(error.to_string().starts_with("month 13 does not exist"), "{error}");
    assert!(serde_json::from_str::<Edtf>("2021").unwrap_err().to_string().contains("a date as text"));
}

#[test]
fn readings_serialise_for_the_command() {
    let read = |text| serde_json::to_value(DateReading::of(text)).unwrap();
    assert_eq!(
        read("2019-06/.."),
        serde_json::json!({
            "input": "2019-06/..", "valid": true, "reason": null, "earliest": "2019-06-01", "latest": null,
            "precision": "interval", "en": "from June 2019, open end", "zh": "自2019年6月起，结束未定",
        })
    );
    assert_eq!(
        read("2019-13"),
        serde_json::json!({
            "input": "2019-13", "valid": false,
            "reason": "month 13 does not exist; months run from 01 to 12, seasons and other parts of a year from 21 to 41",
            "earliest": null, "latest": null, "precision": null, "en": null, "zh": null,
        })
    );
}

#[test]
fn a_million_dates_are_small() {
    assert!(size_of::<Edtf>() <= 56, "{}", size_of::<Edtf>());
}

#[test]
fn format_options_apply_to_the_text() {
    assert_eq!(format!("{:>9}|{:?}", edtf("2020"), edtf("2020")), "     2020|Edtf(2020)");
    assert_eq!(iso(None), "none");
    assert!(is_leap(2000) && !is_leap(1900) && days_in_month(2024, 2) == 29 && days_in_month(2024, 13) == 0);
}
