//! `annals diff`: what changed between two editions of a briefing.

mod json;
mod markdown;
mod text;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};

use super::{
    MISUSE,
    briefing::{self, Published},
    finding::{self, Finding, left_out},
    input, output,
};
use crate::{
    load::Severity,
    model::Briefing,
    query::editions::{Changed, Edit, changed},
};

const EXAMPLES: &str = "\
Examples:
  annals diff march.json june.json
  annals diff march.json june.json --format markdown -o changes.md
  annals diff old-tables new-tables --format json
  git show HEAD~1:briefing.json | annals diff - briefing.json";

/// Says what changed between two editions of a briefing: items added, removed and changed, field by field.
///
/// Items are the same by their ids; an item that was given a new id is still the same if it names the old one in its `aliases`. What
/// is inside an item, such as a stage, an observation or an entry of a catalogue, counts as an item of its own; inside a new or
/// removed one it goes with it. That something moved within a list is no change. An item without an id of its own has one made from
/// its place: give ids to what is to be followed.
///
/// The changes go to standard output or to the file named with -o, what is wrong with a briefing to standard error; with --format json
/// all is in one document. `annals check` lists the findings.
///
/// Exit code 0: both were read, whatever changed; 1: one of them is no briefing; 2: misuse, or a file cannot be read or written.
#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
pub struct Diff {
    /// The earlier edition: a JSON file, a folder of tables, or - for standard input
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The later edition, likewise
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// How the changes are written
    #[arg(long, value_enum, default_value_t)]
    pub format: Form,
    /// The file to write; standard output when left out, or for -
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How changes are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For people
    #[default]
    Text,
    /// For a page or a message
    Markdown,
    /// One JSON document, for programs
    Json,
}

/// An edition and the name of its file.
struct Edition {
    file: String,
    published: Published,
}

/// The changes between two editions, with what is said of each edition.
struct Told<'a> {
    old: &'a Edition,
    new: &'a Edition,
    changed: Changed,
}

/// Runs the command.
pub fn run(args: &Diff) -> ExitCode {
    match compare(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err((exit, findings)) => {
            let is_json = args.format == Form::Json;
            let format = if is_json { finding::Format::Json } else { finding::Format::Text };
            let printed = finding::print(&findings, false, format);
            if is_json {
                let _ = output::to_stdout(printed.as_bytes());
            } else {
                printed.lines().for_each(output::note);
            }
            ExitCode::from(exit)
        }
    }
}

/// The exit code and what went wrong, if anything did.
fn compare(args: &Diff) -> Result<(), (u8, Vec<Finding>)> {
    let fail = |code: &str, why: &str, file: Option<&str>| (MISUSE, vec![Finding::plain(code, why, file)]);
    if [&args.old, &args.new].iter().all(|path| path.as_os_str() == "-") {
        return Err(fail("USAGE", "Only one of the two editions can be read from standard input", None));
    }
    let (old, new) = (read(&args.old, args.format)?, read(&args.new, args.format)?);
    if args.format != Form::Json {
        [&old, &new].iter().for_each(|edition| warn(edition));
    }
    let changed = changed(old.briefing(), new.briefing());
    let told = Told { old: &old, new: &new, changed };
    let printed = match args.format {
        Form::Text => text::print(&told),
        Form::Markdown => markdown::print(&told),
        Form::Json => json::print(&told),
    };
    let place = args.output.as_deref().unwrap_or(Path::new("-"));
    let name = if place.as_os_str() == "-" { "standard output".to_owned() } else { input::shown(place) };
    output::write(place, printed.as_bytes())
        .map_err(|error| fail("IO", &format!("This cannot be written: {error}"), Some(&name)))
}

fn read(path: &Path, form: Form) -> Result<Edition, (u8, Vec<Finding>)> {
    let format = if form == Form::Json { finding::Format::Json } else { finding::Format::Text };
    match briefing::read(Some(path), format.limits()) {
        Ok(published) => Ok(Edition { file: input::shown(path), published }),
        Err(refused) => Err((refused.exit, refused.findings)),
    }
}

/// Says what of an edition could not be compared.
fn warn(edition: &Edition) {
    left_out(&edition.published.loaded, &edition.file).iter().for_each(|line| output::note(line));
    let errors = edition.published.loaded.report.count(Severity::Error);
    if errors > 0 {
        let errors = if errors == 1 { "1 error".to_owned() } else { format!("{errors} errors") };
        output::note(&format!("{}: {errors}, listed by annals check; what is wrong is not compared", edition.file));
    }
}

impl Edition {
    fn briefing(&self) -> &Briefing {
        &self.published.loaded.briefing
    }
}

impl Told<'_> {
    /// All changes in a line.
    fn counts(&self) -> String {
        if self.changed.items.is_empty() {
            return "Nothing changed".to_owned();
        }
        let count = |edit| self.changed.count(edit);
        format!("{} added, {} removed, {} changed", count(Edit::Added), count(Edit::Removed), count(Edit::Changed))
    }

    /// A warning where the two are editions of different briefings.
    fn strangers(&self) -> Option<String> {
        let (old, new) = (&self.old.briefing().card.id, &self.new.briefing().card.id);
        (old != new).then(|| format!("These are two different briefings: {old} and {new}"))
    }
}
