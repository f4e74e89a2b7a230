//! Finding and dating: search, filters, the look back, deadlines, lineage and keys, in each browser.

use crate::browser::{Browser, Setup};
use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;

/// The ids that a search lists, first to last.
const FOUND: &str =
    "[...document.querySelectorAll('[data-region=results] li a[data-key]')].map(({ dataset }) => dataset.key)";

async fn start(engine: Engine) -> (Site, Browser) {
    (Site::start(), Browser::start_with(Setup { engine, ..Setup::default() }).await)
}

async fn found_for(page: &Page<'_>, words: &str) -> Vec<String> {
    page.go(&format!("?q={words}")).await;
    page.browser.wait_until("document.querySelector('[data-region=results] .figure-status')").await;
    page.texts(FOUND).await
}

async fn words_are_found(engine: Engine) {
    let (site, browser) = start(engine).await;
    let page = Page::open(&browser, &site, "").await;
    // As it is typed, announced once it stands.
    page.find("[data-region=search] input").await.send_keys("roundtable").await.unwrap();
    browser.wait_until(&format!("{FOUND}.includes('mt-2019-11-16')")).await;
    browser.wait_until("document.querySelector('[role=status]').textContent.includes('roundtable')").await;
    assert!(page.count("[data-region=results] mark").await > 0);
    assert!(page.query().await.contains("q=roundtable"));
    page.assert_sound().await;
    // Both scripts, accents, slips, phrases, and what is left out.
    let simplified = found_for(&page, "强制认证").await;
    assert!(!simplified.is_empty());
    assert_eq!(found_for(&page, "強制認證").await, simplified);
    assert!(!found_for(&page, "certifcation").await.is_empty());
    let (phrase, without) =
        (found_for(&page, "%22self-declaration%22").await, found_for(&page, "self-declaration%20-self").await);
    assert!(!phrase.is_empty() && without.is_empty(), "{phrase:?} {without:?}");
    // A result opens, and the search stays.
    found_for(&page, "roundtable").await;
    page.find("[data-region=results] a[data-key]").await.click().await.unwrap();
    browser.wait_until("document.querySelector('[data-region=detail]')").await;
    assert!(page.query().await.contains("q=roundtable"));
    page.assert_sound().await;
}

async fn filters_say_what_they_hide(engine: Engine) {
    let (site, browser) = start(engine).await;
    let page = Page::open(&browser, &site, "?view=documents").await;
    page.use_control("filters").await;
    let chips = "[data-region=facets] fieldset button";
    browser.wait_until(&format!("document.querySelector('{chips}')")).await;
    // Values without a result stay, disabled.
    let first = page.texts(&format!("[document.querySelector('{chips}').textContent]")).await.remove(0);
    page.find(chips).await.click().await.unwrap();
    browser.wait_until(&format!("document.querySelector('{chips}').ariaPressed === 'true'")).await;
    browser.wait_until(&format!("[...document.querySelectorAll('{chips}')].some((chip) => chip.disabled)")).await;
    assert!(first.chars().any(|c| c.is_ascii_digit()), "{first}");
    page.assert_sound().await;
    // Nothing left: each filter says how much it hides, and one click gives the most back.
    page.go("?view=documents&kind=draft&status=in-force").await;
    browser.wait_until("document.querySelector('[data-control=relax]')").await;
    let told = page.region_text("notices").await;
    assert!(told.contains("0 of 104: “draft” hides 99, “in force” hides 67."), "{told}");
    page.use_control("relax").await;
    browser.wait_until("!document.querySelector('[data-control=relax]')").await;
    assert!(page.query().await.contains("status=in-force") && !page.query().await.contains("draft"));
    page.use_control("clear").await;
    browser.wait_until("!location.search.includes('status')").await;
    page.assert_sound().await;
}

async fn the_world_is_seen_as_it_stood(engine: Engine) {
    let (site, browser) = start(engine).await;
    let page = Page::open(&browser, &site, "?view=documents&asof=2019-12-31").await;
    browser.wait_until("document.querySelector('[data-region=moment]')").await;
    assert!(
        page.region_text("moment").await.starts_with("As of 31 December 2019."),
        "{}",
        page.region_text("moment").await
    );
    let status = "document.querySelector('figure[data-figure=miit-acts] li[data-key=in-miit-55] .badge').textContent";
    let then = page.texts(&format!("[{status}]")).await;
    page.use_control("look-back").await;
    // A step to the next change, and the link follows.
    page.use_control("change-next").await;
    browser.wait_until("location.search.includes('asof=2020-01-01')").await;
    browser.wait_until("document.querySelector('[data-region=moment]').textContent.includes('1 January 2020')").await;
    page.assert_sound().await;
    page.use_control("return").await;
    browser.wait_until("!location.search.includes('asof') && !document.querySelector('[data-region=moment]')").await;
    let now = page.texts(&format!("[{status}]")).await;
    assert!(then != now, "{then:?}");
    assert_eq!(now, ["in force"]);
    // What came later is gone from timelines and lists, and a link to it says why.
    page.go("?view=timeline&from=earliest&to=latest&asof=2010-06-30&select=in-ccc-2019-44.adopted").await;
    let last = page.timeline_count("data-visible").await;
    page.go("?view=timeline&from=earliest&to=latest").await;
    assert!(last > 0 && last < page.timeline_count("data-visible").await);
    page.go("?asof=2010-06-30&select=mt-2019-11-16").await;
    browser.wait_until("document.querySelector('[data-region=notices]').textContent.includes('came later')").await;
    // What had been recorded.
    page.go("?view=documents&known=2026-01-01").await;
    browser.wait_until("document.querySelector('[data-region=moment]')").await;
    assert!(page.region_text("moment").await.contains("Known on 1 January 2026"));
    page.assert_sound().await;
}

async fn deadlines_are_counted_from_a_day(engine: Engine) {
    let (site, browser) = start(engine).await;
    let page = Page::open(&browser, &site, "?view=deadlines&asof=2019-10-20").await;
    let board = "figure[data-figure=all-deadlines]";
    browser.wait_until(&format!("document.querySelector('{board} .source-list > li[data-key]')")).await;
    let text = page.find(board).await.text().await.unwrap();
    assert!(text.contains("Days are counted from 20 October 2019."), "{text}");
    assert!(text.contains("72 days") || text.contains("73 days"), "{text}");
    assert!(page.count(&format!("{board} [data-control=ics]")).await > 1);
    page.find(&format!("{board} [data-control=ics]")).await.click().await.unwrap();
    browser
        .wait_until("/Calendar file with [0-9]+ entr/.test(document.querySelector('[role=status]').textContent)")
        .await;
    page.assert_sound().await;
}

async fn an_act_shows_its_lineage(engine: Engine) {
    let (site, browser) = start(engine).await;
    let page = Page::open(&browser, &site, "?view=documents&select=in-ccc-2019-44").await;
    let summary = "[data-region=detail] section > details > summary";
    browser.wait_until(&format!("document.querySelector('{summary}')")).await;
    page.find(summary).await.click().await.unwrap();
    browser.wait_until("document.querySelector('[data-region=detail] figure svg [data-key]')").await;
    let listed = page.count("[data-region=detail] details ol > li").await;
    assert!(listed > 1, "{listed}");
    page.assert_sound().await;
}

async fn keys_work_everywhere_until_they_are_switched_off(engine: Engine) {
    let (site, browser) = start(engine).await;
    let page = Page::open(&browser, &site, "?view=about").await;
    browser.press("?").await;
    browser.wait_until("document.querySelector('[data-region=keys]')").await;
    page.assert_sound().await;
    browser.press("Escape").await;
    browser.wait_until("!document.querySelector('[data-region=keys]')").await;
    browser.press("/").await;
    browser.wait_until("document.activeElement.type === 'search'").await;
    // In a field a letter is a letter.
    browser.press("g").await;
    browser.wait_until("document.activeElement.value === 'g'").await;
    browser.run("document.activeElement.blur()").await;
    browser.press("g").await;
    browser.wait_until("document.activeElement.dataset.control === 'go-date'").await;
    browser.type_text("2019-10").await;
    browser.press("Enter").await;
    browser.wait_until("location.search.includes('view=timeline') && location.search.includes('from=2019-10')").await;
    browser.run("document.activeElement.blur()").await;
    browser.press("?").await;
    browser.wait_until("document.querySelector('[data-control=keys-on]')").await;
    page.use_control("keys-on").await;
    browser.wait_until("!document.querySelector('[data-control=keys-on]').checked").await;
    browser.run("document.activeElement.blur()").await;
    browser.press("g").await;
    browser.two_frames().await;
    assert_eq!(page.count("[data-control=go-date]").await, 0);
    page.assert_sound().await;
}

macro_rules! in_each_browser {
    ($($journey:ident)*) => { $(mod $journey {
        #[tokio::test]
        async fn in_chromium() {
            super::$journey(crate::engine::Engine::Chromium).await;
        }

        #[tokio::test]
        async fn in_firefox() {
            super::$journey(crate::engine::Engine::Firefox).await;
        }
    })* };
}

in_each_browser! {
    words_are_found
    filters_say_what_they_hide
    the_world_is_seen_as_it_stood
    deadlines_are_counted_from_a_day
    an_act_shows_its_lineage
    keys_work_everywhere_until_they_are_switched_off
}

#[tokio::test]
async fn no_link_crashes_the_page() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "").await;
    for query in [
        "?asof=9999-12-31&known=-9999-01-01&q=%22",
        "?asof=-9999&view=timeline",
        "?q=---&view=sources",
        "?q=%F0%9F%A6%9C&view=documents",
        "?known=0001&view=attendance&status=unknown",
        "?asof=2019&view=ccc-reform&compare=a..b&select=x",
    ] {
        page.go(query).await;
        browser.wait_until("document.querySelector('h1')").await;
        assert_eq!(page.error_code().await, None, "{query}");
    }
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
}
