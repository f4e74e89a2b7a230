//! Citations for reference managers: four formats, to copy or to keep as a file.

use std::rc::Rc;

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::ByHand;
use crate::{
    model::Id,
    query::Found,
    render::citation::{Cover, Format, citations, of_item, of_view},
    ui::store::Store,
    web,
};

/// What is cited.
#[derive(Clone, Debug, PartialEq)]
pub enum Cited {
    /// An item, with what it rests on.
    Item(Id),
    /// The page at hand, as the reader sees it.
    Page,
}

/// What is cited.
#[derive(Properties, PartialEq)]
pub struct CiteAsProps {
    /// What is cited.
    pub what: Cited,
    /// Page, words and state.
    pub store: Store,
}

/// A fold with a copy and a file of each format. The fingerprint of the briefing is made when it is opened.
#[component]
pub fn CiteAs(props: &CiteAsProps) -> Html {
    let CiteAsProps { what, store } = props;
    let fingerprint = use_state(|| None::<Rc<str>>);
    let by_hand = use_state(|| None::<AttrValue>);
    let ontoggle = {
        let (whole, fingerprint) = (store.seen.whole.clone(), fingerprint.clone());
        Callback::from(move |toggle: Event| {
            let is_open = toggle.target_dyn_into::<HtmlDetailsElement>().is_some_and(|fold| fold.open());
            if is_open && fingerprint.is_none() {
                let (whole, fingerprint) = (whole.clone(), fingerprint.setter());
                wasm_bindgen_futures::spawn_local(async move {
                    fingerprint.set(Some(whole.original.fingerprint().await));
                });
            }
        })
    };
    let (key, control) = match what {
        Cited::Item(_) => ("cite-formats", None),
        Cited::Page => ("cite-page", Some("cite")),
    };
    html! {
        <details class="cite-as" {ontoggle}>
            <summary data-control={control}>{store.t(key)}</summary>
            { match &*fingerprint {
                Some(digits) => html! { <>
                    <ul class="formats">{ for Format::ALL.iter().map(|&(format, _)| row(store, what, format, digits, &by_hand)) }</ul>
                    <p class="muted">{store.tf("cite-fingerprint", &[("digits", digits.to_string().into())])}</p>
                </> },
                None => html! { <p class="muted">{store.t("cite-computing")}</p> },
            } }
            { for (*by_hand).clone().map(|text| html! { <ByHand label={store.t("cite-by-hand")} {text} /> }) }
        </details>
    }
}

/// A format with its two buttons.
fn row(
    store: &Store,
    what: &Cited,
    format: Format,
    digits: &Rc<str>,
    by_hand: &UseStateHandle<Option<AttrValue>>,
) -> Html {
    let made = {
        let (store, what, digits) = (store.clone(), what.clone(), digits.clone());
        move || written(&store, &what, format, &digits)
    };
    let copy = {
        let (store, by_hand, made) = (store.clone(), by_hand.setter(), made.clone());
        move |_: MouseEvent| {
            let Some((_, text)) = made() else { return };
            let (store, by_hand) = (store.clone(), by_hand.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let is_copied = web::copy(&text).await;
                store.say.emit(store.t(if is_copied { "cite-copied" } else { "cite-by-hand" }));
                by_hand.set((!is_copied).then(|| text.into()));
            });
        }
    };
    let keep = move |_: MouseEvent| {
        if let Some((name, text)) = made() {
            web::download(&name, format.media_type(), &text);
        }
    };
    let name = store.t(&format!("cite-{}", format.word()));
    let label = |key: &str| store.tf(key, &[("name", name.clone().into())]);
    html! {
        <li>
            <span>{name.clone()}</span>{" "}
            <button onclick={copy} aria-label={label("copy-named")}>{store.t("copy")}</button>{" "}
            <button onclick={keep} aria-label={label("download-named")}>{store.t("download")}</button>
        </li>
    }
}

/// The name of a file of citations, and the citations.
fn written(store: &Store, what: &Cited, format: Format, digits: &str) -> Option<(String, String)> {
    let (context, page) = (store.context(), web::page_address());
    let cover = Cover { page: page.as_deref(), fingerprint: Some(digits) };
    let id = match what {
        Cited::Item(id) => id.as_str(),
        Cited::Page => store.state.view(),
    };
    let found = store.find(id)?;
    let records = match (what, found) {
        (Cited::Page, Found::View(view)) => vec![of_view(&context, cover, view)],
        (Cited::Page, _) => return None,
        (Cited::Item(_), found) => of_item(&context, cover, found),
    };
    let name = format!("{}-{}.{}", context.briefing.card.id, found.meta().id, format.ending());
    Some((name, citations(format, &records)))
}
