//! `annals check`: every finding in briefings, or what is left to translate.

mod translations;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use clap::Args;

use super::{
    FAULTY, MISUSE,
    authored::date_format,
    briefing::{self, Published},
    finding::{Finding, Format, left_out, print},
    input,
    links::{self, Manners},
    output,
};
use crate::{load::Severity, tables::DateFormat};

const EXAMPLES: &str = "\
Examples:
  annals check my-briefing.json
  annals check my-tables                              # a folder of CSV tables: findings name table, row and column
  annals check *.json --format github --strict        # in a workflow: annotations, and warnings fail
  annals check my-briefing.json --format json > findings.json
  annals check my-briefing.json --links               # ask for each link of the sources once
  annals check my-book.xlsx --translations            # what is left to translate or to review";

/// Lists every finding in briefings: JSON files, folders of CSV tables, books (XLSX, ODS).
///
/// Each names the place, what is wrong and what to do. Findings go to standard output, counts to standard error.
///
/// With --links, and only then, the network is used: each http and https address of the sources is asked for once, a few hosts at a
/// time, with a pause between requests to one host; proxies named by HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY are used. A page
/// that has moved for good is a warning; one that is gone (404, 410) is an error, or a warning if the source names an archived copy;
/// of whatever else happens the tool says that the link is not checked, and why, which is never an error.
///
/// Exit code 0: clean, or warnings only; 1: errors found, or warnings with --strict; 2: a file could not be read.
#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
pub struct Check {
    /// Briefings; - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Lists instead the texts that lack a language of the briefing, or whose wording is a draft or of a machine
    #[arg(long, conflicts_with = "links")]
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
    /// Ask for the links of sources over the network
    #[arg(long)]
    pub links: bool,
    /// With --links, ask this machine and private networks too; else a briefing could have them asked unnoticed
    #[arg(long, requires = "links")]
    pub links_local: bool,
    /// With --links, so many seconds are waited for an answer
    #[arg(long, value_name = "SECONDS", requires = "links", default_value_t = 15, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub links_timeout: u64,
}

/// Between two requests to one host.
const PAUSE: Duration = Duration::from_secs(1);

/// What was found in all files.
#[derive(Default)]
struct Found {
    findings: Vec<Finding>,
    /// For standard error.
    notes: Vec<String>,
    /// A file could not be read.
    is_unread: bool,
}

/// Runs the command.
pub fn run(args: &Check) -> ExitCode {
    let mut found = Found::default();
    for path in &args.files {
        match briefing::read_dated(Some(path), args.date_format, args.format.limits()) {
            Err(refused) => {
                found.is_unread |= refused.exit == MISUSE;
                found.findings.extend(refused.findings);
            }
            Ok(read) => found.add(&read, path, args),
        }
    }
    let counts = |severity: Severity| {
        let listed = found.findings.iter().filter(|finding| finding.severity == severity.name());
        listed.map(|finding| finding.stands_for).sum::<usize>()
    };
    let (errors, warnings) = (counts(Severity::Error), counts(Severity::Warning));
    let bad = errors > 0 || args.strict && warnings > 0;
    if let Err(error) = output::findings(&print(&found.findings, !bad, args.format), args.format) {
        output::note(&format!("annals check: standard output: {error}"));
        return ExitCode::from(MISUSE);
    }
    found.notes.iter().for_each(|note| output::note(note));
    let count = |number: usize, name: &str| format!("{number} {name}{}", if number == 1 { "" } else { "s" });
    let files = count(args.files.len(), "file");
    if args.translations {
        output::note(&format!("{} to translate or to review in {files}", count(warnings, "text")));
    } else {
        output::note(&format!("{}, {} in {files}", count(errors, "error"), count(warnings, "warning")));
    }
    match (found.is_unread, bad) {
        (true, _) => ExitCode::from(MISUSE),
        (false, true) => ExitCode::from(FAULTY),
        (false, false) => ExitCode::SUCCESS,
    }
}

impl Found {
    fn add(&mut self, read: &Published, path: &Path, args: &Check) {
        let file = input::shown(path);
        if args.translations {
            return self.findings.extend(translations::of(read, &file));
        }
        self.findings.extend(read.findings.iter().cloned());
        self.notes.extend(left_out(&read.loaded, &file));
        if args.links {
            self.findings.extend(links::check(&read.bytes, &file, read.tables.is_some(), manners(args)));
        }
    }
}

fn manners(args: &Check) -> Manners {
    Manners { patience: Duration::from_secs(args.links_timeout), pause: PAUSE, is_local: args.links_local }
}
