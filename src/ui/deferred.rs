//! What the first view can do without: its code is a file of its own, fetched when it is first needed.

use yew::prelude::*;

use std::rc::Rc;

use super::{
    comparison, detail,
    explore::{self, Reading, Seen},
    figures::{self, Kept, What},
    glossary, hosted, notices,
    store::{Data, Store},
    story, take,
};
use crate::{
    i18n::{Language, Words, findings},
    model::{Figure, Id, Item, prose::Block},
    query::{Found, filters_in_force, search::SearchIndex},
    state::{LinkNote, ViewState},
    web::add_style,
};

/// The parts of the page in the deferred code.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The panel of the opened item.
    pub detail: fn(&Store, Found) -> Html,
    /// Two items side by side.
    pub comparison: fn(&Store, &Id, &Id) -> Html,
    /// A figure of a kind that the first view does not have.
    pub figure: fn(&Store, &Item<Figure>) -> Html,
    /// What the bar has open, what a search finds, and what is not seen.
    pub explore: fn(&Store) -> Html,
    /// What a view state sees, where that differs from what is seen.
    pub look: fn(&Seen, &ViewState, Option<Rc<SearchIndex>>) -> Option<Seen>,
    /// Reads the words of the briefing, where the state asks for that.
    pub index: fn(&Seen, &ViewState) -> Option<Reading>,
    /// What the reader should know of link, filters and data.
    pub notices: fn(&Store, &[LinkNote]) -> Html,
    /// The list of findings in the data.
    pub findings: fn(&Store) -> Html,
    /// What a finding says, and what to do about it.
    pub describe: Describe,
    /// Hands a picture or a table to the reader as a file.
    pub keep: fn(&Kept),
    /// All words of the page.
    pub words: fn(Language) -> Words,
    /// The tables of a figure.
    pub tables: fn(&Store, &Item<Figure>) -> Html,
    /// What can be taken away from the page at hand.
    pub page_tools: fn(&Store) -> Html,
    /// In an offline file, whether it is what it was.
    pub sealed: fn(&Store) -> Html,
    /// The story at the step of the view.
    pub story: fn(&Store) -> Html,
    /// Finds the terms of the glossary in a text.
    pub find_terms: fn(&Store, Vec<Block>) -> Vec<Block>,
    /// A term of the glossary, by its entry, as it stands in a text.
    pub term: fn(&Store, usize, String) -> Html,
    /// The choices for the files of something.
    pub file_options: fn(&Store, &What) -> Html,
    /// What stands below a page inside another one, and what is said to that.
    pub hosted: fn(&Store) -> Html,
}

/// From a code and its variables to two sentences.
pub type Describe = fn(Language, &str, &[(&'static str, String)]) -> (String, String);

/// How far the deferred code is.
#[derive(Clone, Copy)]
pub enum Deferred {
    /// Not needed yet.
    Unasked,
    /// On its way.
    Coming,
    /// Here.
    Here(Parts),
    /// It could not be fetched.
    Failed,
}

/// The deferred code could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

#[cfg(all(feature = "split", target_arch = "wasm32"))]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Missing
    }
}

/// The style of what the deferred code draws.
const STYLE: &str = "later.css";

/// Fetches the deferred code; where it was not split off, it is there already.
#[cfg(all(feature = "split", target_arch = "wasm32"))]
pub async fn fetch() -> Result<Parts, Missing> {
    let style = add_style(STYLE);
    let parts = parts().await?;
    if style.await { Ok(parts) } else { Err(Missing) }
}

/// Fetches the deferred code; where it was not split off, it is there already.
#[cfg(not(all(feature = "split", target_arch = "wasm32")))]
pub async fn fetch() -> Result<Parts, Missing> {
    if add_style(STYLE).await { parts() } else { Err(Missing) }
}

// All that only this function leads to goes into the file of its own.
#[cfg_attr(all(feature = "split", target_arch = "wasm32"), wasm_split_helpers::wasm_split(deferred, fallible))]
pub(super) fn parts() -> Result<Parts, Missing> {
    Ok(Parts {
        detail: detail::detail,
        comparison: comparison::comparison,
        figure: figures::deferred,
        explore: explore::explore,
        look: explore::look,
        index: explore::index,
        notices: notices::notices,
        findings: notices::findings,
        describe: findings::describe,
        keep: figures::keep,
        words: Words::new,
        tables: figures::tables,
        page_tools: take::page_tools,
        sealed: take::sealed,
        story: story::story,
        find_terms: glossary::find_terms,
        term: glossary::term,
        file_options: figures::file_options,
        hosted: hosted::hosted,
    })
}

/// Whether the view shows what only the deferred code can draw.
pub fn is_needed(data: &Data, state: &ViewState, notes: &[LinkNote]) -> bool {
    let briefing = &data.briefing;
    let view = briefing.views.iter().find(|view| *view.meta.id == *state.view());
    let ids = view.into_iter().flat_map(|view| &view.parts).filter_map(|part| part.figure.as_ref());
    let mut figures = ids.filter_map(|id| briefing.figures.iter().find(|figure| figure.meta.id == *id));
    state.items().next().is_some()
        || is_filtered(state)
        || state.step.is_some()
        || has_notices(data, state, notes)
        || figures.any(|figure| figures::is_deferred(&figure.kind))
}

/// Whether the state asks for a part of the data.
fn is_filtered(state: &ViewState) -> bool {
    !state.search.is_empty() || !state.facets.is_empty() || is_back(state)
}

/// Whether the reader looks back.
fn is_back(state: &ViewState) -> bool {
    state.asof.is_some() || state.known.is_some()
}

/// Whether what is to be seen is still to be made: nothing else must be shown in its place.
pub fn is_awaited(store: &Store) -> bool {
    is_back(&store.state) && !matches!(store.deferred, Deferred::Here(_))
}

/// Whether there is something to tell of link, filters and data.
pub fn has_notices(data: &Data, state: &ViewState, notes: &[LinkNote]) -> bool {
    let is_lost = |id: &Id| data.index.find(&data.briefing, id).is_none();
    let is_view = |id: &Id| data.briefing.views.iter().any(|view| view.meta.id == *id);
    let (facets, search) = filters_in_force(&data.briefing, state);
    !notes.is_empty()
        || search
        || !facets.is_empty()
        || !data.report.left_out.is_empty()
        || state.items().any(is_lost)
        || state.view.as_ref().is_some_and(|id| !is_view(id))
}

/// What stands where the deferred code will draw.
pub fn awaited(store: &Store) -> Html {
    html! { <p class="awaited">if let Deferred::Coming = store.deferred { <progress aria-label={store.t("loading")} /> }</p> }
}

/// Says that the deferred code could not be fetched.
pub fn failed(store: &Store) -> Html {
    let onclick = store.fetch_deferred.reform(|_: MouseEvent| ());
    html! {
        <section role="alert" class="failure" data-error-code="WASM_LOAD">
            <p>{store.t("deferred-failed")}</p>
            <button data-control="retry" {onclick}>{store.t("retry")}</button>
        </section>
    }
}
