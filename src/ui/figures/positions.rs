//! What was asked, what was answered, what came of it.

use yew::prelude::*;

use super::{
    frame,
    save::{Rows, cell, csv_button, head, sources_cell},
};
use crate::{
    model::{Figure, Id, Item, Position},
    ui::{
        lines::position_facts,
        link::open,
        quantity::{citations, standing_of},
        store::Store,
        text::text,
    },
};

fn of<'a>(store: &'a Store, figure: &'a Figure) -> impl Iterator<Item = &'a Item<Position>> {
    store.briefing().positions.iter().filter(|one| figure.shows(&one.meta.id))
}

/// The positions of the figure.
pub fn positions(store: &Store, figure: &Item<Figure>) -> Html {
    let shown: Vec<_> = of(store, figure).collect();
    let counts = (shown.len(), shown.len());
    let content = if shown.is_empty() {
        html! { <p class="muted">{store.t("positions-none")}</p> }
    } else {
        html! { <>
            <div class="toolbar"><div class="tools">{csv_button(store, &figure.meta.id, rows)}</div></div>
            <ol class="positions">{ for shown.into_iter().map(|one| entry(store, one)) }</ol>
        </> }
    };
    frame(store, figure, counts, "", content)
}

fn entry(store: &Store, item: &Item<Position>) -> Html {
    html! {
        <li data-key={item.meta.id.to_string()}>
            <h3>{open(store, &item.meta.id, None, text(store, &item.ask))}</h3>
            {position_facts(store, item)}
            { for item.meta.note.as_ref().map(|note| html! { <p class="muted">{text(store, note)}</p> }) }
            {citations(store, &item.meta.sources)}{standing_of(store, &item.meta)}
        </li>
    }
}

fn rows(store: &Store, figure: &Item<Figure>) -> Rows {
    let mut rows = vec![head(
        store,
        ["sort-position", "asked-by", "sort-meeting", "instruments", "response", "result", "note", "column-sources"],
    )];
    let name = |id: &Id| store.find(id).map_or_else(|| id.to_string(), |found| store.name(found));
    rows.extend(of(store, figure).map(|one| {
        let plain = |text: &Option<_>| text.as_ref().map(|text| store.plain(text)).unwrap_or_default();
        vec![
            store.plain(&one.ask),
            plain(&one.by),
            one.raised_at.as_ref().map(name).unwrap_or_default(),
            cell(one.instruments.iter().map(name)),
            plain(&one.response),
            plain(&one.result),
            plain(&one.meta.note),
            sources_cell(store, &one.meta.sources),
        ]
    }));
    rows
}
