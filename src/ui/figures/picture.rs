//! A drawn figure: its picture, the table behind it, and the two as files. What is drawn differs by kind; all else is here.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    figure_of, frame,
    naming::Naming,
    save::{Rows, csv_button, svg_button},
    walk::{click, keys},
};
use crate::{
    layout::text::TextMeter,
    model::{Figure, Id, Item},
    render::html::{Emphasis, html},
    scene::{Scene, focus::Walk},
    ui::{store::Store, timing::time_scene, width::use_width},
};

/// The room for a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Canvas {
    /// Its width in CSS pixels.
    pub width: f64,
    /// How wide text is.
    pub meter: TextMeter,
}

/// What a kind draws of a figure, and what stands around it.
pub struct Drawn {
    /// The picture.
    pub scene: Rc<Scene>,
    /// How many items there are to show.
    pub items: usize,
    /// What stands above it, beside the buttons.
    pub lead: Html,
    /// What its signs mean; stands below it, and not beside the table.
    pub legend: Html,
    /// What stands below picture and table.
    pub below: Html,
}

/// A kind of drawn figure.
pub struct Kind {
    /// Its class on the page.
    pub class: &'static str,
    /// How the arrow keys go.
    pub walk: Walk,
    /// Draws it.
    pub draw: fn(&Store, &Item<Figure>, Canvas) -> Drawn,
    /// The same as a table.
    pub table: fn(&Store, &Item<Figure>) -> Html,
    /// The same as rows of a file, the names of the columns first.
    pub rows: fn(&Store, &Item<Figure>) -> Rows,
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
}

impl PartialEq for PictureProps {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.store == other.store && std::ptr::eq(self.kind, other.kind)
    }
}

/// A drawn figure.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let PictureProps { id, store, kind } = props;
    let (node, width) = use_width(store.room);
    let focused = use_state(|| None::<String>);
    let as_table = use_state(|| false);
    // Neither focus nor the way it is shown changes what is drawn.
    let drawn = use_memo((id.clone(), store.clone(), width), |(id, store, width)| {
        let figure = figure_of(store, id)?;
        let timing = time_scene(id);
        let drawn = (kind.draw)(store, figure, Canvas { width: *width, meter: store.meter });
        drop(timing);
        let stops = kind.walk.stops(&drawn.scene);
        Some((drawn, stops))
    });
    let (Some(figure), Some((drawn, stops))) = (figure_of(store, id), &*drawn) else { return html! {} };
    let counts = (drawn.items, stops.len());
    let emphasis = Emphasis { focused: focused.as_deref(), selected: store.state.select.as_deref(), hovered: None };
    let toggle = {
        let as_table = as_table.clone();
        move |_| as_table.set(!*as_table)
    };
    let content = html! { <>
        <div class="toolbar">
            {drawn.lead.clone()}
            <div class="tools">
                <button data-control="table" aria-pressed={as_table.to_string()} onclick={toggle}>{store.t("show-table")}</button>
                {svg_button(store, id, { let scene = drawn.scene.clone(); move || scene.clone() })}{csv_button(store, id, kind.rows)}
            </div>
        </div>
        <div ref={node.clone()} class="held">
            if *as_table {
                {(kind.table)(store, figure)}
            } else {
                <div class="drawing plain" onclick={click(store)}
                    onkeydown={keys(store, kind.walk, stops.clone(), focused.setter(), node.clone())}>
                    {html(&drawn.scene, kind.class, emphasis)}
                </div>
                <Naming frame={node} {width} />
                {drawn.legend.clone()}
            }
        </div>
        {drawn.below.clone()}
    </> };
    frame(store, figure, counts, kind.class, content)
}
