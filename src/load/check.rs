//! Walks one item along its shape: what is wrong is noted and taken out, what is left fits the types of the model.

use std::{borrow::Cow, collections::HashMap};

use serde_json::{Map, Value};

use super::{
    dates,
    diagnostic::{Args, Code, shortened},
    findings::{Finding, Other, Tally},
    format::{self, Field, Kind, Shape},
    ids::{Holder, Ids, Target, id_safe},
    link,
    locate::{Spot, Token},
    spelling,
};

/// What an item's surroundings give it.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// Whether dates and numbers in it have a source, or need none.
    pub sourced: bool,
    /// The id of the item it is in; empty outside of items.
    pub id: &'a str,
    /// The shape of the object it is in.
    pub shape: &'static Shape,
}

/// The walk over one unit: an item of a part, or a field of the card.
pub(super) struct Walk<'w> {
    ids: &'w mut Ids,
    tally: &'w mut Tally,
    /// Where the unit stands.
    unit: Holder,
    /// Whether all items are known: links that lead nowhere now are taken out.
    last: bool,
    first_language: &'w str,
    path: Vec<Token>,
    /// Items met in the unit so far.
    items: u32,
    /// Ids given in the unit, to be taken back when an item is left out.
    claimed: Vec<String>,
    /// Whether this is inside an item that is left out as a duplicate: its inner ids are not given.
    muted: bool,
    /// The integers that the tree does not hold as written.
    rounded: &'w HashMap<Vec<Token>, String>,
    /// The first field without source of the item at hand.
    unsourced: Option<&'static str>,
    pub findings: Vec<Finding>,
}

/// What a fact is about.
#[derive(Clone, Copy)]
enum Holds {
    Date,
    Number,
}

impl<'w> Walk<'w> {
    pub fn new(
        ids: &'w mut Ids,
        tally: &'w mut Tally,
        unit: Holder,
        last: bool,
        first_language: &'w str,
        rounded: &'w HashMap<Vec<Token>, String>,
    ) -> Self {
        Walk {
            ids,
            tally,
            unit,
            last,
            first_language,
            path: Vec::new(),
            items: 0,
            claimed: Vec::new(),
            muted: false,
            rounded,
            unsourced: None,
            findings: Vec::new(),
        }
    }

    /// Checks an item and gives it its id; false: leave it out. `made` is its id if it states none.
    pub fn item(&mut self, shape: &'static Shape, value: &mut Value, made: &str, around: Around) -> bool {
        let Value::Object(map) = value else {
            return self.wrong_type(value, "object");
        };
        let holder = Holder { nth: self.items, ..self.unit };
        self.items += 1;
        let claims = self.claimed.len();
        let (id, twin) = match self.claim_id(map, holder, made) {
            Ok(id) => (id, false),
            Err(id) => (id, true),
        };
        let muted = self.muted;
        self.muted |= twin;
        let around = Around { sourced: around.sourced || needs_no_source(shape, map), id: &id, shape };
        let outer = self.unsourced.take();
        let good = self.fields(shape, map, around) && !twin;
        if let Some(field) = std::mem::replace(&mut self.unsourced, outer).filter(|_| good) {
            self.find(Code::Unsourced, vec![("field", field.to_owned()), ("value", id.clone())]);
        }
        self.muted = muted;
        if good {
            map.insert("id".to_owned(), Value::String(id));
        } else {
            for id in self.claimed.drain(claims..) {
                self.ids.release(&id);
            }
        }
        good
    }

    /// Gives the item its own id, or one that is made; `Err` with the id that another item has.
    fn claim_id(&mut self, map: &mut Map<String, Value>, holder: Holder, made: &str) -> Result<String, String> {
        let own = match map.get("id") {
            None => None,
            Some(value) => {
                self.path.push(Token::Key(Cow::Borrowed("id")));
                let good = self.own_id(value);
                self.path.pop();
                value.as_str().filter(|_| good).map(str::to_owned)
            }
        };
        if self.muted {
            return Ok(own.unwrap_or_else(|| made.to_owned()));
        }
        let Some(id) = own else {
            let mut id = made.to_owned();
            let mut copy = 1;
            while self.ids.claim(&id, holder).is_err() {
                copy += 1;
                id = format!("{made}-{copy}");
            }
            self.claimed.push(id.clone());
            return Ok(id);
        };
        match self.ids.claim(&id, holder) {
            Ok(alias) => {
                if let Some(first) = alias {
                    self.id_find(Code::AliasTaken, &id, first);
                }
                self.claimed.push(id.clone());
                Ok(id)
            }
            Err(first) => {
                self.id_find(Code::DuplicateId, &id, first);
                Err(id)
            }
        }
    }

    /// Notes something about the id of the object at hand, which `first` has too.
    fn id_find(&mut self, code: Code, id: &str, first: Holder) {
        self.path.push(Token::Key(Cow::Borrowed("id")));
        self.find_with(code, vec![("value", id.to_owned())], Other::Item(first.unit, id.to_owned()));
        self.path.pop();
    }

    /// Checks the fields of an object; false: something required is missing or wrong.
    fn fields(&mut self, shape: &'static Shape, map: &mut Map<String, Value>, around: Around) -> bool {
        self.unknown_fields(map, |name| shape.field(name).is_some(), || shape.all_fields());
        let mut good = true;
        for field in shape.all_fields() {
            if shape.item && field.name == "id" {
                continue;
            }
            good &= self.field(field, map, around);
        }
        self.rules(shape, map) && good
    }

    /// Checks one field and takes it out if it is wrong; false: it is required, and missing or wrong.
    pub fn field(&mut self, field: &'static Field, map: &mut Map<String, Value>, around: Around) -> bool {
        let Some(value) = map.get_mut(field.name) else {
            if field.required {
                self.find(Code::FieldMissing, vec![("field", field.name.to_owned())]);
            }
            return !field.required;
        };
        self.path.push(Token::Key(Cow::Borrowed(field.name)));
        let good = self.value(&field.kind, value, field.name, around);
        self.path.pop();
        if !good {
            map.remove(field.name);
        }
        good || !field.required
    }

    fn unknown_fields<F: Iterator<Item = &'static Field>>(
        &mut self,
        map: &mut Map<String, Value>,
        is_known: impl Fn(&str) -> bool,
        known: impl Fn() -> F,
    ) {
        map.retain(|name, _| {
            let known_name = is_known(name);
            if !known_name {
                self.path.push(Token::key(name));
                self.unknown_field(name, known().map(|field| field.name));
                self.path.pop();
            }
            known_name
        });
    }

    /// Notes the field at hand as unknown.
    pub fn unknown_field(&mut self, name: &str, known: impl Iterator<Item = &'static str>) {
        let mut args = vec![("field", shortened(name))];
        if let Some(meant) = spelling::nearest(name, known) {
            args.push(("suggestion", meant.to_owned()));
        }
        self.find_at(Code::FieldUnknown, Spot::Key, args);
    }

    /// Checks one value; false: take it out.
    pub fn value(&mut self, kind: &Kind, value: &mut Value, name: &'static str, around: Around) -> bool {
        match kind {
            Kind::Word => self.word(value),
            Kind::Text | Kind::Markdown => self.text(value, around),
            Kind::Uri => self.uri(value, around.shape),
            Kind::Date => self.date(value),
            Kind::DateFact => self.fact(Holds::Date, value, name, around),
            Kind::NumberFact => self.fact(Holds::Number, value, name, around),
            Kind::Number => self.number(value),
            Kind::Bool => value.is_boolean() || self.wrong_type(value, "boolean"),
            Kind::Language => self.language(value),
            Kind::Id => self.own_id(value) && (name != "aliases" || self.alias(value, around.id)),
            Kind::Ref(parts) => self.reference(value, parts),
            Kind::Choice(words) => self.choice(value, words, Code::ChoiceInvalid),
            Kind::OpenChoice(words) => {
                self.choice(value, words, Code::ChoiceUnknown);
                value.as_str().is_some_and(|word| !word.trim().is_empty())
            }
            Kind::Citation => match value {
                Value::Object(map) => self.fields(&format::CITATION, map, around),
                _ => self.reference(value, &["sources"]),
            },
            Kind::List(inner) => self.list(inner, value, name, around),
            Kind::OneOrMany(inner) => {
                if !value.is_array() {
                    if !self.value(inner, value, name, around) {
                        return false;
                    }
                    *value = Value::Array(vec![value.take()]);
                    return true;
                }
                self.list(inner, value, name, around)
            }
            Kind::Object(shape) if shape.item => {
                let made = format!("{}.{}", around.id, shape.name);
                self.item(shape, value, &made, around)
            }
            Kind::Object(shape) => match value {
                Value::Object(map) => self.fields(shape, map, Around { shape, ..around }),
                _ => self.wrong_type(value, "object"),
            },
        }
    }

    fn list(&mut self, inner: &Kind, value: &mut Value, name: &'static str, around: Around) -> bool {
        let Value::Array(values) = value else {
            return self.wrong_type(value, "list");
        };
        let mut index = 0;
        values.retain_mut(|value| {
            self.path.push(Token::Index(index));
            index += 1;
            let good = match inner {
                Kind::Object(shape) if shape.item => {
                    let made = made_id(shape, value, around.id, index);
                    self.item(shape, value, &made, around)
                }
                _ => self.value(inner, value, name, around),
            };
            self.path.pop();
            good
        });
        true
    }

    fn word(&mut self, value: &Value) -> bool {
        match value {
            Value::String(text) if text.trim().is_empty() => self.empty(),
            Value::String(text) => {
                self.control(text);
                true
            }
            _ => self.wrong_type(value, "string"),
        }
    }

    fn text(&mut self, value: &mut Value, around: Around) -> bool {
        let Value::Object(map) = value else {
            return if value.is_string() { self.word(value) } else { self.wrong_type(value, "text") };
        };
        // One wording without a language is in the first language.
        if map.contains_key("text") {
            let good = self.fields(&format::WORDING, map, Around { shape: &format::WORDING, ..around });
            let mut by_language = Map::new();
            by_language.insert(self.first_language.to_owned(), value.take());
            *value = Value::Object(by_language);
            return good;
        }
        if map.is_empty() {
            return self.empty();
        }
        map.retain(|tag, wording| {
            self.path.push(Token::key(tag));
            let good = match wording {
                _ if !is_language(tag) => {
                    self.find_at(Code::LanguageInvalid, Spot::Key, vec![("value", shortened(tag))]);
                    false
                }
                Value::Object(map) => self.fields(&format::WORDING, map, Around { shape: &format::WORDING, ..around }),
                _ => self.word(wording),
            };
            self.path.pop();
            good
        });
        !map.is_empty()
    }

    fn control(&mut self, text: &str) {
        let odd = |c: &char| {
            (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        if let Some(c) = text.chars().find(odd) {
            self.find(
                Code::TextControl,
                vec![("value", shortened(text)), ("character", format!("U+{:04X}", u32::from(c)))],
            );
        }
    }

    fn uri(&mut self, value: &Value, shape: &Shape) -> bool {
        let Value::String(address) = value else {
            return self.wrong_type(value, "string");
        };
        let reason = match link::verdict(address) {
            link::Verdict::Good => return true,
            link::Verdict::Unencrypted if shape.name == "source" => {
                self.find(Code::UrlHttp, vec![("value", shortened(address))]);
                return true;
            }
            link::Verdict::Unencrypted => "http",
            link::Verdict::Refused(reason) => reason,
        };
        self.find(Code::LinkRefused, vec![("value", shortened(address)), ("reason", reason.to_owned())]);
        false
    }

    fn date(&mut self, value: &Value) -> bool {
        let Value::String(text) = value else {
            return self.wrong_type(value, "date");
        };
        match dates::read(text) {
            Ok(date) => {
                if !dates::is_placed(&date) {
                    self.find(Code::DateNotPlaced, vec![("value", shortened(text))]);
                }
                true
            }
            Err((kind, reason)) => {
                let args = vec![("value", shortened(text)), ("reason", reason), ("reason_kind", kind.to_owned())];
                self.find(Code::DateInvalid, args);
                false
            }
        }
    }

    fn number(&mut self, value: &Value) -> bool {
        const EXACT: u64 = 1 << 53;
        let Value::Number(number) = value else {
            return self.wrong_type(value, "number");
        };
        let rounds = match (number.as_u64(), number.as_i64()) {
            (Some(whole), _) => whole > EXACT && (whole as f64) as u64 != whole,
            (_, Some(whole)) => whole.unsigned_abs() > EXACT && (whole as f64) as i64 != whole,
            _ => self.rounded.contains_key(&self.path),
        };
        if rounds {
            let shown = format!("{:.0}", number.as_f64().unwrap_or_default());
            let written = self.rounded.get(&self.path).map_or_else(|| number.to_string(), |text| shortened(text));
            self.find(Code::NumberInexact, vec![("value", written), ("other", shortened(&shown))]);
        }
        !rounds
    }

    fn language(&mut self, value: &Value) -> bool {
        match value {
            Value::String(tag) if is_language(tag) => true,
            Value::String(tag) => {
                self.find(Code::LanguageInvalid, vec![("value", shortened(tag))]);
                false
            }
            _ => self.wrong_type(value, "string"),
        }
    }

    fn own_id(&mut self, value: &Value) -> bool {
        match value {
            Value::String(id) if crate::model::Id::is_valid(id) => true,
            Value::String(id) => {
                let mut args = vec![("value", shortened(id))];
                let suggestion = id_safe(id);
                if !suggestion.is_empty() && suggestion.len() <= 80 {
                    args.push(("suggestion", suggestion));
                }
                self.find(Code::IdInvalid, args);
                false
            }
            _ => self.wrong_type(value, "string"),
        }
    }

    fn alias(&mut self, value: &Value, id: &str) -> bool {
        let alias = value.as_str().unwrap_or_default();
        if self.muted {
            return true;
        }
        // The item at hand holds its own id; look up by it, not by the count, which may be ahead.
        let holder = self.unit;
        match self.ids.claim_alias(alias, id, holder) {
            Ok(()) => {
                self.claimed.push(alias.to_owned());
                true
            }
            Err(first) => {
                let other = Other::Item(first.unit, alias.to_owned());
                self.find_with(Code::AliasTaken, vec![("value", alias.to_owned())], other);
                false
            }
        }
    }

    fn reference(&mut self, value: &mut Value, parts: &'static [&'static str]) -> bool {
        let Value::String(id) = value else {
            return self.wrong_type(value, "id");
        };
        let target = self.ids.resolve(id, parts);
        if !self.last {
            if target != Target::Item {
                self.ids.leave_open(id, parts, self.unit.unit);
            }
            return true;
        }
        match target {
            Target::Item => true,
            Target::Renamed(now) => {
                *id = now;
                true
            }
            Target::OtherPart(part) => {
                let expected = parts.join(", ");
                let found = self.ids.part_name(part).to_owned();
                let args = vec![("value", shortened(id)), ("expected", expected), ("found", found)];
                self.find(Code::RefPart, args);
                false
            }
            Target::Nothing => {
                let mut args = vec![("value", shortened(id)), ("expected", parts.join(", "))];
                if let Some(meant) = self.ids.similar(id) {
                    args.push(("suggestion", meant.to_owned()));
                }
                self.find(Code::RefUnknown, args);
                false
            }
        }
    }

    fn choice(&mut self, value: &Value, words: &'static [&'static str], code: Code) -> bool {
        match value {
            Value::String(word) if words.contains(&word.as_str()) => true,
            Value::String(word) if word.trim().is_empty() => self.empty(),
            Value::String(word) => {
                let mut args = vec![("value", shortened(word)), ("expected", words.join(", "))];
                if let Some(meant) = spelling::nearest(word, words.iter().copied()) {
                    args.push(("suggestion", meant.to_owned()));
                }
                self.find(code, args);
                false
            }
            _ => self.wrong_type(value, "string"),
        }
    }

    fn fact(&mut self, holds: Holds, value: &mut Value, name: &'static str, around: Around) -> bool {
        let Value::Object(map) = value else {
            let good = self.bare(holds, value);
            if good && !around.sourced {
                self.unsourced.get_or_insert(name);
            }
            return good;
        };
        let is_evidence = |name: &str| format::EVIDENCE.iter().any(|field| field.name == name);
        let known = |name: &str| matches!(name, "value" | "alternatives") || is_evidence(name);
        self.unknown_fields(map, known, || format::EVIDENCE.iter());
        let sourced = around.sourced || has_sources(map) || is_assumption(map);
        let mut good = match map.get_mut("value") {
            None => {
                self.find(Code::FieldMissing, vec![("field", "value".to_owned())]);
                false
            }
            Some(value) => {
                self.path.push(Token::Key(Cow::Borrowed("value")));
                let good = self.bare(holds, value);
                self.path.pop();
                good
            }
        };
        for field in format::EVIDENCE {
            good &= self.field(field, map, around);
        }
        if let Some(alternatives) = map.get_mut("alternatives") {
            self.path.push(Token::Key(Cow::Borrowed("alternatives")));
            let kind = match holds {
                Holds::Date => &Kind::DateFact,
                Holds::Number => &Kind::NumberFact,
            };
            let listed = self.list(kind, alternatives, name, Around { sourced, ..around });
            self.path.pop();
            if !listed {
                map.remove("alternatives");
            }
        }
        if good && !sourced {
            self.unsourced.get_or_insert(name);
        }
        good
    }

    fn bare(&mut self, holds: Holds, value: &Value) -> bool {
        match holds {
            Holds::Date => self.date(value),
            Holds::Number => self.number(value),
        }
    }

    fn empty(&mut self) -> bool {
        self.find(Code::TextEmpty, Vec::new());
        false
    }

    fn wrong_type(&mut self, value: &Value, expected: &str) -> bool {
        let found = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "list",
            Value::Object(_) => "object",
        };
        let mut args = vec![("expected", expected.to_owned()), ("found", found.to_owned())];
        match value {
            Value::String(text) => args.push(("value", shortened(text))),
            Value::Bool(_) | Value::Number(_) => args.push(("value", value.to_string())),
            _ => {}
        }
        self.find(Code::WrongType, args);
        false
    }

    /// Notes something about the value at hand.
    pub fn find(&mut self, code: Code, args: Args) {
        self.find_at(code, Spot::Value, args);
    }

    /// Notes something about a field of the object at hand.
    pub fn find_in(&mut self, field: &'static str, code: Code, args: Args) {
        self.path.push(Token::Key(Cow::Borrowed(field)));
        self.find(code, args);
        self.path.pop();
    }

    fn find_at(&mut self, code: Code, spot: Spot, args: Args) {
        if self.is_news(code) {
            self.findings.push(Finding { code, path: self.path.clone(), spot, args, other: None });
        }
    }

    fn find_with(&mut self, code: Code, args: Args, other: Other) {
        if self.is_news(code) {
            let path = self.path.clone();
            self.findings.push(Finding { code, path, spot: Spot::Value, args, other: Some(other) });
        }
    }

    /// Whether to note it: the second walk over an item is only for its links.
    fn is_news(&mut self, code: Code) -> bool {
        self.last == matches!(code, Code::RefUnknown | Code::RefPart) && self.tally.has_room(code)
    }
}

/// The id that is made for an item in another: see [`format`].
fn made_id(shape: &Shape, value: &Value, outer: &str, place: usize) -> String {
    let key = shape.key_field().and_then(|field| value.get(field)).and_then(|value| match value {
        Value::Object(fact) => fact.get("value").and_then(Value::as_str),
        other => other.as_str(),
    });
    let key = key.map(id_safe).filter(|key| !key.is_empty() && key.len() <= 64);
    format!("{outer}.{}", key.unwrap_or_else(|| format!("{}-{place}", shape.name)))
}

/// Whether dates and numbers of the item have a source or need none.
fn needs_no_source(shape: &Shape, map: &Map<String, Value>) -> bool {
    // A source vouches for itself; a correction is the briefing's own.
    matches!(shape.name, "source" | "correction") || has_sources(map) || is_assumption(map)
}

fn has_sources(map: &Map<String, Value>) -> bool {
    map.get("sources").and_then(Value::as_array).is_some_and(|sources| !sources.is_empty())
}

fn is_assumption(map: &Map<String, Value>) -> bool {
    map.get("grade").and_then(Value::as_str) == Some("assumption")
}

/// Whether `tag` is formed like a BCP 47 language tag: a language of two or three letters, then script, region, variants.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    tag.len() <= 35
        && (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        && !tag.split('-').next_back().is_some_and(|last| last.len() == 1)
}
