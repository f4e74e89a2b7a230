//! Documents made along the format: good ones have no errors; whatever is mixed in, types and checks agree.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::super::{
    Code, Severity,
    format::{self, Field, Kind, Shape},
    load,
};

/// Makes a document from a stream of numbers.
struct Maker {
    state: u64,
    /// Out of a thousand values so many are garbage.
    garbage: u64,
    /// Ids given so far.
    ids: u64,
    /// Objects around the one that is made.
    depth: usize,
}

impl Maker {
    fn next(&mut self, below: u64) -> u64 {
        // SplitMix64.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % below
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.next(from.len() as u64) as usize]
    }

    fn garbage(&mut self) -> Value {
        match self.next(14) {
            0 => Value::Null,
            1 => json!(true),
            2 => json!(-1.5),
            3 => json!(""),
            4 => json!("javascript:alert(1)"),
            5 => json!([]),
            6 => json!({}),
            7 => json!({ "value": 3, "sources": "s" }),
            8 => json!({ "en": { "text": 5 }, "x-y-z-": "a" }),
            9 => json!([[["x"]]]),
            10 => json!(9_007_199_254_740_993_u64),
            11 => json!("events-1"),
            12 => json!({ "text": "a", "state": "official" }),
            _ => json!({ "id": "a", "value": "2020", "alternatives": [1, "2020", { "value": 1 }] }),
        }
    }

    fn object(&mut self, shape: &Shape) -> Value {
        let mut map = Map::new();
        self.depth += 1;
        for field in shape.all_fields() {
            let wanted = field.required || self.next(3) == 0 && self.depth < 8;
            if wanted && !(self.garbage > 0 && self.next(100) == 0) {
                let value = self.field(field, shape);
                map.insert(field.name.to_owned(), value);
            }
        }
        self.depth -= 1;
        if self.garbage > 0 && self.next(50) == 0 {
            map.insert("titel".to_owned(), self.garbage());
        }
        map.into()
    }

    fn field(&mut self, field: &Field, shape: &Shape) -> Value {
        match field.name {
            "annals" => json!(1),
            "aliases" if self.garbage == 0 => json!([]),
            // Dates of ends are not before those of starts, low is not above high.
            "date" | "from" if shape.name != "figure" || field.name == "from" => self.maybe_fact("2020", field),
            "to" if shape.name != "figure" => self.value(&field.kind),
            "end" | "to" => self.maybe_fact("2021-05", field),
            // Only http or https in sources; nothing of a card may be http.
            "contact" => json!("mailto:a@example.org"),
            // No circles among good ones.
            "parent" if self.garbage == 0 => no_parent(),
            "low" => json!(0),
            "high" => json!(1e6),
            _ => self.value(&field.kind),
        }
    }

    fn maybe_fact(&mut self, date: &str, field: &Field) -> Value {
        match field.kind {
            Kind::DateFact if self.next(2) == 0 => json!({ "value": date, "grade": "assumption" }),
            _ => json!(date),
        }
    }

    fn value(&mut self, kind: &Kind) -> Value {
        if self.next(1000) < self.garbage {
            return self.garbage();
        }
        match kind {
            Kind::Word => json!(self.pick(&["a", "announcement", "公告"])),
            Kind::Text | Kind::Markdown => match self.next(4) {
                0 => json!({ "en": "Text", "zh-Hans": { "text": "文", "state": "draft", "translator": "T" } }),
                1 => json!({ "text": "Text", "state": "machine" }),
                _ => json!("Text"),
            },
            Kind::Uri => json!(self.pick(&["https://example.org/a?b=c#d", "mailto:a@example.org"])),
            Kind::Date => json!(self.pick(&["2020", "2020-05~", "XXXX-08-24", "2019/2021", "../2020"])),
            Kind::DateFact => {
                let value = self.value(&Kind::Date);
                self.fact(value, kind)
            }
            Kind::NumberFact => {
                let value = self.value(&Kind::Number);
                self.fact(value, kind)
            }
            Kind::Number => self.pick(&[json!(0), json!(-5), json!(1.25), json!(1e300)].each_ref()).clone(),
            Kind::Bool => json!(self.next(2) == 0),
            Kind::Language => json!(self.pick(&["en", "zh-Hans", "de-AT"])),
            Kind::Id => {
                self.ids += 1;
                let id = if self.garbage > 0 { self.ids % 40 } else { self.ids };
                json!(format!("id-{id}"))
            }
            Kind::Ref(parts) => match parts.first() {
                Some(part) => json!(format!("the-{part}")),
                None => json!("the-events"),
            },
            Kind::Choice(words) | Kind::OpenChoice(words) => json!(self.pick(words)),
            Kind::Citation => match self.next(2) {
                0 => json!("the-sources"),
                _ => json!({ "id": "the-sources", "quote": "words", "language": "en" }),
            },
            Kind::List(inner) => (0..self.next(3)).map(|_| self.value(inner)).collect(),
            Kind::OneOrMany(inner) => match self.next(2) {
                0 => self.value(inner),
                _ => json!([self.value(inner)]),
            },
            Kind::Object(shape) => self.object(shape),
        }
    }

    fn fact(&mut self, value: Value, kind: &Kind) -> Value {
        if self.next(2) == 0 {
            return value;
        }
        let mut map = Map::new();
        map.insert("value".to_owned(), value);
        for field in format::EVIDENCE {
            if self.next(3) == 0 {
                let value = self.value(&field.kind);
                map.insert(field.name.to_owned(), value);
            }
        }
        if self.depth < 10 && self.next(4) == 0 {
            self.depth += 1;
            let alternative = self.value(kind);
            map.insert("alternatives".to_owned(), json!([alternative]));
            self.depth -= 1;
        }
        map.into()
    }

    /// A document in which each part has an item `the-<part>` that links may name.
    fn document(&mut self) -> Value {
        let mut document = self.object(&format::DOCUMENT);
        document["annals"] = json!(1);
        for (part, shape) in format::parts() {
            let mut item = Map::new();
            for field in shape.fields.iter().filter(|field| field.required) {
                item.insert(
                    field.name.to_owned(),
                    Maker { garbage: 0, ..Maker::new(self.next(99), 0) }.field(field, shape),
                );
            }
            item.insert("id".to_owned(), json!(format!("the-{part}")));
            match document.get_mut(part).and_then(Value::as_array_mut) {
                Some(list) => list.push(item.into()),
                None => document[part] = json!([item]),
            }
        }
        document
    }

    fn new(seed: u64, garbage: u64) -> Maker {
        Maker { state: seed, garbage, ids: 0, depth: 0 }
    }
}

/// In the place of a parent; taken out again.
fn no_parent() -> Value {
    json!("the-none")
}

/// Takes out the parents that [`no_parent`] left.
fn without_parents(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|_, value| value != "the-none");
            map.values_mut().for_each(without_parents);
        }
        Value::Array(values) => values.iter_mut().for_each(without_parents),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn good_documents_have_no_errors(seed in any::<u64>()) {
        let mut document = Maker::new(seed, 0).document();
        without_parents(&mut document);
        let loaded = load(document.to_string().as_bytes()).unwrap();
        let errors: Vec<_> =
            loaded.report.diagnostics.iter().filter(|finding| finding.severity == Severity::Error).collect();
        prop_assert!(errors.is_empty(), "{:#?}", errors);
        prop_assert!(loaded.report.left_out.is_empty());
        prop_assert_eq!(loaded.briefing.events.len(), document["events"].as_array().map_or(0, Vec::len));
    }

    #[test]
    fn checks_and_types_agree_whatever_is_mixed_in(seed in any::<u64>(), garbage in 1u64..200) {
        let mut document = Maker::new(seed, garbage).document();
        let loaded = load(document.to_string().as_bytes()).unwrap();
        let internal = loaded.report.diagnostics.iter().find(|finding| finding.code == Code::InternalShape);
        prop_assert!(internal.is_none(), "{:?}", internal);
        // What is left is good: ids are unique, the item beside the garbage is there.
        prop_assert!(loaded.briefing.sources.iter().any(|source| &*source.meta.id == "the-sources"));
        let mut ids: Vec<_> = loaded.briefing.events.iter().map(|event| event.meta.id.clone()).collect();
        ids.sort();
        let all = ids.len();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
        // Counting goes by part.
        let events = document["events"].take();
        let left_out = loaded.report.left_out.iter().find(|part| part.part == "events").map_or(0, |part| part.left_out);
        if let Value::Array(events) = events {
            prop_assert_eq!(loaded.briefing.events.len() + left_out, events.len());
        }
    }
}
