//! A table as a file for spreadsheets: RFC 4180 in UTF-8.

use std::borrow::Cow;

use crate::separated::push_cell;

/// What a spreadsheet may take for a formula where a cell begins with it. Chinese and Japanese ones take the wide forms too.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The rows as text, under notes, if any: a line each, which begins with `#`. A cell that a spreadsheet may take for a formula
/// gets a leading apostrophe, a number stays a number, control characters are shown by their signs. With `mark`, text beyond
/// ASCII begins with a byte order mark, since spreadsheets take it for another encoding otherwise.
///
/// ```
/// use annals::render::sheet::csv;
/// let rows = [vec!["Date".to_owned(), "Note".to_owned()], vec!["-5".to_owned(), "=1, \"2\"".to_owned()]];
/// assert_eq!(csv(&["A, b".to_owned()], &rows, true), "\"# A, b\"\r\nDate,Note\r\n-5,\"'=1, \"\"2\"\"\"\r\n");
/// ```
pub fn csv(notes: &[String], rows: &[Vec<String>], mark: bool) -> String {
    let mut out = String::new();
    for note in notes {
        // A line break would end the note and begin a row.
        let note = format!("# {}", shown(note).replace(['\r', '\n'], " "));
        push_cell(&mut out, "", &note);
        out.push_str("\r\n");
    }
    for cells in rows {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            let is_number = !cell.starts_with('+') && cell.parse::<f64>().is_ok_and(f64::is_finite);
            let lead = if cell.starts_with(FORMULA) && !is_number { "'" } else { "" };
            push_cell(&mut out, lead, &shown(cell));
        }
        out.push_str("\r\n");
    }
    if mark && !out.is_ascii() {
        out.insert(0, '\u{feff}');
    }
    out
}

/// The text with control characters, other than tabs and line breaks, as the signs that stand for them.
fn shown(text: &str) -> Cow<'_, str> {
    let is_control = |letter: char| letter.is_control() && !matches!(letter, '\t' | '\r' | '\n');
    if !text.contains(is_control) {
        return text.into();
    }
    let sign = |letter: char| match letter {
        '\0'..' ' if is_control(letter) => char::from_u32(0x2400 + u32::from(letter)).unwrap_or(letter),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        letter => letter,
    };
    text.chars().map(sign).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(cell: &str) -> String {
        csv(&[], &[vec![cell.to_owned()]], true)
    }

    #[test]
    fn formulas_stay_text() {
        for cell in ["=1+1", "+1", "-1+2", "@SUM(A1)", "-", "－1", "＝1"] {
            assert_eq!(one(cell).trim_start_matches('\u{feff}'), format!("'{cell}\r\n"));
        }
        assert_eq!(one("\tx"), "\"'\tx\"\r\n");
        assert_eq!(one("\r=1"), "\"'\r=1\"\r\n");
        assert_eq!(one("1-2=@"), "1-2=@\r\n");
        assert_eq!(one("-1.5"), "-1.5\r\n");
    }

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(one("a\u{1b}[31m\0\u{7f}\u{85}"), "\u{feff}a\u{241b}[31m\u{2400}\u{2421}\u{fffd}\r\n");
    }

    #[test]
    fn quotes_commas_and_lines_are_quoted() {
        assert_eq!(one("a,b"), "\"a,b\"\r\n");
        assert_eq!(one("a;b"), "\"a;b\"\r\n");
        assert_eq!(one("a \"b\"\nc"), "\"a \"\"b\"\"\nc\"\r\n");
        assert_eq!(one(""), "\r\n");
        assert_eq!(one("国标"), "\u{feff}国标\r\n");
        assert_eq!(csv(&[], &[vec!["国标".to_owned()]], false), "国标\r\n");
    }

    #[test]
    fn a_note_stays_in_its_line() {
        assert_eq!(csv(&["=a\n=b".to_owned()], &[], true), "# =a =b\r\n");
    }
}
