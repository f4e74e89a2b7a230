//! The stated order.

use super::super::Edtf;
use super::edtf;

#[test]
fn dates_sort_by_the_stated_rule() {
    let sorted = [
        "../2019", // open start first, by their ends
        "[..2019]",
        "../2020",
        "../",
        "../..",
        "/2019", // then unknown starts
        "/2020",
        "/..",
        "Y-17E7", // then by first day, far years in their place
        "-0001",
        "0000",
        "20XX",
        "2019",
        "2020-01-01",
        "2020-01",
        "2020-01-01/2020-01-31", // same days as 2020-01, less precise
        "2020-33",
        "2020-40",
        "2020",
        "2020-XX", // same days and precision: by text
        "2020?",
        "2020-01-01/2021",
        "202X",
        "2020/",
        "2020/..",
        "2020-01-02",
        "Y10000",
        "Y170000002",
        "Y170000003",
        "Y1E99",
        "XXXX-05", // no year last
        "XXXX-08-24",
    ];
    let expected: Vec<Edtf> = sorted.map(edtf).to_vec();
    let mut dates = expected.clone();
    dates.reverse();
    dates.sort();
    assert_eq!(dates, expected);
}

#[test]
fn equal_are_dates_with_equal_text() {
    assert_eq!(edtf("2020-05"), edtf("2020-05"));
    assert_ne!(edtf("2020-05"), edtf("2020-05-XX"));
}
