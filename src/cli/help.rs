//! What `annals --help` teaches: commands by task, examples for each, where output goes.

use std::fmt::Write;

use clap::{Command, CommandFactory};

use super::Arguments;

/// Commands by task. One that stands nowhere here is listed with the last.
const TASKS: &[(&str, &[&str])] = &[
    ("Start and write", &["new", "import", "export", "check", "date"]),
    ("Look", &["serve", "render", "diff"]),
    ("Publish", &["site", "bundle", "verify", "keygen", "redact", "ics", "pack"]),
    ("Learn", &["example", "schema", "completions", "help"]),
];

/// Examples of commands that have none of their own.
const EXAMPLES: &[(&str, &str)] = &[
    (
        "import",
        "annals import my-tables -o my-briefing.json\n  annals import my-tables -o - --format json | annals check -",
    ),
    ("export", "annals export my-briefing.json -o my-tables"),
    ("site", "annals site my-briefing.json -o site\n  annals site my-tables -o site --strict"),
    (
        "render",
        "annals render my-briefing.json                                 # lists the figures\n  \
         annals render my-briefing.json --figure growth -o growth.svg   # or .png\n  \
         annals render my-briefing.json --figure growth --lang zh-Hans --theme dark -o growth.png",
    ),
    ("date", "annals date 2025~ 2025-03/2025-05 XXXX-08-24\n  annals date --format json 03/04/2025"),
    ("schema", "annals schema > annals.schema.json"),
    ("example", "annals example -o example.json\n  annals example | annals check -"),
    (
        "completions",
        "annals completions bash > ~/.local/share/bash-completion/completions/annals\n  \
         annals completions fish > ~/.config/fish/completions/annals.fish\n  \
         annals completions zsh > ~/.zfunc/_annals",
    ),
];

/// Paragraphs are broken to the width of the terminal.
const AFTER: &str = "\
A briefing is a JSON file or a folder of tables; - is standard input. Commands that publish take the built-in briefing when none is named.

Data and findings go to standard output, all else to standard error. With --format json there is one document with all findings, in \
every case. A file is written beside and renamed, so that a failure leaves the old one. Only `annals check --links` uses the network. \
Colours and progress show on terminals alone; NO_COLOR and CLICOLOR=0 switch colours off.

Exit codes: 0 clean, 1 errors found, 2 misuse or a file that cannot be read or written.

`annals help COMMAND` says more, with examples. To begin:
  annals new my-briefing
  annals serve my-briefing --open";

/// The command with its help.
pub fn command() -> Command {
    let mut command = Arguments::command();
    for (name, examples) in EXAMPLES {
        command = command.mut_subcommand(name, |command| match command.get_after_long_help() {
            Some(_) => command,
            None => command.after_long_help(format!("Examples:\n  {examples}")),
        });
    }
    let template = format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n{}\nOptions:\n{{options}}{{after-help}}",
        tasks(&command)
    );
    command.help_template(template).after_help(AFTER)
}

/// The commands with what they do, by task.
fn tasks(command: &Command) -> String {
    let mut out = String::new();
    let known: Vec<&str> = TASKS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
    for (at, (task, names)) in TASKS.iter().enumerate() {
        let _ = write!(out, "\n{task}:\n");
        let is_last = at + 1 == TASKS.len();
        let mine = names.iter().filter_map(|name| command.find_subcommand(name));
        let others = command.get_subcommands().filter(|one| is_last && !known.contains(&one.get_name()));
        for one in mine.chain(others).filter(|one| !one.is_hide_set()) {
            let about = one.get_about().map(ToString::to_string).unwrap_or_default();
            let _ = writeln!(out, "  {:<12}{}", one.get_name(), gist(&about));
        }
        if is_last {
            let _ = writeln!(out, "  {:<12}Says more about a command", "help");
        }
    }
    out
}

/// What a command does, as far as it fits in a line: up to the first colon, semicolon or bracket.
fn gist(about: &str) -> &str {
    let end = [": ", "; ", " ("].iter().filter_map(|mark| about.find(mark)).min();
    &about[..end.unwrap_or(about.len())]
}
