//! Running programs, saying what runs, and ending with one clear sentence when something fails.

use std::env;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Why a command ends early.
#[derive(Debug)]
pub struct Failure {
    /// What happened, and on a line of its own what to do about it; empty when all was said already.
    pub message: String,
    /// 1 when something failed, 2 for misuse.
    pub exit_code: u8,
}

/// What a step gives.
pub type Result<T = ()> = std::result::Result<T, Failure>;

impl Failure {
    /// Something went wrong.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), exit_code: 1 }
    }

    /// The command was called wrongly.
    pub fn misuse(message: impl AsRef<str>) -> Self {
        Self {
            message: format!("{}\nremedy: see `cargo xtask --help`, or add --help to the command", message.as_ref()),
            exit_code: 2,
        }
    }

    /// An argument that the command does not know.
    pub fn unknown(argument: &str) -> Self {
        Self::misuse(format!("there is no argument {argument:?}"))
    }
}

/// Announces a step and, when it is a long one, how long it usually takes on two cores.
pub fn announce(what: &str, usually: &str) {
    let mut out = std::io::stdout().lock();
    let when = if usually.is_empty() { String::new() } else { format!(" (usually {usually})") };
    // A closed pipe must not turn into a panic; the step's own outcome tells.
    let _ = writeln!(out, "\n==> {what}{when}");
    let _ = out.flush();
}

/// Runs a program to its end with its output passed through.
pub fn run(command: &mut Command) -> Result {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    check(command, status)
}

/// Runs a program to its end, passes its output through and shows each line to `see` as well.
pub fn run_and_see(command: &mut Command, see: impl FnMut(&str) + Send) -> Result {
    if std::io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| cannot_start(command, &error))?;
    let see = std::sync::Mutex::new(see);
    let show = |line: &str| {
        if let Ok(mut see) = see.lock() {
            see(line);
        }
    };
    let (out, err) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(|| pass_on(err, std::io::stderr(), &show));
        pass_on(out, std::io::stdout(), &show);
    });
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    check(command, status)
}

/// Copies lines from a pipe, as they come, and shows each.
fn pass_on(from: Option<impl Read>, mut to: impl Write, show: &dyn Fn(&str)) {
    let Some(from) = from else { return };
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while matches!(from.read_until(b'\n', &mut line), Ok(count) if count > 0) {
        let _ = to.write_all(&line);
        let _ = to.flush();
        show(&String::from_utf8_lossy(&line));
        line.clear();
    }
}

/// Runs a program quietly; its standard output when it succeeds, `None` otherwise.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first program of that name on `PATH`.
pub fn find_on_path(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// Cargo, as the one that runs us.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// A duration as a person says it.
pub fn spoken(duration: Duration) -> String {
    match duration.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// The time since `start`, as a person says it.
pub fn since(start: Instant) -> String {
    spoken(start.elapsed())
}

fn check(command: &Command, status: ExitStatus) -> Result {
    if status.success() {
        return Ok(());
    }
    let how = match status.code() {
        Some(code) => format!("ended with exit code {code}"),
        None => "was ended by a signal".to_owned(),
    };
    Err(Failure::new(format!("`{}` {how}", shown(command))))
}

fn cannot_start(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!("cannot run `{}`: {error}", shown(command)))
}

/// The command as one would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name).chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
