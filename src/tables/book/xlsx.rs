//! Books of Excel (ECMA-376).

use std::{collections::HashMap, io::Cursor};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};

use super::{
    Finding,
    archive::Archive,
    broken,
    grid::{Content, Grid, Shelf, figures},
    is_ours, is_table,
    serial::{self, Epoch, Shown},
};

/// Reads all sheets.
pub fn read(bytes: &[u8], archive: &Archive, shelf: &mut Shelf) -> Result<(), Box<Finding>> {
    let fault = |error: calamine::XlsxError| broken(&error.to_string());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let epoch = if book.has_1904_epoch() { Epoch::Year1904 } else { Epoch::Year1900 };
    for sheet in book.sheets_metadata().to_vec() {
        if is_ours(&sheet.name) {
            continue;
        }
        if !is_table(&sheet.name) || sheet.typ != SheetType::WorkSheet {
            shelf.closed(&sheet.name);
            continue;
        }
        // Formulas are read in a pass of their own, where there are any.
        let empty =
            if archive.has_formulas { uncalculated(&mut book, &sheet.name).map_err(fault)? } else { Vec::new() };
        let merged =
            if archive.has_merged { book.merge_cells_by_sheet_name(&sheet.name).map_err(fault)? } else { Vec::new() };
        let mut grid = shelf.open(&sheet.name, sheet.visible != SheetVisible::Visible);
        cells(&mut book, &sheet.name, epoch, &empty, &mut grid)?;
        for place in merged {
            let ((row, column), (to_row, to_column)) = (place.start, place.end);
            grid.merged(row as usize + 1, column as usize, to_row as usize + 1, to_column as usize);
        }
        grid.close();
    }
    Ok(())
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

fn cells(book: &mut Book, name: &str, epoch: Epoch, empty: &[(u32, u32)], grid: &mut Grid) -> Result<(), Box<Finding>> {
    let fault = |error: calamine::XlsxError| broken(&error.to_string());
    let mut reader = book.worksheet_cells_reader(name).map_err(fault)?;
    let mut empty = empty.iter().peekable();
    // By number of the style.
    let mut shown: HashMap<usize, Shown> = HashMap::new();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(fault)? {
        let place = cell.get_position();
        let is_uncalculated = empty.next_if(|next| **next == place).is_some();
        let content = match cell.get_value() {
            DataRef::Empty if is_uncalculated => Content::Formula,
            DataRef::Empty => continue,
            DataRef::String(text) => Content::Text(text.clone()),
            DataRef::SharedString(text) => Content::Text((*text).to_owned()),
            DataRef::Float(number) => Content::Number(figures(*number)),
            DataRef::Int(number) => Content::Number(number.to_string()),
            DataRef::Bool(flag) => Content::Bool(*flag),
            DataRef::Error(error) => Content::Error(error.to_string()),
            DataRef::DateTime(days) => {
                let shown = *shown.entry(style).or_insert_with(|| {
                    let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
                    format.map_or(Shown::Day, |format| serial::shown(&format.format_code))
                });
                Content::Date(date(days, epoch), shown)
            }
            DataRef::DateTimeIso(text) => Content::Date(serial::iso(text), Shown::Day),
            DataRef::DurationIso(_) => Content::Date(Err(serial::NO_DAY.to_owned()), Shown::Day),
        };
        grid.cell(place.0 as usize + 1, place.1 as usize, content)?;
    }
    Ok(())
}

fn date(days: &ExcelDateTime, epoch: Epoch) -> Result<String, String> {
    if days.is_duration() { Err(serial::NO_DAY.to_owned()) } else { serial::text(days.as_f64(), epoch) }
}

/// The cells with a formula and without a value.
fn uncalculated(book: &mut Book, name: &str) -> Result<Vec<(u32, u32)>, calamine::XlsxError> {
    let mut reader = book.worksheet_cells_reader(name)?;
    let mut found = Vec::new();
    while let Some(cell) = reader.next_cell_with_formula_metadata()? {
        if cell.formula.is_some() && cell.value == DataRef::Empty {
            found.push(cell.pos);
        }
    }
    Ok(found)
}
