//! The pages of the briefing: each shows what it is for, within its width, and leads to the sources.

use crate::browser::Browser;
use crate::page::Page;
use crate::site::Site;

/// Each page with the figures that stand on it.
const PAGES: [(&str, &[&str]); 5] = [
    ("ccc-reform", &["ccc-basics", "ccc-changes", "ccc-next", "ccc-versions", "ccc-documents"]),
    (
        "china-standards-2035",
        &["cs2035-numbers", "cs2035-timeline", "cs2035-targets", "standards-in-year", "cs2035-documents"],
    ),
    ("documents", &["seed-positions", "all-documents"]),
    ("attendance", &["seed-attendance", "all-meetings", "organisations-matrix"]),
    ("about", &["data-set"]),
];

#[tokio::test]
async fn each_page_shows_its_figures_within_its_width() {
    let (site, browser) = (Site::start(), Browser::start().await);
    for (width, height) in [(1280, 900), (768, 900), (360, 740)] {
        browser.resize(width, height).await;
        for (view, figures) in PAGES {
            let page = Page::open(&browser, &site, &format!("?view={view}")).await;
            for figure in figures {
                let drawn = format!("Number(document.querySelector('figure[data-figure=\"{figure}\"]').dataset.drawn)");
                assert!(page.number(&drawn).await > 0.0, "{view}: {figure} at {width}");
            }
            let over = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assert_eq!(page.number(over).await, 0.0, "{view} scrolls sideways at {width}");
            page.assert_sound().await;
        }
    }
}

#[tokio::test]
async fn the_attendance_of_the_roundtable_is_told_as_stated() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=attendance").await;
    let text = page.find("figure[data-figure=seed-attendance]").await.text().await.unwrap();
    for said in ["more than 30", "74%", "16%", "10%", "come to 100%", "QIU Lei"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    page.choose("mt-2019-11-16.group.industry").await;
    browser.wait_until("document.querySelector('[data-region=detail] .citations a[data-key=src-seed]')").await;
    page.assert_sound().await;
}

#[tokio::test]
async fn policy_acts_are_filtered_by_kind_and_status_and_the_link_keeps_it() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=documents").await;
    let listed = "document.querySelectorAll('figure[data-figure=all-documents] .source-list > li').length";
    let all = page.number(listed).await;
    assert_eq!(all, 104.0);
    let chip = "[...document.querySelectorAll('[data-region=facets] .chip')].find((it) => it.textContent.startsWith('in force '))";
    let count = page.number(&format!("Number({chip}.querySelector('span').textContent)")).await;
    assert!(count > 0.0 && count < all, "{count}");
    browser.run(&format!("{chip}.click()")).await;
    browser.wait_until(&format!("{listed} === {count}")).await;
    let query = browser.run("return location.search").await;
    assert!(query.as_str().unwrap().contains("status=in-force"), "{query}");
    let page = Page::open(&browser, &site, query.as_str().unwrap()).await;
    assert_eq!(page.number(listed).await, count);
    page.assert_sound().await;
}

#[tokio::test]
async fn targets_stand_beside_the_latest_measured_value() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=china-standards-2035").await;
    page.use_figure_control("cs2035-targets", "table").await;
    let row = page.find("tr:has(th a[data-key=tg-nsdo-adoption])").await.text().await.unwrap();
    for said in ["2025", "more than 85%", "88.9%", "31 December 2025"] {
        assert!(row.contains(said), "{said}: {row}");
    }
    page.assert_sound().await;
}

#[tokio::test]
async fn what_is_pointed_at_in_a_picture_is_named() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=ccc-reform").await;
    let value = "[data-figure=catalogue-size] [data-key=\"ccc.catalogue.products.2001-12-03\"]";
    let card = "document.querySelector('[data-figure=catalogue-size] .hover-card')";
    browser.wait_until(&format!("document.querySelector('{value}')")).await;
    browser.run(&format!("document.querySelector('{value}').focus()")).await;
    browser.wait_until(&format!("{card}?.textContent.includes('132 products')")).await;
    browser.press("Escape").await;
    browser.wait_until(&format!("!{card}")).await;
    browser.run(&format!("document.querySelector('{value}').blur()")).await;
    browser.hover_at(browser.middle_of(&format!("{value} .s-hit")).await).await;
    browser.wait_until(&format!("{card}?.textContent.includes('132 products')")).await;
    page.assert_sound().await;
}

#[tokio::test]
async fn a_marked_event_leads_to_the_timeline_and_back() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=ccc-reform").await;
    let pin = "[data-figure=catalogue-size] [data-key=ccc-2019-44]";
    browser.wait_until(&format!("document.querySelector('{pin}')")).await;
    browser
        .run(&format!("document.querySelector('{pin}').dispatchEvent(new MouseEvent('click', {{ bubbles: true }}))"))
        .await;
    let link = |view: &str| format!("[data-region=detail] a[href*=\"view={view}\"]");
    browser.wait_until(&format!("document.querySelector('{}')", link("timeline"))).await;
    browser.run(&format!("document.querySelector('{}').click()", link("timeline"))).await;
    browser.wait_until("document.querySelector('figure.timeline [data-key=ccc-2019-44]')").await;
    browser.run(&format!("document.querySelector('{}').click()", link("ccc-reform"))).await;
    browser.wait_until(&format!("document.querySelector('{pin}')")).await;
    page.assert_sound().await;
}
