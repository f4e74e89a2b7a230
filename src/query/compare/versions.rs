//! What two full versions of a catalogue have in common, and what not.

use super::Refusal;
use crate::{
    model::{Basis, CatalogueVersion, Citation, Entry, Item, Text},
    order,
};

/// What is in two versions, line by line.
#[derive(Clone, Debug)]
pub struct VersionDiff<'a> {
    /// The version compared.
    pub was: &'a Item<CatalogueVersion>,
    /// The one it is compared with.
    pub is: &'a Item<CatalogueVersion>,
    /// Every entry of both, each once: what was removed, what was added, what differs, what is the same; each in the order
    /// of the document.
    pub lines: Vec<Line<'a>>,
}

/// One entry in two versions; one of the two sides may be missing.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// The entry in the first version.
    pub was: Option<&'a Item<Entry>>,
    /// The entry in the second version.
    pub is: Option<&'a Item<Entry>>,
    /// In which fields the two differ; empty where one is missing.
    pub fields: Vec<EntryField>,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is in the first version only.
    Removed,
    /// It is in the second version only.
    Added,
    /// It is in both, and they do not say the same of it.
    Changed,
    /// Both say the same of it.
    Kept,
}

impl Change {
    /// All, in the order in which they are told.
    pub const ALL: [Change; 4] = [Change::Removed, Change::Added, Change::Changed, Change::Kept];

    /// Its word, as in the data format.
    pub fn word(self) -> &'static str {
        match self {
            Change::Removed => "removed",
            Change::Added => "added",
            Change::Changed => "changed",
            Change::Kept => "kept",
        }
    }
}

/// A field in which two entries can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryField {
    /// What is listed.
    Title,
    /// Number and name of the category.
    Category,
    /// How conformity is assessed.
    Regime,
    /// Number of products.
    Count,
    /// Product codes.
    Codes,
}

impl EntryField {
    /// All fields.
    pub const ALL: [EntryField; 5] =
        [EntryField::Title, EntryField::Category, EntryField::Regime, EntryField::Count, EntryField::Codes];
}

impl Line<'_> {
    /// What became of the entry.
    pub fn change(&self) -> Change {
        match (self.was, self.is) {
            (_, None) => Change::Removed,
            (None, _) => Change::Added,
            _ if self.fields.is_empty() => Change::Kept,
            _ => Change::Changed,
        }
    }
}

impl<'a> VersionDiff<'a> {
    /// How many entries have become of this.
    pub fn count(&self, change: Change) -> usize {
        self.lines.iter().filter(|line| line.change() == change).count()
    }
}

/// The citations that hold for an entry of a version: its own, else those of the version.
pub fn entry_sources<'a>(version: &'a Item<CatalogueVersion>, entry: &'a Item<Entry>) -> &'a [Citation] {
    if entry.meta.sources.is_empty() { &version.meta.sources } else { &entry.meta.sources }
}

/// Why a version takes part in no comparison; `None` where it can.
pub fn refusal(version: &Item<CatalogueVersion>) -> Option<Refusal<'_>> {
    match version.basis {
        Basis::Partial | Basis::Delta => Some(Refusal::NotFull(version)),
        Basis::Full => version.entries.is_empty().then_some(Refusal::Empty(version)),
    }
}

/// Compares two full versions. Ids count for nothing, since each version has its own: entries are the same by a code that both
/// have; where one has no code, by what they list, unless the numbers of their categories differ; where they list whole
/// categories, by the number of the category or, where one has none, its name.
///
/// `first`: the language of texts without one.
///
/// # Errors
///
/// When one is no full version, records nothing, or lists categories where the other lists products.
pub fn compare_versions<'a>(
    was: &'a Item<CatalogueVersion>,
    is: &'a Item<CatalogueVersion>,
    first: &str,
) -> Result<VersionDiff<'a>, Refusal<'a>> {
    if let Some(refused) = refusal(was).or_else(|| refusal(is)) {
        return Err(refused);
    }
    let products = |one: &CatalogueVersion| one.entries.iter().filter(|entry| names_product(entry)).count();
    match (products(was), products(is)) {
        (0, some) if some == is.entries.len() => return Err(Refusal::Grain(was, is)),
        (some, 0) if some == was.entries.len() => return Err(Refusal::Grain(is, was)),
        _ => {}
    }
    let (mut is_gone, mut partner) = (vec![true; was.entries.len()], vec![None; is.entries.len()]);
    for (at, other) in pairs(&was.entries, &is.entries, first) {
        is_gone[at] = false;
        partner[other] = Some(&was.entries[at]);
    }
    let gone = was.entries.iter().zip(is_gone).filter(|(_, is_gone)| *is_gone);
    let mut lines: Vec<Line> = gone.map(|(entry, _)| Line { was: Some(entry), is: None, fields: Vec::new() }).collect();
    lines.extend(is.entries.iter().zip(partner).map(|(entry, was)| Line {
        was,
        is: Some(entry),
        fields: was.map_or(Vec::new(), |was| differences(was, entry, first)),
    }));
    let lines = order::in_order(&lines, &|a, b| a.change().cmp(&b.change())).into_iter().cloned().collect();
    Ok(VersionDiff { was, is, lines })
}

/// Whether it stands for a product rather than for all of a category.
fn names_product(entry: &Entry) -> bool {
    entry.title.is_some() || !entry.codes.is_empty()
}

/// The places of entries that are the same: each place once on either side. Where several could be, the pair with more in
/// common comes first, so that an entry finds its double before anything else.
fn pairs(was: &[Item<Entry>], is: &[Item<Entry>], first: &str) -> Vec<(usize, usize)> {
    let was_known: Vec<Identity> = was.iter().map(|entry| Identity::of(entry, first)).collect();
    let is_known: Vec<Identity> = is.iter().map(|entry| Identity::of(entry, first)).collect();
    let mut found = Vec::new();
    for (at, a) in was_known.iter().enumerate() {
        for (other, b) in is_known.iter().enumerate() {
            if let Some(by_code) = a.is_same(b) {
                found.push((at, other, by_code, differences(&was[at], &is[other], first).len()));
            }
        }
    }
    // Of what is left only (i, j) and (j, i) are equal, and these do not exclude each other: swapping sides swaps the pairs.
    let place = |pair: &(usize, usize, bool, usize)| (pair.0.min(pair.1), pair.0.max(pair.1));
    let best = order::in_order(&found, &|a, b| b.2.cmp(&a.2).then(a.3.cmp(&b.3)).then_with(|| place(a).cmp(&place(b))));
    let (mut was_taken, mut is_taken) = (vec![false; was.len()], vec![false; is.len()]);
    let mut pairs = Vec::new();
    for &&(at, other, ..) in &best {
        if !was_taken[at] && !is_taken[other] {
            (was_taken[at], is_taken[other]) = (true, true);
            pairs.push((at, other));
        }
    }
    pairs
}

/// What an entry is known by.
struct Identity<'a> {
    codes: &'a [Box<str>],
    number: Option<&'a str>,
    title: Option<Vec<Wording>>,
    category: Option<Vec<Wording>>,
}

impl<'a> Identity<'a> {
    fn of(entry: &'a Entry, first: &str) -> Identity<'a> {
        Identity {
            codes: &entry.codes,
            number: entry.category_number.as_deref(),
            title: entry.title.as_ref().map(|title| wordings(title, first)),
            category: entry.category.as_ref().map(|category| wordings(category, first)),
        }
    }

    /// Whether two entries are the same, and if so whether by a code.
    fn is_same(&self, other: &Identity) -> Option<bool> {
        if !self.codes.is_empty() && !other.codes.is_empty() {
            return self.codes.iter().any(|code| other.codes.contains(code)).then_some(true);
        }
        let numbers = self.number.zip(other.number).map(|(a, b)| a == b);
        let share = |a: &[Wording], b: &[Wording]| a.iter().any(|one| b.contains(one));
        let same = match (&self.title, &other.title) {
            (Some(a), Some(b)) => numbers != Some(false) && share(a, b),
            (None, None) if self.codes.is_empty() && other.codes.is_empty() => {
                numbers.unwrap_or_else(|| match (&self.category, &other.category) {
                    (Some(a), Some(b)) => share(a, b),
                    (None, None) => self.number == other.number,
                    _ => false,
                })
            }
            _ => false,
        };
        same.then_some(false)
    }
}

/// A language, and what is said in it without what only spelling differs in: case, spaces and signs.
type Wording = (Box<str>, Box<str>);

fn wordings(text: &Text, first: &str) -> Vec<Wording> {
    let plain = |text: &str| {
        let letters: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        if letters.is_empty() { text.into() } else { letters.into() }
    };
    let lang = |lang: &str| if lang.is_empty() { first } else { lang }.into();
    text.versions().iter().map(|one| (lang(&one.lang), plain(&one.text))).collect()
}

/// Whether two texts say different things: in a language that both have, or because only one of them is there. That one has
/// more languages is no difference in what is said.
fn texts_differ(a: Option<&Text>, b: Option<&Text>, first: &str) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return a.is_some() != b.is_some() };
    let other = wordings(b, first);
    wordings(a, first).iter().any(|(lang, words)| other.iter().any(|(tongue, said)| tongue == lang && said != words))
}

/// The fields in which two entries differ.
fn differences(a: &Entry, b: &Entry, first: &str) -> Vec<EntryField> {
    let has_all = |one: &Entry, other: &Entry| other.codes.iter().all(|code| one.codes.contains(code));
    let count = |one: &Entry| one.count.as_ref().map(|count| count.value);
    let differs = |field: &EntryField| match field {
        EntryField::Title => texts_differ(a.title.as_ref(), b.title.as_ref(), first),
        EntryField::Category => {
            a.category_number != b.category_number || texts_differ(a.category.as_ref(), b.category.as_ref(), first)
        }
        EntryField::Regime => a.regime != b.regime,
        EntryField::Count => count(a) != count(b),
        EntryField::Codes => !has_all(a, b) || !has_all(b, a),
    };
    EntryField::ALL.into_iter().filter(differs).collect()
}

#[cfg(test)]
mod tests;
