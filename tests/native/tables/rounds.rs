//! Round trips between JSON, folders and books; what books say that text cannot; what is left to translate.

use std::{fs, path::Path};

use serde_json::{Value, json};

use super::{
    CARD, annals,
    books::{Cell, Cell::*, Ods, Rows, Style, Xlsx},
    export, import, path,
};
use crate::tests_folder;

fn read(file: &Path) -> Value {
    let bytes = fs::read(file).unwrap();
    serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).unwrap()
}

fn builtin() -> std::path::PathBuf {
    tests_folder("../static/briefings/china-standardization")
}

#[test]
fn the_built_in_briefing_survives_a_book() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    assert_eq!(import(&builtin(), &at("a.json"), &[]).0, Some(0));
    assert_eq!(export(&at("a.json"), &at("a.xlsx")), (Some(0), String::new()));
    assert_eq!(import(&at("a.xlsx"), &at("b.json"), &[]).0, Some(0));
    assert_eq!(fs::read(at("a.json")).unwrap(), fs::read(at("b.json")).unwrap());
    export(&at("b.json"), &at("b.xlsx"));
    assert_eq!(fs::read(at("a.xlsx")).unwrap(), fs::read(at("b.xlsx")).unwrap());
    // Tables that were written, read and written again are the same bytes.
    assert_eq!(export(&at("b.json"), &at("tables")).0, Some(0));
    assert_eq!(import(&at("tables"), &at("c.json"), &[]).0, Some(0));
    assert_eq!(export(&at("c.json"), &at("again")).0, Some(0));
    let mut count = 0;
    for entry in fs::read_dir(at("tables")).unwrap() {
        let name = entry.unwrap().file_name();
        let same = fs::read(at("tables").join(&name)).unwrap() == fs::read(at("again").join(&name)).unwrap();
        assert!(same, "{}", name.display());
        count += 1;
    }
    assert!(count > 15);
}

#[test]
fn the_example_and_the_good_samples_survive_folders_and_books() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let samples =
        crate::files("data/good", "json").into_iter().chain([tests_folder("../static/examples/gallery.json")]);
    for (number, sample) in samples.enumerate() {
        let (folder, book) = (at(&format!("{number}")), at(&format!("{number}.xlsx")));
        for tables in [folder, book] {
            assert_eq!(export(&sample, &tables), (Some(0), String::new()), "{}", sample.display());
            import(&tables, &at("again.json"), &[]);
            assert_eq!(read(&at("again.json")), read(&sample), "{}", sample.display());
        }
    }
}

#[test]
fn commands_read_books() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let folder = builtin();
    import(&folder, &at("a.json"), &[]);
    export(&at("a.json"), &at("a.xlsx"));
    let book = at("a.xlsx");
    for arguments in [
        vec!["check", path(&book)],
        vec!["check", path(&folder)],
        vec!["diff", path(&book), path(&folder), "--format", "json"],
        vec!["ics", path(&book), "-o", path(&at("a.ics"))],
        vec!["render", path(&book)],
    ] {
        let run = annals(&arguments);
        assert_eq!(run.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&run.stdout));
    }
    let diff = annals(&["diff", path(&book), path(&folder)]);
    let text = String::from_utf8(diff.stdout).unwrap();
    assert!(text.ends_with("\nNothing changed\n"), "{text}");
}

#[test]
fn what_cannot_be_written_leaves_the_old_book() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let title = "x".repeat(40_000);
    fs::write(
        at("a.json"),
        json!({ "annals": 1, "id": "x", "title": "X", "tracks": [{ "id": "a", "title": title }] }).to_string(),
    )
    .unwrap();
    fs::write(at("a.xlsx"), "old").unwrap();
    let (code, printed) = export(&at("a.json"), &at("a.xlsx"));
    assert_eq!(code, Some(1));
    assert!(
        printed.contains("BOOK_LIMIT") && printed.contains("row 2, column title") && printed.contains("CSV"),
        "{printed}"
    );
    assert_eq!(fs::read(at("a.xlsx")).unwrap(), b"old");
    let (code, printed) = export(&at("a.json"), &at("a.ods"));
    assert!(code == Some(2) && printed.contains("XLSX"), "{printed}");
    assert!(!at("a.ods").exists());
}

fn card() -> Rows {
    let lines = CARD.lines().map(|line| line.split_once(',').unwrap());
    (1..).zip(lines).map(|(row, (field, value))| (row, vec![T(field), T(value)])).collect()
}

fn rows(rows: Vec<Vec<Cell>>) -> Rows {
    (1..).zip(rows).collect()
}

/// The dates of the events that a book has.
fn dates(bytes: &[u8], ending: &str) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    let (book, file) = (dir.path().join(format!("a.{ending}")), dir.path().join("a.json"));
    fs::write(&book, bytes).unwrap();
    let (_, printed) = import(&book, &file, &[]);
    assert!(!printed.contains("error"), "{printed}");
    let document = read(&file);
    document["events"].as_array().unwrap().iter().map(|event| event["date"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn days_are_right_in_both_epochs() {
    let book = |properties, days: &[(f64, Style)]| {
        let line = |&(day, style): &(f64, Style)| vec![N(day, style), T("x"), T("assumption")];
        let events = [vec![T("date"), T("title"), T("grade")]].into_iter().chain(days.iter().map(line)).collect();
        Xlsx { sheets: vec![("briefing", card()), ("events", rows(events))], properties, ..Xlsx::default() }.bytes()
    };
    use Style::*;
    let days = [
        (43_755.0, Day),
        (43_755.604_166_666_664, DayAndTime),
        (1.0, Day),
        (59.0, Day),
        (61.0, Day),
        (2_958_465.0, Day),
        (43_952.0, Month),
        (43_831.0, Year),
        (2019.0, General),
    ];
    let expected = [
        "2019-10-17",
        "2019-10-17T14:30:00",
        "1900-01-01",
        "1900-02-28",
        "1900-03-01",
        "9999-12-31",
        "2020-05",
        "2020",
        "2019",
    ];
    assert_eq!(dates(&book("", &days), "xlsx"), expected);
    let days = [(42_293.0, Day), (0.0, Day), (60.0, Day)];
    assert_eq!(dates(&book("date1904=\"1\"", &days), "xlsx"), ["2019-10-17", "1904-01-01", "1904-03-01"]);
}

#[test]
fn both_sorts_of_books_say_the_same() {
    let sheets = |number: Cell, day: Cell| {
        let tracks = vec![
            vec![T("id"), T("title"), T("note"), T("tags")],
            vec![T("a"), T("One\ntwo & <three>"), F("B1", Some("calculated"), false), T("=1+1;+2")],
            vec![T("b"), T("@Two"), No, No],
        ];
        let events =
            vec![vec![T("id"), T("date"), T("title"), T("grade")], vec![T("e1"), day, T("-E"), T("assumption")]];
        let observations = vec![
            vec![T("series"), T("date"), T("value"), T("grade")],
            vec![T("s"), T("2020"), number, T("assumption")],
        ];
        let mut tracks = rows(tracks);
        // An item in the last row of all, far below the others.
        tracks.push((1_048_576, vec![T("z"), T("Last")]));
        vec![
            ("briefing", card()),
            ("tracks", tracks),
            ("events", rows(events)),
            ("series", rows(vec![vec![T("id"), T("title")], vec![T("s"), T("S")]])),
            ("observations", rows(observations)),
        ]
    };
    let day = Raw("<table:table-cell office:value-type=\"date\" office:date-value=\"2019-10-17\"/>");
    let ods = Ods { sheets: sheets(N(21.5, Style::General), day), ..Ods::default() }.bytes();
    let xlsx = sheets(N(21.5, Style::General), N(43_755.0, Style::Day));
    let xlsx = Xlsx { sheets: xlsx, ..Xlsx::default() }.bytes();
    let dir = tempfile::tempdir().unwrap();
    let mut texts = Vec::new();
    for (name, bytes) in [("a.ods", ods), ("a.xlsx", xlsx)] {
        let (book, file) = (dir.path().join(name), dir.path().join("a.json"));
        fs::write(&book, bytes).unwrap();
        assert_eq!(import(&book, &file, &[]), (Some(0), String::new()), "{name}");
        texts.push(read(&file));
    }
    assert_eq!(texts[0], texts[1]);
    let tracks = json!([
        { "id": "a", "title": "One\ntwo & <three>", "note": "calculated", "tags": ["=1+1", "+2"] },
        { "id": "b", "title": "@Two" },
        { "id": "z", "title": "Last" },
    ]);
    assert_eq!(texts[0]["tracks"], tracks);
    assert_eq!(texts[0]["events"][0]["date"], "2019-10-17");
    assert_eq!(texts[0]["series"][0]["observations"][0]["value"], 21.5);
}

#[test]
fn declared_dates_are_read() {
    let dir = tempfile::tempdir().unwrap();
    let (tables, file) = (dir.path().join("tables"), dir.path().join("a.json"));
    fs::create_dir(&tables).unwrap();
    fs::write(tables.join("briefing.csv"), CARD).unwrap();
    fs::write(tables.join("events.csv"), "id,date,title,grade\na,03/04/2020,A,assumption\nb,2020-05,B,assumption\n")
        .unwrap();
    let instruments = "id,title\ni,I\n";
    let stages = "instrument,stage,date,previous,grade\ni,adopted,1/2/2021,5/6/2020;7/8/2020,assumption\n";
    fs::write(tables.join("instruments.csv"), instruments).unwrap();
    fs::write(tables.join("stages.csv"), stages).unwrap();
    assert_eq!(import(&tables, &file, &[]).0, Some(1));
    let dates = |file: &Path| {
        let document = read(file);
        let stage = document["instruments"][0]["stages"][0].clone();
        json!([document["events"][0]["date"], document["events"][1]["date"], stage["date"], stage["previous"]])
    };
    assert_eq!(import(&tables, &file, &["--date-format", "DMY"]), (Some(0), String::new()));
    assert_eq!(dates(&file), json!(["2020-04-03", "2020-05", "2021-02-01", ["2020-06-05", "2020-08-07"]]));
    fs::write(tables.join("briefing.csv"), format!("{CARD}date_format,mdy\n")).unwrap();
    assert_eq!(import(&tables, &file, &[]), (Some(0), String::new()));
    let month_first = json!(["2020-03-04", "2020-05", "2021-01-02", ["2020-05-06", "2020-07-08"]]);
    assert_eq!(dates(&file), month_first);
    assert!(read(&file).get("date_format").is_none());
    assert!(annals(&["check", path(&tables), "--strict"]).status.success());
    // What is asked for goes before what is written.
    assert_eq!(import(&tables, &file, &["--date-format", "dmy"]).0, Some(0));
    assert_eq!(dates(&file)[0], "2020-04-03");
    assert_eq!(import(&tables, &file, &["--date-format", "EU"]).0, Some(2));
}

#[test]
fn what_is_left_to_translate() {
    let dir = tempfile::tempdir().unwrap();
    let card = CARD.replace("languages,en", "languages,en;zh-Hans").replace("title,X", "title.en,X\ntitle.zh-Hans,甲");
    fs::write(dir.path().join("briefing.csv"), card).unwrap();
    let tracks = "id,title.en,title.zh-Hans,title.zh-Hans.translator,title.zh-Hans.state\n\
                  a,One,一,A. N.,draft\nb,Two,二,,machine\nc,Three,,,\nd,4,,,\ne,Five,五,,official\n";
    fs::write(dir.path().join("tracks.csv"), tracks).unwrap();
    fs::write(dir.path().join("actors.csv"), "id,name\na1,A name\n").unwrap();
    let brief = |printed: &[u8], fields: [&str; 4]| {
        let printed: Value = serde_json::from_slice(printed).unwrap();
        assert_eq!(printed["ok"], true);
        let findings = printed["findings"].as_array().unwrap().iter();
        findings
            .map(|found| fields.map(|field| found[field].to_string()).join(" ").replace('"', ""))
            .collect::<Vec<_>>()
    };
    let run = annals(&["check", "--translations", path(dir.path()), "--format", "json"]);
    let expected = [
        "TRANSLATION_MISSING briefing 8 value",
        "TRANSLATION_MISSING actors 2 name",
        "TRANSLATION_DRAFT tracks 2 title.zh-Hans",
        "TRANSLATION_MACHINE tracks 3 title.zh-Hans",
        "TRANSLATION_MISSING tracks 4 title.zh-Hans",
    ];
    let listed = brief(&run.stdout, ["code", "sheet", "row", "column"]);
    assert_eq!(listed, expected, "{}", String::from_utf8_lossy(&run.stdout));
    assert!(String::from_utf8(run.stderr).unwrap().contains("5 texts"));
    let file = dir.path().join("a.json");
    import(dir.path(), &file, &[]);
    let run = annals(&["check", "--translations", path(&file), "--format", "json"]);
    let expected = [
        "TRANSLATION_MISSING /licence 7 12",
        "TRANSLATION_MISSING /actors/0/name 9 21",
        "TRANSLATION_DRAFT /tracks/0/title/zh-Hans 12 43",
        "TRANSLATION_MACHINE /tracks/1/title/zh-Hans 13 43",
        "TRANSLATION_MISSING /tracks/2/title 14 21",
    ];
    assert_eq!(brief(&run.stdout, ["code", "pointer", "line", "column"]), expected);
    let text = String::from_utf8(annals(&["check", "--translations", path(&file)]).stdout).unwrap();
    assert!(text.contains("draft by A. N.: “一”"), "{text}");
    assert_eq!(annals(&["check", "--translations", "--strict", path(&file)]).status.code(), Some(1));
}
