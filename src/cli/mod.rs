//! The tool `annals`: arguments in, exit code out. One file per command.
//!
//! Exit codes: 0 clean, 1 errors found, 2 misuse or files that cannot be read or written. Data and findings go to
//! standard output, the rest to standard error.

mod authored;
mod briefing;
mod bundle;
mod check;
mod date;
mod diff;
mod example;
mod export;
mod finding;
mod help;
mod ics;
mod import;
mod input;
mod keygen;
mod keys;
mod links;
mod new;
pub mod output;
mod progress;
mod redact;
mod render;
mod schema;
mod serve;
mod shell;
mod site;
mod verify;

use std::{ffi::OsString, process::ExitCode};

use clap::{FromArgMatches, Parser, Subcommand, error::ErrorKind};
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
    New(new::New),
    Check(check::Check),
    Import(import::Import),
    Export(export::Export),
    Site(site::Site),
    Bundle(bundle::Bundle),
    Verify(verify::Verify),
    Keygen(keygen::Keygen),
    Serve(serve::Serve),
    Redact(redact::Redact),
    Render(render::Render),
    Diff(diff::Diff),
    Ics(ics::Ics),
    Date(date::Date),
    /// Prints the JSON Schema of the data format
    Schema,
    Example(example::Example),
    Completions(shell::Completions),
    #[command(hide = true)]
    Man(shell::Man),
}

/// Runs the tool with these arguments, the first being its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let parsed = match parse(&arguments) {
        Ok(parsed) => parsed,
        Err(error) => return misuse(&error, &arguments),
    };
    match &parsed.command {
        Command::New(args) => new::run(args),
        Command::Check(args) => check::run(args),
        Command::Import(args) => import::run(args),
        Command::Export(args) => export::run(args),
        Command::Site(args) => site::run(args),
        Command::Bundle(args) => bundle::run(args),
        Command::Verify(args) => verify::run(args),
        Command::Keygen(args) => keygen::run(args),
        Command::Serve(args) => serve::run(args),
        Command::Redact(args) => redact::run(args),
        Command::Render(args) => render::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Ics(args) => ics::run(args),
        Command::Date(args) => date::run(args),
        Command::Schema => schema::run(),
        Command::Example(args) => example::run(args),
        Command::Completions(args) => shell::completions(args),
        Command::Man(args) => shell::man(args),
    }
}

fn parse(arguments: &[OsString]) -> Result<Arguments, clap::Error> {
    Arguments::from_arg_matches(&help::command().try_get_matches_from(arguments)?)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_arguments_are_declared_without_fault() {
        help::command().debug_assert();
    }

    #[test]
    fn help_lists_every_command_once_with_examples() {
        let command = help::command();
        let text = command.clone().render_help().to_string();
        for one in command.get_subcommands().filter(|one| !one.is_hide_set()) {
            let line = format!("\n  {} ", one.get_name());
            assert_eq!(text.matches(&line).count(), 1, "{line}: {text}");
            let help = one.clone().render_long_help().to_string();
            assert!(help.contains("Examples:\n  "), "{help}");
            let about = one.get_about().unwrap().to_string();
            assert!(!about.ends_with("...") && !about.is_empty());
        }
        assert!(!text.contains("  man ") && text.contains("Exit codes:"), "{text}");
    }

    /// Words that mean something, and any other.
    fn word() -> impl Strategy<Value = OsString> {
        let known = [
            "check",
            "new",
            "import",
            "export",
            "site",
            "serve",
            "render",
            "redact",
            "diff",
            "ics",
            "date",
            "schema",
            "example",
            "completions",
            "man",
            "help",
            "--help",
            "-h",
            "--version",
            "--format",
            "json",
            "--format=json",
            "--links",
            "--links-timeout",
            "-o",
            "-",
            "--",
            "--figure",
            "--port",
            "99999",
            "--lang",
            "zh-Hans",
            "bash",
            "",
        ];
        prop_oneof![
            3 => prop::sample::select(known.to_vec()).prop_map(OsString::from),
            1 => any::<String>().prop_map(OsString::from),
            1 => "-{0,3}[a-z=]{0,8}".prop_map(OsString::from),
            1 => prop::collection::vec(any::<u8>(), 0..9).prop_map(odd),
        ]
    }

    #[cfg(unix)]
    fn odd(bytes: Vec<u8>) -> OsString {
        std::os::unix::ffi::OsStringExt::from_vec(bytes)
    }

    #[cfg(not(unix))]
    fn odd(bytes: Vec<u8>) -> OsString {
        String::from_utf8_lossy(&bytes).into_owned().into()
    }

    proptest! {
        #[test]
        fn any_arguments_are_read_or_refused(words in prop::collection::vec(word(), 0..7)) {
            let arguments: Vec<OsString> = std::iter::once("annals".into()).chain(words).collect();
            if let Err(error) = parse(&arguments) {
                prop_assert!(!error.render().to_string().is_empty());
            }
        }
    }
}
