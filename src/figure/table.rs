//! The table behind a figure. One description serves the page and the files, so that they cannot disagree.

use super::Context;
use crate::model::{Citation, Edtf, Fact, Id};

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its title, where a figure has several.
    pub title: Option<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, with as many cells each as there are columns.
    pub rows: Vec<Row>,
    /// Sums below them.
    pub foot: Option<Row>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name in the words of the page.
    pub name: String,
    /// Its name in JSON, the same in every language.
    pub key: String,
    /// Where it stands.
    pub on: On,
    /// The item that its name opens.
    pub opens: Option<Id>,
}

/// Where a column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum On {
    /// On the page and in files.
    #[default]
    Both,
    /// On the page alone.
    Page,
    /// In files alone.
    File,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The item it stands for.
    pub id: Option<Id>,
    /// Its cells; the first names the row.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub enum Cell {
    /// Nothing, and nothing is meant to be there.
    #[default]
    Empty,
    /// No source states it.
    Missing,
    /// Nothing, which is said to those who do not see the empty place.
    Absent(String),
    /// Words.
    Words(String),
    /// Words that open an item.
    Item(Id, String),
    /// Several of these.
    Items(Vec<(Id, String)>),
    /// A number by itself.
    Number(f64),
    /// A date; as it is written in files, in words on the page.
    Date(Edtf, String),
    /// A period that has a place on the timeline, as an EDTF date, and in words.
    Period(String, String),
    /// What it rests on.
    Sources(Vec<Citation>),
}

impl Column {
    /// A column by its message; that is its name in JSON too, without what says that it is a column.
    pub fn new(context: &Context, message: &str) -> Column {
        let key = message.strip_prefix("column-").unwrap_or(message).replace('-', "_");
        Column { name: context.t(message), key, on: On::Both, opens: None }
    }

    /// The same in files alone.
    pub fn in_files(self) -> Column {
        Column { on: On::File, ..self }
    }

    /// The same on the page alone.
    pub fn on_page(self) -> Column {
        Column { on: On::Page, ..self }
    }
}

/// Columns by their messages.
pub fn columns<const N: usize>(context: &Context, messages: [&str; N]) -> Vec<Column> {
    messages.map(|message| Column::new(context, message)).into()
}

impl Cell {
    /// A date.
    pub fn date(context: &Context, date: &Fact<Edtf>) -> Cell {
        Cell::Date(date.value.clone(), context.date(&date.value))
    }

    /// Words, or nothing.
    pub fn maybe(words: Option<String>) -> Cell {
        words.map_or(Cell::Empty, Cell::Words)
    }

    /// An item by its name.
    pub fn named(context: &Context, id: &Id) -> Cell {
        Cell::Item(id.clone(), context.name_of(id))
    }

    /// The cell in a file for spreadsheets: several values set apart by semicolons.
    pub fn in_file(&self, context: &Context) -> String {
        let list = |words: Vec<String>| words.join("; ");
        match self {
            Cell::Empty => String::new(),
            Cell::Missing => context.t("not-stated"),
            Cell::Words(words) | Cell::Absent(words) | Cell::Item(_, words) => words.clone(),
            Cell::Items(items) => list(items.iter().map(|(_, words)| words.clone()).collect()),
            Cell::Number(value) => value.to_string(),
            Cell::Date(date, _) => date.as_str().to_owned(),
            Cell::Period(period, _) => period.clone(),
            Cell::Sources(all) => list(all.iter().map(|one| context.source_words(one)).collect()),
        }
    }
}

/// Tables as rows of cells for one file: the names of the columns, then the rows. Tables with the same columns are one.
pub fn in_file(context: &Context, tables: &[Table]) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut last: Vec<String> = Vec::new();
    for table in tables {
        let head = table.head_in_file();
        if head != last {
            rows.extend((!rows.is_empty()).then(Vec::new));
            rows.push(head.clone());
            last = head;
        }
        rows.extend(table.rows_in_file(context));
    }
    rows
}

impl Table {
    /// The names of the columns in a file.
    fn head_in_file(&self) -> Vec<String> {
        self.columns.iter().filter(|column| column.on != On::Page).map(|column| column.name.clone()).collect()
    }

    /// The rows in a file.
    fn rows_in_file(&self, context: &Context) -> Vec<Vec<String>> {
        let is_in_file = |at: usize| self.columns.get(at).is_some_and(|column| column.on != On::Page);
        let row = |row: &Row| {
            let cells = row.cells.iter().enumerate().filter(|(at, _)| is_in_file(*at));
            cells.map(|(_, cell)| cell.in_file(context)).collect::<Vec<_>>()
        };
        self.rows.iter().chain(&self.foot).map(row).collect()
    }

    /// All that its cells rest on, each once, in the order of the rows.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        self.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| match cell {
            Cell::Sources(all) => all.as_slice(),
            _ => &[],
        })
    }
}
