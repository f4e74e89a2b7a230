//! `annals export`: a briefing to a folder of tables.

use std::{fs, io, path::PathBuf, process::ExitCode};

use clap::Args;

use super::{FAULTY, MISUSE, finding, finding::Finding, input, output};
use crate::{
    load::{Limits, Scan},
    tables::{self, csv},
};

/// Writes a briefing as a folder of CSV tables.
///
/// Exit code 0: done; 1: this is no briefing; 2: files could not be read or written.
#[derive(Args, Debug)]
pub struct Export {
    /// The briefing; - for standard input
    #[arg(value_name = "FILE.json")]
    pub from: PathBuf,
    /// The folder to write the tables to; made if missing
    #[arg(short, long, value_name = "DIR")]
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
    let folder = input::shown(&args.output);
    fs::create_dir_all(&args.output).map_err(|error| broken(&folder, "made", error))?;
    let sheets = tables::sheets(&document).unwrap_or_default();
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
