//! Offline files: one HTML file with the whole page and a briefing, which opens by double click.
//!
//! ```text
//! head    policy by hash, title, style
//! list    what happened, with dates and sources: readable without scripts
//! script  the page's script, all modules joined
//! data    the briefing as JSON, for the page and for other tools
//! code    the page's wasm, packed
//! seal    SHA-256 of data, of app (style, script, code), and of the file up to here; a signature if asked for
//! ```
//!
//! The build makes style, script and code (a [`Parts`]); tool and page put a briefing into them with the same function, so that
//! both make the same file. Equal input gives equal bytes.

mod base64;
mod data;
mod list;
mod parts;
mod seal;

use crate::{
    i18n::{Language, Words},
    load::fingerprint::sha256,
    model::Briefing,
    query::{Index, live},
};

pub use data::compact;
pub use parts::Parts;
pub use seal::{Altered, Checked, Seal, bytes_of_hex, check, hex, key_fingerprint, message};

/// The template among the files of the app: the parts without a briefing.
pub const TEMPLATE: &str = "offline.html";
/// The id of the element that holds the briefing.
pub const DATA_ID: &str = "annals-data";
/// The id of the element that holds the packed code.
pub const CODE_ID: &str = "annals-code";
/// The id of the element that holds the seal.
pub const SEAL_ID: &str = "annals-seal";
/// The attribute of the root element by which the page knows that it is an offline file; its value is the query it starts with.
pub const START: &str = "data-inside";

/// An offline file without its seal, and the hashes for that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsealed {
    text: String,
    data: String,
    app: String,
}

impl Unsealed {
    /// SHA-256 of the file up to the seal, in hexadecimal digits: what is signed, see [`message`].
    pub fn fingerprint(&self) -> String {
        sha256(self.text.as_bytes())
    }

    /// The whole file. `signed`: public key and signature, in hexadecimal digits.
    pub fn sealed(self, signed: Option<(String, String)>) -> String {
        let seal = Seal { file: self.fingerprint(), data: self.data, app: self.app, signed };
        self.text + &seal.html() + END
    }
}

/// The end of each offline file: what is cut off lacks it.
pub const END: &str = "</body>\n</html>\n";

/// Puts a briefing into the parts. `data`: its JSON, as [`compact`] gives it; `start`: the query of the view to start with.
pub fn unsealed(parts: &Parts, briefing: &Briefing, data: &str, start: &str) -> Unsealed {
    let index = Index::new(briefing);
    let first = briefing.card.first_language();
    let words = Words::new(Language::best(first));
    let plain = |text: &crate::model::Text| {
        let best = text.best(first, first).map_or("", |version| &version.text);
        live(best, briefing, &index, &words, false).into_owned()
    };
    let title = escaped(&plain(&briefing.card.title));
    let summary = briefing.card.summary.as_ref().map(&plain).unwrap_or_default();
    let list = list::list(briefing, &index, &words, &plain);
    let Parts { style, script, code } = parts;
    let text = format!(
        "<!doctype html>\n<html lang=\"{lang}\" data-annals=\"loading\" {START}=\"{start}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{summary}\">\n<link rel=\"icon\" href=\"data:,\">\n\
         <style>{style}</style>\n</head>\n<body>\n<div id=\"app\"></div>\n<main id=\"loading\">\n{NOTES}\n\
         <h1>{title}</h1>\n<p>{summary}</p>\n{list}</main>\n<script>{script}</script>\n\
         <script type=\"application/json\" id=\"{DATA_ID}\">{data}</script>\n\
         <script type=\"text/plain\" id=\"{CODE_ID}\">{code}</script>\n",
        lang = escaped(first),
        start = escaped(start),
        policy = parts.policy(),
        summary = escaped(&summary),
    );
    Unsealed { text, data: sha256(data.as_bytes()), app: parts.fingerprint() }
}

/// What is said while the page starts, and where it cannot.
const NOTES: &str = "\
<p>Loading… <span lang=\"zh-Hans\">正在加载…</span></p>\n\
<noscript><p>Timelines and charts need JavaScript. <span lang=\"zh-Hans\">时间线和图表需要 JavaScript。</span></p></noscript>\n\
<p class=\"late\" role=\"alert\" data-error-code=\"WASM_LOAD\">This page could not start: the file is incomplete, or scripts may not run \
here. Save it and open it in a browser. <span lang=\"zh-Hans\">页面未能启动：文件不完整，或不允许在此运行脚本。请保存后用浏览器打开。</span></p>";

/// A text as it stands in HTML, in attributes too. Control characters, which HTML may not hold, are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
