//! How long each kind of figure takes from its data to the screen, by number of points.

use crate::{browser::Browser, measure::percentile, site::Site, word};
use serde_json::{Value, json};

/// Numbers of points, and milliseconds of work on the main thread that each may take.
pub const SIZES: [(usize, f64); 2] = [(1_000, 8.0), (100_000, 50.0)];

/// Times that each figure is drawn.
const TIMES: usize = 5;

/// Series of a figure that has several.
const SERIES: usize = 5;

/// Draws the figure anew, by a change of its width, and counts the work until its nodes are laid out; the frame after that
/// paints them.
const DRAW: &str = "\
const [id, done] = [arguments[0], arguments[arguments.length - 1]];
const figure = document.querySelector(`figure[data-figure='${id}']`);
const measured = (name) => performance.getEntriesByName(`annals:${name}:${id}`).at(-1)?.duration ?? 0;
performance.clearMeasures(`annals:draw:${id}`);
figure.style.width = `${figure.clientWidth - 1 - Math.random() * 8}px`;
const wait = () => {
  if (!performance.getEntriesByName(`annals:draw:${id}`).length) return requestAnimationFrame(wait);
  const before = performance.now();
  figure.getBoundingClientRect();
  figure.querySelector('svg')?.getBBox();
  const layout = performance.now() - before;
  done([measured('scene'), measured('draw') + layout, figure.querySelectorAll('svg *').length]);
};
requestAnimationFrame(wait);";

/// Prints the times of all kinds at a size.
pub async fn report(points: usize, goal: f64) {
    for kind in KINDS {
        let path = format!("{}/bench-{kind}-{points}.json", env!("CARGO_TARGET_TMPDIR"));
        std::fs::write(&path, briefing(kind, points).to_string()).expect("a file");
        let site = Site::start_with(&[&path]);
        let browser = Browser::start().await;
        browser.open(&site.url("?view=drawn")).await;
        browser.wait_for_state("ready").await;
        let mut seen = Vec::new();
        for _ in 0..TIMES {
            let times = browser.run_async(DRAW, vec![json!("f")]).await;
            seen.push([0, 1, 2].map(|at| times[at].as_f64().unwrap_or_default()));
        }
        let middle = |at: usize| percentile(&seen.iter().map(|times| times[at]).collect::<Vec<_>>(), 0.5);
        let (scene, screen, nodes) = (middle(0), middle(1), middle(2));
        let told = format!("scene {scene:>7.1} ms, to screen {screen:>8.1} ms, {nodes:>6} nodes");
        println!("  {kind:<14} {told}, {} the goal of {goal} ms", word(screen, goal));
        // The preview watches the file: it ends before the file goes.
        drop(site);
        let _ = std::fs::remove_file(path);
    }
}

/// The kinds that grow with their data.
const KINDS: [&str; 15] = [
    "line",
    "series",
    "observations",
    "bars",
    "dots",
    "slope",
    "multiples",
    "calendar",
    "activity",
    "units",
    "meetings",
    "matrix",
    "flow",
    "lineage",
    "targets",
];

/// A made-up briefing with one figure of so many points.
fn briefing(kind: &str, points: usize) -> Value {
    let day = |at: usize| format!("{}-{:02}-{:02}", 1990 + at / 336 % 30, at / 28 % 12 + 1, at % 28 + 1);
    let each = points / SERIES;
    // As many series as points, where a series is one mark.
    let (number, length) = if matches!(kind, "slope" | "dots") { (points / 2, 2) } else { (SERIES, each) };
    let value = |series: usize, at: usize| (at * 7_919 + series * 104_729) % 1_000;
    let series: Vec<Value> = (0..number)
        .map(|index| {
            let values: Vec<_> = (0..length)
                .map(|at| json!({ "date": day(at * 9 + index), "value": value(index, at), "sources": ["s"] }))
                .collect();
            json!({ "id": format!("s.{index}"), "title": format!("Series {index}"), "unit": "products", "observations": values })
        })
        .collect();
    let ids: Vec<String> = (0..number).map(|index| format!("s.{index}")).collect();
    let mut figure = json!({ "id": "f", "kind": kind, "title": "F" });
    let mut document = json!({
        "annals": 1, "id": "bench", "title": "Bench", "languages": ["en"], "licence": "CC0",
        "sources": [{ "id": "s", "title": "S" }],
        "views": [{ "id": "overview", "title": "O", "parts": [] }, { "id": "drawn", "title": "D", "parts": [{ "figure": "f" }] }],
    });
    let numbers = 0..points;
    match kind {
        "calendar" | "activity" => {
            document["events"] =
                numbers.map(|at| json!({ "id": format!("e{at}"), "date": day(at), "title": "E" })).collect();
        }
        "meetings" => {
            let meeting = |at| {
                json!({ "id": format!("m{at}"), "date": day(at), "title": "M",
                "attendance": { "totals": [{ "value": at % 90 + 1 }] } })
            };
            document["meetings"] = numbers.map(meeting).collect();
        }
        "matrix" => {
            let (rows, columns) = (points / 25, 25);
            document["actors"] =
                (0..rows).map(|at| json!({ "id": format!("a{at}"), "name": format!("A {at}") })).collect();
            let meeting = |at: usize| {
                let there: Vec<_> = (0..rows)
                    .map(|row| json!({ "label": "A", "actor": format!("a{row}"), "status": "present" }))
                    .collect();
                json!({ "id": format!("m{at}"), "date": day(at * 30), "title": "M", "attendance": { "organisations": there } })
            };
            document["meetings"] = (0..columns).map(meeting).collect();
        }
        "flow" => {
            let entry =
                |at: usize| json!({ "title": format!("E {at}"), "change": (["added", "removed", "moved"][at % 3]) });
            let version = |at: usize| {
                json!({ "id": format!("v{at}"), "title": "V", "date": day(at * 300), "basis": "delta",
                    "entries": (0..each).map(entry).collect::<Vec<_>>() })
            };
            document["catalogues"] =
                json!([{ "id": "c", "title": "C", "versions": (0..SERIES).map(version).collect::<Vec<_>>() }]);
        }
        "lineage" => {
            let act = |at: usize| {
                json!({ "id": format!("i{at}"), "title": "I", "stages": [{ "stage": "adopted", "date": day(at) }],
                    "relations": if at > 0 { json!([{ "type": "amends", "to": format!("i{}", at / 2) }]) } else { json!([]) } })
            };
            document["instruments"] = numbers.map(act).collect();
            figure["items"] = json!(["i0"]);
        }
        "targets" => {
            let target = |at| json!({ "id": format!("t{at}"), "title": "T", "value": at, "due": day(at) });
            document["targets"] = numbers.map(target).collect();
        }
        _ => {
            document["series"] = series.into();
            figure["series"] = json!(ids);
            if kind == "slope" {
                figure["from"] = json!("1990");
                figure["to"] = json!("2019");
            }
        }
    }
    document["figures"] = json!([figure]);
    document
}
