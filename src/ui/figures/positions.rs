//! What was asked, what was answered, what came of it.

use yew::prelude::*;

use super::{
    frame,
    save::{What, files},
};
use crate::{
    model::{Figure, Item, Position},
    ui::{
        lines::position_facts,
        link::open,
        quantity::{citations, disputed, standing_of},
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
            <div class="toolbar"><div class="tools">{files(store, &What::List(figure.meta.id.clone()))}</div></div>
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
            {citations(store, &item.meta.sources)}{standing_of(store, &item.meta)}{disputed(store, &item.meta.id)}
        </li>
    }
}
