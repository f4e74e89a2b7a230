//! Content lines of RFC 5545: escaped, folded, each ended by a carriage return and a line feed.

/// Octets in a line, without its end (section 3.1).
const MOST: usize = 75;

/// Content lines as they are written.
#[derive(Default)]
pub(super) struct Lines {
    out: String,
}

impl Lines {
    /// A property whose value is of another type than text: numbers, dates, addresses. Control characters are left out.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        let line: String = [name, ":", value].concat();
        self.fold(line.chars().filter(|letter| !letter.is_control()));
    }

    /// A property whose value is a text (section 3.3.11).
    pub(super) fn text(&mut self, name: &str, value: &str) {
        let mut line = [name, ":"].concat();
        let mut letters = value.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                // A carriage return with its line feed is one break.
                '\r' if letters.peek() == Some(&'\n') => {}
                '\n' | '\r' => line.push_str("\\n"),
                '\t' => line.push('\t'),
                other if other.is_control() => {}
                other => line.push(other),
            }
        }
        self.fold(line.chars());
    }

    /// A line is broken before the character that would make it too long; what follows begins with a space.
    fn fold(&mut self, letters: impl Iterator<Item = char>) {
        let mut length = 0;
        for letter in letters {
            if length + letter.len_utf8() > MOST {
                self.out.push_str("\r\n ");
                length = 1;
            }
            self.out.push(letter);
            length += letter.len_utf8();
        }
        self.out.push_str("\r\n");
    }

    /// All lines.
    pub(super) fn finish(self) -> String {
        self.out
    }
}
