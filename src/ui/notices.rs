//! What the reader should know: parts of the link that were not used, items that were left out, filters in force.

use yew::prelude::*;

use super::store::use_store;
use crate::{
    i18n::findings::describe,
    load::Severity,
    state::{Action, LinkNote},
};

/// Findings shown at once; the tool lists all.
const SHOWN_FINDINGS: usize = 50;

/// What to tell.
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// Parts of the link that were not used.
    pub link: Vec<LinkNote>,
}

/// The notices; nothing where there is nothing to say.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let store = use_store();
    let link: Vec<String> = props
        .link
        .iter()
        .map(|note| match note {
            LinkNote::UnknownKey(key) => store.tf("link-unknown-key", &[("key", key.to_string().into())]),
            LinkNote::BadValue { key, value } => {
                store.tf("link-bad-value", &[("key", key.to_string().into()), ("value", value.to_string().into())])
            }
            LinkNote::TooLong => store.t("link-too-long"),
        })
        .chain(
            store
                .state
                .select
                .as_ref()
                .filter(|id| store.find(id).is_none())
                .map(|id| store.tf("link-no-item", &[("id", id.to_string().into())])),
        )
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
    let filters = store.state.is_filtered();
    let clear = {
        let store = store.clone();
        Callback::from(move |_| store.act(Action::Clear))
    };
    html! {
        <div data-region="notices" class="notices">
            if !link.is_empty() {
                <ul class="notice">{ for link.into_iter().map(|note| html! { <li>{note}</li> }) }</ul>
            }
            if filters {
                <p class="notice">
                    {store.t("filters-on")}{" "}
                    { for store.state.facets.iter().flat_map(|(facet, ids)| ids.iter().map(move |id| (*facet, id.clone()))).map(|(facet, id)| {
                        let name = store.find(&id).map_or_else(|| store.words.known("kind", &id), |found| store.name(found));
                        let label = store.tf("filter-remove", &[("name", name.clone().into())]);
                        let off = { let store = store.clone(); let id = id.clone(); Callback::from(move |_| store.act(Action::Toggle(facet, id.clone()))) };
                        html! { <button class="chip" onclick={off} aria-label={label}>{name}{" ×"}</button> }
                    }) }
                    if !store.state.search.is_empty() { <q>{store.state.search.to_string()}</q> }
                    {" "}<button data-control="clear" onclick={clear}>{store.t("filters-clear")}</button>
                </p>
            }
            if !report.diagnostics.is_empty() {
                <details class="notice">
                    <summary>{findings_summary(&store)}</summary>
                    <ul class="findings">
                        { for report.diagnostics.iter().take(SHOWN_FINDINGS).map(|finding| {
                            let (message, remedy) = describe(&store.words, finding.code.name(), &finding.args);
                            let severity = if finding.severity == Severity::Error { "error" } else { "warning" };
                            html! {
                                <li class={severity} data-code={finding.code.name()}>
                                    <strong>{store.t(&format!("severity-{severity}"))}{": "}</strong>{message}{" "}{remedy}{" "}
                                    <code>{finding.pointer.clone()}</code>
                                    { for finding.place.map(|place| html! { <>{" "}<span class="muted">{store.tf("at-place", &[
                                        ("line", place.line.to_string().into()), ("column", place.column.to_string().into())])}</span></> }) }
                                </li>
                            }
                        }) }
                    </ul>
                    if report.diagnostics.len() > SHOWN_FINDINGS {
                        <p class="muted">{store.tf("findings-more", &[("count", (report.diagnostics.len() - SHOWN_FINDINGS).into())])}</p>
                    }
                </details>
            }
        </div>
    }
}

/// What was left out, and how many findings there are.
fn findings_summary(store: &super::store::Store) -> String {
    let report = &store.data.report;
    let left_out: Vec<String> = report
        .left_out
        .iter()
        .filter(|part| part.left_out > 0)
        .map(|part| {
            let name = store.words.known("part", part.part);
            store.tf(
                "left-out-part",
                &[("count", part.left_out.into()), ("total", part.total.into()), ("part", name.into())],
            )
        })
        .collect();
    let findings = store.tf("findings-count", &[("count", report.diagnostics.len().into())]);
    if left_out.is_empty() {
        findings
    } else {
        format!("{} {}", store.tf("left-out", &[("parts", left_out.join(", ").into())]), findings)
    }
}
