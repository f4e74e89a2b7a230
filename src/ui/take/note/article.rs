//! A note as the page shows and prints it.

use yew::prelude::*;

use crate::{
    figure::note::{Address, Entry, Note, Phrase, Reference, Statement},
    ui::store::Store,
    web,
};

/// The note.
pub fn article(store: &Store, note: &Note) -> Html {
    html! {
        <article class="note" aria-labelledby="note-title">
            <h2 id="note-title">{note.title.clone()}</h2>
            <ul class="note-lead">{ for note.lead.iter().map(|line| html! { <li>{line.clone()}</li> }) }</ul>
            { for note.entries.iter().map(|one| entry(store, one)) }
            {references(store, note)}
        </article>
    }
}

/// The sources of a note by their numbers; nothing where it rests on none.
pub fn references(store: &Store, note: &Note) -> Html {
    html! {
        if !note.sources.is_empty() {
            <section>
                <h3>{store.t("note-sources")}</h3>
                <ol class="note-sources">{ for note.sources.iter().enumerate().map(|(at, one)| html! {
                    <li id={place(at + 1)} tabindex="-1">{reference(store, one)}</li>
                }) }</ol>
            </section>
        }
    }
}

fn entry(store: &Store, entry: &Entry) -> Html {
    html! {
        <section class="note-entry">
            <h3 lang={entry.title.lang.clone()}>{entry.title.words.clone()}{marks(store, &entry.numbers)}</h3>
            <p class="kicker">{entry.sort.clone()}</p>
            {list(store, &entry.facts)}
            { for entry.texts.iter().map(|text| html! { <p lang={text.lang.clone()}>{text.words.clone()}</p> }) }
            if !entry.disputes.is_empty() {
                <p><strong>{store.t("note-disputes")}</strong></p>
                {list(store, &entry.disputes)}
            }
        </section>
    }
}

fn list(store: &Store, statements: &[Statement]) -> Html {
    let gap = store.tf("labelled", &[("label", "".into()), ("words", "".into())]);
    let one = |Statement { label, said, numbers }: &Statement| {
        html! {
            <li>
                { for label.as_ref().map(|label| html! { <>{label.clone()}{gap.clone()}</> }) }
                {phrase(said)}{marks(store, numbers)}
            </li>
        }
    };
    html! { if !statements.is_empty() { <ul>{ for statements.iter().map(one) }</ul> } }
}

fn phrase(phrase: &Phrase) -> Html {
    match &phrase.lang {
        Some(lang) => html! { <span lang={lang.clone()}>{phrase.words.clone()}</span> },
        None => html! { {phrase.words.clone()} },
    }
}

/// Where the source of a number stands.
fn place(number: usize) -> String {
    format!("note-source-{number}")
}

/// Numbers that lead to their sources.
fn marks(store: &Store, numbers: &[usize]) -> Html {
    let mark = |&number: &usize| {
        let goal = format!("#{}", place(number));
        let onclick = {
            let goal = goal.clone();
            // The address of the page stays as it is: it says what the page shows.
            move |click: MouseEvent| {
                click.prevent_default();
                web::focus(&goal, false);
            }
        };
        let name = store.tf("note-source", &[("number", number.to_string().into())]);
        html! { <>{" "}<a href={goal} {onclick} aria-label={name}>{format!("[{number}]")}</a></> }
    };
    numbers.iter().map(mark).collect()
}

fn reference(store: &Store, source: &Reference) -> Html {
    html! { <>
        {phrase(&source.title)}
        { for source.details.iter().map(|detail| html! { <>{", "}{detail.clone()}</> }) }
        { for source.quote.as_ref().map(|quote| html! { <>
            {", “"}<span lang={quote.lang.clone()}>{quote.words.clone()}</span>{"”"}
            { for quote.told.as_ref().map(|told| html! { {format!(" ({told})")} }) }
        </> }) }
        { for source.url.as_ref().map(|url| html! { <>{", "}{address(url)}</> }) }
        { for source.read.iter().map(|read| html! { <>{", "}{read.clone()}</> }) }
        { for source.archived.as_ref().map(|copy| html! { <>{", "}{store.t("archived-copy")}{" "}{address(copy)}</> }) }
    </> }
}

/// An address in full: it has to be readable on paper.
fn address(address: &Address) -> Html {
    let Address { url, is_link } = address;
    match is_link {
        true => html! {
            <a href={url.clone()} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">{url.clone()}</a>
        },
        false => html! { <code>{url.clone()}</code> },
    }
}
