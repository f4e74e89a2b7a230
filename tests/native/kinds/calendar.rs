//! The calendar of months.

use super::{assert_built_in, assert_tidy_everywhere, drawn, loaded, sentences, table};
use crate::figures::assert_picture;
use annals::{i18n::Language, model::Briefing, scene::theme::Theme};

fn briefing(dates: &[&str]) -> Briefing {
    let events = dates.iter().enumerate().map(|(at, date)| format!(r#"{{"id":"e{at}","date":"{date}","title":"E"}}"#));
    let events = events.collect::<Vec<_>>().join(",");
    loaded(&format!(r#""figures":[{{"id":"f","kind":"calendar","title":"Months"}}],"events":[{events}]"#))
}

#[test]
fn calendar_of_the_briefing() {
    assert_built_in("calendar", "months");
}

#[test]
fn calendar_of_every_sort() {
    let mut dates =
        vec!["1912-02", "2001", "2001-12-03", "2002-05-01/2003-08-01", "2003/2004", "2004-21", "XXXX-08-24", "2005~"];
    dates.extend(std::iter::repeat_n("2003-07", 1_234));
    dates.extend(std::iter::repeat_n("2003-08", 300));
    dates.extend(std::iter::repeat_n("2003-09-09", 12));
    let hard = briefing(&dates);
    assert_picture("calendar-hard", &drawn(&hard, Language::En, 260.0), &Theme::LIGHT);
    assert_tidy_everywhere(&hard);
    assert_tidy_everywhere(&briefing(&[]));
    assert_eq!(
        table(&hard)[2..4],
        [
            "2001 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 1 | 2",
            "2002 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1",
        ]
    );
}

#[test]
fn calendar_is_told_by_rule() {
    let said = |dates: &[&str]| Language::ALL.map(|language| sentences(&briefing(dates), language));
    assert_eq!(said(&[]), ["No item is recorded.", "没有记录任何事项。"]);
    assert_eq!(said(&["2019-10-17"]), ["One item, in 2019.", "2019年共 1 项。"]);
    assert_eq!(
        said(&["2019-10-17", "2019-11"]),
        [
            "2 items, all in 2019. Most in one month: 1, in 2 months, first in October 2019.",
            "2019年共 2 项。单月最多：1 项，共 2 个月，最早为2019年10月。",
        ]
    );
    assert_eq!(
        said(&["2019", "XXXX-08"])[0],
        "One item, in 2019. The month of one item is not stated; it stands in a column of its own. One item has no year and is not counted."
    );
}
