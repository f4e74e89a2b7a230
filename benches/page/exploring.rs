//! How long search and filters take, from a key or a click until the result is drawn.

use crate::{browser::Browser, measure::percentile, site::Site, word};
use serde_json::{Value, json};

/// Items, and milliseconds that each step may take.
pub const SIZES: [(usize, f64); 1] = [(10_000, 50.0)];

/// What is typed, key by key.
const WORDS: [&str; 4] = ["certification", "认证目录", "item 977", "\"toy safety\""];

/// Types one more letter, and waits until what it finds is drawn, then until the timeline has followed; both with layout.
const TYPE: &str = "\
const [words, done] = [arguments[0], arguments[arguments.length - 1]];
const field = document.querySelector('[data-region=search] input');
const status = () => document.querySelector('[data-region=results] .figure-status')?.textContent ?? '';
const before = performance.now();
field.value = words;
field.dispatchEvent(new InputEvent('input', { bubbles: true }));
const wait = () => {
  if (!status().includes(`“${words.trim()}”`)) return setTimeout(wait);
  document.querySelector('figure[data-from]').getBoundingClientRect();
  const found = performance.now() - before;
  const follow = () => {
    if (document.querySelector('main[aria-busy]')) return setTimeout(follow);
    document.querySelector('figure[data-from]').getBoundingClientRect();
    done([found, performance.now() - before]);
  };
  follow();
};
wait();";

/// Presses a filter, and waits until the counts say so, then until the timeline has followed; both with layout.
const PRESS: &str = "\
const [nth, done] = [arguments[0], arguments[arguments.length - 1]];
const chip = () => [...document.querySelectorAll('[data-region=facets] fieldset button:enabled')][nth];
const [before, pressed] = [performance.now(), chip().ariaPressed];
chip().click();
const wait = () => {
  if (chip()?.ariaPressed === pressed) return setTimeout(wait);
  document.querySelector('figure[data-from]').getBoundingClientRect();
  const counted = performance.now() - before;
  const follow = () => {
    if (document.querySelector('main[aria-busy]')) return setTimeout(follow);
    document.querySelector('figure[data-from]').getBoundingClientRect();
    done([counted, performance.now() - before]);
  };
  follow();
};
wait();";

/// Prints the times at a size.
pub async fn report(items: usize, goal: f64) {
    let path = format!("{}/bench-exploring-{items}.json", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, briefing(items).to_string()).expect("a file");
    let site = Site::start_with(&[&path]);
    let browser = Browser::start().await;
    browser.open(&site.url("?view=timeline")).await;
    browser.wait_for_state("ready").await;
    // The first key waits for the words to be read; it is told by itself.
    let first = browser.run_async(TYPE, vec![json!("c")]).await[0].as_f64().unwrap_or_default();
    println!("  first key, words not read yet      {first:.1} ms");
    let (mut keys, mut figures) = (Vec::new(), Vec::new());
    for words in WORDS {
        for end in words.char_indices().map(|(at, letter)| at + letter.len_utf8()) {
            let typed = &words[..end];
            if !typed.ends_with(' ') {
                let times = browser.run_async(TYPE, vec![json!(typed)]).await;
                keys.push(times[0].as_f64().unwrap_or_default());
                figures.push(times[1].as_f64().unwrap_or_default());
            }
        }
    }
    tell("a key", &keys, goal);
    tell("its timeline", &figures, goal);
    browser.open(&site.url("?view=timeline")).await;
    browser.wait_for_state("ready").await;
    browser.run("document.querySelector('[data-control=filters]').click()").await;
    browser.wait_until("document.querySelector('[data-region=facets] fieldset button')").await;
    let (mut clicks, mut figures) = (Vec::new(), Vec::new());
    for nth in [0, 0, 3, 3, 5, 5, 1, 1, 2, 2, 7, 7, 4, 4, 6, 6, 8, 8, 9, 9] {
        let times = browser.run_async(PRESS, vec![json!(nth)]).await;
        clicks.push(times[0].as_f64().unwrap_or_default());
        figures.push(times[1].as_f64().unwrap_or_default());
    }
    tell("a filter", &clicks, goal);
    tell("its timeline", &figures, goal);
    drop(site);
    let _ = std::fs::remove_file(path);
}

fn tell(what: &str, millis: &[f64], goal: f64) {
    let (middle, high) = (percentile(millis, 0.5), percentile(millis, 0.95));
    println!(
        "  {what:<12} median {middle:.1} ms, p95 {high:.1} ms, {} values {} the goal of {goal} ms",
        millis.len(),
        word(high, goal)
    );
}

/// A made-up briefing of so many items on one timeline, some of them acts.
fn briefing(items: usize) -> Value {
    const SUBJECTS: [&str; 6] = ["certification", "toy safety", "catalogue", "electronics", "standards", "batteries"];
    const CHINESE: [&str; 4] = ["强制性产品认证目录", "玩具安全", "标准化法", "电子产品"];
    let day = |at: usize| format!("{}-{:02}-{:02}", 1990 + at / 336 % 36, at / 28 % 12 + 1, at % 28 + 1);
    let title = |at: usize| {
        let subject = SUBJECTS[at * 7 % SUBJECTS.len()];
        json!({ "en": format!("Item {at} on {subject} of {}", SUBJECTS[at * 5 % 4]), "zh-Hans": CHINESE[at % CHINESE.len()] })
    };
    let event = |at: usize| {
        json!({ "id": format!("e{at}"), "date": day(at), "title": title(at), "track": format!("t{}", at % 12), "kind": (["law", "draft", "plan"][at % 3]),
            "actors": [format!("a{}", at % 40)], "tags": [format!("tag-{}", at % 9)], "summary": format!("What {} says of {}", SUBJECTS[at % 6], SUBJECTS[at * 11 % 6]), "sources": ["s"] })
    };
    json!({
        "annals": 1, "id": "bench", "title": "Bench", "languages": ["en", "zh-Hans"], "licence": "CC0",
        "sources": [{ "id": "s", "title": "S" }],
        "tracks": (0..12).map(|at| json!({ "id": format!("t{at}"), "title": format!("Track {at}") })).collect::<Vec<_>>(),
        "actors": (0..40).map(|at| json!({ "id": format!("a{at}"), "name": format!("Office {at}") })).collect::<Vec<_>>(),
        "events": (0..items).map(event).collect::<Vec<_>>(),
    })
}
