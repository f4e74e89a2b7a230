//! What a search finds, the best first, with the words marked.

use std::ops::Range;

use yew::prelude::*;

use crate::{
    model::{Id, prose::plain},
    query::{Found, search::Hit},
    ui::{
        link::open,
        quantity::{date_words, disputed},
        store::Store,
    },
};

/// So many stand at once.
const FIRST: usize = 6;
/// So many stand when more are asked for.
const MOST: usize = 200;
/// Bytes of a text before the first mark, and in all.
const BEFORE: usize = 60;
const SNIPPET: usize = 200;

#[derive(Properties, PartialEq)]
pub struct ResultsProps {
    /// Page, words and state.
    pub store: Store,
}

/// What a search finds; nothing where nothing is sought.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let store = &props.store;
    let is_long = use_state_eq(|| false);
    let sought = &store.state.search;
    if sought.is_empty() {
        return html! {};
    }
    if store.seen.index.is_none() {
        return html! {
            <section class="panel" data-region="results"><p>{store.t("search-reads")}</p><progress aria-label={store.t("search-reads")} /></section>
        };
    }
    let hits: Vec<&Hit> = store.seen.hits.list().iter().filter(|hit| store.find(&hit.id).is_some()).collect();
    let shown = hits.len().min(if *is_long { MOST } else { FIRST });
    let toggle = {
        let is_long = is_long.clone();
        move |_: MouseEvent| is_long.set(!*is_long)
    };
    let total = store.seen.index.as_ref().map_or(0, |index| index.len());
    html! {
        <section class="panel" data-region="results" aria-label={store.t("search-results")}>
            <p class="figure-status">{store.tf("search-count", &[
                ("count", hits.len().into()), ("total", total.into()), ("words", sought.to_string().into())])}</p>
            if hits.is_empty() { <p class="muted">{store.t("search-none")}</p> }
            <ol class="hits">{ for hits[..shown].iter().map(|hit| entry(store, hit)) }</ol>
            if hits.len() > FIRST {
                <button aria-expanded={is_long.to_string()} onclick={toggle}>
                    { if *is_long { store.t("search-fewer") } else { store.tf("search-more", &[("count", hits.len().into())]) } }
                </button>
            }
            if hits.len() > shown && *is_long { <p class="muted">{store.tf("rows-more", &[("count", (hits.len() - shown).into())])}</p> }
        </section>
    }
}

fn entry(store: &Store, hit: &Hit) -> Html {
    let Some(found) = store.find(&hit.id) else { return html! {} };
    let context = store.context();
    let date = found.date().map(|date| date_words(store, &date.value));
    html! {
        <li key={hit.id.to_string()}>
            <span class="muted">{context.sort(found)}{ for date.map(|date| format!(" · {date}")) }</span>{" "}
            {open(store, &hit.id, None, marked(store, &name(store, found)))}{disputed(store, &hit.id)}
            {snippet(store, found, &hit.id)}
        </li>
    }
}

/// The name of an item; of a part, with what it is part of.
fn name(store: &Store, found: Found) -> String {
    let own = store.name(found);
    match found {
        Found::Stage(_, stage) => format!("{own}: {}", store.t(&format!("stage-{}", stage.stage.word()))),
        Found::Entry(..)
        | Found::Version(..)
        | Found::Agenda(..)
        | Found::Person(..)
        | Found::Organisation(..)
        | Found::Group(..) => found.whole().map_or(own.clone(), |whole| format!("{own} — {}", store.name(whole))),
        _ => own,
    }
}

/// A text with what was sought marked.
pub fn marked(store: &Store, words: &str) -> Html {
    pieces(words, 0..words.len(), &store.seen.hits.marks(words))
}

fn pieces(words: &str, within: Range<usize>, marks: &[Range<usize>]) -> Html {
    let mut parts = Vec::new();
    let mut at = within.start;
    for mark in marks.iter().filter(|mark| mark.start >= within.start && mark.end <= within.end) {
        parts.push(html! { {words[at..mark.start].to_owned()} });
        parts.push(html! { <mark>{words[mark.clone()].to_owned()}</mark> });
        at = mark.end;
    }
    parts.push(html! { {words[at..within.end].to_owned()} });
    parts.into_iter().collect()
}

/// The place in its text, its note or a quote where it was found, if that is not its name; in whatever language it stands.
fn snippet(store: &Store, found: Found, id: &Id) -> Html {
    let meta = found.meta();
    let quotes = found.sources().iter().filter_map(|citation| citation.quote.as_ref());
    let texts = found.title().into_iter().chain(found.text()).chain(&meta.note).chain(quotes);
    let shown = name(store, found);
    let first = texts.flat_map(|text| text.versions()).find_map(|version| {
        let words = plain(&version.text);
        let marks = store.seen.hits.marks(&words);
        (words != shown && !marks.is_empty()).then_some((words, marks))
    });
    let Some((words, marks)) = first else { return html! {} };
    let cut = |at: usize| (0..=at.min(words.len())).rfind(|&at| words.is_char_boundary(at)).unwrap_or(0);
    let from = cut(marks[0].start.saturating_sub(BEFORE));
    let to = cut(from + SNIPPET).max(marks[0].end);
    html! {
        <p class="muted" key={id.to_string()}>
            if from > 0 { {"…"} }{pieces(&words, from..to, &marks)}if to < words.len() { {"…"} }
        </p>
    }
}
