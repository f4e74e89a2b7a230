//! Where each policy act stands on a day, from the table of stages alone.

use std::collections::{BTreeMap, BTreeSet};

use annals::{
    i18n::{Language, Words},
    model::Day,
    query::status,
};
use jiff::civil::Date;

use super::{Row, days, list, rows, rows_where};
use crate::briefing;

/// What holds of an act of which exactly these stages are behind, by the published table.
fn standing(stages: &[&Row], behind: &[&Row]) -> &'static str {
    let is = |names: &[&str]| behind.iter().any(|row| names.contains(&row["stage"].as_str()));
    let comes = |names: &[&str]| {
        let ahead = stages.iter().filter(|row| !behind.iter().any(|one| one["id"] == row["id"]));
        ahead.into_iter().any(|row| names.contains(&row["stage"].as_str()))
    };
    match () {
        () if is(&["withdrawn"]) => "withdrawn",
        () if is(&["repealed", "superseded"]) => "ended",
        () if is(&["effective", "enforced"]) && comes(&["grace-ends"]) => "grace",
        () if is(&["effective", "enforced"]) => "in-force",
        () if is(&["adopted", "published"]) && comes(&["effective", "enforced"]) => "adopted",
        () if is(&["adopted", "published"]) => "unknown",
        () if is(&["consultation-opened"]) && comes(&["comments-close"]) => "open",
        () if is(&["announced", "drafted", "consultation-opened", "comments-close"]) => "proposed",
        () => "unknown",
    }
}

/// Where an act stands: what holds whichever of the stages that may be behind are; unknown where that differs.
fn expected(instrument: &str, day: Date) -> &'static str {
    let stages = rows_where("stages", "instrument", instrument);
    // Comments are open, and a transition runs, up to the end of their last day.
    let until = |row: &Row| match &*row["stage"] {
        "comments-close" | "grace-ends" => day.yesterday().unwrap(),
        _ => day,
    };
    let is_surely = |row: &Row| days(&row["date"]).is_some_and(|(_, last)| last <= until(row));
    let is_perhaps = |row: &Row| !is_surely(row) && days(&row["date"]).is_none_or(|(first, _)| first <= until(row));
    let surely: Vec<&Row> = stages.iter().copied().filter(|row| is_surely(row)).collect();
    let perhaps: Vec<&Row> = stages.iter().copied().filter(|row| is_perhaps(row)).collect();
    let cases = (0..1_u32 << perhaps.len()).map(|case| {
        let more = perhaps.iter().enumerate().filter(|(at, _)| case >> at & 1 == 1).map(|(_, row)| *row);
        standing(&stages, &surely.iter().copied().chain(more).collect::<Vec<_>>())
    });
    let found: BTreeSet<&str> = cases.collect();
    if found.len() == 1 { found.into_iter().next().unwrap() } else { "unknown" }
}

/// The days of the tests: the meeting, the change of the catalogue, the end of the data, and what is to come.
const DAYS: [&str; 6] = ["2003-05-01", "2019-11-16", "2020-04-21", "2023-08-10", "2026-03-31", "2027-06-30"];

#[test]
fn acts_stand_where_their_stages_say() {
    let briefing = &briefing::loaded().briefing;
    for day in DAYS {
        for instrument in &briefing.instruments {
            let id = &*instrument.meta.id;
            let found = status(instrument, Day::parse(day).unwrap()).word();
            assert_eq!(found, expected(id, day.parse().unwrap()), "{id} on {day}");
        }
    }
}

/// The lists of documents: how many there are, of which kind, and where they stand when the data end.
#[test]
fn documents_are_counted_by_kind_and_status() {
    let briefing = &briefing::loaded().briefing;
    let mut counts = Vec::new();
    for figure in rows_where("figures", "kind", "documents") {
        let named = list(&figure["items"]);
        let wanted: Vec<&Row> =
            rows("instruments").iter().filter(|row| named.is_empty() || named.contains(&row["id"].as_str())).collect();
        let tally = |words: &mut dyn Iterator<Item = String>| {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            words.for_each(|word| *counts.entry(word).or_default() += 1);
            counts
        };
        let day = DAYS[4];
        let by_kind = tally(&mut wanted.iter().map(|row| row["kind"].clone()));
        let by_status = tally(&mut wanted.iter().map(|row| expected(&row["id"], day.parse().unwrap()).to_owned()));
        let model = briefing.figures.iter().find(|one| *one.meta.id == *figure["id"]).unwrap();
        let is_shown = |id: &annals::model::Id| model.items.is_empty() || model.items.contains(id);
        let shown: Vec<_> = briefing.instruments.iter().filter(|one| is_shown(&one.meta.id)).collect();
        assert_eq!(shown.len(), wanted.len(), "{}", figure["id"]);
        assert_eq!(tally(&mut shown.iter().map(|one| one.kind.as_deref().unwrap_or("other").to_owned())), by_kind);
        let words = |one: &&&annals::model::Item<annals::model::Instrument>| {
            status(one, Day::parse(day).unwrap()).word().to_owned()
        };
        assert_eq!(tally(&mut shown.iter().map(|one| words(&one))), by_status);
        let (count, total) = (shown.len(), wanted.len());
        for language in Language::ALL {
            let values = [("shown", count.into()), ("total", count.into())];
            let said = match language {
                Language::En => format!("{total} of {total} policy acts"),
                Language::ZhHans => format!("{total} 份政策文件中的 {total} 份"),
            };
            assert_eq!(Words::new(language).text_with("documents-count", &values), said);
        }
        counts.push((figure["id"].as_str(), total));
    }
    assert_eq!(counts, [("ccc-documents", 54), ("cs2035-documents", 15), ("all-documents", 104), ("miit-acts", 2)]);
}
