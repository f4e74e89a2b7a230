//! The seal at the end of an offline file: hashes of what stands before it, and a signature if there is one.
//!
//! Whoever alters a file can write new hashes too: a seal without a signature tells of accidents, not of forgers.

use super::{CODE_ID, DATA_ID, END, Parts, SEAL_ID};
use crate::load::fingerprint::sha256;

/// Hashes and keys are SHA-256 and Ed25519, in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Hash of the briefing as it stands in the file.
    pub data: String,
    /// Hash of the page, see [`Parts::fingerprint`].
    pub app: String,
    /// Hash of the file up to the seal.
    pub file: String,
    /// Public key and signature over [`message`].
    pub signed: Option<(String, String)>,
}

/// What is signed: a sentence that no other use of a key has, with the hash of the file.
pub fn message(file: &str) -> Vec<u8> {
    format!("annals offline file 1\n{file}\n").into_bytes()
}

impl Seal {
    /// The seal as its element's text.
    pub fn text(&self) -> String {
        let Seal { data, app, file, signed } = self;
        let signed = signed
            .as_ref()
            .map_or_else(String::new, |(key, signature)| format!(",\"key\":\"{key}\",\"signature\":\"{signature}\""));
        format!("{{\"annals\":1,\"data\":\"{data}\",\"app\":\"{app}\",\"file\":\"{file}\"{signed}}}")
    }

    /// The seal of an element's text: the one that would be written so, to the letter.
    pub fn read(text: &str) -> Option<Seal> {
        let field = |name: &str| {
            let value = text.split_once(&format!("\"{name}\":\""))?.1.split_once('"')?.0;
            value.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')).then(|| value.to_owned())
        };
        let signed = field("key").zip(field("signature"));
        let seal = Seal { data: field("data")?, app: field("app")?, file: field("file")?, signed };
        (seal.text() == text).then_some(seal)
    }

    /// The element.
    pub(super) fn html(&self) -> String {
        format!("{}{}</script>\n", start_of(SEAL_ID), self.text())
    }
}

fn start_of(id: &str) -> String {
    format!("<script type=\"application/json\" id=\"{id}\">")
}

/// The fingerprint of a public key in hexadecimal digits: the SHA-256 of its 32 bytes, in hexadecimal digits too. Empty where
/// these are no such digits.
pub fn key_fingerprint(key: &str) -> String {
    bytes_of_hex(key).map(|bytes| sha256(&bytes)).unwrap_or_default()
}

/// The bytes of hexadecimal digits.
pub fn bytes_of_hex(digits: &str) -> Option<Vec<u8>> {
    let value = |digit: u8| char::from(digit).to_digit(16).map(|value| value as u8);
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| Some(value(pair[0])? << 4 | value(*pair.get(1)?)?)).collect()
}

/// Bytes in hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |four: u8| char::from_digit(four.into(), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// What is wrong with an offline file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Altered {
    /// It does not end as such a file ends.
    Truncated,
    /// Its seal is not one that Annals writes.
    Seal,
    /// The briefing.
    Data,
    /// Style, script or code.
    App,
    /// Something else before the seal.
    Elsewhere,
}

/// What hashes tell of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is no offline file.
    Foreign,
    /// It is not what was sealed.
    Altered(Altered),
    /// It is what was sealed; whether the signature is good is still to be seen.
    Unchanged(Seal),
}

/// Compares a file with the hashes in its seal.
pub fn check(bytes: &[u8]) -> Checked {
    let has = |sign: &str| bytes.windows(sign.len()).any(|piece| piece == sign.as_bytes());
    if ![DATA_ID, CODE_ID, SEAL_ID, "data-annals=\"loading\""].into_iter().any(has) {
        return Checked::Foreign;
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        // Cut or spoilt within a character.
        let is_whole = bytes.ends_with(END.as_bytes());
        return Checked::Altered(if is_whole { Altered::Elsewhere } else { Altered::Truncated });
    };
    let Some(body) = text.strip_suffix(END) else { return Checked::Altered(Altered::Truncated) };
    let sealed = body.rsplit_once(&start_of(SEAL_ID));
    let sealed = sealed.and_then(|(before, seal)| Some((before, Seal::read(seal.strip_suffix("</script>\n")?)?)));
    let Some((before, seal)) = sealed else { return Checked::Altered(Altered::Seal) };
    let data = before.split_once(&start_of(DATA_ID)).and_then(|(_, rest)| Some(rest.split_once("</script>")?.0));
    if data.is_none_or(|data| sha256(data.as_bytes()) != seal.data) {
        return Checked::Altered(Altered::Data);
    }
    if Parts::within(before).is_none_or(|parts| parts.fingerprint() != seal.app) {
        return Checked::Altered(Altered::App);
    }
    if sha256(before.as_bytes()) != seal.file {
        return Checked::Altered(Altered::Elsewhere);
    }
    Checked::Unchanged(seal)
}
