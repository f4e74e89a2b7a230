//! What a link asks for, held against what there is: languages, filters, steps of the story.

use super::store::Data;
use crate::{
    i18n::Language,
    query::{story, unknown_filters},
    state::{LinkNote, ViewState, read},
    web,
};

/// What a link says; a language that the page does not speak is left out, and said.
pub fn read_link(query: &str) -> (ViewState, Vec<LinkNote>) {
    let (mut state, mut notes) = read(query);
    if let Some(tag) = state.lang.take_if(|tag| !Language::is_spoken(tag)) {
        notes.push(LinkNote::BadValue { key: "lang".into(), value: tag });
    }
    (state, notes)
}

/// The language of the page: as the link says, else as the browser asks.
pub fn language_of(state: &ViewState) -> Language {
    let asked = state.lang.as_deref().map_or_else(web::browser_language, str::to_owned);
    Language::best(&asked)
}

/// Leaves out the filters that nothing in the briefing has and the step that the story does not have, and says so. Where the
/// link names a step and nothing else, the state becomes the view of that step.
pub fn settle(data: &Data, state: &mut ViewState, notes: &mut Vec<LinkNote>) {
    for (facet, value) in unknown_filters(&data.briefing, &data.index, state) {
        if let Some(values) = state.facets.get_mut(&facet) {
            values.retain(|one| *one != value);
            if values.is_empty() {
                state.facets.remove(&facet);
            }
        }
        notes.push(LinkNote::BadValue { key: facet.key().into(), value });
    }
    match story::opened(&data.briefing, state) {
        Ok(Some(next)) => *state = next,
        Ok(None) => {}
        Err(id) => {
            state.step = None;
            notes.push(LinkNote::BadValue { key: "step".into(), value: id.as_str().into() });
        }
    }
}
