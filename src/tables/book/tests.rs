//! Books that are written, and limits.

use serde_json::json;

use super::{super::sheets, *};
use crate::tables::Row;

#[test]
fn what_a_book_cannot_hold_is_named() {
    let sheet = |text: &str| Sheet {
        name: "tracks".to_owned(),
        header: vec!["id".into(), "title".into()],
        rows: vec![Row::new(2, ["a", text])],
    };
    assert!(write(&[sheet(&"x".repeat(32_767))]).is_ok());
    let error = write(&[sheet(&"x".repeat(32_768))]).unwrap_err();
    assert_eq!((error.table.as_str(), error.row, error.column.as_str()), ("tracks", 2, "title"));
    let wide = Sheet { name: "tracks".to_owned(), header: vec!["id".into(); 16_385], rows: Vec::new() };
    assert!(write(&[wide]).unwrap_err().message.contains("16385 columns"));
}

#[test]
fn formulas_are_text_and_numbers_stay_numbers() {
    let document = json!({ "tracks": [{ "id": "a", "title": "=1+1", "note": "+49" }], "series": [{ "id": "s", "observations": [
        { "date": "-0044", "value": 21.5 }, { "date": "2020-05", "value": 9_007_199_254_740_993_i64 }] }] });
    let bytes = write(&sheets(&document).unwrap()).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let mut all = String::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        if part.name().unwrap().starts_with("xl/worksheets/") {
            std::io::Read::read_to_string(&mut part, &mut all).unwrap();
        }
    }
    assert!(!all.contains("<f>") && !all.contains("<f "));
    assert!(all.contains("<v>21.5</v>"));
    assert!(!all.contains("9007199254740993"), "a number with more than fifteen digits is text");
    assert!(all.contains("state=\"frozen\"") && all.contains("<dataValidation "));
    let (read, findings) = read(&bytes).unwrap();
    assert_eq!(findings, []);
    assert_eq!(crate::tables::document(read, None).document(), document);
}

/// An archive with one part replaced.
fn with_part(bytes: &[u8], name: &str, part: &[u8]) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let entry = old.by_index_raw(at).unwrap();
        let found = entry.name().unwrap().into_owned();
        if found != name {
            new.raw_copy_file(entry).unwrap();
        }
    }
    new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut new, part).unwrap();
    new.finish().unwrap().into_inner()
}

fn plain() -> Vec<u8> {
    write(&sheets(&json!({ "tracks": [{ "id": "a", "title": "A" }] })).unwrap()).unwrap()
}

#[test]
fn books_that_are_cut_short_or_altered_are_refused_or_read() {
    let book = plain();
    for length in (0..book.len()).step_by(1997) {
        assert!(read(&book[..length]).is_err(), "{length}");
    }
    for at in (0..book.len()).step_by(397) {
        let mut altered = book.clone();
        altered[at] ^= 0x20;
        let _ = read(&altered);
    }
}

#[test]
fn sizes_are_those_that_are_found() {
    let zeros = vec![b' '; 3 << 20];
    let large = with_part(&plain(), "xl/sharedStrings.xml", &zeros);
    let limits = archive::Limits { all: 2 << 20, part: 1 << 20 };
    let error = archive::check_within(&large, limits).unwrap_err();
    assert_eq!(error.code, "BOOK_LIMIT");
    // The same with a claim that it is small.
    let mut lying = large.clone();
    let size = (3_u32 << 20).to_le_bytes();
    while let Some(at) = lying.windows(4).position(|four| four == size) {
        lying[at..at + 4].copy_from_slice(&9_u32.to_le_bytes());
    }
    let error = archive::check_within(&lying, limits).unwrap_err();
    assert!(matches!(error.code, "BOOK_LIMIT" | "BOOK_BROKEN"), "{error:?}");
    assert!(archive::check_within(&plain(), limits).is_ok());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    #[test]
    fn no_sheet_is_too_strange(inner in "(<(/?(row|c|v|f|is|t)|c r=\"[A-Z]{1,4}[0-9]{1,11}\"|row r=\"[0-9]{1,11}\"|f t=\"shared\" si=\"[0-9]{1,20}\"|c t=\"(s|b|e|d|str|n)\")>|[0-9a#]{1,4}){0,12}") {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{inner}</sheetData></worksheet>");
        let _ = read(&with_part(&plain(), "xl/worksheets/sheet3.xml", sheet.as_bytes()));
    }

    #[test]
    fn no_content_is_too_strange(inner in "(</?(table:table-row|table:table-cell|text:p|text:span)>|<table:table-cell (office:value-type=\"(float|date|time|string)\"|office:value=\"[0-9.e-]{1,6}\"|table:number-columns-repeated=\"[0-9]{1,20}\")>|<table:table-row table:number-rows-repeated=\"[0-9]{1,7}\">|&#?[a-z0-9]{1,4};|[a-z ]{1,4}){0,12}") {
        let content = format!("<office:document-content><table:table table:name=\"tracks\">{inner}</table:table></office:document-content>");
        let mut shelf = grid::Shelf::default();
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file("content.xml", zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, content.as_bytes()).unwrap();
        let _ = ods::read(&zip.finish().unwrap().into_inner(), &mut shelf);
    }
}
