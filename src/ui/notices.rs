//! What the reader should know: parts of the link that were not used, items that were left out, filters in force.

use yew::prelude::*;

use super::{
    explore::{relief, value_name},
    store::{Step, Store},
};
use crate::{
    i18n::findings::describe,
    load::{Diagnostic, LeftOut, Place, Report, Severity},
    query::filters_in_force,
    state::{Action, LinkNote},
};

/// Findings shown at once; the tool lists all.
const SHOWN_FINDINGS: usize = 50;

/// Parts of the link that were not used, items that were left out, and filters in force.
pub fn notices(store: &Store, notes: &[LinkNote]) -> Html {
    let link: Vec<String> = notes
        .iter()
        .map(|note| match note {
            LinkNote::UnknownKey(key) => store.tf("link-unknown-key", &[("key", key.to_string().into())]),
            LinkNote::BadValue { key, value } => {
                store.tf("link-bad-value", &[("key", key.to_string().into()), ("value", value.to_string().into())])
            }
            LinkNote::TooLong => store.t("link-too-long"),
        })
        .chain(store.state.items().filter(|id| store.find(id).is_none()).map(|id| {
            let whole = &store.seen.whole;
            let is_later = whole.index.find(&whole.briefing, id).is_some();
            store.tf(if is_later { "link-later" } else { "link-no-item" }, &[("id", id.to_string().into())])
        }))
        .chain(
            store
                .state
                .view
                .as_ref()
                .filter(|id| !store.briefing().views.iter().any(|view| view.meta.id == **id))
                .map(|id| store.tf("link-no-view", &[("id", id.to_string().into())])),
        )
        .collect();
    let report = &store.data.report;
    let (facets, search) = filters_in_force(store.briefing(), &store.state);
    let clear = store.dispatch.reform(|_: MouseEvent| (Action::Clear, Step::Push));
    html! { <>
            if !link.is_empty() {
                <ul class="notice">{ for link.into_iter().map(|note| html! { <li>{note}</li> }) }</ul>
            }
            if search || !facets.is_empty() {
                <p class="notice">
                    {store.t("filters-on")}{" "}
                    { for store.state.facets.iter().filter(|(facet, _)| facets.contains(facet)).flat_map(|(facet, ids)| ids.iter().map(move |id| (*facet, id.clone()))).map(|(facet, id)| {
                        let name = value_name(store, facet, &id);
                        let label = store.tf("filter-remove", &[("name", name.clone().into())]);
                        let off = { let store = store.clone(); let id = id.clone(); Callback::from(move |_| store.act(Action::Toggle(facet, id.clone()))) };
                        html! { <button class="chip" onclick={off} aria-label={label}>{name}{" ×"}</button> }
                    }) }
                    if search { <q>{store.state.search.to_string()}</q> }
                    {" "}<button data-control="clear" onclick={clear}>{store.t("filters-clear")}</button>
                </p>
            }
            {relief(store)}
            if !report.left_out.is_empty() {
                <p class="notice">{left_out(store)}</p>
            }
    </> }
}

/// What was left out.
fn left_out(store: &Store) -> String {
    let part = |part: &LeftOut| {
        let name = store.words.known("part", part.part);
        let values = [("count", part.left_out.into()), ("total", part.total.into()), ("part", name.into())];
        store.tf("left-out-part", &values)
    };
    let parts: Vec<String> = store.data.report.left_out.iter().map(part).collect();
    store.tf("left-out", &[("parts", parts.join(", ").into())])
}

/// The list of findings in the data.
pub fn findings(store: &Store) -> Html {
    let report = &store.data.report;
    let more = findings_count(report).saturating_sub(SHOWN_FINDINGS);
    let shown = report.diagnostics.iter().take(SHOWN_FINDINGS);
    html! { <>
        <ul>{ for shown.map(|one| finding(store, one)) }</ul>
        if more > 0 {
            <p class="muted">{store.tf("findings-more", &[("count", more.into())])}</p>
        }
    </> }
}

/// How many findings there are.
pub fn findings_count(report: &Report) -> usize {
    report.count(Severity::Error) + report.count(Severity::Warning)
}

fn finding(store: &Store, finding: &Diagnostic) -> Html {
    let (message, remedy) = describe(store.language(), finding.code.name(), &finding.args);
    let place = finding.place.map(|place| at_place(store, place));
    html! {
        <li data-code={finding.code.name()}>
            <strong>{store.t(&format!("severity-{}", finding.severity.name()))}{": "}</strong>{message}{". "}{remedy}{" "}
            <code>{finding.pointer.clone()}</code>{" "}<span class="muted">{place}</span>
        </li>
    }
}

fn at_place(store: &Store, place: Place) -> String {
    store.tf("at-place", &[("line", place.line.to_string().into()), ("column", place.column.to_string().into())])
}
