//! What a reader may take away from the page at hand: a citation of it, and a briefing note.

use yew::prelude::*;

use super::{
    cite::{CiteAs, Cited},
    embed::EmbedMaker,
    note::NoteMaker,
    offline::{OfflineFile, Sealed},
    paper::sources,
};
use crate::ui::store::Store;

/// The tools at the end of a page.
pub fn page_tools(store: &Store) -> Html {
    html! {
        <section class="page-tools" aria-label={store.t("page-tools")}>
            <CiteAs what={Cited::Page} store={store.clone()} key={store.state.view().to_owned()} />
            <NoteMaker store={store.clone()} />
            if !store.state.embed { <EmbedMaker store={store.clone()} /> }
            <OfflineFile store={store.clone()} />
            if store.is_printing { {sources(store)} }
        </section>
    }
}

/// In an offline file, whether it is what it was; nothing on a site.
pub fn sealed(store: &Store) -> Html {
    html! { <Sealed store={store.clone()} /> }
}
