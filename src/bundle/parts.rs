//! The page without a briefing: what the build puts into the template, and what each offline file holds.

use super::{CODE_ID, base64::base64};
use crate::load::fingerprint::{sha256, sha256_bytes};

/// Style, script and packed code, as texts. None holds `</` or `<!--`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The style for the time before the script has started.
    pub style: String,
    /// The script.
    pub script: String,
    /// The packed code.
    pub code: String,
}

impl Parts {
    /// The parts within a template or a whole offline file; `None` where one is missing.
    pub fn within(text: &str) -> Option<Parts> {
        let between = |start: &str, end: &str| Some(text.split_once(start)?.1.split_once(end)?.0.to_owned());
        Some(Parts {
            style: between("<style>", "</style>")?,
            script: between("<script>", "</script>")?,
            code: between(&format!("<script type=\"text/plain\" id=\"{CODE_ID}\">"), "</script>")?,
        })
    }

    /// What the file may do: run this script and this style, show pictures it has made, and nothing else.
    pub fn policy(&self) -> String {
        let hash = |text: &str| format!("'sha256-{}'", base64(&sha256_bytes(text.as_bytes())));
        format!(
            "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; \
             form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            hash(&self.script),
            hash(&self.style)
        )
    }

    /// The SHA-256 of the three, a line break after each, in hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        sha256(format!("{}\n{}\n{}\n", self.style, self.script, self.code).as_bytes())
    }
}
