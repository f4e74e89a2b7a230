//! A drawn figure: its picture, the table behind it, and both as files. What is drawn differs by kind; all else is here.

use yew::prelude::*;

use super::{
    figure_of, frame,
    naming::Naming,
    save::{What, files},
    walk::{click, keys},
};
use crate::{
    figure::{Canvas, Kind, LegendEntry, Told, joined},
    model::{Figure, Id, Item},
    render::html::{Emphasis, html},
    ui::{
        deferred::{Deferred, awaited},
        store::Store,
        timing::{time_drawing, time_scene},
        width::use_width,
    },
};

/// What the page adds to a kind of drawn figure.
pub type Beside = fn(&Store, &Item<Figure>) -> Html;

/// Nothing.
pub fn nothing(_: &Store, _: &Item<Figure>) -> Html {
    html! {}
}

/// Which figure, and how it is drawn.
#[derive(Properties)]
pub struct PictureProps {
    /// Its id.
    pub id: Id,
    /// Page, words and state.
    pub store: Store,
    /// Its kind.
    pub kind: &'static Kind,
    /// What stands above the picture, beside the buttons.
    pub lead: Beside,
    /// What stands below picture and table.
    pub below: Beside,
}

impl PartialEq for PictureProps {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.store == other.store && std::ptr::eq(self.kind, other.kind)
    }
}

/// A drawn figure.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let PictureProps { id, store, kind, .. } = props;
    let (node, width) = use_width(store.room);
    let focused = use_state(|| None::<String>);
    let as_table = use_state(|| false);
    let drawing = use_mut_ref(|| None);
    {
        // What is rendered is in the page by now.
        let drawing = drawing.clone();
        use_effect(move || drop(drawing.take()));
    }
    // Neither focus nor the way it is shown changes what is drawn.
    let drawn = use_memo((id.clone(), store.clone(), width), |(id, store, width)| {
        let figure = figure_of(store, id)?;
        let context = store.context();
        drawing.replace(Some(time_drawing(id)));
        let timing = time_scene(id);
        let made = (kind.make)(&context, figure, Canvas { width: *width, meter: store.meter });
        drop(timing);
        let stops = kind.walk.stops(&made.scene);
        let told = made.told(kind, &context, figure);
        Some((made, stops, told))
    });
    let (Some(figure), Some((made, stops, told))) = (figure_of(store, id), &*drawn) else { return html! {} };
    let counts = (made.items, stops.len());
    let emphasis = Emphasis { focused: focused.as_deref(), selected: store.state.select.as_deref(), hovered: None };
    let toggle = {
        let (as_table, store, told) = (as_table.clone(), store.clone(), told.clone());
        move |_: MouseEvent| {
            as_table.set(!*as_table);
            store.fetch_deferred.emit(());
            // Picture and table say the same: the sentences tell what the one that comes holds.
            store.say.emit(joined(&store.context(), &told));
        }
    };
    let content = html! { <>
        <div class="toolbar">
            <div class="told">{(props.lead)(store, figure)}{told_all(store, told)}</div>
            <div class="tools">
                <button data-control="table" aria-pressed={as_table.to_string()} onclick={toggle}>{store.t("show-table")}</button>
                {files(store, &What::Picture(id.clone(), width))}
            </div>
        </div>
        <div ref={node.clone()} class="held">
            if *as_table {
                {shown_tables(store, figure)}
            } else {
                <div class="drawing plain" onclick={click(store)}
                    onkeydown={keys(store, kind.walk, stops.clone(), focused.setter(), node.clone())}>
                    {html(&made.scene, kind.word, emphasis)}
                </div>
                <Naming frame={node} {width} />
                {legend(&made.legend)}
            }
        </div>
        {(props.below)(store, figure)}
    </> };
    frame(store, figure, counts, kind.word, content)
}

/// The tables, once their code is there.
fn shown_tables(store: &Store, figure: &Item<Figure>) -> Html {
    match store.deferred {
        Deferred::Here(parts) => (parts.tables)(store, figure),
        _ => awaited(store),
    }
}

/// So many sentences stand at once, the others are folded.
const MOST_TOLD: usize = 4;

/// The sentences, the first of many only.
fn told_all(store: &Store, all: &[Told]) -> Html {
    let (shown, folded) = all.split_at(if all.len() > MOST_TOLD { MOST_TOLD - 1 } else { all.len() });
    html! { <>
        { for shown.iter().map(told) }
        if !folded.is_empty() {
            <details><summary>{store.tf("told-more", &[("count", folded.len().into())])}</summary>{ for folded.iter().map(told) }</details>
        }
    </> }
}

/// A sentence, under its title where it has one.
fn told(one: &Told) -> Html {
    html! { <p>if let Some(title) = &one.title { <strong>{title.clone()}</strong>{" "} }{one.words.clone()}</p> }
}

/// What the signs mean.
fn legend(entries: &[LegendEntry]) -> Html {
    let entry = |one: &LegendEntry| {
        let sample = one.sample.as_ref().map(|scene| html(scene, "", Emphasis::default()));
        html! { <li>if let Some(sample) = sample { <span aria-hidden="true">{sample}</span> }{one.words.clone()}</li> }
    };
    html! { if !entries.is_empty() { <ul class="legend">{ for entries.iter().map(entry) }</ul> } }
}
