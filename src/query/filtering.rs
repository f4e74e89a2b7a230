//! Which filters a page heeds.

use crate::{
    model::Briefing,
    state::{Facet, ViewState},
};

/// The facets that a figure of this kind heeds, and whether it heeds the words sought.
pub(super) fn heeded(kind: &str) -> (&'static [Facet], bool) {
    use Facet::{Actor, Confidence, Grade, Kind, Status, Tag, Track};
    match kind {
        "timeline" => (&[Track, Kind, Actor, Tag, Grade, Confidence], true),
        "documents" => (&[Kind, Actor, Tag, Status, Grade, Confidence], true),
        "sources" | "deadlines" => (&[], true),
        _ => (&[], false),
    }
}

/// The facets asked for that a figure of this kind heeds, and whether words are sought that it heeds.
pub fn filters_on(kind: &str, state: &ViewState) -> (Vec<Facet>, bool) {
    let (facets, search) = heeded(kind);
    let asked = state.facets.keys().filter(|facet| facets.contains(facet)).copied().collect();
    (asked, search && !state.search.is_empty())
}

/// The facets asked for that a figure of the page at hand heeds, and whether one heeds the words sought. What else a link asks
/// for waits for a page that heeds it.
pub fn filters_in_force(briefing: &Briefing, state: &ViewState) -> (Vec<Facet>, bool) {
    let view = briefing.views.iter().find(|view| *view.meta.id == *state.view());
    let ids = view.into_iter().flat_map(|view| &view.parts).filter_map(|part| part.figure.as_ref());
    let figures = ids.filter_map(|id| briefing.figures.iter().find(|figure| figure.meta.id == *id));
    let heeded: Vec<_> = figures.map(|figure| heeded(&figure.kind)).collect();
    let is_heeded = |facet: &&Facet| heeded.iter().any(|(facets, _)| facets.contains(facet));
    let facets = state.facets.keys().filter(is_heeded).copied().collect();
    (facets, !state.search.is_empty() && heeded.iter().any(|(_, search)| *search))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load::load, state::read};

    #[test]
    fn a_page_heeds_what_one_of_its_figures_does() {
        let json = r#"{"annals":1,"id":"x","title":"X",
            "figures":[{"id":"line","kind":"timeline"},{"id":"acts","kind":"documents"},{"id":"cards","kind":"values"}],
            "views":[{"id":"overview","title":"O","parts":[{"figure":"cards"}]},{"id":"one","title":"One","parts":[{"figure":"line"}]},
            {"id":"two","title":"Two","parts":[{"figure":"cards"},{"figure":"acts"}]}]}"#;
        let briefing = load(json.as_bytes()).unwrap().briefing;
        let on =
            |view: &str| filters_in_force(&briefing, &read(&format!("view={view}&track=law&status=open&q=toys")).0);
        assert_eq!(on("overview"), (vec![], false));
        assert_eq!(on("one"), (vec![Facet::Track], true));
        assert_eq!(on("two"), (vec![Facet::Status], true));
    }
}
