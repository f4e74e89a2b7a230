//! What a picture or a table carries with it when it leaves the page: what it is, what it rests on, and what was left out.

use super::{Context, Table, Told, joined};
use crate::{
    model::{Citation, Edtf, Fact, Figure, Id, Item, Source},
    query::{Found, filters_on},
    state::Facet,
};

/// What a picture or a table carries with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance {
    /// Id of the figure.
    pub figure: String,
    /// Its kind in the data format.
    pub kind: String,
    /// Title of the figure.
    pub title: String,
    /// What it comes to, in sentences.
    pub told: String,
    /// Tag of the language it is written in.
    pub language: &'static str,
    /// Id of the briefing.
    pub id: String,
    /// Title of the briefing.
    pub briefing: String,
    /// Its edition, where it has one.
    pub edition: Option<String>,
    /// The day to which its data are current, as written, and in words.
    pub as_of: Option<(String, String)>,
    /// Its licence.
    pub licence: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// The filters in force, in words.
    pub filters: Vec<String>,
    /// The day on which it was made.
    pub made: (String, String),
    /// What it rests on, each once.
    pub sources: Vec<Cited>,
}

/// A source, in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cited {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it is.
    pub url: Option<String>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// When it was last read, as written, and in words.
    pub accessed: Option<(String, String)>,
    /// Tag of its language.
    pub language: Option<String>,
    /// An archived copy.
    pub archived: Option<String>,
}

impl Cited {
    fn of(context: &Context, source: &Item<Source>) -> Cited {
        let written = |date: &Fact<Edtf>| date.value.as_str().to_owned();
        Cited {
            id: source.meta.id.to_string(),
            title: context.text(&source.title),
            publisher: source.publisher.as_ref().map(|publisher| context.text(publisher)),
            url: source.url.as_ref().map(|url| url.to_string()),
            published: source.published.as_ref().map(written),
            accessed: source.accessed.as_ref().map(|date| (written(date), context.date(&date.value))),
            language: source.language.as_ref().map(|tag| tag.to_string()),
            archived: source.archived.as_ref().map(|url| url.to_string()),
        }
    }

    /// The source in a line: title, publisher, address, day of reading.
    pub fn line(&self, context: &Context) -> String {
        let read = self.accessed.as_ref().map(|(_, day)| context.tf("source-read", &[("date", day.clone().into())]));
        let parts = [Some(self.title.clone()), self.publisher.clone(), self.url.clone(), read];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The source by its title and publisher.
    pub fn short(&self) -> String {
        match &self.publisher {
            Some(publisher) => format!("{} ({publisher})", self.title),
            None => self.title.clone(),
        }
    }
}

impl Provenance {
    /// What a figure carries, given its tables and sentences.
    pub fn of(context: &Context, figure: &Item<Figure>, tables: &[Table], told: &[Told]) -> Provenance {
        let subject = (figure.meta.id.to_string(), figure.kind.to_string(), context.title(figure));
        let citations = tables.iter().flat_map(Table::citations).chain(&figure.meta.sources).collect();
        Provenance::about(context, subject, joined(context, told), citations)
    }

    /// The same of what is no figure of the briefing: its id, kind and title, what it comes to, and all that it cites.
    pub fn about(
        context: &Context,
        (figure, kind, title): (String, String, String),
        told: String,
        citations: Vec<&Citation>,
    ) -> Provenance {
        let card = &context.briefing.card;
        let today = Edtf::from_day(context.today);
        let mut known: Vec<&Id> = Vec::new();
        for citation in citations {
            if !known.contains(&&citation.source) {
                known.push(&citation.source);
            }
        }
        Provenance {
            filters: filters(context, &kind),
            figure,
            kind,
            title,
            told,
            language: context.language().tag(),
            id: card.id.to_string(),
            briefing: context.text(&card.title),
            edition: card.edition.as_ref().map(|edition| context.text(edition)),
            as_of: card.as_of.as_ref().map(|day| (day.as_str().to_owned(), context.date(day))),
            licence: card.licence.as_ref().map(|licence| context.text(licence)),
            publisher: card.publisher.as_ref().map(|publisher| context.text(publisher)),
            made: (today.as_str().to_owned(), context.date(&today)),
            sources: known.into_iter().filter_map(|id| cited(context, id)).collect(),
        }
    }

    /// Everything but the title, in lines of words. `most_sources`: as many sources are named, the rest counted.
    pub fn lines(&self, context: &Context, most_sources: usize) -> Vec<String> {
        let labelled = |key: &str, words: &str| {
            context.tf("labelled", &[("label", context.t(key).into()), ("words", words.to_owned().into())])
        };
        let mut lines = Vec::new();
        let shown = self.sources.iter().take(most_sources).map(Cited::short).collect::<Vec<_>>().join("; ");
        let more = self.sources.len().saturating_sub(most_sources);
        let sources = match (self.sources.is_empty(), more) {
            // A list of sources rests on itself.
            (true, _) if self.kind == "sources" => self.title.clone(),
            (true, _) => context.t("no-source"),
            (false, 0) => shown,
            (false, more) => context.tf("sources-more", &[("shown", shown.into()), ("count", more.into())]),
        };
        lines.push(labelled("column-sources", &sources));
        if !self.filters.is_empty() {
            lines.push(labelled("filters-in-force", &self.filters.join("; ")));
        }
        let publisher = self.publisher.as_ref().map(|publisher| format!("{} ({publisher})", self.briefing));
        let facts = [
            Some(publisher.unwrap_or_else(|| self.briefing.clone())),
            self.edition.as_ref().map(|edition| labelled("card-edition", edition)),
            self.as_of.as_ref().map(|(_, day)| labelled("card-as-of", day)),
            self.licence.as_ref().map(|licence| labelled("card-licence", licence)),
            Some(labelled("made-on", &self.made.1)),
        ];
        lines.push(facts.into_iter().flatten().collect::<Vec<_>>().join("; "));
        lines
    }

    /// The lines of a note beside or above a table: title and sentences, then everything, each source in full.
    pub fn note(&self, context: &Context) -> Vec<String> {
        let mut lines = vec![self.title.clone()];
        lines.extend((!self.told.is_empty()).then(|| self.told.clone()));
        lines.extend(self.lines(context, 0).into_iter().skip(1));
        if self.sources.is_empty() && self.kind != "sources" {
            lines.push(context.t("no-source"));
        }
        lines.extend(self.sources.iter().map(|source| format!("{}: {}", source.id, source.line(context))));
        lines
    }
}

/// A source of the briefing, in words.
pub fn cited(context: &Context, id: &Id) -> Option<Cited> {
    match context.find(id)? {
        Found::Source(source) => Some(Cited::of(context, source)),
        _ => None,
    }
}

/// The filters that a figure of this kind heeds, in words.
fn filters(context: &Context, kind: &str) -> Vec<String> {
    filter_words(context, filters_on(kind, context.state)).into_iter().chain(day_words(context)).collect()
}

/// The values asked for of some facets, and the words sought where they are heeded.
pub(super) fn filter_words(context: &Context, (facets, search): (Vec<Facet>, bool)) -> Vec<String> {
    let name = |facet: Facet, id: &str| match facet {
        Facet::Track | Facet::Actor => context.name_of(&Id::from(id)),
        Facet::Tag => id.to_owned(),
        _ => context.words.known(facet.key(), id),
    };
    let facet = |facet: Facet| {
        let values = context.state.facets.get(&facet)?;
        Some(values.iter().map(|id| name(facet, id)).collect::<Vec<_>>().join(", "))
    };
    let words = search.then(|| format!("“{}”", context.state.search));
    facets.into_iter().filter_map(facet).chain(words).collect()
}

/// The days that the reader looks back to.
pub(super) fn day_words(context: &Context) -> Vec<String> {
    let days = [("asof-made", context.state.asof), ("known-made", context.state.known)];
    let days = days.into_iter().filter_map(|(key, day)| {
        let words = context.date(&Edtf::from_day(day?));
        Some(context.tf("labelled", &[("label", context.t(key).into()), ("words", words.into())]))
    });
    days.collect()
}
