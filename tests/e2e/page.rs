//! The page as its promises name its parts, so that journeys read like what a reader does.
//!
//! Journeys use `data-` signs only: they are public and stay, whatever the page looks like.

use crate::browser::Browser;
use crate::site::Site;
use fantoccini::elements::Element;
use fantoccini::wd::Locator;
use serde_json::{Value, json};

/// The page of a served site in a browser.
pub struct Page<'a> {
    /// The browser, for keys, drags, sizes, logs.
    pub browser: &'a Browser,
    site: &'a Site,
}

impl<'a> Page<'a> {
    /// Opens the page with a query such as `?view=timeline` and waits until it is ready.
    pub async fn open(browser: &'a Browser, site: &'a Site, query: &str) -> Self {
        browser.open(&site.url(query)).await;
        browser.wait_for_state("ready").await;
        Self { browser, site }
    }

    /// Opens the same site with another query.
    pub async fn go(&self, query: &str) {
        self.browser.open(&self.site.url(query)).await;
        self.browser.wait_for_state("ready").await;
    }

    /// The query of the address, with its question mark; empty when there is none.
    pub async fn query(&self) -> String {
        self.text_of("return location.search").await
    }

    /// Clicks a control such as `lang` or `share`.
    pub async fn use_control(&self, name: &str) {
        self.click(&format!("[data-control={name:?}]")).await;
    }

    /// Clicks a control of one figure, such as `table`.
    pub async fn use_figure_control(&self, figure: &str, name: &str) {
        self.click(&format!("{} [data-control={name:?}]", figure_selector(figure))).await;
    }

    /// Opens an item by clicking the first element that stands for it.
    pub async fn choose(&self, key: &str) {
        self.click(&format!("[data-key={key:?}]")).await;
    }

    /// Whether an item is drawn or listed.
    pub async fn shows(&self, key: &str) -> bool {
        self.count(&format!("[data-key={key:?}]")).await > 0
    }

    /// How many elements a selector finds.
    pub async fn count(&self, selector: &str) -> u64 {
        let script = "return document.querySelectorAll(arguments[0]).length";
        let count = self.browser.run_with(script, vec![json!(selector)]).await;
        count.as_u64().expect("a number")
    }

    /// An attribute of a figure, such as `data-visible`; `None` when it has no such attribute.
    pub async fn figure_sign(&self, figure: &str, attribute: &str) -> Option<String> {
        let selector = figure_selector(figure);
        let script = "return document.querySelector(arguments[0]).getAttribute(arguments[1])";
        let arguments = vec![json!(selector), json!(attribute)];
        match self.browser.run_with(script, arguments).await {
            Value::String(value) => Some(value),
            _ => None,
        }
    }

    /// The text of a landmark, such as `detail`, as it is shown.
    pub async fn region_text(&self, region: &str) -> String {
        let region = self.find(&format!("[data-region={region:?}]")).await;
        region.text().await.expect("a text")
    }

    /// What the page says aloud.
    pub async fn status_text(&self) -> String {
        self.text_of("return document.querySelector('[role=status]')?.textContent ?? ''").await
    }

    /// The code of the fault that the page shows, if any.
    pub async fn error_code(&self) -> Option<String> {
        let script = "return document.querySelector('[role=alert][data-error-code]')?.dataset.errorCode ?? ''";
        Some(self.text_of(script).await).filter(|code| !code.is_empty())
    }

    /// The `data-key` or `data-control` of the element with the focus, or else its tag.
    pub async fn focus(&self) -> String {
        let script = "const { dataset, localName } = document.activeElement ?? document.body;
            return dataset.key ?? dataset.control ?? localName";
        self.text_of(script).await
    }

    /// Ends the test when the console holds an error, the policy was broken, the page is wider than its window, or a drawing
    /// has other than one tab stop.
    pub async fn assert_sound(&self) {
        let errors = self.browser.console_errors().await;
        assert!(errors.is_empty(), "the console holds {errors:#?}");
        let violations = self.browser.violations().await;
        assert!(violations.is_empty(), "the policy was broken: {violations:#?}");
        let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        let excess = self.browser.run(script).await.as_i64().unwrap_or_default();
        assert!(excess <= 0, "the page is {excess} px wider than its window");
        self.browser.assert_one_tab_stop_each().await;
    }

    /// The first element that a selector finds.
    pub async fn find(&self, selector: &str) -> Element {
        self.browser
            .client
            .wait()
            .for_element(Locator::Css(selector))
            .await
            .unwrap_or_else(|error| panic!("nothing matches {selector}: {error}"))
    }

    async fn click(&self, selector: &str) {
        let element = self.find(selector).await;
        element.click().await.unwrap_or_else(|error| panic!("cannot click {selector}: {error}"));
        self.browser.two_frames().await;
    }

    async fn text_of(&self, script: &str) -> String {
        self.browser.run(script).await.as_str().unwrap_or_default().to_owned()
    }
}

fn figure_selector(figure: &str) -> String {
    format!("figure[data-figure={figure:?}]")
}
