//! `annals import`: tables to a briefing.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;

use super::{
    FAULTY, MISUSE,
    authored::{Authored, date_format, unreadable},
    finding::{Finding, Format, print},
    input, output,
};
use crate::tables::DateFormat;

/// Makes a briefing from a folder of CSV tables, or from a book (XLSX, ODS).
///
/// Rows and values with errors are left out, the rest is written. Exit code 0: clean, or warnings only; 1: errors
/// found; 2: files could not be read or written.
#[derive(Args, Debug)]
pub struct Import {
    /// The folder with the tables, such as briefing.csv and events.csv, or the book with a sheet for each
    #[arg(value_name = "DIR|BOOK")]
    pub from: PathBuf,
    /// Where to write the briefing; - for standard output
    #[arg(short, long, value_name = "FILE.json")]
    pub output: PathBuf,
    /// How dates are written that are not EDTF: DMY, MDY or YMD; without it those are refused
    #[arg(long, value_name = "ORDER", value_parser = date_format)]
    pub date_format: Option<DateFormat>,
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
    let made = match Authored::read(&args.from, &mut findings) {
        Ok(authored) => authored.and_then(|it| it.make(args.date_format, args.format.limits(), &mut findings)),
        Err((path, error)) => {
            failed = true;
            findings.push(unreadable(&path, &error));
            None
        }
    };
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    if let Some(made) = made {
        let written = output::write(&args.output, made.text.as_bytes());
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
