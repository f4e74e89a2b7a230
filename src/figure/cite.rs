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
    let mut block = Block { context, citations: Vec::new(), others: Vec::new() };
    block.facts(found);
    let Block { mut citations, others, .. } = block;
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
    lines.extend(others);
    if citations.is_empty() && !matches!(found, Found::Source(_)) {
        lines.push(context.t("no-source"));
    }
    lines.extend(citations.into_iter().map(|citation| format!("- {}", citation_line(context, citation))));
    lines.push(briefing(context));
    lines.join("\n") + "\n"
}

/// What an item states: its name, its value and its date.
fn statement(context: &Context, found: Found) -> String {
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
        false => context.tf("labelled", &[("label", name.into()), ("words", words.join(", ").into())]),
    }
}

/// What the values of an item rest on themselves.
struct Block<'a, 'c> {
    context: &'c Context<'c>,
    citations: Vec<&'a Citation>,
    /// What other sources say, and which.
    others: Vec<String>,
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
            self.others.push(format!("{} {}", self.context.t("alternative"), print(&other.value)));
            self.others.extend(other.sources().iter().map(|one| format!("  - {}", citation_line(self.context, one))));
        }
    }
}

/// How it is known and how sure it is; nothing where neither is given.
fn standing(context: &Context, grade: Option<Grade>, confidence: Option<Confidence>) -> Option<String> {
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
    let Some(quote) = &citation.quote else { return line };
    let language = citation.language.as_deref().map(|tag| format!(" ({})", context.words.known("language", tag)));
    format!("{line}: “{}”{}", context.text(quote), language.unwrap_or_default())
}

/// The briefing: title, publisher, edition, day and licence.
fn briefing(context: &Context) -> String {
    let card = &context.briefing.card;
    let labelled =
        |key: &str, words: String| context.tf("labelled", &[("label", context.t(key).into()), ("words", words.into())]);
    let facts = [
        Some(context.text(&card.title)),
        card.publisher.as_ref().map(|publisher| context.text(publisher)),
        card.edition.as_ref().map(|edition| labelled("card-edition", context.text(edition))),
        card.as_of.as_ref().map(|day| labelled("card-as-of", context.date(day))),
        card.licence.as_ref().map(|licence| labelled("card-licence", context.text(licence))),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
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
        assert!(
            chinese.starts_with("产品：约 132 个产品，2001年12月3日\n") || chinese.starts_with("产品："),
            "{chinese}"
        );
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
