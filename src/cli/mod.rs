//! The tool `annals`: arguments in, exit code out. One file per command.
//!
//! Exit codes: 0 clean, 1 errors found, 2 misuse or files that cannot be read or written. Data and findings go to
//! standard output, the rest to standard error.

mod briefing;
mod bundle;
mod check;
mod date;
mod diff;
mod example;
mod export;
mod finding;
mod ics;
mod import;
mod input;
mod keygen;
mod keys;
pub mod output;
mod render;
mod schema;
mod serve;
mod site;
mod verify;

use std::{ffi::OsString, process::ExitCode};

use clap::{Parser, Subcommand, error::ErrorKind};
use finding::{Finding, Format};

/// Errors were found.
const FAULTY: u8 = 1;
/// Misuse, or files that cannot be read or written.
const MISUSE: u8 = 2;

/// Authors, checks and publishes policy briefings.
#[derive(Parser, Debug)]
#[command(name = "annals", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    Check(check::Check),
    Import(import::Import),
    Export(export::Export),
    Site(site::Site),
    Bundle(bundle::Bundle),
    Verify(verify::Verify),
    Keygen(keygen::Keygen),
    Serve(serve::Serve),
    Render(render::Render),
    Diff(diff::Diff),
    Ics(ics::Ics),
    Date(date::Date),
    /// Prints the JSON Schema of the data format
    Schema,
    Example(example::Example),
}

/// Runs the tool with these arguments, the first being its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let parsed = match Arguments::try_parse_from(&arguments) {
        Ok(parsed) => parsed,
        Err(error) => return misuse(&error, &arguments),
    };
    match &parsed.command {
        Command::Check(args) => check::run(args),
        Command::Import(args) => import::run(args),
        Command::Export(args) => export::run(args),
        Command::Site(args) => site::run(args),
        Command::Bundle(args) => bundle::run(args),
        Command::Verify(args) => verify::run(args),
        Command::Keygen(args) => keygen::run(args),
        Command::Serve(args) => serve::run(args),
        Command::Render(args) => render::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Ics(args) => ics::run(args),
        Command::Date(args) => date::run(args),
        Command::Schema => schema::run(),
        Command::Example(args) => example::run(args),
    }
}

/// Help and version are no misuse; the rest is, and is told as JSON to those who asked for JSON.
fn misuse(error: &clap::Error, arguments: &[OsString]) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let asked = |pair: &[OsString]| pair[0] == "--format" && pair[1] == "json";
    if arguments.windows(2).any(asked) || arguments.iter().any(|argument| argument == "--format=json") {
        let message = error.render().to_string();
        let finding = Finding::plain("USAGE", message.lines().next().unwrap_or_default(), None);
        let _ = output::to_stdout(finding::print(&[finding], false, Format::Json).as_bytes());
        return ExitCode::from(MISUSE);
    }
    // Arguments may hold anything; the message repeats them.
    error.render().to_string().lines().for_each(output::note);
    ExitCode::from(MISUSE)
}
