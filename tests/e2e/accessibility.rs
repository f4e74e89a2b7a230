//! axe-core on every page, with each sort of item opened, in both languages and all themes.

use crate::axe::Violation;
use crate::browser::Browser;
use crate::page::Page;
use crate::site::Site;

/// Each page, and one opened item of each sort.
const VIEWS: [&str; 15] = [
    "?view=overview",
    "?view=timeline",
    "?view=sources",
    "?view=ccc-reform",
    "?view=china-standards-2035",
    "?view=documents",
    "?view=attendance",
    "?view=about",
    "?view=timeline&track=ccc&q=reform",
    "?view=timeline&select=ccc-2019-44",
    "?select=mt-2019-11-16",
    "?select=in-ccc-2001-33",
    "?select=ccc.catalogue.products.2001-12-03",
    "?select=src-seed",
    "?select=nothing-like-it&from=never",
];

/// Looks at every page in one theme.
async fn every_page_is_accessible(theme: &str) {
    let (site, browser) = (Site::start(), Browser::start().await);
    let mut found = Vec::new();
    for lang in ["en", "zh-Hans"] {
        for view in VIEWS {
            let view = format!("{view}&lang={lang}&theme={theme}");
            let page = Page::open(&browser, &site, &view).await;
            let violations = browser.accessibility_violations().await;
            found.extend(violations.iter().map(|violation: &Violation| format!("{view}: {violation}")));
            page.assert_sound().await;
        }
    }
    assert!(found.is_empty(), "axe found:\n  {}", found.join("\n  "));
}

#[tokio::test]
async fn every_page_is_accessible_in_light() {
    every_page_is_accessible("light").await;
}

#[tokio::test]
async fn every_page_is_accessible_in_dark() {
    every_page_is_accessible("dark").await;
}

#[tokio::test]
async fn every_page_is_accessible_in_high_contrast() {
    every_page_is_accessible("contrast").await;
}

#[tokio::test]
async fn the_table_beside_the_timeline_is_accessible() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=timeline").await;
    page.use_control("table").await;
    browser.wait_until("document.querySelector('figure[data-from] tbody tr')").await;
    browser.assert_accessible().await;
    page.assert_sound().await;
}
