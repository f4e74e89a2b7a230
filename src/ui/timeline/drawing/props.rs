//! What the drawing is told.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    figure::timeline::Names,
    layout::timeline::{PlaceOptions, TimelineInput},
    model::Id,
    scale::{Limits, Span},
    ui::store::{Step, Store},
};

/// What to draw.
#[derive(Properties, PartialEq)]
pub struct DrawingProps {
    /// The figure.
    pub figure: Id,
    /// What it is laid out from.
    pub input: Rc<TimelineInput>,
    /// Names of the items for those who listen, by their place in the input.
    pub names: Rc<Names>,
    /// The days to show.
    pub span: Span,
    /// The days that can be shown.
    pub limits: Limits,
    /// Width in CSS pixels.
    pub width: f64,
    /// How wide the page's text is.
    pub options: PlaceOptions,
    /// Page, words and state.
    pub store: Store,
    /// Hears of a new span: `Replace` while it moves, `Push` when it rests.
    pub on_span: Callback<(Span, Step)>,
    /// Asks to fold or unfold a track.
    pub on_fold: Callback<Id>,
    /// Hears what is drawn: items in the span, items drawn by themselves.
    pub on_drawn: Callback<(usize, usize)>,
}

impl DrawingProps {
    /// Whether both draw the same at the same place. Where the page's link alone differs, they do.
    pub(super) fn looks_like(&self, other: &DrawingProps) -> bool {
        let (a, b) = (&self.store, &other.store);
        Rc::ptr_eq(&self.input, &other.input)
            && Rc::ptr_eq(&self.names, &other.names)
            && self.width == other.width
            && self.options == other.options
            && Rc::ptr_eq(&a.data, &b.data)
            && Rc::ptr_eq(&a.words, &b.words)
            && a.state.select == b.state.select
    }
}
