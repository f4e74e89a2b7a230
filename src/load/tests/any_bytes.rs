//! Any bytes at all: no panic, and the same verdict on JSON as serde_json.

use proptest::prelude::*;
use serde::de::IgnoredAny;

use super::super::{Limits, Scan, document::Reader, load, scan::Scanner, tree};

const SAMPLE: &str = r#"{"annals":1,"id":"x","title":{"en":"X","zh":"题"},"sources":[{"id":"s","title":"S","url":"https://example.org/"}],
  "events":[{"id":"e1","date":"2019-10-17","title":"A","sources":["s",{"id":"s"}],"tags":["a"]},{"date":{"value":"2020~"},"title":"B"}],
  "series":[{"id":"m","title":"M","observations":[{"date":"2020","value":1.5e3,"low":-1,"high":1e4}]}],
  "instruments":[{"id":"i","title":"I","stages":[{"stage":"adopted","date":"2020"}]}], "x": [true,false,null,"\u00e9\ud83d\ude00"]}"#;

/// Pieces that JSON is made of, to get past its first characters.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\"a\"",
            "\"annals\"",
            "1",
            "-",
            "0",
            "1.",
            "1e",
            ".5",
            "1e5",
            "-0.5E-3",
            "true",
            "fals",
            "null",
            "\\",
            "\"\\u12",
            "\"\\ud800\"",
            " ",
            "\n",
            "é",
            "“",
            "//",
            "'",
            "\u{a0}",
            "NaN",
            "01",
            "\t",
        ])
        .prop_map(str::to_owned),
        "[ -~]{0,3}",
    ]
}

fn scans(bytes: &[u8], slice: usize) -> bool {
    let mut scanner = Scanner::new(0, Limits { depth: 100, ..Limits::default() });
    loop {
        match scanner.step(bytes, slice) {
            Ok(true) => return true,
            Ok(false) => {}
            Err(_) => return false,
        }
    }
}

fn same_verdict(bytes: &[u8]) -> Result<(), TestCaseError> {
    let theirs = std::str::from_utf8(bytes).is_ok() && serde_json::from_slice::<IgnoredAny>(bytes).is_ok();
    prop_assert_eq!(scans(bytes, usize::MAX), theirs, "{}", String::from_utf8_lossy(bytes));
    prop_assert_eq!(scans(bytes, 1), theirs);
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_do_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = load(&bytes);
        same_verdict(&bytes)?;
    }

    #[test]
    fn pieces_of_json_get_the_verdict_of_serde_json(pieces in prop::collection::vec(piece(), 0..12)) {
        let text = pieces.concat();
        same_verdict(text.as_bytes())?;
        let _ = load(format!("{{\"annals\":1,{text}").as_bytes());
        let _ = load(format!("{{\"annals\":1,\"events\":[{text}]}}").as_bytes());
    }

    #[test]
    fn changed_documents_do_not_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..3), 1..6),
    ) {
        let mut bytes = SAMPLE.as_bytes().to_vec();
        for (at, byte, how) in changes {
            let at = at.index(bytes.len().max(1)).min(bytes.len().saturating_sub(1));
            match how {
                0 if !bytes.is_empty() => bytes[at] = byte,
                1 if !bytes.is_empty() => drop(bytes.remove(at)),
                _ => bytes.insert(at, byte),
            }
        }
        same_verdict(&bytes)?;
        if let Ok(loaded) = load(&bytes) {
            prop_assert!(loaded.report.diagnostics.iter().all(|finding| finding.code.name() != "INTERNAL_SHAPE"));
        }
    }
}

#[test]
fn a_document_cut_anywhere_is_refused_at_its_end() {
    for end in (1..SAMPLE.len() - 1).filter(|end| SAMPLE.is_char_boundary(*end)) {
        let error = load(&SAMPLE.as_bytes()[..end]).unwrap_err();
        let cut = |hint: &str| error.args.iter().any(|(_, value)| value == hint);
        assert!(cut("truncated"), "{end}: {error}");
    }
}

#[test]
fn slices_give_the_same_as_one_go() {
    let mut scan = Scan::new(SAMPLE.as_bytes(), Limits::default()).unwrap();
    while !scan.step(7).unwrap() {}
    let mut loader = scan.into_loader().unwrap();
    let mut steps = 0;
    while !loader.step(1).is_done() {
        steps += 1;
        assert!(steps < 100);
    }
    let (sliced, whole) = (loader.finish(), load(SAMPLE.as_bytes()).unwrap());
    assert_eq!(sliced.report, whole.report);
    assert_eq!(format!("{:?}", sliced.briefing), format!("{:?}", whole.briefing));
}

#[test]
fn limits_hold() {
    let small = Limits { bytes: 100, depth: 4, string: 10, keys: 4, events: 2, values: 6, ..Limits::default() };
    let refused =
        |json: &str| Scan::new(json.as_bytes(), small).and_then(Scan::into_loader).err().map(|error| error.args);
    let what = |json: &str| refused(json).and_then(|args| args.first().map(|(_, what)| what.clone()));
    assert_eq!(what(&" ".repeat(101)).as_deref(), Some("size"));
    assert_eq!(what(r#"{"annals":1,"a":[[[[1]]]]}"#).as_deref(), Some("depth"));
    assert_eq!(what(r#"{"annals":1,"a":"01234567890"}"#).as_deref(), Some("string"));
    assert_eq!(what(r#"{"annals":1,"a":1,"b":1,"c":1,"d":1}"#).as_deref(), Some("keys"));
    assert_eq!(what(r#"{"annals":1,"a":"0123456789","b":[[1]]}"#), None);
    let events = r#"{"annals":1,"events":[1,{"title":[1,2,3,4,5]},3,4]}"#;
    let report = Scan::new(events.as_bytes(), small).unwrap().into_loader().unwrap().finish().report;
    let codes: Vec<_> = report.diagnostics.iter().map(|finding| finding.code.name()).collect();
    assert!(codes.contains(&"LIST_LIMIT") && codes.contains(&"ITEM_LIMIT"), "{codes:?}");
    assert_eq!((report.left_out[0].left_out, report.left_out[0].total), (4, 4));
    assert!(Reader::new(b"", small).is_ok());
    assert!(tree::decode(b"[1,2,3]", 4).is_ok() && tree::decode(b"[1,2,3]", 3).is_err());
}
