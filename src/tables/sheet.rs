//! A table as any spreadsheet has it.

/// One table: a name, a header and rows of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name: that of the sheet, or of the file without `.csv`.
    pub name: String,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows under the header, in order; may have fewer or more cells than the header.
    pub rows: Vec<Row>,
}

/// One row of a [`Sheet`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number as spreadsheets show it: the header is row 1.
    pub number: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

impl Row {
    /// Whether every cell is empty or only space.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}
