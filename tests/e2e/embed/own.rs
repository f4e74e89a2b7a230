//! What is the host's stays the host's: its address, its history, its listeners.

use super::{Host, assert_no_faults, element, enter, heard, leave, start, wait_ready};
use crate::engine::Engine;
use crate::site::Site;
use serde_json::json;

#[tokio::test]
async fn address_and_history_are_left_alone() {
    let site = Site::start();
    let body =
        format!("<a href=\"#far\">Far</a>{}<h2 id=\"far\">Far</h2>", element("a", "view=\"timeline\" lang=\"en\""));
    let (host, browser) = (Host::plain(&site, &body), start(Engine::Chromium).await);
    host.open(&browser, "?id=7&b=a%20c#top").await;
    wait_ready(&browser, "a").await;
    browser.run("document.querySelector('a[href=\"#far\"]').click()").await;
    let before = browser.run("return [location.href, history.length]").await;
    assert!(before[0].as_str().is_some_and(|address| address.ends_with("/?id=7&b=a%20c#far")), "{before}");
    enter(&browser, "a").await;
    browser.run("document.querySelector('nav.pages a[href*=\"view=documents\"]').click()").await;
    browser.wait_until("document.querySelector('[data-view=documents]')").await;
    leave(&browser).await;
    browser.wait_until("heard.some(({ type }) => type === 'state')").await;
    assert_eq!(browser.run("return [location.href, history.length]").await, before);
    browser.run("history.back()").await;
    browser.wait_until("location.hash === '#top'").await;
    assert_no_faults(&browser).await;
}

#[tokio::test]
async fn the_host_lends_its_address_where_it_says_so() {
    let site = Site::start();
    let body = element("a", "view=\"timeline\" lang=\"en\" permalink=\"one\"")
        + &element("b", "height=\"400\" permalink=\"#two\"");
    let (host, browser) = (Host::plain(&site, &body), start(Engine::Chromium).await);
    browser.allow_clipboard().await;
    host.open(&browser, "?id=7&one=view%3Ddeadlines%26lang%3Den").await;
    wait_ready(&browser, "a").await;
    enter(&browser, "a").await;
    // The view is the one of the address, not that of the attributes.
    browser.wait_until("document.querySelector('[data-view=deadlines]')").await;
    browser.run("document.querySelector('nav.pages a[href*=\"view=documents\"]').click()").await;
    leave(&browser).await;
    browser.wait_until("new URLSearchParams(location.search).get('one') === 'view=documents&lang=en'").await;
    assert_eq!(
        browser.run("return [new URLSearchParams(location.search).get('id'), location.hash]").await,
        json!(["7", ""])
    );
    browser.run("document.getElementById('b').scrollIntoView()").await;
    wait_ready(&browser, "b").await;
    enter(&browser, "b").await;
    browser.run("document.querySelector('nav.pages a[href*=\"view=sources\"]').click()").await;
    leave(&browser).await;
    browser.wait_until("new URLSearchParams(location.hash.slice(1)).get('two') === 'view=sources'").await;

    // What is copied is the host's address.
    browser.run("window.focus()").await;
    enter(&browser, "a").await;
    browser.run("document.querySelector('.embed-line [data-control=share]').click()").await;
    browser
        .wait_until(
            "document.querySelector('.embed-line textarea') || document.querySelector('[role=status]').textContent",
        )
        .await;
    let by_hand = browser.run("return document.querySelector('.embed-line textarea')?.value ?? ''").await;
    leave(&browser).await;
    let copied = match by_hand.as_str() {
        Some("") => browser.run_async("navigator.clipboard.readText().then(arguments[0])", Vec::new()).await,
        _ => by_hand,
    };
    let copied = url::Url::parse(copied.as_str().expect("a text")).expect("an address");
    let pairs: Vec<(String, String)> = copied.query_pairs().into_owned().collect();
    assert_eq!(pairs, [("id".to_owned(), "7".to_owned()), ("one".to_owned(), "view=documents&lang=en".to_owned())]);
    assert_no_faults(&browser).await;
}

#[tokio::test]
async fn an_element_that_is_taken_away_leaves_nothing_and_one_that_is_moved_works() {
    let site = Site::start();
    let head = "<script src=\"count.js\"></script><script src=\"SITEembed.js\" async></script>";
    let (host, browser) = (
        Host::with(&site, head, &(element("a", "view=\"timeline\" lang=\"en\"") + "<div id=\"there\"></div>")),
        start(Engine::Chromium).await,
    );
    host.put(
        "/count.js",
        "window.listeners = 0; const add = window.addEventListener, remove = window.removeEventListener, known = new Set();
        window.addEventListener = function (type, f, ...rest) { if (type === 'message' && !known.has(f)) { known.add(f); listeners++; } return add.call(window, type, f, ...rest); };
        window.removeEventListener = function (type, f, ...rest) { if (known.delete(f)) listeners--; return remove.call(window, type, f, ...rest); };",
    );
    host.open(&browser, "").await;
    wait_ready(&browser, "a").await;
    assert_eq!(browser.run("return listeners").await, 1);
    enter(&browser, "a").await;
    browser.run("document.querySelector('nav.pages a[href*=\"view=deadlines\"]').click()").await;
    leave(&browser).await;
    browser.wait_until("heard.some(({ type }) => type === 'state')").await;

    // Moved a hundred times: one frame, one listener, and the view that it had.
    browser.run("heard.length = 0; window.it = document.getElementById('a'); for (let turn = 0; turn < 100; turn++) document.getElementById('there').append(it)").await;
    wait_ready(&browser, "a").await;
    assert_eq!(browser.run("return [listeners, it.shadowRoot.querySelectorAll('iframe').length]").await, json!([1, 1]));
    enter(&browser, "a").await;
    browser.wait_until("document.querySelector('[data-view=deadlines]')").await;
    leave(&browser).await;

    // Its source changed a hundred times: the last one holds.
    let change = "heard.length = 0; const last = it.getAttribute('src'); it.setAttribute('view', 'sources');
        for (let turn = 0; turn < 100; turn++) it.setAttribute('src', turn < 99 ? `https://host${turn}.invalid/` : last)";
    browser.run(change).await;
    wait_ready(&browser, "a").await;
    enter(&browser, "a").await;
    browser.wait_until("document.querySelector('[data-view=sources]')").await;
    leave(&browser).await;
    assert!(heard(&browser, "error").await.is_empty());
    assert_eq!(browser.run("return [listeners, it.shadowRoot.querySelectorAll('iframe').length]").await, json!([1, 1]));

    browser.run("it.remove()").await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(
        browser.run("return [listeners, it.shadowRoot.querySelectorAll('iframe').length, window.length]").await,
        json!([0, 0, 0])
    );
    // Taken away while it loads.
    browser.run("document.body.append(it); setTimeout(() => it.remove(), 30)").await;
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    assert_eq!(browser.run("return [listeners, it.shadowRoot.querySelectorAll('iframe').length]").await, json!([0, 0]));
    assert_no_faults(&browser).await;
}
