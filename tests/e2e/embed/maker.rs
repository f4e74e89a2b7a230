//! The code that the page makes for other sites, put to use there.

use super::{Host, assert_no_faults, enter_frame, leave, start};
use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;
use serde_json::json;

const CODE: &str = "(document.querySelector('.embed-maker .code')?.textContent ?? '')";

#[tokio::test]
async fn the_code_of_a_view_shows_that_view_elsewhere() {
    let (site, browser) = (Site::start(), start(Engine::Chromium).await);
    let page = Page::open(&browser, &site, "?view=timeline&track=ccc&from=2018&to=2020&lang=en").await;
    browser.run("dispatchEvent(new Event('touchstart'))").await;
    page.use_control("embed").await;
    browser.wait_until(&format!("{CODE}.includes('<annals-briefing')")).await;
    browser.assert_accessible().await;
    let code = browser.run(&format!("return {CODE}")).await.as_str().expect("a text").to_owned();
    for part in
        ["track=\"ccc\"", "from=\"2018\"", "lang=\"en\"", "<strong>17 October 2019</strong>", "rel=\"noopener\""]
    {
        assert!(code.contains(part), "no {part} in\n{code}");
    }
    assert!(code.starts_with(&format!("<script src=\"{}embed.js\" async></script>", site.address)), "{code}");
    // What the filters leave out is not listed.
    assert!(!code.contains("cs-2018-01-10") && !code.contains("2021"), "{code}");

    // Other choices, by keys or mouse; then copied.
    browser.allow_clipboard().await;
    page.find("[data-option=form] option[value=frame]").await.click().await.unwrap();
    browser.wait_until(&format!("{CODE}.startsWith('<iframe ')")).await;
    page.find("[data-option=height] option[value='400']").await.click().await.unwrap();
    page.find("[data-option=view] option[value=start]").await.click().await.unwrap();
    page.find("[data-option=lang] option[value=any]").await.click().await.unwrap();
    browser
        .wait_until(&format!(
            "(([first]) => !first.includes('lang=') && first.includes('height=\"400\"'))({CODE}.split('\\n'))"
        ))
        .await;
    page.use_control("embed-copy").await;
    browser.wait_until("document.querySelector('[role=status]').textContent.includes('copied')").await;
    let frame = browser.run_async("navigator.clipboard.readText().then(arguments[0])", Vec::new()).await;
    let frame = frame.as_str().expect("a text").to_owned();
    assert!(frame.starts_with(&format!("<iframe src=\"{}embed.html?embed=1\"", site.address)), "{frame}");
    page.assert_sound().await;

    let host = Host::with(&site, "", &(code + &frame));
    host.open(&browser, "").await;
    browser.wait_until("heard.some(({ type }) => type === 'ready')").await;
    enter_frame(&browser, "document.querySelector('annals-briefing').shadowRoot.querySelector('iframe')").await;
    let seen = "const it = document.querySelector('figure[data-from]').dataset; return [document.querySelector('[data-view]').dataset.view, it.from, it.to]";
    browser.wait_until("document.querySelector('figure[data-from]')").await;
    assert_eq!(browser.run(seen).await, json!(["timeline", "2018-01-01", "2020-12-31"]));
    leave(&browser).await;
    browser.run("document.querySelector('body > iframe').scrollIntoView()").await;
    enter_frame(&browser, "document.querySelector('body > iframe')").await;
    browser.wait_for_state("ready").await;
    assert_eq!(browser.run("return document.querySelector('[data-view]').dataset.view").await, "overview");
    leave(&browser).await;
    assert_no_faults(&browser).await;
}
