//! One value of the document as the cells of one row, and back.
//!
//! A value has one cell under the path of its field, or several, told apart by what follows the path in the name of
//! the column: `.en`, `.zh-Hans.translator`, `.sources`. That part is called the suffix here.

use serde_json::{Map, Value};

use crate::load::{
    Limits,
    format::{EVIDENCE, Kind, Kind::*, WORDING},
};

/// Why cells cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not a number.
    Number,
    /// Neither true nor false.
    Bool,
    /// Begins like JSON, but is not.
    Json,
    /// A text stands both under the bare name and under that of a language.
    Mixed,
    /// A translator or state without the text, or evidence without the value.
    Alone,
    /// A text in it is longer than a briefing may have.
    Long,
}

/// Characters that XML, and so a book, cannot hold.
const NONCHARACTERS: [char; 2] = ['\u{fffe}', '\u{ffff}'];

/// A value as JSON in a cell, with escapes for what books cannot hold.
pub fn json(value: &Value) -> String {
    let text = value.to_string();
    // They stand in texts only, where an escape means the same.
    if text.contains(NONCHARACTERS) { text.replace('\u{fffe}', "\\ufffe").replace('\u{ffff}', "\\uffff") } else { text }
}

/// The key of a text or value that stands for the whole.
const ALTERNATIVES: &str = "alternatives";

/// Whether a value of this kind may have a cell with this suffix.
pub fn takes(kind: &Kind, suffix: &str) -> bool {
    if suffix.is_empty() {
        return true;
    }
    let Some(rest) = suffix.strip_prefix('.') else { return false };
    match kind {
        Text | Markdown => match rest.split_once('.') {
            None => is_language(rest),
            Some((language, part)) => is_language(language) && standing().any(|name| name == part),
        },
        DateFact | NumberFact => {
            let (name, deeper) = rest.split_at(rest.find('.').unwrap_or(rest.len()));
            rest == ALTERNATIVES || EVIDENCE.iter().any(|field| field.name == name && takes(&field.kind, deeper))
        }
        _ => false,
    }
}

/// Where a suffix stands among those of the same field; `languages` come in their order.
pub fn rank(suffix: &str, languages: &[&str]) -> Vec<(usize, String)> {
    let evidence: Vec<&str> = EVIDENCE.iter().map(|field| field.name).chain([ALTERNATIVES]).chain(standing()).collect();
    let known = [languages, &evidence].concat();
    let part = |part: &str| (known.iter().position(|name| *name == part).unwrap_or(usize::MAX), part.to_owned());
    suffix.split('.').skip(1).map(part).collect()
}

/// The fields that a wording has beside its text.
fn standing() -> impl Iterator<Item = &'static str> {
    WORDING.fields.iter().map(|field| field.name).filter(|name| *name != "text")
}

/// Whether `tag` has the form of a language tag: `en`, `zh-Hans`.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Whether a text in a value, or a key, is longer than what loading reads.
pub fn is_long(value: &Value) -> bool {
    // As JSON writes it, with its two quotes; most texts need not be written for that.
    let most = Limits::default().string;
    let long = |text: &str| text.len() * 6 > most && Value::from(text).to_string().len() > most + 2;
    match value {
        Value::String(text) => long(text),
        Value::Array(values) => values.iter().any(is_long),
        Value::Object(members) => members.iter().any(|(key, value)| long(key) || is_long(value)),
        _ => false,
    }
}

/// The value that cells make. `cells`: suffix and text of each, in the order of the columns; no text is empty.
/// Fails with the suffix of the cell at fault.
pub fn read<'a>(kind: &Kind, cells: &[(&'a str, &str)]) -> Result<Value, (&'a str, Fault)> {
    match kind {
        Text | Markdown => read_text(cells),
        DateFact => read_fact(&Date, cells),
        NumberFact => read_fact(&Number, cells),
        _ => {
            let (suffix, text) = cells[0];
            read_one(kind, text).map_err(|fault| (suffix, fault))
        }
    }
}

fn read_one(kind: &Kind, text: &str) -> Result<Value, Fault> {
    match kind {
        Number | NumberFact => read_number(text).ok_or(Fault::Number),
        Bool if text.eq_ignore_ascii_case("true") => Ok(Value::Bool(true)),
        Bool if text.eq_ignore_ascii_case("false") => Ok(Value::Bool(false)),
        Bool => Err(Fault::Bool),
        Citation => Ok(read_citation(text)),
        List(Citation) if text.starts_with('[') => match serde_json::from_str(text) {
            Ok(list @ Value::Array(_)) => Ok(list),
            _ => Err(Fault::Json),
        },
        List(inner) => split(text).iter().map(|element| read_one(inner, element)).collect(),
        OneOrMany(inner) => {
            let mut many = split(text).iter().map(|element| read_one(inner, element)).collect::<Result<Vec<_>, _>>()?;
            Ok(if many.len() == 1 { many.remove(0) } else { Value::Array(many) })
        }
        _ => Ok(Value::from(text)),
    }
}

/// Reads a number in plain figures, without spaces or separators of thousands.
fn read_number(text: &str) -> Option<Value> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
    if !plain {
        return None;
    }
    let whole = text.parse::<i64>().map(Value::from).or_else(|_| text.parse::<u64>().map(Value::from));
    whole.ok().or_else(|| text.parse().ok().and_then(serde_json::Number::from_f64).map(Value::Number))
}

fn read_citation(text: &str) -> Value {
    let described = text.strip_suffix(']').and_then(|text| text.split_once('['));
    match described {
        Some((id, locator)) if !id.trim().is_empty() && !locator.trim().is_empty() => {
            serde_json::json!({ "id": id.trim(), "locator": locator.trim() })
        }
        _ => Value::from(text),
    }
}

fn read_text<'a>(cells: &[(&'a str, &str)]) -> Result<Value, (&'a str, Fault)> {
    if let [("", text)] = cells {
        return Ok(Value::from(*text));
    }
    let mut versions = Map::new();
    for &(suffix, text) in cells {
        let Some(path) = suffix.strip_prefix('.') else { return Err((suffix, Fault::Mixed)) };
        match path.split_once('.') {
            None => match versions.get_mut(path) {
                Some(Value::Object(wording)) => drop(wording.insert("text".into(), text.into())),
                _ => drop(versions.insert(path.to_owned(), text.into())),
            },
            Some((language, part)) => {
                let wording = versions.entry(language).or_insert_with(|| Value::Object(Map::new()));
                if let Value::String(text) = wording {
                    *wording = serde_json::json!({ "text": text });
                }
                wording[part] = text.into();
            }
        }
    }
    let alone = |(suffix, _): &&(&'a str, &str)| {
        let language = suffix.split('.').nth(1).unwrap_or_default();
        versions[language].is_object() && versions[language].get("text").is_none()
    };
    match cells.iter().find(alone) {
        Some((suffix, _)) => Err((suffix, Fault::Alone)),
        None => Ok(Value::Object(versions)),
    }
}

fn read_fact<'a>(kind: &Kind, cells: &[(&'a str, &str)]) -> Result<Value, (&'a str, Fault)> {
    let Some((_, text)) = cells.iter().find(|(suffix, _)| suffix.is_empty()) else {
        return Err((cells[0].0, Fault::Alone));
    };
    let value = read_one(kind, text).map_err(|fault| ("", fault))?;
    if cells.len() == 1 {
        return Ok(value);
    }
    let mut fact = Map::new();
    fact.insert("value".into(), value);
    for field in EVIDENCE {
        let rest = |suffix: &'a str| {
            let rest = suffix.strip_prefix('.')?.strip_prefix(field.name)?;
            (rest.is_empty() || rest.starts_with('.')).then_some(rest)
        };
        let own: Vec<(&'a str, &str)> =
            cells.iter().filter_map(|&(suffix, text)| Some((rest(suffix)?, text))).collect();
        if !own.is_empty() {
            let part = read(&field.kind, &own).map_err(|(at, fault)| {
                (cells.iter().map(|cell| cell.0).find(|suffix| rest(suffix) == Some(at)).unwrap_or(at), fault)
            })?;
            fact.insert(field.name.into(), part);
        }
    }
    if let Some((suffix, text)) = cells.iter().find(|(suffix, _)| suffix.strip_prefix('.') == Some(ALTERNATIVES)) {
        let alternatives = serde_json::from_str(text).map_err(|_| (*suffix, Fault::Json))?;
        fact.insert(ALTERNATIVES.into(), alternatives);
    }
    Ok(Value::Object(fact))
}

/// The cells of a value: suffix and text of each. `None` where it has no such form, or would not be read back the same.
pub fn write(kind: &Kind, value: &Value) -> Option<Vec<(String, String)>> {
    let cells = write_as(kind, value)?;
    let sound = cells.iter().all(|(suffix, text)| takes(kind, suffix) && is_cell(text));
    let pieces: Vec<(&str, &str)> = cells.iter().map(|(suffix, text)| (suffix.as_str(), text.as_str())).collect();
    (sound && read(kind, &pieces).is_ok_and(|again| again == *value)).then_some(cells)
}

/// Whether a text survives as a cell: not empty, no space around it, no control characters and none that books cannot hold.
fn is_cell(text: &str) -> bool {
    let odd = |c: char| (c.is_control() && c != '\n' && c != '\t') || NONCHARACTERS.contains(&c);
    !text.is_empty() && text.trim() == text && !text.contains(odd)
}

fn write_as(kind: &Kind, value: &Value) -> Option<Vec<(String, String)>> {
    let bare = |text: String| vec![(String::new(), text)];
    match kind {
        Text | Markdown => write_text(value),
        DateFact => write_fact(&Date, value),
        NumberFact => write_fact(&Number, value),
        _ => write_one(kind, value).map(bare),
    }
}

fn write_one(kind: &Kind, value: &Value) -> Option<String> {
    match (kind, value) {
        (Number | NumberFact, Value::Number(number)) => Some(number.to_string()),
        (Bool, Value::Bool(flag)) => Some(flag.to_string()),
        (Number | NumberFact | Bool | Object(_), _) => None,
        (Citation, Value::Object(citation)) => {
            let (id, locator) = (citation.get("id")?.as_str()?, citation.get("locator")?.as_str()?);
            Some(format!("{id} [{locator}]"))
        }
        (List(Citation), Value::Array(list)) => {
            let joined = list.iter().map(|element| write_one(&Citation, element)).collect::<Option<Vec<_>>>();
            let joined = joined.map(|texts| join(&texts)).filter(|text| read_one(kind, text).as_ref() == Ok(value));
            Some(joined.unwrap_or_else(|| json(value)))
        }
        (List(inner) | OneOrMany(inner), Value::Array(list)) => {
            list.iter().map(|element| write_one(inner, element)).collect::<Option<Vec<_>>>().map(|texts| join(&texts))
        }
        (OneOrMany(inner), one) => write_one(inner, one).map(|text| join(&[text])),
        (_, Value::String(text)) => Some(text.clone()),
        _ => None,
    }
}

fn write_text(value: &Value) -> Option<Vec<(String, String)>> {
    match value {
        Value::String(text) => Some(vec![(String::new(), text.clone())]),
        Value::Object(versions) => {
            let mut cells = Vec::new();
            for (language, wording) in versions {
                match wording {
                    Value::String(text) => cells.push((format!(".{language}"), text.clone())),
                    Value::Object(wording) => {
                        cells.push((format!(".{language}"), wording.get("text")?.as_str()?.to_owned()));
                        for (name, part) in wording.iter().filter(|(name, _)| *name != "text") {
                            cells.push((format!(".{language}.{name}"), part.as_str()?.to_owned()));
                        }
                    }
                    _ => return None,
                }
            }
            (!cells.is_empty()).then_some(cells)
        }
        _ => None,
    }
}

fn write_fact(kind: &Kind, value: &Value) -> Option<Vec<(String, String)>> {
    let Value::Object(fact) = value else { return write_one(kind, value).map(|text| vec![(String::new(), text)]) };
    let mut cells = vec![(String::new(), write_one(kind, fact.get("value")?)?)];
    for (name, part) in fact.iter().filter(|(name, _)| *name != "value") {
        if name == ALTERNATIVES {
            cells.push((format!(".{name}"), json(part)));
            continue;
        }
        let field = EVIDENCE.iter().find(|field| field.name == name)?;
        cells.extend(write_as(&field.kind, part)?.into_iter().map(|(suffix, text)| (format!(".{name}{suffix}"), text)));
    }
    Some(cells)
}

pub fn join(texts: &[String]) -> String {
    texts.iter().map(|text| text.replace('\\', "\\\\").replace(';', "\\;")).collect::<Vec<_>>().join(";")
}

/// The elements of a list in a cell; empty ones are dropped.
pub fn split(text: &str) -> Vec<String> {
    let mut elements = vec![String::new()];
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let last = elements.len() - 1;
        match c {
            ';' => elements.push(String::new()),
            '\\' => elements[last].push(chars.next_if(|next| matches!(next, ';' | '\\')).unwrap_or('\\')),
            c => elements[last].push(c),
        }
    }
    elements.iter().map(|element| element.trim().to_owned()).filter(|element| !element.is_empty()).collect()
}
