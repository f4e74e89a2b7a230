//! Guided stories: steps in order, each with the view that its link names.
//!
//! Steps whose first tag is the same make one story, in the order of the document; steps without tags make one, too. A tag
//! that is the id of an item (a page, as a rule) gives the story the name of that item.

use super::{Index, unknown_filters};
use crate::{
    model::{Briefing, Id, Item, Step},
    state::{Action, LinkNote, ViewState, apply, read},
};

/// A guided story.
#[derive(Clone, Debug)]
pub struct Story<'a> {
    /// The first tag of its steps; `None` for steps without tags.
    pub tag: Option<&'a str>,
    /// Its steps in order; not empty.
    pub steps: Vec<&'a Item<Step>>,
}

/// All stories, in the order of their first steps.
pub fn stories(briefing: &Briefing) -> Vec<Story<'_>> {
    let mut stories: Vec<Story> = Vec::new();
    for step in &briefing.story {
        let tag = tag(step);
        match stories.iter_mut().find(|story| story.tag == tag) {
            Some(story) => story.steps.push(step),
            None => stories.push(Story { tag, steps: vec![step] }),
        }
    }
    stories
}

fn tag(step: &Item<Step>) -> Option<&str> {
    step.meta.tags.first().map(|tag| &**tag)
}

/// The step of an id or a former id.
pub fn step<'a>(briefing: &'a Briefing, id: &str) -> Option<&'a Item<Step>> {
    let is_it = |step: &&Item<Step>| *step.meta.id == *id || step.meta.aliases.iter().any(|alias| **alias == *id);
    briefing.story.iter().find(is_it)
}

/// What leads to a step: the view that its link names; without a link, the view stays.
pub fn go(step: &Item<Step>) -> Action {
    Action::Step(step.meta.id.clone(), step.link.as_deref().map(|link| Box::new(read(link).0)))
}

/// What a link with a step shows. A link that names nothing else shows the view of the step.
///
/// # Errors
///
/// The id of the step, where there is no such step.
pub fn opened(briefing: &Briefing, state: &ViewState) -> Result<Option<ViewState>, Id> {
    let Some(id) = &state.step else { return Ok(None) };
    let found = step(briefing, id).ok_or_else(|| id.clone())?;
    let bare = apply(state, Action::Step(id.clone(), Some(Box::default())));
    if bare == *state {
        return Ok(Some(apply(state, go(found))));
    }
    Ok((found.meta.id != *id).then(|| apply(state, Action::Step(found.meta.id.clone(), None))))
}

/// Why a part of a step's link does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No such key.
    Key,
    /// The key is known, its value is not.
    Value,
    /// The key belongs to the reader: steps do not change it.
    Reader,
    /// There is no such page.
    View,
    /// There is no such item.
    Item,
    /// Nothing has what the filter asks for.
    Filter,
    /// The link is too long.
    Long,
}

impl Reason {
    /// Its word in findings.
    pub fn word(self) -> &'static str {
        ["key", "value", "reader", "view", "item", "filter", "long"][self as usize]
    }
}

/// What of a step's link does not count: key, value, and why.
pub fn faults(link: &str, briefing: &Briefing, index: &Index) -> Vec<(String, String, Reason)> {
    let (state, notes) = read(link);
    let note = |note: LinkNote| match note {
        LinkNote::UnknownKey(key) => (key.to_string(), String::new(), Reason::Key),
        LinkNote::BadValue { key, value } => (key.to_string(), value.to_string(), Reason::Value),
        LinkNote::TooLong => (String::new(), String::new(), Reason::Long),
    };
    let mut faults: Vec<_> = notes.into_iter().map(note).collect();
    let own = [
        ("briefing", state.briefing.is_some()),
        ("step", state.step.is_some()),
        ("lang", state.lang.is_some()),
        ("theme", state.theme != Default::default()),
        ("embed", state.embed),
    ];
    let own = own.into_iter().filter(|(_, is_there)| *is_there);
    faults.extend(own.map(|(key, _)| (key.to_owned(), String::new(), Reason::Reader)));
    let is_view = |id: &Id| briefing.views.iter().any(|view| view.meta.id == *id);
    let views = state.view.iter().filter(|id| !is_view(id));
    faults.extend(views.map(|id| ("view".to_owned(), id.to_string(), Reason::View)));
    let compared = state.compare.iter().flat_map(|(a, b)| [("compare", a), ("compare", b)]);
    let items = state.select.iter().map(|id| ("select", id)).chain(compared);
    let lost = items.filter(|(_, id)| index.find(briefing, id).is_none());
    faults.extend(lost.map(|(key, id)| (key.to_owned(), id.to_string(), Reason::Item)));
    let unknown = unknown_filters(briefing, index, &state).into_iter();
    faults.extend(unknown.map(|(facet, value)| (facet.key().to_owned(), value.to_string(), Reason::Filter)));
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load::load, state::write};

    const BRIEFING: &str = r#"{"annals":1,"id":"x","title":"X",
        "events":[{"id":"e","date":"2019","title":"E","kind":"law"}],
        "views":[{"id":"overview","title":"O"},{"id":"laws","title":"Laws"}],
        "story":[{"id":"a1","title":"A1","tags":["laws"],"link":"view=laws&select=e"},{"id":"b1","title":"B1"},
        {"id":"a2","aliases":["a-two"],"title":"A2","tags":["laws","more"],"link":"?from=2019&kind=law"},
        {"id":"b2","title":"B2","link":"view=timeline"}]}"#;

    fn briefing() -> Briefing {
        load(BRIEFING.as_bytes()).unwrap().briefing
    }

    #[test]
    fn steps_with_one_tag_are_one_story() {
        let briefing = briefing();
        let told: Vec<(Option<&str>, Vec<&str>)> = stories(&briefing)
            .into_iter()
            .map(|story| (story.tag, story.steps.iter().map(|step| &*step.meta.id as &str).collect()))
            .collect();
        assert_eq!(told, [(Some("laws"), vec!["a1", "a2"]), (None, vec!["b1", "b2"])]);
    }

    #[test]
    fn a_link_with_nothing_but_a_step_shows_its_view() {
        let briefing = briefing();
        let shown = |link: &str| opened(&briefing, &read(link).0).map(|state| state.map(|state| write(&state)));
        let whole = Some("view=laws&select=e&step=a1&lang=en&embed=1".to_owned());
        assert_eq!(shown("step=a1&lang=en&embed=1"), Ok(whole));
        // A reader who has moved on from the view of the step, or is nowhere in a story, sees what the link says.
        assert_eq!(shown("view=laws&step=a1"), Ok(None));
        assert_eq!(shown("view=laws"), Ok(None));
        assert_eq!(shown("step=b1"), Ok(Some("step=b1".to_owned())));
        assert_eq!(shown("view=laws&step=a-two"), Ok(Some("view=laws&step=a2".to_owned())));
        assert_eq!(shown("step=a-two"), Ok(Some("from=2019&kind=law&step=a2".to_owned())));
        assert_eq!(shown("step=none"), Err(Id::from("none")));
    }

    #[test]
    fn what_does_not_count_in_the_link_of_a_step_is_found() {
        let briefing = briefing();
        let index = Index::new(&briefing);
        let found = |link: &str| -> Vec<String> {
            let one = |(key, value, reason): (String, String, Reason)| format!("{}:{key}={value}", reason.word());
            faults(link, &briefing, &index).into_iter().map(one).collect()
        };
        assert_eq!(found("view=laws&from=2019&to=latest&select=e&kind=law"), [""; 0]);
        assert_eq!(found("view=law&select=f&compare=e..g"), ["view:view=law", "item:select=f", "item:compare=g"]);
        assert_eq!(found("lang=en&theme=dark&step=a1"), ["reader:step=", "reader:lang=", "reader:theme="]);
        assert_eq!(found("colour=red&from=soon"), ["key:colour=", "value:from=soon"]);
        assert_eq!(found("kind=laws"), ["filter:kind=laws"]);
        assert_eq!(found(&format!("q={}", "a".repeat(9_000))), ["long:="]);
    }
}
