//! `annals verify`: whether an offline file is what was made.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use serde_json::json;

use super::{
    FAULTY, MISUSE,
    finding::{Finding, Format, print},
    input, keys, output,
};
use crate::bundle::{Altered, Checked, Seal, check, key_fingerprint, message};

/// Largest file read.
const MOST_BYTES: usize = 1 << 30;

const EXAMPLES: &str = "\
Examples:
  annals verify briefing.html
  annals verify briefing.html --key public.pem";

/// Says whether an offline file is what was made: verified (signed, and the signature is good), unchanged (not signed), or altered.
///
/// Without a signature the file is compared with its own statement, which tells of accidents: whoever alters a file can alter
/// that too. A signature tells who made it, if you know the key: compare its fingerprint, or demand it with --key.
///
/// Exit code 0: verified or unchanged; 1: altered, or not signed by the key demanded; 2: no offline file, or it cannot be read.
#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
pub struct Verify {
    /// The offline file; - for standard input
    #[arg(value_name = "FILE.html")]
    pub file: PathBuf,
    /// The public key that must have signed it
    #[arg(long, value_name = "PUBLIC")]
    pub key: Option<PathBuf>,
    /// How the result is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Runs the command.
pub fn run(args: &Verify) -> ExitCode {
    let (exit, printed) = match verify(args) {
        Ok(Good { state, seal }) => (0, told(args, state, &seal)),
        Err((exit, finding)) => (exit, print(&[*finding], false, args.format)),
    };
    match output::to_stdout(printed.as_bytes()) {
        Ok(()) => ExitCode::from(exit),
        Err(error) => {
            output::note(&format!("annals verify: standard output: {error}"));
            ExitCode::from(MISUSE)
        }
    }
}

struct Good {
    state: &'static str,
    seal: Seal,
}

fn verify(args: &Verify) -> Result<Good, (u8, Box<Finding>)> {
    let name = input::shown(&args.file);
    let fail = |exit, code: &str, message: &str| Err((exit, Box::new(Finding::plain(code, message, Some(&name)))));
    let demanded = args.key.as_deref().map(keys::public).transpose().map_err(|finding| (MISUSE, finding))?;
    let bytes = match input::read(&args.file, MOST_BYTES) {
        Ok(bytes) if bytes.len() > MOST_BYTES => return fail(MISUSE, "DATA_LIMIT", "This is larger than 1 GiB"),
        Ok(bytes) => bytes,
        Err(error) => return fail(MISUSE, "IO", &format!("This cannot be read: {error}")),
    };
    let seal = match check(&bytes) {
        Checked::Foreign => return fail(MISUSE, "USAGE", "This is no offline file of Annals: see annals bundle"),
        Checked::Altered(how) => return fail(FAULTY, "ALTERED", &format!("altered: {}", words(how))),
        Checked::Unchanged(seal) => seal,
    };
    let Some((key, signature)) = &seal.signed else {
        return match demanded {
            None => Ok(Good { state: "unchanged", seal }),
            Some(_) => fail(
                FAULTY,
                "UNSIGNED",
                "This is unchanged, but not signed by the key demanded: it is not signed at all",
            ),
        };
    };
    if !keys::is_good(key, signature, &message(&seal.file)) {
        return fail(FAULTY, "ALTERED", "altered: the signature is not that of this file by the key it states");
    }
    if demanded.is_some_and(|demanded| demanded != *key) {
        let other = format!(
            "This is signed by another key than the one demanded, with the fingerprint {}",
            key_fingerprint(key)
        );
        return fail(FAULTY, "OTHER_KEY", &other);
    }
    Ok(Good { state: "verified", seal })
}

fn words(how: Altered) -> &'static str {
    match how {
        Altered::Truncated => "the end of the file is missing or differs; copy or download it again",
        Altered::Seal => "the seal at its end is missing, or is none that Annals writes",
        Altered::Data => "the briefing in it is not what was sealed",
        Altered::App => "the page in it is not what was sealed",
        Altered::Elsewhere => "something around the briefing and the page is not what was sealed",
    }
}

fn told(args: &Verify, state: &str, seal: &Seal) -> String {
    let key = seal.signed.as_ref().map(|(key, _)| key_fingerprint(key));
    if args.format == Format::Json {
        let document = json!({
            "ok": true, "findings": [], "state": state, "data": seal.data, "app": seal.app, "file": seal.file, "key": key,
        });
        return format!("{document:#}\n");
    }
    let signed = match &key {
        Some(key) => format!("verified: signed by the key with the fingerprint {key}\n"),
        None => "unchanged (not signed)\n".to_owned(),
    };
    format!("{signed}  SHA-256 of the data  {}\n  SHA-256 of the page  {}\n", seal.data, seal.app)
}
