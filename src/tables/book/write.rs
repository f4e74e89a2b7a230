//! Sheets as an XLSX book to work in: heads that stay in view, words to choose from, and a sheet that explains it all.
//!
//! Dates stand as text, since no spreadsheet keeps `2024-05` as a month; numbers stand as numbers where the same figures
//! come back. Nothing is written as a formula, whatever a text begins with. The same sheets give the same bytes.

use std::fmt;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook,
    Worksheet, XlsxError,
};

use super::{GUIDE, LISTS, grid::figures, guide};
use crate::{
    load::format::Kind,
    tables::{
        Sheet,
        scheme::{self, CARD, Column, Table},
    },
};

/// Rows and columns of a sheet (ECMA-376, as Excel limits it), and letters of a cell.
const ROWS: usize = 1_048_576;
const COLUMNS: usize = 16_384;
const LETTERS: usize = 32_767;
/// The longest list of words to choose from that stands with the column itself.
const INLINE: usize = 255;

/// What a book cannot hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritable {
    /// The sheet.
    pub table: String,
    /// The row, counted from 1; 0 for the sheet as a whole.
    pub row: usize,
    /// The column; empty for the row as a whole.
    pub column: String,
    /// What is too much, in a sentence.
    pub message: String,
}

impl Unwritable {
    fn sheet(table: &str, message: String) -> Unwritable {
        Unwritable { table: table.to_owned(), row: 0, column: String::new(), message }
    }
}

impl fmt::Display for Unwritable {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.message)
    }
}

/// The book.
///
/// # Errors
///
/// Where a sheet has more rows or columns, or a cell more letters, than books can hold.
pub fn write(sheets: &[Sheet]) -> Result<Vec<u8>, Box<Unwritable>> {
    let fault = |error: XlsxError| Box::new(Unwritable::sheet("", format!("the book cannot be written: {error}")));
    let tables = scheme::tables();
    let mut book = Workbook::new();
    // Without a time of its own every book would differ.
    let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(fault)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    guide_sheet(book.add_worksheet(), sheets, &tables).map_err(fault)?;
    let mut lists = Vec::new();
    for sheet in sheets {
        check(sheet)?;
        let table = tables.iter().find(|table| table.name == sheet.name);
        let writer = Writer { sheets, tables: &tables, sheet, table };
        writer.write(book.add_worksheet(), &mut lists).map_err(fault)?;
    }
    if !lists.is_empty() {
        list_sheet(book.add_worksheet(), &lists).map_err(fault)?;
    }
    book.save_to_buffer().map_err(fault)
}

/// Whether a book can hold a sheet.
fn check(sheet: &Sheet) -> Result<(), Box<Unwritable>> {
    if sheet.rows.len() >= ROWS || sheet.header.len() > COLUMNS {
        let (rows, columns) = (sheet.rows.len() + 1, sheet.header.len());
        let message =
            format!("the table has {rows} rows and {columns} columns; a sheet has at most {ROWS} and {COLUMNS}");
        return Err(Box::new(Unwritable::sheet(&sheet.name, message)));
    }
    let long = |text: &str| text.len() > LETTERS && text.encode_utf16().count() > LETTERS;
    let names = sheet.header.iter().enumerate().filter(|(_, name)| long(name)).map(|(at, _)| (1, at));
    let cells = sheet
        .rows
        .iter()
        .flat_map(|row| (0..row.width()).filter(move |&at| long(row.cell(at))).map(|at| (row.number, at)));
    match names.chain(cells).next() {
        None => Ok(()),
        Some((row, at)) => Err(Box::new(Unwritable {
            table: sheet.name.clone(),
            row,
            column: sheet.header.get(at).cloned().unwrap_or_default(),
            message: format!(
                "a text has more than {LETTERS} letters, which is the most that a cell of a book can hold"
            ),
        })),
    }
}

/// Words to choose from, by what they are of.
type Lists = Vec<(String, Vec<&'static str>)>;

struct Writer<'a> {
    sheets: &'a [Sheet],
    tables: &'a [Table],
    sheet: &'a Sheet,
    /// `None` for the card.
    table: Option<&'a Table>,
}

impl Writer<'_> {
    fn write(&self, out: &mut Worksheet, lists: &mut Lists) -> Result<(), XlsxError> {
        out.set_name(&self.sheet.name)?;
        out.set_freeze_panes(1, 0)?;
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let plain = Format::new().set_num_format("@").set_align(FormatAlign::Top);
        let number = Format::new().set_align(FormatAlign::Top);
        let mut formats = Vec::new();
        let last_row = ROWS as u32 - 1;
        for (at, name) in (0_u16..).zip(&self.sheet.header) {
            let kind = self.kind(name);
            let (format, width) = match kind {
                Kind::Text => (&wrapped, 40),
                Kind::Markdown => (&wrapped, 60),
                Kind::Number | Kind::NumberFact | Kind::Bool => (&number, 12),
                Kind::Date | Kind::DateFact => (&plain, 14),
                _ => (&plain, 24),
            };
            out.set_column_width(at, width.max(name.chars().count() as u32 + 2).min(80))?;
            out.set_column_format(at, format)?;
            if let Some(choice) = self.choice(name, &kind, lists)? {
                out.add_data_validation(1, at, last_row, at, &choice)?;
            }
            formats.push((kind, format));
        }
        head(out, 0, &self.sheet.header)?;
        for row in &self.sheet.rows {
            let at = row.number as u32 - 1;
            for (column, text) in (0_u16..).zip(row.cells()).filter(|(_, text)| !text.is_empty()) {
                let (kind, format) = formats.get(column as usize).copied().unwrap_or((Kind::Word, &plain));
                match (kind, exact(text)) {
                    (Kind::Number | Kind::NumberFact, Some(number)) => {
                        out.write_number_with_format(at, column, number, format)?
                    }
                    (Kind::Bool, _) if text == "true" || text == "false" => {
                        out.write_boolean_with_format(at, column, text == "true", format)?
                    }
                    _ => out.write_string_with_format(at, column, text, format)?,
                };
            }
        }
        Ok(())
    }

    /// What the cells of a column hold.
    fn kind(&self, name: &str) -> Kind {
        let Some(table) = self.table else { return Kind::Text };
        match table.column(name) {
            Some(Column::Slot(slot, suffix)) => part(&table.slots[slot].field.kind, suffix),
            _ => Kind::Word,
        }
    }

    /// What may be chosen in a column.
    fn choice(&self, name: &str, kind: &Kind, lists: &mut Lists) -> Result<Option<DataValidation>, XlsxError> {
        let owner = self.table.and_then(|table| table.owner).filter(|(_, column)| *column == name);
        let choice = match (kind, owner) {
            (_, Some((owner, _))) => self.ids(&self.tables[owner].name).map(|list| (list, false)),
            (Kind::Choice(words), _) => Some((self.words(name, words, lists)?, true)),
            (Kind::OpenChoice(words), _) => Some((self.words(name, words, lists)?, false)),
            (Kind::Ref([part]), _) => self.ids(part).map(|list| (list, false)),
            // Several may be written with ; between them; one can be chosen.
            (Kind::List(Kind::Ref([part])) | Kind::OneOrMany(Kind::Ref([part])), _) => {
                self.ids(part).map(|list| (list.show_error_message(false), false))
            }
            (Kind::List(Kind::Citation), _) => self.ids("sources").map(|list| (list.show_error_message(false), false)),
            _ => None,
        };
        let Some((choice, is_strict)) = choice else { return Ok(None) };
        if is_strict {
            return choice.set_error_message("One of the words of the list").map(Some);
        }
        let warning = choice.set_error_style(DataValidationErrorStyle::Warning);
        warning.set_error_message("This is not in the list. Keep it?").map(Some)
    }

    /// A choice among ids that stand in another sheet.
    fn ids(&self, table: &str) -> Option<DataValidation> {
        let sheet = self.sheets.iter().find(|sheet| sheet.name == table)?;
        let column = sheet.header.iter().position(|name| name == "id")?;
        let last = sheet.rows.last()?.number;
        let column = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(column).ok()?);
        Some(DataValidation::new().allow_list_formula(Formula::new(format!("={table}!${column}$2:${column}${last}"))))
    }

    /// A choice among words, which stand in a sheet of their own where they are many.
    fn words(&self, name: &str, words: &[&'static str], lists: &mut Lists) -> Result<DataValidation, XlsxError> {
        if words.iter().map(|word| word.len() + 1).sum::<usize>() <= INLINE {
            return DataValidation::new().allow_list_strings(words);
        }
        let of = format!("{}.{name}", self.sheet.name);
        lists.push((of, words.to_vec()));
        let column = rust_xlsxwriter::utility::column_number_to_name(lists.len() as u16 - 1);
        let formula = format!("={LISTS}!${column}$2:${column}${}", words.len() + 1);
        Ok(DataValidation::new().allow_list_formula(Formula::new(formula)))
    }
}

/// What a cell holds that stands beside the value of a field.
fn part(kind: &Kind, suffix: &str) -> Kind {
    let rest = suffix.trim_start_matches('.');
    match kind {
        _ if rest.is_empty() => *kind,
        Kind::Text | Kind::Markdown => match rest.split_once('.') {
            None => *kind,
            Some((_, part)) => {
                let fields = crate::load::format::WORDING.fields;
                fields.iter().find(|field| field.name == part).map_or(Kind::Word, |field| field.kind)
            }
        },
        _ => {
            let (name, deeper) = rest.split_at(rest.find('.').unwrap_or(rest.len()));
            let field = crate::load::format::EVIDENCE.iter().find(|field| field.name == name);
            field.map_or(Kind::Word, |field| part(&field.kind, deeper))
        }
    }
}

/// The number that figures stand for, if a book gives the same figures back.
fn exact(text: &str) -> Option<f64> {
    let number: f64 = text.parse().ok()?;
    // A program that calculates keeps fifteen digits.
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (number.is_finite() && digits <= 15 && figures(number) == text).then_some(number)
}

fn head<T: AsRef<str>>(out: &mut Worksheet, row: u32, names: &[T]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_align(FormatAlign::Top);
    for (at, name) in (0_u16..).zip(names) {
        out.write_string_with_format(row, at, name.as_ref(), &bold)?;
    }
    Ok(())
}

fn list_sheet(out: &mut Worksheet, lists: &Lists) -> Result<(), XlsxError> {
    out.set_name(LISTS)?;
    out.set_freeze_panes(1, 0)?;
    head(out, 0, &lists.iter().map(|(name, _)| name).collect::<Vec<_>>())?;
    for (column, (_, words)) in (0_u16..).zip(lists) {
        out.set_column_width(column, 28)?;
        for (row, word) in (1_u32..).zip(words) {
            out.write_string(row, column, *word)?;
        }
    }
    Ok(())
}

fn guide_sheet(out: &mut Worksheet, sheets: &[Sheet], tables: &[Table]) -> Result<(), XlsxError> {
    out.set_name(GUIDE)?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, width) in (0_u16..).zip([26, 30, 9, 70, 70]) {
        out.set_column_width(column, width)?;
        out.set_column_format(column, &wrapped)?;
    }
    let plain = Format::new();
    let mut row = 0;
    for line in guide::WORDS {
        out.write_string_with_format(row, 0, *line, &plain)?;
        row += 1;
    }
    row += 1;
    head(out, row, &["sheet", "in this book", "", "what its rows are"])?;
    let all = std::iter::once((CARD, guide::about_card()));
    for (name, about) in all.chain(tables.iter().map(|table| (table.name.as_str(), guide::about(table)))) {
        row += 1;
        let is_here = sheets.iter().any(|sheet| sheet.name == name);
        for (column, text) in [(0, name), (1, if is_here { "yes" } else { "no" }), (3, about)] {
            out.write_string_with_format(row, column, text, &wrapped)?;
        }
    }
    row += 2;
    head(out, row, &guide::HEAD)?;
    for line in guide::rows() {
        row += 1;
        for (column, text) in (0_u16..).zip(&line) {
            out.write_string_with_format(row, column, text, &wrapped)?;
        }
    }
    Ok(())
}
