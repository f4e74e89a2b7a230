//! How fast the page is: until the first view, and frame by frame while a reader drags.
//!
//! Work per frame comes from the browser's own trace: the time of all tasks on the page's main thread between the start of one
//! frame and the start of the next, input handlers, scripts, style, layout and paint among them. A script in the page marks
//! each frame, which costs some hundredths of a millisecond. Dropped frames are those missing at 60 a second between two marks.

use crate::browser::Browser;
use serde_json::Value;
use std::f64::consts::TAU;
use std::time::{Duration, Instant};

/// Marks each frame and collects those that the browser itself calls long.
const WATCH_FRAMES: &str = "\
window.__frames = [];
window.__long = [];
const tick = (time) => {
  __frames.push(time);
  performance.mark('bench:frame');
  requestAnimationFrame(tick);
};
requestAnimationFrame(tick);
new PerformanceObserver((list) => __long.push(...list.getEntries().map(({ duration }) => duration)))
  .observe({ type: 'long-animation-frame' });";

/// Milliseconds between frames at 60 a second.
const FRAME_MILLIS: f64 = 1000.0 / 60.0;

/// What happened in each frame.
#[derive(Debug)]
pub struct Frames {
    /// Milliseconds of work on the main thread, one for each frame.
    pub work_millis: Vec<f64>,
    /// Frames that should have come and did not.
    pub dropped: f64,
    /// Frames that the browser calls long: 50 ms and more.
    pub long: usize,
    /// Moves of the pointer.
    pub moves: usize,
}

impl Frames {
    /// The share of dropped frames, 0 to 1.
    pub fn dropped_share(&self) -> f64 {
        self.dropped / (self.dropped + self.work_millis.len() as f64).max(1.0)
    }
}

/// Opens a page and gives the milliseconds from the start of the navigation until its first view stands.
pub async fn first_view_millis(browser: &Browser, address: &str) -> f64 {
    browser.open(address).await;
    let mark = "performance.getEntriesByName('annals:first-view')[0]";
    browser.wait_until(mark).await;
    let millis = browser.run(&format!("return {mark}.startTime")).await;
    millis.as_f64().expect("a time")
}

/// Drags to and fro within an element for about that long. Needs a browser that traces, once for each browser.
pub async fn drag_frames(browser: &Browser, selector: &str, takes: Duration) -> Frames {
    let (left, top, width, height) = browser.rectangle_of(selector).await;
    let points: Vec<_> = (0..100)
        .map(|step| {
            let swing = (f64::from(step) / 100.0 * TAU).sin();
            (left + width * (0.5 + 0.3 * swing), top + height * 0.5)
        })
        .collect();
    browser.run(WATCH_FRAMES).await;
    let start = Instant::now();
    let mut moves = 0;
    while start.elapsed() < takes {
        browser.drag(&points, Duration::from_millis(8)).await;
        moves += points.len();
    }
    let seen = browser.run("return [__frames, __long.length]").await;
    let times: Vec<f64> = serde_json::from_value(seen[0].clone()).expect("times of frames");
    let gaps = times.windows(2).map(|pair| ((pair[1] - pair[0]) / FRAME_MILLIS).round() - 1.0);
    Frames {
        work_millis: work_per_frame(&browser.trace().await),
        dropped: gaps.fold(0.0, |sum, gap| sum + gap.max(0.0)),
        long: seen[1].as_u64().unwrap_or_default() as usize,
        moves,
    }
}

/// Sums the tasks of the page's main thread from each marked frame to the next; in milliseconds.
pub fn work_per_frame(trace: &[Value]) -> Vec<f64> {
    let marks: Vec<&Value> = trace.iter().filter(|event| event["name"] == "bench:frame").collect();
    let Some(first) = marks.first() else {
        panic!("the trace holds no frame");
    };
    let is_ours = |event: &&Value| event["pid"] == first["pid"] && event["tid"] == first["tid"];
    let micros = |event: &Value, name: &str| event[name].as_f64().unwrap_or_default();
    let mut tasks: Vec<(f64, f64)> = trace
        .iter()
        .filter(is_ours)
        .filter(|event| event["name"] == "ThreadControllerImpl::RunTask" && event["ph"] == "X")
        .map(|task| (micros(task, "ts"), micros(task, "dur")))
        .collect();
    tasks.sort_by(|a, b| a.0.total_cmp(&b.0));
    // A task within a task is part of it.
    let mut end = f64::MIN;
    tasks.retain(|(start, dur)| {
        let is_outer = *start >= end;
        end = end.max(start + dur);
        is_outer
    });
    // The mark stands inside the task that makes the frame.
    let mut starts: Vec<usize> = marks
        .iter()
        .map(|mark| tasks.partition_point(|(start, _)| *start <= micros(mark, "ts")).saturating_sub(1))
        .collect();
    starts.sort_unstable();
    starts.dedup();
    starts.windows(2).map(|pair| tasks[pair[0]..pair[1]].iter().map(|(_, dur)| dur / 1000.0).sum()).collect()
}

/// The value below which that share of the values lies (nearest rank); `values` are not empty.
pub fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted[rank.clamp(1, sorted.len()) - 1]
}

/// A row of numbers as a line for people: median, 95th percentile and count.
pub fn summary(values: &[f64], unit: &str) -> String {
    let (median, p95) = (percentile(values, 0.5), percentile(values, 0.95));
    format!("median {median:.1} {unit}, p95 {p95:.1} {unit}, {} values", values.len())
}
