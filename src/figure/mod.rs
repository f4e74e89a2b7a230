//! Figures: what each kind makes of a briefing. Picture, tables, sentences and legend come from here for the page, the tool and
//! the tests alike. One file a kind.

pub mod activity;
mod amount;
pub mod attendance;
pub mod bars;
pub mod calendar;
pub mod cite;
mod claims;
pub mod compare;
pub mod conditions;
mod context;
pub mod dots;
pub mod flow;
pub mod line;
pub mod lineage;
pub mod lists;
pub mod matrix;
mod measured;
pub mod meetings;
pub mod multiples;
pub mod note;
pub mod plate;
pub mod provenance;
mod rest;
pub mod series;
mod share;
pub mod slope;
pub mod table;
pub mod targets;
pub mod timeline;
pub mod units;

pub use context::Context;
pub use table::{Cell, Column, On, Row, Table, columns};

use crate::{
    layout::text::TextMeter,
    model::{Figure, Item},
    scene::{Scene, focus::Walk},
};

/// The room for a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Canvas {
    /// Its width in CSS pixels.
    pub width: f64,
    /// How wide text is.
    pub meter: TextMeter,
}

/// What a kind makes of a figure.
pub struct Made {
    /// The picture; its title is that of the figure, its description the sentences.
    pub scene: Scene,
    /// How many items there are to show.
    pub items: usize,
    /// What its signs mean: those that occur.
    pub legend: Vec<LegendEntry>,
    /// In a sentence, that there is no room for each item by itself, where that is so.
    pub thinned: Option<String>,
    /// What the figure comes to, where that was found out on the way.
    pub told: Option<Vec<Told>>,
}

impl Made {
    /// What the figure comes to, and what has no room in its picture.
    pub fn told(&self, kind: &Kind, context: &Context, figure: &Item<Figure>) -> Vec<Told> {
        let told = self.told.clone().unwrap_or_else(|| (kind.tell)(context, figure));
        told.into_iter().chain(self.thinned.clone().into_iter().flat_map(Told::whole)).collect()
    }
}

/// A sign and what it means.
pub struct LegendEntry {
    /// The sign, as a small picture; without one, the words stand by themselves.
    pub sample: Option<Scene>,
    /// What it means.
    pub words: String,
}

/// What a figure comes to, by rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What it is about, where a figure shows several things.
    pub title: Option<String>,
    /// The sentences.
    pub words: String,
}

/// A kind of drawn figure.
pub struct Kind {
    /// Its word in the data format.
    pub word: &'static str,
    /// How the arrow keys go through its picture.
    pub walk: Walk,
    /// Draws it.
    pub make: fn(&Context, &Item<Figure>, Canvas) -> Made,
    /// The same as tables.
    pub tables: fn(&Context, &Item<Figure>) -> Vec<Table>,
    /// The same in sentences, which follow from the data by rule.
    pub tell: fn(&Context, &Item<Figure>) -> Vec<Told>,
}

/// All kinds of drawn figures.
pub static KINDS: &[&Kind] = &[
    &activity::KIND,
    &attendance::KIND,
    &bars::KIND,
    &calendar::KIND,
    &dots::KIND,
    &flow::KIND,
    &line::KIND,
    &lineage::KIND,
    &matrix::KIND,
    &meetings::KIND,
    &multiples::KIND,
    &series::STEMS,
    &series::STEPS,
    &slope::KIND,
    &targets::KIND,
    &timeline::KIND,
    &units::KIND,
];

/// The kind of a word of the data format, if it is drawn.
pub fn kind(word: &str) -> Option<&'static Kind> {
    KINDS.iter().copied().find(|kind| kind.word == word)
}

impl Told {
    /// Sentences about the whole figure.
    pub fn whole(words: String) -> Vec<Told> {
        if words.is_empty() { Vec::new() } else { vec![Told { title: None, words }] }
    }
}

/// The tables and the sentences of a figure, drawn or not; nothing where its kind is not known.
pub fn content(context: &Context, figure: &Item<Figure>) -> (Vec<Table>, Vec<Told>) {
    if let Some(kind) = kind(&figure.kind) {
        return ((kind.tables)(context, figure), (kind.tell)(context, figure));
    }
    (lists::tables(context, figure), Vec::new())
}

/// All sentences as one text.
pub fn joined(context: &Context, told: &[Told]) -> String {
    let sentence = |one: &Told| match &one.title {
        Some(title) => {
            let values = [("title", title.clone().into()), ("sentence", one.words.clone().into())];
            context.tf("series-titled", &values)
        }
        None => one.words.clone(),
    };
    let sentences: Vec<String> = told.iter().map(sentence).collect();
    crate::draw::series::join(&sentences, context.words)
}
