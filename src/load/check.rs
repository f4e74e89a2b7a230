//! Walks one item along its shape: what is wrong is noted and taken out, what is left fits the types of the model.

use std::borrow::Cow;

use super::{
    diagnostic::{Args, Code, shortened},
    evidence::{Holds, needs_no_source},
    findings::{Finding, Other, Tally},
    format::{self, Field, Kind, Shape},
    ids::{Holder, Ids},
    locate::{Spot, Token},
    references::made_id,
    spelling,
};
use crate::model::{
    Id,
    tree::{Map, Value},
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
    pub(super) ids: &'w mut Ids,
    pub(super) tally: &'w mut Tally,
    /// Where the unit stands.
    pub(super) unit: Holder,
    /// Whether all items are known: links that lead nowhere now are taken out.
    pub(super) last: bool,
    pub(super) first_language: &'w str,
    pub(super) path: Vec<Token>,
    /// Items met in the unit so far.
    pub(super) items: u32,
    /// Ids given in the unit, to be taken back when an item is left out.
    pub(super) claimed: Vec<String>,
    /// Whether this is inside an item that is left out as a duplicate: its inner ids are not given.
    pub(super) muted: bool,
    /// The first field without source of the item at hand.
    pub(super) unsourced: Option<&'static str>,
    pub(super) findings: Vec<Finding>,
}

impl<'w> Walk<'w> {
    pub(super) fn new(
        ids: &'w mut Ids,
        tally: &'w mut Tally,
        unit: Holder,
        last: bool,
        first_language: &'w str,
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
            unsourced: None,
            findings: Vec::new(),
        }
    }

    /// Checks an item and gives it its id; false: leave it out. `made` is its id if it states none.
    pub(super) fn item(&mut self, shape: &'static Shape, value: &mut Value, made: &str, around: Around) -> bool {
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
            map.insert("id", Value::String(id));
        } else {
            for id in self.claimed.drain(claims..) {
                self.ids.release(&id);
            }
        }
        good
    }

    /// Checks the fields of an object; false: something required is missing or wrong.
    pub(super) fn fields(&mut self, shape: &'static Shape, map: &mut Map, around: Around) -> bool {
        let names: Vec<&str> = shape.all_fields().map(|field| field.name).collect();
        self.unknown_fields(map, &names);
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
    pub(super) fn field(&mut self, field: &'static Field, map: &mut Map, around: Around) -> bool {
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

    /// Takes out the fields that are not known.
    pub(super) fn unknown_fields(&mut self, map: &mut Map, known: &[&'static str]) {
        map.retain(&mut |name, _| {
            let is_known = known.contains(&name);
            if !is_known {
                self.path.push(Token::key(name));
                let mut args = vec![("field", shortened(name))];
                // Looked up only where it is listed: a hostile document has many.
                let known = Some(known).filter(|_| self.tally.is_early(Code::FieldUnknown));
                if let Some(meant) = known.and_then(|known| spelling::nearest(name, &mut known.iter().copied())) {
                    args.push(("suggestion", meant.to_owned()));
                }
                self.find_at(Code::FieldUnknown, Spot::Key, args);
                self.path.pop();
            }
            is_known
        });
    }

    /// Checks one value; false: take it out.
    pub(super) fn value(&mut self, kind: &Kind, value: &mut Value, name: &'static str, around: Around) -> bool {
        match kind {
            Kind::Word => self.word(value),
            Kind::Text | Kind::Markdown => self.text(value, around),
            Kind::Uri => self.uri(value, around.shape),
            Kind::Date => self.date(value),
            Kind::DateFact => self.fact(Holds::Date, value, name, around),
            Kind::NumberFact => self.fact(Holds::Number, value, name, around),
            Kind::Number => self.number(value),
            Kind::Bool => matches!(value, Value::Bool(_)) || self.wrong_type(value, "boolean"),
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
                if value.as_array().is_none() {
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

    pub(super) fn list(&mut self, inner: &Kind, value: &mut Value, name: &'static str, around: Around) -> bool {
        let Value::Array(values) = value else {
            return self.wrong_type(value, "list");
        };
        let mut index = 0;
        values.retain_mut(|value| {
            self.path.push(Token::Index(index));
            index += 1;
            let good = match inner {
                Kind::Object(shape) if shape.item => {
                    let has_own = value.get("id").and_then(Value::as_str).is_some_and(Id::is_valid);
                    let made = if has_own { String::new() } else { made_id(shape, value, around.id, index) };
                    self.item(shape, value, &made, around)
                }
                _ => self.value(inner, value, name, around),
            };
            self.path.pop();
            good
        });
        true
    }

    /// Notes something about the value at hand.
    pub(super) fn find(&mut self, code: Code, args: Args) {
        self.find_at(code, Spot::Value, args);
    }

    /// Notes something about a field of the object at hand.
    pub(super) fn find_in(&mut self, field: &'static str, code: Code, args: Args) {
        self.path.push(Token::Key(Cow::Borrowed(field)));
        self.find(code, args);
        self.path.pop();
    }

    pub(super) fn find_at(&mut self, code: Code, spot: Spot, args: Args) {
        if self.is_news(code) {
            self.findings.push(Finding { code, path: self.path.clone(), spot, args, other: None });
        }
    }

    pub(super) fn find_with(&mut self, code: Code, args: Args, other: Other) {
        if self.is_news(code) {
            let path = self.path.clone();
            self.findings.push(Finding { code, path, spot: Spot::Value, args, other: Some(other) });
        }
    }

    /// Whether to note it: the second walk over an item is only for its links.
    pub(super) fn is_news(&mut self, code: Code) -> bool {
        self.last == matches!(code, Code::RefUnknown | Code::RefPart) && self.tally.has_room(code)
    }
}
