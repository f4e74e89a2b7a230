//! Dates and numbers with what they rest on.

use std::borrow::Cow;

use super::{
    check::{Around, Walk},
    diagnostic::Code,
    format::{self, Kind, Shape},
    locate::Token,
};
use crate::model::tree::{Map, Value};

/// What a fact is about.
#[derive(Clone, Copy)]
pub(super) enum Holds {
    Date,
    Number,
}

impl Walk<'_> {
    pub(super) fn fact(&mut self, holds: Holds, value: &mut Value, name: &'static str, around: Around) -> bool {
        let Value::Object(map) = value else {
            let good = self.bare(holds, value);
            if good && !around.sourced {
                self.unsourced.get_or_insert(name);
            }
            return good;
        };
        let evidence = format::EVIDENCE.iter().map(|field| field.name);
        let names: Vec<&str> = ["value", "alternatives"].into_iter().chain(evidence).collect();
        self.unknown_fields(map, &names);
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

    pub(super) fn bare(&mut self, holds: Holds, value: &Value) -> bool {
        match holds {
            Holds::Date => self.date(value),
            Holds::Number => self.number(value),
        }
    }
}

/// Whether dates and numbers of the item have a source or need none.
pub(super) fn needs_no_source(shape: &Shape, map: &Map) -> bool {
    // A source vouches for itself; a correction is the briefing's own.
    matches!(shape.name, "source" | "correction") || has_sources(map) || is_assumption(map)
}

fn has_sources(map: &Map) -> bool {
    map.get("sources").and_then(Value::as_array).is_some_and(|sources| !sources.is_empty())
}

fn is_assumption(map: &Map) -> bool {
    map.get("grade").and_then(Value::as_str) == Some("assumption")
}
