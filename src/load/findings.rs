//! Gathers findings while items are walked, and gives them their places in the text at the end.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::{
    diagnostic::{Args, Code, Diagnostic, LeftOut, MOST_PER_CODE, Report},
    locate::{Lines, Spot, Token, locate, push_pointer},
    tree,
};

/// A finding with its path in the unit at hand.
pub(super) struct Finding {
    pub code: Code,
    pub path: Vec<Token>,
    pub spot: Spot,
    pub args: Args,
    pub other: Option<Other>,
}

/// The second place of a finding.
pub(super) enum Other {
    /// The item with this id (or former id) in this unit.
    Item(u32, String),
    /// The first of two keys of this path.
    FirstKey,
}

/// How many findings of each code there are.
pub(super) struct Tally([usize; Code::ALL.len()]);

impl Tally {
    /// Whether the next one would still be listed; what is costly is only looked up then.
    pub fn is_listed(&self, code: Code) -> bool {
        self.0[code as usize] < MOST_PER_CODE
    }

    /// Counts one more; whether it is still listed.
    pub fn has_room(&mut self, code: Code) -> bool {
        let count = &mut self.0[code as usize];
        *count += 1;
        *count <= MOST_PER_CODE
    }
}

struct Entry {
    at: usize,
    diagnostic: Diagnostic,
    other: Option<(u32, String)>,
    other_at: Option<usize>,
}

/// All findings so far.
pub(super) struct Log {
    pub tally: Tally,
    entries: Vec<Entry>,
}

impl Log {
    pub fn new() -> Self {
        Log { tally: Tally([0; Code::ALL.len()]), entries: Vec::new() }
    }

    /// Takes the findings of the value that begins at byte `start`, whose JSON pointer is `prefix`.
    pub fn take(&mut self, bytes: &[u8], start: usize, prefix: &[Token], findings: Vec<Finding>) {
        if findings.is_empty() {
            return;
        }
        let mut paths: Vec<_> = findings.iter().map(|finding| (finding.path.as_slice(), finding.spot)).collect();
        paths.extend(findings.iter().map(|finding| (finding.path.as_slice(), Spot::FirstKey)));
        let places = locate(bytes, start, &paths);
        let first_places = places[findings.len()..].to_vec();
        for ((finding, at), first_at) in findings.into_iter().zip(places).zip(first_places) {
            let mut pointer = String::new();
            push_pointer(&mut pointer, prefix);
            push_pointer(&mut pointer, &finding.path);
            let (other, other_at) = match finding.other {
                None => (None, None),
                Some(Other::FirstKey) => (None, Some(first_at)),
                Some(Other::Item(unit, id)) => (Some((unit, id)), None),
            };
            self.push(at, pointer, finding.code, finding.args, other, other_at);
        }
    }

    /// Takes one finding about the value with this JSON pointer, at byte `at`; `first_at`: the second place.
    pub fn find(&mut self, at: usize, pointer: String, code: Code, args: Args, first_at: Option<usize>) {
        if self.tally.has_room(code) {
            self.push(at, pointer, code, args, None, first_at);
        }
    }

    fn push(
        &mut self,
        at: usize,
        pointer: String,
        code: Code,
        args: Args,
        other: Option<(u32, String)>,
        other_at: Option<usize>,
    ) {
        let diagnostic = Diagnostic { severity: code.severity(), code, pointer, place: None, args };
        self.entries.push(Entry { at, diagnostic, other, other_at });
    }

    /// The report: findings in the order of the text that begins at byte `start`. `unit`: span and pointer of a unit.
    pub fn report<'b>(
        mut self,
        bytes: &'b [u8],
        start: usize,
        left_out: Vec<LeftOut>,
        unit: impl Fn(u32) -> Option<(&'b [u8], usize, Vec<Token>)>,
    ) -> Report {
        self.find_others(bytes, unit);
        self.entries.sort_by_key(|entry| entry.at);
        let mut offsets: Vec<usize> =
            self.entries.iter().flat_map(|entry| [Some(entry.at), entry.other_at]).flatten().collect();
        offsets.sort_unstable();
        offsets.dedup();
        let mut lines = Lines::new(bytes, start);
        let places: HashMap<usize, _> = offsets.into_iter().map(|at| (at, lines.place(at))).collect();
        let finished = self.entries.into_iter().map(|Entry { at, mut diagnostic, other_at, .. }| {
            diagnostic.place = places.get(&at).copied();
            if let Some(place) = other_at.and_then(|at| places.get(&at)) {
                diagnostic.args.push(("other_line", place.line.to_string()));
                diagnostic.args.push(("other_column", place.column.to_string()));
            }
            diagnostic
        });
        let more = Code::ALL.iter().map(|code| (*code, self.tally.0[*code as usize].saturating_sub(MOST_PER_CODE)));
        Report { diagnostics: finished.collect(), more: more.filter(|(_, count)| *count > 0).collect(), left_out }
    }

    /// Looks up the items that findings name as their second place, each unit once.
    fn find_others<'b>(&mut self, bytes: &[u8], unit: impl Fn(u32) -> Option<(&'b [u8], usize, Vec<Token>)>) {
        let mut by_unit: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (index, entry) in self.entries.iter().enumerate() {
            if let Some((unit, _)) = &entry.other {
                by_unit.entry(*unit).or_default().push(index);
            }
        }
        for (number, indices) in by_unit {
            let Some((text, at, prefix)) = unit(number) else { continue };
            let Ok(decoded) = tree::decode(text, usize::MAX) else { continue };
            let mut paths = HashMap::new();
            paths_by_id(&decoded.value, &mut Vec::new(), &mut paths);
            let wanted: Vec<Vec<Token>> = indices
                .iter()
                .map(|index| {
                    let id = self.entries[*index].other.as_ref().map(|(_, id)| id.as_str()).unwrap_or_default();
                    paths.get(id).cloned().unwrap_or_default()
                })
                .collect();
            let asked: Vec<_> = wanted.iter().map(|path| (path.as_slice(), Spot::Value)).collect();
            for ((index, at), path) in indices.iter().zip(locate(bytes, at, &asked)).zip(&wanted) {
                let entry = &mut self.entries[*index];
                entry.other_at = Some(at);
                let mut pointer = String::new();
                push_pointer(&mut pointer, &prefix);
                push_pointer(&mut pointer, path);
                entry.diagnostic.args.push(("other_pointer", pointer));
            }
        }
    }
}

/// The paths of all stated ids and former ids, the first of each.
fn paths_by_id<'v>(value: &'v Value, path: &mut Vec<Token>, found: &mut HashMap<&'v str, Vec<Token>>) {
    match value {
        Value::Object(map) => {
            let aliases = map.get("aliases").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            for (key, id) in
                map.get("id").map(|id| ("id", id)).into_iter().chain(aliases.iter().map(|id| ("aliases", id)))
            {
                if let Some(id) = id.as_str() {
                    found.entry(id).or_insert_with(|| path.iter().cloned().chain([Token::key(key)]).collect());
                }
            }
            for (key, child) in map {
                path.push(Token::key(key));
                paths_by_id(child, path, found);
                path.pop();
            }
        }
        Value::Array(values) => {
            for (index, child) in values.iter().enumerate() {
                path.push(Token::Index(index));
                paths_by_id(child, path, found);
                path.pop();
            }
        }
        _ => {}
    }
}
