//! The built tool serving a briefing, as a reader's browser meets it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running `annals serve`; ends when dropped.
pub struct Site {
    process: Child,
    /// The address that the tool printed, with a slash at its end.
    pub address: String,
}

impl Site {
    /// Serves the built-in briefing.
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// Serves what the arguments say: a briefing, options.
    pub fn start_with(arguments: &[&str]) -> Self {
        let tool = std::env::var("ANNALS_TOOL")
            .expect("ANNALS_TOOL names the built tool; `cargo xtask test --only app --only journeys` sets it");
        let mut process = Command::new(&tool)
            .arg("serve")
            .args(arguments)
            .args(["--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot run {tool}: {error}"));
        let mut lines = BufReader::new(process.stdout.take().expect("a pipe")).lines();
        let address = lines.by_ref().map_while(Result::ok).find_map(|line| address_in(&line));
        let Some(address) = address else {
            let _ = process.kill();
            panic!("{tool} serve ended without printing an address: {:?}", process.wait());
        };
        // Read to the end, so that the tool never waits for us.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, address }
    }

    /// The address of the page with a query such as `?view=timeline`.
    pub fn url(&self, query: &str) -> String {
        format!("{}{query}", self.address)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The address in a line such as `Serving … on http://127.0.0.1:8080/`.
fn address_in(line: &str) -> Option<String> {
    let start = line.find("http://127.0.0.1:")?;
    let port = line[start + "http://127.0.0.1:".len()..]
        .split(|c: char| !c.is_ascii_digit())
        .next()
        .filter(|digits| !digits.is_empty())?;
    Some(format!("http://127.0.0.1:{port}/"))
}
