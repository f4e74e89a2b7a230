//! `annals import`: a folder of tables to a briefing.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;

use super::{
    FAULTY, MISUSE,
    finding::{Column, Finding, Format, print},
    input, output,
};
use crate::{
    i18n::findings::escaped,
    load::{Code, Diagnostic, Limits, Loaded, Severity},
    query,
    tables::{self, Places, Sheet, csv},
};

/// Makes a briefing from a folder of CSV tables.
///
/// Rows and values with errors are left out, the rest is written. Exit code 0: clean, or warnings only; 1: errors
/// found; 2: files could not be read or written.
#[derive(Args, Debug)]
pub struct Import {
    /// The folder with the tables, such as briefing.csv and events.csv
    #[arg(value_name = "DIR")]
    pub from: PathBuf,
    /// Where to write the briefing; - for standard output
    #[arg(short, long, value_name = "FILE.json")]
    pub output: PathBuf,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Warnings count as errors
    #[arg(long)]
    pub strict: bool,
}

/// Runs the command.
pub fn run(args: &Import) -> ExitCode {
    let (mut findings, mut failed) = (Vec::new(), false);
    let made = match read_folder(&args.from, &mut findings) {
        Ok(sheets) => make(&args.from, &sheets, args.format.limits(), &mut findings),
        Err((path, error)) => {
            failed = true;
            findings.push(unreadable(&path, &error));
            None
        }
    };
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    if let Some((text, _)) = made {
        let written = output::write(&args.output, text.as_bytes());
        let path = input::shown(&args.output);
        match written {
            Ok(()) if errors > 0 => {
                output::note(&format!("{path}: written; what the errors name is left out or does not show"));
            }
            Ok(()) => {}
            Err(error) => {
                failed = true;
                findings.push(Finding::plain("IO", &format!("This cannot be written: {error}"), Some(&path)));
            }
        }
    }
    let bad = findings.iter().any(|finding| args.strict || finding.is_error());
    let printed = print(&findings, !bad, args.format);
    // When the briefing goes to standard output, findings do not.
    if args.output.as_os_str() == "-" {
        printed.lines().for_each(output::note);
    } else if let Err(error) = output::to_stdout(printed.as_bytes()) {
        output::note(&format!("annals import: standard output: {error}"));
        failed = true;
    }
    match (failed, bad) {
        (true, _) => ExitCode::from(MISUSE),
        (false, true) => ExitCode::from(FAULTY),
        (false, false) => ExitCode::SUCCESS,
    }
}

/// A folder or file that cannot be read.
pub fn unreadable(path: &Path, error: &io::Error) -> Finding {
    let remedy = (path.is_file() && is_spreadsheet(path)).then(|| AS_CSV.to_owned());
    Finding { remedy, ..Finding::plain("IO", &format!("This cannot be read: {error}"), Some(&input::shown(path))) }
}

/// What to do about spreadsheets.
const AS_CSV: &str = "Save each of its sheets as \"CSV UTF-8\" in one folder, under the name of the table, and import the \
                      folder; spreadsheets themselves are not read by this version";

/// Whether a file is a spreadsheet, by its name.
fn is_spreadsheet(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Locks of spreadsheets that are open in a program begin with these.
    !name.starts_with("~$")
        && !name.starts_with(".~")
        && ending.is_some_and(|ending| ["xlsx", "xlsm", "xlsb", "xls", "ods", "fods", "numbers"].contains(&&*ending))
}

/// The tables of a folder, by name. Spreadsheets are named in a finding, other files that are not CSV are passed over.
/// Fails with the path that cannot be read.
pub fn read_folder(folder: &Path, findings: &mut Vec<Finding>) -> Result<Vec<Sheet>, (PathBuf, io::Error)> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = entries.map_err(|error| (folder.to_owned(), error))?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| is_spreadsheet(path)) {
        let message = "This is a spreadsheet, which is not read; it is left out";
        let remedy = Some(AS_CSV.to_owned());
        let severity = Severity::Warning.name();
        findings.push(Finding {
            severity,
            remedy,
            ..Finding::plain("TABLE_FORMAT", message, Some(&input::shown(path)))
        });
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")));
    let mut sheets = Vec::new();
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let bytes = input::read(&path, csv::LIMIT).map_err(|error| (path.clone(), error))?;
        let (sheet, found) = csv::read(&name, &bytes);
        sheets.extend(sheet);
        findings.extend(found.iter().map(|finding| in_table(folder, finding)));
    }
    Ok(sheets)
}

/// The text of the briefing and what loading it gives; `None` if it cannot be read as one. It is checked as every reader does, and findings say
/// in which table, row and column to mend it.
pub fn make(folder: &Path, sheets: &[Sheet], limits: Limits, findings: &mut Vec<Finding>) -> Option<(String, Loaded)> {
    let imported = tables::document(sheets);
    findings.extend(imported.findings.iter().map(|finding| in_table(folder, finding)));
    let text = tables::json::print(&imported.document);
    let shown = input::shown(folder);
    match query::check(text.as_bytes(), limits) {
        Ok(loaded) => {
            // The findings that are listed come first, in the order of the report.
            let listed = loaded.report.diagnostics.iter().map(Some).chain(std::iter::repeat(None));
            for (finding, diagnostic) in Finding::of_report(&loaded.report, &shown).into_iter().zip(listed) {
                let message = diagnostic.and_then(|it| twice(folder, it, &imported.places));
                let finding = placed(folder, finding, &imported.places);
                findings.push(Finding { message: message.unwrap_or(finding.message), ..finding });
            }
            Some((text, loaded))
        }
        Err(error) => {
            let finding = Finding::of_error(&error, &shown);
            findings.push(Finding { line: None, column: None, ..finding });
            None
        }
    }
}

/// A finding in the tables, as the tool prints it.
fn in_table(folder: &Path, finding: &tables::Finding) -> Finding {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let message = match finding.value.as_str() {
        "" => finding.message.clone(),
        value => format!("{}: “{value}”", finding.message),
    };
    Finding {
        severity: finding.severity.name(),
        sheet: some(&finding.table),
        row: Some(finding.row).filter(|row| *row > 0),
        column: some(&finding.column).map(Column::Name),
        value: some(&finding.value),
        remedy: some(&finding.remedy),
        ..Finding::plain(finding.code, &message, Some(&file(folder, &finding.table)))
    }
}

/// A finding in the briefing, with the place in the tables instead of that in the text.
fn placed(folder: &Path, finding: Finding, places: &Places) -> Finding {
    let place = finding.pointer.as_deref().and_then(|pointer| places.find(pointer));
    let finding = Finding { line: None, column: None, ..finding };
    match place {
        Some(place) => Finding {
            file: Some(file(folder, &place.table)),
            sheet: Some(place.table),
            row: Some(place.row),
            column: Some(place.column).filter(|column| !column.is_empty()).map(Column::Name),
            ..finding
        },
        None => finding,
    }
}

/// What is said of an id that stands elsewhere too, with the place of the other in the tables instead of that in the text.
fn twice(folder: &Path, found: &Diagnostic, places: &Places) -> Option<String> {
    let place = places.find(found.arg("other_pointer")?)?;
    let column = Some(place.column).filter(|column| !column.is_empty()).map(|column| format!(", column {column}"));
    let other = format!("{}, row {}{}", file(folder, &place.table), place.row, column.unwrap_or_default());
    let value = found.arg("value").unwrap_or_default();
    let message = match found.code {
        Code::DuplicateId => format!("Another item has the id “{value}”, in {other}; this one is left out"),
        Code::AliasTaken => format!("“{value}” is both an id and a former id, see {other}"),
        _ => return None,
    };
    Some(escaped(&message))
}

fn file(folder: &Path, table: &str) -> String {
    input::shown(&folder.join(format!("{table}.csv")))
}
