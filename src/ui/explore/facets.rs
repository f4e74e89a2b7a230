//! The filters: every value with how many items there would be, and which filter hides what.

use yew::prelude::*;

use crate::{
    model::Id,
    query::{
        facets::{Asked, Counts, Filter, Sort, Value},
        filters_in_force,
    },
    state::{Action, Facet},
    ui::store::{Step, Store},
};

/// So many values of a facet stand at once, the others are folded.
const MOST_VALUES: usize = 10;

#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    /// Page, words and state.
    pub store: Store,
}

/// All filters of the page; where it heeds none, those of all pages.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let store = &props.store;
    let on_page = sorts(store);
    let counts = counts(store, if on_page.is_empty() { &[Sort::Occurrence, Sort::Instrument] } else { &on_page });
    let clear = store.dispatch.reform(|_: MouseEvent| (Action::Clear, Step::Push));
    let none = store.state.facets.is_empty() && store.state.search.is_empty();
    html! {
        <section class="panel" data-region="facets" aria-label={store.t("filters")}>
            <div class="toolbar">
                <p>{store.tf("filters-count", &[("shown", counts.shown.into()), ("total", counts.total.into())])}
                    if on_page.is_empty() { {" "}{store.t("filters-elsewhere")} }</p>
                <button data-control="clear" onclick={clear} disabled={none}>{store.t("filters-clear")}</button>
            </div>
            <div class="facets">{ for counts.facets.iter().filter(|(_, values)| !values.is_empty()).map(|(facet, values)| group(store, *facet, values)) }</div>
        </section>
    }
}

fn group(store: &Store, facet: Facet, values: &[Value]) -> Html {
    // What is chosen stands first where not all are shown.
    let (mut first, mut rest): (Vec<&Value>, Vec<&Value>) = (Vec::new(), Vec::new());
    for value in values {
        if value.is_chosen || first.len() < MOST_VALUES { &mut first } else { &mut rest }.push(value);
    }
    html! {
        <fieldset>
            <legend>{store.t(&format!("facet-{}", facet.key()))}</legend>
            <div class="tools">{ for first.into_iter().map(|value| chip(store, facet, value)) }</div>
            if !rest.is_empty() {
                <details><summary>{store.tf("filters-more", &[("count", rest.len().into())])}</summary>
                    <div class="tools">{ for rest.into_iter().map(|value| chip(store, facet, value)) }</div></details>
            }
        </fieldset>
    }
}

fn chip(store: &Store, facet: Facet, value: &Value) -> Html {
    let word = value.word.clone();
    let onclick = store.dispatch.reform(move |_: MouseEvent| (Action::Toggle(facet, word.clone()), Step::Push));
    html! {
        <button class="chip" aria-pressed={value.is_chosen.to_string()} {onclick} disabled={value.count == 0 && !value.is_chosen}>
            {value_name(store, facet, &value.word)}{" "}<span class="muted">{value.count}</span>
        </button>
    }
}

/// A value of a facet in words.
pub fn value_name(store: &Store, facet: Facet, word: &str) -> String {
    match facet {
        Facet::Track | Facet::Actor => match store.find(word) {
            Some(found) => store.name(found),
            None => store.words.known("track", word),
        },
        Facet::Tag => word.to_owned(),
        _ => store.words.known(facet.key(), word),
    }
}

/// What the figures of the page show that can be filtered.
fn sorts(store: &Store) -> Vec<Sort> {
    let briefing = store.briefing();
    let view = briefing.views.iter().find(|view| *view.meta.id == *store.state.view());
    let ids = view.into_iter().flat_map(|view| &view.parts).filter_map(|part| part.figure.as_ref());
    let mut sorts = Vec::new();
    for figure in ids.filter_map(|id| briefing.figures.iter().find(|figure| figure.meta.id == *id)) {
        let sort = match &*figure.kind {
            "timeline" => Sort::Occurrence,
            "documents" => Sort::Instrument,
            _ => continue,
        };
        if !sorts.contains(&sort) {
            sorts.push(sort);
        }
    }
    sorts
}

fn counts(store: &Store, sorts: &[Sort]) -> Counts {
    let asked = Asked { state: &store.state, hits: &store.seen.hits, span: None, sorts, tracks: &[], further: &[] };
    store.seen.facets(store.context().day()).count(&asked)
}

/// How many items there would be of each value of a facet, of those that a timeline limited to these tracks shows.
pub fn track_counts(store: &Store, tracks: &[Id]) -> Vec<Value> {
    let asked = Asked {
        state: &store.state,
        hits: &store.seen.hits,
        span: None,
        sorts: &[Sort::Occurrence],
        tracks,
        further: &[],
    };
    let facets = store.seen.facets(store.context().day()).count(&asked).facets;
    facets.into_iter().find(|(facet, _)| *facet == Facet::Track).map_or_else(Vec::new, |(_, values)| values)
}

/// Why nothing is left, and the way out; nothing where something is left.
pub fn relief(store: &Store) -> Html {
    let sorts = sorts(store);
    let (facets, search) = filters_in_force(store.briefing(), &store.state);
    if sorts.is_empty() || facets.is_empty() && !search {
        return html! {};
    }
    let counts = counts(store, &sorts);
    if counts.shown > 0 {
        return html! {};
    }
    let name = |filter: Filter| match filter {
        Filter::Facet(facet) => {
            let chosen = store.state.facets.get(&facet).into_iter().flatten();
            chosen.map(|word| value_name(store, facet, word)).collect::<Vec<_>>().join(", ")
        }
        _ => store.state.search.to_string(),
    };
    let removes = |hidden: &crate::query::facets::Hidden| {
        store.tf("filter-removes", &[("name", name(hidden.by).into()), ("count", hidden.count.into())])
    };
    let list = counts.hidden.iter().map(removes).collect::<Vec<_>>().join(&store.t("list-gap"));
    let best = counts.best_relief().map(|best| {
        let next = best.by.relaxed(&store.state);
        let onclick = store.dispatch.reform(move |_: MouseEvent| (Action::Restore(Box::new(next.clone())), Step::Push));
        let values = [("name", name(best.by).into()), ("count", best.shown_without.into())];
        html! { <button data-control="relax" {onclick}>{store.tf("filter-relax", &values)}</button> }
    });
    html! {
        <p class="notice">{store.tf("filters-none-of", &[("total", counts.total.into()), ("filters", list.into())])}{" "}{best.unwrap_or_default()}</p>
    }
}
