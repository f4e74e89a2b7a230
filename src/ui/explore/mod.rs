//! Finding and dating: the search box with what it finds, the filters with their counts, the look back to a day. What the
//! first view needs is in [`bar`]; the rest is in the deferred code.

mod bar;
mod facets;
mod go;
mod indexing;
mod keys;
mod moment;
mod results;
mod seen;

pub use bar::{Panel, bar};
pub use facets::{relief, track_counts, value_name};
pub use indexing::{Reading, index};
pub use seen::{Seen, look};

use yew::prelude::*;

use super::store::Store;

/// What the bar has open, and what the reader finds.
pub fn explore(store: &Store) -> Html {
    html! { <>
        { match store.panel {
            Some(Panel::Filters) => html! { <facets::Filters store={store.clone()} /> },
            Some(Panel::Moment) => moment::panel(store),
            Some(Panel::Go) => html! { <go::Go store={store.clone()} /> },
            Some(Panel::Keys) => html! { <keys::Keys store={store.clone()} /> },
            None => html! {},
        } }
        {moment::told(store)}
        <results::Results store={store.clone()} />
    </> }
}
