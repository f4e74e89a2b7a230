//! Gathers findings while items are walked, and gives them their places in the text at the end.

use super::{
    diagnostic::{Args, Code, Diagnostic, LeftOut, MOST_PER_CODE, Place, Report},
    locate::{Lines, Spot, Token, locate, push_pointer},
    tree,
};
use crate::{
    model::{Register, tree::Value},
    order,
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
pub(super) struct Tally {
    counts: [usize; Code::ALL.len()],
    /// So many of each are listed.
    most: usize,
}

impl Tally {
    /// Whether the next one is among the first; what is costly is only looked up then.
    pub fn is_early(&self, code: Code) -> bool {
        self.counts[code as usize] < MOST_PER_CODE
    }

    /// Counts one more; whether it is still listed.
    pub fn has_room(&mut self, code: Code) -> bool {
        let count = &mut self.counts[code as usize];
        *count += 1;
        *count <= self.most
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
    /// A log that lists `most` findings of each code.
    pub fn new(most: usize) -> Self {
        Log { tally: Tally { counts: [0; Code::ALL.len()], most }, entries: Vec::new() }
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
        let diagnostic = Diagnostic::new(code, pointer, args);
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
        let order = order::sorted(self.entries.len(), &|a, b| self.entries[a].at.cmp(&self.entries[b].at));
        let mut offsets: Vec<u32> = self
            .entries
            .iter()
            .flat_map(|entry| [Some(entry.at), entry.other_at])
            .flatten()
            .map(|at| at as u32)
            .collect();
        order::sort(&mut offsets, &|a, b| a.cmp(&b));
        let mut lines = Lines::new(bytes, start);
        let places: Vec<Place> = offsets.iter().map(|&at| lines.place(at as usize)).collect();
        let place_of = |at: usize| offsets.binary_search(&(at as u32)).ok().map(|index| places[index]);
        let finished = order.into_iter().map(|index| {
            let Entry { at, diagnostic, other_at, .. } = &mut self.entries[index as usize];
            diagnostic.place = place_of(*at);
            if let Some(place) = other_at.and_then(place_of) {
                diagnostic.args.push(("other_line", place.line.to_string()));
                diagnostic.args.push(("other_column", place.column.to_string()));
            }
            std::mem::replace(diagnostic, Diagnostic::new(diagnostic.code, String::new(), Vec::new()))
        });
        let finished = finished.collect();
        let Tally { counts, most } = self.tally;
        let more = Code::ALL.iter().map(|code| (*code, counts[*code as usize].saturating_sub(most)));
        Report { diagnostics: finished, more: more.filter(|(_, count)| *count > 0).collect(), left_out }
    }

    /// Looks up the items that findings name as their second place, each unit once.
    fn find_others<'b>(&mut self, bytes: &[u8], unit: impl Fn(u32) -> Option<(&'b [u8], usize, Vec<Token>)>) {
        let units: Vec<_> = self.entries.iter().map(|entry| entry.other.as_ref().map(|(unit, _)| *unit)).collect();
        let unit_of = |index: u32| units[index as usize];
        let mut indices: Vec<u32> = (0..self.entries.len() as u32).collect();
        indices.retain(|&index| unit_of(index).is_some());
        order::sort(&mut indices, &|a, b| unit_of(a).cmp(&unit_of(b)));
        let mut groups: Vec<Vec<u32>> = Vec::new();
        for index in indices {
            match groups.last_mut() {
                Some(same) if unit_of(same[0]) == unit_of(index) => same.push(index),
                _ => groups.push(vec![index]),
            }
        }
        for indices in groups {
            let Some((text, at, prefix)) = unit_of(indices[0]).and_then(&unit) else { continue };
            let Ok(decoded) = tree::decode(text, usize::MAX) else { continue };
            let mut wanted = Wanted::default();
            let numbers: Vec<usize> = indices
                .iter()
                .map(|&index| {
                    let id = self.entries[index as usize].other.as_ref().map(|(_, id)| id.as_str());
                    wanted.ids.enter(id.unwrap_or_default())
                })
                .collect();
            wanted.paths.resize(indices.len(), None);
            wanted.find(&decoded.value, &mut Vec::new());
            let paths: Vec<&[Token]> =
                numbers.iter().map(|&number| wanted.paths[number].as_deref().unwrap_or_default()).collect();
            let asked: Vec<_> = paths.iter().map(|path| (*path, Spot::Value)).collect();
            for ((&index, at), path) in indices.iter().zip(locate(bytes, at, &asked)).zip(&paths) {
                let entry = &mut self.entries[index as usize];
                entry.other_at = Some(at);
                let mut pointer = String::new();
                push_pointer(&mut pointer, &prefix);
                push_pointer(&mut pointer, path);
                entry.diagnostic.args.push(("other_pointer", pointer));
            }
        }
    }
}

/// Ids (or former ids), and the path to where each is stated first.
#[derive(Default)]
struct Wanted {
    ids: Register,
    paths: Vec<Option<Vec<Token>>>,
}

impl Wanted {
    fn find(&mut self, value: &Value, path: &mut Vec<Token>) {
        match value {
            Value::Object(map) => {
                map.get("id").into_iter().for_each(|id| self.note(id, "id", path));
                let aliases = map.get("aliases").and_then(Value::as_array).unwrap_or_default();
                aliases.iter().for_each(|id| self.note(id, "aliases", path));
                for (key, child) in map.entries() {
                    path.push(Token::key(key));
                    self.find(child, path);
                    path.pop();
                }
            }
            Value::Array(values) => {
                for (index, child) in values.iter().enumerate() {
                    path.push(Token::Index(index));
                    self.find(child, path);
                    path.pop();
                }
            }
            _ => {}
        }
    }

    fn note(&mut self, id: &Value, key: &'static str, path: &[Token]) {
        if let Some(number) = id.as_str().and_then(|id| self.ids.find(id))
            && self.paths[number].is_none()
        {
            self.paths[number] = Some(path.iter().cloned().chain([Token::Key(key.into())]).collect());
        }
    }
}
