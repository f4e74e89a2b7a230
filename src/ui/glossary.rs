//! Terms of the glossary in texts: each opens in place what it means, by pointer, focus or touch. What words mean does not
//! change where the reader looks back.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::{
    store::{Data, Store},
    text::text,
};
use crate::{model::prose::Block, query::Glossary};

thread_local! {
    /// The terms of the briefing that was read last.
    static READ: RefCell<(Weak<Data>, Rc<Glossary>)> = RefCell::default();
    /// How many terms have been shown: ids on the page are made from it.
    static SHOWN: Cell<usize> = const { Cell::new(0) };
}

/// Finds the terms of the glossary in a text.
pub fn find_terms(store: &Store, blocks: Vec<Block>) -> Vec<Block> {
    let whole = &store.seen.whole;
    if whole.briefing.glossary.is_empty() {
        return blocks;
    }
    let glossary = READ.with_borrow_mut(|(data, glossary)| {
        if !std::ptr::eq(data.as_ptr(), Rc::as_ptr(whole)) {
            (*data, *glossary) = (Rc::downgrade(whole), Rc::new(Glossary::new(&whole.briefing)));
        }
        glossary.clone()
    });
    glossary.mark(blocks)
}

/// A term of the glossary, by its entry, as it stands in a text.
pub fn term(store: &Store, entry: usize, words: String) -> Html {
    html! { <Term store={store.clone()} {entry} {words} /> }
}

#[derive(Properties, PartialEq)]
struct TermProps {
    store: Store,
    entry: usize,
    words: AttrValue,
}

/// Whether the card of a term is open.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Open {
    No,
    /// As long as pointer or focus stay.
    Passing,
    /// Until it is closed, or the focus goes elsewhere.
    Kept,
}

impl Open {
    /// Pointer or focus have come.
    fn reached(self) -> Open {
        if self == Open::No { Open::Passing } else { self }
    }

    /// The pointer has gone; whether the focus is still there.
    fn left(self, focused: bool) -> Open {
        if self == Open::Passing && !focused { Open::No } else { self }
    }

    /// The button was pressed. What a pointer or the focus has opened stays then.
    fn pressed(self) -> Open {
        if self == Open::Kept { Open::No } else { Open::Kept }
    }
}

#[component]
fn Term(props: &TermProps) -> Html {
    let TermProps { store, entry, words } = props;
    let open = use_state_eq(|| Open::No);
    let focused = use_mut_ref(|| false);
    let card = use_memo((), |()| {
        SHOWN.set(SHOWN.get() + 1);
        format!("term-{}", SHOWN.get())
    });
    let is_open = *open != Open::No;
    {
        // Escape closes the card wherever the focus is, and nothing else with it.
        let open = open.setter();
        use_effect_with(is_open, move |is_open| {
            let listener = is_open.then(|| {
                let options = EventListenerOptions::run_in_capture_phase();
                EventListener::new_with_options(&document(), "keydown", options, move |event| {
                    if event.dyn_ref::<KeyboardEvent>().is_some_and(|press| press.key() == "Escape") {
                        event.stop_propagation();
                        open.set(Open::No);
                    }
                })
            });
            move || drop(listener)
        });
    }
    let Some(item) = store.seen.whole.briefing.glossary.get(*entry) else { return html! { {words.clone()} } };
    let change = |to: fn(Open) -> Open| {
        let open = open.clone();
        move || open.set(to(*open))
    };
    // A touch has no stay: it presses.
    let reached = change(Open::reached);
    let onpointerenter = move |event: PointerEvent| {
        if event.pointer_type() != "touch" {
            reached()
        }
    };
    let onpointerleave = {
        let (open, focused) = (open.clone(), focused.clone());
        move |_: PointerEvent| open.set(open.left(*focused.borrow()))
    };
    let onfocusin = {
        let (open, focused) = (open.clone(), focused.clone());
        move |_: FocusEvent| {
            focused.replace(true);
            open.set(open.reached());
        }
    };
    let onfocusout = {
        let open = open.clone();
        move |_: FocusEvent| {
            focused.replace(false);
            open.set(Open::No);
        }
    };
    let pressed = change(Open::pressed);
    let onclick = move |_: MouseEvent| pressed();
    html! {
        <span class="term" {onpointerenter} {onpointerleave} {onfocusin} {onfocusout}>
            <button type="button" aria-expanded={is_open.to_string()} aria-describedby={is_open.then(|| card.to_string())} {onclick}>
                {words.clone()}
            </button>
            if is_open {
                <span class="term-card" id={card.to_string()} role="tooltip">
                    <strong>{text(store, &item.term)}</strong>
                    { for item.native.as_ref().map(|native| html! { <>{" · "}{text(store, native)}</> }) }
                    { for item.meaning.as_ref().map(|meaning| html! { <span class="meaning">{text(store, meaning)}</span> }) }
                </span>
            }
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::Open::{Kept, No, Passing};

    #[test]
    fn a_card_stays_while_pointer_or_focus_are_there() {
        assert_eq!(No.reached(), Passing);
        assert_eq!(Passing.left(true), Passing);
        assert_eq!(Passing.left(false), No);
    }

    #[test]
    fn a_pressed_card_stays_until_pressed_again() {
        assert_eq!([No.pressed(), Passing.pressed(), Kept.pressed()], [Kept, Kept, No]);
        assert_eq!([Kept.reached(), Kept.left(false)], [Kept, Kept]);
    }
}
