//! What the frame shows and does: when it is loaded, how tall it is, several beside each other, and in the barest sandbox.

use super::{Host, assert_no_faults, element, enter, enter_frame, heard, leave, start, wait_ready};
use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::Site;
use serde_json::json;

/// The frames that were asked of the network so far.
const ASKED: &str = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('embed.html')).length";

#[tokio::test]
async fn nothing_of_it_is_loaded_before_the_reader_comes_near() {
    let site = Site::start();
    let body = format!("<div id=\"space\"></div>{}", element("a", ""));
    let (host, browser) = (Host::plain(&site, &body), start(Engine::Chromium).await);
    host.open(&browser, "").await;
    browser.run("document.getElementById('space').style.height = '6000px'; scrollTo(0, 0)").await;
    browser.wait_until("customElements.get('annals-briefing')").await;
    // Near at first, as the page was short: taken away and put back where it is far.
    browser.run("const it = document.getElementById('a'); it.remove(); performance.clearResourceTimings(); document.body.append(it)").await;
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    assert_eq!(browser.run(&format!("return [{ASKED}, Boolean(frameOf('a'))]")).await, json!([0, false]));
    browser.run("document.getElementById('a').scrollIntoView()").await;
    wait_ready(&browser, "a").await;
    assert_eq!(browser.run(&format!("return {ASKED}")).await, 1);
    assert_no_faults(&browser).await;
}

async fn the_frame_follows_its_page_in(engine: Engine) {
    let site = Site::start();
    let body =
        element("a", "view=\"timeline\" lang=\"en\"") + &element("b", "height=\"444\" lang=\"zh-Hans\" theme=\"dark\"");
    let (host, browser) = (Host::plain(&site, &body), start(engine).await);
    host.open(&browser, "").await;
    wait_ready(&browser, "a").await;
    browser.run("document.getElementById('b').scrollIntoView()").await;
    wait_ready(&browser, "b").await;

    // As tall as the page in it, and no wider than the host's.
    enter(&browser, "a").await;
    browser.wait_until("Math.abs(innerHeight - document.body.getBoundingClientRect().height) < 2").await;
    let inside = browser
        .run("return [innerHeight, document.documentElement.scrollWidth <= innerWidth, document.documentElement.lang]")
        .await;
    assert!(inside[0].as_f64().is_some_and(|px| px > 500.0) && inside[1] == true && inside[2] == "en", "{inside}");
    // No header, no footer, no address of its own in the history.
    let alone = "return [document.querySelector('.site-header, .site-footer') === null, Boolean(document.querySelector('[data-control=full]'))]";
    assert_eq!(browser.run(alone).await, json!([true, true]));
    leave(&browser).await;
    assert_eq!(browser.run("return frameOf('b').offsetHeight").await, 444);

    // What is opened makes it taller, and is told; the other one does not hear of it.
    let before = browser.run("return [frameOf('a').offsetHeight, history.length]").await;
    enter(&browser, "a").await;
    browser.run("document.querySelector('nav.pages a[href*=\"view=about\"]').click()").await;
    browser.wait_until("document.querySelector('[data-view=about] [data-key]')").await;
    browser.run("document.querySelector('[data-view=about] a[data-key]')?.click()").await;
    leave(&browser).await;
    browser.wait_until(&format!("frameOf('a').offsetHeight !== {}", before[0])).await;
    browser.wait_until("heard.some(({ type, query }) => type === 'state' && query.includes('view=about'))").await;
    assert!(heard(&browser, "state").await.iter().all(|told| told["id"] == "a"));
    assert_eq!(browser.run("return history.length").await, before[1]);

    // Attributes that change later are followed without loading again.
    enter(&browser, "b").await;
    browser.run("window.isSame = true").await;
    assert_eq!(
        browser.run("return [document.documentElement.lang, document.documentElement.dataset.theme]").await,
        json!(["zh-Hans", "dark"])
    );
    leave(&browser).await;
    browser.run("const it = document.getElementById('b'); it.setAttribute('select', 'ccc-2019-44'); it.setAttribute('nonsense', 'x'); it.setAttribute('height', '555')").await;
    browser.wait_until("frameOf('b').offsetHeight === 555").await;
    browser.wait_until("heard.some(({ type, id }) => type === 'select')").await;
    enter(&browser, "b").await;
    browser.wait_until("document.querySelector('[data-region=detail]')").await;
    assert_eq!(
        browser.run("return [window.isSame, location.search.includes('select=ccc-2019-44')]").await,
        json!([true, true])
    );
    // Keys act where the focus is.
    browser.run("document.querySelector('main').focus()").await;
    browser.press("/").await;
    browser.wait_until("document.activeElement.type === 'search'").await;
    leave(&browser).await;
    enter(&browser, "a").await;
    assert_eq!(browser.run("return document.activeElement.type === 'search'").await, false);
    leave(&browser).await;
    assert_no_faults(&browser).await;
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_frame_follows_its_page() {
    the_frame_follows_its_page_in(Engine::Chromium).await;
}

#[tokio::test]
async fn the_frame_follows_its_page_in_firefox() {
    the_frame_follows_its_page_in(Engine::Firefox).await;
}

/// Opens a host with a plain frame in the barest sandbox, and goes into it.
async fn enter_bare(browser: &Browser, site: &Site, host: &Host) {
    host.open(browser, "").await;
    enter_frame(browser, "document.querySelector('iframe')").await;
    browser.wait_for_state("ready").await;
    browser.wait_until("document.querySelector('.embed-line')").await;
    assert_eq!(browser.run("return [self.origin, location.origin + '/']").await, json!(["null", site.address]));
}

async fn scripts_alone_are_enough_in(engine: Engine) {
    let site = Site::start();
    let body = "<iframe src=\"SITEembed.html?embed=1&view=timeline&lang=en\" sandbox=\"allow-scripts\" width=\"900\" height=\"700\"></iframe>";
    let (host, browser) = (Host::with(&site, "", body), start(engine).await);
    enter_bare(&browser, &site, &host).await;
    let refused = "try { localStorage.length; return false } catch { return true }";
    assert_eq!(browser.run(refused).await, true);
    // The view changes although the history may refuse.
    browser.run("document.querySelector('nav.pages a[href*=\"view=deadlines\"]').click()").await;
    browser.wait_until("document.querySelector('[data-view=deadlines] [data-control=csv]')").await;
    // A file that may not come is shown to be copied.
    browser.run("document.querySelector('[data-view=deadlines] [data-control=csv]').click()").await;
    browser.wait_until("document.querySelector('.handed textarea')?.value.length > 200").await;
    // So is a link, where the clipboard is refused.
    browser.run("document.querySelector('.embed-line [data-control=share]').click()").await;
    browser.wait_until("document.querySelector('.embed-line textarea')?.value || document.querySelector('[role=status]').textContent").await;
    let shared = browser.run("return document.querySelector('.embed-line textarea')?.value ?? ''").await;
    let expected = format!("{}?view=deadlines&lang=en", site.address);
    assert!(engine == Engine::Firefox || shared == expected, "{shared}");
    assert_eq!(browser.run("return document.querySelector('[role=alert]') === null").await, true);
    leave(&browser).await;
    let severe = browser
        .console_errors()
        .await
        .into_iter()
        .filter(|line| !line.contains("ownload") && !line.contains("sandboxed"));
    assert_eq!(severe.collect::<Vec<_>>(), Vec::<String>::new());
}

#[tokio::test]
async fn scripts_alone_are_enough() {
    scripts_alone_are_enough_in(Engine::Chromium).await;
}

#[tokio::test]
async fn scripts_alone_are_enough_in_firefox() {
    scripts_alone_are_enough_in(Engine::Firefox).await;
}

#[tokio::test]
async fn an_embedded_page_prints_with_its_sources() {
    let site = Site::start();
    let (host, browser) = (
        Host::plain(&site, &element("a", "view=\"timeline\" lang=\"en\" theme=\"dark\"")),
        start(Engine::Chromium).await,
    );
    host.open(&browser, "").await;
    wait_ready(&browser, "a").await;
    enter(&browser, "a").await;
    browser.run("dispatchEvent(new Event('beforeprint'))").await;
    browser.wait_until("document.querySelectorAll('.on-paper .note-sources li').length > 50").await;
    assert_eq!(browser.run("return document.documentElement.dataset.theme").await, "light");
    browser.run("dispatchEvent(new Event('afterprint'))").await;
    browser
        .wait_until("!document.querySelector('.on-paper') && document.documentElement.dataset.theme === 'dark'")
        .await;
    leave(&browser).await;
    assert_no_faults(&browser).await;
}

#[tokio::test]
async fn the_look_of_the_host_is_taken_over_as_far_as_it_can_be_read() {
    let site = Site::start();
    let head = "<link rel=\"stylesheet\" href=\"host.css\"><script src=\"SITEembed.js\" async></script>";
    let (host, browser) = (Host::with(&site, head, &element("a", "theme=\"light\"")), start(Engine::Chromium).await);
    host.put(
        "/host.css",
        "body { font-family: Georgia, 'DejaVu Serif', serif } annals-briefing { --annals-accent: #aa0033; --annals-size: 18px; \
         --annals-ink: #dddddd; --annals-bg: url(https://evil.example/x); --annals-focus: rgb(1, 2, 3) }",
    );
    host.open(&browser, "").await;
    wait_ready(&browser, "a").await;
    enter(&browser, "a").await;
    browser.wait_until("document.documentElement.style.getPropertyValue('--accent') === '#aa0033'").await;
    let worn = "const root = getComputedStyle(document.documentElement), own = document.documentElement.style;
        return [root.fontFamily, root.fontSize, own.getPropertyValue('--ink'), own.getPropertyValue('--bg'), own.getPropertyValue('--focus')]";
    assert_eq!(browser.run(worn).await, json!(["Georgia, \"DejaVu Serif\", serif", "18px", "", "", "#010203"]));
    // Whoever made the host's page is told what is not used, and why.
    browser.run("window.warned = []; console.warn = (words) => warned.push(words)").await;
    leave(&browser).await;
    let change = "const it = document.getElementById('a'); it.style.setProperty('--annals-accent', '#112233'); it.setAttribute('lang', 'en')";
    browser.run(change).await;
    enter(&browser, "a").await;
    browser.wait_until("document.documentElement.style.getPropertyValue('--accent') === '#112233'").await;
    let warned = "return ['ink', 'bg'].map((name) => warned.find((words) => words.includes(`--annals-${name} is not used`)) ?? '')";
    let warned = browser.run(warned).await;
    assert!(warned[0].as_str().is_some_and(|words| words.contains("4.5")), "{warned}");
    assert!(warned[1].as_str().is_some_and(|words| words.contains("docs/embedding.md")), "{warned}");
}
