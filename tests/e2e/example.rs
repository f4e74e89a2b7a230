//! The example of a briefing as the tool prints it.

use std::process::Command;

/// The example that the tool prints, in a file.
pub struct Example {
    /// Its path.
    pub path: String,
}

impl Example {
    /// Lets the tool write it.
    pub fn write() -> Self {
        let tool = std::env::var("ANNALS_TOOL").expect("ANNALS_TOOL names the built tool");
        let path = format!("{}/gallery-{}.json", env!("CARGO_TARGET_TMPDIR"), std::process::id());
        let written = Command::new(tool).args(["example", "-o", &path]).status().expect("the tool runs");
        assert!(written.success());
        Self { path }
    }

    /// A query for each of its pages.
    pub fn queries(&self) -> Vec<String> {
        let text = std::fs::read(&self.path).expect("the example is there");
        let document: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
        let ids = document["views"].as_array().expect("views").iter().map(|view| view["id"].as_str().expect("an id"));
        ids.map(|id| format!("?view={id}")).collect()
    }
}

impl Drop for Example {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
