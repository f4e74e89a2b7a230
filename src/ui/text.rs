//! Texts of the briefing as nodes: tagged with their language where it is not the page's.

use yew::prelude::*;

use super::store::Store;
use crate::{
    load::link::safe_link,
    model::{
        Text,
        prose::{Block, Inline, prose},
    },
};

/// A plain text.
pub fn text(store: &Store, text: &Text) -> Html {
    match store.best(text) {
        (words, None) => html! { {words.to_owned()} },
        (words, Some(lang)) => html! { <span lang={lang.to_owned()}>{words.to_owned()}</span> },
    }
}

/// The versions of a text in other languages than the one shown, each tagged and in an element of its own; empty where there
/// is none.
pub fn originals(store: &Store, text: &Text, element: &'static str) -> Html {
    let (shown, _) = store.best(text);
    let first = store.briefing().card.first_language();
    let others = text.versions().iter().filter(|version| &*version.text != shown);
    html! { <>{ for others.map(|version| {
        let lang = if version.lang.is_empty() { first } else { &version.lang };
        html! { <>{" "}<@{element} class="original" lang={lang.to_owned()}>{version.text.to_string()}</@></> }
    }) }</> }
}

/// A text in the Markdown subset (see [`crate::model::prose`]). What else an author writes, HTML included, shows as the
/// characters it is.
pub fn markdown(store: &Store, text: &Text) -> Html {
    let (words, lang) = store.best(text);
    html! { <div class="prose" lang={lang.map(str::to_owned)}>{ for prose(words).into_iter().map(block) }</div> }
}

fn block(block: Block) -> Html {
    match block {
        Block::Paragraph(children) => html! { <p>{inlines(children)}</p> },
        // Pages have their own title, so headings of authors begin below it.
        Block::Heading(children) => html! { <h3>{inlines(children)}</h3> },
        Block::List { ordered, items } => {
            let items = items.into_iter().map(item);
            match ordered {
                Some(start) => html! { <ol start={start.to_string()}>{ for items }</ol> },
                None => html! { <ul>{ for items }</ul> },
            }
        }
        Block::Quote(children) => html! { <blockquote>{ for children.into_iter().map(self::block) }</blockquote> },
        Block::Code(words) => html! { <pre>{words}</pre> },
        Block::Rule => html! { <hr /> },
    }
}

/// An item; its only paragraph stands without a box of its own.
fn item(blocks: Vec<Block>) -> Html {
    let is_short = blocks.iter().filter(|block| matches!(block, Block::Paragraph(_))).count() == 1;
    let children = blocks.into_iter().map(|part| match part {
        Block::Paragraph(children) if is_short => inlines(children),
        part => block(part),
    });
    html! { <li>{ for children }</li> }
}

fn inlines(nodes: Vec<Inline>) -> Html {
    nodes.into_iter().map(inline).collect()
}

fn inline(node: Inline) -> Html {
    match node {
        Inline::Text(words) => html! { {words} },
        Inline::Emphasis(children) => html! { <em>{inlines(children)}</em> },
        Inline::Strong(children) => html! { <strong>{inlines(children)}</strong> },
        Inline::Code(words) => html! { <code>{words}</code> },
        Inline::Link { address, children } => match safe_link(&address) {
            Some(url) => html! { <a href={url} target="_blank" rel="noopener noreferrer">{inlines(children)}</a> },
            None => inlines(children),
        },
        Inline::Break => html! { <br /> },
    }
}
