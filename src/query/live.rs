//! Texts with live values: each reference becomes the number or date of its item, in the words of the page.

use std::borrow::Cow;

use super::{Found, Index, headline};
use crate::{
    i18n::Words,
    model::{
        Briefing, Text,
        live::{Piece, each_piece},
    },
};

/// The item of a reference and its number or date; `None` where there is no such item, or it has neither.
pub fn live_value<'a>(id: &str, briefing: &'a Briefing, index: &Index, words: &Words) -> Option<(Found<'a>, String)> {
    let found = index.find(briefing, id)?;
    // Units are taken as written: a reference in a unit could lead back to itself.
    let plain = |text: &Text| {
        let best = text.best(words.language().tag(), briefing.card.first_language());
        best.map(|version| version.text.to_string()).unwrap_or_default()
    };
    headline(found, words, &plain).map(|shown| (found, shown))
}

/// What stands for a value that is not known yet where the reader looks back.
pub const LATER: &str = "…";

/// A text with its references replaced; those that lead to no value stay as written, but where the reader looks back: there
/// the value may have come later. Texts without any stay borrowed.
///
/// ```
/// use annals::{i18n::{Language, Words}, load::load, query::{Index, live}};
/// let json = r#"{"annals":1,"id":"x","title":"X","events":[{"id":"e1","date":"2019-10-17","title":"E"}]}"#;
/// let briefing = load(json.as_bytes()).unwrap().briefing;
/// let words = Words::new(Language::En);
/// assert_eq!(live("Since {{value:e1}}", &briefing, &Index::new(&briefing), &words, false), "Since 17 October 2019");
/// ```
pub fn live<'t>(text: &'t str, briefing: &Briefing, index: &Index, words: &Words, is_past: bool) -> Cow<'t, str> {
    if !text.contains("{{") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    each_piece(text, &mut |piece| match piece {
        Piece::Words(words) => out.push_str(words),
        Piece::Value(reference) => match live_value(reference.id, briefing, index, words) {
            Some((_, shown)) => out.push_str(&shown),
            None => out.push_str(if is_past { LATER } else { reference.written }),
        },
    });
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{i18n::Language, load::load};

    const BRIEFING: &str = r#"{"annals":1,"id":"x","title":"X","events":[
        {"id":"e1","aliases":["old"],"date":"2019-10","end":"2020","title":"E"}],
        "instruments":[{"id":"i","title":"I","stages":[{"id":"i.effective","stage":"effective","date":"2021-10-10"}]}],
        "series":[{"id":"s","title":"S","unit":{"en":"products","zh-Hans":"种产品"},"observations":[
            {"id":"s.1","date":"2020","value":1234.5,"qualifier":"more-than"},
            {"id":"s.2","date":"2021","value":17,"unit":"{{value:s.2}}"}]}],
        "targets":[{"id":"t","title":"T","value":85,"unit":"percent","qualifier":"at-least"},{"id":"u","title":"U"}]}"#;

    fn shown(text: &str, language: Language) -> String {
        let briefing = load(BRIEFING.as_bytes()).unwrap().briefing;
        live(text, &briefing, &Index::new(&briefing), &Words::new(language), false).into_owned()
    }

    #[test]
    fn references_become_values_in_the_language_of_the_page() {
        let text = "{{value:s.1}} | {{value:i.effective}} | {{value:old}} | {{value:t}}";
        let english = "more than 1,234.5 products | 10 October 2021 | October 2019 to 2020 | at least 85%";
        assert_eq!(shown(text, Language::En), english);
        assert_eq!(
            shown(text, Language::ZhHans),
            "超过 1,234.5 种产品 | 2021年10月10日 | 2019年10月至2020年 | 至少 85%"
        );
    }

    #[test]
    fn references_without_a_value_stay_as_written() {
        for text in ["{{value:nobody}}", "{{value:u}}", "{{value:s}}", "{{value:}}", "{{value:i}}"] {
            assert_eq!(shown(text, Language::En), text);
        }
    }

    #[test]
    fn where_the_reader_looks_back_a_value_may_come_later() {
        let briefing = load(BRIEFING.as_bytes()).unwrap().briefing;
        let (index, words) = (Index::new(&briefing), Words::new(Language::En));
        let said = live("{{value:t}}, {{value:nobody}}", &briefing, &index, &words, true);
        assert_eq!(said, "at least 85%, …");
    }

    #[test]
    fn a_reference_in_a_unit_does_not_go_round() {
        assert_eq!(shown("{{value:s.2}}", Language::En), "17 {{value:s.2}}");
    }

    #[test]
    fn texts_without_references_are_not_copied() {
        let briefing = load(BRIEFING.as_bytes()).unwrap().briefing;
        let words = Words::new(Language::En);
        assert!(matches!(live("as it is", &briefing, &Index::new(&briefing), &words, false), Cow::Borrowed(_)));
    }
}
