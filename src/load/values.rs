//! Single values: texts, addresses, dates, numbers, language tags, words to choose from.

use super::{
    check::{Around, Walk},
    dates,
    diagnostic::{Code, shortened},
    format::{self, Shape},
    link,
    locate::{Spot, Token},
    spelling,
};
use crate::model::{
    Edtf,
    tree::{Map, Number, Value},
};

impl Walk<'_> {
    pub(super) fn word(&mut self, value: &Value) -> bool {
        match value {
            Value::String(text) if text.chars().all(char::is_whitespace) => self.empty(),
            Value::String(text) => {
                self.control(text);
                true
            }
            _ => self.wrong_type(value, "string"),
        }
    }

    pub(super) fn text(&mut self, value: &mut Value, around: Around) -> bool {
        let Value::Object(map) = value else {
            return if value.as_str().is_some() { self.word(value) } else { self.wrong_type(value, "text") };
        };
        // One wording without a language is in the first language.
        if map.contains_key("text") {
            let good = self.fields(&format::WORDING, map, Around { shape: &format::WORDING, ..around });
            *value = Value::Object(Map::new(vec![(self.first_language.into(), value.take())]));
            return good;
        }
        if map.is_empty() {
            return self.empty();
        }
        map.retain(&mut |tag, wording| {
            self.path.push(Token::key(tag));
            let good = match wording {
                _ if !is_language(tag) => {
                    self.find_at(Code::LanguageInvalid, Spot::Key, vec![("value", shortened(tag))]);
                    false
                }
                Value::Object(map) => self.fields(&format::WORDING, map, Around { shape: &format::WORDING, ..around }),
                _ => self.word(wording),
            };
            self.path.pop();
            good
        });
        !map.is_empty()
    }

    pub(super) fn control(&mut self, text: &str) {
        let odd = |c: &char| {
            (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        // Bytes tell fast that there is none: all are below the space, 0x7f, or begin with 0xc2 or 0xe2 in UTF-8.
        let may_be = |byte: &u8| matches!(byte, 0..0x20 | 0x7f | 0xc2 | 0xe2);
        if !text.as_bytes().iter().any(may_be) {
            return;
        }
        if let Some(c) = text.chars().find(odd) {
            self.find(
                Code::TextControl,
                vec![("value", shortened(text)), ("character", format!("U+{:04X}", u32::from(c)))],
            );
        }
    }

    pub(super) fn uri(&mut self, value: &Value, shape: &Shape) -> bool {
        let Value::String(address) = value else {
            return self.wrong_type(value, "string");
        };
        let reason = match link::verdict(address) {
            link::Verdict::Good => return true,
            link::Verdict::Unencrypted if shape.name == "source" => {
                self.find(Code::UrlHttp, vec![("value", shortened(address))]);
                return true;
            }
            link::Verdict::Unencrypted => "http",
            link::Verdict::Refused(reason) => reason,
        };
        self.find(Code::LinkRefused, vec![("value", shortened(address)), ("reason", reason.to_owned())]);
        false
    }

    pub(super) fn date(&mut self, value: &Value) -> bool {
        let Value::String(text) = value else {
            return self.wrong_type(value, "date");
        };
        match Edtf::read(text) {
            Ok(date) => {
                if !dates::is_placed(&date) {
                    self.find(Code::DateNotPlaced, vec![("value", shortened(text))]);
                }
                true
            }
            Err(error) => {
                let mut args = vec![("value", shortened(text))];
                // Why not follows from the text, and is found out where it is told, unless a part of the text is missing there.
                if args[0].1 != *text {
                    args.extend([
                        ("reason", error.reason().to_owned()),
                        ("reason_kind", error.kind().name().to_owned()),
                    ]);
                }
                self.find(Code::DateInvalid, args);
                false
            }
        }
    }

    pub(super) fn number(&mut self, value: &Value) -> bool {
        const EXACT: u64 = 1 << 53;
        let Value::Number(number) = value else {
            return self.wrong_type(value, "number");
        };
        if !number.as_f64().is_finite() {
            self.find(Code::NumberRange, vec![("value", shortened(&written(number)))]);
            return false;
        }
        let rounds = match number {
            Number::Whole(whole) => *whole > EXACT && (*whole as f64) as u64 != *whole,
            Number::Negative(whole) => whole.unsigned_abs() > EXACT && (*whole as f64) as i64 != *whole,
            Number::Float(_) => false,
            Number::Rounded(..) => true,
        };
        if rounds {
            let shown = format!("{:.0}", number.as_f64());
            self.find(Code::NumberInexact, vec![("value", shortened(&written(number))), ("other", shortened(&shown))]);
        }
        !rounds
    }

    pub(super) fn language(&mut self, value: &Value) -> bool {
        match value {
            Value::String(tag) if is_language(tag) => true,
            Value::String(tag) => {
                self.find(Code::LanguageInvalid, vec![("value", shortened(tag))]);
                false
            }
            _ => self.wrong_type(value, "string"),
        }
    }

    pub(super) fn choice(&mut self, value: &Value, words: &'static [&'static str], code: Code) -> bool {
        match value {
            Value::String(word) if words.contains(&word.as_str()) => true,
            Value::String(word) if word.trim().is_empty() => self.empty(),
            Value::String(word) => {
                let mut args = vec![("value", shortened(word)), ("expected", words.join(", "))];
                if let Some(meant) = spelling::nearest(word, &mut words.iter().copied()) {
                    args.push(("suggestion", meant.to_owned()));
                }
                self.find(code, args);
                false
            }
            _ => self.wrong_type(value, "string"),
        }
    }

    pub(super) fn empty(&mut self) -> bool {
        self.find(Code::TextEmpty, Vec::new());
        false
    }

    pub(super) fn wrong_type(&mut self, value: &Value, expected: &str) -> bool {
        let found = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "list",
            Value::Object(_) => "object",
        };
        let mut args = vec![("expected", expected.to_owned()), ("found", found.to_owned())];
        match value {
            Value::String(text) => args.push(("value", shortened(text))),
            Value::Bool(yes) => args.push(("value", yes.to_string())),
            Value::Number(number) => args.push(("value", shortened(&written(number)))),
            _ => {}
        }
        self.find(Code::WrongType, args);
        false
    }
}

/// A number as written, or nearly so.
fn written(number: &Number) -> String {
    match number {
        Number::Whole(whole) => whole.to_string(),
        Number::Negative(whole) => whole.to_string(),
        Number::Float(number) => format!("{number:?}"),
        Number::Rounded(_, text) => text.to_string(),
    }
}

/// Whether `tag` is formed like a BCP 47 language tag: a language of two or three letters, then script, region, variants.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    tag.len() <= 35
        && (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        && tag.split('-').next_back().is_none_or(|last| last.len() > 1)
}
