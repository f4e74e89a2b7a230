//! Items one at a time: decode, check, read into the type; then the links, and what is between items.

use std::borrow::Cow;

use super::{
    Code, LeftOut, Limits, LoadError, Loaded, Progress, Scan,
    check::{Around, Walk},
    defaults,
    diagnostic::shortened,
    document::Document,
    findings::{Finding, Log, Other},
    format::{self, Shape},
    ids::{Holder, Ids},
    locate::{self, Spot, Token, key_text},
    parents, parts,
    scan::Span,
    tree::{self, FaultKind},
    units,
};
use crate::{
    circles::circles,
    model::{Briefing, Id, Register},
};

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
    pub(super) bytes: Cow<'a, [u8]>,
    pub(super) document: Document,
    pub(super) limits: Limits,
    pub(super) parts: Vec<(&'static str, &'static Shape)>,
    units: Vec<Unit>,
    /// Items beyond the limit, per part.
    beyond: Vec<(u8, usize)>,
    /// How many units are done.
    done: usize,
    /// Units to be walked again for their links, once all items are known.
    again: Option<Vec<u32>>,
    pub(super) ids: Ids,
    pub(super) log: Log,
    pub(super) briefing: Briefing,
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

    pub(super) fn cut(bytes: Cow<'a, [u8]>, document: Document, limits: Limits) -> Self {
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
            log: Log::new(limits.findings),
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
        self.note_circles();
        self.compare_units();
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
        let mut silent = Log::new(self.limits.findings);
        let log = if again { &mut silent } else { &mut self.log };
        let Some(mut decoded) = decode(&self.bytes, unit.span, &path, self.limits, log) else { return };
        let holder = Holder { unit: number as u32, nth: 0, part: unit.part };
        let language = self.briefing.card.first_language().to_owned();
        let mut walk = Walk::new(&mut self.ids, &mut self.log.tally, holder, again, &language);
        let around = Around { sourced: false, id: "", shape };
        let made = format!("{part}-{}", unit.index + 1);
        let good = walk.item(shape, &mut decoded.value, &made, around);
        let findings = walk.findings;
        self.log.take(&self.bytes, unit.span.start as usize, &path, findings);
        if !good {
            return;
        }
        let slot = unit.slot.map(|slot| slot as usize);
        match parts::read(&mut self.briefing, part, &decoded.value, slot) {
            Some(slot) => unit.slot = Some(slot as u32),
            None => {
                let mut pointer = String::new();
                locate::push_pointer(&mut pointer, &path);
                let args = vec![("reason", shape.name.to_owned())];
                self.log.find(unit.span.start as usize, pointer, Code::InternalShape, args, None);
            }
        }
    }

    /// Policy acts that come from one another: the relations stay as they are, those who draw them keep from going round.
    fn note_circles(&mut self) {
        let instruments = &self.briefing.instruments;
        let mut ids = Register::default();
        for item in instruments {
            ids.enter(&item.meta.id);
        }
        let links = instruments.iter().map(|item| item.relations.iter().filter_map(|one| ids.find(&one.to)).collect());
        let links: Vec<Vec<usize>> = links.collect();
        let mut closing = Vec::new();
        circles(&links, &mut |circle| closing.extend(circle.last().copied().zip(circle.first().copied())));
        for (slot, to) in closing {
            let to = self.briefing.instruments[to].meta.id.to_string();
            self.note("instruments", slot, Code::RelationCycle, "relations", to);
        }
    }

    fn mend_parents(&mut self) {
        let mut faults = Vec::new();
        let Briefing { tracks, actors, .. } = &mut self.briefing;
        let mut tracks: Vec<_> = tracks.iter_mut().map(|item| (item.meta.id.clone(), &mut item.body.parent)).collect();
        let mut actors: Vec<_> = actors.iter_mut().map(|item| (item.meta.id.clone(), &mut item.body.parent)).collect();
        for (part, items, most) in [("tracks", &mut tracks, 2), ("actors", &mut actors, usize::MAX)] {
            // No two items have one id, so that numbers are places.
            let mut ids = Register::default();
            for (id, _) in items.iter() {
                ids.enter(id);
            }
            let index = |id: &Id| ids.find(id);
            let mut parents: Vec<_> = items.iter().map(|(_, parent)| parent.as_ref().and_then(index)).collect();
            for (slot, code) in parents::mend(&mut parents, most) {
                let Some(parent) = items[slot].1.take() else { continue };
                faults.push((part, slot, code, parent.to_string()));
            }
        }
        for (part, slot, code, parent) in faults {
            self.note(part, slot, code, "parent", parent);
        }
    }

    fn compare_units(&mut self) {
        for (slot, units) in units::differing(&self.briefing) {
            self.note("figures", slot, Code::FigureUnitsDiffer, "series", units);
        }
    }

    /// Notes something about a field of the item in this place of its part.
    fn note(&mut self, part: &str, slot: usize, code: Code, field: &'static str, value: String) {
        if !self.log.tally.has_room(code) {
            return;
        }
        let is_it = |unit: &&Unit| unit.slot == Some(slot as u32) && self.parts[unit.part as usize].0 == part;
        let Some(unit) = self.units.iter().find(is_it) else { return };
        let finding = Finding {
            code,
            path: vec![Token::Key(Cow::Borrowed(field))],
            spot: Spot::Value,
            args: vec![("value", value)],
            other: None,
        };
        self.log.take(&self.bytes, unit.span.start as usize, &pointer_of(&self.parts, unit), vec![finding]);
    }
}

/// Decodes one value and notes keys that stand twice; `None`, with a finding, if it cannot be decoded.
pub(super) fn decode(
    bytes: &[u8],
    span: Span,
    prefix: &[Token],
    limits: Limits,
    log: &mut Log,
) -> Option<tree::Decoded> {
    let start = span.start as usize;
    let mut decoded = match tree::decode(span.of(bytes), limits.values) {
        Ok(decoded) => decoded,
        Err(fault) => {
            let (code, args) = match fault.kind {
                FaultKind::Surrogate => (Code::TextBroken, Vec::new()),
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
        let other = Some(Other::FirstKey);
        log.tally.has_room(Code::DuplicateKey).then_some(Finding {
            code: Code::DuplicateKey,
            path,
            spot: Spot::Key,
            args,
            other,
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
