//! The JSON Schema (2020-12) of the data format, made from its one description.
//!
//! It says what a document may hold, not what its parts mean to each other: ids that are there, dates in order and the
//! like are for the checks.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::format::{self, Field, Kind, Shape};

/// The schema.
pub fn schema() -> Value {
    let mut made = Made::default();
    let Value::Object(document) = made.shape(&format::DOCUMENT) else { return Value::Null };
    let mut root = Map::new();
    root.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    root.insert("title".into(), "Annals briefing".into());
    root.extend(document);
    if let Some(properties) = root.get_mut("properties").and_then(Value::as_object_mut) {
        properties.insert("$schema".into(), json!({ "type": "string", "description": "the address of this schema" }));
        properties.insert("annals".into(), json!({ "const": format::VERSION, "description": "version of the format" }));
    }
    made.defs.extend(basic());
    root.insert("$defs".into(), made.defs.into_iter().collect::<Map<_, _>>().into());
    root.into()
}

/// Definitions that do not come from shapes.
fn basic() -> [(String, Value); 7] {
    let tag = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";
    let id = "^[a-z0-9]+([._-][a-z0-9]+)*$";
    let text = |about: &str, kind: &str| {
        let words = json!({ "type": "string", "pattern": "\\S" });
        let version = json!({ "oneOf": [words, { "$ref": "#/$defs/wording" }] });
        let by_language = json!({
            "type": "object",
            "minProperties": 1,
            "propertyNames": { "pattern": tag, "x-annals": "language" },
            "additionalProperties": version,
        });
        json!({ "description": about, "x-annals": kind, "oneOf": [words, { "$ref": "#/$defs/wording" }, by_language] })
    };
    let string = |about: &str, kind: &str, pattern: &str| json!({ "type": "string", "description": about, "x-annals": kind, "pattern": pattern });
    [
        ("text".into(), text("a text in the first language, or by language", "text")),
        ("markdown".into(), text("a text in the Markdown subset, in the first language or by language", "markdown")),
        ("word".into(), string("a plain text", "text", "\\S")),
        ("date".into(), string("a date: EDTF, ISO 8601-2", "date", "^\\S+$")),
        ("language".into(), string("a BCP 47 language tag", "language", tag)),
        ("id".into(), string("an id", "id", id)),
        ("uri".into(), string("an address", "uri", "^([hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:)\\S+$")),
    ]
}

/// Definitions made so far, by name.
#[derive(Default)]
struct Made {
    defs: BTreeMap<String, Value>,
}

impl Made {
    fn shape(&mut self, shape: &'static Shape) -> Value {
        self.object(shape.about, shape.all_fields().collect())
    }

    fn object(&mut self, about: &str, fields: Vec<&'static Field>) -> Value {
        let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        let mut properties = Map::new();
        for field in fields {
            let mut kind = self.kind(&field.kind);
            if let Some(kind) = kind.as_object_mut() {
                kind.insert("description".into(), field.about.into());
            }
            properties.insert(field.name.into(), kind);
        }
        json!({
            "type": "object",
            "description": about,
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    }

    /// A reference to the definition of a shape, which is made if it is new.
    fn defined(&mut self, shape: &'static Shape) -> Value {
        self.define(shape.name, |made| made.shape(shape))
    }

    fn define(&mut self, name: &str, make: impl FnOnce(&mut Made) -> Value) -> Value {
        if !self.defs.contains_key(name) {
            // Holds the place while it is made: facts hold facts.
            self.defs.insert(name.to_owned(), Value::Null);
            let definition = make(self);
            self.defs.insert(name.to_owned(), definition);
        }
        reference(name)
    }

    fn kind(&mut self, kind: &Kind) -> Value {
        match kind {
            Kind::Word => reference("word"),
            Kind::Text | Kind::Markdown => {
                self.defined(&format::WORDING);
                reference(if matches!(kind, Kind::Text) { "text" } else { "markdown" })
            }
            Kind::Uri => reference("uri"),
            Kind::Date => reference("date"),
            Kind::DateFact => self.fact("date-fact", reference("date")),
            Kind::NumberFact => self.fact("number-fact", json!({ "type": "number" })),
            Kind::Number => json!({ "type": "number" }),
            Kind::Bool => json!({ "type": "boolean" }),
            Kind::Language => reference("language"),
            Kind::Id => reference("id"),
            Kind::Ref(parts) => {
                let mut reference = reference("id");
                if let Some(reference) = reference.as_object_mut().filter(|_| !parts.is_empty()) {
                    reference.insert("x-annals-of".into(), json!(parts));
                }
                reference
            }
            Kind::Choice(words) => json!({ "type": "string", "enum": words, "x-annals": "text" }),
            Kind::OpenChoice(words) => {
                json!({ "type": "string", "pattern": "\\S", "examples": words, "x-annals": "text" })
            }
            Kind::Citation => {
                let described = self.defined(&format::CITATION);
                json!({ "oneOf": [reference("id"), described] })
            }
            Kind::List(inner) => json!({ "type": "array", "items": self.kind(inner) }),
            Kind::OneOrMany(inner) => {
                let one = self.kind(inner);
                json!({ "oneOf": [one, { "type": "array", "items": one }] })
            }
            Kind::Object(shape) => self.defined(shape),
        }
    }

    /// A value, bare or with its evidence.
    fn fact(&mut self, name: &str, bare: Value) -> Value {
        self.define(name, |made| {
            let mut described = made.object("a value with its evidence", format::EVIDENCE.iter().collect());
            described["required"] = json!(["value"]);
            described["properties"]["value"] = bare.clone();
            described["properties"]["alternatives"] = json!({
                "type": "array",
                "items": reference(name),
                "description": "what other sources say instead",
            });
            json!({ "oneOf": [bare, described] })
        })
    }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}
