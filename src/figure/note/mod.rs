//! A briefing note: some items of a briefing on one page, with numbered sources. What it says is here, for the page and the
//! files alike, so that their numbers agree.

mod facts;
mod numbering;
mod shown;
#[cfg(test)]
pub(crate) mod tests;

use super::{
    Context,
    cite::{card_words, standing},
};
use crate::{
    load::link::safe_link,
    model::{Citation, Edtf, Fact, Id, Source, Text, prose::prose},
    query::Found,
};

pub use shown::{Shown, shown};

use facts::facts;
use numbering::Numbering;

/// So many items have room in a note; who wants more wants the data.
pub const MOST_ITEMS: usize = 300;

/// A briefing note.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Id of the briefing.
    pub id: String,
    /// Its title.
    pub title: String,
    /// BCP 47 tag of the language it is written in.
    pub language: &'static str,
    /// Of which briefing, as of when, made when, what narrows it, what is left out: a line each.
    pub lead: Vec<String>,
    /// The items, in the order asked for.
    pub entries: Vec<Entry>,
    /// What they rest on, in the order of first use: the first is number 1.
    pub sources: Vec<Reference>,
}

/// Words, with the tag of their language where that is not the note's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phrase {
    /// The words, as plain text.
    pub words: String,
    /// BCP 47 tag.
    pub lang: Option<String>,
}

/// An item in a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: Id,
    /// What sort of item.
    pub sort: String,
    /// Its title.
    pub title: Phrase,
    /// The numbers of the sources that hold for all of it; may be empty.
    pub numbers: Vec<usize>,
    /// Values and dates; may be empty.
    pub facts: Vec<Statement>,
    /// What it says, a paragraph each; may be empty.
    pub texts: Vec<Phrase>,
    /// What other sources say instead; may be empty.
    pub disputes: Vec<Statement>,
}

/// A statement, with the numbers of its own sources; none where those of its item hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What it is about.
    pub label: Option<String>,
    /// The words.
    pub said: Phrase,
    /// The numbers of its own sources, as they stand in the text; may be empty.
    pub numbers: Vec<usize>,
}

/// A numbered source.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Its title.
    pub title: Phrase,
    /// Publisher, day of publication, where in it: as far as they are known.
    pub details: Vec<String>,
    /// What it says.
    pub quote: Option<Quote>,
    /// Where it is.
    pub url: Option<Address>,
    /// When and in what form it was read, in words; may be empty.
    pub read: Vec<String>,
    /// An archived copy.
    pub archived: Option<Address>,
}

/// The words of a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The words.
    pub words: String,
    /// BCP 47 tag of their language.
    pub lang: Option<String>,
    /// Their language and who translated them, in words.
    pub told: Option<String>,
}

/// An address.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// As written.
    pub url: String,
    /// Whether it may be linked.
    pub is_link: bool,
}

/// A note on some items: `ids` are those of the items, in the order in which they are to stand; unknown ones are left out.
/// `conditions`: what narrows the choice, in words (see [`super::conditions`]). Of more than [`MOST_ITEMS`] the first stand there,
/// and the note says so.
pub fn note(context: &Context, ids: &[Id], conditions: &[String]) -> Note {
    let found: Vec<Found> = ids.iter().filter_map(|id| context.find(id)).collect();
    let mut numbering = Numbering::default();
    let entries = found.iter().take(MOST_ITEMS).map(|found| entry(context, &mut numbering, *found)).collect();
    let mut lead = lead(context);
    lead.extend_from_slice(conditions);
    if found.len() > MOST_ITEMS {
        lead.push(context.tf("note-cut", &[("shown", MOST_ITEMS.into()), ("count", found.len().into())]));
    }
    Note {
        id: context.briefing.card.id.to_string(),
        title: context.tf("note-title", &[("title", context.text(&context.briefing.card.title).into())]),
        language: context.language().tag(),
        lead,
        entries,
        sources: numbering.citations.iter().map(|citation| reference(context, citation)).collect(),
    }
}

/// Whose, which edition, as of when, on what terms, and when it was made.
fn lead(context: &Context) -> Vec<String> {
    let card = &context.briefing.card;
    let labelled =
        |key: &str, words: String| context.tf("labelled", &[("label", context.t(key).into()), ("words", words.into())]);
    let mut lines = Vec::new();
    lines.extend(card.publisher.as_ref().map(|publisher| labelled("card-publisher", context.text(publisher))));
    lines.extend(card.edition.as_ref().map(|edition| labelled("card-edition", context.text(edition))));
    lines.extend(card_words(context));
    lines.push(labelled("made-on", context.date(&Edtf::from_day(context.today))));
    lines
}

fn entry<'a>(context: &Context<'a>, numbering: &mut Numbering<'a>, found: Found<'a>) -> Entry {
    let meta = found.meta();
    let numbers = numbering.all(found.sources());
    let (mut facts, mut disputes) = facts(context, numbering, found);
    facts.extend(standing(context, meta.grade, meta.confidence).map(|words| Statement::plain(None, words)));
    facts.extend(meta.note.as_ref().map(|note| Statement {
        label: Some(context.t("note")),
        said: phrase(context, note),
        numbers: Vec::new(),
    }));
    disputes.extend(self::disputes(context, numbering, &meta.id));
    if numbers.is_empty() && facts.iter().all(|fact| fact.numbers.is_empty()) && !matches!(found, Found::Source(_)) {
        facts.push(Statement::plain(None, context.t("no-source")));
    }
    Entry {
        id: meta.id.clone(),
        sort: context.sort(found),
        title: match found.title().filter(|title| !title.versions().is_empty()) {
            Some(title) => phrase(context, title),
            None => Phrase { words: context.name(found), lang: None },
        },
        numbers,
        facts,
        texts: texts(context, found),
        disputes,
    }
}

/// What an item says, a paragraph each.
fn texts(context: &Context, found: Found) -> Vec<Phrase> {
    let Some(text) = (match found {
        Found::Outcome(_, item) => Some(&item.text),
        Found::Step(item) => item.text.as_ref(),
        Found::View(item) => item.summary.as_ref(),
        found => found.text(),
    }) else {
        return Vec::new();
    };
    let whole = phrase(context, text);
    match found {
        Found::Outcome(..) | Found::Step(_) | Found::Agenda(..) => {
            facts::paragraphs(&prose(&whole.words)).into_iter().map(|words| Phrase { words, ..whole.clone() }).collect()
        }
        _ => vec![whole],
    }
}

/// What the briefing says of disagreement on an item.
fn disputes<'a>(context: &Context<'a>, numbering: &mut Numbering<'a>, id: &Id) -> Vec<Statement> {
    let mut said = Vec::new();
    for dispute in context.index.concerning(id).iter().filter_map(|id| context.find(id)) {
        let Found::Dispute(dispute) = dispute else { continue };
        for claim in &dispute.claims {
            let numbers = numbering.all(Found::Claim(dispute, claim).sources());
            said.push(Statement { label: None, said: phrase(context, &claim.text), numbers });
        }
        let note = dispute.meta.note.as_ref();
        said.extend(note.map(|note| Statement { label: None, said: phrase(context, note), numbers: Vec::new() }));
    }
    said
}

/// A citation in words.
fn reference(context: &Context, citation: &Citation) -> Reference {
    let Some(Found::Source(source)) = context.find(&citation.source) else {
        let title = Phrase { words: citation.source.to_string(), lang: None };
        return Reference { title, details: Vec::new(), quote: None, url: None, read: Vec::new(), archived: None };
    };
    let source: &Source = source;
    let date = |date: &Fact<Edtf>| context.date(&date.value);
    let details = [
        source.publisher.as_ref().map(|publisher| context.text(publisher)),
        source.published.as_ref().map(date),
        citation.locator.as_ref().map(|locator| context.text(locator)),
    ];
    let read = [
        source.accessed.as_ref().map(|day| context.tf("source-read", &[("date", date(day).into())])),
        source.accessed_as.as_ref().map(|form| context.tf("source-read-as", &[("form", context.text(form).into())])),
    ];
    let address = |url: &str, is_link: bool| {
        let link = safe_link(url).filter(|_| is_link);
        Address { is_link: link.is_some(), url: link.unwrap_or_else(|| url.to_owned()) }
    };
    Reference {
        title: phrase(context, &source.title),
        details: details.into_iter().flatten().collect(),
        quote: citation.quote.as_ref().map(|quote| self::quote(context, citation, quote)),
        url: source.url.as_deref().map(|url| address(url, source.link)),
        read: read.into_iter().flatten().collect(),
        archived: source.archived.as_deref().map(|url| address(url, true)),
    }
}

fn quote(context: &Context, citation: &Citation, quote: &Text) -> Quote {
    let language = citation.language.as_deref().map(|tag| context.words.known("language", tag));
    let translator = citation.translator.as_deref().map(|name| context.tf("translated-by", &[("name", name.into())]));
    let told: Vec<String> = language.into_iter().chain(translator).collect();
    let Phrase { words, lang } = phrase(context, quote);
    Quote {
        words,
        lang: citation.language.as_deref().map(str::to_owned).or(lang),
        told: (!told.is_empty()).then(|| told.join(" · ")),
    }
}

/// A text of the briefing.
fn phrase(context: &Context, text: &Text) -> Phrase {
    let (words, lang) = context.best(text);
    Phrase { words: words.into_owned(), lang: lang.map(str::to_owned) }
}

impl Statement {
    fn plain(label: Option<String>, words: String) -> Statement {
        Statement { label, said: Phrase { words, lang: None }, numbers: Vec::new() }
    }
}
