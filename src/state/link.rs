//! The view state as the query string of a link, and back. Reading is total: what cannot be used is named, not fatal.

use std::borrow::Cow;

use crate::model::{Day, Edtf, Id};

use super::{Bound, Facet, Theme, ViewState};

/// Longest link that is read; the rest of a longer one is named in a note.
pub const MAX_LINK_BYTES: usize = 8 * 1024;

/// A part of a link that was not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkNote {
    /// No such key.
    UnknownKey(Box<str>),
    /// The key is known, its value is not, or the key stands again with another value.
    BadValue {
        /// The key.
        key: Box<str>,
        /// The value.
        value: Box<str>,
    },
    /// The link is longer than [`MAX_LINK_BYTES`].
    TooLong,
}

/// Reads a query string, with or without its leading `?`.
///
/// ```
/// use annals::state::{read, write};
/// let (state, notes) = read("?view=timeline&from=2019&to=latest&colour=red");
/// assert_eq!(state.view(), "timeline");
/// assert_eq!(notes.len(), 1);
/// assert_eq!(write(&state), "view=timeline&from=2019&to=latest");
/// ```
pub fn read(query: &str) -> (ViewState, Vec<LinkNote>) {
    let mut state = ViewState::default();
    let mut notes = Vec::new();
    let mut taken: Vec<(String, String)> = Vec::new();
    let mut query = query.strip_prefix('?').unwrap_or(query);
    if query.len() > MAX_LINK_BYTES {
        notes.push(LinkNote::TooLong);
        query = &query[..(0..=MAX_LINK_BYTES).rfind(|&at| query.is_char_boundary(at)).unwrap_or(0)];
    }
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (decode(key), decode(value));
        if !is_known(&key) {
            notes.push(LinkNote::UnknownKey(shortened(&key)));
        } else if !value.is_empty() {
            // Of a key that stands twice the last value counts; the one before is not used.
            let unused = match (take(&mut state, &key, &value), taken.iter_mut().find(|(known, _)| *known == key)) {
                (None, _) => value,
                (_, Some((_, before))) if *before != value => std::mem::replace(before, value),
                (_, Some(_)) => continue,
                (_, None) => {
                    taken.push((key, value));
                    continue;
                }
            };
            notes.push(LinkNote::BadValue { key: key.into(), value: shortened(&unused) });
        }
    }
    if let (Some(Bound::Date(from)), Some(Bound::Date(to))) = (&state.from, &state.to)
        && from.earliest().zip(to.latest()).is_some_and(|(from, to)| from > to)
    {
        notes.push(LinkNote::BadValue { key: "to".into(), value: to.as_str().into() });
        (state.from, state.to) = (None, None);
    }
    (state, notes)
}

fn is_known(key: &str) -> bool {
    let plain =
        ["briefing", "view", "from", "to", "asof", "known", "q", "select", "compare", "step", "lang", "theme", "embed"];
    plain.contains(&key) || Facet::ALL.iter().any(|&(_, name)| name == key)
}

/// Puts one value into the state; `None` if it means nothing there.
fn take(state: &mut ViewState, key: &str, value: &str) -> Option<()> {
    match key {
        "briefing" => state.briefing = Some(value.into()),
        "view" => state.view = Some(id(value)?).filter(|view| view.as_str() != "overview"),
        "from" => state.from = Some(bound(value)?),
        "to" => state.to = Some(bound(value)?),
        "asof" => state.asof = Some(last_day(value)?),
        "known" => state.known = Some(last_day(value)?),
        "q" => state.search = value.trim().into(),
        "select" => state.select = Some(id(value)?),
        // No id holds two dots in a row.
        "compare" => state.compare = Some(value.split_once("..").and_then(|(a, b)| Some((id(a)?, id(b)?)))?),
        "step" => state.step = Some(id(value)?),
        "lang" => state.lang = Some(Some(value).filter(|tag| is_language(tag))?.into()),
        "theme" => state.theme = Theme::ALL.iter().find(|(_, word)| *word == value)?.0,
        "embed" => state.embed = Some(value == "1").filter(|&embed| embed)?,
        _ => {
            let &(facet, _) = Facet::ALL.iter().find(|&&(_, name)| name == key)?;
            let ids: Vec<Box<str>> = value.split(',').filter(|id| !id.is_empty()).map(Into::into).collect();
            if !ids.is_empty() {
                state.facets.insert(facet, ids);
            }
        }
    }
    Some(())
}

fn id(value: &str) -> Option<Id> {
    Id::is_valid(value).then(|| Id::from(value))
}

fn bound(value: &str) -> Option<Bound> {
    match value {
        "earliest" => Some(Bound::Earliest),
        "latest" => Some(Bound::Latest),
        _ => {
            let date = Edtf::read(value).ok()?;
            (date.earliest().is_some() || date.latest().is_some()).then_some(Bound::Date(date))
        }
    }
}

/// The last day of a date: what is asked of a year is asked of its end.
fn last_day(value: &str) -> Option<Day> {
    Edtf::read(value).ok()?.latest()
}

fn is_language(tag: &str) -> bool {
    tag.len() <= 35
        && tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

fn shortened(text: &str) -> Box<str> {
    let short: String = text.chars().take(60).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    short.into()
}

/// Writes the state as a query string without `?`; empty for the default. Keys keep one order, so equal states have
/// equal links.
pub fn write(state: &ViewState) -> String {
    let mut query = String::new();
    for (key, value) in pairs(state) {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(key);
        query.push('=');
        encode(&value, &mut query);
    }
    query
}

/// The keys of the link of a state with their values as they are meant, in the order of [`write`]; empty for the default.
///
/// ```
/// use annals::state::{pairs, read};
/// assert_eq!(pairs(&read("q=a%20b&embed=1").0), [("q", "a b".into()), ("embed", "1".into())]);
/// ```
pub fn pairs(state: &ViewState) -> Vec<(&'static str, Cow<'_, str>)> {
    let mut pairs = Vec::new();
    let mut add = |key, value| pairs.push((key, value));
    if let Some(address) = &state.briefing {
        add("briefing", (&**address).into());
    }
    if let Some(view) = &state.view {
        add("view", view.as_str().into());
    }
    for (key, bound) in [("from", &state.from), ("to", &state.to)] {
        match bound {
            Some(Bound::Earliest) => add(key, "earliest".into()),
            Some(Bound::Latest) => add(key, "latest".into()),
            Some(Bound::Date(date)) => add(key, date.as_str().into()),
            None => {}
        }
    }
    for (key, day) in [("asof", state.asof), ("known", state.known)] {
        if let Some(day) = day {
            add(key, Edtf::from_day(day).as_str().to_owned().into());
        }
    }
    if !state.search.is_empty() {
        add("q", (&*state.search).into());
    }
    for (facet, ids) in &state.facets {
        add(facet.key(), ids.join(",").into());
    }
    if let Some(id) = &state.select {
        add("select", id.as_str().into());
    }
    if let Some((a, b)) = &state.compare {
        add("compare", format!("{a}..{b}").into());
    }
    if let Some(id) = &state.step {
        add("step", id.as_str().into());
    }
    if let Some(lang) = &state.lang {
        add("lang", (&**lang).into());
    }
    if state.theme != Theme::Auto {
        add("theme", state.theme.word().into());
    }
    if state.embed {
        add("embed", "1".into());
    }
    pairs
}

/// Percent-decodes; a `+` is a space, what is not valid stays as it is.
fn decode(text: &str) -> String {
    let digit = |b: Option<&u8>| b.and_then(|&b| char::from(b).to_digit(16));
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(bytes.get(at + 1)), digit(bytes.get(at + 2))) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                out.push(if byte == b'+' { b' ' } else { byte });
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Percent-encodes a text for the value of a key in a query or behind a hash.
pub fn encoded(text: &str) -> String {
    let mut out = String::new();
    encode(text, &mut out);
    out
}

/// Percent-encodes all but what a query may hold as it is; `,` `/` and `:` stay readable.
fn encode(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,/:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_key_survives_the_round_trip() {
        let link = "briefing=other/b.json&view=timeline&from=2019-11&to=latest&asof=2020-01-31&known=2021-02-28&q=%E8%AE%A4%E8%AF%81&track=ccc,law\
                    &kind=law&actor=samr&tag=x&grade=official&confidence=high&select=ccc-2019-44&compare=a.1..b-2\
                    &step=ccc-3&lang=zh-Hans&theme=dark&embed=1";
        let (state, notes) = read(link);
        assert!(notes.is_empty(), "{notes:?}");
        assert_eq!(write(&state), link);
        assert_eq!(&*state.search, "认证");
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        let (state, notes) = read("?x=1&theme=pink&from=2019-13-01&embed=yes&select=A B&lang=%00&view=");
        assert_eq!(state, ViewState::default());
        let keys: Vec<String> = notes.iter().map(|note| format!("{note:?}")).collect();
        assert_eq!(notes.len(), 6, "{keys:?}");
        assert_eq!(notes[0], LinkNote::UnknownKey("x".into()));
        assert_eq!(notes[1], LinkNote::BadValue { key: "theme".into(), value: "pink".into() });
    }

    #[test]
    fn of_a_key_that_stands_twice_the_last_value_counts_and_the_others_are_named() {
        let (state, notes) = read("view=timeline&track=a,b&view=sources&view=A B&track=c&lang=en&lang=en&view=");
        assert_eq!(write(&state), "view=sources&track=c&lang=en");
        let bad = |key: &str, value: &str| LinkNote::BadValue { key: key.into(), value: value.into() };
        assert_eq!(notes, [bad("view", "timeline"), bad("view", "A B"), bad("track", "a,b")]);
    }

    #[test]
    fn a_comparison_is_of_two_ids() {
        for value in ["a", "a..", "..b", "a..b..c", "a...b", "a..B", "a.b"] {
            let (state, notes) = read(&format!("compare={value}"));
            assert_eq!((state.compare, notes.len()), (None, 1), "{value}");
        }
        assert_eq!(read("compare=2019-01..2020").0.compare, Some(("2019-01".into(), "2020".into())));
    }

    #[test]
    fn a_look_back_is_at_the_end_of_a_day() {
        let day = |value: &str| read(&format!("asof={value}")).0.asof.map(|day| day.to_string());
        let told = ["2020-02-03", "2020-02", "2020", "2020~", "2020-02-30", "soon", "../2020"].map(day);
        let days = ["2020-02-03", "2020-02-29", "2020-12-31", "2020-12-31", "", "", "2020-12-31"];
        assert_eq!(told.map(Option::unwrap_or_default), days);
    }

    #[test]
    fn a_plus_is_a_space_and_a_lone_percent_stays() {
        assert_eq!(&*read("q=a+b%20c%").0.search, "a b c%");
    }

    #[test]
    fn a_usual_link_is_short() {
        let (state, _) = read("view=timeline&from=2018-01-01&to=2024-12-31&select=ccc-2019-44&lang=zh-Hans&theme=dark");
        assert!(write(&state).len() < 300);
    }

    #[test]
    fn an_endless_link_is_cut() {
        let (_, notes) = read(&format!("q={}", "é".repeat(MAX_LINK_BYTES)));
        assert!(notes.contains(&LinkNote::TooLong));
    }

    proptest! {
        #[test]
        fn reading_never_panics(query in "\\PC*") {
            read(&query);
        }

        #[test]
        fn any_view_survives_the_round_trip(state in any_state()) {
            let (again, notes) = read(&write(&state));
            prop_assert_eq!(&again, &state);
            prop_assert!(notes.is_empty(), "{:?}", notes);
        }

        #[test]
        fn writing_and_reading_agree(
            query in "(view=[a-z]{1,9}&)?(from=20[0-9]{2}(-0[1-9])?&)?(to=latest&)?(asof=20[0-9]{2}(-0[1-9])?&)?(known=20[0-9]{2}-1[0-3]&)?(q=[%a-z0-9+]{0,20}&)?(compare=[ab.]{0,5}&)?(step=[a.]{0,3}&)?(kind=[a-z,]{0,9}&)?(embed=1)?"
        ) {
            let (state, _) = read(&query);
            let (again, notes) = read(&write(&state));
            prop_assert_eq!(&again, &state);
            prop_assert!(notes.is_empty(), "{:?}", notes);
        }
    }

    /// Any state that a page can be in.
    fn any_state() -> impl Strategy<Value = ViewState> {
        use proptest::{collection, option, sample};
        let id = || "[a-z0-9]{1,8}([._-][a-z0-9]{1,6}){0,2}";
        let some_id = move || option::of(id().prop_map(|id| Id::from(id.as_str())));
        let day = || (-9999_i64..=9999, 1_u8..=12, 1_u8..=28).prop_map(|(year, month, day)| Day::new(year, month, day));
        let day = move || option::of(day()).prop_map(Option::flatten);
        // Ends that do not cross.
        let span = sample::select(vec![
            ("", ""),
            ("earliest", "latest"),
            ("2019", "2019-11"),
            ("2001-12-03", "latest"),
            ("-0500", "20XX"),
            ("earliest", "1985-04~"),
        ]);
        let words = option::of("[\\PC]{0,12}").prop_map(|words| words.unwrap_or_default().trim().into());
        let facets = collection::btree_map(
            sample::select(Facet::ALL.map(|(facet, _)| facet).to_vec()),
            collection::vec("[^,\\p{C}]{1,10}".prop_map(Box::<str>::from), 1..3),
            0..3,
        );
        let rest = (
            option::of("[a-z]{1,8}(/[a-z]{1,8})?\\.json"),
            sample::select(vec![None, Some("en"), Some("zh-Hans")]),
            0..4_usize,
            any::<bool>(),
        );
        (some_id(), span, (day(), day()), words, facets, (some_id(), some_id()), option::of((id(), id())), rest)
            .prop_map(
                |(
                    view,
                    (from, to),
                    (asof, known),
                    search,
                    facets,
                    (select, step),
                    compare,
                    (briefing, lang, theme, embed),
                )| {
                    ViewState {
                        briefing: briefing.map(Into::into),
                        view: view.filter(|view| view.as_str() != "overview"),
                        from: bound(from),
                        to: bound(to),
                        asof,
                        known,
                        search,
                        facets,
                        select,
                        step,
                        compare: compare.map(|(a, b)| (Id::from(a.as_str()), Id::from(b.as_str()))),
                        lang: lang.map(Into::into),
                        theme: Theme::ALL[theme].0,
                        embed,
                    }
                },
            )
    }
}
