//! A sheet as comma-separated text (RFC 4180), and back.
//!
//! Reading is lenient where nothing can be lost: commas, semicolons or tabs, told apart by the header; lines that end
//! in LF, CRLF or CR; a byte order mark or none. Line breaks inside a cell are read as LF.

use super::{Finding, Row, Sheet};
use crate::separated::push_cell;

const SAVE_AS: &str = "Save the table as \"CSV UTF-8\"";

/// The largest table that is read, in bytes.
pub const LIMIT: usize = 512 << 20;

/// Reads the table `name`. `None` where nothing can be read; the findings say why.
pub fn read(name: &str, bytes: &[u8]) -> (Option<Sheet>, Vec<Finding>) {
    if bytes.len() > LIMIT {
        let message = format!("the table has more than {} MiB", LIMIT >> 20);
        return (None, vec![Finding::error("TABLE_LIMIT", name, message, "Split the briefing")]);
    }
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(message) => return (None, vec![Finding::error("TABLE_ENCODING", name, message, SAVE_AS)]),
    };
    let mut findings = Vec::new();
    let mut records = Reader::new(text, delimiter(text)).records(name, &mut findings).into_iter();
    let header: Vec<String> = match records.next() {
        Some(header) => header.iter().map(|cell| cell.trim().to_owned()).collect(),
        None => Vec::new(),
    };
    let rows = records.zip(2..).map(|(cells, number)| Row { number, cells }).collect();
    (Some(Sheet { name: name.to_owned(), header, rows }), findings)
}

/// The sheet as text: commas, LF, quotes where needed. Begins with a byte order mark if it holds more than ASCII, since
/// spreadsheets take it for another encoding otherwise.
pub fn write(sheet: &Sheet) -> String {
    let mut out = String::new();
    for cells in std::iter::once(&sheet.header).chain(sheet.rows.iter().map(|row| &row.cells)) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            push_cell(&mut out, "", cell);
        }
        out.push('\n');
    }
    if !out.is_ascii() {
        out.insert(0, '\u{feff}');
    }
    out
}

/// The text without byte order mark. Fails with what is wrong.
fn decode(bytes: &[u8]) -> Result<&str, String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err("the file is UTF-16, not UTF-8".to_owned());
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&b| b == b'\n').count();
        let encoding = if is_gb18030(bytes) { "; it looks like GB18030 (GBK)" } else { "" };
        format!("the file is not UTF-8{encoding}; first seen in line {line}")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Whether bytes that are not UTF-8 follow GB18030, and most of its pairs are common Chinese characters.
fn is_gb18030(bytes: &[u8]) -> bool {
    let (mut common, mut rare) = (0_usize, 0_usize);
    let mut at = 0;
    while let Some(&lead) = bytes.get(at) {
        if lead < 0x80 {
            at += 1;
            continue;
        }
        match (lead, bytes.get(at + 1)) {
            (0xa1..=0xf7, Some(0xa1..=0xfe)) => (common, at) = (common + 1, at + 2),
            (0x81..=0xfe, Some(0x40..=0x7e | 0x80..=0xfe)) => (rare, at) = (rare + 1, at + 2),
            (0x81..=0xfe, Some(0x30..=0x39)) => (rare, at) = (rare + 1, at + 4),
            _ => return false,
        }
    }
    common > rare
}

/// The separator that the header uses most; a comma if none.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(0_usize, b','), (0, b';'), (0, b'\t')];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if !quoted => counts.iter_mut().filter(|(_, separator)| *separator == byte).for_each(|(n, _)| *n += 1),
            _ => {}
        }
    }
    counts.into_iter().rev().max_by_key(|(count, _)| *count).map_or(b',', |(_, separator)| separator)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    separator: u8,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, separator: u8) -> Self {
        Reader { text, at: 0, line: 1, separator }
    }

    fn records(mut self, name: &str, findings: &mut Vec<Finding>) -> Vec<Vec<String>> {
        let mut records = Vec::new();
        while self.at < self.text.len() {
            let number = records.len() + 1;
            let mut cells = Vec::new();
            loop {
                match self.cell() {
                    Ok((cell, stray)) => {
                        if stray {
                            let message = "text follows the closing quote of a cell";
                            let remedy = "Double the quotes inside a quoted cell";
                            let finding = Finding::error("TABLE_QUOTE", name, message, remedy).at(number, "");
                            findings.push(finding.with_value(&cell).warning());
                        }
                        cells.push(cell);
                    }
                    Err(line) => {
                        let message = format!(
                            "a quote opened in line {line} is not closed; this row and what follows are left out"
                        );
                        let finding = Finding::error("TABLE_QUOTE", name, message, "Close the quote");
                        let cell = &self.text[self.at..];
                        findings.push(finding.at(number, "").with_value(cell.lines().next().unwrap_or_default()));
                        return records;
                    }
                }
                if self.peek() != Some(self.separator) {
                    break;
                }
                self.at += 1;
            }
            self.line_end();
            records.push(cells);
        }
        records
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn line_end(&mut self) {
        self.at += usize::from(self.peek() == Some(b'\r'));
        self.at += usize::from(self.peek() == Some(b'\n'));
        self.line += 1;
    }

    /// One cell, and whether text followed its closing quote. Fails with the line of a quote that is not closed,
    /// and then stays before it.
    fn cell(&mut self) -> Result<(String, bool), usize> {
        if self.peek() != Some(b'"') {
            return Ok((self.bare().to_owned(), false));
        }
        let (start, line) = (self.at, self.line);
        let mut cell = String::new();
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find('"') else {
                (self.at, self.line) = (start, line);
                return Err(line);
            };
            cell.push_str(&rest[..end]);
            self.line += rest[..end].matches('\n').count();
            self.at += end + 1;
            if self.peek() != Some(b'"') {
                break;
            }
            cell.push('"');
            self.at += 1;
        }
        let after = self.bare();
        let stray = !after.trim().is_empty();
        if stray {
            cell.push_str(after);
        }
        Ok((if cell.contains('\r') { cell.replace("\r\n", "\n").replace('\r', "\n") } else { cell }, stray))
    }

    /// The text up to the next separator or line end.
    fn bare(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        let ends = |b: u8| b == self.separator || b == b'\n' || b == b'\r';
        let end = rest.bytes().position(ends).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }
}
