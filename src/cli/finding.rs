//! Findings as the tool prints them: as text, as one JSON document, as annotations for GitHub.

use std::fmt::Write;

use clap::ValueEnum;
use serde::Serialize;

use crate::{
    i18n::{
        Language,
        findings::{describe, escaped},
    },
    load::{Limits, LoadError, Loaded, Report, Severity},
};

/// How findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// One JSON document
    Json,
    /// Annotations for GitHub Actions
    Github,
}

impl Format {
    /// How much is read, and how many findings of a kind are listed: all of them for programs, the first for people, with a
    /// line that counts the rest.
    pub fn limits(self) -> Limits {
        let limits = Limits::default();
        if self == Format::Json { Limits { findings: usize::MAX, ..limits } } else { limits }
    }
}

/// One finding with its words and its file. What does not apply is `None`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Finding {
    pub code: String,
    pub severity: &'static str,
    pub message: String,
    pub file: Option<String>,
    pub line: Option<usize>,
    pub column: Option<Column>,
    pub pointer: Option<String>,
    pub sheet: Option<String>,
    pub row: Option<usize>,
    pub value: Option<String>,
    pub remedy: Option<String>,
    /// How many findings this line counts: more than one where the rest of a kind is not listed.
    #[serde(skip)]
    pub stands_for: usize,
}

/// Where in a line or in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Column {
    /// The number of a character, counted from 1.
    Number(usize),
    /// The name of a table's column.
    Name(String),
}

#[derive(Serialize)]
struct Printed<'a> {
    ok: bool,
    findings: &'a [Finding],
}

impl Finding {
    /// A finding about a file as a whole, or about the arguments.
    pub fn plain(code: &str, message: &str, file: Option<&str>) -> Finding {
        Finding {
            code: code.to_owned(),
            severity: Severity::Error.name(),
            message: escaped(message),
            file: file.map(str::to_owned),
            line: None,
            column: None,
            pointer: None,
            sheet: None,
            row: None,
            value: None,
            remedy: None,
            stands_for: 1,
        }
    }

    /// Why a document could not be read.
    pub fn of_error(error: &LoadError, file: &str) -> Finding {
        let (message, remedy) = describe(Language::En, error.code.name(), &error.args);
        Finding {
            line: error.place.map(|place| place.line),
            column: error.place.map(|place| Column::Number(place.column)),
            value: arg(&error.args, "value"),
            remedy: Some(remedy).filter(|remedy| !remedy.is_empty()),
            message,
            ..Finding::plain(error.code.name(), "", Some(file))
        }
    }

    /// All findings of a report, and a line for each code of which there are more than are listed.
    pub fn of_report(report: &Report, file: &str) -> Vec<Finding> {
        let listed = report.diagnostics.iter().map(|diagnostic| {
            let (message, remedy) = describe(Language::En, diagnostic.code.name(), &diagnostic.args);
            Finding {
                severity: diagnostic.severity.name(),
                line: diagnostic.place.map(|place| place.line),
                column: diagnostic.place.map(|place| Column::Number(place.column)),
                pointer: Some(diagnostic.pointer.clone()),
                value: arg(&diagnostic.args, "value"),
                remedy: Some(remedy).filter(|remedy| !remedy.is_empty()),
                message,
                ..Finding::plain(diagnostic.code.name(), "", Some(file))
            }
        });
        let more = report.more.iter().map(|(code, count)| {
            let message = match count {
                1 => "There is one more finding of this kind, which is not listed".to_owned(),
                _ => format!("There are {count} more findings of this kind, which are not listed"),
            };
            Finding {
                severity: code.severity().name(),
                stands_for: *count,
                remedy: Some("Use --format json to have all".to_owned()),
                ..Finding::plain(code.name(), &message, Some(file))
            }
        });
        listed.chain(more).collect()
    }

    /// Whether it is an error.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error.name()
    }
}

fn arg(args: &[(&'static str, String)], name: &str) -> Option<String> {
    args.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone())
}

/// All findings in one text.
pub fn print(findings: &[Finding], ok: bool, format: Format) -> String {
    let mut out = String::new();
    match format {
        Format::Json => {
            out = serde_json::to_string_pretty(&Printed { ok, findings }).unwrap_or_default();
            out.push('\n');
        }
        Format::Text => findings.iter().for_each(|finding| text(&mut out, finding)),
        Format::Github => findings.iter().for_each(|finding| annotation(&mut out, finding)),
    }
    out
}

fn text(out: &mut String, finding: &Finding) {
    let mut place = finding.file.as_deref().map(escaped).unwrap_or_default();
    if let Some(line) = finding.line {
        let _ = write!(place, ":{line}");
    }
    if let Some(row) = finding.row {
        let _ = write!(place, ", row {row}");
    }
    match &finding.column {
        Some(Column::Number(number)) => drop(write!(place, ":{number}")),
        Some(Column::Name(name)) => drop(write!(place, ", column {}", escaped(name))),
        None => {}
    }
    if !place.is_empty() {
        place.push_str(": ");
    }
    let _ = write!(out, "{place}{} {}: {}", finding.severity, finding.code, finding.message);
    if let Some(pointer) = finding.pointer.as_deref().filter(|pointer| !pointer.is_empty()) {
        let _ = write!(out, " ({})", escaped(pointer));
    }
    out.push('\n');
    if let Some(remedy) = &finding.remedy {
        let _ = writeln!(out, "    {remedy}");
    }
}

/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
fn annotation(out: &mut String, finding: &Finding) {
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let _ = write!(out, "::{} ", finding.severity);
    if let Some(file) = &finding.file {
        let _ = write!(out, "file={},", property(&escaped(file)));
    }
    if let Some(line) = finding.line {
        let _ = write!(out, "line={line},");
    }
    if let Some(Column::Number(number)) = finding.column {
        let _ = write!(out, "col={number},");
    }
    let remedy = finding.remedy.as_ref().map(|remedy| format!(". {remedy}")).unwrap_or_default();
    let _ = writeln!(out, "title={}::{}", property(&finding.code), data(&format!("{}{remedy}", finding.message)));
}

/// What was left out, in one line per part; for standard error.
pub fn left_out(loaded: &Loaded, file: &str) -> Vec<String> {
    let parts = loaded.report.left_out.iter();
    parts.map(|part| format!("{file}: {} of {} {} left out", part.left_out, part.total, part.part)).collect()
}
