//! The loader in wasm, whose numbers are 32 bits wide where it counts: the same findings as natively.

use annals::load::{Loader, Severity, load};
use wasm_bindgen_test::wasm_bindgen_test;

/// A file of `tests/data` and what is to be found in it, in the notation of `tests/native/data.rs`.
macro_rules! bad {
    ($($name:literal),+ $(,)?) => {
        [$(($name,
            include_bytes!(concat!("../data/bad/", $name, ".json")).as_slice(),
            include_str!(concat!("../data/bad/", $name, ".expected")))),+]
    };
}

/// What is found in a document.
fn findings(bytes: &[u8]) -> String {
    let loaded = match load(bytes) {
        Ok(loaded) => loaded,
        Err(error) => {
            let place = error.place.map_or("-".to_owned(), |place| format!("{}:{}", place.line, place.column));
            let kind = error.args.first().map(|(_, kind)| kind.as_str()).unwrap_or_default();
            return format!("refused {} {place} {kind}\n", error.code);
        }
    };
    let lines = loaded.report.diagnostics.iter().map(|found| {
        let place = found.place.expect("a place");
        format!("{} {} {}:{} {}\n", found.severity.name(), found.code, place.line, place.column, found.pointer)
    });
    let left_out = loaded.report.left_out.iter();
    let left_out = left_out.map(|part| format!("left out {} of {} {}\n", part.left_out, part.total, part.part));
    lines.chain(left_out).collect()
}

#[wasm_bindgen_test]
fn bad_files_have_the_same_findings() {
    let files = bad![
        "dates",
        "duplicate-ids",
        "html",
        "links",
        "missing-fields",
        "newer-version",
        "not-an-object",
        "numbers",
        "references",
        "surrogates",
        "too-deep",
        "trailing-comma",
        "truncated",
        "utf-16",
        "wrong-types",
    ];
    for (name, bytes, expected) in files {
        assert_eq!(findings(bytes), expected, "{name}");
    }
}

#[wasm_bindgen_test]
fn a_briefing_with_every_field_is_read_whole() {
    let loaded = load(include_bytes!("../data/good/every-field.json")).expect("a briefing");
    assert_eq!(loaded.report.count(Severity::Error), 0, "{:?}", loaded.report.diagnostics);
    assert!(loaded.report.left_out.is_empty());
    let briefing = &loaded.briefing;
    let counts = [
        briefing.sources.len(),
        briefing.actors.len(),
        briefing.events.len(),
        briefing.instruments.len(),
        briefing.series.len(),
        briefing.targets.len(),
        briefing.meetings.len(),
        briefing.positions.len(),
        briefing.disputes.len(),
    ];
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
}

#[wasm_bindgen_test]
fn slices_of_work_give_the_same_as_one_go() {
    let bytes = include_bytes!("../data/bad/missing-fields.json");
    let whole = load(bytes).expect("a briefing");
    let mut loader = Loader::new(bytes).expect("a briefing");
    let mut before = 0;
    loop {
        let progress = loader.step(1);
        assert!(progress.done >= before && progress.done <= progress.total);
        before = progress.done;
        if progress.done >= progress.total {
            break;
        }
    }
    let sliced = loader.finish();
    assert_eq!(sliced.briefing.events.len(), whole.briefing.events.len());
    assert_eq!(sliced.report.diagnostics.len(), whole.report.diagnostics.len());
}
