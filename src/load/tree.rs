//! One item as a tree of values, with what such a tree would hide: keys that stand twice, integers that it rounds.
//!
//! The bytes have passed the scan, so this knows the grammar only as far as it needs to; on other bytes it gives a fault.

use super::locate::Token;
use crate::{
    model::{
        decimal::nearest,
        tree::{Map, Number, Value},
    },
    order,
};

/// Why an item cannot be decoded although it is JSON, and at which byte of it.
pub(super) struct Fault {
    pub at: usize,
    pub kind: FaultKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FaultKind {
    /// Half of a surrogate pair.
    Surrogate,
    /// More values than one item may have.
    Nodes,
    /// Anything else; should not happen after the scan.
    Other,
}

/// One item, decoded.
pub(super) struct Decoded {
    pub value: Value,
    /// Keys that stand twice; the last value counts.
    pub twice: Vec<Vec<Token>>,
}

/// So many keys that stand twice are noted in one item.
const MOST_TWICE: usize = 1_000;
/// Brackets inside brackets; the scan allows fewer.
const DEEPEST: usize = 128;
/// Up to so many members are compared each with each for keys that stand twice; of more, the keys are sorted.
const FEW: usize = 16;

/// Decodes `bytes`, which hold one value with at most `nodes` values in it.
pub(super) fn decode(bytes: &[u8], nodes: usize) -> Result<Decoded, Fault> {
    let mut reader = Reader { bytes, at: 0, left: nodes, depth: 0, twice: Vec::new() };
    let value = reader.value()?;
    reader.space();
    if reader.at < bytes.len() {
        return Err(reader.fault(FaultKind::Other));
    }
    // Paths were gathered from the inside out.
    reader.twice.iter_mut().for_each(|path| path.reverse());
    Ok(Decoded { value, twice: reader.twice })
}

/// The text of a string that stands between quotes; empty if it has half of a surrogate pair.
pub(super) fn unquoted(quoted: &[u8]) -> String {
    let mut reader = Reader { bytes: quoted, at: 0, left: 1, depth: 0, twice: Vec::new() };
    reader.string().unwrap_or_default()
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    /// So many more values may come.
    left: usize,
    depth: usize,
    twice: Vec<Vec<Token>>,
}

impl Reader<'_> {
    fn fault(&self, kind: FaultKind) -> Fault {
        Fault { at: self.at.min(self.bytes.len()), kind }
    }

    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or_default()
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    /// Goes past a byte that has to come next, and the space around it.
    fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        self.space();
        if self.peek() != byte {
            return Err(self.fault(FaultKind::Other));
        }
        self.at += 1;
        self.space();
        Ok(())
    }

    /// After an element: whether another one follows. Goes past the comma or the closing bracket.
    fn has_more(&mut self, close: u8) -> Result<bool, Fault> {
        self.space();
        let more = self.peek() == b',';
        self.expect(if more { b',' } else { close })?;
        Ok(more)
    }

    fn value(&mut self) -> Result<Value, Fault> {
        self.space();
        self.left = self.left.checked_sub(1).ok_or_else(|| self.fault(FaultKind::Nodes))?;
        match self.peek() {
            b'"' => self.string().map(Value::String),
            b'-' | b'0'..=b'9' => self.number().map(Value::Number),
            b'[' | b'{' if self.depth >= DEEPEST => Err(self.fault(FaultKind::Other)),
            b'[' => self.nested(Self::list),
            b'{' => self.nested(Self::object),
            _ => {
                let rest = self.bytes.get(self.at..).unwrap_or_default();
                for (word, value) in [("true", Value::Bool(true)), ("false", Value::Bool(false)), ("null", Value::Null)]
                {
                    if rest.starts_with(word.as_bytes()) {
                        self.at += word.len();
                        return Ok(value);
                    }
                }
                Err(self.fault(FaultKind::Other))
            }
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Value, Fault>) -> Result<Value, Fault> {
        self.at += 1;
        self.depth += 1;
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn list(&mut self) -> Result<Value, Fault> {
        let mut values = Vec::new();
        self.space();
        if self.peek() == b']' {
            self.at += 1;
            return Ok(Value::Array(values));
        }
        loop {
            let known = self.twice.len();
            values.push(self.value()?);
            for path in self.twice.iter_mut().skip(known) {
                path.push(Token::Index(values.len() - 1));
            }
            if !self.has_more(b']')? {
                return Ok(Value::Array(values));
            }
        }
    }

    fn object(&mut self) -> Result<Value, Fault> {
        let mut entries: Vec<(Box<str>, Value)> = Vec::new();
        self.space();
        if self.peek() == b'}' {
            self.at += 1;
            return Ok(Value::Object(Map::new(entries)));
        }
        loop {
            let key = self.string()?;
            self.expect(b':')?;
            let known = self.twice.len();
            let value = self.value()?;
            for path in self.twice.iter_mut().skip(known) {
                path.push(Token::key(&key));
            }
            entries.push((key.into(), value));
            if !self.has_more(b'}')? {
                self.merge_twice(&mut entries);
                return Ok(Value::Object(Map::new(entries)));
            }
        }
    }

    /// Keeps one of the members with equal keys: at the place of the first, with the value of the last.
    fn merge_twice(&mut self, entries: &mut Vec<(Box<str>, Value)>) {
        let few = entries.len() <= FEW;
        if few && (1..entries.len()).all(|at| entries[..at].iter().all(|(key, _)| *key != entries[at].0)) {
            return;
        }
        let by_key = order::sorted(entries.len(), &|a, b| entries[a].0.cmp(&entries[b].0));
        let mut extra = vec![false; entries.len()];
        let mut first = 0;
        for pair in by_key.windows(2) {
            let (before, at) = (pair[0] as usize, pair[1] as usize);
            if entries[before].0 != entries[at].0 {
                continue;
            }
            if !extra[before] {
                first = before;
            }
            extra[at] = true;
            entries[first].1 = entries[at].1.take();
            if self.twice.len() < MOST_TWICE {
                self.twice.push(vec![Token::key(&entries[at].0)]);
            }
        }
        let mut extra = extra.into_iter();
        entries.retain(|_| extra.next() == Some(false));
    }

    fn number(&mut self) -> Result<Number, Fault> {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| !b"+-.eE0123456789".contains(byte)).unwrap_or(rest.len());
        let text = std::str::from_utf8(&rest[..length]).unwrap_or_default();
        let whole = !text.contains(['.', 'e', 'E']);
        let number = match (text.parse(), text.parse()) {
            (Ok(whole), _) => Number::Whole(whole),
            (_, Ok(whole)) => Number::Negative(whole),
            _ => match nearest(text) {
                None => return Err(self.fault(FaultKind::Other)),
                Some(number) if !number.is_finite() || whole && format!("{number:.0}") != text => {
                    Number::Rounded(number, text.into())
                }
                Some(number) => Number::Float(number),
            },
        };
        self.at += length;
        Ok(number)
    }

    fn string(&mut self) -> Result<String, Fault> {
        if self.peek() != b'"' {
            return Err(self.fault(FaultKind::Other));
        }
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let Some(length) = rest.iter().position(|byte| matches!(byte, b'"' | b'\\')) else {
                return Err(self.fault(FaultKind::Other));
            };
            match std::str::from_utf8(&rest[..length]) {
                Ok(plain) => text.push_str(plain),
                Err(_) => return Err(self.fault(FaultKind::Other)),
            }
            self.at += length;
            if rest[length] == b'"' {
                self.at += 1;
                return Ok(text);
            }
            let character = self.escape()?;
            text.push(character);
        }
    }

    /// The character of the escape sequence that begins here. A fault leaves the reader at its backslash.
    fn escape(&mut self) -> Result<char, Fault> {
        let rest = &self.bytes[self.at..];
        let unit = |at: usize| {
            let digits = rest.get(at..at + 6)?.strip_prefix(b"\\u")?;
            u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
        };
        let (length, character) = match rest.get(1).copied().unwrap_or_default() {
            b'b' => (2, '\u{8}'),
            b'f' => (2, '\u{c}'),
            b'n' => (2, '\n'),
            b'r' => (2, '\r'),
            b't' => (2, '\t'),
            byte @ (b'"' | b'\\' | b'/') => (2, byte.into()),
            _ => {
                let Some(first) = unit(0) else {
                    return Err(self.fault(FaultKind::Other));
                };
                let units = std::iter::once(first).chain(unit(6));
                match char::decode_utf16(units).next() {
                    Some(Ok(character)) => (6 * character.len_utf16(), character),
                    _ => return Err(self.fault(FaultKind::Surrogate)),
                }
            }
        };
        self.at += length;
        Ok(character)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree as serde_json reads it.
    fn theirs(value: &Value) -> serde_json::Value {
        match value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(yes) => (*yes).into(),
            Value::Number(Number::Whole(whole)) => (*whole).into(),
            Value::Number(Number::Negative(whole)) => (*whole).into(),
            Value::Number(number) => number.as_f64().into(),
            Value::String(text) => text.as_str().into(),
            Value::Array(values) => values.iter().map(theirs).collect(),
            Value::Object(map) => map.entries().iter().map(|(key, value)| (key.to_string(), theirs(value))).collect(),
        }
    }

    #[test]
    fn trees_are_those_of_serde_json() {
        for text in [
            r#" {"a" : [ ] , "b":[1,-2, 3.5,1e3 ,-0.25E-2,18446744073709551615,-9223372036854775808], "c":{ }} "#,
            r#"["\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00é😀", "", true,false , null]"#,
            r#"{"a":1,"b":2,"a":3,"c":{"a":1},"\u0061":[4]}"#,
            "1e300",
            "-0.0",
        ] {
            let decoded = decode(text.as_bytes(), usize::MAX).ok().unwrap();
            assert_eq!(theirs(&decoded.value), serde_json::from_str::<serde_json::Value>(text).unwrap(), "{text}");
        }
    }

    #[test]
    fn many_members_are_merged_like_few() {
        let members: Vec<_> = (0..40).map(|at| format!(r#""{}":{at}"#, at % 25)).collect();
        let text = format!(r#"{{"x":[{{{}}}]}}"#, members.join(","));
        let decoded = decode(text.as_bytes(), usize::MAX).ok().unwrap();
        let map = decoded.value.get("x").and_then(Value::as_array).unwrap()[0].clone();
        let Value::Object(map) = map else { panic!("{map:?}") };
        let wanted: Vec<_> = (0..25).map(|at| (at.to_string(), (if at < 15 { at + 25 } else { at }) as f64)).collect();
        let found: Vec<_> =
            map.entries().iter().map(|(key, value)| (key.to_string(), value.as_f64().unwrap())).collect();
        assert_eq!(found, wanted);
        assert_eq!(decoded.twice.len(), 15);
        assert!(decoded.twice.contains(&vec![Token::key("x"), Token::Index(0), Token::key("3")]));
    }

    #[test]
    fn numbers_too_large_to_be_held_keep_what_is_written() {
        for (text, number) in [("1e999", f64::INFINITY), ("-1e400", f64::NEG_INFINITY)] {
            let decoded = decode(text.as_bytes(), usize::MAX).ok().unwrap();
            assert_eq!(decoded.value, Value::Number(Number::Rounded(number, text.into())));
        }
    }

    #[test]
    fn faults_have_their_places() {
        for (text, at) in [
            (r#"["\ud83d"]"#, 2),
            (r#"["a\ud83d\u0041"]"#, 3),
            (r#"["\udc00"]"#, 2),
            ("[1 2]", 3),
            ("nul", 0),
            ("\"", 1),
            ("{1}", 1),
            ("", 0),
        ] {
            assert_eq!(decode(text.as_bytes(), usize::MAX).err().map(|fault| fault.at), Some(at), "{text}");
        }
    }
}
