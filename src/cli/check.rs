//! `annals check`: every finding in briefings.

use std::{path::PathBuf, process::ExitCode, time::Duration};

use clap::Args;

use super::{
    FAULTY, MISUSE, briefing,
    finding::{Format, left_out, print},
    input,
    links::{self, Manners},
    output,
};
use crate::load::Severity;

const EXAMPLES: &str = "\
Examples:
  annals check my-briefing.json
  annals check my-tables                              # a folder of CSV tables: findings name table, row and column
  annals check *.json --format github --strict        # in a workflow: annotations, and warnings fail
  annals check my-briefing.json --format json > findings.json
  annals check my-briefing.json --links               # ask for each link of the sources once";

/// Lists every finding in briefings.
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
    /// Briefings: JSON files or folders of tables; - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
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

/// Runs the command.
pub fn run(args: &Check) -> ExitCode {
    let (mut findings, mut notes, mut unread) = (Vec::new(), Vec::new(), false);
    for path in &args.files {
        match briefing::read(Some(path), args.format.limits()) {
            Err(refused) => {
                unread |= refused.exit == MISUSE;
                findings.extend(refused.findings);
            }
            Ok(published) => {
                let file = input::shown(path);
                findings.extend(published.findings);
                notes.extend(left_out(&published.loaded, &file));
                if args.links {
                    findings.extend(links::check(&published.bytes, &file, path.is_dir(), manners(args)));
                }
            }
        }
    }
    let counts = |severity: Severity| {
        let listed = findings.iter().filter(|finding| finding.severity == severity.name());
        listed.map(|finding| finding.stands_for).sum::<usize>()
    };
    let (errors, warnings) = (counts(Severity::Error), counts(Severity::Warning));
    let bad = errors > 0 || args.strict && warnings > 0;
    if let Err(error) = output::findings(&print(&findings, !bad, args.format), args.format) {
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

fn manners(args: &Check) -> Manners {
    Manners { patience: Duration::from_secs(args.links_timeout), pause: PAUSE, is_local: args.links_local }
}
