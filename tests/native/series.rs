//! Values over time: the pictures, the captions, and what holds of any of them.

use annals::{
    draw::pins::{Pin, PinSign, Pins},
    draw::series::{
        Bounds, Join, Readings, SeriesChart, SeriesText, Telling, caption, participants, samples, series, span_of,
    },
    i18n::{Language, Words},
    layout::text::TextMeter,
    load::load,
    model::{Briefing, Day},
    query::Index,
    scene::{Scene, focus::stops_as_drawn, theme::Theme},
};

use super::{
    boxes::{assert_readable, texts},
    briefing,
    figures::assert_picture,
};

const CATALOGUE: [&str; 2] = ["ccc.catalogue.products", "ccc.catalogue.categories"];

/// A briefing with one series `s` of these observations, and whatever else.
fn made_up(observations: &str, more: &str) -> Briefing {
    let text = format!(
        r#"{{"annals":1,"id":"x","title":"X","series":[{{"id":"s","title":"Standards","unit":"standards","observations":[{observations}]}}]{more}}}"#
    );
    load(text.as_bytes()).expect("a briefing").briefing
}

/// The value `v` in the year `y`, and whatever else.
fn in_year(year: i32, value: i32, more: &str) -> String {
    format!(r#"{{"id":"o{year}","date":"{year}","value":{value}{more}}}"#)
}

fn readings<'a>(briefing: &'a Briefing, ids: &[&str], language: Language) -> Vec<Readings<'a>> {
    let (index, words) = (Index::new(briefing), Words::new(language));
    let text = |text: &annals::model::Text| {
        text.best(language.tag(), "en").map(|version| version.text.to_string()).unwrap_or_default()
    };
    let telling = Telling { words: &words, text: &text };
    let found = ids.iter().filter_map(|id| briefing.series.iter().find(|one| &*one.meta.id == *id));
    found.map(|one| Readings::of(briefing, &index, one, &telling)).collect()
}

fn told(briefing: &Briefing, language: Language) -> String {
    caption(&readings(briefing, &["s"], language)[0].list, &Words::new(language))
}

fn draw(all: &[Readings], bounds: Bounds, width: f64, language: Language) -> Scene {
    let words = Words::new(language);
    let text = SeriesText {
        words: &words,
        title: words.text("figure-series").into(),
        description: all.iter().map(|one| caption(&one.list, &words)).collect::<Vec<_>>().join(" ").into(),
        empty: words.text("series-empty").into(),
        dates: language.axis(),
    };
    let chart = SeriesChart { all: all.to_vec(), bounds, ..SeriesChart::default() };
    series(&chart, width, TextMeter::default(), &text).scene
}

/// Numbers of their own on stems, with what is marked below them.
fn draw_stems(all: Vec<Readings>, pins: Pins, width: f64, language: Language) -> Scene {
    let words = Words::new(language);
    let text = SeriesText {
        words: &words,
        title: "".into(),
        description: "".into(),
        empty: words.text("series-empty").into(),
        dates: language.axis(),
    };
    let chart = SeriesChart { all, join: Join::Stems, pins: vec![pins], ..SeriesChart::default() };
    series(&chart, width, TextMeter::default(), &text).scene
}

/// Every sort of value.
fn every_sort() -> Briefing {
    let observations = [
        r#"{"id":"exact","date":"2010-03-01","value":40}"#,
        r#"{"id":"about","date":"2011-05","value":55,"qualifier":"about"}"#,
        r#"{"id":"more-than","date":"2012-06-30","value":60,"qualifier":"more-than"}"#,
        r#"{"id":"at-least","date":"2013-06-30","value":80,"qualifier":"at-least"}"#,
        r#"{"id":"at-most","date":"2014-06-30","value":70,"qualifier":"at-most"}"#,
        r#"{"id":"less-than","date":"2015-06-30","value":30,"qualifier":"less-than"}"#,
        r#"{"id":"range","date":"2016-06-30","value":50,"low":42,"high":61}"#,
        r#"{"id":"year","date":"2017","value":52}"#,
        r#"{"id":"apart","date":"2018-02","value":95,"comparable":false}"#,
        r#"{"id":"disputed","date":"2019-01-10","value":66}"#,
        r#"{"id":"other","date":"2020-01-10","value":{"value":58,"alternatives":[{"value":74}]}}"#,
        r#"{"id":"no-year","date":"XXXX-08-24","value":58}"#,
    ];
    let dispute = r#","disputes":[{"id":"d","on":["disputed"],"claims":[{"text":"66"},{"text":"60"}]}]"#;
    made_up(&observations.join(","), dispute)
}

#[test]
fn catalogue_size() {
    let all = readings(&briefing::loaded().briefing, &CATALOGUE, Language::En);
    assert_picture("series-catalogue", &draw(&all, (None, None), 960.0, Language::En), &Theme::LIGHT);
}

#[test]
fn catalogue_size_on_a_phone() {
    let all = readings(&briefing::loaded().briefing, &CATALOGUE, Language::ZhHans);
    assert_picture("series-narrow", &draw(&all, (None, None), 328.0, Language::ZhHans), &Theme::DARK);
}

/// The participants of the meetings of the briefing.
fn meetings(briefing: &Briefing, language: Language) -> (Readings<'_>, Pins) {
    let words = Words::new(language);
    let text = |text: &annals::model::Text| {
        text.best(language.tag(), "en").map(|version| version.text.to_string()).unwrap_or_default()
    };
    let all: Vec<_> = briefing.meetings.iter().collect();
    let telling = Telling { words: &words, text: &text };
    let (readings, list) = participants(&all, &words.text("meetings-participants"), &telling);
    (readings, Pins { title: words.text("meetings-missing").into(), sign: PinSign::Missing, list })
}

#[test]
fn participants_of_meetings() {
    let loaded = briefing::loaded();
    let (readings, missing) = meetings(&loaded.briefing, Language::En);
    let silent = loaded.briefing.meetings.iter().filter(|one| one.attendance.totals.is_empty()).count();
    assert_eq!(missing.list.len(), silent);
    assert_picture("meetings", &draw_stems(vec![readings], missing, 960.0, Language::En), &Theme::LIGHT);
    let (readings, missing) = meetings(&loaded.briefing, Language::ZhHans);
    assert_picture("meetings-narrow", &draw_stems(vec![readings], missing, 328.0, Language::ZhHans), &Theme::DARK);
}

#[test]
fn stems_have_one_scale_and_marks_their_place() {
    let briefing = made_up(
        &[in_year(2019, 40, ""), in_year(2020, 3, "")].join(","),
        r#","events":[{"id":"e","date":"2019-07","title":"E"},{"id":"f","date":"2030","title":"F"}]"#,
    );
    let all = readings(&briefing, &["s"], Language::En);
    let other = Readings { list: all[0].list[1..].to_vec(), title: "Few of a kind".into(), ..Readings::default() };
    let pin = |index: usize| {
        let event = &briefing.events[index];
        let when = span_of(&event.date.value).expect("a place in time");
        Pin { id: event.meta.id.as_str().into(), name: "E".into(), when }
    };
    let pins = Pins { title: "Meanwhile".into(), sign: PinSign::Event, list: vec![pin(1), pin(0)] };
    let scene = draw_stems(vec![all[0].clone(), other], pins, 480.0, Language::En);
    let axis = texts(&scene, TextMeter::default()).iter().filter(|(_, words)| words == "40").count();
    assert!(axis >= 2, "both panels count to the same number: {:?}", texts(&scene, TextMeter::default()));
    let keys: Vec<String> = stops_as_drawn(&scene).iter().map(|stop| stop.key.id.to_string()).collect();
    assert_eq!(keys, ["o2019", "o2020", "o2020", "e", "f"]);
    assert_picture("series-stems", &scene, &Theme::LIGHT);
}

#[test]
fn every_sort_of_value() {
    let briefing = every_sort();
    let all = readings(&briefing, &["s"], Language::En);
    assert_eq!((all[0].list.len(), all[0].unplaced, samples(&all).len()), (11, 1, 7));
    assert_picture("series-signs", &draw(&all, (None, None), 720.0, Language::En), &Theme::LIGHT);
}

#[test]
fn one_value_and_none() {
    let (one, none) = (made_up(&in_year(2019, 5, ""), ""), made_up("", ""));
    let one = readings(&one, &["s"], Language::En);
    assert_picture("series-one", &draw(&one, (None, None), 480.0, Language::En), &Theme::LIGHT);
    let none = readings(&none, &["s"], Language::En);
    assert_picture("series-none", &draw(&none, (None, None), 480.0, Language::En), &Theme::CONTRAST);
}

#[test]
fn what_lies_outside_the_domain_is_left_out() {
    let briefing = every_sort();
    let all = readings(&briefing, &["s"], Language::En);
    let shown = |from: Option<&str>, to: Option<&str>| {
        let [from, to] = [from, to].map(|day| day.and_then(Day::parse));
        let scene = draw(&all, (from, to), 480.0, Language::En);
        let keys: Vec<String> = stops_as_drawn(&scene).iter().map(|stop| stop.key.id.to_string()).collect();
        (keys.join(" "), has_words(&scene, "There is no value to draw."))
    };
    assert_eq!(shown(Some("2012-01-01"), Some("2014-12-31")), ("more-than at-least at-most".to_owned(), false));
    assert_eq!(shown(Some("2018-05-05"), None), ("apart disputed other".to_owned(), false));
    assert_eq!(shown(None, Some("2011-01-01")), ("exact about".to_owned(), false));
    assert_eq!(shown(Some("2030-01-01"), None), (String::new(), true));
    assert_eq!(shown(None, Some("1900-01-01")), (String::new(), true));
}

/// A value stays on the line unless a source gives another one for it. A dispute that names one value alone, or equal
/// ones, is about something else; its sign and its words stay.
#[test]
fn only_rival_values_leave_the_line() {
    let off = |all: &[Readings]| {
        let off = all.iter().flat_map(|one| &one.list).filter(|one| one.comparable && !one.is_on_line());
        off.map(|one| one.id().to_string()).collect::<Vec<_>>()
    };
    let contested = |all: &[Readings]| {
        let list = all.iter().flat_map(|one| &one.list).filter(|one| one.is_contested());
        list.map(|one| one.id().to_string()).collect::<Vec<_>>()
    };
    let built = |ids: &[&str]| readings(&briefing::loaded().briefing, ids, Language::En);
    // Dispute 4 is between 119 and 137 products, dispute 7 about the date of the text of 2023.
    let catalogue = built(&CATALOGUE);
    let id = |day: &str| format!("ccc.catalogue.products.{day}");
    assert_eq!(off(&catalogue), [id("2019"), id("2020-01-16"), id("2020-04")]);
    let dated = ["products", "categories"].map(|of| format!("ccc.catalogue.{of}.2023-08-10"));
    assert!(dated.iter().all(|id| contested(&catalogue).contains(id)));
    // 1,140,000 or 370,000 standards; sixteen departments on two dates.
    let enterprise = built(&["standards.enterprise"]);
    assert_eq!(off(&enterprise), ["standards.enterprise.2019", "standards.enterprise.2019-09-11"]);
    let departments = built(&["cs2035.action_plan.departments"]);
    assert_eq!((off(&departments).len(), contested(&departments).len()), (0, 3));
    // Other values that stand with the value itself; another date.
    let every = every_sort();
    let every = readings(&every, &["s"], Language::En);
    assert_eq!((off(&every), contested(&every)), (vec!["other".into()], vec!["disputed".into(), "other".into()]));
    let date = r#"{"id":"d","date":{"value":"2019","alternatives":[{"value":"2020"}]},"value":5}"#;
    let date = made_up(date, "");
    let date = readings(&date, &["s"], Language::En);
    assert_eq!((off(&date).len(), contested(&date).len()), (0, 1));
}

fn has_words(scene: &Scene, words: &str) -> bool {
    texts(scene, TextMeter::default()).iter().any(|(_, content)| content == words)
}

#[test]
fn texts_neither_overlap_nor_leave_the_picture() {
    for language in Language::ALL {
        let built = readings(&briefing::loaded().briefing, &CATALOGUE, language);
        let every = every_sort();
        let every = readings(&every, &["s"], language);
        for width in [200.0, 328.0, 480.0, 720.0, 1_040.0, 1_400.0] {
            for all in [&built, &every] {
                let scene = draw(all, (None, None), width, language);
                assert_readable(&scene, TextMeter::default(), &format!("series at {width}, {}", language.tag()));
            }
        }
    }
}

#[test]
fn captions_of_the_catalogue() {
    let captions = |language| {
        let all = readings(&briefing::loaded().briefing, &CATALOGUE, language);
        all.iter().map(|one| caption(&one.list, &Words::new(language))).collect::<Vec<_>>()
    };
    assert_eq!(
        captions(Language::En),
        [
            "From 132 products in 2001 to 96 products in 2023 (sources disagree); the highest was 172 products in 2009. \
             One more value is not comparable with these. Sources disagree on 4 values.",
            "From 19 categories in 2001 to 16 categories in 2023 (sources disagree); the highest was 23 categories in 2009. \
             One more value is not comparable with these.",
        ]
    );
    assert_eq!(
        captions(Language::ZhHans),
        [
            "由 132 个产品（2001年）变为 96 个产品（2023年），来源说法不一；最高为 172 个产品（2009年）。\
             另有 1 个数值不宜与之比较。其中 4 个数值来源说法不一。",
            "由 19 个类别（2001年）变为 16 个类别（2023年），来源说法不一；最高为 23 个类别（2009年）。\
             另有 1 个数值不宜与之比较。",
        ]
    );
}

#[test]
fn captions_follow_the_values() {
    let of = |observations: &[String]| told(&made_up(&observations.join(","), ""), Language::En);
    let year = in_year;
    assert_eq!(of(&[]), "No value is recorded.");
    assert_eq!(of(&[year(2019, 5, "")]), "5 standards in 2019.");
    assert_eq!(of(&[year(2019, 5, r#","comparable":false"#)]), "5 standards in 2019.");
    assert_eq!(of(&[year(2020, 5, ""), year(2019, 5, "")]), "5 standards both in 2019 and in 2020.");
    let same = [year(2019, 5, ""), year(2020, 5, ""), year(2021, 5, "")];
    assert_eq!(of(&same), "5 standards at all 3 dates, 2019 to 2021.");
    let same_but_one = [year(2019, 5, ""), year(2020, 5, r#","qualifier":"about""#)];
    assert_eq!(of(&same_but_one), "From 5 standards in 2019 to about 5 standards in 2020.");
    assert_eq!(
        of(&[year(2019, 5, ""), year(2020, 9, ""), year(2021, 2, ""), year(2022, 7, r#","qualifier":"more-than""#)]),
        "From 5 standards in 2019 to more than 7 standards in 2022; the highest was 9 standards in 2020, the lowest \
         2 standards in 2021."
    );
    let apart = r#","comparable":false"#;
    assert_eq!(of(&[year(2019, 5, apart), year(2020, 9, apart)]), "2 values, none of them comparable with the others.");
    let days = [r#"{"date":"2019-03-01","value":1}"#.to_owned(), r#"{"date":"2019-08","value":2}"#.to_owned()];
    assert_eq!(of(&days), "From 1 standard on 1 March 2019 to 2 standards in August 2019.");
    let alike = [r#"{"date":"2019-03-01","value":2}"#.to_owned(), r#"{"date":"2019-08","value":2}"#.to_owned()];
    assert_eq!(of(&alike), "2 standards both on 1 March 2019 and in August 2019.");
    let other = r#"{"date":"2019","value":{"value":5,"alternatives":[{"value":6}]}}"#.to_owned();
    assert_eq!(of(&[other]), "5 standards in 2019 (sources disagree).");
    let chinese = made_up(&same.join(","), "");
    assert_eq!(told(&chinese, Language::ZhHans), "2019年至2021年的 3 个时点均为 5 项标准。");
}
