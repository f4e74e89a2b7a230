//! The first page: what this is, its numbers, what is coming, where to go.

use crate::browser::Browser;
use crate::page::Page;
use crate::site::Site;
use serde_json::json;

/// The headline numbers and dates, as they are printed.
const NUMBERS: [&str; 8] = ["132", "96", "more than 30", "74%", "16%", "10%", "88.9%", "1 January 2027"];

#[tokio::test]
async fn the_overview_says_what_it_is() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "").await;
    let title = browser.run("return document.title").await;
    let heading = page.find("h1").await.text().await.unwrap();
    assert_eq!(title, heading.as_str());
    assert!(heading.contains("standardization policy"), "{heading}");
    let text = page.find("main").await.text().await.unwrap();
    assert!(text.contains("March 2026"), "as of when: {text}");
    assert_eq!(page.count("main, header, nav, footer").await, 4);
    assert_eq!(page.count("[role=status]").await, 1);
    assert_eq!(page.count("h1").await, 1);
    page.assert_sound().await;
}

#[tokio::test]
async fn the_moments_of_loading_are_marked() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "").await;
    browser.wait_until("performance.getEntriesByName('annals:interactive').length").await;
    let marks = "return ['annals:first-view', 'annals:interactive', 'annals:load'].map((name) =>
        performance.getEntriesByName(name).map(({ entryType }) => entryType).join())";
    assert_eq!(browser.run(marks).await, json!(["mark", "mark", "measure"]));
    let load = page.number("performance.getEntriesByName('annals:load')[0].startTime").await;
    assert_eq!(load, 0.0, "it is measured from the start of the navigation");
    page.assert_sound().await;
}

#[tokio::test]
async fn each_headline_number_opens_its_sources() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "").await;
    let shown = page.texts("[...document.querySelectorAll('.value-card .value')].map((it) => it.textContent)").await;
    assert_eq!(shown.len(), NUMBERS.len(), "{shown:?}");
    for (shown, number) in shown.iter().zip(NUMBERS) {
        assert!(shown.starts_with(number), "{shown} is not {number}");
    }
    let keys = page.texts("[...document.querySelectorAll('.value-card')].map(({ dataset }) => dataset.key)").await;
    for key in keys {
        page.choose(&key).await;
        let opened = "document.querySelector('[data-region=detail]')?.dataset.key";
        browser.wait_until(&format!("{opened} === {}", json!(key))).await;
        assert!(page.count("[data-region=detail] .citations a[data-key]").await > 0, "{key} names no source");
        assert_eq!(page.focus().await, "h2");
        page.use_control("detail-close").await;
        assert_eq!(page.focus().await, key);
    }
    page.assert_sound().await;
}

#[tokio::test]
async fn what_is_coming_follows_the_day_of_the_data() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "").await;
    let figure = page.find("figure[data-figure=next]").await.text().await.unwrap();
    assert!(figure.contains("1 July 2026") && figure.contains("1 January 2027"), "{figure}");
    let listed = page.count("figure[data-figure=next] li").await;
    assert_eq!(page.figure_sign("next", "data-drawn").await, Some(listed.to_string()));
    page.choose("ccc-2026-07-01").await;
    assert!(page.region_text("detail").await.contains("1 July 2026"));
    page.assert_sound().await;
}

#[tokio::test]
async fn the_pages_lead_to_each_other() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "").await;
    for (view, link) in [("timeline", "?view=timeline"), ("sources", "?view=sources"), ("overview", "?")] {
        page.find(&format!("nav a[href={link:?}]")).await.click().await.unwrap();
        browser.wait_until(&format!("document.querySelector('[data-view={view}]')")).await;
        let current =
            page.texts("[...document.querySelectorAll('nav [aria-current=page]')].map((it) => it.textContent)");
        assert_eq!(current.await.len(), 1);
    }
    browser.run("history.back()").await;
    browser.wait_until("document.querySelector('[data-view=sources]')").await;
    page.assert_sound().await;
}

#[tokio::test]
async fn another_page_begins_at_its_top() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "").await;
    // At the end of the page: where to go.
    page.choose("sources").await;
    browser.wait_until("document.querySelector('[data-view=sources]')").await;
    assert_eq!(page.number("scrollY").await, 0.0);
    // The link that was followed is gone; the keyboard goes on from the new page.
    assert_eq!(page.focus().await, "main");
    page.assert_sound().await;
}

#[tokio::test]
async fn every_source_stands_with_what_rests_on_it() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=sources").await;
    let listed = page.count("[data-region=sources] .source-list > li[data-key]").await;
    assert_eq!(page.figure_sign("all-sources", "data-visible").await, Some(listed.to_string()));
    assert!(listed > 300, "{listed}");
    let li = |id: &str| format!("document.querySelector('li[data-key={id:?}]')");
    let unencrypted = format!("{}.querySelector('.unencrypted')", li("src-sesec-about"));
    browser.wait_until(&unencrypted).await;
    // Printed, but not to be followed.
    let unlinked =
        format!("{}.querySelector('.unlinked') && !{0}.querySelector('[target]')", li("src-changchun-34-2019"));
    browser.wait_until(&unlinked).await;

    page.find("[type=search]").await.send_keys("sesec").await.unwrap();
    browser.wait_until(&format!("document.querySelectorAll('.source-list > li').length < {listed}")).await;
    assert!(page.shows("src-sesec-about").await);
    assert!(page.query().await.contains("q=sesec"));
    page.assert_sound().await;
}

#[tokio::test]
async fn the_overview_fetches_only_its_own_code_until_someone_is_there() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "").await;
    let fetched = "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('_deferred.wasm'))";
    assert_eq!(browser.run(&format!("return {fetched}")).await, false);
    browser.run("document.querySelector('nav.pages a').focus()").await;
    browser.wait_until(fetched).await;
    page.assert_sound().await;
}
