//! How fast the page turns to another page, and how fast the scenes of its figures are made.

use crate::browser::Browser;
use fantoccini::wd::Locator;
use serde_json::json;
use std::collections::BTreeMap;

/// Collects how long each scene takes; all that was before, too.
const WATCH_SCENES: &str = "\
window.__scenes = [];
new PerformanceObserver((list) => __scenes.push(...list.getEntries().map(({ name, duration }) => [name, duration])))
  .observe({ type: 'measure', buffered: true });";

/// Waits for the next click and takes the time from there until the frame is on screen after which nothing changes in the main
/// part of the page for a while, and all its figures show something.
const WATCH_TURN: &str = "\
const [view] = arguments, QUIET_MILLIS = 200;
window.__turned = null;
addEventListener('click', ({ timeStamp }) => {
  let stood, quiet;
  const isThere = () => {
    const figures = [...document.querySelectorAll('main figure[data-figure]')];
    return document.querySelector(`[data-view='${view}']`) && figures.length && figures.every(({ dataset }) => dataset.drawn > 0);
  };
  // A message that is posted in a frame comes once that frame is painted.
  const { port1: posted, port2: post } = new MessageChannel();
  const watcher = new MutationObserver((changes) => {
    if (!changes.some(({ target }) => target.closest?.('main') ?? target.parentElement?.closest('main'))) return;
    requestAnimationFrame(() => post.postMessage(null));
  });
  posted.onmessage = () => {
    stood = performance.now() - timeStamp;
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      if (!isThere()) return;
      watcher.disconnect();
      posted.close();
      window.__turned = stood;
    }, QUIET_MILLIS);
  };
  watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}, { capture: true, once: true });";

/// Milliseconds by what they were for.
pub type Times = BTreeMap<String, Vec<f64>>;

/// The pages in the order of their links: ids of views.
pub async fn pages(browser: &Browser) -> Vec<String> {
    let script = "return [...document.querySelectorAll('nav.pages a')].map(({ search }) =>
        new URLSearchParams(search).get('view') ?? 'overview')";
    serde_json::from_value(browser.run(script).await).expect("ids of views")
}

/// Starts to collect how long scenes take.
pub async fn watch_scenes(browser: &Browser) {
    browser.run(WATCH_SCENES).await;
}

/// How long the scenes of each figure took so far, where scenes are made of what was prepared with that too: the longest of it.
pub async fn scenes(browser: &Browser) -> Times {
    let seen: Vec<(String, f64)> = serde_json::from_value(browser.run("return __scenes").await).expect("measures");
    let mut prepared: BTreeMap<&str, f64> = BTreeMap::new();
    for (name, millis) in &seen {
        if let Some(figure) = name.strip_prefix("annals:prepare:") {
            let longest = prepared.entry(figure).or_default();
            *longest = longest.max(*millis);
        }
    }
    let mut times = Times::new();
    for (name, millis) in &seen {
        if let Some(figure) = name.strip_prefix("annals:scene:") {
            let before = prepared.get(figure).copied().unwrap_or_default();
            times.entry(figure.to_owned()).or_default().push(before + millis);
        }
    }
    times
}

/// Presses the link of a page and gives the milliseconds until all its figures stand.
pub async fn turn_millis(browser: &Browser, page: usize, view: &str) -> f64 {
    browser.run_with(WATCH_TURN, vec![json!(view)]).await;
    let link = browser.client.find_all(Locator::Css("nav.pages a")).await.expect("links").swap_remove(page);
    link.click().await.expect("the link can be pressed");
    browser.wait_until("window.__turned !== null").await;
    browser.run("return __turned").await.as_f64().expect("a time")
}
