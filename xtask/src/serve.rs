//! Serving the briefing on this machine.

use crate::build::build;
use crate::places::Places;
use crate::run::{Failure, Result, announce};
use crate::tools::{PAGE, setup};
use std::process::Command;

pub const HELP: &str = "\
Builds everything and serves the briefing on this machine

Usage: cargo xtask serve [--port N] [--briefing FILE] [--open]

Options:
  --port N          Port to listen on [default: 8080]
  --briefing FILE   Briefing to serve [default: the built-in one]
  --open            Open the page in the browser
";

/// The options of `serve`.
#[derive(Debug, PartialEq)]
pub struct Options {
    port: u16,
    briefing: Option<String>,
    open: bool,
}

impl Options {
    /// Reads the arguments.
    pub fn read(arguments: Vec<String>) -> Result<Self> {
        let mut options = Self { port: 8080, briefing: None, open: false };
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let (name, given) = match argument.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (argument.as_str(), None),
            };
            let mut value = |what: &str| {
                given
                    .clone()
                    .or_else(|| arguments.next())
                    .ok_or_else(|| Failure::misuse(format!("{name} wants {what}")))
            };
            match name {
                "--port" => {
                    let text = value("a port number")?;
                    options.port = text
                        .parse()
                        .map_err(|_| Failure::misuse(format!("{text:?} is not a port number from 0 to 65535")))?;
                }
                "--briefing" => options.briefing = Some(value("a file")?),
                "--open" if given.is_none() => options.open = true,
                _ => return Err(Failure::unknown(&argument)),
            }
        }
        Ok(options)
    }
}

/// The command `serve`.
pub fn serve(places: &Places, options: &Options) -> Result {
    // The tool would say so too, but only after a long build.
    if let Some(file) = &options.briefing
        && file != "-"
        && !std::path::Path::new(file).is_file()
    {
        return Err(Failure::misuse(format!("there is no file {file:?}")));
    }
    let toolbox = setup(places, PAGE)?;
    build(places, &toolbox)?;
    announce("Serving", "");
    let mut tool = Command::new(places.tool());
    tool.arg("serve");
    tool.args(&options.briefing);
    tool.args(["--port", &options.port.to_string()]);
    if options.open {
        tool.arg("--open");
    }
    become_tool(tool)
}

/// The tool takes our place, so that whoever ends us ends the server.
#[cfg(unix)]
fn become_tool(mut tool: Command) -> Result {
    use std::os::unix::process::CommandExt;
    let error = tool.exec();
    Err(Failure::new(format!("cannot run the tool: {error}")))
}

#[cfg(not(unix))]
fn become_tool(mut tool: Command) -> Result {
    crate::run::run(&mut tool)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Options> {
        Options::read(words.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn options_come_in_both_spellings() {
        let expected = Options { port: 9000, briefing: Some("b.json".to_owned()), open: true };
        assert_eq!(read("--port 9000 --briefing b.json --open").unwrap(), expected);
        assert_eq!(read("--briefing=b.json --open --port=9000").unwrap(), expected);
    }

    #[test]
    fn misuse_ends_with_2() {
        for words in ["--port", "--port x", "--port 65536", "--briefing", "--open=1", "x"] {
            assert_eq!(read(words).unwrap_err().exit_code, 2, "{words}");
        }
    }
}
