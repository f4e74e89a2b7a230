//! Long texts as nodes, never as HTML: the Markdown subset of the data format.
//!
//! The reader is our own because the format promises a subset only, and a full CommonMark parser with its tables of
//! entities and letters takes a fifth of the page's budget.
//!
//! The subset: paragraphs, headings (`#` to `######`, or underlined), bullet and ordered lists nested by indentation,
//! quotes (`>`), fenced code and rules (`---`); in them `*emphasis*`, `_emphasis_`, `**strong**`, `` `code` ``,
//! `[links](https://example.org "title dropped")`, `<https://example.org>`, line breaks (two spaces or a backslash at
//! the end of a line) and backslash escapes. An image shows its description. `{{value:id}}` stands for the number or date of
//! an item (see [`super::live`]), but in code.
//!
//! What CommonMark defines and this names is read the same, but for these:
//!
//! - Raw HTML, entities (`&amp;`), mail addresses in angle brackets and `[label]: address` lines are text, as written.
//! - Indentation alone makes no code: such lines are paragraphs.
//! - Next to Chinese, Japanese and Korean characters, `*` needs no space: `**《办法》**第三条` is strong.
//! - A tab is as many spaces as reach the next multiple of four, within code too.
//! - [`DEEPEST`] blocks nest, and as many marks within a line; deeper ones stay text. No more than [`LONGEST_TICKS`]
//!   backticks enclose code within a line.

mod blocks;
mod emphasis;
mod inlines;
mod links;
mod nodes;
#[cfg(test)]
mod tests;

/// How deep blocks nest, and marks within a line.
pub const DEEPEST: usize = 16;

/// The most backticks that enclose code within a line.
pub const LONGEST_TICKS: usize = 32;

/// A part of a text that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph; not empty.
    Paragraph(Vec<Inline>),
    /// A heading of any level; may be empty.
    Heading(Vec<Inline>),
    /// A list.
    List {
        /// The first number of an ordered list; `None` for bullets.
        ordered: Option<u64>,
        /// What each item holds; may be empty.
        items: Vec<Vec<Block>>,
    },
    /// A quote.
    Quote(Vec<Block>),
    /// Lines of code, without the end of the last line.
    Code(String),
    /// A thematic break.
    Rule,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words as shown; two of these never stand side by side.
    Text(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Code within a line.
    Code(String),
    /// A link. The address is as written: whether it may be linked is for who shows it.
    Link {
        /// The address, escapes resolved; may be empty.
        address: String,
        /// What is linked.
        children: Vec<Inline>,
    },
    /// The number or date of an item.
    Value {
        /// The id of the item; whatever stands there.
        id: String,
        /// The reference as written, for where there is no such item or value.
        written: String,
        /// Whether it is within a link, so that it cannot be one.
        is_linked: bool,
    },
    /// A term of the glossary. Reading a text makes none: they are found in what was read.
    Term {
        /// Its place in the glossary.
        entry: usize,
        /// The words as they stand in the text.
        words: String,
    },
    /// The line ends here.
    Break,
}

/// Reads a text. Any text can be read, in time linear in its length.
///
/// ```
/// use annals::model::prose::{Block, Inline, prose};
/// let text = |words: &str| Inline::Text(words.into());
/// let read = prose("Took *effect*\n\n---");
/// assert_eq!(read, [Block::Paragraph(vec![text("Took "), Inline::Emphasis(vec![text("effect")])]), Block::Rule]);
/// assert_eq!(prose("<b>"), [Block::Paragraph(vec![text("<b>")])]);
/// ```
pub fn prose(source: &str) -> Vec<Block> {
    blocks::read(source)
}

/// A text without its marks: the words of its blocks, parted by spaces.
///
/// ```
/// use annals::model::prose::plain;
/// assert_eq!(plain("# Toys\n\nare *safe*, [see](https://example.org)"), "Toys are safe, see");
/// ```
pub fn plain(source: &str) -> String {
    let mut words = String::new();
    prose(source).iter().for_each(|block| add_block(block, &mut words));
    words
}

fn add_block(block: &Block, words: &mut String) {
    if !words.is_empty() && !words.ends_with(' ') {
        words.push(' ');
    }
    match block {
        Block::Paragraph(nodes) | Block::Heading(nodes) => add_inlines(nodes, words),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| add_block(block, words)),
        Block::Quote(blocks) => blocks.iter().for_each(|block| add_block(block, words)),
        Block::Code(code) => words.push_str(code),
        Block::Rule => {}
    }
}

/// The words of parts of a line, without marks.
pub fn words_of(nodes: &[Inline]) -> String {
    let mut words = String::new();
    add_inlines(nodes, &mut words);
    words
}

fn add_inlines(nodes: &[Inline], words: &mut String) {
    for node in nodes {
        match node {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Value { written, .. } => words.push_str(written),
            Inline::Term { words: term, .. } => words.push_str(term),
            Inline::Emphasis(children) | Inline::Strong(children) | Inline::Link { children, .. } => {
                add_inlines(children, words);
            }
            Inline::Break => words.push(' '),
        }
    }
}
