//! Cards with a single value, attendance, meetings, goals, the catalogue, sources, what is to come, and the numbers in
//! the texts of the author.

use std::collections::{BTreeMap, BTreeSet};

use annals::{
    draw::activity::Activity,
    i18n::{Language, Value, Words},
    model::{Edtf, Item, Meeting},
    query::{self, Found, Index, upcoming, visible},
    state::ViewState,
};

use super::{Row, date_words, days, is_disputed, list, observed, quantity, rows, rows_where};
use crate::briefing;

/// Says it in both languages.
fn said(key: &str, values: &[(&str, Value)]) -> [String; 2] {
    Language::ALL.map(|language| Words::new(language).text_with(key, values))
}

/// What an item is shown by in large.
fn headline(found: Found, words: &Words) -> String {
    let text = |text: &annals::model::Text| text.best(words.language().tag(), "en").unwrap().text.to_string();
    query::headline(found, words, &text).unwrap_or_else(|| panic!("{}", found.sort()))
}

/// The row that a card shows, and what must stand there.
fn card(id: &str, language: Language) -> (&'static Row, String) {
    let find = |table: &str| rows_where(table, "id", id).into_iter().next();
    let (row, words) = if let Some(row) = find("observations") {
        (row, observed(row, language))
    } else if let Some(row) = find("attendance_totals") {
        (row, quantity(&row["value"], &row["qualifier"], "", language))
    } else if let Some(row) = find("attendance_groups") {
        (row, quantity(&row["value"], &row["qualifier"], &row["unit"], language))
    } else {
        let row = find("events").or(find("stages")).unwrap_or_else(|| panic!("{id}"));
        (row, date_words(&row["date"], language))
    };
    (row, words)
}

#[test]
fn cards_show_what_the_tables_say() {
    let briefing = &briefing::loaded().briefing;
    let index = Index::new(briefing);
    let mut cards = Vec::new();
    for value in rows("figure_values") {
        let id = value["of"].as_str();
        let found = index.find(briefing, id).unwrap();
        for language in Language::ALL {
            let (row, wanted) = card(id, language);
            assert_eq!(headline(found, &Words::new(language)), wanted, "{id}");
            assert_eq!(found.sources().len(), list(&row["sources"]).len(), "{id}");
            assert_eq!(index.is_disputed(briefing, id), is_disputed(id), "{id}");
        }
        // Years and words that the author writes beside it are those of the item.
        let (row, words) = card(id, Language::En);
        let meeting = row.get("meeting").map(|id| rows_where("meetings", "id", id)[0]);
        let date = &meeting.unwrap_or(row)["date"];
        for label in ["label.en", "label.zh-Hans"] {
            let years = value[label].split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
            years.for_each(|year| assert_eq!(year, &date[..4], "{id}"));
        }
        cards.push(words);
    }
    let expected = [
        "132 products",
        "96 products",
        "more than 30",
        "74%",
        "16%",
        "10%",
        "88.9%",
        "1 January 2027",
        "1 May 2002",
        "1 August 2003",
        "more than 300 experts",
        "100 enterprises",
        "more than 100 seminars and meetings",
        "more than 20 provinces",
    ];
    assert_eq!(cards, expected);
}

/// The numbers that the labels of cards state in words or by their order.
#[test]
fn labels_of_cards_hold() {
    let by_date = |series: &str| {
        let mut all = rows_where("observations", "series", series);
        all.sort_by_key(|row| days(&row["date"]));
        all
    };
    let label = |of: &str| rows_where("figure_values", "of", of)[0]["label.en"].as_str();
    let first = by_date("ccc.catalogue.products")[0];
    assert_eq!(label(&first["id"]), "products in the first CCC catalogue");
    let last = by_date("ccc.catalogue.products").pop().unwrap();
    assert_eq!(label(&last["id"]), "products in the catalogue text of August 2023");
    assert_eq!(&last["date"][..7], "2023-08");
    let rate = by_date("china.international_adoption").pop().unwrap();
    assert_eq!(
        (rate["date"].as_str(), label(&rate["id"])),
        ("2025-12-31", "adoption rate of international standards, end of 2025")
    );
    let back = by_date("ccc.announcement.back_to_certification").pop().unwrap();
    assert_eq!(
        (back["value"].as_str(), label("ccc-2027-01-01")),
        ("16", "sixteen products must hold a CCC certificate")
    );
}

fn meeting(id: &str) -> &'static Item<Meeting> {
    briefing::loaded().briefing.meetings.iter().find(|one| *one.meta.id == *id).unwrap()
}

#[test]
fn attendance_is_told_as_stated() {
    for figure in rows_where("figures", "kind", "attendance") {
        let id = figure["items"].as_str();
        let attendance = &meeting(id).attendance;
        for language in Language::ALL {
            let words = Words::new(language);
            let text = |text: &annals::model::Text| text.best("en", "en").unwrap().text.to_string();
            let totals = attendance.totals.iter().map(|one| words.quantity(one.value.value, one.qualifier, None));
            let wanted = rows_where("attendance_totals", "meeting", id);
            let wanted = wanted.iter().map(|row| quantity(&row["value"], &row["qualifier"], "", language));
            assert_eq!(totals.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
            let shares = attendance.groups.iter().map(|one| {
                let unit = one.unit.as_ref().map(text);
                (text(&one.label), words.quantity(one.value.value, one.qualifier, unit.as_deref()))
            });
            let wanted = rows_where("attendance_groups", "meeting", id);
            let wanted = wanted
                .iter()
                .map(|row| (row["label"].clone(), quantity(&row["value"], &row["qualifier"], &row["unit"], language)));
            assert_eq!(shares.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
        }
        let shares = rows_where("attendance_groups", "meeting", id);
        let sum: f64 = shares.iter().map(|row| row["value"].parse::<f64>().unwrap()).sum();
        assert_eq!(
            said("shares-whole", &[("sum", annals::i18n::number(sum).into())]),
            ["The shares stated come to 100%.", "所述比例合计 100%。"]
        );
        let named = rows_where("attendance_organisations", "meeting", id);
        assert_eq!(attendance.organisations.len(), named.len());
        assert_eq!(
            said("organisations-count", &[("count", named.len().into())]),
            ["19 organisations named", "具名机构 19 个"]
        );
    }
}

#[test]
fn meetings_and_those_with_a_number_are_counted() {
    let (all, stated) = counted_meetings();
    let briefing = &briefing::loaded().briefing;
    let with_number = briefing.meetings.iter().filter(|one| !one.attendance.totals.is_empty()).count();
    assert_eq!((briefing.meetings.len(), with_number), (all, stated));
    assert_eq!(
        said("meetings-stated", &[("stated", with_number.into()), ("total", all.into())]),
        [
            format!("A number of participants is stated for {stated} of {all} meetings."),
            format!("{all} 次会议中有 {stated} 次说明了参会人数。"),
        ]
    );
}

/// How many meetings there are, and how many of them have a number of participants: two sources may count one meeting.
fn counted_meetings() -> (usize, usize) {
    let stated: BTreeSet<&str> = rows("attendance_totals").iter().map(|row| row["meeting"].as_str()).collect();
    (rows("meetings").len(), stated.len())
}

#[test]
fn the_matrix_has_the_organisations_of_several_meetings() {
    let named = || rows("attendance_organisations").iter();
    let columns: BTreeSet<&str> = named().map(|row| row["meeting"].as_str()).collect();
    let mut meetings: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in named().filter(|row| !row["actor"].is_empty()) {
        meetings.entry(&row["actor"]).or_default().insert(&row["meeting"]);
    }
    meetings.retain(|_, meetings| meetings.len() >= 2);

    let briefing = &briefing::loaded().briefing;
    let with_names: Vec<_> = briefing.meetings.iter().filter(|one| !one.attendance.organisations.is_empty()).collect();
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in &with_names {
        for actor in one.attendance.organisations.iter().filter_map(|one| one.actor.as_deref()) {
            found.entry(actor).or_default().insert(&one.meta.id);
        }
    }
    found.retain(|_, meetings| meetings.len() >= 2);
    assert_eq!(found, meetings);
    assert_eq!(with_names.len(), columns.len());
    let (rows, columns) = (meetings.len(), columns.len());
    let [english, chinese] = said("matrix-said", &[("rows", rows.into()), ("columns", columns.into())]);
    let start = format!("{rows} organisations that are named at two or more of the {columns} meetings with named");
    assert!(english.starts_with(&start), "{english}");
    assert!(chinese.starts_with(&format!("在 {columns} 次有点名机构的会议中，有 {rows} 个机构")), "{chinese}");
}

/// Beside each goal that a series measures stands its newest value; no two values are equally new.
#[test]
fn goals_have_the_newest_value_beside_them() {
    let briefing = &briefing::loaded().briefing;
    let index = Index::new(briefing);
    let mut told = Vec::new();
    for row in rows("targets") {
        let Some(Found::Target(target)) = index.find(briefing, &row["id"]) else { panic!("{}", row["id"]) };
        for language in Language::ALL {
            let words = Words::new(language);
            let unit = target.unit.as_ref().map(|unit| unit.best("en", "en").unwrap().text.to_string());
            let value = target.value.as_ref().unwrap().value;
            let wanted = quantity(&row["value"], &row["qualifier"], &row["unit"], language);
            assert_eq!(words.quantity(value, target.qualifier, unit.as_deref()), wanted, "{}", row["id"]);
        }
        assert_eq!(target.series.is_some(), !row["series"].is_empty(), "{}", row["id"]);
        if row["series"].is_empty() {
            continue;
        }
        let mut measured = rows_where("observations", "series", &row["series"]);
        measured.sort_by_key(|row| days(&row["date"]).unwrap().1);
        let newest = measured.pop().unwrap();
        assert!(measured.iter().all(|one| days(&one["date"]).unwrap().1 < days(&newest["date"]).unwrap().1));
        let Some(Found::Series(series)) = index.find(briefing, &row["series"]) else { panic!("{}", row["series"]) };
        let found = series.newest().unwrap();
        assert_eq!(&*found.meta.id, newest["id"], "{}", row["id"]);
        for language in Language::ALL {
            let of = index.find(briefing, &found.meta.id).unwrap();
            assert_eq!(headline(of, &Words::new(language)), observed(newest, language));
        }
        told.push((row["id"].as_str(), observed(newest, Language::En), newest["date"].as_str()));
    }
    let expected = [
        ("tg-nsdo-adoption", "88.9%".to_owned(), "2025-12-31"),
        ("tg-nsdo-months", "24 months".to_owned(), "2020"),
        ("tg-sac-2020-years", "about 3 years".to_owned(), "2016-01"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn the_catalogue_has_its_versions_and_entries() {
    let catalogue = &briefing::loaded().briefing.catalogues[0];
    let versions = rows_where("catalogue_versions", "catalogue", &catalogue.meta.id);
    assert_eq!(catalogue.versions.len(), versions.len());
    assert_eq!(said("version-count", &[("count", versions.len().into())]), ["22 versions", "22 个版本"]);
    for (row, version) in versions.iter().zip(&catalogue.versions) {
        let count = rows_where("catalogue_entries", "version", &row["id"]).len();
        let wanted = match count {
            0 => ["no entries".to_owned(), "无条目".to_owned()],
            1 => ["one entry".to_owned(), "1 个条目".to_owned()],
            _ => [format!("{count} entries"), format!("{count} 个条目")],
        };
        assert_eq!(said("entries-count", &[("count", version.entries.len().into())]), wanted, "{}", row["id"]);
        let total = version.stated_total.as_ref().map(|total| annals::i18n::number(total.value));
        assert_eq!(total.unwrap_or_default(), row["stated_total"], "{}", row["id"]);
        assert_eq!(version.basis.word(), row["basis"], "{}", row["id"]);
    }
}

#[test]
fn the_changes_of_the_catalogue_stand_side_by_side() {
    for figure in rows_where("figures", "kind", "observations") {
        let of_figure = |series: &&str| rows_where("observations", "series", series);
        let wanted: Vec<&Row> = list(&figure["series"]).iter().flat_map(of_figure).collect();
        let dates: BTreeSet<&str> = wanted.iter().map(|row| row["date"].as_str()).collect();
        let index = Index::new(&briefing::loaded().briefing);
        for row in &wanted {
            let found = index.find(&briefing::loaded().briefing, &row["id"]).unwrap();
            for language in Language::ALL {
                assert_eq!(headline(found, &Words::new(language)), observed(row, language));
            }
        }
        assert_eq!((figure["id"].as_str(), wanted.len(), dates.len()), ("ccc-changes", 19, 13));
    }
}

#[test]
fn sources_are_counted() {
    let sources = &briefing::loaded().briefing.sources;
    let unencrypted = rows("sources").iter().filter(|row| row["url"].starts_with("http:")).count();
    let unlinked = rows("sources").iter().filter(|row| row["link"] == "false").count();
    let found = sources.iter().filter(|source| source.is_unencrypted()).count();
    assert_eq!((found, sources.iter().filter(|source| !source.link).count()), (unencrypted, unlinked));
    let count = rows("sources").len();
    let values = [("count", sources.len().into()), ("http", found.into()), ("unlinked", unlinked.into())];
    assert_eq!(
        said("sources-summary", &values),
        [
            format!(
                "{count} sources; {unencrypted} of them are not encrypted (http), {unlinked} are printed without a link."
            ),
            format!("共 {count} 个来源；其中 {unencrypted} 个未加密（http），{unlinked} 个仅列出地址而不设链接。"),
        ]
    );
}

#[test]
fn what_is_to_come_is_what_the_tables_date_later() {
    let briefing = &briefing::loaded().briefing;
    let as_of = &rows_where("briefing", "field", "as_of")[0]["value"];
    let (_, last) = days(as_of).unwrap();
    let begins_later = |row: &&Row| days(&row["date"]).is_some_and(|(first, _)| first > last);
    let ends_later = |cell: &str| days(cell).is_some_and(|(_, end)| end > last);
    let is_told = |row: &&Row| begins_later(row) || ends_later(&row["end"]);
    let mut wanted: BTreeSet<&str> = BTreeSet::new();
    for table in ["events", "meetings"] {
        wanted.extend(rows(table).iter().filter(is_told).map(|row| row["id"].as_str()));
    }
    let stages = rows("stages").iter().filter(begins_later).filter(|row| !wanted.contains(row["event"].as_str()));
    let more: Vec<&str> = stages.map(|row| row["id"].as_str()).collect();
    wanted.extend(more);
    wanted.extend(rows("targets").iter().filter(|row| ends_later(&row["due"])).map(|row| row["id"].as_str()));
    let index = Index::new(briefing);
    let found = upcoming(briefing, &index, briefing.card.as_of.as_ref().and_then(Edtf::latest));
    assert_eq!(found.iter().map(|one| &*one.meta.id as &str).collect::<BTreeSet<_>>(), wanted);
    assert_eq!(found.len(), wanted.len());
    assert!(wanted.contains("ccc-2027-01-01"));
}

#[test]
fn years_count_what_begins_in_them() {
    let briefing = &briefing::loaded().briefing;
    let mut wanted: BTreeMap<i64, u32> = BTreeMap::new();
    let mut unplaced = 0;
    for row in rows("events").iter().chain(rows("meetings")) {
        match days(&row["date"]) {
            Some((first, _)) => *wanted.entry(first.year().into()).or_default() += 1,
            None => unplaced += 1,
        }
    }
    let index = Index::new(briefing);
    let shown = visible(briefing, &index, (&ViewState::default(), &annals::query::search::Hits::default()), &[]);
    let begun = shown.placed.iter().filter_map(|one| Some((one.date().value.earliest()?, 0)));
    let counts = Activity::of(begun, &[0]);
    let found = (counts.first_year..).zip(&counts.counts).map(|(year, counts)| (year, counts.iter().sum::<u32>()));
    let found: BTreeMap<i64, u32> = found.filter(|(_, count)| *count > 0).collect();
    assert_eq!(found, wanted);
    assert_eq!(shown.unplaced.len(), unplaced);
    let (year, count) = (2019, wanted[&2019]);
    assert_eq!(
        said("activity-year", &[("year", "2019".into()), ("count", (count as usize).into())]),
        [format!("{year}: {count} items"), format!("{year}：{count} 项")]
    );
}

/// The numbers that the author states on how the data set was made.
#[test]
fn the_method_counts_right() {
    let method = &rows_where("briefing", "field", "method")[0]["value"];
    let (all, stated) = counted_meetings();
    let disputes = rows("disputes").len();
    for words in [
        format!(
            "{stated} of the {all} meetings have a number of participants, and one more that of a delegation alone"
        ),
        format!("all values are kept; {disputes} disputes say who says what"),
        "total of CCC certification bodies (36, end of 2021), none of laboratories; the values of 2006".to_owned(),
        "only the roundtable of 16 November 2019 has a breakdown".to_owned(),
    ] {
        assert!(method.contains(&words), "{words}");
    }
    let bodies: Vec<_> = rows_where("observations", "series", "ccc.bodies");
    let recent: Vec<_> = bodies.iter().filter(|row| !row["date"].starts_with("2006")).collect();
    assert_eq!((recent.len(), recent[0]["value"].as_str(), recent[0]["date"].as_str()), (1, "36", "2021-12-31"));
    let labs = rows_where("observations", "series", "ccc.labs");
    assert!(labs.iter().all(|row| row["date"].starts_with("2006")));
    let sizes = rows_where("observations", "series", "ccc.catalogue.products");
    assert!(sizes.iter().all(|row| !("2009-06".."2019").contains(&&*row["date"]) && *row["date"] < *"2023-09"));
    let shares: BTreeSet<&str> = rows("attendance_groups")
        .iter()
        .filter(|row| row["unit"] == "percent")
        .map(|row| row["meeting"].as_str())
        .collect();
    assert_eq!(shares, BTreeSet::from(["mt-2019-11-16"]));
}
