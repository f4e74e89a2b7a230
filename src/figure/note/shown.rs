//! What the page at hand shows, as items for a note.

use crate::{
    figure::{Context, conditions::figures_shown, content},
    model::{Id, Register},
    query::Found,
};

/// The items of a page, and what narrows them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// Each item once, in the order of the figures and their rows.
    pub items: Vec<Id>,
    /// What narrows the page, in words.
    pub conditions: Vec<String>,
}

/// The items that the figures of the page at hand show, after filters, words sought and span: the rows of their tables. Stages
/// stand for their policy act, parts of meetings for the meeting, entries of a catalogue for its version.
pub fn shown(context: &Context) -> Shown {
    let mut met = Register::default();
    let mut items = Vec::new();
    for figure in figures_shown(context) {
        let (tables, _) = content(context, figure);
        let rows = tables.iter().flat_map(|table| &table.rows).filter_map(|row| row.id.as_ref());
        for found in rows.filter_map(|id| context.find(id)) {
            let id = &stands_for(context, found).meta().id;
            if met.find(id).is_none() {
                met.enter(id);
                items.push(id.clone());
            }
        }
    }
    Shown { items, conditions: super::super::conditions::conditions(context) }
}

fn stands_for<'a>(context: &Context<'a>, found: Found<'a>) -> Found<'a> {
    match found {
        // A value stands by itself: its series may hold a thousand others.
        Found::Observation(..) | Found::Version(..) | Found::Claim(..) => found,
        Found::Entry(version, _) => context.find(&version.meta.id).unwrap_or(found),
        found => found.whole().unwrap_or(found),
    }
}
