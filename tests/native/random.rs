//! The tool as a program, with hundreds of random arguments over small files: it ends, with a code of its own, and never panics.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use proptest::{prelude::*, test_runner::Config};

const COMMANDS: [&str; 15] = [
    "check",
    "import",
    "export",
    "site",
    "render",
    "redact",
    "diff",
    "ics",
    "date",
    "schema",
    "example",
    "new",
    "completions",
    "man",
    "serve",
];
/// `--links` is not among them: tests use no network.
const WORDS: [&str; 34] = [
    "good.json",
    "bad.json",
    "html.json",
    "tables",
    "empty",
    "missing",
    "-",
    "",
    "out.json",
    "out",
    "out.svg",
    "out.png",
    "missing/x.json",
    "-o",
    "--output",
    "--format",
    "json",
    "text",
    "github",
    "--format=json",
    "--strict",
    "--people",
    "--figure",
    "growth",
    "--lang",
    "zh-Hans",
    "--item",
    "e1",
    "--theme",
    "dark",
    "--width",
    "0",
    "bash",
    "\u{1b}[31m",
];

fn lay_out(folder: &Path) {
    let good = r#"{"annals":1,"id":"x","title":"X","events":[{"id":"e1","date":"2019","title":"E","visibility":"internal"}],
        "series":[{"id":"s","title":"S","observations":[{"date":"2019","value":1},{"date":"2020","value":2}]}],
        "figures":[{"id":"growth","kind":"series","series":["s"]}]}"#;
    fs::write(folder.join("good.json"), good).unwrap();
    fs::write(folder.join("bad.json"), r#"{"annals":1,"events":[{"id":"\u0007"},7,{"date":"never"}]}"#).unwrap();
    fs::write(folder.join("html.json"), "<!doctype html>").unwrap();
    fs::create_dir_all(folder.join("tables")).unwrap();
    fs::write(folder.join("tables/briefing.csv"), "field,value\nannals,1\nid,x\ntitle,X\n").unwrap();
    fs::create_dir_all(folder.join("empty")).unwrap();
}

proptest! {
    #![proptest_config(Config { cases: 300, ..Config::default() })]

    #[test]
    fn any_call_ends_with_a_code(
        command in prop::sample::select(&COMMANDS[..]),
        words in prop::collection::vec(prop_oneof![
            8 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
            1 => "[ -~]{0,6}",
            1 => "\\PC{0,4}".prop_filter("no word of the system", |word| !word.contains('\0')),
        ], 0..7),
    ) {
        let folder = tempfile::tempdir().unwrap();
        lay_out(folder.path());
        let mut tool = Command::new(env!("CARGO_BIN_EXE_annals"));
        // A random word may be a path to anywhere, or ask for the network.
        let harmless = words.iter().filter(|word| !word.contains('/') && !word.contains("..") && !word.starts_with("--li") || *word == "missing/x.json");
        tool.arg(command).args(harmless).current_dir(folder.path());
        tool.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = tool.spawn().unwrap();
        if command == "serve" {
            // It may well start, and would go on for ever.
            let began = Instant::now();
            while child.try_wait().unwrap().is_none() && began.elapsed() < Duration::from_secs(1) {
                std::thread::sleep(Duration::from_millis(5));
            }
            let _ = child.kill();
        }
        let output = child.wait_with_output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        prop_assert!(!errors.contains("panicked"), "{command} {words:?}: {errors}");
        prop_assert!(!errors.contains('\u{1b}'), "{command} {words:?}: {errors}");
        let code = output.status.code();
        prop_assert!(code.map_or(command == "serve", |code| (0..=2).contains(&code)), "{command} {words:?}: {code:?} {errors}");
        // No half of a file is left behind.
        let left = fs::read_dir(folder.path()).unwrap().any(|entry| entry.unwrap().file_name().to_string_lossy().ends_with(".part"));
        prop_assert!(!left);
    }
}
