//! The rows of all tables and how they hang together.

use std::collections::HashSet;

use serde_json::Value;

use super::{
    Part,
    columns::Columns,
    object::{Piece, Rest, object},
    ordered, put,
    waiting::{Child, Waiting, count},
};
use crate::tables::{
    DateFormat, Finding, Sheet,
    finding::nearest,
    json,
    places::{Item, List},
    scheme::Table,
    sheet::Row,
};

/// For how many rows that belong to none the nearest id is looked for, and among how many ids.
const SUGGESTIONS: usize = 100;
const IDS: usize = 10_000;

/// Reads tables, those inside others first.
pub struct Reader<'a> {
    tables: &'a [Table],
    dates: Option<DateFormat>,
    /// By table: rows that wait for the row they belong to.
    waiting: Vec<Waiting>,
    /// By table: how many rows are left out with the row they belong to.
    orphans: Vec<usize>,
    /// By table.
    findings: Vec<Vec<Finding>>,
    /// By table: the lists of the document, with where they come from.
    parts: Vec<Option<(Part, List)>>,
}

impl<'a> Reader<'a> {
    /// A reader for these tables; `dates` says how dates are written that are not EDTF.
    pub fn new(tables: &'a [Table], dates: Option<DateFormat>) -> Self {
        Reader {
            tables,
            dates,
            waiting: tables.iter().map(|_| Waiting::default()).collect(),
            orphans: vec![0; tables.len()],
            findings: vec![Vec::new(); tables.len()],
            parts: tables.iter().map(|_| None).collect(),
        }
    }

    /// Reads the table of this number, from its sheet if there is one. All tables inside it have been read.
    pub fn table(&mut self, number: usize, sheet: Option<Sheet>) {
        let table = &self.tables[number];
        let inner: Vec<usize> = (0..self.tables.len())
            .filter(|&at| self.tables[at].owner.is_some_and(|(owner, _)| owner == number))
            .collect();
        if let Some(sheet) = &sheet {
            let mut findings = Vec::new();
            let columns = Columns::of(table, sheet, &mut findings);
            let mut list = Elements::default();
            let mut ids = HashSet::new();
            for row in sheet.rows.iter().filter(|row| !row.is_blank()) {
                let name = columns.owner.map_or("", |at| row.cell(at).trim());
                let child = self.row(number, &inner, &mut ids, sheet, &columns, row, &mut findings);
                if table.owner.is_some() {
                    self.waiting[number].add(name, child);
                } else if child.kept {
                    list.push(child.value);
                    list.items.push(child.item);
                }
            }
            if table.owner.is_none() {
                let (part, items) = list.finish();
                self.parts[number] = Some((part, List { keys: table.keys.clone(), table: number + 1, items }));
            }
            self.findings[number] = findings;
        }
        for at in inner {
            self.left(at, number, sheet.as_ref());
        }
    }

    /// Reads one row and takes what belongs to it. `ids`: those of the rows before it.
    #[allow(clippy::too_many_arguments, reason = "all that one row needs, and nothing is kept between rows")]
    fn row(
        &mut self,
        number: usize,
        inner: &[usize],
        ids: &mut HashSet<String>,
        sheet: &Sheet,
        columns: &Columns,
        row: &Row,
        findings: &mut Vec<Finding>,
    ) -> Child {
        let table = &self.tables[number];
        let cell = |at: usize| Some(row.cell(at).trim()).filter(|text| !text.is_empty());
        let mut pieces = Vec::with_capacity(columns.slots.len());
        for &(at, slot, suffix) in &columns.slots {
            let piece = |text| Piece { slot, suffix, text, row: row.number, shown: &sheet.header[at] };
            pieces.extend(cell(at).map(piece));
        }
        let rest =
            columns.rest.and_then(|at| Some(Rest { text: cell(at)?, row: row.number, shown: &sheet.header[at] }));
        let is_plain = rest.is_none();
        let (mut value, mut kept) = object(&sheet.name, &table.slots, &pieces, rest, self.dates, findings);
        kept &= fits(sheet, row, findings);
        let mut lists = Vec::new();
        if inner.iter().any(|&at| !self.waiting[at].is_empty()) {
            let id =
                value.get("id").and_then(Value::as_str).filter(|id| ids.insert((*id).to_owned())).map(str::to_owned);
            for &at in inner {
                let rows = self.waiting[at].claim(id.as_deref(), row.number);
                lists.extend(self.list(at, rows, kept, &mut value));
            }
        }
        if let Value::Object(members) = &mut value
            && (!is_plain || !lists.is_empty())
        {
            *members = ordered(table.shape, std::mem::take(members));
        }
        Child { value, item: Item { row: u32::try_from(row.number).unwrap_or(u32::MAX), lists: lists.into() }, kept }
    }

    /// Puts rows of an inner table into the item they belong to; they are left out with an item that is.
    fn list(&mut self, number: usize, rows: Vec<Child>, kept: bool, owner: &mut Value) -> Option<List> {
        let mut values = Vec::new();
        let mut items = Vec::new();
        for child in rows {
            if kept && child.kept && owner.is_object() {
                values.push(child.value);
                items.push(child.item);
            } else {
                self.orphans[number] += usize::from(child.kept);
                count(&child.item.lists, &mut self.orphans);
            }
        }
        let keys = &self.tables[number].keys;
        if let Value::Object(members) = owner
            && !values.is_empty()
        {
            put(members, keys, Value::Array(values));
        }
        (!items.is_empty()).then(|| List { keys: keys.clone(), table: number + 1, items })
    }

    /// Says which rows of an inner table belong to no row of the table that was read.
    fn left(&mut self, number: usize, owner: usize, sheet: Option<&Sheet>) {
        let left = self.waiting[number].left();
        if left.is_empty() {
            return;
        }
        let table = &self.tables[number];
        let id = sheet.and_then(|sheet| sheet.header.iter().position(|name| name == "id"));
        let rows = sheet.map_or(&[][..], |sheet| &sheet.rows[..sheet.rows.len().min(IDS)]);
        let ids: Vec<&str> = id.map_or(Vec::new(), |id| rows.iter().map(|row| row.cell(id).trim()).collect());
        for (at, (name, child)) in left.into_iter().enumerate() {
            count(&child.item.lists, &mut self.orphans);
            let near =
                if at < SUGGESTIONS { nearest(&name, ids.iter().copied().filter(|id| !id.is_empty())) } else { None };
            let remedy = match near {
                Some(near) => format!("Did you mean \"{near}\"?"),
                None => "Write the id of the row it belongs to".to_owned(),
            };
            let message = format!("no row of {} has this id; the row is left out", self.tables[owner].name);
            let finding = Finding::error("ROW_OWNER", &table.name, message, remedy);
            let column = table.owner.map_or("", |(_, column)| column);
            self.findings[number].push(finding.at(child.item.row as usize, column).with_value(&name));
        }
    }

    /// The lists of the document by key, and what was wrong with all tables.
    pub fn finish(self) -> (Vec<(&'static str, Part, List)>, Vec<Finding>) {
        let mut all = Vec::new();
        for (number, mut findings) in self.findings.into_iter().enumerate() {
            let table = &self.tables[number];
            findings.sort_by_key(|finding| finding.row);
            if let (count @ 1.., Some((owner, _))) = (self.orphans[number], table.owner) {
                let message =
                    format!("{count} rows are left out with the rows of {} they belong to", self.tables[owner].name);
                findings.push(Finding::error("ROW_OWNER", &table.name, message, "Mend those rows"));
            }
            all.extend(findings);
        }
        let parts = self.parts.into_iter().zip(self.tables);
        let parts = parts.filter_map(|(part, table)| part.map(|(part, list)| (table.keys[0], part, list)));
        (parts.collect(), all)
    }
}

/// Whether a row has no more cells than the header; says where it has fewer.
fn fits(sheet: &Sheet, row: &Row, findings: &mut Vec<Finding>) -> bool {
    let most = sheet.header.len();
    // Programs leave empty heads at the end.
    let needed = sheet.header.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
    if row.width() < needed {
        let message =
            format!("the row has {} cells, the header {needed}; those missing are taken as empty", row.width());
        let remedy = "Check that no separator is missing, and add the empty cells";
        findings.push(Finding::error("ROW_SHORT", &sheet.name, message, remedy).warning().at(row.number, ""));
    }
    let Some(extra) = row.cells().skip(most).find(|cell| !cell.trim().is_empty()) else { return true };
    let message = "the row has more cells than the header; it is left out";
    let remedy = "Quote cells that hold the separator, or remove the cells too many";
    findings.push(Finding::error("ROW_LONG", &sheet.name, message, remedy).at(row.number, "").with_value(extra));
    false
}

/// The elements of a list of the document: printed once it is known to take more than one line.
#[derive(Default)]
struct Elements {
    flat: Vec<Value>,
    printed: Vec<u8>,
    count: usize,
    items: Vec<Item>,
}

impl Elements {
    fn push(&mut self, value: Value) {
        if self.count == 0 && !value.is_object() && !json::is_tall(&value) {
            self.flat.push(value);
            return;
        }
        for value in std::mem::take(&mut self.flat).into_iter().chain([value]) {
            json::line(self.count, 2, &mut self.printed);
            json::value(&value, 2, &mut self.printed);
            self.count += 1;
        }
    }

    fn finish(self) -> (Part, Vec<Item>) {
        let part = if self.count == 0 { Part::Flat(Value::Array(self.flat)) } else { Part::Tall(self.printed) };
        (part, self.items)
    }
}
