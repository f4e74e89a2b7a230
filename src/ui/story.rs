//! The guided story: one step after the other, each over the view that it names; and its steps on a large screen.

use std::rc::Rc;

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::{
    link::go,
    store::{Step as Entered, Store},
    text::{markdown, text},
};
use crate::{
    model::{Item, Step},
    query::story::{self, Story, stories},
    state::Action,
    web::Presenting,
};

/// The story at the step of the view; nothing where the view is at none. It is told as of today, even where the view of a step
/// looks back.
pub fn story(store: &Store) -> Html {
    html! { <Panel store={Store { data: store.seen.whole.clone(), ..store.clone() }} /> }
}

#[derive(Properties, PartialEq)]
struct PanelProps {
    store: Store,
}

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Turn {
    Next,
    Back,
    /// Out of the presentation, else out of the story.
    Out,
}

/// Where a key leads. A presentation is turned by the keys of remote controls too.
fn turn(key: &str, presenting: bool) -> Option<Turn> {
    match key {
        "ArrowRight" => Some(Turn::Next),
        "ArrowLeft" => Some(Turn::Back),
        "ArrowDown" | "PageDown" if presenting => Some(Turn::Next),
        "ArrowUp" | "PageUp" if presenting => Some(Turn::Back),
        "Escape" => Some(Turn::Out),
        _ => None,
    }
}

/// The step that a key turns to.
fn turned<'a>(told: &Story<'a>, at: usize, to: Turn) -> Option<&'a Item<Step>> {
    let at = match to {
        Turn::Next => at + 1,
        Turn::Back => at.checked_sub(1)?,
        Turn::Out => return None,
    };
    told.steps.get(at).copied()
}

/// The story that a step is told in, and its place there.
fn told_in<'a>(store: &'a Store, step: &Item<Step>) -> Option<(Story<'a>, usize)> {
    stories(store.briefing()).into_iter().find_map(|told| {
        let at = told.steps.iter().position(|one| one.meta.id == step.meta.id)?;
        Some((told, at))
    })
}

#[component]
fn Panel(props: &PanelProps) -> Html {
    let store = &props.store;
    let presenting = use_state(|| None::<Rc<Presenting>>);
    let is_presenting = presenting.is_some();
    let turn_page = {
        let (store, presenting) = (store.clone(), presenting.clone());
        Callback::from(move |to: Turn| {
            let found = store.state.step.as_ref().and_then(|id| story::step(store.briefing(), id));
            match (to, found.and_then(|step| told_in(&store, step))) {
                (Turn::Out, _) if presenting.is_some() => presenting.set(None),
                (Turn::Out, _) => store.act(Action::LeaveStory),
                (_, Some((told, at))) => turned(&told, at, to).into_iter().for_each(|step| store.act(story::go(step))),
                _ => {}
            }
        })
    };
    {
        let turn_page = turn_page.clone();
        use_effect_with((is_presenting, store.state.step.clone()), move |(is_presenting, _)| {
            // Figures that take the key themselves come first.
            let listener = is_presenting.then(|| {
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&document(), "keydown", options, move |event| {
                    if let Some(press) = event.dyn_ref::<KeyboardEvent>().filter(|press| !press.default_prevented()) {
                        heed(press, true, &turn_page);
                    }
                })
            });
            move || drop(listener)
        });
    }
    let found = store.state.step.as_ref().and_then(|id| story::step(store.briefing(), id));
    let Some((step, (told, at))) = found.and_then(|step| Some((step, told_in(store, step)?))) else {
        return html! {};
    };
    let onkeydown = {
        let turn_page = turn_page.clone();
        move |press: KeyboardEvent| {
            // What is presented is listened to as a whole.
            if !is_presenting && heed(&press, false, &turn_page) {
                press.stop_propagation();
            }
        }
    };
    let to = |to: Turn| turn_page.reform(move |_: MouseEvent| to);
    let present = {
        let presenting = presenting.clone();
        move |_: MouseEvent| {
            let ended = presenting.setter();
            presenting.set(match *presenting {
                Some(_) => None,
                None => Some(Rc::new(Presenting::begin(move || ended.set(None)))),
            });
        }
    };
    let counted = [("at", (at + 1).into()), ("count", told.steps.len().into())];
    let others: Vec<Html> = stories(store.briefing())
        .into_iter()
        .filter(|other| other.tag != told.tag)
        .map(|other| html! { <li>{go(store, story::go(other.steps[0]), html! { {story_name(store, &other)} })}</li> })
        .collect();
    html! {
        <section data-region="story" class="story" aria-label={store.t("story")} data-key={step.meta.id.to_string()} {onkeydown}>
            <div class="detail-head">
                <p class="kicker">{story_name(store, &told)}</p>
                <div class="tools">
                    <button data-control="story-present" aria-pressed={is_presenting.to_string()} onclick={present}>{store.t("story-present")}</button>
                    <button data-control="story-close" onclick={store.dispatch.reform(|_| (Action::LeaveStory, Entered::Push))}
                        aria-label={store.t("story-close")}>{"×"}</button>
                </div>
            </div>
            <h2 tabindex="-1"><span class="kicker">{store.tf("story-step", &counted)}</span>{" "}{text(store, &step.title)}</h2>
            <div class="story-text" key={step.meta.id.to_string()}>
                { for step.text.as_ref().map(|words| markdown(store, words)) }
            </div>
            <div class="tools">
                <button data-control="story-back" disabled={at == 0} onclick={to(Turn::Back)}>{store.t("story-back")}</button>
                <button data-control="story-next" disabled={at + 1 == told.steps.len()} onclick={to(Turn::Next)}>{store.t("story-next")}</button>
            </div>
            <details class="story-steps">
                <summary>{store.t("story-steps")}</summary>
                <ol>{ for told.steps.iter().map(|one| html! {
                    <li aria-current={(one.meta.id == step.meta.id).then_some("step")}>{go(store, story::go(one), text(store, &one.title))}</li>
                }) }</ol>
                if !others.is_empty() {
                    <p>{store.t("story-others")}</p>
                    <ul>{ for others }</ul>
                }
            </details>
        </section>
    }
}

/// Turns the page where the key says so; whether it does.
fn heed(press: &KeyboardEvent, presenting: bool, turn_page: &Callback<Turn>) -> bool {
    if press.ctrl_key() || press.meta_key() || press.alt_key() {
        return false;
    }
    let Some(to) = turn(&press.key(), presenting) else { return false };
    press.prevent_default();
    turn_page.emit(to);
    true
}

/// The name of a story: that of the item that its tag names, else the tag.
fn story_name(store: &Store, told: &Story) -> String {
    match told.tag {
        Some(tag) => store.find(tag).map_or_else(|| tag.to_owned(), |found| store.name(found)),
        None => store.t("story"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    #[test]
    fn keys_turn_the_page() {
        assert_eq!(turn("ArrowRight", false), Some(Turn::Next));
        assert_eq!(turn("ArrowLeft", false), Some(Turn::Back));
        assert_eq!(turn("Escape", false), Some(Turn::Out));
        // Outside of a presentation these scroll.
        assert_eq!((turn("PageDown", false), turn("ArrowUp", false)), (None, None));
        assert_eq!((turn("PageDown", true), turn("PageUp", true)), (Some(Turn::Next), Some(Turn::Back)));
        assert_eq!((turn("Enter", true), turn(" ", false)), (None, None));
    }

    #[test]
    fn there_is_nothing_beyond_the_ends() {
        let json = r#"{"annals":1,"id":"x","title":"X","story":[{"id":"a","title":"A"},{"id":"b","title":"B"}]}"#;
        let briefing = load(json.as_bytes()).unwrap().briefing;
        let told = &stories(&briefing)[0];
        let to = |at, to| turned(told, at, to).map(|step| step.meta.id.to_string());
        assert_eq!((to(0, Turn::Next), to(1, Turn::Next)), (Some("b".into()), None));
        assert_eq!((to(1, Turn::Back), to(0, Turn::Back)), (Some("a".into()), None));
        assert_eq!(to(0, Turn::Out), None);
    }
}
