//! One pass over the bytes: is it JSON, within the limits, and where do the parts and their items lie?
//!
//! Follows RFC 8259 to the letter. Values are not decoded here; only the members of the top-level object and the
//! elements of lists directly below it are noted, so that they can be decoded one at a time. The pass can be taken in
//! slices and needs memory for the notes only.

use super::Limits;

/// A run of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn of(self, bytes: &[u8]) -> &[u8] {
        bytes.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// One member of the top-level object.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// The key with its quotes.
    pub key: Span,
    pub value: Span,
    /// The first elements, if the value is a list: indices into [`Scanner::elements`].
    pub elements: std::ops::Range<usize>,
    /// How many elements it has.
    pub total: usize,
}

/// Why the bytes are not a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Not UTF-8 at this byte.
    Encoding(usize),
    /// Not JSON at this byte, and what it looks like.
    Syntax(usize, &'static str),
    /// Deeper than allowed.
    Depth(usize),
    /// A string longer than allowed.
    Length(usize),
    /// More top-level keys than allowed.
    Keys(usize),
}

/// What may come next.
#[derive(Clone, Copy, PartialEq)]
enum Next {
    Value,
    ValueOrClose,
    Key,
    KeyOrClose,
    Colon,
    CommaOrClose,
    End,
}

pub(super) struct Scanner {
    at: usize,
    next: Next,
    /// Per open bracket: whether it is an object.
    open: Vec<bool>,
    comma: usize,
    key: Span,
    member_start: usize,
    first_element: usize,
    element_start: usize,
    count: usize,
    limits: Limits,
    pub members: Vec<Member>,
    pub elements: Vec<Span>,
}

impl Scanner {
    pub fn new(start: usize, limits: Limits) -> Self {
        Scanner {
            at: start,
            next: Next::Value,
            open: Vec::new(),
            comma: 0,
            key: Span { start: 0, end: 0 },
            member_start: 0,
            first_element: 0,
            element_start: 0,
            count: 0,
            limits,
            members: Vec::new(),
            elements: Vec::new(),
        }
    }

    /// Reads on for about `budget` bytes. `Ok(true)` when the whole is read.
    pub fn step(&mut self, bytes: &[u8], budget: usize) -> Result<bool, Fault> {
        let stop = self.at.saturating_add(budget);
        while self.at < stop {
            match bytes.get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(&byte) => self.token(bytes, byte)?,
                None if self.next == Next::End => return Ok(true),
                None if self.open.is_empty() && self.members.is_empty() => {
                    return Err(Fault::Syntax(bytes.len(), "empty"));
                }
                None => return Err(Fault::Syntax(bytes.len(), "truncated")),
            }
        }
        Ok(self.at >= bytes.len() && self.next == Next::End)
    }

    fn token(&mut self, bytes: &[u8], byte: u8) -> Result<(), Fault> {
        let at = self.at;
        match (self.next, byte) {
            (Next::Value | Next::ValueOrClose, b'{') => self.enter(true),
            (Next::Value | Next::ValueOrClose, b'[') => self.enter(false),
            (Next::Value | Next::ValueOrClose, b'"') => {
                self.begin();
                self.at = string(bytes, at, &self.limits)?;
                self.ended();
                Ok(())
            }
            (Next::Value | Next::ValueOrClose, b'-' | b'0'..=b'9') => {
                self.begin();
                self.at = number(bytes, at)?;
                self.ended();
                Ok(())
            }
            (Next::ValueOrClose, b']') | (Next::KeyOrClose, b'}') => {
                self.leave();
                Ok(())
            }
            (Next::Value, b']') if self.comma != 0 => Err(Fault::Syntax(self.comma, "trailing-comma")),
            (Next::Key, b'}') => Err(Fault::Syntax(self.comma, "trailing-comma")),
            (Next::Value | Next::ValueOrClose, _) => {
                for word in ["true", "false", "null"] {
                    if bytes[at..].starts_with(word.as_bytes()) {
                        self.begin();
                        self.at += word.len();
                        self.ended();
                        return Ok(());
                    }
                }
                Err(stray(bytes, at, "value"))
            }
            (Next::Key | Next::KeyOrClose, b'"') => {
                self.at = string(bytes, at, &self.limits)?;
                if self.open.len() == 1 {
                    if self.members.len() >= self.limits.keys {
                        return Err(Fault::Keys(at));
                    }
                    self.key = Span { start: at as u32, end: self.at as u32 };
                }
                self.next = Next::Colon;
                Ok(())
            }
            (Next::Key | Next::KeyOrClose, _) => Err(stray(bytes, at, "key")),
            (Next::Colon, b':') => {
                self.at += 1;
                self.comma = 0;
                self.next = Next::Value;
                Ok(())
            }
            (Next::Colon, _) => Err(stray(bytes, at, "colon")),
            (Next::CommaOrClose, b',') => {
                self.comma = at;
                self.at += 1;
                self.next = if self.open.last() == Some(&true) { Next::Key } else { Next::Value };
                Ok(())
            }
            (Next::CommaOrClose, b'}') if self.open.last() == Some(&true) => {
                self.leave();
                Ok(())
            }
            (Next::CommaOrClose, b']') if self.open.last() == Some(&false) => {
                self.leave();
                Ok(())
            }
            (Next::CommaOrClose, b']' | b'}') => Err(Fault::Syntax(at, "wrong-bracket")),
            (Next::CommaOrClose, _) => Err(stray(bytes, at, "comma")),
            (Next::End, _) => Err(stray(bytes, at, "end")),
        }
    }

    fn enter(&mut self, object: bool) -> Result<(), Fault> {
        if self.open.len() >= self.limits.depth {
            return Err(Fault::Depth(self.at));
        }
        self.begin();
        self.open.push(object);
        self.comma = 0;
        self.next = if object { Next::KeyOrClose } else { Next::ValueOrClose };
        self.at += 1;
        Ok(())
    }

    fn leave(&mut self) {
        self.open.pop();
        self.at += 1;
        self.ended();
    }

    /// A value begins here.
    fn begin(&mut self) {
        match self.open.len() {
            1 => {
                self.member_start = self.at;
                self.first_element = self.elements.len();
                self.count = 0;
            }
            2 => self.element_start = self.at,
            _ => {}
        }
    }

    /// A value ended just before here.
    fn ended(&mut self) {
        let end = self.at as u32;
        match self.open.as_slice() {
            [] => {
                self.next = Next::End;
                return;
            }
            [true] => {
                let value = Span { start: self.member_start as u32, end };
                let elements = self.first_element..self.elements.len();
                self.members.push(Member { key: self.key, value, elements, total: self.count });
            }
            [true, false] => {
                self.count += 1;
                if self.count <= self.limits.events {
                    self.elements.push(Span { start: self.element_start as u32, end });
                }
            }
            _ => {}
        }
        self.next = Next::CommaOrClose;
    }
}

/// The end of the string that begins at `at`.
fn string(bytes: &[u8], at: usize, limits: &Limits) -> Result<usize, Fault> {
    let mut i = at + 1;
    let mut ascii = true;
    loop {
        match bytes.get(i) {
            Some(b'"') => break,
            Some(b'\\') => {
                i += match bytes.get(i + 1) {
                    Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 2,
                    Some(b'u') => {
                        for k in 2..6 {
                            match bytes.get(i + k) {
                                Some(byte) if byte.is_ascii_hexdigit() => {}
                                Some(_) => return Err(Fault::Syntax(i, "escape")),
                                None => return Err(Fault::Syntax(bytes.len(), "truncated")),
                            }
                        }
                        6
                    }
                    Some(_) => return Err(Fault::Syntax(i, "escape")),
                    None => return Err(Fault::Syntax(bytes.len(), "truncated")),
                }
            }
            Some(b'\n' | b'\r') => return Err(Fault::Syntax(i, "line-break")),
            Some(0..=0x1f) => return Err(Fault::Syntax(i, "control")),
            Some(&byte) => {
                ascii &= byte < 0x80;
                i += 1;
            }
            None => {
                utf8(bytes, at, bytes.len(), ascii)?;
                return Err(Fault::Syntax(bytes.len(), "truncated"));
            }
        }
        if i - at - 1 > limits.string {
            return Err(Fault::Length(at));
        }
    }
    utf8(bytes, at, i, ascii)?;
    Ok(i + 1)
}

fn utf8(bytes: &[u8], start: usize, end: usize, ascii: bool) -> Result<(), Fault> {
    if ascii {
        return Ok(());
    }
    match std::str::from_utf8(&bytes[start..end]) {
        Ok(_) => Ok(()),
        // The file ends in the middle of a character.
        Err(error) if error.error_len().is_none() && end == bytes.len() => Ok(()),
        Err(error) => Err(Fault::Encoding(start + error.valid_up_to())),
    }
}

/// The end of the number that begins at `at`.
fn number(bytes: &[u8], at: usize) -> Result<usize, Fault> {
    let digits = |mut i: usize| {
        while bytes.get(i).is_some_and(u8::is_ascii_digit) {
            i += 1;
        }
        i
    };
    let mut i = at + usize::from(bytes[at] == b'-');
    let need = |from: usize, to: usize| match bytes.get(to) {
        _ if to > from => Ok(()),
        None => Err(Fault::Syntax(bytes.len(), "truncated")),
        Some(b'I' | b'N') => Err(Fault::Syntax(at, "nan")),
        Some(_) => Err(Fault::Syntax(at, "number")),
    };
    let end = digits(i);
    need(i, end)?;
    if bytes[i] == b'0' && end > i + 1 {
        return Err(Fault::Syntax(at, "number"));
    }
    i = end;
    if bytes.get(i) == Some(&b'.') {
        let end = digits(i + 1);
        need(i + 1, end)?;
        i = end;
    }
    if let Some(b'e' | b'E') = bytes.get(i) {
        let start = i + 1 + usize::from(matches!(bytes.get(i + 1), Some(b'+' | b'-')));
        let end = digits(start);
        need(start, end)?;
        i = end;
    }
    Ok(i)
}

/// What stands here instead of the thing expected.
fn stray(bytes: &[u8], at: usize, expected: &'static str) -> Fault {
    let rest = &bytes[at..];
    let starts = |word: &str| rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()));
    let hint = match rest[0] {
        b'/' | b'#' => "comment",
        b'\'' | b'`' => "single-quotes",
        b'+' | b'.' if expected == "value" => "number",
        b',' if expected != "end" => "extra-comma",
        b'"' | b'{' | b'[' if expected == "comma" => "missing-comma",
        _ if expected == "value" && (starts("nan") || starts("inf")) => "nan",
        _ if expected == "value" && (starts("true") || starts("false") || starts("none") || starts("undef")) => "word",
        byte if byte.is_ascii_alphabetic() || byte == b'_' || byte == b'$' => match expected {
            // A word cut short by the end of the file.
            "value" if ["true", "false", "null"].iter().any(|word| word.as_bytes().starts_with(rest)) => {
                return Fault::Syntax(bytes.len(), "truncated");
            }
            "key" => "unquoted-key",
            "value" => "unquoted-text",
            other => other,
        },
        0x80.. => {
            let text = match std::str::from_utf8(&rest[..rest.len().min(8)]) {
                Ok(text) => text,
                Err(error) if error.valid_up_to() > 0 => {
                    std::str::from_utf8(&rest[..error.valid_up_to()]).unwrap_or("")
                }
                Err(_) => return Fault::Encoding(at),
            };
            match text.chars().next() {
                Some('“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»' | '「' | '」' | '＂' | '″') => {
                    "smart-quotes"
                }
                Some('，' | '：' | '｛' | '｝' | '［' | '］' | '、') => "wide-mark",
                Some(c) if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') => {
                    "invisible"
                }
                _ => match expected {
                    "key" => "unquoted-key",
                    "value" => "unquoted-text",
                    other => other,
                },
            }
        }
        _ => expected,
    };
    Fault::Syntax(at, hint)
}
