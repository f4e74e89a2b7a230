//! What CommonMark reads, as our nodes.

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};

use crate::model::prose::{Block, Inline};

/// A node of either kind.
enum Node {
    Block(Block),
    Inline(Inline),
    Item(Vec<Block>),
}

/// The text as CommonMark reads it; `None` where it uses what the subset leaves out.
pub fn common_mark(source: &str) -> Option<Vec<Block>> {
    // Without an end, pulldown-cmark loses a last line of spaces within code.
    let source = source.to_owned() + if source.ends_with(['\n', '\r']) { "" } else { "\n" };
    let parser = Parser::new_ext(&source, Options::empty());
    // A kept line end before a bracket is one, and space parts titles from addresses, but not for pulldown-cmark.
    let is_quirk = source.split("\\\n").skip(1).any(|line| line.trim_start().starts_with(']'))
        || [">\"", ">'", ">("].iter().any(|quirk| source.contains(quirk));
    if is_quirk || parser.reference_definitions().iter().next().is_some() {
        return None;
    }
    let mut open: Vec<(Option<Tag>, Vec<Node>)> = vec![(None, Vec::new())];
    for event in parser {
        let node = match event {
            Event::Start(tag) => {
                open.push((Some(tag), Vec::new()));
                continue;
            }
            Event::End(_) => {
                let (tag, children) = open.pop()?;
                match element(tag?, children)? {
                    Ok(node) => node,
                    Err(flat) => {
                        open.last_mut()?.1.extend(flat);
                        continue;
                    }
                }
            }
            Event::Text(words) => Node::Inline(Inline::Text(words.into_string())),
            // pulldown-cmark keeps the indentation of lines that are within code.
            Event::Code(words)
                if source.trim_end().contains('\n') && (words.contains("  ") || *words != *words.trim()) =>
            {
                return None;
            }
            Event::Code(words) => Node::Inline(Inline::Code(words.into_string())),
            Event::SoftBreak => Node::Inline(Inline::Text(" ".into())),
            Event::HardBreak => Node::Inline(Inline::Break),
            Event::Rule => Node::Block(Block::Rule),
            _ => return None,
        };
        open.last_mut()?.1.push(node);
    }
    Some(blocks(open.pop()?.1))
}

fn element(tag: Tag, children: Vec<Node>) -> Option<Result<Node, Vec<Node>>> {
    Some(Ok(match tag {
        Tag::Paragraph => Node::Block(Block::Paragraph(inlines(children))),
        Tag::Heading { .. } => Node::Block(Block::Heading(inlines(children))),
        Tag::BlockQuote(_) => Node::Block(Block::Quote(blocks(children))),
        Tag::CodeBlock(CodeBlockKind::Fenced(_)) => {
            let mut text = plain(&inlines(children));
            text.truncate(text.strip_suffix('\n').map_or(text.len(), str::len));
            Node::Block(Block::Code(text))
        }
        Tag::List(ordered) => {
            let items = children.into_iter().filter_map(|it| if let Node::Item(it) = it { Some(it) } else { None });
            Node::Block(Block::List { ordered, items: items.collect() })
        }
        Tag::Item => Node::Item(blocks(children)),
        Tag::Emphasis => Node::Inline(Inline::Emphasis(inlines(children))),
        Tag::Strong => Node::Inline(Inline::Strong(inlines(children))),
        Tag::Link { link_type: LinkType::Inline | LinkType::Autolink, dest_url, .. } => {
            Node::Inline(Inline::Link { address: dest_url.into_string(), children: inlines(children) })
        }
        Tag::Image { link_type: LinkType::Inline, .. } => {
            return Some(Err(vec![Node::Inline(Inline::Text(plain(&inlines(children))))]));
        }
        _ => return None,
    }))
}

/// Blocks; words that stand in an item directly are a paragraph.
fn blocks(nodes: Vec<Node>) -> Vec<Block> {
    let mut out = Vec::new();
    let mut words = Vec::new();
    for node in nodes {
        match node {
            Node::Block(block) => {
                if !words.is_empty() {
                    out.push(Block::Paragraph(inlines(std::mem::take(&mut words))));
                }
                out.push(block);
            }
            node => words.push(node),
        }
    }
    if !words.is_empty() {
        out.push(Block::Paragraph(inlines(words)));
    }
    out
}

/// Inlines, texts side by side joined.
fn inlines(nodes: Vec<Node>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for node in nodes {
        match (out.last_mut(), node) {
            (Some(Inline::Text(before)), Node::Inline(Inline::Text(words))) => before.push_str(&words),
            (_, Node::Inline(Inline::Text(words))) if words.is_empty() => {}
            (_, Node::Inline(node)) => out.push(node),
            _ => {}
        }
    }
    out
}

fn plain(nodes: &[Inline]) -> String {
    nodes
        .iter()
        .map(|node| match node {
            Inline::Text(words) | Inline::Code(words) => words.clone(),
            Inline::Emphasis(children) | Inline::Strong(children) | Inline::Link { children, .. } => plain(children),
            Inline::Break => " ".into(),
            // CommonMark knows neither.
            Inline::Value { written, .. } => written.clone(),
            Inline::Term { words, .. } => words.clone(),
        })
        .collect()
}
