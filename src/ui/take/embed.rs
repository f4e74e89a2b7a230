//! The code that puts the page at hand into another web site.

use web_sys::{HtmlDetailsElement, HtmlSelectElement};
use yew::prelude::*;

use super::{ByHand, copied};
use crate::{
    render::snippet::{FRAME_PX, Form, Wanted, snippet},
    state::ViewState,
    ui::store::Store,
    web,
};

/// The heights to choose from, in CSS pixels.
const HEIGHTS_PX: [u32; 4] = [400, 480, FRAME_PX, 800];

/// What is chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Chosen {
    form: Form,
    height_px: Option<u32>,
    /// The view as it is seen, with its filters; else the start page.
    is_this_view: bool,
    /// In the language at hand; else in that of each reader.
    is_this_language: bool,
}

/// Page, words and state.
#[derive(Properties, PartialEq)]
pub struct EmbedMakerProps {
    /// Page, words and state.
    pub store: Store,
}

/// A fold with the code, which is made while the fold is open, and what can be chosen about it.
#[component]
pub fn EmbedMaker(props: &EmbedMakerProps) -> Html {
    let store = &props.store;
    let is_open = use_state_eq(|| false);
    let chosen =
        use_state_eq(|| Chosen { form: Form::Element, height_px: None, is_this_view: true, is_this_language: true });
    let by_hand = use_state(|| None::<AttrValue>);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |toggle: Event| {
            if let Some(fold) = toggle.target_dyn_into::<HtmlDetailsElement>() {
                is_open.set(fold.open());
            }
        })
    };
    let made = use_memo((store.clone(), *chosen, *is_open), |(store, chosen, is_open)| {
        is_open.then(|| code(store, *chosen)).flatten()
    });
    let set = |change: fn(&mut Chosen, &str)| {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let mut next = *chosen;
            change(&mut next, &event.target_unchecked_into::<HtmlSelectElement>().value());
            chosen.set(next);
        })
    };
    let copy = {
        let (store, made, by_hand) = (store.clone(), made.clone(), by_hand.setter());
        move |_: MouseEvent| {
            if let Some(code) = &*made {
                copied(&store, code.clone(), ["embed-copied", "cite-by-hand"], by_hand.clone());
            }
        }
    };
    let choice = |value: &str, is_chosen: bool, words: String| {
        html! { <option value={value.to_owned()} selected={is_chosen}>{words}</option> }
    };
    html! {
        <details class="embed-maker" {ontoggle}>
            <summary data-control="embed">{store.t("embed-make")}</summary>
            if *is_open {
                <p class="muted">{store.t("embed-lead")}</p>
                <div class="embed-options">
                    <label>{store.t("embed-form")}{" "}
                        <select data-option="form" onchange={set(|chosen, value| chosen.form = if value == "frame" { Form::Frame } else { Form::Element })}>
                            {choice("element", chosen.form == Form::Element, store.t("embed-form-element"))}
                            {choice("frame", chosen.form == Form::Frame, store.t("embed-form-frame"))}
                        </select>
                    </label>
                    <label>{store.t("embed-height")}{" "}
                        <select data-option="height" onchange={set(|chosen, value| chosen.height_px = value.parse().ok())}>
                            {choice("", chosen.height_px.is_none(), store.t("embed-height-auto"))}
                            { for HEIGHTS_PX.iter().map(|px| choice(&px.to_string(), chosen.height_px == Some(*px), format!("{px} px"))) }
                        </select>
                    </label>
                    <label>{store.t("embed-view")}{" "}
                        <select data-option="view" onchange={set(|chosen, value| chosen.is_this_view = value == "this")}>
                            {choice("this", chosen.is_this_view, store.t("embed-view-this"))}
                            {choice("start", !chosen.is_this_view, store.t("embed-view-start"))}
                        </select>
                    </label>
                    <label>{store.t("embed-language")}{" "}
                        <select data-option="lang" onchange={set(|chosen, value| chosen.is_this_language = value == "this")}>
                            {choice("this", chosen.is_this_language, store.language().own_name().to_owned())}
                            {choice("any", !chosen.is_this_language, store.t("embed-language-any"))}
                        </select>
                    </label>
                </div>
                { match &*made {
                    Some(code) => html! { <>
                        <pre class="code" tabindex="0" role="region" aria-label={store.t("embed-make")}><code>{code.clone()}</code></pre>
                        <div class="tools"><button data-control="embed-copy" onclick={copy}>{store.t("copy")}</button></div>
                        { for (*by_hand).clone().map(|text| html! { <ByHand label={store.t("cite-by-hand")} {text} /> }) }
                    </> },
                    None => html! { <p>{store.t("embed-nowhere")}</p> },
                } }
            }
        </details>
    }
}

/// The code; `None` where the page has no address that others could open.
fn code(store: &Store, chosen: Chosen) -> Option<String> {
    let address = web::page_address()?;
    let home = &address[..=address.rfind('/')?];
    let shown = &*store.state;
    let lang = chosen.is_this_language.then(|| store.language().tag().into());
    let state = if chosen.is_this_view {
        ViewState { lang, ..shown.clone() }
    } else {
        ViewState { briefing: shown.briefing.clone(), theme: shown.theme, lang, ..ViewState::default() }
    };
    let context = crate::figure::Context { state: &state, ..store.context() };
    Some(snippet(&context, Wanted { home, state: &state, form: chosen.form, height_px: chosen.height_px }))
}
