//! The ZIP archive that a book is: which sort of book, and how large it really is, before anything reads it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Finding, broken, too_large};

/// The most that a book may hold, unpacked, in bytes; also the largest file of a book.
pub const LIMIT: u64 = 1 << 30;
/// The most that one part may hold that is not a sheet: such parts are kept in memory as a whole.
const PART: u64 = 256 << 20;
const PARTS: usize = 10_000;

/// Which program's books it is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
    Ods,
}

/// What a look at the whole archive says.
#[derive(Debug)]
pub struct Archive {
    pub kind: Kind,
    /// Whether any sheet of an XLSX book has formulas.
    pub has_formulas: bool,
    /// Whether any sheet of an XLSX book has merged cells.
    pub has_merged: bool,
}

/// How much of an archive is read, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// All of it, unpacked.
    pub all: u64,
    /// One part that is no sheet.
    pub part: u64,
}

/// Looks at the whole archive.
pub fn check(bytes: &[u8]) -> Result<Archive, Box<Finding>> {
    check_within(bytes, Limits { all: LIMIT, part: PART })
}

/// Looks at the whole archive, within these limits.
pub fn check_within(bytes: &[u8], limits: Limits) -> Result<Archive, Box<Finding>> {
    if bytes.len() as u64 > limits.all {
        return Err(too_large(&format!("this book has more than {} MiB", limits.all >> 20)));
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        let message = "this book is protected by a password, or of the format of before 2007";
        return Err(Box::new(Finding::error("BOOK_FORMAT", "", message, "Save it as XLSX or ODS without a password")));
    }
    let mut zip =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&format!("it is no ZIP archive ({error})")))?;
    if zip.len() > PARTS {
        return Err(too_large(&format!("this book has {} parts; at most {PARTS} are read", zip.len())));
    }
    let kind = kind(&zip)?;
    let mut archive = Archive { kind, has_formulas: false, has_merged: false };
    let mut declared = 0_u64;
    for index in 0..zip.len() {
        let part = zip.by_index_raw(index).map_err(|error| broken(&error.to_string()))?;
        if part.encrypted() {
            return Err(protected());
        }
        declared = declared.saturating_add(part.size());
        let name = part.name().map_err(|error| broken(&error.to_string()))?;
        limits.fit(declared, part.size(), &name)?;
    }
    let mut unpacked = 0;
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).map_err(|error| broken(&error.to_string()))?;
        let name = part.name().map_err(|error| broken(&error.to_string()))?.into_owned();
        let size = look(&mut part, &name, limits.all - unpacked, &mut archive)?;
        unpacked += size;
        limits.fit(unpacked, size, &name)?;
    }
    Ok(archive)
}

fn kind(zip: &ZipArchive<Cursor<&[u8]>>) -> Result<Kind, Box<Finding>> {
    let has = |name: &str| zip.index_for_name(name).is_some();
    if has("content.xml") {
        return Ok(Kind::Ods);
    }
    if has("xl/workbook.xml") || (has("[Content_Types].xml") && !has("xl/workbook.bin") && !has("word/document.xml")) {
        return Ok(Kind::Xlsx);
    }
    let message = "this is a ZIP archive, but no XLSX or ODS book";
    Err(Box::new(Finding::error("BOOK_FORMAT", "", message, "Save the spreadsheet as XLSX or ODS")))
}

fn protected() -> Box<Finding> {
    let message = "this book is protected by a password";
    Box::new(Finding::error("BOOK_FORMAT", "", message, "Save it without a password"))
}

impl Limits {
    fn fit(self, all: u64, part: u64, name: &str) -> Result<(), Box<Finding>> {
        let too_large = |what: &str, most: u64| {
            Err(too_large(&format!(
                "unpacked, {what} has more than {} MiB, which is the most that is read",
                most >> 20
            )))
        };
        match is_sheet(name) {
            _ if all > self.all => too_large("this book", self.all),
            false if part > self.part => too_large(&format!("the part {name} of this book"), self.part),
            _ => Ok(()),
        }
    }
}

fn is_sheet(name: &str) -> bool {
    name == "content.xml" || name.starts_with("xl/worksheets/")
}

/// Unpacks a part, up to one byte more than `most`, and returns how large it is.
fn look(part: &mut impl Read, name: &str, most: u64, archive: &mut Archive) -> Result<u64, Box<Finding>> {
    let mut buffer = vec![0; 64 << 10];
    let (mut size, mut kept) = (0_u64, 0);
    let mut part = part.take(most + 1);
    let wanted = name.starts_with("xl/worksheets/");
    let is_manifest = name == "META-INF/manifest.xml";
    loop {
        let read = part.read(&mut buffer[kept..]).map_err(|error| broken(&format!("{name}: {error}")))?;
        if read == 0 {
            return Ok(size);
        }
        size += read as u64;
        let seen = &buffer[..kept + read];
        let has = |tag: &[u8]| seen.windows(tag.len()).any(|window| window == tag);
        if wanted {
            archive.has_formulas =
                archive.has_formulas || has(b"<f>") || has(b"<f ") || has(b"<f/") || has(b":f>") || has(b":f ");
            archive.has_merged = archive.has_merged || has(b"mergeCells");
        }
        if is_manifest && has(b"encryption-data") {
            return Err(protected());
        }
        // A tag may stand across the edge.
        let end = kept + read;
        let keep = end.min(20);
        buffer.copy_within(end - keep..end, 0);
        kept = keep;
    }
}
