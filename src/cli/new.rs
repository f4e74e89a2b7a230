//! `annals new`: a starter briefing to write over.

use std::{
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;

use super::{MISUSE, authored::Authored, output, render::Lang};
use crate::{
    load::{
        Limits,
        format::{COMMON, DOCUMENT, Field, Kind, Shape},
    },
    tables,
};

const EXAMPLES: &str = "\
Examples:
  annals new my-briefing
  annals new my-briefing --lang zh-Hans
  cd my-briefing && annals check . && annals serve . --open";

/// Starts a briefing: a folder of CSV tables with example rows, a README.md that explains them, and the JSON they make.
///
/// The tables open in any spreadsheet program. The folder is made; one that holds something already is left alone.
///
/// Exit code 0: written; 2: the folder is not empty, or cannot be written.
#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
pub struct New {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The language of the examples and of the explanation
    #[arg(long, value_enum, default_value_t)]
    pub lang: Lang,
}

/// The name of the JSON file beside the tables.
const BRIEFING: &str = "briefing.json";
const README: &str = "README.md";

macro_rules! starter {
    ($language:literal: $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../static/starter/", $language, "/", $name)))),*]
    };
}

/// Name and text of each file.
type Files = &'static [(&'static str, &'static str)];

const ENGLISH: Files = starter!("en": "README.md" "briefing.csv" "sources.csv" "actors.csv" "tracks.csv" "events.csv" "instruments.csv"
    "stages.csv" "series.csv" "observations.csv" "meetings.csv" "figures.csv" "views.csv" "view_parts.csv");
const CHINESE: Files = starter!("zh-Hans": "README.md" "briefing.csv" "sources.csv" "actors.csv" "tracks.csv" "events.csv" "instruments.csv"
    "stages.csv" "series.csv" "observations.csv" "meetings.csv" "figures.csv" "views.csv" "view_parts.csv");

/// Runs the command.
pub fn run(args: &New) -> ExitCode {
    match write(args) {
        Ok(count) => {
            let folder = args.folder.display();
            output::note(&format!(
                "{count} files written to {folder}; {README} explains them. Next: annals serve {folder}"
            ));
            ExitCode::SUCCESS
        }
        Err(error) => {
            output::note(&format!("annals new: {}: {error}", args.folder.display()));
            ExitCode::from(MISUSE)
        }
    }
}

/// Writes the files; how many.
fn write(args: &New) -> io::Result<usize> {
    let folder = &args.folder;
    if folder.as_os_str() == "-" {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "give the name of a folder"));
    }
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        let why = "the folder is not empty, and nothing is written over; give the name of a new one";
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, why));
    }
    fs::create_dir_all(folder)?;
    let (files, heading) = match args.lang {
        Lang::En => (ENGLISH, "All tables and columns"),
        Lang::ZhHans => (CHINESE, "所有的表和列（英文）"),
    };
    for (name, text) in files {
        let more = if *name == README { reference(heading) } else { String::new() };
        // Without this mark, spreadsheet programs take the text for one in an older encoding.
        let mark = if *name == README { "" } else { "\u{feff}" };
        output::write_beside(&folder.join(name), format!("{mark}{text}{more}").as_bytes())?;
    }
    output::write_beside(&folder.join(BRIEFING), briefing(folder)?.as_bytes())?;
    Ok(files.len() + 1)
}

/// The JSON that the tables in the folder make.
fn briefing(folder: &Path) -> io::Result<String> {
    let mut findings = Vec::new();
    let authored = Authored::read(folder, &mut findings).map_err(|(_, error)| error)?;
    let made = authored.and_then(|authored| authored.make(None, Limits::default(), &mut findings));
    made.map(|made| made.text).ok_or_else(|| io::Error::other("the tables make no briefing"))
}

/// Every table and column with its meaning. The form of the data has one description, and this is made from it.
fn reference(heading: &str) -> String {
    let mut rows = vec![Rows { shape: &DOCUMENT, owner: None }];
    collect(&DOCUMENT, 0, &mut rows);
    let names = tables::names();
    let mut out = format!("\n## {heading}\n\nEvery row may also have these columns, except in tables that say so:\n\n");
    COMMON.iter().for_each(|field| line(&mut out, field));
    for (name, Rows { shape, owner }) in names.iter().zip(&rows) {
        let only = if shape.item { "" } else { " (no other columns)" };
        let _ = write!(out, "\n### {name}: {}{only}\n\n", shape.about);
        if let Some((owner, table)) = owner.and_then(|owner| Some((rows.get(owner)?, names.get(owner)?))) {
            let _ = writeln!(out, "- `{}`: the row of {table} it belongs to, required", owner.shape.name);
        }
        shape.fields.iter().filter(|field| inner(field).is_none()).for_each(|field| line(&mut out, field));
    }
    out
}

fn line(out: &mut String, field: &Field) {
    let must = if field.required { ", required" } else { "" };
    let _ = writeln!(out, "- `{}`: {}{}{must}", field.name, field.about, words(&field.kind));
}

/// What the rows of one table are.
struct Rows {
    shape: &'static Shape,
    /// The number of the table whose rows they belong to.
    owner: Option<usize>,
}

/// The rows inside those of table `owner`, in the order of [`tables::names`]: each list before the lists in its rows.
fn collect(shape: &'static Shape, owner: usize, rows: &mut Vec<Rows>) {
    for field in shape.all_fields() {
        match (field.kind, inner(field)) {
            (Kind::Object(_), Some(inner)) => collect(inner, owner, rows),
            (_, Some(inner)) => {
                let number = rows.len();
                rows.push(Rows { shape: inner, owner: Some(owner).filter(|owner| *owner > 0) });
                collect(inner, number, rows);
            }
            (_, None) => {}
        }
    }
}

/// The shape of the objects that a field holds.
fn inner(field: &'static Field) -> Option<&'static Shape> {
    match field.kind {
        Kind::Object(shape) => Some(shape),
        Kind::List(Kind::Object(shape)) => Some(*shape),
        _ => None,
    }
}

/// The words a field may hold, if there are only some.
fn words(kind: &Kind) -> String {
    match kind {
        Kind::Choice(words) => format!(" (one of {})", words.join(", ")),
        Kind::OpenChoice(words) => format!(" ({}, or another word)", words.join(", ")),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_has_its_rows() {
        let mut rows = vec![Rows { shape: &DOCUMENT, owner: None }];
        collect(&DOCUMENT, 0, &mut rows);
        let names = tables::names();
        assert_eq!(rows.len(), names.len());
        // A table of its own, or one inside another, has the name of what its rows are, or a part of it.
        for (name, shape) in [
            ("stages", "stage"),
            ("catalogue_entries", "entry"),
            ("attendance_totals", "total"),
            ("view_parts", "view-part"),
        ] {
            let at = names.iter().position(|known| known == name).unwrap();
            assert_eq!(rows[at].shape.name, shape);
        }
    }
}
