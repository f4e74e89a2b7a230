//! What a series comes to: first, last, what lay beyond both, and how many values are disputed or apart.

use std::sync::LazyLock;

use annals::{
    draw::series::{Readings, SeriesChart, SeriesText, Telling, caption, series},
    figure::{Context, joined, kind},
    i18n::{Language, Words},
    layout::text::TextMeter,
    model::{Day, Item, Series},
    query::Index,
    scene::focus::stops_as_drawn,
    state::ViewState,
};

use super::{Row, date_words, days, is_disputed, list, observed, rows, rows_where};
use crate::briefing;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&briefing::loaded().briefing));

/// What the app says of a series, and draws.
fn readings(language: Language, id: &str) -> Readings<'static> {
    let (briefing, words) = (&briefing::loaded().briefing, Words::new(language));
    let text = |text: &annals::model::Text| text.best(language.tag(), "en").unwrap().text.to_string();
    let is_it = |one: &&Item<Series>| &*one.meta.id == id;
    let found = briefing.series.iter().find(is_it).unwrap();
    Readings::of(briefing, &INDEX, found, &Telling { words: &words, text: &text })
}

/// The values of a series by date.
fn by_date(series: &str) -> Vec<&'static Row> {
    let mut all = rows_where("observations", "series", series);
    let middle = |row: &&Row| {
        let (first, last) = days(&row["date"]).unwrap();
        let day = |date: jiff::civil::Date| (date - jiff::civil::date(1970, 1, 1)).get_days();
        day(first) + day(last)
    };
    all.sort_by_key(middle);
    all
}

fn value(row: &Row) -> f64 {
    row["value"].parse().unwrap()
}

/// The caption, put together from the table.
fn expected(series: &str, language: Language) -> String {
    let is_english = language == Language::En;
    let all = by_date(series);
    let told: Vec<&Row> = all.iter().copied().filter(|row| all.len() == 1 || row["comparable"] != "false").collect();
    let year = |row: &Row| row["date"][..4].to_owned();
    let (Some(first), Some(last)) = (told.first().copied(), told.last().copied()) else {
        let count = all.len();
        return match (count, is_english) {
            (0, true) => "No value is recorded.".to_owned(),
            (0, false) => "没有记录数值。".to_owned(),
            (_, true) => format!("{count} values, none of them comparable with the others."),
            (_, false) => format!("共 {count} 个数值，彼此不宜比较。"),
        };
    };
    // Years are enough, but for values of one year and for a single one.
    let by_day = told.len() > 1 && year(first) == year(last);
    let when = |row: &Row| date_words(if by_day { &row["date"] } else { &row["date"][..4] }, language);
    let within = |row: &Row| if by_day && row["date"].len() == 10 { "on" } else { "in" };
    let point = |row: &Row| {
        let (value, when) = (observed(row, language), when(row));
        let within = within(row);
        match (is_english, is_disputed(&row["id"])) {
            (true, false) => format!("{value} {within} {when}"),
            (true, true) => format!("{value} {within} {when} (sources disagree)"),
            (false, false) => format!("{value}（{when}）"),
            (false, true) => format!("{value}（{when}），来源说法不一"),
        }
    };
    let mut mentioned = vec![first];
    let mut said = if told.len() == 1 {
        if is_english { format!("{}.", point(first)) } else { format!("{}。", point(first)) }
    } else {
        mentioned.push(last);
        let words = observed(first, language);
        if told.iter().all(|row| observed(row, language) == words && !is_disputed(&row["id"])) {
            let (from, to, count) = (when(first), when(last), told.len());
            match (count, is_english) {
                (2, true) => format!("{words} both {} {from} and {} {to}.", within(first), within(last)),
                (_, true) => format!("{words} at all {count} dates, {from} to {to}."),
                (_, false) => format!("{from}至{to}的 {count} 个时点均为 {words}。"),
            }
        } else {
            let best = |sign: f64| {
                let most = told.iter().map(|row| sign * value(row)).fold(f64::NEG_INFINITY, f64::max);
                let between = most > sign * value(first) && most > sign * value(last);
                told.iter().copied().find(|row| between && sign * value(row) == most)
            };
            let (high, low) = (best(1.0), best(-1.0));
            mentioned.extend(high.iter().chain(&low));
            let change = if is_english {
                format!("From {} to {}", point(first), point(last))
            } else {
                format!("由 {}变为 {}", point(first), point(last))
            };
            match (high.map(point), low.map(point), is_english) {
                (None, None, true) => format!("{change}."),
                (Some(high), None, true) => format!("{change}; the highest was {high}."),
                (None, Some(low), true) => format!("{change}; the lowest was {low}."),
                (Some(high), Some(low), true) => format!("{change}; the highest was {high}, the lowest {low}."),
                (None, None, false) => format!("{change}。"),
                (Some(high), None, false) => format!("{change}；最高为 {high}。"),
                (None, Some(low), false) => format!("{change}；最低为 {low}。"),
                (Some(high), Some(low), false) => format!("{change}；最高为 {high}，最低为 {low}。"),
            }
        }
    };
    match (all.len() - told.len(), is_english) {
        (0, _) => {}
        (1, true) => said += " One more value is not comparable with these.",
        (count, true) => said += &format!(" {count} more values are not comparable with these."),
        (count, false) => said += &format!("另有 {count} 个数值不宜与之比较。"),
    }
    let disputed = |rows: &[&Row]| rows.iter().filter(|row| is_disputed(&row["id"])).count();
    match (disputed(&all), is_english) {
        (count, _) if count == disputed(&mentioned) => {}
        (1, true) => said += " Sources disagree on one value.",
        (count, true) => said += &format!(" Sources disagree on {count} values."),
        (count, false) => said += &format!("其中 {count} 个数值来源说法不一。"),
    }
    said
}

#[test]
fn captions_of_all_series_follow_from_the_tables() {
    for language in Language::ALL {
        for row in rows("series") {
            let read = readings(language, &row["id"]);
            assert_eq!(read.unplaced, 0, "{}", row["id"]);
            assert_eq!(caption(&read.list, &Words::new(language)), expected(&row["id"], language), "{}", row["id"]);
        }
    }
}

/// The charts: which series, how many values, and how many of them are drawn.
#[test]
fn charts_hold_every_value_of_their_series() {
    let words = Words::new(Language::En);
    let mut counts = Vec::new();
    for figure in rows_where("figures", "kind", "series") {
        let ids = list(&figure["series"]);
        let all: Vec<Readings> = ids.iter().map(|id| readings(Language::En, id)).collect();
        let text = SeriesText {
            words: &words,
            title: "".into(),
            description: "".into(),
            empty: words.text("series-empty").into(),
            dates: Language::En.axis(),
        };
        let chart = SeriesChart { all: all.clone(), ..SeriesChart::default() };
        let scene = series(&chart, 960.0, TextMeter::default(), &text).scene;
        let mut drawn: Vec<String> = stops_as_drawn(&scene).iter().map(|stop| stop.key.id.to_string()).collect();
        let mut wanted: Vec<&str> =
            ids.iter().flat_map(|id| rows_where("observations", "series", id)).map(|row| row["id"].as_str()).collect();
        drawn.sort();
        wanted.sort();
        assert_eq!(drawn, wanted, "{}", figure["id"]);
        counts.push((figure["id"].as_str(), ids.len(), wanted.len()));
    }
    assert_eq!(counts, [("catalogue-size", 2, 16)]);
}

/// What readers see first of the catalogue, in full.
#[test]
fn the_catalogue_is_told_in_these_words() {
    assert_eq!(
        expected("ccc.catalogue.products", Language::En),
        "From 132 products in 2001 to 96 products in 2023 (sources disagree); the highest was 172 products in 2009. One \
         more value is not comparable with these. Sources disagree on 4 values."
    );
    assert_eq!(
        expected("ccc.catalogue.categories", Language::ZhHans),
        "由 19 个类别（2001年）变为 16 个类别（2023年），来源说法不一；最高为 23 个类别（2009年）。另有 1 个数值不宜与之比较。"
    );
}

/// What the figures about the numbers of standards come to.
#[test]
fn the_numbers_of_standards_are_told_in_these_words() {
    let (briefing, words) = (&briefing::loaded().briefing, Words::new(Language::En));
    let (state, today) = (ViewState::default(), Day::parse("2026-04-01").unwrap());
    let context = Context {
        briefing,
        index: &INDEX,
        words: &words,
        state: &state,
        hits: &annals::query::search::Hits::default(),
        today,
    };
    let told = |id: &str| {
        let figure = briefing.figures.iter().find(|one| &*one.meta.id == id).unwrap();
        joined(&context, &(kind(&figure.kind).unwrap().tell)(&context, figure))
    };
    assert_eq!(
        told("standards-in-year"),
        "National standards approved in the year. From 1,931 standards in 2015 to 4,929 standards in 2025. \
         Industry (sector) standards filed in the year. From 4,880 standards in 2019 to 4,141 standards in 2023; the \
         highest was 8,105 standards in 2020, the lowest 3,501 standards in 2022. \
         Local standards filed in the year. From 7,238 standards in 2019 to 10,751 standards in 2023. \
         Association standards published in the year. From 6,227 standards in 2019 to 23,162 standards in 2023."
    );
    assert_eq!(
        told("standards-by-level"),
        "National standards. From 36,877 standards in 2019 to more than 42,000 standards in 2022. \
         Industry (sector) standards. From 62,262 standards in 2019 to more than 78,000 standards in 2022. \
         Local standards. From 37,818 standards in 2019 to more than 62,000 standards in 2022."
    );
    assert_eq!(
        told("standards-mandatory"),
        "Mandatory national standards. From 3,136 standards in 2007 to 2,091 standards in 2020. \
         Recommended national standards. From 18,313 standards in 2007 to 35,580 standards in 2020."
    );
    // At either of its ends all values of a slope are those of one source.
    for (end, source) in [("2019-09-11", "src-cbn-2019"), ("2022-12-31", "src-shine-2023")] {
        for series in ["standards.national", "standards.industry", "standards.local"] {
            let row = by_date(series).into_iter().find(|row| row["date"] == end).unwrap();
            assert_eq!(row["sources"], source);
        }
    }
}
