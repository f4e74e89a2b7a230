//! Figures: what each kind shows. One file a kind; this one frames them and says so where a kind is not known.

mod activity;
mod sources;
mod timeline;
mod upcoming;
mod values;
mod views;

use yew::prelude::*;

use super::{
    store::{Store, use_store},
    text::{markdown, text},
};
use crate::model::{Figure, Id, Item};

/// Which figure.
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// Its id.
    pub id: Id,
}

/// A figure with its title and caption.
#[component]
pub fn FigureFrame(props: &FigureProps) -> Html {
    let store = use_store();
    let Some(figure) = store.briefing().figures.iter().find(|figure| figure.meta.id == props.id) else {
        return html! { <p class="muted">{store.tf("figure-missing", &[("id", props.id.to_string().into())])}</p> };
    };
    let id = props.id.clone();
    match &*figure.kind {
        "values" => html! { <values::Values {id} /> },
        "upcoming" => html! { <upcoming::UpcomingList {id} /> },
        "activity" => html! { <activity::Activity {id} /> },
        "views" => html! { <views::Views {id} /> },
        "sources" => html! { <sources::Sources {id} /> },
        "timeline" => html! { <timeline::TimelineFigure {id} /> },
        kind => html! {
            <figure data-figure={id.to_string()} data-visible="0" data-drawn="0" class="figure">
                {heading(&store, figure)}
                <p class="muted">{store.tf("figure-unknown", &[("kind", kind.to_owned().into())])}</p>
            </figure>
        },
    }
}

/// The figure of an id, as its component holds it.
fn figure_of<'a>(store: &'a Store, id: &Id) -> Option<&'a Item<Figure>> {
    store.briefing().figures.iter().find(|figure| figure.meta.id == *id)
}

/// Title and caption of a figure; where the author gives no title, that of its kind.
fn heading(store: &Store, figure: &Item<Figure>) -> Html {
    let title = match &figure.title {
        Some(title) if !title.versions().is_empty() => text(store, title),
        _ => html! { {store.words.known("figure", &figure.kind)} },
    };
    html! {
        <figcaption>
            <h2 id={format!("figure-{}", figure.meta.id)}>{title}</h2>
            { for figure.caption.as_ref().map(|caption| markdown(store, caption)) }
        </figcaption>
    }
}
