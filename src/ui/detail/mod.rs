//! The opened item: what it says, what it rests on, what it follows and what follows it.

mod bodies;
mod cite;
mod corrections;
mod lineage;
mod source;

use yew::prelude::*;

pub use bodies::claims;
pub use corrections::mended;
pub use source::outward;

use super::{
    figures::{calendar_button, figure_title},
    link::{go, item_link, visit},
    page::view_title,
    quantity::{citations, standing_of},
    store::{Step, Store},
    take::{CiteAs, Cited, collect},
    text::{originals, text},
};
use crate::{
    model::{Dispute, Id, Item, Relation},
    query::{Found, appearances},
    state::Action,
};

/// The panel of the opened item.
pub fn detail(store: &Store, found: Found) -> Html {
    let close = store.dispatch.reform(|()| (Action::Close, Step::Push));
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |press: KeyboardEvent| {
            if press.key() == "Escape" {
                press.stop_propagation();
                close.emit(());
            }
        })
    };
    let meta = found.meta();
    let title = match found.title() {
        Some(title) if !title.versions().is_empty() => text(store, title),
        _ => html! { {store.name(found)} },
    };
    html! {
        <aside data-region="detail" class="detail" aria-labelledby="detail-title" data-key={meta.id.to_string()} {onkeydown}>
            <div class="detail-head">
                <p class="kicker">{store.context().sort(found)}</p>
                <button data-control="detail-close" onclick={close.reform(|_| ())} aria-label={store.t("close")}>{"×"}</button>
            </div>
            <h2 id="detail-title" tabindex="-1">{title}</h2>
            { for found.title().map(|title| originals(store, title, "p")) }
            {bodies::body(store, found)}
            { for meta.note.as_ref().map(|note| html! {
                <section><h3>{store.t("note")}</h3><p>{text(store, note)}</p></section>
            }) }
            {disputes(store, &meta.id)}
            {corrections::corrections(store, &meta.id)}
            if !matches!(found, Found::Source(_) | Found::View(_) | Found::Figure(_) | Found::Track(_)) {
                <section>
                    <h3>{store.t("sources")}{" "}{standing_of(store, meta)}</h3>
                    {citations(store, found.sources())}
                </section>
            }
            if !matches!(found, Found::View(_) | Found::Figure(_) | Found::Track(_)) {
                <div class="tools">
                    {calendar(store, found)}
                    <cite::Cite id={meta.id.clone()} store={store.clone()} key={meta.id.to_string()} />
                    {collect(store, &meta.id)}
                    <CiteAs what={Cited::Item(meta.id.clone())} store={store.clone()} key={format!("as {}", meta.id)} />
                </div>
            }
            {shown_on(store, found)}
            { for meta.recorded_on.as_ref().map(|day| html! {
                <p class="muted">{store.tf("recorded-on", &[("date", super::quantity::date_words(store, day).into())])}</p>
            }) }
        </aside>
    }
}

/// A calendar file, of what has a day.
fn calendar(store: &Store, found: Found) -> Html {
    let is_dated = matches!(
        found,
        Found::Event(_) | Found::Meeting(_) | Found::Stage(..) | Found::Target(_) | Found::Instrument(_)
    );
    if is_dated {
        calendar_button(store, &found.meta().id)
    } else {
        html! {}
    }
}

/// A section with links to items; nothing without any.
fn item_list<'a>(store: &Store, key: &str, ids: impl IntoIterator<Item = &'a Id>) -> Html {
    let links: Vec<Html> = ids.into_iter().map(|id| html! { <li>{item_link(store, id)}</li> }).collect();
    if links.is_empty() {
        return html! {};
    }
    html! { <section><h3>{store.t(key)}</h3><ul class="items">{ for links }</ul></section> }
}

/// What an item follows, and what follows it.
fn ties(store: &Store, id: &Id, relations: &[Relation]) -> Html {
    let entry = |kind: &str, id: &Id, direction: &str, relation: Option<&Relation>| {
        html! {
            <li><span class="relation">{store.t(&format!("{direction}-{kind}"))}</span>{" "}{item_link(store, id)}{dated(store, id)}
                { for relation.map(|relation| stated(store, relation)) }</li>
        }
    };
    let followers = store.data.index.followers(id);
    html! { <>
        if !relations.is_empty() {
            <section><h3>{store.t("follows")}</h3>
                <ul class="items">{ for relations.iter().map(|one| entry(&one.kind, &one.to, "relation", Some(one))) }</ul></section>
        }
        if !followers.is_empty() {
            <section><h3>{store.t("followed-by")}</h3>
                <ul class="items">{ for followers.iter().map(|one| entry(&one.kind, &one.from, "inverse", None)) }</ul></section>
        }
    </> }
}

/// The note on a relation and where it is stated, where that is given.
fn stated(store: &Store, relation: &Relation) -> Html {
    html! { <>
        { for relation.note.as_ref().map(|note| html! { <span class="muted">{" · "}{text(store, note)}</span> }) }
        if !relation.sources.is_empty() {
            <details class="more"><summary>{store.tf("sources-count", &[("count", relation.sources.len().into())])}</summary>
                {citations(store, &relation.sources)}</details>
        }
    </> }
}

/// The date of an item beside its name, where it has one.
fn dated(store: &Store, id: &Id) -> Html {
    let date = store.find(id).and_then(Found::date);
    date.map(|date| html! { <span class="muted">{" · "}{super::quantity::date_words(store, &date.value)}</span> })
        .unwrap_or_default()
}

/// Where else the item can be seen: on the timeline, and in the figures of other pages.
fn shown_on(store: &Store, found: Found) -> Html {
    let id = &found.meta().id;
    let at = matches!(found, Found::Event(_) | Found::Meeting(_)).then(|| found.date()).flatten();
    let visit = at.filter(|_| store.state.view() != "timeline").and_then(|date| visit(date.value.as_str()));
    let pages = appearances(store.briefing(), id);
    if visit.is_none() && pages.is_empty() {
        return html! {};
    }
    html! {
        <section><h3>{store.t("shown-on")}</h3><ul class="items">
            { for visit.map(|visit| html! { <li>{go(store, visit, html! { {store.t("view-timeline")} })}</li> }) }
            { for pages.into_iter().map(|(view, figure)| html! {
                <li>{go(store, Action::Open(view.meta.id.clone()), view_title(store, view))}
                    <span class="muted">{" · "}{figure_title(store, figure)}</span></li>
            }) }
        </ul></section>
    }
}

/// Where sources disagree on an item.
fn disputes(store: &Store, id: &Id) -> Html {
    let of = |id: &Id| match store.find(id) {
        Some(Found::Dispute(dispute)) => Some(dispute),
        _ => None,
    };
    let found: Vec<&Item<Dispute>> = store.data.index.concerning(id).iter().filter_map(of).collect();
    found
        .into_iter()
        .map(|dispute| {
            html! {
                <section class="dispute" data-key={dispute.meta.id.to_string()}>
                    <h3>{store.t("sort-dispute")}</h3>
                    {bodies::claims(store, dispute)}
                    { for dispute.meta.note.as_ref().map(|note| html! { <p class="muted">{text(store, note)}</p> }) }
                </section>
            }
        })
        .collect()
}
