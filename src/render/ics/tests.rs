use super::*;
use crate::{
    i18n::{Language, Words},
    load::load,
    model::Briefing,
    query::Index,
    state::ViewState,
};
use calcard::{
    Entry as Parsed, Parser,
    icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty, ICalendarValue},
};
use proptest::prelude::*;

const JSON: &str = r#"{"annals":1,"id":"brief","title":"A; b, \\c","as_of":"2026-03",
    "sources":[{"id":"s","title":"Notice, part 1; annex","url":"https://example.org/n?a=1&b=2"},{"id":"m","title":"Mail","url":"mailto:a@example.org"}],
    "instruments":[{"id":"act","title":"Act on plugs","number":"No. 7","sources":["s"],"stages":[
        {"stage":"comments-close","date":"2026-12-04","previous":["2026-11-30","2026-11-15"]},
        {"stage":"effective","date":"2027-03"},{"stage":"enforced","date":"2027-06-01?"},
        {"stage":"adopted","date":"2026-12-20"},
        {"stage":"withdrawn","date":"2027-05-01"}]}],
    "events":[{"id":"e","date":"2026-05-05","title":"Event"}],
    "meetings":[{"id":"mt","date":"2019-12-30","end":"2020-01-01","title":"强制性产品认证制度改革研讨会：目录调整、自我声明与认证机构的责任","city":"Beijing","country":"China","visibility":"internal","summary":"Two\nlines"},
        {"id":"mt-span","date":"2020-02-28/2020-02-29","title":"Span"},{"id":"mt-year","date":"2020","title":"Year"},
        {"id":"mt-end","date":"2020-03-01","end":"2020-03","title":"End open"},{"id":"mt-about","date":"2020-05-05~","title":"About"},{"id":"mt-far","date":"9999-12-31","title":"Far"}],
    "targets":[{"id":"t","title":"Goal","due":"2026-12-31","instrument":"act"},{"id":"t2","title":"Free"}]}"#;

fn made(briefing: &Briefing, language: Language, wanted: Wanted) -> Calendar {
    let (index, words, state) = (Index::new(briefing), Words::new(language), ViewState::default());
    let today = Day::from_unix_days(0);
    ics(
        &Context {
            briefing,
            index: &index,
            words: &words,
            state: &state,
            hits: &crate::query::search::Hits::default(),
            today,
        },
        wanted,
    )
}

fn briefing() -> Briefing {
    load(JSON.as_bytes()).unwrap().briefing
}

/// The calendar as another reader sees it.
fn parsed(text: &str) -> ICalendar {
    let mut parser = Parser::new(text);
    let Parsed::ICalendar(calendar) = parser.entry() else { panic!("{text}") };
    assert!(matches!(parser.entry(), Parsed::Eof));
    calendar
}

/// The events, each as its properties in text.
fn events(calendar: &ICalendar) -> Vec<Vec<(ICalendarProperty, String)>> {
    let is_event = |component: &&_| {
        matches!(
            component,
            calcard::icalendar::ICalendarComponent { component_type: ICalendarComponentType::VEvent, .. }
        )
    };
    let text = |value: &ICalendarValue| match value {
        ICalendarValue::Text(text) => text.clone(),
        ICalendarValue::Integer(number) => number.to_string(),
        ICalendarValue::PartialDateTime(at) => {
            format!(
                "{:04}-{:02}-{:02} {}",
                at.year.unwrap(),
                at.month.unwrap(),
                at.day.unwrap(),
                at.hour.map_or(String::new(), |hour| hour.to_string())
            )
        }
        ICalendarValue::Status(status) => format!("{status:?}"),
        other => format!("{other:?}"),
    };
    let found = calendar.components.iter().filter(is_event);
    let all = found.map(|event| {
        event
            .entries
            .iter()
            .map(|one| (one.name.clone(), one.values.iter().map(text).collect::<Vec<_>>().join("|")))
            .collect()
    });
    all.collect()
}

fn value<'a>(event: &'a [(ICalendarProperty, String)], name: &ICalendarProperty) -> &'a str {
    event.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
}

#[test]
fn another_reader_finds_every_event_with_its_days() {
    use ICalendarProperty::{Dtend, Dtstamp, Dtstart, Sequence, Status, Summary, Uid};
    let made = made(&briefing(), Language::En, Wanted::All);
    let calendar = parsed(&made.text);
    let events = events(&calendar);
    let rows: Vec<String> = events
        .iter()
        .map(|event| [Uid, Dtstart, Dtend, Sequence, Status, Summary].map(|name| value(event, &name)).join(" | "))
        .collect();
    assert_eq!(
        rows,
        [
            "mt@brief.annals | 2019-12-30 | 2020-01-02 | 0 | Confirmed | 强制性产品认证制度改革研讨会：目录调整、自我声明与认证机构的责任",
            "mt-span@brief.annals | 2020-02-28 | 2020-03-01 | 0 | Confirmed | Span",
            "mt-about@brief.annals | 2020-05-05 | 2020-05-06 | 0 | Tentative | About",
            "act.comments-close@brief.annals | 2026-12-04 | 2026-12-05 | 2 | Confirmed | comments close: Act on plugs",
            "t@brief.annals | 2026-12-31 | 2027-01-01 | 0 | Confirmed | Due: Goal",
            "act.enforced@brief.annals | 2027-06-01 | 2027-06-02 | 0 | Cancelled | enforced: Act on plugs",
        ]
    );
    assert!(events.iter().all(|event| value(event, &Dtstamp) == "2026-03-31 0"), "{events:?}");
    assert_eq!(made.events, 6);
    let left_out: Vec<_> = made.left_out.iter().map(Id::as_str).collect();
    assert_eq!(left_out, ["mt-far", "mt-year", "mt-end", "act.effective"]);
}

#[test]
fn texts_come_back_as_they_were() {
    use ICalendarProperty::{Class, Description, Location, Summary, Uid, Url};
    let made = made(&briefing(), Language::En, Wanted::All);
    let calendar = parsed(&made.text);
    let events = events(&calendar);
    let of = |id: &str| events.iter().find(|event| value(event, &Uid).starts_with(id)).unwrap();
    assert_eq!(
        value(of("act.comments"), &Description).lines().collect::<Vec<_>>(),
        [
            "Act on plugs",
            "No. 7",
            "Moved from 30 November 2026, 4 days later.",
            "Moved from 15 November 2026, 19 days later.",
            "Source: Notice, part 1; annex <https://example.org/n?a=1&b=2>"
        ]
    );
    assert!(value(of("act.comments"), &Url).contains("https://example.org/n?a=1&b=2"));
    assert_eq!(value(of("mt@"), &Description), "Two\nlines");
    assert_eq!(value(of("mt@"), &Location), "Beijing, China");
    assert!(value(of("mt@"), &Class).contains("Private") && value(of("t@"), &Class).is_empty());
    assert!(value(of("mt@"), &Summary).ends_with("的责任"));
    assert!(made.text.contains("\r\nNAME:A\\; b\\, \\\\c\r\n"));
}

#[test]
fn one_item_and_some_items_and_words_in_chinese() {
    let briefing = briefing();
    let ids = |all: &[&str]| all.iter().map(|id| Id::from(*id)).collect::<Vec<_>>();
    let uids = |all: &[&str]| {
        let made = made(&briefing, Language::ZhHans, Wanted::Items(&ids(all)));
        (made.text.matches("UID:").count(), made.left_out.len())
    };
    assert_eq!(uids(&["e"]), (1, 0));
    assert_eq!(uids(&["act"]), (2, 1));
    assert_eq!(uids(&["act.adopted", "act.adopted", "act", "act.enforced"]), (3, 1));
    assert_eq!(uids(&["none", "s", "t2"]), (0, 0));
    assert_eq!(made(&briefing, Language::ZhHans, Wanted::Items(&ids(&["t2"]))).text, "");
    let chinese = made(&briefing, Language::ZhHans, Wanted::Items(&ids(&["act.comments-close"]))).text;
    assert!(chinese.contains("SUMMARY:意见截止：Act on plugs\r\n"), "{chinese}");
}

#[test]
fn without_a_day_of_the_data_the_stamp_is_fixed() {
    let json = JSON.replace(r#""as_of":"2026-03","#, "");
    let briefing = load(json.as_bytes()).unwrap().briefing;
    let once = made(&briefing, Language::En, Wanted::All).text;
    assert_eq!(once.matches("DTSTAMP:19700101T000000Z").count(), 6);
    assert_eq!(once, made(&briefing, Language::En, Wanted::All).text);
}

proptest! {
    /// Any text comes back from the other reader; lines are short, whole characters stay together, and none ends early.
    #[test]
    fn any_text_survives(title in "[ -~\t\n\u{e9}\u{4e00}-\u{4e40}\u{1f600}\u{7}\u{85}\\\\;,:\"]{1,120}") {
        let mut briefing = briefing();
        briefing.meetings[0].body.title = crate::model::Text::plain(&format!("x{title}x"));
        let made = made(&briefing, Language::En, Wanted::Items(&[Id::from("mt")]));
        prop_assert!(made.text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        let calendar = parsed(&made.text);
        let events = events(&calendar);
        let wanted: String = format!("x{title}x").chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        prop_assert_eq!(value(&events[0], &ICalendarProperty::Summary), wanted);
    }
}
