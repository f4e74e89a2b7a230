//! What authors keep their briefings in: folders of CSV tables, and books of sheets.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    finding::{Column, Finding},
    input,
};
use crate::{
    i18n::findings::escaped,
    load::{Code, Diagnostic, Limits, Loaded, Severity},
    model::Edtf,
    query,
    tables::{self, DateFormat, Places, Sheet, book, csv},
};

/// Books that are read, and those that are not, by the ending of the file.
const BOOKS: &[&str] = &["xlsx", "xlsm", "ods"];
const OTHER_BOOKS: &[&str] = &["xlsb", "xls", "fods", "numbers"];

/// Tables as they were read.
pub struct Authored {
    sheets: Vec<Sheet>,
    origin: Origin,
}

/// A briefing made from tables.
pub struct Made {
    /// The document.
    pub text: String,
    /// What readers see of it.
    pub loaded: Loaded,
    /// Where each of its values stands in the tables.
    pub tables: Tables,
}

/// From places in a document to those in the tables that it was made from.
pub struct Tables {
    origin: Origin,
    places: Places,
}

/// What was read.
pub enum Origin {
    /// A folder of tables.
    Folder(PathBuf),
    /// A book.
    Book(PathBuf),
}

/// Whether tables are read from this path, rather than JSON.
pub fn is_tables(path: &Path) -> bool {
    path.is_dir() || ends_in(path, BOOKS) || ends_in(path, OTHER_BOOKS)
}

/// The name of a date format on the command line.
///
/// # Errors
///
/// A sentence with the names that there are.
pub fn date_format(name: &str) -> Result<DateFormat, String> {
    DateFormat::named(name).ok_or_else(|| "write DMY, MDY or YMD".to_owned())
}

fn ends_in(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| endings.contains(&&*ending))
}

/// A folder or file that cannot be read.
pub fn unreadable(path: &Path, error: &io::Error) -> Finding {
    Finding::plain("IO", &format!("This cannot be read: {error}"), Some(&input::shown(path)))
}

impl Authored {
    /// Reads the tables of a folder, or of a book. `None` where nothing can be read of them; the findings say why.
    ///
    /// # Errors
    ///
    /// With the path that cannot be read.
    pub fn read(path: &Path, findings: &mut Vec<Finding>) -> Result<Option<Authored>, (PathBuf, io::Error)> {
        if !path.is_dir() && (ends_in(path, BOOKS) || ends_in(path, OTHER_BOOKS)) {
            return read_book(path, findings);
        }
        let sheets = read_folder(path, findings)?;
        Ok(Some(Authored { sheets, origin: Origin::Folder(path.to_owned()) }))
    }

    /// The briefing that the tables make; `None` if they make none. It is checked as every reader does, and findings say in
    /// which table, row and column to mend it. `dates`: how dates are written that are not EDTF.
    pub fn make(self, dates: Option<DateFormat>, limits: Limits, findings: &mut Vec<Finding>) -> Option<Made> {
        let origin = self.origin;
        let imported = tables::document(self.sheets, dates);
        findings.extend(origin.listed(&imported.findings, limits));
        let shown = input::shown(origin.path());
        let tables::Imported { text, places, .. } = imported;
        match query::check(text.as_bytes(), limits) {
            Ok(loaded) => {
                // The findings that are listed come first, in the order of the report.
                let listed = loaded.report.diagnostics.iter().map(Some).chain(std::iter::repeat(None));
                for (finding, diagnostic) in Finding::of_report(&loaded.report, &shown).into_iter().zip(listed) {
                    let message = diagnostic.and_then(|it| origin.twice(it, &places));
                    let finding = origin.placed(finding, &places);
                    let remedy = diagnostic.and_then(date_remedy).or(finding.remedy);
                    let column = finding.column.clone().or_else(|| missing(diagnostic?));
                    findings.push(Finding { message: message.unwrap_or(finding.message), remedy, column, ..finding });
                }
                Some(Made { text, loaded, tables: Tables { origin, places } })
            }
            Err(error) => {
                let finding = Finding::of_error(&error, &shown);
                findings.push(Finding { line: None, column: None, ..finding });
                None
            }
        }
    }
}

impl Tables {
    /// A finding in the document, with its place in the tables.
    pub fn placed(&self, finding: Finding) -> Finding {
        self.origin.placed(finding, &self.places)
    }
}

/// The tables of a book. Those that cannot be read are named in findings.
fn read_book(path: &Path, findings: &mut Vec<Finding>) -> Result<Option<Authored>, (PathBuf, io::Error)> {
    let origin = Origin::Book(path.to_owned());
    if ends_in(path, OTHER_BOOKS) {
        fs::metadata(path).map_err(|error| (path.to_owned(), error))?;
        let finding = Finding::plain("BOOK_FORMAT", "Books of this format are not read", Some(&input::shown(path)));
        findings.push(Finding { remedy: Some("Save it as XLSX or ODS".to_owned()), ..finding });
        return Ok(None);
    }
    let bytes = input::read(path, book::LIMIT as usize).map_err(|error| (path.to_owned(), error))?;
    match book::read(&bytes) {
        Ok((sheets, found)) => {
            findings.extend(found.iter().map(|finding| origin.in_table(finding)));
            Ok(Some(Authored { sheets, origin }))
        }
        Err(finding) => {
            findings.push(origin.in_table(&finding));
            Ok(None)
        }
    }
}

/// The tables of a folder, by name. Books are named in a finding, other files that are not CSV are passed over.
fn read_folder(folder: &Path, findings: &mut Vec<Finding>) -> Result<Vec<Sheet>, (PathBuf, io::Error)> {
    let origin = Origin::Folder(folder.to_owned());
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = entries.map_err(|error| (folder.to_owned(), error))?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| is_book(path)) {
        let message = "This is a book among CSV tables, which is not read; it is left out";
        let remedy =
            Some("Import the book by itself, or save each of its sheets as \"CSV UTF-8\" in the folder".to_owned());
        let plain = Finding::plain("TABLE_FORMAT", message, Some(&input::shown(path)));
        findings.push(Finding { severity: Severity::Warning.name(), remedy, ..plain });
    }
    let mut sheets = Vec::new();
    for path in paths.iter().filter(|path| ends_in(path, &["csv"])) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let bytes = input::read(path, csv::LIMIT).map_err(|error| (path.clone(), error))?;
        let (sheet, found) = csv::read(&name, &bytes);
        sheets.extend(sheet);
        findings.extend(found.iter().map(|finding| origin.in_table(finding)));
    }
    Ok(sheets)
}

/// Whether a file of a folder is a book, by its name.
fn is_book(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Locks of books that are open in a program begin with these.
    !name.starts_with("~$") && !name.starts_with(".~") && (ends_in(path, BOOKS) || ends_in(path, OTHER_BOOKS))
}

/// The column of a field that is not given.
fn missing(found: &Diagnostic) -> Option<Column> {
    let field = found.arg("field").filter(|_| found.code == Code::FieldMissing)?;
    Some(Column::Name(field.to_owned()))
}

/// What to do about a date that is not EDTF, where tables leave another way than writing it anew.
fn date_remedy(found: &Diagnostic) -> Option<String> {
    let value = found.arg("value").filter(|_| found.code == Code::DateInvalid)?;
    let declare =
        "say once how dates are written: --date-format DMY, MDY or YMD, or a row date_format in the table briefing";
    match &Edtf::meant(value)[..] {
        [one, other] => Some(format!("Write {one} or {other}; or {declare}")),
        [one] if value.len() >= 6 && !value.bytes().all(|b| b.is_ascii_digit()) => Some(format!("Write {one}; or {declare}")),
        [] if value.len() == 5 && value.bytes().all(|b| b.is_ascii_digit()) => Some(
            "If the spreadsheet counts days like this, give the cell the format of a date; else write 2024-05-17, 2024-05 or 2024"
                .to_owned(),
        ),
        _ => None,
    }
}

impl Origin {
    /// The folder or the book.
    pub fn path(&self) -> &Path {
        match self {
            Origin::Folder(path) | Origin::Book(path) => path,
        }
    }

    /// The file that holds a table.
    fn file(&self, table: &str) -> String {
        match self {
            Origin::Folder(path) if !table.is_empty() => input::shown(&path.join(format!("{table}.csv"))),
            Origin::Folder(path) | Origin::Book(path) => input::shown(path),
        }
    }

    /// Findings in the tables, and a line for each code of which there are more than are listed.
    fn listed(&self, findings: &[tables::Finding], limits: Limits) -> Vec<Finding> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let mut listed = Vec::new();
        for finding in findings {
            let count = counts.entry(finding.code).or_default();
            *count += 1;
            if *count <= limits.findings {
                listed.push(self.in_table(finding));
            }
        }
        let mut more: Vec<_> = counts.into_iter().filter(|(_, count)| *count > limits.findings).collect();
        more.sort_unstable();
        for (code, count) in more {
            let message =
                format!("There are {} more findings of this kind, which are not listed", count - limits.findings);
            let is_error = findings.iter().any(|finding| finding.code == code && finding.severity == Severity::Error);
            let severity = if is_error { Severity::Error } else { Severity::Warning };
            let remedy = Some("Use --format json to have all".to_owned());
            let plain = Finding::plain(code, &message, Some(&input::shown(self.path())));
            let stands_for = count - limits.findings;
            listed.push(Finding { severity: severity.name(), remedy, stands_for, ..plain });
        }
        listed
    }

    /// A finding in the tables, as the tool prints it.
    fn in_table(&self, finding: &tables::Finding) -> Finding {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let message = match finding.value.as_str() {
            "" => finding.message.clone(),
            value => format!("{}: “{value}”", finding.message),
        };
        Finding {
            severity: finding.severity.name(),
            sheet: some(&finding.table),
            row: Some(finding.row).filter(|row| *row > 0),
            column: some(&finding.column).map(Column::Name),
            value: some(&finding.value),
            remedy: some(&finding.remedy),
            ..Finding::plain(finding.code, &message, Some(&self.file(&finding.table)))
        }
    }

    /// A finding in the briefing, with the place in the tables instead of that in the text.
    fn placed(&self, finding: Finding, places: &Places) -> Finding {
        let place = finding.pointer.as_deref().and_then(|pointer| places.find(pointer));
        let finding = Finding { line: None, column: None, ..finding };
        match place {
            Some(place) => Finding {
                file: Some(self.file(&place.table)),
                sheet: Some(place.table),
                row: Some(place.row),
                column: Some(place.column).filter(|column| !column.is_empty()).map(Column::Name),
                ..finding
            },
            None => finding,
        }
    }

    /// What is said of an id that stands elsewhere too, with the place of the other in the tables instead of that in the
    /// text.
    fn twice(&self, found: &Diagnostic, places: &Places) -> Option<String> {
        let place = places.find(found.arg("other_pointer")?)?;
        let column = Some(place.column).filter(|column| !column.is_empty()).map(|column| format!(", column {column}"));
        let sheet = match self {
            Origin::Folder(_) => String::new(),
            Origin::Book(_) => format!(", sheet {}", place.table),
        };
        let other = format!("{}{sheet}, row {}{}", self.file(&place.table), place.row, column.unwrap_or_default());
        let value = found.arg("value").unwrap_or_default();
        let message = match found.code {
            Code::DuplicateId => format!("Another item has the id “{value}”, in {other}; this one is left out"),
            Code::AliasTaken => format!("“{value}” is both an id and a former id, see {other}"),
            _ => return None,
        };
        Some(escaped(&message))
    }
}
