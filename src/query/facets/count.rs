//! Counting, in one pass over the items.

use crate::{
    model::{Day, Id},
    order,
    query::search::Hits,
    state::{Facet, ViewState},
};

use super::{Facets, Filter, Sort, heeded_by};

const FACETS: usize = Facet::ALL.len();
const SEARCH: usize = FACETS;
const SPAN: usize = FACETS + 1;
const FURTHER: usize = FACETS + 2;

/// What is asked for, and of which items.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The facets asked for.
    pub state: &'a ViewState,
    /// What its search finds.
    pub hits: &'a Hits,
    /// The days shown, first and last, where a figure shows part of all. Instruments have no place in it, and occurrences
    /// without a place in time are not hidden by it.
    pub span: Option<(Day, Day)>,
    /// The sorts of items that are shown at all.
    pub sorts: &'a [Sort],
    /// The tracks that the figure is limited to; empty for all.
    pub tracks: &'a [Id],
    /// Further conditions, up to 20, for instance a day on which items were known: whether they let an item through.
    pub further: &'a [&'a dyn Fn(&Id) -> bool],
}

/// How many items there would be with one value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The value, as links have it.
    pub word: Box<str>,
    /// How many items have it and pass all filters but those of its own facet.
    pub count: usize,
    /// Whether it is asked for.
    pub is_chosen: bool,
}

/// What one filter hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// The filter.
    pub by: Filter,
    /// How many items it does not let through, whatever others say.
    pub count: usize,
    /// How many items would be shown without it.
    pub shown_without: usize,
}

/// How many items there are, and why there are no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// How many items pass all filters.
    pub shown: usize,
    /// How many there are without filters.
    pub total: usize,
    /// The facets that some of these items heed, with all their values, those with no items, too. In the order of
    /// [`Facet::ALL`]; tracks, status, grades and confidence in their own order, other values by how many items have them in
    /// the whole briefing. Values asked for that nothing has come last.
    pub facets: Vec<(Facet, Vec<Value>)>,
    /// The filters in force that hide something, those first that hide most.
    pub hidden: Vec<Hidden>,
}

impl Counts {
    /// The filter whose removal shows most; `None` where no single one shows more than there is.
    ///
    /// ```
    /// use annals::{load::load, model::Day, query::{Index, facets::*, search::Hits}, state::{Facet, read}};
    /// let json = r#"{"annals":1,"id":"x","title":"X","events":[
    ///     {"id":"a","date":"2019","title":"A","kind":"law"},{"id":"b","date":"2020","title":"B","kind":"plan"}]}"#;
    /// let briefing = load(json.as_bytes()).unwrap().briefing;
    /// let facets = Facets::new(&briefing, &Index::new(&briefing), Day::parse("2026-01-31").unwrap());
    /// let (state, _) = read("kind=draft");
    /// let asked = Asked { state: &state, hits: &Hits::default(), span: None, sorts: &[Sort::Occurrence], tracks: &[], further: &[] };
    /// let counts = facets.count(&asked);
    /// let best = counts.best_relief().unwrap();
    /// assert_eq!((counts.shown, counts.total), (0, 2));
    /// assert_eq!((best.by, best.count, best.shown_without), (Filter::Facet(Facet::Kind), 2, 2));
    /// ```
    pub fn best_relief(&self) -> Option<&Hidden> {
        let more = self.hidden.iter().filter(|one| one.shown_without > self.shown);
        // The first of equal ones: it hides most.
        more.reduce(|best, one| if one.shown_without > best.shown_without { one } else { best })
    }
}

impl Facets {
    /// Counts the items that a view state shows, and those it would show with other filters.
    pub fn count(&self, asked: &Asked) -> Counts {
        let chosen = self.chosen(asked.state);
        let in_force = asked
            .state
            .facets
            .iter()
            .filter(|(_, words)| !words.is_empty())
            .fold(0u32, |bits, (&facet, _)| bits | 1 << facet as u32);
        let allowed: Vec<usize> =
            asked.tracks.iter().filter_map(|track| self.numbers[Facet::Track as usize].find(track)).collect();
        let heeds = [heeded_by(Sort::Occurrence), heeded_by(Sort::Instrument)];
        let further = &asked.further[..asked.further.len().min(20)];

        let mut counts: [Vec<usize>; FACETS] = std::array::from_fn(|facet| vec![0; self.known[facet].len()]);
        let (mut shown, mut total) = (0, 0);
        // By filter: how many fail it, and how many fail only it.
        let (mut failing, mut only) = ([0; 32], [0; 32]);
        for (nth, subject) in self.subjects.iter().enumerate() {
            let held = &self.held[self.starts[nth] as usize..self.starts[nth + 1] as usize];
            let is_on = |track: &(u8, u32)| track.0 == Facet::Track as u8 && allowed.contains(&(track.1 as usize));
            if !asked.sorts.contains(&subject.sort)
                || !asked.tracks.is_empty() && is_limited(subject.sort) && !held.iter().any(is_on)
            {
                continue;
            }
            total += 1;
            let heeds = heeds[subject.sort as usize];
            let mut passed = 0u32;
            for &(facet, value) in held {
                passed |= u32::from(chosen[facet as usize][value as usize]) << facet;
            }
            let mut fails = in_force & heeds & !passed;
            fails |= u32::from(!asked.hits.contains(&subject.id)) << SEARCH;
            fails |= u32::from(!is_in(subject.span, asked.span)) << SPAN;
            for (nth, lets) in further.iter().enumerate() {
                fails |= u32::from(!lets(&subject.id)) << (FURTHER + nth);
            }
            let mut each = fails;
            while each != 0 {
                failing[each.trailing_zeros() as usize] += 1;
                each &= each - 1;
            }
            shown += usize::from(fails == 0);
            if fails.is_power_of_two() {
                only[fails.trailing_zeros() as usize] += 1;
            }
            for &(facet, value) in held {
                // Of its own facet, a value heeds no filter.
                if heeds >> facet & 1 == 1 && fails & !(1 << facet) == 0 {
                    counts[facet as usize][value as usize] += 1;
                }
            }
        }
        let heeded = asked.sorts.iter().fold(0, |bits, &sort| bits | heeds[sort as usize]);
        let facets = Facet::ALL.iter().filter(|(facet, _)| heeded >> *facet as u32 & 1 == 1);
        let facets = facets.map(|&(facet, _)| (facet, self.values(facet, asked, &counts, &chosen))).collect();
        let hidden: Vec<Hidden> = (0..FURTHER + further.len())
            .filter(|&filter| failing[filter] > 0)
            .map(|filter| Hidden { by: filter_of(filter), count: failing[filter], shown_without: shown + only[filter] })
            .collect();
        let hidden = order::in_order(&hidden, &|a, b| b.count.cmp(&a.count)).into_iter().copied().collect();
        Counts { shown, total, facets, hidden }
    }

    /// Which values are asked for, facet by facet.
    fn chosen(&self, state: &ViewState) -> [Vec<bool>; FACETS] {
        let mut chosen: [Vec<bool>; FACETS] = std::array::from_fn(|facet| vec![false; self.known[facet].len()]);
        for (&facet, words) in &state.facets {
            for number in words.iter().filter_map(|word| self.numbers[facet as usize].find(word)) {
                chosen[facet as usize][number] = true;
            }
        }
        chosen
    }

    fn values(
        &self,
        facet: Facet,
        asked: &Asked,
        counts: &[Vec<usize>; FACETS],
        chosen: &[Vec<bool>; FACETS],
    ) -> Vec<Value> {
        let (nth, number_of) = (facet as usize, &self.numbers[facet as usize]);
        let value = |number: &u32| Value {
            word: self.known[nth][*number as usize].word.clone(),
            count: counts[nth][*number as usize],
            is_chosen: chosen[nth][*number as usize],
        };
        let words = asked.state.facets.get(&facet).into_iter().flatten();
        let strange = words.filter(|word| number_of.find(word).is_none());
        let strange = strange.map(|word| Value { word: word.clone(), count: 0, is_chosen: true });
        self.in_order[nth].iter().map(value).chain(strange).collect()
    }
}

/// Whether figures limit items of a sort to tracks.
fn is_limited(sort: Sort) -> bool {
    sort == Sort::Occurrence
}

fn is_in((first, last): (Option<Day>, Option<Day>), span: Option<(Day, Day)>) -> bool {
    span.is_none_or(|(from, to)| first.is_none_or(|first| first <= to) && last.is_none_or(|last| last >= from))
}

fn filter_of(number: usize) -> Filter {
    match number {
        SEARCH => Filter::Search,
        SPAN => Filter::Span,
        _ => number.checked_sub(FURTHER).map_or_else(|| Filter::Facet(Facet::ALL[number].0), Filter::Further),
    }
}
