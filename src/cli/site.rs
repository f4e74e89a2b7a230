//! `annals site`: a site for hosting, as static files.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;

use super::{
    FAULTY, MISUSE, briefing,
    finding::{Finding, Format, left_out, print},
    input, output,
};
use crate::export::site_files;

/// Writes a site for hosting: static files that work from any folder of any file server.
///
/// Exit code 0: written; 1: errors found in the briefing, and what is good is written; or it is no briefing, and nothing
/// is; 2: the briefing cannot be read, or the folder cannot be written.
#[derive(Args, Debug)]
pub struct Site {
    /// The briefing: a JSON file, a folder of tables, or - for standard input; the built-in one when left out
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The folder to write; made if missing
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Warnings count as errors
    #[arg(long)]
    pub strict: bool,
}

/// The files of a site around a briefing.
type Make = fn(Vec<u8>) -> Result<BTreeMap<String, Vec<u8>>, String>;

/// Runs the command.
pub fn run(args: &Site) -> ExitCode {
    ExitCode::from(publish(args, |briefing| site_files(briefing).map_err(|error| error.to_string())))
}

fn publish(args: &Site, make: Make) -> u8 {
    let (path, limits) = (args.file.as_deref(), args.format.limits());
    let read = briefing::read(path, limits).and_then(|published| {
        left_out(&published.loaded, &briefing::shown(path)).iter().for_each(|line| output::note(line));
        published.public(path, limits)
    });
    let (exit, findings) = match read {
        Err(refused) => (refused.exit, refused.findings),
        Ok(published) => {
            let mut findings = published.findings;
            let is_bad = findings.iter().any(|finding| args.strict || finding.is_error());
            match write(&args.output, published.bytes, make) {
                Ok(count) => output::note(&format!("{count} files written to {}", args.output.display())),
                Err(finding) => {
                    findings.push(*finding);
                    return told(args, MISUSE, &findings);
                }
            }
            (if is_bad { FAULTY } else { 0 }, findings)
        }
    };
    told(args, exit, &findings)
}

/// Prints the findings; the exit code.
fn told(args: &Site, exit: u8, findings: &[Finding]) -> u8 {
    // Small remarks on the briefing that comes with the tool are nothing its user could mend.
    let is_ours = args.file.is_none() && args.format == Format::Text && exit == 0;
    let printed = if is_ours { String::new() } else { print(findings, exit == 0, args.format) };
    match output::to_stdout(printed.as_bytes()) {
        Ok(()) => exit,
        Err(error) => {
            output::note(&format!("annals site: standard output: {error}"));
            MISUSE
        }
    }
}

/// Writes the site. Returns the number of its files.
fn write(folder: &Path, briefing: Vec<u8>, make: Make) -> Result<usize, Box<Finding>> {
    let files = make(briefing).map_err(|message| Box::new(Finding::plain("IO", &message, None)))?;
    for (path, bytes) in &files {
        let target = folder.join(path);
        write_file(&target, bytes).map_err(|error| {
            let message = format!("This cannot be written: {error}");
            Box::new(Finding::plain("IO", &message, Some(&input::shown(&target))))
        })?;
    }
    Ok(files.len())
}

fn write_file(target: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder)?;
    }
    output::write_beside(target, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site of one file: the native tests build the tool without the page.
    fn one_file(briefing: Vec<u8>) -> Result<BTreeMap<String, Vec<u8>>, String> {
        Ok(BTreeMap::from([("a/briefing.json".to_owned(), briefing)]))
    }

    #[test]
    fn the_exit_code_tells_what_was_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.json");
        let site = folder.path().join("site");
        let run = |json: &str, strict: bool| {
            let _ = fs::remove_dir_all(&site);
            fs::write(&path, json).unwrap();
            let args = Site { file: Some(path.clone()), output: site.clone(), format: Format::Text, strict };
            (publish(&args, one_file), site.join("a/briefing.json").exists())
        };
        let briefing = |event: &str| format!(r#"{{"annals":1,"id":"x","title":"X","events":[{event}]}}"#);
        let good = briefing(r#"{"id":"e","date":"2019","title":"E"}"#);
        assert_eq!(run(&good, false), (0, true));
        assert_eq!(run(&good, true), (1, true));
        // What is good is published all the same.
        assert_eq!(run(&briefing(r#"{"id":"e","date":"never","title":"E"}"#), false), (1, true));
        assert_eq!(run("<!doctype html>", false), (1, false));
        fs::remove_file(&path).unwrap();
        let missing = Site { file: Some(path.clone()), output: site.clone(), format: Format::Json, strict: false };
        assert_eq!(publish(&missing, one_file), 2);
        let builtin = Site { file: None, ..missing };
        assert_eq!(publish(&builtin, one_file), 0);
        assert_eq!(publish(&builtin, |_| Err("no page".to_owned())), 2);
        fs::write(&path, "in the way").unwrap();
        assert_eq!(publish(&Site { output: path.clone(), ..builtin }, one_file), 2);
    }

    #[test]
    fn what_is_internal_is_not_published() {
        let folder = tempfile::tempdir().unwrap();
        let (path, site) = (folder.path().join("x.json"), folder.path().join("site"));
        let args = Site { file: Some(path.clone()), output: site.clone(), format: Format::Text, strict: false };
        let json = r#"{"annals":1,"id":"x","title":"X","events":[{"id":"e","date":"2019","title":"E"},
            {"id":"hush","date":"2019","title":"H","visibility":"internal"}]MORE}"#;
        fs::write(&path, json.replace("MORE", "")).unwrap();
        assert_eq!(publish(&args, one_file), 0);
        let published = fs::read_to_string(site.join("a/briefing.json")).unwrap();
        assert!(published.contains("\"e\"") && !published.contains("hush"), "{published}");
        fs::write(&path, json.replace("MORE", r#","visibility":"internal""#)).unwrap();
        fs::remove_dir_all(&site).unwrap();
        assert_eq!((publish(&args, one_file), site.exists()), (1, false));
    }

    #[test]
    fn tables_are_published_with_their_findings() {
        let folder = tempfile::tempdir().unwrap();
        let (tables, site) = (folder.path().join("tables"), folder.path().join("site"));
        fs::create_dir(&tables).unwrap();
        let args = Site { file: Some(tables.clone()), output: site.clone(), format: Format::Text, strict: false };
        assert_eq!(publish(&args, one_file), 1, "no card");
        fs::write(tables.join("briefing.csv"), "field,value\nannals,1\nid,x\ntitle,X\n").unwrap();
        assert_eq!(publish(&args, one_file), 0);
        fs::write(tables.join("tracks.csv"), "id,title\na,A,B\n").unwrap();
        assert_eq!(publish(&args, one_file), 1);
        assert!(site.join("a/briefing.json").exists());
    }
}
