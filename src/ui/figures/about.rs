//! The card of the data set: whose it is, how it was made, what is missing, where sources disagree, and what the page does with
//! its reader's data.

use yew::prelude::*;

use super::{
    frame,
    save::{What, files},
};
use crate::{
    load::link::safe_link,
    model::{Correction, Dispute, Figure, GlossaryEntry, Item},
    query::Found,
    ui::{
        detail::{claims, mended},
        link::item_link,
        news::news,
        quantity::date_words,
        store::Store,
        text::{markdown, text},
    },
};

/// The card of the data set.
pub fn about(store: &Store, figure: &Item<Figure>) -> Html {
    let briefing = store.briefing();
    let card = &briefing.card;
    let line = |key: &str, value: Option<Html>| {
        value.map(|value| html! { <div><dt>{store.t(key)}</dt><dd>{value}</dd></div> }).unwrap_or_default()
    };
    let contact = card.contact.as_deref().and_then(safe_link).map(|url| {
        html! { <a href={url.clone()} rel="noopener noreferrer">{url.trim_start_matches("mailto:").to_owned()}</a> }
    });
    let report = if contact.is_some() { "about-report-contact" } else { "about-report-publisher" };
    let content = html! { <>
        { for card.summary.as_ref().map(|summary| markdown(store, summary)) }
        <dl class="facts">
            {line("card-publisher", card.publisher.as_ref().map(|it| text(store, it)))}
            {line("card-edition", card.edition.as_ref().map(|it| text(store, it)))}
            {line("card-current-to", card.as_of.as_ref().map(|day| html! { {date_words(store, day)} }))}
            {line("card-licence", card.licence.as_ref().map(|it| text(store, it)))}
            {line("card-contact", contact)}
        </dl>
        <section><h3>{store.t("about-holds")}</h3>{numbers(store)}</section>
        { for card.method.as_ref().map(|method| html! { <section><h3>{store.t("card-method")}</h3>{markdown(store, method)}</section> }) }
        if !briefing.disputes.is_empty() {
            <section>
                <div class="toolbar">
                    <h3>{store.tf("about-disputes", &[("count", briefing.disputes.len().into())])}</h3>
                    <div class="tools">{files(store, &What::List(figure.meta.id.clone()))}</div>
                </div>
                { for briefing.disputes.iter().map(|one| dispute(store, one)) }
            </section>
        }
        if !briefing.corrections.is_empty() {
            <section><h3>{store.t("about-corrections")}</h3><ul class="items">{ for briefing.corrections.iter().map(|one| correction(store, one)) }</ul></section>
        }
        if !briefing.glossary.is_empty() {
            <section><h3>{store.t("about-glossary")}</h3><dl class="facts">{ for briefing.glossary.iter().map(|one| term(store, one)) }</dl></section>
        }
        {news(store)}
        <section><h3>{store.t("about-report")}</h3><p>{store.t(report)}</p></section>
        <section><h3>{store.t("about-privacy")}</h3><p>{store.t("privacy")}</p></section>
        <section><h3>{store.t("about-rounding")}</h3><p>{store.t("rounding")}</p></section>
        <section><h3>{store.t("about-accessibility")}</h3><p>{store.t("about-accessibility-text")}</p></section>
    </> };
    frame(store, figure, (briefing.disputes.len(), briefing.disputes.len()), "about", content)
}

/// How much of each part there is.
fn numbers(store: &Store) -> Html {
    let briefing = store.briefing();
    let observations: usize = briefing.series.iter().map(|one| one.observations.len()).sum();
    let parts = [
        ("events", briefing.events.len()),
        ("instruments", briefing.instruments.len()),
        ("meetings", briefing.meetings.len()),
        ("about-values", observations),
        ("targets", briefing.targets.len()),
        ("actors", briefing.actors.len()),
        ("sources", briefing.sources.len()),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    html! { <ul class="tally">{ for parts.map(|(key, count)| html! { <li>{store.t(key)}{" "}<strong>{count}</strong></li> }) }</ul> }
}

fn dispute(store: &Store, one: &Item<Dispute>) -> Html {
    html! {
        <details class="dispute" data-key={one.meta.id.to_string()}>
            <summary>{ for one.on.iter().enumerate().map(|(at, id)| html! { <>if at > 0 { {" · "} }{named(store, id)}</> }) }</summary>
            <ul class="items">{ for one.on.iter().map(|id| html! { <li>{item_link(store, id)}</li> }) }</ul>
            {claims(store, one)}
            { for one.meta.note.as_ref().map(|note| html! { <p class="muted">{text(store, note)}</p> }) }
        </details>
    }
}

fn named(store: &Store, id: &str) -> Html {
    match store.find(id) {
        Some(found) => match found.title() {
            Some(title) if !matches!(found, Found::Dispute(_)) && !title.versions().is_empty() => text(store, title),
            _ => html! { {store.name(found)} },
        },
        None => html! { <code>{id.to_owned()}</code> },
    }
}

fn correction(store: &Store, one: &Item<Correction>) -> Html {
    let on = one.on.as_ref().map(|on| html! { <>{item_link(store, on)}{" · "}</> });
    html! { <li data-key={one.meta.id.to_string()}>{ for on }{mended(store, one)}</li> }
}

fn term(store: &Store, one: &Item<GlossaryEntry>) -> Html {
    html! {
        <div data-key={one.meta.id.to_string()}>
            <dt>{text(store, &one.term)}{ for one.native.as_ref().map(|native| html! { <>{" "}{text(store, native)}</> }) }</dt>
            <dd>{ for one.meaning.as_ref().map(|meaning| text(store, meaning)) }</dd>
        </div>
    }
}
