//! Where an item can be found: its texts, and the items that lend it their names.

use crate::{
    model::{Id, Text},
    query::{Found, citing::citations_of},
};

/// Where words were found, best place first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Its title or name.
    Title,
    /// Its number as a document, or its codes.
    Number,
    /// The name of someone who had part in it.
    Name,
    /// A tag, or the word for its kind.
    Tag,
    /// Its id, from its beginning.
    Id,
    /// What it says.
    Text,
    /// A quote, or the title or publisher of a source that it rests on.
    Source,
}

impl Field {
    /// All fields, by number.
    pub(super) const ALL: [Field; 7] =
        [Field::Title, Field::Number, Field::Name, Field::Tag, Field::Id, Field::Text, Field::Source];
}

/// One thing by which an item is found.
pub(super) enum Words<'a> {
    /// A text, in all its languages.
    Text(Field, &'a Text),
    /// A word or an address.
    Plain(Field, &'a str),
    /// What names another item.
    Of(Field, &'a Id),
}

/// Whether an item is looked for at all. Bands, figures, pages and steps are reached by other ways.
pub(super) fn is_sought(found: Found) -> bool {
    !matches!(found, Found::Track(_) | Found::Figure(_) | Found::View(_) | Found::Step(_))
}

/// The item that is found by the words of this one, too.
pub(super) fn whole_of<'a>(found: Found<'a>) -> Option<&'a Id> {
    match found {
        Found::Entry(version, _) => Some(&version.meta.id),
        _ => found.whole().map(|whole| &whole.meta().id),
    }
}

/// Calls `tell` for all that an item is found by, first what names it.
pub(super) fn each_words<'a>(found: Found<'a>, tell: &mut dyn FnMut(Words<'a>)) {
    use Field::{Name, Number, Tag, Title};
    let meta = found.meta();
    match found {
        Found::Correction(item) => texts([&item.was, &item.now, &item.why], tell),
        Found::Source(item) => {
            tell(Words::Text(Title, &item.title));
            item.publisher.iter().for_each(|text| tell(Words::Text(Title, text)));
            item.url.iter().for_each(|url| tell(Words::Plain(Field::Text, url)));
        }
        Found::Actor(item) => {
            tell(Words::Text(Title, &item.name));
            texts([&item.seat, &item.description], tell);
        }
        Found::Event(item) => {
            tell(Words::Text(Title, &item.title));
            item.number.iter().for_each(|text| tell(Words::Text(Number, text)));
            texts([&item.summary], tell);
            plain(Tag, &item.kind, tell);
            names(&item.actors, tell);
        }
        Found::Instrument(item) => {
            tell(Words::Text(Title, &item.title));
            item.number.iter().for_each(|text| tell(Words::Text(Number, text)));
            texts([&item.description], tell);
            plain(Tag, &item.kind, tell);
            names(&item.issuers, tell);
        }
        Found::Series(item) => {
            tell(Words::Text(Title, &item.title));
            texts([&item.unit], tell);
        }
        Found::Observation(_, item) => texts([&item.unit], tell),
        Found::Target(item) => {
            tell(Words::Text(Title, &item.title));
            texts([&item.unit], tell);
        }
        Found::Catalogue(item) => tell(Words::Text(Title, &item.title)),
        Found::Version(_, item) => tell(Words::Text(Title, &item.title)),
        Found::Entry(_, item) => {
            item.title.iter().for_each(|text| tell(Words::Text(Title, text)));
            item.codes.iter().for_each(|code| tell(Words::Plain(Number, code)));
            plain(Number, &item.category_number, tell);
            texts([&item.category], tell);
            plain(Tag, &item.regime, tell);
            plain(Tag, &item.change, tell);
        }
        Found::Meeting(item) => {
            tell(Words::Text(Title, &item.title));
            texts([&item.city, &item.country, &item.summary], tell);
            item.topics.iter().for_each(|text| tell(Words::Text(Field::Text, text)));
            names(&item.organisers, tell);
        }
        Found::Agenda(_, item) => {
            tell(Words::Text(Title, &item.title));
            texts([&item.text], tell);
            names(&item.people, tell);
        }
        Found::Person(_, item) => {
            tell(Words::Text(Title, &item.name));
            texts([&item.role, &item.affiliation], tell);
            names(&item.actor, tell);
        }
        Found::Total(_, item) => item.who.iter().for_each(|text| tell(Words::Text(Title, text))),
        Found::Group(_, item) => {
            tell(Words::Text(Title, &item.label));
            texts([&item.whole], tell);
        }
        Found::Organisation(_, item) => {
            tell(Words::Text(Title, &item.label));
            texts([&item.seat], tell);
            plain(Tag, &item.kind, tell);
            names(&item.actor, tell);
        }
        Found::Outcome(_, item) => tell(Words::Text(Title, &item.text)),
        Found::Position(item) => {
            tell(Words::Text(Title, &item.ask));
            item.by.iter().for_each(|text| tell(Words::Text(Name, text)));
            texts([&item.response, &item.result], tell);
        }
        Found::Claim(_, item) => tell(Words::Text(Title, &item.text)),
        Found::GlossaryEntry(item) => {
            tell(Words::Text(Title, &item.term));
            item.native.iter().for_each(|text| tell(Words::Text(Title, text)));
            texts([&item.meaning], tell);
        }
        Found::Stage(..) | Found::Dispute(_) => {}
        Found::Track(_) | Found::Figure(_) | Found::View(_) | Found::Step(_) => {}
    }
    texts([&meta.note], tell);
    meta.tags.iter().for_each(|tag| tell(Words::Plain(Tag, tag)));
    std::iter::once(&meta.id).chain(&meta.aliases).for_each(|id| tell(Words::Plain(Field::Id, id)));
    citations_of(found, &mut |citation| {
        tell(Words::Of(Field::Source, &citation.source));
        citation.quote.iter().for_each(|text| tell(Words::Text(Field::Source, text)));
    });
}

fn texts<'a, const N: usize>(of: [&'a Option<Text>; N], tell: &mut dyn FnMut(Words<'a>)) {
    of.into_iter().flatten().for_each(|text| tell(Words::Text(Field::Text, text)));
}

fn plain<'a>(field: Field, word: &'a Option<Box<str>>, tell: &mut dyn FnMut(Words<'a>)) {
    word.iter().for_each(|word| tell(Words::Plain(field, word)));
}

fn names<'a>(of: impl IntoIterator<Item = &'a Id>, tell: &mut dyn FnMut(Words<'a>)) {
    of.into_iter().for_each(|id| tell(Words::Of(Field::Name, id)));
}
