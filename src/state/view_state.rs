//! The view state: everything that a link holds.

use std::collections::BTreeMap;

use crate::model::{Day, Edtf, Id};

/// Everything that a link holds. The default is the start page, as the site and the reader's browser have it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewState {
    /// Address of the briefing, where it is not the site's own.
    pub briefing: Option<Box<str>>,
    /// The page; `None` for the overview.
    pub view: Option<Id>,
    /// First day to show.
    pub from: Option<Bound>,
    /// Last day to show.
    pub to: Option<Bound>,
    /// The world as it stood at the end of this day; `None`: as it stands.
    pub asof: Option<Day>,
    /// Only what had been recorded by the end of this day; `None`: all.
    pub known: Option<Day>,
    /// Words to find; empty for none.
    pub search: Box<str>,
    /// What to show only; a facet without ids is absent.
    pub facets: BTreeMap<Facet, Vec<Box<str>>>,
    /// The opened item.
    pub select: Option<Id>,
    /// Two items side by side.
    pub compare: Option<(Id, Id)>,
    /// The step of the story that the reader is at.
    pub step: Option<Id>,
    /// BCP 47 tag of the language of the page; `None`: as the browser says.
    pub lang: Option<Box<str>>,
    /// The colours of the page.
    pub theme: Theme,
    /// Without header and footer, for use inside another page.
    pub embed: bool,
}

/// One end of the visible span.
#[derive(Clone, Debug, PartialEq)]
pub enum Bound {
    /// The first day of the data, whatever it is when the link is opened.
    Earliest,
    /// The last day of the data, whatever it is when the link is opened.
    Latest,
    /// A date; its first day as the start of a span, its last day as the end.
    Date(Edtf),
}

/// A property by which items are filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The band of the timeline.
    Track,
    /// The sort of item.
    Kind,
    /// Who acted.
    Actor,
    /// Free words.
    Tag,
    /// Where an instrument stands.
    Status,
    /// How it is known.
    Grade,
    /// How sure it is.
    Confidence,
}

impl Facet {
    /// All facets with their keys in links.
    pub const ALL: [(Facet, &'static str); 7] = [
        (Facet::Track, "track"),
        (Facet::Kind, "kind"),
        (Facet::Actor, "actor"),
        (Facet::Tag, "tag"),
        (Facet::Status, "status"),
        (Facet::Grade, "grade"),
        (Facet::Confidence, "confidence"),
    ];

    /// Its key in links.
    pub fn key(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system says.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Highest contrast.
    Contrast,
}

impl Theme {
    /// All themes with their words in links.
    pub const ALL: [(Theme, &'static str); 4] =
        [(Theme::Auto, "auto"), (Theme::Light, "light"), (Theme::Dark, "dark"), (Theme::Contrast, "contrast")];

    /// Its word in links.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

impl ViewState {
    /// Id of the page shown.
    pub fn view(&self) -> &str {
        self.view.as_deref().unwrap_or("overview")
    }

    /// The items that it names: the opened one, and those that are compared.
    pub fn items(&self) -> impl Iterator<Item = &Id> {
        let compared = self.compare.iter().flat_map(|(a, b)| [a, b]);
        self.select.iter().chain(compared)
    }
}
