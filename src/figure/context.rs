//! What figures are made from besides themselves: the briefing, the words of the page, the reader's view and day.

use std::borrow::Cow;

use crate::{
    i18n::{Language, Value, Words},
    model::{Briefing, Citation, Day, Edtf, Fact, Figure, Id, Item, Observation, Qualifier, Series, Text},
    query::{self, Found, Index, search::Hits},
    state::ViewState,
};

/// What figures are made from besides themselves.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// Its index.
    pub index: &'a Index,
    /// The words of the page.
    pub words: &'a Words,
    /// What the reader looks at: filters and words sought.
    pub state: &'a ViewState,
    /// What its search finds.
    pub hits: &'a Hits,
    /// The reader's calendar day.
    pub today: Day,
}

impl<'a> Context<'a> {
    /// The day from whose end things are seen: the one that the reader looks back to, else the reader's own.
    pub fn day(&self) -> Day {
        self.state.asof.unwrap_or(self.today)
    }

    /// The item of an id or a former id.
    pub fn find(&self, id: &str) -> Option<Found<'a>> {
        self.index.find(self.briefing, id)
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
    pub fn tf(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.words.text_with(key, values)
    }

    /// The best version of a text of the briefing as its author wrote it, with its language where that is not the page's.
    pub fn written<'t>(&self, text: &'t Text) -> (&'t str, Option<&'t str>)
    where
        'a: 't,
    {
        let first = self.briefing.card.first_language();
        let own = self.language().tag();
        let Some(version) = text.best(own, first) else { return ("", None) };
        let tag = if version.lang.is_empty() { first } else { &version.lang };
        (&version.text, Some(tag).filter(|tag| *tag != own))
    }

    /// The same with its references to values replaced.
    pub fn best<'t>(&self, text: &'t Text) -> (Cow<'t, str>, Option<&'t str>)
    where
        'a: 't,
    {
        let (words, lang) = self.written(text);
        (self.live(words), lang)
    }

    /// Whether the reader looks back, so that what came later is not there.
    pub fn looks_back(&self) -> bool {
        self.state.asof.is_some() || self.state.known.is_some()
    }

    /// Words of the briefing with their references to values replaced.
    pub fn live<'t>(&self, words: &'t str) -> Cow<'t, str> {
        query::live(words, self.briefing, self.index, self.words, self.looks_back())
    }

    /// The best version of a text of the briefing as a plain string.
    pub fn text(&self, text: &Text) -> String {
        self.best(text).0.into_owned()
    }

    /// The name of an item: its title, else the word for its sort.
    pub fn name(&self, found: Found) -> String {
        match found {
            Found::View(view) if view.title.versions().is_empty() => self.t(&format!("view-{}", view.meta.id)),
            Found::Dispute(_) => self.t("sort-dispute"),
            _ => found.title().map_or_else(|| self.t(&format!("sort-{}", found.sort())), |text| self.text(text)),
        }
    }

    /// The name of the item of an id; the id itself where there is none.
    pub fn name_of(&self, id: &Id) -> String {
        self.find(id).map_or_else(|| id.to_string(), |found| self.name(found))
    }

    /// What sort of item, and which sort of those.
    pub fn sort(&self, found: Found) -> String {
        let sort = self.t(&format!("sort-{}", found.sort()));
        let kind = match found {
            Found::Event(item) => item.kind.as_deref(),
            Found::Instrument(item) => item.kind.as_deref(),
            Found::Actor(item) => item.kind.as_deref(),
            Found::Meeting(item) => item.format.as_deref(),
            _ => None,
        };
        match kind {
            Some(kind) => format!("{sort} · {}", self.words.known("kind", kind)),
            None => sort,
        }
    }

    /// The title of a figure; where the author gives none, that of its kind.
    pub fn title(&self, figure: &Figure) -> String {
        match &figure.title {
            Some(title) if !title.versions().is_empty() => self.text(title),
            _ => self.words.known("figure", &figure.kind),
        }
    }

    /// A date in the words of the page.
    pub fn date(&self, date: &Edtf) -> String {
        date.print(self.language().dates())
    }

    /// A date, or a span with its last day, in the words of the page.
    pub fn span(&self, date: &Fact<Edtf>, end: Option<&Fact<Edtf>>) -> String {
        query::span_words(date, end, self.words)
    }

    /// A value with how exact it is and its unit, as in "more than 30 participants".
    pub fn quantity(&self, value: f64, qualifier: Qualifier, unit: Option<&Text>) -> String {
        self.words.quantity(value, qualifier, unit.map(|unit| self.text(unit)).as_deref())
    }

    /// An observation's value with its unit.
    pub fn observed(&self, series: &Series, observation: &Observation) -> String {
        query::observed(series, observation, self.words, &|text| self.text(text))
    }

    /// The series of a figure, in its order.
    pub fn series_of(&self, figure: &Figure) -> Vec<&'a Item<Series>> {
        let found = figure.series.iter().filter_map(|id| self.find(id));
        let series = found.filter_map(|found| match found {
            Found::Series(item) => Some(item),
            _ => None,
        });
        series.collect()
    }

    /// A source by its title and address.
    pub fn source_words(&self, citation: &Citation) -> String {
        match self.find(&citation.source) {
            Some(Found::Source(source)) => {
                let address = source.url.as_ref().map(|url| format!(" <{url}>"));
                self.text(&source.title) + &address.unwrap_or_default()
            }
            _ => citation.source.to_string(),
        }
    }
}
