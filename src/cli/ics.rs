//! `annals ics`: deadlines and meetings as a calendar file.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;

use super::{
    FAULTY, MISUSE, briefing,
    finding::{Finding, Format, left_out, print},
    input, output,
    render::{Lang, words},
};
use crate::{
    figure::Context,
    model::{Day, Id},
    query::Index,
    render::ics::{Calendar, Wanted, ics},
    state::ViewState,
};

const EXAMPLES: &str = "\
Examples:
  annals ics my-briefing.json -o deadlines.ics
  annals ics my-briefing.json --item gb-1 --lang zh-Hans -o -";

/// Writes deadlines and meetings as a calendar file (iCalendar, RFC 5545) for Outlook, Apple Calendar, Google Calendar and others.
///
/// In it are all meetings, all targets with a due date, and of each policy act when comments close, when it takes effect or is
/// enforced, and when a transition ends; with --item only what is named. All are all-day events. What is not known to the day is
/// left out and named on standard error.
///
/// The same briefing gives the same file, so it can be published again under the same address: an event keeps its id, and its
/// revision number grows when the briefing moves its date and keeps the former one under `previous`.
///
/// Exit code 0: written; 1: errors found in the briefing, and what is good is written; or there is nothing to write; 2: no such
/// item, or a file cannot be read or written.
#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
pub struct Ics {
    /// The briefing: a JSON file, a folder of tables, or - for standard input; the built-in one when left out
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The calendar to write; - for standard output
    #[arg(short, long, value_name = "x.ics")]
    pub output: PathBuf,
    /// Only this item: a meeting, an event, a stage, a target, or a policy act for all its deadlines; may stand more than once
    #[arg(long, value_name = "ID")]
    pub item: Vec<String>,
    /// The language of the words
    #[arg(long, value_enum, default_value_t)]
    pub lang: Lang,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// So many items that are left out are named one by one.
const NAMED: usize = 20;

/// Runs the command.
pub fn run(args: &Ics) -> ExitCode {
    let (exit, findings) = write(args);
    let printed = print(&findings, exit == 0, args.format);
    // Where the calendar goes to standard output, findings do not.
    if args.output.as_os_str() == "-" {
        printed.lines().for_each(output::note);
    } else if let Err(error) = output::to_stdout(printed.as_bytes()) {
        output::note(&format!("annals ics: standard output: {error}"));
        return ExitCode::from(MISUSE);
    }
    ExitCode::from(exit)
}

/// The exit code, and what there is to say.
fn write(args: &Ics) -> (u8, Vec<Finding>) {
    let published = match briefing::read(args.file.as_deref(), args.format.limits()) {
        Ok(published) => published,
        Err(refused) => return (refused.exit, refused.findings),
    };
    let name = args.file.as_deref().map_or_else(|| "the built-in briefing".to_owned(), input::shown);
    left_out(&published.loaded, &name).iter().for_each(|line| output::note(line));
    // Small remarks on the briefing that comes with the tool are nothing its user could mend.
    let is_ours = args.file.is_none() && args.format == Format::Text;
    let mut findings = if is_ours { Vec::new() } else { published.findings };
    let exit = if findings.iter().any(Finding::is_error) { FAULTY } else { 0 };
    let mut refuse = |exit: u8, code: &str, why: &str, file: &str| {
        findings.push(Finding::plain(code, why, Some(file)));
        exit
    };
    let briefing = &published.loaded.briefing;
    let (index, words, state) = (Index::new(briefing), words(args.lang), ViewState::default());
    // The file does not depend on the day on which it is made.
    let today = Day::from_unix_days(0);
    let context = Context {
        briefing,
        index: &index,
        words: &words,
        state: &state,
        hits: &crate::query::search::Hits::default(),
        today,
    };
    let mut ids: Vec<Id> = Vec::new();
    for item in &args.item {
        match context.find(item) {
            Some(found) => ids.push(found.meta().id.clone()),
            None => return (refuse(MISUSE, "USAGE", &format!("There is no item \"{item}\""), &name), findings),
        }
    }
    let calendar = ics(&context, if ids.is_empty() { Wanted::All } else { Wanted::Items(&ids) });
    tell(&calendar, &name);
    if calendar.events == 0 {
        let why = "Nothing asked for is a meeting or deadline known to the day, so no calendar is written";
        return (refuse(FAULTY, "CALENDAR_EMPTY", why, &name), findings);
    }
    let exit = match output::write(&args.output, calendar.text.as_bytes()) {
        Ok(()) => exit,
        Err(error) => refuse(MISUSE, "IO", &format!("This cannot be written: {error}"), &input::shown(&args.output)),
    };
    (exit, findings)
}

/// Says what is not in the calendar.
fn tell(calendar: &Calendar, name: &str) {
    let count = calendar.left_out.len();
    if count == 0 {
        return;
    }
    let ids: Vec<&str> = calendar.left_out.iter().take(NAMED).map(Id::as_str).collect();
    let more = if count > NAMED { format!(" and {} more", count - NAMED) } else { String::new() };
    output::note(&format!(
        "{name}: {} in the calendar; {count} left out, not known to the day: {}{more}",
        calendar.events,
        ids.join(", ")
    ));
}
