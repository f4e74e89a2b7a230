//! `annals site`: a site for hosting, as static files.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;

use super::{MISUSE, briefing, finding::left_out, input, output};
use crate::export::site_files;

/// Writes a site for hosting: static files that work from any folder of any file server.
///
/// Exit code 0: written; 2: the briefing cannot be read, or the folder cannot be written.
#[derive(Args, Debug)]
pub struct Site {
    /// The briefing: a JSON file, a folder of tables, or - for standard input; the built-in one when left out
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The folder to write; made if missing
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
}

/// Runs the command.
pub fn run(args: &Site) -> ExitCode {
    match write(args) {
        Ok(count) => {
            output::note(&format!("{count} files written to {}", args.output.display()));
            ExitCode::SUCCESS
        }
        Err(message) => {
            output::note(&format!("annals site: {message}"));
            ExitCode::from(MISUSE)
        }
    }
}

fn write(args: &Site) -> Result<usize, String> {
    let published = briefing::read(args.file.as_deref())?;
    let name = args.file.as_deref().map_or_else(|| "the built-in briefing".to_owned(), input::shown);
    left_out(&published.loaded, &name).iter().for_each(|line| output::note(line));
    let files = site_files(published.bytes).map_err(|error| error.to_string())?;
    for (path, bytes) in &files {
        let target = args.output.join(path);
        write_file(&target, bytes).map_err(|error| format!("{}: {error}", target.display()))?;
    }
    Ok(files.len())
}

fn write_file(target: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder)?;
    }
    output::write_beside(target, bytes)
}
