//! The frame of the page: header with pages and settings, notices, the page itself, the opened item, footer.

use yew::prelude::*;

use super::{
    controls::{language_control, print_control, share_control, theme_control},
    deferred::has_notices,
    deferred::{Deferred, awaited, failed, is_awaited},
    explore::bar,
    link::{Look, go, go_with},
    notices::findings_count,
    page::{page, view_title},
    quantity::date_words,
    store::Store,
    text::text,
};
use crate::{
    model::Id,
    state::{Action, LinkNote},
};

/// The frame of the page. `notes`: parts of the link that were not used; `status`: the latest announcement.
/// `behind`: what the figures still show while something is typed, which comes first.
pub fn shell(store: &Store, behind: Option<&Store>, notes: &[LinkNote], status: &str) -> Html {
    let shown = behind.unwrap_or(store);
    let card = &store.briefing().card;
    let has_notices = has_notices(&store.data, &store.state, notes);
    let opened = store.state.select.as_ref().and_then(|id| store.find(id));
    let layout = if opened.is_some() { "layout with-detail" } else { "layout" };
    html! { <>
        if !store.state.embed {
            <a class="skip" href="#content">{store.t("skip")}</a>
            <header class="site-header">
                <p class="brand">{go(store, Action::Open(Id::from("overview")), text(store, &card.title))}</p>
                <div class="settings">
                    {language_control(store)}{theme_control(store)}{share_control(store)}{print_control(store)}
                </div>
            </header>
        }
        <nav class="pages" aria-label={store.t("pages")}>
            <ul>{ for store.briefing().views.iter().map(|view| {
                let current = *view.meta.id == *store.state.view();
                let look = Look { current, ..Look::default() };
                html! { <li>{go_with(store, Action::Open(view.meta.id.clone()), look, view_title(store, view))}</li> }
            }) }</ul>
        </nav>
        {bar(store)}
        <div data-region="notices" class="notices" role={has_notices.then_some("region")} aria-label={has_notices.then(|| store.t("notices"))}>
            {match store.deferred {
                Deferred::Here(parts) if has_notices => (parts.notices)(store, notes),
                Deferred::Failed => failed(store),
                _ => html! {},
            }}
        </div>
        <>{ for store.state.step.as_ref().map(|_| match store.deferred {
            Deferred::Here(parts) => (parts.story)(store),
            _ => html! { <section data-region="story">{awaited(store)}</section> },
        }) }</>
        <div class={layout}>
            <main id="content" tabindex="-1" aria-busy={behind.map(|_| "true")}>
                <>{ for store.state.compare.as_ref().map(|(a, b)| match store.deferred {
                    Deferred::Here(parts) => (parts.comparison)(store, a, b),
                    _ => html! { <section data-region="comparison">{awaited(store)}</section> },
                }) }</>
                { if let Deferred::Here(parts) = store.deferred { (parts.explore)(store) } else { html! {} } }
                { if is_awaited(store) { awaited(store) } else { page(shown) } }
                { if let Deferred::Here(parts) = store.deferred { (parts.page_tools)(shown) } else { html! {} } }
            </main>
            // A fragment: without it, main would be made anew with each opened item.
            <>{ for opened.map(|opened| match store.deferred {
                Deferred::Here(parts) => (parts.detail)(store, opened),
                _ => html! { <aside data-region="detail" class="detail">{awaited(store)}</aside> },
            }) }</>
        </div>
        <p role="status" class="visually-hidden">{status.to_owned()}</p>
        if !store.state.embed {
            <footer class="site-footer">
                <p>{footer_line(store)}</p>
                <p class="muted">{store.t("privacy")}</p>
                {findings(store)}
                { if let Deferred::Here(parts) = store.deferred { (parts.sealed)(store) } else { html! {} } }
            </footer>
        } else if let Deferred::Here(parts) = store.deferred {
            {(parts.hosted)(store)}
        }
    </> }
}

/// Publisher, terms, edition and day, set apart by dots.
pub fn footer_line(store: &Store) -> Html {
    let card = &store.briefing().card;
    let edition = card.edition.as_ref();
    let parts = [
        card.publisher.as_ref().map(|publisher| text(store, publisher)),
        card.licence.as_ref().map(|licence| text(store, licence)),
        edition.map(|edition| html! { <>{store.t("edition")}{": "}{text(store, edition)}</> }),
        card.as_of.as_ref().map(|day| html! { {store.tf("current-to", &[("date", date_words(store, day).into())])} }),
    ];
    let parts = parts.into_iter().flatten().enumerate();
    parts.map(|(at, part)| html! { <>if at > 0 { {" · "} }{part}</> }).collect()
}

/// All findings in the data, folded; nothing where there is none.
fn findings(store: &Store) -> Html {
    let count = findings_count(&store.data.report);
    if count == 0 {
        return html! {};
    }
    let list = match store.deferred {
        Deferred::Here(parts) => (parts.findings)(store),
        _ => awaited(store),
    };
    html! {
        <details class="findings"><summary>{store.tf("findings-count", &[("count", count.into())])}</summary>{list}</details>
    }
}
