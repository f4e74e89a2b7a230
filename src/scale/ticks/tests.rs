//! Labels are as fine as there is room for, and never touch.

use super::*;
use proptest::prelude::*;

fn width(label: &str, _: bool) -> f64 {
    label.chars().map(|letter| if letter.is_ascii() { 7.0 } else { 12.0 }).sum()
}

fn ticks(first: &str, last: &str, labels: DateLabels) -> (Vec<String>, Vec<String>) {
    let day = |text: &str| Day::parse(text).unwrap().unix_days();
    let scale = TimeScale::fit(Span::from_days(day(first), day(last)), 0.0, 800.0);
    let ticks = Ticks::new(scale, 0.0, 800.0, labels, &width);
    let words = |ticks: &[Tick]| ticks.iter().filter_map(|tick| tick.label.clone()).collect();
    (words(&ticks.majors), words(&ticks.minors))
}

#[test]
fn labels_are_as_fine_as_there_is_room() {
    let english = DateLabels::English;
    let (majors, minors) = ticks("1981-01-01", "2027-01-01", english);
    assert!(majors.is_empty());
    assert_eq!(
        minors,
        ["1985", "1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"].map(String::from)[..minors.len()]
    );
    let (majors, minors) = ticks("2019-01-01", "2020-03-31", english);
    assert_eq!(majors, ["2019", "2020"]);
    assert_eq!(minors[..4], ["Jan", "Feb", "Mar", "Apr"].map(String::from));
    let (majors, minors) = ticks("2019-11-14", "2019-11-24", english);
    assert_eq!(majors, ["November 2019"]);
    assert_eq!(minors[..3], ["14", "15", "16"].map(String::from));
    assert_eq!(ticks("2019-11-14", "2019-11-24", DateLabels::Chinese).0, ["2019年11月"]);
    assert_eq!(ticks("2019-11-14", "2019-11-24", DateLabels::Iso).0, ["2019-11"]);
    assert_eq!(ticks("2018-01-01", "2020-12-31", DateLabels::Chinese).1[0], "一季度");
}

#[test]
fn years_before_our_era_are_round_for_readers() {
    let (_, minors) = ticks("-1200-01-01", "1200-01-01", DateLabels::English);
    assert_eq!(minors, ["1000 BCE", "500 BCE", "1", "500", "1000"]);
    let (_, minors) = ticks("-1200-01-01", "1200-01-01", DateLabels::Iso);
    assert!(minors.contains(&"-1000".to_owned()) && minors.contains(&"0000".to_owned()), "{minors:?}");
    let (_, minors) = ticks("-9999-01-01", "9999-12-31", DateLabels::Chinese);
    assert!(minors.contains(&"前4000".to_owned()) && minors.contains(&"4000".to_owned()), "{minors:?}");
}

proptest! {
    #[test]
    fn labels_never_touch_and_stay_inside(
        start in -4_371_587.0..2_900_000.0f64, days in 7.0..7e6f64, px in 300.0..2_000.0f64, which in 0usize..3,
    ) {
        let labels = [DateLabels::English, DateLabels::Chinese, DateLabels::Iso][which];
        let scale = TimeScale::fit(Span::new(start, (start + days).min(time::END_DAY)), 24.0, px - 48.0);
        let ticks = Ticks::new(scale, 4.0, px - 4.0, labels, &width);
        for (level, major) in [(&ticks.majors, true), (&ticks.minors, false)] {
            let placed: Vec<_> = level
                .iter()
                .filter_map(|tick| tick.label.as_ref().map(|label| (tick.label_x, tick.label_x + width(label, major))))
                .collect();
            prop_assert!(placed.iter().all(|&(from, to)| from >= 0.0 && to <= px));
            prop_assert!(placed.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
        prop_assert!(ticks.minors.len() < 200 && ticks.fine.len() < 500 && ticks.majors.len() < 60);
        prop_assert!(ticks.minors.windows(2).all(|pair| pair[0].day < pair[1].day));
    }
}
