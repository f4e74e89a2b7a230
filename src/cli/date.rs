//! `annals date`: how a date is read.

use std::{fmt::Write, process::ExitCode};

use clap::{Args, ValueEnum};

use super::{FAULTY, MISUSE, output};
use crate::{i18n::findings::escaped, model::date::DateReading};

/// Reads dates (EDTF, ISO 8601-2) and says what they mean.
///
/// Exit code 0: all are dates; 1: some are not.
#[derive(Args, Debug)]
pub struct Date {
    /// Texts to read
    #[arg(value_name = "STRING", required = true, allow_hyphen_values = true)]
    pub texts: Vec<String>,
    /// How they are printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// How readings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// A JSON list
    Json,
}

/// Runs the command.
pub fn run(args: &Date) -> ExitCode {
    let readings: Vec<DateReading> = args.texts.iter().map(|text| DateReading::of(text)).collect();
    let mut out = String::new();
    match args.format {
        Format::Json => {
            out = serde_json::to_string_pretty(&readings).unwrap_or_default();
            out.push('\n');
        }
        Format::Text => readings.iter().for_each(|reading| row(&mut out, reading)),
    }
    if let Err(error) = output::to_stdout(out.as_bytes()) {
        output::note(&format!("annals date: standard output: {error}"));
        return ExitCode::from(MISUSE);
    }
    let all_valid = readings.iter().all(|reading| reading.valid);
    if all_valid { ExitCode::SUCCESS } else { ExitCode::from(FAULTY) }
}

fn row(out: &mut String, reading: &DateReading) {
    let or_open = |day: &Option<String>| day.clone().unwrap_or_else(|| "..".to_owned());
    let _ = match &reading.reason {
        Some(reason) => writeln!(out, "{}: not a date: {}", escaped(&reading.input), escaped(reason)),
        None => writeln!(
            out,
            "{}: {}; {}; {} to {} ({})",
            escaped(&reading.input),
            reading.en.as_deref().unwrap_or_default(),
            reading.zh.as_deref().unwrap_or_default(),
            or_open(&reading.earliest),
            or_open(&reading.latest),
            reading.precision.unwrap_or_default(),
        ),
    };
}
