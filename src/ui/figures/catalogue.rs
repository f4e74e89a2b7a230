//! A catalogue, version by version and category by category.

use yew::prelude::*;

use super::frame;
use crate::{
    i18n::number,
    model::{Catalogue, CatalogueVersion, Entry, Figure, Item, Text},
    query::Found,
    ui::{
        link::{item_link, open},
        quantity::{citations, date_words},
        store::Store,
        text::{originals, text},
    },
};

/// The catalogue that the figure names first, else the first there is; its newest version first.
pub fn catalogue(store: &Store, figure: &Item<Figure>) -> Html {
    let named = figure.items.first().and_then(|id| store.find(id));
    let catalogue = match named {
        Some(Found::Catalogue(catalogue)) => Some(catalogue),
        _ => store.briefing().catalogues.first(),
    };
    let Some(catalogue) = catalogue else {
        return frame(store, figure, (0, 0), "", html! { <p class="muted">{store.t("catalogue-none")}</p> });
    };
    let counts = (catalogue.versions.len(), catalogue.versions.len());
    let content = html! { <>
        <p class="muted">{store.t("catalogue-bases")}</p>
        <ol class="versions">{ for newest_first(catalogue).into_iter().map(|one| version(store, one)) }</ol>
    </> };
    frame(store, figure, counts, "catalogue", content)
}

fn newest_first(catalogue: &Catalogue) -> Vec<&Item<CatalogueVersion>> {
    let versions = &catalogue.versions;
    let day = |at: usize| versions[at].date.as_ref().and_then(|date| date.value.latest());
    let order = crate::order::sorted(versions.len(), &|a, b| day(b).cmp(&day(a)));
    order.into_iter().map(|at| &versions[at as usize]).collect()
}

fn version(store: &Store, one: &Item<CatalogueVersion>) -> Html {
    let basis = one.basis.word();
    html! {
        <li data-key={one.meta.id.to_string()}>
            <h3>{open(store, &one.meta.id, None, text(store, &one.title))}</h3>
            <p class="muted">
                <span class={classes!("badge", format!("basis-{basis}"))}>{store.t(&format!("basis-{basis}"))}</span>
                { for one.date.as_ref().map(|date| html! { <>{" · "}{date_words(store, &date.value)}</> }) }
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
                    { for categories(&one.entries).into_iter().map(|(category, entries)| html! {
                        <section>
                            { for category.map(|category| html! { <h4>{text(store, category)}{originals(store, category)}</h4> }) }
                            <ul class="items">{ for entries.into_iter().map(|entry| line(store, entry, category.is_some())) }</ul>
                        </section>
                    }) }
                    {citations(store, &one.meta.sources)}
                </details>
            }
        </li>
    }
}

/// Entries by category, in the order of the document.
fn categories(entries: &[Item<Entry>]) -> Vec<(Option<&Text>, Vec<&Item<Entry>>)> {
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

/// One entry. Where it only counts the products of its category, the number is all there is to say.
fn line(store: &Store, entry: &Item<Entry>, has_heading: bool) -> Html {
    let name = entry.title.as_ref().or(entry.category.as_ref().filter(|_| !has_heading));
    html! {
        <li>
            if !entry.codes.is_empty() { <code>{entry.codes.join(", ")}</code>{" "} }
            { for entry.category_number.as_ref().filter(|_| entry.title.is_none()).map(|number| html! { <code>{number.to_string()}{" "}</code> }) }
            { for name.map(|name| html! { <>{text(store, name)}{originals(store, name)}</> }) }
            { for entry.count.as_ref().map(|count| html! { <span>{" "}{store.tf("products-count", &[("count", (count.value as usize).into())])}</span> }) }
            { for entry.change.as_deref().map(|change| html! { <span class="muted">{" · "}{store.words.known("change", change)}</span> }) }
            { for entry.regime.as_deref().map(|regime| html! { <span class="muted">{" · "}{store.words.known("regime", regime)}</span> }) }
        </li>
    }
}
