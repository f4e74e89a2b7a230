//! Briefings inside pages of another origin: what a reader of those pages sees, and what neither page can do to the other.

mod frames;
mod hosts;
mod maker;
mod messages;
mod own;

use crate::browser::{Browser, Setup};
use crate::engine::Engine;
use crate::shelf::{Answer, Shelf};
use crate::site::Site;
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

/// What the page tells of the elements in it, from before the first of them.
const WATCH: &str = "window.heard = [];
for (const type of ['ready', 'state', 'select', 'error'])
  addEventListener(`annals-${type}`, ({ target, detail }) => heard.push({ type, id: target.id, ...detail }));
window.faults = [];
addEventListener('error', ({ message }) => faults.push(message));
addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
window.frameOf = (id) => document.getElementById(id).shadowRoot.querySelector('iframe');
window.isReady = (id) => heard.some((one) => one.id === id && one.type === 'ready');";

/// A page of another origin than the site.
pub struct Host {
    shelf: Shelf,
}

impl Host {
    /// A page with this head and body; `SITE` in both is the address of the site.
    pub fn with(site: &Site, head: &str, body: &str) -> Host {
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Chamber</title><link rel=\"icon\" href=\"data:,\">\
             {head}<script src=\"watch.js\"></script></head><body><h1>Chamber</h1>{body}</body></html>"
        );
        let page = page.replace("SITE", &site.address);
        Host { shelf: Shelf::serve([("/index.html", Answer::from(&*page)), ("/watch.js", WATCH.into())]) }
    }

    /// The same with nothing of its own but the script of the element.
    pub fn plain(site: &Site, body: &str) -> Host {
        Host::with(site, "<script src=\"SITEembed.js\" async></script>", body)
    }

    /// Opens the page with what follows its path, such as `?a=b#c`.
    pub async fn open(&self, browser: &Browser, rest: &str) {
        browser.open(&self.shelf.url(&format!("/{rest}"))).await;
    }

    /// Sends something else for a path.
    pub fn put(&self, path: &str, answer: impl Into<Answer>) {
        self.shelf.put(path, answer);
    }
}

/// An element on a host's page.
pub fn element(id: &str, attributes: &str) -> String {
    format!(
        "<annals-briefing id=\"{id}\" src=\"SITE\" title=\"Policy\" {attributes}><p>{CONTENT} of {id}</p></annals-briefing>"
    )
}

/// What stands between its tags.
pub const CONTENT: &str = "The real content";

/// The engine, with a window for desktops.
pub async fn start(engine: Engine) -> Browser {
    Browser::start_with(Setup { engine, ..Setup::default() }).await
}

/// Waits until the briefing in the element can be seen.
pub async fn wait_ready(browser: &Browser, id: &str) {
    browser.wait_until(&format!("window.isReady?.({id:?})")).await;
}

/// What the host's page has heard of a type: id and detail.
pub async fn heard(browser: &Browser, kind: &str) -> Vec<Value> {
    let script = "return heard.filter(({ type }) => type === arguments[0])";
    match browser.run_with(script, vec![json!(kind)]).await {
        Value::Array(heard) => heard,
        other => panic!("no list but {other}"),
    }
}

/// Goes into the frame of an element; what follows happens in the embedded page, until [`leave`].
pub async fn enter(browser: &Browser, id: &str) {
    enter_frame(browser, &format!("frameOf({id:?})")).await;
}

/// Goes into a frame that an expression names.
pub async fn enter_frame(browser: &Browser, expression: &str) {
    const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
    let found = browser.run(&format!("return {expression}")).await;
    let found = found[ELEMENT].as_str().unwrap_or_else(|| panic!("no frame but {found}"));
    let frame = Element::from_element_id(browser.client.clone(), ElementRef::from(found.to_owned()));
    frame.enter_frame().await.expect("a frame");
}

/// Goes back to the host's page.
pub async fn leave(browser: &Browser) {
    browser.client.clone().enter_parent_frame().await.expect("the host's page");
}

/// Ends the test when the host's page met a fault.
pub async fn assert_no_faults(browser: &Browser) {
    assert_eq!(browser.run("return faults").await, json!([]));
}
