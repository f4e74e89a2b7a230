//! Two items side by side, and how a reader chooses them.

use yew::prelude::*;

use super::{
    figures::{What, files, table},
    store::{Step, Store},
};
use crate::{
    figure::{Told, compare::side_by_side},
    model::Id,
    state::Action,
};

mod choose;

pub use choose::{compare_act, compare_versions};

/// The comparison that the view asks for.
pub fn comparison(store: &Store, a: &Id, b: &Id) -> Html {
    let close = store.dispatch.reform(|()| (Action::CloseComparison, Step::Push));
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |press: KeyboardEvent| {
            if press.key() == "Escape" {
                press.stop_propagation();
                close.emit(());
            }
        })
    };
    let shown = side_by_side(&store.context(), (a, b));
    let id = Id::from("comparison");
    let told = |one: &Told| html! { <p>{one.words.clone()}</p> };
    html! {
        <section data-region="comparison" class="comparison" aria-labelledby="comparison-title" {onkeydown}>
            <div class="detail-head">
                <p class="kicker">{store.t("comparison")}</p>
                <button data-control="comparison-close" onclick={close.reform(|_| ())} aria-label={store.t("compare-close")}>{"×"}</button>
            </div>
            <h2 id="comparison-title" tabindex="-1">{shown.title.clone()}</h2>
            if !shown.tables.is_empty() {
                <div class="toolbar"><div class="tools">
                    {files(store, &What::Compared(a.clone(), b.clone()))}
                </div></div>
            }
            <div class="told">{ for shown.told.iter().map(told) }</div>
            { for shown.tables.iter().map(|one| table(store, &id, one)) }
        </section>
    }
}
