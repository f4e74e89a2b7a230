//! Sample briefings: good ones load, bad ones have exactly the findings that stand beside them.

use std::{collections::BTreeSet, fs};

use annals::{
    load::{
        Limits, Severity,
        format::{self, Field, Kind, Shape},
        load,
    },
    model::Briefing,
    query::check,
};
use serde_json::Value;

use crate::files;

/// Bad files are at least as many as this.
const SEEDED: usize = 30;

#[test]
fn good_files_have_no_errors() {
    for path in files("data/good", "json") {
        let loaded = check(&fs::read(&path).unwrap(), Limits::default())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(loaded.report.count(Severity::Error), 0, "{}: {:#?}", path.display(), loaded.report.diagnostics);
        assert!(loaded.report.left_out.is_empty(), "{}", path.display());
    }
}

/// With `ANNALS_BLESS=1` in the environment, writes the expectations instead; read them before you commit.
#[test]
fn bad_files_have_the_findings_beside_them() {
    let bless = std::env::var_os("ANNALS_BLESS").is_some();
    let files = files("data/bad", "json");
    assert!(files.len() >= SEEDED);
    for path in files {
        let found = match check(&fs::read(&path).unwrap(), Limits::default()) {
            Err(error) => {
                let place = error.place.map_or("-".to_owned(), |place| format!("{}:{}", place.line, place.column));
                let kind = error.args.first().map(|(_, kind)| kind.as_str()).unwrap_or_default();
                format!("refused {} {place} {kind}\n", error.code)
            }
            Ok(loaded) => {
                let lines = loaded.report.diagnostics.iter().map(|found| {
                    let place = found.place.unwrap();
                    let severity = found.severity.name();
                    format!("{severity} {} {}:{} {}\n", found.code, place.line, place.column, found.pointer)
                });
                let parts = loaded.report.left_out.iter();
                let left_out =
                    parts.map(|part| format!("left out {} of {} {}\n", part.left_out, part.total, part.part));
                lines.chain(left_out).collect()
            }
        };
        assert!(!found.is_empty(), "{} is not bad", path.display());
        let beside = path.with_extension("expected");
        if bless {
            fs::write(&beside, &found).unwrap();
        }
        assert_eq!(found, fs::read_to_string(&beside).unwrap_or_default(), "{}", path.display());
    }
}

#[test]
fn good_items_show_beside_bad_ones() {
    let read = |name: &str| load(&fs::read(crate::tests_folder("data/bad").join(name)).unwrap()).unwrap().briefing;
    let ids = |briefing: &Briefing| briefing.events.iter().map(|event| event.meta.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(&read("surrogates.json")), ["e2"]);
    assert_eq!(ids(&read("duplicate-ids.json")), ["e1"]);
    assert_eq!(ids(&read("dates.json")), ["f", "g", "h"]);
    assert!(read("dates.json").events[0].end.is_none());
    assert_eq!(read("numbers.json").series[0].observations.len(), 2);
    assert_eq!(read("numbers.json").series.len(), 2);
    let large = read("number-range.json");
    let years = large.series[0].observations.iter().map(|one| one.date.value.as_str());
    assert_eq!(years.collect::<Vec<_>>(), ["2021", "2022", "2024"]);
    assert_eq!((large.targets.len(), large.events.len()), (1, 1));
    assert_eq!(read("links.json").sources.iter().filter(|source| source.url.is_some()).count(), 4);
}

/// The sample that claims to use every field does.
#[test]
fn every_field_is_used_somewhere() {
    let path = crate::tests_folder("data/good").join("every-field.json");
    let value: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let mut used = BTreeSet::new();
    walk_shape(&format::DOCUMENT, &value, &mut used);
    let mut all = BTreeSet::new();
    let mut seen = BTreeSet::new();
    list_fields(&format::DOCUMENT, &mut all, &mut seen);
    let missing: Vec<_> = all.difference(&used).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Own fields of each shape, as `event.date`; common fields as `item.tags`.
fn list_fields(shape: &'static Shape, all: &mut BTreeSet<String>, seen: &mut BTreeSet<&'static str>) {
    if !seen.insert(shape.name) {
        return;
    }
    for field in shape.all_fields() {
        all.insert(name_of(shape, field));
        if let Some(inner) = inner_shape(&field.kind) {
            list_fields(inner, all, seen);
        }
    }
}

fn name_of(shape: &Shape, field: &Field) -> String {
    let is_own = shape.fields.iter().any(|own| own.name == field.name);
    format!("{}.{}", if is_own { shape.name } else { "item" }, field.name)
}

fn inner_shape(kind: &Kind) -> Option<&'static Shape> {
    match kind {
        Kind::Object(shape) => Some(shape),
        Kind::List(inner) | Kind::OneOrMany(inner) => inner_shape(inner),
        Kind::Citation => Some(&format::CITATION),
        _ => None,
    }
}

fn walk_shape(shape: &'static Shape, value: &Value, used: &mut BTreeSet<String>) {
    for field in shape.all_fields() {
        let Some(value) = value.get(field.name) else { continue };
        used.insert(name_of(shape, field));
        if let Some(inner) = inner_shape(&field.kind) {
            let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
            values.iter().for_each(|value| walk_shape(inner, value, used));
        }
        if let Some(sources) = value.get("sources") {
            sources.as_array().into_iter().flatten().for_each(|value| walk_shape(&format::CITATION, value, used));
        }
    }
}
