//! Over real sockets, as whoever is on the machine may write to them.

use std::{
    collections::BTreeMap,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    sync::Arc,
};

use axum::{Router, body::Body, http::Request};

use super::*;

/// Starts a server with these files; it ends with the test.
fn start(files: &[&str], is_private: bool) -> SocketAddr {
    let files: BTreeMap<String, Vec<u8>> = files.iter().map(|name| ((*name).to_owned(), b"here".to_vec())).collect();
    let served = Served { is_private, files: Arc::new(files), edition: "e1".to_owned() };
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let app =
                Router::new().fallback(async move |request: Request<Body>| answer(&served, &request, address.port()));
            axum::serve(tokio::net::TcpListener::from_std(listener).unwrap(), app).await.unwrap();
        });
    });
    address
}

/// Writes these bytes and reads the answer.
fn say(address: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(std::time::Duration::from_secs(10))).unwrap();
    stream.write_all(bytes).unwrap();
    let mut out = Vec::new();
    let _ = stream.read_to_end(&mut out);
    String::from_utf8_lossy(&out).to_ascii_lowercase()
}

fn get(address: SocketAddr, path: &str, host: &str) -> String {
    say(address, format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes())
}

#[test]
fn other_hosts_are_refused() {
    let address = start(&["index.html"], true);
    let port = address.port();
    let here = format!("127.0.0.1:{port}");
    for host in [&here, &format!("localhost:{port}"), &format!("LocalHost:{port}"), &format!("[::1]:{port}")] {
        assert!(get(address, "/", host).starts_with("http/1.1 200"), "{host}");
    }
    for host in [
        "evil.example",
        &format!("evil.example:{port}"),
        "127.0.0.1",
        "localhost:1",
        &format!("127.0.0.1.evil.example:{port}"),
        &format!("localhost@evil.example:{port}"),
        &format!("evil@localhost:{port}"),
        &format!("localhost.:{port}"),
        &format!("0.0.0.0:{port}"),
        "",
    ] {
        let answer = get(address, "/annals-edition", host);
        assert!(answer.starts_with("http/1.1 403") || answer.starts_with("http/1.1 400"), "{host}: {answer}");
        assert!(!answer.contains("e1"), "{host}: {answer}");
    }
    assert!(
        get(address, "/", "evil.example").contains(&format!("this preview answers only to http://127.0.0.1:{port}/"))
    );
    // Without a host, and with another one in the address itself.
    assert!(say(address, b"GET / HTTP/1.0\r\n\r\n").starts_with("http/1.0 403"));
    assert!(get(address, "http://evil.example/", &here).starts_with("http/1.1 403"));
    assert!(get(address, "/annals-edition", &here).contains("e1"));
}

#[test]
fn nothing_but_the_files_of_the_site_is_served() {
    let address = start(&["index.html", "zh/index.html", "a b.txt"], true);
    let host = format!("127.0.0.1:{}", address.port());
    for path in [
        "/../Cargo.toml",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/etc/passwd",
        "/index.html%00.png",
        "/index.html/",
        "/%",
        "/%ff",
        "/zh//index.html",
        &format!("/{}", "x".repeat(20_000)),
    ] {
        let answer = get(address, path, &host);
        assert!(answer.starts_with("http/1.1 4"), "{path}: {answer}");
    }
    for path in ["/", "/index.html?view=x", "/zh/", "/zh/index.html", "/a%20b.txt"] {
        assert!(get(address, path, &host).starts_with("http/1.1 200"), "{path}");
    }
    assert!(get(address, "/zh", &host).contains("location: zh/"));
    let post = format!("POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    assert!(say(address, post.as_bytes()).contains("allow: get, head"));
    // What is no request at all does not end the server.
    say(address, b"\0\0\0\r\n\r\n");
    assert!(get(address, "/", &host).starts_with("http/1.1 200"));
}

#[test]
fn the_policy_is_sent_and_drafts_are_not_shared() {
    for (is_private, shared) in [(true, false), (false, true)] {
        let address = start(&["index.html"], is_private);
        let answer = get(address, "/", &format!("localhost:{}", address.port()));
        assert!(answer.contains("content-security-policy: default-src 'none'"), "{answer}");
        assert!(answer.contains("x-content-type-options: nosniff") && answer.contains("referrer-policy: no-referrer"));
        assert_eq!(answer.contains("access-control-allow-origin"), shared);
    }
}

#[test]
fn every_file_of_a_site_has_its_type() {
    for (name, kind) in [
        ("feed.xml", "application/xml"),
        ("feed.atom", "application/atom+xml"),
        ("a/x.ics", "text/calendar"),
        ("site.webmanifest", "application/manifest+json"),
        ("robots.txt", "text/plain"),
        ("p.png", "image/png"),
        ("sw.js", "text/javascript"),
        ("app.wasm", "application/wasm"),
        ("_headers", "application/octet-stream"),
    ] {
        assert!(content_type(name).starts_with(kind), "{name}");
    }
}
