//! From the document to sheets.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Map, Value};

use super::{
    Row, Sheet, cell,
    scheme::{self, CARD, REST, Slot, Table},
};

/// The document as sheets: the card, then each list that the document has, then those inside its items. Nothing is
/// lost, whatever the document holds; `None` only if it is not a JSON object.
pub fn sheets(document: &Value) -> Option<Vec<Sheet>> {
    let root = document.as_object()?;
    let languages = root.get("languages").and_then(Value::as_array);
    let languages: Vec<&str> = languages.into_iter().flatten().filter_map(Value::as_str).collect();
    let tables = scheme::tables();
    let mut writer = Writer {
        tables: &tables,
        rows: tables.iter().map(|_| Vec::new()).collect(),
        ids: tables.iter().map(|_| HashSet::new()).collect(),
    };

    let mut rest = root.clone();
    let listed = writer.lists(None, &mut rest, "");
    let slots = scheme::card();
    let mut card = Line::default();
    card.fill(&slots, rest);

    let mut sheets = vec![card_sheet(card, &slots, &languages)];
    for ((number, table), rows) in tables.iter().enumerate().zip(writer.rows) {
        if !rows.is_empty() || listed.contains(&number) {
            sheets.push(sheet(table, rows, &languages));
        }
    }
    Some(sheets)
}

/// The cells of one row, by column.
#[derive(Default)]
struct Line {
    owner: String,
    /// By index of the slot and suffix.
    cells: BTreeMap<(usize, String), String>,
    rest: String,
}

impl Line {
    /// Takes all members: those with columns as cells, the rest as JSON.
    fn fill(&mut self, slots: &[Slot], mut members: Map<String, Value>) {
        for (index, slot) in slots.iter().enumerate() {
            let cells = look(&members, &slot.keys).and_then(|value| cell::write(&slot.field.kind, value));
            if let Some(cells) = cells {
                self.cells.extend(cells.into_iter().map(|(suffix, text)| ((index, suffix), text)));
                remove(&mut members, &slot.keys);
            }
        }
        if !members.is_empty() {
            // Sorted, so that the cell does not depend on the order in the file.
            let mut rest = Value::Object(members);
            rest.sort_all_objects();
            self.rest = cell::json(&rest);
        }
    }
}

struct Writer<'a> {
    tables: &'a [Table],
    /// By table.
    rows: Vec<Vec<Line>>,
    /// By table: the ids of its rows so far.
    ids: Vec<HashSet<String>>,
}

impl Writer<'_> {
    /// Takes the lists of `owner` (of the document if `None`) out of its members and writes their rows, each beginning
    /// with `name`. Returns the tables of the lists that were taken.
    fn lists(&mut self, owner: Option<usize>, members: &mut Map<String, Value>, name: &str) -> Vec<usize> {
        let tables = self.tables;
        let mut taken = Vec::new();
        for (number, table) in tables.iter().enumerate().filter(|(_, table)| table.owner.map(|(at, _)| at) == owner) {
            // An empty list has no rows to tell it from none, except in the document, where its table has a header.
            let fits = |list: &Vec<Value>| owner.is_none() || !list.is_empty();
            if look(members, &table.keys).and_then(Value::as_array).is_some_and(fits)
                && let Some(Value::Array(list)) = remove(members, &table.keys)
            {
                taken.push(number);
                self.list(number, list, name);
            }
        }
        taken
    }

    fn list(&mut self, number: usize, list: Vec<Value>, owner: &str) {
        let table = &self.tables[number];
        for value in list {
            let mut line = Line { owner: owner.to_owned(), ..Line::default() };
            match value {
                Value::Object(mut members) => {
                    // The place is taken before the rows inside are written, so that owners come first.
                    let place = self.rows[number].len();
                    self.rows[number].push(Line::default());
                    let name = match members.get("id").and_then(Value::as_str) {
                        Some(id) if self.is_name(number, id) => id.to_owned(),
                        _ => format!("#{}", place + 1),
                    };
                    self.lists(Some(number), &mut members, &name);
                    let empty = members.is_empty();
                    line.fill(&table.slots, members);
                    if empty {
                        line.rest = "{}".to_owned();
                    }
                    self.rows[number][place] = line;
                }
                other => {
                    line.rest = cell::json(&other);
                    self.rows[number].push(line);
                }
            }
        }
    }

    /// Whether an id can name a row: it can be written as it is, and no row before has it.
    fn is_name(&mut self, number: usize, id: &str) -> bool {
        let slot = self.tables[number].slots.iter().find(|slot| slot.path == "id");
        let written = slot.is_some_and(|slot| cell::write(&slot.field.kind, &Value::from(id)).is_some());
        written && !id.starts_with('#') && self.ids[number].insert(id.to_owned())
    }
}

fn look<'a>(members: &'a Map<String, Value>, keys: &[&str]) -> Option<&'a Value> {
    let (first, rest) = keys.split_first()?;
    rest.iter().try_fold(members.get(*first)?, |value, key| value.get(*key))
}

/// Takes a value out; objects that are empty after that go with it.
fn remove(members: &mut Map<String, Value>, keys: &[&str]) -> Option<Value> {
    let (first, rest) = keys.split_first()?;
    if rest.is_empty() {
        return members.shift_remove(*first);
    }
    let inner = members.get_mut(*first)?.as_object_mut()?;
    let value = remove(inner, rest);
    if inner.is_empty() {
        members.shift_remove(*first);
    }
    value
}

/// The columns that have cells, in order.
fn used(lines: &[Line], slots: &[Slot], languages: &[&str]) -> Vec<(usize, String)> {
    let mut columns: Vec<(usize, String)> = lines.iter().flat_map(|line| line.cells.keys().cloned()).collect();
    columns.sort_unstable();
    columns.dedup();
    columns.sort_by_cached_key(|(slot, suffix)| (*slot, cell::rank(suffix, languages)));
    debug_assert!(columns.iter().all(|(slot, _)| *slot < slots.len()));
    columns
}

fn card_sheet(card: Line, slots: &[Slot], languages: &[&str]) -> Sheet {
    let lines = [card];
    let mut rows = Vec::new();
    for key in used(&lines, slots, languages) {
        rows.push(vec![format!("{}{}", slots[key.0].path, key.1), lines[0].cells[&key].clone()]);
    }
    if !lines[0].rest.is_empty() {
        rows.push(vec![REST.to_owned(), lines[0].rest.clone()]);
    }
    numbered(CARD, vec!["field".to_owned(), "value".to_owned()], rows)
}

fn sheet(table: &Table, lines: Vec<Line>, languages: &[&str]) -> Sheet {
    let columns = used(&lines, &table.slots, languages);
    let owner = table.owner.map(|(_, column)| column.to_owned());
    let has_rest = lines.iter().any(|line| !line.rest.is_empty());
    let mut header: Vec<String> = owner.iter().cloned().collect();
    header.extend(columns.iter().map(|(slot, suffix)| format!("{}{suffix}", table.slots[*slot].path)));
    header.extend(has_rest.then(|| REST.to_owned()));
    if header.is_empty() {
        header.push(table.slots[0].path.clone());
    }
    let rows = lines
        .into_iter()
        .map(|mut line| {
            let mut cells: Vec<String> = owner.iter().map(|_| std::mem::take(&mut line.owner)).collect();
            cells.extend(columns.iter().map(|column| line.cells.remove(column).unwrap_or_default()));
            cells.extend(has_rest.then_some(line.rest));
            cells
        })
        .collect();
    numbered(&table.name, header, rows)
}

fn numbered(name: &str, header: Vec<String>, rows: Vec<Vec<String>>) -> Sheet {
    let rows = rows.into_iter().zip(2..).map(|(cells, number)| Row::new(number, cells)).collect();
    Sheet { name: name.to_owned(), header, rows }
}
