//! A table as a file for spreadsheets: RFC 4180 in UTF-8.

use crate::separated::push_cell;

/// What a spreadsheet may take for a formula where a cell begins with it.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The rows as text. A cell that a spreadsheet may take for a formula gets a leading apostrophe. Text beyond ASCII begins
/// with a byte order mark, since spreadsheets take it for another encoding otherwise.
///
/// ```
/// use annals::render::sheet::csv;
/// let rows = [vec!["Date".to_owned(), "Note".to_owned()], vec!["2019".to_owned(), "=1, \"2\"".to_owned()]];
/// assert_eq!(csv(&rows), "Date,Note\r\n2019,\"'=1, \"\"2\"\"\"\r\n");
/// ```
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for cells in rows {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            push_cell(&mut out, if cell.starts_with(FORMULA) { "'" } else { "" }, cell);
        }
        out.push_str("\r\n");
    }
    if !out.is_ascii() {
        out.insert(0, '\u{feff}');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(cell: &str) -> String {
        csv(&[vec![cell.to_owned()]])
    }

    #[test]
    fn formulas_stay_text() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)"] {
            assert_eq!(one(cell), format!("'{cell}\r\n"));
        }
        assert_eq!(one("\tx"), "\"'\tx\"\r\n");
        assert_eq!(one("\r=1"), "\"'\r=1\"\r\n");
        assert_eq!(one("1-2=@"), "1-2=@\r\n");
    }

    #[test]
    fn quotes_commas_and_lines_are_quoted() {
        assert_eq!(one("a,b"), "\"a,b\"\r\n");
        assert_eq!(one("a;b"), "\"a;b\"\r\n");
        assert_eq!(one("a \"b\"\nc"), "\"a \"\"b\"\"\nc\"\r\n");
        assert_eq!(one(""), "\r\n");
        assert_eq!(one("国标"), "\u{feff}国标\r\n");
    }
}
