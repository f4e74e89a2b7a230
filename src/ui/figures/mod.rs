//! Figures: what each kind shows. One file a kind; this one frames them and says so where a kind is not known.

mod about;
mod attendance;
mod board;
mod catalogue;
mod documents;
mod filters;
mod meetings;
mod naming;
mod options;
mod picture;
mod positions;
mod save;
mod series;
mod sources;
mod table;
mod texts;
mod timeline;
mod upcoming;
mod values;
mod views;
mod walk;

pub use board::calendar_button;
pub use options::file_options;
pub use save::{Kept, What, files, keep};
pub use table::{table, tables};
pub use walk::{click, keys};

use picture::{Beside, Picture, nothing};
use yew::prelude::*;

use super::{
    deferred::{Deferred, awaited},
    store::Store,
    text::{markdown, text},
};
use crate::{
    figure::{Kind, activity, kind},
    model::{Figure, Id, Item},
};

/// Which figure, for those that keep a state of their own.
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// Its id.
    pub id: Id,
    /// Page, words and state.
    pub store: Store,
}

/// A figure with its title and caption.
pub fn figure(store: &Store, id: &Id) -> Html {
    let Some(figure) = figure_of(store, id) else {
        return html! { <p class="muted">{store.tf("figure-missing", &[("id", id.to_string().into())])}</p> };
    };
    match &*figure.kind {
        "values" => values::values(store, figure),
        "upcoming" => upcoming::upcoming_list(store, figure),
        "views" => views::views(store, figure),
        "activity" => picture(store, figure, &activity::KIND, (nothing, nothing)),
        _ => match store.deferred {
            Deferred::Here(parts) => (parts.figure)(store, figure),
            _ => frame(store, figure, (0, 0), "awaited", awaited(store)),
        },
    }
}

/// Whether figures of this kind are drawn by the deferred code.
pub fn is_deferred(kind: &str) -> bool {
    !["values", "upcoming", "views", "activity"].contains(&kind)
}

/// A figure of a kind that the first view does not have.
pub fn deferred(store: &Store, figure: &Item<Figure>) -> Html {
    let (id, own, key) = (figure.meta.id.clone(), store.clone(), figure.meta.id.to_string());
    match &*figure.kind {
        "sources" => html! { <sources::Sources {id} store={own} {key} /> },
        "timeline" => html! { <timeline::TimelineFigure {id} store={own} {key} /> },
        "about" => about::about(store, figure),
        "deadlines" => html! { <board::Board {id} store={own} {key} /> },
        "catalogue" => html! { <catalogue::CatalogueFigure {id} store={own} {key} /> },
        "documents" => documents::documents(store, figure),
        "positions" => positions::positions(store, figure),
        "texts" => texts::texts(store, figure),
        word => match kind(word) {
            Some(kind) => picture(store, figure, kind, beside(word)),
            None => {
                let said = store.tf("figure-unknown", &[("kind", word.to_owned().into())]);
                frame(store, figure, (0, 0), "", html! { <p class="muted">{said}</p> })
            }
        },
    }
}

/// What the page adds above and below a drawn figure.
fn beside(word: &str) -> (Beside, Beside) {
    match word {
        "attendance" => (attendance::lead, attendance::below),
        "meetings" => (nothing, meetings::list),
        "series" | "observations" | "line" | "multiples" | "bars" | "dots" | "slope" => (nothing, series::disputed),
        _ => (nothing, nothing),
    }
}

/// A drawn figure.
fn picture(store: &Store, figure: &Item<Figure>, kind: &'static Kind, (lead, below): (Beside, Beside)) -> Html {
    let id = &figure.meta.id;
    html! { <Picture id={id.clone()} store={store.clone()} {kind} {lead} {below} key={id.to_string()} /> }
}

/// The frame of a figure: its signs, title and caption. `counts`: items to show, and shown.
fn frame(store: &Store, figure: &Item<Figure>, counts: (usize, usize), class: &'static str, content: Html) -> Html {
    html! {
        <figure data-figure={figure.meta.id.to_string()} data-visible={counts.0.to_string()} data-drawn={counts.1.to_string()}
            class={classes!("figure", class)} aria-labelledby={format!("figure-{}", figure.meta.id)}>
            {heading(store, figure)}
            {content}
        </figure>
    }
}

/// The figure of an id, as its component holds it.
fn figure_of<'a>(store: &'a Store, id: &Id) -> Option<&'a Item<Figure>> {
    store.briefing().figures.iter().find(|figure| figure.meta.id == *id)
}

/// The title of a figure; where the author gives none, that of its kind.
pub fn figure_title(store: &Store, figure: &Item<Figure>) -> Html {
    match &figure.title {
        Some(title) if !title.versions().is_empty() => text(store, title),
        _ => html! { {store.words.known("figure", &figure.kind)} },
    }
}

/// Title and caption of a figure.
fn heading(store: &Store, figure: &Item<Figure>) -> Html {
    // A figure alone on its page is named by the page.
    let view = store.briefing().views.iter().find(|view| *view.meta.id == *store.state.view());
    let is_alone = figure.title.is_none() && view.is_some_and(|view| view.parts.len() == 1);
    html! {
        <figcaption>
            <h2 class={is_alone.then_some("visually-hidden")} id={format!("figure-{}", figure.meta.id)}>{figure_title(store, figure)}</h2>
            { for figure.caption.as_ref().map(|caption| markdown(store, caption)) }
        </figcaption>
    }
}
