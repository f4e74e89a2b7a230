//! The project's own commands, run as `cargo xtask COMMAND`.
//!
//! This file reads the arguments; each command has a file of its own.

mod bench;
mod browsers;
mod build;
mod folds;
mod install;
mod offline;
mod places;
mod run;
mod serve;
mod shorten;
mod tally;
mod test;
mod tools;
mod wasm;

use places::Places;
use run::{Failure, Result};
use std::process::ExitCode;

const HELP: &str = "\
Commands of this project

Usage: cargo xtask COMMAND [OPTIONS]

Commands:
  serve   Build everything and serve the built-in briefing on http://127.0.0.1:8080/
  test    Run every check: format, lints, native tests, tests inside a browser, journeys
  build   Build the app, the tool that carries it, and the site under dist/
  bench   Print the sizes and timings of the page against their goals
  setup   Install what the other commands need
  fold-table  Make the table of letters that a search takes for the same

Each command installs what it needs and lacks. Tools that are not on PATH in the right version go to
$ANNALS_CACHE, or else $XDG_CACHE_HOME/annals, or else ~/.cache/annals.

`cargo xtask COMMAND --help` tells the options of a command
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let wants_help = rest.iter().any(|a| a == "--help" || a == "-h");
    let outcome = match command.as_str() {
        "serve" if wants_help => print(serve::HELP),
        "test" if wants_help => print(test::HELP),
        "build" if wants_help => print(build::HELP),
        "bench" if wants_help => print(bench::HELP),
        "setup" if wants_help => print(tools::HELP),
        "wasm" if wants_help => print(wasm::HELP),
        "fold-table" if wants_help => print(folds::HELP),
        "serve" => serve::Options::read(rest).and_then(|o| serve::serve(&Places::find()?, &o)),
        "test" => test::Options::read(rest).and_then(|o| test::test(&Places::find()?, &o)),
        "build" => none(rest).and_then(|()| build::build_all(&Places::find()?)),
        "bench" => bench::parts(rest).and_then(|parts| bench::bench(&Places::find()?, parts)),
        "wasm" => none(rest).and_then(|()| wasm::wasm(&Places::find()?)),
        "fold-table" => Places::find().and_then(|places| folds::fold_table(&places.root, rest)),
        "setup" => tools::Options::read(rest).and_then(|o| tools::setup_all(&Places::find()?, &o)),
        "--help" | "-h" | "help" => print(HELP),
        "" => Err(Failure::misuse("no command was given")),
        other => Err(Failure::misuse(format!("there is no command {other:?}"))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.message.is_empty() {
                eprintln!("\nerror: {}", failure.message);
            }
            ExitCode::from(failure.exit_code)
        }
    }
}

/// Prints a help text.
fn print(text: &str) -> Result {
    print!("{text}");
    Ok(())
}

/// Refuses any argument, for commands that take none.
fn none(arguments: Vec<String>) -> Result {
    match arguments.first() {
        None => Ok(()),
        Some(argument) => Err(Failure::unknown(argument)),
    }
}
