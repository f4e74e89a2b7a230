//! Nodes from tokens. What would nest too deep is written out as text.

use super::{DEEPEST, Inline, emphasis::Run, inlines::Token};

/// What is open, and where it will be put.
enum Open {
    Emphasis,
    Strong,
    Link,
    /// Its marks are text.
    Literal,
    /// Of its parts, only words show.
    Image,
}

struct Builder {
    /// Nodes of the open elements, outermost first, and of the whole.
    levels: Vec<Vec<Inline>>,
    open: Vec<Open>,
    /// How many images are open.
    images: usize,
}

/// Turns tokens with paired runs into nodes.
pub(super) fn build(tokens: Vec<Token<'_>>, runs: &[Run]) -> Vec<Inline> {
    let mut builder = Builder { levels: vec![Vec::new()], open: Vec::new(), images: 0 };
    for token in tokens {
        match token {
            Token::Text(words) => builder.text(words),
            Token::Code(written) => builder.code(written),
            Token::Value(found) if builder.images == 0 => {
                let is_linked = builder.open.iter().any(|open| matches!(open, Open::Link));
                builder.push(Inline::Value { id: found.id.to_owned(), written: found.written.to_owned(), is_linked });
            }
            Token::Value(found) => builder.text(found.written),
            Token::Line { is_break: true } if builder.images == 0 => builder.push(Inline::Break),
            Token::Line { .. } => builder.text(" "),
            Token::Run(run) => builder.run(&runs[run]),
            Token::Open { is_image: true, .. } => {
                builder.images += 1;
                builder.open.push(Open::Image);
            }
            Token::Open { written, .. } => builder.open(Open::Link, written),
            Token::Close { written, address } => builder.close(written, address),
        }
    }
    builder.levels.into_iter().next().unwrap_or_default()
}

impl Builder {
    fn push(&mut self, node: Inline) {
        if let Some(level) = self.levels.last_mut() {
            level.push(node);
        }
    }

    fn text(&mut self, words: &str) {
        if let Some(Inline::Text(before)) = self.levels.last_mut().and_then(|level| level.last_mut()) {
            before.push_str(words);
        } else if !words.is_empty() {
            self.push(Inline::Text(words.to_owned()));
        }
    }

    fn code(&mut self, written: &str) {
        let mut words: String = written.chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
        if words.len() > 1 && words.starts_with(' ') && words.ends_with(' ') && words.contains(|c| c != ' ') {
            words.pop();
            words.remove(0);
        }
        if self.images > 0 { self.text(&words) } else { self.push(Inline::Code(words)) }
    }

    fn run(&mut self, run: &Run) {
        let marks = if run.mark == b'*' { "**" } else { "__" };
        for strength in &run.closes {
            self.close(&marks[..*strength], String::new());
        }
        for _ in 0..run.left {
            self.text(&marks[..1]);
        }
        for strength in run.opens.iter().rev() {
            let open = if *strength == 2 { Open::Strong } else { Open::Emphasis };
            self.open(open, &marks[..*strength]);
        }
    }

    fn open(&mut self, open: Open, written: &str) {
        if self.images == 0 && self.levels.len() <= DEEPEST {
            self.levels.push(Vec::new());
            self.open.push(open);
        } else {
            // In a description the marks are dropped; too deep, they are text.
            if self.images == 0 {
                self.text(written);
            }
            self.open.push(Open::Literal);
        }
    }

    fn close(&mut self, written: &str, address: String) {
        let Some(open) = self.open.pop() else { return };
        let made: fn(Vec<Inline>, String) -> Inline = match open {
            Open::Image => {
                self.images -= 1;
                return;
            }
            Open::Literal if self.images > 0 => return,
            Open::Literal => return self.text(written),
            Open::Emphasis => |children, _| Inline::Emphasis(children),
            Open::Strong => |children, _| Inline::Strong(children),
            Open::Link => |children, address| Inline::Link { address, children },
        };
        if let Some(children) = self.levels.pop() {
            self.push(made(children, address));
        }
    }
}
