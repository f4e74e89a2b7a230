//! The layers of the source: who may use whom. What is drawn does not know who draws it; the browser and the command
//! line are two callers of the same functions.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Rows from the bottom to the top. A module uses modules on lower rows.
const ROWS: &[&[&str]] = &[
    &["circles", "order", "separated"],
    &["model", "scene"],
    &["load", "scale"],
    &["i18n", "state", "layout"],
    &["query"],
    &["draw"],
    &["figure"],
    &["render", "bundle", "tables"],
    &["export"],
    &["ui", "web", "cli"],
    &["main", "bin", "lib"],
];

/// Uses on the same row that the flow of data wants.
const BESIDE: &[(&str, &str)] = &[("layout", "state"), ("ui", "web"), ("export", "render")];

/// Words in code that only some modules may name: the word, and where it may stand (prefixes of paths below `src`).
const NAMES: &[(&str, &[&str])] = &[
    ("yew::", &["ui", "render/html", "main"]),
    ("web_sys::", &["web", "ui", "render", "main"]),
    ("gloo::", &["web", "ui", "render", "main"]),
    ("wasm_bindgen::", &["web", "ui", "render", "main"]),
    ("js_sys::", &["web", "ui", "render", "main"]),
    ("plotters::", &["draw/plot"]),
    ("plotters_backend::", &["draw/plot"]),
    ("resvg::", &["render/png"]),
    ("clap::", &["cli"]),
    ("ed25519_dalek::", &["cli"]),
    ("axum::", &["cli"]),
    ("tokio::", &["cli", "bin"]),
    ("csv::", &["cli", "tables"]),
    ("calamine::", &["tables/book/xlsx"]),
    ("quick_xml::", &["tables/book/ods"]),
    ("rust_xlsxwriter::", &["tables/book/write"]),
    ("zip::", &["cli/bundle", "tables/book"]),
    ("encoding_rs::", &["tables/encoding"]),
    ("std::fs", &["cli", "tables"]),
    ("std::process", &["cli", "bin"]),
    ("SystemTime", &["cli", "web"]),
    ("Instant::now", &["cli", "web"]),
    ("Zoned::now", &["cli", "web"]),
    ("Timestamp::now", &["cli", "web"]),
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// All source files: path below `src` with `/`, and the code without comments, texts and tests.
fn code() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![source()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(source()).unwrap().to_str().unwrap().replace('\\', "/");
                let is_test = name.split('/').any(|part| matches!(part, "tests" | "tests.rs"));
                if !is_test {
                    found.insert(name, stripped(&fs::read_to_string(&path).unwrap()));
                }
            }
        }
    }
    found
}

/// Code without comments and texts, up to the module of tests, which stands last.
fn stripped(text: &str) -> String {
    let text = text.split("\nmod tests {").next().unwrap_or_default();
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['/', '"', '\'']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let skip = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with('"') {
            // Raw texts with quotes in them are rare; they end in a quote too.
            let mut end = 1;
            let bytes = rest.as_bytes();
            while end < bytes.len() && bytes[end] != b'"' {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            end + 1
        } else if rest.starts_with("'\"'") || rest.starts_with("'/'") {
            3
        } else if rest.starts_with("'\\'") {
            4
        } else {
            out.push_str(&rest[..1]);
            1
        };
        rest = &rest[rest.ceil_char_boundary(skip.min(rest.len()))..];
    }
    out + rest
}

/// The module of a path: its first part.
fn room(path: &str) -> &str {
    path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

fn row(room: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&room))
}

/// Modules named as `crate::module`, also in groups: `crate::{a, b::c}`; in binaries as `annals::module`.
fn uses(path: &str, code: &str) -> Vec<String> {
    let root = if matches!(room(path), "main" | "bin") { "annals::" } else { "crate::" };
    let mut found = Vec::new();
    for (at, _) in code.match_indices(root) {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = &code[at + root.len()..];
        match rest.strip_prefix('{') {
            None => found.push(word(rest)),
            Some(group) => {
                let mut depth = 0;
                let mut start = true;
                for (index, c) in group.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        c if start && c.is_alphanumeric() => {
                            found.push(word(&group[index..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    found.retain(|name| row(name).is_some());
    found
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn every_module_has_a_row() {
    for path in code().keys() {
        assert!(row(room(path)).is_some(), "{path}");
    }
}

#[test]
fn modules_use_lower_rows_only() {
    let mut faults = Vec::new();
    for (path, code) in code() {
        let from = room(&path);
        for to in uses(&path, &code) {
            let lower = row(&to) < row(from);
            if from != to && !lower && !BESIDE.contains(&(from, to.as_str())) {
                faults.push(format!("{path} uses {to}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn outside_names_stand_where_they_belong() {
    let mut faults = Vec::new();
    for (path, code) in code() {
        for (name, places) in NAMES {
            let is_named = code.match_indices(name).any(|(at, _)| {
                !code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':'))
            });
            if is_named && !places.iter().any(|place| path.starts_with(place)) {
                faults.push(format!("{path} names {name}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_test_itself_sees_uses() {
    let code = stripped(
        "//! [`crate::ui`]\nuse crate::{load::x, model::{Id, date}, query};\nlet a = \"crate::web\"; crate::cli::run();",
    );
    assert_eq!(uses("draw/mod.rs", &code), ["load", "model", "query", "cli"]);
}
