//! A sheet as comma-separated text (RFC 4180), and back.
//!
//! Reading is lenient where nothing can be lost: commas, semicolons or tabs, told apart by the header; lines that end
//! in LF, CRLF or CR; a byte order mark or none. Line breaks inside a cell are read as LF.
//!
//! What a spreadsheet would take for a formula is written with an apostrophe before it, and read without.

use super::{Finding, Row, Sheet, encoding, sheet::Maker};
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
    let decoded = match encoding::decode(bytes) {
        Ok(decoded) => decoded,
        Err(message) => return (None, vec![Finding::error("TABLE_ENCODING", name, message, SAVE_AS)]),
    };
    let mut findings = Vec::new();
    if let Some(other) = decoded.other {
        let message = format!("the file is not UTF-8; it is read as {other}");
        findings.push(Finding::error("TABLE_ENCODING", name, message, SAVE_AS).warning());
    }
    let mut reader = Reader::new(&decoded.text);
    let header = reader.record(1, name, &mut findings);
    if header.is_none() && findings.iter().all(|finding| finding.code != "TABLE_QUOTE") {
        let remedy = "Write the names of the columns in the first row, or remove the file";
        findings.push(Finding::error("TABLE_HEADER", name, "the file is empty", remedy).warning());
    }
    let header = header.map_or(Vec::new(), |row| row.cells().map(|cell| cell.trim().to_owned()).collect());
    let mut rows = Vec::new();
    while let Some(row) = reader.record(rows.len() + 2, name, &mut findings) {
        rows.push(row);
    }
    (Some(Sheet { name: name.to_owned(), header, rows }), findings)
}

/// The sheet as text: commas, LF, quotes where needed. Begins with a byte order mark if it holds more than ASCII, since
/// spreadsheets take it for another encoding otherwise.
///
/// ```
/// use annals::tables::{Row, Sheet, csv};
///
/// let header = vec!["id".to_owned(), "title".to_owned()];
/// let sheet = Sheet { name: "tracks".to_owned(), header, rows: vec![Row::new(2, ["a", "=1+1"])] };
/// assert_eq!(csv::write(&sheet), "id,title\na,'=1+1\n");
/// assert_eq!(csv::read("tracks", csv::write(&sheet).as_bytes()).0, Some(sheet));
/// ```
pub fn write(sheet: &Sheet) -> String {
    let mut out = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        for (index, cell) in cells.enumerate() {
            if index > 0 {
                out.push(',');
            }
            push_cell(&mut out, if is_run(cell) { "'" } else { "" }, cell);
        }
        out.push('\n');
    };
    line(&mut sheet.header.iter().map(String::as_str));
    for row in &sheet.rows {
        line(&mut row.cells());
    }
    if !out.is_ascii() {
        out.insert(0, '\u{feff}');
    }
    out
}

/// Whether a spreadsheet would calculate with a cell: a formula, or a number that it would write in another way. So would one
/// that has apostrophes before it, once those are taken away.
fn is_run(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    bare.starts_with(['=', '+', '-', '@']) && (bare.len() < cell.len() || !is_plain_number(cell))
}

/// Whether a cell is a negative number that stays as it is written: not `-0044`, `-1-2`.
fn is_plain_number(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let Some(number) = cell.strip_prefix('-') else { return false };
    let (number, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && digits(part)
        && digits(exponent.trim_start_matches(['+', '-']))
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
    row: Maker,
}

/// How a cell ended.
enum End {
    Fair,
    /// Text followed its closing quote.
    Stray,
    /// Its quote, opened in this line, is not closed.
    Open(usize),
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Reader { text, at: 0, line: 1, separator: delimiter(text), row: Maker::default() }
    }

    /// The next row, which has this number.
    fn record(&mut self, number: usize, name: &str, findings: &mut Vec<Finding>) -> Option<Row> {
        if self.at >= self.text.len() {
            return None;
        }
        loop {
            let start = self.row.text.len();
            match self.cell() {
                End::Fair => {}
                End::Stray => {
                    let message = "text follows the closing quote of a cell";
                    let remedy = "Double the quotes inside a quoted cell";
                    let finding = Finding::error("TABLE_QUOTE", name, message, remedy).at(number, "");
                    findings.push(finding.with_value(&self.row.text[start..]).warning());
                }
                End::Open(line) => {
                    let message =
                        format!("a quote opened in line {line} is not closed; this row and what follows are left out");
                    let finding = Finding::error("TABLE_QUOTE", name, message, "Close the quote");
                    let cell = self.text[self.at..].lines().next().unwrap_or_default();
                    findings.push(finding.at(number, "").with_value(cell));
                    self.at = self.text.len();
                    return None;
                }
            }
            self.unguard(start);
            self.row.end();
            if self.peek() != Some(self.separator) {
                break;
            }
            self.at += 1;
        }
        self.line_end();
        Some(self.row.take(number))
    }

    /// Takes the apostrophe before what a spreadsheet would run out of the cell that begins at `start`.
    fn unguard(&mut self, start: usize) {
        let cell = &self.row.text[start..];
        if cell.starts_with('\'') && cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@']) {
            self.row.text.remove(start);
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn line_end(&mut self) {
        self.at += usize::from(self.peek() == Some(b'\r'));
        self.at += usize::from(self.peek() == Some(b'\n'));
        self.line += 1;
    }

    /// Adds one cell to the row. Where its quote is not closed, stays before it.
    fn cell(&mut self) -> End {
        if self.peek() != Some(b'"') {
            let text = self.bare();
            self.row.text.push_str(text);
            return End::Fair;
        }
        let (start, line) = (self.at, self.line);
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find('"') else {
                (self.at, self.line) = (start, line);
                return End::Open(line);
            };
            self.push(&rest[..end]);
            self.at += end + 1;
            if self.peek() != Some(b'"') {
                break;
            }
            self.row.text.push('"');
            self.at += 1;
        }
        let after = self.bare();
        let is_stray = !after.trim().is_empty();
        if is_stray {
            self.row.text.push_str(after);
        }
        if is_stray { End::Stray } else { End::Fair }
    }

    /// Adds text in quotes, its line breaks as LF.
    fn push(&mut self, text: &str) {
        self.line += text.matches('\n').count();
        if text.contains('\r') {
            self.row.text.push_str(&text.replace("\r\n", "\n").replace('\r', "\n"));
        } else {
            self.row.text.push_str(text);
        }
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
