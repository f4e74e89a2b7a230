//! stand-in
use super::FigureProps;
use yew::prelude::*;
#[component]
pub fn Activity(_props: &FigureProps) -> Html {
    html! {}
}
