//! From bytes to a checked briefing. [`load`] is the one door; [`Loader`] is the same in slices of work.
//!
//! A document that cannot be read at all is a [`LoadError`]. Everything else is a finding in the [`Report`]: a bad
//! optional field is taken out, a bad required one leaves its item out, good items show.
//!
//! The bytes are scanned once (`scan`), cut into the fields of the card and the items of the parts (`document`), and
//! decoded one item at a time (`tree`), so that memory holds the text and the typed briefing, never a second tree of the
//! whole. Each item is checked along its shape (`check`, `rules`) and then read into its type. Links to items that come
//! later are settled at the end, by walking the items concerned a second time.
//!
//! ```
//! let json = br#"{"annals":1,"id":"x","title":"X","events":[{"id":"e1","date":"2019-10-17","title":"Meeting"}]}"#;
//! let loaded = annals::load::load(json).unwrap();
//! assert_eq!(loaded.briefing.events.len(), 1);
//! assert!(annals::load::load(b"<!doctype html>").is_err());
//! ```

mod check;
mod dates;
mod defaults;
mod diagnostic;
mod document;
mod findings;
pub mod format;
mod ids;
pub mod link;
mod locate;
mod parents;
mod parts;
mod rules;
mod scan;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod spelling;
#[cfg(test)]
mod tests;
mod tree;

use std::{borrow::Cow, collections::HashMap};

use serde_json::{Map, Value};

use crate::model::{Briefing, Card, Id};
use check::{Around, Walk};
use document::{Document, Reader};
use findings::{Finding, Log, Other};
use format::Shape;
use ids::{Holder, Ids};
use locate::{Spot, Token, key_text};
use scan::Span;
use tree::FaultKind;

pub use diagnostic::{
    Args, Code, Diagnostic, LeftOut, LoadCode, LoadError, MOST_PER_CODE, Place, Report, Severity, shortened,
};

/// How much is read.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Size of the document; below 4 GiB.
    pub bytes: usize,
    /// Brackets inside brackets.
    pub depth: usize,
    /// Bytes of one string, as written.
    pub string: usize,
    /// Keys of the top-level object.
    pub keys: usize,
    /// Items of one list directly below the top.
    pub events: usize,
    /// Values in one item, everything inside it counted.
    pub values: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { bytes: 512 << 20, depth: 64, string: 1 << 20, keys: 10_000, events: 1_000_000, values: 8_000_000 }
    }
}

/// A briefing and what was found in it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What is good.
    pub briefing: Briefing,
    /// What is not.
    pub report: Report,
}

/// How far loading has come, in items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
}

impl Progress {
    /// Whether nothing is left to do.
    pub fn is_done(self) -> bool {
        self.done >= self.total
    }
}

/// Loads a document in one go.
///
/// # Errors
///
/// When it is not a document at all; see [`LoadCode`].
pub fn load(bytes: &[u8]) -> Result<Loaded, LoadError> {
    Ok(Loader::new(bytes)?.finish())
}

/// The first half of loading, in slices: scans the bytes, then becomes a [`Loader`].
pub struct Scan<'a> {
    bytes: Cow<'a, [u8]>,
    reader: Reader,
    limits: Limits,
}

impl<'a> Scan<'a> {
    /// Looks at the size and the first bytes.
    ///
    /// # Errors
    ///
    /// When they say that this is no document.
    pub fn new(bytes: impl Into<Cow<'a, [u8]>>, limits: Limits) -> Result<Self, LoadError> {
        let bytes = bytes.into();
        let limits = Limits { bytes: limits.bytes.min(u32::MAX as usize), ..limits };
        Ok(Scan { reader: Reader::new(&bytes, limits)?, bytes, limits })
    }

    /// Scans about `budget` bytes more; true when done.
    ///
    /// # Errors
    ///
    /// When this is not JSON in UTF-8, or beyond the limits.
    pub fn step(&mut self, budget: usize) -> Result<bool, LoadError> {
        self.reader.step(&self.bytes, budget)
    }

    /// The second half of loading; scans what is left.
    ///
    /// # Errors
    ///
    /// As [`Scan::step`], and when this is not a briefing or one in a newer format.
    pub fn into_loader(mut self) -> Result<Loader<'a>, LoadError> {
        while !self.step(usize::MAX)? {}
        let document = self.reader.finish(&self.bytes)?;
        Ok(Loader::cut(self.bytes, document, self.limits))
    }
}

/// One item of a part.
struct Unit {
    part: u8,
    /// Its place in the list.
    index: u32,
    span: Span,
    /// Its place in the briefing's list; `None` when left out.
    slot: Option<u32>,
}

/// Loads a document in slices of work.
pub struct Loader<'a> {
    bytes: Cow<'a, [u8]>,
    document: Document,
    limits: Limits,
    parts: Vec<(&'static str, &'static Shape)>,
    units: Vec<Unit>,
    /// Items beyond the limit, per part.
    beyond: Vec<(u8, usize)>,
    /// How many units are done.
    done: usize,
    /// Units to be walked again for their links, once all items are known.
    again: Option<Vec<u32>>,
    ids: Ids,
    log: Log,
    briefing: Briefing,
}

impl<'a> Loader<'a> {
    /// Scans and cuts the document.
    ///
    /// # Errors
    ///
    /// When it is not a document at all; see [`LoadCode`].
    pub fn new(bytes: impl Into<Cow<'a, [u8]>>) -> Result<Self, LoadError> {
        Scan::new(bytes, Limits::default())?.into_loader()
    }

    fn cut(bytes: Cow<'a, [u8]>, document: Document, limits: Limits) -> Self {
        let parts: Vec<_> = format::parts().collect();
        let ids = Ids::new(parts.iter().map(|(name, _)| *name).collect());
        let mut loader = Loader {
            bytes,
            document,
            limits,
            parts,
            units: Vec::new(),
            beyond: Vec::new(),
            done: 0,
            again: None,
            ids,
            log: Log::new(),
            briefing: Briefing::default(),
        };
        loader.read_card();
        loader.list_units();
        loader
    }

    /// Reads up to `items` items more.
    pub fn step(&mut self, items: usize) -> Progress {
        for _ in 0..items {
            if self.done < self.units.len() {
                self.read_unit(self.done, false);
                self.done += 1;
            } else {
                let again = self.again.get_or_insert_with(|| self.ids.take_open().into_iter().rev().collect());
                let Some(unit) = again.pop() else { break };
                self.read_unit(unit as usize, true);
            }
        }
        // The end is part of the work: it is not done before the links are settled.
        let left = self.again.as_ref().map_or(1, Vec::len);
        Progress { done: self.done, total: self.units.len() + left }
    }

    /// Reads what is left, and hands over the briefing with the findings.
    pub fn finish(mut self) -> Loaded {
        while !self.step(usize::MAX).is_done() {}
        self.mend_parents();
        let Loader { bytes, document, parts, units, beyond, ids, mut log, mut briefing, .. } = self;
        let views = find_member(&bytes, &document, "views");
        if !briefing.views.is_empty() && !briefing.views.iter().any(|view| &*view.meta.id == "overview") {
            log.find(
                views.map_or(document.start, |span| span.start as usize),
                "/views".into(),
                Code::OverviewMissing,
                Vec::new(),
                None,
            );
        }
        defaults::supply(&mut briefing, |id| ids.is_item(id));
        let left_out = (0u8..).zip(&parts).filter_map(|(number, (part, _))| {
            let mine = units.iter().filter(|unit| unit.part == number);
            let (mut total, mut left_out) = (0, 0);
            for unit in mine {
                total += 1;
                left_out += usize::from(unit.slot.is_none());
            }
            let beyond: usize = beyond.iter().filter(|(part, _)| *part == number).map(|(_, count)| count).sum();
            let (total, left_out) = (total + beyond, left_out + beyond);
            (left_out > 0).then_some(LeftOut { part, left_out, total })
        });
        let left_out = left_out.collect();
        let unit = |number: u32| {
            let unit = units.get(number as usize)?;
            Some((unit.span.of(&bytes), unit.span.start as usize, pointer_of(&parts, unit)))
        };
        let report = log.report(&bytes, document.start, left_out, unit);
        Loaded { briefing, report }
    }

    /// Reads all top-level fields that are not parts.
    fn read_card(&mut self) {
        let bytes = &self.bytes;
        for (first, last) in &self.document.shadowed {
            let key = key_text(last.of(bytes)).into_owned();
            let mut pointer = String::new();
            locate::push_pointer(&mut pointer, &[Token::key(&key)]);
            let args = vec![("field", shortened(&key))];
            self.log.find(last.start as usize, pointer, Code::DuplicateKey, args, Some(first.key.start as usize));
        }
        let mut card = Map::new();
        let mut rounded = HashMap::new();
        let mut spans = HashMap::new();
        for member in &self.document.members {
            let key = key_text(member.key.of(bytes)).into_owned();
            let is_part = self.parts.iter().any(|(name, _)| *name == key);
            let is_known = format::DOCUMENT.field(&key).is_some();
            if is_part || key == "$schema" {
                continue;
            }
            if !is_known {
                let mut args = vec![("field", shortened(&key))];
                if let Some(meant) = spelling::nearest(&key, format::DOCUMENT.fields.iter().map(|field| field.name)) {
                    args.push(("suggestion", meant.to_owned()));
                }
                let mut pointer = String::new();
                locate::push_pointer(&mut pointer, &[Token::key(&key)]);
                self.log.find(member.key.start as usize, pointer, Code::FieldUnknown, args, None);
                continue;
            }
            let path = [Token::key(&key)];
            let Some(decoded) = decode(bytes, member.value, &path, self.limits, &mut self.log) else { continue };
            rounded.extend(decoded.rounded);
            spans.insert(key.clone(), member.value);
            card.insert(key, decoded.value);
        }
        // Texts of the card may be bare, so its languages are settled first.
        let first_language = first_language(card.get("languages"));
        let unit = Holder { unit: u32::MAX, nth: 0, part: u8::MAX };
        let around = Around { sourced: true, id: "", shape: &format::DOCUMENT };
        let root = self.document.start;
        for field in format::DOCUMENT.fields {
            if self.parts.iter().any(|(name, _)| *name == field.name) {
                continue;
            }
            let mut walk = Walk::new(&mut self.ids, &mut self.log.tally, unit, false, &first_language, &rounded);
            walk.field(field, &mut card, around);
            let mut findings = walk.findings;
            // The fields of the card were cut apart: places are looked up in each.
            let (start, prefix) = match spans.get(field.name) {
                Some(span) => (span.start as usize, vec![Token::Key(Cow::Borrowed(field.name))]),
                None => (root, Vec::new()),
            };
            if !prefix.is_empty() {
                findings.iter_mut().for_each(|finding| drop(finding.path.drain(..finding.path.len().min(1))));
            }
            self.log.take(bytes, start, &prefix, findings);
        }
        for (field, code) in
            [("licence", Code::LicenceMissing), ("as_of", Code::AsOfMissing), ("languages", Code::LanguagesMissing)]
        {
            if !spans.contains_key(field) {
                self.log.find(root, String::new(), code, Vec::new(), None);
            }
        }
        let read = |card: Map<String, Value>| serde_json::from_value::<Card>(Value::Object(card));
        match read(card) {
            Ok(card) => self.briefing.card = card,
            Err(error) => {
                self.log.find(root, String::new(), Code::InternalShape, vec![("reason", error.to_string())], None);
            }
        }
        let card = &mut self.briefing.card;
        if card.languages.is_empty() {
            card.languages = vec![first_language.as_str().into()];
        }
        if card.id.is_empty() {
            card.id = Id::from("briefing");
        }
    }

    fn list_units(&mut self) {
        for member in &self.document.members {
            let key = key_text(member.key.of(&self.bytes));
            let Some(part) = self.parts.iter().position(|(name, _)| *name == key) else { continue };
            let at = member.value.start as usize;
            let pointer = format!("/{key}");
            if self.bytes.get(at) != Some(&b'[') {
                let found = match self.bytes.get(at) {
                    Some(b'{') => "object",
                    Some(b'"') => "string",
                    Some(b'n') => "null",
                    Some(b't' | b'f') => "boolean",
                    _ => "number",
                };
                let args = vec![("expected", "list".to_owned()), ("found", found.to_owned())];
                self.log.find(at, pointer, Code::WrongType, args, None);
                continue;
            }
            let spans = self.document.elements.get(member.elements.clone()).unwrap_or_default();
            let units = (0u32..).zip(spans);
            self.units.extend(units.map(|(index, span)| Unit { part: part as u8, index, span: *span, slot: None }));
            let beyond = member.total - spans.len();
            if beyond > 0 {
                self.beyond.push((part as u8, beyond));
                let args = vec![("value", member.total.to_string()), ("limit", spans.len().to_string())];
                self.log.find(at, pointer, Code::ListLimit, args, None);
            }
        }
        self.document.elements = Vec::new();
    }

    /// Checks one item and reads it into its type. The second time only its links are looked at.
    fn read_unit(&mut self, number: usize, again: bool) {
        let Some(unit) = self.units.get_mut(number) else { return };
        if again && unit.slot.is_none() {
            return;
        }
        let (part, shape) = self.parts[unit.part as usize];
        let path = pointer_of(&self.parts, unit);
        let mut silent = Log::new();
        let log = if again { &mut silent } else { &mut self.log };
        let Some(mut decoded) = decode(&self.bytes, unit.span, &path, self.limits, log) else { return };
        let holder = Holder { unit: number as u32, nth: 0, part: unit.part };
        let language = self.briefing.card.first_language().to_owned();
        let mut walk = Walk::new(&mut self.ids, &mut self.log.tally, holder, again, &language, &decoded.rounded);
        let around = Around { sourced: false, id: "", shape };
        let made = format!("{part}-{}", unit.index + 1);
        let good = walk.item(shape, &mut decoded.value, &made, around);
        let findings = walk.findings;
        self.log.take(&self.bytes, unit.span.start as usize, &path, findings);
        if !good {
            return;
        }
        let slot = unit.slot.map(|slot| slot as usize);
        match parts::read(&mut self.briefing, part, decoded.value, slot) {
            Ok(slot) => unit.slot = Some(slot as u32),
            Err(error) => {
                let mut pointer = String::new();
                locate::push_pointer(&mut pointer, &path);
                let args = vec![("reason", error.to_string())];
                self.log.find(unit.span.start as usize, pointer, Code::InternalShape, args, None);
            }
        }
    }

    fn mend_parents(&mut self) {
        let Briefing { tracks, actors, .. } = &mut self.briefing;
        let mut tracks: Vec<_> = tracks.iter_mut().map(|item| (item.meta.id.clone(), &mut item.body.parent)).collect();
        let mut actors: Vec<_> = actors.iter_mut().map(|item| (item.meta.id.clone(), &mut item.body.parent)).collect();
        for (part, items, most) in [("tracks", &mut tracks, 2), ("actors", &mut actors, usize::MAX)] {
            let by_id: HashMap<&str, usize> = items.iter().enumerate().map(|(at, (id, _))| (&**id, at)).collect();
            let index = |id: &Id| by_id.get(&**id).copied();
            let mut parents: Vec<_> = items.iter().map(|(_, parent)| parent.as_ref().and_then(index)).collect();
            for (slot, code) in parents::mend(&mut parents, most) {
                let Some(parent) = items[slot].1.take() else { continue };
                let is_it = |unit: &&Unit| unit.slot == Some(slot as u32) && self.parts[unit.part as usize].0 == part;
                let Some(unit) = self.units.iter().find(is_it) else { continue };
                if !self.log.tally.has_room(code) {
                    continue;
                }
                let finding = Finding {
                    code,
                    path: vec![Token::Key(Cow::Borrowed("parent"))],
                    spot: Spot::Value,
                    args: vec![("value", parent.to_string())],
                    other: None,
                };
                self.log.take(&self.bytes, unit.span.start as usize, &pointer_of(&self.parts, unit), vec![finding]);
            }
        }
    }
}

/// Decodes one value and notes keys that stand twice; `None`, with a finding, if it cannot be decoded.
fn decode(bytes: &[u8], span: Span, prefix: &[Token], limits: Limits, log: &mut Log) -> Option<tree::Decoded> {
    let start = span.start as usize;
    let mut decoded = match tree::decode(span.of(bytes), limits.values) {
        Ok(decoded) => decoded,
        Err(fault) => {
            let (code, args) = match fault.kind {
                FaultKind::Surrogate => (Code::TextBroken, Vec::new()),
                FaultKind::Range => (Code::NumberRange, Vec::new()),
                FaultKind::Nodes => (Code::ItemLimit, vec![("limit", limits.values.to_string())]),
                FaultKind::Other => (Code::InternalShape, vec![("reason", String::new())]),
            };
            let mut pointer = String::new();
            locate::push_pointer(&mut pointer, prefix);
            log.find(start + fault.at, pointer, code, args, None);
            return None;
        }
    };
    let twice = decoded.twice.drain(..).filter_map(|path| {
        let Some(Token::Key(key)) = path.last() else { return None };
        let args = vec![("field", shortened(key))];
        log.tally.has_room(Code::DuplicateKey).then(|| Finding {
            code: Code::DuplicateKey,
            path,
            spot: Spot::Key,
            args,
            other: Some(Other::FirstKey),
        })
    });
    let twice: Vec<_> = twice.collect();
    log.take(bytes, start, prefix, twice);
    Some(decoded)
}

fn pointer_of(parts: &[(&'static str, &'static Shape)], unit: &Unit) -> Vec<Token> {
    let (part, _) = parts[unit.part as usize];
    vec![Token::Key(Cow::Borrowed(part)), Token::Index(unit.index as usize)]
}

fn find_member(bytes: &[u8], document: &Document, key: &str) -> Option<Span> {
    document.members.iter().find(|member| key_text(member.key.of(bytes)) == key).map(|member| member.value)
}

/// The language of bare texts: the first one stated, else English.
fn first_language(languages: Option<&Value>) -> String {
    let stated = languages.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    stated.iter().filter_map(Value::as_str).find(|tag| check::is_language(tag)).unwrap_or("en").to_owned()
}
