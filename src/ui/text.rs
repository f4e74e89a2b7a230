//! Texts of the briefing as nodes: tagged with their language where it is not the page's.

use yew::prelude::*;

use super::{deferred::Deferred, link::open, store::Store};
use crate::{
    load::link::safe_link,
    model::{
        Text,
        prose::{Block, Inline, prose},
    },
    query::{LATER, live_value},
};

/// A plain text.
pub fn text(store: &Store, text: &Text) -> Html {
    match store.best(text) {
        (words, None) => html! { {words.into_owned()} },
        (words, Some(lang)) => html! { <span lang={lang.to_owned()}>{words.into_owned()}</span> },
    }
}

/// The versions of a text in other languages than the one shown, each tagged and in an element of its own; empty where there
/// is none.
pub fn originals(store: &Store, text: &Text, element: &'static str) -> Html {
    let context = store.context();
    let (shown, _) = context.written(text);
    let first = store.briefing().card.first_language();
    let others = text.versions().iter().filter(|version| &*version.text != shown);
    html! { <>{ for others.map(|version| {
        let lang = if version.lang.is_empty() { first } else { &version.lang };
        html! { <>{" "}<@{element} class="original" lang={lang.to_owned()}>{context.live(&version.text).into_owned()}</@></> }
    }) }</> }
}

/// A text in the Markdown subset (see [`crate::model::prose`]). What else an author writes, HTML included, shows as the
/// characters it is. References to values become links to their items; terms of the glossary open in place once the code for
/// that is there.
pub fn markdown(store: &Store, text: &Text) -> Html {
    let context = store.context();
    let (words, lang) = context.written(text);
    let mut blocks = prose(words);
    if let Deferred::Here(parts) = store.deferred {
        blocks = (parts.find_terms)(store, blocks);
    }
    html! { <div class="prose" lang={lang.map(str::to_owned)}>{ for blocks.into_iter().map(|one| block(store, one)) }</div> }
}

fn block(store: &Store, block: Block) -> Html {
    match block {
        Block::Paragraph(children) => html! { <p>{inlines(store, children)}</p> },
        // Pages have their own title, so headings of authors begin below it.
        Block::Heading(children) => html! { <h3>{inlines(store, children)}</h3> },
        Block::List { ordered, items } => {
            let items = items.into_iter().map(|one| item(store, one));
            match ordered {
                Some(start) => html! { <ol start={start.to_string()}>{ for items }</ol> },
                None => html! { <ul>{ for items }</ul> },
            }
        }
        Block::Quote(children) => {
            html! { <blockquote>{ for children.into_iter().map(|one| self::block(store, one)) }</blockquote> }
        }
        Block::Code(words) => html! { <pre>{words}</pre> },
        Block::Rule => html! { <hr /> },
    }
}

/// An item; its only paragraph stands without a box of its own.
fn item(store: &Store, blocks: Vec<Block>) -> Html {
    let is_short = blocks.iter().filter(|block| matches!(block, Block::Paragraph(_))).count() == 1;
    let children = blocks.into_iter().map(|part| match part {
        Block::Paragraph(children) if is_short => inlines(store, children),
        part => block(store, part),
    });
    html! { <li>{ for children }</li> }
}

fn inlines(store: &Store, nodes: Vec<Inline>) -> Html {
    nodes.into_iter().map(|node| inline(store, node)).collect()
}

fn inline(store: &Store, node: Inline) -> Html {
    match node {
        Inline::Text(words) => html! { {words} },
        Inline::Emphasis(children) => html! { <em>{inlines(store, children)}</em> },
        Inline::Strong(children) => html! { <strong>{inlines(store, children)}</strong> },
        Inline::Code(words) => html! { <code>{words}</code> },
        Inline::Link { address, children } => match safe_link(&address) {
            Some(url) => {
                html! { <a href={url} target="_blank" rel="noopener noreferrer">{inlines(store, children)}</a> }
            }
            None => inlines(store, children),
        },
        Inline::Value { id, written, is_linked } => value(store, &id, written, is_linked),
        Inline::Term { entry, words } => match store.deferred {
            Deferred::Here(parts) => (parts.term)(store, entry, words),
            _ => html! { {words} },
        },
        Inline::Break => html! { <br /> },
    }
}

/// A number or date as a link to its item; as written where there is none.
fn value(store: &Store, id: &str, written: String, is_linked: bool) -> Html {
    match live_value(id, store.briefing(), &store.data.index, &store.words) {
        Some((_, shown)) if is_linked => html! { {shown} },
        Some((found, shown)) => open(store, &found.meta().id, Some("live"), html! { {shown} }),
        None if store.context().looks_back() => html! { {LATER} },
        None => html! { {written} },
    }
}
