//! `annals serve`: a local preview, which follows the file.

mod answer;

use std::{
    collections::BTreeMap,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::{Duration, SystemTime},
};

use axum::{Router, body::Body, http::Request};
use clap::Args;
use tokio::{net::TcpListener, sync::watch};

use super::{MISUSE, briefing, finding::Finding, output};
use crate::{
    export::site_files,
    load::{Limits, fingerprint::sha256},
};

/// How often the file is looked at. With the half second after which the page asks, a change shows within one.
const LOOK_MILLIS: u64 = 300;
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

const EXAMPLES: &str = "\
Examples:
  annals serve                             # the built-in briefing on http://127.0.0.1:8080/
  annals serve my-tables --open
  annals serve my-briefing.json --port 0   # any free port; the address is printed";

/// Serves a preview on this machine; it reloads when the file changes.
///
/// The preview shows what `annals site` would publish, so without what is marked `visibility: internal`, unless --internal is
/// given. Only this machine is served: requests that name another host are refused, and other sites may not read the preview
/// of a file. What is wrong with the file shows in the page, and here.
///
/// Exit code 0: stopped; 2: the file cannot be read, or the port is taken.
#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
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
    /// Show what is marked internal too
    #[arg(long)]
    pub internal: bool,
}

/// What is served now.
#[derive(Clone)]
struct Served {
    /// Whether it is the author's own, and may not be known to others yet.
    is_private: bool,
    /// The files of the site by name.
    files: Arc<BTreeMap<String, Vec<u8>>>,
    /// Tells one state of the briefing from another.
    edition: String,
}

/// The files of a site around a briefing.
type Make = fn(Vec<u8>) -> Result<BTreeMap<String, Vec<u8>>, String>;

/// Runs the command until it is stopped.
pub fn run(args: &Serve) -> ExitCode {
    let make: Make = |briefing| site_files(briefing).map_err(|error| error.to_string());
    let started = |address: SocketAddr| {
        output::to_stdout(format!("http://{address}/\n").as_bytes()).map_err(|error| error.to_string())?;
        if args.open {
            open_browser(&format!("http://{address}/"));
        }
        Ok(())
    };
    let served = block_on(serve(args, make, started));
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            output::note(&format!("annals serve: {message}"));
            ExitCode::from(MISUSE)
        }
    }
}

fn block_on(work: impl Future<Output = Result<(), String>>) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| error.to_string())?.block_on(work)
}

/// Serves what `make` makes of the briefing; `started` is told the address.
async fn serve(args: &Serve, make: Make, started: impl FnOnce(SocketAddr) -> Result<(), String>) -> Result<(), String> {
    // What is wrong with a file that can be read shows in the page, and may be mended while that is open.
    let first = match read(args) {
        Ok(bytes) => bytes,
        Err((message, None)) => return Err(message),
        Err((message, Some(bytes))) => {
            output::note(&message);
            bytes
        }
    };
    let (served, seen) = watch::channel(Served::new(first, args.file.is_some(), make)?);
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
    let taken = |error| format!("port {} cannot be used ({error}); choose another one with --port", args.port);
    let listener = TcpListener::bind(address).await.map_err(taken)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    started(address)?;
    let app = Router::new().fallback(async move |request: Request<Body>| {
        let served = seen.borrow().clone();
        answer::answer(&served, &request, address.port())
    });
    tokio::select! {
        result = axum::serve(listener, app) => result.map_err(|error| error.to_string()),
        () = watch_file(args, served, make) => Ok(()),
        () = stopped() => Ok(()),
    }
}

async fn stopped() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// The briefing as it stands now; or why it is refused, and what the page can say more about.
fn read(args: &Serve) -> Result<Vec<u8>, (String, Option<Vec<u8>>)> {
    let path = args.file.as_deref();
    let raw = |refused: briefing::Refused| {
        let bytes = path.filter(|_| refused.exit != MISUSE).and_then(|path| std::fs::read(path).ok());
        (refused.to_string(), bytes)
    };
    let published = briefing::read(path, Limits::default()).map_err(raw)?;
    if path.is_some() {
        let errors = published.findings.iter().filter(|finding| Finding::is_error(finding)).count();
        let counted = format!("{errors} errors, {} warnings", published.findings.len() - errors);
        output::note(&format!("{}: {counted}; the page and `annals check` list them", briefing::shown(path)));
    }
    if args.internal {
        return Ok(published.bytes);
    }
    // A briefing that is internal as a whole must not reach the page.
    let public = published.public(path, Limits::default()).map_err(|refused| (refused.to_string(), None))?;
    Ok(public.bytes)
}

impl Served {
    /// The site with a briefing; its page follows the briefing when that can change.
    fn new(briefing: Vec<u8>, can_change: bool, make: Make) -> Result<Self, String> {
        let edition = sha256(&briefing);
        let mut files = make(briefing)?;
        if can_change {
            files.insert(RELOAD_FILE.to_owned(), RELOAD.as_bytes().to_vec());
            if let Some(page) = files.get_mut("index.html") {
                let script =
                    format!("<script type=\"module\" src=\"{RELOAD_FILE}?edition={edition}\"></script></head>");
                *page = String::from_utf8_lossy(page).replacen("</head>", &script, 1).into_bytes();
            }
        }
        Ok(Self { files: Arc::new(files), edition, is_private: can_change })
    }
}

/// Reads the file again whenever it changes; never ends.
async fn watch_file(args: &Serve, served: watch::Sender<Served>, make: Make) {
    let Some(path) = args.file.as_deref() else { return std::future::pending().await };
    let mut last = newest(path);
    loop {
        tokio::time::sleep(Duration::from_millis(LOOK_MILLIS)).await;
        let now = newest(path);
        if now == last {
            continue;
        }
        last = now;
        let bytes = match read(args) {
            Ok(bytes) => {
                output::note(&format!("{} has changed", path.display()));
                Some(bytes)
            }
            // The page shows what is wrong with a file that can be read; what cannot be is told here.
            Err((message, bytes)) => {
                output::note(&message);
                bytes
            }
        };
        match bytes.map(|bytes| Served::new(bytes, true, make)) {
            Some(Ok(new)) => drop(served.send_replace(new)),
            Some(Err(message)) => output::note(&message),
            None => {}
        }
    }
}

/// When the file, or the newest one in the folder, was last written; how large all are; and how many there are.
fn newest(path: &Path) -> (Option<SystemTime>, u64, usize) {
    let look = |path: &Path| {
        let meta = std::fs::metadata(path).ok();
        (meta.as_ref().and_then(|meta| meta.modified().ok()), meta.map_or(0, |meta| meta.len()))
    };
    match std::fs::read_dir(path) {
        Ok(entries) => {
            let all: Vec<_> = entries.flatten().map(|entry| look(&entry.path())).collect();
            (all.iter().map(|one| one.0).max().flatten(), all.iter().map(|one| one.1).sum(), all.len())
        }
        Err(_) => {
            let (time, size) = look(path);
            (time, size, 1)
        }
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

#[cfg(test)]
mod tests {
    use std::{
        io::{Read, Write},
        net::TcpStream,
        sync::mpsc,
        time::Instant,
    };

    use super::*;

    fn get(address: SocketAddr, path: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
        let mut out = String::new();
        stream.read_to_string(&mut out).unwrap();
        out.split_once("\r\n\r\n").unwrap().1.to_owned()
    }

    /// Serves a file with a page of one line, until the tests end.
    fn start(file: &Path, internal: bool) -> SocketAddr {
        let (told, address) = mpsc::channel();
        let args = Serve { file: Some(file.to_owned()), port: 0, open: false, internal };
        let make: Make = |briefing| {
            let page = b"<head></head>".to_vec();
            Ok(BTreeMap::from([("index.html".to_owned(), page), ("briefing.json".to_owned(), briefing)]))
        };
        std::thread::spawn(move || {
            let started = |address| told.send(address).map_err(|error| error.to_string());
            block_on(serve(&args, make, started))
        });
        address.recv_timeout(Duration::from_secs(20)).unwrap()
    }

    fn briefing(title: &str) -> String {
        format!(
            r#"{{"annals":1,"id":"x","title":"{title}","glossary":[{{"id":"hush","term":"T","visibility":"internal"}}]}}"#
        )
    }

    #[test]
    fn a_change_is_served_within_a_second_and_a_broken_file_too() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.json");
        // A file that is broken at first is served, so that the page can say what is wrong.
        std::fs::write(&path, "{").unwrap();
        let address = start(&path, false);
        assert_eq!(get(address, "/briefing.json"), "{");
        for text in [briefing("One"), "{\"annals\":".to_owned(), briefing("Two")] {
            let before = get(address, "/annals-edition");
            assert!(get(address, "/").contains(&format!("edition={before}")));
            let began = Instant::now();
            std::fs::write(&path, &text).unwrap();
            while get(address, "/annals-edition") == before {
                assert!(began.elapsed() < Duration::from_secs(5), "{text}");
                std::thread::sleep(Duration::from_millis(10));
            }
            // With a machine that is busy with other tests; alone it is a third of a second.
            assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
        }
        assert!(get(address, "/briefing.json").contains("Two"));
        // What is internal as a whole does not replace what was there; nor does a file that is gone.
        std::fs::write(&path, briefing("Three").replacen('{', r#"{"visibility":"internal","#, 1)).unwrap();
        std::thread::sleep(Duration::from_millis(3 * LOOK_MILLIS));
        std::fs::remove_file(&path).unwrap();
        std::thread::sleep(Duration::from_millis(3 * LOOK_MILLIS));
        assert!(get(address, "/briefing.json").contains("Two"));
    }

    #[test]
    fn internal_items_show_only_when_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.json");
        std::fs::write(&path, briefing("One")).unwrap();
        assert!(!get(start(&path, false), "/briefing.json").contains("hush"));
        assert!(get(start(&path, true), "/briefing.json").contains("hush"));
    }

    #[test]
    fn what_cannot_be_read_or_bound_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.json");
        let make: Make = |_| Ok(BTreeMap::new());
        let args = Serve { file: Some(path.clone()), port: 0, open: false, internal: false };
        assert!(block_on(serve(&args, make, |_| Ok(()))).unwrap_err().contains("cannot be read"));
        let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = taken.local_addr().unwrap().port();
        let args = Serve { file: None, port, open: false, internal: false };
        let why = block_on(serve(&args, make, |_| Ok(()))).unwrap_err();
        assert!(why.contains(&format!("port {port} cannot be used")) && why.contains("--port"), "{why}");
    }
}
