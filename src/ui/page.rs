//! One page of the briefing: its title, what it answers, and its parts.

use yew::prelude::*;

use super::{
    figures::figure,
    quantity::date_words,
    store::Store,
    text::{markdown, text},
};
use crate::model::{Item, View};

/// The pages that every briefing has.
const COMMON_VIEWS: [&str; 7] = ["overview", "timeline", "documents", "deadlines", "attendance", "sources", "about"];

/// The title of a page; the pages that every briefing has are named by the interface where the author did not.
pub fn view_title(store: &Store, view: &Item<View>) -> Html {
    if view.title.versions().is_empty() {
        return html! { {store.t(&format!("view-{}", view.meta.id))} };
    }
    // An author's page title without a version in the page's language gives way for the pages that all briefings have.
    match store.best(&view.title) {
        (_, Some(_)) if COMMON_VIEWS.contains(&&*view.meta.id) => {
            html! { {store.t(&format!("view-{}", view.meta.id))} }
        }
        _ => text(store, &view.title),
    }
}

/// What a page answers; said by the interface for the pages that every briefing has, where the author does not. `None` where
/// nobody says it.
pub fn view_summary(store: &Store, view: &Item<View>) -> Option<Html> {
    match &view.summary {
        Some(summary) => Some(text(store, summary)),
        None if COMMON_VIEWS.contains(&&*view.meta.id) => {
            Some(html! { {store.t(&format!("view-summary-{}", view.meta.id))} })
        }
        None => None,
    }
}

/// The page that the view state names; the first one where there is no such page.
pub fn page(store: &Store) -> Html {
    let views = &store.briefing().views;
    let Some(view) = views.iter().find(|view| *view.meta.id == *store.state.view()).or(views.first()) else {
        return html! { <p>{store.t("no-views")}</p> };
    };
    let card = &store.briefing().card;
    let is_overview = &*view.meta.id == "overview";
    html! {
        <article class="page" data-view={view.meta.id.to_string()} key={view.meta.id.to_string()}>
            if is_overview {
                <h1>{text(store, &card.title)}</h1>
                {standfirst(store)}
            } else {
                <h1>{view_title(store, view)}</h1>
                { for view_summary(store, view).map(|summary| html! { <p class="standfirst">{summary}</p> }) }
            }
            <div data-region="figures" class="parts">
                { for view.parts.iter().map(|part| html! { <>
                    { for part.text.as_ref().map(|text| markdown(store, text)) }
                    { for part.figure.as_ref().map(|id| html! { {figure(store, id)} }) }
                </> }) }
            </div>
        </article>
    }
}

/// What the briefing is, whose, and as of when.
fn standfirst(store: &Store) -> Html {
    let card = &store.briefing().card;
    let fact = |name: &str, value: Option<Html>| {
        value.map(|value| html! { <div><dt>{store.t(name)}</dt><dd>{value}</dd></div> })
    };
    html! { <>
        { for card.summary.as_ref().map(|summary| html! { <div class="standfirst">{markdown(store, summary)}</div> }) }
        <dl class="card">
            { for fact("card-current-to", card.as_of.as_ref().map(|day| html! { {date_words(store, day)} })) }
            { for fact("card-publisher", card.publisher.as_ref().map(|publisher| text(store, publisher))) }
            { for fact("card-edition", card.edition.as_ref().map(|edition| text(store, edition))) }
            { for fact("card-licence", card.licence.as_ref().map(|licence| text(store, licence))) }
            { for fact("card-contact", card.contact.as_deref().and_then(crate::load::link::safe_link).map(|url| html! {
                <a href={url.clone()} rel="noopener noreferrer">{url.trim_start_matches("mailto:").to_owned()}</a>
            })) }
        </dl>
        { for card.method.as_ref().map(|method| html! {
            <details class="method"><summary>{store.t("card-method")}</summary>{markdown(store, method)}</details>
        }) }
    </> }
}
