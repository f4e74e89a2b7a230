//! One item as a tree of JSON values, with what such a tree would hide: keys that stand twice, integers that it rounds.

use std::{collections::HashMap, fmt};

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value, map::Entry};

use super::locate::{Spot, Token, locate};

/// Why an item cannot be decoded although it is JSON, and at which byte of it.
pub(super) struct Fault {
    pub at: usize,
    pub kind: FaultKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FaultKind {
    /// Half of a surrogate pair.
    Surrogate,
    /// A number that is too large to be held.
    Range,
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
    /// Integers that are not the number written, and what is written.
    pub rounded: HashMap<Vec<Token>, String>,
}

/// So many keys that stand twice and large numbers are noted in one item.
const MOST_NOTES: usize = 200;
/// From here on, integers are decoded as floating-point numbers.
const LARGE: f64 = 9_223_372_036_854_775_808.0;

/// Decodes `bytes`, which hold one value with at most `nodes` values in it.
pub(super) fn decode(bytes: &[u8], nodes: usize) -> Result<Decoded, Fault> {
    let mut state = State { left: nodes, notes: Vec::new() };
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let tree = Tree(&mut state).deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    match tree {
        Ok(value) => {
            // Paths were gathered from the inside out.
            state.notes.iter_mut().for_each(|(_, path)| path.reverse());
            let (twice, large): (Vec<_>, Vec<_>) = state.notes.into_iter().partition(|(note, _)| *note == Note::Twice);
            let twice = twice.into_iter().map(|(_, path)| path).collect();
            Ok(Decoded { value, twice, rounded: rounded(bytes, large.into_iter().map(|(_, path)| path).collect()) })
        }
        Err(error) => {
            let message = error.to_string();
            let kind = match message.as_str() {
                _ if state.left == 0 => FaultKind::Nodes,
                message if message.contains("out of range") => FaultKind::Range,
                message if message.contains("surrogate") || message.contains("hex escape") => FaultKind::Surrogate,
                _ => FaultKind::Other,
            };
            let lines = bytes.split_inclusive(|byte| *byte == b'\n');
            let before: usize = lines.take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
            Err(Fault { at: (before + error.column().saturating_sub(1)).min(bytes.len()), kind })
        }
    }
}

/// Those of the paths where the text has an integer that a floating-point number does not hold, with that integer.
fn rounded(bytes: &[u8], large: Vec<Vec<Token>>) -> HashMap<Vec<Token>, String> {
    let paths: Vec<_> = large.iter().map(|path| (path.as_slice(), Spot::Value)).collect();
    let places = if paths.is_empty() { Vec::new() } else { locate(bytes, 0, &paths) };
    let written = |at: usize| {
        let text = bytes.get(at..).unwrap_or_default();
        let end = text.iter().position(|byte| !b"+-.eE0123456789".contains(byte)).unwrap_or(text.len());
        let text = std::str::from_utf8(&text[..end]).unwrap_or_default();
        let whole = !text.contains(['.', 'e', 'E']);
        (whole && text.parse::<f64>().is_ok_and(|number| format!("{number:.0}") != text)).then(|| text.to_owned())
    };
    large.into_iter().zip(places).filter_map(|(path, at)| Some((path, written(at)?))).collect()
}

#[derive(PartialEq)]
enum Note {
    Twice,
    Large,
}

struct State {
    left: usize,
    /// What was noted, with its path from the inside out.
    notes: Vec<(Note, Vec<Token>)>,
}

impl State {
    fn note(&mut self, note: Note, path: Vec<Token>) {
        if self.notes.len() < MOST_NOTES {
            self.notes.push((note, path));
        }
    }
}

struct Tree<'s>(&'s mut State);

impl Tree<'_> {
    /// Reads a child; what is noted in it gets `token` as the next step outwards.
    fn child<R>(&mut self, token: impl Fn() -> Token, read: impl FnOnce(Tree) -> R) -> R {
        let known = self.0.notes.len();
        let result = read(Tree(self.0));
        for (_, path) in self.0.notes.iter_mut().skip(known) {
            path.push(token());
        }
        result
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, input: D) -> Result<Value, D::Error> {
        match self.0.left.checked_sub(1) {
            Some(left) => self.0.left = left,
            None => return Err(D::Error::custom("too many values")),
        }
        input.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        if value.abs() >= LARGE {
            self.0.note(Note::Large, Vec::new());
        }
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        let mut index = 0;
        while let Some(value) = self.child(|| Token::Index(index), |tree| list.next_element_seed(tree))? {
            values.push(value);
            index += 1;
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut object: A) -> Result<Value, A::Error> {
        let (mut map, mut twice) = (Map::new(), Vec::new());
        while let Some(key) = object.next_key::<String>()? {
            let value = self.child(|| Token::key(&key), |tree| object.next_value_seed(tree))?;
            match map.entry(key) {
                Entry::Vacant(place) => drop(place.insert(value)),
                Entry::Occupied(mut place) => {
                    if !twice.iter().any(|key| key == place.key()) && twice.len() < MOST_NOTES {
                        self.0.note(Note::Twice, vec![Token::key(place.key())]);
                        twice.push(place.key().clone());
                    }
                    place.insert(value);
                }
            }
        }
        Ok(Value::Object(map))
    }
}
