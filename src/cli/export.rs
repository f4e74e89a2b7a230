//! `annals export`: a briefing to a folder of tables, or to a book.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;

use super::{
    FAULTY, MISUSE, finding,
    finding::{Column, Finding},
    input, output,
};
use crate::{
    load::{Limits, Scan},
    tables::{
        self,
        book::{self, Unwritable},
        csv,
    },
};

/// Writes a briefing as a folder of CSV tables, or as a book (XLSX) to work in.
///
/// Exit code 0: done; 1: this is no briefing; 2: files could not be read or written.
#[derive(Args, Debug)]
pub struct Export {
    /// The briefing; - for standard input
    #[arg(value_name = "FILE.json")]
    pub from: PathBuf,
    /// The folder to write the tables to, made if missing; or the book, which ends in .xlsx
    #[arg(short, long, value_name = "DIR|BOOK.xlsx")]
    pub output: PathBuf,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    pub format: finding::Format,
}

/// Runs the command.
pub fn run(args: &Export) -> ExitCode {
    let (code, findings) = match export(args) {
        Ok(()) => (0, Vec::new()),
        Err((code, finding)) => (code, vec![*finding]),
    };
    let printed = finding::print(&findings, findings.is_empty(), args.format);
    if let Err(error) = output::to_stdout(printed.as_bytes()) {
        output::note(&format!("annals export: standard output: {error}"));
        return ExitCode::from(MISUSE);
    }
    ExitCode::from(code)
}

/// Fails with the exit code and what to say.
fn export(args: &Export) -> Result<(), (u8, Box<Finding>)> {
    let file = input::shown(&args.from);
    let broken = |path: &str, what: &str, error: io::Error| {
        (MISUSE, Box::new(Finding::plain("IO", &format!("This cannot be {what}: {error}"), Some(path))))
    };
    let bytes = input::read(&args.from, Limits::default().bytes).map_err(|error| broken(&file, "read", error))?;
    // The door of every reader says what is no briefing, and where.
    let scanned = Scan::new(&bytes[..], Limits::default()).and_then(Scan::into_loader);
    scanned.map_err(|error| (FAULTY, Box::new(Finding::of_error(&error, &file))))?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let document = serde_json::from_slice(text)
        .map_err(|error| (FAULTY, Box::new(Finding::plain("DATA_SYNTAX", &error.to_string(), Some(&file)))))?;
    let sheets = tables::sheets(&document).unwrap_or_default();
    if args.output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) && !args.output.is_dir() {
        let shown = input::shown(&args.output);
        let book = book::write(&sheets).map_err(|error| (FAULTY, Box::new(unwritable(*error, &shown))))?;
        return output::write(&args.output, &book).map_err(|error| broken(&shown, "written", error));
    }
    let folder = input::shown(&args.output);
    if let Some(ending) = other_book(&args.output) {
        let finding = Finding::plain("USAGE", &format!("Books are written as XLSX, not as {ending}"), Some(&folder));
        let remedy = Some("Write -o BOOK.xlsx, or the name of a folder for CSV tables".to_owned());
        return Err((MISUSE, Box::new(Finding { remedy, ..finding })));
    }
    fs::create_dir_all(&args.output).map_err(|error| broken(&folder, "made", error))?;
    for sheet in &sheets {
        let path = args.output.join(format!("{}.csv", sheet.name));
        let written = output::write(&path, csv::write(sheet).as_bytes());
        written.map_err(|error| broken(&input::shown(&path), "written", error))?;
    }
    for name in tables::names().iter().filter(|name| sheets.iter().all(|sheet| sheet.name != **name)) {
        let path = args.output.join(format!("{name}.csv"));
        if path.exists() {
            let path = input::shown(&path);
            output::note(&format!("{path}: not of this briefing, but an import of the folder will read it"));
        }
    }
    Ok(())
}

/// The ending of a book that is not written.
fn other_book(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    let is_other = ["ods", "xls", "xlsm", "xlsb", "fods", "numbers"].contains(&&*ending) && !path.is_dir();
    is_other.then_some(ending)
}

/// What a book cannot hold.
fn unwritable(error: Unwritable, file: &str) -> Finding {
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    Finding {
        sheet: some(error.table),
        row: Some(error.row).filter(|row| *row > 0),
        column: some(error.column).map(Column::Name),
        remedy: Some("Export to a folder of CSV tables, which holds it".to_owned()),
        ..Finding::plain("BOOK_LIMIT", &error.message, Some(file))
    }
}
