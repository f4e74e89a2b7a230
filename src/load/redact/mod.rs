//! A briefing without what is not meant for others: what is marked `visibility: internal`, and named persons if asked.
//!
//! Works on the text, so that what stays is as it was written, unknown fields included. An object anywhere that is marked
//! goes with all in it, be it an item, a value, another value that a source gives, a citation. With it goes what makes no
//! sense without it: references to it, the place of `{{value:id}}` in texts, parts of a step's link, corrections and
//! disputes about it alone, figures that were limited to it, pages that showed nothing else, and sources that nothing else
//! cites. Any mark other than `public` counts as internal: a slip in spelling must not publish.
//!
//! What an author wrote about it elsewhere in plain words stays, and is named in [`Redacted::mentions`].

mod cut;
mod gone;
mod mentions;
mod people;
mod print;
mod texts;

use std::{borrow::Cow, collections::BTreeMap};

use super::{
    Limits, LoadError, Place, Scan,
    document::Document,
    format::{self, Kind},
    locate::{Lines, key_text},
    scan::{Member, Span},
    tree,
};
use crate::model::tree::{Map, Value};
use cut::Cut;
use gone::{ANYTHING, Gone};
use people::People;

/// A briefing without what was to be left out.
#[derive(Debug, Default)]
pub struct Redacted {
    /// The document; as it was, byte for byte, when there was nothing to leave out.
    pub bytes: Vec<u8>,
    /// How many items were left out, by the name of their sort (`event`, `stage`, `source`, …); nested ones that went with
    /// an outer one are not counted again.
    pub items: BTreeMap<&'static str, usize>,
    /// How many other objects and values were left out because they are marked.
    pub values: usize,
    /// How many references to what was left out went with it, those in texts and links included.
    pub references: usize,
    /// Sources among the items that went because nothing that stays cites them.
    pub sources: usize,
    /// How many marks are neither `public` nor `internal`, and were taken for internal.
    pub unclear: usize,
    /// How many persons lost their names, and in how many places.
    pub people: usize,
    /// How many texts mentioned one of them, or named a translator.
    pub names: usize,
    /// Texts that stay but name what was left out.
    pub mentions: Vec<Mention>,
}

/// A text that stays but names what was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// JSON pointer to the item, or to the field of the card, that holds the text.
    pub pointer: String,
    /// Where that begins in the document.
    pub place: Place,
    /// The id or title that stands there.
    pub words: String,
}

/// Why nothing can be handed over.
#[derive(Debug)]
pub enum Refused {
    /// It is no briefing.
    Load(LoadError),
    /// The briefing as a whole is marked internal.
    Whole,
}

impl Redacted {
    /// Whether the document is not what it was.
    pub fn has_changed(&self) -> bool {
        !self.items.is_empty() || self.values + self.references + self.people + self.names > 0
    }
}

/// Leaves out what is marked internal and, if `people`, the names of persons.
///
/// # Errors
///
/// When `bytes` are no briefing, as [`super::load`] says, or one that is marked internal as a whole.
///
/// ```
/// use annals::load::{Limits, redact::redact};
///
/// let json = r#"{"annals":1,"id":"x","title":"X","events":[{"id":"a","date":"2019","title":"A"},
///     {"id":"talk","date":"2020","title":"Behind doors","visibility":"internal"}]}"#;
/// let redacted = redact(json.as_bytes(), Limits::default(), false).unwrap();
/// assert_eq!(redacted.items["event"], 1);
/// assert!(!String::from_utf8(redacted.bytes).unwrap().contains("talk"));
/// ```
pub fn redact(bytes: &[u8], limits: Limits, people: bool) -> Result<Redacted, Refused> {
    let mut scan = Scan::new(bytes, limits).map_err(Refused::Load)?;
    while !scan.step(usize::MAX).map_err(Refused::Load)? {}
    let Scan { bytes, reader, limits } = scan;
    let document = reader.finish(&bytes).map_err(Refused::Load)?;
    if !people && !may_be_marked(&bytes) {
        return Ok(Redacted { bytes: bytes.into_owned(), ..Redacted::default() });
    }
    Redactor { bytes: &bytes, document: &document, limits }.run(people)
}

/// Whether the word `visibility` stands anywhere, or may stand there in disguise, as in `"\u0076isibility"`.
fn may_be_marked(bytes: &[u8]) -> bool {
    let words = aho_corasick::AhoCorasick::new(["visibility", "\\u00"]);
    words.map_or(true, |words| words.is_match(bytes))
}

struct Redactor<'a> {
    bytes: &'a [u8],
    document: &'a Document,
    limits: Limits,
}

/// A value of the document that is looked at by itself: an item of a part, or a field of the card.
struct Unit {
    key: String,
    /// Its place in the list, of an item.
    index: Option<usize>,
    kind: Kind,
    span: Span,
}

impl Unit {
    /// The id that is made for an item without one.
    fn made(&self) -> String {
        self.index.map(|index| format!("{}-{}", self.key, index + 1)).unwrap_or_default()
    }

    fn pointer(&self) -> String {
        let key = self.key.replace('~', "~0").replace('/', "~1");
        self.index.map_or_else(|| format!("/{key}"), |index| format!("/{key}/{index}"))
    }
}

impl Redactor<'_> {
    fn run(&self, people: bool) -> Result<Redacted, Refused> {
        let members: Vec<&Member> = self.document.members.iter().collect();
        let mut card = Map::default();
        for member in &members {
            let key = key_text(member.key.of(self.bytes));
            if key == "visibility" {
                card.insert(&key, self.decode(member.value).map_or(Value::Null, |(value, _)| value));
            }
        }
        if cut::is_marked(&card) {
            return Err(Refused::Whole);
        }
        let units: Vec<Vec<Unit>> = members.iter().map(|member| self.units(member)).collect();
        let all = || units.iter().flatten();

        let mut gone = Gone::default();
        for unit in all() {
            if let Some((value, _)) = self.decode(unit.span) {
                gone.note_own(&unit.kind, &value);
            }
        }
        loop {
            // Ids that go may take others with them, in items before and after.
            let mut before = None;
            while before != Some(gone.len()) {
                before = Some(gone.len());
                for unit in all() {
                    if let Some((value, _)) = self.decode(unit.span) {
                        gone.look(&unit.kind, &value, &unit.made());
                    }
                }
            }
            let mut cited = gone::Cited::default();
            for unit in all() {
                let Some((mut value, _)) = self.decode(unit.span) else { continue };
                cited.before(&gone, &value);
                if !gone.goes(&unit.kind, &value, &unit.made()) {
                    Cut::new(&gone).value(&unit.kind, &mut value, &unit.made());
                    cited.after(&gone, &value);
                }
            }
            if !gone.add_sources(cited) {
                break;
            }
        }
        let mut names = People::default();
        if people {
            for unit in all() {
                let Some((value, _)) = self.decode(unit.span) else { continue };
                names.learn(&unit.key, &value, &unit.made());
            }
        }
        let names = people.then(|| names.ready());
        Ok(self.write(&members, &units, &gone, names.as_ref()))
    }

    /// The document anew, of what stays.
    fn write(&self, members: &[&Member], units: &[Vec<Unit>], gone: &Gone, names: Option<&people::Names>) -> Redacted {
        let mut cut = Cut::new(gone);
        let mut told = Redacted::default();
        let mentions = mentions::Finder::new(gone);
        let mut lines = Lines::new(self.bytes, self.document.start);
        let mut has_changed = !self.document.shadowed.is_empty();
        let mut out = b"{".to_vec();
        let mut first = true;
        for (member, units) in members.iter().zip(units) {
            let is_list = is_list(self.bytes, member);
            let mut written: Vec<Cow<[u8]>> = Vec::new();
            let mut shifted = false;
            for unit in units {
                let Some((mut value, is_plain)) = self.decode(unit.span) else {
                    // What cannot be read cannot be judged; no reader would show it.
                    (has_changed, told.values) = (true, told.values + 1);
                    continue;
                };
                let before = if is_plain { value.clone() } else { Value::Null };
                if gone.goes(&unit.kind, &value, &unit.made()) {
                    cut.tell_gone(&unit.kind, &value);
                    (has_changed, shifted) = (true, true);
                    continue;
                }
                if shifted {
                    cut::keep_id(&unit.kind, &mut value, &unit.made(), gone);
                }
                cut.value(&unit.kind, &mut value, &unit.made());
                if let Some(names) = names {
                    let (persons, texts) = names.take_out(&unit.key, &mut value);
                    (told.people, told.names) = (told.people + persons, told.names + texts);
                }
                if let Some(words) = mentions.find(&unit.kind, &value) {
                    let place = lines.place(unit.span.start as usize);
                    told.mentions.push(Mention { pointer: unit.pointer(), place, words });
                }
                let same = value == before;
                has_changed |= !same;
                written.push(if same { unit.span.of(self.bytes).into() } else { print::print(&value).into() });
            }
            if is_list && member.total > units.len() {
                has_changed = true;
            }
            if !is_list && written.is_empty() {
                continue;
            }
            out.extend_from_slice(if first { b"\n " } else { b",\n " });
            first = false;
            out.extend_from_slice(member.key.of(self.bytes));
            out.push(b':');
            if is_list {
                out.push(b'[');
            }
            for (at, text) in written.iter().enumerate() {
                if is_list {
                    out.extend_from_slice(if at == 0 { b"\n  " } else { b",\n  " });
                }
                out.extend_from_slice(text);
            }
            if is_list {
                out.extend_from_slice(if written.is_empty() { b"]" } else { b"\n ]" });
            }
        }
        out.extend_from_slice(b"\n}\n");
        told.bytes = if has_changed { out } else { self.bytes.to_vec() };
        (told.items, told.values, told.references) = (cut.items, told.values + cut.values, cut.references);
        (told.sources, told.unclear) = (gone.orphans(), gone.unclear());
        told
    }

    /// What a member is looked at as.
    fn units(&self, member: &Member) -> Vec<Unit> {
        let key = key_text(member.key.of(self.bytes)).into_owned();
        let kind = format::DOCUMENT.field(&key).map_or(ANYTHING, |field| field.kind);
        if !is_list(self.bytes, member) {
            return vec![Unit { key, index: None, kind, span: member.value }];
        }
        let kind = if let Kind::List(inner) = kind { *inner } else { ANYTHING };
        let spans = self.document.elements.get(member.elements.clone()).unwrap_or_default();
        let unit = |(index, span): (usize, &Span)| Unit { key: key.clone(), index: Some(index), kind, span: *span };
        spans.iter().enumerate().map(unit).collect()
    }

    /// The value, and whether it has no key twice; `None` if it cannot be read.
    fn decode(&self, span: Span) -> Option<(Value, bool)> {
        let decoded = tree::decode(span.of(self.bytes), self.limits.values).ok()?;
        Some((decoded.value, decoded.twice.is_empty()))
    }
}

fn is_list(bytes: &[u8], member: &Member) -> bool {
    bytes.get(member.value.start as usize) == Some(&b'[')
}

#[cfg(test)]
mod tests;
