//! A catalogue, version by version or category by category.

use yew::prelude::*;

use super::{
    FigureProps, figure_of, frame,
    save::{What, files},
};
use crate::{
    figure::lists::catalogue_of,
    i18n::number,
    model::{Catalogue, CatalogueVersion, Edtf, Entry, Item, Text},
    query::{Category, Moment, catalogue_on, categories, newest_first},
    ui::{
        comparison::compare_versions,
        lines::entry_line,
        link::{item_link, open},
        quantity::{citations, date_words},
        store::Store,
        text::{originals, text},
    },
};

/// How a reader goes through it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Version,
    Category,
}

/// A catalogue.
#[component]
pub fn CatalogueFigure(props: &FigureProps) -> Html {
    let store = &props.store;
    let way = use_state(|| Way::Version);
    let Some(figure) = figure_of(store, &props.id) else { return html! {} };
    let Some(catalogue) = catalogue_of(&store.context(), figure) else {
        return frame(store, figure, (0, 0), "", html! { <p class="muted">{store.t("catalogue-none")}</p> });
    };
    let choice = |one: Way, key: &str| {
        let way = way.clone();
        let pressed = (*way == one).to_string();
        html! { <button aria-pressed={pressed} onclick={move |_| way.set(one)}>{store.t(key)}</button> }
    };
    let (said, count, list) = match *way {
        Way::Version => {
            let versions = newest_first(catalogue);
            let list = versions.iter().map(|one| version(store, one));
            ("catalogue-bases", versions.len(), html! { <ol class="versions">{ for list }</ol> })
        }
        Way::Category => {
            let categories = categories(catalogue);
            let list = categories.iter().map(|one| category(store, one));
            ("catalogue-same", categories.len(), html! { <ol class="versions">{ for list }</ol> })
        }
    };
    let content = html! { <>
        <div class="toolbar">
            <div role="group" aria-label={store.t("order")} class="choices">
                {choice(Way::Version, "catalogue-by-version")}{choice(Way::Category, "catalogue-by-category")}
            </div>
            <div class="tools">{files(store, &What::List(props.id.clone()))}</div>
        </div>
        {in_force(store, catalogue)}
        {compare_versions(store, catalogue)}
        <p class="muted">{store.t(said)}</p>
        {list}
    </> };
    frame(store, figure, (count, count), "catalogue", content)
}

/// Which version is in force on the day looked at, and what has changed it since.
fn in_force(store: &Store, catalogue: &Catalogue) -> Html {
    let context = store.context();
    let on = catalogue_on(context.briefing, context.index, catalogue, Moment::default(), context.day());
    let date = date_words(store, &Edtf::from_day(context.day()));
    let named = |key: &str, all: &[&Item<CatalogueVersion>]| {
        let links = all
            .iter()
            .enumerate()
            .map(|(at, one)| html! { <>if at > 0 { {" · "} }{item_link(store, &one.meta.id)}</> });
        html! { if !all.is_empty() { <div><dt>{store.t(key)}</dt><dd>{ for links }</dd></div> } }
    };
    html! { <>
        <p><strong>{store.tf("catalogue-on", &[("date", date.into())])}</strong></p>
        <dl class="facts" data-region="in-force">
            {named("catalogue-whole", on.whole.as_slice())}
            {named("catalogue-changed", &on.changes)}
            {named("catalogue-ahead", &on.ahead)}
            {named("catalogue-open", &on.open)}
            if on.whole.is_none() { <div><dt>{store.t("catalogue-whole")}</dt><dd>{store.t("catalogue-unknown")}</dd></div> }
        </dl>
    </> }
}

/// How much of the catalogue a version records, and when it was announced.
fn basis(store: &Store, one: &CatalogueVersion) -> Html {
    let basis = format!("basis-{}", one.basis.word());
    html! { <>
        <span class={classes!("badge", basis.clone())}>{store.t(&basis)}</span>
        { for one.date.as_ref().map(|date| html! { <>{" · "}{date_words(store, &date.value)}</> }) }
    </> }
}

fn version(store: &Store, one: &Item<CatalogueVersion>) -> Html {
    html! {
        <li key={one.meta.id.to_string()} data-key={one.meta.id.to_string()}>
            <h3>{open(store, &one.meta.id, None, text(store, &one.title))}</h3>
            <p class="muted">
                {basis(store, one)}
                { for one.stated_total.as_ref().map(|total| html! { <>{" · "}{store.t("stated-total")}{" "}<strong>{number(total.value)}</strong></> }) }
                {" · "}{store.tf("entries-count", &[("count", one.entries.len().into())])}
            </p>
            { for one.instrument.as_ref().map(|id| html! { <p class="muted">{item_link(store, id)}</p> }) }
            { for one.meta.note.as_ref().map(|note| html! { <p class="muted">{text(store, note)}</p> }) }
            if one.entries.is_empty() {
                {citations(store, &one.meta.sources)}
            } else {
                <details>
                    <summary>{store.t("entries")}</summary>
                    { for under_headings(&one.entries).into_iter().map(|(category, entries)| html! {
                        <section>
                            { for category.map(|category| html! { <h4>{text(store, category)}{originals(store, category, "span")}</h4> }) }
                            <ul class="items">{ for entries.into_iter().map(|entry| entry_line(store, entry, false)) }</ul>
                        </section>
                    }) }
                    {citations(store, &one.meta.sources)}
                </details>
            }
        </li>
    }
}

/// Entries under the names of their categories, in the order of the document.
fn under_headings(entries: &[Item<Entry>]) -> Vec<(Option<&Text>, Vec<&Item<Entry>>)> {
    let mut groups: Vec<(Option<&Text>, Vec<&Item<Entry>>)> = Vec::new();
    for entry in entries {
        let category = entry.category.as_ref();
        match groups.iter_mut().find(|(known, _)| *known == category) {
            Some((_, group)) => group.push(entry),
            None => groups.push((category, vec![entry])),
        }
    }
    groups
}

/// A category with its names, and what each version lists in it.
fn category(store: &Store, one: &Category) -> Html {
    let [name, others] = names(store, &one.names);
    let name = match &name[..] {
        [] if one.numbers.is_empty() => html! { {store.t("catalogue-no-category")} },
        _ => html! { { for name } },
    };
    html! {
        <li key={format!("{}{}", one.numbers.join(" "), one.names.first().map_or_else(String::new, |name| store.plain(name)))}>
            <h3>
                if !one.numbers.is_empty() { <code>{one.numbers.join(", ")}</code>{" "} }
                {name}
            </h3>
            if !others.is_empty() { <p class="muted">{store.t("catalogue-also")}{" "}{ for others }</p> }
            <details>
                <summary>{store.tf("catalogue-in-versions", &[("count", one.versions.len().into())])}</summary>
                { for one.versions.iter().map(|(version, entries)| html! {
                    <section>
                        <h4>{open(store, &version.meta.id, None, text(store, &version.title))}</h4>
                        <p class="muted">{basis(store, version)}</p>
                        <ul class="items">{ for entries.iter().map(|entry| entry_line(store, entry, true)) }</ul>
                    </section>
                }) }
            </details>
        </li>
    }
}

/// The names of a category, each wording once: that of the newest version in all its languages, and the others. The first
/// name in a language that the newest version does not use stands with the newest.
fn names(store: &Store, names: &[&Text]) -> [Vec<Html>; 2] {
    let first = store.briefing().card.first_language();
    let mut wordings: Vec<(&str, &str)> = Vec::new();
    for version in names.iter().flat_map(|name| name.versions()) {
        let lang = if version.lang.is_empty() { first } else { &version.lang };
        if !wordings.contains(&(lang, &version.text)) {
            wordings.push((lang, &version.text));
        }
    }
    let own = store.language().tag();
    let is_first = |at: usize| !wordings[..at].iter().any(|(lang, _)| *lang == wordings[at].0);
    let places = || 0..wordings.len();
    // The language of the page comes first.
    let (mut main, other): (Vec<usize>, Vec<usize>) =
        places().filter(|at| is_first(*at)).partition(|at| wordings[*at].0 == own);
    main.extend(other);
    let show = |(position, at): (usize, usize), between: &'static str| {
        let (lang, words) = wordings[at];
        let class = (position > 0 && between == " ").then_some("original");
        let lang = (lang != own).then(|| lang.to_owned());
        html! { <>if position > 0 { {between} }<span {class} {lang}>{words.to_owned()}</span></> }
    };
    let others = places().filter(|at| !is_first(*at)).enumerate();
    [main.into_iter().enumerate().map(|one| show(one, " ")).collect(), others.map(|one| show(one, "; ")).collect()]
}
