//! Findings from above the loader: what shows only once the whole briefing is known.

use super::{
    Limits,
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

/// The JSON pointers of some paths in the document in `bytes`, which has been read, and where in the text each value begins.
pub fn places(bytes: &[u8], paths: &[Vec<Token>]) -> Vec<(String, Place)> {
    let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let wanted: Vec<_> = paths.iter().map(|path| (path.as_slice(), Spot::Value)).collect();
    let mut placed: Vec<(usize, usize)> = locate(bytes, start, &wanted).into_iter().zip(0..).collect();
    placed.sort_unstable();
    let mut lines = Lines::new(bytes, start);
    let mut found = vec![(String::new(), Place { line: 1, column: 1 }); paths.len()];
    for (offset, at) in placed {
        push_pointer(&mut found[at].0, &paths[at]);
        found[at].1 = lines.place(offset);
    }
    found
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
