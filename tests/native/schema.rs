//! The JSON Schema agrees with the loader on what is well formed.

use std::fs;

use annals::load::{load, schema::schema};
use serde_json::Value;

use crate::files;

/// Findings that a schema can see.
const STRUCTURAL: [&str; 6] =
    ["WRONG_TYPE", "FIELD_MISSING", "FIELD_UNKNOWN", "CHOICE_INVALID", "TEXT_EMPTY", "LANGUAGE_INVALID"];

fn validator() -> jsonschema::Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

#[test]
fn the_schema_follows_its_standard() {
    assert!(jsonschema::meta::is_valid(&schema()));
}

#[test]
fn good_files_follow_the_schema() {
    let validator = validator();
    for path in files("data/good", "json") {
        let bytes = fs::read(&path).unwrap();
        let value: Value = serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).unwrap();
        let faults: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
    }
}

#[test]
fn files_with_structural_faults_do_not_follow_it() {
    let validator = validator();
    let mut seen = 0;
    for path in files("data/bad", "json") {
        let bytes = fs::read(&path).unwrap();
        let Ok(loaded) = load(&bytes) else { continue };
        let Ok(value) = serde_json::from_slice::<Value>(&bytes) else { continue };
        let is_structural = |code: &str| STRUCTURAL.contains(&code);
        if loaded.report.diagnostics.iter().any(|found| is_structural(found.code.name())) {
            assert!(!validator.is_valid(&value), "{}", path.display());
            seen += 1;
        }
    }
    assert!(seen >= 8);
}

#[test]
fn every_text_field_says_what_it_is() {
    let schema = schema();
    for kind in ["text", "markdown", "uri", "date", "id", "language"] {
        assert_eq!(schema["$defs"][kind]["x-annals"], kind);
    }
    let mut strings = 0;
    visit(&schema, &mut |value| {
        if value.get("type").is_some_and(|kind| kind == "string") && value.get("pattern").is_some() {
            assert!(value.get("x-annals").is_some() || value.get("description").is_none(), "{value}");
            strings += 1;
        }
    });
    assert!(strings > 5);
}

fn visit(value: &Value, see: &mut impl FnMut(&Value)) {
    see(value);
    match value {
        Value::Object(map) => map.values().for_each(|value| visit(value, see)),
        Value::Array(values) => values.iter().for_each(|value| visit(value, see)),
        _ => {}
    }
}
