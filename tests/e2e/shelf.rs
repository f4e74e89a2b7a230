//! A tiny web server whose files a test writes itself, and which can misbehave where the test wants it to.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What is sent for a path.
#[derive(Clone)]
pub enum Answer {
    /// A file; its type follows from the name.
    File(Vec<u8>),
    /// A status without content.
    Status(u16),
    /// The first bytes of a file that was said to be longer; then the connection ends.
    Truncated(Vec<u8>),
    /// The bytes one by one, with a pause before each.
    Slow(Vec<u8>, Duration),
    /// Nothing, while the connection stays open.
    Silence,
}

impl From<&str> for Answer {
    fn from(text: &str) -> Self {
        Self::File(text.as_bytes().to_vec())
    }
}

/// The files by path; they can change while they are served.
type Files = Arc<Mutex<BTreeMap<String, Answer>>>;

/// A running server; ends when dropped.
pub struct Shelf {
    address: SocketAddr,
    files: Files,
    ended: Arc<AtomicBool>,
}

impl Shelf {
    /// Serves `files`, each a path such as `/index.html` and its answer; `/` stands for `/index.html`.
    pub fn serve<P: Into<String>>(files: impl IntoIterator<Item = (P, Answer)>) -> Self {
        let files = files.into_iter().map(|(path, answer)| (path.into(), answer));
        let files: Files = Arc::new(Mutex::new(files.collect()));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let ended = Arc::new(AtomicBool::new(false));
        let (is_over, served) = (ended.clone(), files.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if is_over.load(Ordering::Relaxed) {
                    break;
                }
                let (files, is_over) = (served.clone(), is_over.clone());
                // A reader who left is no fault.
                std::thread::spawn(move || answer(stream, &files, &is_over).ok());
            }
        });
        Self { address, files, ended }
    }

    /// Sends something else for a path from now on.
    pub fn put(&self, path: &str, answer: impl Into<Answer>) {
        self.files.lock().expect("no thread fails here").insert(path.to_owned(), answer.into());
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        // Wakes the listener.
        let _ = TcpStream::connect(self.address);
    }
}

fn answer(mut stream: TcpStream, files: &Files, is_over: &AtomicBool) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    // The head of the request ends with an empty line.
    lines.map_while(Result::ok).take_while(|line| !line.is_empty()).for_each(drop);
    let target = request.split(' ').nth(1).unwrap_or("/");
    let path = match target.split('?').next() {
        Some("/") | None => "/index.html",
        Some(path) => path,
    };
    let kind = kind_of(path);
    let head = |length: usize| {
        format!(
            "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
        )
    };
    let found = files.lock().expect("no thread fails here").get(path).cloned();
    match found.unwrap_or(Answer::Status(404)) {
        Answer::File(bytes) => {
            stream.write_all(head(bytes.len()).as_bytes())?;
            stream.write_all(&bytes)
        }
        Answer::Status(status) => {
            write!(stream, "HTTP/1.1 {status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        }
        Answer::Truncated(bytes) => {
            stream.write_all(head(bytes.len() + 1000).as_bytes())?;
            stream.write_all(&bytes)
        }
        Answer::Slow(bytes, pause) => {
            stream.write_all(head(bytes.len()).as_bytes())?;
            for byte in bytes {
                std::thread::sleep(pause);
                stream.write_all(&[byte])?;
            }
            Ok(())
        }
        Answer::Silence => {
            while !is_over.load(Ordering::Relaxed) {
                std::thread::sleep(Duration::from_millis(50));
            }
            Ok(())
        }
    }
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
