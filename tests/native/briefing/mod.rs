//! The built-in briefing: every row of its tables is in the JSON made from them, every number and date unchanged.
//!
//! The tables are read here with another reader than the one under test.

mod content;
mod search;
mod story;

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::Path,
    sync::LazyLock,
};

use annals::{
    load::{self, Code, Loaded},
    model::{Edtf, Fact, Item, Meeting},
    tables,
};
use serde_json::Value;

const FOLDER: &str = "static/briefings/china-standardization";

/// Each table with the number of its rows, and the lists that hold its items: `/events`, `/instruments/*/stages`.
const TABLES: &[(&str, usize, &str)] = &[
    ("sources", 312, "sources"),
    ("actors", 74, "actors"),
    ("tracks", 5, "tracks"),
    ("events", 196, "events"),
    ("event_relations", 97, "events/*/relations"),
    ("instruments", 104, "instruments"),
    ("stages", 202, "instruments/*/stages"),
    ("instrument_relations", 41, "instruments/*/relations"),
    ("series", 98, "series"),
    ("observations", 170, "series/*/observations"),
    ("targets", 17, "targets"),
    ("catalogues", 1, "catalogues"),
    ("catalogue_versions", 22, "catalogues/*/versions"),
    ("catalogue_entries", 193, "catalogues/*/versions/*/entries"),
    ("meetings", 50, "meetings"),
    ("agenda", 6, "meetings/*/agenda"),
    ("people", 95, "meetings/*/people"),
    ("attendance_totals", 17, "meetings/*/attendance/totals"),
    ("attendance_groups", 4, "meetings/*/attendance/groups"),
    ("attendance_organisations", 160, "meetings/*/attendance/organisations"),
    ("positions", 3, "positions"),
    ("disputes", 25, "disputes"),
    ("claims", 62, "disputes/*/claims"),
    ("figures", 35, "figures"),
    ("figure_values", 14, "figures/*/values"),
    ("views", 9, "views"),
    ("view_parts", 36, "views/*/parts"),
    ("story", 20, "story"),
    ("glossary", 29, "glossary"),
];

struct Built {
    /// By table.
    rows: HashMap<String, Vec<HashMap<String, String>>>,
    document: Value,
    loaded: Loaded,
}

static BUILT: LazyLock<Built> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let (mut rows, mut sheets) = (HashMap::new(), Vec::new());
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "csv") {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let text = text.trim_start_matches('\u{feff}');
            let table = csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, _>>().unwrap();
            let (sheet, findings) = tables::csv::read(&name, &fs::read(&path).unwrap());
            assert_eq!(findings, []);
            sheets.extend(sheet);
            rows.insert(name, table);
        }
    }
    let imported = tables::document(sheets, None);
    assert_eq!(imported.findings, []);
    let text = imported.text;
    Built { rows, document: serde_json::from_str(&text).unwrap(), loaded: load::load(text.as_bytes()).unwrap() }
});

/// The built-in briefing.
pub(super) fn loaded() -> &'static Loaded {
    &BUILT.loaded
}

/// The rows of one of its tables, by column.
pub(super) fn rows(table: &str) -> &'static [HashMap<String, String>] {
    &BUILT.rows[table]
}

/// The items that a path leads to, in order; `*` stands for every element.
fn items<'a>(value: &'a Value, path: &str) -> Vec<&'a Value> {
    let mut level = vec![value];
    for step in path.split('/') {
        level = match step {
            "*" => level.into_iter().flat_map(|list| list.as_array().unwrap()).collect(),
            key => level.into_iter().filter_map(|item| item.get(key)).collect(),
        };
    }
    level.into_iter().flat_map(|list| list.as_array().unwrap()).collect()
}

/// What an item has for a column, as the cell would say it.
fn cell(item: &Value, column: &str) -> String {
    let (field, rest) = column.split_once('.').unwrap_or((column, ""));
    match (&item[field], rest) {
        (Value::Null, _) => String::new(),
        (Value::String(text), "") => text.clone(),
        (Value::Array(list), "") => list.iter().map(|one| one.as_str().unwrap()).collect::<Vec<_>>().join(";"),
        (value @ Value::Object(_), "") if value.get("text").is_some() => cell(value, "text"),
        (value @ Value::Object(_), "") => cell(value, "value"),
        (value @ Value::Object(_), rest) => cell(value, rest),
        (value, "") => value.to_string(),
        // Evidence that a bare value does not have.
        (_, _) => String::new(),
    }
}

#[test]
fn every_row_is_an_item() {
    let names: HashSet<&str> = TABLES.iter().map(|(name, ..)| *name).chain(["briefing"]).collect();
    assert_eq!(BUILT.rows.keys().map(String::as_str).collect::<HashSet<_>>(), names);
    for (name, count, path) in TABLES {
        assert_eq!(BUILT.rows[*name].len(), *count, "rows of {name}");
        assert_eq!(items(&BUILT.document, path).len(), *count, "items of {name}");
    }
}

#[test]
fn every_cell_is_in_its_item() {
    let mut compared = 0;
    for (name, _, path) in TABLES {
        let items = items(&BUILT.document, path);
        for (row, item) in BUILT.rows[*name].iter().zip(items) {
            for (column, text) in row.iter().filter(|(column, _)| !is_owner(name, column)) {
                assert_eq!(&cell(item, column), text, "{name}, {:?}, {column}", row.get("id"));
                compared += usize::from(!text.is_empty());
            }
            let known = |key: &String| {
                let list = item[key].as_array().is_some_and(|list| list.iter().any(Value::is_object));
                let columns = || row.keys().any(|column| column.split('.').next() == Some(key));
                list || key == "attendance" || columns()
            };
            assert!(item.as_object().unwrap().keys().all(known), "{name}: {item}");
        }
    }
    assert!(compared > 10_000, "{compared}");
    for row in &BUILT.rows["briefing"] {
        assert_eq!(cell(&BUILT.document, &row["field"]), row["value"]);
    }
}

/// Whether a column names the item that a row belongs to.
fn is_owner(table: &str, column: &str) -> bool {
    let owner = match table {
        "event_relations" => "event",
        "stages" | "instrument_relations" => "instrument",
        "observations" => "series",
        "catalogue_versions" => "catalogue",
        "catalogue_entries" => "version",
        "agenda" | "people" | "attendance_totals" | "attendance_groups" | "attendance_organisations" => "meeting",
        "claims" => "dispute",
        "figure_values" => "figure",
        "view_parts" => "view",
        _ => return false,
    };
    column == owner
}

#[test]
fn rows_belong_to_the_item_they_name() {
    for (table, part, key) in [
        ("stages", "instruments", "stages"),
        ("observations", "series", "observations"),
        ("catalogue_entries", "catalogues/*/versions", "entries"),
        ("people", "meetings", "people"),
        ("claims", "disputes", "claims"),
    ] {
        let owners: HashMap<&str, &str> = items(&BUILT.document, part)
            .into_iter()
            .flat_map(|owner| {
                let inner = owner.get(key).and_then(Value::as_array).into_iter().flatten();
                inner.map(|item| (item["id"].as_str().unwrap(), owner["id"].as_str().unwrap()))
            })
            .collect();
        for row in &BUILT.rows[table] {
            let owner = row.keys().find(|column| is_owner(table, column)).unwrap();
            assert_eq!(owners[row["id"].as_str()], row[owner], "{table}");
        }
    }
}

#[test]
fn every_number_and_date_reaches_the_model() {
    let briefing = &BUILT.loaded.briefing;
    let rows = |table: &str| BUILT.rows[table].iter();
    let number = |text: &str| text.parse::<f64>().ok();
    let day = |date: &Fact<Edtf>| date.value.as_str().to_owned();
    let end = |date: &Option<Fact<Edtf>>| date.as_ref().map(day).unwrap_or_default();

    assert_eq!(briefing.events.len(), 196);
    for (row, event) in rows("events").zip(&briefing.events) {
        assert_eq!((day(&event.date), end(&event.end)), (row["date"].clone(), row["end"].clone()), "{}", row["id"]);
    }
    assert_eq!(briefing.meetings.len(), 50);
    for (row, meeting) in rows("meetings").zip(&briefing.meetings) {
        assert_eq!((day(&meeting.date), end(&meeting.end)), (row["date"].clone(), row["end"].clone()), "{}", row["id"]);
    }
    assert_eq!(briefing.sources.len(), 312);
    for (row, source) in rows("sources").zip(&briefing.sources) {
        assert_eq!(end(&source.published), row["published"], "{}", row["id"]);
    }
    let stages: Vec<_> = briefing.instruments.iter().flat_map(|instrument| &instrument.stages).collect();
    assert_eq!(stages.len(), 202);
    for (row, stage) in rows("stages").zip(stages) {
        assert_eq!(
            (day(&stage.date), stage.stage.word()),
            (row["date"].clone(), row["stage"].as_str()),
            "{}",
            row["id"]
        );
    }
    let observations: Vec<_> = briefing.series.iter().flat_map(|series| &series.observations).collect();
    for (row, observation) in rows("observations").zip(&observations) {
        assert_eq!(Some(observation.value.value), number(&row["value"]), "{}", row["id"]);
        assert_eq!(day(&observation.date), row["date"], "{}", row["id"]);
    }
    for (row, target) in rows("targets").zip(&briefing.targets) {
        assert_eq!(target.value.as_ref().map(|value| value.value), number(&row["value"]), "{}", row["id"]);
        assert_eq!(end(&target.due), row["due"], "{}", row["id"]);
    }
    // 186 measured values: 170 observations, and 16 goals that stand with the targets under their former ids.
    let goals = briefing.targets.iter().filter(|target| !target.meta.aliases.is_empty()).count();
    assert_eq!((observations.len(), goals, observations.len() + goals), (170, 16, 186));

    let versions = &briefing.catalogues[0].versions;
    for (row, version) in rows("catalogue_versions").zip(versions) {
        let total = version.stated_total.as_ref().map(|total| total.value);
        assert_eq!((end(&version.date), total), (row["date"].clone(), number(&row["stated_total"])), "{}", row["id"]);
    }
    for (row, entry) in rows("catalogue_entries").zip(versions.iter().flat_map(|version| &version.entries)) {
        let count = entry.count.as_ref().map(|count| count.value);
        assert_eq!((entry.codes.join(";"), count), (row["codes"].clone(), number(&row["count"])), "{}", row["id"]);
    }
    // The 19 categories of the first catalogue hold its 132 products.
    let counts: f64 = versions[0].entries.iter().filter_map(|entry| Some(entry.count.as_ref()?.value)).sum();
    assert_eq!((versions[0].entries.len(), counts), (19, 132.0));

    let totals: Vec<f64> = briefing
        .meetings
        .iter()
        .flat_map(|meeting| &meeting.attendance.totals)
        .map(|total| total.value.value)
        .collect();
    assert_eq!(totals, rows("attendance_totals").map(|row| number(&row["value"]).unwrap()).collect::<Vec<_>>());
    let groups: Vec<f64> = briefing
        .meetings
        .iter()
        .flat_map(|meeting| &meeting.attendance.groups)
        .map(|group| group.value.value)
        .collect();
    assert_eq!(groups, rows("attendance_groups").map(|row| number(&row["value"]).unwrap()).collect::<Vec<_>>());
    // 40 recorded numbers and presences: 21 numbers, and 19 organisations at one meeting.
    assert_eq!(totals.len() + groups.len() + seed().attendance.organisations.len(), 40);
}

#[test]
fn the_loader_finds_nothing_wrong() {
    let report = &BUILT.loaded.report;
    assert_eq!(report.left_out, []);
    // Some sources are only to be had unencrypted. All links resolve, all dates parse, nothing lacks a source.
    let others: Vec<_> = report.diagnostics.iter().filter(|found| found.code != Code::UrlHttp).collect();
    assert!(others.is_empty(), "{others:#?}");
}

#[test]
fn all_dates_parse() {
    let mut dates = 0;
    for (table, rows) in &BUILT.rows {
        for column in ["date", "end", "published", "due", "from", "to", "recorded_on"] {
            let to_item = column == "to" && table != "figures";
            for text in rows.iter().filter_map(|row| row.get(column)).filter(|text| !text.is_empty() && !to_item) {
                assert!(Edtf::parse(text).is_ok(), "{table}: {text}");
                dates += 1;
            }
        }
    }
    assert!(dates > 750, "{dates}");
}

#[test]
fn every_statement_has_a_source() {
    let own = ["sources", "tracks", "series", "catalogues", "figures", "figure_values", "views", "view_parts", "story"];
    for (table, rows) in BUILT.rows.iter().filter(|(table, _)| !own.contains(&table.as_str()) && *table != "briefing") {
        for row in rows {
            let sourced = match table.as_str() {
                // Those of the events, which state the link.
                "event_relations" => true,
                "claims" => !row["sources"].is_empty() || row["note"] == "Source not identified.",
                _ => !row["sources"].is_empty(),
            };
            assert!(sourced, "{table}: {row:?}");
        }
    }
    let open = BUILT.rows["claims"].iter().filter(|row| row["sources"].is_empty()).count();
    assert_eq!(open, 8, "claims whose source is not known");
}

#[test]
fn every_former_meeting_event_is_an_alias() {
    let aliases: Vec<&str> = BUILT.rows["meetings"].iter().map(|row| row["aliases"].as_str()).collect();
    assert_eq!(aliases.len(), 50);
    for (alias, row) in aliases.iter().zip(&BUILT.rows["meetings"]) {
        assert_eq!(*alias, format!("ev-{}", row["id"]));
    }
}

#[test]
fn chinese_texts_say_their_script() {
    fn walk(value: &Value, key: &str, found: &mut HashMap<String, Vec<String>>) {
        match value {
            Value::String(text) if text.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}')) => {
                found.entry(key.to_owned()).or_default().push(text.clone());
            }
            Value::Array(list) => list.iter().for_each(|value| walk(value, key, found)),
            // Words of the briefing's own, which no source prints.
            Value::Object(members) if members.get("state").is_some_and(|state| state == "draft") => {
                walk(&members["text"], "draft", found);
            }
            Value::Object(members) => members.iter().for_each(|(key, value)| walk(value, key, found)),
            _ => {}
        }
    }
    let mut found = HashMap::new();
    walk(&BUILT.document, "", &mut found);
    // One name is written alike in both scripts.
    assert_eq!(found.remove("zh").unwrap(), ["中共中央"]);
    assert_eq!(found.remove("zh-Hant").unwrap().len(), 6 + 6 + 4);
    assert_eq!(found.remove("zh-Hans").unwrap().len(), 12 + 8 + 8 + 18 + 3 + 33 + 7);
    // Titles of pages, figures, tracks and series, labels, page texts, title and summary of the whole; steps and terms.
    assert_eq!(found.remove("draft").unwrap().len(), 2 + 19 + 5 + 16 + 10 + 2 + 2 + 2 * 20 + 29 + 1);
    assert_eq!(found, HashMap::new());
}

#[test]
fn what_is_to_come_lies_after_the_current_day() {
    let as_of = BUILT.document["as_of"].as_str().unwrap();
    assert_eq!(as_of, "2026-03");
    let later: Vec<&str> = BUILT.rows["events"]
        .iter()
        .filter(|row| row["date"].starts_with("20") && row["date"].get(..7).unwrap_or_default() > as_of)
        .map(|row| row["id"].as_str())
        .collect();
    assert_eq!(later, ["ccc-2026-07-01", "ccc-2027-01-01"]);
}

fn seed() -> &'static Item<Meeting> {
    BUILT.loaded.briefing.meetings.iter().find(|meeting| &*meeting.meta.id == "mt-2019-11-16").unwrap()
}
