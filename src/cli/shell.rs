//! `annals completions` and `annals man`: what a shell and a system know of the tool.

use std::{fs, io, path::PathBuf, process::ExitCode};

use clap::Args;
use clap_complete::Shell;

use super::{MISUSE, help, output};

/// Prints completions for a shell
#[derive(Args, Debug)]
pub struct Completions {
    /// Which shell
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}

/// Writes manual pages, one for each command
#[derive(Args, Debug)]
pub struct Man {
    /// The folder to write to; made if missing
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// Prints completions.
pub fn completions(args: &Completions) -> ExitCode {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(), "annals", &mut out);
    done("completions", output::to_stdout(&out))
}

/// Writes manual pages.
pub fn man(args: &Man) -> ExitCode {
    done("man", pages(args))
}

fn pages(args: &Man) -> io::Result<()> {
    fs::create_dir_all(&args.folder)?;
    let mut command = help::command().disable_help_subcommand(true);
    command.build();
    let shown = command.get_subcommands().filter(|one| !one.is_hide_set());
    for one in std::iter::once(&command).chain(shown) {
        // The template of the overview is for the screen; a manual page has its own order.
        let page = clap_mangen::Man::new(one.clone());
        let mut text = Vec::new();
        page.render(&mut text)?;
        output::write_beside(&args.folder.join(page.get_filename()), &text)?;
    }
    Ok(())
}

fn done(name: &str, written: io::Result<()>) -> ExitCode {
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::note(&format!("annals {name}: {error}"));
            ExitCode::from(MISUSE)
        }
    }
}
