//! The same way through every page in each browser: what stands there, opened by mouse and by keyboard, in both languages.

use crate::browser::{Browser, Setup};
use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;
use serde_json::json;

/// Each page, and something on it that can be opened.
const PAGES: [(&str, &str); 9] = [
    ("overview", "figure[data-figure=headline] [data-key='mt-2019-11-16.total']"),
    ("ccc-reform", "figure[data-figure=catalogue-size] svg [data-key='ccc.catalogue.products.2006-03-31']"),
    ("china-standards-2035", "figure[data-figure=cs2035-timeline] .tracks [data-key='cs-2018-01-10']"),
    ("documents", "figure[data-figure=seed-positions] a[data-key=po-1]"),
    ("deadlines", "figure[data-figure=all-deadlines] h3 a[data-key]"),
    ("attendance", "figure[data-figure=all-meetings] a[data-key=mt-2006-07-13]"),
    ("timeline", "figure[data-figure=policy-timeline] .tracks [data-key='ccc-2018-11']"),
    ("sources", "figure[data-figure=all-sources] h3 a[data-key=src-seed]"),
    ("about", "figure[data-figure=data-set] details[open] a[data-key]"),
];

/// There is a figure, and each shows something.
const IS_DRAWN: &str = "((figures) => figures.length && figures.every(({ dataset }) => dataset.drawn > 0))(
    [...document.querySelectorAll('main figure[data-figure]')])";

/// Of each drawn figure it is known how long its scene took.
const IS_TIMED: &str = "[...document.querySelectorAll('main figure:has(.drawing svg)')].every(({ dataset }) =>
    performance.getEntriesByName(`annals:scene:${dataset.figure}`, 'measure').length === 1)";

const CLOSED: &str = "!document.querySelector('[data-region=detail]')";

/// Goes to a page by its link.
async fn turn_to(page: &Page<'_>, view: &str) {
    let link = format!("nav.pages a[data-key={view:?}], nav.pages a[href*='view={view}']");
    let link = if view == "overview" { "nav.pages a".to_owned() } else { link };
    page.find(&link).await.click().await.unwrap();
    page.browser.wait_until(&format!("document.querySelector('[data-view={view:?}]')")).await;
    page.browser.wait_until(IS_DRAWN).await;
    page.browser.wait_until(IS_TIMED).await;
}

/// Opens an item by mouse and by keyboard, and closes it in every way there is.
async fn open_and_close(page: &Page<'_>, item: &str) {
    let browser = page.browser;
    let key = page.texts(&format!("[document.querySelector({}).dataset.key]", json!(item))).await.remove(0);
    let opened = format!("document.querySelector('[data-region=detail]')?.dataset.key === {}", json!(key));
    browser.click_at(browser.middle_of(item).await).await;
    browser.wait_until(&opened).await;
    assert_eq!(page.focus().await, "h2", "{key}");
    assert!(page.query().await.contains("select="), "{key}");
    browser.press("Escape").await;
    browser.wait_until(CLOSED).await;
    assert_eq!(page.focus().await, key);
    browser.press("Enter").await;
    browser.wait_until(&opened).await;
    page.use_control("detail-close").await;
    browser.wait_until(CLOSED).await;
    assert_eq!(page.focus().await, key);
    browser.client.back().await.unwrap();
    browser.wait_until(&opened).await;
    browser.client.back().await.unwrap();
    browser.wait_until(CLOSED).await;
}

/// Switches to Chinese, where everything stands too, and back.
async fn switch_language(page: &Page<'_>) {
    for lang in ["zh-Hans", "en"] {
        page.use_control("lang").await;
        page.browser.wait_until(&format!("document.documentElement.lang === {lang:?}")).await;
        page.browser.wait_until(IS_DRAWN).await;
    }
}

/// Presses a filter, which the list follows, and takes it back.
async fn filter_documents(page: &Page<'_>) {
    let listed = "document.querySelectorAll('figure[data-figure=all-documents] .source-list > li').length";
    let (all, chip) = (page.number(listed).await, "[data-region=facets] button.chip");
    for is_some in [true, false] {
        page.find(chip).await.click().await.unwrap();
        page.browser.wait_until(&format!("document.querySelector({}).ariaPressed === '{is_some}'", json!(chip))).await;
        page.browser.wait_until(&format!("({listed} < {all}) === {is_some}")).await;
    }
}

/// Turns a chart into its table and back.
async fn see_as_table(page: &Page<'_>) {
    const FIGURE: &str = "catalogue-size";
    for part in ["tbody tr", "svg [data-key]"] {
        page.use_figure_control(FIGURE, "table").await;
        page.browser.wait_until(&format!("document.querySelector('figure[data-figure={FIGURE}] {part}')")).await;
    }
}

async fn every_page_works_in(engine: Engine) {
    let (site, browser) = (Site::start(), Browser::start_with(Setup { engine, ..Setup::default() }).await);
    let page = Page::open(&browser, &site, "").await;
    for (view, item) in PAGES {
        turn_to(&page, view).await;
        match view {
            "documents" => filter_documents(&page).await,
            "ccc-reform" => see_as_table(&page).await,
            "about" => page.find("figure[data-figure=data-set] .dispute summary").await.click().await.unwrap(),
            _ => {}
        }
        open_and_close(&page, item).await;
        switch_language(&page).await;
        page.assert_sound().await;
    }
    // And each by its address.
    for (view, _) in PAGES {
        page.go(&format!("?view={view}")).await;
        browser.wait_until(IS_DRAWN).await;
        page.assert_sound().await;
    }
}

#[tokio::test]
async fn every_page_works_in_chromium() {
    every_page_works_in(Engine::Chromium).await;
}

#[tokio::test]
async fn every_page_works_in_firefox() {
    every_page_works_in(Engine::Firefox).await;
}
