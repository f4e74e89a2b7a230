//! What an author sees who edits a file beside its preview.

use crate::browser::Browser;
use crate::page::Page;
use crate::site::Site;
use std::fs;

/// A browser opens this many connections to a site.
const CONNECTIONS: usize = 6;

#[tokio::test]
async fn the_page_follows_the_file_however_many_pages_were_open_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("briefing.json");
    let briefing = |title| format!(r#"{{"annals": 1, "id": "x", "title": {title:?}, "events": []}}"#);
    fs::write(&path, briefing("A first draft")).expect("the file");
    let (site, browser) = (Site::start_with(&[path.to_str().expect("a path")]), Browser::start().await);

    let page = Page::open(&browser, &site, "").await;
    for turn in 0..=CONNECTIONS {
        page.go(&format!("?q={turn}")).await;
    }
    browser.wait_until("document.body.innerText.includes('A first draft')").await;

    fs::write(&path, briefing("Rewritten meanwhile")).expect("the file");
    browser.wait_until("document.body.innerText.includes('Rewritten meanwhile')").await;
    browser.wait_for_state("ready").await;

    // What cannot be used is told where the author looks.
    fs::write(&path, "{").expect("the file");
    browser.wait_for_state("failed").await;
    fs::write(&path, briefing("A second draft")).expect("the file");
    browser.wait_until("document.body.innerText.includes('A second draft')").await;
}
