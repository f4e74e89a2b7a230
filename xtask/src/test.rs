//! Everything that is checked, as a list of steps that run one after another.
//!
//! A step that fails does not stop the others: one run tells all.

use crate::build;
use crate::places::Places;
use crate::run::{Failure, Result, announce, cargo, find_on_path, run, run_and_see, spoken};
use crate::tally::{Runner, Tally};
use crate::tools::{ALL, Need, PAGE, Toolbox, setup};
use std::time::{Duration, Instant};

pub const HELP: &str = "\
Runs every check and ends with one summary

Usage: cargo xtask test [--only STEP]... [--skip STEP]...

Options:
  --only STEP   Run this step; may be repeated
  --skip STEP   Leave this step out; may be repeated

Steps:
  lock       Cargo.lock fits Cargo.toml
  format     rustfmt
  lint       clippy on the tool, the tests and the commands
  lint-page  clippy on the page
  native     tests outside a browser
  docs       examples in the documentation
  web        tests inside a browser
  app        the app and the tool that carries it are built
  journeys   the built tool and app, used through Chromium and Firefox

Ends with 1 when a step failed, or when a test or step did not run without --only or --skip asking for that
";

const WASM: &[&str] = &["--target", "wasm32-unknown-unknown"];

/// One check.
struct Step {
    name: &'static str,
    what: &'static str,
    usually: &'static str,
    needs: &'static [Need],
    /// The step without which this one cannot run.
    after: Option<&'static str>,
    check: fn(&Places, &Toolbox) -> Result<Tally>,
}

const STEPS: &[Step] = &[
    Step {
        name: "lock",
        what: "Comparing Cargo.lock with Cargo.toml",
        usually: "",
        needs: &[],
        after: None,
        check: |places, _| plain(run(cargo(&places.root).args(["fetch", "--locked"]))),
    },
    Step {
        name: "format",
        what: "Checking the format",
        usually: "",
        needs: &[],
        after: None,
        check: |places, _| plain(run(cargo(&places.root).args(["fmt", "--all", "--check"]))),
    },
    Step {
        name: "lint",
        what: "Checking the tool with clippy",
        usually: "2 minutes",
        needs: &[],
        after: None,
        check: |places, _| {
            clippy(places, &["--workspace", "--all-targets"])?;
            // Not among `--all-targets`, as they run only when asked for.
            clippy(places, &["--test", "e2e", "--bench", "page"])
        },
    },
    Step {
        name: "lint-page",
        what: "Checking the page with clippy",
        usually: "1 minute",
        needs: &[Need::WasmTarget],
        after: None,
        check: |places, _| clippy(places, &[WASM, &["--lib", "--bin", "annals-app", "--test", "web"]].concat()),
    },
    Step {
        name: "native",
        what: "Running the native tests",
        usually: "3 minutes",
        needs: &[],
        after: None,
        check: |places, _| tests(places, &Toolbox::default(), &["--workspace"], &[]),
    },
    Step {
        name: "docs",
        what: "Running the examples in the documentation",
        usually: "1 minute",
        needs: &[],
        after: None,
        check: |places, toolbox| {
            let mut command = cargo(&places.root);
            command.args(["test", "--doc", "--no-fail-fast"]);
            toolbox.lend(&mut command)?;
            match counted(&mut command, Runner::Cargo)? {
                // The documentation may hold no example.
                none if none == Tally::default() => plain(Ok(())),
                tally => Ok(tally),
            }
        },
    },
    Step {
        name: "web",
        what: "Running the tests inside a browser",
        usually: "2 minutes",
        needs: &[Need::Browsers, Need::WasmTarget, Need::WasmBindgen],
        after: None,
        check: |places, toolbox| {
            let mut command = cargo(&places.root);
            command.arg("test").args(WASM).args(["--test", "web"]);
            toolbox.lend(&mut command)?;
            // With a driver of Firefox named, the runner would take that one.
            command.env("WASM_BINDGEN_TEST_TIMEOUT", "180").env_remove("GECKODRIVER");
            at_least_one(counted(&mut command, Runner::Cargo)?)
        },
    },
    Step {
        name: "app",
        what: "Building the app and the tool",
        usually: "4 minutes",
        needs: PAGE,
        after: None,
        check: |places, toolbox| plain(build::build(places, toolbox)),
    },
    Step {
        name: "journeys",
        what: "Going through journeys in browsers",
        usually: "5 minutes",
        needs: ALL,
        after: Some("app"),
        check: |places, toolbox| {
            let tool = places.tool();
            let tool = tool.to_string_lossy();
            tests(places, toolbox, &["--test", "e2e"], &[("ANNALS_TOOL", &*tool)])
        },
    },
];

/// The options of `test`.
pub struct Options {
    only: Vec<String>,
    skip: Vec<String>,
}

impl Options {
    /// Reads the arguments.
    pub fn read(arguments: Vec<String>) -> Result<Self> {
        let mut options = Self { only: Vec::new(), skip: Vec::new() };
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let (name, given) = match argument.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (argument.as_str(), None),
            };
            let list = match name {
                "--only" => &mut options.only,
                "--skip" => &mut options.skip,
                _ => return Err(Failure::unknown(&argument)),
            };
            let step = given.or_else(|| arguments.next()).unwrap_or_default();
            if !STEPS.iter().any(|known| known.name == step) {
                let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
                return Err(Failure::misuse(format!(
                    "{name} wants one of the steps {}; it got {step:?}",
                    names.join(", ")
                )));
            }
            list.push(step);
        }
        Ok(options)
    }

    fn wants(&self, step: &Step) -> bool {
        let named = |list: &[String]| list.iter().any(|name| name == step.name);
        (self.only.is_empty() || named(&self.only)) && !named(&self.skip)
    }
}

/// How a step ended.
enum Ending {
    Passed(Tally),
    Failed(Tally, String),
    /// Not asked for.
    LeftOut,
    /// Could not run.
    NotRun(String),
}

/// The command `test`.
pub fn test(places: &Places, options: &Options) -> Result {
    let start = Instant::now();
    let wanted: Vec<&Step> = STEPS.iter().filter(|step| options.wants(step)).collect();
    let needs: Vec<Need> = wanted.iter().flat_map(|step| step.needs).copied().collect();
    let mut endings: Vec<(&str, Ending, Duration)> = Vec::new();
    let toolbox = setup(places, &needs);
    if let Err(failure) = &toolbox {
        eprintln!("\nerror: {}", failure.message);
        endings.push(("setup", failed(failure), start.elapsed()));
    }
    for step in STEPS {
        let start = Instant::now();
        let ending = match &toolbox {
            _ if !options.wants(step) => Ending::LeftOut,
            Err(_) if !step.needs.is_empty() => Ending::NotRun("the setup failed".to_owned()),
            Ok(toolbox) => perform(step, places, toolbox, &endings),
            Err(_) => perform(step, places, &Toolbox::default(), &endings),
        };
        endings.push((step.name, ending, start.elapsed()));
    }
    summarise(&endings, start.elapsed())
}

fn perform(step: &Step, places: &Places, toolbox: &Toolbox, before: &[(&str, Ending, Duration)]) -> Ending {
    // A step that was left out on purpose may have been done in an earlier run.
    let stands = |name: &str| {
        before.iter().any(|(done, ending, _)| *done == name && matches!(ending, Ending::Passed(_) | Ending::LeftOut))
    };
    if let Some(other) = step.after
        && !stands(other)
    {
        return Ending::NotRun(format!("{other} failed"));
    }
    announce(step.what, step.usually);
    match (step.check)(places, toolbox) {
        Ok(tally) if tally.skipped > 0 => Ending::Failed(tally, "tests were skipped without being asked to".to_owned()),
        Ok(tally) if tally.failed > 0 => Ending::Failed(tally, "tests failed".to_owned()),
        Ok(tally) => Ending::Passed(tally),
        Err(failure) => {
            eprintln!("error: {}", failure.message);
            failed(&failure)
        }
    }
}

fn failed(failure: &Failure) -> Ending {
    let one = Tally { failed: 1, ..Tally::default() };
    let reason = failure.message.lines().next().unwrap_or_default();
    Ending::Failed(one, reason.to_owned())
}

/// Prints each step and the closing line; fails unless all that was asked for ran and passed.
fn summarise(endings: &[(&str, Ending, Duration)], took: Duration) -> Result {
    println!("\nSummary");
    let mut sum = Tally::default();
    let mut is_well = true;
    for (name, ending, took) in endings {
        let took = spoken(*took);
        match ending {
            Ending::Passed(tally) => {
                println!("  passed   {name:<10} {took:>12}  {}", counts(*tally));
                sum = sum.and(*tally);
            }
            Ending::Failed(tally, reason) => {
                println!("  FAILED   {name:<10} {took:>12}  {}: {reason}", counts(*tally));
                sum = sum.and(*tally);
                is_well = false;
            }
            Ending::LeftOut => {
                println!("  skipped  {name:<10} {:>12}  as asked", "");
                sum.skipped += 1;
            }
            Ending::NotRun(reason) => {
                println!("  NOT RUN  {name:<10} {:>12}  {reason}", "");
                sum.skipped += 1;
                is_well = false;
            }
        }
    }
    println!("  in all   {:<10} {:>12}", "", spoken(took));
    println!("\n{}", closing_line(sum));
    if is_well { Ok(()) } else { Err(Failure::new("")) }
}

/// The line that other programs read.
fn closing_line(sum: Tally) -> String {
    let mut line = format!("{} passed, {} failed", sum.passed, sum.failed);
    if sum.skipped > 0 {
        line += &format!(", {} skipped", sum.skipped);
    }
    line
}

fn counts(tally: Tally) -> String {
    let mut parts = Vec::new();
    for (count, word) in [(tally.passed, "passed"), (tally.failed, "failed"), (tally.skipped, "skipped")] {
        if count > 0 {
            parts.push(format!("{count} {word}"));
        }
    }
    parts.join(", ")
}

/// A check that counts as one.
fn plain(outcome: Result) -> Result<Tally> {
    outcome.map(|()| Tally { passed: 1, ..Tally::default() })
}

fn clippy(places: &Places, what: &[&str]) -> Result<Tally> {
    let mut command = cargo(&places.root);
    command.arg("clippy").args(what).args(["--", "-D", "warnings"]);
    plain(run(&mut command))
}

/// Runs tests natively, through nextest where it is there: it runs each test in a process of its own and ends those that hang.
fn tests(places: &Places, toolbox: &Toolbox, what: &[&str], env: &[(&str, &str)]) -> Result<Tally> {
    let mut command = cargo(&places.root);
    let runner = if find_on_path("cargo-nextest").is_some() {
        command.args(["nextest", "run", "--no-fail-fast"]).args(what);
        Runner::Nextest
    } else {
        command.args(["test", "--no-fail-fast"]).args(what);
        if !what.contains(&"e2e") {
            command.args(["--lib", "--bins", "--tests"]);
        }
        command.args(["--", "--test-threads=2"]);
        Runner::Cargo
    };
    toolbox.lend(&mut command)?;
    command.envs(env.iter().copied());
    at_least_one(counted(&mut command, runner)?)
}

/// Runs a test command and counts; its own failure is an error only when no failed test explains it.
fn counted(command: &mut std::process::Command, runner: Runner) -> Result<Tally> {
    let mut tally = Tally::default();
    let outcome = run_and_see(command, |line| tally.see(runner, line));
    match outcome {
        Err(failure) if tally.failed == 0 => Err(failure),
        _ => Ok(tally),
    }
}

fn at_least_one(tally: Tally) -> Result<Tally> {
    match tally {
        Tally { passed: 0, failed: 0, skipped: 0 } => Err(Failure::new("no test ran")),
        tally => Ok(tally),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Options> {
        Options::read(words.split_whitespace().map(str::to_owned).collect())
    }

    fn wanted(words: &str) -> Vec<&'static str> {
        let options = read(words).unwrap();
        STEPS.iter().filter(|step| options.wants(step)).map(|step| step.name).collect()
    }

    #[test]
    fn steps_can_be_chosen_and_left_out() {
        assert_eq!(wanted("").len(), STEPS.len());
        assert_eq!(wanted("--only native --only=format"), ["format", "native"]);
        assert_eq!(wanted("--skip web --skip journeys").len(), STEPS.len() - 2);
        assert_eq!(read("--only nothing").err().unwrap().exit_code, 2);
        assert_eq!(read("--only").err().unwrap().exit_code, 2);
    }

    #[test]
    fn every_step_is_documented() {
        for step in STEPS {
            assert!(HELP.contains(&format!("\n  {:<10} ", step.name)), "{}", step.name);
            assert!(step.after.is_none_or(|name| STEPS.iter().any(|s| s.name == name)));
        }
    }

    #[test]
    fn what_did_not_run_is_a_failure_unless_asked_for() {
        let took = Duration::ZERO;
        let one = Tally { passed: 1, ..Tally::default() };
        assert!(summarise(&[("a", Ending::Passed(one), took), ("b", Ending::LeftOut, took)], took).is_ok());
        assert!(summarise(&[("a", Ending::NotRun(String::new()), took)], took).is_err());
        assert!(summarise(&[("a", Ending::Failed(one, String::new()), took)], took).is_err());
    }

    #[test]
    fn closing_line_names_skips_only_when_there_are_some() {
        let mut sum = Tally { passed: 3, ..Tally::default() };
        assert_eq!(closing_line(sum), "3 passed, 0 failed");
        sum.skipped = 2;
        assert_eq!(closing_line(sum), "3 passed, 0 failed, 2 skipped");
    }
}
