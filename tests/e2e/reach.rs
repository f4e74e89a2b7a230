//! What is seen can be reached: every item of the timeline by keyboard, by name, within sight.

use crate::browser::Browser;
use crate::page::Page;
use crate::site::Site;
use crate::timeline::{Stop, TIMELINE};
use serde_json::json;
use std::collections::BTreeSet;

/// Whether the stop with the focus is in view, not below the axis, and shows its focus; and the number of tab stops.
const FOCUSED: &str = "const stop = document.activeElement, hit = stop.querySelector('.s-hit');
    const { top, bottom, left, right } = hit.getBoundingClientRect(), style = getComputedStyle(hit);
    const axis = document.querySelector('.drawing .axis').getBoundingClientRect();
    const isInView = top >= axis.bottom - 1 && bottom <= innerHeight + 1 && left >= -1 && right <= innerWidth + 1;
    const isRinged = style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2;
    return [isInView, isRinged, stop.closest('figure').querySelectorAll('.drawing svg [tabindex=\"0\"]').length]";

/// Walks through the timeline and compares what is reached with what is there.
async fn everything_is_reached(width: u32, height: u32, query: &str) {
    let (site, browser) = (Site::start(), Browser::start().await);
    browser.resize(width, height).await;
    let page = Page::open(&browser, &site, query).await;
    browser.two_frames().await;
    let visible = page.timeline_count("data-visible").await;
    let drawn: BTreeSet<String> = page.drawn_keys().await.into_iter().collect();
    assert_eq!(drawn.len(), page.timeline_count("data-drawn").await);
    let listed = page.table_keys().await;
    assert_eq!(listed.len(), visible);

    page.tab_to_drawing().await;
    let mut in_clusters = BTreeSet::new();
    let stops = page
        .walk(async |stop: &Stop| {
            assert!(!stop.name.trim().is_empty(), "{stop:?} has no name");
            assert_eq!(browser.run(FOCUSED).await, json!([true, true, 1]), "in view, ringed, one tab stop: {stop:?}");
            if stop.kind == "cluster" {
                browser.press("Enter").await;
                let listed = page.listed_keys().await;
                assert!(!listed.is_empty(), "{stop:?} opens no list");
                in_clusters.extend(listed);
                browser.press("Escape").await;
                assert_eq!(page.focused_stop().await.as_ref(), Some(stop));
            }
        })
        .await;
    let reached: BTreeSet<String> =
        stops.iter().filter(|stop| stop.kind == "key").map(|stop| stop.id.clone()).collect();
    assert_eq!(reached, drawn);
    assert!(reached.is_disjoint(&in_clusters));
    assert_eq!(reached.len() + in_clusters.len(), visible);
    assert_eq!(reached.union(&in_clusters).cloned().collect::<BTreeSet<_>>(), listed);

    // Nothing else in the drawing is a tab stop: the next one is beyond it.
    browser.press("Tab").await;
    assert_eq!(page.focused_stop().await, None);
    browser.press("Shift+Tab").await;
    assert!(page.focused_stop().await.is_some());
    page.assert_sound().await;
}

#[tokio::test]
async fn every_item_is_reached_on_a_desktop() {
    everything_is_reached(1280, 800, TIMELINE).await;
}

#[tokio::test]
async fn every_item_is_reached_on_a_tablet() {
    everything_is_reached(768, 1024, TIMELINE).await;
}

#[tokio::test]
async fn every_item_is_reached_beside_an_opened_one() {
    everything_is_reached(1280, 800, "?view=timeline&from=2019-06-01&to=2020-06-30&select=src-seed&lang=zh-Hans").await;
}

#[tokio::test]
async fn every_year_of_the_chart_is_reached_and_leads_there() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "").await;
    let chart = "figure[data-figure=activity] svg";
    assert_eq!(page.count(&format!("{chart} [tabindex='0']")).await, 1);
    browser
        .run_with("document.querySelector(arguments[0]).focus()", vec![json!(format!("{chart} [tabindex='0']"))])
        .await;
    let name = "[document.activeElement.getAttribute('aria-label'), document.activeElement.dataset.period ?? '']";
    browser.press("Home").await;
    let mut years: Vec<Vec<String>> = Vec::new();
    loop {
        let year = page.texts(name).await;
        if years.last() == Some(&year) {
            break;
        }
        assert!(year[0].starts_with(&year[1]), "{year:?}");
        years.push(year);
        browser.press("ArrowRight").await;
    }
    assert_eq!(years.len() as u64, page.count(&format!("{chart} [data-period]")).await);
    browser.press("Enter").await;
    browser.wait_until("document.querySelector('figure[data-from]')").await;
    let (from, to) = page.span().await;
    let last = &years.last().unwrap()[1];
    assert!(from[..4] <= **last && **last <= to[..4], "{from} to {to} is not about {last}");
    page.assert_sound().await;
}
