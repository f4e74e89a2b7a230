//! The values and dates of an item, and what other sources say instead of each.

use super::{Numbering, Phrase, Statement, phrase};
use crate::{
    figure::{Context, lists::deadlines::moved_words},
    i18n::number,
    model::{
        Citation, Edtf, Fact, Id, Qualifier, Text,
        prose::{Block, words_of},
    },
    query::{Found, base_words, moves},
};

/// The facts of an item, and what is said instead of them.
pub(super) fn facts<'a>(
    context: &Context<'a>,
    numbering: &mut Numbering<'a>,
    found: Found<'a>,
) -> (Vec<Statement>, Vec<Statement>) {
    let mut out = Facts { context, numbering, facts: Vec::new(), disputes: Vec::new() };
    out.of(found);
    out.plain("out-of", base_words(found, context.words));
    let Facts { numbering, facts, disputes, .. } = out;
    // They stand below all facts, so their sources are numbered after those.
    let disputes = disputes.into_iter().map(|(said, sources)| {
        let numbers = numbering.all(sources);
        Statement { label: None, said, numbers }
    });
    (facts, disputes.collect())
}

struct Facts<'n, 'c, 'a> {
    context: &'c Context<'a>,
    numbering: &'n mut Numbering<'a>,
    facts: Vec<Statement>,
    /// What is said instead, and where.
    disputes: Vec<(Phrase, &'a [Citation])>,
}

impl<'a> Facts<'_, '_, 'a> {
    fn of(&mut self, found: Found<'a>) {
        match found {
            Found::Event(item) => {
                self.span(&item.date, item.end.as_ref());
                self.text("number", item.number.as_ref());
                self.names("actors", &item.actors);
            }
            Found::Instrument(item) => {
                self.text("number", item.number.as_ref());
                self.names("issuers", &item.issuers);
                item.stages.iter().for_each(|stage| self.of(Found::Stage(item, stage)));
            }
            Found::Stage(_, stage) => {
                let own = self.numbering.all(&stage.meta.sources);
                let label = self.context.t(&format!("stage-{}", stage.stage.word()));
                self.dated(label, &stage.date, own);
                for moved in moves(stage) {
                    self.facts.push(Statement::plain(None, moved_words(self.context, &moved)));
                }
            }
            Found::Series(series) => {
                for one in &series.observations {
                    let own = self.numbering.all(&one.meta.sources);
                    let label = self.context.date(&one.date.value);
                    let unit = one.unit.as_ref().or(series.unit.as_ref());
                    self.number(label, &one.value, (one.qualifier, unit), own);
                }
            }
            Found::Observation(series, item) => {
                let unit = item.unit.as_ref().or(series.unit.as_ref());
                self.number(self.context.t("value"), &item.value, (item.qualifier, unit), Vec::new());
                self.date("date", Some(&item.date));
                let words = |(low, high): (f64, f64)| {
                    self.context.tf("span", &[("from", number(low).into()), ("to", number(high).into())])
                };
                let range = item.low.zip(item.high).map(words);
                self.plain("range", range);
            }
            Found::Target(item) => {
                if let Some(value) = &item.value {
                    let unit = item.unit.as_ref();
                    self.number(self.context.t("value"), value, (item.qualifier, unit), Vec::new());
                }
                self.date("due", item.due.as_ref());
                self.names("set-by", &item.instrument);
            }
            Found::Version(_, item) => {
                self.date("date", item.date.as_ref());
                self.plain("basis", Some(self.context.t(&format!("basis-{}", item.basis.word()))));
                if let Some(total) = &item.stated_total {
                    self.number(self.context.t("stated-total"), total, (Qualifier::Exact, None), Vec::new());
                }
            }
            Found::Entry(_, item) => {
                self.text("column-category", item.category.as_ref().filter(|_| item.title.is_some()));
                self.plain("column-codes", Some(item.codes.join(", ")).filter(|codes| !codes.is_empty()));
                if let Some(count) = &item.count {
                    self.number(self.context.t("column-count"), count, (Qualifier::Exact, None), Vec::new());
                }
            }
            Found::Meeting(item) => {
                self.span(&item.date, item.end.as_ref());
                let place = [&item.city, &item.country].into_iter().flatten().map(|text| self.context.text(text));
                let place: Vec<String> = place.collect();
                self.plain("place", Some(place.join(", ")).filter(|place| !place.is_empty()));
                self.names("organisers", &item.organisers);
                for total in &item.attendance.totals {
                    let own = self.numbering.all(&total.meta.sources);
                    let who = total.who.as_ref().map(|who| self.context.text(who));
                    let label = who.unwrap_or_else(|| self.context.t("sort-total"));
                    self.number(label, &total.value, (total.qualifier, None), own);
                }
            }
            Found::Total(_, item) => {
                self.number(self.context.t("value"), &item.value, (item.qualifier, None), Vec::new());
            }
            Found::Group(_, item) => {
                let unit = item.unit.as_ref();
                self.number(self.context.t("value"), &item.value, (item.qualifier, unit), Vec::new());
            }
            Found::Position(item) => {
                self.text("asked-by", item.by.as_ref());
                self.names("raised-at", item.raised_at.as_slice());
                self.text("response", item.response.as_ref());
                self.text("result", item.result.as_ref());
            }
            Found::Correction(item) => {
                self.date("date", Some(&item.date));
                self.text("was", item.was.as_ref());
                self.text("now", item.now.as_ref());
                self.text("why", item.why.as_ref());
            }
            Found::Dispute(item) => {
                for claim in &item.claims {
                    self.disputes.push((phrase(self.context, &claim.text), Found::Claim(item, claim).sources()));
                }
            }
            Found::Source(item) => {
                self.text("publisher", item.publisher.as_ref());
                self.date("published", item.published.as_ref());
                self.date("accessed", item.accessed.as_ref());
                self.plain("column-address", item.url.as_ref().map(|url| url.to_string()));
                self.plain("archived-copy", item.archived.as_ref().map(|url| url.to_string()));
            }
            Found::GlossaryEntry(item) => self.text("native", item.native.as_ref()),
            Found::Actor(item) => self.text("seat", item.seat.as_ref()),
            _ => {}
        }
    }

    /// A line of words, where there are any.
    fn plain(&mut self, key: &str, words: Option<String>) {
        let label = Some(self.context.t(key));
        self.facts.extend(words.map(|words| Statement::plain(label, words)));
    }

    fn text(&mut self, key: &str, text: Option<&Text>) {
        let (label, context) = (Some(self.context.t(key)), self.context);
        self.facts.extend(text.map(|text| Statement { label, said: phrase(context, text), numbers: Vec::new() }));
    }

    fn names(&mut self, key: &str, ids: &[Id]) {
        let names: Vec<String> = ids.iter().map(|id| self.context.name_of(id)).collect();
        self.plain(key, Some(names.join("; ")).filter(|names| !names.is_empty()));
    }

    /// A date, or a span with its last day.
    fn span(&mut self, date: &'a Fact<Edtf>, end: Option<&'a Fact<Edtf>>) {
        let context = self.context;
        let mut numbers = self.numbering.all(date.sources());
        numbers.extend(end.map(|end| self.numbering.all(end.sources())).unwrap_or_default());
        numbers.sort_unstable();
        numbers.dedup();
        let words = context.span(date, end);
        self.facts.push(Statement { numbers, ..Statement::plain(Some(context.t("date")), words) });
        [Some(date), end].into_iter().flatten().for_each(|date| self.instead(date, &|date| context.date(date)));
    }

    fn date(&mut self, key: &str, date: Option<&'a Fact<Edtf>>) {
        let label = self.context.t(key);
        date.into_iter().for_each(|date| self.dated(label.clone(), date, Vec::new()));
    }

    fn dated(&mut self, label: String, date: &'a Fact<Edtf>, own: Vec<usize>) {
        let context = self.context;
        self.fact(label, date, own, &|date| context.date(date));
    }

    fn number(
        &mut self,
        label: String,
        fact: &'a Fact<f64>,
        (exact, unit): (Qualifier, Option<&Text>),
        own: Vec<usize>,
    ) {
        let context = self.context;
        self.fact(label, fact, own, &|value| context.quantity(*value, exact, unit));
    }

    /// A fact with its own sources; `own`: those of the part that it stands in, which hold where it has none.
    fn fact<T>(&mut self, label: String, fact: &'a Fact<T>, own: Vec<usize>, print: &dyn Fn(&T) -> String) {
        let numbers = if fact.sources().is_empty() { own } else { self.numbering.all(fact.sources()) };
        self.facts.push(Statement { numbers, ..Statement::plain(Some(label), print(&fact.value)) });
        self.instead(fact, print);
    }

    /// What other sources say instead of a value.
    fn instead<T>(&mut self, fact: &'a Fact<T>, print: &dyn Fn(&T) -> String) {
        for other in fact.alternatives() {
            let words = format!("{} {}", self.context.t("alternative"), print(&other.value));
            self.disputes.push((Phrase { words, lang: None }, other.sources()));
        }
    }
}

/// The words of a text in Markdown, a paragraph each, without marks.
pub(super) fn paragraphs(blocks: &[Block]) -> Vec<String> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) => {
                out.push(words_of(inlines));
            }
            Block::List { items, .. } => items.iter().for_each(|item| out.extend(paragraphs(item))),
            Block::Quote(blocks) => out.extend(paragraphs(blocks)),
            Block::Code(words) => out.push(words.clone()),
            Block::Rule => {}
        }
    }
    out.retain(|words| !words.trim().is_empty());
    out
}
