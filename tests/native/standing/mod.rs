//! Where policy acts stand: the published table, cases written by hand, and the steps from one change to the next.

mod cases;
mod changes;
mod fixture;
mod then;
mod transitions;

use std::{fs, path::Path};

use annals::{
    i18n::{Language, Words},
    model::StageName,
    query::TABLE,
};

/// The stages that a cell names.
fn stages(cell: &str) -> Vec<StageName> {
    let words = cell.split('`').skip(1).step_by(2);
    words.map(|word| StageName::ALL.iter().find(|(_, known)| *known == word).expect(word).0).collect()
}

#[test]
fn the_published_table_is_the_one_in_force() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/status.md");
    let text = fs::read_to_string(path).unwrap();
    let table = text.split("|---|---|---|---|\n").nth(1).unwrap();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert_eq!(rows.len(), TABLE.len());
    let words = Words::new(Language::En);
    for (row, line) in rows.iter().zip(&TABLE) {
        assert_eq!(row[0], words.text(line.status.key()));
        assert_eq!(row[1].trim_matches('`'), line.status.word());
        assert_eq!((stages(row[2]), stages(row[3])), (line.behind.to_vec(), line.ahead.to_vec()), "{row:?}");
    }
    // The reasons, in the words of the page.
    for why in ["no-stage", "before", "no-effect", "inexact", "undated", "disputed"] {
        let said = words.text(&format!("status-unknown-{why}"));
        let said = said.strip_prefix("not known: ").unwrap_or(&said);
        assert!(text.contains(&format!("\n| {said} | ")), "{said}");
    }
}
