//! How wide a figure and its text are, as the page measures them.

use yew::prelude::*;

use crate::{layout::text::TextMeter, web};

/// Below this width a timeline becomes a list.
pub const NARROW_PX: f64 = 640.0;
/// Width where nothing can be measured: natively.
const USUAL_PX: f64 = 1_200.0;
/// Drawings are not made narrower.
const LEAST_PX: f64 = 200.0;

/// A reference for the figure's element, and its width, which follows; `None` until it is measured, so that nothing is drawn
/// twice.
#[hook]
pub fn use_width() -> (NodeRef, Option<f64>) {
    let node = use_node_ref();
    let width = use_state_eq(|| (!cfg!(target_arch = "wasm32")).then_some(USUAL_PX));
    {
        let (node, width) = (node.clone(), width.clone());
        use_effect_with((), move |()| {
            let element = node.cast::<web_sys::Element>();
            if let Some(element) = &element {
                width.set(Some(element.get_bounding_client_rect().width().max(LEAST_PX)));
            }
            let follow = move |px: f64| width.set(Some(px.max(LEAST_PX)));
            let observed = element.and_then(|element| web::on_resize(&element, follow));
            move || drop(observed)
        });
    }
    (node, *width)
}

/// How wide the page's fonts are. Measuring takes the browser a layout: once is enough.
pub fn measured_text() -> TextMeter {
    const FONT_PX: f64 = 13.0;
    let usual = TextMeter { scale: 1.0, ..TextMeter::default() };
    let factor = |sample: &str| {
        let factor = web::text_width(sample, FONT_PX)? / usual.width_px(sample, FONT_PX, false);
        (factor.is_finite() && (0.5..2.0).contains(&factor)).then_some(factor)
    };
    TextMeter {
        scale: web::root_font_px() / 16.0,
        latin: factor(TextMeter::SAMPLE).unwrap_or(1.0),
        cjk: factor("国国国国").unwrap_or(1.0),
    }
}
