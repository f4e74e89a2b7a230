//! `annals serve`: a local preview, which follows the file.

use std::{
    collections::BTreeMap,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::{Duration, SystemTime},
};

use axum::{
    Router,
    body::Body,
    http::{HeaderValue, Method, Request, Response, StatusCode, header},
    routing::get,
};
use clap::Args;
use tokio::{net::TcpListener, sync::watch};

use super::{MISUSE, briefing, output};
use crate::{
    export::{HEADERS, site_files},
    load::{Limits, fingerprint::sha256},
};

/// How often the file is looked at.
const LOOK_MILLIS: u64 = 300;
/// Where the page of a preview asks which briefing is served.
const EDITION: &str = "/annals-edition";
/// The script that asks.
const RELOAD_FILE: &str = "reload.js";
/// It asks now and then, as a connection held open would be one of the six that a browser grants a site: a few tabs, or pages
/// kept for the way back, would leave none to load with.
const RELOAD: &str = "\
// Loads the page again when the briefing has changed. Only `annals serve FILE` adds this script.
const shown = new URL(import.meta.url).searchParams.get(\"edition\");
const now = new URL(\"annals-edition\", import.meta.url);

async function look() {
  const answer = await fetch(now).catch(() => undefined); // nobody serves for now
  if (answer?.ok && (await answer.text()) !== shown) return location.reload();
  setTimeout(look, 500);
}
look();
";

/// Serves a preview on this machine; it reloads when the file changes.
#[derive(Args, Debug)]
pub struct Serve {
    /// The briefing: a JSON file or a folder of tables; the built-in one when left out
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The port; 0 for any free one
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Open it in the browser
    #[arg(long)]
    pub open: bool,
}

/// What is served now.
#[derive(Clone)]
struct Served {
    /// The files of the site by name.
    files: Arc<BTreeMap<String, Vec<u8>>>,
    /// Tells one state of the briefing from another.
    edition: String,
}

/// Runs the command until it is stopped.
pub fn run(args: &Serve) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let served = runtime.map_err(|error| error.to_string()).and_then(|runtime| runtime.block_on(serve(args)));
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            output::note(&format!("annals serve: {message}"));
            ExitCode::from(MISUSE)
        }
    }
}

async fn serve(args: &Serve) -> Result<(), String> {
    let (served, seen) = watch::channel(Served::new(read(args)?, args.file.is_some())?);
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
    let taken = |error| format!("port {} cannot be used ({error}); choose another one with --port", args.port);
    let listener = TcpListener::bind(address).await.map_err(taken)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    output::to_stdout(format!("http://{address}/\n").as_bytes()).map_err(|error| error.to_string())?;
    if args.open {
        open_browser(&format!("http://{address}/"));
    }
    let asked = seen.clone();
    let app = Router::new()
        .route(EDITION, get(async move || asked.borrow().edition.clone()))
        .fallback(move |request: Request<Body>| answer(seen.borrow().clone(), request));
    tokio::select! {
        result = axum::serve(listener, app) => result.map_err(|error| error.to_string()),
        () = watch_file(args, served) => Ok(()),
        () = stopped() => Ok(()),
    }
}

async fn stopped() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// The briefing as it stands now, or why it is refused.
fn read(args: &Serve) -> Result<Vec<u8>, String> {
    let published = briefing::read(args.file.as_deref(), Limits::default());
    published.map(|published| published.bytes).map_err(|refused| refused.to_string())
}

impl Served {
    /// The site with a briefing; its page follows the briefing when that can change.
    fn new(briefing: Vec<u8>, can_change: bool) -> Result<Self, String> {
        let edition = sha256(&briefing);
        let mut files = site_files(briefing).map_err(|error| error.to_string())?;
        if can_change {
            files.insert(RELOAD_FILE.to_owned(), RELOAD.as_bytes().to_vec());
            if let Some(page) = files.get_mut("index.html") {
                let script =
                    format!("<script type=\"module\" src=\"{RELOAD_FILE}?edition={edition}\"></script></head>");
                *page = String::from_utf8_lossy(page).replacen("</head>", &script, 1).into_bytes();
            }
        }
        Ok(Self { files: Arc::new(files), edition })
    }
}

/// Reads the file again whenever it changes; never ends.
async fn watch_file(args: &Serve, served: watch::Sender<Served>) {
    let Some(path) = args.file.as_deref() else { return std::future::pending().await };
    let mut last = newest(path);
    loop {
        tokio::time::sleep(Duration::from_millis(LOOK_MILLIS)).await;
        let now = newest(path);
        if now == last {
            continue;
        }
        last = now;
        let (bytes, told) = match read(args) {
            Ok(bytes) => (Some(bytes), format!("{} has changed", path.display())),
            // The page shows what is wrong with a file that can be read; what cannot be is told here.
            Err(message) => (std::fs::read(path).ok(), message),
        };
        output::note(&told);
        match bytes.map(|bytes| Served::new(bytes, true)) {
            Some(Ok(new)) => drop(served.send_replace(new)),
            Some(Err(message)) => output::note(&message),
            None => {}
        }
    }
}

/// When the file, or the newest one in the folder, was last written; and how many there are.
fn newest(path: &Path) -> (Option<SystemTime>, usize) {
    let written = |path: &Path| std::fs::metadata(path).and_then(|meta| meta.modified()).ok();
    match std::fs::read_dir(path) {
        Ok(entries) => {
            let times: Vec<_> = entries.flatten().map(|entry| written(&entry.path())).collect();
            (times.iter().copied().max().flatten(), times.len())
        }
        Err(_) => (written(path), 1),
    }
}

async fn answer(served: Served, request: Request<Body>) -> Response<Body> {
    let reply = |status: StatusCode, kind: &'static str, bytes: Vec<u8>| {
        let mut response = Response::new(Body::from(bytes));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        for (name, value) in HEADERS {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        response
    };
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return reply(StatusCode::METHOD_NOT_ALLOWED, "text/plain; charset=utf-8", b"Only GET and HEAD\n".to_vec());
    }
    let path = match request.uri().path().trim_start_matches('/') {
        "" => "index.html",
        path => path,
    };
    match served.files.get(path) {
        Some(bytes) => reply(StatusCode::OK, content_type(path), bytes.clone()),
        None => reply(StatusCode::NOT_FOUND, "text/plain; charset=utf-8", b"There is no such file here\n".to_vec()),
    }
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

/// Asks the system to show an address; where it cannot, the address has been printed.
fn open_browser(address: &str) {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    if std::process::Command::new(program).args(before).arg(address).spawn().is_err() {
        output::note("No browser could be opened; open the address above");
    }
}
