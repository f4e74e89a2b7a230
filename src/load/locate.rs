//! From places in the data (JSON pointers) to places in the text, only when there is something to say about them.
//!
//! All functions here read bytes that have passed the scan; on others they return some place, never panic.

use std::{borrow::Cow, cmp::Ordering};

use super::{diagnostic::Place, tree::unquoted};
use crate::order;

/// One step of a JSON pointer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Token {
    /// The value of a key.
    Key(Cow<'static, str>),
    /// The value at a place of a list, counted from 0.
    Index(usize),
}

impl Token {
    /// A step by this key.
    pub fn key(name: &str) -> Token {
        Token::Key(Cow::Owned(name.to_owned()))
    }
}

/// Appends the steps to a JSON pointer (RFC 6901).
pub(super) fn push_pointer(pointer: &mut String, tokens: &[Token]) {
    for token in tokens {
        pointer.push('/');
        match token {
            Token::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
            Token::Index(index) => pointer.push_str(&index.to_string()),
        }
    }
}

/// Which place of a value is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// Where the value begins.
    Value,
    /// Where its key begins.
    Key,
    /// Where its key begins for the first time, if it stands there twice.
    FirstKey,
}

/// The byte offsets of these paths in the value that begins at `start`, in one pass over it.
/// A path that leads nowhere gets the place of the innermost value on its way.
pub(super) fn locate(bytes: &[u8], start: usize, paths: &[(&[Token], Spot)]) -> Vec<usize> {
    let mut walk = Walk { bytes, paths, found: vec![start; paths.len()] };
    let all = order::sorted(paths.len(), &|a, b| paths[a].0.cmp(paths[b].0));
    walk.value(skip_space(bytes, start), 0, &all);
    walk.found
}

struct Walk<'a> {
    bytes: &'a [u8],
    paths: &'a [(&'a [Token], Spot)],
    found: Vec<usize>,
}

impl Walk<'_> {
    /// Reads the value at `at`, `depth` steps into the `wanted` paths, which are sorted by their steps; returns its end.
    fn value(&mut self, at: usize, depth: usize, wanted: &[u32]) -> usize {
        for &path in wanted {
            let (tokens, spot) = self.paths[path as usize];
            if tokens.len() > depth || spot == Spot::Value {
                self.found[path as usize] = at;
            }
        }
        let end_here = wanted.partition_point(|&path| self.paths[path as usize].0.len() <= depth);
        match (self.bytes.get(at), &wanted[end_here..]) {
            (Some(b'{'), deeper @ [_, ..]) => self.object(at, depth, deeper),
            (Some(b'['), deeper @ [_, ..]) => self.list(at, depth, deeper),
            _ => skip_value(self.bytes, at),
        }
    }

    /// Those of the paths whose next step is the one that `compare` calls equal.
    fn next<'w>(&self, wanted: &'w [u32], depth: usize, compare: &dyn Fn(&Token) -> Ordering) -> &'w [u32] {
        let step = |path: &u32| compare(&self.paths[*path as usize].0[depth]);
        let from = wanted.partition_point(|path| step(path) == Ordering::Less);
        let count = wanted[from..].partition_point(|path| step(path) == Ordering::Equal);
        &wanted[from..from + count]
    }

    fn object(&mut self, open: usize, depth: usize, wanted: &[u32]) -> usize {
        let mut seen: Vec<u32> = Vec::new();
        let mut at = skip_space(self.bytes, open + 1);
        while self.bytes.get(at) == Some(&b'"') {
            let key_at = at;
            let key_end = skip_value(self.bytes, at);
            at = skip_space(self.bytes, skip_space(self.bytes, key_end) + 1);
            let key = key_text(&self.bytes[key_at..key_end]);
            let paths = self.next(wanted, depth, &|step| match step {
                Token::Key(step) => (**step).cmp(&*key),
                Token::Index(_) => Ordering::Greater,
            });
            at = if paths.is_empty() {
                skip_value(self.bytes, at)
            } else {
                // Those that want the first of two keys do not follow to the second.
                let spots = self.paths;
                let ends = |path: u32| spots[path as usize].0.len() == depth + 1;
                let is_first = |path: u32| spots[path as usize].1 == Spot::FirstKey && ends(path);
                let mut follow = paths.to_vec();
                follow.retain(|&path| !(is_first(path) && seen.contains(&path)));
                let end = self.value(at, depth + 1, &follow);
                for path in follow {
                    if ends(path) && spots[path as usize].1 != Spot::Value {
                        self.found[path as usize] = key_at;
                        if is_first(path) {
                            seen.push(path);
                        }
                    }
                }
                end
            };
            at = skip_space(self.bytes, at);
            if self.bytes.get(at) == Some(&b',') {
                at = skip_space(self.bytes, at + 1);
            }
        }
        at + 1
    }

    fn list(&mut self, open: usize, depth: usize, wanted: &[u32]) -> usize {
        let mut at = skip_space(self.bytes, open + 1);
        let mut index = 0;
        while self.bytes.get(at).is_some_and(|byte| *byte != b']') {
            let before = at;
            let paths = self.next(wanted, depth, &|step| match step {
                Token::Key(_) => Ordering::Less,
                Token::Index(step) => step.cmp(&index),
            });
            at = if paths.is_empty() { skip_value(self.bytes, at) } else { self.value(at, depth + 1, paths) };
            at = skip_space(self.bytes, at);
            if self.bytes.get(at) == Some(&b',') {
                at = skip_space(self.bytes, at + 1);
            }
            index += 1;
            if at <= before {
                break;
            }
        }
        at + 1
    }
}

/// The text of a key that stands between quotes.
pub(super) fn key_text(quoted: &[u8]) -> Cow<'_, str> {
    if quoted.contains(&b'\\') {
        return unquoted(quoted).into();
    }
    let inner = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
    String::from_utf8_lossy(inner)
}

fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
}

/// The end of the value that begins at `at`.
fn skip_value(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 0usize;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at += 1;
                while let Some(byte) = bytes.get(at).filter(|byte| **byte != b'"') {
                    at += if *byte == b'\\' { 2 } else { 1 };
                }
                at += 1;
            }
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' => at += 1,
            _ => {
                while bytes.get(at).is_some_and(|byte| !b",:]} \n\r\t".contains(byte)) {
                    at += 1;
                }
            }
        }
        if depth == 0 {
            break;
        }
    }
    at.min(bytes.len())
}

/// Lines and columns of ascending byte offsets, in one pass over the text.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    place: Place,
}

impl<'a> Lines<'a> {
    /// Starts at byte `start`, the first of the text.
    pub fn new(bytes: &'a [u8], start: usize) -> Self {
        Lines { bytes, at: start, place: Place { line: 1, column: 1 } }
    }

    /// The place of a byte that is not before the last one asked for.
    pub fn place(&mut self, offset: usize) -> Place {
        for byte in self.bytes.get(self.at..offset).unwrap_or_default() {
            match byte {
                b'\n' => self.place = Place { line: self.place.line + 1, column: 1 },
                // Continuation bytes belong to the character before.
                0x80..=0xbf => {}
                _ => self.place.column += 1,
            }
        }
        self.at = self.at.max(offset);
        self.place
    }
}
