//! The process of the driver, which owns the browser: both end when this is dropped.

use crate::engine::Engine;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running driver.
pub struct Driver {
    process: Child,
    _screen: Option<Screen>,
    port: u16,
}

impl Driver {
    /// Starts a driver on a free port; it keeps its things in `folder`.
    ///
    /// ChromeDriver takes a port that is free for IPv4 and wants the same one for IPv6, which another driver may just have
    /// taken: then it ends, and the next one has better luck.
    pub fn start(engine: Engine, folder: &Path) -> Self {
        (0..5).find_map(|_| Self::try_start(engine, folder)).expect("a driver says its port")
    }

    fn try_start(engine: Engine, folder: &Path) -> Option<Self> {
        let mut command = engine.driver(folder);
        let screen = (engine == Engine::WebKit).then(Screen::start);
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.name);
        }
        let asked = command.get_args().find_map(|word| word.to_str()?.strip_prefix("--port=")?.parse().ok());
        let mut process = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // A group of its own, so that the browser can be ended with it.
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot run {command:?}: {error}; see `cargo xtask setup`"));
        if engine == Engine::WebKit {
            let driver = Self { process, _screen: screen, port: asked.unwrap_or_default() };
            let is_there = (0..400).any(|_| {
                std::thread::sleep(Duration::from_millis(25));
                TcpStream::connect(("127.0.0.1", driver.port)).is_ok()
            });
            // Dropped, it ends.
            return is_there.then_some(driver);
        }
        let mut lines = BufReader::new(process.stdout.take().expect("a pipe")).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| engine.port_in(line.trim_end()));
        let Some(port) = port else {
            let _ = process.wait();
            return None;
        };
        // Read to the end, so that the driver never waits for us.
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { process, _screen: screen, port })
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// One request without the async client, for places that cannot wait; the body of the answer.
    pub fn request(&self, method: &str, path: &str) -> Option<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", self.port).ok()?;
        let mut answer = BufReader::new(stream);
        // The driver keeps the line open: the head says where the body ends.
        let head = answer.by_ref().lines().map_while(Result::ok).take_while(|line| !line.is_empty());
        let length = head.fold(None, |length, line| {
            let (name, value) = line.split_once(':').unwrap_or_default();
            let is_length = name.eq_ignore_ascii_case("content-length");
            if is_length { value.trim().parse().ok() } else { length }
        });
        let mut body = vec![0; length?];
        answer.read_exact(&mut body).ok()?;
        String::from_utf8(body).ok()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked first, where it can be, which also lets the browser clean up; then ended by id.
        let _ = self.request("GET", "/shutdown");
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.process.wait();
    }
}

/// A screen that nobody sees, for browsers without a headless mode.
struct Screen {
    process: Child,
    name: String,
}

impl Screen {
    fn start() -> Self {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot run Xvfb: {error}; see `cargo xtask setup`"));
        let mut number = String::new();
        let _ = BufReader::new(process.stdout.take().expect("a pipe")).read_line(&mut number);
        Self { process, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
