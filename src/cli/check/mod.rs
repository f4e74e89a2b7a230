//! `annals check`: every finding in briefings, or what is left to translate.

mod translations;

use std::{path::Path, path::PathBuf, process::ExitCode};

use clap::Args;

use super::{
    FAULTY, MISUSE,
    authored::{Authored, date_format, is_tables, unreadable},
    finding::{Finding, Format, left_out, print},
    input, output,
};
use crate::{
    load::{Report, Severity},
    query,
    tables::DateFormat,
};

/// Lists every finding in briefings: JSON files, folders of CSV tables, books (XLSX, ODS).
///
/// Exit code 0: clean, or warnings only; 1: errors found; 2: a file could not be read.
#[derive(Args, Debug)]
pub struct Check {
    /// Briefings; - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Lists instead the texts that lack a language of the briefing, or whose wording is a draft or of a machine
    #[arg(long)]
    pub translations: bool,
    /// How dates in tables are written that are not EDTF: DMY, MDY or YMD; without it those are refused
    #[arg(long, value_name = "ORDER", value_parser = date_format)]
    pub date_format: Option<DateFormat>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Warnings count as errors
    #[arg(long)]
    pub strict: bool,
}

/// What was found in all files.
#[derive(Default)]
struct Found {
    findings: Vec<Finding>,
    /// For standard error.
    notes: Vec<String>,
    /// A file could not be read.
    is_unread: bool,
    /// Errors and warnings, those that are not listed too.
    counts: [usize; 2],
}

/// Runs the command.
pub fn run(args: &Check) -> ExitCode {
    let mut found = Found::default();
    for path in &args.files {
        if is_tables(path) {
            found.tables(path, args);
        } else {
            found.file(path, args);
        }
    }
    let bad = found.findings.iter().any(|finding| args.strict || finding.is_error());
    if let Err(error) = output::to_stdout(print(&found.findings, !bad, args.format).as_bytes()) {
        output::note(&format!("annals check: standard output: {error}"));
        return ExitCode::from(MISUSE);
    }
    found.notes.iter().for_each(|note| output::note(note));
    let count = |number: usize, name: &str| format!("{number} {name}{}", if number == 1 { "" } else { "s" });
    let files = count(args.files.len(), "file");
    if args.translations {
        let texts = found.findings.iter().filter(|finding| !finding.is_error()).count();
        output::note(&format!("{} in {files}", count(texts, "text") + " to translate or to review"));
    } else {
        let [errors, warnings] = found.counts;
        output::note(&format!("{}, {} in {files}", count(errors, "error"), count(warnings, "warning")));
    }
    match (found.is_unread, bad) {
        (true, _) => ExitCode::from(MISUSE),
        (false, true) => ExitCode::from(FAULTY),
        (false, false) => ExitCode::SUCCESS,
    }
}

impl Found {
    fn file(&mut self, path: &Path, args: &Check) {
        let (file, limits) = (input::shown(path), args.format.limits());
        let bytes = match input::read(path, limits.bytes) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.is_unread = true;
                return self.error(Finding::plain("IO", &format!("The file cannot be read: {error}"), Some(&file)));
            }
        };
        match query::check(&bytes, limits) {
            Err(error) => self.error(Finding::of_error(&error, &file)),
            Ok(loaded) if args.translations => self.findings.extend(translations::in_file(&bytes, &loaded, &file)),
            Ok(loaded) => {
                self.findings.extend(Finding::of_report(&loaded.report, &file));
                self.notes.extend(left_out(&loaded, &file));
                self.count(&loaded.report);
            }
        }
    }

    fn tables(&mut self, path: &Path, args: &Check) {
        let mut findings = Vec::new();
        let made = match Authored::read(path, &mut findings) {
            Ok(authored) => authored.and_then(|it| it.make(args.date_format, args.format.limits(), &mut findings)),
            Err((path, error)) => {
                self.is_unread = true;
                findings.push(unreadable(&path, &error));
                None
            }
        };
        match made {
            Some(made) if args.translations => self.findings.extend(translations::in_tables(&made)),
            Some(made) => {
                self.notes.extend(left_out(&made.loaded, &input::shown(path)));
                self.count(&made.loaded.report);
                self.counts[0] += made.counts[0];
                self.counts[1] += made.counts[1];
                self.findings.extend(findings);
            }
            None => {
                for finding in findings {
                    self.counts[usize::from(!finding.is_error())] += 1;
                    self.findings.push(finding);
                }
            }
        }
    }

    fn error(&mut self, finding: Finding) {
        self.counts[0] += 1;
        self.findings.push(finding);
    }

    fn count(&mut self, report: &Report) {
        self.counts[0] += report.count(Severity::Error);
        self.counts[1] += report.count(Severity::Warning);
    }
}
