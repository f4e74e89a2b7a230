//! Links: sharing them, opening old, odd and wrong ones, and filters in them.

use crate::browser::{Browser, Setup};
use crate::page::Page;
use crate::site::Site;
use crate::timeline::TIMELINE;
use serde_json::json;

/// A view with everything that a link usually holds.
const VIEW: &str = "?view=timeline&from=2019-01-01&to=2020-12-31&track=ccc&select=ccc-2019-44&theme=dark";

/// What two readers compare.
const SEEN: &str = "const { lang, dataset } = document.documentElement, figure = document.querySelector('figure[data-from]');
    return [lang, dataset.theme, figure.dataset.from, figure.dataset.to, figure.dataset.visible,
        document.querySelector('[data-region=detail]').textContent,
        [...document.querySelectorAll('.tracks [data-key]')].map((item) => item.dataset.key + item.getAttribute('transform')),
        document.querySelector('.tracks [aria-current]')?.dataset.key]";

/// Opens a shared link in a browser that would choose another language, and gives what is seen there.
async fn seen_by_another(address: &str) -> serde_json::Value {
    let other = Browser::start_with(Setup { languages: "zh-CN", ..Setup::default() }).await;
    other.open(address).await;
    other.wait_for_state("ready").await;
    other.run(SEEN).await
}

#[tokio::test]
async fn a_copied_link_shows_another_reader_the_same() {
    let (site, browser) = (Site::start(), Browser::start().await);
    browser.allow_clipboard().await;
    let page = Page::open(&browser, &site, VIEW).await;
    page.use_control("share").await;
    browser.wait_until("document.querySelector('[role=status]').textContent").await;
    assert_eq!(page.status_text().await, "The link to this view was copied");
    let copied = browser.run_async("navigator.clipboard.readText().then(arguments[0])", Vec::new()).await;
    let copied = copied.as_str().expect("a text");
    assert!(copied.starts_with(&site.address) && copied.len() < 300, "{copied}");
    assert_eq!(browser.run(SEEN).await, seen_by_another(copied).await);
    page.assert_sound().await;
}

#[tokio::test]
async fn where_copying_is_refused_the_link_can_be_taken_by_hand() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, VIEW).await;
    let refuse =
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error()) } })";
    browser.run(refuse).await;
    page.use_control("share").await;
    browser.wait_until("document.querySelector('.share-address input[readonly]')").await;
    assert_eq!(page.status_text().await, "Copy this address:");
    let address = page.texts("[document.querySelector('.share-address input').value]").await.remove(0);
    assert_eq!(browser.run(SEEN).await, seen_by_another(&address).await);
    browser.assert_accessible().await;
    page.assert_sound().await;
}

#[tokio::test]
async fn what_a_link_says_in_vain_is_told() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=timeline&colour=red&from=2019-13-45&theme=pink&to=2020").await;
    let notices = page.region_text("notices").await;
    for part in ["colour", "from=2019-13-45", "theme=pink"] {
        assert!(notices.contains(part), "no {part:?} in {notices}");
    }
    assert_eq!(page.span().await.1, "2020-12-31");
    browser.assert_accessible().await;

    for (query, part) in [
        ("?select=nothing-like-it", "nothing-like-it"),
        ("?view=nowhere", "nowhere"),
        ("?select=%00%3Cscript%3E", "script"),
        ("?embed=yes&&=&from", "embed=yes"),
    ] {
        page.go(query).await;
        assert!(page.region_text("notices").await.contains(part), "{query}");
        assert_eq!(page.count("h1").await, 1);
        assert_eq!(page.count("[role=alert]").await, 0);
    }
    page.go(TIMELINE).await;
    assert_eq!(page.region_text("notices").await, "");
    page.assert_sound().await;
}

#[tokio::test]
async fn former_ids_still_open() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?select=ev-mt-2015-04-07").await;
    let detail = page.find("[data-region=detail]").await;
    assert_eq!(detail.attr("data-key").await.unwrap().as_deref(), Some("mt-2015-04-07"));
    assert_eq!(page.region_text("notices").await, "");
    page.assert_sound().await;
}

#[tokio::test]
async fn a_link_shows_one_track_and_the_reader_all_again() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let all = page.table_keys().await;
    page.go(&format!("{TIMELINE}&track=ccc")).await;
    let some = page.table_keys().await;
    assert!(!some.is_empty() && some.len() < all.len() && some.is_subset(&all));
    assert!(!some.contains("mt-2019-11-16"));
    let pressed = "[...document.querySelectorAll('[data-region=facets] [aria-pressed=true]')].length";
    assert_eq!(page.number(pressed).await, 1.0);

    // A second track by its button, then the first one off.
    let chip = |at: u8| format!("[data-region=facets] button:nth-of-type({at})");
    let first = page.texts(&format!("[document.querySelector({}).ariaPressed]", json!(chip(1)))).await;
    let other = if first == ["true"] { 2 } else { 1 };
    page.find(&chip(other)).await.click().await.unwrap();
    browser.wait_until(&format!("{pressed} === 2")).await;
    assert!(page.table_keys().await.len() > some.len());
    page.find(&chip(other)).await.click().await.unwrap();
    browser.wait_until(&format!("{pressed} === 1")).await;
    assert_eq!(page.table_keys().await, some);

    page.use_control("clear").await;
    browser.wait_until(&format!("{pressed} === 0")).await;
    assert_eq!(page.table_keys().await, all);
    assert_eq!(page.query().await, TIMELINE);
    page.assert_sound().await;
}

#[tokio::test]
async fn words_find_items_on_the_timeline() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, &format!("{TIMELINE}&from=earliest&to=latest")).await;
    let all = page.timeline_count("data-visible").await;
    page.find("[data-region=search] input").await.send_keys("roundtable").await.unwrap();
    browser.wait_until(&format!("document.querySelector('figure[data-from]').dataset.visible < {all}")).await;
    assert!(page.table_keys().await.contains("mt-2019-11-16"));
    assert!(page.query().await.contains("q=roundtable"));
    page.go(&format!("{TIMELINE}&q=nothing-holds-these-words")).await;
    assert_eq!(page.timeline_count("data-visible").await, 0);
    let text = page.find("figure[data-from]").await.text().await.unwrap();
    assert!(text.contains("No item passes the filters"), "{text}");
    page.use_control("clear").await;
    browser.wait_until("document.querySelector('figure[data-from]').dataset.visible > 0").await;
    page.assert_sound().await;
}
