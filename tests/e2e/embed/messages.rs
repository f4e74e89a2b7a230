//! Messages that nobody asked for: forged ones, endless ones, by the page around, by a frame beside, and by the frame itself.

use super::{Host, assert_no_faults, element, enter, heard, leave, start, wait_ready};
use crate::engine::Engine;
use crate::site::Site;
use serde_json::json;

/// Messages as they might be, and as they should not be.
const FORGED: &str = "const forged = [{ annals: 1, type: 'ready' }, { annals: 1, type: 'resize', height: 19999 }, { annals: 1, type: 'state', query: 'view=forged' },
    { annals: 1, type: 'select', id: 'forged' }, { annals: 1, type: 'set', query: 'view=sources&lang=zh-Hans' }, { annals: 1, type: 'theme', tokens: { bg: '#000' } },
    { annals: 1, type: 'resize', height: NaN }, { annals: 1, type: 'resize', height: '9e9' }, { annals: 2, type: 'ready' }, null, 7, 'annals', [], { annals: 1 },
    { annals: 1, type: { toString: 1 } }, { annals: 1, type: 'set', query: 'x'.repeat(1 << 20) }];";

async fn forged_messages_change_nothing_in(engine: Engine) {
    let site = Site::start();
    let sibling = "<iframe id=\"sibling\" src=\"sibling.html\"></iframe>";
    let (host, browser) = (
        Host::plain(&site, &(element("a", "view=\"timeline\" lang=\"en\" height=\"500\"") + sibling)),
        start(engine).await,
    );
    // A frame beside sends to the host and to the frame of the element, which it reaches by number where it can.
    host.put(
        "/sibling.html",
        "<!doctype html><title>Sibling</title><script src=\"sibling.js\"></script><p>Sibling</p>",
    );
    host.put(
        "/sibling.js",
        &*format!(
            "{FORGED} onmessage = ({{ data }}) => {{ if (data !== 'go') return;
                for (let turn = 0; turn < 100; turn++) for (const one of forged) parent.postMessage(one, '*');
                parent.flood(window); parent.done = true; }};"
        ),
    );
    host.open(&browser, "").await;
    wait_ready(&browser, "a").await;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    browser.run("heard.length = 0; document.getElementById('a').removeAttribute('height')").await;
    browser.wait_until("frameOf('a').offsetHeight !== 500").await;
    // What is drawn late may still move it a little.
    tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
    let height = browser.run("return frameOf('a').offsetHeight").await;
    // The sibling is of the host's origin, so it can be handed the way to the frame: its messages still come from the sibling.
    browser
        .run(&format!(
            "window.flood = (by) => {{ {FORGED} const target = frameOf('a').contentWindow;
                const send = by.Function('target', 'one', 'target.postMessage(one, \"*\")');
                for (let turn = 0; turn < 100; turn++) for (const one of forged) send(target, one); }};
            document.getElementById('sibling').contentWindow.postMessage('go', '*')"
        ))
        .await;
    browser.wait_until("window.done").await;
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    assert_eq!(browser.run("return heard").await, json!([]));
    assert_eq!(browser.run("return frameOf('a').offsetHeight").await, height);
    enter(&browser, "a").await;
    let unmoved = "return [document.documentElement.lang, document.querySelector('[data-view]').dataset.view, document.documentElement.style.getPropertyValue('--bg')]";
    assert_eq!(browser.run(unmoved).await, json!(["en", "timeline", ""]));
    leave(&browser).await;
    assert_no_faults(&browser).await;
}

#[tokio::test]
async fn forged_messages_change_nothing() {
    forged_messages_change_nothing_in(Engine::Chromium).await;
}

#[tokio::test]
async fn forged_messages_change_nothing_in_firefox() {
    forged_messages_change_nothing_in(Engine::Firefox).await;
}

#[tokio::test]
async fn a_flood_costs_little_and_the_last_word_counts() {
    let site = Site::start();
    let (host, browser) =
        (Host::plain(&site, &element("a", "view=\"timeline\" lang=\"en\"")), start(Engine::Chromium).await);
    host.open(&browser, "").await;
    wait_ready(&browser, "a").await;
    enter(&browser, "a").await;
    browser
        .run(
            "window.longest = 0; window.changes = 0;
            new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)))).observe({ type: 'longtask' });
            new MutationObserver(() => changes++).observe(document.documentElement, { attributeFilter: ['lang'] })",
        )
        .await;
    leave(&browser).await;
    // The parent may speak: of 20,000 orders the last one holds, and few of the others are carried out.
    browser
        .run(
            "const frame = frameOf('a').contentWindow;
            for (let turn = 0; turn < 20000; turn++) frame.postMessage({ annals: 1, type: 'set', query: `view=timeline&lang=${turn % 2 ? 'en' : 'zh-Hans'}` }, '*');
            frame.postMessage({ annals: 1, type: 'set', query: 'view=deadlines&lang=zh-Hans&nonsense=1' }, '*')",
        )
        .await;
    enter(&browser, "a").await;
    browser
        .wait_until("document.querySelector('[data-view=deadlines]') && document.documentElement.lang === 'zh-Hans'")
        .await;
    // What the link says that the page does not know is told, as for any link.
    browser.wait_until("document.querySelector('[data-region=notices]').textContent.includes('nonsense')").await;
    let changes = browser.run("return changes").await;
    assert!(changes.as_u64().is_some_and(|changes| changes < 100), "{changes}");
    // The frame itself may flood its host.
    browser
        .run(
            "for (let turn = 0; turn < 20000; turn++) {
                parent.postMessage({ annals: 1, type: 'resize', height: 300 + (turn % 7) * 1e6 }, '*');
                parent.postMessage({ annals: 1, type: 'state', query: `q=${turn}` }, '*');
            }
            parent.postMessage({ annals: 1, type: 'resize', height: -5 }, '*'); parent.postMessage({ annals: 1, type: 'resize', height: 1e300 }, '*')",
        )
        .await;
    leave(&browser).await;
    browser.wait_until("heard.some(({ query }) => query === 'q=19999') && frameOf('a').offsetHeight === 20000").await;
    let told = heard(&browser, "state").await;
    assert!(told.len() < 100 && told.last().is_some_and(|last| last["query"] == "q=19999"), "{}", told.len());
    assert_no_faults(&browser).await;
}
