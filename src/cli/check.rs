//! `annals check`: every finding in briefings.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;

use super::{
    FAULTY, MISUSE,
    finding::{Finding, Format, left_out, print},
    input, output,
};
use crate::{load::Severity, query};

/// Lists every finding in briefings.
///
/// Exit code 0: clean, or warnings only; 1: errors found; 2: a file could not be read.
#[derive(Args, Debug)]
pub struct Check {
    /// Briefings; - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Warnings count as errors
    #[arg(long)]
    pub strict: bool,
}

/// Runs the command.
pub fn run(args: &Check) -> ExitCode {
    let (mut findings, mut notes, mut unread) = (Vec::new(), Vec::new(), false);
    let (mut errors, mut warnings) = (0, 0);
    for path in &args.files {
        let file = input::shown(path);
        match input::read(path, args.format.limits().bytes) {
            Err(error) => {
                (unread, errors) = (true, errors + 1);
                findings.push(Finding::plain("IO", &format!("The file cannot be read: {error}"), Some(&file)));
            }
            Ok(bytes) => match query::check(&bytes, args.format.limits()) {
                Err(error) => {
                    errors += 1;
                    findings.push(Finding::of_error(&error, &file));
                }
                Ok(loaded) => {
                    findings.extend(Finding::of_report(&loaded.report, &file));
                    notes.extend(left_out(&loaded, &file));
                    errors += loaded.report.count(Severity::Error);
                    warnings += loaded.report.count(Severity::Warning);
                }
            },
        }
    }
    let bad = findings.iter().any(|finding| args.strict || finding.is_error());
    if let Err(error) = output::to_stdout(print(&findings, !bad, args.format).as_bytes()) {
        output::note(&format!("annals check: standard output: {error}"));
        return ExitCode::from(MISUSE);
    }
    notes.iter().for_each(|note| output::note(note));
    let count = |number: usize, name: &str| format!("{number} {name}{}", if number == 1 { "" } else { "s" });
    let files = args.files.len();
    output::note(&format!("{}, {} in {}", count(errors, "error"), count(warnings, "warning"), count(files, "file")));
    match (unread, bad) {
        (true, _) => ExitCode::from(MISUSE),
        (false, true) => ExitCode::from(FAULTY),
        (false, false) => ExitCode::SUCCESS,
    }
}
