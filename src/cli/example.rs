//! `annals example`: a briefing that uses every field, figure and page.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;

use super::{MISUSE, output};

/// The briefing, as the tool carries it.
pub const EXAMPLE: &str = include_str!("../../static/examples/gallery.json");

/// Prints a made-up briefing that uses every field and draws every kind of figure, hard cases included
#[derive(Args, Debug)]
pub struct Example {
    /// The file to write; standard output when absent
    #[arg(short, long, value_name = "FILE", default_value = "-", hide_default_value = true)]
    output: PathBuf,
}

/// Writes the briefing.
pub fn run(args: &Example) -> ExitCode {
    match output::write(&args.output, EXAMPLE.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::note(&format!("annals example: {}: {error}", args.output.display()));
            ExitCode::from(MISUSE)
        }
    }
}
