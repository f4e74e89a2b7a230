//! What authors do with the tool as a program: start, redact, learn.

use std::fs;

use crate::{
    files,
    tool::{annals, annals_with, code},
};

fn out(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_new_briefing_is_clean_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    for lang in ["en", "zh-Hans"] {
        let path = folder.path().join(lang);
        let text = path.to_str().unwrap();
        assert_eq!(code(&annals(&["new", text, "--lang", lang])), 0);
        let strict = annals(&["check", "--strict", text, &format!("{text}/briefing.json")]);
        assert_eq!((code(&strict), out(&strict.stdout)), (0, String::new()), "{lang}");
        // The JSON is what the tables make.
        let made = annals(&["import", text, "-o", "-"]);
        assert_eq!(out(&made.stdout), fs::read_to_string(path.join("briefing.json")).unwrap());
        let readme = fs::read_to_string(path.join("README.md")).unwrap();
        for entry in fs::read_dir(&path).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(name == "README.md" || readme.contains(&name), "{name} is not explained");
            let rows = fs::read_to_string(path.join(&name)).unwrap();
            let marked = if lang == "en" { "Example" } else { "示例" };
            assert!(rows.contains(marked) || rows.contains("example-") || name == "views.csv", "{name}");
        }
        assert_eq!(readme.matches("`recorded_on`: when it was entered").count(), 1);
        for (table, line) in [
            ("stages", "- `stage`: which step (one of announced,"),
            ("instrument_relations", "- `instrument`: the row of instruments it belongs to, required"),
            ("attendance_groups", "- `meeting`: the row of meetings it belongs to, required"),
            ("catalogue_entries", "- `version`: the row of catalogue_versions it belongs to, required"),
        ] {
            let (_, rest) = readme.split_once(&format!("\n### {table}: ")).unwrap();
            assert!(rest.split("\n### ").next().unwrap().contains(line), "{table}: {rest}");
        }
        // Its second meeting is marked internal, and goes.
        let public = annals(&["redact", &format!("{text}/briefing.json"), "-o", "-"]);
        assert!(!out(&public.stdout).contains("breakfast") && out(&public.stdout).contains("roundtable"));
    }
}

#[test]
fn what_is_there_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("mine.txt");
    fs::write(&own, "mine").unwrap();
    let again = annals(&["new", folder.path().to_str().unwrap()]);
    assert_eq!(code(&again), 2);
    assert!(out(&again.stderr).contains("not empty"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    assert_eq!(code(&annals(&["new", own.to_str().unwrap()])), 2);
    assert_eq!(code(&annals(&["new", "-"])), 2);
    assert_eq!(fs::read_to_string(&own).unwrap(), "mine");
}

#[test]
fn a_briefing_is_redacted_onto_itself_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.json");
    let text = path.to_str().unwrap();
    let json = r#"{"annals":1,"id":"x","title":"X","events":[{"id":"e","date":"2019","title":"About hush-1"},
        {"id":"hush-1","date":"2019","title":"H","visibility":"internal"}],
        "meetings":[{"id":"m","date":"2019","title":"M","people":[{"id":"p","name":"Ann Lee"}]}]}"#;
    fs::write(&path, json).unwrap();
    // A text that names what goes is told; strictly, nothing is written then.
    let strict = annals(&["redact", text, "-o", text, "--strict", "--format", "json"]);
    let findings: serde_json::Value = serde_json::from_slice(&strict.stdout).unwrap();
    assert_eq!((code(&strict), &findings["findings"][0]["code"]), (1, &"INTERNAL_NAMED".into()));
    assert_eq!((&findings["findings"][0]["line"], &findings["findings"][0]["value"]), (&1.into(), &"hush-1".into()));
    assert_eq!(fs::read_to_string(&path).unwrap(), json);

    let done = annals(&["redact", text, "-o", text, "--people"]);
    let said = out(&done.stderr);
    assert_eq!(code(&done), 0);
    assert!(
        said.contains("left out as internal, or for what is: 1 event") && said.contains("1 person without name"),
        "{said}"
    );
    let public = fs::read_to_string(&path).unwrap();
    assert!(!public.contains("\"hush-1\"") && !public.contains("Ann Lee"), "{public}");

    assert_eq!(code(&annals(&["redact", text, "-o", folder.path().to_str().unwrap()])), 2);
    assert_eq!(code(&annals(&["redact", "no-such-file", "-o", text])), 2);
    assert_eq!(code(&annals_with(&["redact", "-", "-o", text], b"<html>")), 1);
    assert_eq!(code(&annals_with(&["redact", "-", "-o", text], br#"{"annals":1,"visibility":"internal"}"#)), 1);
    assert_eq!(fs::read_to_string(&path).unwrap(), public, "a failure leaves the old file");
}

#[test]
fn every_sample_can_be_redacted() {
    for file in files("data/good", "json").iter().chain(&files("data/bad", "json")) {
        let path = file.to_str().unwrap();
        let redacted = annals(&["redact", path, "-o", "-", "--people"]);
        let checked = annals(&["check", path]);
        // What can be read can be redacted, and then read again.
        if checked.status.code() == Some(0) {
            assert_eq!(code(&redacted), 0, "{path}: {}", out(&redacted.stderr));
            assert_eq!(code(&annals_with(&["check", "-"], &redacted.stdout)), 0, "{path}");
        }
    }
}

#[test]
fn standard_input_is_read_once() {
    let json = br#"{"annals":1,"id":"x","title":"X"}"#;
    let twice = annals_with(&["check", "-", "-"], json);
    assert_eq!(code(&twice), 2);
    assert!(out(&twice.stdout).contains("standard input was read already"));
}

#[test]
fn tables_are_checked_with_their_places() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("briefing.csv"), "field,value\nannals,1\nid,x\ntitle,X\n").unwrap();
    fs::write(folder.path().join("events.csv"), "id,date,title\na,2025-02-30,A\n").unwrap();
    let checked = annals(&["check", "--format", "json", folder.path().to_str().unwrap()]);
    let findings: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    let found = findings["findings"].as_array().unwrap().iter().find(|one| one["code"] == "DATE_INVALID").unwrap();
    assert_eq!((code(&checked), &found["sheet"], &found["row"]), (1, &"events".into(), &2.into()));
}

#[test]
fn links_that_may_not_be_asked_are_no_fault_of_the_briefing() {
    let json = br#"{"annals":1,"id":"x","title":"X","sources":[{"id":"s","title":"S","url":"http://127.0.0.1:9/"}]}"#;
    let checked = annals_with(&["check", "--links", "--format", "json", "-"], json);
    let findings: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    let found = findings["findings"].as_array().unwrap().iter().find(|one| one["code"] == "LINK_NOT_CHECKED").unwrap();
    assert_eq!((code(&checked), &found["severity"]), (0, &"notice".into()));
    assert_eq!((&found["pointer"], &found["line"]), (&"/sources/0/url".into(), &1.into()));
    assert!(
        out(&checked.stderr).contains("links asked for: 1; 0 reachable, 0 moved, 0 gone, 1 not checked"),
        "{}",
        out(&checked.stderr)
    );
    assert_eq!(code(&annals(&["check", "--links-local", "x.json"])), 2, "only with --links");
}

#[test]
fn shells_and_systems_learn_the_commands() {
    for (shell, sign) in [("bash", "complete -F"), ("zsh", "#compdef annals"), ("fish", "complete -c annals")] {
        let completions = annals(&["completions", shell]);
        assert_eq!(code(&completions), 0);
        assert!(out(&completions.stdout).contains(sign) && out(&completions.stdout).contains("redact"), "{shell}");
    }
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("man1");
    assert_eq!(code(&annals(&["man", pages.to_str().unwrap()])), 0);
    let page = fs::read_to_string(pages.join("annals-check.1")).unwrap();
    assert!(page.contains(".SH NAME") && page.contains("links") && page.contains("Examples:"), "{page}");
    assert!(pages.join("annals.1").exists() && !pages.join("annals-man.1").exists());
}

#[test]
fn nothing_is_coloured_where_nobody_looks() {
    let bad = crate::tests_folder("data/bad").join("ids.json");
    for arguments in [vec!["check", bad.to_str().unwrap()], vec!["--help"], vec!["check", "--help"], vec!["nonsense"]] {
        let output = annals(&arguments);
        assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b), "{arguments:?}");
    }
}
