//! The offline file: how large it is, how long making it takes, and how long it takes to open.

use crate::{BROWSER_SETTLES, browser::Browser, measure::first_view_millis, percentile, summary, word};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use url::Url;

/// What the file of the built-in briefing may come to.
const SIZE_GOAL_KB: f64 = 1_200.0;
/// Until it is made.
const MAKING_GOAL_MILLIS: f64 = 500.0;
/// Until its first view stands, from the start of the navigation.
const OPENING_GOAL_MILLIS: f64 = 1_500.0;
/// The same with a briefing of five megabytes.
const LARGE_GOAL_MILLIS: f64 = 3_000.0;
/// So many bytes make a large briefing.
const LARGE_BYTES: usize = 5_000_000;
/// Times that each is done.
const TIMES: usize = 5;

/// Prints sizes and times.
pub async fn report() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("built-in.html");
    let making = (0..TIMES).map(|_| made(&[], &file)).collect::<Vec<_>>();
    let kb = std::fs::metadata(&file).expect("a file").len() as f64 / 1000.0;
    println!("  {:<24} {kb:.1} kB {} the goal of {SIZE_GOAL_KB} kB", "size", word(kb, SIZE_GOAL_KB));
    tell("making", &making, MAKING_GOAL_MILLIS);
    tell("opening", &opening(&file).await, OPENING_GOAL_MILLIS);
    let (json, large) = (folder.path().join("large.json"), folder.path().join("large.html"));
    std::fs::write(&json, briefing().to_string()).expect("a file");
    made(&[&json], &large);
    tell("opening 5 MB of data", &opening(&large).await, LARGE_GOAL_MILLIS);
}

/// Makes an offline file; the milliseconds that took.
fn made(briefing: &[&PathBuf], file: &Path) -> f64 {
    let tool = std::env::var("ANNALS_TOOL").expect("ANNALS_TOOL names the built tool");
    let start = Instant::now();
    let done = Command::new(tool).arg("bundle").args(briefing).arg("-o").arg(file).output().expect("the tool runs");
    assert!(file.is_file(), "{done:?}");
    start.elapsed().as_secs_f64() * 1000.0
}

async fn opening(file: &Path) -> Vec<f64> {
    let address = Url::from_file_path(file).expect("a whole path");
    let mut millis = Vec::new();
    for _ in 0..TIMES {
        let browser = Browser::start().await;
        tokio::time::sleep(BROWSER_SETTLES).await;
        millis.push(first_view_millis(&browser, address.as_str()).await);
    }
    millis
}

fn tell(what: &str, millis: &[f64], goal: f64) {
    let median = percentile(millis, 0.5);
    println!("  {what:<24} {}, {} the goal of {goal} ms", summary(millis, "ms"), word(median, goal));
}

/// Events with titles and summaries in two languages.
fn briefing() -> Value {
    let event = |at: usize| {
        json!({
            "id": format!("e{at}"), "date": format!("{}-{:02}-{:02}", 1990 + at % 35, 1 + at % 12, 1 + at % 28),
            "title": { "en": format!("Notice {at} on product certification"), "zh-Hans": format!("关于产品认证的第{at}号公告") },
            "summary": { "en": format!("Changes {at} products of the catalogue and names the standards that apply."), "zh-Hans": "调整目录内产品，并列明适用标准。" },
            "sources": [format!("s{}", at % 300)],
        })
    };
    let size = event(1000).to_string().len() + 1;
    let events: Vec<Value> = (0..LARGE_BYTES / size).map(event).collect();
    let sources: Vec<Value> = (0..300)
        .map(|at| json!({ "id": format!("s{at}"), "title": format!("Gazette {at}"), "url": "https://example.org/" }))
        .collect();
    json!({ "annals": 1, "id": "large", "title": "Large", "events": events, "sources": sources })
}
