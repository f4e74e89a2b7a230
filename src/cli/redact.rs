//! `annals redact`: a briefing to hand on, without what is internal.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;

use super::{
    FAULTY, MISUSE, briefing,
    finding::{Column, Finding, Format, print},
    input, output,
};
use crate::load::{
    Severity,
    redact::{Redacted, Refused, redact},
};

const EXAMPLES: &str = "\
Examples:
  annals redact my-briefing.json -o public.json
  annals redact my-briefing.json --people -o public.json
  annals redact my-tables -o - | annals check -";

/// Writes a briefing to hand on: without what is marked `visibility: internal`, and with --people without the names of persons.
///
/// Left out is every object with that mark, be it an item, a value, another value that a source gives, or a citation, with all
/// that is in it; so are references to it, corrections and disputes about it alone, figures and pages that showed nothing else,
/// and sources that nothing else cites. A mark that is neither `public` nor `internal` counts as internal. What stays is as it
/// was written. `annals site` does the same by itself.
///
/// What an author wrote about it elsewhere in plain words stays: texts that name an id or a title of what is left out are told as
/// warnings. With --people, the names that stand under `people` of meetings are replaced there and in all texts, translators are
/// left out, and persons get new ids; a name in another form, such as a surname alone, is not found. Look through the result.
///
/// Exit code 0: written; 1: this is no briefing, or with --strict a text names what is left out, and nothing is written; 2: a file
/// cannot be read or written.
#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
pub struct Redact {
    /// The briefing: a JSON file, a folder of tables or a book, or - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The briefing to write; - for standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Leave out the names of persons too
    #[arg(long)]
    pub people: bool,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Warnings count as errors
    #[arg(long)]
    pub strict: bool,
}

/// Runs the command.
pub fn run(args: &Redact) -> ExitCode {
    let (exit, findings) = write(args);
    let printed = print(&findings, exit == 0, args.format);
    // Where the briefing goes to standard output, findings do not.
    if args.output.as_os_str() == "-" {
        printed.lines().for_each(output::note);
    } else if let Err(error) = output::findings(&printed, args.format) {
        output::note(&format!("annals redact: standard output: {error}"));
        return ExitCode::from(MISUSE);
    }
    ExitCode::from(exit)
}

fn write(args: &Redact) -> (u8, Vec<Finding>) {
    let name = input::shown(&args.file);
    let published = match briefing::read(Some(&args.file), args.format.limits()) {
        Ok(published) => published,
        Err(refused) => return (refused.exit, refused.findings),
    };
    let redacted = match redact(&published.bytes, args.format.limits(), args.people) {
        Ok(redacted) => redacted,
        Err(refused) => return (FAULTY, vec![refusal(&refused, &name)]),
    };
    let mut findings = mentions(&redacted, &name, published.tables.is_some());
    if args.strict && !findings.is_empty() {
        return (FAULTY, findings);
    }
    if let Err(error) = output::write(&args.output, &redacted.bytes) {
        let path = input::shown(&args.output);
        findings.push(Finding::plain("IO", &format!("This cannot be written: {error}"), Some(&path)));
        return (MISUSE, findings);
    }
    output::note(&told(&redacted, &name).unwrap_or_else(|| format!("{name}: nothing is marked internal")));
    if args.people {
        let count = |number, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
        output::note(&format!(
            "{name}: {} without name; {} changed that had a name or a translator. Names in other forms are not found",
            count(redacted.people, "person", "persons"),
            count(redacted.names, "text", "texts"),
        ));
    }
    (0, findings)
}

/// Why there is nothing to hand over.
pub fn refusal(refused: &Refused, name: &str) -> Finding {
    match refused {
        Refused::Load(error) => Finding::of_error(error, name),
        Refused::Whole => Finding {
            pointer: Some("/visibility".to_owned()),
            remedy: Some("Take the mark off the briefing, and put it on the items that are internal".to_owned()),
            ..Finding::plain(
                "ALL_INTERNAL",
                "The briefing as a whole is marked internal, so there is nothing to publish",
                Some(name),
            )
        },
    }
}

/// Texts that stay but name what is left out. In a folder of tables they have no line.
pub fn mentions(redacted: &Redacted, name: &str, is_folder: bool) -> Vec<Finding> {
    let finding = |one: &crate::load::redact::Mention| Finding {
        severity: Severity::Warning.name(),
        line: (!is_folder).then_some(one.place.line),
        column: (!is_folder).then_some(Column::Number(one.place.column)),
        pointer: Some(one.pointer.clone()),
        value: Some(one.words.clone()),
        remedy: Some("Reword it, or mark it internal too".to_owned()),
        ..Finding::plain(
            "INTERNAL_NAMED",
            &format!("A text here names “{}”, which is left out as internal", one.words),
            Some(name),
        )
    };
    redacted.mentions.iter().map(finding).collect()
}

/// What was left out, in a line; `None` if nothing was.
pub fn told(redacted: &Redacted, name: &str) -> Option<String> {
    let count = |number: usize, word: &str| match (number, word) {
        (1, _) => format!("1 {word}"),
        (_, "series") => format!("{number} series"),
        (_, word) if word.ends_with('y') => format!("{number} {}ies", &word[..word.len() - 1]),
        _ => format!("{number} {word}s"),
    };
    let mut parts: Vec<String> =
        redacted.items.iter().map(|(sort, number)| count(*number, &sort.replace('-', " "))).collect();
    if redacted.values > 0 {
        parts.push(count(redacted.values, "value"));
    }
    if redacted.references > 0 {
        parts.push(count(redacted.references, "reference"));
    }
    if parts.is_empty() {
        return None;
    }
    let mut line = format!("{name}: left out as internal, or for what is: {}", parts.join(", "));
    if redacted.sources > 0 {
        line.push_str(&format!("; nothing else cites {} of the sources", redacted.sources));
    }
    if redacted.unclear > 0 {
        let are = if redacted.unclear == 1 { "mark is" } else { "marks are" };
        line.push_str(&format!("; {} {are} neither public nor internal and counted as internal", redacted.unclear));
    }
    Some(line)
}
