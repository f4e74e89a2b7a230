//! What a timeline is made from, prepared once for as long as data, language and filters stay.

use std::{cell::OnceCell, rc::Rc, sync::Arc};

use super::{occurrence, span::span_of_state};
use crate::{
    draw::occurrences::{Naming, timeline_input},
    figure::Context,
    layout::timeline::TimelineInput,
    model::{Day, Edtf, Figure, Id},
    query::{MEETINGS_TRACK, Occurrence, UNTRACKED, Visible, search::Hits, span_of, visible},
    scale::{Limits, Span},
    state::ViewState,
};

/// The accessible names of items by their place, each made when it is first asked for: of many items few are drawn.
pub struct Names(Vec<OnceCell<Arc<str>>>);

/// The same names are the same in memory.
impl PartialEq for Names {
    fn eq(&self, other: &Names) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Names {
    /// The name of the item at a place of `input`, for which these names are.
    pub fn get(&self, context: &Context, input: &TimelineInput, at: usize) -> Arc<str> {
        let made = || {
            let found = input.items.get(at).and_then(|item| context.find(&item.key));
            found.and_then(occurrence).map(|one| name(context, one)).unwrap_or_default()
        };
        self.0.get(at).map(|known| known.get_or_init(made).clone()).unwrap_or_default()
    }
}

/// What is shown, in the reader's language.
pub struct Prepared {
    /// The days that can be looked at.
    pub limits: Limits,
    /// What is laid out.
    pub input: Rc<TimelineInput>,
    /// The accessible names of its items.
    pub names: Rc<Names>,
    /// What has no place on the axis, with its date in words.
    pub unplaced: Vec<(Id, String)>,
    /// How much there is without filters.
    pub total: usize,
    /// Ids and names of tracks with anything in them, filtered or not.
    pub tracks: Vec<(Box<str>, String)>,
}

impl Prepared {
    /// Prepares a figure. `folded`: the tracks that are closed.
    pub fn of(context: &Context, figure: &Figure, folded: &[Id]) -> Prepared {
        let shown = visible(context.briefing, context.index, (context.state, context.hits), &figure.tracks);
        let all = visible(context.briefing, context.index, (&ViewState::default(), &Hits::default()), &figure.tracks);
        let limits = limits(context, &all);
        let naming = Naming { text: &|text| context.text(text), track: &|id| context.t(&format!("track-{id}")) };
        let days = (limits.domain, Some(context.day()));
        let input = timeline_input(context.briefing, context.index, &shown, folded, days, &naming);
        let unplaced = shown.unplaced.iter().map(|&one| (one.id().clone(), date(context, one))).collect();
        Prepared {
            limits,
            input: Rc::new(input),
            names: Rc::new(Names(vec![OnceCell::new(); shown.placed.len()])),
            unplaced,
            total: shown.total,
            tracks: filled(context, &all),
        }
    }

    /// The span that link and figure ask for.
    pub fn span(&self, context: &Context, figure: &Figure) -> Span {
        let state = context.state;
        let (asked, own) = ((state.from.as_ref(), state.to.as_ref()), (figure.from.as_ref(), figure.to.as_ref()));
        span_of_state(asked, own, self.limits)
    }
}

fn date(context: &Context, occurrence: Occurrence) -> String {
    context.span(occurrence.date(), occurrence.end())
}

/// The days of all occurrences of these tracks, filtered or not, so that filters do not move the axis.
fn limits(context: &Context, all: &Visible) -> Limits {
    let spans: Vec<_> = all.placed.iter().map(|&one| span_of(one)).collect();
    let days = || spans.iter().flat_map(|&(first, last)| [first, last]).flatten().map(Day::unix_days);
    let as_of = context.briefing.card.as_of.as_ref().and_then(Edtf::latest).map(Day::unix_days);
    let first = days().chain(as_of).min().unwrap_or(0);
    let last = days().chain(as_of).max().unwrap_or(0);
    Limits::around(first, last)
}

fn name(context: &Context, one: Occurrence) -> Arc<str> {
    let values = [("date", date(context, one).into()), ("title", context.text(one.title()).into())];
    let kind = one.kind().map(|kind| context.words.known("kind", kind));
    let name = context.tf("item-name", &values);
    Arc::from(kind.map_or(name.clone(), |kind| format!("{name} ({kind})")))
}

fn filled(context: &Context, all: &Visible) -> Vec<(Box<str>, String)> {
    let ids = context.briefing.tracks.iter().map(|track| &*track.meta.id).chain([MEETINGS_TRACK, UNTRACKED]);
    let track = |id: &str| {
        let is_filled = all.placed.iter().chain(&all.unplaced).any(|one| one.track() == id);
        let name = || context.find(id).map_or_else(|| context.t(&format!("track-{id}")), |found| context.name(found));
        is_filled.then(|| (Box::from(id), name()))
    };
    ids.filter_map(track).collect()
}
