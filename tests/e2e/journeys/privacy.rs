//! What the page leaves alone: other sites, the reader's storage, and the reader's clock.

use crate::browser::Browser;
use crate::page::Page;
use crate::site::Site;
use crate::timeline::TIMELINE;
use serde_json::json;

/// Goes through the pages as a reader does.
async fn look_around(page: &Page<'_>) {
    page.use_control("lang").await;
    page.find("[data-control=theme] option[value=dark]").await.click().await.unwrap();
    page.choose("timeline").await;
    page.browser.wait_until("document.querySelector('figure[data-from]')").await;
    page.choose("ccc-2019-44").await;
    page.browser.wait_until("document.querySelector('[data-region=detail]')").await;
    page.use_control("detail-close").await;
    page.use_control("share").await;
    page.browser.two_frames().await;
}

#[tokio::test]
async fn nothing_is_asked_of_other_sites() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "").await;
    look_around(&page).await;
    let origins = "[...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name, document.baseURI).origin))]";
    let own = page.texts("[location.origin]").await;
    assert_eq!(page.texts(origins).await, own);
    page.assert_sound().await;
}

#[tokio::test]
async fn nothing_is_stored() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "").await;
    look_around(&page).await;
    let stored = "const done = arguments[0];
        Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()]).then((lists) =>
            done([document.cookie, localStorage.length, sessionStorage.length, ...lists.map(({ length }) => length)]))";
    assert_eq!(browser.run_async(stored, Vec::new()).await, json!(["", 0, 0, 0, 0, 0]));
    page.assert_sound().await;
}

#[tokio::test]
async fn the_time_zone_of_the_reader_changes_nothing() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let items = "const { from, to, visible } = document.querySelector('figure[data-from]').dataset;
        return [from, to, visible, [...document.querySelectorAll('.tracks [data-key], .tracks [data-cluster]')].map((item) =>
            [item.dataset.key ?? item.dataset.cluster, item.getAttribute('transform'), item.getAttribute('aria-label'), item.textContent])]";
    let mut seen = Vec::new();
    for zone in ["UTC", "Pacific/Apia", "America/Los_Angeles", "Asia/Shanghai"] {
        browser.set_time_zone(zone).await;
        let page =
            Page::open(&browser, &site, "?view=timeline&from=2019-06-15&to=2020-03-31&select=mt-2019-11-16").await;
        assert_eq!(browser.run("return Intl.DateTimeFormat().resolvedOptions().timeZone").await, zone);
        assert_eq!(page.span().await, ("2019-06-15".to_owned(), "2020-03-31".to_owned()));
        assert!(page.region_text("detail").await.contains("16 November 2019"));
        seen.push(browser.run(items).await);
        page.find("button[aria-label='Later']").await.click().await.unwrap();
        page.wait_for_span_in_link().await;
        seen.push(json!(page.span().await));
        page.assert_sound().await;
    }
    let (first, rest) = seen.split_at(2);
    for zone in rest.chunks(2) {
        assert_eq!(zone, first);
    }
    let page = Page::open(&browser, &site, TIMELINE).await;
    page.assert_sound().await;
}
