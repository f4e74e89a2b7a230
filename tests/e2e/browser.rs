//! A headless browser of its own for a test: an empty profile, started and ended with the value.
//!
//! It is Chromium unless a test asks for another; emulation, traces and the DevTools protocol are Chromium's alone. What cannot
//! be done ends the test with a sentence: these are helpers for tests.

use crate::driver::Driver;
use crate::engine::{CONSOLE_OF_FIREFOX, Engine};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use url::Url;

/// How long a page may take to become what a test waits for; well above the 10 s within which the page promises to say something.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Catches what the policy of the page forbids, from before the page's first script.
const WATCH: &str = "\
window.__violations = [];
addEventListener('securitypolicyviolation', (event) =>
  __violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`));";

/// How a browser starts.
pub struct Setup {
    /// Which one.
    pub engine: Engine,
    /// Size of the window in CSS pixels.
    pub size: (u32, u32),
    /// The languages that the browser asks for, best first.
    pub languages: &'static str,
    /// Records a trace of tasks and performance marks, for [`Browser::trace`].
    pub tracing: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self { engine: Engine::Chromium, size: (1280, 800), languages: "en-US", tracing: false }
    }
}

/// One browser with one page.
pub struct Browser {
    /// The page, for whatever these helpers lack.
    pub client: Client,
    /// Which browser it is.
    pub engine: Engine,
    session: String,
    driver: Driver,
    _profile: TempDir,
}

/// One line of the browser's console.
#[derive(Debug)]
pub struct ConsoleLine {
    /// `SEVERE`, `WARNING`, `INFO`.
    pub level: String,
    /// What stands there.
    pub message: String,
}

impl Browser {
    /// Starts a browser for English readers with a desktop window.
    pub async fn start() -> Self {
        Self::start_with(Setup::default()).await
    }

    /// Starts a browser.
    pub async fn start_with(setup: Setup) -> Self {
        let engine = setup.engine;
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let driver = Driver::start(engine, profile.path());
        let Value::Object(capabilities) = engine.capabilities(&setup, profile.path()) else {
            panic!("capabilities are an object");
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address())
            .await
            .expect("the driver starts a browser");
        let session = client.session_id().await.expect("a session").expect("an id");
        let browser = Self { client, engine, session, driver, _profile: profile };
        if engine == Engine::Chromium {
            browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
        }
        browser
    }

    /// Goes to an address and waits until the page is loaded, which is before it is ready.
    pub async fn open(&self, address: &str) {
        self.client.goto(address).await.unwrap_or_else(|error| panic!("cannot open {address}: {error}"));
    }

    /// Runs a function body in the page and gives what it returns.
    pub async fn run(&self, script: &str) -> Value {
        self.run_with(script, Vec::new()).await
    }

    /// Runs a function body in the page with `arguments`.
    pub async fn run_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client
            .execute(script, arguments)
            .await
            .unwrap_or_else(|error| panic!("script failed: {error}\n{}", start_of(script)))
    }

    /// Runs a function body that calls its last argument when done.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client
            .execute_async(script, arguments)
            .await
            .unwrap_or_else(|error| panic!("script failed: {error}\n{}", start_of(script)))
    }

    /// Waits until an expression is true in the page.
    pub async fn wait_until(&self, expression: &str) {
        let end = Instant::now() + PATIENCE;
        let script = format!("return Boolean({expression})");
        while self.client.execute(&script, Vec::new()).await.ok() != Some(Value::Bool(true)) {
            assert!(Instant::now() < end, "still not so after {} s: {expression}", PATIENCE.as_secs());
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits until the page says that it is `ready` (or `failed`).
    pub async fn wait_for_state(&self, state: &str) {
        self.wait_until(&format!("document.documentElement.dataset.annals === {}", json!(state))).await;
    }

    /// Makes the page exactly that wide and high; in Chromium narrower than a window can be if need be.
    pub async fn resize(&self, width: u32, height: u32) {
        if self.engine == Engine::Firefox {
            let frame = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]").await;
            let [beside, above]: [u32; 2] = serde_json::from_value(frame).expect("two lengths");
            self.client.set_window_size(width + beside, height + above).await.expect("the window takes a size");
            return self.wait_until(&format!("innerWidth === {width} && innerHeight === {height}")).await;
        }
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Sets media features, such as `("prefers-color-scheme", "dark")`; those not named go back to what they were.
    pub async fn set_media_features(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "", "features": features })).await;
    }

    /// Shows the page as `print` or `screen`.
    pub async fn set_media(&self, media: &str) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": media })).await;
    }

    /// Makes scripts see another language, such as `zh-CN`, and another format of numbers and dates.
    pub async fn set_language(&self, language: &str) {
        let agent = self.run("return navigator.userAgent").await;
        self.devtools("Emulation.setUserAgentOverride", json!({ "userAgent": agent, "acceptLanguage": language }))
            .await;
        self.devtools("Emulation.setLocaleOverride", json!({ "locale": language })).await;
    }

    /// Puts the reader into another time zone, such as `Pacific/Apia`, from the next page on.
    pub async fn set_time_zone(&self, zone: &str) {
        self.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await;
    }

    /// Lets pages read and write the clipboard without asking.
    pub async fn allow_clipboard(&self) {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.devtools("Browser.grantPermissions", permissions).await;
    }

    /// Cuts the page off from the network, or connects it again.
    pub async fn set_offline(&self, offline: bool) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools(
            "Network.emulateNetworkConditions",
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
        )
        .await;
    }

    /// Turns the scripts of pages off, or on again, from the next page on.
    pub async fn set_scripts(&self, on: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !on })).await;
    }

    /// What the console holds since the last call.
    pub async fn console(&self) -> Vec<ConsoleLine> {
        if self.engine == Engine::Firefox {
            let found = self.run_in_firefox(CONSOLE_OF_FIREFOX).await;
            let lines: Vec<(String, String)> = serde_json::from_value(found).expect("levels and messages");
            return lines.into_iter().map(|(level, message)| ConsoleLine { level, message }).collect();
        }
        if self.engine == Engine::WebKit {
            return Vec::new(); // its driver does not tell
        }
        let text = |entry: &Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
        self.log("browser")
            .await
            .iter()
            .map(|entry| ConsoleLine { level: text(entry, "level"), message: text(entry, "message") })
            .collect()
    }

    /// The errors in the console since the last call.
    pub async fn console_errors(&self) -> Vec<String> {
        let lines = self.console().await.into_iter();
        lines.filter(|line| line.level == "SEVERE").map(|line| line.message).collect()
    }

    /// What the policy of this page has forbidden since it was opened. Firefox tells it as errors in the console.
    pub async fn violations(&self) -> Vec<String> {
        serde_json::from_value(self.run("return window.__violations ?? []").await).expect("a list of texts")
    }

    /// Ends the test unless the keyboard comes to one place, and one only, in each drawing that it can enter.
    pub async fn assert_one_tab_stop_each(&self) {
        let script =
            "return [...document.querySelectorAll('main .drawing')].filter((it) => it.querySelector('svg [tabindex]'))
            .map((it) => it.querySelectorAll('svg [tabindex=\"0\"]').length)";
        let stops: Vec<u64> = serde_json::from_value(self.run(script).await).expect("numbers");
        assert!(stops.iter().all(|&stops| stops == 1), "tab stops in each drawing: {stops:?}");
    }

    /// The trace of all that happened so far; needs [`Setup::tracing`]. It ends with this call and cannot be had twice.
    pub async fn trace(&self) -> Vec<Value> {
        let events = self.log("performance").await.into_iter().filter_map(|entry| {
            let mut event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let message = &mut event["message"];
            (message["method"] == "Tracing.dataCollected").then(|| message["params"].take())
        });
        events.collect()
    }

    /// Saves what the page shows as a PNG.
    pub async fn screenshot(&self, file: &Path) {
        let png = self.client.screenshot().await.expect("a screenshot");
        std::fs::write(file, png).unwrap_or_else(|error| panic!("cannot write {}: {error}", file.display()));
    }

    /// Runs a function body, which calls its last argument when done, among the browser's own scripts, as only Firefox lets us.
    async fn run_in_firefox(&self, script: &str) -> Value {
        self.vendor("moz/context", json!({ "context": "chrome" })).await;
        let found = self.run_async(script, Vec::new()).await;
        self.vendor("moz/context", json!({ "context": "content" })).await;
        found
    }

    /// Sends a command of the DevTools protocol.
    pub async fn devtools(&self, name: &str, parameters: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "{name} is of the DevTools protocol");
        self.vendor("goog/cdp/execute", json!({ "cmd": name, "params": parameters })).await
    }

    async fn log(&self, kind: &str) -> Vec<Value> {
        match self.vendor("se/log", json!({ "type": kind })).await {
            Value::Array(entries) => entries,
            other => panic!("no log but {other}"),
        }
    }

    async fn vendor(&self, path: &'static str, body: Value) -> Value {
        let command = Vendor { path, body };
        self.client.issue_cmd(command).await.unwrap_or_else(|error| panic!("{path} failed: {error}"))
    }
}

impl Drop for Browser {
    /// Leaves a picture of a page whose test failed; the driver then ends the browser.
    fn drop(&mut self) {
        let session = format!("/session/{}", self.session);
        if std::thread::panicking()
            && let Some(answer) = self.driver.request("GET", &format!("{session}/screenshot"))
            && let Ok(answer) = serde_json::from_str::<Value>(&answer)
            && let Some(png) = answer["value"].as_str().map(from_base64)
        {
            let file = picture_of_failure();
            if std::fs::write(&file, png).is_ok() {
                eprintln!("the page is shown in {}", file.display());
            }
        }
        let _ = self.driver.request("DELETE", &session);
    }
}

/// Where the picture of a failed test goes: `target/…/tmp/failed-TEST.png`.
fn picture_of_failure() -> PathBuf {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("test").replace("::", "-");
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("failed-{test}.png"))
}

/// A command that only this browser knows.
#[derive(Debug)]
struct Vendor {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

fn start_of(script: &str) -> String {
    script.chars().take(200).collect()
}

/// Bytes from their base64 text, which is taken to be well-formed.
fn from_base64(text: &str) -> Vec<u8> {
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}
