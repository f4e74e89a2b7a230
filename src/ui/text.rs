//! Texts of the briefing as nodes: tagged with their language where it is not the page's.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use yew::{prelude::*, virtual_dom::VNode};

use super::store::Store;
use crate::{load::link::safe_link, model::Text};

/// A plain text.
pub fn text(store: &Store, text: &Text) -> Html {
    match store.best(text) {
        (words, None) => html! { {words.to_owned()} },
        (words, Some(lang)) => html! { <span lang={lang.to_owned()}>{words.to_owned()}</span> },
    }
}

/// The versions of a text in other languages than the one shown, each tagged; empty where there is none.
pub fn other_versions(store: &Store, text: &Text) -> Html {
    let (shown, _) = store.best(text);
    let first = store.briefing().card.first_language();
    text.versions()
        .iter()
        .filter(|version| &*version.text != shown)
        .map(|version| {
            let lang = if version.lang.is_empty() { first } else { &version.lang };
            html! { <p class="original" lang={lang.to_owned()}>{version.text.to_string()}</p> }
        })
        .collect()
}

/// A text in the Markdown subset: paragraphs, lists, emphasis, code, quotes, headings, links. What else an author
/// writes, HTML included, shows as the characters it is.
pub fn markdown(store: &Store, text: &Text) -> Html {
    let (words, lang) = store.best(text);
    html! { <div class="prose" lang={lang.map(str::to_owned)}>{nodes(words)}</div> }
}

/// An open element and what it holds so far.
struct Open {
    tag: Option<Tag<'static>>,
    children: Vec<VNode>,
}

fn nodes(source: &str) -> Html {
    let mut open = vec![Open { tag: None, children: Vec::new() }];
    for event in Parser::new_ext(source, Options::empty()) {
        let leaf: Html = match event {
            Event::Start(tag) => {
                open.push(Open { tag: Some(tag.into_static()), children: Vec::new() });
                continue;
            }
            Event::End(TagEnd::Image) | Event::End(_) => {
                let Some(Open { tag: Some(tag), children }) = open.pop() else { break };
                element(tag, children)
            }
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => html! { {words.to_string()} },
            Event::Code(words) => html! { <code>{words.to_string()}</code> },
            Event::SoftBreak => html! { {" "} },
            Event::HardBreak => html! { <br /> },
            Event::Rule => html! { <hr /> },
            _ => continue,
        };
        if let Some(parent) = open.last_mut() {
            parent.children.push(leaf);
        }
    }
    open.into_iter().next().map(|root| root.children.into_iter().collect()).unwrap_or_default()
}

fn element(tag: Tag, children: Vec<VNode>) -> Html {
    let children: Html = children.into_iter().collect();
    match tag {
        Tag::Paragraph => html! { <p>{children}</p> },
        // Pages have their own title, so headings of authors begin below it.
        Tag::Heading { .. } => html! { <h3>{children}</h3> },
        Tag::BlockQuote(_) => html! { <blockquote>{children}</blockquote> },
        Tag::CodeBlock(_) => html! { <pre>{children}</pre> },
        Tag::List(Some(start)) => html! { <ol start={start.to_string()}>{children}</ol> },
        Tag::List(None) => html! { <ul>{children}</ul> },
        Tag::Item => html! { <li>{children}</li> },
        Tag::Emphasis => html! { <em>{children}</em> },
        Tag::Strong => html! { <strong>{children}</strong> },
        Tag::Link { dest_url, .. } => match safe_link(&dest_url) {
            Some(url) => html! { <a href={url} target="_blank" rel="noopener noreferrer">{children}</a> },
            None => children,
        },
        _ => children,
    }
}
