//! Sites that remove what they do not know, that have a strict policy, or that are hostile by accident.

use super::{Host, assert_no_faults, element, enter, heard, leave, start, wait_ready};
use crate::engine::Engine;
use crate::shelf::{Answer, Shelf};
use crate::site::Site;
use serde_json::json;

/// The code that the site's own examples are made of.
async fn example(site: &Site) -> String {
    let browser = start(Engine::Chromium).await;
    browser.open(&site.url("embed-examples.html")).await;
    let code = browser.run("return document.querySelector('pre code').textContent").await;
    code.as_str().expect("a text").to_owned()
}

/// The same without what some sites take out.
fn without(code: &str, name: &str, with_content: bool) -> String {
    let mut out = String::new();
    let mut rest = code;
    while let Some(at) = rest.find(&format!("<{name}")) {
        out.push_str(&rest[..at]);
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        rest = &rest[end..];
        if with_content {
            let close = rest.find(&format!("</{name}>")).unwrap_or(0);
            rest = &rest[close..];
        }
    }
    (out + rest).replace(&format!("</{name}>"), "")
}

#[tokio::test]
async fn where_scripts_elements_and_frames_are_removed_the_events_stay() {
    let site = Site::start();
    let code = example(&site).await;
    assert!(code.contains("<script") && code.contains("<annals-briefing"));
    let no_script = without(&code, "script", true);
    let no_element = without(&no_script, "annals-briefing", false);
    let no_frame = without("<iframe src='x'></iframe>", "iframe", true) + &no_element;
    for left in [no_script, no_element, no_frame] {
        assert!(!left.contains("<script") && !left.contains("<iframe"));
        let (host, browser) = (Host::with(&site, "", &left), start(Engine::Chromium).await);
        host.open(&browser, "").await;
        let seen = "const rows = [...document.querySelectorAll('li')];
            return [rows.length > 50, rows.every((row) => row.checkVisibility() && /\\d{4}/.test(row.querySelector('strong').textContent)),
                rows.filter((row) => row.querySelector('a[href^=http]')).length > 40, document.querySelector('p > a').checkVisibility()]";
        assert_eq!(browser.run(seen).await, json!([true, true, true, true]));
        assert_no_faults(&browser).await;
    }
}

#[tokio::test]
async fn where_the_frame_does_not_come_the_content_stays() {
    let site = Site::start();
    let body = element("a", "") + &element("b", "").replace("src=\"SITE\"", "src=\"javascript:alert(1)\"");
    // Nothing but the script is there.
    let gone = Shelf::serve([("/x", Answer::Status(404))]);
    let body = body.replacen("src=\"SITE\"", &format!("src=\"{}\"", gone.url("/")), 1);
    let (host, browser) = (Host::plain(&site, &body), start(Engine::Chromium).await);
    host.open(&browser, "").await;
    browser.wait_until("window.heard.length && frameOf('a')").await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let errors = heard(&browser, "error").await;
    assert!(errors.len() == 1 && errors[0]["id"] == "b", "{errors:?}");
    let seen = "return ['a', 'b'].map((id) => document.querySelector(`#${id} p`).checkVisibility({ visibilityProperty: true }))";
    assert_eq!(browser.run(seen).await, json!([true, true]));
    assert_eq!(browser.run("return getComputedStyle(frameOf('a')).visibility").await, "hidden");
    assert!(heard(&browser, "ready").await.is_empty());
    assert_no_faults(&browser).await;
}

async fn a_strict_policy_is_enough_in(engine: Engine) {
    let site = Site::start();
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' SITE; frame-src SITE; \
        style-src 'none'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'\">\
        <script src=\"SITEembed.js\" async></script>";
    let (host, browser) = (Host::with(&site, policy, &element("a", "view=\"timeline\"")), start(engine).await);
    host.open(&browser, "").await;
    wait_ready(&browser, "a").await;
    browser.wait_until("frameOf('a').offsetHeight > 300 && frameOf('a').offsetWidth > 600").await;
    assert_eq!(browser.violations().await, Vec::<String>::new());
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
    assert_no_faults(&browser).await;
}

#[tokio::test]
async fn a_strict_policy_is_enough() {
    a_strict_policy_is_enough_in(Engine::Chromium).await;
}

#[tokio::test]
async fn a_strict_policy_is_enough_in_firefox() {
    a_strict_policy_is_enough_in(Engine::Firefox).await;
}

/// What old libraries and clumsy style sheets do.
const HOSTILE_STYLE: &str =
    "body * { all: unset; display: inline !important; visibility: hidden !important; width: 1px !important; \
    height: 1px !important; transform: rotate(3deg); font: 3px cursive !important; pointer-events: none !important }
    iframe { display: none !important }";
const HOSTILE_SCRIPT: &str = "Object.defineProperty(Object.prototype, 'extra', { value: 1, enumerable: true, configurable: true });
    Array.prototype.extra = () => 1;
    Array.from = () => []; Function.prototype.bind = () => {}; String.prototype.includes = () => false; 
    window.fetch = window.queueMicrotask = window.structuredClone = undefined; Date.now = () => NaN; Math.random = () => 2;
    Element.prototype.append = Element.prototype.replaceChildren = Element.prototype.matches = () => { throw 0 };
    window.name = 'annals'; window.annals = 1;";

async fn hostile_pages_do_not_break_it_in(engine: Engine) {
    let site = Site::start();
    let head = "<link rel=\"stylesheet\" href=\"hostile.css\"><script src=\"hostile.js\"></script>\
        <script src=\"SITEembed.js\"></script><script src=\"SITEembed.js?again\"></script><script src=\"other.js\"></script>";
    let (host, browser) = (Host::with(&site, head, &element("a", "lang=\"en\"")), start(engine).await);
    host.put("/hostile.css", HOSTILE_STYLE);
    host.put("/hostile.js", HOSTILE_SCRIPT);
    // Another version of the script, as another part of the page may bring it.
    host.put("/other.js", "try { customElements.define('annals-briefing', class extends HTMLElement {}) } catch { window.wasTaken = true }");
    host.open(&browser, "").await;
    wait_ready(&browser, "a").await;
    assert_eq!(browser.run("return window.wasTaken").await, true);
    let shown = "return (({ display, visibility, transform, width }, frame) => [display, visibility, transform, frame.offsetHeight > 300 && frame.offsetWidth > 600])(
        getComputedStyle(frameOf('a')), frameOf('a'))";
    assert_eq!(browser.run(shown).await, json!(["block", "visible", "none", true]));
    enter(&browser, "a").await;
    assert!(browser.run("return document.querySelector('h1').innerText").await.as_str().is_some_and(|it| it.len() > 5));
    leave(&browser).await;
    assert_no_faults(&browser).await;
}

#[tokio::test]
async fn hostile_pages_do_not_break_it() {
    hostile_pages_do_not_break_it_in(Engine::Chromium).await;
}

#[tokio::test]
async fn hostile_pages_do_not_break_it_in_firefox() {
    hostile_pages_do_not_break_it_in(Engine::Firefox).await;
}

#[tokio::test]
async fn the_examples_of_the_site_are_at_work() {
    let (site, browser) = (Site::start(), start(Engine::Chromium).await);
    browser.open(&site.url("embed-examples.html")).await;
    let is_shown = "((it) => it && it.style.visibility !== 'hidden' && it.style.cssText.includes('width: 100%'))
        (document.querySelector('annals-briefing').shadowRoot?.querySelector('iframe'))";
    browser.wait_until(is_shown).await;
    assert!(
        browser
            .run("return document.body.textContent")
            .await
            .as_str()
            .is_some_and(|text| text.contains("<annals-briefing"))
    );
    assert_eq!(browser.run("return document.scripts.length").await, 1);
    assert_eq!(browser.violations().await, Vec::<String>::new());
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
    browser.assert_accessible().await;
}
