use super::*;
use crate::load::load;

const JSON: &str = r#"{"annals":1,"id":"x","title":"X","holidays":[{"date":"2026-11-27"},{"date":"2026-10-01/2026-10-07"}],
    "sources":[{"id":"s","title":"S"}],
    "instruments":[
        {"id":"draft","title":"Draft","stages":[{"stage":"consultation-opened","date":"2026-10-23"},
            {"stage":"comments-close","date":"2026-12-04","previous":["2026-11-22",{"value":"2026-11-30","sources":["s"],"note":"Many asked for time"},"2026-11"]}]},
        {"id":"law","title":"Law","stages":[{"stage":"adopted","date":"2026-05"},{"stage":"effective","date":"2026-12"},
            {"stage":"grace-ends","date":{"value":"2027-01-31","alternatives":["2027-02-28"]}},{"stage":"enforced","date":"XXXX-03-01"}]},
        {"id":"gone","title":"Gone","stages":[{"stage":"consultation-opened","date":"2026-11-02"},{"stage":"comments-close","date":"2026-11-30"},
            {"stage":"withdrawn","date":"2026-11-20"}]},
        {"id":"over","title":"Over","stages":[{"stage":"consultation-opened","date":"2026-09-01"},{"stage":"comments-close","date":"2026-09-30"}]}],
    "targets":[{"id":"goal","title":"Goal","due":"2027","instrument":"law"},{"id":"none","title":"None"}]}"#;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Each deadline on a line: id, days left, working days left, days gone, moves.
fn told(moment: Moment, today: &str) -> Vec<String> {
    let briefing = load(JSON.as_bytes()).unwrap().briefing;
    let index = Index::new(&briefing);
    let range = |(least, most): (i64, i64)| if least == most { least.to_string() } else { format!("{least}..{most}") };
    let line = |one: &Deadline| {
        let left = one.left.map_or("?".to_owned(), |left| format!("{} ({})", range(left.days), range(left.working)));
        let gone = one.elapsed.map_or("-".to_owned(), |gone| format!("{} ({})", range(gone.days), range(gone.working)));
        let moved: Vec<_> = one.moved.iter().map(|one| one.by.map_or("?".to_owned(), |by| by.to_string())).collect();
        let ended = one.ended.map_or("", Status::word);
        format!("{} {} | {left} | {gone} | {} | {ended}", one.meta.id, one.kind.word(), moved.join(" "))
    };
    deadlines(&briefing, &index, moment, day(today)).iter().map(line).collect()
}

#[test]
fn deadlines_are_sorted_by_days_left_and_counted_both_ways() {
    // 22 November 2026 is a Sunday. Left: 23, 24, 25, 26, 30 November, 1 to 4 December, without the 27th, a holiday.
    // Gone: 23 October to 22 November, both counted: 31 days, 21 weekdays.
    assert_eq!(
        told(Moment::default(), "2026-11-22"),
        [
            "gone.comments-close comments | 8 (5) | 21 (15) |  | withdrawn",
            "law.effective effective | 9..39 (6..28) | 176..206 (120..141) |  | ",
            "draft.comments-close comments | 12 (9) | 31 (21) | 12 4 ? | ",
            "goal target | 40..404 (29..289) | - |  | ",
            "law.grace-ends grace | 70..98 (49..69) | - |  | ",
            "law.enforced enforced | ? | - |  | ",
            "over.comments-close comments | -53 (-32) | 30 (22) |  | ",
        ]
    );
}

#[test]
fn the_last_day_counts_and_the_first_day_does() {
    let draft = |today| told(Moment::default(), today).into_iter().find(|line| line.starts_with("draft")).unwrap();
    assert_eq!(draft("2026-12-04"), "draft.comments-close comments | 0 (0) | 43 (30) | 12 4 ? | ");
    assert_eq!(draft("2026-12-05"), "draft.comments-close comments | -1 (0) | 43 (30) | 12 4 ? | ");
    assert_eq!(draft("2026-10-23"), "draft.comments-close comments | 42 (29) | 1 (1) | 12 4 ? | ");
    assert_eq!(draft("2026-10-22"), "draft.comments-close comments | 43 (30) | - | 12 4 ? | ");
}

#[test]
fn a_look_back_leaves_out_what_nobody_could_know() {
    let ids = |asof: &str| -> Vec<String> {
        let moment = Moment { asof: Day::parse(asof), known: None };
        told(moment, "2030-01-01").iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect()
    };
    // A date without a year may have passed already.
    assert_eq!(ids("2026-04-30"), ["law.enforced"]);
    assert_eq!(ids("2026-09-01"), ["over.comments-close", "law.effective", "goal", "law.grace-ends", "law.enforced"]);
}

#[test]
fn a_move_has_its_reason_and_its_source() {
    let briefing = load(JSON.as_bytes()).unwrap().briefing;
    let found = deadlines(&briefing, &Index::new(&briefing), Moment::default(), day("2026-11-22"));
    let draft = found.iter().find(|one| *one.meta.id == *"draft.comments-close").unwrap();
    let reasons: Vec<_> = draft.moved.iter().map(|one| one.reason().map(|text| &*text.versions()[0].text)).collect();
    assert_eq!(reasons, [None, Some("Many asked for time"), None]);
    assert_eq!(&*draft.moved[1].was.sources()[0].source, "s");
}

#[test]
fn without_holidays_it_is_said() {
    let briefing = load(JSON.as_bytes()).unwrap().briefing;
    let index = Index::new(&briefing);
    let listed = |id: &str| {
        let found = deadlines(&briefing, &index, Moment::default(), day("2026-11-22"));
        found.iter().find(|one| *one.meta.id == *id).unwrap().left.unwrap().has_holidays
    };
    // Of 2026 holidays are listed, of 2027 none.
    assert_eq!(["draft.comments-close", "law.grace-ends"].map(listed), [true, false]);
}
