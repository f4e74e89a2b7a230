//! What other programs' readers make of the files.

use super::*;
use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};
use biblib::{CitationParser, RisParser};

#[test]
fn biblatex_reads_what_was_written() {
    let text = citations(Format::BibTex, &item(Language::En, "o"));
    let read = Bibliography::parse(&text).expect("a bibliography");
    assert_eq!(read.len(), 3);
    let value = read.get("ccc:o").expect("the item");
    assert_eq!(value.title().unwrap().format_verbatim(), "Products: about 132 products, 3 December 2001");
    assert_eq!(value.book_title().unwrap().format_verbatim(), "Catalogue & rules");
    // One institution, not two.
    assert_eq!(value.publisher().unwrap().len(), 1);
    assert_eq!(value.publisher().unwrap()[0].format_verbatim(), "Institute A and B");
    assert_eq!(value.url().unwrap(), "https://host.example/annals/?select=o&lang=en");
    let source = read.get("ccc:s1").expect("the source");
    assert_eq!(source.title().unwrap().format_verbatim(), "{Notice} 100% of \"33\" and_more");
    assert_eq!(source.url().unwrap(), "https://example.org/33?a=1&b=50%25_x#y");
    let Ok(PermissiveType::Typed(date)) = source.date() else { panic!("{:?}", source.date()) };
    let DateValue::At(at) = date.value else { panic!("{date:?}") };
    // Months and days are counted from zero.
    assert_eq!((at.year, at.month, at.day), (2001, Some(11), Some(2)));
    let Ok(PermissiveType::Typed(span)) = read.get("ccc:s2").unwrap().date() else { panic!("no date") };
    assert!(matches!(span.value, DateValue::Between(..)), "{span:?}");
}

#[test]
fn ris_is_read_as_it_was_written() {
    let text = citations(Format::Ris, &item(Language::En, "o"));
    let read = RisParser::new().parse(&text).expect("citations");
    assert_eq!(read.len(), 3);
    assert_eq!(read[0].title, "Products: about 132 products, 3 December 2001");
    assert_eq!(read[1].title, "{Notice} 100% of \"33\" and_more");
    assert_eq!(read[1].date.as_ref().map(|date| (date.year, date.month, date.day)), Some((2001, Some(12), Some(3))));
    assert_eq!(read[2].date.as_ref().map(|date| (date.year, date.month, date.day)), Some((2019, Some(5), None)));
}
