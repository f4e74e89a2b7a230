//! `annals export`: a briefing to a folder of tables.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;

use super::output;
use crate::tables::{self, csv};

/// Writes a briefing as a folder of CSV tables.
#[derive(Args, Debug)]
pub struct Export {
    /// The briefing; - for standard input
    #[arg(value_name = "FILE.json")]
    pub from: PathBuf,
    /// The folder to write the tables to; made if missing
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
}

/// Runs the command: 0 done, 1 if the briefing is not a JSON object, 2 if files could not be read or written.
pub fn run(args: &Export) -> ExitCode {
    let text = match read(&args.from) {
        Ok(text) => text,
        Err(error) => return failed(&args.from, error),
    };
    let document: serde_json::Value = match serde_json::from_slice(&text) {
        Ok(document) => document,
        Err(error) => {
            output::say(io::stdout(), format_args!("error[DATA_SYNTAX]: {}: {error}", args.from.display()));
            return ExitCode::from(1);
        }
    };
    let Some(sheets) = tables::sheets(&document) else {
        output::say(
            io::stdout(),
            format_args!("error[DATA_SCHEMA]: {}: the document is not a JSON object", args.from.display()),
        );
        return ExitCode::from(1);
    };
    if let Err(error) = fs::create_dir_all(&args.output) {
        return failed(&args.output, error);
    }
    for sheet in &sheets {
        let path = args.output.join(format!("{}.csv", sheet.name));
        if let Err(error) = output::write(&path, csv::write(sheet).as_bytes()) {
            return failed(&path, error);
        }
    }
    ExitCode::SUCCESS
}

fn failed(path: &Path, error: io::Error) -> ExitCode {
    output::say(io::stderr(), format_args!("annals export: {}: {error}", path.display()));
    ExitCode::from(2)
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() != "-" {
        return fs::read(path);
    }
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text)?;
    Ok(text)
}
