//! The accessibility checker axe-core, run on the page as it stands.

use crate::browser::Browser;
use serde::Deserialize;
use serde_json::json;
use std::fmt;

/// The rules of WCAG 2.2 up to AA and axe's own advice.
const RUN: &str = "\
const done = arguments[arguments.length - 1];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
axe.run(arguments[0] ?? document, { runOnly: tags, resultTypes: ['violations'] }).then(
  ({ violations }) => done(violations.map(({ id, impact, help, nodes }) =>
    ({ id, impact: impact ?? '', help, targets: nodes.map(({ target }) => target.flat().join(' ')) }))),
  (error) => done(String(error)));";

/// A rule that the page breaks.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Violation {
    /// The rule's name, such as `color-contrast`.
    pub id: String,
    /// `minor`, `moderate`, `serious` or `critical`.
    pub impact: String,
    /// What the rule asks for.
    pub help: String,
    /// Selectors of the elements at fault.
    pub targets: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {} at {}", self.id, self.impact, self.help, self.targets.join(", "))
    }
}

impl Browser {
    /// The rules that the page breaks; empty when none.
    pub async fn accessibility_violations(&self) -> Vec<Violation> {
        if self.run("return typeof axe").await == "undefined" {
            let path = std::env::var("AXE_PATH").expect("AXE_PATH names axe.min.js; `cargo xtask test` sets it");
            let script = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read {path}: {error}"));
            self.run(&script).await;
        }
        let found = self.run_async(RUN, vec![json!(null)]).await;
        serde_json::from_value(found.clone()).unwrap_or_else(|_| panic!("axe failed: {found}"))
    }

    /// Ends the test when the page breaks a rule.
    pub async fn assert_accessible(&self) {
        let violations = self.accessibility_violations().await;
        let list: Vec<String> = violations.iter().map(Violation::to_string).collect();
        assert!(list.is_empty(), "axe found:\n  {}", list.join("\n  "));
    }
}
