//! From bytes to a document: JSON text within the limits, cut into the fields of the card and the items of the parts.

use super::{
    Limits,
    diagnostic::{LoadCode, LoadError, Place, shortened},
    format::VERSION,
    locate::{Lines, key_text},
    scan::{Fault, Member, Scanner, Span},
};
use crate::model::{Register, decimal::nearest};

/// Reads a document in slices, so that even a large one does not hold up the page.
pub(super) struct Reader {
    /// The first byte after a byte order mark.
    start: usize,
    scanner: Scanner,
}

/// A document, cut but not decoded. Its bytes are kept by the loader.
pub(super) struct Document {
    pub start: usize,
    /// Top-level keys in their order; of those that stand twice all but the last are in `shadowed`.
    pub members: Vec<Member>,
    pub shadowed: Vec<(Member, Span)>,
    pub elements: Vec<Span>,
}

impl Reader {
    /// Looks at the size and the first bytes.
    pub fn new(bytes: &[u8], limits: Limits) -> Result<Reader, LoadError> {
        if bytes.len() > limits.bytes {
            let args = vec![
                ("what", "size".to_owned()),
                ("value", mebibytes(bytes.len())),
                ("limit", mebibytes(limits.bytes)),
            ];
            return Err(LoadError { code: LoadCode::Limit, args, place: None });
        }
        let refuse = |code, found: &str| Err(LoadError { code, args: vec![("found", found.to_owned())], place: None });
        if let Some(found) = encoding(bytes) {
            return refuse(LoadCode::Encoding, found);
        }
        let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        let head = bytes[start..].trim_ascii_start();
        if head.first() == Some(&b'<') {
            let xml = head.starts_with(b"<?xml") && !head.iter().take(2_000).any(|byte| *byte == b'h');
            return refuse(LoadCode::Html, if xml { "xml" } else { "html" });
        }
        Ok(Reader { start, scanner: Scanner::new(start, limits) })
    }

    /// Reads on for about `budget` bytes; true when done.
    pub fn step(&mut self, bytes: &[u8], budget: usize) -> Result<bool, LoadError> {
        self.scanner.step(bytes, budget).map_err(|fault| refusal(bytes, self.start, fault))
    }

    /// The document, after the last step.
    pub fn finish(self, bytes: &[u8]) -> Result<Document, LoadError> {
        let Scanner { members: all, elements, .. } = self.scanner;
        let at = |offset: usize| Some(Lines::new(bytes, self.start).place(offset));
        let space = bytes[self.start..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let first = self.start + space;
        if bytes.get(first) != Some(&b'{') {
            let found = match bytes.get(first) {
                Some(b'[') => "list",
                Some(b'"') => "string",
                Some(b'n') => "null",
                Some(b't' | b'f') => "boolean",
                _ => "number",
            };
            let args = vec![("what", "object".to_owned()), ("found", found.to_owned())];
            return Err(LoadError { code: LoadCode::Schema, args, place: at(first) });
        }
        let mut members: Vec<Member> = Vec::with_capacity(all.len());
        let mut shadowed = Vec::new();
        let mut keys = Register::default();
        for member in all {
            match members.get_mut(keys.enter(&key_text(member.key.of(bytes)))) {
                None => members.push(member),
                Some(first) => {
                    let last = member.key;
                    shadowed.push((std::mem::replace(first, member), last));
                }
            }
        }
        let Some(version) = keys.find("annals").and_then(|index| members.get(index)).map(|member| member.value) else {
            let args = vec![("what", "missing".to_owned())];
            return Err(LoadError { code: LoadCode::Schema, args, place: at(first) });
        };
        let place = at(version.start as usize);
        let text = String::from_utf8_lossy(version.of(bytes)).into_owned();
        match nearest(&text) {
            Some(number) if number == VERSION as f64 => Ok(Document { start: self.start, members, shadowed, elements }),
            Some(number) if number > VERSION as f64 => {
                let args = vec![("value", shortened(&text)), ("expected", VERSION.to_string())];
                Err(LoadError { code: LoadCode::Version, args, place })
            }
            _ => {
                let args = vec![("what", "version".to_owned()), ("value", shortened(&text))];
                Err(LoadError { code: LoadCode::Schema, args, place })
            }
        }
    }
}

/// What the first bytes say, if it is something else than UTF-8.
fn encoding(bytes: &[u8]) -> Option<&'static str> {
    let marks: [(&[u8], &str); 14] = [
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\0\0\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"{\0\0\0", "utf-32"),
        (b"\0\0\0{", "utf-32"),
        (b"{\0", "utf-16"),
        (b"\0{", "utf-16"),
        (b"\x1f\x8b", "gzip"),
        (b"PK\x03\x04", "zip"),
        (b"PK\x05\x06", "zip"),
        (b"%PDF", "pdf"),
        (b"\xd0\xcf\x11\xe0", "office"),
        (b"\x28\xb5\x2f\xfd", "zstd"),
    ];
    marks.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, name)| *name)
}

fn refusal(bytes: &[u8], start: usize, fault: Fault) -> LoadError {
    let (at, code, args) = match fault {
        Fault::Encoding(at) => {
            let byte = bytes.get(at).copied().unwrap_or_default();
            let args = vec![("found", "invalid".to_owned()), ("value", format!("0x{byte:02X}"))];
            (at, LoadCode::Encoding, args)
        }
        Fault::Syntax(at, hint) => {
            let mut args = vec![("hint", hint.to_owned())];
            let rest = bytes.get(at..).unwrap_or_default();
            let found = String::from_utf8_lossy(&rest[..rest.len().min(40)]);
            if let Some(c) = found.chars().next() {
                let is_plain = !c.is_control() && !c.is_whitespace() && !super::link::is_invisible(c);
                args.push(("value", if is_plain { c.to_string() } else { format!("U+{:04X}", u32::from(c)) }));
            }
            (at, LoadCode::Syntax, args)
        }
        Fault::Depth(at) => (at, LoadCode::Limit, vec![("what", "depth".to_owned())]),
        Fault::Length(at) => (at, LoadCode::Limit, vec![("what", "string".to_owned())]),
        Fault::Keys(at) => (at, LoadCode::Limit, vec![("what", "keys".to_owned())]),
    };
    let place: Place = Lines::new(bytes, start).place(at);
    LoadError { code, args, place: Some(place) }
}

fn mebibytes(bytes: usize) -> String {
    format!("{} MiB", bytes.div_ceil(1 << 20))
}
