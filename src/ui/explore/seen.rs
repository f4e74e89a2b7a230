//! What is seen of the briefing: as it stood on a day, and what the search finds in it.

use std::{cell::OnceCell, rc::Rc};

use crate::{
    model::Day,
    query::{
        Changes, Index, Moment, RecordCount,
        facets::Facets,
        search::{Hits, Query, SearchIndex},
        snapshot,
    },
    state::ViewState,
    ui::store::Data,
};

/// What is seen of the briefing. What takes long is made once, when it is first asked for.
pub struct Seen {
    /// The briefing as it stands.
    pub whole: Rc<Data>,
    /// The briefing as it stood; the same as the whole where nobody looks back.
    pub data: Rc<Data>,
    /// The moment that it shows.
    pub moment: Moment,
    /// How many items came later.
    pub later: usize,
    /// How many items had been recorded.
    pub record: RecordCount,
    /// The words for which `hits` are.
    pub sought: Box<str>,
    /// What they find.
    pub hits: Rc<Hits>,
    /// The words of the whole briefing, once somebody searches.
    pub index: Option<Rc<SearchIndex>>,
    facets: Rc<OnceCell<Facets>>,
    changes: Rc<OnceCell<Changes>>,
}

impl Seen {
    /// All of a briefing, as it stands.
    pub fn all(whole: Rc<Data>) -> Seen {
        Seen {
            data: whole.clone(),
            whole,
            moment: Moment::default(),
            later: 0,
            record: RecordCount::default(),
            sought: "".into(),
            hits: Rc::default(),
            index: None,
            facets: Rc::default(),
            changes: Rc::default(),
        }
    }

    /// What its items can be filtered by; where acts stand is as of `day`.
    pub fn facets(&self, day: Day) -> &Facets {
        self.facets.get_or_init(|| Facets::new(&self.data.briefing, &self.data.index, day))
    }

    /// The days on which something changes, of all that had been recorded.
    pub fn changes(&self) -> &Changes {
        self.changes.get_or_init(|| Changes::new(&self.whole.briefing, &self.whole.index, self.moment))
    }
}

/// What a view state sees; `None` where that is what is seen already. Without an index every item is found.
pub fn look(seen: &Seen, state: &ViewState, index: Option<Rc<SearchIndex>>) -> Option<Seen> {
    let moment = Moment { asof: state.asof, known: state.known };
    let index = index.or_else(|| seen.index.clone());
    let is_same_moment = moment == seen.moment;
    if is_same_moment && state.search == seen.sought && index.is_some() == seen.index.is_some() {
        return None;
    }
    let mut next = Seen { index, ..Seen::all(seen.whole.clone()) };
    if moment == Moment::default() || is_same_moment {
        next.moment = moment;
        if is_same_moment {
            (next.data, next.later, next.record) = (seen.data.clone(), seen.later, seen.record);
            next.facets = seen.facets.clone();
        }
    } else {
        let Data { briefing, index, report, original } = &*seen.whole;
        let then = snapshot(briefing, index, moment);
        (next.moment, next.later, next.record) = (moment, then.later, then.record);
        let index = Index::new(&then.briefing);
        let (report, original) = (report.clone(), original.clone());
        next.data = Rc::new(Data { briefing: then.briefing, index, report, original });
    }
    if moment.known == seen.moment.known {
        next.changes = seen.changes.clone();
    }
    next.sought = state.search.clone();
    if let Some(index) = next.index.as_ref().filter(|_| !state.search.is_empty()) {
        next.hits = Rc::new(index.search(&Query::new(&state.search)));
    }
    Some(next)
}
