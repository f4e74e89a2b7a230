//! The tool as a program: exit codes, output, odd inputs.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

use crate::{files, tests_folder};

const KEYS: [&str; 11] =
    ["code", "severity", "message", "file", "line", "column", "pointer", "sheet", "row", "value", "remedy"];

pub fn annals(arguments: &[&str]) -> Output {
    annals_with(arguments, b"")
}

pub fn annals_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A tool that does not read its input closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!errors.contains("panicked"), "{arguments:?}: {errors}");
    output
}

pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn path(folder: &str, name: &str) -> String {
    tests_folder(folder).join(name).to_str().unwrap().to_owned()
}

/// The one document that `--format json` prints, with its form checked.
fn document(output: &Output) -> Value {
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let object = document.as_object().unwrap();
    assert_eq!(object.keys().collect::<Vec<_>>(), ["ok", "findings"]);
    assert_eq!(object["ok"].as_bool().unwrap(), code(output) == 0);
    for finding in object["findings"].as_array().unwrap() {
        assert_eq!(finding.as_object().unwrap().keys().collect::<Vec<_>>(), KEYS);
        assert!(!finding["message"].as_str().unwrap().contains(char::is_control));
    }
    document
}

#[test]
fn exit_codes_tell_clean_faulty_and_unread_apart() {
    let good = path("data/good", "every-field.json");
    let warned = path("data/good", "smallest.json");
    let bad = path("data/bad", "ids.json");
    assert_eq!(code(&annals(&["check", &good])), 0);
    assert_eq!(code(&annals(&["check", &warned])), 0);
    assert_eq!(code(&annals(&["check", "--strict", &warned])), 1);
    assert_eq!(code(&annals(&["check", &good, &bad])), 1);
    assert_eq!(code(&annals(&["check", &good, "no-such-file"])), 2);
    assert_eq!(code(&annals(&["check"])), 2);
    assert_eq!(code(&annals(&["no-such-command"])), 2);
    assert_eq!(code(&annals(&[])), 2);
    assert_eq!(code(&annals(&["--help"])), 0);
    assert_eq!(code(&annals(&["--version"])), 0);
}

#[test]
fn every_sample_gives_one_document_and_a_remedy_for_each_finding() {
    for file in files("data/bad", "json").iter().chain(&files("data/good", "json")) {
        let output = annals(&["check", "--format", "json", file.to_str().unwrap()]);
        let document = document(&output);
        for finding in document["findings"].as_array().unwrap() {
            assert!(!finding["remedy"].as_str().unwrap().is_empty(), "{finding}");
            let sentences = [&finding["message"], &finding["remedy"]].map(|text| text.as_str().unwrap());
            assert!(sentences.iter().all(|text| !text.contains("{$")), "{finding}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_told_as_json_too() {
    let folder = tempfile::tempdir().unwrap();
    for (file, code_of_finding, exit) in [
        ("no-such-file".to_owned(), "IO", 2),
        (folder.path().to_str().unwrap().to_owned(), "TABLE_MISSING", 1),
        (path("data/bad", "html.json"), "DATA_HTML", 1),
        (path("data/bad", "truncated.json"), "DATA_SYNTAX", 1),
    ] {
        let output = annals(&["check", "--format=json", &file]);
        assert_eq!(document(&output)["findings"][0]["code"], code_of_finding, "{file}");
        assert_eq!(code(&output), exit, "{file}");
    }
    assert_eq!(document(&annals(&["check", "--format", "json"]))["findings"][0]["code"], "USAGE");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("secret.json");
    fs::write(&file, "{}").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything reads this too.
    if fs::read(&file).is_err() {
        assert_eq!(code(&annals(&["check", file.to_str().unwrap()])), 2);
    }
}

#[test]
fn standard_input_is_a_file_named_by_a_hyphen() {
    let output = annals_with(&["check", "-"], br#"{"annals":1,"id":"x","title":"X"}"#);
    assert_eq!(code(&output), 0);
    assert!(String::from_utf8(output.stdout).unwrap().contains("standard input:1:1: warning LICENCE_MISSING"));
    assert_eq!(code(&annals_with(&["check", "-"], b"")), 1);
}

#[test]
fn findings_name_file_line_and_column_and_control_characters_are_escaped() {
    let output =
        annals_with(&["check", "-"], "{\"annals\":1,\"id\":\"\\u001b[31m\u{202e}\",\"title\":\"X\"}".as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("standard input:1:18: error ID_INVALID: “\\u{1b}[31m\\u{202e}” is not an id (/id)"),
        "{text}"
    );
    assert!(!text.replace('\n', "").contains(char::is_control));
    let output = annals(&["check", "--format", "github", &path("data/bad", "comment.json")]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("::error file=") && text.contains(",line=2,col=3,title=DATA_SYNTAX::"), "{text}");
    let hostile = annals(&["check", "no\u{1b}[2Jsuch"]);
    assert!(!hostile.stdout.contains(&0x1b) && !hostile.stderr.contains(&0x1b));
    let hostile = annals(&["no\u{1b}[2Jsuch"]);
    assert!(!hostile.stdout.contains(&0x1b) && !hostile.stderr.contains(&0x1b));
}

#[test]
fn people_get_the_first_findings_of_a_kind_and_programs_all() {
    let event = |number: usize| format!(r#"{{"id":"e{number}","date":"never","title":"T"}}"#);
    let events: Vec<_> = (0..250).map(event).collect();
    let json = format!(r#"{{"annals":1,"id":"x","title":"X","events":[{}]}}"#, events.join(","));
    let output = annals_with(&["check", "--format", "json", "-"], json.as_bytes());
    let document = document(&output);
    let findings = document["findings"].as_array().unwrap();
    let pointers = findings.iter().filter(|finding| finding["code"] == "DATE_INVALID").map(|it| it["pointer"].clone());
    let wanted = (0..250).map(|number| format!("/events/{number}/date"));
    assert_eq!(pointers.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
    assert!(String::from_utf8(output.stderr).unwrap().contains("250 of 250 events left out"));
    for (format, sign) in [("text", ": error DATE_INVALID: "), ("github", "title=DATE_INVALID::")] {
        let output = annals_with(&["check", "--format", format, "-"], json.as_bytes());
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(text.matches(sign).count(), 101, "{text}");
        let last = "There are 150 more findings of this kind, which are not listed";
        assert!(text.contains(last) && text.contains("--format json"), "{text}");
        // The summary counts those, too.
        assert!(String::from_utf8(output.stderr).unwrap().contains("250 errors"));
    }
}

/// The tool under test may lack the page, so only what comes before is looked at here; the rest stands in `cli::site`.
#[test]
fn a_site_of_what_is_no_briefing_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    let output = |file: &str| annals(&["site", "--format", "json", file, "-o", site.to_str().unwrap()]);
    for (file, code_of_finding, exit) in [
        ("no-such-file".to_owned(), "IO", 2),
        (path("data/bad", "html.json"), "DATA_HTML", 1),
        (path("data/bad", "truncated.json"), "DATA_SYNTAX", 1),
    ] {
        let output = output(&file);
        assert_eq!(document(&output)["findings"][0]["code"], code_of_finding, "{file}");
        assert_eq!((code(&output), site.exists()), (exit, false), "{file}");
    }
    let output = output(&path("data/bad", "ids.json"));
    assert_ne!(code(&output), 0);
    assert!(document(&output)["findings"].as_array().unwrap().iter().any(|found| found["code"] == "ID_INVALID"));
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_and_a_full_disk_are_survived() {
    let bad = path("data/bad", "links.json");
    for arguments in [vec!["check", &bad], vec!["schema"], vec!["date", "2020"], vec!["--help"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
        let mut child = command.args(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.code().is_some_and(|code| code <= 2), "{arguments:?}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{arguments:?}");
    }
    if Path::new("/dev/full").exists() {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_annals")).arg("schema").stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn hostile_sizes_are_refused_quickly() {
    let deep = format!(r#"{{"annals":1,"x":{}"#, "[".repeat(1_000_000));
    let long = format!(r#"{{"annals":1,"id":"{}"}}"#, "a".repeat(8 << 20));
    for json in [deep, long] {
        let output = annals_with(&["check", "--format", "json", "-"], json.as_bytes());
        assert_eq!(document(&output)["findings"][0]["code"], "DATA_LIMIT");
    }
}

#[test]
fn the_schema_is_printed() {
    let output = annals(&["schema"]);
    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((code(&output), &schema["$schema"]), (0, &"https://json-schema.org/draft/2020-12/schema".into()));
}

#[test]
fn dates_are_read() {
    let output = annals(&["date", "--format", "json", "2020-05", "2021-02-30", "-0043-03-15"]);
    assert_eq!(code(&output), 1);
    let readings: Value = serde_json::from_slice(&output.stdout).unwrap();
    let keys: Vec<_> = readings[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["input", "valid", "reason", "earliest", "latest", "precision", "en", "zh"]);
    assert_eq!((&readings[0]["earliest"], &readings[0]["en"]), (&"2020-05-01".into(), &"May 2020".into()));
    assert_eq!((&readings[1]["valid"], &readings[2]["valid"]), (&false.into(), &true.into()));
    assert_eq!(code(&annals(&["date", "2020"])), 0);
    assert_eq!(code(&annals(&["date", "\u{1b}[2J"])), 1);
    assert!(!annals(&["date", "\u{1b}[2J"]).stdout.contains(&0x1b));
}

#[test]
fn a_figure_is_drawn_to_a_file() {
    let json = br#"{"annals":1,"id":"x","title":"X","languages":["en","zh-Hans"],
        "series":[{"id":"s","title":{"en":"Products","zh-Hans":"\u4ea7\u54c1"},"observations":[{"id":"o","date":"2019","value":1},{"id":"p","date":"2020","value":2}]}],
        "figures":[{"id":"growth","kind":"series","series":["s"]},{"id":"list","kind":"documents"}]}"#;
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (briefing, svg, png) = (file("x.json"), file("x.svg"), file("x.PNG"));
    fs::write(&briefing, json).unwrap();

    let listed = annals_with(&["render", "-"], json);
    let list = String::from_utf8(listed.stdout.clone()).unwrap();
    assert!(
        list.contains("growth\tseries\tValues over time\n") && list.contains("(a list, without a picture)"),
        "{list}"
    );
    document(&annals(&["render", &briefing, "--format", "json"]));

    let wanted = |more: &[&str]| {
        let arguments = [&["render", &briefing, "--figure", "growth", "--today", "2026-01-31"], more].concat();
        annals(&arguments)
    };
    assert_eq!(code(&wanted(&["-o", &svg])), 0);
    let text = fs::read_to_string(&svg).unwrap();
    assert!(
        text.contains("<svg xmlns") && text.contains("width=\"960\"") && text.contains("31 January 2026"),
        "{text}"
    );
    // The same on standard output, and nothing else there.
    assert_eq!(String::from_utf8(wanted(&["-o", "-"]).stdout).unwrap(), text);
    let chinese = wanted(&["-o", "-", "--lang", "zh-Hans", "--theme", "dark", "--width", "400"]);
    let chinese = String::from_utf8(chinese.stdout).unwrap();
    assert!(chinese.contains("产品") && chinese.contains("width=\"400\"") && !chinese.contains("#ffffff"));
    assert_eq!(code(&wanted(&["-o", &png])), 0);
    let bytes = fs::read(&png).unwrap();
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(u32::from_be_bytes(bytes[16..20].try_into().unwrap()), 1920);

    for (more, said) in [
        (["--figure", "nope", "-o", &svg].as_slice(), "no figure"),
        (&["--figure", "list", "-o", &svg], "no picture"),
        (&["--figure", "growth", "-o", &file("x.gif")], ".svg or .png"),
        (&["--figure", "growth", "-o", &file("no/such/x.svg")], "cannot be written"),
    ] {
        let output = annals(&[&["render", &briefing, "--format", "json"], more].concat());
        assert_eq!(code(&output), 2);
        let document = document(&output);
        assert!(document["findings"].to_string().contains(said), "{document}");
    }
    for misuse in
        [["--figure", "growth"].as_slice(), &["-o", &svg], &["--figure", "growth", "-o", &svg, "--today", "2026"]]
    {
        assert_eq!(code(&annals(&[&["render", &briefing], misuse].concat())), 2);
    }
    assert_eq!(fs::read_to_string(&svg).unwrap(), text, "a failure leaves the old file");
}

#[test]
fn deadlines_and_meetings_become_a_calendar() {
    let json = br#"{"annals":1,"id":"x","title":"X","as_of":"2026-03-31",
        "instruments":[{"id":"act","title":"Act","stages":[{"stage":"comments-close","date":"2026-12-04","previous":["2026-11-30"]},
            {"stage":"effective","date":"2027"}]}],
        "meetings":[{"id":"mt","date":"2026-05-01","end":"2026-05-02","title":"Meeting"}]}"#;
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (briefing, calendar) = (file("x.json"), file("x.ics"));
    fs::write(&briefing, json).unwrap();

    let written = annals(&["ics", &briefing, "-o", &calendar]);
    assert_eq!(code(&written), 0);
    let text = fs::read_to_string(&calendar).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 2);
    for line in [
        "UID:mt@x.annals",
        "DTSTART;VALUE=DATE:20260501",
        "DTEND;VALUE=DATE:20260503",
        "SEQUENCE:1",
        "DTSTAMP:20260331T000000Z",
    ] {
        assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}: {text}");
    }
    // What is left out is said, and named.
    let said = String::from_utf8(written.stderr).unwrap();
    assert!(said.contains("2 in the calendar; 1 left out, not known to the day: act.effective"), "{said}");

    // The same on standard output, and nothing else there; the same again.
    let out = annals_with(&["ics", "-", "-o", "-"], json);
    assert_eq!((code(&out), String::from_utf8(out.stdout).unwrap()), (0, text.clone()));
    let one = annals(&["ics", &briefing, "--item", "act", "--lang", "zh-Hans", "-o", "-"]);
    let one = String::from_utf8(one.stdout).unwrap();
    assert!(one.contains("SUMMARY:意见截止：Act") && one.matches("BEGIN:VEVENT").count() == 1, "{one}");
    let built_in = String::from_utf8(annals(&["ics", "-o", "-"]).stdout).unwrap();
    assert!(built_in.contains("UID:in-ccc-2025-57.enforced@china-standardization.annals"));

    for (arguments, exit, said) in [
        (["--item", "nope", "-o", &calendar].as_slice(), 2, "no item"),
        (&["--item", "act.effective", "-o", &calendar], 1, "no calendar is written"),
        (&["-o", &file("no/such/x.ics")], 2, "cannot be written"),
    ] {
        let output = annals(&[&["ics", &briefing, "--format", "json"], arguments].concat());
        assert_eq!(code(&output), exit, "{arguments:?}");
        assert!(document(&output)["findings"].to_string().contains(said), "{arguments:?}");
    }
    assert_eq!(fs::read_to_string(&calendar).unwrap(), text, "a failure leaves the old file");
    document(&annals(&["ics", &briefing, "--format", "json", "-o", &calendar]));
    assert_eq!(code(&annals(&["ics", &briefing])), 2);
    assert_eq!(code(&annals(&["ics", "no-such-file", "-o", &calendar])), 2);
    let help = String::from_utf8(annals(&["ics", "--help"]).stdout).unwrap();
    assert!(help.contains("annals ics my-briefing.json -o deadlines.ics"), "{help}");
}
