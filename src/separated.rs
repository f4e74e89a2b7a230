//! Cells of tables as comma-separated text (RFC 4180): one way to quote for the tables of authors and for the files that
//! readers save.

/// Appends a cell, in quotes where it needs them: also where it holds a semicolon or a tab, since spreadsheets and
/// the reader of tables take files for separated by those, too. `guard` comes before the text, inside of the quotes.
///
/// ```
/// let mut row = String::new();
/// annals::separated::push_cell(&mut row, "", "One; \"two\"");
/// assert_eq!(row, "\"One; \"\"two\"\"\"");
/// ```
pub fn push_cell(out: &mut String, guard: &str, cell: &str) {
    if cell.contains([',', '"', '\n', '\r', ';', '\t']) {
        out.extend(["\"", guard, &cell.replace('"', "\"\""), "\""]);
    } else {
        out.extend([guard, cell]);
    }
}
