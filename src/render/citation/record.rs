//! What a citation says, whatever its format: an item or a page of a briefing, or a source that it rests on.

use crate::{
    figure::{
        Context,
        cite::{alternatives_of, card_words, quoted, rests_on, standing, statement},
        conditions::{conditions, days},
    },
    model::{Citation, Edtf, Fact, Id, Item, Source, View},
    query::Found,
    state::{Action, ViewState, apply, write},
};

/// What is cited.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The id of the briefing and that of the item, set apart by a colon: `ccc:act.2019`. Unique in a briefing.
    pub key: String,
    /// What sort of thing.
    pub sort: Sort,
    /// Its title, as printed or in words.
    pub title: String,
    /// The briefing that it is part of.
    pub container: Option<String>,
    /// Who published it: an institution, never a name to be taken apart.
    pub publisher: Option<String>,
    /// When it was published.
    pub issued: Option<Said>,
    /// Where it is.
    pub url: Option<String>,
    /// Which edition of the briefing.
    pub edition: Option<String>,
    /// When it was read.
    pub accessed: Option<Said>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
    /// What else there is to say, a line each; what other sources say of its date, its archived copy, the fingerprint of the
    /// briefing, filters in force.
    pub notes: Vec<String>,
}

/// What sort of thing is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Part of a briefing: an item, a page.
    Part,
    /// A source that stands by itself.
    Work,
}

/// A date, and how it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The date, with its own precision.
    pub date: Edtf,
    /// The date in words.
    pub words: String,
    /// What it is the date of, in words: "Published: about May 2021", "read on 1 April 2026".
    pub told: String,
}

/// What is known of the briefing beside itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cover<'a> {
    /// Address of the page without its query string; `None` where it has none that others could open.
    pub page: Option<&'a str>,
    /// SHA-256 of the briefing's file, in hexadecimal digits (see [`crate::load::fingerprint`]).
    pub fingerprint: Option<&'a str>,
}

/// An item in its briefing, and each source that it rests on, in the order in which they are named. Of a source, itself.
pub fn of_item(context: &Context, cover: Cover, found: Found) -> Vec<Record> {
    if let Found::Source(source) = found {
        return vec![work(context, source, &[])];
    }
    let meta = found.meta();
    let ViewState { briefing, asof, known, .. } = context.state.clone();
    let state = ViewState { briefing, asof, known, ..ViewState::default() };
    let said = statement(context, found);
    // A part is named after its whole: what tells it apart is what it states.
    let title = if found.whole().is_some() { said.clone() } else { context.name(found) };
    let mut notes = Vec::new();
    notes.extend((said != title).then_some(said));
    notes.extend(standing(context, meta.grade, meta.confidence));
    notes.extend(alternatives_of(context, found));
    notes.extend(days(context));
    let citations = rests_on(context, found);
    if citations.is_empty() {
        notes.push(context.t("no-source"));
    }
    let mut records =
        vec![part(context, cover, &meta.id, title, apply(&state, Action::Select(meta.id.clone())), notes)];
    let mut known: Vec<&Id> = Vec::new();
    for citation in &citations {
        let Some(Found::Source(source)) = context.find(&citation.source) else { continue };
        if !known.contains(&&source.meta.id) {
            known.push(&source.meta.id);
            let of_it: Vec<&Citation> = citations.iter().copied().filter(|one| one.source == citation.source).collect();
            records.push(work(context, source, &of_it));
        }
    }
    records
}

/// A page in its briefing as the reader sees it, with filters and days in words.
pub fn of_view(context: &Context, cover: Cover, view: &Item<View>) -> Record {
    let state =
        ViewState { select: None, compare: None, embed: false, theme: Default::default(), ..context.state.clone() };
    let title = context.name(Found::View(view));
    part(context, cover, &view.meta.id, title, state, conditions(context))
}

/// Something in the briefing.
fn part(context: &Context, cover: Cover, id: &Id, title: String, state: ViewState, mut notes: Vec<String>) -> Record {
    let card = &context.briefing.card;
    let today = Edtf::from_day(context.today);
    let lang = Some(context.language().tag().into());
    notes.extend(card_words(context));
    notes.extend(cover.fingerprint.map(|digits| context.tf("cite-fingerprint", &[("digits", digits.into())])));
    Record {
        key: format!("{}:{id}", card.id),
        sort: Sort::Part,
        title,
        container: Some(context.text(&card.title)),
        publisher: card.publisher.as_ref().map(|publisher| context.text(publisher)),
        // When an edition came out is not in the data: the day to which they are current is another one, and is a note.
        issued: None,
        url: cover.page.map(|page| format!("{page}?{}", write(&ViewState { lang, ..state }))),
        edition: card.edition.as_ref().map(|edition| context.text(edition)),
        accessed: Some(read_on(context, &today)),
        language: Some(context.language().tag().to_owned()),
        notes,
    }
}

/// A source, with what the citations of it say.
fn work(context: &Context, source: &Item<Source>, citations: &[&Citation]) -> Record {
    let labelled =
        |key: &str, words: String| context.tf("labelled", &[("label", context.t(key).into()), ("words", words.into())]);
    let mut notes: Vec<String> = Vec::new();
    notes.extend(citations.iter().filter_map(|citation| quoted(context, citation)));
    for other in source.published.iter().flat_map(Fact::alternatives) {
        notes.push(format!("{} {}", context.t("alternative"), context.date(&other.value)));
    }
    notes.extend(source.archived.as_ref().map(|copy| labelled("archived-copy", copy.to_string())));
    notes.extend(
        source.accessed_as.as_ref().map(|form| context.tf("source-read-as", &[("form", context.text(form).into())])),
    );
    notes.extend(source.meta.note.as_ref().map(|note| context.text(note)));
    Record {
        key: format!("{}:{}", context.briefing.card.id, source.meta.id),
        sort: Sort::Work,
        title: context.text(&source.title),
        container: None,
        publisher: source.publisher.as_ref().map(|publisher| context.text(publisher)),
        issued: source.published.as_ref().map(|date| Said {
            date: date.value.clone(),
            words: context.date(&date.value),
            told: labelled("published", context.date(&date.value)),
        }),
        url: source.url.as_ref().map(|url| url.to_string()),
        edition: None,
        accessed: source.accessed.as_ref().map(|date| read_on(context, &date.value)),
        language: source.language.as_ref().map(|tag| tag.to_string()),
        notes,
    }
}

fn read_on(context: &Context, date: &Edtf) -> Said {
    let words = context.date(date);
    Said { date: date.clone(), told: context.tf("source-read", &[("date", words.clone().into())]), words }
}
