//! Findings from above the loader: what shows only once the whole briefing is known.

use super::{
    Limits, Scan,
    diagnostic::{Args, Code, Diagnostic, Place, Report},
    locate::{Lines, Spot, Token, locate, push_pointer},
};

/// A finding about the value at a path in the document.
#[derive(Clone, Debug)]
pub struct Added {
    /// What it is.
    pub code: Code,
    /// Where.
    pub path: Vec<Token>,
    /// The variables of its message.
    pub args: Args,
}

/// The JSON pointers and places of values in the document in `bytes`, for findings that are made elsewhere. A path that leads
/// nowhere has the place of the innermost value on its way; a document that is none has the first place for all.
pub fn places(bytes: &[u8], limits: Limits, paths: &[&[Token]]) -> Vec<(String, Place)> {
    let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let spots: Vec<_> = paths.iter().map(|path| (*path, Spot::Value)).collect();
    let is_document = Scan::new(bytes, limits).and_then(|mut scan| scan.step(usize::MAX)).is_ok();
    let offsets = if is_document { locate(bytes, start, &spots) } else { vec![start; paths.len()] };
    // Lines are counted in one pass, in the order of the text.
    let mut order: Vec<usize> = (0..paths.len()).collect();
    order.sort_by_key(|at| offsets[*at]);
    let mut found = vec![(String::new(), Place { line: 1, column: 1 }); paths.len()];
    let mut lines = Lines::new(bytes, start);
    for at in order {
        push_pointer(&mut found[at].0, paths[at]);
        found[at].1 = lines.place(offsets[at]);
    }
    found
}

impl Report {
    /// Takes findings about the document in `bytes`, each to its place among the others; of each code as many as `limits` say.
    pub fn add(&mut self, bytes: &[u8], limits: Limits, mut found: Vec<Added>) {
        for code in Code::ALL {
            let beyond = found.iter().filter(|one| one.code == *code).count().saturating_sub(limits.findings);
            if beyond > 0 {
                let mut seen = 0;
                found.retain(|one| {
                    seen += usize::from(one.code == *code);
                    one.code != *code || seen <= limits.findings
                });
                self.more.push((*code, beyond));
                self.more.sort_by_key(|(code, _)| *code);
            }
        }
        let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        let paths: Vec<_> = found.iter().map(|one| (one.path.as_slice(), Spot::Value)).collect();
        let offsets = locate(bytes, start, &paths);
        let mut placed: Vec<_> = offsets.into_iter().zip(found).collect();
        placed.sort_by_key(|(at, _)| *at);
        let mut lines = Lines::new(bytes, start);
        for (at, Added { code, path, args }) in placed {
            let mut pointer = String::new();
            push_pointer(&mut pointer, &path);
            let place = Some(lines.place(at));
            let after = self.diagnostics.partition_point(|known| known.place <= place);
            self.diagnostics.insert(after, Diagnostic { place, ..Diagnostic::new(code, pointer, args) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    #[test]
    fn findings_join_the_others_in_their_place_and_within_the_limit() {
        let json = "{\"annals\":1,\"id\":\"x\",\n\"title\":\"X\",\n\"as_of\":\"soon\",\n\"summary\":\"S\"}".as_bytes();
        let mut report = load(json).unwrap().report;
        let before = report.diagnostics.len();
        let at = |key: &str| Added { code: Code::ValueUnknown, path: vec![Token::key(key)], args: Vec::new() };
        report.add(json, Limits { findings: 2, ..Limits::default() }, vec![at("summary"), at("title"), at("id")]);
        let added = report.diagnostics.iter().filter(|one| one.code == Code::ValueUnknown);
        let places: Vec<_> = added.map(|one| (one.pointer.as_str(), one.place.unwrap().line)).collect();
        assert_eq!(places, [("/title", 2), ("/summary", 4)]);
        assert_eq!(report.diagnostics.len(), before + 2);
        assert!(report.diagnostics.is_sorted_by_key(|one| one.place));
        assert_eq!(report.more, [(Code::ValueUnknown, 1)]);
    }
}
