//! The timeline of the built-in briefing, as a reader meets it.

use crate::input::Point;
use crate::page::Page;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Where the timeline is.
pub const TIMELINE: &str = "?view=timeline";
/// Its figure.
pub const FIGURE: &str = "policy-timeline";
/// Its drawing: what reacts to pointer, wheel and keys.
pub const DRAWING: &str = "figure[data-from] .drawing";

/// What the element with the focus is in the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// `key`, `cluster` or `track`.
    pub kind: String,
    /// The id.
    pub id: String,
    /// Its accessible name.
    pub name: String,
}

impl Page<'_> {
    /// First and last day that the timeline shows.
    pub async fn span(&self) -> (String, String) {
        let sign = |name: &'static str| self.figure_sign(FIGURE, name);
        (sign("data-from").await.expect("data-from"), sign("data-to").await.expect("data-to"))
    }

    /// A count that the timeline states: `data-visible` or `data-drawn`.
    pub async fn timeline_count(&self, name: &str) -> usize {
        let value = self.figure_sign(FIGURE, name).await;
        value.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name} is no number"))
    }

    /// Number of days that the timeline shows.
    pub async fn days_shown(&self) -> i64 {
        let script = "const { from, to } = document.querySelector('figure[data-from]').dataset;
            return (Date.parse(to) - Date.parse(from)) / 86400000 + 1";
        self.browser.run(script).await.as_i64().expect("whole days")
    }

    /// Waits until the timeline shows another span than this one, and gives it.
    pub async fn span_other_than(&self, (from, to): &(String, String)) -> (String, String) {
        let other = format!(
            "(({{ from, to }}) => from !== {} || to !== {})(document.querySelector('figure[data-from]').dataset)",
            json!(from),
            json!(to)
        );
        self.browser.wait_until(&other).await;
        self.span().await
    }

    /// Waits until the link says which span is shown.
    pub async fn wait_for_span_in_link(&self) {
        let agree = "((figure, link) => link.get('from') === figure.from && link.get('to') === figure.to)(
            document.querySelector('figure[data-from]').dataset, new URLSearchParams(location.search))";
        self.browser.wait_until(agree).await;
    }

    /// Goes to the drawing by Tab alone.
    pub async fn tab_to_drawing(&self) {
        for _ in 0..80 {
            self.browser.press("Tab").await;
            if self.focused_stop().await.is_some() {
                return;
            }
        }
        panic!("Tab never leads into the timeline");
    }

    /// The part of the drawing that has the focus.
    pub async fn focused_stop(&self) -> Option<Stop> {
        let script = "const focused = document.activeElement;
            if (!focused?.closest('figure[data-from] svg')) return null;
            const kind = ['key', 'cluster', 'track'].find((kind) => kind in focused.dataset);
            return [kind, focused.dataset[kind], focused.getAttribute('aria-label') ?? '']";
        let found: Option<(String, String, String)> = serde_json::from_value(self.browser.run(script).await).ok()?;
        found.map(|(kind, id, name)| Stop { kind, id, name })
    }

    /// Every stop of the drawing, from the first to the last, by Home and the right arrow. `at_each` sees each of them.
    pub async fn walk(&self, mut at_each: impl AsyncFnMut(&Stop)) -> Vec<Stop> {
        self.browser.press("Home").await;
        let mut stops: Vec<Stop> = Vec::new();
        loop {
            let Some(stop) = self.focused_stop().await else {
                panic!("the focus leaves the drawing after {:?}", stops.last());
            };
            if stops.last() == Some(&stop) {
                return stops;
            }
            assert!(!stops.contains(&stop), "the arrow leads back to {stop:?}");
            at_each(&stop).await;
            stops.push(stop);
            self.browser.press("ArrowRight").await;
        }
    }

    /// The items that are drawn by themselves, as the page has them.
    pub async fn drawn_keys(&self) -> Vec<String> {
        self.texts(
            "[...document.querySelectorAll('figure[data-from] svg [data-key]')].map(({ dataset }) => dataset.key)",
        )
        .await
    }

    /// The items that the table beside the drawing lists.
    pub async fn table_keys(&self) -> BTreeSet<String> {
        self.use_figure_control(FIGURE, "table").await;
        let keys = "[...document.querySelectorAll('figure[data-from] tbody tr > :nth-child(2) [data-key]')].map(({ dataset }) => dataset.key)";
        let keys = self.texts(keys).await.into_iter().collect();
        self.use_figure_control(FIGURE, "table").await;
        keys
    }

    /// The items of the cluster list that is open.
    pub async fn listed_keys(&self) -> Vec<String> {
        self.texts("[...document.querySelectorAll('.cluster-card [data-key]')].map(({ dataset }) => dataset.key)").await
    }

    /// A place in the drawing where nothing stands.
    pub async fn empty_place(&self) -> Point {
        let script = "const box = document.querySelector('figure[data-from] .tracks svg').getBoundingClientRect();
            for (let y = box.top + 20; y < Math.min(box.bottom, innerHeight) - 4; y += 6)
              for (let x = box.left + box.width / 2; x < box.right - 40; x += 12) {
                const found = document.elementFromPoint(x, y);
                if (found?.closest('svg') && !found.closest('[role=button]')) return [x, y];
              }
            return null";
        self.browser.rectangle_of(".tracks svg").await;
        serde_json::from_value(self.browser.run(script).await).expect("an empty place")
    }

    /// A list of texts that an expression gives.
    pub async fn texts(&self, expression: &str) -> Vec<String> {
        let found = self.browser.run(&format!("return {expression}")).await;
        serde_json::from_value(found.clone()).unwrap_or_else(|_| panic!("{expression} gives {found}"))
    }

    /// A number that an expression gives.
    pub async fn number(&self, expression: &str) -> f64 {
        match self.browser.run(&format!("return {expression}")).await {
            Value::Number(number) => number.as_f64().unwrap_or(f64::NAN),
            other => panic!("{expression} gives {other}"),
        }
    }
}
