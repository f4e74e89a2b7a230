//! JSON as the page writes it.

use std::fmt::Write;

/// JSON as it is written. The page does not carry a library for it: what it writes is this and no more.
#[derive(Default)]
pub(super) struct Json {
    /// What is written so far. A number goes here as it is.
    pub text: String,
}

impl Json {
    /// An object.
    pub fn object(&mut self, fill: &mut dyn FnMut(&mut Json)) {
        self.text.push('{');
        fill(self);
        self.text.push('}');
    }

    /// Sets apart what follows from what stands before it in its object or list.
    fn next(&mut self) {
        if !self.text.ends_with(['{', '[']) {
            self.text.push(',');
        }
    }

    /// The name of a field, before its value.
    pub fn key(&mut self, key: &str) {
        self.next();
        self.string(key);
        self.text.push(':');
    }

    /// A field with a text.
    pub fn text(&mut self, key: &str, words: &str) {
        self.key(key);
        self.string(words);
    }

    /// A field with a text, where there is one.
    pub fn maybe(&mut self, key: &str, words: Option<&str>) {
        if let Some(words) = words {
            self.text(key, words);
        }
    }

    /// A field with a list, an item a line.
    pub fn list<T>(&mut self, key: &str, items: &[T], each: &mut dyn FnMut(&mut Json, &T)) {
        self.key(key);
        self.array(items, each);
    }

    /// A list, an item a line.
    pub fn array<T>(&mut self, items: &[T], each: &mut dyn FnMut(&mut Json, &T)) {
        self.text.push('[');
        for item in items {
            self.next();
            self.text.push('\n');
            each(self, item);
        }
        self.text.push(']');
    }

    /// A text.
    pub fn string(&mut self, words: &str) {
        self.text.push('"');
        for letter in words.chars() {
            match letter {
                '"' | '\\' => self.text.extend(['\\', letter]),
                '\n' => self.text.push_str("\\n"),
                // So that the text may stand in a script element too.
                '<' | '\u{2028}' | '\u{2029}' | '\0'..' ' | '\u{7f}'..'\u{a0}' => {
                    let _ = write!(self.text, "\\u{:04x}", u32::from(letter));
                }
                _ => self.text.push(letter),
            }
        }
        self.text.push('"');
    }
}
