//! Marks within lines: one pass cuts the words into tokens and matches brackets, then runs of `*` and `_` are paired
//! ([`super::emphasis`]) and the tokens become nodes ([`super::nodes`]).

use super::{
    Inline, LONGEST_TICKS,
    emphasis::{Run, pair},
    links::{autolink, target},
    nodes,
};
use crate::model::live::{Reference, reference};

/// A piece of the words; all pieces together are the words.
pub(super) enum Token<'a> {
    /// As shown.
    Text(&'a str),
    /// Code, as written between the backticks.
    Code(&'a str),
    /// The end of a line, kept or not.
    Line { is_break: bool },
    /// A run of `*` or `_`: which one.
    Run(usize),
    /// What begins a link, or the description of an image.
    Open { written: &'a str, is_image: bool },
    /// A reference to a value.
    Value(Reference<'a>),
    /// Where that ends: as written, and the address.
    Close { written: &'a str, address: String },
}

/// A bracket that may begin a link.
struct Bracket {
    token: usize,
    /// How many unpaired runs stand before it.
    unpaired: usize,
    is_image: bool,
}

/// Reads the words of a paragraph or heading.
pub(super) fn read(words: &str) -> Vec<Inline> {
    let mut reader = Reader {
        words: words.trim_end_matches([' ', '\n']),
        at: 0,
        tokens: Vec::new(),
        runs: Vec::new(),
        unpaired: Vec::new(),
        brackets: Vec::new(),
        spent: 0,
        last_ticks: None,
    };
    while reader.at < reader.words.len() {
        reader.step();
    }
    pair(&mut reader.runs, &reader.unpaired);
    nodes::build(reader.tokens, &reader.runs)
}

struct Reader<'a> {
    words: &'a str,
    at: usize,
    tokens: Vec<Token<'a>>,
    runs: Vec<Run>,
    /// The runs not yet paired, in order.
    unpaired: Vec<usize>,
    brackets: Vec<Bracket>,
    /// So many of the first brackets may begin no link any more: links hold no links.
    spent: usize,
    /// Where the last run of so many backticks begins.
    last_ticks: Option<[usize; LONGEST_TICKS + 1]>,
}

impl<'a> Reader<'a> {
    fn step(&mut self) {
        let rest = &self.words[self.at..];
        let bytes = rest.as_bytes();
        match bytes[0] {
            b'\\' => match bytes.get(1) {
                Some(b'\n') => self.take(2, Token::Line { is_break: true }),
                Some(byte) if byte.is_ascii_punctuation() => self.take(2, Token::Text(&rest[1..2])),
                _ => self.text(1),
            },
            b'\n' => self.take(1, Token::Line { is_break: false }),
            b' ' => {
                let spaces = rest.len() - rest.trim_start_matches(' ').len();
                match bytes.get(spaces) {
                    Some(b'\n') => self.take(spaces + 1, Token::Line { is_break: spaces > 1 }),
                    _ => self.text(spaces),
                }
            }
            b'`' => self.code(rest),
            b'{' => match reference(rest) {
                Some(found) => self.take(found.written.len(), Token::Value(found)),
                None => self.text(1),
            },
            b'<' => match autolink(rest) {
                Some(address) => {
                    self.tokens.push(Token::Open { written: "<", is_image: false });
                    self.tokens.push(Token::Text(address));
                    self.take(address.len() + 2, Token::Close { written: ">", address: address.to_owned() });
                }
                None => self.text(1),
            },
            b'!' if bytes.get(1) == Some(&b'[') => self.bracket(2, true),
            b'[' => self.bracket(1, false),
            b']' => self.link(rest),
            mark @ (b'*' | b'_') => {
                let length = bytes.iter().take_while(|byte| **byte == mark).count();
                let before = self.words[..self.at].chars().next_back();
                let after = rest[length..].chars().next();
                self.unpaired.push(self.runs.len());
                self.take(length, Token::Run(self.runs.len()));
                self.runs.push(Run::new(mark, length, before, after));
            }
            _ => {
                let special = |c| matches!(c, '\\' | '\n' | ' ' | '`' | '{' | '<' | '!' | '[' | ']' | '*' | '_');
                let first = rest.chars().next().map_or(1, char::len_utf8);
                self.text(rest[first..].find(special).map_or(rest.len(), |length| first + length));
            }
        }
    }

    fn take(&mut self, length: usize, token: Token<'a>) {
        self.tokens.push(token);
        self.at += length;
    }

    fn text(&mut self, length: usize) {
        self.take(length, Token::Text(&self.words[self.at..self.at + length]));
    }

    fn code(&mut self, rest: &'a str) {
        let length = ticks(rest);
        let words = self.words;
        let last = self.last_ticks.get_or_insert_with(|| last_ticks(words));
        if last.get(length).is_none_or(|last| *last <= self.at) {
            return self.text(length);
        }
        let mut end = length;
        while let Some(next) = rest[end..].find('`') {
            end += next;
            let found = ticks(&rest[end..]);
            if found == length {
                return self.take(end + length, Token::Code(&rest[length..end]));
            }
            end += found;
        }
        self.text(length);
    }

    fn bracket(&mut self, length: usize, is_image: bool) {
        self.brackets.push(Bracket { token: self.tokens.len(), unpaired: self.unpaired.len(), is_image });
        self.text(length);
    }

    /// At a closing bracket: a link, if one is open and an address follows.
    fn link(&mut self, rest: &'a str) {
        let Some(bracket) = self.brackets.pop() else { return self.text(1) };
        let is_spent = self.brackets.len() < self.spent && !bracket.is_image;
        self.spent = self.spent.min(self.brackets.len());
        let Some((length, address)) = target(&rest[1..]).filter(|_| !is_spent) else { return self.text(1) };
        pair(&mut self.runs, &self.unpaired[bracket.unpaired..]);
        self.unpaired.truncate(bracket.unpaired);
        self.tokens[bracket.token] = Token::Open { written: "[", is_image: bracket.is_image };
        self.take(length + 1, Token::Close { written: &rest[..length + 1], address });
        if !bracket.is_image {
            self.spent = self.brackets.len();
        }
    }
}

fn ticks(words: &str) -> usize {
    words.len() - words.trim_start_matches('`').len()
}

fn last_ticks(words: &str) -> [usize; LONGEST_TICKS + 1] {
    let mut last = [0; LONGEST_TICKS + 1];
    let mut at = 0;
    while let Some(next) = words[at..].find('`') {
        at += next;
        let length = ticks(&words[at..]);
        if let Some(last) = last.get_mut(length) {
            *last = at;
        }
        at += length;
    }
    last
}
