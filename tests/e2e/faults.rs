//! What the reader sees when the briefing does not come, or is not what it should be: the built page with a shelf of
//! broken files.

use crate::browser::Browser;
use crate::shelf::{Answer, Shelf};
use serde_json::json;
use std::path::Path;
use std::process::Command;

/// The files of the built page beside a briefing that a test brings along.
fn site_with(briefing: impl Into<Answer>) -> Shelf {
    let folder = tempfile::tempdir().expect("a folder for the site");
    let tool = std::env::var("ANNALS_TOOL").expect("ANNALS_TOOL names the built tool; `cargo xtask test` sets it");
    let written = Command::new(tool).args(["site", "-o"]).arg(folder.path()).output().expect("the tool runs");
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let shelf = Shelf::serve(files_in(folder.path()));
    shelf.put("/briefing.json", briefing);
    shelf
}

fn files_in(folder: &Path) -> Vec<(String, Answer)> {
    let entries = std::fs::read_dir(folder).expect("the site").map(|entry| entry.expect("a file").path());
    let file = |path: &Path| {
        let name = path.file_name().expect("a name").to_string_lossy();
        (format!("/{name}"), Answer::File(std::fs::read(path).expect("its bytes")))
    };
    entries.filter(|path| path.is_file()).map(|path| file(&path)).collect()
}

/// A file of the built page.
fn built(path: &str) -> std::path::PathBuf {
    let tool = std::env::var("ANNALS_TOOL").expect("ANNALS_TOOL names the built tool; `cargo xtask test` sets it");
    let target = Path::new(&tool).ancestors().nth(2).expect("a build folder");
    target.join("app").join(path.trim_start_matches('/'))
}

/// A sample from `tests/data`.
fn sample(name: &str) -> Answer {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    Answer::File(std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

/// What the reader is told.
#[derive(Debug)]
struct Told {
    code: String,
    text: String,
    can_retry: bool,
}

/// Waits for the alert and checks that it stands alone, is accessible and broke no policy.
async fn told(browser: &Browser) -> Told {
    browser.wait_for_state("failed").await;
    let script = "const alerts = document.querySelectorAll('[role=alert]'), [alert] = alerts;
        if (alerts.length !== 1) throw new Error(`${alerts.length} alerts`);
        return [alert.dataset.errorCode, alert.innerText, Boolean(alert.querySelector('[data-control=retry]'))]";
    let (code, text, can_retry) = serde_json::from_value(browser.run(script).await).expect("what is told");
    browser.assert_accessible().await;
    assert_eq!(browser.violations().await, Vec::<String>::new());
    Told { code, text, can_retry }
}

/// What is told of a briefing.
async fn told_of(briefing: impl Into<Answer>, query: &str) -> Told {
    let (shelf, browser) = (site_with(briefing), Browser::start().await);
    browser.open(&shelf.url(&format!("/{query}"))).await;
    told(&browser).await
}

#[tokio::test]
async fn a_missing_briefing_is_told_with_its_address_and_status() {
    let told = told_of(Answer::Status(404), "").await;
    assert_eq!(told.code, "NET_STATUS");
    assert!(told.text.contains("404") && told.text.contains("/briefing.json"), "{told:?}");
    assert!(told.can_retry);
}

#[tokio::test]
async fn a_connection_that_ends_early_is_told() {
    let told = told_of(Answer::Truncated(b"{\"annals\": 1,".to_vec()), "").await;
    assert_eq!(told.code, "NET_TRUNCATED");
    assert!(told.can_retry);
}

#[tokio::test]
async fn a_silent_server_is_told_and_an_answer_later_forgives() {
    let (shelf, browser) = (site_with(Answer::Silence), Browser::start().await);
    browser.open(&shelf.url("/")).await;
    let told = told(&browser).await;
    assert_eq!(told.code, "NET_TIMEOUT");
    assert!(told.can_retry);
    shelf.put("/briefing.json", sample("good/smallest.json"));
    browser.run("document.querySelector('[data-control=retry]').click()").await;
    browser.wait_for_state("ready").await;
}

#[tokio::test]
async fn no_connection_is_told_and_retried_in_place() {
    let (shelf, browser) = (site_with(Answer::Status(503)), Browser::start().await);
    browser.open(&shelf.url("/")).await;
    assert_eq!(told(&browser).await.code, "NET_STATUS");
    browser.set_offline(true).await;
    browser.run("window.before = true; document.querySelector('[data-control=retry]').click()").await;
    browser.wait_until("document.querySelector('[data-error-code=NET_OFFLINE]')").await;
    browser.set_offline(false).await;
    shelf.put("/briefing.json", sample("good/smallest.json"));
    browser.run("document.querySelector('[data-control=retry]').click()").await;
    browser.wait_for_state("ready").await;
    assert_eq!(browser.run("return window.before").await, json!(true));
    assert_eq!(browser.run("return document.querySelectorAll('[role=alert]').length").await, 0);
}

#[tokio::test]
async fn a_briefing_that_is_none_is_told_apart() {
    for (file, code) in [
        ("bad/html.json", "DATA_HTML"),
        ("bad/newer-version.json", "VERSION"),
        ("bad/not-an-object.json", "DATA_SCHEMA"),
        ("bad/not-a-briefing.json", "DATA_SCHEMA"),
        ("bad/utf-16.json", "DATA_ENCODING"),
        ("bad/too-deep.json", "DATA_LIMIT"),
        ("bad/empty-file.json", "DATA_SYNTAX"),
    ] {
        let told = told_of(sample(file), "").await;
        assert_eq!(told.code, code, "{file}");
        assert!(told.text.contains("/briefing.json") && told.text.contains(code), "{file}: {told:?}");
        // A sentence, not a blank.
        assert!(told.text.lines().filter(|line| !line.trim().is_empty()).count() >= 4, "{file}: {told:?}");
    }
}

#[tokio::test]
async fn a_slip_in_the_file_is_told_with_its_place() {
    let (shelf, browser) = (site_with(sample("bad/trailing-comma.json")), Browser::start().await);
    browser.open(&shelf.url("/?view=timeline&lang=en")).await;
    let told = told(&browser).await;
    assert_eq!(told.code, "DATA_SYNTAX");
    assert!(told.text.contains("line 4") && told.text.contains("column 15"), "{told:?}");
    assert!(told.can_retry);

    shelf.put("/briefing.json", sample("good/smallest.json"));
    browser.run("document.querySelector('[data-control=retry]').click()").await;
    browser.wait_for_state("ready").await;
    assert_eq!(browser.run("return location.search").await, "?view=timeline&lang=en");
    browser.wait_until("document.querySelector('[data-key=e1]')").await;
}

#[tokio::test]
async fn faults_are_told_in_the_language_of_the_link() {
    let told = told_of(Answer::Status(500), "?lang=zh-Hans").await;
    assert!(told.text.contains("无法显示此简报") && told.text.contains("重试"), "{told:?}");
}

#[tokio::test]
async fn a_briefing_of_another_site_is_refused_unasked() {
    let (shelf, browser) = (site_with(sample("good/smallest.json")), Browser::start().await);
    for address in [
        "https://example.org/x.json",
        "//example.org/x.json",
        "http://user@127.0.0.1/x.json",
        "data:application/json,{}",
    ] {
        browser.open(&shelf.url(&format!("/?briefing={}", address.replace(',', "%2C")))).await;
        let told = told(&browser).await;
        assert_eq!(told.code, "DATA_ORIGIN", "{address}");
        assert!(!told.can_retry, "{address}: trying again cannot help");
        let asked = "return performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin)).length";
        assert_eq!(browser.run(asked).await, 0, "{address}");
    }
}

#[tokio::test]
async fn another_briefing_of_the_site_can_be_named() {
    let (shelf, browser) = (site_with(Answer::Status(404)), Browser::start().await);
    shelf.put("/other.json", sample("good/smallest.json"));
    browser.open(&shelf.url("/?briefing=other.json&view=timeline")).await;
    browser.wait_for_state("ready").await;
    browser.wait_until("document.querySelector('[data-key=e1]')").await;
    browser.open(&shelf.url("/?briefing=missing.json")).await;
    assert!(told(&browser).await.text.contains("/missing.json"));
}

#[tokio::test]
async fn bad_items_are_left_out_and_the_others_shown() {
    let (shelf, browser) = (site_with(sample("bad/missing-fields.json")), Browser::start().await);
    browser.open(&shelf.url("/?view=timeline")).await;
    browser.wait_for_state("ready").await;
    let notices = "document.querySelector('[data-region=notices]').textContent";
    browser.wait_until(&format!("{notices}.includes('Left out')")).await;
    browser.wait_until("document.querySelector('footer .findings li[data-code] code')").await;
    assert_eq!(browser.run("return document.querySelectorAll('[role=alert]').length").await, 0);
    browser.assert_one_tab_stop_each().await;
    browser.assert_accessible().await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_smallest_briefing_draws_a_timeline() {
    let (shelf, browser) = (site_with(sample("good/smallest.json")), Browser::start().await);
    browser.open(&shelf.url("/?view=timeline")).await;
    browser.wait_for_state("ready").await;
    let figure = "const { from, to, visible, drawn } = document.querySelector('figure[data-from]').dataset;
        return [from <= '2019-10-17' && to >= '2019-10-17', visible, drawn,
            document.querySelectorAll('.tracks svg [data-key=e1][tabindex]').length]";
    browser.wait_until("document.querySelector('.tracks svg [data-key=e1]')").await;
    assert_eq!(browser.run(figure).await, json!([true, "1", "1", 1]));
    for view in ["overview", "timeline", "sources"] {
        browser.open(&shelf.url(&format!("/?view={view}&select=e1"))).await;
        browser.wait_for_state("ready").await;
        browser.assert_one_tab_stop_each().await;
        browser.assert_accessible().await;
    }
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
    assert_eq!(browser.violations().await, Vec::<String>::new());
}

#[tokio::test]
async fn hostile_words_stay_words() {
    let hostile = r#"{"annals":1,"id":"x","title":"<img src=x onerror=alert(1)>","sources":[
        {"id":"s1","title":"<b>S</b>","url":"javascript:alert(1)"}],"events":[
        {"id":"e1","date":"2019-10-17","title":"</text><script>alert(1)</script>","summary":"[x](javascript:alert(1)) <iframe src=//x>","sources":["s1"]}]}"#;
    let (shelf, browser) = (site_with(hostile), Browser::start().await);
    for query in ["/?select=e1", "/?view=timeline&select=e1", "/?view=sources&select=s1"] {
        browser.open(&shelf.url(query)).await;
        browser.wait_for_state("ready").await;
        let harm =
            "return document.querySelectorAll('main img, main script, main b, iframe, [href^=javascript]').length";
        assert_eq!(browser.run(harm).await, 0, "{query}");
        browser.assert_one_tab_stop_each().await;
        assert_eq!(browser.violations().await, Vec::<String>::new());
    }
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

/// The code that the first view does without.
const DEFERRED: &str = "/split_deferred.wasm";

#[tokio::test]
async fn a_part_that_does_not_come_is_told_and_can_be_asked_for_again() {
    let (shelf, browser) = (site_with(sample("good/smallest.json")), Browser::start().await);
    let part = std::fs::read(built(DEFERRED)).expect("the deferred part");
    for fault in [Answer::Status(404), Answer::Truncated(part[..part.len() / 2].to_vec()), Answer::Silence] {
        shelf.put(DEFERRED, fault);
        browser.open(&shelf.url("/?view=timeline")).await;
        browser.wait_until("document.querySelector('[role=alert] [data-control=retry]')").await;
        let told = "const alerts = document.querySelectorAll('[role=alert]');
            return [alerts.length, alerts[0].dataset.errorCode, document.documentElement.dataset.annals]";
        assert_eq!(browser.run(told).await, json!([1, "WASM_LOAD", "ready"]));
        browser.assert_accessible().await;
        shelf.put(DEFERRED, Answer::File(part.clone()));
        browser.run("document.querySelector('[data-control=retry]').click()").await;
        browser.wait_until("document.querySelector('.tracks svg [data-key=e1]')").await;
        assert_eq!(browser.run("return document.querySelectorAll('[role=alert]').length").await, 0);
        browser.assert_one_tab_stop_each().await;
    }
}
