//! The offline file: opened by double click, in each browser, with everything working; and damaged.

use crate::browser::{Browser, Setup};
use crate::engine::Engine;
use crate::site::Site;
use annals::load::fingerprint::sha256;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use url::Url;

/// The largest file that the built-in briefing may make.
const MOST_BYTES: usize = 1_200_000;

/// A folder with an awkward name, and an offline file in it.
struct Offline {
    _folder: TempDir,
    path: PathBuf,
}

impl Offline {
    /// The built-in briefing, with these options.
    fn made(options: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("政策 简报 #1 100%?").join("a b 标准.html");
        fs::create_dir(path.parent().expect("a folder")).expect("a folder");
        let done =
            Command::new(tool()).arg("bundle").args(options).arg("-o").arg(&path).output().expect("the tool runs");
        assert!(done.status.success(), "{done:?}");
        Self { _folder: folder, path }
    }

    fn text(&self) -> String {
        fs::read_to_string(&self.path).expect("a text")
    }

    /// The same file with another text.
    fn with(&self, name: &str, text: &str) -> String {
        let path = self.path.with_file_name(name);
        fs::write(&path, text).expect("a file");
        address(&path)
    }

    fn address(&self) -> String {
        address(&self.path)
    }
}

fn tool() -> String {
    std::env::var("ANNALS_TOOL")
        .expect("ANNALS_TOOL names the built tool; `cargo xtask test --only app --only journeys` sets it")
}

fn address(path: &Path) -> String {
    Url::from_file_path(path).expect("a whole path").into()
}

async fn browser_of(engine: Engine) -> Browser {
    Browser::start_with(Setup { engine, ..Setup::default() }).await
}

/// The text of the alert, once there is one.
async fn alert(browser: &Browser) -> (String, String) {
    const ALERT: &str = "[...document.querySelectorAll('[role=alert][data-error-code]')].find((it) => it.checkVisibility({ visibilityProperty: true }))";
    browser.wait_until(ALERT).await;
    // It may come before what it says is laid out in the other language.
    let found = browser.run(&format!("const it = {ALERT}; return [it.dataset.errorCode, it.innerText]")).await;
    serde_json::from_value(found).expect("two texts")
}

async fn assert_sound(browser: &Browser) {
    let (errors, violations) = (browser.console_errors().await, browser.violations().await);
    assert!(errors.is_empty() && violations.is_empty(), "{errors:#?} {violations:#?}");
}

const IS_DRAWN: &str = "((figures) => figures.length && figures.every(({ dataset }) => dataset.drawn > 0))(
    [...document.querySelectorAll('main figure[data-figure]')])";

async fn click(browser: &Browser, selector: &str) {
    browser.wait_until(&format!("document.querySelector({})", json!(selector))).await;
    browser.run_with("document.querySelector(arguments[0]).click()", vec![json!(selector)]).await;
}

async fn hash(browser: &Browser) -> String {
    browser.run("return location.hash").await.as_str().unwrap_or_default().to_owned()
}

/// Opens from an awkward, read-only folder without a network; pages, items, links, back and forth.
async fn pages_work_in(engine: Engine) {
    let file = Offline::made(&[]);
    let parent = file.path.parent().expect("a folder");
    let mut rights = fs::metadata(parent).expect("a folder").permissions();
    rights.set_readonly(true);
    fs::set_permissions(parent, rights.clone()).expect("rights");
    let browser = browser_of(engine).await;
    if engine == Engine::Chromium {
        browser.set_offline(true).await;
    }
    browser.open(&file.address()).await;
    browser.wait_for_state("ready").await;
    browser.wait_until(IS_DRAWN).await;
    assert_eq!(browser.run("return [document.querySelectorAll('#loading').length, localStorage.length, performance.getEntriesByType('resource').filter(({ name }) => !/^(data|blob):/.test(name)).length]").await, json!([0, 0, 0]));

    // It says that it is what was made.
    browser.wait_until("document.querySelector('footer [data-seal=verified]')").await;

    // Pages, an item, and back.
    click(&browser, "nav.pages a[href*='view=timeline']").await;
    browser.wait_until("document.querySelector('[data-view=timeline] figure .tracks')").await;
    assert_eq!(hash(&browser).await, "#?view=timeline");
    click(&browser, "a.skip").await;
    assert_eq!(hash(&browser).await, "#content");
    assert_eq!(browser.run("return document.querySelector('article.page').dataset.view").await, "timeline");
    click(&browser, "nav.pages a[href*='view=documents']").await;
    browser.wait_until("document.querySelector('[data-view=documents]')").await;
    click(&browser, "figure[data-figure=seed-positions] a[data-key=po-1]").await;
    browser.wait_until("document.querySelector('[data-region=detail] h2')").await;
    assert!(hash(&browser).await.contains("select=po-1"));
    browser.client.back().await.expect("back");
    browser.wait_until("!document.querySelector('[data-region=detail]')").await;
    browser.client.forward().await.expect("forward");
    browser.wait_until("document.querySelector('[data-region=detail] h2')").await;

    // A link opens the same view, and a reload keeps it.
    for link in ["#?view=documents&q=CCC&lang=zh-Hans", "#?view=overview&asof=2019-11-16&lang=en", "#?step=ccc-story-2"]
    {
        browser.open("about:blank").await;
        browser.open(&format!("{}{link}", file.address())).await;
        browser.wait_for_state("ready").await;
        browser.wait_until("!document.querySelector('.awaited')").await;
        assert!(hash(&browser).await.starts_with(link), "{link}");
    }
    browser.wait_until("document.querySelector('[data-region=story] h2')").await;
    assert_sound(&browser).await;
    #[allow(clippy::permissions_set_readonly_false)]
    rights.set_readonly(false);
    fs::set_permissions(parent, rights).expect("rights");
}

/// Search, filters, languages, and files to take away.
async fn tools_work_in(engine: Engine) {
    let (file, browser) = (Offline::made(&[]), browser_of(engine).await);
    browser.open(&format!("{}#?view=documents", file.address())).await;
    browser.wait_for_state("ready").await;
    let listed = "document.querySelectorAll('figure[data-figure=all-documents] .source-list > li').length";
    let all = browser.run(&format!("return {listed}")).await.as_u64().expect("a number");
    click(&browser, "[data-region=facets] button.chip").await;
    browser.wait_until(&format!("{listed} < {all}")).await;
    browser
        .run(
            "const it = document.querySelector('[data-region=search] input'); it.focus(); it.value = '3C';
        it.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        )
        .await;
    browser.wait_until("location.hash.includes('q=3C')").await;
    click(&browser, "[data-control=lang]").await;
    browser.wait_until("document.documentElement.lang === 'zh-Hans'").await;

    // Files to take away are made of what is here: the offline file itself, to the byte.
    let made = kept(&browser, "[data-control=offline]").await;
    assert_eq!(made, sha256(file.text().as_bytes()), "the file made by the page differs");
    assert_sound(&browser).await;
}

/// The SHA-256 of the text that a control hands to the reader as a file.
async fn kept(browser: &Browser, control: &str) -> String {
    const WATCH: &str = "\
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          blob.arrayBuffer().then((bytes) => crypto.subtle.digest('SHA-256', bytes)).then((hash) => {
            window.__kept = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
          });
          return make.call(URL, blob);
        }";
    browser.run(WATCH).await;
    click(browser, control).await;
    browser.wait_until("window.__kept").await;
    browser.run("return window.__kept").await.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn pages_work_in_chromium() {
    pages_work_in(Engine::Chromium).await;
}

#[tokio::test]
async fn tools_work_in_chromium() {
    tools_work_in(Engine::Chromium).await;
}

#[tokio::test]
async fn pages_work_in_firefox() {
    pages_work_in(Engine::Firefox).await;
}

#[tokio::test]
async fn tools_work_in_firefox() {
    tools_work_in(Engine::Firefox).await;
}

#[tokio::test]
async fn pages_work_in_webkit() {
    pages_work_in(Engine::WebKit).await;
}

#[tokio::test]
async fn tools_work_in_webkit() {
    tools_work_in(Engine::WebKit).await;
}

#[test]
fn the_file_is_small_and_always_the_same() {
    let (one, two) = (Offline::made(&[]).text(), Offline::made(&[]).text());
    assert!(one.len() <= MOST_BYTES, "{} bytes", one.len());
    assert!(one == two);
}

#[tokio::test]
async fn a_site_makes_the_same_file() {
    let (site, browser) = (Site::start(), browser_of(Engine::Chromium).await);
    browser.open(&site.address).await;
    browser.wait_for_state("ready").await;
    browser.press("Tab").await;
    let made = kept(&browser, "[data-control=offline]").await;
    assert_eq!(made, sha256(Offline::made(&[]).text().as_bytes()), "the file made by the page differs");
    assert_sound(&browser).await;
}

#[tokio::test]
async fn damage_is_told_and_the_text_stays() {
    let file = Offline::made(&[]);
    let (browser, text) = (browser_of(Engine::Chromium).await, file.text());
    let data = text.find("id=\"annals-data\">").expect("data") + 2_000;
    let code = text.find("id=\"annals-code\">").expect("code");
    let cut = |at: usize| text[..text.floor_char_boundary(at)].to_owned();
    let swapped = |at: usize| {
        let at = (at..).find(|at| text.as_bytes()[*at].is_ascii_lowercase()).expect("a letter");
        let letter = if text.as_bytes()[at] == b'x' { "y" } else { "x" };
        format!("{}{letter}{}", &text[..at], &text[at + 1..])
    };
    let list = "17 October 2019";
    for (name, damaged, wanted) in [
        ("cut data", cut(data), "NET_TRUNCATED"),
        ("cut code", cut(code + 300_000), "NET_TRUNCATED"),
        ("cut end", cut(text.len() - 600), "NET_TRUNCATED"),
        ("cut script", cut(text.find("<script>").expect("a script") + 9_000), "WASM_LOAD"),
        ("other code", swapped(code + 60_000), "WASM_LOAD"),
        ("other script", swapped(text.find("<script>").expect("a script") + 4_000), "WASM_LOAD"),
        ("broken data", text.replacen("\"annals\":1", "\"annals\":1]", 1), "DATA_SYNTAX"),
    ] {
        browser.open(&file.with(&format!("{name}.html"), &damaged)).await;
        let (told, words) = alert(&browser).await;
        assert_eq!(told, wanted, "{name}: {words}");
        let body = browser.run("return document.body.innerText").await;
        assert!(body.as_str().unwrap_or_default().contains(list), "{name}: the list is gone");
    }
    // A letter of a title: the page works, and says that it is not what was made.
    let title = text.find("\"events\":[").expect("events");
    let at = text[title..].find("\"title\"").expect("a title") + title + 12;
    browser.open(&file.with("other data.html", &swapped(at))).await;
    browser.wait_for_state("ready").await;
    browser.wait_until("document.querySelector('footer [data-seal=altered][role=alert]')").await;
}

#[tokio::test]
async fn it_reads_without_scripts() {
    let file = Offline::made(&[]);
    let browser = browser_of(Engine::Chromium).await;
    browser.set_scripts(false).await;
    browser.open(&file.address()).await;
    let count: Value = browser.run("return [document.querySelectorAll('#loading ul > li').length > 190, /2019.*SESEC/.test(document.querySelector('#loading ul').textContent)]").await;
    assert_eq!(count, json!([true, true]));
}

#[tokio::test]
async fn two_files_do_not_believe_each_other() {
    let file = Offline::made(&[]);
    let browser = browser_of(Engine::Chromium).await;
    let hostile = file.with("hostile.html", "<!doctype html><script>for (const key of ['annals.seen', 'annals', 'theme', 'lang']) localStorage.setItem(key, '\\u0000<script>{\"__proto__\":1}');document.title='done'</script>");
    browser.open(&hostile).await;
    browser.wait_until("document.title === 'done'").await;
    browser.open(&file.address()).await;
    browser.wait_for_state("ready").await;
    browser.wait_until("document.querySelector('footer [data-seal=verified]')").await;
    assert_eq!(
        browser.run("return [document.documentElement.lang, document.documentElement.dataset.theme]").await,
        json!(["en", "auto"])
    );
    assert_sound(&browser).await;
}

#[tokio::test]
async fn it_starts_as_asked() {
    let file = Offline::made(&["--lang", "zh-Hans", "--view", "deadlines", "--select", "in-ccc-2019-44,deadlines"]);
    let browser = browser_of(Engine::Chromium).await;
    browser.open(&file.address()).await;
    browser.wait_for_state("ready").await;
    let seen = browser
        .run("return [document.documentElement.lang, document.querySelector('article.page').dataset.view]")
        .await;
    assert_eq!(seen, json!(["zh-Hans", "deadlines"]));
    // Its first page is one of those that were asked for; the file goes on as any other.
    click(&browser, "[data-control=lang]").await;
    browser.wait_until("document.documentElement.lang === 'en' && location.hash.includes('lang=en')").await;
    assert!(file.text().len() < Offline::made(&[]).text().len());
}
