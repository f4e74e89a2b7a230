//! Ids of items, former ids, and links between items.

use std::borrow::Cow;

use super::{
    check::Walk,
    diagnostic::{Code, shortened},
    findings::Other,
    format::Shape,
    ids::{Holder, Target, id_safe},
    locate::Token,
};
use crate::model::tree::{Map, Value};

impl Walk<'_> {
    /// Gives the item its own id, or one that is made; `Err` with the id that another item has.
    pub(super) fn claim_id(&mut self, map: &mut Map, holder: Holder, made: &str) -> Result<String, String> {
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
            let id = self.ids.claim_made(made, holder);
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
    pub(super) fn id_find(&mut self, code: Code, id: &str, first: Holder) {
        self.path.push(Token::Key(Cow::Borrowed("id")));
        self.find_with(code, vec![("value", id.to_owned())], Other::Item(first.unit, id.to_owned()));
        self.path.pop();
    }

    pub(super) fn own_id(&mut self, value: &Value) -> bool {
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

    pub(super) fn alias(&mut self, value: &Value, id: &str) -> bool {
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

    pub(super) fn reference(&mut self, value: &mut Value, parts: &'static [&'static str]) -> bool {
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
                let listed = self.tally.is_early(Code::RefUnknown);
                if let Some(meant) = listed.then(|| self.ids.similar(id)).flatten() {
                    args.push(("suggestion", meant.to_owned()));
                }
                self.find(Code::RefUnknown, args);
                false
            }
        }
    }
}

/// The id that is made for an item in another: see [`format`].
pub(super) fn made_id(shape: &Shape, value: &Value, outer: &str, place: usize) -> String {
    let key = shape.key_field().and_then(|field| value.get(field)).and_then(|value| match value {
        Value::Object(fact) => fact.get("value").and_then(Value::as_str),
        other => other.as_str(),
    });
    let key = key.map(id_safe).filter(|key| !key.is_empty() && key.len() <= 64);
    format!("{outer}.{}", key.unwrap_or_else(|| format!("{}-{place}", shape.name)))
}
