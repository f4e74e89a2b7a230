//! Where the words that a reader asks for stand in a text.

use std::ops::Range;

use super::{
    query::{Clause, Near, Part},
    tokens::{Token, tokens},
};

/// The longest stretch in which a short form is looked for, as a multiple of its characters.
pub(super) const STRETCH: usize = 4;

/// Ranges of bytes in order, apart from each other.
pub(super) fn marks(clauses: &[Clause], text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let wanted: Vec<&Clause> = clauses.iter().filter(|clause| !clause.is_excluded).collect();
    if wanted.is_empty() {
        return found;
    }
    let tokens = tokens(text);
    for clause in wanted {
        for at in 0..tokens.len() {
            clause_at(clause, &tokens[at..], &mut found);
        }
    }
    joined(found)
}

/// Adds the marks of a clause where it stands at the first of the tokens.
fn clause_at(clause: &Clause, tokens: &[Token], found: &mut Vec<Range<usize>>) {
    let parts = &clause.parts;
    if tokens.len() >= parts.len() && parts.iter().zip(tokens).all(|(part, token)| is_part(part, token)) {
        let last = parts.len() - 1;
        found.push(tokens[0].start..tokens[last].range(parts[last].text.len()).end);
    }
    match &clause.near {
        Near::Nothing => {}
        Near::Words(words) => {
            let token = &tokens[0];
            if words.iter().any(|word| **word == token.text) {
                found.push(token.range(token.text.len()));
            }
        }
        Near::InOrder => {
            let Some(letters) = clause.may_be_short() else { return };
            if let Some(places) = in_order(letters.len(), tokens.len(), &|nth, at| {
                (tokens[at].text.starts_with(letters[nth]), tokens[at].ends.len() == 1)
            }) {
                found.extend(places.into_iter().map(|at| tokens[at].range(1)));
            }
        }
    }
}

fn is_part(part: &Part, token: &Token) -> bool {
    if part.is_prefix { token.text.starts_with(&part.text) } else { token.text == part.text }
}

/// The places of `count` characters in order, the first at 0, without leaving the run of characters that they stand in.
/// `look` tells of the nth character and a place whether it begins there, and whether the run ends there.
pub(super) fn in_order(count: usize, places: usize, look: &dyn Fn(usize, usize) -> (bool, bool)) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    for at in 0..places.min(STRETCH * count) {
        let (is_here, is_end) = look(found.len(), at);
        if is_here {
            found.push(at);
        }
        if found.len() == count {
            return Some(found);
        }
        if is_end || found.is_empty() {
            return None;
        }
    }
    None
}

/// Ranges in order; those that touch or overlap become one.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let order = crate::order::sorted(ranges.len(), &|a, b| ranges[a].start.cmp(&ranges[b].start));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for at in order {
        let range = std::mem::take(&mut ranges[at as usize]);
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::super::Query;
    use proptest::prelude::*;

    fn marked(search: &str, text: &str) -> String {
        let mut out = text.to_owned();
        for range in Query::new(search).marks(text).into_iter().rev() {
            out.insert(range.end, ']');
            out.insert(range.start, '[');
        }
        out
    }

    #[test]
    fn marks_stand_in_the_text_as_written() {
        assert_eq!(marked("cat", "Catalogue of cats, concatenated"), "[Cat]alogue of [cat]s, concatenated");
        assert_eq!(marked("evaluation", "E\u{301}VALUATION ﬁnale"), "[E\u{301}VALUATION] ﬁnale");
        assert_eq!(marked("fina", "Ａ ﬁnale"), "Ａ [ﬁna]le");
        assert_eq!(marked("f", "ﬁnale"), "[ﬁ]nale");
        assert_eq!(marked("认证", "強制性產品認證，认 证"), "強制性產品[認證]，认 证");
        assert_eq!(marked("制", "强制、制度"), "强[制]、[制]度");
        assert_eq!(marked("GB/T 1.1", "GB/T1.1—2020"), "[GB/T1.1]—2020");
        assert_eq!(marked("\"toy safety\" -toy", "Toy: safety of toys"), "[Toy: safety] of toys");
        assert_eq!(marked("\"toy\"", "toys toy"), "toys [toy]");
        assert_eq!(marked("-toy", "toys toy"), "toys toy");
    }

    proptest! {
        #[test]
        fn marks_lie_in_the_text_in_order_and_apart(search in "\\PC*", text in "\\PC*") {
            let mut before = None;
            for range in Query::new(&search).marks(&text) {
                prop_assert!(text.get(range.clone()).is_some_and(|marked| !marked.is_empty()));
                prop_assert!(before.is_none_or(|before| before < range.start));
                before = Some(range.end);
            }
        }

        #[test]
        fn a_word_of_the_text_is_marked(
            before in "[ a-z0-9é强制證ﬁ\u{301}\"-]{0,9}", word in "([a-zéﬁ]\u{301}?){1,5}|[a-zé证ﬁ]{1,6}", after in "[ a-z0-9é强制證ﬁ\"-]{0,9}"
        ) {
            let text = format!("{before} {word} {after}");
            let start = before.len() + 1;
            let marks = Query::new(&word).marks(&text);
            prop_assert!(marks.iter().any(|mark| mark.start <= start && start + word.len() <= mark.end), "{:?}", marks);
        }
    }
}
