//! What is left to translate and to review: texts without a language of the briefing, drafts, and the work of machines.
//!
//! Quotes are in the words of their source, and places in a source stand as printed; neither is listed. Nor are texts
//! without a letter, which are the same in every language.

use serde_json::Value;

use super::super::{
    authored::Tables,
    briefing::Published,
    finding::{Column, Finding},
};
use crate::load::{
    Limits, Loaded, Severity, Token,
    format::{DOCUMENT, EVIDENCE, Kind, Shape},
    places, shortened,
};

/// One thing to do about one language of one text.
struct Todo {
    path: Vec<Token>,
    language: String,
    work: Work,
    /// The words there are.
    words: String,
}

enum Work {
    /// There is no version in this language.
    Missing,
    /// It is a draft, by this translator if one is named.
    Draft(Option<String>),
    /// A machine made it.
    Machine(Option<String>),
}

/// What is left in a briefing. `file`: the name of a JSON file.
pub fn of(read: &Published, file: &str) -> Vec<Finding> {
    match &read.tables {
        Some(tables) => in_tables(&read.bytes, &read.loaded, tables),
        None => in_file(&read.bytes, &read.loaded, file),
    }
}

/// What is left in a JSON file, in the order of the text.
fn in_file(bytes: &[u8], loaded: &Loaded, file: &str) -> Vec<Finding> {
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let todo = list(plain, loaded);
    let paths: Vec<&[Token]> = todo.iter().map(|todo| todo.path.as_slice()).collect();
    let mut placed: Vec<_> = places(bytes, Limits::default(), &paths).into_iter().zip(&todo).collect();
    placed.sort_by_key(|((_, place), _)| *place);
    let finding = |((pointer, place), todo): ((String, crate::load::Place), &Todo)| Finding {
        line: Some(place.line),
        column: Some(Column::Number(place.column)),
        pointer: Some(pointer),
        ..todo.finding(Some(file))
    };
    placed.into_iter().map(finding).collect()
}

/// What is left in tables, each with its row and column.
fn in_tables(document: &[u8], loaded: &Loaded, tables: &Tables) -> Vec<Finding> {
    let todo = list(document, loaded);
    let pointer = |path: &[Token]| {
        path.iter().fold(String::new(), |pointer, token| match token {
            Token::Key(key) => format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")),
            Token::Index(index) => format!("{pointer}/{index}"),
        })
    };
    let finding = |todo: &Todo| {
        let path = pointer(&todo.path);
        // The column of the language, where the table has one.
        let column = if path.ends_with(&todo.language) { path.clone() } else { format!("{path}/{}", todo.language) };
        let placed = tables.placed(Finding { pointer: Some(column), ..todo.finding(None) });
        Finding { pointer: Some(path), ..placed }
    };
    todo.iter().map(finding).collect()
}

impl Todo {
    fn finding(&self, file: Option<&str>) -> Finding {
        let language = &self.language;
        let by = |name: &Option<String>| name.as_ref().map(|name| format!(" by {name}")).unwrap_or_default();
        let (code, message, remedy) = match &self.work {
            Work::Missing => (
                "TRANSLATION_MISSING",
                format!("The text has no version in {language}"),
                format!("Add one under {language}; in tables, in the column that ends in .{language}"),
            ),
            Work::Draft(name) => (
                "TRANSLATION_DRAFT",
                format!("The version in {language} is a draft{}", by(name)),
                "Review it, then remove its state, or write official where the authority issued it".to_owned(),
            ),
            Work::Machine(name) => (
                "TRANSLATION_MACHINE",
                format!("The version in {language} is the work of a machine{}", by(name)),
                "Have a person review it, then write draft or remove its state".to_owned(),
            ),
        };
        let message = format!("{message}: “{}”", shortened(&self.words));
        Finding {
            severity: Severity::Warning.name(),
            value: Some(shortened(&self.words)),
            remedy: Some(remedy),
            ..Finding::plain(code, &message, file)
        }
    }
}

/// What is left in a document.
fn list(bytes: &[u8], loaded: &Loaded) -> Vec<Todo> {
    let languages: Vec<&str> = loaded.briefing.card.languages.iter().map(|language| &**language).collect();
    let mut walk = Walk { languages: &languages, path: Vec::new(), todo: Vec::new() };
    if let Ok(document) = serde_json::from_slice::<Value>(bytes) {
        walk.fields(DOCUMENT.all_fields(), &document);
    }
    walk.todo
}

struct Walk<'a> {
    languages: &'a [&'a str],
    path: Vec<Token>,
    todo: Vec<Todo>,
}

impl Walk<'_> {
    fn shape(&mut self, shape: &'static Shape, value: &Value) {
        self.fields(shape.all_fields(), value);
    }

    fn fields(&mut self, fields: impl Iterator<Item = &'static crate::load::format::Field>, value: &Value) {
        for field in fields {
            if let Some(inner) = value.get(field.name) {
                self.path.push(Token::key(field.name));
                self.value(&field.kind, inner);
                self.path.pop();
            }
        }
    }

    fn value(&mut self, kind: &Kind, value: &Value) {
        match (kind, value) {
            (Kind::Text | Kind::Markdown, _) => self.text(value),
            (Kind::Object(shape), Value::Object(_)) => self.shape(shape, value),
            (Kind::DateFact | Kind::NumberFact, Value::Object(_)) => self.fields(EVIDENCE.iter(), value),
            (Kind::List(inner) | Kind::OneOrMany(inner), Value::Array(elements)) => {
                for (index, element) in elements.iter().enumerate() {
                    self.path.push(Token::Index(index));
                    self.value(inner, element);
                    self.path.pop();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, value: &Value) {
        let first = self.languages.first().copied().unwrap_or_default();
        let words = |version: &Value| {
            let text = version.as_str().or_else(|| version.get("text")?.as_str());
            text.map(str::to_owned).unwrap_or_default()
        };
        let bare = serde_json::Map::from_iter([(first.to_owned(), value.clone())]);
        let is_map = value.is_object() && value.get("text").is_none_or(|text| !text.is_string());
        let versions = if is_map { value.as_object().unwrap_or(&bare) } else { &bare };
        let shown =
            self.languages.iter().find_map(|language| versions.get(*language)).or_else(|| versions.values().next());
        let shown = shown.map(words).unwrap_or_default();
        if !shown.chars().any(char::is_alphabetic) {
            return;
        }
        for language in self.languages.iter().filter(|language| !versions.contains_key(**language)) {
            self.add(None, language, Work::Missing, shown.clone());
        }
        for (language, version) in versions {
            let translator = version.get("translator").and_then(Value::as_str).map(str::to_owned);
            let work = match version.get("state").and_then(Value::as_str) {
                Some("draft") => Work::Draft(translator),
                Some("machine") => Work::Machine(translator),
                _ => continue,
            };
            self.add(is_map.then_some(language), language, work, words(version));
        }
    }

    fn add(&mut self, key: Option<&String>, language: &str, work: Work, words: String) {
        let path = self.path.iter().cloned().chain(key.map(|key| Token::key(key))).collect();
        self.todo.push(Todo { path, language: language.to_owned(), work, words });
    }
}
