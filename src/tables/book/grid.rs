//! Cells as they come from a book, to rows of text.

use std::collections::BTreeMap;

use super::{broken, serial::Shown, too_large};
use crate::{
    load::format::Kind,
    tables::{
        Finding, Sheet,
        scheme::{self, CARD, Column, Table},
        sheet::Maker,
    },
};

/// The most that the cells of a book may take in memory, in bytes.
const ROOM: usize = 1 << 30;
/// What a cell and a row take, whatever is in them.
const CELL: usize = 4;
const ROW: usize = 64;
/// How many findings of a kind are listed for a sheet.
const LISTED: usize = 1000;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Text(String),
    /// A number, as figures.
    Number(String),
    Bool(bool),
    /// A date in EDTF, or why it is none; and what of it the cell shows.
    Date(Result<String, String>, Shown),
    /// An error of the spreadsheet: `#DIV/0!`.
    Error(String),
    /// A formula that was never calculated.
    Formula,
}

/// All sheets of a book.
#[derive(Default)]
pub struct Shelf {
    pub sheets: Vec<Sheet>,
    pub findings: Vec<Finding>,
    /// How much of [`ROOM`] is used.
    used: usize,
}

impl Shelf {
    /// A sheet that is no table and is not read.
    pub fn closed(&mut self, name: &str) {
        self.sheets.push(Sheet { name: name.to_owned(), header: Vec::new(), rows: Vec::new() });
    }

    /// A sheet that is read, cell by cell.
    pub fn open(&mut self, name: &str, is_hidden: bool) -> Grid<'_> {
        if is_hidden {
            let message = "the sheet is hidden; it is read like the others";
            let finding = Finding::error("SHEET_HIDDEN", name, message, "Show the sheet, or remove it").warning();
            self.findings.push(finding);
        }
        Grid {
            table: scheme::tables().into_iter().find(|table| table.name == name),
            sheet: Sheet { name: name.to_owned(), header: Vec::new(), rows: Vec::new() },
            shelf: self,
            row: 0,
            maker: Maker::default(),
            counts: BTreeMap::new(),
        }
    }
}

/// One sheet while it is read. Cells come row by row, from left to right.
pub struct Grid<'a> {
    shelf: &'a mut Shelf,
    sheet: Sheet,
    table: Option<Table>,
    /// The number of the row that is being made; 0 before the first.
    row: usize,
    maker: Maker,
    /// Findings so far, by code.
    counts: BTreeMap<&'static str, usize>,
}

impl Grid<'_> {
    /// The next cell. `row` is counted from 1 as spreadsheets do, `column` from 0.
    pub fn cell(&mut self, row: usize, column: usize, content: Content) -> Result<(), Box<Finding>> {
        if row != self.row {
            if row < self.row {
                return Err(broken("its rows are not in order"));
            }
            self.end_row();
            self.row = row;
            self.take(ROW)?;
        }
        if row > 1 && self.sheet.header.is_empty() {
            // Said once, at the end.
            return Ok(());
        }
        // Of cells beyond the header the first with text is enough to say so.
        let column = if row > 1 { column.min(self.sheet.header.len()) } else { column };
        if column < self.maker.width() {
            return if column == self.sheet.header.len() { Ok(()) } else { Err(broken("its cells are not in order")) };
        }
        let text = self.text(column, content);
        self.take((column - self.maker.width()) * CELL + CELL + text.len())?;
        while self.maker.width() < column {
            self.maker.end();
        }
        self.maker.text.push_str(&text);
        self.maker.end();
        Ok(())
    }

    /// Cells that stand as one.
    pub fn merged(&mut self, row: usize, column: usize, to_row: usize, to_column: usize) {
        let message = format!(
            "{} and {} are merged; only the first cell has the value",
            self.place(row, column),
            self.place(to_row, to_column)
        );
        let finding =
            Finding::error("SHEET_MERGED", "", message, "Unmerge the cells, and write the value in each").warning();
        self.find(row, column, finding);
    }

    /// The last cell has come.
    pub fn close(mut self) {
        self.end_row();
        if self.sheet.header.is_empty() && self.row > 1 {
            let message = "the first row is empty; the names of the columns have to stand there";
            let remedy = "Remove the empty rows above the table";
            self.shelf.findings.push(Finding::error("TABLE_HEADER", &self.sheet.name, message, remedy).at(1, ""));
        }
        for (code, count) in self.counts.iter().filter(|(_, count)| **count > LISTED) {
            let message = format!("there are {} more findings of this kind, which are not listed", count - LISTED);
            self.shelf
                .findings
                .push(Finding::error(code, &self.sheet.name, message, "Mend those that are listed").warning());
        }
        self.shelf.sheets.push(self.sheet);
    }

    fn end_row(&mut self) {
        if self.maker.width() == 0 {
            return;
        }
        while self.maker.width() < self.sheet.header.len() {
            self.maker.end();
        }
        let row = self.maker.take(self.row);
        if self.row == 1 {
            self.sheet.header = row.cells().map(|cell| cell.trim().to_owned()).collect();
            while self.sheet.header.last().is_some_and(String::is_empty) {
                self.sheet.header.pop();
            }
        } else if !row.is_blank() {
            self.sheet.rows.push(row);
        }
    }

    fn take(&mut self, bytes: usize) -> Result<(), Box<Finding>> {
        self.shelf.used += bytes;
        if self.shelf.used <= ROOM {
            return Ok(());
        }
        Err(too_large(&format!(
            "the cells of this book take more than {} MiB, which is the most that is read",
            ROOM >> 20
        )))
    }

    /// The cell as text, with findings about what is lost on the way.
    fn text(&mut self, column: usize, content: Content) -> String {
        let error = |code, message: String, remedy| Finding::error(code, "", message, remedy);
        let (text, finding) = match content {
            Content::Text(text) if text.contains('\r') => (text.replace("\r\n", "\n").replace('\r', "\n"), None),
            Content::Text(text) | Content::Number(text) => (text, None),
            Content::Bool(flag) => (flag.to_string(), None),
            Content::Error(name) => {
                let message = format!("the cell has the error {name} in place of a value; it is left out");
                (String::new(), Some(error("CELL_ERROR", message, "Mend the formula").with_value(&name)))
            }
            Content::Formula => {
                let message = "the formula was never calculated; the cell is left out".to_owned();
                let remedy = "Open the book in a spreadsheet program, and save it";
                (String::new(), Some(error("CELL_FORMULA", message, remedy)))
            }
            Content::Date(Err(reason), _) => {
                let remedy = "Write the day as text: 2024-05-17, 2024-05 or 2024";
                (String::new(), Some(error("CELL_DATE", format!("{reason}; it is left out"), remedy)))
            }
            Content::Date(Ok(date), shown) => self.date(column, date, shown),
        };
        if let Some(finding) = finding {
            self.find(self.row, column, finding);
        }
        text
    }

    /// A date as far as the cell shows it.
    fn date(&self, column: usize, date: String, shown: Shown) -> (String, Option<Finding>) {
        let error = |message: String, remedy: String| {
            Some(Finding::error("CELL_DATE", "", message, remedy).warning().with_value(&date))
        };
        let is_text = self.kind(column).is_some_and(|kind| {
            !matches!(
                kind,
                Kind::Date | Kind::DateFact | Kind::List(Kind::Date | Kind::DateFact) | Kind::Number | Kind::NumberFact
            )
        });
        if is_text && self.row > 1 {
            let message = format!("a date stands where a text is expected; it is read as {date}");
            let finding = error(message, "Give the cell the format “text”, and write again what is meant".to_owned());
            return (date.clone(), finding);
        }
        let length = match shown {
            Shown::Day => return (date, None),
            Shown::Month => 7,
            Shown::Year => 4,
        };
        let short = date[..length].to_owned();
        let message = format!("the cell shows no more of this date than {short}, and is read so");
        let finding = error(message, format!("Give the cell the format “text”, and write {short} or the whole day"));
        (short, finding)
    }

    /// What the field of a column holds; `None` in the card, where it depends on the row, and for other columns.
    fn kind(&self, column: usize) -> Option<Kind> {
        let table = self.table.as_ref().filter(|_| self.sheet.name != CARD)?;
        match table.column(self.sheet.header.get(column)?)? {
            Column::Slot(slot, "") => Some(table.slots[slot].field.kind),
            Column::Slot(..) | Column::Owner | Column::Rest => Some(Kind::Word),
        }
    }

    fn find(&mut self, row: usize, column: usize, finding: Finding) {
        let count = self.counts.entry(finding.code).or_default();
        *count += 1;
        if *count <= LISTED {
            let name = self.sheet.header.get(column).cloned().unwrap_or_default();
            let finding = Finding { table: self.sheet.name.clone(), ..finding };
            self.shelf.findings.push(finding.at(row, &name));
        }
    }

    /// The name of a cell: `B7`.
    fn place(&self, row: usize, column: usize) -> String {
        let mut letters = Vec::new();
        let mut rest = column + 1;
        while rest > 0 {
            letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
            rest = (rest - 1) / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        format!("{letters}{row}")
    }
}

/// A number as figures, from which the same number is read.
pub fn figures(number: f64) -> String {
    // Whole numbers up to here are exact.
    const EXACT: f64 = (1_u64 << 53) as f64;
    if number.fract() == 0.0 && number.abs() <= EXACT { format!("{}", number as i64) } else { format!("{number}") }
}
