//! Dates and numbers as words, with what they rest on.

use yew::prelude::*;

use super::{link::open, store::Store, text::text};
use crate::{
    model::{Citation, Confidence, Edtf, Fact, Grade, Id, Meta, Observation, Qualifier, Series, Text},
    query::{self, Found, Occurrence},
};

/// A date in the words of the page.
pub fn date_words(store: &Store, date: &Edtf) -> String {
    date.print(store.language().dates())
}

/// A date, or a span with its last day, in the words of the page.
pub fn span_words(store: &Store, date: &Fact<Edtf>, end: Option<&Fact<Edtf>>) -> String {
    query::span_words(date, end, &store.words)
}

/// When an occurrence is, in the words of the page.
pub fn occurrence_date(store: &Store, occurrence: Occurrence) -> String {
    span_words(store, occurrence.date(), occurrence.end())
}

/// A value with how exact it is and its unit, as in "more than 30 participants".
pub fn quantity(store: &Store, value: f64, qualifier: Qualifier, unit: Option<&Text>) -> String {
    store.words.quantity(value, qualifier, unit.map(|unit| store.plain(unit)).as_deref())
}

/// An observation's value.
pub fn observed(store: &Store, series: &Series, observation: &Observation) -> String {
    query::observed(series, observation, &store.words, &|text| store.plain(text))
}

/// The value or date of an item for show, if it has one: the big words and the unit beside them.
pub fn headline(store: &Store, found: Found) -> Option<String> {
    query::headline(found, &store.words, &|text| store.plain(text))
}

/// A badge where sources disagree on an item; nothing elsewhere.
pub fn disputed(store: &Store, id: &Id) -> Html {
    let is_dispute = |id: &Id| matches!(store.find(id), Some(Found::Dispute(_)));
    let is_disputed = store.data.index.concerning(id).iter().any(is_dispute);
    html! { if is_disputed { {" "}<span class="badge disputed">{store.t("sources-disagree")}</span> } }
}

/// How a statement is known and how sure it is, in words and with a shape each; nothing where neither is given.
pub fn standing(store: &Store, grade: Option<Grade>, confidence: Option<Confidence>) -> Html {
    let badge = |sort: &str, word: &str| {
        html! { <span class={classes!("badge", format!("{sort}-{word}"))}>{store.t(&format!("{sort}-{word}"))}</span> }
    };
    html! { <>
        { for grade.map(|grade| badge("grade", grade.word())) }
        { for confidence.map(|confidence| badge("confidence", confidence.word())) }
    </> }
}

/// The standing of a whole item.
pub fn standing_of(store: &Store, meta: &Meta) -> Html {
    standing(store, meta.grade, meta.confidence)
}

/// In which language a source is quoted, and who translated the quote; nothing where neither is given.
fn quoted_in(store: &Store, citation: &Citation) -> Html {
    let language = citation.language.as_deref().map(|tag| store.words.known("language", tag));
    let translator = citation.translator.as_deref().map(|name| store.tf("translated-by", &[("name", name.into())]));
    let parts: Vec<String> = language.into_iter().chain(translator).collect();
    html! { if !parts.is_empty() { <p class="muted quoted">{parts.join(" · ")}</p> } }
}

/// The list of citations, each opening its source.
pub fn citations(store: &Store, citations: &[Citation]) -> Html {
    if citations.is_empty() {
        return html! { <p class="muted">{store.t("no-source")}</p> };
    }
    let one = |citation: &Citation| {
        let Some(Found::Source(source)) = store.find(&citation.source) else {
            return html! { <li><code>{citation.source.to_string()}</code></li> };
        };
        let locator = citation.locator.as_ref().map(|locator| html! { <>{", "}{text(store, locator)}</> });
        html! {
            <li>
                {open(store, &source.meta.id, None, text(store, &source.title))}
                { for source.publisher.as_ref().map(|publisher| html! { <span class="muted">{" · "}{text(store, publisher)}</span> }) }
                { for locator }
                {" "}{super::detail::outward(store, source)}
                { for source.accessed.as_ref().map(|date| {
                    let read = store.tf("source-read", &[("date", date_words(store, &date.value).into())]);
                    html! { <span class="muted">{" · "}{read}</span> }
                }) }
                { for source.accessed_as.as_ref().map(|form| {
                    let read = store.tf("source-read-as", &[("form", store.plain(form).into())]);
                    html! { <span class="muted">{" · "}{read}</span> }
                }) }
                {standing_of(store, &source.meta)}
                { for citation.quote.as_ref().map(|quote| html! { <>
                    <blockquote lang={citation.language.as_deref().map(str::to_owned)}>{text(store, quote)}</blockquote>
                    {quoted_in(store, citation)}
                </> }) }
            </li>
        }
    };
    html! { <ul class="citations">{ for citations.iter().map(one) }</ul> }
}
