//! Where the focus goes: with the reader into what opens, and back to where they came from when it closes.

use crate::{model::Id, state::ViewState, web};

/// What has the focus, or had it last.
pub struct Focus {
    /// The item whose panel it is in.
    item: Option<Id>,
    /// The comparison it is in.
    comparison: Option<(Id, Id)>,
    /// The step of the story it is in.
    step: Option<Id>,
    /// The id of the figure that it was in before.
    came_from: Option<String>,
}

impl Focus {
    /// At the top of a page that opens with `state`, whatever is open in it.
    pub fn new(state: &ViewState) -> Focus {
        let (item, comparison, step) = (state.select.clone(), state.compare.clone(), state.step.clone());
        Focus { item, comparison, step, came_from: None }
    }

    /// Moves the focus to what `state` opens, or back from what it closes.
    pub fn follow(&mut self, state: &ViewState) {
        if state.step != self.step {
            *self = Focus { came_from: self.came_from.take(), ..Focus::new(state) };
            web::focus(if self.step.is_some() { "[data-region=story] h2" } else { "[data-control=story]" }, false);
            return;
        }
        if state.compare != self.comparison {
            *self = Focus { came_from: self.came_from.take(), ..Focus::new(state) };
            let is_open = self.comparison.is_some();
            let place = if is_open { "[data-region=comparison] h2" } else { "[data-control=compare]" };
            if !web::focus(place, false) {
                web::focus("#content", true);
            }
            return;
        }
        if state.select == self.item {
            return;
        }
        let left = std::mem::replace(&mut self.item, state.select.clone());
        match (&self.item, left) {
            (Some(_), _) => {
                // An item can stand in several figures: the focus goes back to the one it came from.
                self.came_from = web::focused_attribute("data-figure").or(self.came_from.take());
                web::focus("[data-region=detail] h2", false);
            }
            (None, Some(left)) => {
                // Rows and list entries stand for items too, but what can have the focus is in them.
                let item = format!("[data-key=\"{left}\"]:is(a, button, [tabindex])");
                let figure = self.came_from.take().map(|id| format!("main [data-figure=\"{id}\"] {item}"));
                if !figure.is_some_and(|selector| web::focus(&selector, false)) {
                    web::focus(&format!("main {item}"), false);
                }
            }
            (None, None) => {}
        }
    }
}

/// Another page begins at its top; where the link that led there is gone, the focus begins there too.
pub fn begin_at_top(state: &ViewState) {
    web::scroll_to_top();
    if web::is_focus_lost() {
        let start = if state.select.is_some() { "[data-region=detail] h2" } else { "#content" };
        web::focus(start, true);
    }
}
