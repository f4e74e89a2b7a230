//! Proof that the helpers see what is there: a page that has each fault, and a page that counts what hands do.

use crate::browser::{Browser, Setup};
use crate::engine::Engine;
use crate::measure;
use crate::shelf::Shelf;
use serde_json::json;
use std::time::Duration;

/// A page that writes down each input event, under the policy of the app.
const PAGE: &str = r#"<!doctype html>
<html lang="en" data-annals="loading">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Counting</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="page.css">
  <script type="module" src="page.js"></script>
</head>
<body>
  <main>
    <h1>Counting</h1>
    <button>One</button>
    <label>Search <input></label>
    <div id="area"></div>
  </main>
</body>
</html>"#;

const STYLE: &str = "\
body { margin: 0; color: #111; background: #fff }
#area { position: absolute; left: 20px; top: 200px; width: 300px; height: 200px; touch-action: none }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } }";

const SCRIPT: &str = "\
window.seen = [];
const area = document.querySelector('#area');
for (const type of ['pointerdown', 'pointermove', 'pointerup'])
  area.addEventListener(type, ({ offsetX, offsetY, pointerId, pointerType }) =>
    seen.push({ type, x: Math.round(offsetX), y: Math.round(offsetY), pointerType, pointerId }));
area.addEventListener('wheel', (event) => {
  event.preventDefault();
  seen.push({ type: 'wheel', x: event.deltaX, y: event.deltaY, ctrlKey: event.ctrlKey });
}, { passive: false });
addEventListener('keydown', ({ key, ctrlKey, shiftKey }) => seen.push({ type: 'key', key, ctrlKey, shiftKey }));
document.documentElement.dataset.annals = 'ready';";

fn counting() -> Shelf {
    Shelf::serve([("/index.html", PAGE.into()), ("/page.css", STYLE.into()), ("/page.js", SCRIPT.into())])
}

async fn open_counting(browser: &Browser, shelf: &Shelf) {
    browser.open(&shelf.url("/")).await;
    browser.wait_for_state("ready").await;
}

async fn a_sound_page_is_found_sound_in(engine: Engine) {
    let (shelf, browser) = (counting(), Browser::start_with(Setup { engine, ..Setup::default() }).await);
    open_counting(&browser, &shelf).await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
    assert_eq!(browser.violations().await, Vec::<String>::new());
    browser.assert_accessible().await;

    let file = tempfile::tempdir().unwrap();
    let file = file.path().join("page.png");
    browser.screenshot(&file).await;
    assert_eq!(std::fs::read(file).unwrap()[..4], *b"\x89PNG");
    browser.resize(900, 600).await;
    assert_eq!(browser.run("return [innerWidth, innerHeight]").await, json!([900, 600]));
}

#[tokio::test]
async fn a_sound_page_is_found_sound() {
    a_sound_page_is_found_sound_in(Engine::Chromium).await;
}

#[tokio::test]
async fn a_sound_page_is_found_sound_in_firefox() {
    a_sound_page_is_found_sound_in(Engine::Firefox).await;
}

#[tokio::test]
async fn faults_of_a_page_are_seen_in_firefox() {
    let script = "console.error('a word');
        try { document.body.innerHTML = '<p>' } catch {}
        document.querySelector('h1').setAttribute('style', 'color: red');
        console.warn('no fault');
        document.documentElement.dataset.annals = 'ready';
        throw new Error('a fault')";
    let shelf = Shelf::serve([("/index.html", PAGE.into()), ("/page.js", script.into())]);
    let browser = Browser::start_with(Setup { engine: Engine::Firefox, ..Setup::default() }).await;
    open_counting(&browser, &shelf).await;
    let errors = browser.console_errors().await.join("\n");
    for part in ["a word", "a fault", "Content-Security-Policy", "style-src-attr", "trusted"] {
        assert!(errors.contains(part), "no {part:?} in\n{errors}");
    }
    assert!(!errors.contains("no fault"), "{errors}");
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn faults_of_a_page_are_seen() {
    let faulty = PAGE.replace("<h1>", "<img src='data:,'><h1>");
    let script = "console.error('a word');
        try { document.body.innerHTML = '<p>' } catch {}
        document.querySelector('h1').setAttribute('style', 'color: red');
        document.documentElement.dataset.annals = 'ready';
        throw new Error('a fault')";
    let shelf = Shelf::serve([("/index.html", (&*faulty).into()), ("/page.js", script.into())]);
    let browser = Browser::start().await;
    open_counting(&browser, &shelf).await;

    let errors = browser.console_errors().await.join("\n");
    for part in ["a word", "a fault", "page.css", "404", "Content Security Policy"] {
        assert!(errors.contains(part), "no {part:?} in\n{errors}");
    }
    let violations = browser.violations().await.join("\n");
    for part in ["require-trusted-types-for", "style-src-attr inline"] {
        assert!(violations.contains(part), "no {part:?} in\n{violations}");
    }
    let broken = browser.accessibility_violations().await;
    assert!(broken.iter().any(|rule| rule.id == "image-alt"), "{broken:#?}");
}

#[tokio::test]
async fn hands_do_what_they_are_told() {
    let (shelf, browser) = (counting(), Browser::start().await);
    open_counting(&browser, &shelf).await;
    let (x, y, _, _) = browser.rectangle_of("#area").await;

    browser.press("Tab").await;
    assert_eq!(browser.run("return document.activeElement.localName").await, "button");
    browser.press("Tab").await;
    browser.type_text("标准 a").await;
    assert_eq!(browser.run("return document.activeElement.value").await, "标准 a");
    browser.press("Shift+Tab").await;
    browser.press("Control+ArrowLeft").await;
    browser.press("+").await;
    let keys = "return seen.filter(({ type, key }) => type === 'key' && !['Shift', 'Control'].includes(key)).slice(-3)
        .map(({ key, ctrlKey, shiftKey }) => [key, ctrlKey, shiftKey])";
    assert_eq!(browser.run(keys).await, json!([["Tab", false, true], ["ArrowLeft", true, false], ["+", false, true]]));

    browser.drag(&[(x + 10.0, y + 10.0), (x + 60.0, y + 20.0), (x + 90.0, y + 30.0)], Duration::from_millis(40)).await;
    let ends = "const events = seen.filter(({ pointerType }) => pointerType === 'mouse');
        const down = events.find(({ type }) => type === 'pointerdown'), up = events.find(({ type }) => type === 'pointerup');
        return [down.x, down.y, up.x, up.y, events.filter(({ type }) => type === 'pointermove').length >= 3]";
    assert_eq!(browser.run(ends).await, json!([10, 10, 90, 30, true]));

    browser.wheel((x + 50.0, y + 50.0), (0, 120), "Control").await;
    browser.wheel((x + 50.0, y + 50.0), (30, 0), "").await;
    let wheel = "return seen.filter(({ type }) => type === 'wheel').map(({ x, y, ctrlKey }) => [x, y, ctrlKey])";
    assert_eq!(browser.run(wheel).await, json!([[0, 120, true], [30, 0, false]]));

    let spread = [(x + 100.0, y + 100.0), (x + 120.0, y + 100.0)];
    let apart = [(x + 50.0, y + 100.0), (x + 200.0, y + 100.0)];
    browser.two_fingers(spread, apart, Duration::from_millis(100)).await;
    let fingers = "return new Set(seen.filter(({ pointerType }) => pointerType === 'touch').map(({ pointerId }) => pointerId)).size";
    assert_eq!(browser.run(fingers).await, 2);
}

#[tokio::test]
async fn the_surroundings_can_be_changed() {
    let shelf = counting();
    let browser = Browser::start_with(Setup { size: (900, 700), languages: "zh-CN", ..Setup::default() }).await;
    open_counting(&browser, &shelf).await;
    assert_eq!(browser.run("return navigator.language").await, "zh-CN");
    browser.set_language("de-DE").await;
    open_counting(&browser, &shelf).await;
    let german = "return [navigator.language, (1.5).toLocaleString()]";
    assert_eq!(browser.run(german).await, json!(["de-DE", "1,5"]));

    browser.resize(320, 640).await;
    assert_eq!(browser.run("return [innerWidth, innerHeight]").await, json!([320, 640]));

    let is = |query: &str| format!("return matchMedia({query:?}).matches");
    browser.set_media_features(&[("prefers-color-scheme", "dark"), ("forced-colors", "active")]).await;
    assert_eq!(browser.run(&is("(prefers-color-scheme: dark)")).await, true);
    assert_eq!(browser.run(&is("(forced-colors: active)")).await, true);
    browser.set_media_features(&[("prefers-reduced-motion", "reduce")]).await;
    assert_eq!(browser.run(&is("(prefers-reduced-motion: reduce)")).await, true);
    assert_eq!(browser.run(&is("(forced-colors: active)")).await, false);
    browser.set_media("print").await;
    assert_eq!(browser.run(&is("print")).await, true);

    let asks = "const done = arguments[0]; fetch('page.css').then(() => done('came'), () => done('did not come'))";
    let with_fetch = PAGE.replace("default-src 'none'", "default-src 'self'");
    let shelf = Shelf::serve([
        ("/index.html", (&*with_fetch).into()),
        ("/page.css", STYLE.into()),
        ("/page.js", SCRIPT.into()),
    ]);
    open_counting(&browser, &shelf).await;
    assert_eq!(browser.run_async(asks, Vec::new()).await, "came");
    browser.set_offline(true).await;
    assert_eq!(browser.run_async(asks, Vec::new()).await, "did not come");
    browser.set_offline(false).await;

    browser.set_scripts(false).await;
    browser.open(&shelf.url("/")).await;
    assert_eq!(browser.run("return document.documentElement.dataset.annals").await, "loading");
}

/// A page that works for 60 ms in each frame in which the pointer moved.
const BUSY: &str = r#"<!doctype html>
<title>Busy</title>
<svg id="area" width="800" height="300"><rect width="50" height="300"/></svg>
<script>
  let asked = false;
  area.onpointermove = ({ offsetX }) => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      for (const start = performance.now(); performance.now() - start < 60;);
      area.firstElementChild.setAttribute('x', offsetX);
    });
  };
  performance.mark('annals:first-view');
</script>"#;

#[tokio::test]
async fn work_in_frames_is_measured() {
    let shelf = Shelf::serve([("/index.html", BUSY.into())]);
    let browser = Browser::start_with(Setup { tracing: true, ..Setup::default() }).await;
    assert!(measure::first_view_millis(&browser, &shelf.url("/")).await > 0.0);
    let frames = measure::drag_frames(&browser, "#area", Duration::from_millis(500)).await;
    assert!(measure::percentile(&frames.work_millis, 0.5) >= 60.0, "{frames:?}");
    assert!(frames.dropped_share() > 0.5 && frames.long > 0, "{frames:?}");
}

#[test]
fn percentiles_are_values_that_occurred() {
    let values: Vec<f64> = (1..=20).rev().map(f64::from).collect();
    assert_eq!(measure::percentile(&values, 0.5), 10.0);
    assert_eq!(measure::percentile(&values, 0.95), 19.0);
    assert_eq!(measure::percentile(&[3.0], 0.95), 3.0);
}

#[test]
fn tasks_are_summed_from_frame_to_frame() {
    let task = |ts: u32, dur: u32| json!({ "name": "ThreadControllerImpl::RunTask", "ph": "X", "pid": 1, "tid": 2, "ts": ts, "dur": dur });
    let mark = |ts: u32| json!({ "name": "bench:frame", "ph": "I", "pid": 1, "tid": 2, "ts": ts });
    let mut elsewhere = task(1500, 9000);
    elsewhere["pid"] = 7.into();
    let trace = [
        task(0, 500),
        task(1000, 3000),
        task(1100, 100),
        mark(1200),
        elsewhere,
        task(5000, 1000),
        task(20_000, 2000),
        mark(21_000),
        task(40_000, 1000),
        mark(40_500),
    ];
    assert_eq!(measure::work_per_frame(&trace), [4.0, 2.0]);
}
