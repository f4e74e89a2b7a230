//! `annals diff` as a program.

use std::{fs, path::PathBuf};

use serde_json::Value;

use crate::tool::{annals, annals_with, code};

const OLD: &str = r#"{"annals":1,"id":"x","title":"Acts","languages":["en"],"licence":"CC0","as_of":"2026-03-31",
    "instruments":[{"id":"act","title":"Act","stages":[{"stage":"effective","date":{"value":"2026-01-01","grade":"assumption"}}]},
        {"id":"decree","title":"Decree"}]}"#;
const NEW: &str = r#"{"annals":1,"id":"x","title":"Acts","languages":["en"],"licence":"CC0","as_of":"2026-06-30",
    "instruments":[{"id":"act","title":"Act *one*\u001b[31m","number":"<b>1</b>",
            "stages":[{"stage":"effective","date":{"value":"2026-07-01","grade":"assumption"}}]},
        {"id":"order","title":"Order"}]}"#;

const TEXT: &str = "\
old.json → new.json
1 added, 1 removed, 3 changed

card: 1 changed
  ~ Acts (x)
      as_of: 2026-03-31 → 2026-06-30

instruments: 1 added, 1 removed, 1 changed
  ~ Act *one*\\u{1b}[31m (act)
      title [en]: Act → Act *one*\\u{1b}[31m
      number [en]: + <b>1</b>
  + Order (order)
  - Decree (decree)

stages: 1 changed
  ~ Act *one*\\u{1b}[31m: effective (act.effective)
      date: 2026-01-01 → 2026-07-01
";

const MARKDOWN: &str = r"# What changed: Acts

old.json → new.json

1 added, 1 removed, 3 changed

## card: 1 changed

- Changed: **Acts** (`x`)
  - `as_of`: ~~2026-03-31~~ → 2026-06-30

## instruments: 1 added, 1 removed, 1 changed

- Changed: **Act \*one\*\\u\{1b\}\[31m** (`act`)
  - `title` (en): ~~Act~~ → Act \*one\*\\u\{1b\}\[31m
  - `number` (en): added \<b\>1\</b\>
- Added: **Order** (`order`)
- Removed: **Decree** (`decree`)

## stages: 1 changed

- Changed: **Act \*one\*\\u\{1b\}\[31m: effective** (`act.effective`)
  - `date`: ~~2026-01-01~~ → 2026-07-01
";

struct Folder {
    folder: tempfile::TempDir,
    old: String,
    new: String,
}

fn editions() -> Folder {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path: PathBuf = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (old, new) = (file("old.json", OLD), file("new.json", NEW));
    Folder { folder, old, new }
}

#[test]
fn changes_are_told_as_text_and_as_markdown() {
    let Folder { folder, old, new } = editions();
    let place = format!("{}/", folder.path().display());
    let escaped: String =
        place.chars().flat_map(|c| ['\\', c].into_iter().skip(usize::from(!"_".contains(c)))).collect();
    for (format, wanted) in [("text", TEXT), ("markdown", MARKDOWN)] {
        let output = annals(&["diff", &old, &new, "--format", format]);
        assert_eq!(code(&output), 0, "changes are no fault");
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(text.replace(&place, "").replace(&escaped, ""), wanted);
        assert_eq!(output.stderr, b"");
        let file = folder.path().join("changes");
        let written = annals(&["diff", &old, &new, "--format", format, "-o", file.to_str().unwrap()]);
        assert_eq!((code(&written), written.stdout), (0, Vec::new()));
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
    let same = annals(&["diff", &old, &old]);
    assert!(String::from_utf8(same.stdout).unwrap().ends_with("\nNothing changed\n"));
}

#[test]
fn changes_are_told_as_one_json_document() {
    let Folder { old, new, folder: _folder } = editions();
    let output = annals_with(&["diff", "-", &new, "--format", "json"], OLD.as_bytes());
    assert_eq!((code(&output), output.stderr.as_slice()), (0, b"".as_slice()));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let keys: Vec<_> = document.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["ok", "findings", "old", "new", "added", "removed", "changed", "changes"]);
    assert_eq!(document["ok"], true);
    assert_eq!(document["old"]["file"], "standard input");
    assert_eq!(document["new"]["as_of"], "2026-06-30");
    assert_eq!([&document["added"], &document["removed"], &document["changed"]], [1, 1, 3]);
    let stage = serde_json::json!({
        "change": "changed", "part": "stages", "id": "act.effective", "was_id": null, "within": "act",
        "title": "Act *one*\u{1b}[31m: effective",
        "fields": [{ "field": "date", "language": null, "old": "2026-01-01", "new": "2026-07-01" }],
    });
    assert_eq!(document["changes"].as_array().unwrap().last(), Some(&stage));
    let same = annals(&["diff", &old, &old, "--format", "json"]);
    let same: Value = serde_json::from_slice(&same.stdout).unwrap();
    assert_eq!(same["changes"], serde_json::json!([]));
}

#[test]
fn what_cannot_be_compared_is_said() {
    let Folder { folder, old, new } = editions();
    let bad = folder.path().join("bad.json");
    fs::write(&bad, "{").unwrap();
    let bad = bad.to_str().unwrap();
    for (arguments, exit, finding) in
        [([old.as_str(), "no-such-file"], 2, "IO"), (["-", "-"], 2, "USAGE"), ([bad, new.as_str()], 1, "DATA_SYNTAX")]
    {
        let output = annals(&["diff", arguments[0], arguments[1], "--format", "json"]);
        assert_eq!(code(&output), exit, "{arguments:?}");
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((&document["ok"], &document["findings"][0]["code"]), (&Value::Bool(false), &finding.into()));
        let output = annals(&["diff", arguments[0], arguments[1]]);
        assert_eq!((code(&output), output.stdout), (exit, Vec::new()), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains(finding));
    }
    assert_eq!(code(&annals(&["diff", &old])), 2);
    assert_eq!(code(&annals(&["diff", &old, &new, "-o", "no/such/file"])), 2);

    // What is good is compared, and what is left out is said.
    let faulty = NEW.replace("\"title\":\"Order\"", "\"title\":7").replace("\"id\":\"x\"", "\"id\":\"y\"");
    let output = annals_with(&["diff", &old, "-"], faulty.as_bytes());
    assert_eq!(code(&output), 0);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("standard input: 1 of 2 instruments left out"), "{said}");
    assert!(said.contains("listed by annals check"), "{said}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("\nThese are two different briefings: x and y\n0 added, 1 removed, 3 changed\n"), "{text}");

    let tables = concat!(env!("CARGO_MANIFEST_DIR"), "/static/briefings/china-standardization");
    let output = annals(&["diff", tables, tables]);
    assert!(String::from_utf8(output.stdout).unwrap().contains("Nothing changed"));
    let help = String::from_utf8(annals(&["diff", "--help"]).stdout).unwrap();
    assert!(help.contains("git show HEAD~1:briefing.json | annals diff - briefing.json"), "{help}");
}
