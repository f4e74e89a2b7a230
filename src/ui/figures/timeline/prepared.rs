//! What a timeline is made from, prepared once for as long as data, language and filters stay.

use std::{rc::Rc, sync::Arc};

use super::super::figure_of;
use crate::{
    draw::occurrences::{Naming, timeline_input},
    layout::timeline::TimelineInput,
    model::{Day, Edtf, Id},
    query::{MEETINGS_TRACK, UNTRACKED, Visible, span_of, visible},
    scale::Limits,
    state::ViewState,
    ui::{quantity::occurrence_date, store::Store, timing::time_preparation},
};

/// What the figure is prepared from: not the span nor the opened item, which change all the time.
pub struct Deps(pub (Store, Vec<Id>));

impl PartialEq for Deps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.0, &other.0);
        Rc::ptr_eq(&a.0.data, &b.0.data)
            && Rc::ptr_eq(&a.0.words, &b.0.words)
            && a.0.state.facets == b.0.state.facets
            && a.0.state.search == b.0.state.search
            && a.1 == b.1
    }
}

/// What is shown, in the reader's language.
pub struct Prepared {
    pub limits: Limits,
    pub input: Rc<TimelineInput>,
    pub names: Rc<Vec<Arc<str>>>,
    pub unplaced: Vec<(Id, String)>,
    pub total: usize,
    /// Ids of tracks with anything in them, their names, and how much that is, filtered or not.
    pub tracks: Vec<(Box<str>, String, usize)>,
}

/// Prepares a figure.
pub fn prepare(store: &Store, figure: &Id, folded: &[Id]) -> Prepared {
    let _timing = time_preparation(figure);
    let tracks = figure_of(store, figure).map(|figure| figure.tracks.as_slice()).unwrap_or_default();
    let briefing = store.briefing();
    let shown = visible(briefing, &store.state, tracks);
    let all = visible(briefing, &ViewState::default(), tracks);
    let limits = limits(store, &all);
    let naming = Naming { text: &|text| store.plain(text), track: &|id| store.t(&format!("track-{id}")) };
    let input =
        timeline_input(briefing, &store.data.index, &shown, folded, (limits.domain, Some(store.today)), &naming);
    let names = names(store, &shown);
    let unplaced = shown.unplaced.iter().map(|&one| (one.id().clone(), occurrence_date(store, one))).collect();
    let (input, names, total, tracks) = (Rc::new(input), Rc::new(names), shown.total, counts(store, &all));
    Prepared { limits, input, names, unplaced, total, tracks }
}

/// The days of all occurrences of these tracks, filtered or not, so that filters do not move the axis.
fn limits(store: &Store, all: &Visible) -> Limits {
    let spans: Vec<_> = all.placed.iter().map(|&one| span_of(one)).collect();
    let days = || spans.iter().flat_map(|&(first, last)| [first, last]).flatten().map(Day::unix_days);
    let as_of = store.briefing().card.as_of.as_ref().and_then(Edtf::latest).map(Day::unix_days);
    let first = days().chain(as_of).min().unwrap_or(0);
    let last = days().chain(as_of).max().unwrap_or(0);
    Limits::around(first, last)
}

fn names(store: &Store, shown: &Visible) -> Vec<Arc<str>> {
    let name = |one: &crate::query::Occurrence| {
        let values = [("date", occurrence_date(store, *one).into()), ("title", store.plain(one.title()).into())];
        let kind = one.kind().map(|kind| store.words.known("kind", kind));
        let name = store.tf("item-name", &values);
        Arc::from(kind.map_or(name.clone(), |kind| format!("{name} ({kind})")))
    };
    shown.placed.iter().map(name).collect()
}

fn counts(store: &Store, all: &Visible) -> Vec<(Box<str>, String, usize)> {
    let ids = store.briefing().tracks.iter().map(|track| &*track.meta.id).chain([MEETINGS_TRACK, UNTRACKED]);
    let track = |id: &str| {
        let count = all.placed.iter().chain(&all.unplaced).filter(|one| one.track() == id).count();
        let name = || store.find(id).map_or_else(|| store.t(&format!("track-{id}")), |found| store.name(found));
        (count > 0).then(|| (Box::from(id), name(), count))
    };
    ids.filter_map(track).collect()
}
