//! Building the index for searches, all at once or in slices between which a page can draw.

use std::{borrow::Cow, sync::Arc};

use super::{
    index::{Owner, SearchIndex},
    texts::{Field, Words, each_words, is_sought, whole_of},
    tokens::each_token,
};
use crate::{
    i18n::{self, Language},
    model::{Briefing, Id, Register, Text, TextVersion},
    order,
    query::{Found, Index, items::each_item, live},
};

/// An index in the making.
///
/// ```
/// use annals::{load::load, query::{Index, search::{Builder, Query}}};
/// let json = r#"{"annals":1,"id":"x","title":"X","actors":[{"id":"a","name":"A"},{"id":"b","name":"B"}]}"#;
/// let briefing = load(json.as_bytes()).unwrap().briefing;
/// let index = Index::new(&briefing);
/// let mut builder = Builder::new(&briefing);
/// while !builder.step(&briefing, &index, 1) {
///     // The page draws and heeds the reader here.
/// }
/// assert!(builder.finish().search(&Query::new("b")).contains("b"));
/// ```
#[derive(Debug, Default)]
pub struct Builder {
    /// What the index will be; its tokens have the numbers of `seen`.
    index: SearchIndex,
    register: Register,
    /// How many items are read.
    read: usize,
    /// The terms in the order in which they were met.
    seen: Register,
    /// Passages and whose they are, in no order.
    owners: Vec<(u32, Owner)>,
    /// For each item read, the passages that name it: the first, and the one after the last.
    names: Vec<(u32, u32)>,
    /// Items whose names are those of others, too.
    lent: Vec<(usize, Owner)>,
    is_done: bool,
}

impl Builder {
    /// Begins an index.
    pub fn new(briefing: &Briefing) -> Builder {
        let mut builder = Builder::default();
        builder.index.passages.push(0);
        each_item(briefing, &mut |found| {
            let id = &found.meta().id;
            // Ids are unique after loading; of two with one id, the first would be found.
            if is_sought(found) && builder.register.enter(id) == builder.index.items.len() {
                let date = found.date().and_then(|date| date.value.earliest().or(date.value.latest()));
                builder.index.items.push((id.clone(), date));
            }
        });
        builder
    }

    /// How much is done: items read, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.read, self.index.items.len())
    }

    /// Goes on with so many items, at least one; whether the index is done. Briefing and index must be those that it began
    /// with. The last step orders what the others have read.
    pub fn step(&mut self, briefing: &Briefing, index: &Index, max_items: usize) -> bool {
        let end = self.read.saturating_add(max_items.max(1)).min(self.index.items.len());
        if self.read < end {
            for number in self.read..end {
                let id = self.index.items[number].0.clone();
                let found = index.find(briefing, &id);
                self.read_item(number, found, &|version| live_in_its_language(version, briefing, index));
            }
            self.read = end;
        } else if !self.is_done {
            self.settle();
            self.is_done = true;
        }
        self.is_done
    }

    /// The index. What is not read yet is not found.
    pub fn finish(mut self) -> SearchIndex {
        if !self.is_done {
            self.settle();
        }
        self.index.register = Arc::new(self.register);
        self.index
    }

    /// `shown`: the words of a text as they are shown.
    fn read_item(&mut self, number: usize, found: Option<Found>, shown: &Shown) {
        let first = self.count();
        self.names.push((first, first));
        let Some(found) = found else { return };
        let whole = whole_of(found).and_then(|id| self.register.find(id));
        let own = |field: Field| {
            // What is said in a part is said in the whole.
            let of_whole = match field {
                Field::Tag | Field::Id => None,
                Field::Source => Some(Field::Source),
                _ => Some(Field::Text),
            };
            let whole = whole.zip(of_whole).map(|(whole, field)| Owner::new(whole, field));
            std::iter::once(Owner::new(number, field)).chain(whole)
        };
        each_words(found, &mut |words| match words {
            Words::Text(field, text) => {
                self.add(text, &mut own(field), shown);
                if field == Field::Title {
                    self.names[number].1 = self.count();
                }
            }
            Words::Plain(field, word) => self.add_passage(word, &mut own(field)),
            Words::Of(field, id) => self.lend(id, &mut own(field)),
        });
    }

    /// How many passages there are.
    fn count(&self) -> u32 {
        self.index.passages.len() as u32 - 1
    }

    fn add(&mut self, text: &Text, owners: &mut dyn Iterator<Item = Owner>, shown: &Shown) {
        let owners: Vec<Owner> = owners.collect();
        for version in text.versions() {
            self.add_passage(&shown(version), &mut owners.iter().copied());
        }
    }

    fn add_passage(&mut self, text: &str, owners: &mut dyn Iterator<Item = Owner>) {
        let passage = self.count();
        let before = self.index.tokens.len();
        each_token(text, &mut |token| self.index.tokens.push(self.seen.enter(&token.text) as u32));
        if self.index.tokens.len() > before {
            self.index.passages.push(self.index.tokens.len() as u32);
            self.owners.extend(owners.map(|owner| (passage, owner)));
        }
    }

    fn lend(&mut self, id: &Id, owners: &mut dyn Iterator<Item = Owner>) {
        if let Some(lender) = self.register.find(id) {
            self.lent.extend(owners.map(|owner| (lender, owner)));
        }
    }

    /// Puts the terms in order, and lists passages by terms and owners by passages.
    fn settle(&mut self) {
        let index = &mut self.index;
        let seen = std::mem::take(&mut self.seen);
        let mut words = vec![""; seen.iter().count()];
        seen.iter().for_each(|(word, number)| words[number] = word);
        let mut ranks = vec![0; words.len()];
        for (rank, number) in order::sorted(words.len(), &|a, b| words[a].cmp(words[b])).into_iter().enumerate() {
            ranks[number as usize] = rank as u32;
            index.terms.push(words[number as usize]);
        }
        index.tokens.iter_mut().for_each(|token| *token = ranks[*token as usize]);

        let mut pairs = Vec::with_capacity(index.tokens.len());
        // The passage in which each term was met last, plus one.
        let mut last = vec![0; words.len()];
        for passage in 0..index.passages.len() as u32 - 1 {
            let [start, end] = [0, 1].map(|more| index.passages[passage as usize + more] as usize);
            for &token in &index.tokens[start..end] {
                if std::mem::replace(&mut last[token as usize], passage + 1) != passage + 1 {
                    pairs.push((token, passage));
                }
            }
        }
        (index.places, index.postings) = listed(words.len(), &pairs);

        let mut owners = std::mem::take(&mut self.owners);
        for (lender, owner) in self.lent.drain(..) {
            if let Some(&(first, end)) = self.names.get(lender) {
                owners.extend((first..end).map(|passage| (passage, owner)));
            }
        }
        (index.owned, index.owners) = listed(index.passages.len() - 1, &owners);
    }
}

/// The words of a text as they are shown.
type Shown<'s> = dyn for<'t> Fn(&'t TextVersion) -> Cow<'t, str> + 's;

/// A version of a text with its references replaced, in the words of its language, so that it is found by what readers see.
fn live_in_its_language<'t>(version: &'t TextVersion, briefing: &Briefing, index: &Index) -> Cow<'t, str> {
    if !version.text.contains("{{") {
        return Cow::Borrowed(&version.text);
    }
    let tag = if version.lang.is_empty() { briefing.card.first_language() } else { &version.lang };
    live(&version.text, briefing, index, &i18n::Words::first(Language::best(tag)), false)
}

/// The values key by key in the order given, and where each key begins, with the end of the last. Keys are below `keys`.
fn listed<T: Copy>(keys: usize, pairs: &[(u32, T)]) -> (Vec<u32>, Vec<T>) {
    let mut starts = vec![0u32; keys + 1];
    for (key, _) in pairs {
        starts[*key as usize + 1] += 1;
    }
    for key in 0..keys {
        starts[key + 1] += starts[key];
    }
    let mut next = starts.clone();
    let Some(&(_, any)) = pairs.first() else { return (starts, Vec::new()) };
    let mut values = vec![any; pairs.len()];
    for (key, value) in pairs {
        let place = &mut next[*key as usize];
        values[*place as usize] = *value;
        *place += 1;
    }
    (starts, values)
}
