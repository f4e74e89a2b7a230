//! The card: all top-level fields that are not lists of items.

use std::borrow::Cow;

use super::{
    Code,
    check::{Around, Walk},
    diagnostic::shortened,
    format,
    ids::Holder,
    loader::{Loader, decode},
    locate::{self, Token, key_text},
    spelling, values,
};
use crate::model::{
    Card, Id,
    tree::{FromTree, Map, Value},
};

impl Loader<'_> {
    /// Reads all top-level fields that are not parts.
    pub(super) fn read_card(&mut self) {
        let bytes = &self.bytes;
        for (first, last) in &self.document.shadowed {
            let key = key_text(last.of(bytes)).into_owned();
            let mut pointer = String::new();
            locate::push_pointer(&mut pointer, &[Token::key(&key)]);
            let args = vec![("field", shortened(&key))];
            self.log.find(last.start as usize, pointer, Code::DuplicateKey, args, Some(first.key.start as usize));
        }
        let mut card = Map::default();
        let mut spans = Vec::new();
        for member in &self.document.members {
            let key = key_text(member.key.of(bytes)).into_owned();
            let is_part = self.parts.iter().any(|(name, _)| *name == key);
            let is_known = format::DOCUMENT.field(&key).is_some();
            if is_part || key == "$schema" {
                continue;
            }
            if !is_known {
                let mut args = vec![("field", shortened(&key))];
                if let Some(meant) =
                    spelling::nearest(&key, &mut format::DOCUMENT.fields.iter().map(|field| field.name))
                {
                    args.push(("suggestion", meant.to_owned()));
                }
                let mut pointer = String::new();
                locate::push_pointer(&mut pointer, &[Token::key(&key)]);
                self.log.find(member.key.start as usize, pointer, Code::FieldUnknown, args, None);
                continue;
            }
            let path = [Token::key(&key)];
            let Some(decoded) = decode(bytes, member.value, &path, self.limits, &mut self.log) else { continue };
            card.insert(&key, decoded.value);
            spans.push((key, member.value));
        }
        // Texts of the card may be bare, so its languages are settled first.
        let first_language = first_language(card.get("languages"));
        let unit = Holder { unit: u32::MAX, nth: 0, part: u8::MAX };
        let around = Around { sourced: true, id: "", shape: &format::DOCUMENT };
        let root = self.document.start;
        let span_of = |name: &str| spans.iter().find(|(key, _)| key == name).map(|(_, span)| *span);
        for field in format::DOCUMENT.fields {
            if self.parts.iter().any(|(name, _)| *name == field.name) {
                continue;
            }
            let mut walk = Walk::new(&mut self.ids, &mut self.log.tally, unit, false, &first_language);
            walk.field(field, &mut card, around);
            let mut findings = walk.findings;
            // The fields of the card were cut apart: places are looked up in each.
            let (start, prefix) = match span_of(field.name) {
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
            if span_of(field).is_none() {
                self.log.find(root, String::new(), code, Vec::new(), None);
            }
        }
        match Card::from_tree(&Value::Object(card)) {
            Some(card) => self.briefing.card = card,
            None => {
                let args = vec![("reason", format::DOCUMENT.name.to_owned())];
                self.log.find(root, String::new(), Code::InternalShape, args, None);
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
}

/// The language of bare texts: the first one stated, else English.
fn first_language(languages: Option<&Value>) -> String {
    let stated = languages.and_then(Value::as_array).unwrap_or_default();
    stated.iter().filter_map(Value::as_str).find(|tag| values::is_language(tag)).unwrap_or("en").to_owned()
}
