//! A text to copy by hand, where the browser refuses to copy it.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// The text.
#[derive(Properties, PartialEq)]
pub struct ByHandProps {
    /// What to do with it.
    pub label: AttrValue,
    /// The text.
    pub text: AttrValue,
}

/// The text, selected.
#[component]
pub fn ByHand(props: &ByHandProps) -> Html {
    let area = use_node_ref();
    {
        let area = area.clone();
        use_effect_with(props.text.clone(), move |_| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                let _ = area.focus();
                area.select();
            }
        });
    }
    html! {
        <label class="by-hand">{props.label.clone()}<textarea ref={area} readonly=true rows="8" value={props.text.clone()} /></label>
    }
}
