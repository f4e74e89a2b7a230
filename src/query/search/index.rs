//! The index of a briefing for searches, and how it answers.
//!
//! Each text is a passage: a list of the numbers of its tokens, which are in alphabetical order, so that the tokens that
//! begin alike are a range of numbers. For each token there is the list of its passages, one list after the other: a word
//! being typed is one slice of it. Phrases are checked in the passages themselves. A passage belongs to one item or to
//! several, as the name of an actor does to all that it had part in.

use std::{ops::Range, sync::Arc};

use super::{
    Field, Hit, Hits, Query,
    build::Builder,
    marks::{STRETCH, in_order},
    query::{Clause, Near},
    terms::Terms,
};
use crate::{
    model::{Briefing, Day, Id, Register},
    order,
    query::Index,
};

/// What words are where in a briefing. Built once for it.
#[derive(Debug, Default)]
pub struct SearchIndex {
    /// The items by number; the register has the same numbers.
    pub(super) items: Vec<(Id, Option<Day>)>,
    pub(super) register: Arc<Register>,
    pub(super) terms: Terms,
    /// Numbers of terms, passage by passage.
    pub(super) tokens: Vec<u32>,
    /// Where each passage begins in `tokens`, and the end of the last.
    pub(super) passages: Vec<u32>,
    /// Numbers of passages, term by term; each once for a term, in order.
    pub(super) postings: Vec<u32>,
    /// Where each term begins in `postings`, and the end of the last.
    pub(super) places: Vec<u32>,
    /// Items with the field, passage by passage.
    pub(super) owners: Vec<Owner>,
    /// Where each passage begins in `owners`, and the end of the last.
    pub(super) owned: Vec<u32>,
}

/// The number of an item, and as which of its fields a passage belongs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner(u32);

impl Owner {
    pub fn new(item: usize, field: Field) -> Owner {
        Owner((item as u32) << 3 | field as u32)
    }

    fn item(self) -> usize {
        (self.0 >> 3) as usize
    }

    fn field(self) -> Field {
        Field::ALL[(self.0 & 7) as usize % Field::ALL.len()]
    }
}

/// How a word is met, by points.
#[derive(Clone, Copy)]
enum Fit {
    Near = 2,
    Start = 3,
    Whole = 4,
}

fn points(field: Field, fit: Fit) -> u16 {
    let place = match field {
        Field::Title | Field::Number => 8,
        Field::Name | Field::Tag | Field::Id => 5,
        Field::Text => 3,
        Field::Source => 1,
    };
    place * fit as u16
}

/// What is known of an item while a search goes on.
#[derive(Clone, Copy, Default)]
struct Standing {
    /// How many words of the search it has.
    words: u32,
    score: u32,
    /// Points of its best word.
    best: u16,
    field: Option<Field>,
}

impl SearchIndex {
    /// The index of a briefing, built in one go. [`Builder`] does the same in slices.
    pub fn new(briefing: &Briefing, index: &Index) -> SearchIndex {
        let mut builder = Builder::new(briefing);
        while !builder.step(briefing, index, usize::MAX) {}
        builder.finish()
    }

    /// How many items can be found.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether the briefing has nothing that can be found.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// What a query finds.
    ///
    /// ```
    /// use annals::{load::load, query::{Index, search::{Query, SearchIndex}}};
    /// let json = r#"{"annals":1,"id":"x","title":"X","events":[
    ///     {"id":"a","date":"2019","title":"Toy safety"},{"id":"b","date":"2020","title":"Cars","summary":"Not toys"}]}"#;
    /// let briefing = load(json.as_bytes()).unwrap().briefing;
    /// let index = SearchIndex::new(&briefing, &Index::new(&briefing));
    /// let hits = index.search(&Query::new("toy"));
    /// assert_eq!(hits.list().iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    /// assert!(hits.contains("b") && !index.search(&Query::new("toy -cars")).contains("b"));
    /// ```
    pub fn search(&self, query: &Query) -> Hits {
        let mut clauses = query.clauses.clone();
        if clauses.is_empty() {
            return Hits::default();
        }
        let mut standings = vec![Standing::default(); self.items.len()];
        let mut words = 0;
        // The best points of one word and its field, item by item.
        let mut met: Vec<(u16, Option<Field>)> = vec![(0, None); self.items.len()];
        for clause in clauses.iter_mut().filter(|clause| !clause.is_excluded) {
            met.fill((0, None));
            let is_met = self.meet(clause, &mut met) || self.loosen(clause) && self.meet(clause, &mut met);
            if !is_met {
                words = u32::MAX;
                break;
            }
            for (standing, (points, field)) in standings.iter_mut().zip(&met) {
                if *points > 0 && standing.words == words {
                    standing.words += 1;
                    standing.score += u32::from(*points);
                    if *points > standing.best {
                        (standing.best, standing.field) = (*points, *field);
                    }
                }
            }
            words += 1;
        }
        for clause in clauses.iter().filter(|clause| clause.is_excluded) {
            met.fill((0, None));
            self.meet(clause, &mut met);
            let left_out = standings.iter_mut().zip(&met).filter(|(_, (points, _))| *points > 0);
            left_out.for_each(|(standing, _)| standing.words = u32::MAX - 1);
        }
        self.hits(&standings, words, clauses)
    }

    /// The items that have all of so many words.
    fn hits(&self, standings: &[Standing], words: u32, clauses: Vec<Clause>) -> Hits {
        let mut numbers: Vec<u32> =
            (0..standings.len() as u32).filter(|&number| standings[number as usize].words == words).collect();
        let rank = |number: u32| (standings[number as usize].score, self.items[number as usize].1);
        order::sort(&mut numbers, &|a, b| rank(b).cmp(&rank(a)));
        let mut found = vec![0u64; self.items.len().div_ceil(64)];
        let hit = |&number: &u32| {
            let number = number as usize;
            found[number / 64] |= 1 << (number % 64);
            Hit { id: self.items[number].0.clone(), score: standings[number].score, field: standings[number].field }
        };
        let list = numbers.iter().map(hit).collect();
        Hits { list, found: Some(found.into()), register: Arc::clone(&self.register), clauses }
    }

    /// Notes where a clause is met; whether it is anywhere.
    fn meet(&self, clause: &Clause, met: &mut [(u16, Option<Field>)]) -> bool {
        let mut is_met = false;
        let mut tell = |passage: u32, is_first: bool, fit: Fit| {
            for owner in &self.owners[range(&self.owned, passage)] {
                let field = owner.field();
                // An id is found from its beginning.
                if field == Field::Id && !is_first {
                    continue;
                }
                is_met = true;
                let points = points(field, fit);
                let known = &mut met[owner.item()];
                if (points, known.1) > (known.0, Some(field)) {
                    *known = (points, Some(field));
                }
            }
        };
        match &clause.near {
            Near::Nothing => self.each_place(clause, &mut tell),
            Near::Words(words) => {
                for word in words {
                    self.each_of(&self.terms.exactly(word), Fit::Near, &mut tell);
                }
            }
            Near::InOrder => self.each_short(clause, &mut tell),
        }
        is_met
    }

    /// Looks for what else a clause may mean; whether there is anything.
    fn loosen(&self, clause: &mut Clause) -> bool {
        clause.near = if clause.may_be_short().is_some() {
            Near::InOrder
        } else {
            let words = self.terms.spelt_like(clause);
            Near::Words(words.into_iter().map(|number| self.terms.term(number as usize).into()).collect())
        };
        clause.near != Near::Words(Vec::new())
    }

    /// Tells each passage with a clause, whether it begins with it, and how it fits. A passage may be told several times.
    fn each_place(&self, clause: &Clause, tell: &mut dyn FnMut(u32, bool, Fit)) {
        let parts: Vec<Range<u32>> = clause.parts.iter().map(|part| self.terms.range(part)).collect();
        // What may go on is whole where it does not: the first of its range. A character on its own always is.
        let Some((last, last_range)) = clause.parts.last().zip(parts.last()) else { return };
        let is_character = last.text.chars().all(super::tokens::is_unspaced);
        let whole = if is_character { last_range.clone() } else { self.terms.exactly(&last.text) };
        let fit = |term: u32| if whole.contains(&term) { Fit::Whole } else { Fit::Start };
        if let [only] = &parts[..] {
            let longer = whole.end.max(only.start)..only.end;
            self.each_of(&(only.start..longer.start), Fit::Whole, tell);
            return self.each_of(&longer, Fit::Start, tell);
        }
        let Some(rarest) = parts.iter().min_by_key(|part| self.count(part)) else { return };
        for &passage in &self.postings[self.listed(rarest)] {
            let tokens = &self.tokens[range(&self.passages, passage)];
            for (at, here) in tokens.windows(parts.len()).enumerate() {
                if parts.iter().zip(here).all(|(part, token)| part.contains(token)) {
                    tell(passage, at == 0, fit(here[parts.len() - 1]));
                }
            }
        }
    }

    /// Tells the passages of a range of terms.
    fn each_of(&self, terms: &Range<u32>, fit: Fit, tell: &mut dyn FnMut(u32, bool, Fit)) {
        for &passage in &self.postings[self.listed(terms)] {
            let first = self.tokens.get(self.passages[passage as usize] as usize);
            tell(passage, first.is_some_and(|first| terms.contains(first)), fit);
        }
    }

    /// Tells the passages in which the characters of a clause stand in order.
    fn each_short(&self, clause: &Clause, tell: &mut dyn FnMut(u32, bool, Fit)) {
        let Some(letters) = clause.may_be_short() else { return };
        let letters: Vec<_> =
            letters.iter().map(|letter| self.terms.starting(letter.encode_utf8(&mut [0; 4]))).collect();
        let Some(rarest) = letters.iter().min_by_key(|letter| self.count(letter)) else { return };
        for &passage in &self.postings[self.listed(rarest)] {
            let tokens = &self.tokens[range(&self.passages, passage)];
            for at in 0..tokens.len() {
                if !letters[0].contains(&tokens[at]) {
                    continue;
                }
                let end = tokens.len().min(at + STRETCH * letters.len());
                let look = |nth: usize, place: usize| {
                    let term: &str = self.terms.term(tokens[at + place] as usize);
                    (letters[nth].contains(&tokens[at + place]), term.chars().nth(1).is_none())
                };
                if in_order(letters.len(), end - at, &look).is_some() {
                    tell(passage, at == 0, Fit::Near);
                    break;
                }
            }
        }
    }

    /// Where the passages of a range of terms stand in `postings`.
    fn listed(&self, terms: &Range<u32>) -> Range<usize> {
        let place = |term: u32| self.places.get(term as usize).map_or(0, |&place| place as usize);
        place(terms.start)..place(terms.end)
    }

    fn count(&self, terms: &Range<u32>) -> usize {
        self.listed(terms).len()
    }
}

/// The nth range of a list of starts.
fn range(starts: &[u32], nth: u32) -> Range<usize> {
    starts[nth as usize] as usize..starts[nth as usize + 1] as usize
}
