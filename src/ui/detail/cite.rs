//! Taking a statement away with its sources.

use yew::prelude::*;

use crate::{
    figure::cite::cite,
    model::Id,
    ui::{store::Store, take::ByHand},
    web,
};

/// Which item.
#[derive(Properties, PartialEq)]
pub struct CiteProps {
    /// Its id.
    pub id: Id,
    /// Page, words and state.
    pub store: Store,
}

/// The button that copies what an item states with its sources; where the browser refuses to copy, the text itself, selected.
#[component]
pub fn Cite(props: &CiteProps) -> Html {
    let CiteProps { id, store } = props;
    let by_hand = use_state(|| None::<AttrValue>);
    let onclick = {
        let (store, id, by_hand) = (store.clone(), id.clone(), by_hand.setter());
        move |_: MouseEvent| {
            let Some(found) = store.find(&id) else { return };
            let text = cite(&store.context(), found);
            let (store, by_hand) = (store.clone(), by_hand.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let is_copied = web::copy(&text).await;
                store.say.emit(store.t(if is_copied { "cited-copied" } else { "cite-by-hand" }));
                by_hand.set((!is_copied).then(|| text.into()));
            });
        }
    };
    html! { <>
        <button data-control="cite" {onclick}>{store.t("copy-cited")}</button>
        { for (*by_hand).clone().map(|text| html! { <ByHand label={store.t("cite-by-hand")} {text} /> }) }
    </> }
}
