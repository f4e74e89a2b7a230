//! The browsers that journeys run in: how each is started, told its settings and asked for its console.

use crate::browser::Setup;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, which also emulates and measures.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, on a screen of its own that nobody sees.
    WebKit,
}

/// Everything in the console of Firefox since the last call: level and message. Only its own scripts may ask for it: what
/// went wrong by itself is known to the browser, what scripts said only to the process of the page.
pub const CONSOLE_OF_FIREFOX: &str = r#"
const [done] = arguments, { messageManager } = gBrowser.selectedBrowser;
const isOurs = ({ sourceName }) => /^(https?|file):/.test(sourceName);
const told = Services.console.getMessageArray().filter((message) => message instanceof Ci.nsIScriptError && isOurs(message))
  .map(({ flags, errorMessage, sourceName, lineNumber }) =>
    [flags & Ci.nsIScriptError.warningFlag ? 'WARNING' : 'SEVERE', `${sourceName} ${lineNumber} ${errorMessage}`]);
Services.console.reset();
messageManager.addMessageListener('annals:console', function came({ data }) {
  messageManager.removeMessageListener('annals:console', came);
  done([...told, ...data]);
});
const script = () => {
  const calls = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const levels = { error: 'SEVERE', assert: 'SEVERE', warn: 'WARNING' };
  // The browser's own scripts speak there too.
  const said = calls.getEvents().filter(({ filename }) => /^(https?|file):/.test(filename))
    .map(({ level, arguments: words }) => [levels[level] ?? 'INFO', words.map(String).join(' ')]);
  calls.clearEvents();
  sendAsyncMessage('annals:console', said);
};
messageManager.loadFrameScript(`data:,${encodeURIComponent(`(${script})()`)}`, false);"#;

impl Engine {
    /// The driver, ready to listen on a port of its choice. Its home is `folder`, where the browser keeps what it must.
    pub fn driver(self, folder: &Path) -> Command {
        let (variable, name) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        };
        let mut command = Command::new(std::env::var(variable).unwrap_or_else(|_| name.to_owned()));
        if self == Self::WebKit {
            // It takes no port of its own choice. The browser has no headless mode.
            command.arg(format!("--port={}", free_port())).env("HOME", folder);
            return command;
        }
        command.arg("--port=0");
        if self == Self::Firefox {
            // Two of them would want the same port for the protocol that we do not use; the console is behind the last one.
            command.args(["--websocket-port=0", "--allow-system-access", "--profile-root"]).arg(folder);
            command.env("HOME", folder);
        }
        command
    }

    /// The port in the line in which the driver tells it.
    pub fn port_in(self, line: &str) -> Option<u16> {
        let port = match self {
            Self::Chromium => line.split_once("started successfully on port ")?.1.trim_end_matches('.'),
            Self::Firefox => line.split_once("Listening on ")?.1.rsplit_once(':')?.1,
            Self::WebKit => return None,
        };
        port.parse().ok()
    }

    /// What a session of this browser is started with; its profile is in `folder`.
    pub fn capabilities(self, setup: &Setup, folder: &Path) -> Value {
        let mut capabilities = match self {
            Self::Chromium => chromium(setup, folder),
            Self::Firefox => firefox(setup),
            Self::WebKit => webkit(setup),
        };
        // A hanging script or page ends the test, not the patience of whoever runs it.
        capabilities["timeouts"] = json!({ "script": 60_000, "pageLoad": 60_000 });
        capabilities
    }
}

fn chromium(setup: &Setup, folder: &Path) -> Value {
    let (width, height) = setup.size;
    let args = [
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        format!("--accept-lang={}", setup.languages),
        format!("--window-size={width},{height}"),
        format!("--user-data-dir={}", folder.display()),
    ];
    let mut options = json!({ "args": args });
    if let Ok(program) = std::env::var("CHROMIUM") {
        options["binary"] = program.into();
    }
    let mut logs = json!({ "browser": "ALL" });
    if setup.tracing {
        logs["performance"] = "ALL".into();
        options["perfLoggingPrefs"] = json!({
            "enableNetwork": false,
            "enablePage": false,
            "traceCategories": "toplevel,blink.user_timing",
        });
    }
    json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": logs })
}

fn webkit(setup: &Setup) -> Value {
    assert!(!setup.tracing, "only Chromium traces");
    let program =
        std::env::var("MINIBROWSER").expect("MINIBROWSER names the browser of WebKitGTK; `cargo xtask test` sets it");
    json!({ "webkitgtk:browserOptions": { "binary": program, "args": ["--automation"] } })
}

/// A port that nothing listens on now.
pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    listener.local_addr().expect("an address").port()
}

fn firefox(setup: &Setup) -> Value {
    assert!(!setup.tracing, "only Chromium traces");
    let (width, height) = setup.size;
    let mut options = json!({
        "args": ["-headless", format!("--width={width}"), format!("--height={height}")],
        "prefs": {
            "intl.accept_languages": setup.languages,
            // It asks its makers for nothing.
            "app.update.auto": false,
            "browser.safebrowsing.malware.enabled": false,
            "browser.safebrowsing.phishing.enabled": false,
            "datareporting.policy.dataSubmissionEnabled": false,
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
        },
    });
    if let Ok(program) = std::env::var("FIREFOX") {
        options["binary"] = program.into();
    }
    json!({ "browserName": "firefox", "moz:firefoxOptions": options })
}
