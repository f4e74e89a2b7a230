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

/// One row of a [`Sheet`]. Its cells are one text, as a table may have millions of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number as spreadsheets show it: the header is row 1.
    pub number: usize,
    text: Box<str>,
    /// Where each cell ends in the text.
    ends: Box<[u32]>,
}

impl Row {
    /// A row with these cells.
    ///
    /// ```
    /// use annals::tables::Row;
    ///
    /// let row = Row::new(2, ["a", "", "c"]);
    /// assert_eq!(row.cells().collect::<Vec<_>>(), ["a", "", "c"]);
    /// assert_eq!((row.cell(2), row.cell(3), row.width()), ("c", "", 3));
    /// ```
    pub fn new<T: AsRef<str>>(number: usize, cells: impl IntoIterator<Item = T>) -> Row {
        let mut maker = Maker::default();
        for cell in cells {
            maker.text.push_str(cell.as_ref());
            maker.end();
        }
        maker.take(number)
    }

    /// How many cells it has.
    pub fn width(&self) -> usize {
        self.ends.len()
    }

    /// The cell at this place, counted from 0; empty where the row has none.
    pub fn cell(&self, index: usize) -> &str {
        let Some(&end) = self.ends.get(index) else { return "" };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.text[start as usize..end as usize]
    }

    /// All cells.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|index| self.cell(index))
    }

    /// Whether every cell is empty or only space.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Makes rows one after the other, in the same memory.
#[derive(Default)]
pub(super) struct Maker {
    /// The cells so far; text is added to it directly, and [`Maker::end`] closes a cell.
    pub text: String,
    ends: Vec<u32>,
}

impl Maker {
    /// Closes the cell.
    pub fn end(&mut self) {
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// How many cells are closed.
    pub fn width(&self) -> usize {
        self.ends.len()
    }

    /// The row; the next one begins empty.
    pub fn take(&mut self, number: usize) -> Row {
        let row = Row { number, text: self.text.as_str().into(), ends: self.ends.as_slice().into() };
        self.text.clear();
        self.ends.clear();
        row
    }
}
