//! Answers to requests: files of the site for this machine, refusals for the rest.

use axum::{
    body::Body,
    http::{HeaderValue, Method, Request, Response, StatusCode, header, uri::Authority},
};

use super::Served;
use crate::export::HEADERS;

/// Where the page of a preview asks which briefing is served.
const EDITION: &str = "annals-edition";
const PLAIN: &str = "text/plain; charset=utf-8";

/// The answer to a request that came in on a port.
pub(super) fn answer(served: &Served, request: &Request<Body>, port: u16) -> Response<Body> {
    let reply = |status: StatusCode, kind: &'static str, bytes: Vec<u8>| {
        let mut response = Response::new(Body::from(bytes));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        for (name, value) in HEADERS {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        if served.is_private {
            // Whatever site is open in the same browser could read the draft else.
            headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
        }
        response
    };
    // A site may point its own name at this machine and have its scripts read the preview; then the name is another one.
    let host = request.headers().get(header::HOST).map(HeaderValue::as_bytes);
    let mut hosts = host.into_iter().chain(request.uri().authority().map(|host| host.as_str().as_bytes())).peekable();
    if hosts.peek().is_none() || !hosts.all(|host| is_here(host, port)) {
        let why = format!("This preview answers only to http://127.0.0.1:{port}/ and http://localhost:{port}/\n");
        return reply(StatusCode::FORBIDDEN, PLAIN, why.into_bytes());
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut response = reply(StatusCode::METHOD_NOT_ALLOWED, PLAIN, b"Only GET and HEAD\n".to_vec());
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let path = request.uri().path().strip_prefix('/').unwrap_or_default();
    if path == EDITION {
        return reply(StatusCode::OK, PLAIN, served.edition.clone().into_bytes());
    }
    // Only names of files that are held here lead anywhere, so there is no way out of the folder.
    let path = decoded(path);
    let index = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    if let Some(bytes) = served.files.get(&index) {
        return reply(StatusCode::OK, content_type(&index), bytes.clone());
    }
    if served.files.contains_key(&format!("{index}/index.html"))
        && let Some(name) = index.rsplit('/').next()
        && let Ok(place) = HeaderValue::from_str(&format!("{name}/"))
    {
        let mut response = reply(StatusCode::MOVED_PERMANENTLY, PLAIN, b"This is a folder\n".to_vec());
        response.headers_mut().insert(header::LOCATION, place);
        return response;
    }
    reply(StatusCode::NOT_FOUND, PLAIN, b"There is no such file here\n".to_vec())
}

/// Whether a host is this machine by one of its own names, at this port.
fn is_here(host: &[u8], port: u16) -> bool {
    let Ok(host) = Authority::try_from(host) else { return false };
    let is_local = ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| host.host().eq_ignore_ascii_case(name));
    // Without a port, that of plain web pages is meant.
    let is_bare = host.as_str().len() == host.host().len();
    is_local && if is_bare { port == 80 } else { host.port_u16() == Some(port) && !host.as_str().contains('@') }
}

/// A path with its `%41` as characters; what is no text stays as it is, and is the name of no file.
fn decoded(path: &str) -> String {
    let mut out = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                rest = &tail[2..];
            }
            None => {
                out.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}

/// What browsers are told a file is, by its ending.
fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("webp") => "image/webp",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("xml") => "application/xml; charset=utf-8",
        Some("atom") => "application/atom+xml; charset=utf-8",
        Some("rss") => "application/rss+xml; charset=utf-8",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("md") => "text/markdown; charset=utf-8",
        Some("txt") => PLAIN,
        Some("zip") => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests;
