//! `annals keygen`: a key for signing offline files.

use std::{
    fs::OpenOptions,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;

use super::{MISUSE, keys, output};
use crate::bundle::{hex, key_fingerprint};

const EXAMPLES: &str = "\
Examples:
  annals keygen -o key.pem > public.pem
  annals bundle my-briefing.json --sign key.pem -o my-briefing.html
  annals verify my-briefing.html --key public.pem";

/// Makes a key for signing offline files: writes the private key, prints the public one.
///
/// The private key is a PEM file that only you may read; whoever has it can sign in your name. Give the public key, or its
/// fingerprint, to your readers by a way that they trust; "annals verify --key" wants the former.
///
/// Exit code 0: done; 2: the file cannot be written, or is there already.
#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
pub struct Keygen {
    /// The private key to write; it must not exist
    #[arg(short, long, value_name = "KEY")]
    pub output: PathBuf,
}

/// Runs the command.
pub fn run(args: &Keygen) -> ExitCode {
    let made = keys::generate().and_then(|(private, public, bytes)| {
        write_private(&args.output, &private).map_err(|error| format!("{}: {error}", args.output.display()))?;
        output::to_stdout(public.as_bytes()).map_err(|error| format!("standard output: {error}"))?;
        Ok(bytes)
    });
    match made {
        Ok(bytes) => {
            output::note(&format!("private key written to {}", args.output.display()));
            output::note(&format!("fingerprint of the public key: {}", key_fingerprint(&hex(&bytes))));
            ExitCode::SUCCESS
        }
        Err(message) => {
            output::note(&format!("annals keygen: {message}"));
            ExitCode::from(MISUSE)
        }
    }
}

/// A key that is there already is never lost, and a new one is never readable by others, not even for a moment.
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = std::fs::remove_file(path);
    }
    written
}
