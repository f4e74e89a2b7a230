//! What a reader can do, and the state that follows from it.

use crate::model::{Day, Id};

use super::{Bound, Facet, Theme, ViewState};

/// What a reader can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Go to a page.
    Open(Id),
    /// Open an item.
    Select(Id),
    /// Show an item on the timeline.
    Locate {
        /// The item.
        item: Id,
        /// First day to show.
        from: Bound,
        /// Last day to show.
        to: Bound,
    },
    /// Close the opened item.
    Close,
    /// Show two items side by side.
    Compare(Id, Id),
    /// Close the comparison.
    CloseComparison,
    /// Go to a step of the story and to the view that it shows; without a view, the view stays.
    Step(Id, Option<Box<ViewState>>),
    /// Leave the story and stay where it led.
    LeaveStory,
    /// Show a span of time.
    Show {
        /// Its first day.
        from: Bound,
        /// Its last day.
        to: Bound,
    },
    /// Go to a page and show a span of time there.
    Visit {
        /// The page.
        view: Id,
        /// First day to show.
        from: Bound,
        /// Last day to show.
        to: Bound,
    },
    /// Show the span that the figure starts with.
    ShowStart,
    /// Add or take away one id of a facet.
    Toggle(Facet, Box<str>),
    /// Show only what holds these words.
    Search(Box<str>),
    /// See the world as it stood at the end of a day; `None`: as it stands.
    LookBack(Option<Day>),
    /// See only what had been recorded by the end of a day; `None`: all.
    Recall(Option<Day>),
    /// See the world as it stands, and all that is recorded.
    Return,
    /// Show all items again.
    Clear,
    /// Change the language of the page.
    Speak(Box<str>),
    /// Change the colours of the page.
    Paint(Theme),
    /// Take over a whole state, from a link.
    Restore(Box<ViewState>),
}

/// The state after `action`.
///
/// ```
/// use annals::{model::Id, state::{Action, ViewState, apply, write}};
/// let state = apply(&ViewState::default(), Action::Open(Id::from("timeline")));
/// let state = apply(&state, Action::Select(Id::from("e1")));
/// assert_eq!(write(&state), "view=timeline&select=e1");
/// ```
pub fn apply(state: &ViewState, action: Action) -> ViewState {
    let mut next = state.clone();
    match action {
        Action::Open(view) => {
            next.view = Some(view).filter(|view| view.as_str() != "overview");
            (next.select, next.compare) = (None, None);
        }
        Action::Select(id) => next.select = Some(id),
        Action::Locate { item, from, to } => {
            (next.view, next.compare) = (Some(Id::from("timeline")), None);
            (next.from, next.to, next.select) = (Some(from), Some(to), Some(item));
        }
        Action::Close => next.select = None,
        // What is compared takes the place of what is opened.
        Action::Compare(a, b) => (next.compare, next.select) = (Some((a, b)), None),
        Action::CloseComparison => next.compare = None,
        Action::Step(id, view) => {
            if let Some(view) = view {
                next = *view;
                // Whose page it is and how it looks are the reader's.
                (next.briefing, next.lang) = (state.briefing.clone(), state.lang.clone());
                (next.theme, next.embed) = (state.theme, state.embed);
            }
            next.step = Some(id);
        }
        Action::LeaveStory => next.step = None,
        Action::Show { from, to } => (next.from, next.to) = (Some(from), Some(to)),
        Action::Visit { view, from, to } => {
            (next.view, next.select, next.compare) = (Some(view), None, None);
            (next.from, next.to) = (Some(from), Some(to));
        }
        Action::ShowStart => (next.from, next.to) = (None, None),
        Action::Toggle(facet, id) => {
            let ids = next.facets.entry(facet).or_default();
            match ids.iter().position(|known| *known == id) {
                Some(at) => drop(ids.remove(at)),
                None => ids.push(id),
            }
            next.facets.retain(|_, ids| !ids.is_empty());
        }
        Action::Search(words) => next.search = words,
        Action::LookBack(day) => next.asof = day,
        Action::Recall(day) => next.known = day,
        Action::Return => (next.asof, next.known) = (None, None),
        Action::Clear => {
            next.facets.clear();
            next.search = "".into();
        }
        Action::Speak(lang) => next.lang = Some(lang),
        Action::Paint(theme) => next.theme = theme,
        Action::Restore(state) => next = *state,
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toggling_twice_changes_nothing() {
        let state = ViewState::default();
        let once = apply(&state, Action::Toggle(Facet::Kind, "law".into()));
        assert!(!once.facets.is_empty());
        assert_eq!(apply(&once, Action::Toggle(Facet::Kind, "law".into())), state);
    }

    #[test]
    fn another_page_closes_the_item_and_keeps_the_rest() {
        let (state, _) = crate::state::read("select=e1&kind=law&lang=en");
        let next = apply(&state, Action::Open("sources".into()));
        assert_eq!(crate::state::write(&next), "view=sources&kind=law&lang=en");
    }

    #[test]
    fn a_comparison_closes_the_item_and_another_page_the_comparison() {
        let (state, _) = crate::state::read("view=about&select=e1");
        let compared = apply(&state, Action::Compare("a".into(), "b".into()));
        assert_eq!(crate::state::write(&compared), "view=about&compare=a..b");
        let opened = apply(&compared, Action::Select("e1".into()));
        assert_eq!(crate::state::write(&opened), "view=about&select=e1&compare=a..b");
        assert_eq!(crate::state::write(&apply(&opened, Action::CloseComparison)), "view=about&select=e1");
        assert_eq!(crate::state::write(&apply(&opened, Action::Open("sources".into()))), "view=sources");
    }

    #[test]
    fn a_step_takes_over_its_view_and_keeps_what_is_the_readers() {
        let (state, _) =
            crate::state::read("briefing=b.json&view=about&from=2001&kind=law&select=e1&lang=en&theme=dark&embed=1");
        let (view, _) = crate::state::read("view=timeline&to=2005&tag=toys&lang=zh-Hans&theme=light");
        let at = apply(&state, Action::Step("s1".into(), Some(Box::new(view))));
        let shown = "briefing=b.json&view=timeline&to=2005&tag=toys&step=s1&lang=en&theme=dark&embed=1";
        assert_eq!(crate::state::write(&at), shown);
        let left = apply(&apply(&at, Action::Select("e2".into())), Action::LeaveStory);
        let shown = "briefing=b.json&view=timeline&to=2005&tag=toys&select=e2&lang=en&theme=dark&embed=1";
        assert_eq!(crate::state::write(&left), shown);
    }

    #[test]
    fn a_step_without_a_view_keeps_the_view() {
        let (state, _) = crate::state::read("view=about&select=e1&step=s1");
        let at = apply(&state, Action::Step("s2".into(), None));
        assert_eq!(crate::state::write(&at), "view=about&select=e1&step=s2");
    }

    #[test]
    fn clearing_shows_all_items() {
        let (state, _) = crate::state::read("q=x&kind=law,plan");
        let cleared = apply(&state, Action::Clear);
        assert!(cleared.search.is_empty() && cleared.facets.is_empty());
    }
}
