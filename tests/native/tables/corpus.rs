//! Tables that are wrong, and what is said of each: folders of CSV tables, and books made part by part.
//!
//! With `ANNALS_BLESS=1` in the environment, writes the expectations instead; read them before you commit.

use std::{fmt::Write as _, fs, path::Path};

use serde_json::Value;

use super::{
    annals,
    books::{Cell, Cell::*, Ods, Rows, Style, Xlsx, zipped},
    path,
};
use crate::{files, tests_folder};

/// What `annals check` says of a briefing, a line or two for each finding. Paths begin at `base`.
fn said(briefing: &Path, base: &Path) -> String {
    let run = annals(&["check", path(briefing), "--format", "json"]);
    let printed: Value = serde_json::from_slice(&run.stdout).unwrap();
    let findings = printed["findings"].as_array().unwrap();
    let is_bad = findings.iter().any(|finding| finding["severity"] == "error");
    assert_eq!(run.status.code(), Some(i32::from(is_bad)), "{}", briefing.display());
    let mut out = String::new();
    for finding in findings {
        let text = |field: &str| finding[field].as_str().unwrap_or_default().replace(&format!("{}/", path(base)), "");
        write!(out, "{} {} {}", text("severity"), text("code"), text("file")).unwrap();
        for field in ["sheet", "row", "column", "line", "value"] {
            if !finding[field].is_null() {
                write!(out, " {field}={}", finding[field]).unwrap();
            }
        }
        writeln!(out, "\n    {}\n    {}", text("message"), text("remedy")).unwrap();
    }
    out
}

/// Compares what is said with what stands in a file.
fn compare(said: &str, expected: &Path, faults: &mut Vec<String>) {
    if std::env::var_os("ANNALS_BLESS").is_some() {
        fs::write(expected, said).unwrap();
    }
    let expected_text = fs::read_to_string(expected).unwrap_or_default();
    if said != expected_text {
        faults.push(format!("{}\n--- said\n{said}--- expected\n{expected_text}", expected.display()));
    }
}

#[test]
fn folders_of_tables_that_are_wrong() {
    let base = tests_folder("data/tables");
    let mut folders: Vec<_> =
        fs::read_dir(&base).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    assert!(folders.len() >= 40);
    let mut faults = Vec::new();
    for folder in folders {
        let said = said(&folder, &base);
        assert!(!said.is_empty(), "{} is not wrong", folder.display());
        compare(&said, &folder.with_extension("expected"), &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn books_that_are_wrong() {
    let base = tests_folder("data/books");
    fs::create_dir_all(&base).unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let mut faults = Vec::new();
    let books = books();
    assert!(books.len() >= 30);
    for (name, bytes) in books {
        let book = scratch.path().join(name);
        fs::write(&book, bytes).unwrap();
        let said = said(&book, scratch.path());
        assert!(!said.is_empty(), "{name} is not wrong");
        compare(&said, &base.join(format!("{name}.expected")), &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every finding about a JSON file says where it is and what to do.
#[test]
fn json_that_is_wrong_is_placed_and_has_a_remedy() {
    let mut count = 0;
    for file in files("data/bad", "json") {
        let run = annals(&["check", path(&file), "--format", "json"]);
        let printed: Value = serde_json::from_slice(&run.stdout).unwrap();
        for finding in printed["findings"].as_array().unwrap() {
            count += 1;
            assert_eq!(finding["file"], path(&file));
            assert!(finding["remedy"].as_str().is_some_and(|remedy| !remedy.is_empty()), "{finding:#}");
            let is_placed = finding["line"].is_u64() && finding["column"].is_u64();
            assert!(is_placed || finding["pointer"].is_null(), "{finding:#}");
        }
    }
    assert!(count > 100);
}

/// The sheets that every book has, and these.
fn with(more: Vec<(&'static str, Rows)>) -> Vec<(&'static str, Rows)> {
    let card = [
        ["field", "value"],
        ["annals", "1"],
        ["id", "x"],
        ["title", "X"],
        ["languages", "en"],
        ["as_of", "2020"],
        ["licence", "CC0"],
    ];
    let card = (1..).zip(card).map(|(row, [field, value])| (row, vec![T(field), T(value)])).collect();
    let sources = rows(vec![vec![T("id"), T("title")], vec![T("s1"), T("A source")]]);
    [vec![("briefing", card), ("sources", sources)], more].concat()
}

fn rows(rows: Vec<Vec<Cell>>) -> Rows {
    (1..).zip(rows).collect()
}

/// Events with these dates.
fn events(dates: Vec<Cell>) -> Vec<(&'static str, Rows)> {
    let head = vec![T("date"), T("title"), T("sources")];
    let lines = dates.into_iter().map(|date| vec![date, T("Event"), T("s1")]);
    with(vec![("events", rows([head].into_iter().chain(lines).collect()))])
}

fn tracks(lines: Vec<Vec<Cell>>) -> Vec<(&'static str, Rows)> {
    with(vec![("tracks", rows([vec![T("id"), T("title")]].into_iter().chain(lines).collect()))])
}

fn xlsx(sheets: Vec<(&'static str, Rows)>) -> Vec<u8> {
    Xlsx { sheets, ..Xlsx::default() }.bytes()
}

fn ods(sheets: Vec<(&'static str, Rows)>) -> Vec<u8> {
    Ods { sheets, ..Ods::default() }.bytes()
}

fn one() -> Vec<Vec<Cell>> {
    vec![vec![T("a"), T("One")]]
}

/// The archive with the size that a part claims changed, in both places where it stands.
fn claiming(mut bytes: Vec<u8>, name: &str, size: u32) -> Vec<u8> {
    for (sign, at, name_at) in [(b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)] {
        let mut found = bytes.windows(4).enumerate().filter(|(_, four)| four == sign).map(|(start, _)| start);
        let start = found.rfind(|start| bytes[start + name_at..].starts_with(name.as_bytes())).unwrap();
        bytes[start + at..start + at + 4].copy_from_slice(&size.to_le_bytes());
    }
    bytes
}

fn books() -> Vec<(&'static str, Vec<u8>)> {
    let last = |cells: Vec<Cell>| {
        let mut sheets = events(vec![T("2020")]);
        sheets[2].1.push((1_048_576, cells));
        sheets
    };
    let mut all = vec![
        ("date-ambiguous.xlsx", xlsx(events(vec![T("03/04/2020")]))),
        ("date-impossible.xlsx", xlsx(events(vec![T("31/02/2025")]))),
        ("date-month-only.xlsx", xlsx(events(vec![N(43_952.0, Style::Month), N(43_831.0, Style::Year)]))),
        ("date-false-leap-day.xlsx", xlsx(events(vec![N(60.0, Style::Day)]))),
        ("date-negative.xlsx", xlsx(events(vec![N(-3.0, Style::Day)]))),
        ("date-time-alone.xlsx", xlsx(events(vec![N(0.25, Style::Time)]))),
        ("date-fraction-of-second.xlsx", xlsx(events(vec![N(43_755.123_456, Style::DayAndTime)]))),
        ("date-without-format.xlsx", xlsx(events(vec![N(43_755.0, Style::General)]))),
        ("date-in-text.xlsx", xlsx(tracks(vec![vec![T("a"), N(43_755.0, Style::Day)]]))),
        (
            "date-for-number.xlsx",
            xlsx(with(vec![
                ("series", rows(vec![vec![T("id"), T("title")], vec![T("a"), T("A")]])),
                (
                    "observations",
                    rows(vec![
                        vec![T("series"), T("date"), T("value"), T("grade")],
                        vec![T("a"), N(2020.0, Style::General), N(43_755.0, Style::Day), T("assumption")],
                    ]),
                ),
            ])),
        ),
        ("error-cell.xlsx", xlsx(tracks(vec![vec![T("a"), F("1/0", Some("#DIV/0!"), true)]]))),
        ("formula-uncalculated.xlsx", xlsx(tracks(vec![vec![T("a"), F("B9", None, false)]]))),
        (
            "formula-shared.xlsx",
            xlsx(tracks(vec![vec![
                T("a"),
                Raw("<c r=\"B2\"><f t=\"shared\" si=\"18446744073709551615\" ref=\"B2:B3\">A1</f></c>"),
            ]])),
        ),
        (
            "merged.xlsx",
            Xlsx {
                sheets: tracks(vec![vec![T("a"), T("One")], vec![T("b"), No]]),
                after: vec![("tracks", "<mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></mergeCells>")],
                ..Xlsx::default()
            }
            .bytes(),
        ),
        ("hidden.xlsx", Xlsx { sheets: tracks(one()), hidden: vec!["tracks"], ..Xlsx::default() }.bytes()),
        ("sheet-unknown.xlsx", xlsx(with(vec![("track", rows(one())), ("Sheet1", rows(one()))]))),
        (
            "header-missing.xlsx",
            xlsx(with(vec![("tracks", vec![(3, vec![T("id"), T("title")]), (4, vec![T("a"), T("One")])])])),
        ),
        ("row-long.xlsx", xlsx(tracks(vec![vec![T("a"), T("One"), T("two"), T("three")]]))),
        (
            "column-unknown.xlsx",
            xlsx(with(vec![("tracks", rows(vec![vec![T("id"), T("titel")], vec![T("a"), T("One")]]))])),
        ),
        (
            "ids-twice.xlsx",
            xlsx(with(vec![("tracks", rows(vec![vec![T("id"), T("title")], vec![T("s1"), T("One")]]))])),
        ),
        ("last-row.xlsx", xlsx(last(vec![T("20"), T("Last"), T("s1")]))),
        (
            "rows-out-of-order.xlsx",
            xlsx(with(vec![(
                "tracks",
                vec![(1, vec![T("id"), T("title")]), (3, vec![T("a"), T("A")]), (2, vec![T("b"), T("B")])],
            )])),
        ),
        ("card-missing.xlsx", xlsx(vec![("tracks", rows(one()))])),
        ("bomb-claimed.xlsx", claiming(xlsx(tracks(one())), "xl/worksheets/sheet3.xml", u32::MAX - 1)),
        ("size-understated.xlsx", claiming(xlsx(tracks(one())), "xl/worksheets/sheet3.xml", 10)),
        ("truncated.xlsx", xlsx(tracks(one()))[..800].to_vec()),
        ("not-a-zip.xlsx", b"id,title\na,One\n".to_vec()),
        ("empty.xlsx", Vec::new()),
        ("old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more".to_vec()),
        ("document.xlsx", zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<document/>")])),
        ("other.xls", b"\xd0\xcf\x11\xe0".to_vec()),
    ];
    all.extend([
        ("date-ambiguous.ods", ods(events(vec![T("03/04/2020")]))),
        ("date-month-only.ods", ods(events(vec![Raw(
            "<table:table-cell table:style-name=\"month\" office:value-type=\"date\" office:date-value=\"2020-05-01\"/>",
        )]))),
        ("date-time-alone.ods", ods(events(vec![Raw(
            "<table:table-cell office:value-type=\"time\" office:time-value=\"PT14H30M00S\"/>",
        )]))),
        ("error-cell.ods", ods(tracks(vec![vec![T("a"), F("1/0", Some("#DIV/0!"), true)]]))),
        ("formula-uncalculated.ods", ods(tracks(vec![vec![T("a"), F("B9", None, false)]]))),
        ("merged.ods", ods(tracks(vec![
            vec![T("a"), Raw("<table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"string\"><text:p>One</text:p></table:table-cell>")],
            vec![T("b"), Raw("<table:covered-table-cell/>")],
        ]))),
        ("hidden.ods", Ods { sheets: tracks(one()), hidden: vec!["tracks"], ..Ods::default() }.bytes()),
        ("sheet-unknown.ods", ods(with(vec![("track", rows(one()))]))),
        ("row-repeated.ods", Ods {
            sheets: tracks(one()),
            after: vec![("tracks", "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell \
                office:value-type=\"string\"><text:p>b</text:p></table:table-cell><table:table-cell \
                table:number-columns-repeated=\"16000\" office:value-type=\"string\"><text:p>B</text:p></table:table-cell></table:table-row>")],
            ..Ods::default()
        }.bytes()),
        ("spaces.ods", ods(tracks(vec![vec![
            T("a"),
            Raw("<table:table-cell office:value-type=\"string\"><text:p>x<text:s text:c=\"2000000\"/>y</text:p></table:table-cell>"),
        ]]))),
        ("protected.ods", Ods { sheets: tracks(one()), manifest: "<manifest:encryption-data/>", ..Ods::default() }.bytes()),
        ("broken.ods", ods(tracks(vec![vec![Raw("<table:table-cell></table:wrong>")]]))),
    ]);
    all
}
