//! The frame of the page: header with pages and settings, notices, the page itself, the opened item, footer.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    controls::{LanguageControl, PrintControl, ShareControl, ThemeControl},
    detail::Detail,
    link::Go,
    notices::Notices,
    page::Page,
    quantity::date_words,
    store::use_store,
    text::text,
};
use crate::{
    model::Id,
    state::{Action, LinkNote},
};

/// What stands around the page.
#[derive(Properties, PartialEq)]
pub struct ShellProps {
    /// Parts of the link that were not used.
    pub notes: Rc<Vec<LinkNote>>,
    /// The latest announcement.
    pub status: String,
}

/// The frame of the page.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    let store = use_store();
    let card = &store.briefing().card;
    let open = store.state.select.as_ref().is_some_and(|id| store.find(id).is_some());
    let layout = classes!("layout", open.then_some("with-detail"));
    html! { <>
        if !store.state.embed {
            <a class="skip" href="#content">{store.t("skip")}</a>
            <header class="site-header">
                <p class="brand"><Go action={Action::Open(Id::from("overview"))}>{text(&store, &card.title)}</Go></p>
                <div class="settings">
                    <LanguageControl /><ThemeControl /><ShareControl /><PrintControl />
                </div>
            </header>
        }
        <nav class="pages" aria-label={store.t("pages")}>
            <ul>{ for store.briefing().views.iter().map(|view| {
                let current = (*view.meta.id == *store.state.view()).then_some("page");
                html! { <li><Go action={Action::Open(view.meta.id.clone())} {current}>{super::page::view_title(&store, view)}</Go></li> }
            }) }</ul>
        </nav>
        <Notices link={(*props.notes).clone()} />
        <div class={layout}>
            <main id="content" tabindex="-1"><Page /></main>
            if open { <Detail /> }
        </div>
        <p role="status" class="visually-hidden">{props.status.clone()}</p>
        if !store.state.embed {
            <footer class="site-footer">
                <p>
                    { for card.publisher.as_ref().map(|publisher| html! { <>{text(&store, publisher)}{" · "}</> }) }
                    { for card.licence.as_ref().map(|licence| html! { <>{text(&store, licence)}{" · "}</> }) }
                    { for card.edition.as_ref().map(|edition| html! { <>{store.t("edition")}{" "}{text(&store, edition)}{" · "}</> }) }
                    { for card.as_of.as_ref().map(|day| html! { {store.tf("current-to", &[("date", date_words(&store, day).into())])} }) }
                </p>
                <p class="muted">{store.t("privacy")}</p>
            </footer>
        }
    </> }
}
