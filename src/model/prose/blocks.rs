//! Blocks, line by line: each line first continues the open containers it can, then opens new ones, and what is left of
//! it goes to the open leaf.

use super::{Block, DEEPEST, inlines};

/// Reads a text into blocks.
pub(super) fn read(source: &str) -> Vec<Block> {
    let mut reader = Reader { open: vec![Container::new(Kind::Text)], leaf: Leaf::None };
    for line in plain(source).lines() {
        reader.line(line);
    }
    reader.close_to(1);
    reader.close_leaf();
    reader.open.pop().map(|text| text.blocks).unwrap_or_default()
}

/// The text with one way to end lines, and without tabs.
fn plain(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut column = 0;
    let mut before = ' ';
    for c in source.chars() {
        match c {
            '\n' if before == '\r' => {}
            '\n' | '\r' => out.push('\n'),
            '\t' => {
                out.push_str(&"    "[column % 4..]);
                column += 3 - column % 4;
            }
            '\0' => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
        column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
        before = c;
    }
    out
}

enum Kind {
    Text,
    Quote,
    /// An item; its lines are indented by so much.
    Item(usize),
}

/// An open block that holds blocks.
struct Container {
    kind: Kind,
    blocks: Vec<Block>,
    /// The mark of the list that is the last block: its next item has the same; 0 where the last block is no list.
    mark: u8,
}

impl Container {
    fn new(kind: Kind) -> Self {
        Container { kind, blocks: Vec::new(), mark: 0 }
    }
}

/// The open block that holds lines, in the innermost container.
enum Leaf {
    None,
    Paragraph(String),
    Code { fence: Fence, text: String },
}

#[derive(Clone, Copy)]
struct Fence {
    mark: u8,
    length: usize,
    indent: usize,
}

/// What a list item begins with.
struct Bullet {
    /// The bullet, or what follows the number.
    mark: u8,
    number: Option<u64>,
    /// Bytes up to the text of the item.
    width: usize,
    is_empty: bool,
}

struct Reader {
    open: Vec<Container>,
    leaf: Leaf,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let (mut matched, mut rest) = self.continued(line);
        let all_matched = matched == self.open.len();
        if all_matched && let Leaf::Code { fence, text } = &mut self.leaf {
            if closes(*fence, rest) {
                self.close_leaf();
            } else {
                text.push_str(&rest[indent(rest).min(fence.indent)..]);
                text.push('\n');
            }
            return;
        }
        let mut in_paragraph = all_matched && matches!(self.leaf, Leaf::Paragraph(_));
        while indent(rest) < 4 {
            let words = rest.trim_matches(' ');
            let room = matched <= DEEPEST;
            if room && words.starts_with('>') {
                self.close_to(matched);
                self.enter(Container::new(Kind::Quote));
                rest = after_quote_mark(rest);
            } else if let Some(title) = heading(words) {
                self.close_to(matched);
                return self.push(Block::Heading(inlines::read(title)));
            } else if let Some(fence) = fence(rest) {
                self.close_to(matched);
                self.close_leaf();
                self.leaf = Leaf::Code { fence, text: String::new() };
                return;
            } else if in_paragraph && is_underline(words) {
                return self.close_paragraph(Block::Heading);
            } else if is_rule(words) {
                self.close_to(matched);
                return self.push(Block::Rule);
            } else if let Some(bullet) = bullet(rest).filter(|it| room && (!in_paragraph || it.interrupts())) {
                self.close_to(matched);
                rest = &rest[bullet.width.min(rest.len())..];
                self.enter_item(bullet);
            } else {
                break;
            }
            matched = self.open.len();
            in_paragraph = false;
        }
        let words = rest.trim_start_matches(' ');
        if words.is_empty() {
            self.close_to(matched);
            if let Leaf::Paragraph(_) = self.leaf {
                self.close_leaf();
            }
            return;
        }
        // A paragraph goes on without the marks of the containers it stands in.
        if !matches!(self.leaf, Leaf::Paragraph(_)) {
            self.close_to(matched);
        }
        match &mut self.leaf {
            Leaf::Paragraph(text) => {
                text.push('\n');
                text.push_str(words);
            }
            _ => self.leaf = Leaf::Paragraph(words.to_owned()),
        }
    }

    /// How many open containers the line continues, and what is left of it.
    fn continued<'a>(&self, line: &'a str) -> (usize, &'a str) {
        let mut rest = line;
        for (depth, container) in self.open.iter().enumerate() {
            let spaces = indent(rest);
            match container.kind {
                Kind::Text => {}
                Kind::Quote if spaces < 4 && rest[spaces..].starts_with('>') => rest = after_quote_mark(rest),
                Kind::Item(_) if spaces == rest.len() && !self.has_content(depth) => return (depth, rest),
                Kind::Item(width) if spaces >= width || spaces == rest.len() => rest = &rest[width.min(spaces)..],
                _ => return (depth, rest),
            }
        }
        (self.open.len(), rest)
    }

    fn has_content(&self, depth: usize) -> bool {
        let is_innermost = depth + 1 == self.open.len();
        !is_innermost || !self.open[depth].blocks.is_empty() || !matches!(self.leaf, Leaf::None)
    }

    fn enter_item(&mut self, bullet: Bullet) {
        if self.open.last().is_some_and(|parent| parent.mark != bullet.mark) || !matches!(self.leaf, Leaf::None) {
            self.push(Block::List { ordered: bullet.number, items: Vec::new() });
        }
        if let Some(parent) = self.open.last_mut() {
            parent.mark = bullet.mark;
        }
        self.enter(Container::new(Kind::Item(bullet.width)));
    }

    fn enter(&mut self, container: Container) {
        self.close_leaf();
        self.open.push(container);
    }

    /// Puts a block behind the open leaf.
    fn push(&mut self, block: Block) {
        self.close_leaf();
        if let Some(container) = self.open.last_mut() {
            container.mark = 0;
            container.blocks.push(block);
        }
    }

    fn close_leaf(&mut self) {
        match std::mem::replace(&mut self.leaf, Leaf::None) {
            Leaf::None => {}
            Leaf::Paragraph(text) => self.push(Block::Paragraph(inlines::read(&text))),
            Leaf::Code { mut text, .. } => {
                text.pop();
                self.push(Block::Code(text));
            }
        }
    }

    fn close_paragraph(&mut self, block: fn(Vec<super::Inline>) -> Block) {
        if let Leaf::Paragraph(text) = std::mem::replace(&mut self.leaf, Leaf::None) {
            self.push(block(inlines::read(&text)));
        }
    }

    /// Closes containers until so many are open.
    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth.max(1) {
            self.close_leaf();
            let Some(Container { kind, blocks, .. }) = self.open.pop() else { return };
            match kind {
                Kind::Item(_) => {
                    let list = self.open.last_mut().and_then(|parent| parent.blocks.last_mut());
                    if let Some(Block::List { items, .. }) = list {
                        items.push(blocks);
                    }
                }
                Kind::Text | Kind::Quote => self.push(Block::Quote(blocks)),
            }
        }
    }
}

/// Spaces at the start.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn after_quote_mark(line: &str) -> &str {
    let rest = &line[indent(line) + 1..];
    rest.strip_prefix(' ').unwrap_or(rest)
}

/// The words of a `#` heading.
fn heading(words: &str) -> Option<&str> {
    let rest = words.trim_start_matches('#');
    let is_heading = (1..=6).contains(&(words.len() - rest.len())) && (rest.is_empty() || rest.starts_with(' '));
    let open = rest.trim_end_matches('#');
    let title = if open.is_empty() || open.ends_with(' ') { open } else { rest };
    is_heading.then_some(title.trim_matches(' '))
}

fn fence(line: &str) -> Option<Fence> {
    let indent = indent(line);
    let words = &line[indent..];
    let mark = *words.as_bytes().first()?;
    let info = words.trim_start_matches(char::from(mark));
    let length = words.len() - info.len();
    let is_fence = length >= 3 && (mark == b'~' || mark == b'`' && !info.contains('`'));
    is_fence.then_some(Fence { mark, length, indent })
}

/// Whether the line ends the code that this fence began.
fn closes(open: Fence, line: &str) -> bool {
    fence(line).is_some_and(|it| {
        it.indent < 4 && it.mark == open.mark && it.length >= open.length && line.trim_matches(' ').len() == it.length
    })
}

/// Whether the line makes the paragraph above it a heading.
fn is_underline(words: &str) -> bool {
    let mark = if words.starts_with('=') { '=' } else { '-' };
    !words.is_empty() && words.trim_start_matches(mark).is_empty()
}

fn is_rule(words: &str) -> bool {
    let Some(mark @ (b'*' | b'-' | b'_')) = words.bytes().next() else { return false };
    let mut marks = 0;
    words.bytes().all(|byte| {
        marks += usize::from(byte == mark);
        byte == mark || byte == b' '
    }) && marks >= 3
}

fn bullet(line: &str) -> Option<Bullet> {
    let start = indent(line);
    let words = &line.as_bytes()[start..];
    let digits = words.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    let mark = *words.get(digits)?;
    let number = match (digits, mark) {
        (0, b'-' | b'*' | b'+') => None,
        (1..=9, b'.' | b')') => Some(words[..digits].iter().fold(0, |sum, byte| sum * 10 + u64::from(byte - b'0'))),
        _ => return None,
    };
    let end = start + digits + 1;
    let spaces = indent(&line[end..]);
    let is_empty = end + spaces == line.len();
    let gap = if is_empty || spaces > 4 { 1 } else { spaces };
    (is_empty || spaces > 0).then_some(Bullet { mark, number, width: end + gap, is_empty })
}

impl Bullet {
    /// Whether a list may follow a paragraph without an empty line.
    fn interrupts(&self) -> bool {
        !self.is_empty && self.number.is_none_or(|number| number == 1)
    }
}
