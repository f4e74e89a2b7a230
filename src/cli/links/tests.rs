//! Against a server of our own; nothing outside this machine is asked.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use super::*;

const QUICK: Manners = Manners { patience: Duration::from_secs(2), pause: Duration::from_millis(40), is_local: true };

/// Requests that a server got: method, path, time.
type Requests = Arc<Mutex<Vec<(String, String, Instant)>>>;

/// A server, and the requests it got.
fn server() -> (String, Requests) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let requests = Requests::default();
    let (noted, own) = (requests.clone(), address.clone());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let (mut stream, noted, own) = (stream.unwrap(), noted.clone(), own.clone());
            std::thread::spawn(move || {
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let Some(Ok(first)) = lines.next() else { return };
                let headers: Vec<String> = lines.map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
                assert!(headers.iter().any(|line| line.to_lowercase().starts_with("user-agent: annals/")));
                let words: Vec<&str> = first.split(' ').collect();
                noted.lock().unwrap().push((words[0].to_owned(), words[1].to_owned(), Instant::now()));
                let to = |status: &str, path: &str| format!("{status}\r\nLocation: {path}");
                let answer = match (words[0], words[1]) {
                    (_, "/good" | "/copy" | "/new") => "200 OK".to_owned(),
                    ("HEAD", "/no-head") => "405 Method Not Allowed".to_owned(),
                    (_, "/no-head") => "200 OK".to_owned(),
                    (_, "/moved") => to("301 Moved Permanently", "/again"),
                    (_, "/again") => to("308 Permanent Redirect", &format!("{own}/new")),
                    (_, "/for-now") => to("302 Found", "new"),
                    (_, "/round") => to("301 Moved Permanently", "/round"),
                    (_, "/to-gone") => to("301 Moved Permanently", "/gone"),
                    (_, "/script") => to("302 Found", "file:///etc/passwd"),
                    (_, "/gone") => "410 Gone".to_owned(),
                    (_, "/shy") => "403 Forbidden".to_owned(),
                    (_, "/busy") => "429 Too Many Requests".to_owned(),
                    (_, "/odd") => "200 O\u{1b}[2JK\r\nbad header".to_owned(),
                    (_, "/slow") => {
                        std::thread::sleep(Duration::from_secs(5));
                        return;
                    }
                    _ => "404 Not Found".to_owned(),
                };
                let _ = write!(stream, "HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            });
        }
    });
    (address, requests)
}

/// The codes and severities that a document with these sources has, and how the server was asked.
fn told(sources: &str, manners: Manners) -> Vec<Finding> {
    let json = format!("{{\"annals\":1,\"id\":\"x\",\"title\":\"X\",\n\"sources\":[\n{sources}\n]}}");
    check(json.as_bytes(), "x.json", false, manners)
}

#[test]
fn each_link_has_its_state() {
    let (address, requests) = server();
    let source = |path: &str| format!(r#"{{"id":"s{}","title":"S","url":"{address}/{path}"}}"#, path.replace('/', "."));
    let paths =
        ["good", "no-head", "moved", "for-now", "round", "to-gone", "script", "gone", "shy", "busy", "good", "none"];
    let sources: Vec<String> = paths.iter().map(|path| source(path)).collect();
    let findings = told(&sources.join(",\n"), QUICK);
    let short = |finding: &Finding| {
        let path = finding.value.as_ref().unwrap().rsplit('/').next().unwrap().to_owned();
        (path, finding.code.clone(), finding.severity, finding.line.unwrap())
    };
    let found: Vec<_> = findings.iter().map(short).collect();
    let wanted = [
        ("moved", "LINK_MOVED", "warning", 5),
        ("round", "LINK_NOT_CHECKED", "notice", 7),
        ("to-gone", "LINK_GONE", "error", 8),
        ("script", "LINK_NOT_CHECKED", "notice", 9),
        ("gone", "LINK_GONE", "error", 10),
        ("shy", "LINK_NOT_CHECKED", "notice", 11),
        ("busy", "LINK_NOT_CHECKED", "notice", 12),
        ("none", "LINK_GONE", "error", 14),
    ];
    let wanted: Vec<_> = wanted.iter().map(|(a, b, c, line)| (a.to_string(), b.to_string(), *c, *line)).collect();
    assert_eq!(found, wanted);
    assert!(findings[0].message.ends_with(&format!("{address}/new")), "{}", findings[0].message);
    assert_eq!(findings[0].pointer.as_deref(), Some("/sources/2/url"));
    let requests = requests.lock().unwrap();
    let times = |path: &str| requests.iter().filter(|one| one.1 == path).count();
    assert_eq!((times("/good"), times("/busy"), times("/no-head")), (1, 1, 2), "each link once, HEAD before GET");
    // One host is asked for one thing at a time, with a pause.
    let gaps = requests.windows(2).map(|pair| pair[1].2 - pair[0].2);
    assert!(gaps.min().unwrap() >= QUICK.pause / 8, "{requests:?}");
}

#[test]
fn an_archived_copy_is_named_and_asked_for_too() {
    let (address, _) = server();
    let with = |copy: &str| {
        told(&format!(r#"{{"id":"s","title":"S","url":"{address}/gone","archived":"{address}/{copy}"}}"#), QUICK)
    };
    let findings = with("copy");
    assert_eq!((findings.len(), findings[0].severity), (1, "warning"));
    assert!(findings[0].remedy.as_ref().unwrap().contains("/copy"));
    let pointers: Vec<_> = with("none").into_iter().map(|one| one.pointer.unwrap()).collect();
    assert_eq!(pointers, ["/sources/0/url", "/sources/0/archived"]);
}

#[test]
fn what_does_not_answer_is_not_checked() {
    let (address, _) = server();
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let sources = format!(
        r#"{{"id":"a","title":"A","url":"{address}/slow"}},{{"id":"b","title":"B","url":"http://{closed}/"}},
        {{"id":"c","title":"C","url":"{address}/odd"}},{{"id":"d","title":"D","url":"mailto:a@example.org"}},{{"id":"e","title":"E","url":7}}"#
    );
    let began = Instant::now();
    let findings = told(&sources, QUICK);
    let codes: Vec<_> = findings.iter().map(|one| (&*one.code, one.severity)).collect();
    assert_eq!(codes, [("LINK_NOT_CHECKED", "notice"); 3], "{findings:?}");
    assert!(findings.iter().all(|one| !one.message.contains(char::is_control)));
    assert!(began.elapsed() < Duration::from_secs(8));
}

#[test]
fn this_machine_and_its_neighbours_are_not_asked_unless_wanted() {
    let (address, requests) = server();
    let port = address.rsplit(':').next().unwrap();
    let hosts = [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "127.1",
        "2130706433",
        "0x7f.1",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "a.localhost",
    ];
    let sources: Vec<String> =
        hosts.iter().map(|host| format!(r#"{{"id":"s","title":"S","url":"http://{host}:{port}/good"}}"#)).collect();
    let findings = told(&sources.join(","), Manners { is_local: false, ..QUICK });
    assert_eq!(findings.len(), hosts.len(), "{findings:?}");
    assert!(
        findings.iter().all(|one| one.code == "LINK_NOT_CHECKED" && one.message.contains("--links-local")),
        "{findings:?}"
    );
    assert!(requests.lock().unwrap().is_empty());
}

#[test]
fn public_addresses_are_told_from_others() {
    for text in ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "2a00::1", "::ffff:8.8.8.8", "64:ff9b::808:808"] {
        assert!(reach::is_public(text.parse().unwrap()), "{text}");
    }
    for text in [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.53",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001:db8::1",
    ] {
        assert!(!reach::is_public(text.parse().unwrap()), "{text}");
    }
}
