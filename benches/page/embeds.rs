//! Many briefings on one page of another site: how long until all of them can be seen.

use crate::browser::Browser;
use crate::shelf::{Answer, Shelf};
use crate::site::Site;

/// So many on the page.
pub const COUNT: usize = 20;
/// All can be seen, from the start of the navigation, when the reader comes near all of them at once.
pub const GOAL_MILLIS: f64 = 10_000.0;

/// Milliseconds until all of them can be seen.
pub async fn ready_millis(site: &Site) -> f64 {
    let elements = "<annals-briefing height=\"60\" view=\"timeline\">The real content</annals-briefing>".repeat(COUNT);
    let page = format!(
        "<!doctype html><title>Host</title><link rel=\"icon\" href=\"data:,\"><script>
         window.ready = 0; addEventListener('annals-ready', () => ++ready === {COUNT} && (window.all = performance.now()));
         </script><script src=\"{}embed.js\" async></script>{elements}",
        site.address
    );
    let (host, browser) = (Shelf::serve([("/index.html", Answer::from(&*page))]), Browser::start().await);
    tokio::time::sleep(crate::BROWSER_SETTLES).await;
    browser.open(&host.url("/")).await;
    browser.wait_until("window.all").await;
    browser.run("return window.all").await.as_f64().unwrap_or(f64::NAN)
}
