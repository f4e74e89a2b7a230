//! Choosing what to compare: two versions in the figure of a catalogue, another policy act in the panel of one.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{
    model::{Catalogue, CatalogueVersion, Id, Instrument, Item},
    query::{
        compare::{Refusal, refusal},
        newest_first,
    },
    state::Action,
    ui::store::Store,
};

/// What can be chosen, and of what.
#[derive(Properties, PartialEq)]
struct ChoiceProps {
    store: Store,
    /// Id of the catalogue, or of the policy act.
    of: Id,
}

/// Two versions of a catalogue to choose, and the button that compares them.
pub fn compare_versions(store: &Store, catalogue: &Item<Catalogue>) -> Html {
    html! { <Versions store={store.clone()} of={catalogue.meta.id.clone()} key={catalogue.meta.id.to_string()} /> }
}

/// Another policy act to choose, and the button that compares it with this one.
pub fn compare_act(store: &Store, act: &Item<Instrument>) -> Html {
    html! { <Acts store={store.clone()} of={act.meta.id.clone()} key={act.meta.id.to_string()} /> }
}

#[component]
fn Versions(props: &ChoiceProps) -> Html {
    let ChoiceProps { store, of } = props;
    let chosen = use_state(|| [None::<Id>, None]);
    let Some(catalogue) = store.briefing().catalogues.iter().find(|one| one.meta.id == *of) else { return html! {} };
    let versions = newest_first(catalogue);
    let full: Vec<&Id> = versions.iter().filter(|one| refusal(one).is_none()).map(|one| &one.meta.id).collect();
    // What changed from the first to the latest is what most readers ask.
    let defaults = [full.last(), full.first()].map(|id| id.map(|id| (*id).clone()));
    let current = [0, 1].map(|at| chosen[at].clone().or_else(|| defaults[at].clone()));
    let list = |at: usize, key: &str| {
        let (chosen, current) = (chosen.clone(), current[at].clone());
        let name = store.t(key);
        let set = move |id: String| {
            let mut next = (*chosen).clone();
            next[at] = Some(Id::from(&*id));
            chosen.set(next);
        };
        let options = versions.iter().map(|one| (one.meta.id.clone(), option(store, one), refusal(one).is_some()));
        select(
            &name,
            if at == 0 { "compare-first" } else { "compare-second" },
            current.as_ref(),
            options.collect(),
            set,
        )
    };
    let pair = match current.clone() {
        [Some(a), Some(b)] if a != b => Some((a, b)),
        _ => None,
    };
    html! {
        <div class="compare" role="group" aria-label={store.t("comparison")}>
            {list(0, "compare-first")}{list(1, "compare-second")}{button(store, pair)}
            if full.len() < 2 { <p class="muted">{store.tf("compare-needs-two", &[("count", full.len().into())])}</p> }
        </div>
    }
}

/// A version, and why it cannot be compared.
fn option(store: &Store, one: &Item<CatalogueVersion>) -> String {
    let version = store.plain(&one.title);
    let why = match refusal(one) {
        None => return version,
        Some(Refusal::Empty(_)) => store.t("compare-no-entries"),
        Some(_) => store.t(&format!("basis-{}", one.basis.word())),
    };
    store.tf("compare-option", &[("version", version.into()), ("why", why.into())])
}

#[component]
fn Acts(props: &ChoiceProps) -> Html {
    let ChoiceProps { store, of } = props;
    let chosen = use_state(|| None::<Id>);
    let others = store.briefing().instruments.iter().filter(|one| one.meta.id != *of);
    let named = |one: &Item<Instrument>| {
        let number = one.number.as_ref().map(|number| format!(" ({})", store.plain(number)));
        store.plain(&one.title) + &number.unwrap_or_default()
    };
    let nothing = (Id::default(), store.t("compare-choose"), false);
    let options: Vec<_> =
        [nothing].into_iter().chain(others.map(|one| (one.meta.id.clone(), named(one), false))).collect();
    if options.len() < 2 {
        return html! {};
    }
    let set = {
        let chosen = chosen.clone();
        move |id: String| chosen.set((!id.is_empty()).then(|| Id::from(&*id)))
    };
    let pair = (*chosen).clone().map(|other| (of.clone(), other));
    html! {
        <div class="compare" role="group" aria-label={store.t("comparison")}>
            {select(&store.t("compare-with"), "compare-with", chosen.as_ref(), options, set)}{button(store, pair)}
        </div>
    }
}

/// A list of items, each with its name and whether it cannot be chosen.
fn select(
    name: &str,
    control: &'static str,
    chosen: Option<&Id>,
    options: Vec<(Id, String, bool)>,
    set: impl Fn(String) + 'static,
) -> Html {
    let onchange = move |change: Event| set(change.target_unchecked_into::<HtmlSelectElement>().value());
    // Where nothing is chosen, one has to be selected all the same: browsers differ in which they show.
    let current = chosen.or_else(|| options.first().map(|(id, ..)| id)).cloned();
    let options = options.into_iter().map(|(id, words, disabled)| {
        html! { <option value={id.to_string()} {disabled} selected={current.as_ref() == Some(&id)}>{words}</option> }
    });
    html! {
        <label class="select"><span>{name.to_owned()}</span>{" "}
            <select data-control={control} {onchange}>{ for options }</select>
        </label>
    }
}

/// The button that compares two items; it waits until there are two.
fn button(store: &Store, pair: Option<(Id, Id)>) -> Html {
    let (own, disabled) = (store.clone(), pair.is_none());
    let onclick = move |_: MouseEvent| {
        if let Some((a, b)) = pair.clone() {
            own.act(Action::Compare(a, b));
        }
    };
    html! { <button data-control="compare" {disabled} {onclick}>{store.t("compare-do")}</button> }
}
