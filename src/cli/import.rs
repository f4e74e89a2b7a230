//! `annals import`: a folder of tables to a briefing.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;

use super::output;
use crate::{
    i18n::{Language, Words, findings::describe},
    load::{self, Diagnostic, Severity},
    tables::{self, Finding, Places, Sheet, csv},
};

/// Makes a briefing from a folder of CSV tables.
#[derive(Args, Debug)]
pub struct Import {
    /// The folder with the tables, such as briefing.csv and events.csv
    #[arg(value_name = "DIR")]
    pub from: PathBuf,
    /// Where to write the briefing; - for standard output
    #[arg(short, long, value_name = "FILE.json")]
    pub output: PathBuf,
    /// Warnings count as errors
    #[arg(long)]
    pub strict: bool,
}

/// Runs the command: 0 clean, 1 errors found, 2 if files could not be read or written.
pub fn run(args: &Import) -> ExitCode {
    match import(args) {
        Ok(findings) => {
            let bad = |finding: &Finding| args.strict || finding.severity == Severity::Error;
            ExitCode::from(u8::from(findings.iter().any(bad)))
        }
        Err(error) => {
            output::say(io::stderr(), format_args!("annals import: {error}"));
            ExitCode::from(2)
        }
    }
}

fn import(args: &Import) -> io::Result<Vec<Finding>> {
    let (sheets, mut findings) = read_folder(&args.from)?;
    let imported = tables::document(&sheets);
    findings.extend(imported.findings);
    let text = tables::json::print(&imported.document);
    let readable = check(text.as_bytes(), &imported.places, &mut findings);
    // Data go to standard output, so findings only do when the data do not.
    let to_stdout = args.output.as_os_str() == "-";
    for finding in &findings {
        if to_stdout { output::say(io::stderr(), finding) } else { output::say(io::stdout(), finding) }
    }
    if !readable {
        output::say(io::stderr(), format_args!("{} not written", args.output.display()));
        return Ok(findings);
    }
    output::write(&args.output, text.as_bytes())?;
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        let path = args.output.display();
        output::say(io::stderr(), format_args!("{path} written; what the errors name is left out or will not show"));
    }
    Ok(findings)
}

/// Checks the briefing as every reader of it does, and says in which row and column to mend it. False if it cannot be
/// read at all.
fn check(text: &[u8], places: &Places, findings: &mut Vec<Finding>) -> bool {
    let words = Words::new(Language::En);
    match load::load(text) {
        Ok(loaded) => {
            findings.extend(loaded.report.diagnostics.iter().map(|diagnostic| placed(&words, diagnostic, places)));
            findings.extend(loaded.report.more.iter().map(|(code, count)| {
                let message = format!("{count} more of this sort");
                let remedy = "Mend those listed, then look again".to_owned();
                finding(code.name(), code.severity(), message, remedy)
            }));
            true
        }
        Err(error) => {
            let (message, remedy) = describe(&words, error.code.name(), &error.args);
            findings.push(finding(error.code.name(), Severity::Error, message, remedy));
            false
        }
    }
}

fn placed(words: &Words, diagnostic: &Diagnostic, places: &Places) -> Finding {
    let (message, remedy) = describe(words, diagnostic.code.name(), &diagnostic.args);
    let finding = finding(diagnostic.code.name(), diagnostic.severity, message, remedy);
    match places.find(&diagnostic.pointer) {
        Some(place) => Finding { table: place.table, row: place.row, column: place.column, ..finding },
        None => finding,
    }
}

/// A finding about the briefing as a whole.
fn finding(code: &'static str, severity: Severity, message: String, remedy: String) -> Finding {
    let (column, value) = (String::new(), String::new());
    Finding { code, severity, table: "briefing".to_owned(), row: 0, column, value, message, remedy }
}

/// The tables of a folder, by name, and what could not be read. Files that are not CSV are passed over.
pub fn read_folder(folder: &Path) -> io::Result<(Vec<Sheet>, Vec<Finding>)> {
    let at = |path: &Path| {
        let path = path.display().to_string();
        move |error: io::Error| io::Error::new(error.kind(), format!("{path}: {error}"))
    };
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(at(folder))?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")));
    paths.sort();
    let (mut sheets, mut findings) = (Vec::new(), Vec::new());
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let (sheet, found) = csv::read(&name, &fs::read(&path).map_err(at(&path))?);
        sheets.extend(sheet);
        findings.extend(found);
    }
    Ok((sheets, findings))
}
