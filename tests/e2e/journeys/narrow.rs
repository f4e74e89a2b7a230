//! Narrow pages: the timeline as a list of years on a phone, as a drawing on a tablet.

use crate::browser::Browser;
use crate::page::Page;
use crate::site::Site;
use crate::timeline::TIMELINE;
use serde_json::json;

const PHONE: (u32, u32) = (360, 740);
const TABLET: (u32, u32) = (768, 1024);

#[tokio::test]
async fn on_a_phone_the_timeline_is_a_list_by_year() {
    let (site, browser) = (Site::start(), Browser::start().await);
    browser.resize(PHONE.0, PHONE.1).await;
    let page = Page::open(&browser, &site, TIMELINE).await;
    browser.wait_until("document.querySelector('.agenda')").await;
    assert_eq!(page.count("figure[data-from] .drawing").await, 0);
    let keys = "[...document.querySelectorAll('.agenda [data-key]')].map(({ dataset }) => dataset.key)";
    let listed = page.texts(keys).await;
    assert_eq!(listed.len(), page.timeline_count("data-visible").await);
    assert_eq!(listed.len(), page.timeline_count("data-drawn").await);

    let years = page.texts("[...document.querySelectorAll('.agenda h3')].map((it) => it.textContent)").await;
    assert!(years.len() > 5);
    let mut in_order = years.clone();
    in_order.sort();
    in_order.dedup();
    // What is open to the past comes first, under words instead of a year.
    let is_year = |year: &String| year.starts_with(|letter: char| letter.is_ascii_digit());
    assert!(years.iter().filter(|year| is_year(year)).eq(in_order.iter().filter(|year| is_year(year))), "{years:?}");
    let at = |key: &str| listed.iter().position(|one| one == key).unwrap_or_else(|| panic!("{key} is not listed"));
    assert!(at("ccc-2019-44") < at("mt-2019-11-16") && at("mt-2019-11-16") < at("ccc-2020-11-01"));
    browser.assert_accessible().await;
    page.assert_sound().await;
}

#[tokio::test]
async fn a_tap_opens_an_item_at_the_top_of_the_page() {
    let (site, browser) = (Site::start(), Browser::start().await);
    browser.resize(PHONE.0, PHONE.1).await;
    let page = Page::open(&browser, &site, TIMELINE).await;
    browser.wait_until("document.querySelector('.agenda')").await;
    let at = browser.middle_of(".agenda [data-key=ccc-2019-44]").await;
    browser.finger(&[at], Default::default()).await;
    browser.wait_until("document.querySelector('[data-region=detail]')?.dataset.key === 'ccc-2019-44'").await;
    assert_eq!(page.focus().await, "h2");
    let seen =
        "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.activeElement.getBoundingClientRect())";
    browser.wait_until(seen).await;
    page.use_control("detail-close").await;
    assert_eq!(page.focus().await, "ccc-2019-44");
    page.assert_sound().await;
}

#[tokio::test]
async fn a_list_can_be_moved_in_time_too() {
    let (site, browser) = (Site::start(), Browser::start().await);
    browser.resize(PHONE.0, PHONE.1).await;
    let page = Page::open(&browser, &site, TIMELINE).await;
    browser.wait_until("document.querySelector('.agenda')").await;
    let (start, visible) = (page.span().await, page.timeline_count("data-visible").await);
    page.find("button[aria-label='Zoom in']").await.click().await.unwrap();
    page.span_other_than(&start).await;
    assert!(page.timeline_count("data-visible").await < visible);
    page.assert_sound().await;
}

#[tokio::test]
async fn no_page_is_wider_than_its_window() {
    let (site, browser) = (Site::start(), Browser::start().await);
    for (width, height) in [PHONE, (320, 640), TABLET] {
        browser.resize(width, height).await;
        for lang in ["en", "zh-Hans"] {
            for query in
                ["?view=overview", TIMELINE, "?view=sources", "?select=mt-2019-11-16", "?view=timeline&q=x&kind=law"]
            {
                let page = Page::open(&browser, &site, &format!("{query}&lang={lang}")).await;
                browser.two_frames().await;
                page.assert_sound().await;
                // Nothing is cut off at the side either.
                let outside = "[...document.querySelectorAll('h1, h2, p, a, button, input, select')].filter((it) => {
                    const { right, width } = it.getBoundingClientRect();
                    return width > 1 && right > innerWidth + 1 && !it.closest('.table, .visually-hidden, .skip');
                }).map((it) => it.outerHTML.slice(0, 160))";
                assert_eq!(page.texts(outside).await, Vec::<String>::new(), "{width} px, {query}, {lang}");
            }
        }
    }
}

#[tokio::test]
async fn on_a_tablet_the_timeline_is_drawn() {
    let (site, browser) = (Site::start(), Browser::start().await);
    browser.resize(TABLET.0, TABLET.1).await;
    let page = Page::open(&browser, &site, TIMELINE).await;
    let drawing = "document.querySelector('figure[data-from] .tracks svg')";
    browser.wait_until(&format!("{drawing}?.getBoundingClientRect().right <= innerWidth")).await;
    assert!(page.timeline_count("data-drawn").await > 10);
    // Turned, the drawing follows.
    browser.resize(TABLET.1, TABLET.0).await;
    browser.wait_until(&format!("{drawing}.getBoundingClientRect().width > 800")).await;
    // And on a phone it becomes a list, with the same items.
    let visible = page.timeline_count("data-visible").await;
    browser.resize(PHONE.0, PHONE.1).await;
    browser.wait_until("document.querySelector('.agenda')").await;
    assert_eq!(json!(page.timeline_count("data-visible").await), json!(visible));
    page.assert_sound().await;
}
