//! What every component may read: the briefing, the words, the view state; and how to change the last.

use std::{borrow::Cow, mem::discriminant, rc::Rc};

use yew::prelude::*;

use super::{
    deferred::Deferred,
    explore::{Panel, Seen},
    figures::Kept,
    original::Original,
};
use crate::{
    figure::Context,
    i18n::{Language, Value, Words},
    layout::text::TextMeter,
    load::Report,
    model::{Briefing, Day, Id, Text},
    query::{Found, Index},
    state::{Action, ViewState},
};

/// A loaded briefing. Compared by address: it does not change.
pub struct Data {
    /// The briefing.
    pub briefing: Briefing,
    /// Its index.
    pub index: Index,
    /// What was found wrong with it.
    pub report: Rc<Report>,
    /// Its file as it came.
    pub original: Rc<Original>,
}

/// How a change enters the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// As a new entry: the reader can go back.
    Push,
    /// In place of the current entry: while something moves.
    Replace,
}

/// What every component may read and ask for.
#[derive(Clone)]
pub struct Store {
    /// The briefing, as it stood where the reader looks back.
    pub data: Rc<Data>,
    /// What is seen of it.
    pub seen: Rc<Seen>,
    /// What the bar has open.
    pub panel: Option<Panel>,
    /// Opens something of the bar, or closes it.
    pub open: Callback<Option<Panel>>,
    /// Whether the page is about to be printed.
    pub is_printing: bool,
    /// Whether keys work everywhere on the page.
    pub has_keys: bool,
    /// Switches them on or off.
    pub use_keys: Callback<bool>,
    /// The words of the page.
    pub words: Rc<Words>,
    /// What the reader looks at.
    pub state: Rc<ViewState>,
    /// The reader's calendar day.
    pub today: Day,
    /// Asks for a change.
    pub dispatch: Callback<(Action, Step)>,
    /// Copies the link of this view.
    pub share: Callback<()>,
    /// The link of this view, where the browser refused to copy it.
    pub shared: Option<Rc<str>>,
    /// The width that the page has for a figure, in CSS pixels.
    pub room: f64,
    /// How wide the page's fonts are.
    pub meter: TextMeter,
    /// The code that the first view can do without.
    pub deferred: Deferred,
    /// Fetches that code.
    pub fetch_deferred: Callback<()>,
    /// Hands a picture or a table to the reader as a file.
    pub keep: Callback<Kept>,
    /// The items that the reader wants in a note.
    pub note: Rc<Vec<Id>>,
    /// Replaces that list.
    pub set_note: Callback<Rc<Vec<Id>>>,
    /// Says something in a sentence, once.
    pub say: Callback<String>,
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.data, &other.data)
            && Rc::ptr_eq(&self.seen, &other.seen)
            && self.panel == other.panel
            && self.is_printing == other.is_printing
            && self.has_keys == other.has_keys
            && Rc::ptr_eq(&self.words, &other.words)
            && self.state == other.state
            && self.today == other.today
            && self.shared == other.shared
            && Rc::ptr_eq(&self.note, &other.note)
            && self.meter == other.meter
            && discriminant(&self.deferred) == discriminant(&other.deferred)
    }
}

impl Store {
    /// The briefing.
    pub fn briefing(&self) -> &Briefing {
        &self.data.briefing
    }

    /// What figures are made from besides themselves.
    pub fn context(&self) -> Context<'_> {
        let Data { briefing, index, .. } = &*self.data;
        Context { briefing, index, words: &self.words, state: &self.state, hits: &self.seen.hits, today: self.today }
    }

    /// The item of an id or a former id.
    pub fn find(&self, id: &str) -> Option<Found<'_>> {
        self.context().find(id)
    }

    /// The language of the page.
    pub fn language(&self) -> Language {
        self.words.language()
    }

    /// A text of the page.
    pub fn t(&self, key: &str) -> String {
        self.words.text(key)
    }

    /// A text of the page with values in it.
    pub fn tf(&self, key: &str, values: &[(&'static str, Value)]) -> String {
        self.words.text_with(key, values)
    }

    /// The best version of a text of the briefing, with its language where that is not the page's.
    pub fn best<'a>(&'a self, text: &'a Text) -> (Cow<'a, str>, Option<&'a str>) {
        self.context().best(text)
    }

    /// The best version of a text of the briefing as a plain string.
    pub fn plain(&self, text: &Text) -> String {
        self.best(text).0.into_owned()
    }

    /// The name of an item: its title, else the word for its sort.
    pub fn name(&self, found: Found) -> String {
        self.context().name(found)
    }

    /// Asks for a change as a new entry of the history.
    pub fn act(&self, action: Action) {
        self.dispatch.emit((action, Step::Push));
    }

    /// Opens an item.
    pub fn select(&self, id: &Id) {
        self.act(Action::Select(id.clone()));
    }
}
