//! Import and export as programs.

mod books;
mod corpus;
mod rounds;

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

fn annals(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_annals")).args(arguments).output().unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn import(from: &Path, output: &Path, more: &[&str]) -> (Option<i32>, String) {
    let run = annals(&[&["import", path(from), "-o", path(output)], more].concat());
    (run.status.code(), String::from_utf8(run.stdout).unwrap())
}

fn export(from: &Path, output: &Path) -> (Option<i32>, String) {
    let run = annals(&["export", path(from), "-o", path(output)]);
    (run.status.code(), String::from_utf8(run.stdout).unwrap())
}

const CARD: &str = "field,value\nannals,1\nid,x\ntitle,X\nlanguages,en\nas_of,2020\nlicence,CC0\n";

#[test]
fn a_folder_becomes_a_briefing_and_a_folder_again() {
    let dir = tempfile::tempdir().unwrap();
    let (tables, file, again) = (dir.path().join("tables"), dir.path().join("x.json"), dir.path().join("again"));
    fs::create_dir(&tables).unwrap();
    fs::write(tables.join("briefing.csv"), CARD).unwrap();
    fs::write(tables.join("tracks.csv"), "id,title\na,\"One, two\"\nb,Three\n").unwrap();
    fs::write(tables.join("LICENSE"), "not a table").unwrap();
    assert_eq!(import(&tables, &file, &["--strict"]), (Some(0), String::new()));
    let expected = "{\n \"annals\":1,\n \"id\":\"x\",\n \"title\":\"X\",\n \"languages\":[\"en\"],\n \"as_of\":\"2020\",\n \
                    \"licence\":\"CC0\",\n \"tracks\":[\n  {\"id\":\"a\",\"title\":\"One, two\"},\n  \
                    {\"id\":\"b\",\"title\":\"Three\"}\n ]\n}\n";
    assert_eq!(fs::read_to_string(&file).unwrap(), expected);
    assert_eq!(import(&tables, Path::new("-"), &[]), (Some(0), expected.to_owned()));
    assert_eq!(export(&file, &again), (Some(0), String::new()));
    for name in ["briefing.csv", "tracks.csv"] {
        assert_eq!(fs::read(again.join(name)).unwrap(), fs::read(tables.join(name)).unwrap(), "{name}");
    }
    assert_eq!(fs::read_dir(&again).unwrap().count(), 2, "nothing else is written");
    // What stood there before stays, and is named.
    fs::write(again.join("events.csv"), "id\n").unwrap();
    let run = annals(&["export", path(&file), "-o", path(&again)]);
    let notes = String::from_utf8(run.stderr).unwrap();
    assert!(run.status.success() && notes.contains("events.csv") && notes.lines().count() == 1, "{notes}");
}

#[test]
fn errors_say_where_and_leave_what_is_good() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("x.json");
    fs::write(dir.path().join("briefing.csv"), CARD).unwrap();
    fs::write(dir.path().join("tracks.csv"), "id,title\na,One,two\nb,Three\n").unwrap();
    fs::write(dir.path().join("actors.csv"), b"id,name\na,\xc7\xbf\xd6\xc6\n").unwrap();
    fs::write(dir.path().join("events.csv"), "id,date,title\ne1,2020-01,A\ne2,17.10.2019,B\n").unwrap();
    let (code, printed) = import(dir.path(), &file, &["--format", "json"]);
    assert_eq!(code, Some(1));
    let printed: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(printed["ok"], false);
    let findings = printed["findings"].as_array().unwrap().iter().filter(|found| found["severity"] == "error");
    let places: Vec<_> = findings
        .map(|found| format!("{} {} {} {}", found["code"], found["sheet"], found["row"], found["column"]))
        .collect();
    let expected = [r#""ROW_LONG" "tracks" 2 null"#, r#""DATE_INVALID" "events" 3 "date""#];
    assert_eq!(places, expected);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("Three") && !text.contains("One"), "{text}");

    let (_, printed) = import(dir.path(), &file, &[]);
    let events = dir.path().join("events.csv");
    let line = format!("{}, row 3, column date: error DATE_INVALID: ", path(&events));
    assert!(printed.contains(&line), "{printed}");
}

#[test]
fn an_id_that_stands_twice_names_both_rows() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("x.json");
    fs::write(dir.path().join("briefing.csv"), CARD).unwrap();
    fs::write(dir.path().join("tracks.csv"), "id,title\na,One\nb,Two\n").unwrap();
    fs::write(dir.path().join("actors.csv"), "id,name,aliases\nc,C,old;b\na,A,\nold,O,\n").unwrap();
    let (code, printed) = import(dir.path(), &file, &["--format", "json"]);
    assert_eq!(code, Some(1));
    let printed: Value = serde_json::from_str(&printed).unwrap();
    let found = printed["findings"].as_array().unwrap().iter().filter(|found| {
        let code = found["code"].as_str().unwrap();
        code == "DUPLICATE_ID" || code == "ALIAS_TAKEN"
    });
    let found: Vec<_> = found
        .map(|found| {
            let message = found["message"].as_str().unwrap().replace(path(dir.path()), "DIR");
            format!("{} {} {}: {message}", found["sheet"], found["row"], found["column"])
        })
        .collect();
    let expected = [
        r#""actors" 4 "id": “old” is both an id and a former id, see DIR/actors.csv, row 2, column aliases"#,
        r#""tracks" 2 "id": Another item has the id “a”, in DIR/actors.csv, row 3, column id; this one is left out"#,
        r#""tracks" 3 "id": “b” is both an id and a former id, see DIR/actors.csv, row 2, column aliases"#,
    ];
    assert_eq!(found, expected);
}

#[test]
fn books_among_tables_are_named() {
    let dir = tempfile::tempdir().unwrap();
    let (tables, file) = (dir.path().join("tables"), dir.path().join("x.json"));
    fs::create_dir(&tables).unwrap();
    fs::write(tables.join("briefing.csv"), CARD).unwrap();
    for name in ["tracks.xlsx", "EVENTS.ODS", "~$tracks.xlsx", ".~lock.tracks.ods#", "notes.txt"] {
        fs::write(tables.join(name), "PK").unwrap();
    }
    let (code, printed) = import(&tables, &file, &[]);
    assert_eq!(code, Some(0));
    let warnings: Vec<&str> = printed.lines().filter(|line| line.contains("warning TABLE_FORMAT")).collect();
    assert_eq!(warnings.len(), 2, "{printed}");
    assert!(warnings[0].contains("EVENTS.ODS") && warnings[1].contains("tracks.xlsx"), "{printed}");
    assert!(printed.contains("CSV UTF-8"), "{printed}");
    assert_eq!(import(&tables, &file, &["--strict"]).0, Some(1));
    // A book that is none, and one that is not there.
    let (code, printed) = import(&tables.join("tracks.xlsx"), &file, &[]);
    assert!(code == Some(1) && printed.contains("BOOK_BROKEN"), "{printed}");
    assert_eq!(import(&tables.join("missing.xlsx"), &file, &[]).0, Some(2));
}

#[test]
fn failures_keep_the_old_file() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("x.json");
    fs::write(&file, "old").unwrap();
    assert_eq!(import(&dir.path().join("missing"), &file, &[]).0, Some(2));
    // Without a card it is no briefing.
    let (code, printed) = import(dir.path(), &file, &[]);
    assert_eq!(code, Some(1));
    assert!(printed.contains("TABLE_MISSING"), "{printed}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
    fs::write(dir.path().join("briefing.csv"), CARD).unwrap();
    assert_eq!(import(dir.path(), &dir.path().join("missing/x.json"), &[]).0, Some(2));
    let (code, printed) = export(&file, &dir.path().join("out"));
    assert_eq!(code, Some(1));
    assert!(printed.contains("DATA_SYNTAX"), "{printed}");
    assert_eq!(export(&dir.path().join("missing"), &dir.path().join("out")).0, Some(2));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2, "no part of a file is left");
}
