//! The timeline under the reader's hands: zoom and move by button, wheel, key, mouse and finger.

use crate::browser::Browser;
use crate::input::Point;
use crate::page::Page;
use crate::site::Site;
use crate::timeline::{DRAWING, TIMELINE};
use serde_json::{Value, json};
use std::time::Duration;

/// Between two points of a drag.
const PACE: Duration = Duration::from_millis(16);

#[tokio::test]
async fn the_timeline_says_what_it_shows() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    assert_eq!(page.span().await, ("2018-01-01".to_owned(), "2027-12-31".to_owned()));
    let (visible, drawn) = (page.timeline_count("data-visible").await, page.timeline_count("data-drawn").await);
    assert_eq!(page.drawn_keys().await.len(), drawn);
    assert!(drawn <= visible && visible > 100, "{drawn} of {visible}");
    // Every item of the span is in the table.
    assert_eq!(page.table_keys().await.len(), visible);
    page.assert_sound().await;
}

#[tokio::test]
async fn a_span_in_the_link_is_shown_exactly() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=timeline&from=2019-11&to=2020-02-29").await;
    assert_eq!(page.span().await, ("2019-11-01".to_owned(), "2020-02-29".to_owned()));
    page.go("?view=timeline&from=earliest&to=latest").await;
    let (from, to) = page.span().await;
    assert!(&*from < "2001" && &*to > "2027", "{from} to {to}");
    page.assert_sound().await;
}

#[tokio::test]
async fn buttons_zoom_and_back_restores() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let (start, days) = (page.span().await, page.days_shown().await);
    page.find("button[aria-label='Zoom in']").await.click().await.unwrap();
    let near = page.span_other_than(&start).await;
    let share = page.days_shown().await as f64 / days as f64;
    assert!((0.49..0.51).contains(&share), "{share}");
    page.wait_for_span_in_link().await;
    page.find("button[aria-label='Later']").await.click().await.unwrap();
    let later = page.span_other_than(&near).await;
    assert!(later.0 > near.0, "{later:?}");

    browser.run("history.back()").await;
    page.span_other_than(&later).await;
    assert_eq!(page.span().await, near);
    browser.run("history.back()").await;
    page.span_other_than(&near).await;
    assert_eq!(page.span().await, start);
    assert_eq!(page.query().await, TIMELINE);
    browser.run("history.forward()").await;
    page.span_other_than(&start).await;
    assert_eq!(page.span().await, near);
    page.assert_sound().await;
}

#[tokio::test]
async fn the_wheel_zooms_only_with_control() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let (start, days) = (page.span().await, page.days_shown().await);
    let place = page.empty_place().await;
    let page_zoom = "devicePixelRatio * visualViewport.scale";
    let (scroll, zoom) = (page.number("scrollY").await, page.number(page_zoom).await);
    browser.wheel(place, (0, -240), "Control").await;
    page.span_other_than(&start).await;
    page.wait_for_span_in_link().await;
    assert!(page.days_shown().await < days);
    assert_eq!((page.number("scrollY").await, page.number(page_zoom).await), (scroll, zoom));
    page.assert_sound().await;
}

#[tokio::test]
async fn the_plain_wheel_belongs_to_the_page() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let start = page.span().await;
    let place = page.empty_place().await;
    browser.run("scrollTo({ top: 0, behavior: 'instant' })").await;
    let place = (place.0, place.1.min(600.0));
    browser.wheel(place, (0, 120), "").await;
    browser.wait_until("scrollY > 0").await;
    assert_eq!(page.span().await, start);
    assert_eq!(page.query().await, TIMELINE);
    page.assert_sound().await;
}

#[tokio::test]
async fn keys_zoom_and_move() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    page.tab_to_drawing().await;
    let (start, days) = (page.span().await, page.days_shown().await);
    browser.press("+").await;
    let near = page.span_other_than(&start).await;
    let near_days = page.days_shown().await;
    assert!(near_days < days);
    assert!(page.focused_stop().await.is_some(), "the focus stays while zooming");
    browser.press("-").await;
    page.span_other_than(&near).await;
    assert!(page.days_shown().await > near_days);

    let before = page.span().await;
    browser.press("PageDown").await;
    let later = page.span_other_than(&before).await;
    assert!(later.0 > before.0);
    browser.press("PageUp").await;
    assert!(page.span_other_than(&later).await.0 < later.0);

    let before = page.span().await;
    browser.press("0").await;
    page.span_other_than(&before).await;
    assert!(page.query().await.contains("from=earliest&to=latest"), "{}", page.query().await);
    assert!(page.focused_stop().await.is_some(), "the focus stays while moving");
    page.assert_sound().await;
}

#[tokio::test]
async fn the_focus_stays_on_the_timeline_when_its_item_leaves() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    page.tab_to_drawing().await;
    let start = page.span().await;
    browser.press("End").await;
    for key in ["+", "+", "PageUp", "PageUp", "-", "-", "-"] {
        let before = page.span().await;
        browser.press(key).await;
        page.span_other_than(&before).await;
        browser.wait_until("document.activeElement.closest('figure[data-from] svg')").await;
        assert!(page.focused_stop().await.is_some(), "after {key}");
    }
    assert_ne!(page.span().await, start);
    page.assert_sound().await;
}

#[tokio::test]
async fn what_the_timeline_shows_is_announced_once_it_rests() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let said = "document.querySelector('[role=status]').textContent";
    assert_eq!(page.status_text().await, "");
    page.tab_to_drawing().await;
    browser.press("+").await;
    browser.wait_until(&format!("{said}.includes('items in this span')")).await;
    let same = format!("{said} === document.querySelector('.figure-status').textContent");
    browser.wait_until(&same).await;
    page.assert_sound().await;
}

#[tokio::test]
async fn a_drag_moves_the_days_and_opens_nothing() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let (start, days) = (page.span().await, page.days_shown().await);
    let (x, y) = page.empty_place().await;
    browser.drag(&[(x, y), (x + 40.0, y + 3.0), (x + 90.0, y + 5.0), (x + 150.0, y)], PACE).await;
    let earlier = page.span_other_than(&start).await;
    assert!(earlier.0 < start.0, "to the right is to the past: {earlier:?}");
    assert_eq!(page.days_shown().await, days);
    page.wait_for_span_in_link().await;

    // Over an item too.
    let key = page.drawn_keys().await.swap_remove(3);
    let (x, y) = browser.middle_of(&format!(".tracks [data-key={key:?}]")).await;
    browser.drag(&[(x, y), (x - 30.0, y), (x - 80.0, y)], PACE).await;
    let later = page.span_other_than(&earlier).await;
    assert!(later.0 > earlier.0, "{later:?}");
    assert_eq!(page.count("[data-region=detail]").await, 0);
    page.wait_for_span_in_link().await;

    // What moved was one step: Back leads to where it began.
    browser.run("history.back()").await;
    page.span_other_than(&later).await;
    assert_eq!(page.span().await, earlier);
    page.assert_sound().await;
}

#[tokio::test]
async fn a_drag_that_the_browser_takes_is_taken_back() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let start = page.span().await;
    let (x, y) = page.empty_place().await;
    let before = browser.run(PLACES).await;
    let touch = async |kind: &str, at: Option<Point>| {
        let points: Vec<Value> = at.iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
        browser.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await;
        browser.two_frames().await;
    };
    touch("touchStart", Some((x, y))).await;
    for step in 1..=10 {
        touch("touchMove", Some((x - 20.0 * f64::from(step), y))).await;
    }
    page.span_other_than(&start).await;
    assert_ne!(browser.run(PLACES).await, before);
    touch("touchCancel", None).await;
    browser.wait_until("!document.querySelector('.drawing.dragging')").await;
    assert_eq!(page.span().await, start);
    assert_eq!(browser.run(PLACES).await, before);

    // Nothing of it comes later either, and it left nothing in the link or the history.
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(page.span().await, start);
    assert_eq!(browser.run(PLACES).await, before);
    assert_eq!(page.query().await, TIMELINE);
    assert_eq!(page.count("[data-region=detail], .s-sliding[transform]").await, 0);

    // The next one is as if it were the first.
    let sideways: Vec<_> = (0..=10).map(|step| (x - 4.0 * f64::from(step), y)).collect();
    browser.finger(&sideways, PACE).await;
    assert!(page.span_other_than(&start).await.0 > start.0);
    page.wait_for_span_in_link().await;
    browser.run("history.back()").await;
    browser.wait_until(&format!("location.search === {}", json!(TIMELINE))).await;
    page.assert_sound().await;
}

/// Where everything in the drawing is: left edges of items and clusters, of labels of the axis, of titles of tracks.
const PLACES: &str = "const left = (element) => element.getBoundingClientRect().x;
    const all = (selector, name) => Object.fromEntries(
      [...document.querySelectorAll(`.drawing ${selector}`)].map((element) => [name(element), left(element)]));
    const { width } = document.querySelector('.drawing').getBoundingClientRect();
    return {
      marks: all('[data-key][role=button]', ({ dataset }) => dataset.key),
      years: all('.axis text.s-axis-major', ({ textContent }) => textContent),
      titles: all('[data-track]', ({ dataset }) => dataset.track),
      width,
    }";

/// Asserts that what has room on the right is further there by that much, and that titles stay.
fn assert_moved(before: &Value, after: &Value, by: f64) {
    let width = before["width"].as_f64().unwrap();
    for what in ["marks", "years"] {
        // What begins at the left edge is cut or held there.
        let well_in = |x: f64| (60.0..width - by - 60.0).contains(&x);
        let places = before[what].as_object().unwrap().iter().map(|(name, x)| (name, x.as_f64().unwrap()));
        let places: Vec<_> = places.filter(|(_, x)| well_in(*x)).collect();
        assert!(!places.is_empty(), "{what} in {before}");
        for (name, x) in places {
            let now = after[what][name].as_f64().unwrap_or(f64::NAN);
            assert!((now - x - by).abs() <= 0.6, "{name} moved from {x} to {now}, not by {by}");
        }
    }
    assert_eq!(before["titles"], after["titles"], "titles of tracks stay");
}

#[tokio::test]
async fn what_is_drawn_follows_the_pointer_and_comes_to_rest() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let (start, days) = (page.span().await, page.days_shown().await);
    let (x, y) = page.empty_place().await;
    let before = browser.run(PLACES).await;
    let by = 300.0;
    let places: Vec<_> = (0..=10).map(|step| (x - by + by * f64::from(step) / 10.0, y)).collect();

    // The button is still down: everything has moved, and the figure says so, but nothing is an address yet.
    browser.hold(&places, PACE).await;
    let held = browser.run(PLACES).await;
    assert_moved(&before, &held, by);
    let moving = page.span_other_than(&start).await;
    assert!(moving.0 < start.0, "{moving:?}");
    assert_eq!(page.query().await, TIMELINE);

    browser.let_go((x, y)).await;
    page.wait_for_span_in_link().await;
    let rest = browser.run(PLACES).await;
    let px_per_day = (before["width"].as_f64().unwrap() - 48.0) / days as f64;
    assert_eq!(page.days_shown().await, days);
    let moved = "(Date.parse(arguments[1]) - Date.parse(arguments[0])) / 86400000";
    let moved = browser.run_with(&format!("return {moved}"), vec![json!(start.0), json!(page.span().await.0)]).await;
    // To a whole day.
    assert!((moved.as_f64().unwrap() * px_per_day + by).abs() <= px_per_day, "{moved} days");
    assert_eq!(before["titles"], rest["titles"]);
    assert_eq!(page.count(".s-sliding[transform]").await, 0);
    assert_eq!(page.drawn_keys().await.len(), page.timeline_count("data-drawn").await);
    assert_eq!(page.table_keys().await.len(), page.timeline_count("data-visible").await);
    page.assert_sound().await;
}

#[tokio::test]
async fn a_drag_goes_on_beyond_what_was_drawn() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let (left, _, width, _) = browser.rectangle_of(DRAWING).await;
    let (_, y) = page.empty_place().await;
    let (from, to) = (left + 20.0, left + width - 20.0);
    let steps = |from: f64, to: f64| (0..=30).map(move |step| from + (to - from) * f64::from(step) / 30.0);
    browser.hold(&steps(from, to).map(|x| (x, y)).collect::<Vec<_>>(), PACE).await;
    let far = browser.run(PLACES).await;
    let in_view = far["marks"].as_object().unwrap().values().filter_map(Value::as_f64);
    assert!(in_view.filter(|x| (left..left + width).contains(x)).count() > 3, "{far}");
    browser.let_go((to, y)).await;
    page.wait_for_span_in_link().await;
    // Nothing jumps when it comes to rest, but for the labels held at the edges.
    let rest = browser.run(PLACES).await;
    for (key, x) in rest["marks"].as_object().unwrap() {
        let (x, was) = (x.as_f64().unwrap(), far["marks"][key].as_f64().unwrap_or(f64::NAN));
        let is_well_in = (left + 400.0..left + width - 400.0).contains(&x);
        assert!(!is_well_in || (x - was).abs() <= 2.0, "{key} was at {was}, is at {x}");
    }
    page.assert_sound().await;
}

#[tokio::test]
async fn a_finger_moves_the_days_sideways_and_the_page_up_and_down() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let (start, days) = (page.span().await, page.days_shown().await);
    let (x, y) = page.empty_place().await;
    let sideways: Vec<_> = (0..=10).map(|step| (x - 4.0 * f64::from(step), y)).collect();
    browser.finger(&sideways, PACE).await;
    let later = page.span_other_than(&start).await;
    assert!(later.0 > start.0, "{later:?}");
    assert_eq!(page.days_shown().await, days);
    page.wait_for_span_in_link().await;

    browser.run("scrollTo({ top: 0, behavior: 'instant' })").await;
    let (x, _) = browser.middle_of(DRAWING).await;
    let upwards: Vec<_> = (0..=10).map(|step| (x, 600.0 - 30.0 * f64::from(step))).collect();
    browser.finger(&upwards, PACE).await;
    browser.wait_until("scrollY > 0").await;
    assert_eq!(page.span().await, later);
    page.assert_sound().await;
}

#[tokio::test]
async fn the_ends_of_the_data_hold() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=timeline&from=earliest&to=latest").await;
    let all = page.span().await;
    let (x, y) = page.empty_place().await;
    browser.drag(&[(x, y), (x - 100.0, y), (x - 250.0, y)], PACE).await;
    assert_eq!(page.span().await, all);
    browser.wheel((x, y), (0, 400), "Control").await;
    assert_eq!(page.span().await, all);
    page.assert_sound().await;
}
