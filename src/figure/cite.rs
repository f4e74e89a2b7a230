//! One statement with all that it rests on, as a block of plain text to take elsewhere.

use super::{Context, provenance::cited};
use crate::{
    model::{Citation, Confidence, Edtf, Fact, Grade, Qualifier, Text},
    query::{Found, headline},
};

/// What an item states, what other sources say instead, what it rests on, and the briefing that it is from: a line each.
pub fn cite(context: &Context, found: Found) -> String {
    let mut lines = vec![statement(context, found)];
    let meta = found.meta();
    let (mut citations, others) = facts_of(context, found);
    if let Found::Source(source) = found {
        lines = cited(context, &source.meta.id).map_or(lines, |one| vec![one.line(context)]);
    }
    for citation in found.sources() {
        if !citations.contains(&citation) {
            citations.push(citation);
        }
    }
    lines.extend(standing(context, meta.grade, meta.confidence));
    lines.extend(meta.note.as_ref().map(|note| context.text(note)));
    for (words, sources) in others {
        lines.push(words);
        lines.extend(sources.iter().map(|one| format!("  - {}", citation_line(context, one))));
    }
    if citations.is_empty() && !matches!(found, Found::Source(_)) {
        lines.push(context.t("no-source"));
    }
    lines.extend(citations.into_iter().map(|citation| format!("- {}", citation_line(context, citation))));
    lines.push(briefing(context));
    lines.join("\n") + "\n"
}

/// What an item rests on: the citations of its values, then those of the whole item, and of a policy act those of its stages;
/// each once.
pub fn rests_on<'a>(context: &Context, found: Found<'a>) -> Vec<&'a Citation> {
    let (mut citations, _) = facts_of(context, found);
    citations.extend(found.sources());
    if let Found::Instrument(act) = found {
        for stage in &act.stages {
            let part = Found::Stage(act, stage);
            citations.extend(facts_of(context, part).0);
            citations.extend(part.sources());
        }
    }
    let mut once: Vec<&Citation> = Vec::new();
    for citation in citations {
        if !once.contains(&citation) {
            once.push(citation);
        }
    }
    once
}

/// What other sources say instead of the values of an item, and which, a line each.
pub fn alternatives_of(context: &Context, found: Found) -> Vec<String> {
    let line = |(words, sources): (String, &[Citation])| match sources.is_empty() {
        true => words,
        false => {
            let names: Vec<String> = sources.iter().map(|one| context.name_of(&one.source)).collect();
            context.tf("claim-by", &[("value", words.into()), ("who", names.join("; ").into())])
        }
    };
    facts_of(context, found).1.into_iter().map(line).collect()
}

/// What other sources say, and which.
type Others<'a> = Vec<(String, &'a [Citation])>;

/// The citations of the values of an item, and what other sources say instead.
fn facts_of<'a>(context: &Context, found: Found<'a>) -> (Vec<&'a Citation>, Others<'a>) {
    let mut block = Block { context, citations: Vec::new(), others: Vec::new() };
    block.facts(found);
    (block.citations, block.others)
}

/// What an item states: its name, its value and its date.
pub fn statement(context: &Context, found: Found) -> String {
    let name = match found {
        Found::Stage(_, stage) => {
            format!("{}, {}", context.name(found), context.t(&format!("stage-{}", stage.stage.word())))
        }
        _ => context.name(found),
    };
    let value = headline(found, context.words, &|text| context.text(text));
    let date = found.date().map(|date| context.date(&date.value));
    // The headline of what happened is its date.
    let date = date.filter(|date| !value.as_ref().is_some_and(|value| value.contains(&**date)));
    let words: Vec<String> = value.into_iter().chain(date).collect();
    match words.is_empty() {
        true => name,
        false => {
            context.tf("labelled", &[("label", name.into()), ("words", words.join(&context.t("cite-join")).into())])
        }
    }
}

/// What the values of an item rest on themselves.
struct Block<'a, 'c> {
    context: &'c Context<'c>,
    citations: Vec<&'a Citation>,
    others: Others<'a>,
}

impl<'a> Block<'a, '_> {
    fn facts(&mut self, found: Found<'a>) {
        match found {
            Found::Observation(series, item) => {
                let unit = item.unit.as_ref().or(series.unit.as_ref());
                self.number(&item.value, item.qualifier, unit);
                self.date(&item.date);
            }
            Found::Total(_, item) => self.number(&item.value, item.qualifier, None),
            Found::Group(_, item) => self.number(&item.value, item.qualifier, item.unit.as_ref()),
            Found::Target(item) => {
                if let Some(value) = &item.value {
                    self.number(value, item.qualifier, item.unit.as_ref());
                }
                item.due.iter().for_each(|due| self.date(due));
            }
            Found::Version(_, item) => {
                item.stated_total.iter().for_each(|total| self.number(total, Qualifier::Exact, None));
                item.date.iter().for_each(|date| self.date(date));
            }
            Found::Entry(_, item) => item.count.iter().for_each(|count| self.number(count, Qualifier::Exact, None)),
            Found::Event(item) => {
                [Some(&item.date), item.end.as_ref()].into_iter().flatten().for_each(|date| self.date(date))
            }
            Found::Meeting(item) => {
                [Some(&item.date), item.end.as_ref()].into_iter().flatten().for_each(|date| self.date(date));
            }
            Found::Stage(_, item) => [&item.date].into_iter().chain(&item.previous).for_each(|date| self.date(date)),
            _ => {}
        }
    }

    fn number(&mut self, fact: &'a Fact<f64>, qualifier: Qualifier, unit: Option<&Text>) {
        let context = self.context;
        self.fact(fact, &|value| context.quantity(*value, qualifier, unit));
    }

    fn date(&mut self, fact: &'a Fact<Edtf>) {
        let context = self.context;
        self.fact(fact, &|date| context.date(date));
    }

    fn fact<T>(&mut self, fact: &'a Fact<T>, print: &dyn Fn(&T) -> String) {
        self.citations.extend(fact.sources());
        for other in fact.alternatives() {
            let words = format!("{} {}", self.context.t("alternative"), print(&other.value));
            self.others.push((words, other.sources()));
        }
    }
}

/// How it is known and how sure it is; nothing where neither is given.
pub fn standing(context: &Context, grade: Option<Grade>, confidence: Option<Confidence>) -> Option<String> {
    let grade = grade.map(|grade| context.t(&format!("grade-{}", grade.word())));
    let confidence = confidence.map(|confidence| context.t(&format!("confidence-{}", confidence.word())));
    let words: Vec<String> = grade.into_iter().chain(confidence).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// A citation in a line: title, publisher, where in it, address, day of reading, and what it says in which language.
fn citation_line(context: &Context, citation: &Citation) -> String {
    let Some(source) = cited(context, &citation.source) else { return citation.source.to_string() };
    let read = source.accessed.map(|(_, day)| context.tf("source-read", &[("date", day.into())]));
    let locator = citation.locator.as_ref().map(|locator| context.text(locator));
    let form = match context.find(&citation.source) {
        Some(Found::Source(source)) => source.accessed_as.as_ref().map(|form| context.text(form)),
        _ => None,
    };
    let form = form.map(|form| context.tf("source-read-as", &[("form", form.into())]));
    let parts = [Some(source.title), source.publisher, locator, source.url, read, form];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let quote = quote(context, citation);
    quote.map_or(line.clone(), |quote| format!("{line}: {quote}"))
}

/// Where in the source, and what it says there; `None` where neither is given.
pub fn quoted(context: &Context, citation: &Citation) -> Option<String> {
    let locator = citation.locator.as_ref().map(|locator| context.text(locator));
    match (locator, quote(context, citation)) {
        (Some(locator), Some(quote)) => Some(format!("{locator}: {quote}")),
        (locator, quote) => locator.or(quote),
    }
}

/// The words of the source, and their language.
fn quote(context: &Context, citation: &Citation) -> Option<String> {
    let quote = citation.quote.as_ref()?;
    let language = citation.language.as_deref().map(|tag| format!(" ({})", context.words.known("language", tag)));
    Some(format!("“{}”{}", context.text(quote), language.unwrap_or_default()))
}

/// The briefing: title, publisher, edition, day and licence.
fn briefing(context: &Context) -> String {
    let card = &context.briefing.card;
    let edition = card.edition.as_ref().map(|edition| labelled(context, "card-edition", context.text(edition)));
    let named = [Some(context.text(&card.title)), card.publisher.as_ref().map(|one| context.text(one)), edition];
    named.into_iter().flatten().chain(card_words(context)).collect::<Vec<_>>().join(" · ")
}

/// The day to which the briefing is current, and its licence, as far as it states them.
pub fn card_words(context: &Context) -> Vec<String> {
    let card = &context.briefing.card;
    let as_of = card.as_of.as_ref().map(|day| labelled(context, "card-as-of", context.date(day)));
    let licence = card.licence.as_ref().map(|licence| labelled(context, "card-licence", context.text(licence)));
    as_of.into_iter().chain(licence).collect()
}

fn labelled(context: &Context, key: &str, words: String) -> String {
    context.tf("labelled", &[("label", context.t(key).into()), ("words", words.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        i18n::{Language, Words},
        load::load,
        model::Day,
        query::Index,
        state::ViewState,
    };

    const JSON: &str = r#"{"annals":1,"id":"x","title":{"en":"Catalogue","zh-Hans":"目录"},"languages":["en","zh-Hans"],
        "publisher":"Annals","edition":"First","as_of":"2026-03","licence":"CC BY 4.0",
        "sources":[{"id":"s1","title":"Gazette","publisher":"AQSIQ","url":"https://example.org/33","accessed":"2026-02-01"},
          {"id":"s2","title":"News"}],
        "instruments":[{"id":"i","title":"Rules","sources":["s2"],"stages":[{"id":"t","stage":"effective","date":"2003-08-01"}]}],
        "series":[{"id":"s","title":{"en":"Products","zh-Hans":"产品"},"unit":"products","sources":["s2"],"observations":[
          {"id":"o","date":"2001-12-03","value":{"value":132,"alternatives":[{"value":133,"sources":["s2"]}]},"qualifier":"about",
           "grade":"official","confidence":"high","note":"Counted by hand",
           "sources":[{"id":"s1","locator":"Annex","quote":"共132种","language":"zh-Hans"}]},
          {"id":"p","date":"2009","value":172}]}]}"#;

    fn cited_in(language: Language, id: &str) -> String {
        let briefing = load(JSON.as_bytes()).expect("a briefing").briefing;
        let (index, words, state) = (Index::new(&briefing), Words::new(language), ViewState::default());
        let today = Day::new(2026, 4, 1).expect("a day");
        let context = Context {
            briefing: &briefing,
            index: &index,
            words: &words,
            state: &state,
            hits: &crate::query::search::Hits::default(),
            today,
        };
        cite(&context, context.find(id).expect("an item"))
    }

    #[test]
    fn a_value_goes_with_everything_it_rests_on() {
        assert_eq!(
            cited_in(Language::En, "o"),
            "Products: about 132 products, 3 December 2001\n\
             official, well founded\n\
             Counted by hand\n\
             Another source says: about 133 products\n  - News\n\
             - Gazette, AQSIQ, Annex, https://example.org/33, read on 1 February 2026: “共132种” (Chinese (simplified))\n\
             Catalogue · Annals · Edition: First · Data to: March 2026 · Licence: CC BY 4.0\n"
        );
        let chinese = cited_in(Language::ZhHans, "o");
        assert!(chinese.starts_with("产品：约 132 个产品，2001年12月3日\n"), "{chinese}");
        assert!(chinese.contains("共132种") && chinese.ends_with("许可：CC BY 4.0\n"), "{chinese}");
    }

    #[test]
    fn a_part_rests_on_what_its_whole_does() {
        assert!(cited_in(Language::En, "p").starts_with("Products: 172 products, 2009\n- News\n"));
        assert!(cited_in(Language::En, "t").starts_with("Rules, takes effect: 1 August 2003\n- News\n"));
        assert!(
            cited_in(Language::En, "s1")
                .starts_with("Gazette, AQSIQ, https://example.org/33, read on 1 February 2026\nCatalogue")
        );
    }
}
