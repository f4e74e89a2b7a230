//! `annals schema`: the JSON Schema of the data format.

use std::process::ExitCode;

use super::{MISUSE, output};
use crate::load::schema::schema;

/// Prints the schema.
pub fn run() -> ExitCode {
    let mut text = serde_json::to_string_pretty(&schema()).unwrap_or_default();
    text.push('\n');
    match output::to_stdout(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::note(&format!("annals schema: standard output: {error}"));
            ExitCode::from(MISUSE)
        }
    }
}
