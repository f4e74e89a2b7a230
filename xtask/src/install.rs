//! How one pinned tool comes into the cache: from a crate or a package of npm.
//!
//! An install is made beside its place and moved there once it is complete, so that one that was killed half-way is never taken
//! for a finished one.

use crate::run::{Failure, Result, announce, find_on_path, output, run, since};
use crate::tools::report;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// One pinned tool.
pub struct Tool {
    /// Name of its folder in the cache, without the version.
    pub name: &'static str,
    pub version: String,
    /// What must answer `--version` with that version.
    pub programs: &'static [&'static str],
    /// The word of that answer that holds the version; `None` where it does not answer: then only ours is taken.
    pub version_word: Option<usize>,
    pub from: Source,
    pub usually: &'static str,
}

/// Where a tool comes from.
pub enum Source {
    Crate { name: &'static str, features: &'static [&'static str], locked: bool },
    Npm { name: &'static str, version: String },
}

/// Finds or installs a tool; the folder of its programs, or `None` when `PATH` has them already.
pub fn provide(tools: &Path, tool: &Tool) -> Result<Option<PathBuf>> {
    let label = format!("{} {}", tool.name, tool.version);
    if tool.programs.iter().all(|program| tool.answers(Path::new(program))) {
        report(&label, "on PATH");
        return Ok(None);
    }
    let place = tools.join(format!("{}-{}", tool.name, tool.version));
    let programs = tool.from.programs_in(&place);
    if tool.is_complete_in(&programs) {
        report(&label, &place.display().to_string());
        return Ok(Some(programs));
    }
    announce(&format!("Installing {label}"), tool.usually);
    let start = Instant::now();
    let beside = tools.join(format!(".{}-{}.part", tool.name, tool.version));
    remove(&beside)?;
    match &tool.from {
        Source::Crate { name, features, locked } => {
            // Kept when we are interrupted: the next try goes on from there.
            let building = tools.join(format!(".{}-{}.build", tool.name, tool.version));
            install_crate((name, &tool.version, features), *locked, &beside, &building)?;
            remove(&building)?;
        }
        Source::Npm { name, version } => install_npm(name, version, &beside)?,
    }
    if !tool.is_complete_in(&tool.from.programs_in(&beside)) {
        return Err(Failure::new(format!(
            "{label} was installed but does not answer with its version\nremedy: run {} --version and see what it says",
            tool.from.programs_in(&beside).join(tool.programs[0]).display()
        )));
    }
    put(&beside, &place)?;
    report(&label, &format!("installed in {}", since(start)));
    Ok(Some(programs))
}

impl Tool {
    /// Whether the program runs and is of the pinned version.
    fn answers(&self, program: &Path) -> bool {
        let Some(word) = self.version_word else { return program.is_file() };
        output(Command::new(program).arg("--version")).is_some_and(|answer| {
            answer.lines().find_map(|line| line.split_whitespace().nth(word)) == Some(self.version.as_str())
        })
    }

    fn is_complete_in(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| self.answers(&folder.join(program)))
    }
}

impl Source {
    fn programs_in(&self, place: &Path) -> PathBuf {
        match self {
            Self::Crate { .. } => place.join("bin"),
            Self::Npm { .. } => place.join("node_modules").join(".bin"),
        }
    }
}

fn install_crate(
    (name, version, features): (&str, &str, &[&str]),
    locked: bool,
    place: &Path,
    building: &Path,
) -> Result {
    let mut command = crate::run::cargo(&env::temp_dir());
    command
        .args(["install", name, "--version", version, "--root"])
        .arg(place)
        .env("CARGO_TARGET_DIR", building)
        // They run for seconds: compiling them fast matters more than making them fast, and halves the time.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false");
    if !features.is_empty() {
        command.arg("--features").arg(features.join(","));
    }
    if locked {
        command.arg("--locked");
    }
    run(&mut command)
}

pub fn install_npm(name: &str, version: &str, place: &Path) -> Result {
    if find_on_path("npm").is_none() || find_on_path("node").is_none() {
        return Err(Failure::new(format!(
            "{name} {version} comes through npm, and there is no node or no npm on PATH\nremedy: install Node 20 or newer"
        )));
    }
    let mut command = Command::new("npm");
    command
        .args(["install", "--no-save", "--no-package-lock", "--ignore-scripts"])
        .args(["--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
        .arg(place)
        .arg(format!("{name}@{version}"));
    run(&mut command)
}

pub fn remove(folder: &Path) -> Result {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::new(format!("cannot remove {}: {error}", folder.display())))
        }
        _ => Ok(()),
    }
}

/// Moves a complete folder to its place, over whatever incomplete thing stands there.
pub fn put(beside: &Path, place: &Path) -> Result {
    remove(place)?;
    fs::rename(beside, place)
        .map_err(|error| Failure::new(format!("cannot move a tool to {}: {error}", place.display())))
}
