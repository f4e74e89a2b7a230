//! Books of OpenDocument (ISO/IEC 26300): one XML file, read as a stream.
//!
//! Rows and cells may say that they are repeated, up to a million times; so cells go to the grid one by one, which
//! stops where there are too many, and nothing here makes room for what is only claimed.

mod cell;
mod styles;

use std::io::{BufReader, Cursor, Read};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

use super::{
    Finding, broken,
    grid::{Content, Grid, Shelf},
    is_ours, is_table,
};
use styles::Styles;

/// The parser of the part with the sheets.
type Xml<R> = Reader<BufReader<R>>;

/// Reads all sheets.
pub fn read(bytes: &[u8], shelf: &mut Shelf) -> Result<(), Box<Finding>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error.to_string()))?;
    let content = zip.by_name("content.xml").map_err(|error| broken(&error.to_string()))?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().expand_empty_elements = true;
    let mut styles = Styles::default();
    let mut buffer = Vec::new();
    loop {
        match event(&mut xml, &mut buffer)? {
            Event::Eof => return Ok(()),
            Event::Start(tag) if tag.name().as_ref() == "table:tracked-changes" => {
                let tag = tag.into_owned();
                skip(&mut xml, &tag)?;
            }
            Event::Start(tag) if tag.name().as_ref() == "table:table" => {
                let tag = tag.into_owned();
                let name = attribute(&tag, "table:name").unwrap_or_default();
                let is_hidden = attribute(&tag, "table:style-name").is_some_and(|style| styles.is_hidden(&style));
                if is_ours(&name) {
                    skip(&mut xml, &tag)?;
                } else if is_table(&name) {
                    let mut grid = shelf.open(&name, is_hidden);
                    sheet(&mut xml, &styles, &mut grid)?;
                    grid.close();
                } else {
                    shelf.closed(&name);
                    skip(&mut xml, &tag)?;
                }
            }
            Event::Start(tag) => styles.start(&tag),
            Event::End(tag) => styles.end(tag.name().as_ref()),
            _ => {}
        }
    }
}

/// The rows up to the end of the table.
fn sheet<R: Read>(xml: &mut Xml<R>, styles: &Styles, grid: &mut Grid) -> Result<(), Box<Finding>> {
    let mut buffer = Vec::new();
    let mut row = 1_usize;
    let mut merged = Vec::new();
    loop {
        match event(xml, &mut buffer)? {
            Event::Start(tag) if tag.name().as_ref() == "table:table-row" => {
                let tag = tag.into_owned();
                let times = repeated(&tag, "table:number-rows-repeated");
                let cells = cells(xml, styles, row, &mut merged)?;
                if !cells.is_empty() {
                    for at in 0..times {
                        for cell in &cells {
                            put(grid, row + at, cell)?;
                        }
                    }
                }
                row = row.saturating_add(times);
            }
            Event::Start(tag) if is_skipped(tag.name().as_ref()) => {
                let tag = tag.into_owned();
                skip(xml, &tag)?;
            }
            Event::End(tag) if tag.name().as_ref() == "table:table" => break,
            Event::Eof => return Err(broken("it ends within a sheet")),
            _ => {}
        }
    }
    for (row, column, rows, columns) in merged {
        grid.merged(row, column, row + rows - 1, column + columns - 1);
    }
    Ok(())
}

/// Parts of a sheet that hold no cells of it, or cells of something else.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "table:shapes" | "office:forms" | "office:annotation" | "table:table-source" | "office:event-listeners"
    )
}

/// One cell, or as many as are the same.
struct Cells {
    column: usize,
    times: usize,
    content: Content,
}

fn put(grid: &mut Grid, row: usize, cells: &Cells) -> Result<(), Box<Finding>> {
    for column in cells.column..cells.column.saturating_add(cells.times) {
        grid.cell(row, column, cells.content.clone())?;
    }
    Ok(())
}

/// Row, column, and how many rows and columns a merged cell covers.
type Merged = (usize, usize, usize, usize);

/// The cells of a row that hold something.
fn cells<R: Read>(
    xml: &mut Xml<R>,
    styles: &Styles,
    row: usize,
    merged: &mut Vec<Merged>,
) -> Result<Vec<Cells>, Box<Finding>> {
    let mut found = Vec::new();
    let mut buffer = Vec::new();
    let mut column = 0_usize;
    loop {
        match event(xml, &mut buffer)? {
            Event::Start(tag) => {
                let tag = tag.into_owned();
                let times = repeated(&tag, "table:number-columns-repeated");
                match tag.name().as_ref() {
                    "table:table-cell" => {
                        let span = |name| repeated(&tag, name);
                        let (rows, columns) = (span("table:number-rows-spanned"), span("table:number-columns-spanned"));
                        let content = cell::read(xml, &tag, styles)?;
                        if rows.max(columns) > 1 && merged.len() < 10_000 {
                            merged.push((row, column, rows, columns));
                        }
                        found.extend(content.map(|content| Cells { column, times, content }));
                        column = column.saturating_add(times);
                    }
                    // What stands below a merged cell does not show.
                    "table:covered-table-cell" => {
                        skip(xml, &tag)?;
                        column = column.saturating_add(times);
                    }
                    _ => skip(xml, &tag)?,
                }
            }
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => return Ok(found),
            Event::Eof => return Err(broken("it ends within a row")),
            _ => {}
        }
    }
}

fn event<'b, R: Read>(xml: &mut Xml<R>, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, Box<Finding>> {
    buffer.clear();
    xml.read_event_into(buffer).map_err(|error| broken(&error.to_string()))
}

fn skip<R: Read>(xml: &mut Xml<R>, tag: &BytesStart) -> Result<(), Box<Finding>> {
    xml.read_to_end_into(tag.to_end().name(), &mut Vec::new()).map_err(|error| broken(&error.to_string()))?;
    Ok(())
}

/// The value of an attribute; `None` where it is missing or makes no sense.
fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok()??;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// How often a row or cell is repeated: once if it does not say.
fn repeated(tag: &BytesStart, name: &str) -> usize {
    attribute(tag, name).and_then(|times| times.parse().ok()).unwrap_or(1).clamp(1, 1 << 24)
}
