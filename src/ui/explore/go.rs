//! To a date on the timeline.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    model::Edtf,
    ui::{explore::Panel, link::visit, store::Store},
    web,
};

#[derive(Properties, PartialEq)]
pub struct GoProps {
    /// Page, words and state.
    pub store: Store,
}

/// A field for a date of any precision.
#[component]
pub fn Go(props: &GoProps) -> Html {
    let store = &props.store;
    let field = use_node_ref();
    let refused = use_state(|| None::<String>);
    use_effect_with((), |()| {
        web::focus("[data-control=go-date]", false);
    });
    let onsubmit = {
        let (store, field, refused) = (store.clone(), field.clone(), refused.clone());
        move |submit: SubmitEvent| {
            submit.prevent_default();
            let written = field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            let has_place = |date: &Edtf| date.earliest().is_some() && date.latest().is_some();
            let date = Edtf::read(written.trim()).ok().filter(has_place);
            match date.and_then(|date| visit(date.as_str())) {
                Some(action) => {
                    store.open.emit(None);
                    store.act(action);
                }
                None => refused.set(Some(store.tf("go-refused", &[("date", written.into())]))),
            }
        }
    };
    let close = store.open.reform(|_: MouseEvent| None::<Panel>);
    html! {
        <form class="panel" {onsubmit}>
            <div class="tools">
                <label>{store.t("go-label")}{" "}<input ref={field} data-control="go-date" autocomplete="off" aria-describedby="go-help" aria-invalid={refused.is_some().to_string()} /></label>
                <button>{store.t("go")}</button><button type="button" onclick={close}>{store.t("close")}</button>
            </div>
            <p id="go-help" class="muted" aria-live="polite">{(*refused).clone().unwrap_or_else(|| store.t("go-help"))}</p>
        </form>
    }
}
