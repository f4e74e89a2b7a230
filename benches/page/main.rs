//! Timings of the built page in a real browser, against their goals.
//!
//! `cargo xtask bench` builds what is measured and runs this. A goal that is missed is told but is no failure: a busy machine
//! must not stop the work. Sizes, which do not depend on the machine, are measured and enforced by the command itself.

#[expect(dead_code, reason = "shared with the journeys, which use more of it")]
#[path = "../../tests/e2e/browser.rs"]
mod browser;
#[path = "../../tests/e2e/driver.rs"]
mod driver;
mod embeds;
#[path = "../../tests/e2e/engine.rs"]
mod engine;
mod exploring;
mod figures;
#[expect(dead_code, reason = "shared with the journeys, which use more of it")]
#[path = "../../tests/e2e/input.rs"]
mod input;
#[path = "../../tests/e2e/measure.rs"]
mod measure;
mod offline;
#[expect(dead_code, reason = "shared with the journeys, which use more of it")]
#[path = "../../tests/e2e/shelf.rs"]
mod shelf;
#[path = "../../tests/e2e/site.rs"]
mod site;
mod turning;

use browser::{Browser, Setup};
use measure::{Frames, drag_frames, first_view_millis, percentile, summary};
use site::Site;
use std::time::Duration;
use turning::{Times, pages, scenes, turn_millis, watch_scenes};

/// Navigations of each kind.
const NAVIGATIONS: usize = 15;

/// The first view stands, from the start of the navigation.
const FIRST_VIEW_GOAL_MILLIS: f64 = 300.0;

/// Times that each link to another page is pressed.
const TURNS: usize = 9;

/// Another page stands, from its link being pressed, 95th percentile.
const TURN_GOAL_MILLIS: f64 = 150.0;

/// A scene is made from data, 95th percentile.
const SCENE_GOAL_MILLIS: f64 = 8.0;

/// A browser that has just started is busy with itself for about that long.
const BROWSER_SETTLES: Duration = Duration::from_millis(2_500);

/// Work on the main thread in a frame while dragging, 95th percentile.
const FRAME_GOAL_MILLIS: f64 = 10.0;

/// Dropped frames while dragging.
const DROPPED_GOAL_SHARE: f64 = 0.01;

const TIMELINE: &str = "figure[data-figure] svg";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // Cargo adds a flag of its own.
    let named: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let wants = |part: &str| named.is_empty() || named.iter().any(|name| name == part);
    let site = Site::start();
    if wants("first-view") {
        println!("First view, from the start of the navigation");
        report_first_view("cold (new profile)", &cold(&site).await);
        report_first_view("warm (same profile)", &warm(&site).await);
    }
    if wants("turning") {
        let (turns, scenes) = turning(&site).await;
        println!("Turning to another page, from its link being pressed until all its figures stand");
        report_times(&turns, TURN_GOAL_MILLIS);
        println!("The same, once each, with the code of other pages not yet there (new profile)");
        report_times(&turning_cold(&site).await, TURN_GOAL_MILLIS);
        println!("Making the scenes of figures from data");
        report_times(&scenes, SCENE_GOAL_MILLIS);
    }
    if wants("dragging") {
        println!("Dragging the timeline for 5 s");
        report_frames(&dragging(&site).await);
    }
    if wants("offline") {
        println!("The offline file");
        offline::report().await;
    }
    if wants("embeds") {
        let millis = embeds::ready_millis(&site).await;
        println!("{} briefings embedded in one page, until all can be seen", embeds::COUNT);
        println!("  {millis:.0} ms; goal {:.0} ms", embeds::GOAL_MILLIS);
    }
    if wants("exploring") {
        for (items, goal) in exploring::SIZES {
            println!("Search and filters among {items} items, from key or click to what is drawn");
            exploring::report(items, goal).await;
        }
    }
    if wants("figures") {
        for (points, goal) in figures::SIZES {
            println!("Figures of {points} points, from data to screen");
            figures::report(points, goal).await;
        }
    }
}

/// Goes round the pages by their links, after a first round in which all code comes; also tells how long scenes took.
async fn turning(site: &Site) -> (Times, Times) {
    let browser = Browser::start().await;
    browser.open(&site.address).await;
    browser.wait_for_state("ready").await;
    tokio::time::sleep(BROWSER_SETTLES).await;
    let (views, mut times) = (pages(&browser).await, Times::new());
    watch_scenes(&browser).await;
    for round in 0..=TURNS {
        // The page that stands when the round begins comes last.
        for (page, view) in views.iter().enumerate().cycle().skip(1).take(views.len()) {
            let millis = turn_millis(&browser, page, view).await;
            if round > 0 {
                times.entry(view.clone()).or_default().push(millis);
            }
        }
    }
    (times, scenes(&browser).await)
}

/// Goes from the first page to each other one, in a browser of its own.
async fn turning_cold(site: &Site) -> Times {
    let mut times = Times::new();
    for page in 1.. {
        let browser = Browser::start().await;
        browser.open(&site.address).await;
        browser.wait_for_state("ready").await;
        tokio::time::sleep(BROWSER_SETTLES).await;
        let Some(view) = pages(&browser).await.into_iter().nth(page) else { break };
        let millis = turn_millis(&browser, page, &view).await;
        times.insert(view, vec![millis]);
    }
    times
}

/// Each navigation in a browser of its own, once its own start is over: that takes both cores, and is not the page's doing.
async fn cold(site: &Site) -> Vec<f64> {
    let mut millis = Vec::new();
    for _ in 0..NAVIGATIONS {
        let browser = Browser::start().await;
        tokio::time::sleep(BROWSER_SETTLES).await;
        millis.push(first_view_millis(&browser, &site.address).await);
    }
    millis
}

/// All navigations in one browser, after a first that fills its cache.
async fn warm(site: &Site) -> Vec<f64> {
    let browser = Browser::start().await;
    first_view_millis(&browser, &site.address).await;
    let mut millis = Vec::new();
    for _ in 0..NAVIGATIONS {
        browser.open("about:blank").await;
        millis.push(first_view_millis(&browser, &site.address).await);
    }
    millis
}

async fn dragging(site: &Site) -> Frames {
    let browser = Browser::start_with(Setup { tracing: true, ..Setup::default() }).await;
    browser.open(&site.url("?view=timeline")).await;
    browser.wait_for_state("ready").await;
    drag_frames(&browser, TIMELINE, Duration::from_secs(5)).await
}

fn report_first_view(what: &str, millis: &[f64]) {
    let median = percentile(millis, 0.5);
    println!("  {what:<24} {}", summary(millis, "ms"));
    verdict("median", median, FIRST_VIEW_GOAL_MILLIS, "ms");
}

/// One entry a line; the 95th percentile decides, as the median is never above it.
fn report_times(times: &Times, goal_millis: f64) {
    for (what, millis) in times {
        let word = word(percentile(millis, 0.95), goal_millis);
        println!("  {what:<24} {} {word} the goal of {goal_millis} ms", summary(millis, "ms"));
    }
}

fn report_frames(frames: &Frames) {
    let work = &frames.work_millis;
    println!("  {:<24} {}", "main thread per frame", summary(work, "ms"));
    verdict("p95", percentile(work, 0.95), FRAME_GOAL_MILLIS, "ms");
    let (share, goal) = (frames.dropped_share() * 100.0, DROPPED_GOAL_SHARE * 100.0);
    println!(
        "  {:<24} {} of {}, {} long frames, {} moves",
        "dropped frames",
        frames.dropped,
        frames.dropped + work.len() as f64,
        frames.long,
        frames.moves
    );
    verdict("share", share, goal, "%");
}

fn verdict(what: &str, value: f64, goal: f64, unit: &str) {
    println!("  {:<24} {what} {value:.1} {unit} {} the goal of {goal} {unit}", "", word(value, goal));
}

fn word(value: f64, goal: f64) -> &'static str {
    if value <= goal { "meets" } else { "MISSES" }
}
