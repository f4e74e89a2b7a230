//! What the briefing tells and what readers take away in words: story, terms, citations, notes, in each browser.

use crate::browser::{Browser, Setup};
use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;

async fn start(engine: Engine) -> (Site, Browser) {
    (Site::start(), Browser::start_with(Setup { engine, ..Setup::default() }).await)
}

fn at_step(id: &str) -> String {
    format!(
        "document.querySelector('[data-region=story]')?.dataset.key === {id:?} && location.search.includes('step={id}')"
    )
}

async fn a_story_is_told_step_by_step(engine: Engine) {
    let (site, browser) = start(engine).await;
    let page = Page::open(&browser, &site, "?lang=en").await;
    page.use_control("story").await;
    browser.wait_until(&at_step("ccc-story-1")).await;
    assert_eq!(page.focus().await, "h2");
    let story = page.region_text("story").await;
    assert!(story.contains("Step 1 of 12") && !story.contains("{{"), "{story}");
    assert!(story.contains("132 products"), "{story}");
    page.assert_sound().await;
    // By button, by key, and back; the view goes along.
    page.use_control("story-next").await;
    browser.wait_until(&at_step("ccc-story-2")).await;
    browser.press("ArrowRight").await;
    browser.wait_until(&at_step("ccc-story-3")).await;
    browser.press("ArrowLeft").await;
    browser.wait_until(&at_step("ccc-story-2")).await;
    browser.client.back().await.unwrap();
    browser.wait_until(&at_step("ccc-story-3")).await;
    // In full screen too, or in the whole window where that is refused.
    page.use_control("story-present").await;
    browser.wait_until("document.documentElement.hasAttribute('data-presenting')").await;
    browser.press("PageDown").await;
    browser.wait_until(&at_step("ccc-story-4")).await;
    browser.press("Escape").await;
    browser.wait_until("!document.documentElement.hasAttribute('data-presenting')").await;
    // Escape leaves the story, and the view stays.
    page.find("[data-region=story] h2").await;
    browser.run("document.querySelector('[data-region=story] h2').focus()").await;
    browser.press("Escape").await;
    browser.wait_until("!document.querySelector('[data-region=story]') && !location.search.includes('step=')").await;
    // A link to a step, also where the page stands in another one.
    page.go("?step=cs2035-story-4&lang=zh-Hans&embed=1").await;
    browser.wait_until(&at_step("cs2035-story-4")).await;
    assert!(page.region_text("story").await.contains("第 4 步，共 8 步"));
    page.assert_sound().await;
}

async fn a_term_opens_in_place(engine: Engine) {
    let (site, browser) = start(engine).await;
    let page = Page::open(&browser, &site, "?step=ccc-story-7").await;
    let term = "[data-region=story] .term > button";
    browser.wait_until(&format!("document.querySelector('{term}')")).await;
    browser.run(&format!("document.querySelector('{term}').focus()")).await;
    let open = format!("document.querySelector('{term}').ariaExpanded === 'true'");
    browser.wait_until(&open).await;
    browser.press("Escape").await;
    browser.wait_until(&format!("!({open})")).await;
    // Escape closed the card alone.
    assert_eq!(page.count("[data-region=story]").await, 1);
    browser.click_at(browser.middle_of(term).await).await;
    browser.wait_until(&open).await;
    page.assert_sound().await;
}

async fn items_and_pages_are_cited(engine: Engine) {
    let (site, browser) = start(engine).await;
    let page = Page::open(&browser, &site, "?view=documents&select=in-ccc-2019-44").await;
    let fold = "[data-region=detail] .cite-as summary";
    browser.wait_until(&format!("document.querySelector('{fold}')")).await;
    page.find(fold).await.click().await.unwrap();
    browser.wait_until("document.querySelectorAll('[data-region=detail] .formats li').length === 4").await;
    // The edition is named by the SHA-256 of its file.
    browser
        .wait_until("/[0-9a-f]{64}/.test(document.querySelector('[data-region=detail] .cite-as').textContent)")
        .await;
    page.assert_sound().await;
}

async fn a_note_holds_what_the_reader_picks(engine: Engine) {
    let (site, browser) = start(engine).await;
    let page = Page::open(&browser, &site, "?view=documents&select=in-ccc-2019-44").await;
    page.use_control("note").await;
    browser.wait_until("document.querySelector('[role=status]').textContent.includes('Added to the note')").await;
    page.use_control("note-make").await;
    browser.wait_until("document.querySelector('.note h2, .note h3')").await;
    let note = page.find(".note").await.text().await.unwrap();
    assert!(note.contains("[1]") && note.contains("Sources") && note.contains("2019"), "{note}");
    page.assert_sound().await;
}

async fn paper_has_all_there_is(engine: Engine) {
    let (site, browser) = start(engine).await;
    let page = Page::open(&browser, &site, "?view=timeline&from=2019&to=2019&kind=draft").await;
    browser.wait_until("document.querySelector('figure[data-from]').dataset.visible > 0").await;
    browser.run("window.dispatchEvent(new Event('beforeprint'))").await;
    browser.wait_until("document.querySelector('figure[data-from] table tbody tr')").await;
    // From the first to the last of what passes the filters, with the filters stated and the sources listed.
    let rows = page.count("figure[data-from] table tbody tr").await;
    assert!(rows > 10, "{rows}");
    assert!(page.count(".on-paper .note-sources > li").await > 10);
    let lead = page.texts("[document.querySelector('.on-paper').textContent]").await.remove(0);
    assert!(lead.contains("draft"), "{lead}");
    browser.run("window.dispatchEvent(new Event('afterprint'))").await;
    browser.wait_until("!document.querySelector('.on-paper')").await;
    page.assert_sound().await;
}

async fn what_is_new_is_kept_only_when_asked_for(engine: Engine) {
    const KEPT: &str = "Object.keys(localStorage).join()";
    let (site, browser) = start(engine).await;
    let page = Page::open(&browser, &site, "?view=about").await;
    browser.wait_until("document.querySelector('[data-control=news]')").await;
    assert_eq!(page.texts(&format!("[{KEPT}]")).await, [""]);
    page.use_control("news").await;
    browser.wait_until(&format!("{KEPT}.startsWith('annals.seen.')")).await;
    page.go("?view=about").await;
    browser.wait_until("document.querySelector('[data-control=news]')?.checked").await;
    page.assert_sound().await;
    page.use_control("news-forget").await;
    browser.wait_until(&format!("!{KEPT} && !document.querySelector('[data-control=news]').checked")).await;
    // Never in a page of others.
    page.go("?view=about&embed=1").await;
    browser.wait_until("document.querySelector('figure[data-figure=data-set] h3')").await;
    assert_eq!(page.count("[data-control=news]").await, 0);
    page.assert_sound().await;
}

macro_rules! in_each_browser {
    ($($journey:ident)*) => { $(mod $journey {
        #[tokio::test]
        async fn in_chromium() {
            super::$journey(crate::engine::Engine::Chromium).await;
        }

        #[tokio::test]
        async fn in_firefox() {
            super::$journey(crate::engine::Engine::Firefox).await;
        }
    })* };
}

in_each_browser! {
    a_story_is_told_step_by_step
    a_term_opens_in_place
    items_and_pages_are_cited
    a_note_holds_what_the_reader_picks
    paper_has_all_there_is
    what_is_new_is_kept_only_when_asked_for
}
