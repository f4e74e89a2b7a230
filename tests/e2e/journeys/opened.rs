//! Opening an item by mouse and by keyboard, and going on from there: to its sources, to what it follows, and back.

use crate::browser::Browser;
use crate::page::Page;
use crate::site::Site;
use crate::timeline::TIMELINE;
use serde_json::json;

/// A span in which the reform of October 2019 stands by itself.
const AROUND_REFORM: &str = "?view=timeline&track=ccc&from=2019-09-01&to=2020-01-31";
const REFORM: &str = "ccc-2019-44";

/// Waits until the panel shows an item.
async fn wait_for_opened(browser: &Browser, key: &str) {
    browser
        .wait_until(&format!("document.querySelector('[data-region=detail]')?.dataset.key === {}", json!(key)))
        .await;
}

/// Waits until the panel is closed.
async fn wait_for_closed(browser: &Browser) {
    browser.wait_until("!document.querySelector('[data-region=detail]')").await;
}

#[tokio::test]
async fn a_click_opens_an_item_and_escape_leads_back_to_it() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, AROUND_REFORM).await;
    browser.click_at(browser.middle_of(&format!(".tracks [data-key={REFORM:?}]")).await).await;
    wait_for_opened(&browser, REFORM).await;
    let detail = page.region_text("detail").await;
    for part in ["2019 reform: 18 products out", "17 October 2019", "市場監管總局", "Sources", "sesec.eu"] {
        assert!(detail.contains(part), "no {part:?} in {detail}");
    }
    assert_eq!(page.focus().await, "h2");
    assert!(page.query().await.contains(&format!("select={REFORM}")));
    assert_eq!(page.count(&format!(".tracks [data-key={REFORM:?}][aria-current=true]")).await, 1);

    browser.press("Escape").await;
    wait_for_closed(&browser).await;
    assert_eq!(page.focus().await, REFORM);
    assert!(!page.query().await.contains("select="));
    browser.run("history.back()").await;
    wait_for_opened(&browser, REFORM).await;
    page.assert_sound().await;
}

#[tokio::test]
async fn the_keyboard_alone_opens_an_item() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, AROUND_REFORM).await;
    page.tab_to_drawing().await;
    browser.press("Home").await;
    let first = page.focused_stop().await.unwrap();
    browser.press("End").await;
    let last = page.focused_stop().await.unwrap();
    assert_ne!(first, last);
    browser.press("Home").await;
    let mut stop = page.focused_stop().await.unwrap();
    assert_eq!(stop, first);
    while stop.kind != "key" {
        browser.press("ArrowRight").await;
        stop = page.focused_stop().await.unwrap();
    }
    browser.press("ArrowRight").await;
    assert_ne!(page.focused_stop().await.unwrap(), stop);
    browser.press("ArrowLeft").await;
    assert_eq!(page.focused_stop().await.unwrap(), stop);

    for key in ["Enter", "Space"] {
        browser.press(key).await;
        wait_for_opened(&browser, &stop.id).await;
        assert_eq!(page.focus().await, "h2");
        browser.press("Escape").await;
        wait_for_closed(&browser).await;
        assert_eq!(page.focused_stop().await.unwrap(), stop);
    }
    page.assert_sound().await;
}

#[tokio::test]
async fn an_item_leads_to_what_it_follows_and_what_follows_it() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, &format!("{TIMELINE}&select=ccc-2019-next")).await;
    assert!(page.region_text("detail").await.contains("What it follows"));
    page.find(&format!("[data-region=detail] [data-key={REFORM:?}]")).await.click().await.unwrap();
    wait_for_opened(&browser, REFORM).await;
    assert!(page.region_text("detail").await.contains("What follows it"));
    page.find("[data-region=detail] [data-key=ccc-2019-next]").await.click().await.unwrap();
    wait_for_opened(&browser, "ccc-2019-next").await;
    // Each of them was a step.
    browser.run("history.back()").await;
    wait_for_opened(&browser, REFORM).await;
    page.assert_sound().await;
}

#[tokio::test]
async fn a_source_leads_to_all_that_rests_on_it() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?select=mt-2019-11-16").await;
    page.find("[data-region=detail] .citations [data-key=src-seed]").await.click().await.unwrap();
    wait_for_opened(&browser, "src-seed").await;
    assert_eq!(page.focus().await, "h2");
    let detail = page.region_text("detail").await;
    assert!(detail.contains("items rest on it"), "{detail}");

    let out = "const link = document.querySelector('[data-region=detail] a[target]');
        return [link.href, link.target, link.rel.split(' ').sort().join(' '), link.textContent.includes('new tab')]";
    let address = "https://www.sesec.eu/sesec-roundtable-meeting-on-china-standardization/";
    assert_eq!(browser.run(out).await, json!([address, "_blank", "noopener noreferrer", true]));

    page.find("[data-region=detail] .items [data-key=mt-2019-11-16]").await.click().await.unwrap();
    wait_for_opened(&browser, "mt-2019-11-16").await;
    page.assert_sound().await;
}

#[tokio::test]
async fn the_meeting_of_november_2019_is_there_whole() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?select=mt-2019-11-16").await;
    let detail = page.region_text("detail").await;
    for part in [
        "16 November 2019",
        "QIU Lei",
        "Betty XU",
        "1 May 2002",
        "1 August 2003",
        "market-driven",
        "August 2015",
        "Keep the system stable",
        "China Standards 2035",
        "more than 30",
        "74%",
        "16%",
        "10%",
        "headquarters in Europe",
    ] {
        assert!(detail.contains(part), "no {part:?} in {detail}");
    }
    page.assert_sound().await;
}

#[tokio::test]
async fn an_item_is_found_on_the_timeline() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, &format!("?select={REFORM}")).await;
    page.find("[data-region=detail] a[href*='view=timeline']").await.click().await.unwrap();
    browser.wait_until("document.querySelector('[data-view=timeline]')").await;
    wait_for_opened(&browser, REFORM).await;
    let (from, to) = page.span().await;
    assert!(&*from < "2019-10-17" && &*to > "2019-10-17", "{from} to {to}");
    page.assert_sound().await;
}

#[tokio::test]
async fn a_cluster_lists_what_it_stands_for() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let chip = page.texts("[document.querySelector('.tracks [data-cluster]').dataset.cluster]").await.remove(0);
    let selector = format!(".tracks [data-cluster={chip:?}]");
    let name = page.find(&selector).await.attr("aria-label").await.unwrap().unwrap();
    let text = page
        .texts(&format!("[document.querySelector({}).textContent]", json!(format!("{selector} + .s-words"))))
        .await
        .remove(0);
    browser.click_at(browser.middle_of(&selector).await).await;
    browser.wait_until("document.querySelector('.cluster-card [data-key]')").await;
    let listed = page.listed_keys().await;
    let number: String = name.chars().take_while(char::is_ascii_digit).collect();
    assert_eq!(number, listed.len().to_string(), "{name}");
    assert!(text.contains(&format!("+{}", listed.len())), "{text}");
    assert_eq!(page.focus().await, listed[0]);
    browser.assert_accessible().await;

    browser.press("Escape").await;
    browser.wait_until("!document.querySelector('.cluster-card')").await;
    assert_eq!(page.focused_stop().await.map(|stop| stop.id), Some(chip));
    for key in listed {
        browser.press("Enter").await;
        let link = format!(".cluster-card [data-key={key:?}]");
        page.find(&link).await.click().await.unwrap();
        wait_for_opened(&browser, &key).await;
        assert_eq!(page.focus().await, "h2");
        browser.run("history.back()").await;
        wait_for_closed(&browser).await;
        page.go(TIMELINE).await;
        browser.run_with("document.querySelector(arguments[0]).focus()", vec![json!(selector)]).await;
    }
    page.assert_sound().await;
}

#[tokio::test]
async fn a_cluster_can_be_opened_up_by_zooming() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let start = page.span().await;
    browser.click_at(browser.middle_of(".tracks [data-cluster]").await).await;
    browser.wait_until("document.querySelector('.cluster-card [data-key]')").await;
    let listed = page.listed_keys().await;
    page.find(".cluster-card > button").await.click().await.unwrap();
    page.span_other_than(&start).await;
    let shown = page.table_keys().await;
    for key in listed {
        assert!(shown.contains(&key), "{key} is out of view");
    }
    page.assert_sound().await;
}

#[tokio::test]
async fn a_track_folds_and_unfolds() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let (visible, drawn) = (page.timeline_count("data-visible").await, page.timeline_count("data-drawn").await);
    let words = "[document.querySelector('[data-track=ccc]').getAttribute('aria-label'),
        document.querySelector('[data-track=ccc] + .s-words .s-track-count').textContent]";
    let words = page.texts(words).await;
    assert_eq!(words[0], format!("Fold CCC reform, {} items shown", words[1]));
    browser.click_at(browser.middle_of(".tracks [data-track=ccc] .s-hit").await).await;
    browser.wait_until("document.querySelector('.tracks [data-track=ccc][aria-expanded=false]')").await;
    assert_eq!(page.timeline_count("data-visible").await, visible);
    assert!(page.timeline_count("data-drawn").await < drawn);
    browser.press("Enter").await;
    browser.wait_until("document.querySelector('.tracks [data-track=ccc][aria-expanded=true]')").await;
    assert_eq!(page.timeline_count("data-drawn").await, drawn);
    page.assert_sound().await;
}

#[tokio::test]
async fn an_opened_item_leaves_the_timeline_as_it_was() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    browser.click_at(browser.middle_of(".tracks [data-track=ccc] .s-hit").await).await;
    let folded = "document.querySelector('.tracks [data-track=ccc][aria-expanded=false]')";
    browser.wait_until(folded).await;
    browser.run("document.querySelector('.drawing').isTheSame = true").await;
    let key = page.drawn_keys().await.swap_remove(0);
    browser.click_at(browser.middle_of(&format!(".tracks [data-key={key:?}]")).await).await;
    wait_for_opened(&browser, &key).await;
    browser.wait_until(folded).await;
    page.use_control("detail-close").await;
    wait_for_closed(&browser).await;
    browser.wait_until(folded).await;
    assert_eq!(browser.run("return document.querySelector('.drawing').isTheSame").await, true);
    page.assert_sound().await;
}

#[tokio::test]
async fn pointing_at_an_item_shows_its_card_and_keeps_the_focus() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, AROUND_REFORM).await;
    page.tab_to_drawing().await;
    browser.press("End").await;
    let stop = page.focused_stop().await.unwrap();
    browser.hover_at(browser.middle_of(&format!(".tracks [data-key={REFORM:?}]")).await).await;
    browser.wait_until("document.querySelector('.hover-card')?.textContent.includes('17 October 2019')").await;
    assert_eq!(page.focused_stop().await, Some(stop));
    browser.press("Escape").await;
    browser.wait_until("!document.querySelector('.hover-card')").await;
    assert_eq!(page.count("[data-region=detail]").await, 0);
    page.assert_sound().await;
}

#[tokio::test]
async fn the_focus_goes_back_to_the_figure_it_came_from() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=attendance").await;
    let link = "[data-figure=all-meetings] .meeting-list a[data-key=mt-2019-11-16]";
    browser.wait_until(&format!("document.querySelector('{link}')")).await;
    browser.run(&format!("const link = document.querySelector('{link}'); link.focus(); link.click()")).await;
    wait_for_opened(&browser, "mt-2019-11-16").await;
    page.use_control("detail-close").await;
    wait_for_closed(&browser).await;
    browser.wait_until(&format!("document.activeElement === document.querySelector('{link}')")).await;
    page.assert_sound().await;
}
