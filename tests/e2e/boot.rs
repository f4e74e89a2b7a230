//! What the reader sees when the app cannot start or has crashed: the real page and start script with a glue that fails.

use crate::browser::{Browser, Setup};
use crate::shelf::{Answer, Shelf};
use serde_json::json;
use std::time::Duration;

const INDEX: &str = include_str!("../../index.html");
const BOOT: &str = include_str!("../../static/boot.js");
const STATIC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/static");

/// The smallest module there is.
const WASM: &[u8] = b"\0asm\x01\0\0\0";

/// A module whose start function traps.
const TRAP: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x08\x01\0\x0a\x05\x01\x03\0\0\x0b";

/// A glue that compiles what it is given and says that the page is ready.
const GLUE: &str = "export default async ({ module_or_path }) => {
  await WebAssembly.instantiate(module_or_path);
  const word = Object.assign(document.createElement('a'), { textContent: 'a word', href: '#word' });
  document.getElementById('app').append(word);
  document.documentElement.dataset.annals = 'ready';
  globalThis.later = (error) => setTimeout(() => { throw error });
}";

/// The page as Trunk makes it.
fn index() -> String {
    let rust = INDEX.find("<link data-trunk rel=\"rust\"").expect("the line that Trunk replaces");
    let end = rust + INDEX[rust..].find('>').expect("its end") + 1;
    format!("{}{}", &INDEX[..rust], &INDEX[end..])
}

fn site_with(index: &str, glue: Answer, wasm: Answer) -> Shelf {
    let made = [
        ("/index.html", index.into()),
        ("/boot.js", BOOT.into()),
        ("/briefing.json", "{}".into()),
        ("/annals-app.js", glue),
        ("/__wasm_split.js", "".into()),
        ("/annals-app_bg.wasm", wasm),
    ];
    let made = made.into_iter().map(|(path, answer)| (path.to_owned(), answer));
    Shelf::serve(copied().chain(made))
}

/// The styles and the icon, which Trunk copies as they are.
fn copied() -> impl Iterator<Item = (String, Answer)> {
    let files =
        std::fs::read_dir(STATIC).expect("the folder of static files").map(|entry| entry.expect("a file").path());
    files.filter(|file| file.is_file()).map(|file| {
        let name = file.file_name().expect("a name").to_string_lossy();
        (format!("/{name}"), Answer::File(std::fs::read(&file).expect("its bytes")))
    })
}

fn site(glue: &str, wasm: impl Into<Answer>) -> Shelf {
    site_with(&index(), glue.into(), wasm.into())
}

impl From<&[u8]> for Answer {
    fn from(bytes: &[u8]) -> Self {
        Self::File(bytes.to_vec())
    }
}

/// Waits until the page has failed and gives the code, the sentence and the hint.
async fn failure(browser: &Browser) -> (String, String, String) {
    browser.wait_for_state("failed").await;
    let script = "const all = document.querySelectorAll('[role=alert]'), [alert] = all;
        const [sentence, hint] = alert.querySelectorAll('p');
        if (all.length !== 1 || document.querySelector('#loading p')) throw new Error('not one alert alone');
        if (!alert.querySelector('button[data-control=retry]')) throw new Error('no retry');
        return [alert.dataset.errorCode, sentence.textContent, hint.textContent]";
    serde_json::from_value(browser.run(script).await).expect("three texts")
}

async fn failure_of(shelf: &Shelf, query: &str) -> (String, String, String) {
    let browser = Browser::start().await;
    browser.open(&shelf.url(&format!("/{query}"))).await;
    let failure = failure(&browser).await;
    browser.assert_accessible().await;
    assert_eq!(browser.violations().await.iter().filter(|v| !v.contains("wasm-eval")).count(), 0);
    failure
}

#[tokio::test]
async fn the_app_starts_and_the_loading_text_goes() {
    let (shelf, browser) = (site(GLUE, WASM), Browser::start().await);
    browser.open(&shelf.url("/?view=timeline")).await;
    browser.wait_for_state("ready").await;
    assert_eq!(browser.run("return document.getElementById('loading')").await, json!(null));
    assert_eq!(browser.run("return document.querySelector('[role=alert]')").await, json!(null));
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
    assert_eq!(browser.violations().await, Vec::<String>::new());
}

/// What stands there when no script runs, once it is shown: how many alerts, their code, and where a retry leads.
const TOLD_WITHOUT_SCRIPT: &str = "const all = document.querySelectorAll('[role=alert]'), [late] = all;
    return [all.length, late.dataset.errorCode, late.querySelector('a[data-control=retry]').href === location.href,
        late.innerText.includes('could not start') && late.innerText.includes('未能启动')]";

#[tokio::test]
async fn a_missing_start_script_is_told_by_the_page_alone() {
    let (shelf, browser) = (site(GLUE, WASM), Browser::start().await);
    shelf.put("/boot.js", Answer::Status(404));
    browser.open(&shelf.url("/?view=timeline")).await;
    // Not at once: a script may be on its way.
    let delay = "return getComputedStyle(document.querySelector('.late')).animationDelay";
    assert_eq!(browser.run(delay).await, "9s");
    browser.wait_until("document.querySelector('.late').checkVisibility({ visibilityProperty: true })").await;
    assert_eq!(browser.run(TOLD_WITHOUT_SCRIPT).await, json!([1, "WASM_LOAD", true, true]));
    browser.assert_accessible().await;
    assert_eq!(browser.violations().await, Vec::<String>::new());

    // The way out that it offers is one, now that the script is there.
    shelf.put("/boot.js", BOOT);
    browser.run("document.querySelector('.late [data-control=retry]').click()").await;
    browser.wait_for_state("ready").await;
    assert_eq!(browser.run("return location.search").await, "?view=timeline");
    assert_eq!(browser.run("return document.querySelector('[role=alert]')").await, json!(null));
}

#[tokio::test]
async fn a_missing_part_is_named_and_retry_keeps_the_view() {
    let shelf = site(GLUE, Answer::Status(404));
    let browser = Browser::start().await;
    browser.open(&shelf.url("/?view=timeline&lang=zh-Hans#x")).await;
    let (code, sentence, hint) = failure(&browser).await;
    assert_eq!(code, "WASM_LOAD");
    assert!(sentence.contains("请检查网络连接"), "{sentence}");
    assert!(hint.ends_with("/annals-app_bg.wasm (404)"), "{hint}");
    browser.run("window.before = true").await;
    browser.run("document.querySelector('[data-control=retry]').click()").await;
    browser.wait_until("window.before === undefined").await;
    let address = browser.run("return location.search + location.hash").await;
    assert_eq!(address, "?view=timeline&lang=zh-Hans#x");
}

#[tokio::test]
async fn the_language_follows_the_browser_unless_asked() {
    let shelf = site(GLUE, Answer::Status(404));
    let browser = Browser::start_with(Setup { languages: "zh-CN", ..Setup::default() }).await;
    browser.open(&shelf.url("/")).await;
    assert!(failure(&browser).await.1.contains("请检查"));
    browser.open(&shelf.url("/?lang=en")).await;
    assert!(failure(&browser).await.1.contains("Check your connection"));
}

#[tokio::test]
async fn glue_that_is_missing_or_broken_is_named() {
    for glue in [Answer::Status(404), "export default (".into()] {
        let shelf = site_with(&index(), glue, WASM.into());
        let (code, _, hint) = failure_of(&shelf, "").await;
        assert_eq!(code, "WASM_LOAD");
        assert!(hint.ends_with("/annals-app.js"), "{hint}");
    }
}

#[tokio::test]
async fn wasm_that_is_cut_short_or_not_wasm_is_named() {
    for wasm in [Answer::Truncated(WASM.to_vec()), "<!doctype html>".into()] {
        let (code, _, hint) = failure_of(&site(GLUE, wasm), "").await;
        assert_eq!(code, "WASM_LOAD");
        assert!(hint.ends_with("/annals-app_bg.wasm"), "{hint}");
    }
}

#[tokio::test]
async fn a_policy_against_wasm_is_told_apart() {
    let strict = index().replace(" 'wasm-unsafe-eval'", "");
    let (code, sentence, _) = failure_of(&site_with(&strict, GLUE.into(), WASM.into()), "").await;
    assert_eq!(code, "WASM_CSP");
    assert!(sentence.contains("'wasm-unsafe-eval'"), "{sentence}");
}

#[tokio::test]
async fn a_browser_without_wasm_is_told_apart() {
    let without = BOOT.replacen("// Starts", "delete globalThis.WebAssembly;\n// Starts", 1);
    let index = index();
    let shelf = Shelf::serve([("/index.html", (&*index).into()), ("/boot.js", (&*without).into())]);
    let (code, _, hint) = failure_of(&shelf, "").await;
    assert_eq!((&*code, &*hint), ("WASM_MISSING", ""));
}

#[tokio::test]
async fn a_trap_at_the_start_is_a_crash() {
    let (code, _, hint) = failure_of(&site(GLUE, TRAP), "").await;
    assert_eq!(code, "WASM_CRASH");
    assert!(hint.contains("unreachable"), "{hint}");
}

#[tokio::test]
async fn after_a_crash_what_stands_is_readable_but_inert() {
    let (shelf, browser) = (site(GLUE, WASM), Browser::start().await);
    browser.open(&shelf.url("/")).await;
    browser.wait_for_state("ready").await;
    browser.run("document.querySelector('#app a').focus()").await;
    let crash =
        "for (const detail of ['it broke', 'again']) dispatchEvent(new CustomEvent('annals-crash', { detail }))";
    browser.run(crash).await;
    let (code, _, hint) = failure(&browser).await;
    assert_eq!((&*code, &*hint), ("WASM_CRASH", "it broke"));
    let stands = "const app = document.getElementById('app');
        return [app.inert, app.textContent, document.activeElement.dataset.control]";
    assert_eq!(browser.run(stands).await, json!([true, "a word", "retry"]));
}

#[tokio::test]
async fn an_uncaught_trap_is_a_crash() {
    let (shelf, browser) = (site(GLUE, WASM), Browser::start().await);
    browser.open(&shelf.url("/")).await;
    browser.wait_for_state("ready").await;
    browser.run("later(new Error('not ours'))").await;
    browser.two_frames().await;
    browser.wait_for_state("ready").await;
    browser.run("later(new WebAssembly.RuntimeError('unreachable'))").await;
    assert_eq!(failure(&browser).await.0, "WASM_CRASH");
}

#[tokio::test]
async fn silence_is_told_within_ten_seconds_and_forgiven() {
    // The glue waits until it is let go.
    let late =
        GLUE.replace("await WebAssembly", "await new Promise((go) => { window.letGo = go });\n  await WebAssembly");
    let (shelf, browser) = (site(&late, WASM), Browser::start().await);
    let start = std::time::Instant::now();
    browser.open(&shelf.url("/")).await;
    assert_eq!(failure(&browser).await.0, "NET_TIMEOUT");
    assert!(start.elapsed() < Duration::from_secs(12), "{:?}", start.elapsed());
    browser.run("letGo()").await;
    browser.wait_for_state("ready").await;
    browser.wait_until("!document.querySelector('[role=alert]')").await;
}

#[tokio::test]
async fn silence_of_the_server_is_told() {
    let (code, _, hint) = failure_of(&site(GLUE, Answer::Silence), "").await;
    assert_eq!(code, "NET_TIMEOUT");
    assert!(hint.ends_with("/annals-app_bg.wasm"), "{hint}");
}

#[tokio::test]
async fn a_slow_line_is_not_silence() {
    // 12 s in all, but never long without a byte.
    let slow = Answer::Slow(WASM.to_vec(), Duration::from_millis(1500));
    let (shelf, browser) = (site(GLUE, slow), Browser::start().await);
    browser.open(&shelf.url("/")).await;
    browser.wait_until("document.documentElement.dataset.annals !== 'loading'").await;
    browser.wait_for_state("ready").await;
}
