//! Books made by hand, part by part: also such as no program would write.

use std::{fmt::Write as _, io::Write as _};

use zip::{ZipWriter, write::SimpleFileOptions};

/// What a cell of a made book holds.
#[derive(Clone)]
pub enum Cell {
    /// Nothing.
    No,
    /// A text.
    T(&'static str),
    /// A number in one of the styles below.
    N(f64, Style),
    /// A formula, its value and whether that is an error.
    F(&'static str, Option<&'static str>, bool),
    /// The element as it stands, for cells that no program writes.
    Raw(&'static str),
}

/// How numbers are shown.
#[derive(Clone, Copy)]
pub enum Style {
    General,
    Day,
    Month,
    Year,
    DayAndTime,
    Time,
}

/// A sheet: its name, its rows by number.
pub type Rows = Vec<(usize, Vec<Cell>)>;

/// An archive with these parts.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// The name of a cell: `B7`.
fn place(row: usize, column: usize) -> String {
    format!("{}{row}", char::from(b'A' + column as u8))
}

/// An XLSX book.
#[derive(Default)]
pub struct Xlsx {
    pub sheets: Vec<(&'static str, Rows)>,
    /// Names of sheets that are hidden.
    pub hidden: Vec<&'static str>,
    /// Attributes of the element `workbookPr`.
    pub properties: &'static str,
    /// What follows the rows of a sheet.
    pub after: Vec<(&'static str, &'static str)>,
}

impl Xlsx {
    pub fn bytes(&self) -> Vec<u8> {
        let (mut sheets, mut relations, mut types) = (String::new(), String::new(), String::new());
        let mut parts = Vec::new();
        for (at, (name, rows)) in (1..).zip(&self.sheets) {
            let state = if self.hidden.contains(name) { " state=\"hidden\"" } else { "" };
            write!(sheets, "<sheet name=\"{name}\" sheetId=\"{at}\"{state} r:id=\"rId{at}\"/>").unwrap();
            let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
            write!(relations, "<Relationship Id=\"rId{at}\" Type=\"{kind}\" Target=\"worksheets/sheet{at}.xml\"/>")
                .unwrap();
            let of = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
            write!(types, "<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"{of}\"/>").unwrap();
            let after = self.after.iter().find(|(of, _)| of == name).map_or("", |(_, xml)| xml);
            parts.push((format!("xl/worksheets/sheet{at}.xml"), xlsx_sheet(rows, after)));
        }
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        let workbook = format!(
            "<workbook {main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr \
             {}/><sheets>{sheets}</sheets></workbook>",
            self.properties
        );
        let formats =
            [0, 14, 17, 164, 22, 20].map(|id| format!("<xf numFmtId=\"{id}\" applyNumberFormat=\"1\"/>")).concat();
        let styles = format!(
            "<styleSheet {main}><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></numFmts><cellXfs \
             count=\"6\">{formats}</cellXfs></styleSheet>"
        );
        let pack = "http://schemas.openxmlformats.org/package/2006";
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let book = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        let mut all = vec![
            (
                "[Content_Types].xml".to_owned(),
                format!(
                    "<Types xmlns=\"{pack}/content-types\"><Default Extension=\"rels\" \
                     ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
                     ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" \
                     ContentType=\"{book}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" \
                     ContentType=\"{book}.styles+xml\"/>{types}</Types>"
                ),
            ),
            (
                "_rels/.rels".to_owned(),
                format!(
                    "<Relationships xmlns=\"{pack}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" \
                     Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            ("xl/workbook.xml".to_owned(), workbook),
            (
                "xl/_rels/workbook.xml.rels".to_owned(),
                format!(
                    "<Relationships xmlns=\"{pack}/relationships\">{relations}<Relationship Id=\"rId99\" \
                     Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"
                ),
            ),
            ("xl/styles.xml".to_owned(), styles),
        ];
        all.extend(parts);
        zipped(&all.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect::<Vec<_>>())
    }
}

fn xlsx_sheet(rows: &Rows, after: &str) -> String {
    let mut out =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>".to_owned();
    for (number, cells) in rows {
        write!(out, "<row r=\"{number}\">").unwrap();
        for (column, cell) in cells.iter().enumerate() {
            let at = place(*number, column);
            match cell {
                Cell::No => {}
                Cell::T(text) => {
                    let text = escaped(text);
                    write!(out, "<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
                        .unwrap();
                }
                Cell::N(number, style) => {
                    write!(out, "<c r=\"{at}\" s=\"{}\"><v>{number}</v></c>", *style as u8).unwrap()
                }
                Cell::F(formula, value, is_error) => {
                    let kind = if *is_error { "e" } else { "str" };
                    let value = value.map(|value| format!("<v>{value}</v>")).unwrap_or_default();
                    write!(out, "<c r=\"{at}\" t=\"{kind}\"><f>{formula}</f>{value}</c>").unwrap();
                }
                Cell::Raw(xml) => out.push_str(xml),
            }
        }
        out.push_str("</row>");
    }
    format!("{out}</sheetData>{after}</worksheet>")
}

/// An ODS book.
#[derive(Default)]
pub struct Ods {
    pub sheets: Vec<(&'static str, Rows)>,
    /// Names of sheets that are hidden.
    pub hidden: Vec<&'static str>,
    /// Rows of a sheet as they stand, after the others.
    pub after: Vec<(&'static str, &'static str)>,
    /// What the manifest says.
    pub manifest: &'static str,
}

impl Ods {
    pub fn bytes(&self) -> Vec<u8> {
        let mut body = String::new();
        for (name, rows) in &self.sheets {
            let style = if self.hidden.contains(name) { "ta2" } else { "ta1" };
            write!(body, "<table:table table:name=\"{name}\" table:style-name=\"{style}\"><table:table-column/>")
                .unwrap();
            let mut next = 1;
            for (number, cells) in rows {
                if *number > next {
                    let gap = number - next;
                    write!(
                        body,
                        "<table:table-row table:number-rows-repeated=\"{gap}\"><table:table-cell/></table:table-row>"
                    )
                    .unwrap();
                }
                next = number + 1;
                body.push_str("<table:table-row>");
                cells.iter().for_each(|cell| ods_cell(&mut body, cell));
                body.push_str("</table:table-row>");
            }
            body.push_str(self.after.iter().find(|(of, _)| of == name).map_or("", |(_, xml)| xml));
            // As programs end a sheet: the rest of its million rows, empty and styled.
            body.push_str(
                "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell \
                 table:number-columns-repeated=\"16384\"/></table:table-row></table:table>",
            );
        }
        let names = ["office", "table", "text", "style", "number"];
        let names =
            names.map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\"")).concat();
        let content = format!(
            "<office:document-content{names} xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"\
             ><office:automatic-styles><number:date-style style:name=\"N1\"><number:month/><number:text>-</number:text>\
             <number:year/></number:date-style><style:style style:name=\"month\" style:family=\"table-cell\" \
             style:data-style-name=\"N1\"/><style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties \
             table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{body}\
             </office:spreadsheet></office:body></office:document-content>"
        );
        zipped(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", content.as_bytes()),
            ("META-INF/manifest.xml", self.manifest.as_bytes()),
        ])
    }
}

fn ods_cell(out: &mut String, cell: &Cell) {
    match cell {
        Cell::No => out.push_str("<table:table-cell/>"),
        Cell::T(text) => {
            let paragraphs: String = escaped(text).split('\n').map(|line| format!("<text:p>{line}</text:p>")).collect();
            write!(out, "<table:table-cell office:value-type=\"string\">{paragraphs}</table:table-cell>").unwrap();
        }
        Cell::N(number, Style::General) => {
            write!(out, "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>").unwrap();
        }
        Cell::N(..) => panic!("dates of ODS are written raw"),
        Cell::F(formula, value, is_error) => {
            let formula = escaped(formula);
            match value {
                None => write!(out, "<table:table-cell table:formula=\"of:={formula}\"/>").unwrap(),
                Some(value) => {
                    let of = if *is_error { " calcext:value-type=\"error\"" } else { "" };
                    write!(
                        out,
                        "<table:table-cell table:formula=\"of:={formula}\" office:value-type=\"string\" \
                         office:string-value=\"{}\"{of}><text:p>{value}</text:p></table:table-cell>",
                        if *is_error { "" } else { value }
                    )
                    .unwrap();
                }
            }
        }
        Cell::Raw(xml) => out.push_str(xml),
    }
}
